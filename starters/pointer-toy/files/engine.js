// Starts the toy that is wished for: settings, pointer, controls, the loop. All content is in content.js.
const COMMON = {
  lang: "en", kind: "", title: "Pointer toy", subtitle: "", font: "rounded", colours: { background: "#fdf3e3", text: "#2d2a32", accent: "#e8702a" },
  tints: [], things: [], count: 0, size: 1, speed: 1, says: [], sound: true, egg: { word: "", effect: "confetti", message: "" },
};
const NIGHT = { background: "#0d0b1a", text: "#f4f1ff", accent: "#8a5cff" }; // where light is drawn
const IRISES = ["#3f8f5b", "#3572c6", "#8a5a2b", "#8e44ad"];
const given = [Kit.given.kind, Kit.given.title, Kit.given.subtitle].map((value) => String(value ?? ""));
const kindName = Kit.choice(given[0], Object.keys(Toys.all), "") || Object.keys(Toys.all).find((name) => given.some((words) => Toys.all[name].names.test(words))) || "follow";
const kind = Toys.all[kindName];
const S = Kit.settings({ ...COMMON, colours: /trail|spirograph/.test(kindName) ? NIGHT : COMMON.colours, ...kind.defaults });
const lang = Kit.page(S);
const words = Kit.fit({ ...kind.words[lang], sound: lang === "zh" ? "声音" : "Sound", mood: lang === "zh" ? "操作" : "Controls" }, Kit.given.words);
const colours = Kit.theme(S.colours, S.font);
const irises = Kit.palette(S.irises, IRISES);
const texts = (list) => list.map((one) => (one && typeof one === "object" ? one.text ?? one.name ?? one.emoji ?? "" : one)).map(String).filter((one) => one.trim());
const says = texts(S.says);
const pointer = { x: innerWidth / 2, y: innerHeight / 2, seen: false, still: 0, idle: true, down: null };
let toy = null;
let muted = !S.sound;
let saying = 0;
const view = Kit.canvas(() => toy?.resized?.());
view.node.setAttribute("role", "img");
view.node.setAttribute("aria-label", S.title);

const figure = Kit.element("b", { role: "status" });
const hint = Kit.element("p", {}, S.subtitle || words.hint);
const brand = Kit.element("header", { class: "brand" }, Kit.element("h1", {}, S.title), hint);
const quiet = Kit.element("button", { type: "button", class: "quiet-button", "aria-label": words.sound, "aria-pressed": String(!muted), onclick: () => { muted = !muted; show(); } });
const show = () => { quiet.textContent = muted ? "🔇" : "🔊"; quiet.setAttribute("aria-pressed", String(!muted)); };
const deck = Kit.element("div", { class: "deck", role: "group", "aria-label": words.mood });
show();
document.body.dataset.kind = kindName;
document.body.append(brand, Kit.element("div", { class: "corner" }, figure, quiet), deck);

const font = getComputedStyle(document.documentElement).getPropertyValue("--font");
const T = {
  S, view, pointer, words, colours, lang, bubbles: Toys.Bubbles(), sparks: Kit.particles(300),
  tints: S.tints.filter(Kit.isColour), things: texts(S.things),
  line: () => (says.length ? says[saying++ % says.length] : ""),
  sound: (name) => { if (!muted) Sound.play(name); },
  tell: (text) => { figure.textContent = text; },
  top: () => brand.getBoundingClientRect().bottom + 8, // the space that a toy has to itself
  bottom: () => view.height - deck.getBoundingClientRect().top + 8,
  iris: (i) => irises[i % irises.length],
};
toy = kind.start(T);
deck.append(...toy.controls);

// ---- the pointer: mouse, finger, arrow keys; where none has moved yet it wanders by itself ----
function place(event) {
  Object.assign(pointer, { x: event.clientX, y: event.clientY, seen: true, still: 0, idle: false });
}
window.addEventListener("pointermove", place);
view.node.addEventListener("pointerdown", (event) => {
  place(event);
  pointer.down = { x: pointer.x, y: pointer.y };
  view.node.setPointerCapture?.(event.pointerId);
  toy.press?.(pointer.x, pointer.y);
});
const up = () => {
  if (!pointer.down) return;
  const tapped = Math.hypot(pointer.x - pointer.down.x, pointer.y - pointer.down.y) < 6;
  pointer.down = null;
  toy.release?.(tapped);
};
view.node.addEventListener("pointerup", up);
view.node.addEventListener("pointercancel", up);

function byKeys(dt) {
  const x = (Kit.held.right ? 1 : 0) - (Kit.held.left ? 1 : 0), y = (Kit.held.down ? 1 : 0) - (Kit.held.up ? 1 : 0);
  if (!x && !y) return;
  const clamp = (value, most) => Kit.clamp(value, 10, most - 10);
  place({ clientX: clamp(pointer.x + x * 420 * dt, view.width), clientY: clamp(pointer.y + y * 420 * dt, view.height) });
}
function wander(dt, time) {
  pointer.still += dt;
  pointer.idle = !pointer.seen || pointer.still > (kind.idleAfter ?? 25);
  if (!pointer.idle || pointer.down) return;
  const [top, bottom] = [T.top(), view.height - T.bottom()], ease = Math.min(1, dt * 1.6);
  const x = view.width * (0.5 + 0.36 * Math.sin(time * 0.55)), y = (top + bottom) / 2 + (bottom - top) * 0.36 * Math.sin(time * 0.83 + 1);
  pointer.x = Kit.mix(pointer.x, x, ease);
  pointer.y = Kit.mix(pointer.y, y, ease);
}
const egg = Egg.listen(S.egg, () => { hint.textContent = S.egg.message || hint.textContent; });
Kit.onPress((name, event) => {
  if (event.repeat || egg.type(event.key || "")) return;
  if (name === "mute") quiet.click();
  if (name !== "fire" && name !== "enter") return;
  if (toy.enter) toy.enter();
  else { toy.press?.(pointer.x, pointer.y); toy.release?.(true); }
});

// A soft light behind everything, as large as the window.
function ground(c) {
  const night = Kit.light(colours.background) < 0.25, { width: w, height: h } = view;
  const glow = c.createRadialGradient(w * 0.5, h * 0.35, 20, w * 0.5, h * 0.5, Math.hypot(w, h) * 0.6);
  glow.addColorStop(0, Kit.shade(colours.background, night ? 0.08 : 0.35));
  glow.addColorStop(1, Kit.shade(colours.background, night ? -0.3 : -0.05));
  c.fillStyle = glow;
  c.fillRect(0, 0, w, h);
}
Kit.loop((dt, time) => {
  const slow = Egg.active("slow-motion") ? dt * 0.25 : dt, { context: c } = view;
  byKeys(dt);
  wander(dt, time);
  toy.step(slow, time);
  T.bubbles.step(slow);
  T.sparks.step(slow, 300);
  ground(c);
  toy.draw(c, time);
  T.sparks.draw(c);
  T.bubbles.draw(c, view.width, font);
  Egg.frame(dt, time);
});
