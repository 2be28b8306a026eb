// What stands on the track and beside it: obstacles, things to collect, trees, houses, rocks.
const Things = (() => {
  const { G } = Solid;
  const { shade, random, pick, blend } = Kit;
  const WOOD = "#7a5238";

  const tyres = (s, x, z) => [[-x, -z], [x, -z], [-x, z], [x, z]].forEach(([a, b]) => s.add(G.tube(0.4, 0.4, 0.3, 10), "#23252f", [a, 0.4, b], [0, 0, Math.PI / 2]));
  const back = (s, x, y, z) => [-1, 1].forEach((side) => s.shine(G.box(0.36, 0.16, 0.06), "#ff3b4e", [side * x, y, z]));

  // [how to pass it, how it is drawn, whether it drives]: low is jumped over, high is slid under.
  const OBSTACLES = {
    crate: ["low", (s, c) => { s.add(G.box(1.7, 1.2, 1.4), c, [0, 0.6, 0]); [-0.55, 0, 0.55].forEach((y) => s.add(G.box(1.78, 0.14, 1.48), shade(c, -0.3), [0, 0.6 + y, 0])); s.add(G.box(1.5, 0.16, 1.5), shade(c, -0.2), [0, 0.6, 0], [0, 0, 0.62]); }],
    barrier: ["low", (s, c) => { s.add(G.box(2.2, 0.5, 0.24), "#ffffff", [0, 0.86, 0]); [-0.8, -0.26, 0.28, 0.82].forEach((x) => s.add(G.box(0.26, 0.52, 0.26), c, [x, 0.86, 0])); [-0.8, 0.8].forEach((x) => s.add(G.box(0.14, 0.7, 0.6), "#555b6b", [x, 0.35, 0]).shine(G.ball(0.12, 8), "#ffb03b", [x, 1.2, 0])); }],
    cone: ["low", (s, c) => [-0.6, 0, 0.6].forEach((x, i) => s.add(G.cone(0.3, 0.9, 10), c, [x, 0.5, i === 1 ? -0.3 : 0.1]).add(G.tube(0.16, 0.22, 0.18, 10), "#ffffff", [x, 0.52, i === 1 ? -0.3 : 0.1]).add(G.box(0.66, 0.08, 0.66), shade(c, -0.2), [x, 0.04, i === 1 ? -0.3 : 0.1]))],
    log: ["low", (s, c) => s.add(G.tube(0.46, 0.46, 2.3, 9), c, [0, 0.46, 0], [0, 0, Math.PI / 2]).add(G.tube(0.36, 0.36, 2.34, 9), shade(c, 0.4), [0, 0.46, 0], [0, 0, Math.PI / 2]).add(G.tube(0.1, 0.14, 0.5, 5), c, [0.5, 0.9, 0.1], [0.3, 0, 0.3])],
    rock: ["low", (s, c) => s.add(G.rock(0.85), c, [0, 0.45, 0], [0.3, 0.6, 0], [1.2, 0.9, 1]).add(G.rock(0.45), shade(c, -0.15), [0.75, 0.26, 0.3]).add(G.rock(0.4), shade(c, 0.12), [-0.7, 0.24, 0.4])],
    spikes: ["low", (s, c) => { s.add(G.box(2.1, 0.16, 0.9), "#3b3f4d", [0, 0.08, 0]); for (let i = 0; i < 8; i++) s.add(G.cone(0.2, 0.9, 5), c, [-0.84 + (i % 4) * 0.56, 0.55, i < 4 ? -0.2 : 0.2]); }],
    mushroom: ["low", (s, c) => [[0, 0, 1], [-0.65, 0.3, 0.6], [0.7, 0.1, 0.7]].forEach(([x, z, k]) => s.add(G.tube(0.2, 0.26, 0.7, 8), "#fff3df", [x, 0.35 * k, z], [0, 0, 0], [k, k, k]).add(G.cone(0.6, 0.5, 10), c, [x, 0.86 * k, z], [0, 0, 0], [k, k, k]).add(G.ball(0.09, 6), "#ffffff", [x + 0.2 * k, 0.9 * k, z + 0.28 * k]))],
    beam: ["high", (s, c) => { [-1.15, 1.15].forEach((x) => s.add(G.box(0.24, 3.2, 0.24), "#4a4f60", [x, 1.6, 0])); s.add(G.box(2.5, 1.2, 0.4), c, [0, 2.1, 0]); [-0.8, 0, 0.8].forEach((x) => s.add(G.box(0.3, 1.24, 0.42), "#23252f", [x, 2.1, 0], [0, 0, 0.5])); s.shine(G.box(2.3, 0.1, 0.46), "#fff3bf", [0, 1.5, 0]); }],
    branch: ["high", (s, c) => { s.add(G.tube(0.3, 0.4, 3.6, 7), WOOD, [-1.2, 1.8, 0]).add(G.tube(0.24, 0.34, 2.8, 7), WOOD, [0, 2, 0], [0, 0, 1.5]); [-0.8, 0, 0.8].forEach((x, i) => s.add(G.rock(0.62), c, [x, 2.3 + (i % 2) * 0.3, 0]).add(G.cone(0.12, 0.7, 4), c, [x, 1.6, 0], [Math.PI, 0, 0])); }],
    car: ["tall", (s, c) => { s.add(G.box(1.8, 0.5, 3.6), c, [0, 0.6, 0]).add(G.box(1.5, 0.5, 1.9), "#22304a", [0, 1.05, 0.1]).add(G.box(1.44, 0.12, 1.6), c, [0, 1.34, 0.1]); tyres(s, 0.82, 1.1); back(s, 0.62, 0.7, 1.82); }, true],
    truck: ["tall", (s, c) => { s.add(G.box(2.1, 2.4, 4.4), shade(c, 0.55), [0, 1.9, 0.7]).add(G.box(2.12, 0.4, 4.42), c, [0, 1.9, 0.7]).add(G.box(2, 1.8, 1.5), c, [0, 1.4, -2.4]); tyres(s, 0.9, 1.9); back(s, 0.74, 0.9, 2.92); }, true],
    bus: ["tall", (s, c) => { s.add(G.box(2.1, 2.3, 6), c, [0, 1.65, 0]).add(G.box(2.14, 0.7, 5.2), "#22304a", [0, 2, 0]).add(G.box(1.6, 0.7, 0.1), "#22304a", [0, 2, 3]).add(G.box(1.6, 0.3, 0.12), "#fff3bf", [0, 2.6, 3]).add(G.box(2.16, 0.16, 6.04), "#ffffff", [0, 1.2, 0]); tyres(s, 0.94, 2); back(s, 0.76, 0.9, 3.02); }, true],
    train: ["tall", (s, c) => { s.add(G.box(2.2, 2.7, 11), c, [0, 1.9, 0]).add(G.box(1.9, 0.3, 11), shade(c, -0.3), [0, 3.36, 0]).add(G.box(1.6, 0.9, 0.1), "#22304a", [0, 2.4, 5.52]).add(G.box(2.24, 0.7, 10), "#22304a", [0, 2.4, 0]).add(G.box(2.26, 0.2, 11.04), "#ffd43b", [0, 1.4, 0]).add(G.box(1.8, 0.5, 10), "#33363f", [0, 0.4, 0]); [-0.7, 0.7].forEach((x) => s.shine(G.ball(0.2, 8), "#fff3bf", [x, 1.1, 5.5])); }],
    wall: ["tall", (s, c) => { s.add(G.box(2.3, 2.8, 0.7), c, [0, 1.4, 0]); for (let y = 0; y < 5; y++) for (let x = 0; x < 3; x++) s.add(G.box(0.62, 0.42, 0.74), shade(c, ((x * 7 + y * 5) % 4) * 0.07 - 0.1), [-0.74 + x * 0.74 + (y % 2 ? 0.06 : -0.06), 0.3 + y * 0.55, 0]); }],
    tree: ["tall", (s, c) => { s.add(G.tube(0.24, 0.34, 1.6, 7), WOOD, [0, 0.7, 0]); [0, 1, 2].forEach((i) => s.add(G.cone(1.3 - i * 0.3, 1.7, 8), shade(c, i * 0.1), [0, 1.9 + i * 1, 0], [0, i, 0])); }],
    cactus: ["tall", (s, c) => { s.add(G.tube(0.4, 0.44, 3, 9), c, [0, 1.5, 0]).add(G.ball(0.4, 9), c, [0, 3, 0]).add(G.ball(0.16, 6), "#ff7bac", [0, 3.4, 0]); [-1, 1].forEach((d) => s.add(G.tube(0.24, 0.24, 0.7, 8), c, [d * 0.6, 1.5 + d * 0.2, 0], [0, 0, 1.57]).add(G.tube(0.24, 0.26, 1.1, 8), c, [d * 0.95, 2 + d * 0.2, 0])); }],
    iceberg: ["tall", (s, c) => s.add(G.cone(1.2, 3, 5), shade(c, 0.3), [0, 1.4, 0], [0, 0.4, 0]).add(G.cone(0.8, 1.9, 5), c, [0.7, 0.8, 0.4], [0, 1, -0.15]).add(G.cone(0.7, 1.5, 4), shade(c, 0.5), [-0.7, 0.6, 0.3], [0, 0.2, 0.15])],
    snowman: ["tall", (s, c) => { s.add(G.ball(0.85, 12), "#f7fbff", [0, 0.75, 0]).add(G.ball(0.6, 12), "#f7fbff", [0, 1.8, 0]).add(G.ball(0.42, 12), "#f7fbff", [0, 2.6, 0]).add(G.cone(0.1, 0.5, 6), "#ff9a3c", [0, 2.6, 0.6], [1.57, 0, 0]).add(G.tube(0.34, 0.34, 0.5, 10), "#23252f", [0, 3.1, 0]).add(G.tube(0.52, 0.52, 0.08, 12), "#23252f", [0, 2.88, 0]).add(G.ring(0.46, 0.14, 12), c, [0, 2.24, 0], [1.57, 0, 0]); [-0.14, 0.14].forEach((x) => s.add(G.ball(0.06, 6), "#23252f", [x, 2.72, 0.38])); }],
    pillar: ["tall", (s, c) => s.add(G.tube(0.6, 0.66, 3.2, 8), c, [0, 1.7, 0]).add(G.box(1.7, 0.4, 1.7), shade(c, -0.12), [0, 0.2, 0]).add(G.box(1.6, 0.36, 1.6), shade(c, 0.1), [0, 3.4, 0]).add(G.rock(0.5), "#5f8f4a", [0.5, 0.5, 0.6])],
    asteroid: ["tall", (s, c) => s.add(G.rock(1.3), c, [0, 1.3, 0], [0.4, 0.3, 0.2]).add(G.rock(0.6), shade(c, -0.2), [0.8, 1.9, 0.5]).add(G.rock(0.5), shade(c, 0.14), [-0.8, 0.9, 0.6])],
    ghost: ["tall", (s, c) => { s.shine(G.ball(0.8, 12), c, [0, 1.7, 0]).shine(G.tube(0.8, 0.9, 1.2, 10), c, [0, 1.1, 0]); [-0.3, 0.3].forEach((x) => s.add(G.ball(0.17, 8), "#23252f", [x, 1.8, 0.72])); }],
    shark: ["tall", (s, c) => s.add(G.ball(0.7, 10), c, [0, 0.5, 0], [0, 0, 0], [1, 0.8, 2]).add(G.cone(0.6, 1.5, 4), c, [0, 1.5, 0], [0.3, 0, 0], [0.3, 1, 1]).add(G.box(0.9, 0.14, 0.2), "#ffffff", [0, 0.4, 1.3])],
    mine: ["tall", (s, c) => { s.add(G.ball(0.8, 10), c, [0, 1, 0]); for (let i = 0; i < 6; i++) s.add(G.cone(0.16, 0.5, 5), shade(c, -0.3), [Math.cos(i * 1.05) * 0.95, 1 + Math.sin(i * 1.05) * 0.95, 0], [0, 0, i * 1.05 - 1.57]); s.shine(G.ball(0.22, 8), "#ff4d4d", [0, 1, 0.72]); }],
    buoy: ["tall", (s, c) => s.add(G.tube(0.5, 0.9, 0.9, 10), c, [0, 0.4, 0]).add(G.tube(0.28, 0.5, 1.2, 10), "#ffffff", [0, 1.4, 0]).add(G.tube(0.16, 0.28, 0.5, 10), c, [0, 2.2, 0]).shine(G.ball(0.24, 8), "#fff3bf", [0, 2.6, 0])],
  };

  const COINS = {
    coin: (s, c) => s.shine(G.tube(0.42, 0.42, 0.12, 16), c, [0, 0, 0], [1.57, 0, 0]).shine(G.tube(0.28, 0.28, 0.16, 12), shade(c, 0.4), [0, 0, 0], [1.57, 0, 0]),
    gem: (s, c) => s.shine(G.gem(0.42), c, [0, 0, 0], [0, 0, 0], [0.8, 1.15, 0.8]).shine(G.gem(0.25), shade(c, 0.5), [0, 0.1, 0.16]),
    star: (s, c) => { for (let i = 0; i < 5; i++) s.shine(G.cone(0.2, 0.5, 4), i % 2 ? c : shade(c, 0.2), [Math.sin(i * 1.257) * 0.26, Math.cos(i * 1.257) * 0.26, 0], [0, 0, -i * 1.257], [1, 1, 0.6]); s.shine(G.ball(0.2, 8), shade(c, 0.35)); },
    heart: (s, c) => { [-1, 1].forEach((d) => s.shine(G.ball(0.24, 9), c, [d * 0.18, 0.12, 0], [0, 0, 0], [1, 1, 0.6])); s.shine(G.cone(0.39, 0.56, 9), c, [0, -0.2, 0], [Math.PI, 0, 0], [1, 1, 0.55]); },
    ring: (s, c) => s.shine(G.ring(0.42, 0.1), c),
    apple: (s, c) => s.shine(G.ball(0.36, 10), c).add(G.tube(0.03, 0.04, 0.24, 5), WOOD, [0, 0.42, 0]).shine(G.ball(0.12, 6), "#69db7c", [0.14, 0.44, 0], [0, 0, 0.6], [1.4, 0.5, 0.8]),
    flower: (s, c) => { for (let i = 0; i < 6; i++) s.shine(G.ball(0.17, 7), c, [Math.cos(i * 1.05) * 0.28, Math.sin(i * 1.05) * 0.28, 0]); s.shine(G.ball(0.16, 8), "#fff3a0", [0, 0, 0.1]); },
  };

  const pine = (s, leaf, snow) => { const h = random(0.8, 1.5); s.add(G.tube(0.3, 0.42, 2, 6), WOOD, [0, 0.8, 0]); [0, 1, 2].forEach((i) => { s.add(G.cone(2 - i * 0.5, 2.8, 7), shade(leaf, i * 0.08), [0, (2.4 + i * 1.5) * h, 0], [0, i, 0], [1, h, 1]); if (snow) s.add(G.cone(1.5 - i * 0.36, 1.6, 7), "#ffffff", [0, (3.1 + i * 1.5) * h, 0], [0, i, 0], [1, h * 0.9, 1]); }); };
  const round = (s, leaf) => { s.add(G.tube(0.28, 0.42, 2.6, 6), WOOD, [0, 1.2, 0]); [[0, 3.6, 0, 1.7], [1, 3, 0.4, 1.1], [-1, 3.1, -0.3, 1.2], [0.2, 4.6, 0.2, 1.1]].forEach(([x, y, z, r], i) => s.add(G.rock(r), shade(leaf, i * 0.07 - 0.06), [x, y, z], [i, i * 2, 0])); };
  const palm = (s, leaf) => { const lean = random(-0.25, 0.25); for (let i = 0; i < 5; i++) s.add(G.tube(0.24, 0.32, 1.3, 7), i % 2 ? "#a9835a" : "#8f6c48", [lean * i * i * 0.35, 0.6 + i * 1.15, 0], [0, 0, -lean * i * 0.6]); for (let i = 0; i < 8; i++) { const a = i * 0.785; s.add(G.cone(0.42, 3, 4), shade(leaf, (i % 3) * 0.08), [lean * 6 + Math.cos(a) * 1.3, 5.9 - (i % 2) * 0.3, Math.sin(a) * 1.3], [Math.sin(a) * 1.9, 0, -Math.cos(a) * 1.9], [1, 1, 0.4]); } };
  const rocks = (s, c) => [0, 1, 2].forEach((i) => s.add(G.rock(random(0.5, 1.5)), shade(c, i * 0.08), [random(-1.4, 1.4), 0.3, random(-1.4, 1.4)], [i, i, 0]));
  const house = (s) => { const c = pick(["#f7d9b8", "#e9b8a0", "#cfe0d2", "#f3e9d2", "#b9cde0"]); s.add(G.box(4, 2.8, 4), c, [0, 1.4, 0]).add(G.cone(3.4, 2.2, 4), pick(["#b5483f", "#7a4b3a", "#4d6a8a"]), [0, 3.9, 0], [0, 0.785, 0]).add(G.box(0.6, 1.4, 0.6), "#8f7a6b", [1, 4.2, 0.6]); [-1.1, 1.1].forEach((x) => s.shine(G.box(0.8, 0.8, 4.06), "#ffe3a0", [x, 1.6, 0])); [-1, 1].forEach((z) => s.shine(G.box(4.06, 0.8, 0.7), "#ffe3a0", [0, 1.6, z])); };
  const windmill = (s) => { s.add(G.tube(0.9, 1.4, 5, 8), "#f3e9d2", [0, 2.5, 0]).add(G.cone(1.2, 1.4, 8), "#b5483f", [0, 5.6, 0]); [0, 1, 2, 3].forEach((i) => s.add(G.box(0.5, 3, 0.1), "#ffffff", [Math.sin(i * 1.57 + 0.5) * 1.6, 4.8 + Math.cos(i * 1.57 + 0.5) * 1.6, 1.2], [0, 0, -i * 1.57 - 0.5])); };

  // Things beside the track; each theme names those that it has.
  const SCENERY = {
    pine: (s) => pine(s, pick(["#2f7a4a", "#3a8f55", "#27694a"])),
    snowpine: (s) => pine(s, "#3f7f78", true),
    autumn: (s) => round(s, pick(["#e2803a", "#d9a13b", "#c2563a"])),
    round: (s) => round(s, pick(["#4f9d4a", "#66b04f", "#3f8f5a"])),
    bush: (s) => [0, 1, 2].forEach((i) => s.add(G.rock(random(0.7, 1.2)), pick(["#4f9d4a", "#3f8f5a", "#7ab850"]), [i * 1 - 1, 0.5, random(-0.4, 0.4)], [i, i, i])),
    palm: (s) => palm(s, pick(["#3f9d5a", "#57b05f"])),
    rocks: (s) => rocks(s, "#8b8f9c"),
    redrocks: (s) => rocks(s, "#c4683f"),
    ice: (s) => [0, 1, 2].forEach((i) => s.add(G.cone(random(0.6, 1.2), random(2, 4.5), 5), pick(["#bfe6ff", "#d9f2ff", "#98d2f5"]), [i * 1.2 - 1.2, 1, random(-1, 1)], [0, i, random(-0.2, 0.2)])),
    house, windmill,
    cabin: (s) => { s.add(G.box(3.6, 2.2, 3.4), "#8a5a3c", [0, 1.1, 0]).add(G.cone(3.2, 2.2, 4), "#ffffff", [0, 3.2, 0], [0, 0.785, 0]); [-0.9, 0.9].forEach((x) => s.shine(G.box(0.7, 0.7, 3.46), "#ffd98a", [x, 1.2, 0])); s.shine(G.box(3.66, 0.7, 0.8), "#ffd98a", [0, 1.2, 0]); },
    lamp: (s) => s.add(G.tube(0.09, 0.14, 5, 6), "#3b4152", [0, 2.5, 0]).add(G.box(0.2, 0.14, 0.2), "#3b4152", [0, 5.1, 0]).shine(G.ball(0.36, 8), "#ffeeb5", [0, 5, 0]),
    cactus: (s) => OBSTACLES.cactus[1](s, pick(["#4f8f55", "#5f9f5a"])),
    mesa: (s) => { const k = random(1, 1.8); s.add(G.tube(3, 4.4, 5 * k, 7), "#c86f42", [0, 2.5 * k, 0]).add(G.tube(2.8, 3.1, 1.6, 7), "#e0935c", [0, 5 * k, 0]).add(G.tube(3.6, 3.8, 0.8, 7), "#a9552f", [0, 2.2 * k, 0]); },
    pyramid: (s) => { const k = random(0.8, 1.5); for (let i = 0; i < 6; i++) s.add(G.box(1, 1, 1), i % 2 ? "#e5c07b" : "#d8ae66", [0, (i + 0.5) * 1.3 * k, 0], [0, 0, 0], [(9 - i * 1.5) * k, 1.3 * k, (9 - i * 1.5) * k]); },
    parasol: (s) => s.add(G.tube(0.06, 0.06, 3, 5), "#ffffff", [0, 1.5, 0]).add(G.cone(1.7, 0.9, 8), pick(["#ff6b6b", "#ffd43b", "#4dabf7", "#ff8fab"]), [0, 3.1, 0]).add(G.box(1, 0.3, 2), "#ffffff", [1.4, 0.3, 0]),
    hut: (s) => s.add(G.box(3, 2, 3), "#c9a06a", [0, 1.8, 0]).add(G.cone(3, 2.2, 8), "#e0c27f", [0, 3.8, 0]).add(G.tube(0.14, 0.14, 1.6, 5), WOOD, [-1.2, 0.4, 1.2]).add(G.tube(0.14, 0.14, 1.6, 5), WOOD, [1.2, 0.4, 1.2]).add(G.box(1, 1.3, 3.06), "#6b4a35", [0, 1.6, 0]),
    kelp: (s) => [0, 1, 2, 3].forEach((i) => s.add(G.cone(0.34, random(4, 9), 5), pick(["#1f9d7a", "#2fbf8f", "#55c46a"]), [i * 0.8 - 1.2, 2.6, random(-0.8, 0.8)], [random(-0.12, 0.12), i, random(-0.16, 0.16)])),
    coral: (s) => { const c = pick(["#ff7b9c", "#ffb35c", "#c77dff", "#ff6b6b"]); for (let i = 0; i < 7; i++) s.add(G.tube(0.14, 0.34, random(1.2, 3.4), 6), shade(c, (i % 3) * 0.12), [random(-1, 1), 1, random(-1, 1)], [random(-0.6, 0.6), 0, random(-0.6, 0.6)]).shine(G.ball(0.2, 6), shade(c, 0.4), [random(-1.2, 1.2), random(1.4, 2.4), random(-0.8, 0.8)]); },
    shell: (s) => s.add(G.cone(1.1, 2, 7), "#ffd9c2", [0, 0.7, 0], [0.9, 0.4, 0.3]).add(G.ball(0.34, 8), "#fff6ee", [0.9, 0.3, 0.8]),
    asteroid: (s) => s.add(G.rock(random(0.8, 2.4)), pick(["#6d6794", "#857aa8", "#58527d"]), [0, random(0, 7), 0], [random(0, 3), random(0, 3), 0]),
    crystal: (s) => { const c = pick(["#7ae7ff", "#ff8ad8", "#b197fc", "#8dfcc0"]); [0, 1, 2].forEach((i) => s.shine(G.gem(1), shade(c, i * 0.15), [i * 0.9 - 0.9, 1, random(-0.5, 0.5)], [0, i, random(-0.3, 0.3)], [0.5, random(1.4, 3), 0.5])); },
    planetoid: (s) => { const c = pick(["#e07a5f", "#5fa8d3", "#b58bd9", "#e9c46a"]); s.add(G.ball(1.8, 12), c, [0, 5, 0]).shine(G.ring(2.8, 0.12, 28), shade(c, 0.5), [0, 5, 0], [1.2, 0.3, 0]); },
    lolly: (s) => { const c = pick(["#ff7bac", "#7be0ff", "#ffd95a", "#b59bff"]); s.add(G.tube(0.16, 0.16, 4.4, 6), "#ffffff", [0, 2.2, 0]).add(G.ball(1.5, 12), c, [0, 5.2, 0], [0, 0, 0], [1, 1, 0.45]).add(G.ring(0.8, 0.2, 16), "#ffffff", [0, 5.2, 0.4]); },
    cane: (s) => { for (let i = 0; i < 8; i++) s.add(G.tube(0.34, 0.34, 0.66, 8), i % 2 ? "#ffffff" : "#ff5d73", [0, 0.3 + i * 0.62, 0]); for (let i = 0; i < 5; i++) s.add(G.ball(0.38, 8), i % 2 ? "#ff5d73" : "#ffffff", [0.75 - Math.cos(i * 0.75) * 0.75, 5 + Math.sin(i * 0.75) * 0.8, 0]); },
    cupcake: (s) => { s.add(G.tube(1.6, 1.1, 1.6, 10), "#f2b880", [0, 0.8, 0]); [0, 1, 2].forEach((i) => s.add(G.ball(1.6 - i * 0.45, 10), pick(["#ffc1dd", "#fff0f6"]), [0, 1.9 + i * 0.7, 0], [0, 0, 0], [1, 0.6, 1])); s.shine(G.ball(0.34, 8), "#ff4d6d", [0, 4, 0]); },
    ruin: (s) => { const h = random(2, 5); s.add(G.box(2, 0.6, 2), "#8f9178", [0, 0.3, 0]).add(G.tube(0.7, 0.8, h, 8), "#a9ab90", [0, h / 2 + 0.4, 0]).add(G.rock(0.7), "#4f8f4a", [0.5, h, 0.3]).add(G.rock(0.5), "#5fa050", [-0.6, 0.8, 0.6]); },
    idol: (s) => { s.add(G.box(2, 3.4, 1.6), "#8d8f7c", [0, 1.7, 0]).add(G.box(2.4, 0.7, 1.9), "#74765f", [0, 3.6, 0]).add(G.box(0.5, 1.2, 0.5), "#9da08a", [0, 1.9, 0.95]).add(G.box(1.2, 0.24, 0.2), "#4b4d40", [0, 0.9, 0.82]).add(G.rock(0.8), "#4f8f4a", [0.8, 4, 0]); [-0.55, 0.55].forEach((x) => s.shine(G.box(0.4, 0.26, 0.1), "#7dffb0", [x, 2.6, 0.82])); },
    jungle: (s) => { round(s, pick(["#2f8f4a", "#3fa055", "#24794a"])); for (let i = 0; i < 6; i++) s.add(G.cone(0.3, 1.8, 4), "#58b55a", [Math.cos(i) * 0.8, 0.6, Math.sin(i) * 0.8], [Math.sin(i) * 0.9, 0, -Math.cos(i) * 0.9], [1, 1, 0.4]); },
    spire: (s) => [0, 1, 2].forEach((i) => s.add(G.cone(random(0.8, 1.8), random(3, 9), 5), pick(["#3b2a33", "#4a333a", "#2e2129"]), [i * 1.6 - 1.6, 1.6, random(-1, 1)], [0, i, random(-0.15, 0.15)])),
    lava: (s) => { s.add(G.tube(2.2, 2.6, 0.7, 9), "#3b2a33", [0, 0.3, 0]).shine(G.tube(1.9, 1.9, 0.1, 9), "#ff7a2f", [0, 0.66, 0]).shine(G.tube(1.1, 1.1, 0.12, 9), "#ffd35c", [0.2, 0.68, 0]).add(G.rock(0.8), "#2e2129", [1.9, 0.6, 0.6]); },
    dead: (s) => { s.add(G.tube(0.16, 0.4, 4, 6), "#3a2c2c", [0, 2, 0]); [[0.8, 3.2, -0.8], [-0.7, 2.6, 0.9], [0.5, 4, -0.5]].forEach(([x, y, r]) => s.add(G.tube(0.06, 0.14, 1.8, 5), "#3a2c2c", [x, y, 0], [0, 0, r])); },
    sail: (s) => s.add(G.box(1.4, 0.7, 3.6), "#8a5a3c", [0, 0.3, 0]).add(G.tube(0.08, 0.08, 5, 5), WOOD, [0, 2.8, 0]).add(G.cone(1.6, 4, 3), pick(["#ffffff", "#ffe8cc", "#ffb3a7"]), [0, 3.2, 0.5], [0, 0.5, 0], [0.2, 1, 1]),
    isle: (s) => { s.add(G.tube(3, 4, 0.8, 9), "#f0d9a0", [0, 0.2, 0]).add(G.rock(1.1), "#8b8f9c", [1.6, 0.6, 0.8]); palm(s, "#3f9d5a"); },
  };

  const kept = {};
  const keep = (key, draw) => {
    if (!kept[key]) {
      const solid = Solid.create();
      draw(solid);
      kept[key] = solid.bake();
    }
    return Solid.from(kept[key]);
  };

  /** An obstacle with its shadow; `pass` is low, high or tall. */
  function obstacle({ shape, colour }) {
    const name = Kit.choice(shape || "-", Object.keys(OBSTACLES), "crate");
    const [pass, draw, drives] = OBSTACLES[name];
    const model = keep(`${name}${colour}`, (s) => draw(s, colour));
    const long = { bus: 6, truck: 5.6, train: 11, car: 3.6 }[name] || 1.4;
    model.add(Solid.shadow(3, long + 1.6));
    return { model, pass, drives: Boolean(drives), half: long / 2, shape: name };
  }
  function coin(name, colour) {
    const shape = Kit.choice(name || "-", Object.keys(COINS), "coin");
    return keep(`coin${shape}${colour}`, (s) => COINS[shape](s, colour));
  }
  const orb = (colour) => keep(`orb${colour}`, (s) => s.shine(G.ball(0.3, 10), blend(colour, "#ffffff", 0.6)).shine(G.ring(0.6, 0.07), colour, [0, 0, 0], [0.5, 0.4, 0]).shine(G.ring(0.6, 0.07), colour, [0, 0, 0], [-0.6, 1.2, 0]));
  const scenery = (name, variant) => keep(`scene${name}${variant}`, SCENERY[name]);

  /** The gate at the end of a stage. */
  const gate = (wide, colour) => keep(`gate${wide}${colour}`, (s) => {
    [-1, 1].forEach((d) => s.add(G.tube(0.3, 0.4, 6, 8), "#3b4152", [d * wide, 3, 0]).shine(G.ball(0.6, 10), colour, [d * wide, 6.4, 0]));
    s.shine(G.box(wide * 2, 0.3, 0.3), colour, [0, 6.6, 0]);
    for (let i = 0; i < 16; i++) [0, 1].forEach((row) => s.add(G.box(wide / 8, 0.6, 0.2), (i + row) % 2 ? "#ffffff" : "#23252f", [-wide + (i + 0.5) * (wide / 8), 5.4 + row * 0.6, 0]));
  });

  return { obstacle, coin, orb, scenery, gate, shapes: Object.keys(OBSTACLES), sceneryNames: Object.keys(SCENERY) };
})();
