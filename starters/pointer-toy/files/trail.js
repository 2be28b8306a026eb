// A trail behind the pointer: a glowing ribbon, sparkles, bubbles, fire, a rainbow, or things.
Toys.all.trail = (() => {
  const { disc } = Toys, LOOKS = ["glow", "sparkles", "bubbles", "fire", "rainbow", "things"];
  const TINTS = ["#ff5ea8", "#8a5cff", "#3db4ff", "#3dffb0", "#ffe45e"], FIRE = ["#fff3b0", "#ffd166", "#ff9f1c", "#ff5400", "#c1121f"];
  const MOST = 900;

  function start(T) {
    const { S, view, pointer, words } = T;
    const tints = T.tints.length ? T.tints : TINTS, things = T.things.length ? T.things : ["✨", "⭐", "💫"];
    const live = { look: Kit.choice(S.look || (T.things.length ? "things" : "glow"), LOOKS), size: Kit.clamp(S.size, 0.3, 3), lasts: Kit.clamp(S.lasts, 0.2, 4), count: Kit.clamp(S.count || 40, 5, 150) };
    let path = [], bits = [], last = null, owed = 0;

    function bit(x, y, fast = 1) {
      const turn = Kit.random(0, 7), by = Kit.random(10, 60) * fast, look = live.look;
      const one = { x, y, vx: Math.cos(turn) * by, vy: Math.sin(turn) * by, life: 1, fade: 1 / (live.lasts * Kit.random(0.6, 1.2)), size: Kit.random(0.5, 1.3) * live.size, tint: Kit.pick(tints), turn, spin: Kit.random(-3, 3), face: Kit.pick(things) };
      if (look === "fire") Object.assign(one, { vx: Kit.random(-24, 24) * fast, vy: Kit.random(-130, -40), fade: 1.6 / live.lasts });
      if (look === "bubbles") one.vy = Kit.random(-70, -15);
      bits.push(one);
      if (bits.length > MOST) bits.shift();
    }
    // Along the whole way since the last frame, so that a quick hand leaves no gaps.
    function spread(from, to, dt) {
      const far = Math.hypot(to.x - from.x, to.y - from.y);
      owed += ((far / 400) * live.count + dt * live.count * 0.4) * (live.look === "fire" ? 2.5 : 1);
      const many = Math.min(60, Math.floor(owed));
      owed -= Math.floor(owed);
      for (let i = 0; i < many; i++) { const t = (i + Math.random()) / many; bit(Kit.mix(from.x, to.x, t) + Kit.random(-5, 5), Kit.mix(from.y, to.y, t) + Kit.random(-5, 5)); }
    }
    function step(dt) {
      const now = { x: pointer.x, y: pointer.y, life: 1 };
      path.forEach((one) => { one.life -= dt / live.lasts; });
      path = path.filter((one) => one.life > 0);
      if (!last || Math.hypot(now.x - last.x, now.y - last.y) > 0.5) path.push(now);
      const ribbon = live.look === "glow" || live.look === "rainbow";
      if (last && (!ribbon || Math.random() < 0.5)) spread(last, now, ribbon ? dt * 0.3 : dt);
      last = now;
      bits = bits.filter((one) => {
        one.life -= dt * one.fade;
        one.x += one.vx * dt;
        one.y += one.vy * dt;
        one.turn += one.spin * dt;
        if (live.look === "things" || live.look === "sparkles") one.vy += 50 * dt;
        return one.life > 0;
      });
    }
    function star(c, one, r) {
      c.save();
      c.translate(one.x, one.y);
      c.rotate(one.turn);
      c.beginPath();
      for (let i = 0; i < 8; i++) { const far = i % 2 ? r * 0.28 : r, at = (i * Math.PI) / 4; c.lineTo(Math.cos(at) * far, Math.sin(at) * far); }
      c.fillStyle = one.tint;
      c.fill();
      c.restore();
    }
    function drawBit(c, one) {
      const by = one.size * 9, look = live.look;
      c.globalAlpha = Kit.clamp(one.life, 0, 1);
      if (look === "things") { c.save(); c.translate(one.x, one.y); c.rotate(Math.sin(one.turn) * 0.5); c.fillStyle = T.colours.text; Kit.emoji(c, one.face, 0, 0, by * 2.6 * (0.5 + one.life / 2)); c.restore(); }
      else if (look === "bubbles") { c.strokeStyle = one.tint; c.lineWidth = 1.6; c.beginPath(); c.arc(one.x, one.y, by * (1.7 - one.life * 0.7), 0, 7); c.stroke(); c.globalAlpha *= 0.5; disc(c, one.x - by * 0.4, one.y - by * 0.45, by * 0.22, by * 0.16, "#fff"); }
      else if (look === "fire") { c.globalAlpha *= 0.6; disc(c, one.x, one.y, by * (0.4 + one.life * 1.2), by * (0.5 + one.life * 1.5), FIRE[Math.min(4, Math.floor((1 - one.life) * 5))]); }
      else star(c, one, by * (look === "sparkles" ? 1.3 : 0.6) * (0.3 + one.life));
    }
    function ribbon(c, time) {
      c.lineCap = c.lineJoin = "round";
      const wide = (life) => Math.max(0.5, life * 16 * live.size);
      if (live.look === "rainbow") {
        ["#ff595e", "#ff924c", "#ffca3a", "#8ac926", "#1982c4", "#6a4c93"].forEach((tint, band) => stroke(c, () => tint, (one) => one.life * 6.6 * live.size + 0.5, (one) => (band - 2.5) * 6 * live.size * one.life));
        return;
      }
      const at = (i) => Kit.blend(tints[Math.floor(i / 14 + time) % tints.length], tints[(Math.floor(i / 14 + time) + 1) % tints.length], (i / 14 + time) % 1);
      [[3.2, 0.1], [1.7, 0.22], [0.8, 0.9]].forEach(([by, a]) => stroke(c, (i) => Kit.alpha(at(path.length - i), a), (one) => wide(one.life) * by, () => 0));
    }
    function stroke(c, tint, width, shift) {
      for (let i = 1; i < path.length; i++) {
        const [a, b] = [path[i - 1], path[i]], turn = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 2, [from, to] = [shift(a), shift(b)], [x, y] = [Math.cos(turn), Math.sin(turn)];
        c.strokeStyle = tint(i);
        c.lineWidth = width(b);
        c.beginPath(); c.moveTo(a.x + x * from, a.y + y * from); c.lineTo(b.x + x * to, b.y + y * to); c.stroke();
      }
    }
    return {
      step,
      press(x, y) { for (let i = 0; i < 36; i++) bit(x, y, 4); T.sound("coin"); },
      draw(c, time) {
        c.globalCompositeOperation = Kit.light(T.colours.background) < 0.25 && !/things|rainbow/.test(live.look) ? "lighter" : "source-over";
        if (live.look === "glow" || live.look === "rainbow") ribbon(c, time);
        bits.forEach((one) => drawBit(c, one));
        c.globalAlpha = 1;
        c.globalCompositeOperation = "source-over";
      },
      controls: [Toys.choices(words.look, LOOKS, words, live.look, (to) => { live.look = to; bits = []; }), Toys.range(words.size, live, "size", 0.3, 3, 0.1), Toys.range(words.lasts, live, "lasts", 0.2, 4, 0.1)],
    };
  }

  return {
    start, idleAfter: 3, names: /trail|glow|sparkle|轨迹|拖尾/i, defaults: { look: "", lasts: 1.1 },
    words: {
      en: { hint: "Move to draw light. Click for a burst.", look: "Look", glow: "Glow", sparkles: "Sparkles", bubbles: "Bubbles", fire: "Fire", rainbow: "Rainbow", things: "Things", size: "Size", lasts: "Length" },
      zh: { hint: "移动留下光迹，点击会绽放。", look: "样式", glow: "光带", sparkles: "星光", bubbles: "泡泡", fire: "火焰", rainbow: "彩虹", things: "图案", size: "大小", lasts: "长度" },
    },
  };
})();
