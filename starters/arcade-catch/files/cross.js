// Mode cross: hop over roads and rivers to the other side, or along an endless road.
Arcade.add("cross", {
  names: /cross|frog|road|traffic|hop|马路|过河|穿越|青蛙|过街/,
  needs: ["bad"],
  from: ["bottom"],
  floor: (view) => view.height + 20,
  pads: () => ({ left: "←", right: "→", down: "↓", up: "↑" }),
  defaults: {
    sky: "garden", hero: "🐸", lanes: ["road", "road", "road", "grass", "river", "river", "river"], rows: 7, levelEvery: 10,
    good: [{ sign: "🪰", points: 20 }], bad: [{ sign: "🚗" }, { sign: "🚕" }, { sign: "🚌" }, { sign: "🚚" }],
  },
  texts: {
    en: {
      title: "Cross!", subtitle: "The other side is greener.", rules: ["Hop between the cars", "On the river stay on the rafts"],
      words: { hint: "Arrow keys, WASD or a swipe hop; space or a tap goes on" },
    },
    zh: {
      title: "过马路！", subtitle: "对面的草更绿。", rules: ["从车流中跳过去", "在河里要踩着木头"],
      words: { hint: "方向键、WASD 或滑动跳跃；空格或轻触前进" },
    },
  },

  start(g) {
    this.me = { x: 0, row: 0, fromX: 0, fromRow: 0, hop: 1, top: 0, flip: false };
    [this.dead, this.done, this.view] = [0, 0, 0];
    this.build(g);
  },
  build(g) {
    this.measure(g);
    this.lanes = Lanes.create(g, Math.floor(Math.random() * 900) + g.level, this.span);
  },
  measure(g) {
    const { width: w, height: h } = g.view;
    const many = g.S.rows ? g.S.rows + 2 : 11;
    this.low = g.low ? 92 : 8;
    this.space = h - g.top - this.low;
    g.cell = this.cell = Kit.clamp(Math.min(w / 6.3, this.space / Math.min(many, 13)), 44, 92);
    this.half = w / this.cell / 2 - 0.5;
    this.span = Math.max(13, Math.ceil(this.half * 2) + 5);
    this.size = `${w}x${h}`;
  },
  rowY(g, row) {
    const whole = (this.lanes.goal + 1) * this.cell;
    const pad = Math.max(0, (this.space - whole) / 2);
    return g.view.height - this.low - (Number.isFinite(pad) ? pad : 0) - (row + 0.5) * this.cell + this.view;
  },
  // The view climbs with the hero where the rows do not fit on the screen.
  follow(dt) {
    const most = Math.max(0, (this.lanes.goal + 1) * this.cell - this.space);
    const wanted = Kit.clamp((this.me.row + 0.5) * this.cell - this.space * 0.34, 0, most);
    this.view = Kit.mix(this.view, wanted, Math.min(1, dt * 5));
  },
  at(g) {
    const t = Math.min(1, this.me.hop);
    return { x: g.view.width / 2 + Kit.mix(this.me.fromX, this.me.x, t) * this.cell, y: this.rowY(g, Kit.mix(this.me.fromRow, this.me.row, t)) - Math.sin(t * Math.PI) * this.cell * 0.35 };
  },

  key(g, name) { this.hop(g, name === "fire" ? "up" : name); },
  // A tap on the far side of the hero hops that way.
  swipe(g, way, event) {
    if (way !== "tap") return this.hop(g, way);
    const here = this.at(g);
    const [dx, dy] = [event.clientX - here.x, event.clientY - here.y];
    if (Math.abs(dx) > Math.abs(dy) && Math.abs(dx) > this.cell * 0.6) return this.hop(g, dx < 0 ? "left" : "right");
    this.hop(g, dy > this.cell * 0.7 ? "down" : "up");
  },
  hop(g, way) {
    const { me } = this;
    const step = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }[way];
    if (!step || me.hop < 0.75 || this.dead > 0 || this.done > 0) return;
    Object.assign(me, { fromX: me.x, fromRow: me.row, hop: 0 });
    if (step[0]) me.flip = step[0] > 0;
    me.row = Math.max(0, me.row + step[1]);
    const lane = this.lanes.lane(me.row);
    const x = me.x + step[0];
    me.x = Kit.clamp(lane.kind === "river" ? x : Math.round(x), -this.half, this.half);
    Sound.play("jump");
  },
  landed(g) {
    const { me } = this;
    const here = this.at(g);
    g.fx.burst(here.x, here.y + this.cell * 0.3, Kit.shade(g.C.ground, 0.3), 4, 60, 2.4);
    if (me.row <= me.top) return;
    const fresh = me.row - me.top;
    me.top = me.row;
    if (me.row >= this.lanes.goal) return this.arrive(g, here);
    g.award(10 * fresh);
    if (!g.S.rows) g.advance(fresh);
  },
  arrive(g, here) {
    this.done = 0.9;
    g.award(100, here.x, here.y - this.cell * 0.7);
    g.fx.burst(here.x, here.y, g.C.accent, 40, 280, 5);
    Sound.play("win");
  },

  step(g, dt, auto) {
    if (this.size !== `${g.view.width}x${g.view.height}`) this.build(g);
    const { me } = this;
    this.lanes.step(dt, g.pace());
    const before = me.hop;
    me.hop = Math.min(1, me.hop + dt * 7.5);
    if (before < 1 && me.hop === 1) this.landed(g);
    this.follow(dt);
    if (this.done > 0 || this.dead > 0) return this.rest(g, dt);
    if (auto) return this.stroll(g);
    this.meet(g, dt);
  },
  rest(g, dt) {
    const arrived = this.done > 0;
    [this.done, this.dead] = [Math.max(0, this.done - dt), Math.max(0, this.dead - dt)];
    if (this.done || this.dead) return;
    if (!arrived) return this.back(this.safeRow());
    this.back(0);
    this.me.top = 0;
    if (!g.advance(g.S.levelEvery)) this.build(g);
  },
  safeRow() {
    if (Number.isFinite(this.lanes.goal)) return 0;
    for (let row = this.me.row; row > 0; row--) if (this.lanes.lane(row).kind === "grass") return row;
    return 0;
  },
  back(row) { Object.assign(this.me, { x: 0, fromX: 0, row, fromRow: row, hop: 1 }); },
  stroll(g) {
    if (Math.random() < 0.012) this.hop(g, Kit.pick(["left", "right"]));
  },
  meet(g, dt) {
    const { me } = this;
    const lane = this.lanes.lane(me.row);
    const x = Kit.mix(me.fromX, me.x, Math.min(1, me.hop));
    if (lane.kind === "road" && me.hop > 0.45 && this.lanes.under(lane, x, 0.18)) return this.die(g, false);
    if (lane.kind === "river" && me.hop === 1) {
      if (!this.lanes.under(lane, me.x, 0.22)) return this.die(g, true);
      me.x += lane.fast * lane.way * g.pace() * dt;
      me.fromX = me.x;
      if (Math.abs(me.x) > this.half + 0.6) return this.die(g, true);
    }
    lane.picks = lane.picks.filter((pick) => {
      if (Math.abs(pick.at - x) > 0.6 || me.hop < 0.6) return true;
      const here = this.at(g);
      g.touch({ tint: g.C.accent, ...pick, r: this.cell / 2 }, here.x, here.y);
      return false;
    });
  },
  die(g, wet) {
    const here = this.at(g);
    this.dead = 0.75;
    this.wet = wet;
    g.fx.burst(here.x, here.y, wet ? "#d6f1ff" : g.C.accent, 26, 220, 4);
    const costs = g.S.bad.some((one) => one.costs > 1) && !wet ? Math.max(...g.S.bad.map((one) => one.costs)) : 1;
    g.hurt(costs, here.x, here.y);
  },

  draw(g, c, time) {
    const cell = this.cell;
    const base = this.rowY(g, 0);
    const first = Math.floor((base - g.view.height) / cell) - 1;
    const last = Math.ceil(base / cell) + 1;
    for (let row = first; row <= last; row++) Lanes.surface(c, g, this.lanes.lane(row), this.rowY(g, row), cell, time);
    for (let row = last; row >= first; row--) this.drawRow(g, c, this.lanes.lane(row), time);
    if (this.dead <= 0 || this.wet === false) this.drawHero(g, c, time);
  },
  drawRow(g, c, lane, time) {
    const [y, cell, middle] = [this.rowY(g, lane.row), this.cell, g.view.width / 2];
    lane.items.forEach((item) => {
      const x = middle + this.lanes.place(lane, item) * cell;
      if (lane.kind === "river") Lanes.raft(c, item, x, y, cell, time);
      else Lanes.vehicle(c, item, x, y, cell, lane.way);
    });
    lane.picks.forEach((pick) => Things.draw(c, { tint: g.C.accent, ...pick, x: middle + pick.at * cell, y: y + Math.sin(time * 3 + pick.phase) * 3, r: cell * 0.28 }, "auto", time));
    if (lane.row < 0 || lane.row > this.lanes.goal) Lanes.scenery(c, g, lane, y, cell);
    if (lane.row === this.lanes.goal) for (let i = -6; i <= 6; i += 2) Things.stamp(c, g.S.home, middle + i * cell * 1.1, y - 2, cell * 0.8);
  },
  drawHero(g, c, time) {
    const { x, y } = this.at(g);
    const air = Math.sin(Math.min(1, this.me.hop) * Math.PI);
    c.fillStyle = "rgba(0,0,0,.25)";
    c.beginPath();
    c.ellipse(x, y + this.cell * (0.38 + air * 0.35), this.cell * 0.32, this.cell * 0.09, 0, 0, 7);
    c.fill();
    c.save();
    c.translate(x, y);
    c.scale((this.me.flip ? -1 : 1) * (1 + (this.dead > 0 ? 0.3 : -air * 0.08)), this.dead > 0 ? 0.35 : 1 + air * 0.14 + Math.sin(time * 5) * 0.02);
    Things.stamp(c, g.S.hero, 0, 0, this.cell * 0.84, g.C.text);
    c.restore();
    if (g.shield > 0) Hero.ring(c, x, y, this.cell * 0.56, g.shield);
  },
});
