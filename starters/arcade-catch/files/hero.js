// Who is moved: by held keys, by the pointer, or by the game itself on the title screen.
const Hero = (() => {
  const hero = { x: 0, y: 0, vx: 0, vy: 0, size: 70, squash: 0, flip: false, safe: 0 };

  function reset(g, x, y) {
    Object.assign(hero, { x, y, vx: 0, vy: 0, squash: 0, safe: 0, size: g.unit * 2.5 });
    g.pointer.active = false;
  }
  const pull = (low, high) => (Kit.held[high] ? 1 : 0) - (Kit.held[low] ? 1 : 0);

  // One step within `box`; `target` is where the game wants to go when nobody plays.
  function steer(g, dt, box, target) {
    const big = Egg.active("giant") ? 1.8 : Egg.active("tiny") ? 0.6 : 1;
    hero.size = Kit.mix(hero.size, g.unit * 2.5 * big, Math.min(1, dt * 6));
    const before = hero.x;
    const [dx, dy] = [pull("left", "right"), box.bottom > box.top ? pull("up", "down") : 0];
    const fast = (box.right - box.left) * 0.6 + 260;
    const grip = Math.min(1, dt * 16);
    hero.vx = Kit.mix(hero.vx, dx * fast, grip);
    hero.vy = Kit.mix(hero.vy, dy * fast * 0.8, grip);
    if (dx || dy) g.pointer.active = false;
    hero.x += hero.vx * dt;
    hero.y += hero.vy * dt;
    const aim = target || (g.pointer.active ? g.pointer : null);
    if (aim) {
      const near = Math.min(1, dt * (target ? 5 : 15));
      hero.x = Kit.mix(hero.x, aim.x, near);
      if (box.bottom > box.top) hero.y = Kit.mix(hero.y, aim.y ?? hero.y, near);
    }
    const half = hero.size * 0.45;
    hero.x = Kit.clamp(hero.x, box.left + half, box.right - half);
    hero.y = Kit.clamp(hero.y, box.top, Math.max(box.top, box.bottom));
    const went = hero.x - before;
    if (Math.abs(went) > 0.6) hero.flip = went > 0;
    hero.lean = Kit.mix(hero.lean || 0, Kit.clamp(went / Math.max(dt, 0.001) / 2600, -0.25, 0.25), Math.min(1, dt * 10));
    hero.squash *= Math.exp(-dt * 9);
    hero.safe = Math.max(0, hero.safe - dt);
  }

  function draw(g, c, time, onGround) {
    const { x, y, size } = hero;
    if (onGround) {
      c.fillStyle = "rgba(0,0,0,.2)";
      c.beginPath();
      c.ellipse(x, y + size * 0.5, size * 0.5, size * 0.09, 0, 0, 7);
      c.fill();
    }
    c.save();
    if (hero.safe > 0 && Math.sin(time * 26) > 0.2) c.globalAlpha = 0.35;
    c.translate(x, y);
    c.rotate(hero.lean || 0);
    c.scale((hero.flip ? -1 : 1) * (1 + hero.squash * 0.14), 1 - hero.squash * 0.16);
    Things.stamp(c, g.S.hero, 0, 0, size, g.C.text);
    c.restore();
    if (g.shield > 0) ring(c, x, y, size * 0.72, g.shield);
  }
  function ring(c, x, y, r, left) {
    c.strokeStyle = `rgba(255,255,255,${0.35 + 0.4 * Math.min(1, left / 2)})`;
    c.lineWidth = 4;
    Things.disc(c, x, y, r);
    c.stroke();
  }

  return Object.assign(hero, { reset, steer, draw, ring });
})();
