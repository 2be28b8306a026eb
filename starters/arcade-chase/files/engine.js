// The game: hero, things, levels and lives. All content is in content.js.
const SIZES = { size: 13, count: 10, speed: 6.5, powerSeconds: 8, points: 10, fruitPoints: 100, lives: 3, levels: 3, seconds: 0 };
const DEFAULTS = {
  ...Game.COMMON, ...SIZES, kind: "", title: "Maze chase", font: "rounded", ground: "", obstacle: "", exit: "🚪", map: [], hero: "", dot: "", power: "", chaserSpeed: 0,
  colours: { background: "#0f1230", text: "#f4f1ff", accent: "#ffd43b", wall: "#5b6cff", floor: "#141a3f", dot: "#ffe8a3", hero: "#ffd43b" },
  fruit: ["🍒", "🍓", "🍇"],
  chasers: [
    { name: "", sign: "", colour: "#ff5a5f", way: "hunter" }, { name: "", sign: "", colour: "#ff9ff3", way: "ambush" },
    { name: "", sign: "", colour: "#48dbfb", way: "wander" }, { name: "", sign: "", colour: "#ffa94d", way: "shy" },
  ],
};
const S = Kit.settings(DEFAULTS);
const COLLECTING = /collect|treasure|coin|寻宝|收集|捡|宝/i.test(S.kind || `${S.title} ${S.subtitle}`);
const FIELD = Kit.choice(S.ground, ["maze", "open"], COLLECTING ? "open" : "maze") === "open";
// A setting that is to be one sign: the emoji in it, else one or two letters, else nothing.
const signOf = (words) => (/\p{Extended_Pictographic}|\p{RI}/u.test(words) ? Kit.sign(words) : [...String(words).trim()].length < 3 ? String(words).trim() : "");
const SIGN = { hero: signOf(S.hero), dot: signOf(S.dot) || (COLLECTING ? "🪙" : ""), power: signOf(S.power), exit: signOf(S.exit), obstacle: signOf(S.obstacle) };
const FRUIT = S.fruit.map(signOf).filter(Boolean);
const CAST = S.chasers.slice(0, 6).map((one) => ({ ...one, sign: signOf(one.sign) }));
const speed = Kit.clamp(S.speed, 2, 14);
const powerless = /^(none|no|false|无)$/i.test(S.power) || (COLLECTING && !SIGN.power);
const CHINESE = /^zh|^cn|中/i.test(Kit.given.lang || "") || /[\u4e00-\u9fff]/.test(S.title);
const HELP = {
  hint: ["Arrow keys or WASD, swipe on a phone, P pauses", "方向键或 WASD 移动，手机上滑动，P 暂停"],
  chase: [["Eat everything", "Let nobody catch you"], ["吃掉所有豆子", "别被抓住"]],
  collect: [["Find everything", "Then go to the exit"], ["找到所有东西", "然后前往出口"]],
};
const inWords = (pair) => pair[CHINESE ? 1 : 0];
S.words = { hint: inWords(HELP.hint) };
if (!S.rules.length) S.rules = inWords(COLLECTING ? HELP.collect : HELP.chase);
const game = Game.create(S, [COLLECTING ? "coins" : "score", "level", "lives", ...(S.seconds > 0 ? ["time"] : [])], { start, frame });
const C = game.colours;
["wall", "floor", "dot", "hero"].forEach((name) => (C[name] = Kit.colour(C[name], DEFAULTS.colours[name])));
const fx = Kit.particles();
const view = Kit.canvas(layout);
Kit.pads({ left: "←", right: "→", up: "↑", down: "↓" });
const DIRS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const { walk, spot, far } = Chasers;
let [maze, hero, chasers, things, fruit, board] = [null, null, [], new Map(), null, null];
let [score, level, lives, taken, need, chain, clock] = [0, 1, 3, 0, 0, 0, 0];
let [power, dying, clearing, safe, late, time] = [0, 0, 0, 0, 0, 0];

// ---- a level ----
function layout() {
  if (!maze) return;
  const pads = document.querySelector(".pads");
  const [top, below] = [document.querySelector(".hud").offsetHeight + 6, Math.max(14, pads ? pads.offsetHeight : 0)];
  const cell = Math.max(6, Math.min((view.width - 16) / maze.cols, (view.height - top - below) / maze.rows, 64));
  const [x, y] = [(view.width - cell * maze.cols) / 2, top + (view.height - top - below - cell * maze.rows) / 2];
  board = { cell, x, y, ground: Draw.ground(maze, cell, C, SIGN.obstacle, FIELD) };
}
const centre = ([x, y]) => [board.x + (x + 0.5) * board.cell, board.y + (y + 0.5) * board.cell];
const put = (at, kind, sign) => things.set(Maze.key(at), { at, kind, sign });
const free = () => maze.floor.filter((at) => !things.has(Maze.key(at)) && far(at, maze.start) > 2);
function somewhere() {
  const places = free();
  return places.length ? Kit.pick(places) : maze.start;
}

function newLevel() {
  const rows = S.map.flatMap((row) => String(row).split("\n"));
  const narrow = FIELD ? Math.floor(Math.min(view.width, view.height) / 28) : 23; // no tiny tiles on a phone
  maze = Maze.create({ map: rows, ground: FIELD ? "open" : "maze", size: Math.min(S.size, narrow), pen: !COLLECTING, ratio: view.width / Math.max(1, view.height - 130) });
  [things, fruit, taken, clock, clearing] = [new Map(), null, 0, S.seconds, 0];
  if (COLLECTING) fillForCollecting();
  else fillForChase();
  need = [...things.values()].filter((one) => one.kind !== "power").length;
  place();
  layout();
}
const reachable = (list) => (list || []).filter((at) => at && maze.steps.has(Maze.key(at)));
function corners() {
  const ends = [[0, 0], [maze.cols, 0], [0, maze.rows], [maze.cols, maze.rows]];
  return ends.map((end) => [...maze.floor].sort((a, b) => far(a, end) - far(b, end))[0]);
}
function fillForChase() {
  const dots = reachable(maze.dots);
  const home = (at) => maze.pen && at[1] === maze.home[1] && Math.abs(at[0] - maze.home[0]) < 3;
  (dots.length ? dots : maze.floor).forEach((at) => !home(at) && Maze.key(at) !== Maze.key(maze.start) && put(at, "dot", SIGN.dot));
  const powers = reachable(maze.powers);
  if (!powerless) (powers.length ? powers : corners()).forEach((at) => put(at, "power", SIGN.power));
}
function fillForCollecting() {
  const most = Math.max(...maze.steps.values());
  const way = (at) => maze.steps.get(Maze.key(at));
  maze.way = reachable([maze.exit])[0] || (maze.exit ? null : [...maze.floor].sort((a, b) => way(b) - way(a))[Math.floor(Math.random() * 4)]);
  const dots = reachable(maze.dots);
  const many = Kit.clamp(Math.round(S.count), 1, Math.floor(maze.floor.length / 3));
  const spare = () => Kit.pick(free().filter((at) => !maze.way || Maze.key(at) !== Maze.key(maze.way))) || Kit.pick(maze.floor);
  if (dots.length && dots.length < 40) dots.forEach((at) => put(at, "item", SIGN.dot));
  else for (let i = 0; i < many; i++) put(spare(), "item", SIGN.dot);
  if (!powerless && most > 4) (reachable(maze.powers).length ? maze.powers : [spare(), spare()]).forEach((at) => put(at, "power", SIGN.power));
}
// Hero and chasers to where they begin.
function place() {
  hero = { at: maze.start, dir: [-1, 0], part: 0, wish: Object.keys(DIRS).find((name) => Kit.held[name]) || "", path: [], sign: SIGN.hero || (COLLECTING ? "🧒" : ""), tint: C.hero, moves: false };
  chasers = Chasers.create(CAST, maze);
  [power, chain, dying, safe, late] = [0, 0, 0, 2, 0];
}
function start() {
  [score, level, lives] = [0, 1, Kit.clamp(Math.round(S.lives), 1, 9)];
  newLevel();
}

// ---- steering ----
function steer(name) {
  if (game.state !== "playing" || !DIRS[name]) return;
  const dir = DIRS[name];
  [hero.wish, hero.fresh, hero.path] = [name, true, []];
  if (hero.part > 0 && dir[0] === -hero.dir[0] && dir[1] === -hero.dir[1]) Chasers.turnBack(maze, hero);
}
const can = (at, dir) => Maze.open(maze, [at[0] + dir[0], at[1] + dir[1]]);
Kit.onPress(steer);
// A swipe turns; where one collects it walks on to the next wall. A tap walks to a place.
Kit.swipe(view.node, (name, event) => {
  if (game.state !== "playing" || dying) return;
  const to = [Math.floor((event.clientX - board.x) / board.cell), Math.floor((event.clientY - board.y) / board.cell)];
  if (name !== "tap") {
    steer(name);
    if (COLLECTING) [hero.fresh, hero.path] = [false, straightOn(name)];
  } else if (!COLLECTING) {
    const [dx, dy] = [to[0] - hero.at[0], to[1] - hero.at[1]];
    steer(Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? "right" : "left") : dy > 0 ? "down" : "up");
  } else if (maze.steps.has(Maze.key(to))) hero.path = Maze.route(maze, nextTile(), to);
});
const nextTile = () => (hero.part > 0 ? Maze.wrap(maze, [hero.at[0] + hero.dir[0], hero.at[1] + hero.dir[1]]) : hero.at);
function straightOn(name) {
  const path = [];
  for (let at = nextTile(); can(at, DIRS[name]) && path.length < 40; at = Maze.wrap(maze, [at[0] + DIRS[name][0], at[1] + DIRS[name][1]])) path.push(DIRS[name]);
  return path;
}
// The hero's direction at a tile: in a chase it runs on, where one collects it stops with the key.
function turn() {
  if (game.state === "title") return autopilot();
  const wish = DIRS[hero.wish];
  if (!COLLECTING) return wish && can(hero.at, wish) ? wish : can(hero.at, hero.dir) && (hero.moves || wish) ? hero.dir : null;
  if (hero.path.length) return hero.path.shift();
  const held = Object.keys(DIRS).filter((name) => Kit.held[name]);
  const names = [hero.fresh || Kit.held[hero.wish] ? hero.wish : "", ...held].filter(Boolean);
  hero.fresh = false;
  const name = names.find((one) => can(hero.at, DIRS[one]));
  return name ? DIRS[name] : null;
}
// On the title screen the hero plays by itself: to the nearest thing, away from chasers.
function autopilot() {
  const goals = things.size && !(COLLECTING && taken >= need) ? [...things.values()].map((one) => one.at) : [maze.way || maze.start];
  const cost = (dir) => {
    const next = Maze.wrap(maze, [hero.at[0] + dir[0], hero.at[1] + dir[1]]);
    const steps = Maze.reach(maze, next);
    const near = Math.min(...goals.map((at) => steps.get(Maze.key(at)) ?? 99));
    const danger = Math.min(9, ...chasers.filter((one) => one.state === "chase").map((one) => steps.get(Maze.key(one.at)) ?? 9));
    return near + (danger < 3 ? 60 - danger * 15 : danger < 5 ? 6 : 0) + (dir[0] === -hero.dir[0] && dir[1] === -hero.dir[1] ? 0.5 : 0);
  };
  const options = Maze.AROUND.filter((dir) => can(hero.at, dir)).map((dir) => [cost(dir), dir]);
  return options.length ? options.sort((a, b) => a[0] - b[0])[0][1] : null;
}

// ---- what happens ----
function gain(at, points, tint = C.accent) {
  score += points;
  const [x, y] = centre(at);
  fx.text(x, y - board.cell * 0.5, `+${points}`, tint);
  fx.burst(x, y, tint, 12, 150);
}
function eat() {
  const at = spot(hero).map(Math.round);
  const one = things.get(Maze.key(at));
  if (fruit && Maze.key(fruit.at) === Maze.key(at)) {
    gain(at, Math.round(S.fruitPoints) * level);
    fruit = null;
    Sound.play("coin");
  }
  if (one) take(one);
  if (COLLECTING && maze.way && taken >= need && Maze.key(at) === Maze.key(maze.way)) cleared();
}
function take(one) {
  things.delete(Maze.key(one.at));
  if (one.kind === "power") {
    power = Kit.clamp(S.powerSeconds, 1, 30) * Math.max(0.5, 1 - (level - 1) * 0.1);
    chain = 0;
    gain(one.at, Math.round(S.points) * 5);
    Chasers.scare(maze, chasers);
    return Sound.play("power");
  }
  taken += 1;
  if (one.kind === "item") { gain(one.at, Math.round(S.points) * 10); Sound.play("coin"); }
  else { score += Math.round(S.points); Sound.tone({ from: taken % 2 ? 420 : 520, to: taken % 2 ? 520 : 420, type: "triangle", length: 0.06, volume: 0.12 }); }
  if (!COLLECTING && FRUIT.length && (taken === Math.round(need / 3) || taken === Math.round((need * 2) / 3))) fruit = { at: somewhere(), face: FRUIT[(level - 1) % FRUIT.length], left: 10 };
  if (taken < need) return null;
  if (!COLLECTING || !maze.way || !SIGN.exit) return cleared();
  game.toast(`${SIGN.exit} !`);
  return Sound.play("power");
}
function cleared() {
  if (clearing || dying) return;
  clearing = 1.3;
  fx.burst(...centre(hero.at), C.accent, 40, 320);
  Sound.play("win");
}
function nextLevel() {
  if (game.state === "title") return newLevel();
  const last = Math.round(S.levels);
  if (last > 0 && level >= last) return game.over(true, score);
  level += 1;
  newLevel();
  return game.toast(`${game.words.level} ${level}`);
}
function meet() {
  const at = spot(hero);
  chasers.forEach((one) => {
    if (dying || one.state === "eyes" || far(spot(one), at) > 0.68) return;
    if (one.state === "scared") {
      one.state = "eyes";
      chain += 1;
      gain(one.at, Math.round(S.points) * 10 * 2 ** Math.min(4, chain), "#74c0fc");
      Sound.play("eat");
    } else if (safe <= 0) caught(one);
  });
}
function caught(by) {
  dying = 0.01;
  fx.burst(...centre(hero.at), C.hero, 26, 220);
  Sound.play("boom");
  if (by && by.name && game.state === "playing") game.toast(`${by.sign} ${by.name}!`.trim(), 1.2);
}
function afterCaught() {
  if (game.state === "playing") lives -= 1;
  if (lives <= 0 && game.state === "playing") return game.over(false, score);
  clock = S.seconds;
  return place();
}

// ---- frames ----
// Chasers are a little slower than the hero, on open ground much, whatever the settings say.
function chaserSpeed() {
  const [usual, most] = COLLECTING ? [0.45, FIELD ? 0.62 : 0.75] : [0.72, 0.86];
  const wanted = S.chaserSpeed > 0 ? S.chaserSpeed : speed * usual;
  const slow = Egg.active("slow-motion") ? 0.4 : 1;
  return Math.min(wanted * (1 + (level - 1) * 0.05), speed * (most + Math.min(0.06, (level - 1) * 0.02))) * slow;
}
function step(dt) {
  if (clearing > 0) {
    clearing -= dt;
    if (clearing <= 0) { clearing = 0; nextLevel(); }
    return;
  }
  if (dying > 0) {
    dying += dt * 1.1;
    if (dying >= 1) afterCaught();
    return;
  }
  late += dt;
  safe -= dt;
  const before = hero.part;
  const from = hero.at;
  walk(maze, hero, speed * dt, turn);
  hero.moves = hero.part !== before || hero.at !== from;
  eat();
  const resting = late % (COLLECTING ? 12 : 21) < Math.max(2, 7 - level * 0.5);
  if (late > 1) chasers.forEach((one) => Chasers.step(maze, one, dt, chaserSpeed(), { hero, resting }));
  meet();
  if (power > 0 && (power -= dt) <= 0) chasers.forEach((one) => one.state === "scared" && (one.state = "chase"));
  if (fruit && (fruit.left -= dt) <= 0) fruit = null;
  if (COLLECTING && FRUIT.length && !fruit && Math.random() < dt / 12) fruit = { at: somewhere(), face: Kit.pick(FRUIT), left: 9 };
  if (S.seconds > 0 && game.state === "playing" && (clock -= dt) <= 0) caught(null);
}
function draw() {
  const { context: c } = view;
  c.fillStyle = C.background;
  c.fillRect(0, 0, view.width, view.height);
  const { cell, x, y } = board;
  const [wide, high] = [cell * maze.cols, cell * maze.rows];
  c.globalAlpha = clearing > 0 && Math.sin(clearing * 18) > 0 ? 0.45 : 1;
  c.drawImage(board.ground, x, y, wide, high);
  c.globalAlpha = 1;
  c.save();
  c.beginPath();
  c.rect(x, y, wide, high);
  c.clip();
  if (COLLECTING && maze.way && SIGN.exit) Draw.exit(c, SIGN.exit, ...centre(maze.way), cell, C, time, taken >= need);
  things.forEach((one) => Draw.thing(c, one, ...centre(one.at), cell, C, time));
  if (fruit) { c.fillStyle = C.text; c.globalAlpha = Kit.clamp(fruit.left / 2, 0.2, 1); Kit.emoji(c, fruit.face, ...centre(fruit.at), cell * (0.8 + Math.sin(time * 6) * 0.06)); c.globalAlpha = 1; }
  drawCast(c, cell);
  c.restore();
  fx.draw(c);
}
// Whoever goes through a tunnel is seen at both ends.
function drawCast(c, cell) {
  const big = Egg.active("giant") ? 1.5 : Egg.active("tiny") ? 0.6 : 1;
  const twice = ([px, py], show) => [0, -maze.cols, maze.cols].forEach((shift) => Math.abs(px + shift - maze.cols / 2) < maze.cols / 2 + 1 && show(...centre([px + shift, py])));
  if (!clearing) chasers.forEach((one) => twice(spot(one), (x, y) => Draw.chaser(c, one, x, y + (one.wait > 0 ? Math.sin(time * 6 + one.seed) * cell * 0.08 : 0), cell * 0.94, time, power < 2)));
  if (dying >= 1 && game.state === "over") return;
  const blink = safe > 0 && game.state === "playing" && late > 0.4 && lives < S.lives && Math.sin(time * 22) > 0.4;
  c.globalAlpha = blink ? 0.35 : 1;
  twice(spot(hero), (x, y) => Draw.hero(c, hero, x, y, cell * 0.96 * big, time, Math.min(1, dying)));
  c.globalAlpha = 1;
}
function frame(dt, now, state) {
  time = now;
  if (!maze) newLevel();
  if (state === "playing" || state === "title") step(dt);
  fx.step(dt, 200);
  game.set(COLLECTING ? "coins" : "score", COLLECTING ? `${taken}/${need}` : score);
  game.set("level", level);
  game.set("lives", lives);
  game.set("time", Math.max(0, Math.ceil(clock)));
  if (board) draw();
}
game.ready();
