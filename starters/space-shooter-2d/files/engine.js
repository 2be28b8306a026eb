// A 2D shooter: waves from above, or asteroids. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Space shooter", mode: "waves", hero: "ship", enemies: ["👾", "🛸", "👽"], boss: "🐙", bossName: "", rocks: "🪨",
  colours: { background: "#0b0d26", text: "#eef0ff", accent: "#7cf5c8", bullet: "#ffe66d", ship: "#dfe6ff" },
  waves: ["", "", "", "", "", ""], bossEvery: 3, enemiesPerWave: 10, bossHealth: 30, endless: false, lives: 3, speed: 1, fireRate: 5, powerUps: true,
};
const S = Kit.settings(DEFAULTS);
if (!S.enemies.length) S.enemies = DEFAULTS.enemies;
if (!S.waves.length) S.waves = DEFAULTS.waves;
const rocks = Kit.choice(S.mode, ["waves", "asteroids"]) === "asteroids";
const game = Game.create(S, ["score", "lives", "wave"], { start, frame });
const C = game.colours;
["bullet", "ship"].forEach((name) => (C[name] = Kit.readable(Kit.colour(C[name], C.text), C.background, 2)));
const fx = Kit.particles();
const view = Kit.canvas();
Kit.pads({ left: "←", right: "→", up: "↑", fire: "✦" });
const speed = Kit.clamp(S.speed, 0.3, 3);
const stars = Array.from({ length: 130 }, () => ({ x: Math.random(), y: Math.random(), z: Kit.random(0.2, 1) }));
const ship = { x: 0, y: 0, vx: 0, vy: 0, turn: 0, cool: 0, safe: 0, power: 0, shield: 0, drag: null };
let [enemies, shots, bombs, gifts] = [[], [], [], []];
let [score, lives, wave, toCome, wait, shake] = [0, 3, 0, 0, 0, 0];
const unit = () => Kit.clamp(Math.min(view.width, view.height) / 720, 0.62, 1.1);
const base = () => view.height - (view.width < 560 ? 150 : 90);

function start() {
  [enemies, shots, bombs, gifts] = [[], [], [], []];
  [score, lives, wave] = [0, Kit.clamp(Math.round(S.lives), 1, 20), 0];
  Object.assign(ship, { x: view.width / 2, y: rocks ? view.height / 2 : base(), vx: 0, vy: 0, turn: 0, safe: 2, power: 0, shield: 0 });
  nextWave();
}
function nextWave() {
  wave += 1;
  if (!S.endless && wave > S.waves.length) return game.over(true, score);
  const line = S.waves[(wave - 1) % S.waves.length];
  game.toast(`${game.words.wave} ${wave}${line ? ` · ${line}` : ""}`, 3);
  Sound.play("power");
  const boss = !rocks && S.bossEvery > 0 && wave % Math.round(S.bossEvery) === 0;
  toCome = rocks ? 0 : Math.round(Kit.clamp(S.enemiesPerWave, 1, 40) * (boss ? 0.4 : 1)) + Math.floor(wave / 2);
  wait = 1.2;
  if (boss) enemies.push({ face: S.boss, x: view.width / 2, y: -80, s: 130 * unit(), health: Kit.clamp(S.bossHealth, 3, 500), full: Kit.clamp(S.bossHealth, 3, 500), boss: true, phase: 0, cool: 2, points: 300, home: view.width / 2, vy: 40 });
  if (rocks) for (let i = 0; i < 2 + wave; i++) rock(Math.random() * view.width, Math.random() < 0.5 ? -40 : view.height + 40, 3);
}
function rock(x, y, size) {
  const turn = Math.random() * 7;
  const by = Kit.random(40, 95) * (4 - size) * 0.6 * speed;
  enemies.push({ face: S.rocks, x, y, vx: Math.cos(turn) * by, vy: Math.sin(turn) * by, s: 34 * size * unit(), size, health: 1, points: (4 - size) * 20, spin: Kit.random(-1.4, 1.4), angle: 0, rock: true });
}
function spawn() {
  const i = Math.floor(Math.random() * Math.min(S.enemies.length, 1 + Math.ceil(wave / 2)));
  const home = Kit.random(60, Math.max(80, view.width - 60));
  enemies.push({ face: String(S.enemies[i]), x: home, home, y: -50, s: 52 * unit(), health: 1 + i, points: 10 * (i + 1), vy: Kit.random(70, 120) * speed * (1 + wave * 0.05), swing: Kit.random(20, 110) * unit(), phase: Math.random() * 6, cool: Kit.random(1, 4) });
}
function fire() {
  if (ship.cool > 0) return;
  ship.cool = 1 / Kit.clamp(S.fireRate * (ship.power > 0 ? 1.5 : 1), 1, 20);
  const turns = ship.power > 0 ? [-0.2, 0, 0.2] : [0];
  turns.forEach((by) => {
    const turn = ship.turn + by;
    shots.push({ x: ship.x + Math.sin(turn) * 24, y: ship.y - Math.cos(turn) * 24, vx: Math.sin(turn) * 760, vy: -Math.cos(turn) * 760, life: 1.3 });
  });
  Sound.play("shoot");
}
function hurt() {
  if (ship.safe > 0) return;
  ship.safe = 1.8;
  shake = 0.5;
  Sound.play("boom");
  fx.burst(ship.x, ship.y, C.accent, 34, 320, 4);
  if (ship.shield > 0) { ship.shield = 0; return; }
  lives -= 1;
  if (lives <= 0) game.over(false, score);
}
function kill(e) {
  enemies.splice(enemies.indexOf(e), 1);
  score += e.points;
  fx.burst(e.x, e.y, Kit.pick([C.accent, C.bullet, "#ff6b8b"]), e.boss ? 90 : 20, e.boss ? 420 : 240, 4);
  fx.text(e.x, e.y, `+${e.points}`, C.text);
  Sound.play("boom");
  if (e.rock && e.size > 1) [0, 1].forEach(() => rock(e.x, e.y, e.size - 1));
  if (S.powerUps && (e.boss || Math.random() < 0.13)) gifts.push({ x: e.x, y: e.y, kind: Kit.pick(["⚡", "🛡", "♥"]) });
}
function fly(dt) {
  const { held } = Kit;
  const side = (held.right ? 1 : 0) - (held.left ? 1 : 0);
  if (rocks) {
    ship.turn += side * 3.6 * dt;
    if (held.up) { ship.vx += Math.sin(ship.turn) * 420 * dt; ship.vy -= Math.cos(ship.turn) * 420 * dt; fx.burst(ship.x - Math.sin(ship.turn) * 20, ship.y + Math.cos(ship.turn) * 20, C.accent, 1, 60, 3); }
    ship.vx *= Math.exp(-dt * 0.5); ship.vy *= Math.exp(-dt * 0.5);
    ship.x = (ship.x + ship.vx * dt + view.width) % view.width;
    ship.y = (ship.y + ship.vy * dt + view.height) % view.height;
  } else {
    ship.vx = Kit.mix(ship.vx, side * 520, Math.min(1, dt * 9));
    ship.vy = Kit.mix(ship.vy, ((held.down ? 1 : 0) - (held.up ? 1 : 0)) * 420, Math.min(1, dt * 9));
    ship.x = Kit.clamp(ship.x + ship.vx * dt, 30, view.width - 30);
    ship.y = Kit.clamp(ship.y + ship.vy * dt, view.height * 0.4, base() + 40);
  }
  ["cool", "safe", "power", "shield"].forEach((name) => (ship[name] = Math.max(0, ship[name] - dt)));
  if (held.fire || ship.drag) fire();
}
function fight(dt, time) {
  wait -= dt;
  if (toCome > 0 && wait <= 0) { toCome -= 1; wait = Math.max(0.3, 1.1 - wave * 0.06) / speed; spawn(); }
  for (const e of [...enemies]) {
    if (e.rock) { e.x = (e.x + e.vx * dt + view.width + 60) % (view.width + 60); e.y = (e.y + e.vy * dt + view.height + 60) % (view.height + 60); e.angle += e.spin * dt; }
    else if (e.boss) { e.y = Math.min(150, e.y + e.vy * dt); e.x = e.home + Math.sin(time * 0.9) * view.width * 0.33; }
    else { e.y += e.vy * dt; e.x = e.home + Math.sin(time * 2 + e.phase) * e.swing; }
    if (!e.rock && (e.cool -= dt) <= 0 && e.y > 0 && (e.boss || wave > 1)) {
      e.cool = e.boss ? 0.7 : Kit.random(2, 4.5);
      const far = Math.hypot(ship.x - e.x, ship.y - e.y) || 1;
      bombs.push({ x: e.x, y: e.y + e.s * 0.4, vx: ((ship.x - e.x) / far) * 230 * speed, vy: ((ship.y - e.y) / far) * 230 * speed });
    }
    if (e.y > view.height + 60 && !e.rock) enemies.splice(enemies.indexOf(e), 1);
    if (Math.hypot(e.x - ship.x, e.y - ship.y) < e.s * 0.42 + 15 * unit() && ship.safe <= 0) { hurt(); if (!e.boss && enemies.includes(e)) kill(e); }
    if (game.state !== "playing") return;
  }
  for (const s of [...shots]) {
    s.x += s.vx * dt; s.y += s.vy * dt; s.life -= dt;
    const hit = enemies.find((e) => Math.hypot(e.x - s.x, e.y - s.y) < e.s * 0.5 + 4);
    if (hit) { hit.health -= 1; hit.hit = 1; fx.burst(s.x, s.y, C.bullet, 4, 120, 2); Sound.play("hit"); if (hit.health <= 0) kill(hit); }
    if (hit || s.life <= 0 || s.y < -20) shots.splice(shots.indexOf(s), 1);
  }
  for (const b of [...bombs]) {
    b.x += b.vx * dt; b.y += b.vy * dt;
    const hit = Math.hypot(b.x - ship.x, b.y - ship.y) < 18 * unit();
    if (hit) hurt();
    if (hit || b.y > view.height + 20 || b.y < -40) bombs.splice(bombs.indexOf(b), 1);
  }
  for (const g of [...gifts]) {
    g.y += (rocks ? 20 : 110) * dt;
    if (Math.hypot(g.x - ship.x, g.y - ship.y) < 38) {
      if (g.kind === "⚡") ship.power = 9; else if (g.kind === "♥") lives += 1; else ship.shield = 15;
      Sound.play("coin");
      fx.burst(g.x, g.y, C.accent, 16, 180);
      gifts.splice(gifts.indexOf(g), 1);
    } else if (g.y > view.height + 20) gifts.splice(gifts.indexOf(g), 1);
  }
  if (toCome <= 0 && !enemies.length && game.state === "playing") nextWave();
}
function drawShip(c, time) {
  const u = unit() * (Egg.active("giant") ? 2 : Egg.active("tiny") ? 0.5 : 1);
  c.save();
  c.translate(ship.x, ship.y);
  c.rotate(ship.turn + (rocks ? 0 : ship.vx * 0.0005));
  c.scale(u, u);
  if (Kit.choice(S.hero, ["ship"], "") !== "ship") { c.fillStyle = C.text; Kit.emoji(c, S.hero, 0, 0, 54); }
  else {
    c.fillStyle = C.accent;
    c.beginPath(); c.moveTo(-7, 18); c.lineTo(0, 32 + Math.sin(time * 40) * 7); c.lineTo(7, 18); c.fill();
    c.fillStyle = Kit.shade(C.ship, -0.25);
    c.beginPath(); c.moveTo(-30, 18); c.lineTo(0, -8); c.lineTo(30, 18); c.lineTo(0, 12); c.fill();
    c.fillStyle = C.ship;
    c.beginPath(); c.moveTo(0, -32); c.quadraticCurveTo(13, -6, 9, 20); c.lineTo(-9, 20); c.quadraticCurveTo(-13, -6, 0, -32); c.fill();
    c.fillStyle = C.accent;
    c.beginPath(); c.ellipse(0, -8, 4, 8, 0, 0, 7); c.fill();
  }
  if (ship.shield > 0) { c.strokeStyle = Kit.alpha(C.accent, 0.7); c.lineWidth = 3; c.beginPath(); c.arc(0, 0, 42, 0, 7); c.stroke(); }
  c.restore();
}
function draw(dt, time, state) {
  const { context: c, width: w, height: h } = view;
  c.fillStyle = C.background;
  c.fillRect(0, 0, w, h);
  stars.forEach((s) => {
    s.y = (s.y + dt * s.z * (rocks ? 0.01 : 0.12) * speed) % 1;
    c.fillStyle = Kit.alpha(C.text, s.z * 0.8);
    c.fillRect(s.x * w, s.y * h, s.z * 2.4, s.z * (rocks ? 2.4 : 7));
  });
  c.save();
  if (shake > 0) c.translate(Kit.random(-12, 12) * shake, Kit.random(-12, 12) * shake);
  gifts.forEach((g) => { c.fillStyle = Kit.alpha(C.accent, 0.25 + Math.sin(time * 8) * 0.1); c.beginPath(); c.arc(g.x, g.y, 23, 0, 7); c.fill(); c.fillStyle = "#ff8fab"; Kit.emoji(c, g.kind, g.x, g.y, 24); });
  enemies.forEach((e) => {
    e.hit = (e.hit || 0) * 0.86;
    c.save(); c.translate(e.x, e.y); c.rotate(e.angle || Math.sin(time * 3 + (e.phase || 0)) * 0.15); c.scale(1 + e.hit * 0.2, 1 + e.hit * 0.2);
    c.fillStyle = C.text; Kit.emoji(c, e.face, 0, 0, e.s); c.restore();
    if (e.boss) { c.fillStyle = Kit.alpha(C.text, 0.2); Kit.roundRect(c, e.x - 70, e.y - e.s * 0.7, 140, 8, 4); c.fill(); c.fillStyle = "#ff5d73"; Kit.roundRect(c, e.x - 70, e.y - e.s * 0.7, 140 * Kit.clamp(e.health / e.full, 0, 1), 8, 4); c.fill(); c.fillStyle = C.text; c.font = "700 14px system-ui"; c.textAlign = "center"; c.fillText(S.bossName, e.x, e.y - e.s * 0.7 - 14); }
  });
  c.fillStyle = C.bullet;
  shots.forEach((s) => { c.save(); c.translate(s.x, s.y); c.rotate(Math.atan2(s.vx, -s.vy)); Kit.roundRect(c, -2.5, -11, 5, 22, 3); c.fill(); c.restore(); });
  c.fillStyle = "#ff6b8b";
  bombs.forEach((b) => { c.beginPath(); c.arc(b.x, b.y, 7, 0, 7); c.fill(); });
  if (state !== "over" && (ship.safe <= 0 || Math.sin(time * 28) > -0.4)) drawShip(c, time);
  fx.draw(c);
  c.restore();
}
const node = view.node;
node.addEventListener("pointerdown", (e) => { ship.drag = [e.clientX, e.clientY]; node.setPointerCapture(e.pointerId); });
node.addEventListener("pointermove", (e) => {
  if (!ship.drag || game.state !== "playing") return;
  if (rocks) ship.turn = Math.atan2(e.clientX - ship.x, ship.y - e.clientY);
  else { ship.x = Kit.clamp(ship.x + e.clientX - ship.drag[0], 30, view.width - 30); ship.y = Kit.clamp(ship.y + e.clientY - ship.drag[1], view.height * 0.4, base() + 40); }
  ship.drag = [e.clientX, e.clientY];
});
["pointerup", "pointercancel"].forEach((kind) => node.addEventListener(kind, () => (ship.drag = null)));
function frame(dt, time, state) {
  if (state === "playing") { fly(dt); fight(dt * (Egg.active("slow-motion") ? 0.35 : 1), time); }
  else if (state === "title") { ship.x = view.width / 2 + Math.sin(time) * view.width * 0.3; ship.y = base(); }
  shake = Math.max(0, shake - dt);
  fx.step(dt);
  game.set("score", score);
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 9)) || "–");
  game.set("wave", Math.max(1, Math.min(wave, S.endless ? wave : S.waves.length)));
  draw(dt, time, state);
}
game.ready();
