// The game: how the hero moves, what it hits and collects, stages. All content is in content.js.
const DEFAULTS = {
  ...Game.COMMON, title: "Endless Road", story: [], ending: "", kind: "run", hero: "", time: "day", theme: "", themes: ["city", "forest", "beach"],
  stages: ["", "", ""], colours: { background: "#2a1b3d", text: "#fff4e6", accent: "#ffb347", hero: "#ff5d5d", coin: "#ffd43b", road: "" },
  obstacles: [{ name: "Crate", shape: "crate", colour: "#c98b4e" }, { name: "Barrier", shape: "barrier", colour: "#ff6b6b" }, { name: "Beam", shape: "beam", colour: "#f2c14e" }, { name: "Bus", shape: "bus", colour: "#4d7ea8" }],
  coin: "coin", lanes: 3, rivals: 0, stageLength: 450, endless: false, speed: 1, lives: 3, powerUps: true, music: true,
};
const KINDS = {
  run: { pace: 18, lanes: true, jump: true, keys: ["←→ change lane, ↑ or space jump, ↓ slide. P pauses", "←→ 换道，↑ 或空格跳跃，↓ 滑铲，P 暂停"] },
  drive: { pace: 30, turbo: true, keys: ["←→ steer, ↑ faster, ↓ brake, space turbo. P pauses", "←→ 转向，↑ 加速，↓ 刹车，空格冲刺，P 暂停"] },
  fly: { pace: 26, turbo: true, keys: ["Arrow keys or WASD fly, space turbo. P pauses", "方向键或 WASD 飞行，空格冲刺，P 暂停"] },
  ski: { pace: 22, jump: true, keys: ["←→ steer, ↑ or space jump, ↓ brake. P pauses", "←→ 转向，↑ 或空格跳跃，↓ 减速，P 暂停"] },
  boat: { pace: 24, jump: true, keys: ["←→ steer, ↑ or space jump, ↓ brake. P pauses", "←→ 转向，↑ 或空格跳跃，↓ 减速，P 暂停"] },
};
const ALIAS = { "jet ski": "boat", jetski: "boat", surf: "boat", sail: "boat", swim: "boat", water: "boat", snow: "ski", sled: "ski", car: "drive", rac: "drive", kart: "drive", driv: "drive", bike: "drive", plane: "fly", space: "fly", fly: "fly" };
const settings = Kit.settings(DEFAULTS);
const kind = (() => {
  const wanted = String(settings.kind).toLowerCase();
  const like = Object.keys(ALIAS).find((word) => wanted.includes(word));
  return like ? ALIAS[like] : Kit.choice(wanted || "-", Object.keys(KINDS), "run");
})();
const how = KINDS[kind];
const chinese = Kit.page(settings) === "zh";
settings.words = chinese
  ? { speed: "速度", rank: "名次", stage: "关卡", hint: how.keys[1] }
  : { speed: "km/h", rank: "Place", stage: "Stage", hint: how.keys[0] };
const time = /sun|dusk|dawn|evening|黄昏|傍晚/i.test(settings.time) ? "sunset" : /night|dark|neon|夜/i.test(`${settings.time} ${settings.theme}`) ? "night" : "day";
const themes = [settings.theme, ...settings.themes].filter(Boolean).map(Themes.find);
if (!themes.length) themes.push("city");
const stages = settings.stages.length ? settings.stages : DEFAULTS.stages;
const lanes = Kit.clamp(Math.round(settings.lanes), 2, 5);
const most = Kit.clamp(Math.round(settings.rivals), 0, 8);
const stageLength = Kit.clamp(settings.stageLength, 120, 5000);
const cruise = how.pace * Kit.clamp(settings.speed, 0.4, 2.2);

const figures = ["score", "coins", "lives"];
if (most) figures.push("rank");
else if (kind !== "run") figures.push("speed");
const game = Game.create(settings, figures, { start, frame, egg: () => {} });
const colours = { ...game.colours };
["hero", "coin"].forEach((name) => (colours[name] = Kit.colour(colours[name], DEFAULTS.colours[name])));
const world = World.create({ kind, lanes, roadWidth: lanes * Track.LANE + 1.2, colours });
const { scene, camera } = world;
const obstacles = (settings.obstacles.length ? settings.obstacles : DEFAULTS.obstacles).map((one) => ({ shape: one.shape || one.name, colour: Kit.colour(one.colour, "#ff7b6b") }));
const track = Track.create({ scene, kind, lanes, obstacles, coin: settings.coin, colours, powers: settings.powerUps });
const veil = Kit.element("div", { class: "veil" });
const wayBar = Kit.element("i");
const way = Kit.element("div", { class: "way" }, wayBar);
document.body.append(veil, way);
Kit.pads(how.turbo ? { left: "←", right: "→", down: "↓", up: "↑", fire: "⚡" } : { left: "←", right: "→", down: "↓", up: "↑" });

const hero = Heroes.create(settings.hero, kind, colours.hero, colours.accent);
const shade = Solid.shadow(2.2, kind === "drive" ? 4.6 : 2.2);
const bubble = new THREE.Mesh(new THREE.SphereGeometry(1.7, 14, 10), new THREE.MeshBasicMaterial({ color: 0x8fe3ff, transparent: true, opacity: 0.22, depthWrite: false }));
scene.add(hero, shade, bubble);
const me = { x: 0, y: 0, vx: 0, vy: 0, lane: 0, low: 0, safe: 0, blink: 0, shield: 0, magnet: 0, turbo: 0, ready: 0, boost: 1, lean: 0, pace: cruise };
let [score, coins, lives, stage, distance, next] = [0, 0, 0, 0, 0, 0];
let beat = 0;

const floor = kind === "fly" ? 0.2 : 0;
const flash = (name) => {
  veil.className = "veil";
  void veil.offsetWidth;
  veil.classList.add(name);
};

function start() {
  [score, coins, lives, stage, distance, next] = [0, 0, Kit.clamp(Math.round(settings.lives), 1, 9), 0, 0, stageLength];
  Object.assign(me, { x: track.laneX(track.middle), y: kind === "fly" ? 2.2 : 0, vx: 0, vy: 0, lane: track.middle, low: 0, safe: 6.5, blink: 0, shield: 0, magnet: 0, turbo: 0, ready: 0, boost: 1, pace: cruise * 0.7 });
  if (!world.ready) return;
  world.enter(themes[0], time);
  track.reset();
  track.start(most, (tint) => Heroes.create(settings.hero, kind, tint, "#ffffff"));
  game.toast(stages[0] || `${game.words.stage} 1`, 3.5);
}

// The gate is passed: the next world begins, or the way is at its end.
function pass() {
  stage += 1;
  Sound.play("power");
  flash("gate");
  score += 100;
  if (!settings.endless && stage >= stages.length) {
    const place = track.place(distance);
    const lines = [settings.ending, most ? `${game.words.rank}: ${place} / ${most + 1}` : ""];
    return game.over(place <= 3, Math.round(score), lines.filter(Boolean));
  }
  next += stageLength;
  world.enter(themes[stage % themes.length], time);
  game.toast(stages[stage % stages.length] || `${game.words.stage} ${stage + 1}`, 4);
}

function jump() {
  if (me.y > floor + 0.05) return;
  me.vy = 9.6;
  me.low = 0;
  Sound.play("jump");
}
function slide() {
  if (me.y > 0.1) me.vy = -16;
  me.low = 0.65;
}
function shift(by) {
  const lane = Kit.clamp(me.lane + by, 0, lanes - 1);
  if (lane !== me.lane) Sound.play("bounce");
  me.lane = lane;
  me.lean = by;
}
function turbo() {
  if (me.ready > 0) return;
  Object.assign(me, { turbo: 1.6, ready: 6 });
  Sound.play("power");
}

/** What a key, a pad or a swipe does at once; held keys steer in drive(). */
function act(name) {
  if (game.state !== "playing") return;
  if (how.lanes && name === "left") shift(-1);
  else if (how.lanes && name === "right") shift(1);
  if (how.jump && (name === "up" || (name === "fire" && game.time > 0.1))) jump();
  if (how.lanes && name === "down") slide();
  if (how.turbo && name === "fire" && game.time > 0.1) turbo();
}
Kit.onPress((name, event) => event.repeat || act(name));
document.addEventListener("touchstart", (event) => { // without a pad: swipes, and sides that steer
  if (game.state !== "playing" || event.target.closest("button")) return;
  const { clientX, clientY } = event.touches[0];
  me.touch = [clientX, clientY];
  if (!how.lanes) Kit.held[clientX < window.innerWidth / 2 ? "left" : "right"] = true;
}, { passive: true });
document.addEventListener("touchend", (event) => {
  if (!me.touch) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [dx, dy] = [clientX - me.touch[0], clientY - me.touch[1]];
  me.touch = null;
  if (!how.lanes) Kit.held.left = Kit.held.right = false;
  if (Math.hypot(dx, dy) < 24) return how.lanes && act("up");
  if (Math.abs(dy) > Math.abs(dx)) act(dy < 0 ? "up" : "down");
  else if (how.lanes) act(dx < 0 ? "left" : "right");
}, { passive: true });

function steer(dt) {
  const { held } = Kit;
  const wide = (lanes * Track.LANE) / 2 - 0.9;
  const wish = (held.right ? 1 : 0) - (held.left ? 1 : 0);
  if (how.lanes) {
    const to = track.laneX(me.lane);
    me.lean = Kit.mix(me.lean, Kit.clamp(to - me.x, -1, 1), Math.min(1, dt * 10));
    me.x = Kit.mix(me.x, to, 1 - Math.exp(-dt * 13));
    return;
  }
  const outward = kind === "drive" ? -world.bend.x * 1500 : 0;
  me.vx += (wish * 78 + outward) * dt;
  me.vx *= Math.exp(-dt * 6);
  me.x = Kit.clamp(me.x + me.vx * dt, -wide, wide);
  me.lean = Kit.mix(me.lean, wish || me.vx * 0.04, Math.min(1, dt * 7));
}

function rise(dt) {
  const { held } = Kit;
  if (kind === "fly") {
    me.vy += ((held.up ? 1 : 0) - (held.down ? 1 : 0)) * 62 * dt;
    me.vy *= Math.exp(-dt * 5);
    me.y = Kit.clamp(me.y + me.vy * dt, floor, 5);
    return;
  }
  me.vy -= 25 * dt;
  me.y = Math.max(0, me.y + me.vy * dt);
  if (me.y === 0) me.vy = Math.max(0, me.vy);
}

function pace(dt) {
  const { held } = Kit;
  const grown = 1 + Math.min(0.7, game.time * 0.006);
  let wanted = cruise * grown * (me.turbo > 0 ? 1.7 : 1);
  if (!how.lanes && kind !== "fly" && held.down) wanted *= 0.55;
  if (kind === "drive" && held.up) wanted *= 1.35;
  if (Egg.active("slow-motion")) wanted *= 0.4;
  me.pace = Kit.mix(me.pace, wanted, 1 - Math.exp(-dt * 1.6));
  ["low", "safe", "blink", "shield", "magnet", "turbo", "ready"].forEach((name) => (me[name] = Math.max(0, me[name] - dt)));
}

function hurt(item) {
  const { x, y, z } = item.model.position;
  world.sparks.burst(x, y + 1, z, "#ffd43b", 18, 8, 4);
  world.shake = 1;
  if (me.safe > 0 || me.turbo > 0) return;
  [me.safe, me.blink] = [1.8, 1.8];
  if (me.shield > 0) {
    me.shield = 0;
    return Sound.play("hit");
  }
  lives -= 1;
  me.pace *= 0.45;
  flash("hit");
  Sound.play("boom");
  if (lives <= 0) game.over(false, Math.round(score), [`${Math.round(distance)} m`]);
}

function touches(item) {
  const { x, y, z } = item.model.position;
  const dx = Math.abs(x - me.x);
  if (item.type === "gate") return z > -0.5;
  if (item.type !== "obstacle") {
    const reach = me.magnet > 0 ? 5 : 1.25;
    return Math.abs(z) < 1.3 && dx < reach && (me.magnet > 0 || Math.abs(y - me.y - 0.9) < 1.5);
  }
  if (dx > (kind === "fly" ? 1.5 : 1.45) || Math.abs(z) > item.half + (kind === "drive" ? 1.6 : 0.5)) return false;
  if (kind === "fly") return Math.abs(y - me.y) < 1.4;
  if (item.pass === "low") return me.y < 0.9 || kind === "drive";
  return item.pass === "high" && kind === "run" ? me.low <= 0 : me.y < 2.6;
}

function take(item) {
  const { x, y, z } = item.model.position;
  track.remove(item);
  if (item.type === "coin") {
    coins += 1;
    score += 10;
    world.sparks.burst(x, y, z, colours.coin, 5, 4, 3);
    return Sound.play("coin");
  }
  const [sign, tint] = Track.POWERS[item.power];
  if (item.power === 0) lives = Math.min(9, lives + 1);
  else if (item.power === 1) me.shield = 12;
  else if (item.power === 2) me.magnet = 10;
  else me.turbo = 2.4;
  world.sparks.burst(x, y, z, tint, 22, 7, 4);
  game.toast(sign, 1);
  Sound.play("egg");
}

function meet() {
  [...track.items].forEach((item) => {
    if (item.done || !touches(item)) return;
    if (item.type === "gate") {
      item.done = true;
      pass();
    } else if (item.type === "obstacle") {
      track.remove(item); // out of the way, so that the hero is seen again
      hurt(item);
    } else take(item);
  });
  track.rivals.forEach((rival) => {
    const { x, z } = rival.model.position;
    if (Math.abs(z) > 3 || Math.abs(x - me.x) > 1.5) return;
    me.vx += Math.sign(me.x - x || 1) * 2;
    rival.at = distance + (z < 0 ? 3.2 : -3.2);
    if (z < 0) me.pace = Math.min(me.pace, (rival.pace || cruise) * 0.92);
  });
}

function play(dt, clock) {
  pace(dt);
  steer(dt);
  rise(dt);
  const by = me.pace * dt;
  const before = next - distance;
  distance += by;
  score += by * 0.5;
  if (before > 150 && next - distance <= 150) track.gate(-150);
  if (stageLength < 150 && distance === by) track.gate(-stageLength);
  track.step(dt, by, me.pace, clock);
  track.race(dt, cruise * (1 + Math.min(0.7, game.time * 0.006)), distance);
  world.step(dt, by, clock, kind === "run");
  meet();
  trail(dt);
  hum(dt);
}

const TRAIL = { run: ["#e9dcc6", 5], drive: ["#d7d9e2", 6], fly: ["#ffffff", 10], ski: ["#ffffff", 26], boat: ["#e9fbff", 34] };
function trail(dt) {
  const [tint, often] = TRAIL[kind];
  if (kind !== "fly" && me.y > 0.1) return;
  if (Math.random() > dt * often * (me.turbo > 0 ? 6 : 1)) return;
  world.sparks.burst(me.x + Kit.random(-0.5, 0.5), me.y + (kind === "fly" ? 0.9 : 0.1), kind === "drive" ? 2 : 0.6, me.turbo > 0 ? "#ffb03b" : tint, me.turbo > 0 ? 3 : 1, 2, 7);
}

// A quiet tune while the game goes on.
const TUNE = [0, 2, 4, 7, 4, 2, 5, 4, 0, 2, 4, 9, 7, 4, 2, 1];
function hum(dt) {
  if (!settings.music) return;
  beat += dt * 4.4;
  const at = Math.floor(beat);
  if (at === hum.last) return;
  hum.last = at;
  Sound.note(Sound.step("pentatonic", TUNE[at % 16] + (at % 32 > 15 ? 2 : 0), 57), "pluck", 0.13);
  if (at % 4 === 0) Sound.note(Sound.step("pentatonic", [0, 3, 1, 2][Math.floor(at / 4) % 4], 33), "synth", 0.22);
}

function look(dt, clock, state) {
  const size = Egg.active("giant") ? 1.8 : Egg.active("tiny") ? 0.5 : 1;
  hero.scale.setScalar(Kit.mix(hero.scale.x, size, Math.min(1, dt * 4)));
  hero.position.set(me.x, me.y + (kind === "boat" ? Math.sin(clock * 3) * 0.08 : 0), 0);
  hero.visible = me.blink <= 0 || Math.sin(clock * 28) > -0.3;
  Heroes.move(hero, clock, { pace: me.pace, air: me.y > 0.1 && kind !== "fly", low: me.low > 0 && me.y < 0.3, lean: me.lean });
  if (kind === "fly") hero.rotation.x += me.vy * 0.05;
  shade.position.set(me.x, 0.05, 0);
  shade.visible = kind !== "fly" || world.grounded;
  bubble.visible = me.shield > 0 || me.magnet > 0;
  bubble.material.color.setHex(me.shield > 0 ? 0x8fe3ff : 0xffe08a);
  bubble.position.set(me.x, me.y + 0.9, 0);
  const titled = state === "title";
  const back = world.tall ? 11.5 : kind === "drive" ? 8.6 : 7.6;
  const shake = world.shake > 0 ? Math.sin(clock * 50) * world.shake * 0.25 : 0;
  const fov = (world.tall ? 66 : 58) + Kit.clamp((me.pace / cruise - 1) * 14, 0, 14);
  camera.fov = Kit.mix(camera.fov, fov, Math.min(1, dt * 4));
  camera.position.set(me.x * (world.tall ? 0.85 : 0.62) + shake + (titled ? Math.sin(clock * 0.4) * 2.5 : 0), (world.tall ? 5.2 : 4) + me.y * 0.45 + shake, back);
  camera.lookAt(me.x * (world.tall ? 0.8 : 0.5), 1.5 + me.y * 0.4, -16);
  camera.rotation.z -= me.lean * (how.lanes ? 0.012 : 0.03);
  camera.updateProjectionMatrix();
}

// The figures on top, a few times a second: writing them is dearer than counting.
let shown = 0;
function figuresOf(state, clock) {
  shown = clock;
  game.set("score", Math.round(score));
  game.set("coins", coins);
  game.set("lives", "♥".repeat(Kit.clamp(lives, 0, 5)) + (lives > 5 ? "+" : "") || "–");
  game.set("rank", `${track.place(distance)}/${most + 1}`);
  game.set("speed", Math.round(me.pace * 3.6));
  way.classList.toggle("shown", state === "playing");
  wayBar.style.transform = `scaleX(${Kit.clamp(1 - (next - distance) / stageLength, 0, 1)})`;
}

function frame(dt, clock, state) {
  if (!world.ready) return;
  if (state === "playing") play(dt, clock);
  else if (state === "title" || state === "over") {
    me.pace = Kit.mix(me.pace, state === "title" ? cruise * 0.6 : 4, Math.min(1, dt * 2));
    world.step(dt, me.pace * dt, clock, true);
    if (state === "over") track.items.forEach((item) => (item.model.position.z += me.pace * dt));
  }
  look(dt, clock, state);
  if (clock - shown > 0.25 || clock < shown || state !== "playing") figuresOf(state, clock);
  world.render(dt);
}
lives = Kit.clamp(Math.round(settings.lives), 1, 9);
if (world.ready) world.enter(themes[0], time);
game.ready();
