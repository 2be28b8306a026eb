// A platform game on a grid of tiles; lengths are in tiles. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Platformer", font: "rounded", theme: "meadow",
  colours: { background: "#a8dadc", text: "#1d3557", accent: "#e76f51", ground: "#588157", platform: "#bc8a5f" },
  hero: "🐸", enemy: "🐌", coin: "🪙", flag: "🚩", scenes: [""],
  levels: [["                              ", "        o o      ===    o     ", "  P    =====  e        ^   F  ", "##############  ##############"]],
  moreLevels: 3, lives: 3, speed: 7, jumps: 2, enemySpeed: 2, gravity: 42,
};
const S = Kit.settings(DEFAULTS);
const theme = Kit.choice(S.theme, ["meadow", "cave", "snow", "desert", "space", "candy", "night"]);
const game = Game.create(S, ["score", "lives", "coins", "level"], { start, frame });
const C = game.colours;
["ground", "platform"].forEach((name) => (C[name] = Kit.colour(C[name], DEFAULTS.colours[name])));
const fx = Kit.particles();
const view = Kit.canvas();
Kit.pads({ left: "←", right: "→", up: "⤒" });
const ROWS = 10;
let [map, things, level, score, lives, coins, cameraX, safe] = [[], [], 0, 0, 3, 0, 0, 0];
const hero = { x: 0, y: 0, vx: 0, vy: 0, left: 2, ground: false, face: 1, squash: 0, late: 0 };
const tile = () => view.height / (ROWS + (view.width < 560 ? 3 : 0.4));
const solid = (x, y) => { const row = map[Math.floor(y)]; return x < 0 || (row ? "#=".includes(row[Math.floor(x)] || " ") : false); };

// A drawn level, made safe: rows of one length, ground, start and flag there.
function drawn(rows) {
  const lines = rows.map(String);
  const wide = Math.max(24, ...lines.map((line) => line.length));
  const full = lines.slice(-ROWS).map((line) => line.padEnd(wide, " "));
  while (full.length < ROWS - 1) full.unshift(" ".repeat(wide));
  if (!/#{3}/.test(full[full.length - 1])) full.push("#".repeat(wide));
  if (full.length < ROWS) full.push("#".repeat(wide).split("").map((_, i) => (full[full.length - 1][i] === "#" ? "#" : " ")).join(""));
  return full.slice(-ROWS);
}
function generated(n) {
  const wide = 60 + n * 8;
  const grid = Array.from({ length: ROWS }, () => Array(wide).fill(" "));
  for (let x = 0; x < wide; x++) for (let y = ROWS - 2; y < ROWS; y++) grid[y][x] = "#";
  let x = 8;
  while (x < wide - 9) {
    const kind = Math.floor(Math.random() * 5);
    const ground = ROWS - 3;
    if (kind === 0) { const gap = 2 + (n > 1 ? 1 : 0); for (let i = 0; i < gap; i++) grid[ROWS - 2][x + i] = grid[ROWS - 1][x + i] = " "; grid[ground - 2][x + 1] = "o"; x += gap + 4; }
    else if (kind === 1) { for (let i = 0; i < 4; i++) { grid[ground - 2][x + i] = "="; grid[ground - 3][x + i] = i % 2 ? "o" : " "; } grid[ground][x + 2] = "e"; x += 7; }
    else if (kind === 2) { grid[ground][x] = "#"; grid[ground][x + 1] = "#"; grid[ground - 1][x + 1] = "#"; grid[ground - 2][x + 1] = "o"; x += 5; }
    else if (kind === 3) { grid[ground][x] = "^"; grid[ground - 3][x] = "o"; grid[ground][x + 3] = "e"; x += 6; }
    else { grid[ground][x] = "S"; for (let i = 2; i < 6; i++) { grid[ground - 4][x + i] = "="; grid[ground - 5][x + i] = "o"; } x += 8; }
  }
  grid[ROWS - 3][2] = "P";
  grid[ROWS - 3][wide - 4] = "F";
  return grid.map((row) => row.join(""));
}
const total = () => S.levels.length + Kit.clamp(Math.round(S.moreLevels), 0, 50);
function open() {
  const rows = level < S.levels.length && Array.isArray(S.levels[level]) && S.levels[level].length ? drawn(S.levels[level]) : generated(level);
  map = rows.map((row) => [...row]);
  things = [];
  let from = null;
  map.forEach((row, y) => row.forEach((sign, x) => {
    if ("oeFS^".includes(sign) && sign !== " ") things.push({ kind: sign, x: x + 0.5, y: y + 0.5, vx: -Kit.clamp(S.enemySpeed, 0, 8), vy: 0 });
    if (sign === "P") from = [x + 0.5, y + 0.5];
    if (sign !== "#" && sign !== "=") row[x] = " ";
  }));
  const wide = map[0].length;
  if (!things.some((t) => t.kind === "F")) things.push({ kind: "F", x: wide - 2.5, y: map.findIndex((row) => "#=".includes(row[wide - 3])) - 0.5, vx: 0, vy: 0 });
  hero.home = from || [2.5, Math.max(0, map.findIndex((row) => "#=".includes(row[2])) - 0.5)];
  revive();
}
function revive() {
  Object.assign(hero, { x: hero.home[0], y: hero.home[1], vx: 0, vy: 0, left: 0 });
  safe = 1.5;
}
function start() {
  [score, lives, coins, level] = [0, Kit.clamp(Math.round(S.lives), 1, 20), 0, 0];
  scene();
}
function scene() {
  open();
  const line = S.scenes[level];
  if (line && level > 0) game.story([line], () => {}, `${game.words.level} ${level + 1}`);
  else game.toast(line || `${game.words.level} ${level + 1}`, 4);
}
function hurt() {
  if (safe > 0) return;
  lives -= 1;
  Sound.play("boom");
  fx.burst(...spot(hero.x, hero.y), C.accent, 26, 260, 5);
  if (lives <= 0) game.over(false, score);
  else revive();
}
const jumpPower = () => Math.sqrt(2 * Kit.clamp(S.gravity, 10, 120) * 3.6);
function jump() {
  if (game.state !== "playing") return;
  if (hero.late > 0) hero.left = Kit.clamp(Math.round(S.jumps), 1, 5);
  if (hero.left <= 0) return;
  hero.left -= 1;
  hero.late = 0;
  hero.vy = -jumpPower();
  hero.squash = 1;
  fx.burst(...spot(hero.x, hero.y + 0.4), C.platform, 6, 90, 3);
  Sound.play("jump");
}
Kit.onPress((name, event) => (name === "fire" || name === "up") && !event.repeat && jump());
view.node.addEventListener("pointerdown", jump);

function move(body, dt, half = 0.36) {
  body.x += body.vx * dt;
  const side = Math.sign(body.vx);
  if (side && [-half, 0.3].some((dy) => solid(body.x + side * half, body.y + dy))) {
    body.x = side > 0 ? Math.floor(body.x + half) - half - 0.001 : Math.floor(body.x - half) + 1 + half + 0.001;
    body.hitSide = true;
  } else body.hitSide = false;
  body.y += body.vy * dt;
  body.ground = false;
  const feet = body.vy >= 0 ? 0.5 : -0.46;
  if ([-half + 0.06, half - 0.06].some((dx) => solid(body.x + dx, body.y + feet))) {
    if (body.vy >= 0) { body.y = Math.floor(body.y + 0.5) - 0.5; body.ground = true; } else body.y = Math.floor(body.y - 0.46) + 1.47;
    body.vy = 0;
  }
}
function run(dt) {
  const { held } = Kit;
  const top = Kit.clamp(S.speed, 2, 20);
  const want = ((held.right ? 1 : 0) - (held.left ? 1 : 0)) * top;
  hero.vx = Kit.mix(hero.vx, want, Math.min(1, dt * (hero.ground ? 12 : 7)));
  if (Math.abs(want) > 0) hero.face = Math.sign(want);
  hero.vy = Math.min(24, hero.vy + Kit.clamp(S.gravity, 10, 120) * (hero.vy < 0 && !(held.fire || held.up) ? 1.5 : 1) * dt);
  const falling = hero.vy;
  move(hero, dt);
  hero.late = hero.ground ? 0.1 : hero.late - dt;
  if (hero.ground) { hero.left = Kit.clamp(Math.round(S.jumps), 1, 5); if (falling > 9) hero.squash = -0.8; }
  hero.x = Math.min(hero.x, map[0].length - 0.6);
  safe = Math.max(0, safe - dt);
  if (hero.y > ROWS + 2) { safe = 0; hurt(); }
}
function meet(dt) {
  for (const t of [...things]) {
    if (t.kind === "e") {
      t.vy = Math.min(20, t.vy + 40 * dt);
      const was = t.vx;
      move(t, dt);
      if (t.hitSide || (t.ground && !solid(t.x + Math.sign(was) * 0.5, t.y + 0.8))) t.vx = -was;
      if (t.y > ROWS + 2) things.splice(things.indexOf(t), 1);
    }
    if (Math.hypot(t.x - hero.x, t.y - hero.y) > 0.78) continue;
    const [x, y] = spot(t.x, t.y);
    if (t.kind === "o") { coins += 1; score += 10; Sound.play("coin"); fx.burst(x, y, C.accent, 9, 150); things.splice(things.indexOf(t), 1); }
    else if (t.kind === "e" && hero.vy > 2 && hero.y < t.y - 0.2) { score += 50; hero.vy = -jumpPower() * 0.75; Sound.play("hit"); fx.burst(x, y, C.ground, 16, 220, 4); fx.text(x, y - 20, "+50", C.accent); things.splice(things.indexOf(t), 1); }
    else if (t.kind === "S" && hero.vy >= 0) { hero.vy = -jumpPower() * 1.45; t.pop = 1; Sound.play("power"); }
    else if (t.kind === "e" || (t.kind === "^" && hero.y > t.y - 0.45)) { hurt(); return; }
    else if (t.kind === "F") { next(); return; }
  }
}
function next() {
  score += 100;
  level += 1;
  Sound.play("win");
  if (level >= total()) return game.over(true, score);
  scene();
}

const spot = (x, y) => [x * tile() - cameraX, (y + (view.width < 560 ? 1 : 0.4)) * tile()];
function back(c, time) {
  const { width: w, height: h } = view;
  const dark = ["cave", "space", "night"].includes(theme);
  const sky = c.createLinearGradient(0, 0, 0, h);
  sky.addColorStop(0, dark ? Kit.shade(C.background, -0.35) : C.background);
  sky.addColorStop(1, Kit.shade(C.background, dark ? 0.05 : 0.45));
  c.fillStyle = sky;
  c.fillRect(0, 0, w, h);
  c.fillStyle = Kit.alpha("#fff", dark ? 0.7 : 0.55);
  for (let i = 0; i < (dark || theme === "snow" ? 60 : 7); i++) {
    const x = (((i * 211 - cameraX * 0.1 + (theme === "snow" ? 0 : time * 8)) % (w + 200)) + w + 200) % (w + 200) - 100;
    const y = theme === "snow" ? (i * 97 + time * 50) % h : dark ? (i * 67) % (h * 0.8) : 60 + ((i * 83) % (h * 0.3));
    c.beginPath();
    if (dark || theme === "snow") c.arc(x, y, dark ? 1.6 : 3, 0, 7);
    else { c.ellipse(x, y, 62, 20, 0, 0, 7); c.ellipse(x + 22, y - 14, 32, 20, 0, 0, 7); }
    c.fill();
  }
  [[0.2, 0.36, 0.3], [0.45, 0.22, 0.55]].forEach(([by, tall, a], layer) => {
    c.fillStyle = Kit.alpha(Kit.blend(C.ground, C.background, 0.5 - layer * 0.25), a);
    for (let i = -1; i < w / 260 + 2; i++) {
      const n = i + Math.floor((cameraX * by) / 260);
      const x = n * 260 - cameraX * by;
      const up = h * tall * (0.6 + Math.abs(Math.sin(n * 2.3 + layer)) * 0.7);
      c.beginPath();
      if (theme === "snow" || theme === "cave" || theme === "space") { c.moveTo(x - 230, h); c.lineTo(x, h - up * 1.5); c.lineTo(x + 230, h); } else c.ellipse(x, h, 240, up * 1.2, 0, Math.PI, 0);
      c.fill();
    }
  });
}
function draw(time, state) {
  const { context: c } = view;
  const s = tile();
  back(c, time);
  const first = Math.max(0, Math.floor(cameraX / s));
  map.forEach((row, y) => {
    for (let x = first; x < Math.min(row.length, first + view.width / s + 2); x++) {
      if (row[x] === " ") continue;
      const [px, py] = spot(x, y);
      const open = !map[y - 1] || !"#=".includes(map[y - 1][x]);
      c.fillStyle = row[x] === "=" ? C.platform : Kit.shade(C.ground, -0.32);
      if (row[x] === "=") { Kit.roundRect(c, px, py, s + 0.5, s * 0.5, 5); c.fill(); c.fillStyle = Kit.shade(C.platform, 0.3); c.fillRect(px, py, s + 0.5, s * 0.12); continue; }
      const deep = y === ROWS - 1 ? view.height : py + s;
      c.fillRect(px, py, s + 0.7, deep - py + 1);
      if (open) { c.fillStyle = C.ground; c.fillRect(px, py, s + 0.7, s * 0.34); c.fillStyle = Kit.shade(C.ground, 0.25); c.fillRect(px, py, s + 0.7, s * 0.09); }
    }
  });
  c.fillStyle = C.text;
  things.forEach((t) => {
    const [x, y] = spot(t.x, t.y);
    if (x < -80 || x > view.width + 80) return;
    if (t.kind === "^") { c.fillStyle = "#d9dee8"; [-1, 0, 1].forEach((i) => { c.beginPath(); c.moveTo(x + (i - 0.45) * s * 0.32, y + s * 0.5); c.lineTo(x + i * s * 0.32, y - s * 0.1); c.lineTo(x + (i + 0.45) * s * 0.32, y + s * 0.5); c.fill(); }); c.fillStyle = C.text; return; }
    if (t.kind === "S") { t.pop = (t.pop || 0) * 0.92; c.fillStyle = C.accent; Kit.roundRect(c, x - s * 0.4, y + s * (0.2 - t.pop * 0.5), s * 0.8, s * 0.14, 5); c.fill(); c.fillStyle = Kit.shade(C.accent, -0.3); c.fillRect(x - s * 0.2, y + s * (0.34 - t.pop * 0.5), s * 0.4, s * (0.16 + t.pop * 0.5)); c.fillStyle = C.text; return; }
    const face = { o: S.coin, e: S.enemy, F: S.flag }[t.kind];
    c.save();
    c.translate(x, y + (t.kind === "o" ? Math.sin(time * 4 + t.x) * 4 : 0));
    if (t.kind === "e" && t.vx > 0) c.scale(-1, 1);
    Kit.emoji(c, face, 0, t.kind === "F" ? -s * 0.2 : 0, s * { o: 0.6, e: 0.82, F: 1.25 }[t.kind]);
    c.restore();
  });
  if (state !== "over" && (safe <= 0 || Math.sin(time * 28) > -0.3)) {
    const [x, y] = spot(hero.x, hero.y);
    const big = Egg.active("giant") ? 1.7 : Egg.active("tiny") ? 0.6 : 1;
    c.save();
    c.translate(x, y + s * 0.5);
    c.scale(-hero.face * (1 - hero.squash * 0.16), 1 + hero.squash * 0.2 + (hero.ground && Math.abs(hero.vx) > 1 ? Math.sin(time * 22) * 0.06 : 0));
    Kit.emoji(c, S.hero, 0, -s * 0.47 * big, s * 0.92 * big);
    c.restore();
  }
  fx.draw(c);
}
function frame(dt, time, state) {
  if (!map.length) open();
  if (state === "playing") { run(dt); if (game.state === "playing") meet(dt * (Egg.active("slow-motion") ? 0.3 : 1)); }
  const wide = map[0].length * tile();
  const want = state === "title" ? (Math.sin(time * 0.25) * 0.5 + 0.5) * (wide - view.width) : hero.x * tile() - view.width * 0.4;
  cameraX = Kit.mix(cameraX, Kit.clamp(want, 0, Math.max(0, wide - view.width)), Math.min(1, dt * 6));
  hero.squash *= Math.exp(-dt * 9);
  fx.step(dt, 500);
  game.set("score", score);
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 9)) || "–");
  game.set("coins", coins);
  game.set("level", `${Math.min(level + 1, total())}/${total()}`);
  draw(time, state);
}
game.ready();
