// Memory with cards. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Memory", font: "rounded", colours: { background: "#f1efe3", text: "#26352c", accent: "#3a7d5c", card: "#ffffff", back: "#3a7d5c" }, back: "✦",
  pairs: [{ a: "🦊", b: "" }, { a: "🦉", b: "" }, { a: "🦔", b: "" }, { a: "🐿️", b: "" }, { a: "🍄", b: "" }, { a: "🐝", b: "" }, { a: "🦌", b: "" }, { a: "🐸", b: "" }],
  levels: [4, 6, 8], seconds: 0, peek: 1.2, players: 1, playerNames: ["1", "2"],
};
const S = Kit.settings(DEFAULTS);
// A pair given as one word is a pair of two equal cards.
const listed = Array.isArray(Kit.given.pairs) ? Kit.given.pairs : [];
let pairs = S.pairs.map((pair, i) => (typeof listed[i] === "string" ? { a: listed[i], b: "" } : pair)).filter((pair) => pair.a);
if (pairs.length < 2) pairs = DEFAULTS.pairs;
const levels = S.levels.map((n) => Kit.clamp(Math.round(n), 2, Math.min(20, pairs.length)));
if (!levels.length) levels.push(Math.min(8, pairs.length));
const two = S.players >= 2;
const game = Game.create(S, ["score", "moves", "time", "level"], { start, frame });
const root = document.documentElement.style;
const paper = Kit.colour(game.colours.card, "#ffffff");
root.setProperty("--card", paper);
root.setProperty("--card-ink", Kit.readable("#1d2430", paper));
root.setProperty("--back", Kit.colour(game.colours.back, game.colours.accent));
const { element } = Kit;
const table = element("main", { class: "table" });
const turnLine = element("div", { class: "turn" });
document.body.append(table, turnLine);
for (let i = 0; i < 9; i++) document.body.append(element("span", { class: "breeze", style: `left:${i * 12 - 6}vw;top:0;animation-duration:${13 + (i % 4) * 4}s;animation-delay:${-i * 3.1}s` }, S.back));
let [cards, open, level, found, moves, clock, busy, player, won, at] = [[], [], 0, 0, 0, 0, false, 0, [0, 0], 0];

const shuffle = (list) => list.map((x) => [Math.random(), x]).sort((a, b) => a[0] - b[0]).map(([, x]) => x);
function start() {
  [level, moves, won, player] = [0, 0, [0, 0], 0];
  deal();
}
function deal() {
  [open, found, clock, busy, at] = [[], 0, 0, true, 0];
  const chosen = shuffle(pairs).slice(0, levels[level]);
  cards = shuffle(chosen.flatMap((pair, i) => [{ id: i, text: pair.a }, { id: i, text: pair.b || pair.a }]));
  table.replaceChildren(...cards.map((card, i) => {
    card.node = element("button", { class: "card", type: "button", "aria-label": `${i + 1}`, style: `animation-delay:${i * 0.035}s`, onclick: () => turn(card) },
      element("span", { class: "back" }, S.back), element("span", { class: "front" }, card.text));
    return card.node;
  }));
  fitTable();
  const mine = cards;
  const peek = Kit.clamp(S.peek, 0, 10) * 1000;
  if (peek) setTimeout(() => mine.forEach((card) => card.node.classList.add("open")), 500);
  setTimeout(() => { mine.forEach((card) => card.node.classList.remove("open")); if (mine === cards) busy = false; }, peek ? 600 + peek : 50);
}
function fitTable() {
  if (!cards.length) return;
  const [w, h, n] = [window.innerWidth - 32, window.innerHeight - 110, cards.length];
  let best = [0, 1];
  for (let across = 2; across <= n; across++) {
    const side = Math.min((w / across) * 1.0, h / Math.ceil(n / across) / 1.2);
    if (side > best[0]) best = [side, across];
  }
  const size = Math.min(150, best[0] - 12);
  table.style.gridTemplateColumns = `repeat(${best[1]}, ${size}px)`;
  table.style.gridAutoRows = `${size * 1.2}px`;
  cards.forEach((card) => {
    const long = [...card.text].length;
    card.node.style.fontSize = `${size * 0.24}px`;
    card.node.lastChild.style.fontSize = `${size * (long <= 2 ? 0.5 : long <= 6 ? 0.24 : 0.16)}px`;
  });
}
window.addEventListener("resize", fitTable);
function turn(card) {
  if (busy || game.state !== "playing" || card.done || open.includes(card)) return;
  card.node.classList.add("open");
  Sound.note(Sound.step("pentatonic", card.id + 3), "musicbox", 0.6);
  open.push(card);
  if (open.length < 2) return;
  moves += 1;
  const [a, b] = open;
  open = [];
  if (a.id === b.id) return pairFound(a, b);
  busy = true;
  setTimeout(() => [a, b].forEach((c) => c.node.classList.add("wrong")), 450);
  setTimeout(() => {
    [a, b].forEach((c) => c.node.classList.remove("open", "wrong"));
    busy = false;
    if (two) player = 1 - player;
  }, 1000);
}
function pairFound(a, b) {
  found += 1;
  won[player] += 1;
  [a, b].forEach((card) => { card.done = true; card.node.classList.add("found"); });
  setTimeout(() => Sound.play("coin"), 200);
  if (found < levels[level]) return;
  busy = true;
  setTimeout(() => {
    level += 1;
    if (level < levels.length) { Sound.play("win"); game.toast(`${game.words.level} ${level + 1}`); return deal(); }
    level -= 1;
    const lines = [`${game.words.moves}: ${moves}`];
    if (two) lines.push(S.playerNames.slice(0, 2).map((name, i) => `${name}: ${won[i]}`).join("   "));
    game.over(true, undefined, lines);
  }, 900);
}
Kit.onPress((name) => {
  if (game.state !== "playing" || !cards.length) return;
  const across = Math.max(1, table.style.gridTemplateColumns ? Math.round(parseInt(table.style.gridTemplateColumns.slice(7), 10)) : 4);
  const by = { left: -1, right: 1, up: -across, down: across }[name];
  if (by) { at = (at + by + cards.length) % cards.length; cards[at].node.focus(); }
});
function frame(dt, time, state) {
  if (state === "title" && !cards.length) deal();
  if (state === "playing" && !busy) clock += dt;
  const limit = Math.max(0, S.seconds);
  if (limit && clock >= limit && state === "playing") game.over(false, undefined, [`${game.words.moves}: ${moves}`]);
  const shown = Math.max(0, Math.round(limit ? limit - clock : clock));
  game.set("score", `${found}/${levels[level]}`);
  game.set("moves", moves);
  game.set("time", `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}`);
  game.set("level", `${level + 1}/${levels.length}`);
  turnLine.textContent = two && state === "playing" ? `${S.playerNames[player] || player + 1}  (${won[0]} : ${won[1]})` : "";
}
game.ready();
