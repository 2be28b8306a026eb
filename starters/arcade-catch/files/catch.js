// Mode catch: the hero at the bottom catches what falls.
Arcade.add("catch", {
  names: /catch|collect|basket|bucket|接|收集|篮/,
  needs: ["good"],
  from: ["top"],
  pads: () => ({ left: "←", right: "→" }),
  floor: (view, low) => view.height - (low ? 128 : 64),
  defaults: {
    sky: "garden", hero: "🧺",
    good: [{ sign: "🍎" }, { sign: "🍐", points: 15 }, { sign: "🍇", points: 20 }, { sign: "🌟", points: 50 }], bad: [{ sign: "💣", costs: 1 }],
  },
  texts: {
    en: {
      title: "Catch!", subtitle: "What falls is yours.", rules: ["Catch what is good", "Let go of what is not"],
      words: { hint: "Arrow keys, A and D, mouse or finger move" },
    },
    zh: {
      title: "接住！", subtitle: "落下来的都归你。", rules: ["接住好东西", "避开坏东西"],
      words: { hint: "方向键、A 和 D、鼠标或手指移动" },
    },
  },

  box(g) {
    const y = g.floor() - Hero.size * 0.46;
    return { left: 0, right: g.view.width, top: y, bottom: y };
  },
  start(g) {
    Hero.reset(g, g.view.width / 2, this.box(g).top);
    this.last = 0.5;
  },
  // Each thing falls within reach of where the one before fell.
  spawn(g, thing) {
    const reach = Math.min(0.55, 420 / g.span.w + 0.2);
    this.last = Kit.clamp(this.last + Kit.random(-reach, reach), 0, 1);
    if (this.last === 0 || this.last === 1) this.last = Kit.random(0.1, 0.9);
    thing.x = g.span.x + thing.r + this.last * (g.span.w - thing.r * 2);
    thing.y = g.top - thing.r;
    thing.sway = Kit.random(0, 26);
    thing.vy = g.view.height * Kit.random(0.27, 0.36);
  },
  wish(g) {
    const good = g.things.filter((one) => one.kind !== "bad").sort((a, b) => b.y - a.y)[0];
    return { x: good ? good.x : g.view.width / 2 };
  },
  step(g, dt, auto) {
    Hero.steer(g, dt, this.box(g), auto && this.wish(g));
    const rim = Hero.y - Hero.size * 0.22;
    for (const one of [...g.things]) {
      const before = one.y;
      one.y += one.vy * g.pace() * dt;
      one.x += Math.sin(one.age * 2 + one.phase) * one.sway * dt;
      const over = Math.abs(one.x - Hero.x) < Hero.size * 0.46 + one.r * 0.45;
      const inside = before - one.r * 0.4 < Hero.y + Hero.size * 0.3 && one.y + one.r * 0.5 > rim;
      if (over && inside) {
        Hero.squash = 1;
        g.touch(one, one.x, rim);
      } else if (one.y - one.r > g.floor() + 14) g.away(one);
    }
  },
  draw(g, c, time) {
    g.drawThings(c, time);
    Hero.draw(g, c, time, true);
  },
});
