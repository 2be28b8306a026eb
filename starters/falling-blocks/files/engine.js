// Falling blocks. All content is in content.js.
const CHINESE = /^zh/.test(Kit.given.lang || "") || /[\u4e00-\u9fff]/.test(Kit.given.title || "");
const DEFAULTS = {
  ...Game.COMMON, title: "Blocks", colours: { background: "#0d1b2a", text: "#e8f1f2", accent: "#4ecdc4", board: "#14263a" },
  words: CHINESE ? { lines: "行数", hold: "保留", next: "下一个" } : { lines: "Rows", hold: "Hold", next: "Next" },
  blockColours: ["#4ecdc4", "#ffe66d", "#c492f0", "#7bd389", "#ff6b6b", "#5aa9e6", "#ffa552"], blockStyle: "glossy", emoji: ["🐚", "🐠", "🐙", "🐢", "🦀", "🐳", "⭐"],
  columns: 10, rows: 20, speed: 1.2, faster: 0.5, rowsPerLevel: 8, ghost: true, hold: true, goal: 0,
};
const S = Kit.settings(DEFAULTS);
const tints = Kit.palette(S.blockColours, DEFAULTS.blockColours);
const faces = S.emoji.length ? S.emoji.map(String) : DEFAULTS.emoji;
const style = Kit.choice(S.blockStyle, ["glossy", "flat", "outline", "emoji"]);
const [W, H] = [Kit.clamp(Math.round(S.columns), 6, 20), Kit.clamp(Math.round(S.rows), 10, 30)];
const game = Game.create(S, ["score", "lines", "level", "best"], { start, frame });
const C = game.colours;
C.board = Kit.colour(C.board, Kit.shade(C.background, 0.06));
const fx = Kit.particles();
const view = Kit.canvas();
Kit.pads({ left: "←", right: "→", up: "↻", down: "↓", fire: "⤓" });
const SHAPES = [["....", "####"], ["##", "##"], [".#.", "###"], [".##", "##."], ["##.", ".##"], ["#..", "###"], ["..#", "###"]].map((rows) => rows.map((row) => [...row].map((s) => (s === "#" ? 1 : 0))));
let [grid, bag, piece, next, kept, usedHold] = [[], [], null, null, null, false];
let [score, lines, level, record, late, shake, flash, repeat] = [0, 0, 1, 0, 0, 0, [], 0];

const empty = () => Array.from({ length: H }, () => Array(W).fill(-1));
function draw1() {
  if (!bag.length) bag = [0, 1, 2, 3, 4, 5, 6].map((k) => [Math.random(), k]).sort((a, b) => a[0] - b[0]).map(([, k]) => k);
  return bag.pop();
}
const make = (kind) => ({ kind, cells: SHAPES[kind], x: Math.floor((W - SHAPES[kind][0].length) / 2), y: -1, soft: 0 });
const turned = (cells) => cells[0].map((_, x) => cells.map((row) => row[x]).reverse());
const fits = (cells, px, py) => cells.every((row, y) => row.every((on, x) => !on || (px + x >= 0 && px + x < W && py + y < H && (py + y < 0 || grid[py + y][px + x] < 0))));
function start() {
  [grid, bag, kept, usedHold, flash] = [empty(), [], null, false, []];
  [score, lines, level, late] = [0, 0, 1, 0];
  next = draw1();
  take();
}
function take(kind) {
  piece = make(kind === undefined ? next : kind);
  if (kind === undefined) next = draw1();
  if (!fits(piece.cells, piece.x, piece.y + 1)) {
    shake = 0.5;
    if (game.state === "title") grid = empty();
    else game.over(false, score);
  }
}
function shift(by) {
  if (!fits(piece.cells, piece.x + by, piece.y)) return false;
  piece.x += by;
  return true;
}
function turn() {
  const cells = turned(piece.cells);
  const kick = [0, -1, 1, -2, 2].find((by) => fits(cells, piece.x + by, piece.y));
  if (kick === undefined) return;
  piece.cells = cells;
  piece.x += kick;
  Sound.play("click");
}
function down() {
  if (fits(piece.cells, piece.x, piece.y + 1)) { piece.y += 1; return true; }
  land();
  return false;
}
const landing = () => { let y = piece.y; while (fits(piece.cells, piece.x, y + 1)) y += 1; return y; };
function land() {
  piece.cells.forEach((row, y) => row.forEach((on, x) => { if (on && grid[piece.y + y]) grid[piece.y + y][piece.x + x] = piece.kind; }));
  Sound.play("bounce");
  const full = grid.map((row, y) => (row.every((k) => k >= 0) ? y : -1)).filter((y) => y >= 0);
  if (full.length) {
    const { cell, x, y } = box();
    full.forEach((row) => { for (let i = 0; i < W; i++) fx.burst(x + (i + 0.5) * cell, y + (row + 0.5) * cell, tints[grid[row][i] % tints.length], 4, 220, 4); });
    flash = full.map((row) => ({ row, life: 1 }));
    grid = grid.filter((_, row) => !full.includes(row));
    while (grid.length < H) grid.unshift(Array(W).fill(-1));
    lines += full.length;
    const points = [0, 100, 300, 500, 800][Math.min(4, full.length)] * level;
    score += points;
    fx.text(x + (W * cell) / 2, y + full[0] * cell, `+${points}`, C.text);
    shake = 0.12 * full.length;
    Sound.play(full.length > 3 ? "win" : "power");
    const now = 1 + Math.floor(lines / Math.max(1, Math.round(S.rowsPerLevel)));
    if (now > level && game.state === "playing") game.toast(`${game.words.level} ${now}`);
    level = now;
    if (S.goal > 0 && lines >= S.goal && game.state === "playing") return game.over(true, score);
  }
  usedHold = false;
  late = 0;
  take();
}
function drop() {
  const to = landing();
  score += (to - piece.y) * 2;
  piece.y = to;
  shake = Math.max(shake, 0.1);
  land();
}
function hold() {
  if (!S.hold || usedHold) return;
  const kind = kept;
  kept = piece.kind;
  take(kind === null ? undefined : kind);
  usedHold = true;
}
Kit.onPress((name, event) => {
  if (game.state !== "playing" || !piece) return;
  if (name === "up" && !event.repeat) turn();
  else if (name === "fire" && !event.repeat) drop();
  else if ((event.key || "").toLowerCase() === "c") hold();
  else if ((name === "left" || name === "right") && !event.repeat) { shift(name === "left" ? -1 : 1); repeat = 0.2; }
});
Kit.swipe(view.node, (name) => {
  if (game.state !== "playing" || !piece) return;
  if (name === "tap") turn();
  else if (name === "down") drop();
  else if (name === "up") hold();
  else shift(name === "left" ? -1 : 1);
});
function box() {
  const small = view.width < 620;
  const [top, bottom] = [small ? 118 : 82, small ? 100 : 22];
  const cell = Math.floor(Math.min((view.height - top - bottom) / H, (view.width - (small ? 24 : 360)) / W));
  return { cell, small, x: Math.round((view.width - cell * W) / 2), y: top };
}
function block(c, kind, x, y, s, faint) {
  const tint = tints[kind % tints.length];
  c.globalAlpha = faint ? 0.22 : 1;
  Kit.roundRect(c, x + 1, y + 1, s - 2, s - 2, s * 0.2);
  if (style === "outline" || faint) { c.strokeStyle = tint; c.lineWidth = 2; c.stroke(); c.fillStyle = Kit.alpha(tint, 0.16); c.fill(); }
  else { c.fillStyle = style === "emoji" ? Kit.alpha(tint, 0.28) : tint; c.fill(); }
  if (style === "glossy" && !faint) { c.fillStyle = "rgba(255,255,255,.26)"; Kit.roundRect(c, x + s * 0.12, y + s * 0.1, s * 0.76, s * 0.26, s * 0.12); c.fill(); c.fillStyle = "rgba(0,0,0,.12)"; Kit.roundRect(c, x + s * 0.1, y + s * 0.76, s * 0.8, s * 0.14, s * 0.07); c.fill(); }
  if (style === "emoji" && !faint) { c.fillStyle = C.text; Kit.emoji(c, faces[kind % faces.length], x + s / 2, y + s / 2, s * 0.74); }
  c.globalAlpha = 1;
}
function side(c, label, kind, x, y, s) {
  c.fillStyle = Kit.alpha(C.text, 0.65);
  c.font = `700 ${s < 18 ? 11 : 14}px system-ui, sans-serif`;
  c.textAlign = "left";
  c.textBaseline = "top";
  c.fillText(label, x, y);
  if (kind !== null) SHAPES[kind].forEach((row, j) => row.forEach((on, i) => on && block(c, kind, x + i * s, y + 24 + j * s - (kind === 0 ? s : 0), s)));
}
function draw() {
  const { context: c, width: w, height: h } = view;
  const { cell, x, y, small } = box();
  const sky = c.createLinearGradient(0, 0, 0, h);
  sky.addColorStop(0, C.background);
  sky.addColorStop(1, Kit.blend(C.background, C.accent, 0.18));
  c.fillStyle = sky;
  c.fillRect(0, 0, w, h);
  c.save();
  if (shake > 0) c.translate(0, Math.sin(shake * 60) * shake * 14);
  c.fillStyle = C.board;
  Kit.roundRect(c, x - 8, y - 8, cell * W + 16, cell * H + 16, 16);
  c.fill();
  c.fillStyle = Kit.alpha(C.text, 0.03);
  for (let i = 0; i < W; i += 2) c.fillRect(x + i * cell, y, cell, cell * H);
  grid.forEach((row, j) => row.forEach((kind, i) => kind >= 0 && block(c, kind, x + i * cell, y + j * cell, cell)));
  if (piece && game.state !== "over") {
    const ghost = landing();
    piece.cells.forEach((row, j) => row.forEach((on, i) => {
      if (!on) return;
      if (S.ghost && ghost > piece.y && ghost + j >= 0) block(c, piece.kind, x + (piece.x + i) * cell, y + (ghost + j) * cell, cell, true);
      if (piece.y + j >= 0) block(c, piece.kind, x + (piece.x + i) * cell, y + (piece.y + j) * cell, cell);
    }));
  }
  flash.forEach((f) => { c.fillStyle = Kit.alpha("#fff", f.life * 0.7); c.fillRect(x, y + f.row * cell, cell * W, cell); });
  if (next !== null && small) { side(c, game.words.next, next, w - 80, 62, 12); if (S.hold) side(c, game.words.hold, kept, 18, 62, 12); }
  else if (next !== null) { side(c, game.words.next, next, x + cell * W + 34, y + 6, Math.min(26, cell)); if (S.hold) side(c, game.words.hold, kept, x - 150, y + 6, Math.min(26, cell)); }
  fx.draw(c);
  c.restore();
}
function frame(dt, time, state) {
  if (!grid.length) { grid = empty(); next = draw1(); take(); }
  if (state === "playing" || state === "title") {
    const pace = Kit.clamp(S.speed + (level - 1) * S.faster, 0.3, 25) * (Egg.active("slow-motion") ? 0.4 : 1);
    late += dt * (state === "title" ? 5 : Kit.held.down ? Math.max(22, pace) : pace);
    for (; late >= 1 && game.state === state; late -= 1) {
      if (state === "title" && Math.random() < 0.4) { if (Math.random() < 0.4) turn(); else shift(Math.random() < 0.5 ? -1 : 1); }
      if (down() && Kit.held.down && state === "playing") score += 1;
    }
    repeat -= dt;
    if (state === "playing" && repeat <= 0 && (Kit.held.left || Kit.held.right)) { shift(Kit.held.left ? -1 : 1); repeat = 0.055; }
  }
  flash = flash.filter((f) => (f.life -= dt * 3) > 0);
  shake = Math.max(0, shake - dt);
  fx.step(dt, 500);
  record = Math.max(record, state === "title" ? 0 : score);
  game.set("score", state === "title" ? 0 : score);
  game.set("lines", state === "title" ? 0 : lines);
  game.set("level", state === "title" ? 1 : level);
  game.set("best", record);
  draw();
}
game.ready();
