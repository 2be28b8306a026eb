// A spirograph: a toothed wheel rolls in a ring and a pen in it draws. It turns by itself, or by hand.
Toys.all.spirograph = (() => {
  const TINTS = ["#ff6b6b", "#ffd93d", "#6bcb77", "#4d96ff", "#c77dff"];
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);

  function start(T) {
    const { S, view, pointer, words } = T;
    const tints = T.tints.length ? T.tints : TINTS;
    const live = { ring: Kit.clamp(Math.round(S.ring), 30, 200), wheel: Kit.clamp(Math.round(S.wheel), 8, 180), pen: Kit.clamp(S.pen > 1 ? S.pen / 100 : S.pen, 0.1, 1), speed: Kit.clamp(S.speed, 0.2, 5), line: Kit.clamp(S.size * 1.6, 0.5, 8) };
    const sheet = document.createElement("canvas"), ink = sheet.getContext("2d"), density = Math.min(2, window.devicePixelRatio || 1);
    let turn = 0, drawn = 0, tint = 0, hand = null, rest = 0, figures = [];

    const space = () => ({ x: view.width / 2, y: (T.top() + view.height - T.bottom()) / 2, r: Math.max(60, Math.min(view.width - 36, view.height - T.top() - T.bottom() - 24) / 2) });
    const laps = () => live.wheel / gcd(live.ring, live.wheel); // turns until the figure closes
    const wheelSize = () => Math.min(0.96, live.wheel / live.ring);

    function at(t, figure = live) {
      const { x, y, r } = space(), inner = Math.min(0.96, figure.wheel / figure.ring), arm = r * (1 - inner), roll = ((1 - inner) / inner) * t;
      return { x: x + arm * Math.cos(t) + r * inner * figure.pen * Math.cos(roll), y: y + arm * Math.sin(t) - r * inner * figure.pen * Math.sin(roll) };
    }
    // In steps small enough for round curves.
    function line(from, to, figure, colour) {
      const steps = Math.max(1, Math.ceil(Math.abs(to - from) / 0.02));
      ink.strokeStyle = colour;
      ink.lineWidth = live.line;
      ink.lineCap = ink.lineJoin = "round";
      ink.beginPath();
      for (let i = 0; i <= steps; i++) { const { x, y } = at(from + ((to - from) * i) / steps, figure); if (i) ink.lineTo(x, y); else ink.moveTo(x, y); }
      ink.stroke();
    }
    function fit() {
      sheet.width = view.width * density;
      sheet.height = view.height * density;
      ink.setTransform(density, 0, 0, density, 0, 0);
      figures.forEach((one) => line(one.from, one.to, one, one.tint));
    }
    const keep = (from, to) => {
      const one = figures.at(-1);
      if (!one || one.done) figures.push({ ring: live.ring, wheel: live.wheel, pen: live.pen, tint: tints[tint % tints.length], from, to, done: false });
      else { one.from = Math.min(one.from, to); one.to = Math.max(one.to, to); }
    };
    function go(by) {
      line(turn, turn + by, live, tints[tint % tints.length]);
      keep(turn, turn + by);
      turn += by;
      drawn += Math.abs(by);
      if (drawn >= laps() * Math.PI * 2 + 0.02) close();
    }
    function close() {
      if (figures.length) figures.at(-1).done = true;
      drawn = 0;
      tint += 1;
      rest = 1.4;
      T.sound("coin");
    }
    function wipe() { figures = []; drawn = 0; ink.clearRect(0, 0, view.width, view.height); }
    const changed = () => { if (figures.length) figures.at(-1).done = true; drawn = 0; };
    // Another wheel and hole: what is closed stays below.
    function other() {
      changed();
      live.wheel = Math.round(Kit.random(0.16, 0.86) * live.ring);
      if (laps() < 5 || laps() > 40) live.wheel = Math.round(live.ring * Kit.pick([0.3, 0.35, 0.4, 0.55, 0.62, 0.7, 0.8]));
      live.pen = Kit.random(0.4, 1);
      tint += 1;
      ranges.forEach((one) => { one.querySelector("input").value = live[one.key]; });
      if (figures.length > 4) wipe();
    }
    function save() {
      const paper = document.createElement("canvas"), pen = paper.getContext("2d");
      [paper.width, paper.height] = [sheet.width, sheet.height];
      pen.fillStyle = T.colours.background;
      pen.fillRect(0, 0, paper.width, paper.height);
      pen.drawImage(sheet, 0, 0);
      Kit.element("a", { download: "spirograph.png", href: paper.toDataURL("image/png") }).click();
    }
    function teeth(c, x, y, r, many, turned, out) {
      c.beginPath();
      for (let i = 0; i <= many * 2; i++) { const a = turned + (i * Math.PI) / many, far = r + (i % 2 ? 0 : out); c.lineTo(x + Math.cos(a) * far, y + Math.sin(a) * far); }
      c.closePath();
    }
    function gears(c) {
      const { x, y, r } = space(), inner = wheelSize(), arm = r * (1 - inner), roll = -((1 - inner) / inner) * turn, [wx, wy] = [x + arm * Math.cos(turn), y + arm * Math.sin(turn)], pen = at(turn);
      c.strokeStyle = T.colours.text;
      c.globalAlpha = 0.28;
      c.lineWidth = 1.5;
      teeth(c, x, y, r, live.ring, 0, 5); c.stroke();
      teeth(c, wx, wy, r * inner - 5, live.wheel, roll, 5); c.stroke();
      c.globalAlpha = 0.06; c.fillStyle = T.colours.text; c.fill();
      c.globalAlpha = 0.3;
      for (let i = 1; i < 9; i++) { const far = (r * inner * i) / 9; Toys.disc(c, wx + Math.cos(roll + i * 0.5) * far, wy + Math.sin(roll + i * 0.5) * far, 2, 2, T.colours.text); }
      c.globalAlpha = 1;
      Toys.disc(c, pen.x, pen.y, 7, 7, "#fff");
      Toys.disc(c, pen.x, pen.y, 5, 5, tints[tint % tints.length]);
    }
    const angle = () => Math.atan2(pointer.y - space().y, pointer.x - space().x);
    const range = (key, low, high, by) => Object.assign(Toys.range(words[key], live, key, low, high, by, changed), { key });
    const ranges = [range("wheel", 10, Math.max(20, live.ring - 6), 1), range("pen", 0.1, 1, 0.01), range("speed", 0.2, 5, 0.1)];
    fit();
    return {
      resized: fit,
      press() { hand = angle(); },
      release(tapped) { hand = null; if (tapped) other(); },
      step(dt) {
        if (hand !== null) { // the hand turns the wheel
          const now = angle(), by = Math.atan2(Math.sin(now - hand), Math.cos(now - hand));
          hand = now;
          if (Math.abs(by) > 0.001) go(by);
          return;
        }
        rest -= dt;
        if (rest > 0) return;
        if (rest > -dt && figures.at(-1)?.done) other();
        go(dt * 3.6 * live.speed);
      },
      draw(c) { c.drawImage(sheet, 0, 0, view.width, view.height); gears(c); },
      controls: [...ranges, Kit.element("div", {}, Toys.button(words.other, other), Toys.button(words.wipe, wipe), Toys.button(words.save, save))],
    };
  }

  return {
    start, names: /spiro|hypotrochoid|万花尺|繁花/i, defaults: { ring: 96, wheel: 60, pen: 0.8 },
    words: {
      en: { hint: "It draws by itself. Drag round to turn the wheel, click for another.", wheel: "Wheel", pen: "Pen", speed: "Speed", other: "Another", wipe: "Clear", save: "Save picture" },
      zh: { hint: "它会自己画。拖动转一转齿轮，点击换一个图案。", wheel: "齿轮", pen: "笔孔", speed: "速度", other: "换一个", wipe: "清空", save: "保存图片" },
    },
  };
})();
