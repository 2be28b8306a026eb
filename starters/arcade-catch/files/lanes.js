// The rows of the crossing: roads with traffic, rivers with rafts, grass between. Lengths are in squares.
const Lanes = (() => {
  const { dice } = Scenery;
  const TREES = { garden: "🌳", forest: "🌲", city: "🌳", night: "🌲", space: "🪐", sea: "🪸", snow: "🌲", desert: "🌵", candy: "🍭", fair: "🎪" };
  const TINTS = { road: "#4b4f60", river: "#4aa6dc" };

  // Row 0 is the start; `goal` (if there is one) is the other side; below and above is grass.
  function create(g, seed, span) {
    const goal = g.S.rows ? g.S.rows + 1 : Infinity;
    const made = new Map();
    const kindOf = (row) => (row <= 0 || row >= goal ? "grass" : g.S.lanes[(row - 1) % g.S.lanes.length]);
    function build(row) {
      const kind = kindOf(row);
      const roll = (salt) => dice(row + seed * 31.7, salt);
      const lane = { row, kind, way: row % 2 ? 1 : -1, shift: roll(1) * span, items: [], picks: [], fast: 0 };
      if (kind === "road") fill(lane, roll, { long: () => 1.15, gap: 3.4 + roll(2) * 1.8, fast: 1.3 + roll(3) * 1.3 });
      if (kind === "river") fill(lane, roll, { long: (i) => 2.2 + Math.floor(roll(20 + i) * 2.4), gap: 2.1 + roll(2) * 0.6, fast: 0.7 + roll(3) * 0.6 });
      if (kind !== "river" && row > 0 && row < goal && g.S.good.length && roll(4) < 0.55) lane.picks.push(pick(g, roll));
      return lane;
    }
    function fill(lane, roll, { long, gap, fast }) {
      lane.fast = fast;
      const faces = lane.kind === "road" ? g.S.bad.map((one) => one.face) : g.S.rafts;
      const face = faces[Math.floor(roll(5) * faces.length)] || "";
      for (let at = 0, i = 0; ; i++) {
        const w = long(i);
        const clear = Math.max(lane.kind === "road" ? 2.4 : 1.4, gap * (0.75 + roll(40 + i) * 0.6));
        if (at + w + clear * 0.8 > span) break;
        lane.items.push({ at: at + w / 2, w, face });
        at += w + clear;
      }
      if (lane.kind === "river" && roll(6) < 0.35 && g.S.good.length) lane.ride = pick(g, roll);
    }
    function pick(game, roll) {
      const extra = game.S.extras.length && roll(8) < 0.15;
      const name = extra ? game.S.extras[Math.floor(roll(9) * game.S.extras.length)] : "";
      const thing = extra ? game.extra(name) : { ...game.S.good[Math.floor(roll(9) * game.S.good.length)] };
      const half = Math.max(1, Math.floor(game.view.width / game.cell / 2 - 1.2));
      return { ...thing, at: Math.round((roll(10) * 2 - 1) * half), phase: roll(11) * 6 };
    }
    const lane = (row) => {
      if (!made.has(row)) made.set(row, build(row));
      return made.get(row);
    };
    // Where an item is now, from the middle of the screen.
    const place = (one, item) => ((((item.at + one.shift * one.way) % span) + span) % span) - span / 2;
    function step(dt, pace) {
      made.forEach((one) => (one.shift += one.fast * pace * dt));
      return made;
    }
    const under = (one, x, slack) => one.items.find((item) => Math.abs(place(one, item) - x) < item.w / 2 + slack);
    return { goal, lane, place, step, under };
  }

  function surface(c, g, one, y, cell, time) {
    const w = g.view.width;
    const dark = Scenery.SKIES[g.S.sky].dark;
    const tint = one.kind === "grass" ? Kit.shade(g.C.ground, one.row % 2 ? 0.06 : 0) : dark ? Kit.blend(TINTS[one.kind], "#0b1030", 0.45) : TINTS[one.kind];
    c.fillStyle = tint;
    c.fillRect(0, y - cell / 2 - 0.5, w, cell + 1);
    if (one.kind === "grass") return tufts(c, g, one, y, cell);
    if (one.kind === "road") {
      c.fillStyle = "rgba(255,255,255,.28)";
      for (let x = (cell * (one.row % 2)) / 2; x < w; x += cell) c.fillRect(x, y - cell / 2 - 1.5, cell * 0.45, 3);
      return;
    }
    c.strokeStyle = "rgba(255,255,255,.22)";
    c.lineWidth = 2;
    for (let i = 0; i < w / 110 + 2; i++) {
      const x = ((((i * 110 + Scenery.dice(i, one.row) * 60 + time * 26 * one.way) % (w + 120)) + w + 120) % (w + 120)) - 60;
      const at = y + (Scenery.dice(i, one.row + 3) - 0.5) * cell * 0.6;
      c.beginPath();
      c.moveTo(x, at);
      c.quadraticCurveTo(x + 11, at - 5, x + 22, at);
      c.quadraticCurveTo(x + 33, at + 5, x + 44, at);
      c.stroke();
    }
  }
  function tufts(c, g, one, y, cell) {
    for (let i = 0; i < g.view.width / 56; i++) {
      const [x, at] = [i * 56 + Scenery.dice(i, one.row + 50) * 44, y + (Scenery.dice(i, one.row + 60) - 0.5) * cell * 0.7];
      c.fillStyle = Scenery.dice(i, one.row + 70) < 0.16 ? g.S.tints[i % g.S.tints.length] : Kit.alpha(Kit.shade(g.C.ground, -0.35), 0.35);
      Things.disc(c, x, at, 2.6);
      c.fill();
    }
  }

  // Beyond the start and the other side stands what grows there.
  function scenery(c, g, one, y, cell) {
    const sign = TREES[g.S.sky];
    if (!sign) return;
    for (let i = 0; i * cell * 1.2 < g.view.width + cell; i++) {
      if (dice(i, one.row + 80) < 0.5) Things.stamp(c, sign, (i + dice(i, one.row + 90) * 0.5) * cell * 1.2, y - cell * 0.1, cell * 0.8);
    }
  }

  function raft(c, item, x, y, cell, time) {
    const wide = item.w * cell * 0.96;
    if (item.face && item.face !== "🪵") {
      const many = Math.max(1, Math.round(item.w));
      for (let i = 0; i < many; i++) Things.stamp(c, item.face, x + (i - (many - 1) / 2) * cell * 0.92, y + Math.sin(time * 2 + i) * 2, cell * 0.86);
      return;
    }
    c.fillStyle = "rgba(10,40,70,.25)";
    Kit.roundRect(c, x - wide / 2, y - cell * 0.27, wide, cell * 0.66, cell * 0.3);
    c.fill();
    c.fillStyle = "#9a6a3f";
    Kit.roundRect(c, x - wide / 2, y - cell * 0.32, wide, cell * 0.64, cell * 0.3);
    c.fill();
    c.strokeStyle = "rgba(60,34,14,.4)";
    c.lineWidth = 2;
    [-0.12, 0.1].forEach((part) => { c.beginPath(); c.moveTo(x - wide * 0.36, y + part * cell); c.lineTo(x + wide * 0.3, y + part * cell); c.stroke(); });
    c.fillStyle = "#d9b284";
    c.beginPath();
    c.ellipse(x + wide / 2 - cell * 0.17, y, cell * 0.14, cell * 0.26, 0, 0, 7);
    c.fill();
  }
  function vehicle(c, item, x, y, cell, way) {
    c.fillStyle = "rgba(0,0,0,.22)";
    c.beginPath();
    c.ellipse(x, y + cell * 0.36, cell * 0.5, cell * 0.09, 0, 0, 7);
    c.fill();
    c.save();
    c.translate(x, y);
    if (way > 0) c.scale(-1, 1);
    Things.stamp(c, item.face, 0, 0, cell * 0.92);
    c.restore();
  }

  return { create, surface, scenery, raft, vehicle };
})();
