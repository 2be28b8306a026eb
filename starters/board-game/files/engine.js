// Board games: a row of three, four or five, and 2048. All content is in content.js.
const CHINESE = /^zh/.test(Kit.given.lang || "") || /[\u4e00-\u9fff]/.test(Kit.given.title || "");
const DEFAULTS = {
  ...Game.COMMON, title: "Board game", font: "rounded", mode: "tic-tac-toe", opponent: "computer", strength: "medium", pieces: ["✕", "○"], names: ["1", "2"], size: 0, tiles: [], goal: 2048,
  words: CHINESE ? { draw: "平局", turn: "轮到你了", wins: "获胜", over: "你输了", score: /2048/.test(Kit.given.mode) ? "得分" : "胜局" } : { draw: "A draw", turn: "Your turn", wins: "wins", over: "You lose", score: /2048/.test(Kit.given.mode) ? "Score" : "Won" },
  colours: { background: "#fef3e2", text: "#2b2350", accent: "#fa812f", board: "#ffffff", cell: "#fbe3c6" },
};
const S = Kit.settings(DEFAULTS);
const given = String(S.mode).toLowerCase();
const mode = /2048|merge|合/.test(given) ? "2048" : /gomoku|five|五/.test(given) ? "gomoku" : /connect|four|四/.test(given) ? "connect-four" : "tic-tac-toe";
const usual = { "tic-tac-toe": [3, 3, 3], "connect-four": [7, 6, 4], gomoku: [13, 13, 5], 2048: [4, 4, 0] }[mode];
const wide = S.size >= 3 ? Math.min(15, Math.round(S.size)) : usual[0];
const high = S.size >= 3 ? (mode === "connect-four" ? Math.max(4, wide - 1) : wide) : usual[1];
const need = Math.min(usual[2], wide, high);
const friend = /friend|human|player|two|朋友|双人|好友/i.test(S.opponent);
const strength = Kit.choice(S.strength, ["easy", "medium", "hard"], "medium");
const signs = [S.pieces[0] || "✕", S.pieces[1] || "○"];
const name = (who) => S.names[who] || signs[who];
const game = Game.create(S, mode === "2048" ? ["score", "best"] : ["moves", "score"], { start, frame });
const root = document.documentElement.style;
const C = game.colours;
C.cell = Kit.colour(C.cell, "#e9e4f5");
root.setProperty("--board", Kit.colour(C.board, "#ffffff"));
root.setProperty("--cell", C.cell);
root.setProperty("--cell-ink", Kit.readable(C.text, C.cell));
const { element } = Kit;
const status = element("div", { class: "status", role: "status" });
const board = element("div", { class: `board ${mode === "connect-four" ? "drop round" : mode === "gomoku" ? "round" : ""}` });
document.body.append(element("main", { class: "place" }, status, board));
const cells = Array.from({ length: wide * high }, (_, i) => element("button", { class: "cell", type: "button", "aria-label": String(i + 1), onclick: () => choose(i) }));
board.append(...cells);
let [field, who, moves, won, busy, at, score, record, demo, round] = [[], 0, 0, [0, 0], false, 0, 0, 0, 0, 0];

function fitBoard() {
  const side = Math.floor(Math.min((window.innerWidth - 60) / wide, (window.innerHeight - 190) / high, 130));
  const gap = Math.max(2, Math.round(side * 0.08));
  board.style.gap = `${gap}px`;
  board.style.gridTemplateColumns = `repeat(${wide}, ${side - gap}px)`;
  board.style.gridAutoRows = `${side - gap}px`;
  board.style.fontSize = `${side * (mode === "2048" ? 0.32 : 0.52)}px`;
}
window.addEventListener("resize", fitBoard);
fitBoard();
function show(i) {
  const value = field[i];
  const blank = value === (mode === "2048" ? 0 : -1); // 0 is the first player's sign elsewhere
  const cell = cells[i];
  if (mode === "2048") {
    const step = blank ? 0 : Math.log2(value);
    const tint = Kit.blend(C.cell, C.accent, Math.min(1, step / 9));
    cell.style.background = blank ? "" : tint;
    cell.style.color = Kit.readable(C.text, blank ? C.cell : tint);
    const text = blank ? "" : S.tiles.length ? String(S.tiles[Math.min(step - 1, S.tiles.length - 1)]) : String(value);
    cell.style.fontSize = `${Math.min(1, 3 / Math.max(1, text.length))}em`;
    if (cell.textContent !== text) cell.replaceChildren(...(text ? [element("span", {}, text)] : []));
    return;
  }
  const text = blank ? "" : signs[value];
  cell.classList.toggle("full", !blank);
  if (cell.textContent !== text) cell.replaceChildren(...(text ? [element("span", {}, text)] : []));
}
const showAll = () => field.forEach((_, i) => show(i));
function start() {
  field = Array(wide * high).fill(mode === "2048" ? 0 : -1);
  cells.forEach((cell) => cell.classList.remove("win"));
  [who, moves, busy, score] = [0, 0, false, 0];
  round += 1;
  if (mode === "2048") { add(); add(); }
  showAll();
  say();
}
function say(text) {
  status.textContent = text !== undefined ? text : mode === "2048" ? S.subtitle : friend || who === 1 ? `${signs[who]} ${name(who)}` : `${signs[0]} ${game.words.turn}`;
}

// ---- rows of three, four, five ----
const WAYS = [[1, 0], [0, 1], [1, 1], [1, -1]];
function rowAt(i, player, list) {
  const [x, y] = [i % wide, Math.floor(i / wide)];
  for (const [dx, dy] of WAYS) {
    const line = [i];
    [-1, 1].forEach((sign) => {
      for (let n = 1; n < need; n++) {
        const [px, py] = [x + dx * n * sign, y + dy * n * sign];
        if (px < 0 || py < 0 || px >= wide || py >= high || list[py * wide + px] !== player) break;
        line.push(py * wide + px);
      }
    });
    if (line.length >= need) return line;
  }
  return null;
}
const settle = (i) => { // where a piece thrown into this column lands; itself in the other games
  if (mode !== "connect-four") return field[i] === -1 ? i : -1;
  for (let y = high - 1; y >= 0; y--) if (field[y * wide + (i % wide)] === -1) return y * wide + (i % wide);
  return -1;
};
function choose(i) {
  if (game.state !== "playing" || busy || mode === "2048" || (!friend && who === 1)) return;
  const to = settle(i);
  if (to >= 0) put(to);
}
function put(i) {
  field[i] = who;
  moves += 1;
  show(i);
  Sound.note(Sound.step("pentatonic", 4 + who * 3), "marimba", 0.8);
  const line = rowAt(i, who, field);
  if (line || !field.includes(-1)) return finish(line);
  who = 1 - who;
  say();
  if (!friend && who === 1) {
    busy = true;
    const mine = round;
    setTimeout(() => { if (mine === round) { busy = false; put(think()); } }, 480);
  }
}
function finish(line) {
  busy = true;
  if (line) line.forEach((i) => cells[i].classList.add("win"));
  if (line) won[who] += 1;
  say(line ? `${signs[who]} ${name(who)} ${game.words.wins}` : game.words.draw);
  const text = [line ? `${signs[who]} ${name(who)} ${game.words.wins}` : game.words.draw, `${name(0)} ${won[0]} : ${won[1]} ${name(1)}`];
  const mine = round;
  if (line && who === 0) Sound.play("win");
  setTimeout(() => { if (mine === round) game.over(Boolean(line) && (friend || who === 0), undefined, text); }, 1300);
}
// How good a field is for a player: longer open rows count far more.
function worth(i, player) {
  const [x, y] = [i % wide, Math.floor(i / wide)];
  let sum = 0;
  for (const [dx, dy] of WAYS) for (let from = -(need - 1); from <= 0; from++) {
    let mine = 1;
    for (let n = 0; n < need; n++) {
      const [px, py] = [x + dx * (from + n), y + dy * (from + n)];
      if (px < 0 || py < 0 || px >= wide || py >= high) { mine = 0; break; }
      const there = field[py * wide + px];
      if (there === 1 - player) { mine = 0; break; }
      if (there === player) mine += 1;
    }
    sum += mine ? Math.pow(12, mine) : 0;
  }
  return sum;
}
function think() {
  const spots = [...new Set(field.map((_, i) => settle(i)).filter((i) => i >= 0))];
  if (strength === "easy" && Math.random() < 0.55) return Kit.pick(spots);
  const rated = spots.map((i) => {
    let value = worth(i, 1) * 1.15 + worth(i, 0) - Math.hypot((i % wide) - (wide - 1) / 2, Math.floor(i / wide) - (high - 1) / 2);
    const above = i - wide; // in connect four the field above must not let the other win
    if (mode === "connect-four" && above >= 0 && strength !== "easy") { field[i] = 1; if (rowAt(above, 0, field)) value -= Math.pow(12, need) * 0.4; field[i] = -1; }
    return [value * (strength === "medium" ? Kit.random(0.8, 1) : 1), i];
  });
  return rated.sort((a, b) => b[0] - a[0])[0][1];
}

// ---- 2048 ----
function add() {
  const free = field.map((v, i) => (v ? -1 : i)).filter((i) => i >= 0);
  if (free.length) field[Kit.pick(free)] = Math.random() < 0.9 ? 2 : 4;
}
function slide(way, list) {
  const after = [...list];
  let gain = 0;
  const across = way === "left" || way === "right";
  for (let k = 0; k < (across ? high : wide); k++) {
    const spots = Array.from({ length: across ? wide : high }, (_, n) => (across ? k * wide + n : n * wide + k));
    if (way === "right" || way === "down") spots.reverse();
    const line = spots.map((i) => list[i]).filter(Boolean);
    for (let n = 0; n < line.length - 1; n++) if (line[n] === line[n + 1]) { line[n] *= 2; gain += line[n]; line.splice(n + 1, 1); }
    spots.forEach((i, n) => (after[i] = line[n] || 0));
  }
  return { after, gain, changed: after.some((v, i) => v !== list[i]) };
}
function push(way) {
  const { after, gain, changed } = slide(way, field);
  if (!changed) return;
  field = after;
  score += gain;
  Sound.play(gain ? "eat" : "click");
  add();
  showAll();
  if (game.state !== "playing") return;
  if (Math.max(...field) >= Math.max(8, S.goal)) game.over(true, score);
  else if (!["left", "right", "up", "down"].some((w) => slide(w, field).changed)) game.over(false, score);
}
Kit.swipe(board, (way) => way !== "tap" && mode === "2048" && game.state === "playing" && push(way));
Kit.onPress((key, event) => {
  if (game.state !== "playing") return;
  const by = { left: -1, right: 1, up: -wide, down: wide }[key];
  if (!by) return;
  if (mode === "2048") { if (!event.repeat) push(key); return; }
  at = (at + by + cells.length) % cells.length;
  cells[at].focus();
});
function frame(dt, time, state) {
  if (!field.length) { start(); say(S.subtitle); }
  demo += dt;
  if (state === "title" && demo > 0.7) { // the board plays by itself behind the title
    demo = 0;
    const free = field.map((_, i) => settle(i)).filter((i) => i >= 0);
    if (mode === "2048") push(Kit.pick(["left", "down", "right", "up"]));
    else if (free.length < 2 || moves > wide * high * 0.7) start();
    else { const i = Kit.pick(free); field[i] = who; who = 1 - who; moves += 1; show(i); }
  }
  record = Math.max(record, state === "title" ? 0 : score);
  game.set("moves", state === "title" ? 0 : moves);
  game.set("score", mode === "2048" ? (state === "title" ? 0 : score) : `${won[0]} : ${won[1]}`);
  game.set("best", record);
}
game.ready();
