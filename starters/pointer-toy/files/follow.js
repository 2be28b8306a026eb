// Something that comes along with the pointer: animals that walk and sit, a row, a rope, a worm, a swarm.
Toys.all.follow = (() => {
  const { disc } = Toys, WAYS = ["walk", "line", "chain", "worm", "swarm"];
  const REST = 0.25, SLEEPY = 7; // seconds until it sits, until it sleeps
  const TREATS = { cat: "🐟", dog: "🦴", fox: "🍗", rabbit: "🥕", mouse: "🧀", panda: "🎋", bear: "🍯", pig: "🍎", duck: "🍞" };

  function start(T) {
    const { S, view, pointer, words, bubbles, sparks } = T;
    const given = T.things.length ? T.things : ["cat"], live = { way: Kit.choice(S.way, WAYS), count: Kit.clamp(Math.round(S.count) || 1, 1, 20), length: Kit.clamp(Math.round(S.length), 4, 60), speed: Kit.clamp(S.speed, 0.2, 3) };
    const unit = 36 * Kit.clamp(S.size, 0.4, 3), prints = [], treats = [];
    const treat = S.treat || TREATS[Animals.kindOf(given[0])] || "🍪";
    let all = [], nodes = [], eaten = 0;

    function fill() {
      const many = live.way === "swarm" ? Math.max(live.count, 6) : live.count;
      all = Array.from({ length: many }, (_, i) => all[i] || born(i));
      nodes = Array.from({ length: live.length }, (_, i) => nodes[i] || { x: view.width / 2 - i * 8, y: view.height / 2 });
    }
    function born(i) {
      const word = given[i % given.length], kind = Animals.kindOf(word);
      const tint = T.tints.length ? T.tints[i % T.tints.length] : Animals.tintOf(kind);
      return { word, kind, tint, x: view.width / 2 - i * unit * 1.8, y: view.height * 0.6, vx: 0, vy: 0, face: 1, phase: i, rest: 0, blink: Kit.random(1, 4), last: 0, turn: Kit.random(0, 6) };
    }
    const size = () => unit * (view.width < 600 ? 0.8 : 1);

    // Where the i-th one wants to be.
    function goal(one, i) {
      if (treats.length && (i === 0 || live.way === "walk")) return { x: treats[0].x - one.face * size() * 0.9, y: treats[0].y, near: 16 };
      if (live.way === "line" && i > 0) return { x: all[i - 1].x, y: all[i - 1].y, near: size() * 2.5 };
      // Side by side, closer where the window is narrow, and never outside of it.
      const gap = Math.min(size() * 2.4, (view.width - size() * 3) / all.length), middle = (i - (all.length - 1) / 2) * gap, half = ((all.length - 1) / 2) * gap + size() * 1.4;
      const x = Kit.clamp(pointer.x, Math.min(half, view.width / 2), Math.max(view.width - half, view.width / 2));
      return { x: live.way === "walk" ? x + middle : pointer.x, y: pointer.y + size() * 1.2, near: size() * 0.8 };
    }
    function walk(one, i, dt) {
      const to = goal(one, i), [dx, dy] = [to.x - one.x, to.y - one.y], far = Math.hypot(dx, dy);
      const fast = far > to.near * (one.rest > REST ? 1.7 : 1) ? Kit.clamp(far * 1.7, 70, 330) * live.speed : 0, ease = Math.min(1, dt * 9);
      one.vx = Kit.mix(one.vx, far ? (dx / far) * fast : 0, ease);
      one.vy = Kit.mix(one.vy, far ? (dy / far) * fast : 0, ease);
      one.x += one.vx * dt;
      one.y += one.vy * dt;
      const now = Math.hypot(one.vx, one.vy);
      one.phase += (now * dt) / (size() * 0.28);
      one.rest = fast ? 0 : one.rest + dt;
      if (Math.abs(one.vx) > 14) one.face = Math.sign(one.vx);
      one.blink = one.blink < -0.14 ? Kit.random(1.5, 5) : one.blink - dt;
      if (one.phase - one.last > 2) { one.last = one.phase; prints.push({ x: one.x, y: one.y, life: 1 }); if (prints.length > 90) prints.shift(); }
    }
    function swarm(one, i, dt, time) {
      const turn = time * (0.8 + (i % 5) * 0.12) * live.speed + one.turn, far = size() * (2 + (i % 4) * 0.9);
      const [x, y] = [pointer.x + Math.cos(turn) * far, pointer.y + Math.sin(turn * 1.3) * far * 0.8], ease = Math.min(1, dt * (2 + (i % 3)) * live.speed);
      one.face = x > one.x ? 1 : -1;
      one.x = Kit.mix(one.x, x, ease);
      one.y = Kit.mix(one.y, y, ease);
      one.phase += dt * 9;
      one.rest = 0;
      one.blink = 1;
    }
    // A rope: the first node goes to the pointer, each other is drawn along by the one before it.
    function rope(dt, time) {
      const head = nodes[0], to = treats[0] || pointer, gap = size() * (live.way === "chain" ? 0.95 : 0.42), ease = 1 - Math.exp(-dt * 5 * live.speed);
      const still = Math.hypot(to.x - head.x, to.y - head.y) < 12;
      head.x = Kit.mix(head.x, to.x + (still ? 0 : Math.sin(time * 7) * 8), ease);
      head.y = Kit.mix(head.y, to.y + (still ? 0 : Math.cos(time * 7) * 8), ease);
      for (let i = 1; i < nodes.length; i++) {
        const [a, b] = [nodes[i - 1], nodes[i]], [dx, dy] = [b.x - a.x, b.y - a.y], far = Math.hypot(dx, dy) || 1;
        b.x = a.x + (dx / far) * Math.min(far, gap);
        b.y = a.y + (dy / far) * Math.min(far, gap);
      }
    }
    function eat() {
      const first = live.way === "chain" || live.way === "worm" ? nodes[0] : all.find((one) => Math.hypot(one.x + one.face * size() * 0.9 - treats[0].x, one.y - treats[0].y) < size() * 1.2);
      if (!first || (first === nodes[0] && Math.hypot(first.x - treats[0].x, first.y - treats[0].y) > size())) return;
      const [{ x, y }] = treats.splice(0, 1);
      eaten += 1;
      if (live.way === "worm" || live.way === "chain") { live.length = Math.min(60, live.length + 1); fill(); }
      sparks.burst(x, y - 10, T.colours.accent, 14, 120);
      bubbles.say(first.x, first.y - size() * 2.9, T.line());
      T.sound("eat");
      T.tell(`${treat} ${eaten}`);
    }

    function drawOne(c, one, time) {
      const by = size();
      c.globalAlpha = 0.16;
      disc(c, one.x, one.y + (live.way === "swarm" ? by : 0), by * 1.05, by * 0.24, "#000");
      c.globalAlpha = 1;
      const pose = one.rest > SLEEPY ? "sleep" : one.rest > REST ? "sit" : "walk";
      c.save();
      c.translate(one.x, one.y);
      if (one.kind) { c.scale(by * one.face, by); Animals.draw(c, one.kind, one.tint, { pose, phase: one.phase, time: time + one.turn, blink: one.blink < 0 }); }
      else {
        const hop = pose === "walk" ? Math.abs(Math.sin(one.phase * 0.7)) * by * 0.4 : 0;
        c.scale(-one.face, pose === "walk" ? 1 : 1 - 0.03 * (1 + Math.sin(time * 3)));
        c.rotate(pose === "walk" ? Math.sin(one.phase * 0.7) * 0.12 : 0);
        c.fillStyle = T.colours.text;
        Kit.emoji(c, one.word, 0, -by * 0.95 - hop, by * 1.9);
      }
      c.restore();
      if (pose === "sleep") [0, 1, 2].forEach((i) => { const t = (time * 0.5 + i / 3) % 1; c.globalAlpha = 1 - t; c.fillStyle = T.colours.text; c.font = `700 ${12 + t * 12}px sans-serif`; c.fillText("z", one.x + one.face * by * 0.9 + t * 18, one.y - by * (1.3 + t * 1.6)); c.globalAlpha = 1; });
    }
    function drawRope(c) {
      const by = size(), emoji = live.way === "chain" && given.some((word) => !Animals.kindOf(word) || /\p{Extended_Pictographic}/u.test(word));
      for (let i = nodes.length - 1; i >= 0; i--) {
        const node = nodes[i], taper = live.way === "worm" ? 0.75 - 0.5 * (i / nodes.length) ** 2 : 0.45, tints = T.tints.length ? T.tints : ["#8bd450", "#6fbf3a"];
        if (emoji) { c.fillStyle = T.colours.text; Kit.emoji(c, given[i % given.length], node.x, node.y, by * (i ? 0.85 : 1.25)); continue; }
        disc(c, node.x, node.y + 3, by * taper, by * taper, "rgb(0 0 0 / 8%)");
        disc(c, node.x, node.y, by * taper, by * taper, tints[i % tints.length]);
        disc(c, node.x - by * 0.15, node.y - by * 0.2, by * taper * 0.35, by * taper * 0.28, "rgb(255 255 255 / 28%)");
      }
      if (emoji) return;
      const turn = Math.atan2(nodes[0].y - nodes[1].y, nodes[0].x - nodes[1].x);
      [-0.55, 0.55].forEach((at) => { const [x, y] = [nodes[0].x + Math.cos(turn + at) * by * 0.45, nodes[0].y + Math.sin(turn + at) * by * 0.45]; disc(c, x, y, by * 0.2, by * 0.2, "#fff"); disc(c, x + Math.cos(turn) * by * 0.07, y + Math.sin(turn) * by * 0.07, by * 0.11, by * 0.11, "#222"); });
    }

    fill();
    const ranges = [Toys.range(words.count, live, "count", 1, 12, 1, fill), Toys.range(words.length, live, "length", 4, 50, 1, fill)];
    const shown = () => { const rope = live.way === "chain" || live.way === "worm"; ranges[0].hidden = rope; ranges[1].hidden = !rope; };
    shown();
    return {
      controls: [Toys.choices(words.way, WAYS, words, live.way, (to) => { live.way = to; shown(); fill(); }), ...ranges, Toys.range(words.speed, live, "speed", 0.2, 3, 0.1)],
      press(x, y) { if (treats.length < 12) treats.push({ x, y: y + size() * 0.6 }); T.sound("bounce"); },
      step(dt, time) {
        if (live.way === "chain" || live.way === "worm") rope(dt, time);
        else all.forEach((one, i) => (live.way === "swarm" ? swarm(one, i, dt, time) : walk(one, i, dt)));
        prints.forEach((one) => { one.life -= dt * 0.3; });
        if (live.way === "swarm") treats.length = 0;
        if (treats.length) eat();
      },
      draw(c, time) {
        prints.forEach((one) => { if (one.life <= 0) return; c.globalAlpha = one.life * 0.13; disc(c, one.x, one.y, 6, 4, T.colours.text); [-6, 0, 6].forEach((at) => disc(c, one.x + at, one.y - 7 + Math.abs(at) * 0.3, 2.2, 2.4, T.colours.text)); });
        c.globalAlpha = 1;
        treats.forEach((one) => { c.fillStyle = T.colours.text; Kit.emoji(c, treat, one.x, one.y - 10 + Math.sin(time * 4) * 2, 28); });
        if (live.way === "chain" || live.way === "worm") drawRope(c);
        else [...all].sort((a, b) => a.y - b.y).forEach((one) => drawOne(c, one, time));
      },
    };
  }

  return {
    start, names: /follow|chase|pet|cat|dog|worm|跟|追|宠/i,
    defaults: { way: "walk", length: 22, treat: "" },
    words: {
      en: { hint: "Move, and it comes along. Click to drop a treat.", way: "How", walk: "Walk", line: "In a row", chain: "Chain", worm: "Worm", swarm: "Swarm", count: "How many", length: "Length", speed: "Speed" },
      zh: { hint: "移动鼠标或手指，它就跟过来。点击放下零食。", way: "方式", walk: "散步", line: "排队", chain: "链条", worm: "毛毛虫", swarm: "环绕", count: "数量", length: "长度", speed: "速度" },
    },
  };
})();
