// The penalty kick: choose the corner, hold for power, let go before it is too much. The keeper gets better.
KINDS.penalty = (() => {
  const SWEET = 0.86;
  const keeper = { x: 0, lean: 0, to: null, wait: 0, reach: 0, high: 0 };
  let [clock, shot, net] = [0, null, 0];
  const floor = () => world.h * 0.53;
  const goalBox = () => {
    const w = Math.min(world.w * 0.84, 660);
    return { x: (world.w - w) / 2, y: floor() + 16 - w * 0.34, w, h: w * 0.34 };
  };
  const spot = () => ({ x: world.w / 2, y: world.h * 0.84 });
  const skill = () => Kit.clamp((0.25 + 0.14 * Aim.level) * Math.sqrt(pace()), 0.1, 0.95);
  function setup() {
    const g = goalBox();
    Object.assign(Aim, { x: g.x + g.w * 0.72, y: g.y + g.h * 0.4 });
  }
  function ready() {
    shot = null;
    Object.assign(keeper, { lean: 0, to: null, high: 0 });
  }
  function shoot() {
    const [g, p] = [goalBox(), Aim.charge];
    const wild = Math.max(0, p - SWEET) * g.h * 5;
    const spread = g.w * 0.018 * pace();
    const to = {
      x: Aim.x + Kit.random(-1, 1) * (spread + wild * 0.3) + Aim.wind * g.w * 0.012,
      y: Math.min(floor() + 10, Aim.y + Kit.random(-1, 1) * spread - wild * Kit.random(0.5, 1)),
    };
    shot = { to, t: 0, long: Kit.mix(1.15, 0.46, p), turn: 0, result: "" };
    const reads = Math.random() < 0.3 + skill() * 0.6;
    const wrong = { x: g.x + g.w * (Math.random() < 0.5 ? 0.15 : 0.85), y: g.y + g.h * Kit.random(0.3, 0.9) };
    keeper.to = reads ? { ...to } : wrong;
    keeper.wait = Kit.mix(0.3, 0.1, skill());
    Sound.play("hit");
  }
  // How far the keeper's hands are from the place when the ball is there.
  function saved() {
    const [g, { to }] = [goalBox(), shot];
    const hands = keeper.x + keeper.lean * g.h * 0.75;
    const near = Math.abs(to.x - hands) < g.w * 0.075 || Math.abs(to.x - keeper.x) < g.w * 0.06;
    const high = to.y < g.y + g.h * 0.3 && Math.abs(keeper.lean) < 0.3;
    return near && !high;
  }
  function arrive() {
    const [g, { to }] = [goalBox(), shot];
    const edge = 10;
    if (to.x < g.x - edge || to.x > g.x + g.w + edge || to.y < g.y - edge) shot.result = "wide";
    else if (to.x < g.x + edge || to.x > g.x + g.w - edge || to.y < g.y + edge) shot.result = "post";
    else shot.result = saved() ? "saved" : "goal";
    if (shot.result === "goal") {
      net = 1;
      Aim.hit(1, true, to.x, to.y - 40);
      fx.burst(to.x, to.y, C.accent, 34, 300, 4);
    } else {
      say(to.x, to.y - 40, { wide: "↗", post: "‼", saved: "🧤" }[shot.result]);
      Sound.play("bounce");
    }
    Object.assign(shot, { vx: (to.x - world.w / 2) * 0.8 * (shot.result === "goal" ? 0.1 : 1), vy: shot.result === "goal" ? 0 : -120, x: to.x, y: to.y });
    Aim.done(1.1);
  }
  function dive(dt) {
    const g = goalBox();
    if (!keeper.to) {
      keeper.x = world.w / 2 + Math.sin(clock * 1.4 * pace()) * g.w * 0.1;
      return;
    }
    if ((keeper.wait -= dt) > 0) return;
    const far = keeper.to.x - keeper.x;
    const side = Math.abs(far) < g.w * 0.05 ? 0 : Math.sign(far);
    const need = Kit.clamp(Math.abs(far) / (g.h * 0.75 + g.w * 0.12), 0, 1) * side;
    const quick = Kit.mix(2.6, 5, skill()) * dt;
    keeper.lean = Kit.clamp(keeper.lean + Kit.clamp(need - keeper.lean, -quick, quick), -1, 1);
    keeper.x += Kit.clamp(far, -1, 1) * g.w * Kit.mix(0.16, 0.34, skill()) * dt * (Math.abs(far) > g.w * 0.1 ? 1 : 0);
    keeper.high = Kit.mix(keeper.high, keeper.to.y < g.y + g.h * 0.5 ? 0.25 : 0, dt * 6);
  }
  function step(dt) {
    clock += dt;
    net = Math.max(0, net - dt * 1.2);
    if (!shot || !shot.result) dive(dt);
    if (!shot) return;
    shot.t += dt / shot.long;
    shot.turn += dt * 9;
    if (shot.t >= 1 && !shot.result) arrive();
    if (!shot.result) return;
    shot.vy += 700 * dt;
    shot.x += shot.vx * dt;
    shot.y = Math.min(shot.result === "wide" ? shot.y : floor() + 14, shot.y + shot.vy * dt);
  }
  function ballAt() {
    if (!shot) return { ...spot(), r: 30 };
    if (shot.result) return { x: shot.x, y: shot.y, r: 15 };
    const t = 1 - Math.pow(1 - shot.t, 1.5);
    const arc = Math.sin(t * Math.PI) * 50;
    return { x: Kit.mix(spot().x, shot.to.x, t), y: Kit.mix(spot().y, shot.to.y, t) - arc, r: Kit.mix(30, 15, t) };
  }
  function pitch(c) {
    Scene.ground(c, floor());
    const rows = 7;
    for (let i = 0; i < rows; i += 2) {
      const at = (k) => floor() + (world.h - floor()) * Math.pow(k / rows, 1.6);
      c.fillStyle = Kit.alpha("#fff", 0.07);
      c.fillRect(0, at(i), world.w, at(i + 1) - at(i));
    }
    const g = goalBox();
    const [low, out] = [floor() + (world.h - floor()) * 0.36, g.w * 0.2];
    line(c, [[g.x - 46, floor() + 14], [g.x - out, low], [g.x + g.w + out, low], [g.x + g.w + 46, floor() + 14]], Kit.alpha("#fff", 0.75), 4);
    line(c, [[0, floor() + 14], [world.w, floor() + 14]], Kit.alpha("#fff", 0.75), 4);
    c.fillStyle = Kit.alpha("#fff", 0.75);
    c.beginPath(); c.ellipse(spot().x, spot().y + 24, 12, 4, 0, 0, 7); c.fill();
  }
  function frameOfGoal(c) {
    const g = goalBox();
    c.fillStyle = "rgba(10,20,30,.28)";
    c.fillRect(g.x, g.y, g.w, g.h);
    for (let i = 1; i < 22; i++) {
      const x = g.x + (g.w * i) / 22;
      const bulge = shot && net ? Math.exp(-Math.pow((x - shot.to.x) / 60, 2)) * net * 16 : 0;
      line(c, [[x, g.y], [x + bulge, g.y + g.h * 0.5], [x, g.y + g.h]], Kit.alpha("#fff", 0.22), 1.2);
    }
    for (let i = 1; i < 8; i++) line(c, [[g.x, g.y + (g.h * i) / 8], [g.x + g.w, g.y + (g.h * i) / 8]], Kit.alpha("#fff", 0.22), 1.2);
    line(c, [[g.x, g.y + g.h], [g.x, g.y], [g.x + g.w, g.y], [g.x + g.w, g.y + g.h]], "#f8f9fa", 10);
  }
  function drawKeeper(c) {
    const [g, bob] = [goalBox(), keeper.to ? 0 : Math.abs(Math.sin(clock * 4)) * 4];
    const tall = g.h * 0.72 * size();
    const shirt = Kit.shade(C.accent, 0.05);
    const spread = keeper.to ? 1 : 0.4 + Math.sin(clock * 4) * 0.06;
    shadow(c, keeper.x, floor() + 16, tall * 0.3);
    c.save();
    c.translate(keeper.x, floor() + 14 - bob - keeper.high * g.h);
    c.rotate(keeper.lean * 1.2);
    [-1, 1].forEach((side) => {
      line(c, [[side * tall * 0.07, -tall * 0.36], [side * tall * (0.1 + spread * 0.05), -tall * 0.04]], "#2b2d42", tall * 0.11);
      const hand = [side * tall * (0.26 + 0.06 * spread), -tall * (0.5 + spread * 0.42)];
      line(c, [[side * tall * 0.13, -tall * 0.66], hand], shirt, tall * 0.1);
      circle(c, hand[0], hand[1], tall * 0.085, "#ffe066");
    });
    box(c, -tall * 0.17, -tall * 0.74, tall * 0.34, tall * 0.42, tall * 0.1, shirt);
    face(c, S.keeper, 0, -tall * 0.9, tall * 0.36);
    c.restore();
  }
  function draw(c, time) {
    Scene.sky(c, floor(), time);
    pitch(c);
    frameOfGoal(c);
    drawKeeper(c);
    const b = ballAt();
    const run = shot ? 1 : Aim.drawing ? Aim.charge * 0.3 : 0;
    const [x, y] = [spot().x - Kit.mix(120, 56, run), spot().y - 46];
    shadow(c, x, spot().y + 16, 40);
    face(c, S.player, x, y, 116, 0, true);
    shadow(c, b.x, shot ? Math.max(floor() + 16, Kit.mix(spot().y, floor() + 16, Math.min(1, shot.t)) + 24) : spot().y + 26, b.r);
    drawThing(c, b.x, b.y, b.r, shot ? shot.turn : 0);
    if (Aim.phase === "aim") sight(c, Aim.x, Aim.y, 20, SWEET);
  }
  return {
    room: () => [560, 620], sight: true, charging: 1, swings: true, most: 1,
    thing: "⚽", player: "🏃", keeper: "🦁", place: "stadium", levels: 3, throws: 5, goal: 3,
    hint: { en: "Aim, hold for power, let go before red; or arrows and hold space", zh: "瞄准，按住蓄力，变红前松开；或用方向键和按住空格" },
    rules: { en: ["Power in the red goes over the bar", "A slow shot is easy to save"], zh: ["力量到红色会踢飞", "太慢的球容易被扑住"] },
    setup, ready, shoot, step, draw,
  };
})();
