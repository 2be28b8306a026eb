// The toy: physics by Matter.js, a note for every hit, the controls. All content is in content.js.
const DEFAULTS = {
  lang: "en", title: "Music Toy", hint: "Click to drop a shape. Drag one to throw it.", font: "rounded",
  words: { gravity: "Gravity", wind: "Wind", clear: "Clear", mute: "Sound", auto: "Auto drop", notes: "notes", instrument: "Instrument", scale: "Scale" },
  colours: { background: "#12142b", text: "#f4f1ff", accent: "#ffb86b", obstacles: "#4a4f8a" },
  shapeColours: ["#ff6b8b", "#ffb86b", "#ffe66d", "#6be3c1", "#6bb8ff", "#b68cff"],
  glow: true, trails: false, instrument: "marimba", scale: "pentatonic", pitchBy: "size",
  shapes: ["circle", "square", "triangle", "hexagon", "star"], sizes: { min: 16, max: 42 }, bounce: 0.75,
  obstacles: "bars", floor: "open", gravity: { start: 0.8, min: -1, max: 2 }, wind: { start: 0, min: -1, max: 1 },
  autoDrop: 1.2, maxShapes: 60, volume: 0.8, egg: { word: "", effect: "rainbow", message: "" },
};
const CHINESE = { gravity: "重力", wind: "风力", clear: "清空", mute: "声音", auto: "自动掉落", notes: "个音符", instrument: "乐器", scale: "音阶" };
const NAMES_ZH = {
  sine: "正弦波", marimba: "马林巴", bell: "钟声", pluck: "拨弦", piano: "钢琴", organ: "管风琴", flute: "长笛", synth: "合成器", chip: "电子音", musicbox: "八音盒",
  pentatonic: "五声", major: "大调", minor: "小调", blues: "布鲁斯", japanese: "日本", chinese: "中国", dorian: "多利亚", whole: "全音", chromatic: "半音", arabic: "阿拉伯",
};

const settings = Kit.settings(DEFAULTS);
const lang = Kit.page(settings);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const colours = Kit.theme(settings.colours, settings.font);
colours.obstacles = Kit.colour(colours.obstacles, Kit.blend(colours.background, colours.text, 0.3));
const tints = Kit.palette(settings.shapeColours, DEFAULTS.shapeColours);
const kinds = settings.shapes.length ? settings.shapes : DEFAULTS.shapes;
const small = Kit.clamp(Math.min(settings.sizes.min, settings.sizes.max), 6, 120);
const large = Kit.clamp(Math.max(settings.sizes.min, settings.sizes.max), small + 1, 140);
const most = Kit.clamp(Math.round(settings.maxShapes), 1, 200);
const bounce = Kit.clamp(settings.bounce > 1.2 ? settings.bounce / 100 : settings.bounce, 0, 1);
const play = {
  instrument: Kit.choice(settings.instrument, Sound.instruments, "marimba"),
  scale: Kit.choice(settings.scale, Sound.scales, "pentatonic"),
  pitchBy: Kit.choice(settings.pitchBy, ["size", "position", "colour", "random"]),
  auto: settings.autoDrop > 0, gravity: settings.gravity.start, wind: settings.wind.start, notes: 0,
};

const { Engine, Bodies, Body, Composite, Events, Query } = Matter;
const engine = Engine.create();
const world = engine.world;
let [shapes, fixed, walls] = [[], [], []];
const view = Kit.canvas(() => window.setTimeout(build, 0));

// ---- what stands in the way ----
function solid(body, look) {
  body.look = { heat: 0, ...look };
  fixed.push(body);
  return body;
}
const BUILDERS = {
  bars(w, h) {
    const rows = w < 560 ? 4 : 5;
    for (let i = 0; i < rows * 2; i++) {
      const row = Math.floor(i / 2);
      const left = i % 2 === 0;
      const long = w * (0.26 - row * 0.018);
      const x = w * (left ? 0.27 : 0.73) + (row % 2 ? 1 : -1) * w * 0.09;
      solid(Bodies.rectangle(x, h * (0.24 + row * 0.125), long, 14, { isStatic: true, angle: (left ? 0.2 : -0.2) * (row % 2 ? -1 : 1), chamfer: { radius: 7 } }), { note: i, colour: tints[i % tints.length] });
    }
  },
  pegs(w, h) {
    const across = w < 560 ? 5 : 10;
    for (let row = 0; row < 6; row++) {
      for (let i = 0; i < across - (row % 2); i++) {
        const x = (w * (i + 0.5 + (row % 2) * 0.5)) / across;
        solid(Bodies.circle(x, h * (0.24 + row * 0.1), 9, { isStatic: true }), { note: 11 - row * 2 + (i % 3), round: 9, colour: tints[(row + i) % tints.length] });
      }
    }
  },
  zigzag(w, h) {
    for (let i = 0; i < 5; i++) {
      const side = i % 2 ? 0.68 : 0.32;
      solid(Bodies.rectangle(w * side, h * (0.22 + i * 0.13), w * 0.62, 14, { isStatic: true, angle: i % 2 ? -0.17 : 0.17, chamfer: { radius: 7 } }), { note: 9 - i * 2, colour: tints[i % tints.length] });
    }
  },
  funnel(w, h) {
    [-1, 1].forEach((side, i) => {
      solid(Bodies.rectangle(w / 2 + side * w * 0.27, h * 0.38, w * 0.45, 14, { isStatic: true, angle: side * -0.5, chamfer: { radius: 7 } }), { note: 4 + i * 3, colour: tints[i % tints.length] });
      solid(Bodies.rectangle(w / 2 + side * w * 0.14, h * 0.7, w * 0.2, 14, { isStatic: true, angle: side * 0.35, chamfer: { radius: 7 } }), { note: i * 2, colour: tints[(i + 2) % tints.length] });
    });
    solid(Bodies.circle(w / 2, h * 0.58, 22, { isStatic: true }), { note: 8, round: 22, colour: tints[4 % tints.length] });
  },
  wheel(w, h) {
    const radius = Math.min(w, h) * 0.28;
    for (let i = 0; i < 8; i++) {
      const body = solid(Bodies.rectangle(0, 0, radius * 0.62, 14, { isStatic: true, chamfer: { radius: 7 } }), { note: i, colour: tints[i % tints.length], spin: (i / 8) * Math.PI * 2 });
      body.look.hub = { x: w / 2, y: h * 0.5, radius };
    }
  },
  none() {},
};

function build() {
  const [w, h] = [view.width, view.height];
  Composite.remove(world, [...fixed, ...walls]);
  fixed = [];
  BUILDERS[Kit.choice(settings.obstacles, Object.keys(BUILDERS), "bars")](w, h);
  const still = { isStatic: true, restitution: bounce };
  walls = [Bodies.rectangle(-40, h / 2, 80, h * 4, still), Bodies.rectangle(w + 40, h / 2, 80, h * 4, still)];
  if (Kit.choice(settings.floor, ["open", "closed"]) === "closed") {
    walls.push(Bodies.rectangle(w / 2, h + 40, w * 3, 80, still), Bodies.rectangle(w / 2, -340, w * 3, 80, still));
  }
  walls.forEach((body) => (body.look = { heat: 0, wall: true }));
  fixed.forEach((body) => (body.restitution = bounce));
  Composite.add(world, [...fixed, ...walls]);
}

// ---- shapes ----
const SIDES = { square: 4, triangle: 3, pentagon: 5, hexagon: 6 };
function starOutline(size) {
  return (body) =>
    Array.from({ length: 10 }, (_, i) => {
      const turn = body.angle + (i * Math.PI) / 5 - Math.PI / 2;
      const far = i % 2 ? size * 0.56 : size * 1.15;
      return { x: body.position.x + Math.cos(turn) * far, y: body.position.y + Math.sin(turn) * far };
    });
}
function drop(x, y) {
  const wanted = String(Kit.pick(kinds));
  const kind = Kit.choice(wanted, ["circle", "square", "triangle", "pentagon", "hexagon", "star"], /ball|圆|球/.test(wanted) ? "circle" : "emoji");
  const fits = view.width < 560 ? 0.75 : 1;
  const size = Kit.random(small, large) * fits;
  const form = { restitution: bounce, friction: 0.02, frictionAir: 0.004, density: 0.0012 };
  const sides = SIDES[kind];
  const body = sides ? Bodies.polygon(x, y, sides, size, { ...form, chamfer: { radius: size * 0.12 } }) : Bodies.circle(x, y, size * (kind === "star" ? 0.85 : 1), form);
  const index = Math.floor(Math.random() * tints.length);
  body.look = { kind, size, colour: tints[index], index, heat: 0.8, note: 0, quiet: 0, emoji: kind === "emoji" ? wanted : "", outline: kind === "star" ? starOutline(size) : (b) => b.vertices };
  body.look.note = Math.round((1 - (size / fits - small) / (large - small)) * 12);
  Body.setAngularVelocity(body, Kit.random(-0.06, 0.06));
  shapes.push(body);
  Composite.add(world, body);
  while (shapes.length > most) Composite.remove(world, shapes.shift());
  return body;
}
function clear() {
  shapes.forEach((body) => Composite.remove(world, body));
  shapes = [];
}

// ---- sound ----
function sound(body, other, speed, now) {
  const look = body.look;
  if (now - look.quiet < 0.12 || speed < 1) return;
  look.quiet = now;
  const strength = Kit.clamp(speed / 14, 0.08, 1);
  let step = other.look.note === undefined ? look.note : other.look.note;
  if (play.pitchBy === "position") step = Math.round((body.position.x / view.width) * 13);
  else if (play.pitchBy === "colour") step = look.index * 2;
  else if (play.pitchBy === "random") step = Math.floor(Math.random() * 13);
  else if (!other.look.wall && other.look.note !== undefined && !other.isStatic) step = look.note;
  look.heat = Math.max(look.heat, 0.4 + strength * 0.6);
  other.look.heat = 1;
  play.notes += 1;
  counter.textContent = String(play.notes);
  Draw.ripple(body.position.x, body.position.y, look.colour, strength);
  Sound.note(Sound.step(play.scale, step), play.instrument, strength * settings.volume, Kit.clamp((body.position.x / view.width) * 1.6 - 0.8, -1, 1));
}
Events.on(engine, "collisionStart", ({ pairs }) => {
  const now = engine.timing.timestamp / 1000;
  pairs.forEach(({ bodyA, bodyB }) => {
    const speed = Math.hypot(bodyA.velocity.x - bodyB.velocity.x, bodyA.velocity.y - bodyB.velocity.y);
    if (!bodyA.look || !bodyB.look) return;
    if (!bodyA.isStatic) sound(bodyA, bodyB, speed, now);
    if (!bodyB.isStatic) sound(bodyB, bodyA, speed, now);
  });
});

// ---- controls ----
const { element } = Kit;
const counter = element("b", {}, "0");
const hint = element("p", {}, settings.hint);
document.body.append(
  element("div", { class: "brand" }, element("h1", {}, settings.title), hint),
  element("div", { class: "count" }, counter, element("span", {}, words.notes)),
);
function slider(name, range) {
  const [low, high] = [Math.min(range.min, range.max), Math.max(range.min, range.max)];
  const shown = element("output", {}, Number(play[name]).toFixed(1));
  const input = element("input", { type: "range", min: low, max: high === low ? low + 1 : high, step: 0.05, value: play[name], "aria-label": words[name] });
  input.addEventListener("input", () => {
    play[name] = Number(input.value);
    shown.textContent = play[name].toFixed(1);
  });
  return element("label", {}, element("span", {}, words[name], shown), input);
}
function chooser(name, list) {
  const shown = (item) => (lang === "zh" && NAMES_ZH[item]) || item;
  const select = element("select", { "aria-label": words[name] }, ...list.map((item) => element("option", { value: item }, shown(item))));
  select.value = play[name];
  select.addEventListener("change", () => {
    play[name] = select.value;
    Sound.note(Sound.step(play.scale, 5), play.instrument, 0.8);
  });
  return element("label", {}, words[name], select);
}
const toggle = (label, on, act) => {
  const button = element("button", { type: "button", "aria-pressed": String(on) }, label);
  button.addEventListener("click", () => button.setAttribute("aria-pressed", String(act())));
  return button;
};
const clearButton = element("button", { type: "button", onclick: clear }, words.clear);
document.body.append(
  element("div", { class: "deck" }, slider("gravity", settings.gravity), slider("wind", settings.wind),
    chooser("instrument", Sound.instruments), chooser("scale", Sound.scales),
    element("div", { class: "buttons" }, toggle(words.auto, play.auto, () => (play.auto = !play.auto)), toggle(words.mute, true, () => !Sound.mute()), clearButton)),
);

// ---- pointer: click drops, drag throws ----
let [dragged, last] = [null, null];
view.node.addEventListener("pointerdown", (event) => {
  const at = { x: event.clientX, y: event.clientY };
  hint.style.opacity = "0";
  dragged = Query.point(shapes, at)[0] || drop(at.x, at.y);
  last = { ...at, time: performance.now(), vx: 0, vy: 0 };
  dragged.look.heat = 1;
  Sound.note(Sound.step(play.scale, dragged.look.note), play.instrument, 0.5);
  view.node.setPointerCapture(event.pointerId);
});
view.node.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const now = performance.now();
  const by = Math.max(8, now - last.time) / 16.7;
  last = { x: event.clientX, y: event.clientY, time: now, vx: (event.clientX - last.x) / by, vy: (event.clientY - last.y) / by };
});
["pointerup", "pointercancel"].forEach((kind) =>
  view.node.addEventListener(kind, () => {
    if (dragged && performance.now() - last.time < 120) Body.setVelocity(dragged, { x: Kit.clamp(last.vx, -30, 30), y: Kit.clamp(last.vy, -30, 30) });
    dragged = null;
  }),
);
const egg = Egg.listen(settings.egg, (effect) => {
  hint.textContent = settings.egg.message || hint.textContent;
  hint.style.opacity = "1";
  for (let i = 0; i < 16; i++) drop(Kit.random(0.1, 0.9) * view.width, -30 - i * 40);
  if (effect === "giant" || effect === "tiny") shapes.forEach((body) => resize(body, effect === "giant" ? 1.6 : 0.6));
});
function resize(body, by) {
  Body.scale(body, by, by);
  body.look.size *= by;
  if (body.look.kind === "star") body.look.outline = starOutline(body.look.size);
}
Kit.onPress((name, event) => {
  if (event.repeat || egg.type(event.key || "")) return;
  if (name === "fire" || name === "enter") drop(Kit.random(0.15, 0.85) * view.width, view.height * 0.08);
  else if (name === "mute") document.querySelectorAll(".deck button")[1].click();
  else if (event.key === "c") clear();
  else if (/^[1-9]$/.test(event.key || "")) Sound.note(Sound.step(play.scale, Number(event.key) - 1), play.instrument, 0.8);
});

// ---- every frame ----
let [wait, late] = [0, 0];
Kit.loop((dt, time) => {
  engine.gravity.y = play.gravity;
  engine.gravity.x = play.wind * 0.5;
  if (Egg.active("slow-motion")) engine.timing.timeScale = 0.3;
  else engine.timing.timeScale = 1;
  wait -= dt;
  if (play.auto && wait <= 0) {
    wait = 1 / Kit.clamp(settings.autoDrop || 1, 0.05, 20);
    const up = play.gravity < 0;
    drop(Kit.random(0.12, 0.88) * view.width, up ? view.height + 40 : -40);
  }
  fixed.forEach((body) => {
    const { hub, spin } = body.look;
    if (!hub) return;
    const turn = spin + time * 0.5;
    Body.setPosition(body, { x: hub.x + Math.cos(turn) * hub.radius, y: hub.y + Math.sin(turn) * hub.radius });
    Body.setAngle(body, turn + Math.PI / 2 + 0.5);
  });
  if (dragged) {
    Body.setPosition(dragged, { x: last.x, y: last.y });
    Body.setVelocity(dragged, { x: 0, y: 0 });
  }
  late = Math.min(late + dt, 0.05);
  for (; late >= 1 / 60; late -= 1 / 60) Engine.update(engine, 1000 / 60);
  shapes = shapes.filter((body) => {
    const gone = body.position.y > view.height + 200 || body.position.y < -600;
    if (gone) Composite.remove(world, body);
    return !gone;
  });
  Draw.scene(view, shapes, fixed, settings, colours, dt);
  Egg.frame(dt, time);
});
for (let i = 0; i < Math.min(6, most); i++) drop(Kit.random(0.15, 0.85) * view.width, Kit.random(-200, view.height * 0.2));
