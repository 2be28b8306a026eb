// Sky, far things and ground, for every place.
const Scene = (() => {
  const PLACES = ["park", "city", "beach", "desert", "snow", "space", "night", "hall", "stadium"];
  const dark = () => S.place === "space" || S.place === "night";
  // Fixed by its number, so that a tree stays where it is.
  const fixed = (i, salt = 1) => Math.abs(Math.sin(i * 91.7 + salt * 37.3) * 4375.85) % 1;

  function sky(c, floor, time) {
    const fade = c.createLinearGradient(0, 0, 0, floor);
    const ground = dark() ? Kit.blend(C.background, "#0c1130", 0.72) : C.background;
    fade.addColorStop(0, Kit.shade(ground, -0.08));
    fade.addColorStop(1, Kit.shade(ground, dark() ? 0.16 : 0.45));
    c.fillStyle = fade;
    c.fillRect(0, 0, world.w, world.h);
    if (dark()) stars(c, floor, time);
    if (S.place === "hall") return hall(c, floor);
    if (S.place === "stadium") return crowd(c, floor, time);
    circle(c, world.w * 0.7, floor * 0.4, 120, Kit.alpha("#fff", 0.1));
    circle(c, world.w * 0.7, floor * 0.4, 52, dark() ? "#f4f1de" : Kit.shade(C.accent, 0.62));
    if (S.place === "space") planet(c, floor);
    else clouds(c, floor, time);
    far(c, floor);
  }
  function stars(c, floor, time) {
    for (let i = 0; i < 80; i++) {
      c.globalAlpha = 0.35 + 0.6 * Math.abs(Math.sin(time * 0.8 + i));
      circle(c, fixed(i, 2) * world.w, fixed(i, 3) * floor, 1.1 + fixed(i, 4), "#fff");
    }
    c.globalAlpha = 1;
  }
  function planet(c, floor) {
    plainBall(c, world.w * 0.2, floor * 0.36, 62, Kit.shade(C.far, 0.1));
    c.strokeStyle = Kit.alpha("#fff", 0.4);
    c.lineWidth = 6;
    c.beginPath(); c.ellipse(world.w * 0.2, floor * 0.36, 100, 22, -0.3, 0.4, 2.75); c.stroke();
  }
  function clouds(c, floor, time) {
    const wide = world.w + 400;
    for (let i = 0; i < 5; i++) {
      const x = ((i * 330 + time * (6 + Aim.wind * 3)) % wide + wide) % wide - 200;
      const y = 100 + fixed(i, 5) * floor * 0.3;
      [[0, 0, 28], [32, 8, 21], [-32, 9, 19], [12, 12, 24]].forEach(([dx, dy, r]) =>
        circle(c, x + dx, y + dy, r, Kit.alpha("#fff", dark() ? 0.07 : 0.38)));
    }
  }
  function far(c, floor) {
    const near = Kit.blend(C.far, C.background, 0.25);
    const draw = { city: towers, beach: sea, desert: peaks, snow: peaks, space: peaks }[S.place] || hills;
    draw(c, floor, Kit.blend(near, dark() ? "#0c1130" : "#fff", 0.35), 0.55, 11);
    draw(c, floor, dark() ? Kit.blend(near, "#0c1130", 0.5) : near, 0.34, 12);
  }
  function hills(c, floor, tint, tall, salt) {
    for (let i = -1; i < world.w / 190 + 2; i++) {
      c.fillStyle = tint;
      c.beginPath();
      c.ellipse(i * 190, floor, 180, 90 + 260 * tall * fixed(i, salt), 0, Math.PI, 0);
      c.fill();
    }
    if (salt > 11) wood(c, floor);
  }
  function wood(c, floor) {
    for (let i = -1; i < world.w / 190 + 2; i++) {
      tree(c, i * 190 + 60 * fixed(i, 6), floor, 50 + 40 * fixed(i, 7), Kit.shade(C.ground, -0.18));
      tree(c, i * 190 + 100 + 80 * fixed(i, 9), floor, 34 + 30 * fixed(i, 10), Kit.shade(C.ground, -0.08));
    }
  }
  function tree(c, x, y, high, tint) {
    box(c, x - 4, y - high, 8, high, 3, Kit.blend(tint, "#4a3222", 0.6));
    [[0, -high * 1.15, 0.42], [-high * 0.24, -high * 0.9, 0.32], [high * 0.24, -high * 0.92, 0.32]].forEach(([dx, dy, r]) =>
      circle(c, x + dx, y + dy, high * r, tint));
  }
  function towers(c, floor, tint, tall, salt) {
    for (let i = 0; i < world.w / 82 + 1; i++) {
      const high = 70 + 460 * tall * fixed(i, salt);
      c.fillStyle = tint;
      c.fillRect(i * 82 - 20, floor - high, 74, high);
      if (salt === 11) continue;
      c.fillStyle = Kit.alpha(Kit.shade(C.accent, 0.65), 0.55);
      for (let k = 0; k < high / 30 - 1; k++)
        for (let j = 0; j < 3; j++) if (fixed(i * 9 + k * 3 + j, 8) > 0.55) c.fillRect(i * 82 - 10 + j * 22, floor - high + 14 + k * 30, 9, 13);
    }
  }
  function sea(c, floor, tint, tall, salt) {
    const top = floor - (salt === 11 ? 120 : 60);
    c.fillStyle = salt === 11 ? Kit.shade(C.far, 0.15) : C.far;
    c.fillRect(0, top, world.w, floor - top);
    c.fillStyle = Kit.alpha("#fff", 0.3);
    for (let i = 0; i < 16; i++) c.fillRect(fixed(i, salt) * world.w, top + 8 + fixed(i, 9) * 44, 30 + 40 * fixed(i, 10), 2);
  }
  function peaks(c, floor, tint, tall, salt) {
    for (let i = -1; i < world.w / 210 + 2; i++) {
      const [x, high] = [i * 210 + 60 * fixed(i, 3), 80 + 320 * tall * fixed(i, salt)];
      const slope = (from, to, fill) => {
        c.fillStyle = fill;
        c.beginPath(); c.moveTo(x - 190 * to, floor - high * (1 - to));
        c.lineTo(x, floor - high); c.lineTo(x + 190 * to, floor - high * (1 - to)); c.fill();
      };
      slope(0, 1, tint);
      if (S.place === "snow") slope(0, 0.3, "#fff");
    }
  }
  function hall(c, floor) {
    for (let x = 0; x < world.w; x += 120) {
      c.fillStyle = Kit.alpha(C.far, 0.16);
      c.fillRect(x, 0, 60, floor);
    }
    c.fillStyle = Kit.alpha(C.far, 0.55);
    c.fillRect(0, floor - 64, world.w, 64);
    for (let x = 60; x < world.w; x += 240) {
      const glow = c.createRadialGradient(x, 20, 5, x, 20, 200);
      glow.addColorStop(0, "rgba(255,244,200,.6)");
      glow.addColorStop(1, "rgba(255,244,200,0)");
      c.fillStyle = glow;
      c.fillRect(x - 200, 0, 400, 220);
    }
  }
  function crowd(c, floor, time) {
    const tall = Math.min(floor * 0.62, 330);
    c.fillStyle = Kit.shade(C.far, -0.4);
    c.fillRect(0, floor - tall - 30, world.w, tall + 30);
    const tints = [C.accent, Kit.shade(C.far, 0.35), "#f8f4ec", Kit.shade(C.background, -0.25), Kit.shade(C.accent, 0.45)];
    const glad = Aim.phase === "rest" && Aim.good ? 9 : 2;
    for (let row = 0; row < tall / 24 - 1; row++) {
      for (let x = (row % 2) * 13; x < world.w + 20; x += 26) {
        const i = row * 71 + Math.round(x / 26);
        const hop = Math.abs(Math.sin(time * (glad > 5 ? 9 : 2) + i)) * glad;
        circle(c, x, floor - tall + row * 24 - hop, 7.5, Kit.alpha(tints[i * 7 % 5], 0.45 + 0.4 * (row * 24 / tall)));
      }
    }
    box(c, 0, floor - 34, world.w, 34, 0, Kit.shade(C.accent, -0.1));
    c.fillStyle = Kit.alpha("#fff", 0.9);
    c.font = "700 18px system-ui";
    c.textAlign = "center";
    c.textBaseline = "middle";
    for (let x = 150; x < world.w + 100; x += 330) c.fillText(S.title.slice(0, 22), x, floor - 16);
  }
  function ground(c, floor) {
    const tint = dark() ? Kit.blend(C.ground, "#0c1130", 0.35) : S.place === "snow" ? Kit.blend(C.ground, "#fff", 0.65) : C.ground;
    const fade = c.createLinearGradient(0, floor, 0, world.h);
    fade.addColorStop(0, tint);
    fade.addColorStop(1, Kit.shade(tint, -0.25));
    c.fillStyle = fade;
    c.fillRect(0, floor, world.w, world.h - floor);
    c.fillStyle = Kit.shade(tint, 0.25);
    c.fillRect(0, floor, world.w, 4);
  }
  return { PLACES, sky, ground, fixed };
})();
