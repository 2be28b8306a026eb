// Bowling from behind: the ball and the pins are discs on a lane (inches), drawn in perspective.
KINDS.bowling = (() => {
  const [HALF, HEAD, END, BALL, PIN] = [21, 300, 352, 4.4, 2.4];
  const ball = { x: 0, z: 0, vx: 0, vz: 0, turn: 0, gutter: false };
  let [pins, rolls, before, bonus, quiet] = [[], [], 0, false, 0];
  const down = () => pins.filter((pin) => pin.down).length;
  const near = () => Math.min(world.w * 0.4, 250) / HALF; // pixels an inch, at the foul line
  const depth = (z) => 1 / (1 + Math.max(-30, z) / 215);
  const project = (x, z) => ({ x: world.w / 2 + x * near() * depth(z), y: world.h * (0.06 + 0.82 * depth(z)), k: near() * depth(z) });
  const slope = () => Math.tan(Kit.clamp(Aim.angle + Math.PI / 2, -0.14, 0.14));

  function rack() {
    pins = [];
    for (let row = 0; row < 4; row++)
      for (let i = 0; i <= row; i++) pins.push({ x: (i - row / 2) * 12, z: HEAD + row * 10.4, vx: 0, vz: 0, down: false, fall: 0, side: 0, gone: false });
    before = 0;
  }
  function setup() {
    if (Aim.level <= 1) rolls = [];
    bonus = false;
    rack();
    ready();
  }
  function ready() {
    pins.forEach((pin) => (pin.gone = pin.down)); // swept away
    Object.assign(ball, { x: 0, z: 0, vx: 0, vz: 0, gutter: false });
    before = down();
    quiet = 0;
  }
  // The ball stands where the finger begins.
  const grab = (at) => (ball.x = Kit.clamp((at.x - world.w / 2) / near(), -15, 15));
  function shoot() {
    ball.vz = 130 + 230 * Aim.power;
    ball.vx = ball.vz * (slope() + Kit.random(-0.006, 0.006) * pace());
    Sound.noise({ length: 1.2, volume: 0.18, cut: 240 });
  }
  function knock(a, b, ra, rb, ma, mb) {
    const [dx, dz] = [b.x - a.x, b.z - a.z];
    const far = Math.hypot(dx, dz) || 0.01;
    if (far >= ra + rb) return;
    const [nx, nz] = [dx / far, dz / far];
    const over = ra + rb - far;
    a.x -= (nx * over * mb) / (ma + mb);
    a.z -= (nz * over * mb) / (ma + mb);
    b.x += (nx * over * ma) / (ma + mb);
    b.z += (nz * over * ma) / (ma + mb);
    const into = (a.vx - b.vx) * nx + (a.vz - b.vz) * nz;
    if (into <= 0) return;
    const push = (1.65 * into) / (1 / ma + 1 / mb);
    a.vx -= (push / ma) * nx;
    a.vz -= (push / ma) * nz;
    b.vx += (push / mb) * nx;
    b.vz += (push / mb) * nz;
    if (into > 30) Sound.tone({ from: 900 + Math.random() * 500, to: 300, type: "square", length: 0.05, volume: 0.05 });
  }
  function movePin(pin, dt) {
    const speed = Math.hypot(pin.vx, pin.vz);
    if (speed > 9 && !pin.down) Object.assign(pin, { down: true, side: Math.sign(pin.vx) || 1 });
    if (pin.down) pin.fall = Math.min(1, pin.fall + dt * 4);
    pin.x += pin.vx * dt;
    pin.z += pin.vz * dt;
    const slow = Math.max(0, speed - 150 * dt) / (speed || 1);
    pin.vx *= slow;
    pin.vz *= slow;
    if (Math.abs(pin.x) > HALF + 3) { pin.x = Math.sign(pin.x) * (HALF + 3); pin.vx *= -0.4; }
    if (pin.z > END) pin.vz *= 0.5;
  }
  function roll(dt) {
    ball.x += ball.vx * dt;
    ball.z += ball.vz * dt;
    ball.turn += ball.vz * dt * 0.09;
    if (Math.abs(ball.x) > HALF && !ball.gutter && ball.z < HEAD + 30) {
      Object.assign(ball, { gutter: true, vx: 0 });
      Sound.play("hit");
    }
    if (ball.gutter) ball.x = Math.sign(ball.x) * (HALF + 4);
    const up = pins.filter((pin) => !pin.gone);
    up.forEach((pin, i) => {
      if (!ball.gutter) knock(ball, pin, BALL, PIN, 4.5, 1);
      // A pin that falls is wider than one that stands.
      up.slice(i + 1).forEach((other) => knock(pin, other, PIN * (1 + 1.1 * pin.fall), PIN * (1 + 1.1 * other.fall), 1, 1));
      movePin(pin, dt);
    });
    const still = ball.z > END && up.every((pin) => Math.hypot(pin.vx, pin.vz) < 14);
    quiet = still ? quiet + dt : 0;
    if (quiet > 0.25 || Aim.age > 6) count();
  }
  function total() {
    let [sum, at] = [0, 0];
    const fell = (i) => rolls[i] || 0;
    for (let frame = 0; frame < S.levels && at < rolls.length; frame++) {
      const strike = fell(at) === 10;
      sum += fell(at) + fell(at + 1) + (strike || fell(at) + fell(at + 1) === 10 ? fell(at + 2) : 0);
      at += strike ? 1 : 2;
    }
    return sum;
  }
  function count() {
    if (Aim.phase !== "fly") return;
    const fell = down() - before;
    rolls.push(fell);
    const all = down() === 10;
    const text = all ? (before === 0 ? "STRIKE!" : "SPARE!") : `${fell}`;
    Aim.hit(0, all || fell > 6, world.w / 2, world.h * 0.34, text);
    Aim.score = total();
    if (all) fx.burst(world.w / 2, project(0, HEAD).y, C.accent, 46, 330, 5);
    Aim.done(1.2);
  }
  function step(dt) {
    for (let i = 0; i < 6 && Aim.phase === "fly"; i++) roll(dt / 6);
  }
  const wanted = () => (S.goal >= 20 ? Math.min(S.goal, S.levels * 20) : S.levels * 6);
  function verdict() {
    const [last, all] = [Aim.level >= S.levels, down() === 10];
    if (all && last && !bonus) { // a strike or a spare in the last frame brings more balls
      Aim.left = before === 0 ? 2 : 1;
      bonus = true;
    }
    if (all && (!last || bonus)) {
      if (!last) return "next";
      if (Aim.left > 0) rack();
    }
    if (Aim.left > 0) return "go";
    return last && Aim.score < wanted() ? "lost" : "next";
  }
  function drawPin(c, pin) {
    if (pin.gone) return;
    const at = project(pin.x, pin.z);
    const tall = 15.5 * at.k * size();
    shadow(c, at.x, at.y, 3 * at.k);
    c.save();
    c.translate(at.x, at.y);
    c.rotate(pin.side * pin.fall * 1.45);
    c.globalAlpha = pin.z > END ? 0.5 : 1;
    const w = tall * 0.16;
    const fade = c.createLinearGradient(-w, 0, w, 0);
    ["#d9d4c8", "#fffdf6", "#c9c3b5"].forEach((tint, i) => fade.addColorStop(i / 2, tint));
    c.fillStyle = fade;
    c.beginPath();
    c.moveTo(-w * 0.6, 0);
    c.bezierCurveTo(-w * 1.4, -tall * 0.3, -w * 1.1, -tall * 0.5, -w * 0.5, -tall * 0.68);
    c.bezierCurveTo(-w * 0.9, -tall * 1.02, w * 0.9, -tall * 1.02, w * 0.5, -tall * 0.68);
    c.bezierCurveTo(w * 1.1, -tall * 0.5, w * 1.4, -tall * 0.3, w * 0.6, 0);
    c.fill();
    c.fillStyle = C.accent;
    c.fillRect(-w * 0.52, -tall * 0.72, w * 1.04, tall * 0.045);
    c.restore();
  }
  function lane(c) {
    const strip = (x1, x2, z1, z2, fill) => {
      const [a, b, d, e] = [project(x1, z1), project(x2, z1), project(x2, z2), project(x1, z2)];
      c.fillStyle = fill;
      c.beginPath(); c.moveTo(a.x, a.y); c.lineTo(b.x, b.y); c.lineTo(d.x, d.y); c.lineTo(e.x, e.y); c.fill();
    };
    strip(-90, 90, -30, END + 20, Kit.shade(C.far, -0.45));
    strip(-HALF - 8, HALF + 8, -30, END + 20, "#2a2733");
    for (let i = 0; i < 14; i++) strip(-HALF + i * 3, -HALF + i * 3 + 3, -30, END, Kit.shade(C.ground, [0.3, 0.36, 0.25, 0.4, 0.33][i * 3 % 5]));
    strip(-HALF, HALF, -1, 1, Kit.alpha(C.text, 0.5));
    [[-12, 95], [-8, 108], [-4, 121], [0, 134], [4, 121], [8, 108], [12, 95]].forEach(([x, z]) => strip(x - 0.9, x + 0.9, z, z + 9, C.accent));
    strip(-HALF - 9, -HALF - 6, -30, END, C.accent);
    strip(HALF + 6, HALF + 9, -30, END, C.accent);
  }
  function way(c) {
    if (!S.aimLine || Aim.phase !== "aim") return;
    for (let z = 12; z < 60 + 200 * Aim.power; z += 16) {
      const at = project(ball.x + z * slope(), z);
      circle(c, at.x, at.y, 5.5 * depth(z) + 1.5, Kit.alpha("#fff", 0.95 - z / 330));
    }
  }
  function draw(c, time) {
    const far = project(0, END + 20);
    Scene.sky(c, far.y, time);
    Scene.ground(c, far.y);
    lane(c);
    const top = far.y - 17 * far.k;
    const wide = (HALF + 16) * far.k;
    box(c, world.w / 2 - wide, top - 56, wide * 2, far.y - top + 56, 10, "#17151f");
    [...pins].sort((a, b) => b.z - a.z).filter((pin) => pin.z > ball.z).forEach((pin) => drawPin(c, pin));
    box(c, world.w / 2 - wide, top - 64, wide * 2, 52, 12, Kit.shade(C.accent, -0.1));
    c.fillStyle = "#fff";
    c.font = "700 20px system-ui";
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillText(rolls.slice(-8).map((fell) => (fell === 10 ? "X" : fell || "–")).join("  ") || "🎳", world.w / 2, top - 37);
    way(c);
    if (ball.z < END + 6) {
      const at = project(ball.x, ball.z);
      const r = BALL * at.k * 1.05;
      shadow(c, at.x, at.y, r);
      drawThing(c, at.x, at.y - r * 0.9, r, isPlain() ? 0 : ball.turn);
      if (isPlain()) [[-0.2, -0.3], [0.15, -0.38], [0.02, -0.08]].forEach(([dx, dy]) => circle(c, at.x + dx * r, at.y - r * 0.9 + dy * r, r * 0.1, "rgba(0,0,0,.55)"));
    }
    [...pins].sort((a, b) => b.z - a.z).filter((pin) => pin.z <= ball.z).forEach((pin) => drawPin(c, pin));
  }
  return {
    room: () => [560, 660], top: "narrow", calm: true, flick: true, turn: 0.06, range: [-Math.PI / 2 - 0.14, -Math.PI / 2 + 0.14],
    limit: (angle) => -Math.PI / 2 + Kit.clamp((angle + Math.PI / 2) * 0.16, -0.14, 0.14), start: { angle: -Math.PI / 2 + 0.012, power: 0.6 },
    fixed: 2, thing: "ball", player: "🎳", place: "hall", levels: 10, throws: 2, goal: 0, most: 10,
    colours: { background: "#3a2d52", text: "#fff3e0", ground: "#cf9555", far: "#6a5a8c", accent: "#ff7a59" },
    words: { en: { level: "Frame", throws: "Balls" }, zh: { level: "轮", throws: "剩余球" } },
    hint: { en: "Swipe up or pull back from where the ball shall start; or arrows and space", zh: "从起点上滑或向后拖动；或用方向键和空格" },
    rules: { en: ["A strike counts the next two balls again", "A spare counts the next one"], zh: ["全中再加后两球", "补中再加后一球"] },
    note: () => `${Aim.score} / ${wanted()}`,
    setup, ready, grab, shoot, step, draw, verdict,
  };
})();
