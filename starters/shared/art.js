// Pictures out of words: every element with data-art="word or emoji" gets an SVG scene, the same
// for the same words each time. <img data-art> gets it as its source, others as a background.
"use strict";

(function () {
  const W = 480, H = 360;
  const PALETTES = [
    ["#1b2a49", "#465c8b", "#f2a65a", "#f6e7cb", "#d9593d"], ["#0f4c5c", "#5fa8a0", "#f4d58d", "#fdf6e3", "#e36414"],
    ["#2d1e4f", "#7b4fa3", "#f7a6a1", "#ffe8d6", "#ffb703"], ["#12372a", "#436850", "#adbc9f", "#fbfada", "#e9a23b"],
    ["#3a1d32", "#a4425c", "#f0846b", "#fde2c8", "#ffc857"], ["#0b2545", "#13708f", "#8dd7cf", "#eef4ed", "#f95738"],
    ["#27213c", "#5a5299", "#9fc2e8", "#f3eff5", "#f46197"], ["#40241a", "#a0583c", "#e6b17e", "#fff1dd", "#4f8a8b"],
    ["#10203a", "#2f5d9b", "#f3c5c5", "#fbf3f0", "#ee6c4d"], ["#1f2f16", "#6b8f3a", "#dfd27c", "#fbf7e1", "#d1495b"],
    ["#202c39", "#4f6d7a", "#f2d492", "#f7f3e9", "#b8402a"], ["#231942", "#5e548e", "#be95c4", "#f5e6f0", "#43c59e"],
  ];
  const KINDS = [
    ["vessel", /\bcup|mug|bowl|vase|bottle|candle|lamp|pottery|ceramic|glass|perfume|honey|\bjar|杯|碗|瓶|壶|灯|蜡烛|陶|🏺|🫖|🕯/iu],
    ["space", /space|star|rocket|planet|moon|galaxy|orbit|nasa|太空|星|航天|火箭|月|宇宙|🚀|🌙|🪐|🛰/iu],
    ["circuit", /\bai\b|chip|robot|code|comput|tech|softw|cyber|server|network|quantum|芯片|智能|机器|代码|科技|电脑|网络|量子|软件|🤖|💻|🧠/iu],
    ["plate", /food|soup|cake|coffee|bread|pizza|dish|tea\b|recipe|pasta|noodle|salad|restaurant|cook|pumpkin|fruit|菜|面|咖啡|茶|饭|餐|蛋糕|食|酒|🍜|🍕|☕|🍰|🥗|🍳|🍵/iu],
    ["waves", /ocean|sea\b|water|wave|beach|ship|island|river|surf|swim|海|水|浪|船|岛|河|湖|🌊|⛵|🏖|🐋/iu],
    ["leaves", /plant|tree|garden|leaf|forest|green|flower|nature|farm|herb|cactus|fern|植|树|花|绿|森林|草|农|叶|🌿|🌱|🌳|🍃|🌸/iu],
    ["chart", /market|chart|financ|money|stock|data|econom|bank|growth|business|sales|经济|金融|股|数据|市场|商业|钱|📈|💰|📊/iu],
    ["books", /book|read|librar|novel|paper|school|learn|书|读|文|学|报|📚|📖/iu],
    ["portrait", /person|face|portrait|team|author|people|founder|woman|man\b|人像|头像|作者|肖像|团队|人物|👩|👨|🧑|👤/iu],
    ["sound", /music|sound|song|audio|podcast|radio|concert|音|歌|乐|🎵|🎧|🎸|🎹/iu],
    ["city", /city|street|hous|urban|build|office|architect|town|bridge|car\b|traffic|城|楼|建筑|街|房|车|公司|🏙|🏢|🚗|🏠/iu],
    ["peaks", /mountain|hike|travel|trip|climb|snow|camp|desert|climate|weather|sun|landscape|山|旅|雪|徒步|气候|天气|风景|⛰|🏔|🏕|☀/iu],
  ];

  function hash(text) {
    let h = 2166136261;
    for (const c of text) h = Math.imul(h ^ c.codePointAt(0), 16777619);
    return h >>> 0;
  }
  function random(seed) {
    return () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const many = (n, f) => Array.from({ length: n }, (_, i) => f(i)).join("");
  const circle = (x, y, r, fill, more = "") => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}" ${more}/>`;
  const rect = (x, y, w, h, fill, more = "") => `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${fill}" ${more}/>`;
  const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
  const line = (d, stroke, width, more = "") => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;

  function ridge(r, base, height, steps, fill, soft) {
    let d = `M0 ${H}L0 ${base}`, x = 0;
    for (let i = 1; i <= steps; i++) {
      const to = (i * W) / steps, y = base - (i % 2 ? height * (0.5 + r() * 0.5) : r() * height * 0.3);
      d += soft ? `C${x + (to - x) / 2} ${d.split(/[ ,]/).pop()} ${x + (to - x) / 2} ${y.toFixed(1)} ${to.toFixed(1)} ${y.toFixed(1)}` : `L${to.toFixed(1)} ${y.toFixed(1)}`;
      x = to;
    }
    return path(`${d}L${W} ${H}Z`, fill);
  }

  const SCENES = {
    peaks: (r, c) => circle(W * (0.25 + r() * 0.5), 120, 46, c[4]) + ridge(r, 230, 110, 6, c[1], false).replace("/>", ' opacity="0.55"/>')
      + ridge(r, 275, 120, 5, c[1], false) + ridge(r, 330, 90, 4, c[0], false),
    waves: (r, c) => circle(W * (0.3 + r() * 0.4), 130, 54, c[4]) + many(5, (i) => ridge(r, 200 + i * 38, 26, 6, i % 2 ? c[1] : c[0], true).replace("/>", ` opacity="${0.35 + i * 0.16}"/>`)),
    city: (r, c) => circle(W * (0.2 + r() * 0.6), 110, 50, c[4]) + many(11, (i) => rect(i * 46 - 12, 150 + r() * 90, 40, 260, c[1], 'opacity="0.5"')) + many(8, (i) => {
      const x = i * 64 - 14, h = 90 + r() * 150, w = 42 + r() * 16;
      return rect(x, H - h, w, h, c[0]) + many(Math.floor(h / 26), (k) => many(3, (m) => (r() > 0.45 ? rect(x + 7 + m * 13, H - h + 12 + k * 24, 6, 10, c[2]) : "")));
    }),
    space: (r, c) => rect(0, 0, W, H, c[0]) + many(70, () => circle(r() * W, r() * H, 0.6 + r() * 1.5, c[3], `opacity="${(0.3 + r() * 0.7).toFixed(2)}"`))
      + circle(W * 0.52, H * 0.52, 82, c[2]) + circle(W * 0.52 - 22, H * 0.52 - 20, 62, c[3], 'opacity="0.25"')
      + `<ellipse cx="${W * 0.52}" cy="${H * 0.52}" rx="150" ry="30" fill="none" stroke="${c[4]}" stroke-width="9" transform="rotate(${-30 + r() * 40} ${W * 0.52} ${H * 0.52})" stroke-dasharray="${300 + r() * 60} 130"/>` + circle(70 + r() * 60, 80, 20, c[1]),
    circuit: (r, c) => rect(0, 0, W, H, c[0]) + many(16, () => {
      const x = Math.round(r() * 12) * 40, y = Math.round(r() * 9) * 40, a = 40 + Math.floor(r() * 3) * 40, down = r() > 0.5 ? 1 : -1;
      return line(`M${x} ${y}h${a}l30 ${30 * down}v${50 * down}`, r() > 0.3 ? c[1] : c[2], 3) + circle(x, y, 6, c[2]) + circle(x + a + 30, y + 80 * down, 5, c[4]);
    }) + rect(W / 2 - 62, H / 2 - 62, 124, 124, c[1], 'rx="18"') + rect(W / 2 - 40, H / 2 - 40, 80, 80, c[4], 'rx="12"') + many(5, (i) => rect(W / 2 - 50 + i * 23, H / 2 - 84, 8, 22, c[2], 'rx="3"') + rect(W / 2 - 50 + i * 23, H / 2 + 62, 8, 22, c[2], 'rx="3"')) + circle(W / 2, H / 2, 17, c[3]),
    leaves: (r, c) => circle(W * (0.3 + r() * 0.4), 130, 60, c[4], 'opacity="0.9"') + many(13, (i) => {
      const x = (i / 12) * W + r() * 20 - 10, s = 0.75 + r() * 0.9, turn = -46 + r() * 92;
      return `<g transform="translate(${x.toFixed(0)} ${H + 12}) rotate(${turn.toFixed(0)}) scale(${s.toFixed(2)})">${path("M0 0C-46 -60 -40 -130 0 -180C40 -130 46 -60 0 0Z", i % 3 ? c[1] : c[0])}${line("M0 0V-160M0 -50l20 -24M0 -50l-20 -24M0 -95l17 -22M0 -95l-17 -22", c[2], 2, 'opacity="0.6"')}</g>`;
    }),
    plate: (r, c) => many(7, (i) => rect(i * 80, 0, 40, H, c[2], 'opacity="0.22"')) + circle(W / 2 + 6, H / 2 + 12, 142, c[0], 'opacity="0.18"') + circle(W / 2, H / 2, 140, "#fff", 'opacity="0.95"') + circle(W / 2, H / 2, 104, c[3])
      + circle(W / 2, H / 2, 92, c[2]) + many(16, () => { const a = r() * 6.28, d = r() * 68; return circle(W / 2 + Math.cos(a) * d, H / 2 + Math.sin(a) * d, 8 + r() * 16, [c[4], c[1], c[3]][Math.floor(r() * 3)], 'opacity="0.92"'); })
      + line("M54 90V270M42 90v46q12 16 24 0V90M428 90q24 50 0 92V270", c[0], 8),
    vessel: (r, c) => { const neck = 22 + r() * 34, belly = 62 + r() * 40, foot = 34 + r() * 26, top = 70 + r() * 50, mid = 170 + r() * 60, x = W / 2, d = `M${x - neck} ${top}C${x - neck} ${top + 60} ${x - belly} ${mid - 50} ${x - belly} ${mid}S${x - foot} 280 ${x - foot} 290H${x + foot}S${x + belly} ${mid + 50} ${x + belly} ${mid}S${x + neck} ${top + 60} ${x + neck} ${top}Z`;
      return circle(x + 60 - r() * 120, 150, 118, c[4], 'opacity="0.28"') + rect(0, 288, W, 80, c[1]) + `<ellipse cx="${x}" cy="292" rx="130" ry="14" fill="${c[0]}" opacity="0.4"/>` + path(d, c[4]) + path(d, c[0], `opacity="0.24" clip-path="inset(0 0 0 50%)"`) + line(`M${x - belly + 8} ${mid}Q${x} ${mid + 26} ${x + belly - 8} ${mid}`, c[3], 9, 'opacity="0.75"') + `<ellipse cx="${x}" cy="${top}" rx="${neck}" ry="8" fill="${c[0]}"/>`; },
    chart: (r, c) => { let y = 270, d = "M30 270"; const bars = many(9, (i) => { y = Math.max(70, y - 34 + r() * 40); d += `L${55 + i * 46} ${y.toFixed(0)}`; return rect(38 + i * 46, y + 24, 30, H - y, i % 3 === 2 ? c[4] : c[1], 'rx="6" opacity="0.85"'); });
      return many(6, (i) => line(`M0 ${60 + i * 52}H${W}`, c[0], 1, 'opacity="0.14"')) + bars + line(d, c[0], 6, 'stroke-linejoin="round"') + circle(55 + 8 * 46, y, 11, c[4], `stroke="${c[3]}" stroke-width="4"`); },
    books: (r, c) => rect(0, 290, W, 70, c[0]) + many(12, (i) => { const h = 130 + r() * 110, x = 30 + i * 35; return `<g transform="rotate(${r() > 0.8 ? 7 : 0} ${x} 290)">${rect(x, 290 - h, 31, h, [c[1], c[4], c[0], c[2]][Math.floor(r() * 4)], 'rx="4"')}${rect(x + 6, 290 - h + 18, 19, 6, c[3], 'opacity="0.8"')}${rect(x + 6, 290 - h + 30, 19, 3, c[3], 'opacity="0.6"')}</g>`; }),
    portrait: (r, c) => { const skin = ["#f1c9a5", "#c98d62", "#8d5a3b", "#e6b08a", "#5f3d2a"][Math.floor(r() * 5)], hair = [c[0], "#2b1d18", "#7a4a2a", "#4a4038"][Math.floor(r() * 4)], long = r() > 0.5;
      return circle(W / 2, 190, 165, c[2], 'opacity="0.55"') + (long ? path(`M160 180Q150 60 240 62Q330 60 320 180L334 300H146Z`, hair) : "") + path("M92 372Q104 262 206 250H274Q376 262 388 372Z", c[4]) + rect(214, 210, 52, 62, skin, 'rx="22"')
      + `<ellipse cx="240" cy="168" rx="66" ry="80" fill="${skin}"/>` + path("M170 170Q166 74 240 76Q314 74 310 170Q298 118 240 122Q190 120 170 170Z", hair) + circle(216, 172, 5, "#241a17") + circle(264, 172, 5, "#241a17") + line("M222 206q18 14 36 0", "#241a17", 4); },
    sound: (r, c) => circle(W / 2, H / 2, 130, c[4], 'opacity="0.9"') + many(33, (i) => { const h = 24 + Math.abs(Math.sin(i * 0.42 + r())) * 190; return rect(12 + i * 14, (H - h) / 2, 7, h, i % 4 ? c[0] : c[1], 'rx="3.5"'); }),
    shapes: (r, c) => many(12, (i) => { const s = 120, x = (i % 4) * s, y = Math.floor(i / 4) * s, a = c[Math.floor(r() * 3)], b = [c[3], c[4], c[1]][Math.floor(r() * 3)], k = Math.floor(r() * 5);
      return rect(x, y, s, s, a) + [circle(x + 60, y + 60, 44, b), path(`M${x} ${y}h120a120 120 0 0 1-120 120z`, b), path(`M${x} ${y + 120}L${x + 120} ${y}V${y + 120}Z`, b), path(`M${x} ${y + 60}a60 60 0 0 1 120 0z`, b) + path(`M${x} ${y + 120}a60 60 0 0 1 120 0z`, b), circle(x + 60, y + 60, 50, "none", `stroke="${b}" stroke-width="16"`)][k]; }),
    ribbons: (r, c) => many(9, (i) => { const y = 20 + i * 40, k = 60 + r() * 90; return line(`M-20 ${y}C120 ${y - k} 260 ${y + k} 500 ${(y - k / 2).toFixed(0)}`, [c[1], c[4], c[0], c[2]][i % 4], 26, 'opacity="0.86"'); }) + circle(W * (0.2 + r() * 0.6), H * (0.25 + r() * 0.3), 44, c[3]),
    orbits: (r, c) => many(5, (i) => circle(W / 2, H / 2, 44 + i * 38, "none", `stroke="${c[1]}" stroke-width="2" opacity="${0.9 - i * 0.14}"`)) + circle(W / 2, H / 2, 32, c[4]) + many(8, (i) => { const a = r() * 6.28, d = 44 + (i % 5) * 38; return circle(W / 2 + Math.cos(a) * d, H / 2 + Math.sin(a) * d, 7 + r() * 11, [c[0], c[1], c[4]][i % 3]); }),
    hills: (r, c) => circle(W * (0.2 + r() * 0.6), 110, 50, c[4]) + many(4, (i) => ridge(r, 220 + i * 46, 64, 4, [c[2], c[1], c[1], c[0]][i], true).replace("/>", ` opacity="${0.6 + i * 0.13}"/>`)),
  };
  const PLAIN = ["shapes", "ribbons", "orbits", "hills"];

  // The scene for `words` as SVG text; `seed` varies pictures of the same words on one page.
  window.artFor = function (words, seed = 0) {
    const text = String(words || "art").trim(), h = hash(text + (seed || "")), r = random(h), found = KINDS.find(([, pattern]) => pattern.test(text));
    const fitting = { waves: [1, 5, 5, 8], leaves: [3, 9, 3], plate: [4, 6, 10, 3, 7] }[found?.[0]] || PALETTES.map((_, i) => i);
    const c = PALETTES[fitting[h % fitting.length]];
    const scene = found ? found[0] : PLAIN[(h >>> 5) % PLAIN.length];
    const emoji = (text.match(/\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/u) || [""])[0];
    const badge = emoji ? circle(W / 2, H / 2, 78, c[3], 'opacity="0.94"') + `<text x="${W / 2}" y="${H / 2}" dy="0.36em" font-size="88" text-anchor="middle">${emoji}</text>` : "";
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${c[2]}"/><stop offset="1" stop-color="${c[3]}"/></linearGradient><radialGradient id="v"><stop offset="0.6" stop-opacity="0"/><stop offset="1" stop-opacity="0.22"/></radialGradient></defs><rect width="${W}" height="${H}" fill="url(#s)"/>${SCENES[scene](r, c)}<rect width="${W}" height="${H}" fill="url(#v)"/>${badge}</svg>`;
  };

  // Draw every picture below `root` that is not drawn yet.
  window.drawArt = function (root = document) {
    const used = new Map();
    for (const element of root.querySelectorAll("[data-art]")) {
      if (element.dataset.drawn) continue;
      const words = element.dataset.art || element.getAttribute("alt") || element.textContent.trim().slice(0, 60);
      const times = used.get(words) || 0;
      used.set(words, times + 1);
      const address = "data:image/svg+xml," + encodeURIComponent(window.artFor(words, times));
      if (element.tagName === "IMG") element.src = address;
      else element.style.backgroundImage = `url("${address}")`;
      if (!element.textContent.trim() && element.tagName !== "IMG" && words) {
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", words);
      }
      element.dataset.drawn = "yes";
    }
  };
})();
