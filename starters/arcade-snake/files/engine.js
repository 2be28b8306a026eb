// Snake on a grid. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Snake", font: "rounded",
  colours: { background: "#16302b", text: "#f3f7e9", accent: "#ffd166", board: "#1e4038", snake: "#8bd450", obstacle: "#5c7268" },
  snake: "round", head: "", food: ["🍎", "🍓", "🍇", "🍒", "🍊"], bonus: "⭐", points: 10, bonusPoints: 50, grid: 20, speed: 8, faster: 1, levelEvery: 5,
  obstacles: 4, wrap: true, length: 4, goal: 0, showGrid: true,
};
const S = Kit.settings(DEFAULTS);
if (!S.food.length) S.food = DEFAULTS.food;
const look = Kit.choice(S.snake, ["round", "square", "scales", "rainbow"]);
const wide = Kit.clamp(Math.round(S.grid), 8, 50);
const game = Game.create(S, ["score", "level", "best"], { start, frame, egg: () => (rainbow = 12) });
const C = game.colours;
["board", "snake", "obstacle"].forEach((name) => (C[name] = Kit.colour(C[name], DEFAULTS.colours[name])));
const fx = Kit.particles();
const view = Kit.canvas(layout);
Kit.pads({ left: "←", right: "→", up: "↑", down: "↓" });
const DIRS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
let [snake, before, turns, dir, food, bonus, stones] = [[], [], [], DIRS.right, null, null, []];
let [score, level, eaten, late, rainbow, grow, shake, record] = [0, 1, 0, 0, 0, 0, 0, 0];
let board = null;

function layout(v) {
  const [margin, headroom] = [v.width < 560 ? 10 : 26, v.width < 560 ? 66 : 82];
  const cell = Math.max(6, Math.floor(Math.min((v.width - margin * 2) / wide, v.height < v.width ? (v.height - headroom - margin) / Math.max(10, Math.round(wide * 0.62)) : 99)));
  const high = Kit.clamp(Math.floor((v.height - headroom - margin) / cell), 8, Math.round(wide * 1.5));
  board = { cell, high, x: Math.round((v.width - cell * wide) / 2), y: Math.round(headroom + (v.height - headroom - margin - cell * high) / 2) };
}
const same = (a, b) => a && b && a[0] === b[0] && a[1] === b[1];
const taken = (at) => snake.some((part) => same(part, at)) || stones.some((s) => same(s, at)) || same(food, at) || same(bonus, at);
function free() {
  for (let i = 0; i < 400; i++) {
    const at = [Math.floor(Math.random() * wide), Math.floor(Math.random() * board.high)];
    const ahead = snake[0] && Math.abs(at[1] - snake[0][1]) < 1 && Math.abs(at[0] - snake[0][0]) < 6;
    if (!taken(at) && !(ahead && i < 200)) return at;
  }
  return null;
}
const centre = ([x, y]) => [board.x + (x + 0.5) * board.cell, board.y + (y + 0.5) * board.cell];

function newFood() {
  food = free();
  if (food) food.face = Kit.pick(S.food);
}
function reset() {
  const row = Math.floor(board.high / 2);
  const long = Kit.clamp(Math.round(S.length), 2, Math.floor(wide / 2));
  dir = DIRS.right;
  snake = Array.from({ length: long }, (_, i) => [Math.floor(wide / 2) - i, row]);
  before = snake.map((part) => [...part]);
  [turns, stones, bonus] = [[], [], null];
  [score, level, eaten, late, rainbow, grow] = [0, 1, 0, 0, 0, 0];
  addStones(Kit.clamp(Math.round(S.obstacles), 0, 60));
  newFood();
}
function addStones(count) {
  for (let i = 0; i < count; i++) {
    const at = free();
    if (at) stones.push(at);
  }
}
function start() {
  reset();
}
function turn(name) {
  const to = DIRS[name];
  const last = turns.length ? turns[turns.length - 1] : dir;
  if (!to || turns.length > 2 || (to[0] === -last[0] && to[1] === -last[1]) || to === last) return;
  turns.push(to);
}
Kit.onPress((name) => game.state === "playing" && turn(name));
Kit.swipe(view.node, (name) => game.state === "playing" && turn(name));

function die() {
  if (game.state === "title") return reset();
  shake = 0.5;
  snake.forEach((part) => fx.burst(...centre(part), C.snake, 5, 160));
  Sound.play("boom");
  game.over(false, score);
}
function eat(at, points, face) {
  score += points;
  grow += face === S.bonus ? 0 : 1;
  const [x, y] = centre(at);
  fx.burst(x, y, C.accent, 16, 200);
  fx.text(x, y - 12, `+${points}`, C.accent);
  Sound.play(face === S.bonus ? "coin" : "eat");
  if (S.goal > 0 && score >= S.goal && game.state === "playing") game.over(true, score);
}
function step() {
  if (turns.length) dir = turns.shift();
  const head = [snake[0][0] + dir[0], snake[0][1] + dir[1]];
  const outside = head[0] < 0 || head[1] < 0 || head[0] >= wide || head[1] >= board.high;
  if (outside && !S.wrap) return die();
  head[0] = (head[0] + wide) % wide;
  head[1] = (head[1] + board.high) % board.high;
  const body = grow > 0 ? snake : snake.slice(0, -1);
  if (body.some((part) => same(part, head)) || stones.some((s) => same(s, head))) return die();
  before = snake.map((part) => [...part]);
  snake.unshift(head);
  if (grow > 0) { grow -= 1; before.push([...before[before.length - 1]]); } else snake.pop();
  if (same(head, food)) {
    eat(food, Math.round(S.points), food.face);
    eaten += 1;
    newFood();
    if (S.bonus && !bonus && eaten % 4 === 0) { bonus = free(); if (bonus) bonus.left = 7; }
    if (eaten % Math.max(1, Math.round(S.levelEvery)) === 0) {
      level += 1;
      if (S.obstacles > 0) addStones(2);
      game.toast(`${game.words.level} ${level}`);
      Sound.play("power");
    }
  } else if (same(head, bonus)) {
    eat(bonus, Math.round(S.bonusPoints), S.bonus);
    bonus = null;
  }
}
// On the title screen the snake finds its own way.
function wander() {
  const options = [dir, [dir[1], -dir[0]], [-dir[1], dir[0]]].filter((d) => {
    const at = [(snake[0][0] + d[0] + wide) % wide, (snake[0][1] + d[1] + board.high) % board.high];
    const out = !S.wrap && (snake[0][0] + d[0] < 0 || snake[0][0] + d[0] >= wide || snake[0][1] + d[1] < 0 || snake[0][1] + d[1] >= board.high);
    return !out && !stones.some((s) => same(s, at)) && !snake.some((p) => same(p, at));
  });
  if (!options.length) return reset();
  const far = (d) => Math.abs(snake[0][0] + d[0] - (food ? food[0] : 0)) + Math.abs(snake[0][1] + d[1] - (food ? food[1] : 0));
  const to = options.sort((a, b) => far(a) - far(b))[0];
  turns = [Object.values(DIRS).find((d) => same(d, to)) || dir];
}

function drawBoard(c) {
  const { cell, high, x, y } = board;
  c.fillStyle = C.background;
  c.fillRect(0, 0, view.width, view.height);
  c.fillStyle = C.board;
  Kit.roundRect(c, x - 6, y - 6, cell * wide + 12, cell * high + 12, 18);
  c.fill();
  if (!S.wrap) { c.strokeStyle = C.accent; c.lineWidth = 3; c.stroke(); }
  if (!S.showGrid) return;
  c.fillStyle = Kit.alpha(C.text, 0.035);
  for (let i = 0; i < wide; i++) for (let j = i % 2; j < high; j += 2) c.fillRect(x + i * cell, y + j * cell, cell, cell);
}
const tintOf = (i, time) => (look === "rainbow" || rainbow > 0 ? `hsl(${(i * 14 - time * 120) % 360}, 85%, 62%)` : Kit.blend(C.snake, C.board, Math.min(0.45, i * 0.016)));
function drawSnake(c, part, time) {
  const { cell } = board;
  const spots = snake.map((to, i) => {
    const from = before[i] || to;
    const jump = Math.abs(to[0] - from[0]) > 1 || Math.abs(to[1] - from[1]) > 1;
    return centre(jump ? to : [Kit.mix(from[0], to[0], part), Kit.mix(from[1], to[1], part)]);
  });
  const big = Egg.active("giant") ? 1.4 : Egg.active("tiny") ? 0.5 : 1;
  for (let i = spots.length - 1; i >= 0; i--) {
    const [x, y] = spots[i];
    const size = cell * big * (look === "square" ? 0.9 : 0.92 - Math.min(0.3, (i / spots.length) * 0.3));
    c.fillStyle = tintOf(i, time);
    Kit.roundRect(c, x - size / 2, y - size / 2, size, size, look === "square" ? 4 : size * 0.48);
    c.fill();
    const next = spots[i + 1];
    if (next && look !== "square" && Math.hypot(next[0] - x, next[1] - y) < cell * 1.6) {
      c.strokeStyle = c.fillStyle;
      c.lineWidth = size * 0.82;
      c.lineCap = "round";
      c.beginPath(); c.moveTo(x, y); c.lineTo(...next); c.stroke();
    }
    if (look === "scales" && i % 2) { c.fillStyle = Kit.alpha("#000", 0.16); c.beginPath(); c.arc(x, y, size * 0.24, 0, 7); c.fill(); }
  }
  const [x, y] = spots[0];
  if (S.head) return Kit.emoji(c, S.head, x, y, cell * 1.25 * big);
  [-1, 1].forEach((side) => {
    const [ex, ey] = [x + dir[0] * cell * 0.14 + dir[1] * side * cell * 0.2, y + dir[1] * cell * 0.14 + dir[0] * side * cell * 0.2];
    c.fillStyle = "#fff";
    c.beginPath(); c.arc(ex, ey, cell * 0.15 * big, 0, 7); c.fill();
    c.fillStyle = "#15181f";
    c.beginPath(); c.arc(ex + dir[0] * cell * 0.05, ey + dir[1] * cell * 0.05, cell * 0.08 * big, 0, 7); c.fill();
  });
}
function draw(part, time) {
  const { context: c } = view;
  c.save();
  if (shake > 0) c.translate(Kit.random(-9, 9) * shake, Kit.random(-9, 9) * shake);
  drawBoard(c);
  stones.forEach((s) => {
    const [x, y] = centre(s);
    const size = board.cell * 0.9;
    c.fillStyle = Kit.shade(C.obstacle, -0.25);
    Kit.roundRect(c, x - size / 2, y - size / 2 + 3, size, size, 6); c.fill();
    c.fillStyle = C.obstacle;
    Kit.roundRect(c, x - size / 2, y - size / 2, size, size - 2, 6); c.fill();
  });
  c.fillStyle = C.text;
  if (food) Kit.emoji(c, food.face, ...centre(food), board.cell * (0.86 + Math.sin(time * 5) * 0.06));
  if (bonus) { c.globalAlpha = Kit.clamp(bonus.left / 2, 0.15, 1); Kit.emoji(c, S.bonus, ...centre(bonus), board.cell * (1.05 + Math.sin(time * 9) * 0.1)); c.globalAlpha = 1; }
  if (snake.length && game.state !== "over") drawSnake(c, part, time);
  fx.draw(c);
  c.restore();
}
function frame(dt, time, state) {
  const slow = Egg.active("slow-motion") ? 0.4 : 1;
  const pace = Kit.clamp(S.speed + (level - 1) * S.faster, 2, 30) * slow;
  if (!snake.length) reset();
  if (state === "playing" || state === "title") {
    late += dt * pace;
    while (late >= 1 && game.state === state) {
      late -= 1;
      if (state === "title") wander();
      step();
    }
    if (bonus && (bonus.left -= dt) <= 0) bonus = null;
  }
  shake = Math.max(0, shake - dt);
  rainbow = Math.max(0, rainbow - dt);
  fx.step(dt, 300);
  record = Math.max(record, state === "title" ? 0 : score);
  game.set("score", state === "title" ? 0 : score);
  game.set("level", state === "title" ? 1 : level);
  game.set("best", record);
  draw(Kit.clamp(late, 0, 1), time);
}
game.ready();
