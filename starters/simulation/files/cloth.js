// A cloth of points and threads (Verlet): pull it, tear it, let the wind blow.
"use strict";

(function () {
  const { Stage, Modes } = window;

  function weave(S, columns, rows, C) {
    const points = [], threads = [], room = Math.min(S.width * 0.8 / (columns - 1), S.height * 0.62 / (rows - 1)), left = (S.width - room * (columns - 1)) / 2, top = 52;
    for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) {
      const px = left + x * room, py = top + y * room;
      const pinned = /flag/.test(C.hang) ? x === 0 : /corner/.test(C.hang) ? y === 0 && (x === 0 || x === columns - 1) : y === 0 && (x % 4 === 0 || x === columns - 1);
      points.push({ x: px, y: py, ox: px, oy: py, pinned, row: y, column: x });
      const i = points.length - 1;
      if (x) threads.push({ a: points[i - 1], b: points[i], rest: room, column: x, row: y });
      if (y) threads.push({ a: points[i - columns], b: points[i], rest: room, column: x, row: y });
    }
    return { points, threads, columns, rows, room };
  }

  function move(cloth, seconds, gravity, wind, time, S) {
    const step = Math.min(seconds, 0.025) ** 2;
    for (const p of cloth.points) {
      if (p.pinned || p.held) continue;
      const blow = wind * (0.6 + 0.5 * Math.sin(time * 1.7 + p.y * 0.012) + 0.25 * Math.sin(time * 4.1 + p.x * 0.03)), vx = (p.x - p.ox) * 0.988, vy = (p.y - p.oy) * 0.988;
      p.ox = p.x; p.oy = p.y;
      p.x += vx + blow * 60 * step;
      p.y += vy + (gravity * 60 + Math.sin(time * 3 + p.x * 0.02) * Math.abs(wind) * 12) * step;
      if (p.y > S.height - 4) { p.y = S.height - 4; p.ox = p.x; }
    }
  }
  function pull(cloth, limit) {
    for (let round = 0; round < 4; round++) for (const t of cloth.threads) {
      if (t.torn) continue;
      const dx = t.b.x - t.a.x, dy = t.b.y - t.a.y, length = Math.hypot(dx, dy) || 0.001;
      if (length > t.rest * limit) { t.torn = true; continue; }
      const part = (length - t.rest) / length / 2, fixA = t.a.pinned || t.a.held, fixB = t.b.pinned || t.b.held;
      if (!fixA) { t.a.x += dx * part * (fixB ? 2 : 1); t.a.y += dy * part * (fixB ? 2 : 1); }
      if (!fixB) { t.b.x -= dx * part * (fixA ? 2 : 1); t.b.y -= dy * part * (fixA ? 2 : 1); }
    }
    const before = cloth.threads.length;
    cloth.threads = cloth.threads.filter((t) => !t.torn);
    return before - cloth.threads.length;
  }

  // The cells between the threads, lighter where the cloth is stretched: one fill for each colour and light.
  function weft(ctx, cloth, tints) {
    const whole = new Map(), paths = new Map();
    for (const t of cloth.threads) whole.set(t.b, (whole.get(t.b) || 0) + 1);
    for (let y = 1; y < cloth.rows; y++) for (let x = 1; x < cloth.columns; x++) {
      const i = y * cloth.columns + x, [a, b, c, d] = [i - cloth.columns - 1, i - cloth.columns, i, i - 1].map((k) => cloth.points[k]);
      if (whole.get(c) !== 2 || Math.hypot(a.x - c.x, a.y - c.y) > cloth.room * 4) continue;
      const key = Math.floor((x / cloth.columns) * tints.length) * 8 + Math.round(Modes.clamp((b.x - a.x) / cloth.room, 0, 1.2) * 4);
      if (!paths.has(key)) paths.set(key, new Path2D());
      const path = paths.get(key);
      path.moveTo(a.x, a.y); path.lineTo(b.x, b.y); path.lineTo(c.x, c.y); path.lineTo(d.x, d.y);
      path.closePath();
    }
    for (const [key, path] of paths) {
      ctx.globalAlpha = 0.45 + (key % 8) * 0.1;
      ctx.fillStyle = tints[Math.floor(key / 8)];
      ctx.fill(path);
    }
  }

  function draw(S, cloth, tints, net) {
    const { ctx } = S;
    S.clear();
    if (!net) weft(ctx, cloth, tints);
    ctx.globalAlpha = net ? 0.85 : 0.5;
    ctx.lineWidth = net ? 1.2 : 0.8;
    tints.forEach((tint, k) => {
      ctx.strokeStyle = tint;
      ctx.beginPath();
      for (const t of cloth.threads) if (Math.floor((t.column / cloth.columns) * tints.length) === k) { ctx.moveTo(t.a.x, t.a.y); ctx.lineTo(t.b.x, t.b.y); }
      ctx.stroke();
    });
    ctx.globalAlpha = 1;
    ctx.fillStyle = "#fff";
    for (const p of cloth.points) if (p.pinned) { ctx.beginPath(); ctx.arc(p.x, p.y, 3, 0, 7); ctx.fill(); }
  }

  function run(C, W) {
    const tints = Stage.blend(Modes.valid(C.colors, ["#ff8fa3", "#c77dff", "#5e60ce", "#48bfe3"]), 12);
    let cloth = { points: [], threads: [] }, gravity = C.gravity, wind = C.wind, held = [], tearing = false, net = /net|thread|line/.test(C.look), torn = 0;
    const S = Stage(C, W, { background: "#11121c", resize: () => make() });
    const make = () => { torn = 0; const columns = Modes.clamp(Math.round(S.width < 500 ? C.columns * 0.62 : C.columns), 6, 60); cloth = weave(S, columns, Modes.clamp(Math.round(C.rows), 5, 44), C); };
    const count = S.stat(W.torn);
    S.button(W.fresh, make, true);
    const grab = S.choice([{ value: false, label: W.grab }, { value: true, label: W.tear }], false, (to) => { tearing = to; });
    S.slider(W.wind, { min: -30, max: 30, value: wind }, (to) => { wind = to; });
    S.slider(W.gravity, { min: 0, max: 40, value: gravity }, (to) => { gravity = to; });
    S.check(W.net, net, (on) => { net = on; });
    S.button(W.drop, () => cloth.points.forEach((p) => { p.pinned = false; }));
    const cut = (x, y) => { const before = cloth.threads.length; cloth.threads = cloth.threads.filter((t) => Math.hypot((t.a.x + t.b.x) / 2 - x, (t.a.y + t.b.y) / 2 - y) > 11); torn += before - cloth.threads.length; };
    const release = () => { held.forEach((p) => { p.held = false; }); held = []; };
    const take = (x, y) => {
      held = cloth.points.filter((p) => Math.hypot(p.x - x, p.y - y) < Math.max(18, cloth.room * 1.2));
      held.forEach((p) => { p.held = true; p.dx = p.x - x; p.dy = p.y - y; });
    };
    S.pointer({
      down(x, y, event) {
        if (tearing || event.button === 2) cut(x, y);
        else take(x, y);
      },
      move(x, y, pressed, event) {
        if (!pressed) return;
        if (tearing || (event.buttons & 2)) return cut(x, y);
        if (!held.length) take(x, y);
        held.forEach((p) => { p.x = p.ox = x + p.dx; p.y = p.oy = y + p.dy; });
      },
      up: release,
    });
    grab.paint(false);
    S.loop((seconds, time) => {
      for (let k = 0; k < 2; k++) { move(cloth, seconds, gravity, wind, time, S); torn += pull(cloth, Modes.clamp(C.strength, 1.5, 50)); }
      draw(S, cloth, tints, net);
      count(torn);
    });
  }

  Modes.add("cloth", {
    names: /cloth|fabric|flag|curtain|布料|布|旗|窗帘/i,
    defaults: { columns: 30, rows: 19, gravity: 14, wind: 7, strength: 5, hang: "top", look: "cloth" },
    words: {
      en: { fresh: "New cloth", grab: "Pull", tear: "Tear", wind: "Wind", gravity: "Gravity", net: "Net", drop: "Let it fall", torn: "Torn threads", hint: "Pull with the pointer; the right button tears" },
      zh: { fresh: "新布料", grab: "拉", tear: "撕", wind: "风", gravity: "重力", net: "网格", drop: "放下", torn: "断线", hint: "用指针拉布，右键撕开" },
    },
    run,
  });
})();
