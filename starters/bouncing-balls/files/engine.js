// Balls that bounce. All content is in content.js.
const DEFAULTS = {
  lang: "en", title: "Bouncing balls", subtitle: "", font: "rounded",
  words: { count: "balls", hits: "bounces", add: "Add 10", restart: "Restart", pause: "Pause", gravity: "Gravity", bounce: "Bounce", speed: "Speed" },
  colours: { background: "#fdf6ec", text: "#2d2a32", accent: "#ef6f6c" },
  ballColours: ["#ef6f6c", "#f7b267", "#f4e285", "#8cb369", "#5b8e7d", "#457b9d", "#b388eb"], balls: "glossy", emoji: [],
  count: 24, radius: { min: 14, max: 44 }, speed: 260, gravity: 700, bounce: 0.88, collide: true, walls: "bounce", trail: 0.25,
  mouse: "none", lines: false, sound: true, egg: { word: "", effect: "confetti", message: "" },
};
const CHINESE = { count: "个小球", hits: "次碰撞", add: "加 10 个", restart: "重新开始", pause: "暂停", gravity: "重力", bounce: "弹性", speed: "速度" };
const S = Kit.settings(DEFAULTS);
const lang = Kit.page(S);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const colours = Kit.theme(S.colours, S.font);
const tints = Kit.palette(S.ballColours, DEFAULTS.ballColours);
const style = Kit.choice(S.balls, ["plain", "glossy", "ring", "planet", "soft"], "glossy");
const wrap = Kit.choice(S.walls, ["bounce", "wrap"]) === "wrap";
const mouse = Kit.choice(S.mouse, ["none", "attract", "repel"]);
const emoji = S.emoji.map(String).filter(Boolean);
const bounds = [Kit.clamp(Math.min(S.radius.min, S.radius.max), 3, 140), Kit.clamp(Math.max(S.radius.min, S.radius.max), 4, 180)];
const live = { gravity: Kit.clamp(S.gravity, -3000, 3000), bounce: Kit.clamp(S.bounce > 1.5 ? S.bounce / 100 : S.bounce, 0, 1), speed: 1, paused: false, hits: 0 };
const LIMIT = 220;
let balls = [];
let pointer = null;
let held = null;
let pressed = null;
const view = Kit.canvas();

function ball(x, y, still) {
  const r = Kit.random(bounds[0], bounds[1]) * (view.width < 560 ? 0.72 : 1);
  const turn = Math.random() * Math.PI * 2;
  const push = still ? 60 : Kit.clamp(S.speed, 0, 2000) * Kit.random(0.5, 1.2);
  if (balls.length >= LIMIT) balls.shift();
  balls.push({ x, y, r, m: r * r, vx: Math.cos(turn) * push, vy: Math.sin(turn) * push, tint: Kit.pick(tints), face: emoji.length ? Kit.pick(emoji) : "", angle: Math.random() * 6, path: [], pop: 1, quiet: 0 });
}
function restart() {
  balls = [];
  live.hits = 0;
  const many = Kit.clamp(Math.round(S.count), 1, 150);
  for (let i = 0; i < many; i++) ball(Kit.random(0.1, 0.9) * view.width, Kit.random(0.1, 0.7) * view.height);
}
function hit(b, speed) {
  if (speed < 50) return;
  live.hits += 1;
  b.pop = Math.min(1, b.pop + speed / 900);
  const now = performance.now();
  if (!S.sound || now - b.quiet < 120 || now - hit.last < 35) return;
  b.quiet = hit.last = now;
  Sound.note(Sound.step("pentatonic", Math.round(14 - (b.r / bounds[1]) * 12)), "marimba", Kit.clamp(speed / 1400, 0.04, 0.5), Kit.clamp((b.x / view.width) * 2 - 1, -1, 1));
}
hit.last = 0;

function wall(b) {
  const w = view.width;
  const h = view.height - (w < 640 ? 172 : 0); // on a phone the controls are the floor
  if (wrap) {
    b.x = (b.x + w) % w;
    b.y = (b.y + h) % h;
    return;
  }
  const e = live.bounce;
  if (b.x < b.r) { b.x = b.r; hit(b, Math.abs(b.vx)); b.vx = Math.abs(b.vx) * e; }
  if (b.x > w - b.r) { b.x = w - b.r; hit(b, Math.abs(b.vx)); b.vx = -Math.abs(b.vx) * e; }
  if (b.y < b.r) { b.y = b.r; hit(b, Math.abs(b.vy)); b.vy = Math.abs(b.vy) * e; }
  if (b.y > h - b.r) { b.y = h - b.r; hit(b, Math.abs(b.vy)); b.vy = -Math.abs(b.vy) * e; b.vx *= 0.995; }
}
function meet(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const gap = Math.hypot(dx, dy) || 0.01;
  const over = a.r + b.r - gap;
  if (over <= 0) return;
  const [nx, ny] = [dx / gap, dy / gap];
  const all = a.m + b.m;
  a.x -= nx * over * (b.m / all); a.y -= ny * over * (b.m / all);
  b.x += nx * over * (a.m / all); b.y += ny * over * (a.m / all);
  const along = (b.vx - a.vx) * nx + (b.vy - a.vy) * ny;
  if (along > 0) return;
  const push = (-(1 + live.bounce) * along) / all;
  a.vx -= push * b.m * nx; a.vy -= push * b.m * ny;
  b.vx += push * a.m * nx; b.vy += push * a.m * ny;
  hit(a, -along);
  hit(b, -along * 0.7);
}
function step(dt) {
  balls.forEach((b) => {
    b.pop *= Math.exp(-dt * 5);
    b.angle += (b.vx / b.r) * dt;
    if (b === held) {
      b.vx = (pointer.x - b.x) * 9; b.vy = (pointer.y - b.y) * 9;
      b.x += (pointer.x - b.x) * Math.min(1, dt * 18); b.y += (pointer.y - b.y) * Math.min(1, dt * 18);
      return;
    }
    b.vy += live.gravity * dt;
    if (mouse !== "none" && pointer) {
      const [dx, dy] = [pointer.x - b.x, pointer.y - b.y];
      const far = Math.max(60, Math.hypot(dx, dy));
      const pull = (mouse === "attract" ? 1 : -1) * Math.min(1500, 160000 / far);
      b.vx += (dx / far) * pull * dt; b.vy += (dy / far) * pull * dt;
    }
    b.x += b.vx * dt; b.y += b.vy * dt;
    wall(b);
  });
  if (!S.collide) return;
  for (let i = 0; i < balls.length; i++) for (let j = i + 1; j < balls.length; j++) meet(balls[i], balls[j]);
}

function disc(c, b, r) {
  c.beginPath();
  c.arc(b.x, b.y, r, 0, 7);
  if (style === "ring") { c.lineWidth = r * 0.28; c.strokeStyle = b.tint; c.stroke(); return; }
  if (style === "plain") c.fillStyle = b.tint;
  else {
    const fade = c.createRadialGradient(b.x - r * 0.35, b.y - r * 0.4, r * 0.08, b.x, b.y, r);
    const ends = style === "soft" ? [b.tint, Kit.alpha(b.tint, 0.05)] : [Kit.shade(b.tint, 0.5), Kit.shade(b.tint, style === "planet" ? -0.45 : -0.12)];
    fade.addColorStop(0, ends[0]);
    fade.addColorStop(style === "glossy" ? 0.5 : 0.3, b.tint);
    fade.addColorStop(1, ends[1]);
    c.fillStyle = fade;
  }
  c.fill();
  if (style === "planet") { c.save(); c.translate(b.x, b.y); c.rotate(0.4 + b.angle * 0.05); c.scale(1, 0.3); c.beginPath(); c.arc(0, 0, r * 1.5, 0, 7); c.strokeStyle = Kit.alpha(b.tint, 0.6); c.lineWidth = 3; c.stroke(); c.restore(); }
}
function draw() {
  const { context: c, width: w, height: h } = view;
  const bottom = Kit.light(colours.background) > 0.4 ? -0.06 : -0.3;
  const ground = c.createLinearGradient(0, 0, 0, h);
  ground.addColorStop(0, colours.background);
  ground.addColorStop(1, Kit.shade(colours.background, bottom));
  c.fillStyle = ground;
  c.fillRect(0, 0, w, h);
  const long = Math.round(Kit.clamp(S.trail, 0, 1) * 26);
  balls.forEach((b) => {
    b.path.push([b.x, b.y]);
    while (b.path.length > long) b.path.shift();
    b.path.forEach(([x, y], i) => {
      c.fillStyle = Kit.alpha(b.tint, (i / long) * 0.13);
      c.beginPath();
      c.arc(x, y, b.r * (0.3 + (0.65 * i) / long), 0, 7);
      c.fill();
    });
  });
  if (S.lines) balls.forEach((a, i) => balls.slice(i + 1).forEach((b) => {
    const gap = Math.hypot(a.x - b.x, a.y - b.y);
    if (gap > 170) return;
    c.strokeStyle = Kit.alpha(a.tint, 1 - gap / 170);
    c.lineWidth = 1.5;
    c.beginPath(); c.moveTo(a.x, a.y); c.lineTo(b.x, b.y); c.stroke();
  }));
  balls.forEach((b) => {
    const r = b.r * (1 + b.pop * 0.12);
    if (b.face) {
      c.save(); c.translate(b.x, b.y); c.rotate(b.angle); c.fillStyle = colours.text; Kit.emoji(c, b.face, 0, 0, r * 1.85); c.restore();
    } else disc(c, b, r);
  });
}

// ---- controls ----
const { element } = Kit;
const [many, hits] = [element("b", {}, "0"), element("b", {}, "0")];
const note = element("p", {}, S.subtitle);
const range = (name, low, high, by) => {
  const input = element("input", { type: "range", min: low, max: high, step: by, value: live[name], "aria-label": words[name] });
  input.addEventListener("input", () => (live[name] = Number(input.value)));
  return element("label", {}, words[name], input);
};
const button = (text, act) => element("button", { type: "button", onclick: (event) => { event.currentTarget.blur(); act(event.currentTarget); } }, text);
const pause = button(words.pause, (node) => node.setAttribute("aria-pressed", String((live.paused = !live.paused))));
document.body.append(
  element("div", { class: "brand" }, element("h1", {}, S.title), note),
  element("div", { class: "counts" }, element("div", {}, many, element("span", {}, words.count)), element("div", {}, hits, element("span", {}, words.hits))),
  element("div", { class: "deck" }, range("gravity", -1500, 1500, 10), range("bounce", 0, 1, 0.01), range("speed", 0.1, 2.5, 0.05),
    element("div", {}, button(words.add, () => { for (let i = 0; i < 10; i++) ball(Kit.random(0.1, 0.9) * view.width, 60); }), pause, button(words.restart, restart))),
);
const node = view.node;
const place = (event) => (pointer = { x: event.clientX, y: event.clientY });
node.addEventListener("pointerdown", (event) => {
  place(event);
  pressed = { ...pointer };
  held = balls.find((b) => Math.hypot(b.x - pointer.x, b.y - pointer.y) < b.r + 6) || null;
  if (!held) ball(pointer.x, pointer.y, true);
  node.setPointerCapture(event.pointerId);
});
node.addEventListener("pointermove", place);
node.addEventListener("pointercancel", () => (held = null));
node.addEventListener("pointerup", (event) => {
  place(event);
  if (held && Math.hypot(pointer.x - pressed.x, pointer.y - pressed.y) < 6) ball(pointer.x, pointer.y, true); // no throw: a click
  held = null;
});
node.addEventListener("pointerleave", () => { if (!held) pointer = null; });
const egg = Egg.listen(S.egg, (effect) => {
  note.textContent = S.egg.message || S.subtitle;
  const by = effect === "giant" ? 1.6 : effect === "tiny" ? 0.5 : 1;
  balls.forEach((b) => { b.r = Math.min(200, b.r * by); b.m = b.r * b.r; b.vy -= Kit.random(300, 900); });
});
Kit.onPress((name, event) => {
  if (event.repeat || egg.type(event.key || "")) return;
  if (name === "fire" || name === "enter") ball(Kit.random(0.1, 0.9) * view.width, 60);
  else if (name === "restart") restart();
  else if (name === "pause") pause.click();
  else if (/^(left|right|up|down)$/.test(name)) balls.forEach((b) => { b.vx += name === "left" ? -260 : name === "right" ? 260 : 0; b.vy += name === "up" ? -420 : name === "down" ? 420 : 0; });
});
restart();
Kit.loop((dt, time) => {
  const slow = Egg.active("slow-motion") ? 0.25 : 1;
  if (!live.paused) for (let i = 0; i < 2; i++) step((dt / 2) * live.speed * slow);
  draw();
  many.textContent = String(balls.length);
  hits.textContent = String(live.hits);
  Egg.frame(dt, time);
});
