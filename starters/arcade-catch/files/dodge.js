// Mode dodge: stay alive among what falls or flies; time and close calls give points.
Arcade.add("dodge", {
  names: /dodge|avoid|surviv|meteor|escape|躲|避|逃|陨石/,
  needs: ["bad"],
  from: ["top", "sides", "around"],
  pads: (S) => ({ left: "←", right: "→", ...(S.from === "top" ? {} : { down: "↓", up: "↑" }) }),
  floor(view, low, S) {
    if (S.from !== "top") return view.height + 20;
    return view.height - (low ? 128 : 64);
  },
  timed: true, // levels come with time, and to last until the clock ends is to win
  defaults: {
    sky: "space", hero: "🧑‍🚀", badPercent: 85, rate: 2, missCosts: false,
    good: [{ sign: "⭐", points: 50 }], bad: [{ sign: "☄️", costs: 1 }, { sign: "🪨", costs: 1 }],
  },
  texts: {
    en: {
      title: "Dodge!", subtitle: "Stay where the trouble is not.", rules: ["Do not get hit", "A narrow escape gives extra points"],
      words: { hint: "Arrow keys, WASD, mouse or finger move" },
    },
    zh: {
      title: "躲开！", subtitle: "哪里安全去哪里。", rules: ["不要被砸到", "惊险擦过有额外得分"],
      words: { hint: "方向键、WASD、鼠标或手指移动" },
    },
  },

  box(g) {
    const half = Hero.size * 0.5;
    if (g.S.from === "top") return { left: 0, right: g.view.width, top: g.floor() - half, bottom: g.floor() - half };
    return { left: 0, right: g.view.width * (g.S.from === "sides" ? 0.75 : 1), top: g.top + half, bottom: g.view.height - half - (g.low ? 90 : 8) };
  },
  start(g) {
    const box = this.box(g);
    Hero.reset(g, g.view.width * (g.S.from === "sides" ? 0.25 : 0.5), (box.top + box.bottom) / 2);
    Hero.safe = 1;
    this.owed = 0;
  },
  spawn(g, thing) {
    const { width: w, height: h } = g.view;
    const fast = (Math.min(w, 900) * 0.18 + h * 0.2) * Kit.random(0.75, 1.25);
    const { from } = g.S;
    const edge = from === "around" ? Kit.pick(["top", "left", "right", "bottom"]) : from === "sides" ? "right" : "top";
    const start = {
      top: [Kit.random(0, w), g.top - 60], bottom: [Kit.random(0, w), h + 50],
      left: [-50, Kit.random(g.top, h)], right: [w + 50, Kit.random(g.top + 20, h - (g.low ? 110 : 30))],
    }[edge];
    [thing.x, thing.y] = start;
    if (from === "top" && Math.random() < 0.4) thing.x = Kit.clamp(Hero.x + Kit.random(-90, 90), 20, w - 20);
    const aim = from === "around" ? Math.atan2(Hero.y - thing.y, Hero.x - thing.x) + Kit.random(-0.5, 0.5) : from === "sides" ? Math.PI : Math.PI / 2 + Kit.random(-0.14, 0.14);
    [thing.vx, thing.vy] = [Math.cos(aim) * fast, Math.sin(aim) * fast];
    thing.r *= Kit.random(0.85, 1.25);
  },
  // On the title screen the hero looks for the emptiest of nine places.
  wish(g, box) {
    const danger = (x, y) => g.things.reduce((sum, one) => sum + (one.kind === "bad" ? 1 / (40 + Math.hypot(one.x + one.vx * 0.4 - x, one.y + one.vy * 0.4 - y)) : 0), 0);
    const places = [-2, -1, 0, 1, 2].map((i) => ({ x: Kit.clamp(Hero.x + i * 110, box.left + 40, box.right - 40), y: Hero.y }));
    return places.sort((a, b) => danger(a.x, a.y) - danger(b.x, b.y))[0];
  },
  step(g, dt, auto) {
    const box = this.box(g);
    Hero.steer(g, dt, box, auto && this.wish(g, box));
    if (!auto) {
      g.advance(dt);
      for (this.owed += dt * 10; this.owed >= 1; this.owed -= 1) g.score += 1;
    }
    for (const one of [...g.things]) {
      one.x += one.vx * g.pace() * dt;
      one.y += one.vy * g.pace() * dt;
      const gap = Math.hypot(one.x - Hero.x, one.y - Hero.y) - one.r * 0.72 - Hero.size * 0.3;
      one.near = Math.min(one.near ?? 999, gap);
      if (gap < (one.kind === "bad" ? 0 : 14)) {
        if (one.kind !== "bad" || Hero.safe <= 0) g.touch(one, one.x, one.y);
        if (one.kind === "bad" && Hero.safe <= 0) Hero.safe = 1.6;
      } else if (this.gone(g, one)) this.passed(g, one);
    }
  },
  gone(g, one) {
    const { width: w, height: h } = g.view;
    if (one.age < 0.6) return false;
    return one.x < -80 || one.x > w + 80 || one.y > (g.S.from === "top" ? g.floor() - one.r * 0.4 : h + 80) || one.y < g.top - 120;
  },
  passed(g, one) {
    if (one.kind === "bad" && one.near < 22 && g.game.state === "playing") g.award(15, Hero.x, Hero.y - Hero.size * 0.7, g.said.close);
    if (g.S.from === "top") g.fx.burst(one.x, g.floor(), one.tint, 8, 130, 3);
    g.remove(one);
  },
  streak(c, one) {
    const fast = Math.hypot(one.vx, one.vy) || 1;
    const long = one.r * 3.2;
    const [tx, ty] = [one.x - (one.vx / fast) * long, one.y - (one.vy / fast) * long];
    const fade = c.createLinearGradient(one.x, one.y, tx, ty);
    fade.addColorStop(0, Kit.alpha(one.tint, 0.55));
    fade.addColorStop(1, Kit.alpha(one.tint, 0));
    const [nx, ny] = [(-one.vy / fast) * one.r * 0.7, (one.vx / fast) * one.r * 0.7];
    c.fillStyle = fade;
    c.beginPath();
    c.moveTo(one.x + nx, one.y + ny);
    c.lineTo(tx, ty);
    c.lineTo(one.x - nx, one.y - ny);
    c.fill();
  },
  draw(g, c, time) {
    g.things.filter((one) => one.kind === "bad").forEach((one) => this.streak(c, one));
    g.drawThings(c, time);
    Hero.draw(g, c, time, g.S.from === "top");
  },
});
