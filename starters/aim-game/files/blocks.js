// A slingshot or a cannon against towers of blocks; Matter.js lets them fall. y is 0 on the ground, negative above.
const towers = (isCannon) => {
  const LIBRARY = "https://cdn.jsdelivr.net/npm/matter-js@0.20.0/build/matter.min.js";
  const PLANS = [[2], [1, 2], [3, 1], [2, 3], [1, 3, 2], [3, 2, 3], [2, 4, 1], [4, 3, 4]]; // storeys of the houses of each level
  const [HOUSE, POST, R] = [156, 84, 21];
  let [physics, shot, born, over, left, sliders] = [null, null, 0, 0, 0, null];
  const floor = () => (world.h > world.w ? world.h * 0.74 : world.h - Math.max(isCannon ? 118 : 84, world.h * 0.16));
  const pull = () => 1000 * Kit.clamp(S.gravity, 0.12, 3);
  const most = () => 1.5 * Math.sqrt(pull() * Math.max(640, world.w - 260));
  const home = () => (isCannon ? { x: 96 + Math.cos(Aim.angle) * 84, y: -62 + Math.sin(Aim.angle) * 84 } : { x: 150, y: -142 });
  const targets = () => (physics ? physics.world.bodies.filter((body) => body.label === "target") : []);

  // ---- building ----
  const put = (body, more) => {
    Matter.Composite.add(physics.world, Object.assign(body, more));
    return body;
  };
  const plank = (x, y, w, h, stone) =>
    put(Matter.Bodies.rectangle(x, y, w, h, { label: "block", friction: 0.7, density: stone ? 0.0018 : 0.0009, restitution: 0.05 }), { w, h, stone });
  const target = (x, y, i) =>
    put(Matter.Bodies.circle(x, y, R, { label: "target", friction: 0.8, density: 0.0011, restitution: 0.1 }), { sign: S.targets[i % S.targets.length] });
  // Builds a house; the places in it where a target can stand.
  function house(x, storeys) {
    const places = [];
    for (let i = 0; i < storeys; i++) {
      const base = -i * (POST + 18);
      const stone = i === 0 && Aim.level > 2;
      [-50, 50].forEach((side) => plank(x + side, base - POST / 2, 18, POST, stone));
      plank(x, base - POST - 9, 136, 18, false);
      places.push([x, base - R]);
    }
    if (storeys < 3 && Aim.level > 1) places.push([x, -storeys * (POST + 18) - R]);
    return places;
  }
  function setup() {
    if (typeof Matter === "undefined") return;
    physics = Matter.Engine.create({ enableSleeping: true });
    physics.gravity.y = pull() / 1000;
    put(Matter.Bodies.rectangle(3000, 60, 9000, 120, { isStatic: true, friction: 0.9, label: "ground" }));
    const room = Math.max(1, Math.floor((world.w - 330) / HOUSE));
    const plan = PLANS[(Aim.level - 1) % PLANS.length].slice(0, room);
    const places = plan.flatMap((storeys, i) => house(world.w - 110 - (plan.length - 1 - i) * HOUSE, storeys));
    const count = Math.min(places.length, 2 + Math.floor(Aim.level / 2));
    for (let i = 0; i < count; i++) target(...places[Math.floor((i * places.length) / count)], i);
    Matter.Events.on(physics, "collisionStart", ({ pairs }) => pairs.forEach(struck));
    [shot, born, over] = [null, 0, 0];
  }
  function struck({ bodyA, bodyB }) {
    const hard = Math.hypot(bodyA.velocity.x - bodyB.velocity.x, bodyA.velocity.y - bodyB.velocity.y);
    if (born < 0.8) return; // the towers settle
    if (hard > 5) Sound.play(hard > 9 ? "hit" : "bounce");
    [bodyA, bodyB].forEach((body) => {
      const limit = body.label === "target" ? 1.9 : body.label === "block" ? (body.stone ? 30 : 13) : 1000;
      if (hard * Kit.clamp(pace(), 0.6, 1.6) ** -0.5 > limit) body.broken = true;
    });
  }

  // ---- playing ----
  function ready() {
    if (shot && physics) Matter.Composite.remove(physics.world, shot);
    [shot, over] = [null, 0];
  }
  function shoot() {
    Sound.play(isCannon ? "boom" : "jump");
    if (!physics) return Aim.done();
    const [at, v] = [home(), velocity(most() / 60)];
    shot = put(Matter.Bodies.circle(at.x, at.y, 20 * size(), { label: "shot", density: isCannon ? 0.009 : 0.007, frictionAir: 0, friction: 0.6, restitution: 0.3, slop: 0.02 }));
    Matter.Body.setVelocity(shot, v);
    if (isCannon) fx.burst(at.x, at.y + floor(), "#f4f1ea", 22, 160, 6);
  }
  function breakUp(body) {
    const isTarget = body.label === "target";
    const [x, y] = [body.position.x, body.position.y + floor()];
    Matter.Composite.remove(physics.world, body);
    fx.burst(x, y, isTarget ? C.accent : "#c99a5b", isTarget ? 26 : 14, 220, isTarget ? 5 : 4);
    Aim.hit(isTarget ? 10 : 1, isTarget, x, y - 20);
  }
  function step(dt) {
    showSliders();
    if (!physics) return;
    born += dt;
    left += dt;
    for (; left >= 1 / 60; left -= 1 / 60) {
      if (shot && Aim.age < 4) shot.force.x += shot.mass * Aim.wind * 25e-6;
      Matter.Engine.update(physics, 1000 / 60);
    }
    physics.world.bodies.filter((body) => body.broken || (body.label === "target" && Math.abs(body.position.x) > world.w + 60)).forEach(breakUp);
    if (Aim.phase !== "fly" || !shot) return;
    const idle = shot.speed < 0.5 || shot.position.x > world.w + 60 || shot.position.x < -60;
    over = idle ? over + dt : 0;
    if (!targets().length) Aim.done(1.2);
    else if (over > 0.9 || Aim.age > 7) Aim.done(0.6);
  }
  function verdict() {
    if (physics && !targets().length) {
      Aim.score += Aim.left * 5; // what was not needed
      return "next";
    }
    return Aim.left > 0 ? "go" : "lost";
  }

  // ---- the cannon's sliders ----
  function showSliders() {
    if (!isCannon) return;
    sliders = sliders || makeSliders();
    const [turn, power] = [Math.round(-Aim.angle * 57.3), Math.round(Aim.power * 100)];
    const { angle, strength } = sliders;
    if (Number(angle.value) !== turn) angle.value = turn;
    if (Number(strength.value) !== power) strength.value = power;
  }
  function makeSliders() {
    const range = (label, min, max, act) => {
      const input = Kit.element("input", { type: "range", min, max, oninput: (event) => act(Number(event.target.value)), onchange: (event) => event.target.blur() });
      return [Kit.element("label", {}, label, input), input];
    };
    const [first, angle] = range(game.words.angle, 0, 85, (value) => Aim.phase === "aim" && (Aim.angle = -value / 57.3));
    const [second, strength] = range(game.words.power, 12, 100, (value) => Aim.phase === "aim" && (Aim.power = value / 100));
    const fire = Kit.element("button", { type: "button", onclick: () => Kit.press("fire", {}) }, game.words.fire);
    document.body.append(Kit.element("div", { class: "sliders" }, first, second, fire));
    return { angle, strength };
  }

  // ---- the picture ----
  function drawBody(c, body) {
    c.save();
    c.translate(body.position.x, body.position.y);
    if (body.label === "block") {
      c.rotate(body.angle);
      const tint = body.stone ? "#98a1ad" : "#cf9a5c";
      box(c, -body.w / 2, -body.h / 2, body.w, body.h, 4, Kit.shade(tint, -0.3));
      box(c, -body.w / 2 + 2, -body.h / 2 + 2, body.w - 4, body.h - 4, 3, tint);
      const along = body.w > body.h ? [[-body.w * 0.35, -1], [body.w * 0.3, -1]] : [[-1, -body.h * 0.35], [-1, body.h * 0.3]];
      line(c, along, Kit.shade(tint, -0.15), 2);
    } else if (body.label === "target") face(c, body.sign, 0, 0, R * 2.2, body.angle);
    else if (body.label === "shot") drawThing(c, 0, 0, 21, body.angle, isCannon ? "#34363f" : C.accent);
    c.restore();
  }
  function drawSling(c) {
    const at = home();
    const back = Aim.phase === "aim" ? 78 * Aim.power : 0;
    const pouch = [at.x - Math.cos(Aim.angle) * back, at.y - Math.sin(Aim.angle) * back];
    const tint = Kit.blend(C.far, "#5b3a1e", 0.75);
    line(c, [[at.x, 0], [at.x, -86], [at.x + 24, -148]], Kit.shade(tint, -0.15), 15);
    line(c, [[at.x + 22, -144], pouch], "#3b2416", 6);
    if (Aim.phase === "aim") drawThing(c, pouch[0], pouch[1], 21);
    line(c, [[at.x, -86], [at.x - 24, -148]], tint, 15);
    line(c, [[at.x - 22, -144], pouch], "#3b2416", 6);
    for (let i = 0; i < Math.min(8, Aim.left - 1); i++) drawThing(c, at.x - 52 - i * 34, -19, 16);
  }
  function drawCannon(c) {
    c.save();
    c.translate(96, -62);
    c.rotate(Aim.angle);
    box(c, -34, -27, 122, 54, 22, "#34363f");
    box(c, 76, -31, 18, 62, 6, "#4a4d59");
    c.restore();
    circle(c, 92, -36, 36, Kit.shade("#7a5534", -0.25));
    circle(c, 92, -36, 28, "#9a6c42");
    for (let i = 0; i < 4; i++) line(c, [[92 - Math.cos(i * 0.785) * 28, -36 - Math.sin(i * 0.785) * 28], [92 + Math.cos(i * 0.785) * 28, -36 + Math.sin(i * 0.785) * 28]], "#6b4a2c", 4);
    circle(c, 92, -36, 8, "#34363f");
    for (let i = 0; i < Math.min(6, Aim.left - 1); i++) drawThing(c, 20 + i * 24 - (i > 1 ? 36 : 0), i > 1 ? -34 : -13, 12, 0, "#34363f");
  }
  function draw(c, time) {
    Scene.sky(c, floor(), time);
    Scene.ground(c, floor());
    c.save();
    c.translate(0, floor());
    if (physics) physics.world.bodies.forEach((body) => drawBody(c, body));
    (isCannon ? drawCannon : drawSling)(c);
    dots(c, home(), velocity(most()), { x: Aim.wind * 25, y: pull() }, Math.max(8, 15 - Aim.level), 0.06);
    c.restore();
  }
  return {
    room: () => [720, 600], library: LIBRARY, turn: 0.7, range: [-1.48, 0.1], start: { angle: -0.55, power: 0.62 }, most: 20,
    limit: (angle) => (angle > 1.7 ? -1.4 : Kit.clamp(angle, -1.48, 0.1)),
    thing: isCannon ? "ball" : "🐦", player: "", place: isCannon ? "desert" : "park", levels: 4, throws: 5, goal: 1,
    colours: isCannon ? { background: "#f0cf9a", text: "#3d2a1c", ground: "#d0a065", far: "#b5835a", accent: "#c8452d" } : {},
    words: { en: { angle: "Angle", power: "Power", fire: "Fire" }, zh: { angle: "角度", power: "力量", fire: "发射" } },
    hint: { en: "Pull back and let go; or arrows to aim, space to shoot", zh: "向后拖动再松开；或用方向键瞄准，空格发射" },
    rules: { en: ["Hit every target to go on", "Shots that are left bring points"], zh: ["击倒所有目标过关", "剩余次数会加分"] },
    note: () => `${targets().map((body) => body.sign).slice(0, 6).join("")} × ${targets().length}`,
    setup, ready, shoot, step, draw, verdict,
  };
};
KINDS.slingshot = towers(false);
KINDS.cannon = towers(true);
