// Faces whose eyes look at the pointer. They blink, and a click makes one laugh and the others stare.
Toys.all.eyes = (() => {
  const { disc } = Toys;
  const FACES = ["monster", "cat", "owl", "frog", "robot", "ghost", "bear", "rabbit", "eyes"];
  const IS = { cat: /cat|猫|🐱|🐈|fox|狐|🦊|dog|狗|🐶/i, owl: /owl|bird|猫头鹰|鸟|🦉|🐦|🐧/i, frog: /frog|蛙|🐸/i, robot: /robot|机器|🤖/i, ghost: /ghost|鬼|幽灵|👻/i, bear: /bear|panda|mouse|熊|鼠|🐻|🐼|🐭/i, rabbit: /rabbit|bunny|兔|🐰/i, eyes: /eye|眼|👀|👁/i, monster: /monster|alien|怪|👾|👽|👹/i };
  const faceOf = (word) => Object.keys(IS).find((name) => IS[name].test(word)) || "monster";
  const TINTS = ["#7c5cff", "#ff7a59", "#2ec4b6", "#ffbf3c", "#ef476f", "#4ea8de"];

  // Heads in units of their radius, the middle at 0, 0; each says where its eyes are: [x, y, radius].
  const HEADS = {
    monster(c, tint, one) {
      [-1, 1].forEach((side) => { c.fillStyle = Kit.shade(tint, 0.35); c.beginPath(); c.moveTo(side * 0.3, -0.72); c.lineTo(side * 0.62, -1.15); c.lineTo(side * 0.72, -0.5); c.fill(); });
      Kit.roundRect(c, -0.9, -0.85, 1.8, 1.75, 0.75);
      c.fillStyle = tint; c.fill();
      return [[[0, -0.18, 0.46]], [[-0.36, -0.18, 0.33], [0.36, -0.18, 0.33]], [[-0.52, -0.05, 0.24], [0, -0.34, 0.28], [0.52, -0.05, 0.24]]][one.variant % 3];
    },
    cat(c, tint) {
      [-1, 1].forEach((side) => [[1, tint], [0.55, "#f2a5ab"]].forEach(([by, fill]) => { c.fillStyle = fill; c.beginPath(); c.moveTo(side * (0.62 - 0.38 * by), -0.58); c.lineTo(side * 0.74, -0.6 - 0.6 * by); c.lineTo(side * (0.7 + 0.2 * by), -0.25); c.fill(); }));
      disc(c, 0, 0.05, 0.95, 0.86, tint);
      disc(c, 0, 0.34, 0.1, 0.07, "#3a2a30");
      [-1, 1].forEach((side) => [0.3, 0.46].forEach((y) => { c.strokeStyle = "rgb(255 255 255 / 70%)"; c.lineWidth = 0.03; c.beginPath(); c.moveTo(side * 0.4, 0.36); c.lineTo(side * 1.02, y); c.stroke(); }));
      return [[-0.38, -0.08, 0.28], [0.38, -0.08, 0.28]];
    },
    owl(c, tint) {
      [-1, 1].forEach((side) => { c.fillStyle = Kit.shade(tint, -0.2); c.beginPath(); c.moveTo(side * 0.2, -0.7); c.lineTo(side * 0.85, -1.05); c.lineTo(side * 0.82, -0.35); c.fill(); });
      disc(c, 0, 0.05, 0.92, 0.95, tint);
      [-0.4, 0.4].forEach((x) => disc(c, x, -0.12, 0.48, 0.48, Kit.shade(tint, 0.45)));
      c.fillStyle = "#f7a531"; c.beginPath(); c.moveTo(-0.14, 0.2); c.lineTo(0.14, 0.2); c.lineTo(0, 0.48); c.fill();
      return [[-0.4, -0.12, 0.36], [0.4, -0.12, 0.36]];
    },
    frog(c, tint) {
      [-0.5, 0.5].forEach((x) => disc(c, x, -0.55, 0.42, 0.42, tint));
      disc(c, 0, 0.15, 1, 0.78, tint);
      disc(c, 0, 0.42, 0.7, 0.42, Kit.shade(tint, 0.3));
      return [[-0.5, -0.58, 0.32], [0.5, -0.58, 0.32]];
    },
    robot(c, tint, one, time) {
      c.strokeStyle = Kit.shade(tint, -0.3); c.lineWidth = 0.08; c.beginPath(); c.moveTo(0, -0.8); c.lineTo(0, -1.1); c.stroke();
      disc(c, 0, -1.14, 0.12, 0.12, Math.sin(time * 3 + one.variant) > 0 ? "#ff5c5c" : "#ffd0d0");
      Kit.roundRect(c, -0.95, -0.8, 1.9, 1.65, 0.28); c.fillStyle = tint; c.fill();
      Kit.roundRect(c, -0.74, -0.52, 1.48, 0.72, 0.3); c.fillStyle = "#1d2130"; c.fill();
      return [[-0.36, -0.16, 0.26], [0.36, -0.16, 0.26]];
    },
    ghost(c, tint, one, time) {
      c.fillStyle = tint; c.beginPath(); c.arc(0, -0.1, 0.85, Math.PI, 0);
      for (let i = 0; i <= 6; i++) c.lineTo(0.85 - i * 0.283, 0.85 + (i % 2 ? -0.16 : 0.06) + Math.sin(time * 4 + i) * 0.05);
      c.fill();
      return [[-0.32, -0.15, 0.26], [0.32, -0.15, 0.26]];
    },
    bear(c, tint) {
      [-0.65, 0.65].forEach((x) => { disc(c, x, -0.66, 0.32, 0.32, tint); disc(c, x, -0.66, 0.17, 0.17, Kit.shade(tint, -0.25)); });
      disc(c, 0, 0.05, 0.95, 0.88, tint);
      disc(c, 0, 0.42, 0.42, 0.33, Kit.shade(tint, 0.45)); disc(c, 0, 0.3, 0.13, 0.09, "#33272a");
      return [[-0.36, -0.16, 0.25], [0.36, -0.16, 0.25]];
    },
    rabbit(c, tint) {
      [-1, 1].forEach((side) => { disc(c, side * 0.36, -0.92, 0.2, 0.55, tint, side * 0.15); disc(c, side * 0.36, -0.9, 0.1, 0.4, "#f2a5ab", side * 0.15); });
      disc(c, 0, 0.1, 0.88, 0.8, tint);
      disc(c, 0, 0.38, 0.09, 0.065, "#e98a97");
      return [[-0.34, -0.05, 0.25], [0.34, -0.05, 0.25]];
    },
    eyes: () => [[-0.47, 0, 0.45], [0.47, 0, 0.45]],
  };

  function start(T) {
    const { S, view, pointer, words, bubbles, sparks } = T;
    const given = T.things.map(faceOf), kinds = given.length ? given : FACES.slice(0, 8), tints = T.tints.length ? T.tints : TINTS;
    const live = { count: Kit.clamp(Math.round(S.count) || 12, 1, 60), size: Kit.clamp(S.size, 0.4, 1.6) };
    let all = [], pats = 0;

    function fill() {
      all = Array.from({ length: live.count }, (_, i) => all[i] || { kind: kinds[i % kinds.length], tint: tints[(i + Math.floor(i / kinds.length)) % tints.length], variant: i, blink: Kit.random(0.5, 5), laugh: 0, stare: 0, hop: 0, look: [0, 0], speed: Kit.random(5, 11) });
    }
    // A grid between the title and the controls, as square as fits.
    function place() {
      const top = T.top(), high = view.height - top - T.bottom(), wide = view.width - 24;
      let columns = 1;
      while (columns < live.count && Math.min(wide / columns, high / Math.ceil(live.count / columns)) < Math.min(wide / (columns + 1), high / Math.ceil(live.count / (columns + 1)))) columns++;
      const rows = Math.ceil(live.count / columns), cell = Math.min(wide / columns, high / rows, 300);
      all.forEach((one, i) => {
        const row = Math.floor(i / columns), inRow = row === rows - 1 ? live.count - columns * (rows - 1) : columns;
        one.x = view.width / 2 + ((i % columns) - (inRow - 1) / 2) * cell;
        one.y = top + high / 2 + (row - (rows - 1) / 2) * cell + cell * 0.04;
        one.r = cell * 0.37 * live.size;
      });
    }
    function step(dt) {
      place();
      all.forEach((one) => {
        one.blink = one.blink < -0.13 ? Kit.random(1, 6) : one.blink - dt;
        for (const key of ["laugh", "stare"]) one[key] = Math.max(0, one[key] - dt);
        one.hop = Math.max(0, one.hop - dt * 1.8);
        const [dx, dy] = [pointer.x - one.x, pointer.y - one.y], far = Math.hypot(dx, dy) || 1, reach = Math.min(1, far / (one.r * 1.4)), ease = Math.min(1, dt * one.speed);
        one.look = [Kit.mix(one.look[0], (dx / far) * reach, ease), Kit.mix(one.look[1], (dy / far) * reach, ease)];
        one.near = Kit.clamp(1 - far / (one.r * 5), 0, 1);
      });
    }
    function eye(c, one, [x, y, r]) {
      if (one.laugh > 0) { // > <
        const side = x < -0.05 ? 1 : -1;
        c.strokeStyle = one.kind === "robot" ? "#7ff0ff" : "#20202a"; c.lineWidth = r * 0.3; c.lineCap = c.lineJoin = "round";
        c.beginPath(); c.moveTo(x - side * r * 0.6, y - r * 0.5); c.lineTo(x + side * r * 0.5, y); c.lineTo(x - side * r * 0.6, y + r * 0.5); c.stroke();
        return;
      }
      const open = one.blink < 0 ? 0.08 : one.stare > 0 ? 1.12 : 1, big = r * (one.stare > 0 ? 1.12 : 1);
      c.save();
      c.beginPath(); c.ellipse(x, y, big, big * open, 0, 0, 7); c.fillStyle = "#fff"; c.fill(); c.clip();
      const [px, py] = [x + one.look[0] * r * 0.5, y + one.look[1] * r * 0.5], wide = r * (0.3 + one.near * 0.14);
      disc(c, px, py, r * 0.58, r * 0.58, T.iris(one.variant));
      disc(c, px, py, one.kind === "cat" ? wide * (0.35 + one.near * 0.6) : wide, one.kind === "frog" ? wide * 0.5 : one.kind === "cat" ? r * 0.5 : wide, "#15151d");
      disc(c, px + r * 0.16, py - r * 0.18, r * 0.11, r * 0.11, "#fff");
      c.restore();
      if (one.blink < 0) { c.strokeStyle = Kit.shade(one.tint, -0.35); c.lineWidth = 0.06; c.beginPath(); c.moveTo(x - r, y); c.quadraticCurveTo(x, y + r * 0.4, x + r, y); c.stroke(); }
    }
    function mouth(c, one) {
      if (one.kind === "eyes" || one.kind === "owl") return;
      const y = { cat: 0.42, rabbit: 0.46, bear: 0.46, frog: 0.34, ghost: 0.24, robot: 0.48 }[one.kind] ?? 0.42;
      c.strokeStyle = "#20202a"; c.lineWidth = 0.06; c.lineCap = "round";
      if (one.stare > 0) return disc(c, 0, y + 0.12, 0.11, 0.14, "#20202a");
      c.beginPath();
      if (one.laugh > 0) { c.fillStyle = "#7c2038"; c.arc(0, y, 0.28, 0, Math.PI); c.fill(); return; }
      c.arc(0, y - 0.06, 0.2 + (one.kind === "frog" ? 0.25 : 0), 0.35, Math.PI - 0.35);
      c.stroke();
    }
    function draw(c, time) {
      all.forEach((one) => {
        const hop = Math.sin(one.hop * Math.PI) * 0.5, squash = 1 + (one.laugh > 0 ? Math.sin(time * 26) * 0.035 : Math.sin(time * 1.6 + one.variant) * 0.012);
        c.globalAlpha = 0.13; disc(c, one.x, one.y + one.r * 1.02, one.r * (0.8 - hop * 0.3), one.r * 0.12, "#000"); c.globalAlpha = 1;
        c.save();
        c.translate(one.x, one.y - hop * one.r);
        c.scale(one.r / squash, one.r * squash);
        c.rotate(one.look[0] * 0.06);
        const spots = HEADS[one.kind](c, one.tint, one, time);
        c.translate(one.look[0] * 0.04, one.look[1] * 0.04);
        spots.forEach((spot) => eye(c, one, spot));
        mouth(c, one);
        c.restore();
      });
    }
    function press(x, y) {
      const hit = all.find((one) => Math.hypot(one.x - x, one.y - y) < one.r * 1.1);
      all.forEach((one) => { if (one !== hit) one.stare = 0.7; });
      if (!hit) return T.sound("click");
      Object.assign(hit, { laugh: 0.9, hop: 1, stare: 0 });
      pats += 1;
      T.tell(`${words.pats} ${pats}`);
      bubbles.say(hit.x, hit.y - hit.r * 1.2, T.line());
      sparks.burst(hit.x, hit.y - hit.r * 0.6, hit.tint, 12, 150);
      T.sound("jump");
    }
    fill();
    place();
    return { step, draw, press, controls: [Toys.range(words.count, live, "count", 1, 40, 1, fill), Toys.range(words.size, live, "size", 0.5, 1.3, 0.05)] };
  }

  return {
    start, idleAfter: 6, names: /eye|look|stare|watch|眼/i, defaults: { irises: [] },
    words: { en: { hint: "They all look at you. Click one.", count: "Faces", size: "Size", pats: "Tickled:" }, zh: { hint: "它们都在看着你。点一点。", count: "数量", size: "大小", pats: "挠痒次数：" } },
  };
})();
