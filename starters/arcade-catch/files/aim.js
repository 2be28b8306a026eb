// A sight that the arrow keys move, for games of clicking and cutting: no mouse is needed.
const Aim = (() => {
  const aim = { x: 0, y: 0, vx: 0, vy: 0, shown: false };
  const pull = (low, high) => (Kit.held[high] ? 1 : 0) - (Kit.held[low] ? 1 : 0);

  function reset(g) {
    Object.assign(aim, { x: g.view.width / 2, y: g.view.height * 0.55, vx: 0, vy: 0, shown: false });
  }
  // Whether it moved; the longer a key is held, the faster.
  function step(g, dt) {
    const [dx, dy] = [pull("left", "right"), pull("up", "down")];
    if (!dx && !dy) { [aim.vx, aim.vy] = [0, 0]; return false; }
    if (!aim.shown && g.pointer.active) [aim.x, aim.y] = [g.pointer.x, g.pointer.y];
    aim.shown = true;
    g.pointer.active = false;
    [aim.vx, aim.vy] = [[aim.vx, dx], [aim.vy, dy]].map(([v, d]) => (d ? Kit.clamp(v * d > 0 ? v + d * 1500 * dt : d * 260, -900, 900) : 0));
    aim.x = Kit.clamp(aim.x + aim.vx * dt, 0, g.view.width);
    aim.y = Kit.clamp(aim.y + aim.vy * dt, g.top - 20, g.view.height);
    return true;
  }
  function draw(g, c) {
    if (!aim.shown) return;
    [["rgba(0,0,0,.45)", 6], ["#fff", 2.5]].forEach(([tint, wide]) => {
      [c.strokeStyle, c.lineWidth, c.lineCap] = [tint, wide, "round"];
      Things.disc(c, aim.x, aim.y, 20);
      c.stroke();
      [[0, -1], [1, 0], [0, 1], [-1, 0]].forEach(([x, y]) => {
        c.beginPath();
        c.moveTo(aim.x + x * 13, aim.y + y * 13);
        c.lineTo(aim.x + x * 28, aim.y + y * 28);
        c.stroke();
      });
    });
  }
  return Object.assign(aim, { reset, step, draw });
})();
