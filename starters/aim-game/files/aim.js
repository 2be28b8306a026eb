// What all kinds of throwing share: settings, the world and its scale, the aim, and the thing thrown.
const KINDS = {}; // each kind's file adds itself
const S = Kit.settings({
  ...Game.COMMON, title: "Aim and throw", font: "rounded", mode: "basketball", thing: "", player: "", keeper: "", targets: [],
  colours: { background: "#a9d6e8", text: "#18324a", accent: "#e2562f", ground: "#7fb069", far: "#6d9dae" },
  place: "", levels: 0, levelNames: [], throws: 0, goal: 0, story: [],
  gravity: 1, wind: 0, speed: 1, moving: true, aimLine: true,
});
const C = {}; // the colours, once the theme is made
const fx = Kit.particles();
const world = { w: 1000, h: 640, scale: 1 }; // in units of its own: as many as the kind asks for, or more
// phase: aim, fly (thrown), rest (a moment to see what came of it).
const Aim = {
  phase: "aim", level: 1, left: 0, age: 0, hits: 0, points: 0, score: 0, results: [], good: false,
  angle: -0.9, power: 0.6, x: 0, y: 0, charge: 0, drawing: false, wind: 0, easy: 1,
};
const gravity = () => 1100 * Kit.clamp(S.gravity, 0.12, 3);
const pace = () => Kit.clamp(S.speed, 0.3, 3);
const size = () => (Egg.active("giant") ? 1.5 : Egg.active("tiny") ? 0.65 : 1);
const moves = (level) => S.moving && Aim.level >= level;
const velocity = (most) => ({ x: Math.cos(Aim.angle) * Aim.power * most, y: Math.sin(Aim.angle) * Aim.power * most });

function circle(c, x, y, r, fill) {
  c.fillStyle = fill;
  c.beginPath();
  c.arc(x, y, Math.max(0.1, r), 0, 7);
  c.fill();
}
function line(c, points, tint, width) {
  c.strokeStyle = tint;
  c.lineWidth = width;
  c.lineCap = c.lineJoin = "round";
  c.beginPath();
  points.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
  c.stroke();
}
function box(c, x, y, w, h, r, fill) {
  c.fillStyle = fill;
  Kit.roundRect(c, x, y, w, h, r);
  c.fill();
}
const shadow = (c, x, y, r) => {
  c.fillStyle = "rgba(0,0,0,.2)";
  c.beginPath();
  c.ellipse(x, y, r, r * 0.25, 0, 0, 7);
  c.fill();
};
// Emoji that look to the left by nature are turned by `flip`.
function face(c, text, x, y, height, turn = 0, flip = false) {
  c.save();
  c.translate(x, y);
  c.rotate(turn);
  if (flip) c.scale(-1, 1);
  c.fillStyle = C.text;
  Kit.emoji(c, text, 0, 0, height);
  c.restore();
}
function plainBall(c, x, y, r, tint) {
  const glow = c.createRadialGradient(x - r * 0.35, y - r * 0.4, r * 0.1, x, y, r);
  glow.addColorStop(0, Kit.shade(tint, 0.65));
  glow.addColorStop(0.5, tint);
  glow.addColorStop(1, Kit.shade(tint, -0.35));
  circle(c, x, y, r, glow);
}
const isPlain = () => /^(ball|plain|arrow|dart|bow)$/i.test(S.thing.trim());
function drawThing(c, x, y, r, turn = 0, tint = C.accent) {
  if (isPlain()) plainBall(c, x, y, r * size(), tint);
  else face(c, S.thing, x, y, r * 2.05 * size(), turn);
}
// The way that the thing will take.
function dots(c, from, v, pull = { x: 0, y: 0 }, count = 18, gap = 0.055) {
  if (!S.aimLine || Aim.phase !== "aim") return;
  c.save();
  for (let i = 1; i <= count; i++) {
    const t = i * gap;
    c.globalAlpha = 0.9 * (1 - i / (count + 2));
    const [x, y] = [from.x + v.x * t + (pull.x * t * t) / 2, from.y + v.y * t + (pull.y * t * t) / 2];
    circle(c, x, y, 6.5 - (i / count) * 3, Kit.alpha(C.text, 0.35));
    circle(c, x, y, 5 - (i / count) * 2.5, "#fff");
  }
  c.restore();
}
// The sight of kinds that aim at a point; its ring fills while the throw is drawn.
function sight(c, x, y, r, sweet = 1) {
  c.save();
  c.lineWidth = 5;
  c.strokeStyle = "rgba(0,0,0,.35)";
  c.beginPath(); c.arc(x, y, r, 0, 7); c.stroke();
  c.lineWidth = 3;
  c.strokeStyle = "#fff";
  c.beginPath(); c.arc(x, y, r, 0, 7); c.stroke();
  [[1, 0], [-1, 0], [0, 1], [0, -1]].forEach(([dx, dy]) =>
    line(c, [[x + dx * r * 0.55, y + dy * r * 0.55], [x + dx * r * 1.3, y + dy * r * 1.3]], "#fff", 3));
  circle(c, x, y, 3, C.accent);
  if (Aim.charge) {
    c.lineWidth = 11;
    c.strokeStyle = "rgba(0,0,0,.4)";
    c.beginPath(); c.arc(x, y, r + 9, 0, 7); c.stroke();
  }
  c.lineWidth = 7;
  c.strokeStyle = Aim.charge > sweet ? "#e03131" : "#ffd43b";
  c.beginPath(); c.arc(x, y, r + 9, -Math.PI / 2, -Math.PI / 2 + Aim.charge * Math.PI * 2); c.stroke();
  c.restore();
}
// Pushes a round thing out of a corner or an edge at (x, y) and lets it bounce; how hard it was.
function bounceOff(ball, x, y, r, give) {
  const [dx, dy] = [ball.x - x, ball.y - y];
  const far = Math.hypot(dx, dy) || 0.01;
  if (far >= r) return 0;
  const [nx, ny] = [dx / far, dy / far];
  ball.x = x + nx * r;
  ball.y = y + ny * r;
  const into = ball.vx * nx + ball.vy * ny;
  if (into >= 0) return 0;
  ball.vx -= (1 + give) * into * nx;
  ball.vy -= (1 + give) * into * ny;
  return -into;
}
// The same for a box: its nearest point is what is hit.
const bounceOffBox = (ball, b, r, give) =>
  bounceOff(ball, Kit.clamp(ball.x, b.x, b.x + b.w), Kit.clamp(ball.y, b.y, b.y + b.h), r, give);
