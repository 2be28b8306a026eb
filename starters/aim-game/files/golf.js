// Mini golf from above. A course is 1000 long (u) and 560 wide (v); on a tall screen it is turned.
KINDS.golf = (() => {
  const [LONG, WIDE, R, CUP] = [1000, 560, 13, 24];
  // Each hole: par, tee and cup [u, v], walls, sand and water [u, v, length, width], bumpers [u, v, r], one wall that moves.
  const HOLES = [
    { par: 2, tee: [110, 280], cup: [860, 280], walls: [[480, 190, 30, 180]] },
    { par: 2, tee: [110, 120], cup: [880, 440], walls: [[330, 0, 30, 330], [640, 230, 30, 330]] },
    { par: 3, tee: [110, 280], cup: [880, 280], bumpers: [[420, 190, 42], [420, 370, 42], [620, 280, 52]], sand: [[740, 120, 90, 320]] },
    { par: 3, tee: [110, 450], cup: [880, 110], water: [[380, 150, 220, 250]], walls: [[720, 0, 26, 300]] },
    { par: 3, tee: [110, 280], cup: [890, 280], walls: [[470, 0, 30, 170], [470, 390, 30, 170]], mover: [470, 220, 30, 120] },
    { par: 3, tee: [100, 90], cup: [130, 460], walls: [[0, 265, 720, 30]], sand: [[760, 190, 130, 180]] },
    { par: 4, tee: [110, 280], cup: [890, 280], walls: [[300, 0, 28, 380], [520, 180, 28, 380], [740, 0, 28, 380]] },
    { par: 3, tee: [110, 280], cup: [880, 280], water: [[300, 0, 420, 190], [300, 370, 420, 190]], mover: [760, 210, 26, 140] },
    { par: 4, tee: [110, 460], cup: [880, 110], bumpers: [[360, 150, 50], [520, 380, 60], [690, 190, 50]], walls: [[800, 0, 26, 240]], sand: [[430, 40, 200, 110]] },
  ];
  const ball = { x: 0, y: 0, vx: 0, vy: 0, last: [0, 0], sunk: false };
  let [hole, strokes, all, pars, clock] = [HOLES[0], 0, 0, 0, 0];
  const tall = () => world.w < world.h;
  const corner = () => {
    const [w, h] = tall() ? [WIDE, LONG] : [LONG, WIDE];
    return { x: (world.w - w) / 2, y: Math.max(112, (world.h - h + 90) / 2) };
  };
  const onScreen = (u, v) => (tall() ? { x: corner().x + v, y: corner().y + LONG - u } : { x: corner().x + u, y: corner().y + v });
  const heading = () => Aim.angle + (tall() ? Math.PI / 2 : 0);
  const inside = (boxes) => (boxes || []).some(([u, v, w, h]) => ball.x > u && ball.x < u + w && ball.y > v && ball.y < v + h);
  const mover = () => {
    const [u, v, w, h] = hole.mover;
    return [u, v + Math.sin(clock * 1.3 * pace()) * 100, w, h];
  };
  const walls = () => [...(hole.walls || []), ...(hole.mover ? [mover()] : [])];

  function setup() {
    hole = HOLES[(Aim.level - 1) % HOLES.length];
    if (Aim.level <= 1) [all, pars] = [0, 0];
    strokes = 0;
    pars += hole.par;
    Object.assign(ball, { x: hole.tee[0], y: hole.tee[1], vx: 0, vy: 0, sunk: false });
  }
  function ready() {
    const [du, dv] = [hole.cup[0] - ball.x, hole.cup[1] - ball.y];
    Aim.angle = Math.atan2(dv, du) - (tall() ? Math.PI / 2 : 0);
  }
  function shoot() {
    const turn = heading();
    const fast = 1500 * Aim.power;
    Object.assign(ball, { vx: Math.cos(turn) * fast, vy: Math.sin(turn) * fast, last: [ball.x, ball.y] });
    [strokes, all] = [strokes + 1, all + 1];
    Sound.play("hit");
  }
  function wet() {
    fx.burst(onScreen(ball.x, ball.y).x, onScreen(ball.x, ball.y).y, "#cfefff", 24, 200, 4);
    Sound.noise({ length: 0.4, volume: 0.3, cut: 1400 });
    Object.assign(ball, { x: ball.last[0], y: ball.last[1], vx: 0, vy: 0 });
    Aim.done(0.6);
  }
  function sink() {
    Object.assign(ball, { x: hole.cup[0], y: hole.cup[1], vx: 0, vy: 0, sunk: true });
    const at = onScreen(...hole.cup);
    const points = strokes === 1 ? 10 : Math.max(1, 3 + 2 * (hole.par - strokes));
    Aim.hit(points, true, at.x, at.y - 40);
    fx.burst(at.x, at.y, C.accent, 40, 300, 5);
    Aim.done(1.3);
  }
  function roll(dt) {
    ball.x += ball.vx * dt;
    ball.y += ball.vy * dt;
    let hard = 0;
    if (ball.x < R || ball.x > LONG - R) { hard = Math.abs(ball.vx); ball.vx *= -0.78; ball.x = Kit.clamp(ball.x, R, LONG - R); }
    if (ball.y < R || ball.y > WIDE - R) { hard = Math.abs(ball.vy); ball.vy *= -0.78; ball.y = Kit.clamp(ball.y, R, WIDE - R); }
    walls().forEach(([x, y, w, h]) => (hard = Math.max(hard, bounceOffBox(ball, { x, y, w, h }, R, 0.78))));
    (hole.bumpers || []).forEach(([x, y, r]) => (hard = Math.max(hard, bounceOff(ball, x, y, r + R, 1))));
    if (hard > 60) Sound.play("bounce");
    const speed = Math.hypot(ball.vx, ball.vy);
    const drag = (inside(hole.sand) ? 900 : 130) * Math.sqrt(Kit.clamp(S.gravity, 0.12, 3)) + speed * 0.75;
    const left = Math.max(0, speed - drag * dt) / (speed || 1);
    ball.vx *= left;
    ball.vy *= left;
    const far = Math.hypot(ball.x - hole.cup[0], ball.y - hole.cup[1]);
    if (far < CUP && speed < 760) return sink();
    if (inside(hole.water)) return wet();
    if (speed * left < 4) Aim.done(0.35);
  }
  function step(dt) {
    clock += dt;
    for (let i = 0; i < 4 && Aim.phase === "fly" && !ball.sunk; i++) roll(dt / 4);
  }
  const verdict = () => (ball.sunk ? "next" : Aim.left > 0 ? "go" : "lost");

  function course(c) {
    box(c, -18, -18, LONG + 36, WIDE + 36, 26, Kit.shade(C.far, -0.25));
    box(c, 0, 0, LONG, WIDE, 12, C.ground);
    c.fillStyle = Kit.alpha("#fff", 0.06);
    for (let u = 0; u < LONG; u += 125) c.fillRect(u, 0, 62, WIDE);
    (hole.sand || []).forEach(([u, v, w, h]) => box(c, u, v, w, h, 40, "#ecd9a0"));
    (hole.water || []).forEach(([u, v, w, h]) => {
      box(c, u, v, w, h, 26, "#4aa8d8");
      for (let i = 0; i < 5; i++) box(c, u + 20 + Scene.fixed(i, 3) * (w - 90), v + 14 + (i * (h - 30)) / 5 + Math.sin(clock * 2 + i) * 4, 50, 4, 2, Kit.alpha("#fff", 0.4));
    });
    walls().forEach(([u, v, w, h]) => {
      box(c, u + 5, v + 6, w, h, 8, "rgba(0,0,0,.2)");
      box(c, u, v, w, h, 8, C.far);
      box(c, u + 4, v + 4, w - 8, h - 8, 5, Kit.shade(C.far, 0.25));
    });
    (hole.bumpers || []).forEach(([u, v, r]) => {
      circle(c, u + 4, v + 5, r, "rgba(0,0,0,.2)");
      circle(c, u, v, r, C.accent);
      circle(c, u, v, r * 0.62, Kit.shade(C.accent, 0.45));
    });
    circle(c, hole.cup[0], hole.cup[1], CUP, "rgba(255,255,255,.25)");
    circle(c, hole.cup[0], hole.cup[1], CUP - 4, "#14201a");
  }
  function draw(c, time) {
    c.fillStyle = Kit.blend(C.background, C.ground, 0.25);
    c.fillRect(0, 0, world.w, world.h);
    for (let i = 0; i < 40; i++) circle(c, Scene.fixed(i, 4) * world.w, Scene.fixed(i, 5) * world.h, 26 + 30 * Scene.fixed(i, 6), Kit.alpha(C.ground, 0.22));
    const at = corner();
    c.save();
    if (tall()) c.transform(0, -1, 1, 0, at.x, at.y + LONG);
    else c.translate(at.x, at.y);
    course(c);
    c.restore();
    const [from, cup] = [onScreen(ball.x, ball.y), onScreen(...hole.cup)];
    const v = velocity(1500);
    dots(c, from, { x: v.x * 0.55, y: v.y * 0.55 }, { x: 0, y: 0 }, 14, 0.05);
    shadow(c, from.x + 3, from.y + 8, R);
    if (!ball.sunk) drawThing(c, from.x, from.y, isPlain() ? R : R * 1.3, (ball.x + ball.y) / 30, "#f4f4f0");
    const wave = Math.sin(time * 4) * 5;
    line(c, [[cup.x, cup.y], [cup.x, cup.y - 84]], "#f8f4ec", 4);
    c.fillStyle = C.accent;
    c.beginPath(); c.moveTo(cup.x, cup.y - 84); c.quadraticCurveTo(cup.x + 24, cup.y - 84 + wave, cup.x + 46, cup.y - 68); c.quadraticCurveTo(cup.x + 22, cup.y - 58 + wave, cup.x, cup.y - 54); c.fill();
  }
  return {
    room: (wide) => (wide ? [1060, 720] : [600, 1180]), top: "round", calm: true, turn: 1.3, limit: (angle) => angle, start: { angle: 0, power: 0.5 },
    thing: "ball", player: "🏌️", place: "park", levels: 6, throws: 7, goal: 1, most: 3,
    words: { en: { level: "Hole", throws: "Strokes left" }, zh: { level: "球洞", throws: "剩余杆数" } },
    hint: { en: "Pull back and let go; or arrows to turn and set power, space to hit", zh: "向后拖动再松开；或方向键调方向和力度，空格击球" },
    rules: { en: ["Few strokes bring many points", "Water puts the ball back"], zh: ["杆数越少得分越多", "落水回到原处"] },
    note: (lang) => (lang === "zh" ? `标准杆 ${hole.par} · 第 ${strokes} 杆` : `Par ${hole.par} · stroke ${strokes}`),
    lines: (lang) => [lang === "zh" ? `${all} 杆，标准杆 ${pars}` : `${all} strokes, par ${pars}`],
    setup, ready, shoot, step, draw, verdict,
  };
})();
