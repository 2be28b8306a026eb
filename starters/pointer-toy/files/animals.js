// Animals drawn from the side: they walk, sit and sleep. One is drawn in units of its size, its feet at 0, 0.
const Animals = (() => {
  const { disc } = Toys;
  // What each looks like; `is` are the words and emoji that mean it.
  const KINDS = {
    cat: { is: /cat|kitten|kitty|猫|🐱|🐈|😺|😸/i, tint: "#f0a24b", ears: "points", tail: "long" },
    dog: { is: /dog|puppy|pup\b|corgi|狗|犬|🐶|🐕|🐩/i, tint: "#c98b56", ears: "flops", tail: "up" },
    fox: { is: /fox|狐|🦊/i, tint: "#e8702a", ears: "points", tail: "bush", belly: "#fff3e0" },
    rabbit: { is: /rabbit|bunny|hare|兔|🐰|🐇/i, tint: "#f3ece4", ears: "long", tail: "puff" },
    mouse: { is: /mouse|mice|rat|hamster|鼠|🐭|🐁|🐹|🐀/i, tint: "#a9a6b4", ears: "rounds", tail: "thin" },
    panda: { is: /panda|熊猫|🐼/i, tint: "#fbfbf8", ears: "balls", tail: "puff", dark: "#26262e" },
    bear: { is: /bear|熊|🐻/i, tint: "#8d5b3a", ears: "balls", tail: "puff" },
    pig: { is: /pig|猪|🐷|🐖/i, tint: "#f6a5b8", ears: "flops", tail: "thin" },
    duck: { is: /duck|chick|bird|goose|鸭|鸡|鸟|鹅|🦆|🐥|🐤|🐣|🐦/i, tint: "#ffd84d", bird: true },
  };
  const kindOf = (word) => Object.keys(KINDS).find((name) => KINDS[name].is.test(word)) || "";

  function line(c, from, to, width, colour, bend = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.lineCap = "round";
    c.beginPath();
    c.moveTo(...from);
    c.quadraticCurveTo(...bend, ...to);
    c.stroke();
  }
  function ear(c, kind, x, y, side, tint, inner) {
    c.save();
    c.translate(x, y);
    c.scale(side, 1);
    if (kind === "points") {
      [[1, tint], [0.58, inner]].forEach(([by, fill]) => { c.fillStyle = fill; c.beginPath(); c.moveTo(-0.2 * by, 0.12); c.lineTo(0.16 * by, -0.5 * by); c.lineTo(0.3 * by, 0.14); c.fill(); });
    } else if (kind === "long") { disc(c, 0.02, -0.5, 0.15, 0.58, tint, 0.16); disc(c, 0.02, -0.48, 0.07, 0.42, inner, 0.16); }
    else if (kind === "flops") disc(c, 0.2, 0.18, 0.16, 0.38, Kit.shade(tint, -0.28), -0.25);
    else { disc(c, 0.08, -0.08, kind === "rounds" ? 0.33 : 0.22, kind === "rounds" ? 0.33 : 0.22, tint); if (kind === "rounds") disc(c, 0.08, -0.08, 0.19, 0.19, inner); }
    c.restore();
  }
  function tail(c, look, x, y, tint, swing) {
    if (look.tail === "puff") return disc(c, x, y, 0.2, 0.2, Kit.shade(tint, look.dark ? 0 : 0.3));
    const tip = [x - 0.75, y - (look.tail === "thin" ? 0.35 : 0.75) + swing * 0.25];
    if (look.tail === "bush") {
      disc(c, x - 0.45, y - 0.2 + swing * 0.1, 0.62, 0.27, tint, 0.5);
      return disc(c, x - 0.8, y - 0.4 + swing * 0.14, 0.26, 0.17, "#fff7ec", 0.5);
    }
    line(c, [x, y], look.tail === "up" ? [x - 0.35, y - 0.6 + swing * 0.1] : tip, look.tail === "thin" ? 0.08 : 0.2, look.tail === "thin" ? "#e59aa6" : tint, [x - 0.65, y + 0.1 + swing * 0.2]);
  }
  // The face looks to the right, or at us where it is `front`.
  function head(c, look, x, y, tint, { front, shut }) {
    const dark = look.dark || Kit.shade(tint, -0.12), inner = "#f2a5ab", ears = look.dark || tint;
    ear(c, look.ears, x - 0.34, y - 0.42, -1, look.ears === "balls" ? dark : ears, inner);
    ear(c, look.ears, x + 0.3, y - 0.42, 1, look.ears === "balls" ? dark : ears, inner);
    disc(c, x, y, 0.62, 0.54, tint);
    const move = front ? 0 : 0.16, nose = x + (front ? 0 : 0.34);
    disc(c, nose, y + 0.2, 0.3, 0.22, look.belly || Kit.shade(tint, 0.45));
    disc(c, nose + (front ? 0 : 0.1), y + 0.1, 0.09, 0.065, look.ears === "rounds" || look.ears === "long" ? "#e98a97" : "#33272a");
    [-0.25, 0.25].forEach((at) => {
      const ex = x + at + move;
      if (look.dark) disc(c, ex, y - 0.05, 0.17, 0.19, look.dark);
      if (shut) return line(c, [ex - 0.1, y - 0.06], [ex + 0.1, y - 0.06], 0.06, look.dark ? "#fff" : "#2b2230", [ex, y + 0.06]);
      disc(c, ex, y - 0.07, 0.09, 0.115, look.dark ? "#fff" : "#2b2230");
      disc(c, ex + 0.03, y - 0.11, 0.035, 0.035, look.dark ? "#222" : "#fff");
    });
    if (look.tail === "long") [-1, 1].forEach((side) => [0.14, 0.24].forEach((dy) => line(c, [nose + side * 0.2, y + 0.18], [nose + side * 0.55, y + dy], 0.025, "rgb(60 40 40 / 45%)")));
  }

  function walker(c, look, tint, { pose, phase, time, blink }) {
    const far = Kit.shade(look.dark || tint, -0.16), near = look.dark || tint, belly = look.belly || Kit.shade(tint, 0.3);
    if (pose === "sleep") {
      tail(c, { ...look, tail: look.tail === "bush" ? "bush" : look.tail }, -0.9, -0.3, tint, Math.sin(time) * 0.4);
      disc(c, 0, -0.5 - Math.sin(time * 2) * 0.03, 1.1, 0.55, tint);
      disc(c, -0.1, -0.2, 0.8, 0.22, belly);
      return head(c, look, 0.72, -0.52, tint, { shut: true });
    }
    if (pose === "sit") {
      tail(c, look, -0.55, -0.22, tint, Math.sin(time * 3));
      disc(c, -0.08, -0.78, 0.68, 0.82, tint);
      disc(c, -0.42, -0.3, 0.46, 0.36, near);
      disc(c, 0.12, -0.72, 0.34, 0.54, belly);
      [0.02, 0.34].forEach((x) => { line(c, [x, -0.7], [x + 0.05, -0.08], 0.24, near); });
      return head(c, look, 0.12, -1.75 + Math.sin(time * 2) * 0.02, tint, { front: true, shut: blink });
    }
    const step = (turn) => Math.sin(phase + turn) * 0.34, lift = (turn) => -0.08 - Math.max(0, Math.cos(phase + turn)) * 0.16, bob = Math.abs(Math.sin(phase)) * 0.07;
    [[-0.6, 0], [0.55, Math.PI]].forEach(([x, turn]) => line(c, [x, -0.7], [x + step(turn + 1.2), lift(turn + 1.2)], 0.25, far));
    tail(c, look, -0.95, -1.05 - bob, tint, Math.sin(time * 6));
    disc(c, 0, -0.98 - bob, 1.05, 0.56, tint);
    disc(c, 0.05, -0.74 - bob, 0.78, 0.24, belly);
    [[-0.62, Math.PI], [0.62, 0]].forEach(([x, turn]) => line(c, [x, -0.75], [x + step(turn), lift(turn)], 0.26, near));
    head(c, look, 0.95, -1.5 - bob, tint, { shut: blink });
  }
  function bird(c, tint, { pose, phase, time, blink }) {
    const low = pose === "walk" ? 0 : 0.28, bob = pose === "walk" ? Math.abs(Math.sin(phase)) * 0.1 : 0, orange = "#f08c1a";
    if (pose === "walk") [0, Math.PI].forEach((turn) => { const x = Math.sin(phase + turn) * 0.26; line(c, [0, -0.5], [x, -0.06], 0.1, orange); line(c, [x, -0.05], [x + 0.22, -0.05], 0.12, orange); });
    c.fillStyle = tint;
    c.beginPath(); c.moveTo(-0.6, -0.9 + low - bob); c.lineTo(-1.15, -1.25 + low - bob + Math.sin(time * 5) * 0.04); c.lineTo(-0.6, -0.5 + low); c.fill();
    disc(c, 0, -0.78 + low - bob, 0.86, 0.58, tint);
    disc(c, -0.1, -0.8 + low - bob, 0.48, 0.32, Kit.shade(tint, -0.12), 0.2 + (pose === "walk" ? Math.sin(phase * 2) * 0.1 : 0));
    const y = -1.55 + low * (pose === "sleep" ? 2.2 : 1) - bob;
    c.fillStyle = orange;
    c.beginPath(); c.moveTo(0.95, y - 0.12); c.lineTo(1.42, y + 0.04); c.lineTo(0.95, y + 0.2); c.fill();
    disc(c, 0.58, y, 0.5, 0.48, tint);
    if (pose === "sleep" || blink) line(c, [0.62, y - 0.08], [0.84, y - 0.08], 0.06, "#2b2230", [0.73, y + 0.04]);
    else { disc(c, 0.74, y - 0.1, 0.085, 0.1, "#2b2230"); disc(c, 0.77, y - 0.14, 0.03, 0.03, "#fff"); }
  }
  function draw(c, kind, tint, how) {
    const look = KINDS[kind], colour = tint || look.tint;
    if (look.bird) bird(c, colour, how); else walker(c, look, colour, how);
  }
  return { kindOf, draw, tintOf: (kind) => KINDS[kind]?.tint };
})();
