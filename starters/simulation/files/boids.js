// A flock: each follows its neighbours' course, keeps its distance, stays together (Reynolds).
"use strict";

(function () {
  const { Stage, Modes } = window;

  function bird(S, tint) {
    const turn = Math.random() * 6.28;
    return { x: Math.random() * S.width, y: Math.random() * S.height, vx: Math.cos(turn) * 90, vy: Math.sin(turn) * 90, tint, beat: Math.random() * 6 };
  }

  // Neighbours by square of a grid: each bird looks only around itself.
  function squares(birds, size) {
    const grid = new Map();
    for (const one of birds) {
      const key = Math.floor(one.x / size) * 4096 + Math.floor(one.y / size);
      if (grid.has(key)) grid.get(key).push(one); else grid.set(key, [one]);
    }
    return grid;
  }
  function steer(one, grid, R) {
    let n = 0, cx = 0, cy = 0, vx = 0, vy = 0, sx = 0, sy = 0;
    const gx = Math.floor(one.x / R.reach), gy = Math.floor(one.y / R.reach);
    for (let x = gx - 1; x <= gx + 1; x++) for (let y = gy - 1; y <= gy + 1; y++) for (const other of grid.get(x * 4096 + y) || []) {
      const dx = other.x - one.x, dy = other.y - one.y, far = dx * dx + dy * dy;
      if (other === one || far > R.reach * R.reach) continue;
      n++; cx += dx; cy += dy; vx += other.vx; vy += other.vy;
      if (far < R.space * R.space) { const near = 1 - Math.sqrt(far) / R.space; sx -= dx * near; sy -= dy * near; }
    }
    if (!n) return;
    one.vx += (cx / n) * R.cohesion * 0.012 + (vx / n - one.vx) * R.alignment * 0.05 + sx * R.separation * 0.09;
    one.vy += (cy / n) * R.cohesion * 0.012 + (vy / n - one.vy) * R.alignment * 0.05 + sy * R.separation * 0.09;
  }
  function lure(one, at, force, reach) {
    const dx = at.x - one.x, dy = at.y - one.y, far = Math.hypot(dx, dy) || 1;
    if (far > reach) return;
    const part = (1 - far / reach) * force;
    one.vx += (dx / far) * part;
    one.vy += (dy / far) * part;
  }
  function fly(one, S, speed, seconds) {
    const fast = Math.hypot(one.vx, one.vy) || 1, most = speed * 1.35, least = speed * 0.65, to = Modes.clamp(fast, least, most) / fast;
    one.vx *= to; one.vy *= to;
    const edge = 50, turn = speed * 0.045;
    if (one.x < edge) one.vx += turn; else if (one.x > S.width - edge) one.vx -= turn;
    if (one.y < edge) one.vy += turn; else if (one.y > S.height - edge) one.vy -= turn;
    one.x += one.vx * seconds;
    one.y += one.vy * seconds;
    one.beat += seconds * 9;
  }

  const SHAPES = {
    arrow(ctx, s) { ctx.moveTo(s * 1.3, 0); ctx.lineTo(-s, s * 0.7); ctx.lineTo(-s * 0.5, 0); ctx.lineTo(-s, -s * 0.7); },
    fish(ctx, s, beat) { const w = Math.sin(beat) * s * 0.35; ctx.ellipse(0, 0, s * 1.25, s * 0.55, 0, 0, 6.3); ctx.moveTo(-s, 0); ctx.lineTo(-s * 2, s * 0.6 + w); ctx.lineTo(-s * 2, -s * 0.6 + w); },
    bird(ctx, s, beat) { const w = s * (0.9 + Math.sin(beat) * 0.6); ctx.moveTo(s, 0); ctx.lineTo(-s * 0.3, w); ctx.lineTo(0, 0); ctx.lineTo(-s * 0.3, -w); },
    dot(ctx, s) { ctx.arc(0, 0, s * 0.7, 0, 6.3); },
  };
  function draw(S, birds, shape, size) {
    for (const one of birds) {
      S.ctx.save();
      S.ctx.translate(one.x, one.y);
      S.ctx.rotate(Math.atan2(one.vy, one.vx));
      S.ctx.fillStyle = one.tint;
      S.ctx.beginPath();
      shape(S.ctx, one.size || size, one.beat);
      S.ctx.fill();
      S.ctx.restore();
    }
  }

  function run(C, W) {
    const tints = Modes.valid(C.colors, ["#ffd166", "#f78c6b", "#ef476f", "#4cc9f0", "#80ffdb"]), S = Stage(C, W, { background: "#0a1628" }), shape = SHAPES[Object.keys(SHAPES).find((id) => C.shape.toLowerCase().includes(id)) || "arrow"];
    const R = { reach: Modes.clamp(C.reach, 20, 140), space: Modes.clamp(C.space, 6, 60), cohesion: C.cohesion, alignment: C.alignment, separation: C.separation };
    let speed = Modes.clamp(C.speed, 20, 400), mouse = null, role = /attract|lure|follow|吸/.test(C.pointer) ? "attract" : /none|off/.test(C.pointer) ? "none" : "scare", trails = C.trails;
    const birds = [], hunters = Array.from({ length: Modes.clamp(Math.round(C.predators), 0, 6) }, () => Object.assign(bird(S, "#ff4d4d"), { size: C.size * 2 })), total = S.stat(W.flock);
    const fill = (count) => { while (birds.length < count) birds.push(bird(S, tints[birds.length % tints.length])); birds.length = count; total(count); };
    fill(Modes.clamp(Math.round(C.count), 10, 500));
    S.choice([{ value: "scare", label: W.scare }, { value: "attract", label: W.attract }, { value: "none", label: W.none }], role, (to) => { role = to; });
    S.slider(W.count, { min: 10, max: 500, step: 10, value: birds.length }, fill);
    S.slider(W.speed, { min: 20, max: 400, step: 10, value: speed }, (to) => { speed = to; });
    for (const key of ["cohesion", "alignment", "separation"]) S.slider(W[key], { min: 0, max: 3, step: 0.1, value: R[key] }, (to) => { R[key] = to; });
    S.check(W.trails, trails, (on) => { trails = on; });
    S.pointer({ down(x, y) { mouse = { x, y }; for (let i = 0; i < 5 && birds.length < 500; i++) birds.push(Object.assign(bird(S, tints[birds.length % tints.length]), { x, y })); total(birds.length); }, move(x, y) { mouse = { x, y }; }, up(x, y, pressed, event) { if (event.type === "pointerleave" || event.pointerType === "touch") mouse = null; } });
    S.loop((seconds) => {
      S.clear(trails ? 0.12 : 1);
      const grid = squares(birds, R.reach);
      for (const one of birds) {
        steer(one, grid, R);
        if (mouse && role !== "none") lure(one, mouse, role === "attract" ? 14 : -38, role === "attract" ? 320 : 130);
        for (const hunter of hunters) lure(one, hunter, -40, 110);
        fly(one, S, speed, seconds);
      }
      for (const hunter of hunters) { const prey = birds[Math.floor(hunter.beat / 20) % birds.length]; if (prey) lure(hunter, prey, 6, 2000); fly(hunter, S, speed * 0.85, seconds); }
      draw(S, birds, shape, Modes.clamp(C.size, 2, 20));
      draw(S, hunters, shape, C.size * 2);
    });
  }

  Modes.add("boids", {
    names: /boid|flock|swarm|school of|murmur|鸟群|鱼群|集群|群/i,
    defaults: { count: 180, speed: 130, size: 6, shape: "arrow", reach: 60, space: 24, cohesion: 1, alignment: 1, separation: 1, pointer: "scare", predators: 0, trails: false },
    words: {
      en: { count: "Count", speed: "Speed", cohesion: "Cohesion", alignment: "Alignment", separation: "Separation", trails: "Trails", scare: "Pointer scares", attract: "Pointer attracts", none: "Ignore it", flock: "Flock", hint: "Move the pointer through the flock; click for more" },
      zh: { count: "数量", speed: "速度", cohesion: "聚集", alignment: "同向", separation: "分离", trails: "尾迹", scare: "指针驱赶", attract: "指针吸引", none: "无视指针", flock: "群体", hint: "移动指针穿过群体，点击增加成员" },
    },
    run,
  });
})();
