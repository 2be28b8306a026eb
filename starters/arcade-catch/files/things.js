// How things look: emoji kept as small pictures, shapes around them, halves, and their own colour.
const Things = (() => {
  const pictures = new Map();
  const tints = new Map();
  const SHAPES = { "🎈": "balloon", "🫧": "bubble", "🎯": "target" };
  const UPRIGHT = /[☄🔥⚡💧🌧🦆🐦🦅🐝🦋🐟🐠🐡🎁🥚🕊🪿👻🤖👾🛸🦟🪰✈🚁]/u;
  // Fonts with coloured pictures first: some text fonts have a black cat.
  const COLOURED = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", system-ui, sans-serif';
  const isEmoji = (sign) => /\p{Extended_Pictographic}|\p{RI}/u.test(sign);

  // An emoji drawn once: text is slow to draw, a picture is not.
  function picture(sign, size) {
    const side = Math.max(16, Math.round(size / 8) * 8);
    const key = `${sign}${side}`;
    if (!pictures.has(key)) {
      const node = document.createElement("canvas");
      node.width = node.height = Math.round(side * 2.5);
      const pen = node.getContext("2d");
      pen.scale(2, 2);
      [pen.font, pen.textAlign, pen.textBaseline] = [`${side}px ${COLOURED}`, "center", "middle"];
      pen.fillText(sign, side * 0.625, side * 0.685);
      pictures.set(key, node);
    }
    return pictures.get(key);
  }

  // The middle colour of an emoji, made livelier; it is the colour of its juice and sparks.
  function tintOf(sign, otherwise) {
    if (!isEmoji(sign)) return otherwise;
    if (!tints.has(sign)) {
      const { width: n } = picture(sign, 24);
      const data = picture(sign, 24).getContext("2d").getImageData(0, 0, n, n).data;
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < data.length; i += 16) {
        const lively = data[i + 3] * (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) + 20);
        [0, 1, 2].forEach((part) => (sum[part] += data[i + part] * lively));
        sum[3] += lively;
      }
      tints.set(sign, sum[3] ? `rgb(${sum.slice(0, 3).map((part) => Math.round(part / sum[3])).join(",")})` : otherwise);
    }
    return tints.get(sign);
  }

  function stamp(c, sign, x, y, size, ink = "#fff") {
    if (isEmoji(sign)) {
      const side = size * 1.25;
      return c.drawImage(picture(sign, size), x - side / 2, y - side / 2, side, side);
    }
    c.font = `800 ${size * (sign.length > 1 ? 0.62 : 0.82)}px ${getComputedStyle(document.body).fontFamily}`;
    [c.textAlign, c.textBaseline, c.fillStyle] = ["center", "middle", ink];
    c.fillText(sign, x, y + size * 0.04);
  }

  const lookOf = (thing, look) =>
    look !== "auto" ? look : SHAPES[thing.face] || (isEmoji(thing.face) ? "emoji" : "ball");
  const disc = (c, x, y, r) => { c.beginPath(); c.arc(x, y, Math.max(0.1, r), 0, 7); };

  function gloss(c, r, tint) {
    const fade = c.createRadialGradient(-r * 0.35, -r * 0.4, r * 0.1, 0, 0, r * 1.15);
    fade.addColorStop(0, Kit.shade(tint, 0.55));
    fade.addColorStop(0.45, tint);
    fade.addColorStop(1, Kit.shade(tint, -0.25));
    return fade;
  }
  const BODIES = {
    balloon(c, r, tint, time) {
      c.strokeStyle = Kit.alpha(Kit.shade(tint, -0.4), 0.6);
      c.lineWidth = 1.6;
      c.beginPath();
      c.moveTo(0, r * 1.2);
      c.quadraticCurveTo(Math.sin(time * 2) * r * 0.4, r * 1.8, Math.sin(time * 2 + 1) * r * 0.25, r * 2.4);
      c.stroke();
      c.fillStyle = gloss(c, r * 1.1, tint);
      c.beginPath();
      c.moveTo(0, r * 1.08);
      c.lineTo(-r * 0.15, r * 1.28);
      c.lineTo(r * 0.15, r * 1.28);
      c.fill();
      c.beginPath();
      c.ellipse(0, 0, r * 0.96, r * 1.14, 0, 0, 7);
      c.fill();
    },
    bubble(c, r, tint) {
      const fade = c.createRadialGradient(0, 0, r * 0.4, 0, 0, r);
      fade.addColorStop(0, Kit.alpha(tint, 0.08));
      fade.addColorStop(0.8, Kit.alpha(tint, 0.22));
      fade.addColorStop(1, Kit.alpha(Kit.shade(tint, 0.4), 0.75));
      c.fillStyle = fade;
      disc(c, 0, 0, r);
      c.fill();
      c.strokeStyle = "rgba(255,255,255,.7)";
      c.lineWidth = 1.5;
      c.stroke();
      c.fillStyle = "rgba(255,255,255,.85)";
      c.beginPath();
      c.ellipse(-r * 0.42, -r * 0.5, r * 0.22, r * 0.12, -0.7, 0, 7);
      c.fill();
    },
    target(c, r, tint) {
      [1, 0.76, 0.52, 0.28].forEach((part, i) => {
        c.fillStyle = i % 2 ? "#fffaf2" : tint;
        disc(c, 0, 0, r * part);
        c.fill();
      });
    },
    ball(c, r, tint) {
      c.fillStyle = gloss(c, r, tint);
      disc(c, 0, 0, r);
      c.fill();
    },
  };

  // A thing at its place. What must not be touched is dark where shapes have colours.
  function draw(c, thing, look, time) {
    const shape = thing.kind === "extra" ? "bubble" : lookOf(thing, look);
    const r = thing.r * (thing.grown ?? 1);
    if (r < 1) return;
    c.save();
    c.translate(thing.x, thing.y);
    if (thing.flip) c.scale(-1, 1);
    const body = BODIES[shape];
    if (!body || shape === "emoji") {
      if (!UPRIGHT.test(thing.face)) c.rotate(thing.turn || 0);
      stamp(c, thing.face, 0, 0, r * 2, thing.ink);
    } else {
      const tint = thing.kind === "bad" ? "#3b3f4f" : thing.kind === "extra" ? "#ffd76a" : thing.tint;
      body(c, r, tint, time + thing.x / 90);
      const plain = thing.kind === "good" && SHAPES[thing.face] === shape;
      if (!plain) stamp(c, thing.face, 0, 0, r * (shape === "target" ? 0.8 : 1.15), Kit.readable("#ffffff", shape === "bubble" ? "#5a6a80" : tint, 2.4));
    }
    c.restore();
  }

  // One half of a thing that was cut along `angle`; side is -1 or 1.
  function half(c, piece) {
    c.save();
    c.globalAlpha = Kit.clamp(piece.life * 2, 0, 1);
    c.translate(piece.x, piece.y);
    c.rotate(piece.turn + piece.angle);
    c.beginPath();
    c.rect(-piece.r * 2, piece.side < 0 ? -piece.r * 2 : 0, piece.r * 4, piece.r * 2);
    c.clip();
    c.rotate(-piece.angle);
    draw(c, { ...piece, x: 0, y: 0, turn: piece.was, kind: "good" }, piece.look, 0);
    c.restore();
  }

  return { SHAPES, picture, tintOf, stamp, draw, half, isEmoji, disc };
})();
