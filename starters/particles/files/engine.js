// Particles that paint. All content is in content.js.
const MODES = ["flow", "fireworks", "rain", "snow", "stars", "fountain", "fireflies", "bubbles"];
const DEFAULTS = {
  lang: "en", title: "Particles", message: "", hint: "", font: "serif",
  words: { speed: "Speed", count: "Density", trail: "Trails", save: "Save picture", clear: "Clear", flow: "Flow", fireworks: "Fireworks", rain: "Rain", snow: "Snow", stars: "Stars", fountain: "Fountain", fireflies: "Fireflies", bubbles: "Bubbles" },
  colours: { background: "#0f0e17", text: "#fffffe", accent: "#ff8906" }, particleColours: ["#ff8906", "#f25f4c", "#e53170", "#a786df", "#3da9fc"],
  mode: "flow", modes: ["flow", "fireworks", "snow", "stars", "fountain", "fireflies"], glyphs: [], count: 600, speed: 1, size: 1.6, trail: 0.9, mouse: "attract",
  egg: { word: "", effect: "stars", message: "" },
};
const CHINESE = { speed: "速度", count: "密度", trail: "拖尾", save: "保存图片", clear: "清空", flow: "流场", fireworks: "烟花", rain: "雨", snow: "雪", stars: "星空", fountain: "喷泉", fireflies: "萤火虫", bubbles: "气泡" };
const S = Kit.settings(DEFAULTS);
const lang = Kit.page(S);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const C = Kit.theme(S.colours, S.font);
const tints = Kit.palette(S.particleColours, DEFAULTS.particleColours);
const glyphs = S.glyphs.map(String).filter(Boolean);
const mouse = Kit.choice(S.mouse, ["attract", "repel", "burst"]);
const live = { mode: Kit.choice(S.mode, MODES), speed: Kit.clamp(S.speed, 0.1, 4), count: Kit.clamp(S.count, 20, 2000), trail: Kit.clamp(S.trail, 0, 1) };
let dots = [];
let sparks = [];
let pointer = null;
let wait = 0;
const view = Kit.canvas(clear);

function clear() {
  view.context.fillStyle = C.background;
  view.context.fillRect(0, 0, view.width, view.height);
}
function fresh(p, first) {
  const [w, h] = [view.width, view.height];
  Object.assign(p, { x: Math.random() * w, y: Math.random() * h, z: Kit.random(0.3, 1), tint: Kit.pick(tints), glyph: glyphs.length ? Kit.pick(glyphs) : "", life: Kit.random(2, 8), vx: 0, vy: 0, phase: Math.random() * 6 });
  if (live.mode === "rain" || live.mode === "snow") p.y = first ? p.y : -10;
  if (live.mode === "bubbles") p.y = first ? p.y : h + 20;
  if (live.mode === "stars") { p.x = Kit.random(-1, 1); p.y = Kit.random(-1, 1); p.z = first ? Math.random() : 1; }
  if (live.mode === "fountain") { p.x = w / 2; p.y = h * 0.84; const t = Kit.random(-0.42, 0.42); const by = Kit.random(0.5, 1) * Math.sqrt(h) * 33; p.vx = Math.sin(t) * by; p.vy = -Math.cos(t) * by; p.life = first ? -Math.random() * 3 : 4; }
}
function fill() {
  const limit = live.mode === "fireworks" ? 0 : Math.round(live.count * (view.width < 600 ? 0.5 : 1));
  while (dots.length < limit) { const p = {}; fresh(p, true); dots.push(p); }
  dots.length = limit;
}
function burst(x, y, many = 70) {
  const tint = Kit.pick(tints);
  for (let i = 0; i < many && sparks.length < 1600; i++) {
    const t = Math.random() * 7;
    const by = Math.sqrt(Math.random()) * Kit.random(160, 330);
    sparks.push({ x, y, vx: Math.cos(t) * by, vy: Math.sin(t) * by, tint: Math.random() < 0.75 ? tint : Kit.pick(tints), life: Kit.random(0.7, 1.6), glyph: glyphs.length ? Kit.pick(glyphs) : "" });
  }
}
function pull(p, dt, strong) {
  if (!pointer || mouse === "burst") return;
  const [dx, dy] = [pointer.x - p.x, pointer.y - p.y];
  const far = Math.hypot(dx, dy);
  if (far > 240 || far < 4) return;
  const by = ((mouse === "attract" ? 1 : -1) * strong * (1 - far / 240) * dt) / far;
  p.vx += dx * by;
  p.vy += dy * by;
}
const MOVE = {
  flow(p, dt, time) {
    const turn = Math.sin(p.x * 0.0042 + time * 0.11) * 2.2 + Math.cos(p.y * 0.0048 - time * 0.09) * 2.2 + Math.sin((p.x + p.y) * 0.002);
    p.vx = p.vx * 0.94 + Math.cos(turn) * 9 * p.z;
    p.vy = p.vy * 0.94 + Math.sin(turn) * 9 * p.z;
  },
  rain(p) { p.vx = -60; p.vy = 900 * p.z; },
  snow(p, dt, time) { p.vx = p.vx * 0.96 + Math.sin(time + p.phase) * 1.6; p.vy = p.vy * 0.96 + 3.2 * p.z; },
  bubbles(p, dt, time) { p.vx = p.vx * 0.95 + Math.sin(time * 1.5 + p.phase) * 1.4; p.vy = p.vy * 0.95 - 3.6 * p.z; },
  fountain(p, dt) { p.vy += 620 * dt; if (p.y > view.height + 10) p.life = 0; },
  fireflies(p, dt, time) { p.vx = p.vx * 0.96 + Math.cos(time * 0.9 * p.z + p.phase * 3) * 3; p.vy = p.vy * 0.96 + Math.sin(time * 1.1 * p.z + p.phase * 5) * 3; },
};
function paint(c, p, r, a) {
  c.globalAlpha = a;
  if (p.glyph) { c.fillStyle = C.text; Kit.emoji(c, p.glyph, p.x, p.y, r * 7 + 6); return; }
  c.fillStyle = p.tint;
  c.beginPath();
  c.arc(p.x, p.y, Math.max(0.3, r), 0, 7);
  c.fill();
}
function step(dt, time) {
  const { context: c, width: w, height: h } = view;
  fill();
  dots.forEach((p) => {
    p.life -= dt;
    const [ox, oy] = [p.x, p.y];
    if (live.mode === "stars") {
      p.z -= dt * 0.16 * live.speed;
      if (p.z <= 0.02) fresh(p, false);
      const x = w / 2 + (p.x / p.z) * w * 0.5 + (pointer ? (w / 2 - pointer.x) * 0.1 : 0);
      const y = h / 2 + (p.y / p.z) * h * 0.5 + (pointer ? (h / 2 - pointer.y) * 0.1 : 0);
      if (x < 0 || y < 0 || x > w || y > h) { fresh(p, false); return; }
      paint(c, { ...p, x, y }, (1 - p.z) * 2.2 * S.size, 1 - p.z * 0.8);
      return;
    }
    if (live.mode === "fountain" && p.life < 0 && p.vy < 0 && p.y > h * 0.83) { if (Math.random() < dt * 0.6) p.life = 4; return; }
    MOVE[live.mode](p, dt, time);
    pull(p, dt, 900);
    p.x += p.vx * dt * live.speed;
    p.y += p.vy * dt * live.speed;
    const out = p.x < -20 || p.x > w + 20 || p.y < -30 || p.y > h + 30;
    if (out || p.life < 0) { if (["flow", "fireflies"].includes(live.mode) || out || live.mode === "fountain") fresh(p, false); if (live.mode === "fountain") p.life = 4; return; }
    const near = live.mode === "fireflies" ? 0.25 + 0.75 * Math.abs(Math.sin(time * 1.3 + p.phase)) : 0.85;
    if (!p.glyph && (live.mode === "flow" || live.mode === "rain")) {
      c.globalAlpha = live.mode === "rain" ? 0.45 * p.z : 0.7;
      c.strokeStyle = p.tint;
      c.lineWidth = S.size * p.z;
      c.beginPath(); c.moveTo(ox, oy); c.lineTo(p.x, p.y + (live.mode === "rain" ? 9 : 0)); c.stroke();
    } else if (live.mode === "bubbles" && !p.glyph) { c.globalAlpha = 0.7; c.strokeStyle = p.tint; c.lineWidth = 1.4; c.beginPath(); c.arc(p.x, p.y, S.size * 7 * p.z, 0, 7); c.stroke(); } else paint(c, p, S.size * (live.mode === "snow" ? 2.2 : 1.5) * p.z, near);
  });
  sparks = sparks.filter((p) => {
    p.life -= dt;
    p.vx *= 0.985; p.vy = p.vy * 0.985 + 110 * dt;
    p.x += p.vx * dt * live.speed; p.y += p.vy * dt * live.speed;
    paint(c, p, S.size * 1.5 * Math.max(0.2, p.life), Kit.clamp(p.life, 0, 1));
    return p.life > 0;
  });
  c.globalAlpha = 1;
}
const { element } = Kit;
const hint = element("p", {}, S.hint);
const range = (name, low, high, by) => {
  const input = element("input", { type: "range", min: low, max: high, step: by, value: live[name], "aria-label": words[name] });
  input.addEventListener("input", () => (live[name] = Number(input.value)));
  return element("label", {}, words[name], input);
};
function choose(mode) {
  live.mode = mode;
  dots = [];
  buttons.forEach(([name, node]) => node.setAttribute("aria-pressed", String(name === mode)));
}
const shown = [...new Set(S.modes.map((m) => Kit.choice(m, MODES, "")).filter(Boolean))];
const buttons = shown.map((mode) => [mode, element("button", { type: "button", "aria-pressed": String(mode === live.mode), onclick: () => choose(mode) }, words[mode])]);
function save() {
  const link = element("a", { download: "picture.png", href: view.node.toDataURL("image/png") });
  link.click();
}
document.body.append(
  element("div", { class: "brand" }, element("h1", {}, S.title), hint), element("div", { class: "message" }, S.message),
  element("div", { class: "deck" }, element("div", {}, ...buttons.map(([, node]) => node)), range("speed", 0.1, 3, 0.05), range("count", 50, 1500, 10), range("trail", 0, 1, 0.01), element("button", { type: "button", onclick: save }, words.save)),
);
view.node.addEventListener("pointermove", (e) => { pointer = { x: e.clientX, y: e.clientY }; if (mouse === "burst" && Math.random() < 0.3) burst(pointer.x, pointer.y, 4); });
view.node.addEventListener("pointerleave", () => (pointer = null));
view.node.addEventListener("pointerdown", (e) => { burst(e.clientX, e.clientY); Sound.play("boom"); });
const egg = Egg.listen(S.egg, () => { hint.textContent = S.egg.message || hint.textContent; for (let i = 0; i < 5; i++) burst(Kit.random(0.1, 0.9) * view.width, Kit.random(0.1, 0.6) * view.height); });
Kit.onPress((name, event) => {
  if (event.repeat || egg.type(event.key || "")) return;
  if (name === "fire" || name === "enter") burst(Kit.random(0.2, 0.8) * view.width, Kit.random(0.15, 0.55) * view.height);
  else if ((name === "left" || name === "right") && shown.length) choose(shown[(shown.indexOf(live.mode) + (name === "right" ? 1 : -1) + shown.length) % shown.length]);
});
Kit.loop((dt, time) => {
  view.context.fillStyle = Kit.alpha(C.background, Kit.mix(1, 0.035, live.trail));
  view.context.fillRect(0, 0, view.width, view.height);
  wait -= dt * live.speed;
  if (live.mode === "fireworks" && wait <= 0) { wait = Kit.random(0.3, 0.9); burst(Kit.random(0.15, 0.85) * view.width, Kit.random(0.12, 0.5) * view.height, 90); }
  step(dt, time);
  Egg.frame(dt, time);
});
