// Points, lives, levels, the clock and what comes; each mode says how it moves. All content is in content.js.
const { S, mode, said } = Arcade.open();
// On a phone there is room for three figures.
const figures = ["score", S.lives && "lives", (S.levels || !S.lives || !S.seconds) && "level", S.seconds && "time"].filter(Boolean);
const game = Game.create(S, figures, { start, frame });
const endings = { won: game.words.won, over: game.words.over };
const narrow = matchMedia("(pointer: coarse), (max-width: 560px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const view = Kit.canvas(layout);
const g = {
  S, game, said, view, C: game.colours, fx: Kit.particles(420), things: [], floats: [], pointer: { x: 0, y: 0, active: false, down: false },
  score: 0, lives: 3, level: 1, streak: 0, longest: 0, progress: 0, slow: 0, double: 0, shield: 0, trembling: 0, flash: 0,
  span: { x: 0, w: 0 }, unit: 30, top: 70, low: false,
  floor: () => mode.floor(view, g.low, S), pace, make, extra, touch, away, hurt, award, advance, remove, drawThings, shake,
};
const scenery = Scenery.create(S, g.C, () => g.floor());
const WARM_UP = 5; // seconds in which nothing that is missed costs: one finds out how it goes
let [wait, known] = [0, new Set()];

function layout() {
  g.low = Boolean(mode.pads) && narrow.matches;
  g.unit = Kit.clamp(view.width * 0.028 + 13, 24, 36) * S.size;
  g.top = view.width < 560 ? 62 : 76;
  const wide = Math.min(view.width, 1040);
  g.span = { x: (view.width - wide) / 2, w: wide };
}
function pace() {
  const levels = Math.pow(1 + S.faster / 100, g.level - 1);
  return Math.min(3.4, S.speed * levels) * (g.slow > 0 ? 0.55 : 1) * (Egg.active("slow-motion") ? 0.45 : 1);
}
function start() {
  Object.assign(g, { score: 0, lives: S.lives, level: 1, streak: 0, longest: 0, progress: 0, slow: 0, double: 0, shield: 0, flash: 0, things: [], floats: [] });
  [wait, known] = [0.35, new Set()];
  layout();
  mode.start(g);
  if (game.state === "playing") announce();
}
function announce() {
  const name = S.levelNames.filter(Boolean)[(g.level - 1) % Math.max(1, S.levelNames.filter(Boolean).length)];
  game.toast([`${game.words.level} ${g.level}`, name, g.level === 1 && S.heroName].filter(Boolean).join(" · "), 1.8);
}

// ---- what comes ----
function extra(name) {
  return { face: Arcade.EXTRAS[name], kind: "extra", gives: name, points: 0, name: said.gain[name] };
}
function next() {
  const usual = S.extras.filter((name) => S.lives || name !== "life");
  if (usual.length && game.time > 6 && Math.random() < 0.045) return extra(Kit.pick(usual));
  const bad = S.bad.length && (!S.good.length || Math.random() * 100 < S.badPercent);
  return Kit.pick(bad ? S.bad : S.good);
}
function make(along) {
  const phase = Math.random() * 6.3;
  const thing = { ...next(), age: 0, r: g.unit, x: 0, y: 0, phase, turn: Kit.random(-0.3, 0.3), spin: Kit.random(-0.8, 0.8), sway: 0, ink: g.C.text };
  thing.tint = Things.isEmoji(thing.face) && !Things.SHAPES[thing.face] && /auto|emoji/.test(S.look) ? Things.tintOf(thing.face, g.C.accent) : Kit.pick(S.tints);
  mode.spawn(g, thing, along);
  g.things.push(thing);
}
function coming(dt) {
  if (!mode.spawn) return;
  wait -= dt;
  if (wait > 0 || g.things.length > 60) return;
  make();
  const usual = Kit.random(0.75, 1.25) / (S.rate * Math.pow(pace(), 0.75));
  wait = mode.wait ? mode.wait(g, usual) : usual;
}
function remove(thing) {
  const at = g.things.indexOf(thing);
  if (at >= 0) g.things.splice(at, 1);
}

// ---- points and lives ----
const times = () => (S.combo ? 1 + Math.min(4, Math.floor(g.streak / 6)) : 1) * (g.double > 0 ? 2 : 1);
function float(x, y, text, size = 20) {
  g.floats.push({ x: Kit.clamp(x, 50, view.width - 50), y: Math.max(g.top + 24, y), text, size, age: 0 });
}
// Points without a thing: for a row, a close call, three in one stroke.
function award(points, x, y, text = "") {
  if (game.state !== "playing") return;
  const got = points * (g.double > 0 ? 2 : 1);
  g.score += got;
  if (x !== undefined) float(x, y, `${text} +${got}`.trim(), 22);
  reach();
}
// A thing was caught, clicked, cut or run into.
function touch(thing, x, y) {
  remove(thing);
  if (game.state !== "playing") return g.fx.burst(x, y, thing.tint, 10, 150, 3);
  if (thing.kind === "bad") return harm(thing, x, y);
  g.fx.burst(x, y, thing.tint || g.C.accent, 16, 210, 4);
  if (thing.kind === "extra") return power(thing, x, y);
  g.streak += 1;
  g.longest = Math.max(g.longest, g.streak);
  const got = thing.points * times();
  g.score += got;
  float(x, y - 22, `+${got}${known.has(thing.name) ? "" : ` ${thing.name}`}`.trim());
  known.add(thing.name);
  Sound.note(Sound.step("pentatonic", 5 + Math.min(12, g.streak % 13)), "marimba", 0.8);
  if (S.combo && S.praise.length && g.streak % 6 === 0) {
    float(x, y - 62, `${S.praise[(g.streak / 6 - 1) % S.praise.length]} ×${times()}`, 30);
    Sound.play("power");
  }
  if (!mode.timed && mode.spawn) advance(1);
  reach();
}
function harm(thing, x, y) {
  g.fx.burst(x, y, "#3a3a46", 14, 240, 6);
  if (thing.points && g.shield <= 0) {
    g.score = Math.max(0, g.score - thing.points);
    float(x, y - 24, `−${thing.points}`);
  }
  hurt(thing.costs, x, y);
}
function hurt(costs, x, y) {
  if (game.state !== "playing") return;
  g.streak = 0;
  if (g.shield > 0) {
    g.shield = 0;
    float(x, y - 24, said.gain.shield);
    return Sound.play("bounce");
  }
  [g.trembling, g.flash] = [0.4, 0.32];
  Sound.play("boom");
  g.fx.burst(x, y, "#ff7a45", 22, 320, 5);
  loseLives(costs, x, y);
}
function loseLives(costs, x, y) {
  if (!S.lives || !costs) return;
  g.lives = Math.max(0, g.lives - costs);
  float(x, y - 46, costs > 8 ? "💔" : "−♥", 26);
  if (g.lives <= 0) finish(false);
}
// Something left without being touched: only a good thing is a pity.
function away(thing) {
  remove(thing);
  if (thing.kind !== "good" || game.state !== "playing") return;
  g.streak = 0;
  if (!S.missCosts || game.time < WARM_UP) return;
  Sound.play("hit");
  g.flash = Math.max(g.flash, 0.12);
  loseLives(1, Kit.clamp(thing.x, 40, view.width - 40), Kit.clamp(thing.y, g.top + 90, Math.min(g.floor(), view.height) - 30));
}
function power(thing, x, y) {
  float(x, y - 24, thing.name, 24);
  Sound.play("power");
  if (thing.gives === "life") g.lives = Math.min(20, g.lives + 1);
  else g[thing.gives] = { slow: 6, double: 9, shield: 12 }[thing.gives];
}
// Progress within a level; true when the game was won by it.
function advance(by) {
  g.progress += by;
  if (g.progress < S.levelEvery) return false;
  g.progress = 0;
  if (S.levels && g.level >= S.levels) { finish(true); return true; }
  g.level += 1;
  Sound.play("power");
  announce();
  return false;
}
function reach() {
  if (S.goal && g.score >= S.goal) finish(true);
}
function clock() {
  if (!S.seconds) return;
  const before = Math.ceil(g.left);
  g.left = Math.max(0, S.seconds - game.time);
  if (before !== Math.ceil(g.left) && g.left > 0 && g.left <= 5) Sound.play("click");
  if (g.left > 0) return;
  const lasted = mode.timed && !S.goal;
  finish(lasted || (!S.goal && !S.levels && g.score > 0), lasted ? "" : game.words.timeUp || said.timeUp);
}
function finish(won, title) {
  if (game.state !== "playing") return;
  Object.assign(game.words, endings, title ? { won: title, over: title } : {});
  const combo = g.longest > 1 && S.combo ? `${said.combo}: ${g.longest}` : "";
  game.over(won, g.score, [...(mode.lines ? mode.lines(g) : []), combo]);
}
function shake(by) { g.trembling = Math.max(g.trembling, by); }

// ---- input ----
const spot = (event) => ({ x: event.clientX, y: event.clientY });
view.node.setAttribute("role", "img");
view.node.setAttribute("aria-label", [S.title, S.heroName].filter(Boolean).join(" · "));
view.node.addEventListener("pointerdown", (event) => {
  Object.assign(g.pointer, spot(event), { active: true, down: true });
  if (game.state === "playing" && mode.press) mode.press(g, spot(event), event.pointerType === "touch");
});
view.node.addEventListener("pointermove", (event) => {
  const from = { x: g.pointer.x, y: g.pointer.y };
  Object.assign(g.pointer, spot(event), { active: true });
  if (game.state === "playing" && mode.drag && event.buttons) mode.drag(g, from, spot(event));
});
["pointerup", "pointercancel"].forEach((kind) => window.addEventListener(kind, () => (g.pointer.down = false)));
if (mode.swipe) Kit.swipe(view.node, (way, event) => game.state === "playing" && mode.swipe(g, way, event));
// Not the key that started the game: no time has passed then.
Kit.onPress((name) => game.state === "playing" && game.time > 0 && mode.key && mode.key(g, name));
if (mode.pads) Kit.pads(mode.pads(S));

// ---- the picture ----
function drawThings(c, time) {
  g.things.forEach((thing) => Things.draw(c, thing, S.look, time));
}
function drawFloats(c, dt) {
  g.floats = g.floats.filter((one) => (one.age += dt) < 1.1);
  [c.textAlign, c.textBaseline, c.lineJoin] = ["center", "middle", "round"];
  g.floats.forEach((one) => {
    const grown = Math.min(1, one.age * 7);
    c.globalAlpha = Kit.clamp((1.1 - one.age) * 2.4, 0, 1);
    c.font = `800 ${one.size * (1.25 - grown * 0.25)}px ${getComputedStyle(document.body).fontFamily}`;
    [c.strokeStyle, c.lineWidth, c.fillStyle] = [Kit.alpha(g.C.background, 0.85), 5, g.C.text];
    const half = c.measureText(one.text).width / 2 + 8;
    const x = Kit.clamp(one.x, half, Math.max(half, view.width - half));
    c.strokeText(one.text, x, one.y - one.age * 46);
    c.fillText(one.text, x, one.y - one.age * 46);
  });
  c.globalAlpha = 1;
}
function draw(dt, time) {
  const c = view.context;
  scenery.draw(c, view, time);
  c.save();
  if (g.trembling > 0 && !calm.matches) c.translate(Kit.random(-12, 12) * g.trembling, Kit.random(-12, 12) * g.trembling);
  mode.draw(g, c, time);
  g.fx.draw(c);
  c.restore();
  drawFloats(c, dt);
  if (g.flash > 0) {
    c.fillStyle = `rgba(255,60,60,${g.flash * 0.7})`;
    c.fillRect(0, 0, view.width, view.height);
  }
  if (game.state === "playing") badges(c);
}
// What works for a while, as a row of signs with what is left of each.
function badges(c) {
  [["slow", 6], ["double", 9], ["shield", 12]].filter(([name]) => g[name] > 0).forEach(([name, whole], i) => {
    const [x, y] = [36 + i * 52, g.top + 34];
    c.fillStyle = Kit.alpha(g.C.background, 0.75);
    Things.disc(c, x, y, 21);
    c.fill();
    Things.stamp(c, Arcade.EXTRAS[name], x, y, 22);
    [c.strokeStyle, c.lineWidth] = [g.C.accent, 4];
    c.beginPath();
    c.arc(x, y, 21, -Math.PI / 2, -Math.PI / 2 + (Math.PI * 2 * g[name]) / whole);
    c.stroke();
  });
}
function show() {
  const title = game.state === "title";
  const many = title ? 1 : times();
  game.set("score", title ? 0 : many > 1 ? `${g.score} ×${many}` : g.score);
  game.set("lives", g.lives > 5 ? `♥×${g.lives}` : "♥".repeat(Math.max(0, title ? Math.min(S.lives, 5) : g.lives)) || "–");
  game.set("level", S.levels ? `${g.level}/${S.levels}` : g.level);
  game.set("time", Math.ceil(title ? S.seconds : g.left));
}
function frame(dt, time, state) {
  const moving = state === "playing" || state === "title";
  if (moving) {
    ["slow", "double", "shield", "trembling", "flash"].forEach((name) => (g[name] = Math.max(0, g[name] - dt)));
    g.things.forEach((thing) => { thing.age += dt; thing.turn += thing.spin * dt; });
    coming(dt);
    mode.step(g, dt, state === "title");
    if (state === "playing") clock();
  } else [g.flash, g.trembling] = [Math.max(0, g.flash - dt), Math.max(0, g.trembling - dt)];
  if (state !== "paused") g.fx.step(dt, 420);
  show();
  draw(dt, time);
}
g.left = S.seconds;
start();
game.ready();
