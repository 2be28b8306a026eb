// The double pendulum: two rods, no future. Several start almost alike and drift apart.
"use strict";

(function () {
  const { Stage, Modes } = window;

  // Angular accelerations of a double pendulum (Lagrange), for [a1, a2, v1, v2].
  function slope([a1, a2, v1, v2], P) {
    const { m1, m2, l1, l2, g } = P, d = a1 - a2, under = 2 * m1 + m2 - m2 * Math.cos(2 * d);
    const w1 = (-g * (2 * m1 + m2) * Math.sin(a1) - m2 * g * Math.sin(a1 - 2 * a2) - 2 * Math.sin(d) * m2 * (v2 * v2 * l2 + v1 * v1 * l1 * Math.cos(d))) / (l1 * under);
    const w2 = (2 * Math.sin(d) * (v1 * v1 * l1 * (m1 + m2) + g * (m1 + m2) * Math.cos(a1) + v2 * v2 * l2 * m2 * Math.cos(d))) / (l2 * under);
    return [v1, v2, w1 - P.damping * v1, w2 - P.damping * v2];
  }
  function advance(state, P, h) {
    const add = (s, k, by) => s.map((v, i) => v + k[i] * by);
    const k1 = slope(state, P), k2 = slope(add(state, k1, h / 2), P), k3 = slope(add(state, k2, h / 2), P), k4 = slope(add(state, k3, h), P);
    return state.map((v, i) => v + (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
  }

  function run(C, W) {
    const S = Stage(C, W, { background: "#0c0e16" }), tints = Modes.valid(C.colors, ["#ffd166", "#ef476f", "#06d6a0", "#4cc9f0", "#b388ff"]);
    const P = { m1: Modes.clamp(C.mass1, 0.1, 50), m2: Modes.clamp(C.mass2, 0.1, 50), l1: Modes.clamp(C.length1, 0.1, 10), l2: Modes.clamp(C.length2, 0.1, 10), g: C.gravity, damping: Modes.clamp(C.damping, 0, 2) };
    let all = [], speed = Modes.clamp(C.speed, 0.1, 4), trace = Modes.clamp(C.trail, 0, 1500), count = Modes.clamp(Math.round(C.count), 1, 40), held = null;
    const rad = Math.PI / 180, energy = S.stat(W.energy), time = S.stat(W.time);
    let clock = 0;
    const reset = (a1 = C.angle1 * rad, a2 = C.angle2 * rad) => { clock = 0; all = Array.from({ length: count }, (_, i) => ({ state: [a1 + i * 0.0015, a2 + i * 0.0015, 0, 0], trail: [], tint: tints[i % tints.length] })); };
    const place = ({ state: [a1, a2] }) => {
      const unit = (Math.min(S.width, S.height * 1.12) * 0.43) / (P.l1 + P.l2), x0 = S.width / 2, y0 = S.height * 0.44, x1 = x0 + Math.sin(a1) * P.l1 * unit, y1 = y0 + Math.cos(a1) * P.l1 * unit;
      return [x0, y0, x1, y1, x1 + Math.sin(a2) * P.l2 * unit, y1 + Math.cos(a2) * P.l2 * unit];
    };
    const play = S.toggle([W.pause, W.play], C.running, () => {});
    S.button(W.reset, () => reset());
    S.button(W.random, () => reset(Math.random() * 6.28, Math.random() * 6.28));
    S.slider(W.speed, { min: 0.1, max: 3, step: 0.1, value: speed }, (to) => { speed = to; });
    S.slider(W.gravity, { min: 0, max: 25, step: 0.1, value: P.g }, (to) => { P.g = to; });
    S.slider(W.count, { min: 1, max: 40, value: count }, (to) => { count = to; reset(); });
    S.slider(W.trail, { min: 0, max: 1500, step: 50, value: trace }, (to) => { trace = to; });
    S.pointer({ down(x, y) { const [, , x1, y1, x2, y2] = place(all[0]); held = Math.hypot(x - x2, y - y2) <= Math.hypot(x - x1, y - y1) ? 1 : 0; aim(x, y); }, move(x, y, pressed) { if (pressed) aim(x, y); }, up() { held = null; } });
    function aim(x, y) {
      const [x0, y0, x1, y1] = place(all[0]), [a1, a2] = all[0].state;
      if (held === 0) reset(Math.atan2(x - x0, y - y0), a2); else reset(a1, Math.atan2(x - x1, y - y1));
    }
    reset();
    S.resized = () => all.forEach((one) => { one.trail = []; });
    S.loop((seconds) => {
      if (play.on && held === null) {
        clock += seconds * speed;
        for (const one of all) for (let k = 0; k < 8; k++) {
          one.state = advance(one.state, P, (seconds * speed) / 8);
          if (k % 4 === 3) { const at = place(one); one.trail.push(at[4], at[5]); }
        }
      }
      S.clear();
      all.forEach((one) => { while (one.trail.length > trace * 2) one.trail.splice(0, one.trail.length - trace * 2); if (!one.state.every(Number.isFinite)) reset(); });
      all.forEach((one) => trail(S.ctx, one));
      all.forEach((one, i) => rods(S.ctx, place(one), one.tint, P, i < 6));
      const [a1, a2, v1, v2] = all[0].state, height = -(P.m1 + P.m2) * P.g * P.l1 * Math.cos(a1) - P.m2 * P.g * P.l2 * Math.cos(a2);
      energy((height + 0.5 * P.m1 * (P.l1 * v1) ** 2 + 0.5 * P.m2 * ((P.l1 * v1) ** 2 + (P.l2 * v2) ** 2 + 2 * P.l1 * P.l2 * v1 * v2 * Math.cos(a1 - a2))).toFixed(1));
      time(`${clock.toFixed(1)} s`);
    });
  }
  function trail(ctx, { trail: points, tint }) {
    ctx.strokeStyle = tint;
    ctx.lineWidth = 1.6;
    const parts = 12, step = Math.ceil(points.length / 2 / parts);
    for (let p = 0; p < parts; p++) {
      ctx.globalAlpha = ((p + 1) / parts) ** 1.6 * 0.9;
      ctx.beginPath();
      for (let i = p * step; i <= Math.min((p + 1) * step, points.length / 2 - 1); i++) ctx[i === p * step ? "moveTo" : "lineTo"](points[i * 2], points[i * 2 + 1]);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }
  function rods(ctx, [x0, y0, x1, y1, x2, y2], tint, P, strong) {
    ctx.globalAlpha = strong ? 1 : 0.35;
    Object.assign(ctx, { strokeStyle: "#cfd6e6", lineWidth: 2.5, lineCap: "round", fillStyle: tint });
    ctx.beginPath();
    ctx.moveTo(x0, y0); ctx.lineTo(x1, y1); ctx.lineTo(x2, y2);
    ctx.stroke();
    for (const [x, y, mass] of [[x1, y1, P.m1], [x2, y2, P.m2]]) { ctx.beginPath(); ctx.arc(x, y, Modes.clamp(6 + Math.sqrt(mass) * 4, 6, 26), 0, 7); ctx.fill(); }
    ctx.fillStyle = "#cfd6e6";
    ctx.beginPath(); ctx.arc(x0, y0, 4, 0, 7); ctx.fill();
    ctx.globalAlpha = 1;
  }

  Modes.add("pendulum", {
    names: /pendul|chaos|钟摆|摆|混沌/i,
    defaults: { count: 3, mass1: 2, mass2: 2, length1: 1, length2: 1, angle1: 120, angle2: 165, gravity: 9.8, damping: 0, speed: 1, trail: 400, running: true },
    words: {
      en: { play: "Play", pause: "Pause", reset: "Start again", random: "Random", speed: "Speed", gravity: "Gravity", count: "Pendulums", trail: "Trail", energy: "Energy", time: "Time", hint: "Drag a weight to let it go from there" },
      zh: { play: "播放", pause: "暂停", reset: "重新开始", random: "随机", speed: "速度", gravity: "重力", count: "数量", trail: "轨迹", energy: "能量", time: "时间", hint: "拖动摆锤，从任意位置释放" },
    },
    run,
  });
})();
