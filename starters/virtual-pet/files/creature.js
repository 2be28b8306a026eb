// The creature as an SVG: a body with ears, tail and whatever its look has, a face with moods, eyes
// that follow the pointer. How it moves is in style.css. Any emoji can stand in its place.
"use strict";

(function () {
  const INK = "#2b2530";
  // Its usual colours, the parts it has.
  const LOOKS = {
    cat: { colours: ["#f4a259", "#fff1dc"], parts: ["tailLong", "earsPointed", "belly", "whiskers", "feet"] },
    dog: { colours: ["#c98d5b", "#fff0dc"], parts: ["tailShort", "earsHanging", "belly", "muzzle", "feet"] },
    rabbit: { colours: ["#e9e4f2", "#ffc9d6"], parts: ["earsLong", "belly", "teeth", "feet"] },
    bear: { colours: ["#8d6748", "#e7c9a1"], parts: ["earsRound", "belly", "muzzle", "feet"] },
    fox: { colours: ["#e8703a", "#fff4e6"], parts: ["tailBushy", "earsPointed", "belly", "cheeks", "feet"] },
    hamster: { colours: ["#efb77a", "#fff7ea"], parts: ["earsRound", "belly", "cheeks", "whiskers", "feet"] },
    chick: { colours: ["#ffd84d", "#fff2b3"], parts: ["tuft", "wingsSmall", "belly", "beak", "claws"] },
    penguin: { colours: ["#3d4a66", "#ffffff"], parts: ["wingsSmall", "bellyTall", "beak", "claws"] },
    frog: { colours: ["#79c753", "#e3f5c2"], parts: ["eyesHigh", "belly", "feet"] },
    dragon: { colours: ["#63c7a6", "#ffe3a8"], parts: ["tailSpade", "wings", "horns", "spikes", "belly", "nostrils", "feet"] },
    dinosaur: { colours: ["#7fb069", "#f3e9b5"], parts: ["tailThick", "spikes", "belly", "nostrils", "feet"] },
    unicorn: { colours: ["#f6f0ff", "#f7b7e4"], parts: ["tailBushy", "mane", "earsPointed", "horn", "muzzle", "feet"] },
    octopus: { colours: ["#e56b8c", "#ffc4d3"], parts: ["arms", "spots"] },
    monster: { colours: ["#9d7bea", "#e3d6ff"], parts: ["feelers", "belly", "spots", "fang", "feet"] },
    robot: { colours: ["#9fb4c7", "#dff1ff"], parts: ["antenna", "robotArms", "screen", "wheels"], box: true },
    plant: { colours: ["#d9825b", "#5fae57"], parts: ["leaves", "rim"], pot: true },
  };
  const pair = (draw) => `${draw}<g transform="matrix(-1 0 0 1 200 0)">${draw}</g>`;
  const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
  const line = (d, stroke, width) => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const round = (x, y, rx, ry, fill, more = "") => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
  const dark = (colour) => `color-mix(in oklab, ${colour} 78%, #201530)`;
  const tail = (inside) => `<g class="tail">${inside}</g>`;

  // Parts behind the body and before it, from the two colours.
  const BEHIND = {
    tailLong: (a) => tail(line("M150 165Q190 165 182 120", dark(a), 13)), tailShort: (a) => tail(line("M148 160Q172 152 172 134", dark(a), 13)),
    tailBushy: (a, b) => tail(path("M140 170Q200 175 184 110Q160 118 140 170Z", a) + path("M184 110Q178 122 170 128Q188 138 188 128Z", b)),
    tailSpade: (a, b) => tail(line("M145 168Q188 176 182 130", a, 12) + path("M182 106L197 132L168 132Z", b)), tailThick: (a) => tail(path("M120 178Q190 190 192 138Q170 160 130 148Z", a)),
    wings: (a, b) => pair(`<g class="wing">${path("M62 112Q16 74 8 104Q20 104 20 122Q34 116 40 134Q52 124 66 140Z", b, `stroke="${dark(a)}" stroke-width="3"`)}</g>`),
    earsPointed: (a, b) => pair(path("M50 84L52 30L94 58Z", a, `stroke="${a}" stroke-width="8" stroke-linejoin="round"`) + path("M60 72L61 46L82 60Z", b)),
    earsLong: (a, b) => pair(round(74, 36, 14, 40, a, 'transform="rotate(-9 74 60)"') + round(74, 38, 7, 29, b, 'transform="rotate(-9 74 60)"')),
    earsRound: (a, b) => pair(round(57, 62, 20, 20, a) + round(57, 62, 11, 11, b)),
    horns: (a, b) => pair(path("M70 66Q58 44 64 28Q82 42 88 58Z", b)), horn: () => path("M91 58L100 8L109 58Z", "#ffd166") + line("M95 40l10-4M93 50l14-5", "#e0a93b", 3),
    spikes: (a, b) => path("M88 54L100 32L112 54Z", b) + pair(path("M66 64L72 44L84 58Z", b)), mane: (a, b) => path("M60 120Q34 70 78 50Q96 40 112 52Q80 70 84 110Z", b),
    tuft: (a) => line("M100 56Q94 40 84 38M100 56Q102 36 108 34M100 56Q110 44 118 44", dark(a), 5), wingsSmall: (a) => pair(`<g class="wing">${path("M46 116Q18 130 30 158Q48 156 54 140Z", dark(a))}</g>`),
    arms: (a) => [42, 66, 90, 114, 138, 160].map((x, i) => `<g class="arm" style="--i:${i}">${line(`M${70 + i * 12} 150Q${x} 170 ${x} 186`, a, 17)}</g>`).join(""),
    feelers: (a) => pair(line("M82 62Q76 40 62 34", a, 6) + round(61, 33, 8, 8, "#ffd43b")), antenna: (a) => line("M100 56V30", dark(a), 6) + `<g class="lamp">${round(100, 25, 9, 9, "#ff6b6b")}</g>`,
    robotArms: (a) => pair(line("M48 128Q24 134 26 158", dark(a), 10) + round(26, 162, 9, 9, a)), wheels: (a) => [66, 100, 134].map((x) => round(x, 186, 14, 14, INK) + round(x, 186, 6, 6, a)).join(""),
    leaves: (a, b) => `<g class="leaves">${line("M100 112V58", b, 8)}${pair(path("M100 96Q60 92 50 58Q92 58 100 96Z", b) + path("M100 76Q74 62 76 30Q102 44 100 76Z", `color-mix(in oklab, ${b} 85%, white)`))}${path("M100 66Q84 36 100 8Q116 36 100 66Z", b)}<g class="bloom">${[0, 72, 144, 216, 288].map((turn) => round(100, 6, 8, 13, "#ff8fab", `transform="rotate(${turn} 100 20)"`)).join("")}${round(100, 20, 8, 8, "#ffd43b")}</g></g>`,
    feet: (a) => pair(round(74, 186, 20, 11, dark(a))), claws: () => pair(line("M78 180v8M78 188l-9 5M78 188v7M78 188l9 5", "#f08c2e", 5)),
    eyesHigh: (a) => pair(round(72, 66, 24, 24, a)),
  };
  const BEFORE = {
    earsHanging: (a) => pair(path("M58 66Q26 68 30 122Q54 126 64 86Z", dark(a))), belly: (a, b) => round(100, 164, 34, 22, b), bellyTall: (a, b) => path("M100 76Q148 62 146 118Q146 182 100 184Q54 182 54 118Q52 62 100 76Z", b),
    muzzle: (a, b) => round(100, 127, 25, 17, b), cheeks: (a, b) => pair(path("M40 128Q60 110 92 132Q76 156 52 150Z", b)), whiskers: () => pair(line("M58 122L36 117M58 129L36 132", INK, 2.5)),
    teeth: () => path("M94 137h12v11q-6 3-12 0Z", "#fff", `stroke="${INK}" stroke-width="1.5"`), beak: () => path("M88 117Q100 108 112 117Q106 131 100 132Q94 131 88 117Z", "#f59f00"), nostrils: (a) => pair(round(93, 120, 2.6, 2, dark(a))),
    spots: (a, b) => round(60, 84, 8, 6, b) + round(140, 92, 6, 8, b) + round(74, 70, 5, 4, b), fang: () => path("M110 136l4 10 5-10Z", "#fff"),
    screen: (a, b) => `<rect x="60" y="84" width="80" height="60" rx="14" fill="#1d2b3a"/><rect x="64" y="88" width="72" height="52" rx="11" fill="${b}" opacity="0.9"/>` + round(78, 164, 6, 6, "#51cf66") + round(96, 164, 6, 6, "#ffd43b") + `<rect x="110" y="159" width="26" height="9" rx="4" fill="${dark(a)}"/>`,
    rim: (a) => `<rect x="44" y="102" width="112" height="20" rx="9" fill="${dark(a)}"/>`,
  };
  const bodyOf = (look, a) => (look.box ? `<rect x="46" y="56" width="108" height="124" rx="26" fill="${a}"/>` : look.pot ? path("M52 112H148L138 180Q136 190 126 190H74Q64 190 62 180Z", a) : path("M100 50Q160 50 160 124Q160 190 100 190Q40 190 40 124Q40 50 100 50Z", a));

  function face(look, parts) {
    const y = look.pot ? 146 : parts.includes("eyesHigh") ? 66 : 108, apart = parts.includes("eyesHigh") ? 28 : 23;
    const eye = (x) => `<g class="eye">${round(x, y, 10.5, 12, "#fff")}<g class="pupil">${round(x, y, 7.4, 8.6, INK)}${round(x + 2.6, y - 3.2, 2.5, 2.5, "#fff")}</g></g>`;
    const lid = (x) => line(`M${x - 10} ${y}q10 8 20 0`, INK, 4);
    const m = y + (parts.includes("eyesHigh") ? 56 : 22), beak = parts.includes("beak");
    const mouths = { happy: path(`M88 ${m}Q100 ${m + 19} 112 ${m}Z`, "#8c2f3f", `stroke="${INK}" stroke-width="3.5" stroke-linejoin="round"`), fine: line(`M90 ${m + 2}q10 8 20 0`, INK, 3.8), low: line(`M92 ${m + 5}h16`, INK, 3.8), sad: line(`M90 ${m + 8}q10 -9 20 0`, INK, 3.8), asleep: round(100, m + 5, 4, 5, "#8c2f3f"), open: round(100, m + 5, 11, 12, "#8c2f3f") };
    return `<g class="eyes">${eye(100 - apart)}${eye(100 + apart)}</g><g class="lids">${lid(100 - apart)}${lid(100 + apart)}</g>${round(100 - apart - 14, y + 16, 8, 5, "#ff8fa3", 'opacity="0.55"')}${round(100 + apart + 14, y + 16, 8, 5, "#ff8fa3", 'opacity="0.55"')}`
      + (beak ? "" : Object.entries(mouths).map(([name, mouth]) => `<g class="mouth ${name}">${mouth}</g>`).join("")) + `<g class="tear">${path(`M${76 - apart / 2} ${y + 12}q-6 10 0 13q6 -3 0 -13Z`, "#74c0fc")}</g>`;
  }
  function drawn(look, colours) {
    const [a, b] = colours, of = (list) => look.parts.map((part) => (list[part] ? list[part](a, b) : "")).join("");
    return `<svg viewBox="-4 -8 208 212" aria-hidden="true">${round(100, 194, 58, 7, "#000", 'opacity="0.16"')}<g class="whole">${of(BEHIND)}<g class="body">${bodyOf(look, a)}${round(76, 74, 18, 9, "#fff", 'opacity="0.18" transform="rotate(-24 76 74)"')}</g>${of(BEFORE)}<g class="face">${face(look, look.parts)}</g></g></svg>`;
  }

  // The look that words name; null where an emoji is meant.
  function lookOf(words) {
    const said = String(words).toLowerCase().trim();
    const like = { kitten: "cat", puppy: "dog", bunny: "rabbit", panda: "bear", dino: "dinosaur", bird: "chick", duck: "chick", flower: "plant", cactus: "plant", alien: "monster", slime: "monster", blob: "monster", mouse: "hamster", pony: "unicorn" };
    const name = Object.keys(LOOKS).find((one) => said.includes(one)) || like[Object.keys(like).find((one) => said.includes(one))];
    return name ? LOOKS[name] : null;
  }

  // Puts the creature into `box`; set(mood, sign) shows how it feels or an emoji in its place.
  function create(box, words, colours, usualSign) {
    const emoji = /\p{Extended_Pictographic}/u.test(words), look = lookOf(words) || (emoji ? null : LOOKS.monster);
    const tints = look && look.colours.map((usual, i) => colours[i] || usual);
    let shown = null;
    addEventListener("pointermove", ({ clientX, clientY }) => {
      const at = box.getBoundingClientRect(), dx = clientX - at.left - at.width / 2, dy = clientY - at.top - at.height / 2, far = Math.hypot(dx, dy) || 1, by = Math.min(4, far / 30);
      box.style.setProperty("--look-x", `${(dx / far) * by}px`);
      box.style.setProperty("--look-y", `${(dy / far) * by}px`);
    });
    return {
      set(mood, sign) {
        box.dataset.mood = mood;
        const wanted = sign || (look ? "" : usualSign);
        if (shown === wanted) return;
        shown = wanted;
        box.innerHTML = wanted ? "" : drawn(look, tints);
        if (wanted) box.append(window.Kit.make("span", { className: "sign", textContent: wanted }));
      },
    };
  }

  window.Creature = { create };
})();
