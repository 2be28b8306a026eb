// How a maze looks: walls, floor, sky, lamps and what floats in the air, painted on canvases.
const Look = (() => {
  const { shade, alpha, random, pick } = Kit;
  const rect = (c, colour, x, y, w, h) => {
    c.fillStyle = colour;
    c.fillRect(x, y, w, h);
  };
  function sheet(draw, size = 128) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    draw(canvas.getContext("2d"), size);
    const texture = new THREE.CanvasTexture(canvas);
    texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
    texture.minFilter = THREE.LinearMipmapNearestFilter;
    return texture;
  }
  const grain = (c, s, colour, many) => {
    for (let i = 0; i < many; i++) rect(c, alpha(shade(colour, random(-0.3, 0.3)), 0.4), random(0, s), random(0, s), random(1, 5), random(1, 4));
  };

  const WALLS = {
    bricks(c, s, base) {
      rect(c, shade(base, -0.55), 0, 0, s, s);
      for (let y = 0; y < 4; y++) for (let x = -1; x < 3; x++) {
        const left = x * (s / 2) + (y % 2 ? s / 4 : 0) + 2;
        const tone = shade(base, ((x * 5 + y * 7 + 20) % 5) * 0.06 - 0.14);
        rect(c, tone, left, y * (s / 4) + 2, s / 2 - 4, s / 4 - 4);
        rect(c, alpha("#ffffff", 0.12), left, y * (s / 4) + 2, s / 2 - 4, 3);
        rect(c, alpha("#000000", 0.2), left, y * (s / 4) + s / 4 - 6, s / 2 - 4, 4);
      }
      grain(c, s, base, 160);
    },
    leaves(c, s, base) {
      rect(c, shade(base, -0.45), 0, 0, s, s);
      for (let i = 0; i < 420; i++) {
        c.fillStyle = shade(base, random(-0.35, 0.3));
        c.beginPath();
        c.ellipse(random(0, s), random(0, s), random(3, 7), random(2, 4), random(0, 3), 0, 7);
        c.fill();
      }
      for (let i = 0; i < 9; i++) {
        const [x, y, tint] = [random(6, s - 6), random(6, s - 6), pick(["#ffd6e7", "#ffffff", "#ffe066", "#ff8fab"])];
        for (let k = 0; k < 5; k++) {
          c.fillStyle = tint;
          c.beginPath();
          c.arc(x + Math.cos(k * 1.26) * 2.6, y + Math.sin(k * 1.26) * 2.6, 2, 0, 7);
          c.fill();
        }
      }
    },
    ice(c, s, base) {
      const fall = c.createLinearGradient(0, 0, s, s);
      [[0, 0.5], [0.4, 0.1], [0.7, 0.4], [1, 0]].forEach(([at, by]) => fall.addColorStop(at, shade(base, by)));
      rect(c, fall, 0, 0, s, s);
      c.strokeStyle = "rgba(255,255,255,.75)";
      for (let i = 0; i < 12; i++) {
        c.lineWidth = random(0.6, 2);
        c.beginPath();
        c.moveTo(random(0, s), random(0, s));
        for (let k = 0; k < 3; k++) c.lineTo(random(0, s), random(0, s));
        c.stroke();
      }
      rect(c, "rgba(255,255,255,.85)", 0, 0, s, 9);
    },
    neon(c, s, base, accent) {
      rect(c, shade(base, -0.3), 0, 0, s, s);
      c.lineWidth = 2;
      c.strokeStyle = alpha(accent, 0.7);
      for (let i = 0; i <= s; i += 32) [[i, 0, i, s], [0, i, s, i]].forEach(([a, b, x, y]) => { c.beginPath(); c.moveTo(a, b); c.lineTo(x, y); c.stroke(); });
      [[0, 8, accent], [s - 8, 8, "#ff4fd8"]].forEach(([y, h, tint]) => { rect(c, alpha(tint, 0.45), 0, y - 5, s, h + 10); rect(c, shade(tint, 0.3), 0, y, s, h); });
    },
    panels(c, s, base, accent) {
      rect(c, shade(base, -0.4), 0, 0, s, s);
      [[2, 2], [s / 2 + 2, 2], [2, s / 2 + 2], [s / 2 + 2, s / 2 + 2]].forEach(([x, y], i) => {
        rect(c, shade(base, i % 2 ? 0.06 : -0.06), x, y, s / 2 - 4, s / 2 - 4);
        rect(c, alpha("#ffffff", 0.15), x, y, s / 2 - 4, 3);
        [[5, 5], [s / 2 - 11, 5], [5, s / 2 - 11], [s / 2 - 11, s / 2 - 11]].forEach(([a, b]) => rect(c, shade(base, 0.35), x + a, y + b, 3, 3));
      });
      rect(c, accent, s * 0.1, s * 0.48, s * 0.8, 4);
    },
    stripes(c, s, base, accent) {
      rect(c, "#fff4fa", 0, 0, s, s);
      for (let i = -s; i < s * 2; i += 42) {
        c.fillStyle = i % 84 ? base : shade(base, 0.4);
        c.beginPath();
        [[i, 0], [i + 21, 0], [i + 21 + s, s], [i + s, s]].forEach(([x, y]) => c.lineTo(x, y));
        c.fill();
      }
      for (let i = 0; i < s; i += 16) { c.fillStyle = "#ffffff"; c.beginPath(); c.arc(i + 8, 2, 11, 0, 7); c.fill(); }
      rect(c, alpha(accent, 0.7), 0, s - 10, s, 10);
    },
    sandstone(c, s, base) {
      WALLS.bricks(c, s, base);
      c.fillStyle = alpha(shade(base, -0.5), 0.6);
      [[22, 44, "△"], [58, 44, "◉"], [92, 44, "☥"], [38, 108, "≈"], [80, 108, "♢"]].forEach(([x, y, sign]) => { c.font = "700 22px serif"; c.fillText(sign, x - 8, y + 8); });
    },
    planks(c, s, base) {
      for (let x = 0; x < s; x += 32) {
        rect(c, shade(base, ((x * 3) % 5) * 0.05 - 0.1), x, 0, 30, s);
        rect(c, shade(base, -0.6), x + 30, 0, 2, s);
        for (let i = 0; i < 7; i++) rect(c, alpha(shade(base, -0.4), 0.5), x + random(2, 26), random(0, s), 1.5, random(10, 50));
      }
      [0, s - 18].forEach((y) => rect(c, shade(base, -0.35), 0, y, s, 14));
      grain(c, s, base, 80);
    },
  };
  const FLOORS = {
    tiles(c, s, base) {
      rect(c, shade(base, -0.45), 0, 0, s, s);
      [[0, 0], [1, 0], [0, 1], [1, 1]].forEach(([x, y]) => rect(c, shade(base, (x + y) % 2 ? 0.04 : -0.06), (x * s) / 2 + 1.5, (y * s) / 2 + 1.5, s / 2 - 3, s / 2 - 3));
      grain(c, s, base, 140);
    },
    soft(c, s, base) {
      rect(c, base, 0, 0, s, s);
      grain(c, s, base, 420);
    },
    lines(c, s, base, accent) {
      rect(c, base, 0, 0, s, s);
      [[0, 0, s, 3], [0, 0, 3, s]].forEach((box) => rect(c, alpha(accent, 0.8), ...box));
    },
  };

  // wall, floor: [how, colour]; sky: top and horizon, or null for a roof; fog: colour and reach.
  const ALL = {
    stone: { wall: ["bricks", "#8d8578"], floor: ["tiles", "#746c62"], sky: null, fog: ["#0d0a08", 22], light: 0.5, lamps: ["#ffa64d"], air: ["#ffce8a", 0.05, 0.1] },
    haunted: { wall: ["planks", "#6b5568"], floor: ["tiles", "#57495f"], sky: null, fog: ["#0a0a16", 19], light: 0.7, lamps: ["#7dffb5", "#b98cff"], air: ["#b4ffd9", 0.06, 0.15] },
    hedge: { wall: ["leaves", "#4f9a45"], floor: ["soft", "#a89265"], sky: ["#3c8ee6", "#cdeaff"], fog: ["#cdeaff", 44], light: 0.95, lamps: ["#ffe9a8"], air: ["#fff6c9", 0.07, 0.1], sun: "#fff7d0" },
    ice: { wall: ["ice", "#86c9f0"], floor: ["soft", "#dcebf7"], sky: ["#5c8fd6", "#dff1ff"], fog: ["#cfe6f8", 30], light: 0.86, lamps: ["#8fe3ff"], air: ["#ffffff", 0.08, -0.7], sun: "#ffffff" },
    neon: { wall: ["neon", "#1a1440"], floor: ["lines", "#0d0a26"], sky: ["#05030f", "#2a0f4a"], fog: ["#10082a", 26], light: 0.72, lamps: ["#2ff3ff", "#ff4fd8"], air: ["#8ff6ff", 0.05, 0.4] },
    desert: { wall: ["sandstone", "#d9ae6c"], floor: ["soft", "#e2c187"], sky: ["#3a9be0", "#ffe9c2"], fog: ["#f6ddb0", 40], light: 0.9, lamps: ["#ffb454"], air: ["#fff0cd", 0.05, 0.1], sun: "#fff3c4" },
    space: { wall: ["panels", "#6f7c98"], floor: ["tiles", "#4a5570"], sky: null, fog: ["#070b18", 26], light: 0.62, lamps: ["#6fd6ff", "#ff7b7b"], air: ["#bfe8ff", 0.04, 0.05] },
    candy: { wall: ["stripes", "#ff7bac"], floor: ["tiles", "#ffe3c9"], sky: ["#86c8ff", "#ffe3f3"], fog: ["#ffe3f3", 40], light: 0.95, lamps: ["#ffd95a"], air: ["#ffffff", 0.08, -0.2], sun: "#fff7d0" },
    ocean: { wall: ["bricks", "#4f9aa3"], floor: ["soft", "#d8cfa0"], sky: ["#0a5f96", "#1f9cc0"], fog: ["#0f6f9c", 22], light: 0.66, lamps: ["#8dfff0"], air: ["#d9fbff", 0.07, 0.6] },
    lava: { wall: ["bricks", "#6a4a48"], floor: ["tiles", "#4d3a3a"], sky: ["#1a0808", "#7a1f12"], fog: ["#35100c", 22], light: 0.8, lamps: ["#ff6a2a", "#ffb03b"], air: ["#ffb45c", 0.06, 0.8] },
  };
  const NAMES = Object.keys(ALL);
  const ALIAS = { castle: "stone", dungeon: "stone", cave: "stone", crypt: "haunted", ghost: "haunted", horror: "haunted", spooky: "haunted", night: "haunted", wood: "haunted", garden: "hedge", forest: "hedge", jungle: "hedge", green: "hedge", snow: "ice", winter: "ice", frozen: "ice", cyber: "neon", city: "neon", egypt: "desert", pyramid: "desert", temple: "desert", sand: "desert", station: "space", metal: "space", robot: "space", sweet: "candy", water: "ocean", sea: "ocean", fire: "lava", volcano: "lava" };

  /** The look of that name; one that is not known goes by its likeness, or is of stone. */
  function find(name) {
    const direct = Kit.choice(name || "-", NAMES, "");
    const like = Object.keys(ALIAS).find((word) => String(name).toLowerCase().includes(word));
    return direct || ALIAS[like] || "stone";
  }

  const finer = (texture, by) => {
    texture.repeat.set(by, by);
    return texture;
  };
  const kept = {};
  /** The look with its pictures, painted once. */
  function create(name, colours) {
    if (kept[name]) return kept[name];
    const look = ALL[name];
    const [wall, base] = look.wall;
    const tone = Kit.isColour(colours.wall) ? colours.wall : base;
    return (kept[name] = {
      ...look,
      walls: finer(sheet((c, s) => WALLS[wall](c, s, tone, colours.accent)), /bricks|leaves/.test(wall) ? 2 : 1),
      floors: sheet((c, s) => FLOORS[look.floor[0]](c, s, look.floor[1], colours.accent)),
      roof: look.sky ? null : sheet((c, s) => WALLS[wall === "planks" ? "planks" : "panels"](c, s, shade(tone, -0.4), shade(tone, -0.5))),
    });
  }
  return { create, find, names: NAMES };
})();
