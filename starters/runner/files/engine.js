// An endless runner or flyer. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Runner", font: "rounded", mode: "jump", hero: "🦊", obstacles: ["🌵", "🪨", "🍄"], flyers: ["🦇"], coins: ["🫐"],
  colours: { background: "#f7c8a0", text: "#3b2440", accent: "#e4572e", ground: "#5b3a5e", far: "#c77d7e", pipe: "#6a994e" },
  land: "hills", day: true, speed: 330, faster: 6, jumps: 2, gap: 190, goal: 0,
};
const S = Kit.settings(DEFAULTS);
const flap = Kit.choice(S.mode, ["jump", "flap", "fly", "bird"]) !== "jump";
const land = Kit.choice(S.land, ["hills", "city", "desert", "sea", "snow", "space", "candy"]);
if (!S.obstacles.length) S.obstacles = DEFAULTS.obstacles;
const game = Game.create(S, ["score", "coins", "best"], { start, frame });
const C = game.colours;
["ground", "far", "pipe"].forEach((name) => (C[name] = Kit.colour(C[name], DEFAULTS.colours[name])));
const fx = Kit.particles();
const view = Kit.canvas();
let [things, far, score, coins, record, wait, shake] = [[], 0, 0, 0, 0, 0, 0];
const hero = { y: 0, vy: 0, left: 2, turn: 0, squash: 0, size: 58 };
const floor = () => view.height * (view.width < 560 ? 0.74 : 0.8);
const scale = () => Kit.clamp(view.height / 800, 0.7, 1.15);
const heroX = () => view.width * (view.width < 560 ? 0.2 : 0.24);
const size = () => hero.size * scale() * (Egg.active("giant") ? 1.6 : Egg.active("tiny") ? 0.6 : 1);
const slow = () => (Egg.active("slow-motion") ? 0.45 : 1);
const pace = () => (Kit.clamp(S.speed, 80, 1200) + game.time * Kit.clamp(S.faster, 0, 60)) * Kit.clamp(view.width / 1000, 0.72, 1.1) * slow();
// Hills, towers and stars are fixed by their number, so that they stay themselves while passing.
const dice = (i, salt) => { const x = Math.sin(i * 127.1 + salt * 311.7) * 43758.5; return x - Math.floor(x); };

function start() {
  [things, score, coins, wait, shake] = [[], 0, 0, 1, 0];
  Object.assign(hero, { y: flap ? view.height * 0.4 : 0, vy: flap ? -200 : 0, left: S.jumps, turn: 0 });
}
function jump() {
  if (game.state !== "playing") return;
  const strong = 900 * scale();
  if (flap) { hero.vy = -430 * scale(); Sound.play("jump"); hero.squash = 1; return; }
  if (hero.left <= 0) return;
  hero.left -= 1;
  hero.vy = hero.y >= 0 ? -strong : -strong * 0.85;
  hero.squash = 1;
  fx.burst(heroX(), floor() + hero.y, C.ground, 7, 110, 4);
  Sound.play("jump");
}
Kit.onPress((name, event) => (name === "fire" || name === "up") && !event.repeat && jump());
view.node.addEventListener("pointerdown", jump);

function spawn() {
  const x = view.width + 80;
  if (flap) {
    const gap = Kit.clamp(S.gap, 110, 400) * scale();
    const top = Kit.random(90, floor() - gap - 90);
    things.push({ kind: "pipe", x, w: 78 * scale(), top, gap, passed: false });
    if (S.coins.length && Math.random() < 0.5) things.push({ kind: "coin", x: x + 39 * scale(), y: top + gap / 2, s: 38, face: Kit.pick(S.coins) });
    return Kit.random(1.25, 1.6) * (330 / Math.max(200, pace())) * Math.max(1, 330 / 330);
  }
  if (S.flyers.length && game.time > 8 && Math.random() < 0.28) {
    things.push({ kind: "flyer", x, y: -Kit.random(70, 170) * scale(), s: 46, face: Kit.pick(S.flyers), bob: Math.random() * 6 });
  } else {
    const many = game.time > 10 && Math.random() < 0.3 ? 2 : 1;
    for (let i = 0; i < many; i++) things.push({ kind: "block", x: x + i * 44 * scale(), y: 0, s: Kit.random(46, 64), face: Kit.pick(S.obstacles) });
  }
  if (S.coins.length && Math.random() < 0.6) for (let i = 0; i < 3; i++) things.push({ kind: "coin", x: x + 260 + i * 52, y: floor() - (110 + Math.sin(i * 1.57) * 45) * scale(), s: 34, face: Kit.pick(S.coins) });
  return Kit.random(0.85, 1.7) * Math.max(0.7, 400 / pace());
}
function crash() {
  shake = 0.5;
  fx.burst(heroX(), heroY(), C.accent, 30, 320, 5);
  Sound.play("boom");
  game.over(false, Math.floor(score));
}
const heroY = () => (flap ? hero.y : floor() + hero.y - size() / 2);
function hits(t) {
  const [hx, hy, r] = [heroX(), heroY(), size() * 0.34];
  if (t.kind === "pipe") return hx + r > t.x && hx - r < t.x + t.w && (hy - r < t.top || hy + r > t.top + t.gap);
  const s = t.s * scale();
  const y = t.kind === "coin" ? t.y : floor() + t.y - s / 2;
  return Math.hypot(hx - t.x, hy - y) < r + s * (t.kind === "coin" ? 0.6 : 0.33);
}
function play(dt) {
  score += flap ? 0 : dt * 10;
  hero.vy += (flap ? 1350 : 2500) * scale() * dt;
  hero.y += hero.vy * dt;
  if (!flap && hero.y >= 0) {
    if (hero.vy > 300) { hero.squash = -1; fx.burst(heroX(), floor(), C.ground, 5, 80, 3); }
    [hero.y, hero.vy, hero.left] = [0, 0, Kit.clamp(Math.round(S.jumps), 1, 5)];
  }
  if (flap) {
    hero.y = Math.max(20, hero.y);
    if (hero.y > floor() - size() * 0.3) return crash();
  }
  wait -= dt * slow();
  if (wait <= 0) wait = spawn();
  for (const t of [...things]) {
    t.x -= pace() * (t.kind === "flyer" ? 1.25 : 1) * dt;
    if (t.kind === "pipe" && !t.passed && t.x + t.w < heroX()) { t.passed = true; score += 1; Sound.play("coin"); fx.text(heroX(), heroY() - 40, "+1", C.accent); }
    if (hits(t)) {
      if (t.kind !== "coin") return crash();
      things.splice(things.indexOf(t), 1);
      coins += 1;
      score += flap ? 1 : 5;
      Sound.play("coin");
      fx.burst(t.x, t.y, C.accent, 10, 160);
    } else if (t.x < -120) things.splice(things.indexOf(t), 1);
  }
  if (S.goal > 0 && score >= S.goal) game.over(true, Math.floor(score));
}

function sky(c, time) {
  const [w, h] = [view.width, view.height];
  const night = land === "space" ? 1 : S.day ? Kit.clamp(Math.sin(far / 2600) * 1.6 - 0.3, 0, 1) : 0;
  const fade = c.createLinearGradient(0, 0, 0, floor());
  fade.addColorStop(0, Kit.blend(Kit.shade(C.background, -0.08), "#10132f", night * 0.9));
  fade.addColorStop(1, Kit.blend(Kit.shade(C.background, 0.35), "#3b3a6b", night * 0.85));
  c.fillStyle = fade;
  c.fillRect(0, 0, w, h);
  c.fillStyle = "#fff";
  for (let i = 0; i < 60 && night > 0.05; i++) { c.globalAlpha = night * (0.4 + 0.6 * Math.abs(Math.sin(time + i))); c.fillRect(dice(i, 1) * w, dice(i, 2) * floor() * 0.75, 2.4, 2.4); }
  c.globalAlpha = 1;
  const turn = far / 2600;
  c.fillStyle = Kit.blend(Kit.shade(C.accent, 0.4), "#f4f1de", night);
  c.beginPath(); c.arc(w * 0.74, h * (0.26 - Math.sin(turn) * 0.06), 46 * scale(), 0, 7); c.fill();
  c.fillStyle = Kit.alpha("#ffffff", 0.5 - night * 0.35);
  for (let i = 0; i < 5; i++) {
    const x = ((i * 320 - far * 0.12 + dice(i, 4) * 200) % (w + 400) + w + 400) % (w + 400) - 200;
    const y = 90 + dice(i, 5) * h * 0.28;
    [[0, 0, 26], [28, 6, 20], [-28, 8, 18]].forEach(([dx, dy, r]) => { c.beginPath(); c.arc(x + dx, y + dy, r, 0, 7); c.fill(); });
  }
  return night;
}
function ridge(c, by, tint, base, tall, layer) {
  const w = view.width;
  const step = land === "city" ? 84 : land === "desert" ? 260 : 190;
  const from = Math.floor((far * by) / step) - 2;
  c.fillStyle = tint;
  for (let i = from; i < from + w / step + 5; i++) {
    const x = i * step - far * by;
    const h = tall * (0.45 + dice(i, layer) * 0.75);
    c.beginPath();
    if (land === "city") { c.rect(x, base - h * 1.25, step - 10, h * 1.25 + 4); c.fill(); continue; }
    if (land === "desert" || land === "snow" || land === "space") { c.moveTo(x - step * 0.8, base); c.lineTo(x, base - h); c.lineTo(x + step * 0.8, base); } else if (land === "candy") c.arc(x, base, h * 0.75, Math.PI, 0);
    else c.ellipse(x, base, step * 0.85, land === "sea" ? h * 0.35 : h, 0, Math.PI, 0);
    c.fill();
  }
}
function drawThing(c, t, time) {
  if (t.kind === "pipe") {
    [[0, t.top, t.top - 24], [t.top + t.gap, floor() - t.top - t.gap, t.top + t.gap]].forEach(([y, h, lip]) => {
      const fade = c.createLinearGradient(t.x, 0, t.x + t.w, 0);
      fade.addColorStop(0, Kit.shade(C.pipe, -0.2)); fade.addColorStop(0.35, Kit.shade(C.pipe, 0.25)); fade.addColorStop(1, Kit.shade(C.pipe, -0.3));
      c.fillStyle = fade;
      c.fillRect(t.x, y, t.w, h);
      Kit.roundRect(c, t.x - 7, lip, t.w + 14, 24, 6);
      c.fill();
    });
    return;
  }
  const s = t.s * scale();
  const y = t.kind === "coin" ? t.y + Math.sin(time * 4 + t.x / 60) * 5 : floor() + t.y - s / 2 + (t.bob === undefined ? 3 : Math.sin(time * 6 + t.bob) * 8);
  c.fillStyle = C.text;
  Kit.emoji(c, t.face, t.x, y, s);
}
function draw(dt, time, state) {
  const { context: c, width: w, height: h } = view;
  c.save();
  if (shake > 0) c.translate(Kit.random(-12, 12) * shake, Kit.random(-12, 12) * shake);
  const night = sky(c, time);
  const dark = (tint) => Kit.blend(tint, "#161632", night * 0.6);
  ridge(c, 0.15, Kit.alpha(dark(C.far), 0.45), floor(), h * 0.36, 7);
  ridge(c, 0.35, Kit.alpha(dark(C.far), 0.9), floor(), h * 0.2, 8);
  c.fillStyle = dark(C.ground);
  c.fillRect(-20, floor(), w + 40, h);
  c.fillStyle = Kit.shade(dark(C.ground), 0.2);
  c.fillRect(-20, floor(), w + 40, 5);
  for (let i = 0; i < w / 90 + 2; i++) { const n = i + Math.floor(far / 90); c.fillStyle = Kit.alpha("#fff", 0.08); Kit.roundRect(c, n * 90 - far + dice(n, 3) * 40, floor() + 22 + dice(n, 4) * 70, 12 + dice(n, 5) * 26, 5, 3); c.fill(); }
  things.forEach((t) => drawThing(c, t, time));
  const y = heroY();
  if (!flap) { c.fillStyle = "rgba(0,0,0,.18)"; c.beginPath(); c.ellipse(heroX(), floor() + 7, size() * Kit.clamp(0.45 + hero.y / 900, 0.15, 0.5), 6, 0, 0, 7); c.fill(); }
  if (state !== "over") {
    c.save();
    c.translate(heroX(), y);
    c.rotate(flap ? Kit.clamp(hero.vy / 900, -0.5, 0.9) : hero.y < 0 ? hero.vy / 3600 : Math.sin(time * 16) * 0.07);
    c.scale(-(1 - hero.squash * 0.14), 1 + hero.squash * 0.18 + (hero.y >= 0 && !flap ? Math.sin(time * 18) * 0.04 : 0));
    c.fillStyle = C.text;
    Kit.emoji(c, S.hero, 0, 0, size());
    c.restore();
  }
  fx.draw(c);
  c.restore();
}
function frame(dt, time, state) {
  if (state === "playing") play(dt);
  if (state === "title") { hero.y = flap ? view.height * 0.68 + Math.sin(time * 3) * 24 : -Math.abs(Math.sin(time * 2.6)) * 60; }
  if (state === "playing" || state === "title") far += dt * (state === "title" ? 160 : pace());
  hero.squash *= Math.exp(-dt * 9);
  shake = Math.max(0, shake - dt);
  fx.step(dt, 500);
  record = Math.max(record, Math.floor(score));
  game.set("score", Math.floor(score));
  game.set("coins", coins);
  game.set("best", record);
  draw(dt, time, state);
}
game.ready();
