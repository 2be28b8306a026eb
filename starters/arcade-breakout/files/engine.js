// Breakout. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Breakout",
  colours: { background: "#221a38", text: "#fff4e6", accent: "#ffb457", paddle: "#fff4e6", ball: "#ffe9c9" },
  brickColours: ["#ff5d73", "#ff8a5b", "#ffc15e", "#7bd389", "#4cc9f0", "#b388eb"], brickStyle: "glossy", emoji: ["🍓", "🍊", "🍋", "🥝", "🫐", "🍇"],
  levelNames: [""], levels: [["111111111111", "22222*222222", "333333333333", "444*4444*444"], ["5 5 5 5 5 5 ", " 6*6 6 6*6 6", "5 5 5 5 5 5 "]],
  lives: 3, speed: 430, paddle: 130, powerUps: ["wide", "multi", "slow", "life", "fire"], trail: true,
};
const S = Kit.settings(DEFAULTS);
const levels = S.levels.map((rows) => rows.map(String).filter((row) => row.trim())).filter((rows) => rows.length);
if (!levels.length) levels.push(...DEFAULTS.levels);
const tints = Kit.palette(S.brickColours, DEFAULTS.brickColours);
const style = Kit.choice(S.brickStyle, ["flat", "glossy", "emoji"], "glossy");
const faces = S.emoji.length ? S.emoji.map(String) : DEFAULTS.emoji;
const POWERS = { wide: "↔", multi: "⁂", slow: "◔", life: "♥", fire: "✹" };
const powers = S.powerUps.map((p) => Kit.choice(p, Object.keys(POWERS), "")).filter(Boolean);
const game = Game.create(S, ["score", "lives", "level"], { start, frame });
const C = game.colours;
C.paddle = Kit.readable(Kit.colour(C.paddle, C.text), C.background, 1.8);
C.ball = Kit.readable(Kit.colour(C.ball, C.text), C.background, 1.8);
const fx = Kit.particles();
const view = Kit.canvas(layout);
Kit.pads({ left: "←", right: "→", fire: "●" });
let field = null;
let [bricks, balls, drops] = [[], [], []];
let [score, lives, level, wide, slow, fire, shake] = [0, 3, 0, 0, 0, 0, 0];
const paddle = { x: 0, w: 130 };

function layout(v) {
  const w = Math.min(v.width, 980);
  const pads = v.width < 560 ? 110 : 34;
  const old = field;
  field = { x: (v.width - w) / 2, w, top: v.width < 560 ? 62 : 78, bottom: v.height - pads, scale: Kit.clamp(w / 900, 0.5, 1) };
  if (old) place();
  paddle.x = field.x + w / 2;
}
function build(index) {
  const rows = levels[index % levels.length];
  const across = Math.max(...rows.map((row) => row.length));
  bricks = [];
  rows.slice(0, 14).forEach((row, j) =>
    [...row.padEnd(across)].forEach((sign, i) => {
      if (sign === " " || sign === "." || sign === "0") return;
      const digit = parseInt(sign, 10);
      bricks.push({ i, j, across, tint: sign === "#" ? "#7b8194" : tints[(Number.isFinite(digit) ? digit - 1 : (i + j) % tints.length) % tints.length] || tints[0], face: faces[(Number.isFinite(digit) ? digit - 1 : i + j) % faces.length], solid: sign === "#", gift: sign === "*", pop: 0 });
    }),
  );
  if (!bricks.some((b) => !b.solid)) bricks.forEach((b) => (b.solid = false));
  place();
}
function place() {
  bricks.forEach((b) => {
    const w = (field.w - 24) / b.across;
    const h = Kit.clamp(w * 0.42, 16, 32);
    Object.assign(b, { x: field.x + 12 + b.i * w + 2, y: field.top + 24 + b.j * (h + 4), w: w - 4, h });
  });
}
const newBall = () => ({ x: paddle.x, y: field.bottom - 22, vx: 0, vy: 0, r: 9 * Math.max(0.75, field.scale), stuck: true, path: [] });
function start() {
  [score, lives, level] = [0, Kit.clamp(Math.round(S.lives), 1, 20), 0];
  open();
}
function open() {
  build(level);
  [wide, slow, fire, drops] = [0, 0, 0, []];
  balls = [newBall()];
  const name = S.levelNames[level % Math.max(1, S.levelNames.length)];
  game.toast(`${game.words.level} ${level + 1}${name ? ` · ${name}` : ""}`, 2.4);
}
const pace = () => Kit.clamp(S.speed, 120, 1400) * Kit.clamp(field.scale * 1.1, 0.65, 1) * (1 + level * 0.06) * (slow > 0 ? 0.65 : 1) * (Egg.active("slow-motion") ? 0.4 : 1);
function serve() {
  balls.filter((b) => b.stuck).forEach((b) => {
    const turn = Kit.random(-0.5, 0.5);
    Object.assign(b, { stuck: false, vx: Math.sin(turn), vy: -Math.cos(turn) });
    Sound.play("bounce");
  });
}
Kit.onPress((name) => (name === "fire" || name === "up") && game.state === "playing" && serve());
const follow = (event) => game.state !== "paused" && (paddle.x = event.clientX);
view.node.addEventListener("pointermove", follow);
view.node.addEventListener("pointerdown", (event) => { follow(event); if (game.state === "playing") serve(); });

function strike(b) {
  b.pop = 1;
  if (b.solid && fire <= 0) return Sound.play("hit");
  score += 10;
  const [x, y] = [b.x + b.w / 2, b.y + b.h / 2];
  fx.burst(x, y, b.tint, 14, 220, 4);
  Sound.note(Sound.step("pentatonic", 4 + Math.max(0, 8 - b.j)), "marimba", 0.7);
  bricks.splice(bricks.indexOf(b), 1);
  if (powers.length && (b.gift || Math.random() < 0.07)) drops.push({ x, y, kind: Kit.pick(powers) });
}
function take(kind) {
  Sound.play("power");
  fx.text(paddle.x, field.bottom - 40, POWERS[kind], C.accent);
  if (kind === "wide") wide = 14;
  else if (kind === "slow") slow = 10;
  else if (kind === "fire") fire = 7;
  else if (kind === "life") lives += 1;
  else balls.filter((b) => !b.stuck).slice(0, 4).forEach((b) => [-0.5, 0.5].forEach((t) => balls.push({ ...b, path: [], vx: b.vx * Math.cos(t) - b.vy * Math.sin(t), vy: b.vx * Math.sin(t) + b.vy * Math.cos(t) })));
}
function fly(b, dt) {
  if (b.stuck) { b.x = paddle.x; b.y = field.bottom - b.r - 9; return; }
  const by = pace() * dt;
  b.x += b.vx * by;
  b.y += b.vy * by;
  if (b.x < field.x + b.r) { b.x = field.x + b.r; b.vx = Math.abs(b.vx); Sound.play("bounce"); }
  if (b.x > field.x + field.w - b.r) { b.x = field.x + field.w - b.r; b.vx = -Math.abs(b.vx); Sound.play("bounce"); }
  if (b.y < field.top + b.r) { b.y = field.top + b.r; b.vy = Math.abs(b.vy); Sound.play("bounce"); }
  if (b.vy > 0 && b.y > field.bottom - b.r - 8 && b.y < field.bottom + 20 && Math.abs(b.x - paddle.x) < paddle.w / 2 + b.r) {
    const turn = Kit.clamp((b.x - paddle.x) / (paddle.w / 2), -1, 1) * 1.05;
    [b.vx, b.vy] = [Math.sin(turn), -Math.cos(turn)];
    Sound.play("bounce");
    fx.burst(b.x, field.bottom - 8, C.paddle, 5, 90, 2);
  }
  const hit = bricks.find((k) => b.x + b.r > k.x && b.x - b.r < k.x + k.w && b.y + b.r > k.y && b.y - b.r < k.y + k.h);
  if (hit) {
    if (fire <= 0) {
      const side = Math.min(b.x + b.r - hit.x, hit.x + hit.w - b.x + b.r);
      const flat = Math.min(b.y + b.r - hit.y, hit.y + hit.h - b.y + b.r);
      if (side < flat) b.vx = Math.abs(b.vx) * (b.x < hit.x + hit.w / 2 ? -1 : 1);
      else b.vy = Math.abs(b.vy) * (b.y < hit.y + hit.h / 2 ? -1 : 1);
      if (Math.abs(b.vy) < 0.18) b.vy = b.vy < 0 ? -0.22 : 0.22;
    }
    strike(hit);
  }
}
function play(dt, auto) {
  const { held } = Kit;
  const push = 820 * field.scale * dt;
  if (auto && balls[0]) { paddle.x = Kit.mix(paddle.x, balls[0].x + Math.sin(game.demo * 3) * 30, Math.min(1, dt * 9)); if (balls[0].stuck) serve(); }
  paddle.x += ((held.right ? 1 : 0) - (held.left ? 1 : 0)) * push;
  const size = Egg.active("giant") ? 2 : Egg.active("tiny") ? 0.5 : 1;
  paddle.w = Kit.mix(paddle.w, Kit.clamp(S.paddle, 40, 400) * Math.max(0.6, field.scale) * (wide > 0 ? 1.6 : 1) * size, Math.min(1, dt * 8));
  paddle.x = Kit.clamp(paddle.x, field.x + paddle.w / 2, field.x + field.w - paddle.w / 2);
  [wide, slow, fire] = [wide, slow, fire].map((x) => Math.max(0, x - dt));
  for (let i = 0; i < 3; i++) balls.forEach((b) => fly(b, dt / 3));
  balls = balls.filter((b) => b.y < view.height + 30);
  [...drops].forEach((d) => {
    d.y += 190 * dt;
    const caught = d.y > field.bottom - 16 && d.y < field.bottom + 14 && Math.abs(d.x - paddle.x) < paddle.w / 2 + 14;
    if (caught) take(d.kind);
    if (caught || d.y > view.height + 20) drops.splice(drops.indexOf(d), 1);
  });
  if (!balls.length) {
    if (!auto) { lives -= 1; shake = 0.4; Sound.play("boom"); }
    if (lives <= 0 && !auto) return game.over(false, score);
    balls = [newBall()];
  }
  if (!bricks.some((b) => !b.solid)) {
    if (auto) return build(0);
    level += 1;
    score += 100;
    if (level >= levels.length) return game.over(true, score);
    Sound.play("win");
    open();
  }
}
function draw(dt) {
  const { context: c, width: w, height: h } = view;
  const sky = c.createLinearGradient(0, 0, 0, h);
  sky.addColorStop(0, C.background);
  sky.addColorStop(1, Kit.blend(C.background, C.accent, 0.22));
  c.fillStyle = sky;
  c.fillRect(0, 0, w, h);
  c.save();
  if (shake > 0) c.translate(Kit.random(-10, 10) * shake, Kit.random(-10, 10) * shake);
  c.fillStyle = Kit.alpha(C.text, 0.035);
  Kit.roundRect(c, field.x, field.top, field.w, h, 18);
  c.fill();
  bricks.forEach((b) => {
    const lift = b.pop * 4;
    b.pop *= Math.exp(-dt * 9);
    c.fillStyle = b.solid ? "#7b8194" : Kit.shade(b.tint, b.pop * 0.6);
    Kit.roundRect(c, b.x, b.y - lift, b.w, b.h, 6);
    if (style === "emoji" && !b.solid) c.fillStyle = Kit.alpha(b.tint, 0.4);
    c.fill();
    if (style === "glossy") { c.fillStyle = "rgba(255,255,255,.2)"; Kit.roundRect(c, b.x + 2, b.y + 2 - lift, b.w - 4, b.h * 0.36, 4); c.fill(); }
    if (style === "emoji" && !b.solid) { c.fillStyle = C.text; Kit.emoji(c, b.face, b.x + b.w / 2, b.y + b.h / 2 - lift, b.h * 0.85); }
    if (b.gift) { c.fillStyle = "rgba(255,255,255,.9)"; c.beginPath(); c.arc(b.x + b.w / 2, b.y + b.h / 2 - lift, 3.4, 0, 7); c.fill(); }
  });
  c.fillStyle = wide > 0 ? C.accent : C.paddle;
  Kit.roundRect(c, paddle.x - paddle.w / 2, field.bottom - 8, paddle.w, 15, 8);
  c.fill();
  drops.forEach((d) => {
    c.fillStyle = C.accent;
    c.beginPath(); c.arc(d.x, d.y, 14, 0, 7); c.fill();
    c.fillStyle = Kit.readable(C.background, C.accent);
    Kit.emoji(c, POWERS[d.kind], d.x, d.y, 16);
  });
  balls.forEach((b) => {
    const tint = fire > 0 ? "#ff6b35" : C.ball;
    if (S.trail) {
      b.path.push([b.x, b.y]);
      if (b.path.length > 12) b.path.shift();
      b.path.forEach(([x, y], i) => { c.fillStyle = Kit.alpha(tint, i * 0.03); c.beginPath(); c.arc(x, y, b.r * (i / 12), 0, 7); c.fill(); });
    }
    c.fillStyle = tint;
    c.beginPath(); c.arc(b.x, b.y, b.r, 0, 7); c.fill();
  });
  fx.draw(c);
  c.restore();
}
function frame(dt, time, state) {
  game.demo = time;
  if (!bricks.length && state === "title") { build(0); balls = [newBall()]; }
  if (state === "playing") play(dt, false);
  else if (state === "title") play(dt, true);
  shake = Math.max(0, shake - dt);
  fx.step(dt, 260);
  game.set("score", state === "title" ? 0 : score);
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 9)) || "–");
  game.set("level", level + 1);
  draw(dt);
}
game.ready();
