// How each world looks: sky, ground, road, light and what stands beside the road.
const Themes = (() => {
  const { blend, shade, alpha, random } = Kit;
  const SKIES = {
    day: ["#2a86e6", "#7cc3fb", "#dcf1ff"],
    sunset: ["#38246b", "#c64f7d", "#ffbf73"],
    night: ["#040717", "#121d4a", "#37478c"],
  };
  // ground: two tones; line: what the horizon shows; air: what floats about; beside: near, far.
  const ALL = {
    city: { ground: ["#6c7a86", "#5f6c79"], line: "towers", far: "#7b8fb0", air: "none", towers: true, beside: ["round", "lamp"], road: "#474c5a" },
    village: { ground: ["#8fc45f", "#7fb552"], line: "hills", far: "#7fae8c", air: "petals", beside: ["house", "round", "bush", "windmill", "round"], road: "#8a7b6c" },
    forest: { ground: ["#5f9a4c", "#528b43"], line: "hills", far: "#5f8f86", air: "leaves", beside: ["pine", "pine", "autumn", "bush", "rocks"], road: "#8b6f52" },
    jungle: { ground: ["#3f7f45", "#38733e"], line: "hills", far: "#4f8577", air: "fireflies", beside: ["jungle", "palm", "ruin", "jungle", "idol"], road: "#8d8468", day: ["#3d9bb8", "#9fd8cf", "#e9f5d8"] },
    desert: { ground: ["#e3b877", "#d9ab69"], line: "dunes", far: "#d3936a", air: "dust", beside: ["cactus", "redrocks", "mesa", "cactus", "pyramid"], road: "#a98a6a", day: ["#3a9be0", "#a5d6ee", "#ffe7bd"] },
    snow: { ground: ["#eef5fb", "#dfeaf5"], line: "peaks", far: "#9db8d8", air: "snow", beside: ["snowpine", "snowpine", "ice", "cabin", "snowpine"], road: "#c4d6e6", day: ["#5aa7ec", "#b9dcf7", "#f3f9ff"] },
    beach: { ground: ["#f2dca6", "#ead094"], line: "sea", far: "#2f9fc4", air: "none", beside: ["palm", "parasol", "palm", "hut", "rocks"], road: "#c99f72" },
    ocean: { ground: ["#2d7f92", "#256f84"], line: "reef", far: "#0f5a7a", air: "bubbles", beside: ["kelp", "coral", "kelp", "shell", "coral"], road: "#3f93a0", day: ["#0a86b8", "#0a6f9f", "#0b6288"], sunset: ["#156a9c", "#3a5f96", "#5a5286"], night: ["#03304f", "#06364f", "#0a4058"] },
    space: { ground: null, line: "planets", far: "#3b2f6b", air: "stars", beside: ["asteroid", "crystal", "planetoid", "asteroid"], road: "#2a2656", day: ["#0a0724", "#24145a", "#59319a"], sunset: ["#12061f", "#4a1650", "#b0456f"], night: ["#03020e", "#0d0a30", "#271c5c"] },
    candy: { ground: ["#ffc1dd", "#ffb3d4"], line: "hills", far: "#e3a4e0", air: "petals", beside: ["lolly", "cane", "cupcake", "lolly"], road: "#f5dfc0", day: ["#7cc8ff", "#ffd0ec", "#fff1dc"] },
    volcano: { ground: ["#4a3a40", "#423339"], line: "peaks", far: "#5c2f3a", air: "embers", beside: ["spire", "lava", "dead", "spire"], road: "#5d4a50", day: ["#2a1420", "#8a2f2f", "#ff8a4a"], sunset: ["#1f0d18", "#7a2330", "#ff6a3a"], night: ["#10060e", "#4a1420", "#c0402c"] },
  };
  const NAMES = Object.keys(ALL);
  const ALIAS = { night: "city", neon: "city", town: "city", street: "city", highway: "city", day: "village", farm: "village", meadow: "village", field: "village", country: "village", wood: "forest", autumn: "forest", temple: "jungle", ruin: "jungle", sand: "desert", canyon: "desert", ice: "snow", winter: "snow", mountain: "snow", arctic: "snow", sea: "ocean", water: "ocean", island: "beach", coast: "beach", galaxy: "space", star: "space", moon: "space", sweet: "candy", lava: "volcano", fire: "volcano" };

  /** The world of that name; a name that is not known goes by its likeness, or is a city. */
  function find(name) {
    const direct = Kit.choice(name || "-", NAMES, "");
    if (direct) return direct;
    const like = Object.keys(ALIAS).find((word) => String(name).toLowerCase().includes(word));
    return like ? ALIAS[like] : "city";
  }

  function sheet(width, height, draw) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    draw(canvas.getContext("2d"), width, height);
    const texture = new THREE.CanvasTexture(canvas);
    texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
    if (width > 512) texture.wrapT = THREE.ClampToEdgeWrapping;
    texture.minFilter = width > 512 ? THREE.LinearFilter : THREE.LinearMipmapNearestFilter;
    return texture;
  }
  const rect = (c, colour, x, y, w, h) => {
    c.fillStyle = colour;
    c.fillRect(x, y, w, h);
  };
  const disc = (c, colour, x, y, r) => {
    c.fillStyle = colour;
    c.beginPath();
    c.arc(x, y, r, 0, 7);
    c.fill();
  };

  // ---- the sky: one picture, its left and right edge fit together ----
  const HORIZON = 0.8;
  function ridge(c, w, h, colour, base, tall, waves) {
    c.fillStyle = colour;
    c.beginPath();
    c.moveTo(0, h);
    for (let x = 0; x <= w; x += 4) {
      const t = (x / w) * Math.PI * 2;
      c.lineTo(x, base - tall * waves.reduce((sum, [n, size, sharp]) => {
        const s = Math.sin(t * n + n * 1.7);
        return sum + size * (sharp ? 1 - Math.abs(s) : 0.5 + s / 2);
      }, 0));
    }
    c.lineTo(w, h);
    c.fill();
  }
  const LINES = {
    hills(c, w, h, far, fog) {
      ridge(c, w, h, blend(far, fog, 0.55), h * HORIZON, 66, [[3, 0.6], [7, 0.4]]);
      ridge(c, w, h, blend(far, fog, 0.25), h * HORIZON + 8, 46, [[5, 0.6], [11, 0.3]]);
    },
    dunes(c, w, h, far, fog) {
      ridge(c, w, h, blend(far, fog, 0.5), h * HORIZON, 50, [[4, 0.7], [9, 0.2]]);
      ridge(c, w, h, blend(far, fog, 0.2), h * HORIZON + 8, 34, [[6, 0.7], [13, 0.2]]);
    },
    peaks(c, w, h, far, fog) {
      ridge(c, w, h, blend(far, fog, 0.5), h * HORIZON, 130, [[3, 0.6, true], [8, 0.3, true], [17, 0.1]]);
      ridge(c, w, h, blend(shade(far, 0.1), fog, 0.2), h * HORIZON + 8, 80, [[5, 0.6, true], [11, 0.3, true]]);
    },
    towers(c, w, h, far, fog, night) {
      [[0.5, 40, 90], [0.2, 26, 60]].forEach(([mist, low, more], layer) => {
        for (let x = 0; x < w; x += 26) {
          const [wide, tall] = [18 + ((x * 7) % 17), low + ((x * 37 + layer * 50) % more)];
          rect(c, blend(far, fog, mist), x, h * HORIZON - tall, wide, h);
          if (night) for (let y = 0; y < tall - 8; y += 9) if ((x * 3 + y * 7) % 5 < 2) rect(c, alpha("#ffdf9a", 0.75), x + 4 + ((x + y) % 9), h * HORIZON - tall + 5 + y, 3, 4);
        }
      });
    },
    sea(c, w, h, far, fog) {
      rect(c, blend(far, fog, 0.2), 0, h * HORIZON - 14, w, h);
      for (let i = 0; i < 60; i++) rect(c, "rgba(255,255,255,.35)", (i * 97) % w, h * HORIZON - 12 + ((i * 13) % 26), 10 + (i % 5) * 8, 1.5);
      ridge(c, w * 0.3, h * HORIZON - 12, blend("#3f8f6a", fog, 0.35), h * HORIZON - 13, 40, [[1, 0.8], [3, 0.2]]);
    },
    reef(c, w, h, far, fog) {
      for (let i = 0; i < 9; i++) {
        const x = (i * w) / 9;
        const ray = c.createLinearGradient(0, 0, 0, h * 0.8);
        ray.addColorStop(0, "rgba(255,255,255,.2)");
        ray.addColorStop(1, "rgba(255,255,255,0)");
        c.fillStyle = ray;
        c.beginPath();
        [[x, 0], [x + 30, 0], [x + 90, h], [x - 20, h]].forEach(([a, b]) => c.lineTo(a, b));
        c.fill();
      }
      LINES.dunes(c, w, h, far, fog);
    },
    planets(c, w, h) {
      disc(c, "#d98a6a", w * 0.68, h * 0.34, 62);
      disc(c, "#c4704f", w * 0.69, h * 0.36, 54);
      c.strokeStyle = "rgba(255,226,190,.75)";
      c.lineWidth = 6;
      c.beginPath();
      c.ellipse(w * 0.68, h * 0.34, 104, 22, -0.35, 0, 7);
      c.stroke();
      disc(c, "#6fb7d9", w * 0.3, h * 0.5, 26);
      disc(c, "#8fd0ea", w * 0.295, h * 0.49, 20);
    },
  };

  function stars(c, w, h, count) {
    for (let i = 0; i < count; i++) disc(c, `rgba(255,255,255,${random(0.3, 1)})`, random(0, w), random(0, h * 0.72), random(0.4, 1.6));
  }
  function cloud(c, x, y, size, tint) {
    c.fillStyle = tint;
    [[0, 0, 1], [0.9, 0.15, 0.75], [-0.9, 0.2, 0.7], [0.4, -0.4, 0.7], [1.7, 0.3, 0.45], [-1.6, 0.32, 0.4]].forEach(([dx, dy, r]) => {
      c.beginPath();
      c.ellipse(x + dx * size, y + dy * size * 0.7, r * size, r * size * 0.55, 0, 0, 7);
      c.fill();
    });
  }
  function sunOrMoon(c, w, h, time) {
    const [x, y, r] = { day: [0.36, 0.22, 26], sunset: [0.52, 0.66, 46], night: [0.64, 0.24, 26] }[time].map((v, i) => v * [w, h, 1][i]);
    const tint = { day: "#fff7d6", sunset: "#ffe9a8", night: "#eef2ff" }[time];
    const halo = c.createRadialGradient(x, y, r * 0.5, x, y, r * 5);
    halo.addColorStop(0, alpha(tint, 0.7));
    halo.addColorStop(1, alpha(tint, 0));
    rect(c, halo, x - r * 5, y - r * 5, r * 10, r * 10);
    disc(c, tint, x, y, r);
    if (time === "night") [[-8, -6, 6], [7, 4, 4], [-2, 10, 3]].forEach(([a, b, s]) => disc(c, "rgba(150,165,210,.5)", x + a, y + b, s));
  }
  function sky(look, tones, time) {
    return sheet(1024, 512, (c, w, h) => {
      const fall = c.createLinearGradient(0, 0, 0, h * HORIZON);
      tones.forEach((tone, i) => fall.addColorStop(i / 2, tone));
      rect(c, fall, 0, 0, w, h);
      const night = time === "night";
      if (look.line === "planets") stars(c, w, h, 420);
      else if (look.line !== "reef") {
        if (night) stars(c, w, h, 220);
        if (look.air !== "embers") sunOrMoon(c, w, h, time);
        const tint = night ? "rgba(130,145,200,.16)" : alpha(time === "sunset" ? "#ffd2c0" : "#ffffff", 0.42);
        [[0.12, 0.3, 34], [0.47, 0.2, 26], [0.78, 0.36, 38], [0.9, 0.16, 20], [0.28, 0.48, 22]].forEach(([x, y, s]) => cloud(c, x * w, y * h, s, tint));
      }
      LINES[look.line](c, w, h, night ? blend(look.far, "#0d1330", 0.6) : time === "sunset" ? blend(look.far, "#5a2f62", 0.5) : look.far, tones[2], night);
      const mist = c.createLinearGradient(0, h * 0.62, 0, h * (HORIZON + 0.03));
      mist.addColorStop(0, alpha(tones[2], 0));
      mist.addColorStop(1, alpha(tones[2], 0.92));
      rect(c, mist, 0, h * 0.62, w, h);
      if (look.ground) rect(c, tones[2], 0, h * (HORIZON + 0.03), w, h);
    });
  }

  // ---- ground and road ----
  const dim = (colour, time) => (time === "night" ? blend(colour, "#0a1030", 0.66) : time === "sunset" ? blend(colour, "#a8445a", 0.24) : colour);
  function speckle(c, w, h, colour, count, size) {
    for (let i = 0; i < count; i++) rect(c, alpha(i % 2 ? shade(colour, 0.2) : shade(colour, -0.2), 0.35), random(0, w), random(0, h), random(1, size), random(1, size));
  }
  const ground = (tones, water) =>
    sheet(256, 256, (c, w, h) => {
      rect(c, tones[0], 0, 0, w, h);
      rect(c, tones[1], 0, 0, w, h / 2);
      speckle(c, w, h, tones[0], 260, water ? 3 : 5);
      if (water) for (let i = 0; i < 26; i++) rect(c, "rgba(255,255,255,.28)", random(0, w - 40), random(0, h), random(14, 44), 2);
    });

  const ROADS = {
    drive(c, w, h, base, lanes, accent) {
      rect(c, base, 0, 0, w, h);
      speckle(c, w, h, base, 500, 3);
      for (let i = 1; i < lanes; i++) rect(c, "rgba(255,255,255,.85)", 20 + ((w - 40) / lanes) * i - 2, 0, 4, h / 2);
      for (let i = 0; i < 4; i++) [0, w - 14].forEach((x) => rect(c, i % 2 ? "#f7f7fb" : accent, x, (i * h) / 4, 14, h / 4));
    },
    run(c, w, h, base, lanes, accent) {
      rect(c, base, 0, 0, w, h);
      const [wide, tall] = [(w - 28) / lanes, h / 4];
      for (let y = 0; y < 4; y++) for (let x = 0; x < lanes; x++) rect(c, shade(base, (((x * 5 + y * 3) % 4) - 1.5) * 0.05), 14 + x * wide + 2, y * tall + 2, wide - 4, tall - 4);
      speckle(c, w, h, base, 240, 4);
      for (let i = 1; i < lanes; i++) rect(c, alpha(shade(base, 0.5), 0.55), 14 + wide * i - 2, 0, 4, h * 0.6);
      [0, w - 12].forEach((x) => rect(c, shade(accent, -0.1), x, 0, 12, h));
      [3, w - 7].forEach((x) => rect(c, shade(accent, 0.4), x, 0, 4, h));
    },
    ski(c, w, h, base) {
      rect(c, base, 0, 0, w, h);
      for (let x = 0; x < w; x += 8) rect(c, alpha(shade(base, x % 16 ? 0.4 : -0.18), 0.4), x, 0, 3, h);
      [0, w - 6].forEach((x) => rect(c, alpha("#4f7fb0", 0.5), x, 0, 6, h));
    },
    boat(c, w, h, base) {
      rect(c, base, 0, 0, w, h);
      for (let i = 0; i < 40; i++) rect(c, "rgba(255,255,255,.3)", random(10, w - 50), random(0, h), random(12, 46), 2);
      [0, w - 8].forEach((x) => rect(c, "rgba(255,255,255,.75)", x, 0, 8, h));
    },
  };
  ROADS.fly = null;

  const facade = (night) =>
    sheet(64, 64, (c, w, h) => {
      rect(c, night ? "#2a3050" : "#ffffff", 0, 0, w, h);
      for (let y = 0; y < 4; y++) for (let x = 0; x < 4; x++) {
        const on = (x * 7 + y * 11 + x * y) % 5 < 3;
        rect(c, night ? (on ? ["#ffd98a", "#ffe9bd", "#8fe3ff"][(x + y) % 3] : "#151a33") : ["#5f7fa3", "#7795b5", "#4f6f94"][(x + y) % 3], x * 16 + 4, y * 16 + 3, 8, 9);
      }
    });

  /** All that is drawn for a world at a time of the day. */
  function create(name, time, { kind, lanes, accent, road, background }) {
    const look = ALL[name];
    const tones = look[time] || SKIES[time];
    const wet = kind === "boat";
    const bare = wet ? (name === "volcano" ? ["#c0402c", "#d8552f"] : ["#2f9fc4", "#2a93b8"]) : kind === "ski" && name !== "desert" && look.ground ? ["#eef5fb", "#dfeaf5"] : look.ground;
    const base = Kit.isColour(road) ? road : wet ? "#3fb2d4" : kind === "ski" ? shade((bare || ["#888"])[0], 0.35) : look.road;
    const draw = ROADS[kind];
    return {
      name, time, look: { ...look, beside: wet && !["snow", "ocean", "space"].includes(name) ? [...look.beside.slice(0, 2), "isle", "sail"] : look.beside },
      fog: Solid.three(tones[2]),
      sky: sky(look, tones, time),
      ground: bare && ground(bare.map((tone) => dim(tone, time)), wet),
      road: draw && sheet(256, 256, (c, w, h) => draw(c, w, h, dim(base, time), lanes, accent)),
      facade: look.towers && facade(time !== "day"),
      background,
    };
  }
  return { create, find, names: NAMES };
})();
