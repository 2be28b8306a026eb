// A drawing program: brush, pixels or mirror. All content is in content.js.
const KINDS = ["brush", "pixels", "mirror"];
const DEFAULTS = {
  lang: "en", title: "Drawing", hint: "", icon: "", font: "rounded", colours: { background: "#e9eef2", text: "#1e2a38", accent: "#2a6f97" },
  palette: ["#1e2a38", "#2a6f97", "#61a5c2", "#2f9e44", "#f4a259", "#e4572e", "#c2255c", "#ffd43b", "#ffffff"], paper: "#ffffff", kind: "brush", size: 10, grid: 16, mirrors: 8, rainbow: false, stamps: [],
  words: { colour: "Colour", size: "Brush size", eraser: "Eraser", undo: "Undo", redo: "Redo", clear: "Clear", save: "Download", fill: "Fill" },
  egg: { word: "", effect: "confetti", message: "" },
};
const CHINESE = { colour: "颜色", size: "画笔粗细", eraser: "橡皮擦", undo: "撤销", redo: "重做", clear: "清空", save: "下载", fill: "填充" };
const STEPS = 24; // that can be undone
const S = Kit.settings(DEFAULTS);
const lang = Kit.page(S);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const C = Kit.theme(S.colours, S.font);
const tints = Kit.palette(S.palette, DEFAULTS.palette).slice(0, 18);
const paper = Kit.colour(S.paper, "#ffffff");
const kind = Kit.choice(S.kind, KINDS);
const across = Kit.clamp(Math.round(S.grid), 4, 64);
const live = { tint: tints.find((tint) => Kit.light(tint) < 0.8) || tints[0], size: Kit.clamp(S.size, 1, 80), eraser: false, fill: false, stamp: "", hue: 0 };
const { element } = Kit;
const hint = element("p", {}, S.hint);
const canvas = element("canvas", { "aria-label": S.title });
const context = canvas.getContext("2d", { willReadFrequently: true });
const lines = element("i", { class: "lines" });
const board = element("main", { class: kind === "brush" ? "paper" : `paper square ${kind}`, style: kind === "brush" ? `background:${paper}` : "" }, canvas, kind === "pixels" ? lines : "");
const [past, future] = [[], []];
let last = null;

// ---- the picture: pixels are cells of one canvas pixel each, shown large ----
function blank() {
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
}
function lay() {
  let [w, h] = [board.clientWidth, board.clientHeight];
  if (kind === "mirror") w = h = Math.min(w, h);
  if (kind === "pixels") {
    const side = Math.floor(Math.min(w, h) / across) * across || across;
    [canvas, lines].forEach(({ style }) => (style.width = style.height = `${side}px`));
    lines.style.backgroundSize = `${side / across}px ${side / across}px`;
    if (canvas.width !== across) { canvas.width = canvas.height = across; blank(); }
    return;
  }
  if (w <= canvas.width && h <= canvas.height && canvas.dataset.laid) return; // nothing is lost when the window shrinks
  const kept = canvas.dataset.laid ? context.getImageData(0, 0, canvas.width, canvas.height) : null;
  canvas.width = Math.max(w, kept ? kept.width : 0);
  canvas.height = Math.max(h, kept ? kept.height : 0);
  canvas.dataset.laid = "1";
  blank();
  if (kept) context.putImageData(kept, 0, 0);
}
const snapshot = () => context.getImageData(0, 0, canvas.width, canvas.height);
function remember() {
  past.push(snapshot());
  if (past.length > STEPS) past.shift();
  future.length = 0;
  states();
}
function travel(from, to) {
  if (!from.length) return;
  to.push(snapshot());
  const picture = from.pop();
  blank();
  context.putImageData(picture, 0, 0);
  Sound.play("click");
  states();
}
function place(event) {
  const box = canvas.getBoundingClientRect();
  return { x: ((event.clientX - box.left) / box.width) * canvas.width, y: ((event.clientY - box.top) / box.height) * canvas.height };
}

// ---- drawing ----
function ink() {
  if (live.eraser) return paper;
  if (!S.rainbow) return live.tint;
  live.hue = (live.hue + 3) % 360;
  return `hsl(${live.hue} 85% 55%)`;
}
function line(from, to, tint) {
  context.strokeStyle = context.fillStyle = tint;
  context.lineWidth = live.size * (live.eraser ? 2 : 1);
  context.lineCap = context.lineJoin = "round";
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x + 0.01, to.y);
  context.stroke();
}
function mirrored(from, to, tint) {
  const [x, y] = [canvas.width / 2, canvas.height / 2];
  const many = Kit.clamp(Math.round(S.mirrors), 2, 32);
  for (let i = 0; i < many; i++) {
    context.save();
    context.translate(x, y);
    context.rotate((Math.floor(i / 2) * 4 * Math.PI) / many);
    if (i % 2) context.scale(1, -1);
    context.translate(-x, -y);
    line(from, to, tint);
    context.restore();
  }
}
function cells(from, to, tint) {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * 2));
  context.fillStyle = tint;
  for (let i = 0; i <= steps; i++) context.fillRect(Math.floor(Kit.mix(from.x, to.x, i / steps)), Math.floor(Kit.mix(from.y, to.y, i / steps)), 1, 1);
}
function flood(at) {
  const picture = snapshot();
  const [w, h] = [picture.width, picture.height];
  const data = new Uint32Array(picture.data.buffer);
  context.fillStyle = ink();
  context.fillRect(Math.floor(at.x), Math.floor(at.y), 1, 1);
  const tint = new Uint32Array(context.getImageData(Math.floor(at.x), Math.floor(at.y), 1, 1).data.buffer)[0];
  const stack = [Math.floor(at.y) * w + Math.floor(at.x)];
  const old = data[stack[0]];
  if (old === tint) return;
  while (stack.length) {
    const i = stack.pop();
    if (data[i] !== old) continue;
    data[i] = tint;
    if (i % w) stack.push(i - 1);
    if ((i + 1) % w) stack.push(i + 1);
    if (i >= w) stack.push(i - w);
    if (i < w * (h - 1)) stack.push(i + w);
  }
  context.putImageData(picture, 0, 0);
}
function stamp(at) {
  context.fillStyle = C.text;
  Kit.emoji(context, live.stamp, at.x, at.y, 24 + live.size * 2.4);
}
const STROKES = { brush: line, mirror: mirrored, pixels: cells };
canvas.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  remember();
  last = place(event);
  if (live.fill) { flood(last); last = null; } else if (live.stamp && kind !== "pixels") { stamp(last); Sound.play("bounce"); last = null; } else STROKES[kind](last, last, ink());
});
canvas.addEventListener("pointermove", (event) => {
  if (!last) return;
  const list = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
  (list.length ? list : [event]).forEach((one) => {
    const at = place(one);
    STROKES[kind](last, at, ink());
    last = at;
  });
});
["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, () => (last = null)));

// ---- the tools ----
const pressed = (node, on) => node.setAttribute("aria-pressed", String(Boolean(on)));
function choose(change) {
  Object.assign(live, { eraser: false, fill: false, stamp: "" }, change);
  swatches.forEach((node, i) => pressed(node, !live.eraser && tints[i] === live.tint));
  stamps.forEach((node) => pressed(node, node.textContent === live.stamp));
  pressed(eraser, live.eraser);
  pressed(fill, live.fill);
}
const tool = (label, act) => element("button", { class: "tool-button", type: "button", onclick: act }, label);
const swatches = tints.map((tint) => element("button", { class: "swatch", type: "button", style: `--tint:${tint}`, "aria-label": `${words.colour} ${tint}`, onclick: () => choose({ tint, fill: live.fill }) }));
const stamps = S.stamps.map(String).filter(Boolean).slice(0, 8).map((one) => element("button", { class: "stamp", type: "button", onclick: () => choose({ stamp: live.stamp === one ? "" : one }) }, one));
const own = element("input", { type: "color", value: "#7048e8", "aria-label": words.colour });
own.addEventListener("input", () => choose({ tint: own.value, fill: live.fill }));
const size = element("input", { type: "range", min: 1, max: 80, value: live.size, "aria-label": words.size });
size.addEventListener("input", () => (live.size = Number(size.value)));
const eraser = tool(words.eraser, () => choose({ eraser: !live.eraser }));
const fill = tool(words.fill, () => choose({ fill: !live.fill }));
const undo = tool(words.undo, () => travel(past, future));
const redo = tool(words.redo, () => travel(future, past));
function states() {
  undo.disabled = !past.length;
  redo.disabled = !future.length;
}
function save() {
  const copy = element("canvas");
  const by = kind === "pixels" ? Math.ceil(640 / across) : 1;
  [copy.width, copy.height] = [canvas.width * by, canvas.height * by];
  const c = copy.getContext("2d");
  c.imageSmoothingEnabled = false;
  c.drawImage(canvas, 0, 0, copy.width, copy.height);
  element("a", { download: "drawing.png", href: copy.toDataURL("image/png") }).click();
}
document.body.append(
  element("header", { class: "brand" }, element("h1", {}, `${S.icon} ${S.title}`.trim()), hint),
  board,
  element("div", { class: "deck" },
    element("div", {}, ...swatches, own, ...(kind === "pixels" ? [] : stamps)),
    element("div", {}, kind === "pixels" ? "" : element("label", {}, words.size, size), eraser, fill, undo, redo, tool(words.clear, () => { remember(); blank(); }), tool(words.save, save))),
);
addEventListener("resize", lay);
lay();
choose({});
states();
const egg = Egg.listen(S.egg, () => (hint.textContent = S.egg.message || S.hint));
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  if (event.shiftKey) redo.click(); else undo.click();
});
Kit.onPress((name, event) => {
  if (!event.repeat) egg.type(event.key || "");
});
Kit.loop((dt, time) => Egg.frame(dt, time));
