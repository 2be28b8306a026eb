// Archery and darts, seen from the front: move the sight, hold to draw, let go. The wind carries arrows away.
const aimAtRings = (isDarts) => {
  const RINGS = ["#f8f4ec", "#f8f4ec", "#2b2d42", "#2b2d42", "#3a86d8", "#3a86d8", "#e5383b", "#e5383b", "#ffd43b", "#ffd43b"];
  const SECTORS = [20, 1, 18, 4, 13, 6, 10, 15, 2, 17, 3, 19, 7, 16, 8, 11, 14, 9, 12, 5];
  let [clock, stuck, arrow] = [0, [], null];
  const floor = () => world.h * (isDarts ? 0.84 : 0.7);
  const radius = () => Math.min(world.w * 0.34, (world.h * 0.44 - 100) / (isDarts ? 1.24 : 1.08), 190) * Kit.clamp(1.06 - 0.08 * Aim.level, 0.55, 1) * size();
  function middle() {
    const swing = moves(2) ? Math.sin(clock * 0.9 * pace()) * Math.min(world.w * 0.28, 30 + 35 * Aim.level) : 0;
    return { x: world.w / 2 + swing, y: world.h * 0.44 };
  }
  // The hand is not quite still, and tires.
  function wobble() {
    const much = radius() * 0.07 * pace() * (1 + Math.max(0, (Aim.drawing ? Aim.since || 0 : 0) - 2));
    return { x: Math.sin(clock * 2.3) * much, y: Math.cos(clock * 1.7) * much };
  }
  function setup() {
    [stuck, arrow] = [[], null];
    Object.assign(Aim, { x: world.w / 2 + radius() * 0.5, y: middle().y + radius() * 0.6 });
  }
  function shoot() {
    const shake = wobble();
    const drop = Math.pow(1 - Aim.charge, 2) * radius() * 1.6 * Kit.clamp(S.gravity, 0.1, 3);
    const to = { x: Aim.x + shake.x + Aim.wind * radius() * 0.08, y: Aim.y + shake.y + drop };
    arrow = { from: { x: world.w / 2, y: world.h * 0.98 }, to, bend: Aim.wind * radius() * 0.08, t: 0, long: 0.75 - 0.25 * Aim.charge };
    Sound.tone({ from: 300, to: 90, type: "triangle", length: 0.15, volume: 0.3 });
  }
  // Points of a place on the board, d and turn from its middle in parts of its radius.
  function worth(d, turn) {
    if (d > 1) return 0;
    if (!isDarts) return 10 - Math.min(9, Math.floor(d * 10));
    if (d < 0.06) return 50;
    if (d < 0.14) return 25;
    const sector = SECTORS[Math.round((turn + Math.PI / 2) / (Math.PI / 10) + 40) % 20];
    return sector * (d > 0.92 ? 2 : d > 0.54 && d < 0.62 ? 3 : 1);
  }
  function land() {
    const at = middle();
    const [dx, dy] = [arrow.to.x - at.x, arrow.to.y - at.y];
    const points = worth(Math.hypot(dx, dy) / radius(), Math.atan2(dy, dx));
    if (points) stuck.push({ dx: dx / radius(), dy: dy / radius() });
    Aim.hit(points, points >= (isDarts ? 15 : 7), arrow.to.x, arrow.to.y - 40, points || "0");
    fx.burst(arrow.to.x, arrow.to.y, points ? C.accent : C.ground, points ? 14 : 6, 150, 3);
    Sound.play("hit");
    arrow = null;
    Aim.done(1);
  }
  function step(dt) {
    clock += dt;
    if (!arrow) return;
    arrow.t += dt / arrow.long;
    if (arrow.t >= 1) land();
  }
  function drawRings(c, at, r) {
    RINGS.forEach((tint, i) => {
      circle(c, at.x, at.y, r * (1 - i / 10), tint);
      c.strokeStyle = Kit.alpha(i === 2 || i === 3 ? "#fff" : "#000", 0.22);
      c.lineWidth = 1.5;
      c.stroke();
    });
    circle(c, at.x, at.y, 2.5, "#2b2d42");
  }
  function drawBoard(c, at, r) {
    circle(c, at.x, at.y, r * 1.2, "#1d1f2b");
    const wedge = (i, low, high, tint) => {
      const [a, b] = [(i - 0.5) * Math.PI / 10 - Math.PI / 2, (i + 0.5) * Math.PI / 10 - Math.PI / 2];
      c.fillStyle = tint;
      c.beginPath(); c.arc(at.x, at.y, r * high, a, b); c.arc(at.x, at.y, r * low, b, a, true); c.fill();
    };
    c.font = `700 ${r * 0.11}px system-ui`;
    c.textAlign = "center";
    c.textBaseline = "middle";
    SECTORS.forEach((value, i) => {
      const [plain, ring] = i % 2 ? ["#f3e3c0", "#2f9e62"] : ["#22242f", C.accent];
      wedge(i, 0, 1, plain);
      wedge(i, 0.92, 1, ring);
      wedge(i, 0.54, 0.62, ring);
      const turn = i * Math.PI / 10 - Math.PI / 2;
      c.fillStyle = "#f8f4ec";
      c.fillText(value, at.x + Math.cos(turn) * r * 1.1, at.y + Math.sin(turn) * r * 1.1);
    });
    circle(c, at.x, at.y, r * 0.14, "#2f9e62");
    circle(c, at.x, at.y, r * 0.06, C.accent);
  }
  // An arrow that flies away from us: its tip at (x, y), its end towards (ex, ey).
  function drawArrow(c, x, y, ex, ey, thick) {
    if (!isPlain()) return face(c, S.thing, x, y, 26 + thick * 9, Math.atan2(y - ey, x - ex) + Math.PI / 4);
    line(c, [[x, y], [ex, ey]], "#6b4a2f", thick);
    const turn = Math.atan2(ey - y, ex - x);
    [-0.5, 0.5].forEach((side) => line(c, [[ex - Math.cos(turn) * thick * 3, ey - Math.sin(turn) * thick * 3],
      [ex + Math.cos(turn + side) * thick * 3, ey + Math.sin(turn + side) * thick * 3]], C.accent, thick * 0.9));
  }
  function drawBow(c) {
    const [x, y] = [world.w / 2, world.h + 26];
    const lean = Kit.clamp((Aim.x - x) / world.w, -0.5, 0.5);
    const back = Aim.charge * 60;
    c.save();
    c.translate(x, y);
    c.rotate(lean);
    line(c, [[-150, -46], [0, -60 + back], [150, -46]], Kit.alpha("#fff", 0.8), 2.5);
    c.strokeStyle = Kit.blend(C.accent, "#3a2414", 0.55);
    c.lineWidth = 11;
    c.beginPath(); c.moveTo(-152, -44); c.bezierCurveTo(-90, -120 - back * 0.2, -30, -96, 0, -112);
    c.bezierCurveTo(30, -96, 90, -120 - back * 0.2, 152, -44); c.stroke();
    if (!arrow && Aim.phase === "aim") drawArrow(c, 0, -190 + back, 0, -58 + back, 6);
    c.restore();
  }
  function drawFlight(c) {
    const t = arrow.t;
    const bow = Math.sin(t * Math.PI) * 40;
    const at = (k) => [
      Kit.mix(arrow.from.x, arrow.to.x - arrow.bend, k) + arrow.bend * k * k,
      Kit.mix(arrow.from.y, arrow.to.y, 1 - Math.pow(1 - k, 2)) - bow,
    ];
    const [tip, end] = [at(t), at(Math.max(0, t - 0.14))];
    drawArrow(c, tip[0], tip[1], end[0], end[1] + 14, Kit.mix(7, 3, t));
  }
  function draw(c, time) {
    const [at, r] = [middle(), radius()];
    Scene.sky(c, floor(), time);
    Scene.ground(c, floor());
    if (isDarts) drawBoard(c, at, r);
    else {
      shadow(c, at.x, floor() + 40, r);
      [-0.55, 0.55].forEach((side) => line(c, [[at.x + side * r * 0.5, at.y], [at.x + side * r * 1.5, floor() + 40]], "#7a5534", 9));
      box(c, at.x - r * 1.06, at.y - r * 1.06, r * 2.12, r * 2.12, r, "#d9b676");
      drawRings(c, at, r);
    }
    stuck.forEach(({ dx, dy }) => drawArrow(c, at.x + dx * r, at.y + dy * r, at.x + dx * r + 10, at.y + dy * r + 44, 4));
    if (!isDarts) drawBow(c);
    if (arrow) drawFlight(c);
    else if (Aim.phase === "aim") {
      const shake = wobble();
      if (isDarts) drawArrow(c, Aim.x + shake.x, Aim.y + shake.y + 150 + Aim.charge * 40, Aim.x + 16, Aim.y + 240 + Aim.charge * 40, 7);
      sight(c, Aim.x + shake.x, Aim.y + shake.y, 20);
    }
  }
  const rules = isDarts
    ? { en: ["15 points or more is a good dart"], zh: ["得到 15 分以上算好镖"] }
    : { en: ["Red or gold is a good arrow", "Aim against the wind"], zh: ["射中红色或金色算好箭", "逆着风瞄准"] };
  return {
    room: () => [560, 620], sight: true, charging: isDarts ? 0.7 : 0.9, breeze: isDarts ? 0 : 1.2, most: isDarts ? 20 : 10,
    colours: isDarts ? { background: "#5b3a3a", text: "#fff1df", ground: "#8a5a3c", far: "#2f4a44", accent: "#e5533d" } : {},
    thing: isDarts ? "dart" : "arrow", player: "🏹", place: isDarts ? "hall" : "park", levels: 3, throws: 5, goal: isDarts ? 2 : 3,
    hint: { en: "Aim, hold to draw, let go; or arrows and hold space", zh: "瞄准，按住拉满，松开；或用方向键和按住空格" },
    rules, setup, shoot, step, draw,
  };
};
KINDS.archery = aimAtRings(false);
KINDS.darts = aimAtRings(true);
