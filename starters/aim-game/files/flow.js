// The way through a game: levels, throws, what is won and lost, and the two ways to aim. The rules of
// each kind are in its own file; all content is in content.js.
const lang = Kit.page(S);
const ALIASES = { soccer: "penalty", football: "penalty", bow: "archery", bird: "slingshot", catapult: "slingshot", dart: "darts", hoop: "basketball" };
const T = {
  en: { throws: "Throws", goal: "Goal", points: "points", failed: "Not enough this time", late: "The physics could not be loaded: no network" },
  zh: { throws: "剩余", goal: "目标", points: "分", failed: "这次还差一点", late: "物理引擎没有加载：没有网络" },
}[lang];
const mode = Object.keys(ALIASES).find((name) => S.mode.toLowerCase().includes(name));
const chosen = Kit.choice(S.mode, Object.keys(KINDS), mode ? ALIASES[mode] : "basketball");
const kind = KINDS[chosen];

// What is missing is the kind's own; so is what was left over from the example of another kind.
function complete() {
  const left = { thing: "🏀", player: "⛹️" };
  ["thing", "player", "keeper", "place"].forEach((key) => {
    const forgotten = chosen !== "basketball" && S[key] === left[key];
    if (!S[key].trim() || forgotten) S[key] = kind[key] || "";
  });
  const given = Kit.given.colours || Kit.given.colors || {};
  if (!Array.isArray(given))
    Object.entries(kind.colours || {}).forEach(([name, tint]) => Kit.isColour(given[name]) || (S.colours[name] = tint));
  S.place = Kit.choice(S.place, Scene.PLACES, kind.place);
  S.levels = Math.round(Kit.clamp(S.levels || kind.levels, 1, 18));
  S.throws = kind.fixed || Math.round(Kit.clamp(S.throws || kind.throws, 1, 30));
  S.goal = S.goal > 0 ? S.goal : Math.min(kind.goal, S.throws);
  S.targets = S.targets.map(String).filter(Boolean);
  if (!S.targets.length) S.targets = ["🐷", "🐸"];
  S.wind = kind.calm ? 0 : Kit.clamp(S.wind, 0, 10);
  S.words = { throws: T.throws, hint: kind.hint[lang], ...(kind.words || {})[lang] };
  if (!S.rules.length) S.rules = kind.rules[lang];
}
complete();
const game = Game.create(S, ["score", "level", "throws"], { start, frame });
Object.assign(C, game.colours);
["ground", "far"].forEach((name) => (C[name] = Kit.colour(C[name], "#7fa07a")));
const view = Kit.canvas(measure);
const node = view.node;
node.setAttribute("role", "img");
node.setAttribute("aria-label", `${S.title}. ${game.words.hint}`);
let [rest, busy, from, byKey] = [0, 0, null, false];

function measure() {
  const [w, h] = kind.room(view.width > view.height);
  world.scale = Math.min(view.width / w, view.height / h);
  [world.w, world.h] = [view.width / world.scale, view.height / world.scale];
  if (kind.resize) kind.resize();
}

// ---- levels and throws ----
function start() {
  Object.assign(Aim, { level: 0, score: 0 });
  nextLevel();
}
function nextLevel() {
  Object.assign(Aim, { level: Aim.level + 1, left: S.throws, hits: 0, points: 0, results: [] }, kind.start);
  kind.setup();
  game.toast(S.levelNames[Aim.level - 1] || `${game.words.level} ${Aim.level}`);
  ready();
}
function ready() {
  const most = S.wind + (kind.breeze || 0) * (Aim.level - 1);
  const blow = Math.round(Kit.random(0.4, 1) * most * 10) / 10;
  Object.assign(Aim, { phase: "aim", charge: 0, drawing: false, good: false, wind: Math.random() < 0.5 ? blow : -blow });
  if (kind.ready) kind.ready();
}
function shoot() {
  if (!aiming()) return;
  Object.assign(Aim, { phase: "fly", age: 0, left: Aim.left - 1, drawing: false });
  [from, byKey] = [null, false];
  kind.shoot();
}
// Large words in the picture, with a shadow: readable on anything.
function say(x, y, text) {
  [[2, "rgba(0,0,0,.6)"], [0, "#fff"]].forEach(([by, tint]) => {
    fx.text(Kit.clamp(x, 70, world.w - 70) + by, Math.max(140, y) + by, text, tint);
    fx.list[fx.list.length - 1].size = 32;
  });
}
// What a throw brought: points, and whether it counts as a good one.
Aim.hit = (points, good, x, y, text = `+${points}`) => {
  Aim.points += points;
  Aim.score += points;
  if (good) Aim.hits += 1;
  Aim.good = Aim.good || good;
  say(x, y, text);
  Sound.play(good ? "coin" : "click");
};
Aim.done = (pause = 0.9) => {
  if (Aim.phase !== "fly") return;
  [Aim.phase, rest] = ["rest", pause];
  Aim.results.push(Aim.good);
};
const byHits = () => S.goal <= S.throws;
const wanted = () => (byHits() ? Math.ceil(S.goal) : Math.min(S.goal, Math.ceil(S.throws * kind.most * 0.8)));
const reached = () => (byHits() ? Aim.hits : Aim.points) >= wanted();
const usual = () => (Aim.left > 0 ? "go" : reached() ? "next" : "lost");
function afterThrow() {
  const verdict = kind.verdict ? kind.verdict() : usual();
  if (verdict === "go") return ready();
  const lines = kind.lines ? kind.lines(lang) : [];
  if (verdict === "lost") return game.over(false, Aim.score, lines.length ? lines : [T.failed]);
  if (Aim.level >= S.levels) return game.over(true, Aim.score, lines);
  Sound.play("power");
  nextLevel();
}

// ---- aiming ----
const aiming = () => game.state === "playing" && Aim.phase === "aim";
const spot = (event) => ({ x: event.clientX / world.scale, y: event.clientY / world.scale });
function pull(event) {
  const at = spot(event);
  let [dx, dy] = [from.x - at.x, from.y - at.y];
  if (kind.flick && dy > 0) [dx, dy] = [-dx, -dy]; // a swipe to the front throws to the front
  const far = Math.hypot(dx, dy);
  Aim.pulled = far > 14;
  if (!Aim.pulled) return;
  Aim.power = Kit.clamp(far / Math.min(300, world.h * 0.32), 0.12, 1);
  Aim.angle = kind.limit(Math.atan2(dy, dx));
}
function look(event) {
  const at = spot(event);
  const lift = event.pointerType === "touch" ? 60 : 0; // beside the finger, not below it
  Aim.x = Kit.clamp(at.x, 0, world.w);
  Aim.y = Kit.clamp(at.y - lift, 0, world.h);
}
node.addEventListener("pointerdown", (event) => {
  if (!aiming()) return;
  if (!kind.sight) {
    [from, Aim.pulled] = [spot(event), false];
    if (kind.grab) kind.grab(from);
  }
  else {
    look(event);
    [Aim.drawing, byKey] = [true, false];
  }
});
window.addEventListener("pointermove", (event) => {
  if (!aiming()) return;
  if (from) pull(event);
  else if (kind.sight && (Aim.drawing ? !byKey : event.target === node)) look(event);
});
window.addEventListener("pointerup", () => {
  if (kind.sight ? Aim.drawing && !byKey : from && Aim.pulled) shoot();
  from = null;
});
window.addEventListener("pointercancel", () => [from, Aim.drawing] = [null, false]);
Kit.onPress((name, event) => {
  if (name !== "fire" || event.repeat || performance.now() - busy < 250) return; // not the key that began the game
  if (!aiming()) return;
  if (kind.sight) [Aim.drawing, byKey] = [true, true];
  else shoot();
});
function keys(dt) {
  const { left, right, up, down } = Kit.held;
  const [turn, lift] = [Boolean(right) - Boolean(left), Boolean(up) - Boolean(down)];
  if (kind.sight) {
    Aim.x = Kit.clamp(Aim.x + turn * 330 * dt, 0, world.w);
    Aim.y = Kit.clamp(Aim.y - lift * 330 * dt, 0, world.h);
    if (Aim.drawing) charge(dt);
    if (Aim.drawing && byKey && !Kit.held.fire) shoot();
    return;
  }
  if (!turn && !lift) return;
  Aim.angle = kind.top ? Aim.angle + turn * kind.turn * dt : Aim.angle - lift * kind.turn * dt;
  Aim.angle = kind.top === "round" ? Aim.angle : Kit.clamp(Aim.angle, ...kind.range);
  Aim.power = Kit.clamp(Aim.power + (kind.top ? lift : turn) * 0.5 * dt, 0.12, 1);
}
function charge(dt) {
  Aim.since = Aim.charge === 0 ? 0 : Aim.since + dt;
  const t = (Aim.since + dt) / kind.charging;
  Aim.charge = kind.swings ? 1 - Math.abs((t % 2) - 1) : Math.min(1, t);
}

// ---- the picture ----
function tally(c) {
  const text = kind.note ? kind.note(lang) : byHits() ? `${Aim.hits}/${wanted()}` : `${Aim.points}/${wanted()} ${T.points}`;
  const pips = kind.note || S.throws > 12 ? 0 : S.throws;
  const wind = Aim.wind ? `${Aim.wind > 0 ? "→" : "←"} ${Math.abs(Aim.wind)}` : "";
  c.font = `700 15px ${getComputedStyle(document.documentElement).getPropertyValue("--font")}`;
  c.textBaseline = "middle";
  c.textAlign = "left";
  const wide = [pips * 20, c.measureText(text).width, wind ? c.measureText(wind).width + 16 : 0].reduce((a, b) => a + b, 44);
  const [x, y] = [(view.width - wide) / 2, view.height < 480 ? 16 : view.width < 560 ? 66 : 82];
  box(c, x, y, wide, 32, 16, Kit.alpha(C.background, 0.82));
  for (let i = 0; i < pips; i++) {
    const done = i < Aim.results.length;
    circle(c, x + 22 + i * 20, y + 16, done ? 6.5 : 4, done && Aim.results[i] ? C.accent : Kit.alpha(C.text, done ? 0.5 : 0.25));
  }
  c.fillStyle = C.text;
  c.fillText(text, x + 20 + pips * 20, y + 17);
  if (wind) c.fillText(wind, x + wide - 18 - c.measureText(wind).width, y + 17);
}
function frame(dt, time, state) {
  if (state !== "playing") busy = performance.now();
  const slow = Egg.active("slow-motion") ? 0.4 : 1;
  if (state === "playing" || state === "title") {
    if (aiming()) keys(dt);
    kind.step(dt * slow, time);
    if (Aim.phase === "fly" && (Aim.age += dt) > 9) Aim.done(0.2);
    if (Aim.phase === "rest" && state === "playing" && (rest -= dt) <= 0) afterThrow();
  }
  fx.step(dt, 500);
  const c = view.context;
  c.save();
  c.scale(world.scale, world.scale);
  kind.draw(c, time);
  fx.draw(c);
  c.restore();
  if (state !== "title") tally(c);
  game.set("score", Aim.score);
  game.set("level", `${Math.max(1, Aim.level)}/${S.levels}`);
  game.set("throws", Math.max(0, Aim.left));
}
function begin() {
  measure();
  Object.assign(Aim, { left: S.throws }, kind.start);
  kind.setup();
  ready();
  game.ready();
}
// A library that only this kind needs; should it not come, the game says so.
if (kind.library) {
  const script = Kit.element("script", { src: kind.library });
  script.onload = () => kind.setup();
  script.onerror = () => game.toast(T.late, 8);
  document.head.append(script);
}
queueMicrotask(begin);
