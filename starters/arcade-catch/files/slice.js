// Mode slice: things are thrown up, a swipe cuts them in two.
Arcade.add("slice", {
  names: /slic|ninja|swipe|cut|chop|切|忍者|斩|削/,
  needs: ["good"],
  from: ["bottom"],
  floor: (view) => view.height + 20,
  defaults: {
    sky: "wood", rate: 1.2, badPercent: 16,
    good: [{ sign: "🍉" }, { sign: "🍊" }, { sign: "🍓", points: 15 }, { sign: "🍍", points: 20 }, { sign: "🥝", points: 15 }], bad: [{ sign: "💣", costs: 1 }],
  },
  texts: {
    en: {
      title: "Slice!", subtitle: "One clean stroke.", rules: ["Swipe through what flies", "Three in one stroke give extra points"],
      words: { hint: "Drag with mouse or finger; or steer the blade with the arrow keys" },
    },
    zh: {
      title: "切！", subtitle: "干净利落，一刀两断。", rules: ["划过飞起来的东西", "一刀切中三个有奖励"],
      words: { hint: "按住鼠标或手指划动；也可用方向键移动刀锋" },
    },
  },

  start(g) {
    Aim.reset(g);
    Object.assign(this, { blade: [], halves: [], stains: [], run: 0, group: 0 });
  },
  // They come in small groups; the wait after a group is long, within it short.
  wait(g, usual) {
    if (this.group > 0) { this.group -= 1; return 0.13; }
    const many = Math.random() < 0.3 ? 0 : 1 + Math.floor(Math.random() * Math.min(4, 1 + g.level * 0.6));
    this.group = many;
    return usual * (1 + many * 0.75);
  },
  spawn(g, thing, along) {
    const { width: w, height: h } = g.view;
    const drop = h * 1.05;
    const middle = w / 2;
    thing.r *= 1.25;
    thing.x = Kit.clamp(middle + Kit.random(-0.4, 0.4) * Math.min(w, 1100), thing.r, w - thing.r);
    thing.y = h + thing.r;
    thing.pull = drop;
    thing.vy = -Math.sqrt(2 * drop * h * Kit.random(0.58, 0.82));
    thing.vx = (middle - thing.x) * Kit.random(0.15, 0.6) + Kit.random(-30, 30);
    thing.spin = Kit.random(-2.4, 2.4);
    if (along) thing.y = h * (1 - along);
  },
  step(g, dt, auto) {
    const flow = dt * Math.sqrt(g.pace()) * 0.95;
    for (const one of [...g.things]) {
      one.vy += one.pull * flow;
      one.x += one.vx * flow;
      one.y += one.vy * flow;
      if (one.y > g.view.height + one.r * 1.5 && one.vy > 0) g.away(one);
    }
    for (const piece of this.halves) {
      piece.vy += g.view.height * 1.3 * dt;
      [piece.x, piece.y, piece.turn, piece.life] = [piece.x + piece.vx * dt, piece.y + piece.vy * dt, piece.turn + piece.spin * dt, piece.life - dt * 0.75];
    }
    this.halves = this.halves.filter((piece) => piece.life > 0);
    this.stains = this.stains.filter((stain) => (stain.life -= dt * 0.3) > 0);
    this.blade.forEach((point) => (point.age += dt));
    this.blade = this.blade.filter((point) => point.age < 0.16);
    if (!this.blade.length) this.endStroke(g);
    if (auto) this.demo(g);
    else this.keys(g, dt);
  },
  keys(g, dt) {
    const from = { x: Aim.x, y: Aim.y };
    const fresh = !Aim.shown;
    if (Aim.step(g, dt)) this.cut(g, fresh ? Aim : from, Aim);
  },
  // On the title screen the blade goes for what is high enough.
  demo(g) {
    const one = g.things.find((thing) => thing.kind === "good" && thing.y < g.view.height * 0.42);
    if (!one || Math.random() > 0.06) return;
    const [dx, dy] = [one.r * 2.4, one.r * Kit.random(-1.6, 1.6)];
    for (let i = 0; i < 6; i++) this.cut(g, { x: one.x + dx * (i / 3 - 1), y: one.y + dy * (i / 3 - 1) }, { x: one.x + dx * ((i + 1) / 3 - 1), y: one.y + dy * ((i + 1) / 3 - 1) });
  },
  drag(g, from, to) { this.cut(g, from, to); },
  press(g, at) { this.endStroke(g); this.cut(g, { x: at.x - 1, y: at.y }, at); },
  cut(g, from, to) {
    if (!this.blade.length) this.blade.push({ x: from.x, y: from.y, age: 0 });
    this.blade.push({ x: to.x, y: to.y, age: 0 });
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const long = dx * dx + dy * dy || 1;
    for (const one of [...g.things]) {
      const t = Kit.clamp(((one.x - from.x) * dx + (one.y - from.y) * dy) / long, 0, 1);
      if (Math.hypot(one.x - from.x - dx * t, one.y - from.y - dy * t) < one.r * 1.05) this.split(g, one, Math.atan2(dy, dx));
    }
  },
  split(g, one, angle) {
    if (one.kind === "good") {
      this.run += 1;
      this.stains.push({ x: one.x, y: one.y, r: one.r * Kit.random(0.7, 1.2), tint: one.tint, life: 1, seed: this.run + one.phase });
      [-1, 1].forEach((side) => this.halves.push({
        ...one, side, angle, was: one.turn, turn: 0, look: g.S.look, life: 1, spin: side * Kit.random(0.6, 2),
        vx: one.vx * 0.5 - Math.sin(angle) * side * 130, vy: Math.min(0, one.vy * 0.3) + Math.cos(angle) * side * 130 - 60,
      }));
      g.shake(0.06);
    }
    this.spot = { x: one.x, y: one.y };
    g.touch(one, one.x, one.y);
  },
  endStroke(g) {
    if (this.run >= 3 && g.game.state === "playing") g.award(this.run * 5, this.spot.x, this.spot.y - 50, `×${this.run}`);
    this.run = 0;
  },

  draw(g, c, time) {
    this.stains.forEach((stain) => {
      c.fillStyle = Kit.alpha(stain.tint, stain.life * 0.4);
      for (let i = 0; i < 7; i++) {
        const [turn, far] = [Scenery.dice(i, stain.seed) * 6.3, i ? 0.5 + Scenery.dice(i, stain.seed + 1) * 1.1 : 0];
        Things.disc(c, stain.x + Math.cos(turn) * stain.r * far, stain.y + Math.sin(turn) * stain.r * far, stain.r * (i ? 0.12 + Scenery.dice(i, stain.seed + 2) * 0.22 : 0.7));
        c.fill();
      }
    });
    this.halves.forEach((piece) => Things.half(c, piece));
    g.drawThings(c, time);
    this.drawBlade(g, c);
    Aim.draw(g, c);
  },
  drawBlade(g, c) {
    const points = this.blade;
    for (let i = 1; i < points.length; i++) {
      const strong = (i / points.length) * (1 - points[i].age / 0.16);
      [[Kit.alpha(g.C.accent, strong * 0.6), 15], [`rgba(255,255,255,${strong})`, 6]].forEach(([tint, wide]) => {
        [c.strokeStyle, c.lineWidth, c.lineCap] = [tint, wide * strong + 1, "round"];
        c.beginPath();
        c.moveTo(points[i - 1].x, points[i - 1].y);
        c.lineTo(points[i].x, points[i].y);
        c.stroke();
      });
    }
  },
});
