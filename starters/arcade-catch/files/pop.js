// Mode pop: click or tap what rises, flies by or appears, before it is gone.
Arcade.add("pop", {
  names: /pop|burst|balloon|bubble|click|tap|aim|target|gallery|shoot|duck|hunt|whack|戳|点|打|气球|泡泡|靶|射/,
  needs: ["good"],
  from: ["bottom", "sides", "top", "spots"],
  floor: (view, low, S) => (S.sky === "plain" ? view.height + 20 : view.height * (S.from === "spots" ? 0.86 : 0.92)),
  defaults: {
    sky: "garden", rate: 1.3, badPercent: 12,
    good: [{ sign: "🎈" }, { sign: "🎈" }, { sign: "🌟", points: 30 }], bad: [{ sign: "💣", costs: 1 }],
  },
  texts: {
    en: {
      title: "Pop!", subtitle: "Before they are gone.", rules: ["Click or tap what you see", "Leave alone what is bad"],
      words: { hint: "Click or tap; or aim with the arrow keys and press space" },
    },
    zh: {
      title: "戳破它！", subtitle: "别让它们飞走。", rules: ["点击出现的东西", "别碰坏东西"],
      words: { hint: "点击或轻触；也可用方向键瞄准，空格击中" },
    },
  },

  start(g) {
    Aim.reset(g);
    Object.assign(this, { shots: 0, hits: 0, waited: 0, rings: [], fallen: [], turn: 0 });
    if (g.S.from === "spots") g.make();
    else for (let i = 0; i < 4; i++) g.make(0.12 + i * 0.16);
  },
  rows: (g) => (g.view.height > 620 ? [0.3, 0.5, 0.7] : [0.34, 0.62]),
  // `along` is how far it has come already: a game begins with some on their way.
  spawn(g, thing, along = 0) {
    const { width: w, height: h } = g.view;
    const wide = g.span.w - thing.r * 2;
    thing.r *= Kit.random(0.95, 1.25);
    thing.x = g.span.x + thing.r + Math.random() * wide;
    thing.sway = Kit.random(8, 34);
    const { from } = g.S;
    if (from === "bottom") Object.assign(thing, { y: h + thing.r * 2 - along * h, vy: -h * Kit.random(0.17, 0.25) });
    else if (from === "top") Object.assign(thing, { y: g.top - thing.r + along * h, vy: h * Kit.random(0.17, 0.25) });
    else if (from === "sides") {
      const rows = this.rows(g);
      const row = (this.turn = (this.turn + 1) % rows.length);
      const way = row % 2 ? -1 : 1;
      const start = way > 0 ? -thing.r * 2 : w + thing.r * 2;
      Object.assign(thing, { x: start + way * along * w, y: rows[row] * h, vx: way * (90 + w * 0.09) * Kit.random(0.85, 1.2), vy: 0, sway: 0, flip: way > 0, turn: 0, spin: 0 });
    } else this.place(g, thing);
  },
  // A free place, as far from the others as eight throws of the dice find.
  place(g, thing) {
    const low = g.view.height - g.top - thing.r * 2 - 50;
    const throws = Array.from({ length: 8 }, () => ({ x: g.span.x + thing.r + Math.random() * (g.span.w - thing.r * 2), y: g.top + thing.r + 20 + Math.random() * low }));
    const room = (at) => Math.min(900, ...g.things.filter((one) => one !== thing).map((one) => Math.hypot(one.x - at.x, one.y - at.y)));
    const best = throws.find((at) => room(at) > thing.r * 3) || throws.sort((a, b) => room(b) - room(a))[0];
    Object.assign(thing, best, { vx: 0, vy: 0, sway: 0, grown: 0, stay: 2.2 });
  },

  step(g, dt, auto) {
    if (!auto) Aim.step(g, dt);
    for (const one of [...g.things]) {
      one.y += (one.vy || 0) * g.pace() * dt;
      one.x += (one.vx || 0) * g.pace() * dt + Math.sin(one.age * 1.7 + one.phase) * one.sway * dt;
      if (one.sway) one.x = Kit.clamp(one.x, one.r, g.view.width - one.r);
      if (one.stay) one.grown = Math.max(0, Math.min(1, one.age * 6, (one.stay / Math.sqrt(g.pace()) - one.age) * 4));
      if (auto && one.kind === "good" && one.age > 1.6 && Math.random() < dt * 0.35) this.burst(g, one);
      else if (this.gone(g, one)) g.away(one);
    }
    this.rings = this.rings.filter((ring) => (ring.age += dt) < 0.4);
    this.fallen = this.fallen.filter((one) => {
      one.vy += 1500 * dt;
      [one.x, one.y, one.turn] = [one.x + one.vx * dt, one.y + one.vy * dt, one.turn + dt * 6];
      return one.y < g.view.height + 80;
    });
  },
  gone(g, one) {
    const { width: w, height: h } = g.view;
    if (one.stay) return one.age > 0.3 && one.grown <= 0;
    const past = one.r * 2.6;
    return (one.vy < 0 && one.y < g.top - 70 - past) || (one.vy > 0 && one.y > h + past) || (one.vx > 0 && one.x > w + past) || (one.vx < 0 && one.x < -past);
  },
  press(g, at, touch) { this.shoot(g, at.x, at.y, touch ? 1.35 : 1.12); },
  key(g, name) { if (name === "fire") { Aim.shown = true; this.shoot(g, Aim.x, Aim.y, 1.35); } },
  shoot(g, x, y, wide) {
    const hit = g.things.filter((one) => Math.hypot(one.x - x, (one.y - y) * 0.94) < one.r * wide).sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
    this.shots += 1;
    if (!hit) {
      this.rings.push({ x, y, age: 0 });
      g.streak = 0;
      return Sound.play("click");
    }
    if (hit.kind === "good") { this.hits += 1; this.waited += hit.age; }
    if (hit.kind === "bad") this.shots -= 1;
    this.burst(g, hit);
  },
  burst(g, one) {
    const body = g.S.look === "emoji" || (g.S.look === "auto" && !Things.SHAPES[one.face]);
    if (body && g.S.from === "sides" && one.kind === "good") this.fallen.push({ ...one, vx: one.vx * 0.3, vy: -220 });
    this.rings.push({ x: one.x, y: one.y, age: 0, tint: one.tint, r: one.r });
    g.touch(one, one.x, one.y);
  },
  lines(g) {
    const all = this.shots ? Math.round((this.hits / this.shots) * 100) : 0;
    const wait = g.S.from === "spots" && this.hits ? `${g.said.reaction}: ${Math.round((this.waited / this.hits) * 1000)} ms` : "";
    return [`${g.said.hits}: ${all}%`, wait];
  },
  draw(g, c, time) {
    if (g.S.from === "sides" && g.S.sky === "fair") this.shelves(g, c);
    this.fallen.forEach((one) => Things.draw(c, one, g.S.look, time));
    g.drawThings(c, time);
    this.rings.forEach((ring) => {
      c.strokeStyle = ring.tint ? Kit.alpha(ring.tint, 1 - ring.age / 0.4) : Kit.alpha(g.C.text, 0.6 - ring.age * 1.4);
      c.lineWidth = 3;
      Things.disc(c, ring.x, ring.y, (ring.r || 8) + ring.age * 110);
      c.stroke();
    });
    Aim.draw(g, c);
  },
  shelves(g, c) {
    this.rows(g).forEach((part) => {
      const y = g.view.height * part + g.unit * 1.05;
      c.fillStyle = Kit.shade(g.C.ground, -0.2);
      c.fillRect(0, y, g.view.width, 16);
      c.fillStyle = Kit.shade(g.C.ground, 0.15);
      c.fillRect(0, y, g.view.width, 6);
    });
  },
});
