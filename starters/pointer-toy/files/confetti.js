// A button that throws confetti, hearts or whatever is wished for; a click anywhere throws some, too.
Toys.all.confetti = (() => {
  const THROWS = ["button", "sides", "rain"], TINTS = ["#ff5d73", "#ffb700", "#3ddc97", "#3da5ff", "#b06bff", "#ff8fab"], MOST = 1400;

  function start(T) {
    const { S, view, pointer, words } = T;
    const tints = T.tints.length ? T.tints : TINTS, live = { from: Kit.choice(S.from, THROWS), count: Kit.clamp(Math.round(S.count) || 140, 10, 400), size: Kit.clamp(S.size, 0.4, 3) };
    let bits = [], thrown = 0, drip = 0, rain = 0;

    function piece(x, y, turn, by) {
      if (bits.length >= MOST) bits.shift();
      const face = T.things.length && Math.random() < 0.85 ? Kit.pick(T.things) : "", shape = Kit.pick(["strip", "strip", "dot", "ribbon"]);
      bits.push({ x, y, vx: Math.cos(turn) * by, vy: Math.sin(turn) * by, face, shape, tint: Kit.pick(tints), size: Kit.random(7, 13) * live.size, turn: Kit.random(0, 7), spin: Kit.random(-7, 7), flip: Kit.random(0, 7), roll: Kit.random(4, 11), wave: Kit.random(0, 7) });
    }
    function burst(x, y, many, middle = -Math.PI / 2, wide = 1.1) {
      const strong = Math.sqrt(view.height) * 34;
      for (let i = 0; i < many; i++) piece(x, y, middle + Kit.random(-wide, wide), strong * Kit.random(0.25, 1));
    }
    function cheer() {
      const box = big.getBoundingClientRect(), text = T.line();
      thrown += 1;
      if (live.from === "button") burst(box.left + box.width / 2, box.top + 6, live.count);
      if (live.from === "sides") { burst(0, view.height * 0.8, live.count / 2, -1.05, 0.35); burst(view.width, view.height * 0.8, live.count / 2, -Math.PI + 1.05, 0.35); }
      if (live.from === "rain") rain += live.count;
      if (text) message.textContent = text;
      message.classList.remove("pop");
      void message.offsetWidth; // so that the animation starts anew
      message.classList.add("pop");
      T.tell(`${words.thrown} ${thrown}`);
      T.sound("boom");
      T.sound("win");
    }
    const message = Kit.element("p", { class: "message", role: "status" }, S.message), big = Kit.element("button", { type: "button", class: "throw", onclick: cheer }, S.button || words.button);
    document.body.append(Kit.element("div", { class: "middle" }, message, big));

    function step(dt, time) {
      drip += dt;
      if (pointer.idle && drip > 0.16 && bits.length < 60) { drip = 0; piece(Kit.random(0, view.width), -20, Math.PI / 2, 60); }
      for (let i = 0; rain > 0 && i < 6; i++, rain--) piece(Kit.random(0, view.width), -Kit.random(10, 90), Math.PI / 2, Kit.random(60, 220));
      const drag = Math.exp(-dt * 1.9);
      bits = bits.filter((one) => {
        one.vx *= drag;
        one.vy = one.vy * drag + 480 * dt;
        // They flutter, and the pointer blows them about.
        const [dx, dy] = [one.x - pointer.x, one.y - pointer.y], far = Math.hypot(dx, dy);
        if (!pointer.idle && far < 90 && far > 1) { one.vx += (dx / far) * 900 * dt; one.vy += (dy / far) * 900 * dt; }
        one.x += (one.vx + Math.sin(time * 3 + one.wave) * 34) * dt;
        one.y += one.vy * dt;
        one.turn += one.spin * dt;
        one.flip += one.roll * dt;
        return one.y < view.height + 40;
      });
    }
    function draw(c) {
      bits.forEach((one) => {
        c.save();
        c.translate(one.x, one.y);
        c.rotate(one.face ? Math.sin(one.turn) * 0.5 : one.turn);
        c.fillStyle = one.tint;
        if (one.face) { Kit.emoji(c, one.face, 0, 0, one.size * 2.6); c.restore(); return; }
        c.scale(1, Math.cos(one.flip));
        if (Math.cos(one.flip) < 0) c.fillStyle = Kit.shade(one.tint, -0.22);
        if (one.shape === "dot") Toys.disc(c, 0, 0, one.size * 0.5, one.size * 0.5, c.fillStyle);
        else if (one.shape === "strip") c.fillRect(-one.size / 2, -one.size / 3.4, one.size, one.size / 1.7);
        else { c.strokeStyle = c.fillStyle; c.lineWidth = one.size * 0.28; c.lineCap = "round"; c.beginPath(); c.moveTo(-one.size, 0); c.bezierCurveTo(-one.size / 2, -one.size, one.size / 2, one.size, one.size, 0); c.stroke(); }
        c.restore();
      });
    }
    return {
      step, draw, enter: cheer,
      press(x, y) { burst(x, y, Math.min(60, live.count / 2), -Math.PI / 2, Math.PI); T.sound("bounce"); },
      controls: [Toys.choices(words.from, THROWS, { ...words, button: words.middle }, live.from, (to) => { live.from = to; }), Toys.range(words.count, live, "count", 20, 400, 10), Toys.range(words.size, live, "size", 0.4, 3, 0.1)],
    };
  }

  return {
    start, idleAfter: 4, names: /confetti|celebrat|party|heart|彩带|彩纸|撒花|庆祝/i, defaults: { from: "button", button: "", message: "" },
    words: {
      en: { hint: "Press the button, or click anywhere.", button: "Celebrate!", from: "From", middle: "Button", sides: "Both sides", rain: "Rain", count: "How much", size: "Size", thrown: "Thrown:" },
      zh: { hint: "按下按钮，或点击任意位置。", button: "庆祝一下！", from: "方式", middle: "按钮", sides: "两侧", rain: "飘落", count: "数量", size: "大小", thrown: "次数：" },
    },
  };
})();
