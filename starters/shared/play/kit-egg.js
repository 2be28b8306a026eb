// The easter egg: a typed word (or five quick taps on the title) that lets something happen.
const Egg = (() => {
  const EFFECTS = ["confetti", "hearts", "stars", "snow", "rain", "petals", "bubbles", "lighthouse", "rainbow", "disco",
    "golden", "giant", "tiny", "slow-motion", "fireworks", "shake", "flip", "none"];
  const GLYPHS = { hearts: ["❤", "♥", "♡"], stars: ["★", "✦", "✧"], snow: ["❄", "❅", "•"], rain: ["|", "❘"], petals: ["✿", "❀", "❁"], bubbles: ["○", "◌", "◯"] };
  const TINTS = { hearts: ["#ff5d8f", "#ff8fab", "#ffc2d1"], stars: ["#ffe066", "#fff3b0", "#ffd43b"], snow: ["#fff", "#e7f5ff"], rain: ["#74c0fc", "#a5d8ff"], petals: ["#ffc9de", "#faa2c1", "#ffdeeb"], bubbles: ["#99e9f2", "#c5f6fa"] };
  const CONFETTI = ["#ff6b6b", "#ffd43b", "#69db7c", "#4dabf7", "#da77f2", "#ffa94d"];
  const bits = [];
  let [canvas, context, effect, left] = [null, null, "", 0];

  function layer() {
    if (!canvas) {
      canvas = Kit.element("canvas", { class: "egg-layer" });
      document.body.append(canvas);
      context = canvas.getContext("2d");
    }
    if (canvas.width !== window.innerWidth || canvas.height !== window.innerHeight) {
      canvas.width = window.innerWidth;
      canvas.height = window.innerHeight;
    }
  }

  function run(name) {
    effect = Kit.choice(name, EFFECTS, "confetti");
    left = 9;
    layer();
    const count = effect === "confetti" ? 160 : GLYPHS[effect] ? 90 : 0;
    for (let i = 0; i < count; i++) {
      bits.push({
        x: Math.random() * canvas.width, y: -Math.random() * canvas.height * (GLYPHS[effect] ? 1.2 : 0.5) - 20,
        vx: Kit.random(-30, 30), vy: Kit.random(90, 260) * (effect === "rain" ? 3 : 1), turn: Math.random() * 6, spin: Kit.random(-4, 4),
        glyph: GLYPHS[effect] ? Kit.pick(GLYPHS[effect]) : "", tint: Kit.pick(TINTS[effect] || CONFETTI), size: Kit.random(10, 30),
      });
    }
    const body = document.body.classList;
    if (["rainbow", "disco", "golden", "shake", "flip"].includes(effect)) {
      body.add(`egg-${effect}`);
      setTimeout(() => body.remove(`egg-${effect}`), 9000);
    }
    return effect;
  }

  function beam(time) {
    const [w, h] = [canvas.width, canvas.height];
    const [x, y] = [w * 0.5, h * 0.94];
    [0, Math.PI].forEach((half) => {
      const turn = time * 0.9 + half;
      const reach = Math.hypot(w, h);
      const glow = context.createRadialGradient(x, y, 10, x, y, reach);
      glow.addColorStop(0, "rgba(255,244,190,.75)");
      glow.addColorStop(1, "rgba(255,244,190,0)");
      context.fillStyle = glow;
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, reach, turn - 0.16, turn + 0.16);
      context.fill();
    });
    context.fillStyle = "#f8f4ec";
    context.fillRect(x - 14, y - 4, 28, h - y + 4);
    context.fillStyle = "#e03131";
    context.fillRect(x - 14, y + 14, 28, 12);
    context.fillStyle = "#fff3bf";
    context.beginPath();
    context.arc(x, y - 8, 13, 0, 7);
    context.fill();
  }

  function firework() {
    const [x, y, tint] = [Math.random() * canvas.width, Math.random() * canvas.height * 0.6, Kit.pick(CONFETTI)];
    for (let i = 0; i < 40; i++) {
      const by = Kit.random(40, 260);
      bits.push({ x, y, vx: Math.cos(i) * by, vy: Math.sin(i) * by, turn: 0, spin: 0, glyph: "", tint, size: 7, life: 1.4 });
    }
  }

  function frame(dt, time) {
    if (left <= 0 && !bits.length) return;
    layer();
    left -= dt;
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (left > 0 && effect === "lighthouse") beam(time);
    if (left > 0 && effect === "fireworks" && Math.random() < dt * 4) firework();
    for (let i = bits.length - 1; i >= 0; i--) {
      const b = bits[i];
      b.x += (b.vx + (b.life ? 0 : Math.sin(time * 2 + b.turn) * 20)) * dt;
      b.y += b.vy * dt;
      b.turn += b.spin * dt;
      if (b.life) b.life -= dt;
      if (b.y > canvas.height + 30 || b.life < 0) { bits.splice(i, 1); continue; }
      context.save();
      context.globalAlpha = b.life ? Math.min(1, b.life) : 1;
      context.translate(b.x, b.y);
      context.rotate(b.glyph ? Math.sin(b.turn) * 0.4 : b.turn);
      context.fillStyle = b.tint;
      if (b.glyph) {
        context.font = `${b.size}px system-ui, sans-serif`;
        context.fillText(b.glyph, 0, 0);
      } else context.fillRect(-b.size / 4, -b.size / 3, b.size / 2, b.size / 1.6);
      context.restore();
    }
    if (left <= 0 && !bits.length) context.clearRect(0, 0, canvas.width, canvas.height);
  }

  // Says of each typed letter whether it goes on with the word; `then` gets the effect's name.
  function listen(egg, then) {
    const word = String(egg.word || "").toLowerCase().replace(/\s/g, "");
    let typed = "";
    let waiting = 0;
    let taps = [];
    const fire = () => {
      typed = "";
      Sound.play("egg");
      then(run(egg.effect));
    };
    document.addEventListener("click", (event) => {
      if (!word || !event.target.closest || !event.target.closest("h1, .hud .figure, .brand")) return;
      taps = [...taps, performance.now()].slice(-5);
      if (taps.length === 5 && taps[4] - taps[0] < 2500) { taps = []; fire(); }
    });
    return {
      type(key) {
        if (!word || key.length !== 1) return false;
        clearTimeout(waiting);
        typed = (typed + key.toLowerCase()).slice(-word.length);
        while (typed && !word.startsWith(typed)) typed = typed.slice(1);
        if (typed === word) { fire(); return true; }
        const command = { p: "pause", m: "mute", r: "restart" }[typed];
        // The word's first letter may also be a command: it is one if no second letter follows.
        if (command) waiting = setTimeout(() => Kit.press(command, { key: "" }), 450);
        return typed.length > 1 || Boolean(command);
      },
    };
  }

  return { EFFECTS, run, frame, listen, active: (name) => left > 0 && effect === name };
})();
