// The game: walking, what is collected, what wanders about, levels and the map. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "The Maze", story: [], ending: "", theme: "", themes: ["stone", "haunted", "hedge"], levels: ["", "", ""],
  colours: { background: "#17120f", text: "#fbf0dc", accent: "#ffb454", item: "#ffd43b", wall: "" }, size: 6, items: 5, item: "gem", needAll: false,
  enemies: [{ name: "Ghost", shape: "ghost", colour: "#bfe3ff" }], enemiesPerLevel: 2, seconds: 0, map: true, speed: 1, lives: 3,
};
const settings = Kit.settings(DEFAULTS);
const chinese = Kit.page(settings) === "zh";
settings.words = chinese
  ? { items: "收集", exit: "出口开了！", locked: "先收集全部物品", hint: "方向键或 WASD 行走和转向，P 暂停" }
  : { items: "Found", exit: "The gate is open!", locked: "Collect them all first", hint: "Arrow keys or WASD: walk and turn. P pauses" };
const themes = [settings.theme, ...settings.themes].filter(Boolean).map(Look.find);
if (!themes.length) themes.push("stone");
const levels = settings.levels.length ? settings.levels : DEFAULTS.levels;
const rooms = Kit.clamp(Math.round(settings.size), 4, 14);
const most = Kit.clamp(Math.round(settings.items), 0, 30);
const enemyKinds = settings.enemies.length ? settings.enemies : [];
const wanderers = enemyKinds.length ? Kit.clamp(Math.round(settings.enemiesPerLevel), 0, 10) : 0;
const limit = Kit.clamp(settings.seconds, 0, 3600) && Math.max(25, settings.seconds);
const figures = ["items", "time", "level"];
if (wanderers || limit) figures.splice(2, 0, "lives");
const game = Game.create(settings, figures, { start, frame, egg: () => {} });
const colours = { ...game.colours, item: Kit.colour(game.colours.item, "#ffd43b") };
const world = World.create(colours);
const { scene, camera } = world;
const { BLOCK } = World;
const veil = Kit.element("div", { class: "veil" });
const plan = Kit.element("canvas", { class: "map", width: 312, height: 312 });
document.body.append(veil);
if (settings.map) document.body.append(plan);
Kit.pads({ left: "↺", right: "↻", down: "↓", up: "↑" });

const me = { x: 0, z: 0, turn: 0, pace: 0, spin: 0, safe: 0, walked: 0 };
let [score, lives, level, left, spent, maze, gate] = [0, 0, 0, 0, 0, null, null];
let [things, others, seen] = [[], [], []];
const cell = (value) => Math.round(value / BLOCK);
const flash = (name) => {
  veil.className = "veil";
  void veil.offsetWidth;
  veil.classList.add(name);
};

function clear() {
  [...things, ...others].forEach((one) => scene.remove(one.model));
  if (gate) scene.remove(gate);
  [things, others] = [[], []];
}

function place(model, [x, y], height = 0) {
  model.position.set(x * BLOCK, height, y * BLOCK);
  scene.add(model);
  return model;
}

function home() {
  const [x, y] = maze.start;
  Object.assign(me, { x: x * BLOCK, z: y * BLOCK, turn: Math.atan2(-maze.look[0], -maze.look[1]), pace: 0, spin: 0 });
}

// A level: its maze, what lies in it and who walks there, far from the start.
function enter() {
  clear();
  maze = Maze.create(Math.min(16, rooms + level));
  seen = maze.grid.map((row) => row.map(() => false));
  home();
  world.enter(maze, themes[level % themes.length]);
  gate = place(Models.gate(colours.accent), maze.exit);
  const [dx, dy] = maze.look;
  const first = [1 + dx * Math.min(2, maze.open), 1 + dy * Math.min(2, maze.open)]; // one is seen at once
  const spots = [first, ...maze.places.filter(([x, y]) => x !== first[0] || y !== first[1])];
  things = spots.slice(0, most).map((at) => ({ at, model: place(Models.item(settings.item, colours.item), at, 1) }));
  const far = maze.free.filter(([x, y]) => maze.far[y][x] > maze.side * 0.7);
  for (let i = 0; i < wanderers && far.length; i++) {
    const kind = enemyKinds[i % enemyKinds.length];
    const at = far[Math.floor(((i + 0.5) / wanderers) * far.length)];
    others.push({ at, from: at, to: at, part: 1, model: place(Models.enemy(kind.shape || kind.name, Kit.colour(kind.colour, "#bfe3ff")), at) });
  }
  [left, spent, me.safe] = [limit, 0, 6.5];
}

function start() {
  if (!world.ready) return;
  [score, lives, level] = [0, Kit.clamp(Math.round(settings.lives), 1, 9), 0];
  enter();
  game.toast(levels[0] || `${game.words.level} 1`, 4);
}

function through() {
  const missing = things.length;
  if (settings.needAll && missing) {
    if (me.told !== level) game.toast(`${game.words.locked} (${missing})`, 2);
    me.told = level;
    return;
  }
  score += 100 + (limit ? Math.round(left) : Math.max(0, 120 - Math.round(spent)));
  level += 1;
  flash("gain");
  if (level >= levels.length) return game.over(true, score, [settings.ending]);
  Sound.play("power");
  enter();
  game.story([levels[level]], () => {}, `${game.words.level} ${level + 1}`);
}

function hurt() {
  if (me.safe > 0) return;
  lives -= 1;
  me.safe = 3;
  flash("hit");
  Sound.play("boom");
  if (lives <= 0) game.over(false, score);
}

// Whether somebody as wide as a person can stand there.
function free(x, z) {
  const r = 0.42;
  return [[r, r], [r, -r], [-r, r], [-r, -r]].every(([a, b]) => {
    const row = maze.grid[cell(z + b)];
    return row && row[cell(x + a)] === false;
  });
}

const drag = { on: false, x: 0 };
document.addEventListener("pointerdown", (event) => {
  drag.on = event.target.classList.contains("stage");
  drag.x = event.clientX;
});
document.addEventListener("pointermove", (event) => {
  if (!drag.on || game.state !== "playing") return;
  me.turn += (event.clientX - drag.x) * 0.006;
  drag.x = event.clientX;
});
["pointerup", "pointercancel"].forEach((kind) => document.addEventListener(kind, () => (drag.on = false)));

function walk(dt) {
  const { held } = Kit;
  const pace = 4.1 * Kit.clamp(settings.speed, 0.4, 2.2) * (held.shift ? 1.5 : 1) * (Egg.active("slow-motion") ? 0.5 : 1);
  const wish = (held.up ? 1 : 0) - (held.down ? 0.75 : 0);
  const turning = (held.left ? 1 : 0) - (held.right ? 1 : 0);
  me.pace = Kit.mix(me.pace, wish * pace, 1 - Math.exp(-dt * 14));
  me.spin = Kit.mix(me.spin, turning * 2.5, 1 - Math.exp(-dt * 16));
  me.turn += me.spin * dt;
  const side = ((held.e ? 1 : 0) - (held.q ? 1 : 0)) * pace * 0.8;
  const [sin, cos] = [Math.sin(me.turn), Math.cos(me.turn)];
  const [dx, dz] = [(-sin * me.pace + cos * side) * dt, (-cos * me.pace - sin * side) * dt];
  if (free(me.x + dx, me.z)) me.x += dx;
  if (free(me.x, me.z + dz)) me.z += dz;
  const before = Math.floor(me.walked / 1.5);
  me.walked += Math.hypot(dx, dz);
  if (Math.floor(me.walked / 1.5) !== before) Sound.noise({ length: 0.07, volume: 0.07, cut: 500 });
  me.safe = Math.max(0, me.safe - dt);
  discover();
}

function discover() {
  const [x, y] = [cell(me.x), cell(me.z)];
  for (let b = -2; b <= 2; b++) for (let a = -2; a <= 2; a++) if (seen[y + b]) seen[y + b][x + a] = true;
}

// Straight on where it goes on; else another way, seldom back.
function choose(one) {
  const [x, y] = one.to;
  const ways = Maze.STEPS.map(([dx, dy]) => [x + dx, y + dy]).filter(([a, b]) => !maze.grid[b][a] && maze.far[b][a] > 2);
  const on = ways.filter(([a, b]) => a !== one.from[0] || b !== one.from[1]);
  [one.from, one.to, one.part] = [one.to, Kit.pick(on.length ? on : ways.length ? ways : [one.to]), 0];
}

function wander(one, dt, time) {
  one.part += dt * 0.75 * Kit.clamp(settings.speed, 0.4, 2);
  if (one.part >= 1) choose(one);
  const [x, z] = [0, 1].map((i) => Kit.mix(one.from[i], one.to[i], one.part) * BLOCK);
  const { position, userData, rotation } = one.model;
  position.set(x, Math.sin(time * 2.4 + one.at[0]) * 0.08, z);
  const close = Math.hypot(x - me.x, z - me.z);
  rotation.y = close < 6 ? Math.atan2(me.x - x, me.z - z) : Math.atan2(one.to[0] - one.from[0], one.to[1] - one.from[1]);
  if (userData.wings) userData.wings.forEach((wing, i) => (wing.rotation.z = (i ? 1 : -1) * Math.sin(time * 12) * 0.5));
  if (userData.soft) userData.soft.scale.y = 0.8 + Math.sin(time * 6) * 0.14;
  one.model.scale.setScalar(Egg.active("giant") ? 1.5 : Egg.active("tiny") ? 0.4 : 1);
  if (close < 0.95) {
    hurt();
    [one.from, one.to] = [one.to, one.from];
    one.part = 1 - Math.min(1, one.part);
  }
}

function collect(time) {
  things = things.filter(({ model }) => {
    if (Math.hypot(model.position.x - me.x, model.position.z - me.z) > 1) return true;
    scene.remove(model);
    score += 20;
    flash("gain");
    Sound.play("coin");
    return false;
  });
  if (settings.needAll && most && !things.length && me.opened !== level) {
    me.opened = level;
    game.toast(game.words.exit, 2);
  }
  if (Math.hypot(gate.position.x - me.x, gate.position.z - me.z) < 1) through(time);
}

const pen = plan.getContext("2d");
function drawMap() {
  const size = 312;
  const unit = (size - 28) / maze.side;
  pen.clearRect(0, 0, size, size);
  const dot = (x, y, colour, r) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(14 + (x + 0.5) * unit, 14 + (y + 0.5) * unit, r, 0, 7);
    pen.fill();
  };
  maze.grid.forEach((row, y) => row.forEach((wall, x) => {
    if (!seen[y][x]) return;
    pen.fillStyle = wall ? Kit.alpha(colours.text, 0.75) : Kit.alpha(colours.text, 0.12);
    pen.fillRect(14 + x * unit, 14 + y * unit, unit + 0.5, unit + 0.5);
  }));
  things.forEach(({ at: [x, y] }) => seen[y][x] && dot(x, y, colours.item, unit * 0.32));
  dot(...maze.exit, colours.accent, unit * 0.55);
  others.forEach(({ model: { position } }) => seen[cell(position.z)][cell(position.x)] && dot(position.x / BLOCK, position.z / BLOCK, "#ff5d73", unit * 0.4));
  pen.save();
  pen.translate(14 + (me.x / BLOCK + 0.5) * unit, 14 + (me.z / BLOCK + 0.5) * unit);
  pen.rotate(-me.turn);
  pen.fillStyle = "#ffffff";
  pen.strokeStyle = "#14161f";
  pen.lineWidth = 2;
  pen.beginPath();
  [[0, -1], [0.75, 0.8], [0, 0.4], [-0.75, 0.8]].forEach(([x, y]) => pen.lineTo(x * Math.max(9, unit * 0.7), y * Math.max(9, unit * 0.7)));
  pen.closePath();
  pen.fill();
  pen.stroke();
  pen.restore();
}

const clockOf = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
let drawn = 0;
function figuresOf(time) {
  drawn = time;
  game.set("items", `${Math.max(0, Math.min(most, most - things.length))}/${most}`);
  game.set("time", clockOf(limit ? Math.max(0, left) : spent));
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 6)) || "–");
  game.set("level", `${Math.min(levels.length, level + 1)}/${levels.length}`);
  if (settings.map) drawMap();
}

function play(dt, time) {
  spent += dt;
  left -= dt;
  walk(dt);
  others.forEach((one) => wander(one, dt, time));
  if (game.state === "playing") collect(time);
  if (limit && left <= 0 && game.state === "playing") {
    lives -= 1;
    flash("hit");
    Sound.play("over");
    if (lives <= 0) return game.over(false, score);
    [left, me.safe] = [limit, 4];
    home();
  }
  if (Math.floor(spent * 0.7) !== Math.floor((spent - dt) * 0.7)) Sound.note(Sound.step("japanese", Math.floor(Kit.random(0, 8)), 50), "bell", 0.12, Kit.random(-0.6, 0.6));
}

function frame(dt, time, state) {
  if (!world.ready) return;
  if (state === "playing") play(dt, time);
  else if (state === "title") me.turn += Math.sin(time * 0.3) * dt * 0.16;
  const bob = Math.sin(me.walked * 4.2) * 0.045;
  camera.position.set(me.x, 1.38 + bob + (me.safe > 2.6 && me.safe < 3 ? Math.sin(time * 40) * 0.05 : 0), me.z);
  camera.rotation.set(-0.03, me.turn, Math.sin(me.walked * 2.1) * 0.006 - me.spin * 0.008);
  things.forEach(({ model }, i) => {
    model.rotation.y = time * 1.8 + i;
    model.position.y = 1 + Math.sin(time * 2 + i) * 0.1;
  });
  const { swirl, inner } = gate.userData;
  swirl.rotation.y = time * 1.2;
  inner.rotation.set(time, time * 1.7, 0);
  world.step(state === "paused" ? 0 : dt, time);
  if (time - drawn > 0.12 || time < drawn) figuresOf(time);
  world.render(dt);
}

if (world.ready) {
  lives = Kit.clamp(Math.round(settings.lives), 1, 9);
  enter();
}
game.ready();
