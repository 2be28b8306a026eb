// Strategy board games: whose turn it is, choosing and playing moves, undo, the computer, the end.
const given = Kit.given;
const LANG = /^zh/.test(given.lang || "") || (!given.lang && /[\u4e00-\u9fff]/.test(given.title || "")) ? "zh" : "en";
const MODES = [
  ["xiangqi", /xiang|chinese|中国|象棋/], ["chess", /chess/], ["checkers", /checker|draught|dame|跳棋/], ["reversi", /revers|othello|黑白|翻转|奥赛罗/],
];
const modeOf = (text) => {
  const plain = String(text || "").toLowerCase();
  if (/国际象棋/.test(plain)) return "chess";
  return (MODES.find(([, words]) => words.test(plain)) || [""])[0];
};
const MODE = modeOf(given.mode) || modeOf(given.kind) || modeOf(given.title) || "chess";
const S = Kit.settings({
  ...Game.COMMON, title: LANG === "zh" ? "棋类对弈" : "Strategy board", mode: MODE, opponent: "computer", strength: "medium", starts: "you",
  names: [], pieces: { you: [], opponent: [] }, words: TEXTS[LANG], colours: COLOURS[MODE], clock: 0, size: 0, showMoves: true, forced: true,
});
const rules = Rules[MODE]({ size: Math.round(S.size), forced: S.forced });
if (!S.words.hint) S.words.hint = TEXTS[LANG].hint;
const buttonTexts = { ...S.words };
S.words = { ...S.words, hint: rules.places ? S.words.place : S.words.help }; // the frame shows it below its button
if (given.words && given.words.hint) given.words = { ...given.words, hint: S.words.hint };

const LEVELS = ["easy", "medium", "hard"];
let strength = Kit.choice(S.strength, LEVELS, "medium");
let friend = /friend|human|player|two|pvp|朋友|双人|好友/i.test(S.opponent);
const startsFor = { opponent: /opponent|computer|friend|second|other|\bai\b|电脑|对手|朋友|后手/i, either: /random|either|随机/i };
let mine = 0; // the side of the rules that the person plays, below on the board
const seatOf = (side) => (side === mine ? 0 : 1);
const names = NAMES[LANG];
const nameOf = (side) => {
  const own = String(S.names[seatOf(side)] ?? "").trim();
  if (friend && (!own || /^(you|computer|ai|cpu|me|你|我|电脑|玩家)$/i.test(own))) return names[MODE][side];
  return own || names.you[seatOf(side)];
};
const fill = (text, side) => String(text).replace("{name}", nameOf(side));

const game = Game.create(S, ["moves", "score"], { start, frame });
const words = game.words;
const inks = Look.colours(S.colours, { ...COLOURS[MODE], paper: "#fff4dd" }, rules);
paint();
let [state, moves, past, over, won] = [rules.begin(), [], [], false, [0, 0]];
let [picked, path, advice, answer, asked, token, wait] = [-1, [], null, null, false, 0, 0];
let clocks = [0, 0];
let look, view, side, promotion;
const table = Kit.element("main", { class: `table ${MODE}` });
document.body.append(table);
seat();

function paint() {
  const root = document.documentElement.style;
  const [light, dark] = ["light", "dark"].map((name) => Kit.colour(S.colours[name], COLOURS[MODE][name]));
  const apart = Math.hypot(...Kit.rgb(light).map((part, i) => part - Kit.rgb(dark)[i]));
  const squares = { light, dark: apart < 14 && MODE !== "reversi" ? Kit.shade(dark, Kit.light(dark) > 0.3 ? -0.35 : 0.25) : dark };
  squares.frame = Kit.shade(squares.dark, -0.3);
  inks.forEach((ink, i) => {
    squares[`side-${i}`] = ink;
    squares[`edge-${i}`] = Kit.light(ink) > 0.25 ? Kit.shade(ink, -0.72) : Kit.shade(ink, -0.45);
    squares[`mark-${i}`] = Kit.light(ink) > 0.25 ? Kit.shade(ink, -0.72) : Kit.shade(ink, 0.72);
    squares[`on-${i}`] = Kit.readable(Kit.shade(ink, -0.6), ink);
  });
  Object.entries(squares).forEach(([name, value]) => root.setProperty(`--${name}`, value));
}

// Who plays which side, and the board turned to the person; made anew when the sides change.
function seat() {
  const either = startsFor.either.test(S.starts) && Math.random() < 0.5;
  mine = either || startsFor.opponent.test(S.starts) ? 1 : 0;
  const signs = [0, 1].map((n) => (seatOf(n) === 0 ? S.pieces.you : S.pieces.opponent));
  look = Look.create(rules, signs, names.badges[MODE] || "");
  view = View.create(rules, look, { choose, grab, label });
  view.board.setAttribute("aria-label", S.title);
  side = Side.create(rules, look, { ...words, hint: buttonTexts.hint }, { undo, hint, level, fresh: () => Kit.press("restart", {}) });
  promotion = Kit.element("div", { class: "promotion", role: "dialog", "aria-label": words.promote });
  const column = Kit.element("div", { class: "side" }, side.nodes[1], side.status, side.list, side.tools, side.nodes[0]);
  table.replaceChildren(Kit.element("div", { class: "place" }, view.board, promotion), column);
  view.turnRound(mine === 1);
  fitBoard();
}
function fitBoard() {
  const isWide = window.innerWidth >= 860;
  const across = isWide ? window.innerWidth - 400 : window.innerWidth - 32;
  const down = window.innerHeight - (isWide ? 118 : 300);
  const cell = Math.max(22, Math.floor(Math.min(across / rules.wide, down / rules.high, 84)));
  table.style.setProperty("--cell", `${cell}px`);
  table.style.setProperty("--wide", rules.wide);
  table.style.setProperty("--high", rules.high);
}
window.addEventListener("resize", fitBoard);

// ---- a game ----
function start() {
  seat();
  reset();
  clocks = Array(2).fill(S.clock > 0 ? S.clock * 60 : 0);
  turn();
}
function reset() {
  [state, past, over, picked, path, advice] = [rules.begin(), [], false, -1, [], null];
  moves = rules.moves(state);
  changed();
}
function changed() { // whatever the computer thinks about is of the past
  token += 1;
  [answer, asked, wait] = [null, false, 0];
}
const isComputers = () => !friend && state.turn !== mine;
const seen = (position) => rules.repeats && past.filter((one) => Board.key(one.state) === Board.key(position)).length;

function play(move) {
  const note = rules.notation(state, move, moves, LANG === "zh");
  const codes = move.gone.map((at) => [at, state.cells[at]]);
  past.push({ state, move, note, codes });
  state = rules.play(state, move);
  [picked, path, advice] = [-1, [], null];
  moves = rules.moves(state);
  changed();
  promotion.replaceChildren();
  draw();
  view.glide([move.from, ...(move.path || []), move.to].filter((at, i, all) => at !== all[i - 1]), codes);
  knock(move);
}
function knock(move) {
  Sound.noise({ length: 0.06, volume: 0.5, cut: move.gone.length ? 900 : 1700 });
  Sound.tone({ from: move.gone.length ? 190 : 260, to: 120, length: 0.09, volume: 0.3 });
  (move.flips || []).slice(0, 8).forEach((_, i) => Sound.tone({ from: 420 + i * 30, length: 0.05, volume: 0.08, delay: 0.06 * (i + 1) }));
  if (rules.checked(state) >= 0) Sound.note(Sound.step("pentatonic", 8), "bell", 0.5);
}
// After every move: the end, a pass, or the next player's turn.
function turn() {
  const again = rules.repeats && seen(state) + 1 >= rules.repeats ? { winner: -1, why: "repeated" } : null;
  const ended = rules.end(state, moves) || again;
  draw();
  if (ended) return finish(ended);
  say();
}
function say() {
  if (over) return;
  const isChecked = rules.checked(state) >= 0 ? `${words.check} ` : "";
  if (moves[0]?.pass) return side.say(fill(words.pass, state.turn));
  if (isComputers()) return side.say(isChecked + fill(words.thinking, state.turn));
  const must = rules.forced && moves[0]?.gone.length ? ` · ${words.must}` : "";
  side.say(isChecked + (friend ? fill(words.turnOf, state.turn) : words.turn) + must);
}
function finish({ winner, why }) {
  over = true;
  if (winner >= 0) won[seatOf(winner)] += 1;
  const result = winner < 0 ? words.draw : friend ? fill(words.wins, winner) : seatOf(winner) ? S.words.over : S.words.won;
  const lines = [REASONS[LANG][why]];
  if (rules.places) lines.push([mine, 1 - mine].map((n) => `${nameOf(n)} ${Board.count(state.cells, n)}`).join(" : "));
  lines.push(`${words.score}: ${won[0]} : ${won[1]}`);
  side.say(`${result} · ${REASONS[LANG][why]}`);
  draw();
  const last = token;
  setTimeout(() => {
    if (last !== token || !over) return;
    words.won = words.over = result;
    game.over(winner >= 0 && (friend || winner === mine), undefined, lines);
  }, 1500);
}

// ---- the person's moves ----
const pathOf = (move) => (move.path && move.path.length ? move.path : [move.to]);
const isMine = () => game.state === "playing" && !over && !isComputers();
// Moves of the chosen piece that go on with the squares chosen so far.
const options = () => moves.filter((move) => move.from === picked && path.every((at, n) => pathOf(move)[n] === at));
const owns = (i) => state.cells[i] && Board.sideOf(state.cells[i]) === state.turn;

function choose(i, isDropped = false) {
  if (!isMine() || moves[0].pass) return;
  promotion.replaceChildren();
  const list = rules.places ? moves : options();
  const next = list.filter((move) => pathOf(move)[path.length] === i);
  const ends = list.filter((move) => move.to === i);
  if (next.length === 1) return commit(next[0]);
  if (next.length > 1 && next[0].put && next[0].to === i && MODE === "chess") return askPromotion(next);
  if (next.length > 1) path = [...path, i];
  else if (ends.length && !rules.places) return commit(ends[0]);
  else if (!isDropped) pick(i);
  draw();
}
function pick(i) {
  path = [];
  if (!owns(i) || picked === i || rules.places) { picked = -1; return; }
  picked = moves.some((move) => move.from === i) ? i : -1;
  if (picked >= 0) Sound.play("click");
  else side.say(rules.forced && moves[0].gone.length ? words.must : words.cannot);
}
function grab(i) {
  if (!isMine() || rules.places || !moves.some((move) => move.from === i)) return false;
  if (picked !== i) { [picked, path] = [i, []]; draw(); }
  return true;
}
function commit(move) {
  play(move);
  turn();
}
function askPromotion(list) {
  const pieces = list.map((move) => {
    const name = names.kinds[MODE][Board.kindOf(move.put) - 1];
    const props = { class: "grow", type: "button", "aria-label": name, title: name, onclick: () => commit(move) };
    return Kit.element("button", props, look.piece(move.put));
  });
  promotion.replaceChildren(Kit.element("b", {}, words.promote), ...pieces);
  pieces[0].focus();
}
function undo() {
  if (!past.length || over || game.state !== "playing") return;
  do {
    state = past.pop().state;
    moves = rules.moves(state);
  } while (past.length && (isComputers() || moves[0].pass));
  [picked, path, advice] = [-1, [], null];
  promotion.replaceChildren();
  changed();
  turn();
}
async function hint() {
  if (!isMine() || moves[0].pass) return;
  const last = token;
  const move = await Think.choose(rules, state, "hard", seen);
  if (last !== token) return;
  advice = move;
  draw();
}
// Easy, medium, hard, two players: at any time of a game.
function level() {
  if (friend) [friend, strength] = [false, LEVELS[0]];
  else if (strength === "hard") friend = true;
  else strength = LEVELS[LEVELS.indexOf(strength) + 1];
  changed();
  draw();
  say();
}

// ---- the picture ----
function label(i) {
  const code = state.cells[i];
  const what = code ? `, ${names[MODE][Board.sideOf(code)]} ${names.kinds[MODE][Board.kindOf(code) - 1]}` : "";
  return `${Board.letters(rules, i)}${what}${marks.can.has(i) ? `, ${words.possible}` : ""}`;
}
let marks = { can: new Set() };
function draw() {
  const last = past.length ? past[past.length - 1].move : null;
  const list = !isMine() ? [] : rules.places ? moves : options();
  const targets = list.filter((move) => !move.pass).flatMap((move) => [pathOf(move)[path.length], move.to]);
  const must = isMine() && rules.forced && picked < 0 && moves[0]?.gone.length;
  marks = {
    can: new Set(S.showMoves ? targets : []),
    takes: new Set(S.showMoves ? list.filter((move) => move.gone.length).map((move) => move.to) : []),
    picked: new Set([picked, ...path]),
    last: new Set(last && !last.pass ? [last.from, ...pathOf(last)] : []),
    check: new Set([rules.checked(state)]),
    must: new Set(must ? moves.map((move) => move.from) : []),
    advice: new Set(advice ? [advice.from, advice.to] : []),
  };
  view.draw(state, marks);
  [0, 1].forEach((n) => showPlayer(n));
  side.showMoves(past.map((one) => one.note));
  side.canUndo(past.length > 0 && !over);
  side.showLevel(friend ? words.two : words[strength]);
}
function showPlayer(n) {
  const taken = past.flatMap((one) => (one.state.turn === n ? one.codes.map(([, code]) => code) : []));
  side.showPlayer(seatOf(n), {
    side: n, name: nameOf(n), active: state.turn === n && !over && game.state !== "title", taken,
    count: rules.discs ? Board.count(state.cells, n) : "", seconds: S.clock > 0 && game.state !== "title" ? clocks[n] : -1,
  });
}

// ---- time ----
function ask(level) {
  asked = true;
  const last = token;
  Think.choose(rules, state, level, seen).then((move) => last === token && (answer = move));
}
function tick(dt) {
  if (!(S.clock > 0) || !past.length) return;
  const before = Math.ceil(clocks[state.turn]);
  clocks[state.turn] = Math.max(0, clocks[state.turn] - dt);
  if (Math.ceil(clocks[state.turn]) !== before) showPlayer(state.turn);
  if (clocks[state.turn] === 0) finish({ winner: 1 - state.turn, why: "time" });
}
function frame(dt, _, now) {
  wait += dt;
  if (now === "title") demo();
  if (now === "playing" && !over) {
    tick(dt);
    if (moves[0]?.pass) { if (wait > 1.3) commit(moves[0]); }
    else if (isComputers()) {
      if (!asked) ask(strength);
      else if (answer && wait > 0.55) commit(answer);
    }
  }
  game.set("moves", now === "title" ? 0 : past.length);
  game.set("score", `${won[0]} : ${won[1]}`);
}
function demo() { // behind the title the computer plays against itself
  if (!asked) ask("easy");
  if (!answer || wait < 1.1) return;
  if (past.length > 60) return reset();
  play(answer);
  if (rules.end(state, moves)) reset();
}
const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
Kit.onPress((key) => {
  if (game.state !== "playing") return;
  const onButton = document.activeElement && document.activeElement.matches(".act, .grow, .moves");
  if (WAYS[key] && !onButton) view.step(WAYS[key]);
  if (key === "Backspace") undo();
});
reset();
draw();
game.ready();
