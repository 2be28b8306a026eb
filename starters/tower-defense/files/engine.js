// A tower defense game: a path, waves, towers. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Tower defense", ground: "grass", goal: "🏰", enemies: ["👾", "🐛", "🦂", "👹"], boss: "🐉",
  colours: { background: "#7fb069", text: "#1f2a1a", accent: "#c2410c", path: "#e8d5a8" },
  towers: [{ name: "Archer", icon: "🏹", cost: 50, damage: 1, range: 2.4, rate: 1.5, slow: 0 }],
  waves: ["", "", "", "", "", ""], enemiesPerWave: 8, bossEvery: 5, endless: false, gold: 150, lives: 10, speed: 1,
};
const SAID = { en: { poor: "Not enough gold", full: "Fully improved", better: "Level" }, zh: { poor: "金币不够", full: "已升到最高级", better: "等级" } };
const GROUNDS = { grass: ["#7fb069", "#e8d5a8"], sand: ["#e5c98b", "#b98a4e"], snow: ["#e6eef5", "#a9bccb"], space: ["#12142b", "#3b3f78"], night: ["#1c2b24", "#4b5a4f"], lava: ["#3a1d1d", "#d9652b"] };
const S = Kit.settings(DEFAULTS);
for (const key of ["enemies", "towers", "waves"]) if (!S[key].length) S[key] = DEFAULTS[key];
S.towers = S.towers.slice(0, 4).map((one) => ({ ...one, icon: Kit.sign(one.icon || one.name || "🏹"), cost: Kit.clamp(Math.round(one.cost), 5, 900), damage: Kit.clamp(one.damage, 0.2, 50), range: Kit.clamp(one.range > 12 ? one.range / 45 : one.range, 1.1, 5), rate: Kit.clamp(one.rate, 0.3, 8), slow: Kit.clamp(one.slow, 0, 0.85) }));
const [soil, road] = GROUNDS[Kit.choice(S.ground, Object.keys(GROUNDS), "grass")];
if (!Kit.isColour(Kit.given.colours?.background)) S.colours.background = soil;
const game = Game.create(S, ["gold", "lives", "wave"], { start, frame, egg: () => earn(100) });
const C = game.colours;
const said = SAID[game.lang];
C.path = Kit.colour(Kit.given.colours?.path, road);
const fx = Kit.particles();
const speed = Kit.clamp(S.speed, 0.3, 3);
const ROUTES = {
  wide: { columns: 16, rows: 9, turns: [[-1, 2], [3, 2], [3, 6], [7, 6], [7, 1], [11, 1], [11, 6], [14, 6], [14, 3]] },
  tall: { columns: 9, rows: 14, turns: [[1, -1], [1, 2], [7, 2], [7, 5], [1, 5], [1, 8], [7, 8], [7, 11], [4, 11]] },
};
let [towers, walkers, bolts] = [[], [], []];
let [gold, lives, wave, toCome, wait, chosen, board, kind] = [0, 0, 0, 0, 0, 0, null, ""];
let hover = null;
const view = Kit.canvas(lay);

// The board's place on the screen, and the path's squares; a turned phone begins a new board.
function lay() {
  const next = view.width >= view.height * 1.05 ? "wide" : "tall";
  const route = ROUTES[next], head = 64, foot = 74;
  const cell = Math.min((view.width - 8) / route.columns, (view.height - head - foot) / route.rows);
  board = { ...route, cell, left: (view.width - cell * route.columns) / 2, top: head + (view.height - head - foot - cell * route.rows) / 2, road: new Set() };
  board.lengths = route.turns.slice(1).map(([x, y], i) => Math.abs(x - route.turns[i][0]) + Math.abs(y - route.turns[i][1]));
  route.turns.slice(1).forEach(([x, y], i) => {
    const [px, py] = route.turns[i];
    for (let k = 0, n = Math.max(Math.abs(x - px), Math.abs(y - py)); k <= n; k++) board.road.add(`${px + Math.sign(x - px) * k},${py + Math.sign(y - py) * k}`);
  });
  if (kind && kind !== next) towers = [];
  kind = next;
}
const at = (x, y) => [board.left + (x + 0.5) * board.cell, board.top + (y + 0.5) * board.cell];

// Where on the path one is after so many squares; null at its end.
function place(walked) {
  let left = walked;
  for (const [i, length] of board.lengths.entries()) {
    const [from, to] = [board.turns[i], board.turns[i + 1]];
    if (left <= length) return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length];
    left -= length;
  }
  return null;
}

function start() {
  [towers, walkers, bolts] = [[], [], []];
  [gold, lives, wave] = [Kit.clamp(Math.round(S.gold), 0, 99999), Kit.clamp(Math.round(S.lives), 1, 99), 0];
  if (gold < Math.min(...S.towers.map((one) => one.cost))) gold = Math.min(...S.towers.map((one) => one.cost)) * 2;
  nextWave();
  tell();
}
function nextWave() {
  wave += 1;
  if (!S.endless && wave > S.waves.length) return game.over(true, gold + lives * 10);
  const line = S.waves[(wave - 1) % S.waves.length];
  game.toast(`${game.words.wave} ${wave}${line ? ` · ${line}` : ""}`, 3);
  Sound.play("power");
  toCome = Math.round(Kit.clamp(S.enemiesPerWave, 1, 60) * (1 + (wave - 1) * 0.25));
  wait = wave === 1 ? 2.5 : 1.5;
}
function spawn() {
  const strong = Math.floor(Math.random() * Math.min(S.enemies.length, Math.ceil(wave / 1.5)));
  const boss = S.bossEvery > 0 && wave % Math.round(S.bossEvery) === 0 && toCome === 1;
  const health = (2 + strong * 2) * Math.pow(1.22, wave - 1) * (boss ? 9 : 1);
  walkers.push({ face: boss ? S.boss : String(S.enemies[strong]), walked: 0, health, full: health, pace: (boss ? 0.6 : 1.15 - strong * 0.1) * speed, size: boss ? 1.25 : 0.72, slow: 0, gives: boss ? 60 : 6 + strong * 3, boss });
}
function earn(amount) { gold += amount; tell(); }
function tell() {
  game.set("gold", Math.floor(gold)); game.set("lives", lives); game.set("wave", S.endless ? wave : `${Math.min(wave, S.waves.length)}/${S.waves.length}`);
  buttons.forEach((button, i) => button.classList.toggle("poor", gold < S.towers[i].cost));
}

// ---- building ----
const shop = Kit.element("div", { class: "shop" });
const buttons = S.towers.map((one, i) => Kit.element("button", { type: "button", "aria-pressed": String(i === 0), title: one.name, onclick: () => choose(i) }, Kit.element("span", { class: "face" }, one.icon), one.name || "", Kit.element("b", {}, String(one.cost))));
shop.append(...buttons);
document.body.append(shop);
function choose(i) {
  chosen = i;
  buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(n === i)));
}
Kit.onPress((name) => { const n = Number(name); if (S.towers[n - 1]) choose(n - 1); });
function square(event) {
  const x = Math.floor((event.clientX - board.left) / board.cell), y = Math.floor((event.clientY - board.top) / board.cell);
  return x >= 0 && y >= 0 && x < board.columns && y < board.rows ? [x, y] : null;
}
view.node.addEventListener("pointermove", (event) => { hover = square(event); });
view.node.addEventListener("pointerleave", () => { hover = null; });
view.node.addEventListener("pointerdown", (event) => {
  const spot = square(event);
  if (game.state !== "playing" || !spot) return;
  const built = towers.find((one) => one.x === spot[0] && one.y === spot[1]);
  if (built) improve(built);
  else if (!board.road.has(String(spot))) build(...spot);
});
function pay(cost) {
  if (gold < cost) { game.toast(said.poor, 1.2); Sound.play("hit"); return false; }
  earn(-cost);
  return true;
}
function build(x, y) {
  const kindOf = S.towers[chosen];
  if (!pay(kindOf.cost)) return;
  towers.push({ ...kindOf, x, y, level: 1, cool: 0, aim: 0 });
  Sound.play("coin");
  fx.burst(...at(x, y), C.accent, 12, 120, 3);
}
function improve(tower) {
  if (tower.level >= 4) return game.toast(said.full, 1.2);
  if (!pay(Math.round(tower.cost * 0.8 * tower.level))) return;
  tower.level += 1; tower.damage *= 1.7; tower.range += 0.25;
  Sound.play("power");
  fx.text(...at(tower.x, tower.y - 0.4), `${said.better} ${tower.level}`, C.text);
}

// ---- a step ----
function shoot(tower, dt) {
  tower.cool -= dt;
  const near = walkers.filter(({ spot }) => Math.hypot(spot[0] - tower.x, spot[1] - tower.y) <= tower.range).sort((a, b) => b.walked - a.walked)[0];
  if (!near) return;
  tower.aim = Math.atan2(near.spot[1] - tower.y, near.spot[0] - tower.x);
  if (tower.cool > 0) return;
  tower.cool = 1 / tower.rate;
  bolts.push({ x: tower.x, y: tower.y, goal: near, damage: tower.damage, slow: tower.slow });
  Sound.play("shoot");
}
function fly(bolt, dt) {
  const spot = bolt.goal.health > 0 && bolt.goal.spot;
  if (!spot) return false;
  const [dx, dy] = [spot[0] - bolt.x, spot[1] - bolt.y], far = Math.hypot(dx, dy), step = 11 * dt;
  if (far > step) { bolt.x += (dx / far) * step; bolt.y += (dy / far) * step; return true; }
  bolt.goal.health -= bolt.damage;
  if (bolt.slow) Object.assign(bolt.goal, { slow: 1.6, by: bolt.slow });
  fx.burst(...at(...spot), C.accent, 5, 80, 2.5);
  if (bolt.goal.health <= 0) { earn(bolt.goal.gives); fx.text(...at(...spot), `+${bolt.goal.gives}`, C.text); Sound.play("pop"); }
  return false;
}
function walk(one, dt) {
  one.slow -= dt;
  one.walked += one.pace * dt * (one.slow > 0 ? 1 - one.by : 1);
  one.spot = place(one.walked);
  if (one.spot) return true;
  lives -= one.boss ? 5 : 1;
  lives = Math.max(0, lives);
  Sound.play("boom");
  tell();
  return false;
}
function step(dt) {
  wait -= dt;
  if (toCome > 0 && wait <= 0) { spawn(); toCome -= 1; wait = Kit.clamp(1.1 - wave * 0.04, 0.35, 1.1) / speed; }
  walkers = walkers.filter((one) => one.health > 0 && walk(one, dt));
  towers.forEach((tower) => shoot(tower, dt));
  bolts = bolts.filter((bolt) => fly(bolt, dt));
  walkers = walkers.filter((one) => one.health > 0);
  if (lives <= 0) return game.over(false, gold);
  if (!toCome && !walkers.length) { earn(20 + wave * 5); nextWave(); tell(); }
}

// ---- the picture ----
function ground(c) {
  c.fillStyle = C.background;
  c.fillRect(0, 0, view.width, view.height);
  const dark = Kit.alpha(Kit.shade(C.background, -0.5), 0.09);
  for (let x = 0; x < board.columns; x++) for (let y = 0; y < board.rows; y++) if ((x + y) % 2) { c.fillStyle = dark; c.fillRect(board.left + x * board.cell, board.top + y * board.cell, board.cell, board.cell); }
  const line = (width, tint) => {
    c.beginPath();
    board.turns.forEach((turn, i) => c[i ? "lineTo" : "moveTo"](...at(...turn)));
    Object.assign(c, { lineWidth: width * board.cell, strokeStyle: tint, lineJoin: "round", lineCap: "round" });
    c.stroke();
  };
  line(0.98, Kit.shade(C.path, -0.25));
  line(0.84, C.path);
  c.fillStyle = "#000"; // an emoji takes its transparency from it
  Kit.emoji(c, S.goal, ...at(...board.turns.at(-1)), board.cell * 1.05);
}
function ring(c, x, y, range, tint) {
  c.beginPath();
  c.arc(...at(x, y), range * board.cell, 0, 7);
  c.fillStyle = Kit.alpha(tint, 0.14); c.fill();
  c.strokeStyle = Kit.alpha(tint, 0.6); c.lineWidth = 2; c.stroke();
}
function drawTower(c, tower, time) {
  const [x, y] = at(tower.x, tower.y), r = board.cell * 0.4, kick = Math.max(0, tower.cool * tower.rate - 0.7) * 6;
  c.fillStyle = Kit.alpha("#000", 0.2); c.beginPath(); c.ellipse(x, y + r * 0.75, r, r * 0.4, 0, 0, 7); c.fill();
  c.fillStyle = Kit.shade(C.background, 0.55); c.beginPath(); c.arc(x, y, r, 0, 7); c.fill();
  c.strokeStyle = C.accent; c.lineWidth = 2 + tower.level; c.stroke();
  c.fillStyle = "#000";
  Kit.emoji(c, tower.icon, x - Math.cos(tower.aim) * kick, y - Math.sin(tower.aim) * kick + Math.sin(time * 2 + tower.x) * 1.2, board.cell * 0.52);
}
function drawWalker(c, one, time) {
  c.fillStyle = "#000";
  const [x, y] = at(...one.spot), size = board.cell * one.size;
  Kit.emoji(c, one.face, x, y + Math.sin(time * 9 + one.walked * 3) * size * 0.06, size);
  if (one.health >= one.full) return;
  c.fillStyle = Kit.alpha("#000", 0.45); c.fillRect(x - size / 2, y - size * 0.72, size, 5);
  c.fillStyle = one.slow > 0 ? "#4dabf7" : "#40c057"; c.fillRect(x - size / 2, y - size * 0.72, size * Kit.clamp(one.health / one.full, 0, 1), 5);
}
function frame(dt, time, state) {
  const c = view.context;
  if (state === "playing") step(dt);
  fx.step(dt);
  ground(c);
  const spot = hover && state === "playing" ? hover : null, over = spot && towers.find((one) => one.x === spot[0] && one.y === spot[1]);
  if (over) ring(c, over.x, over.y, over.range, C.accent);
  else if (spot && !board.road.has(String(spot))) ring(c, ...spot, S.towers[chosen].range, gold >= S.towers[chosen].cost ? C.accent : "#888");
  towers.forEach((tower) => drawTower(c, tower, time));
  walkers.forEach((one) => drawWalker(c, one, time));
  c.fillStyle = C.accent;
  bolts.forEach((bolt) => { c.beginPath(); c.arc(...at(bolt.x, bolt.y), board.cell * 0.11, 0, 7); c.fill(); });
  fx.draw(c);
}
lay();
game.ready();
