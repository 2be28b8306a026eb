// The place where it happens: drawn once for each size, with a few things that move over it.
const Scenery = (() => {
  const SKIES = {
    garden: { colours: ["#bfe6ef", "#26413c", "#c4472b", "#6da35f"], far: "hills", sun: true, drift: "clouds" },
    forest: { colours: ["#cfe3c8", "#1f3326", "#b3541e", "#4f7a4a"], far: "trees", sun: true, drift: "motes" },
    city: { colours: ["#f3cdb5", "#33263f", "#d1495b", "#5c5470"], far: "towers", sun: true, drift: "clouds" },
    night: { colours: ["#1d2548", "#f1f0ff", "#ffcf5c", "#2c3a63"], far: "hills", moon: true, stars: true, dark: true },
    space: { colours: ["#0d1030", "#eef0ff", "#7cf5c8", "#3a3560"], stars: true, planet: true, dark: true },
    sea: { colours: ["#3f9fc4", "#06283a", "#ffd166", "#d9c089"], rays: true, far: "weeds", drift: "bubbles" },
    snow: { colours: ["#d5e6f3", "#21364c", "#c8385a", "#f4f9ff"], far: "peaks", drift: "flakes" },
    desert: { colours: ["#f6dcab", "#4a2f1d", "#c2451e", "#d9a45f"], far: "dunes", sun: true },
    candy: { colours: ["#ffe0ee", "#5a2745", "#e23e87", "#f5a3c7"], far: "domes", drift: "clouds" },
    fair: { colours: ["#fbe8c6", "#4a2222", "#c8322b", "#8a5a34"], stripes: true },
    wood: { colours: ["#c99a6b", "#2f1b0e", "#8c1d18", "#8a5a34"], planks: true },
    plain: { colours: ["#eef1f7", "#1d2333", "#3d63dd", "#c9d1e3"], bare: true },
  };
  const NAMES = Object.keys(SKIES);
  const dice = (i, salt) => { const x = Math.sin(i * 127.1 + salt * 311.7) * 43758.5; return x - Math.floor(x); };

  function colours(sky) {
    const [background, text, accent, ground] = SKIES[sky].colours;
    return { background, text, accent, ground };
  }
  // Stars need a dark sky, whatever colour was written.
  function fitColours(C, sky, written) {
    const own = colours(sky);
    Object.keys(own).forEach((key) => (C[key] = Kit.colour(C[key], own[key])));
    if (SKIES[sky].dark && Kit.light(C.background) > 0.12) C.background = Kit.blend(C.background, own.background, 0.88);
    if (SKIES[sky].bare && !Kit.isColour(written.ground)) C.ground = Kit.shade(C.background, Kit.light(C.background) > 0.4 ? -0.1 : 0.14);
    C.accent = Kit.readable(C.accent, C.background, 1.6);
  }

  // Silhouettes, each from the left edge to the right, standing on `base`.
  const RIDGES = {
    wave(c, w, base, tall, salt, sharp) {
      c.beginPath();
      c.moveTo(0, base);
      for (let x = 0; x <= w + 12; x += 12) {
        const swing = Math.sin(x / 173 + salt) * 0.5 + Math.sin(x / 71 + salt * 2.3) * 0.22 + 0.72;
        c.lineTo(x, base - tall * (sharp ? Math.abs(swing - 0.6) * 1.5 + 0.25 : swing * 0.75));
      }
      c.lineTo(w + 12, base);
      c.fill();
    },
    hills: (c, w, base, tall, salt) => RIDGES.wave(c, w, base, tall, salt, false),
    dunes: (c, w, base, tall, salt) => RIDGES.wave(c, w, base, tall * 0.6, salt + 3, true),
    peaks(c, w, base, tall, salt) {
      for (let i = -1; i < w / 150 + 1; i++) {
        const [x, high] = [i * 150 + dice(i, salt) * 70, tall * (0.6 + dice(i, salt + 1) * 0.7)];
        const fill = c.fillStyle;
        const peak = (part) => { c.beginPath(); c.moveTo(x - 150 * part, base - high * (1 - part)); c.lineTo(x, base - high); c.lineTo(x + 150 * part, base - high * (1 - part)); c.fill(); };
        peak(1);
        c.fillStyle = "rgba(255,255,255,.75)";
        peak(0.24);
        c.fillStyle = fill;
      }
    },
    towers(c, w, base, tall, salt) {
      for (let i = 0; i < w / 62 + 1; i++) {
        const high = tall * (0.5 + dice(i, salt) * 1.1);
        c.fillRect(i * 62 - 10, base - high, 40 + dice(i, salt + 1) * 26, high);
      }
    },
    trees(c, w, base, tall, salt) {
      for (let i = -1; i < w / 58 + 1; i++) {
        const [x, high] = [i * 58 + dice(i, salt) * 40, tall * (0.55 + dice(i, salt + 1) * 0.6)];
        [0, 0.26, 0.5].forEach((at) => {
          c.beginPath();
          c.moveTo(x, base - high);
          c.lineTo(x - 34 * (0.5 + at), base - high * (0.62 - at * 0.9));
          c.lineTo(x + 34 * (0.5 + at), base - high * (0.62 - at * 0.9));
          c.fill();
        });
        c.fillRect(x - 4, base - high * 0.3, 8, high * 0.3);
      }
    },
    domes(c, w, base, tall, salt) {
      for (let i = 0; i < w / 130 + 1; i++) {
        c.beginPath();
        c.arc(i * 130 + dice(i, salt) * 60, base, tall * (0.4 + dice(i, salt + 1) * 0.4), Math.PI, 0);
        c.fill();
      }
    },
    weeds(c, w, base, tall, salt) {
      c.lineCap = "round";
      c.strokeStyle = c.fillStyle;
      for (let i = 0; i < w / 44 + 1; i++) {
        const [x, high] = [i * 44 + dice(i, salt) * 40, tall * (0.25 + dice(i, salt + 1) * 0.5)];
        c.lineWidth = 7 + dice(i, salt + 2) * 7;
        c.beginPath();
        c.moveTo(x, base + 6);
        c.bezierCurveTo(x - 24, base - high * 0.4, x + 26, base - high * 0.7, x + 4, base - high);
        c.stroke();
      }
    },
  };

  function backdrop(c, w, h, C, one) {
    const fade = c.createLinearGradient(0, 0, 0, h);
    fade.addColorStop(0, Kit.shade(C.background, one.dark ? -0.3 : one.rays ? 0.25 : -0.05));
    fade.addColorStop(1, one.rays ? Kit.shade(C.background, -0.45) : Kit.shade(C.background, one.dark || Kit.light(C.background) < 0.2 ? 0.1 : 0.4));
    c.fillStyle = fade;
    c.fillRect(0, 0, w, h);
    if (one.sun || one.moon) {
      const [x, y, r] = [w * 0.78, h * 0.24, Math.min(w, h) * 0.085];
      const glow = c.createRadialGradient(x, y, r * 0.8, x, y, r * 3.4);
      const tint = one.moon ? "#f5f1dc" : Kit.blend("#fff2b8", C.accent, 0.12);
      glow.addColorStop(0, Kit.alpha(tint, 0.5));
      glow.addColorStop(1, Kit.alpha(tint, 0));
      c.fillStyle = glow;
      Things.disc(c, x, y, r * 3.4);
      c.fill();
      c.fillStyle = tint;
      Things.disc(c, x, y, r);
      c.fill();
    }
    if (one.planet) planet(c, w * 0.8, h * 0.24, Math.min(w, h) * 0.1, C);
    if (one.rays) rays(c, w, h);
    if (one.stripes) stripes(c, w, h, C);
    if (one.planks) planks(c, w, h, C);
  }
  function planet(c, x, y, r, C) {
    const fade = c.createLinearGradient(x - r, y - r, x + r, y + r);
    fade.addColorStop(0, Kit.blend(C.accent, C.background, 0.35));
    fade.addColorStop(1, Kit.blend(C.accent, C.background, 0.85));
    c.fillStyle = fade;
    Things.disc(c, x, y, r);
    c.fill();
    c.strokeStyle = Kit.alpha(C.text, 0.35);
    c.lineWidth = r * 0.12;
    c.beginPath();
    c.ellipse(x, y, r * 1.75, r * 0.42, -0.35, -0.35, Math.PI + 0.35);
    c.stroke();
  }
  function rays(c, w, h) {
    for (let i = 0; i < 6; i++) {
      const x = w * (i / 5);
      c.fillStyle = `rgba(255,255,255,${0.04 + dice(i, 3) * 0.05})`;
      c.beginPath();
      c.moveTo(x - 30, 0);
      c.lineTo(x + 40, 0);
      c.lineTo(x + 190, h);
      c.lineTo(x + 40, h);
      c.fill();
    }
  }
  function stripes(c, w, h, C) {
    const wide = Math.max(46, w / 18);
    for (let i = 0; i < w / wide; i += 2) {
      c.fillStyle = Kit.alpha(C.accent, 0.13);
      c.fillRect(i * wide, 0, wide, h);
    }
    for (let i = 0; i < w / wide; i++) { // the awning
      c.fillStyle = i % 2 ? "#fffaf0" : C.accent;
      c.beginPath();
      c.rect(i * wide, 0, wide + 1, h * 0.1);
      c.arc((i + 0.5) * wide, h * 0.1, wide / 2, 0, Math.PI);
      c.fill();
    }
  }
  function planks(c, w, h, C) {
    const high = h / 6;
    c.fillStyle = Kit.shade(C.background, -0.4);
    c.fillRect(0, 0, w, h);
    for (let i = 0; i < 6; i++) {
      c.fillStyle = Kit.shade(C.background, (dice(i, 2) - 0.6) * 0.22);
      c.fillRect(0, i * high, w, high - 3);
      c.strokeStyle = "rgba(50,25,8,.14)";
      c.lineWidth = 2;
      for (let k = 1; k < 5; k++) {
        c.beginPath();
        c.moveTo(0, i * high + (k * high) / 5);
        c.bezierCurveTo(w * 0.3, i * high + (k * high) / 5 + dice(i, k) * 16 - 8, w * 0.7, i * high + (k * high) / 5 - dice(k, i) * 14, w, i * high + (k * high) / 5);
        c.stroke();
      }
    }
  }

  function ground(c, w, h, C, floor) {
    const fade = c.createLinearGradient(0, floor, 0, h);
    fade.addColorStop(0, C.ground);
    fade.addColorStop(1, Kit.shade(C.ground, -0.28));
    c.fillStyle = fade;
    c.fillRect(0, floor, w, h - floor);
    c.fillStyle = Kit.shade(C.ground, 0.22);
    c.fillRect(0, floor, w, 5);
    c.fillStyle = Kit.alpha("#ffffff", 0.1);
    for (let i = 0; i < w / 70; i++) {
      Kit.roundRect(c, i * 70 + dice(i, 5) * 50, floor + 16 + dice(i, 6) * Math.max(10, h - floor - 30), 10 + dice(i, 7) * 26, 5, 3);
      c.fill();
    }
  }

  // A painter for one game: `floor(view)` is where the ground begins, or the height for none.
  function create(S, C, floor) {
    const one = SKIES[S.sky];
    const still = document.createElement("canvas");
    let size = "";
    function paint(view) {
      const [w, h] = [view.width, view.height];
      size = `${w}x${h}`;
      [still.width, still.height] = [w, h];
      const c = still.getContext("2d");
      const base = Math.min(h, floor(view));
      backdrop(c, w, h, C, one);
      if (one.far) {
        [[0.34, 0.3, 7], [0.2, 0.62, 11]].forEach(([tall, strong, salt]) => {
          c.fillStyle = Kit.blend(Kit.blend(C.background, C.ground, strong), one.dark ? "#000" : C.ground, 0.25);
          RIDGES[one.far](c, w, base, h * tall, salt);
        });
      }
      if (base < h) ground(c, w, h, C, base);
    }
    function draw(c, view, time) {
      if (size !== `${view.width}x${view.height}`) paint(view);
      c.drawImage(still, 0, 0, view.width, view.height);
      const [w, h] = [view.width, Math.min(view.height, floor(view))];
      if (one.stars) stars(c, w, h, time);
      if (one.drift) DRIFTS[one.drift](c, w, h, time);
    }
    return { draw };
  }

  function stars(c, w, h, time) {
    c.fillStyle = "#fff";
    for (let i = 0; i < 70; i++) {
      c.globalAlpha = 0.25 + 0.6 * Math.abs(Math.sin(time * 0.7 + i * 1.7));
      const side = 1.2 + dice(i, 3) * 2;
      c.fillRect(dice(i, 1) * w, (dice(i, 2) * h + time * (4 + side * 4)) % h, side, side);
    }
    c.globalAlpha = 1;
  }
  const DRIFTS = {
    clouds(c, w, h, time) {
      c.fillStyle = "rgba(255,255,255,.62)";
      for (let i = 0; i < 4; i++) {
        const [x, y, s] = [((dice(i, 1) + i * 0.27 + time * 0.006) % 1.3) * (w + 200) - 160, h * (0.12 + dice(i, 2) * 0.3), 0.7 + dice(i, 3) * 0.6];
        [[0, 0, 30], [32, 8, 22], [-32, 9, 21], [58, 14, 13]].forEach(([dx, dy, r]) => { Things.disc(c, x + dx * s, y + dy * s, r * s); c.fill(); });
      }
    },
    motes: (c, w, h, time) => dots(c, w, h, time, { n: 26, tint: "255,240,170", up: 14, sway: 30, size: 2.6 }),
    flakes: (c, w, h, time) => dots(c, w, h, time, { n: 60, tint: "255,255,255", up: -46, sway: 26, size: 3.4 }),
    bubbles: (c, w, h, time) => dots(c, w, h, time, { n: 24, tint: "255,255,255", up: 44, sway: 14, size: 5 }),
  };
  function dots(c, w, h, time, { n, tint, up, sway, size }) {
    for (let i = 0; i < n; i++) {
      const y = (((dice(i, 2) * h - time * up * (0.6 + dice(i, 4))) % h) + h) % h;
      c.fillStyle = `rgba(${tint},${0.25 + dice(i, 5) * 0.45})`;
      Things.disc(c, dice(i, 1) * w + Math.sin(time + i) * sway, y, size * (0.4 + dice(i, 3) * 0.6));
      c.fill();
    }
  }

  return { NAMES, SKIES, colours, fitColours, create, dice };
})();
