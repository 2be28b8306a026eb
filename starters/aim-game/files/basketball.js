// Basketball from the side: pull, see the dotted way, let go. From level 2 on the hoop moves.
KINDS.basketball = (() => {
  const RIM = 96;
  const ball = { x: 0, y: 0, vx: 0, vy: 0, turn: 0, touched: false, counted: false };
  const hoop = { y: 0, net: 0 };
  let [stand, clock] = [0.16, 0];
  const floor = () => (world.h > world.w ? world.h * 0.74 : world.h - Math.max(70, world.h * 0.13));
  const radius = () => 25 * size();
  const most = () => 1.55 * Math.sqrt(gravity() * Math.max(world.w, 620));
  const home = () => ({ x: world.w * stand + 40, y: floor() - 150 });
  // The hoop's middle: where it is at this level and this moment.
  function place() {
    const swing = Math.sin(clock * 1.2 * pace());
    const up = moves(2) ? swing * Math.min(40 + 18 * Aim.level, 90) : 0;
    const side = moves(3) ? Math.cos(clock * 0.7 * pace()) * 50 - 40 : 0;
    return { x: world.w - 130 + side, y: floor() - 300 + up };
  }
  function setup() {
    stand = 0.12;
    ready();
  }
  function ready() {
    if (Aim.level > 1 && Aim.left < S.throws) stand = Kit.random(0.06, world.w > 800 ? 0.32 : 0.16);
    Object.assign(ball, { ...home(), vx: 0, vy: 0, turn: 0, touched: false, counted: false });
  }
  function shoot() {
    const v = velocity(most());
    Object.assign(ball, home(), { vx: v.x, vy: v.y });
    Sound.play("jump");
  }
  function collide(at) {
    const r = radius();
    const board = { x: at.x + RIM / 2 + 6, y: at.y - 112, w: 14, h: 128 };
    const hard = Math.max(bounceOff(ball, at.x - RIM / 2, at.y, r + 3, 0.55), bounceOff(ball, at.x + RIM / 2, at.y, r + 3, 0.55),
      bounceOffBox(ball, board, r, 0.6));
    if (hard > 40) {
      ball.touched = true;
      Sound.play("bounce");
    }
    if (ball.y > floor() - r && ball.vy > 0) {
      if (ball.vy > 120) Sound.play("bounce");
      ball.y = floor() - r;
      ball.vy *= -0.62;
      ball.vx *= 0.8;
    }
  }
  function basket(at) {
    ball.counted = true;
    hoop.net = 1;
    Aim.hit(ball.touched ? 2 : 3, true, at.x, at.y - 30);
    fx.burst(at.x, at.y + 30, C.accent, 26, 240, 4);
    ball.vx *= 0.3; // the net takes the speed
    ball.vy *= 0.55;
  }
  function fly(dt) {
    const before = ball.y;
    const at = place();
    ball.vx += Aim.wind * 30 * dt;
    ball.vy += gravity() * dt;
    ball.x += ball.vx * dt;
    ball.y += ball.vy * dt;
    ball.turn += ball.vx * dt * 0.02;
    if (!ball.counted && ball.vy > 0 && before < at.y && ball.y >= at.y && Math.abs(ball.x - at.x) < RIM / 2 - 4) basket(at);
    collide(at);
    const gone = ball.x < -80 || ball.x > world.w + 80 || (ball.y > floor() - radius() - 2 && Math.abs(ball.vy) < 160);
    if (gone || (ball.counted && ball.y > floor() - 60)) Aim.done();
  }
  function step(dt) {
    clock += dt;
    hoop.net = Math.max(0, hoop.net - dt * 2);
    if (Aim.phase === "aim") Object.assign(ball, home());
    else for (let i = 0; i < 3; i++) fly(dt / 3); // small steps: a fast ball does not pass through the rim
  }
  function drawNet(c, at) {
    const sway = Math.sin(hoop.net * 14) * hoop.net * 12;
    for (let i = 0; i <= 5; i++) {
      const [x, low] = [at.x - RIM / 2 + (RIM / 5) * i, at.x + (i - 2.5) * 11 + sway];
      line(c, [[x, at.y], [low, at.y + 66 + hoop.net * 12]], Kit.alpha("#fff", 0.85), 2);
      if (i < 5) line(c, [[at.x - RIM / 2 + (RIM / 5) * (i + 0.5), at.y + 18], [at.x + (i - 2) * 14 + sway / 2, at.y + 46]], Kit.alpha("#fff", 0.5), 2);
    }
    [22, 46].forEach((y) => line(c, [[at.x - RIM / 2 + y * 0.36, at.y + y], [at.x + RIM / 2 - y * 0.36, at.y + y]], Kit.alpha("#fff", 0.55), 2));
  }
  function drawHoop(c, at) {
    const pole = at.x + RIM / 2 + 56;
    line(c, [[pole, floor()], [pole, at.y - 30], [at.x + RIM / 2 + 20, at.y - 50]], Kit.shade(C.text, 0.15), 12);
    box(c, at.x + RIM / 2 + 6, at.y - 112, 14, 128, 4, "#f8f4ec");
    box(c, at.x + RIM / 2 + 6, at.y - 70, 14, 50, 2, C.accent);
    line(c, [[at.x - RIM / 2, at.y], [at.x + RIM / 2 + 8, at.y]], Kit.shade(C.accent, -0.25), 7);
  }
  function draw(c, time) {
    Scene.sky(c, floor(), time);
    Scene.ground(c, floor());
    c.strokeStyle = Kit.alpha("#fff", 0.5);
    c.lineWidth = 4;
    c.beginPath(); c.ellipse(world.w - 130, floor() + 34, world.w * 0.26, 22, 0, Math.PI * 0.5, Math.PI * 1.5); c.stroke();
    const [at, from] = [place(), home()];
    drawHoop(c, at);
    const hop = Aim.phase === "fly" && Aim.age < 0.5 ? Math.sin(Aim.age * 6.3) * 40 : 0;
    shadow(c, from.x - 50, floor() + 5, 44);
    face(c, S.player, from.x - 50, floor() - 62 - hop, 124, 0, true);
    shadow(c, ball.x, floor() + 5, 20);
    dots(c, from, velocity(most()), { x: Aim.wind * 30, y: gravity() }, Math.max(9, 20 - Aim.level * 2));
    drawThing(c, ball.x, ball.y, radius() / size(), ball.turn);
    drawNet(c, at);
  }
  return {
    room: () => [620, 620], thing: "🏀", player: "⛹️", place: "city", levels: 3, throws: 6, goal: 3, most: 3,
    turn: 0.8, range: [-1.52, 0.2], start: { angle: -1, power: 0.55 }, limit: (angle) => (angle > 1.9 ? -1.5 : Kit.clamp(angle, -1.52, 0.2)),
    hint: { en: "Pull back and let go; or arrows to aim, space to throw", zh: "向后拖动再松开；或用方向键瞄准，空格投出" },
    rules: { en: ["Swish: 3 points, off the rim: 2"], zh: ["空心球 3 分，碰框 2 分"] },
    setup, ready, shoot, step, draw,
  };
})();
