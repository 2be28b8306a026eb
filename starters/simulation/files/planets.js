// Planets on their ways around a star, from above: click one for its facts, wheel to come closer.
"use strict";

(function () {
  const { Stage, Modes, Kit } = window;
  // name in English and Chinese, colour, size, days around the sun, moons, ring.
  const SOLAR = [
    ["Mercury", "水星", "#b5a7a0", 3.2, 88, 0], ["Venus", "金星", "#e8c07a", 5.2, 225, 0], ["Earth", "地球", "#4d9de0", 5.6, 365, 1], ["Mars", "火星", "#d1603d", 4.2, 687, 2],
    ["Jupiter", "木星", "#d8a373", 13, 4333, 4], ["Saturn", "土星", "#e3cf9b", 11, 10759, 3, true], ["Uranus", "天王星", "#8fd3e8", 8, 30687, 2], ["Neptune", "海王星", "#4667d9", 7.8, 60190, 1],
  ];

  function bodies(C, zh) {
    const given = C.planets.map((value) => Kit.item(value, "name")).filter((one) => Kit.text(one.name));
    const known = SOLAR.map(([en, cn, color, size, days, moons, ring]) => ({ name: zh ? cn : en, color, size, days, moons, ring }));
    const list = given.length ? given.map((one, i) => ({ ...(known.find((k, n) => k.name === one.name || SOLAR[n][0].toLowerCase() === String(one.name).toLowerCase()) || { days: 80 * 1.7 ** i, size: 4 + ((i * 37) % 8), moons: 0, color: Kit.hue(i) }), ...one })) : known;
    return list.slice(0, 14).map((one, i) => ({
      name: Kit.text(one.name), color: Kit.colour(one.color, Kit.hue(i)), size: Modes.clamp(Kit.number(one.size, 6), 1.5, 26), days: Math.max(5, Kit.number(one.days ?? one.period, 365)),
      moons: Modes.clamp(Array.isArray(one.moons) ? one.moons.length : Kit.number(one.moons), 0, 6), ring: one.ring === true || one.rings === true, text: Kit.text(one.text ?? one.fact ?? one.note), angle: i * 2.4,
    }));
  }

  function ball(ctx, x, y, size, color) {
    const light = ctx.createRadialGradient(x - size * 0.35, y - size * 0.35, size * 0.1, x, y, size);
    light.addColorStop(0, "#ffffff");
    light.addColorStop(0.35, color);
    light.addColorStop(1, "#05060d");
    ctx.fillStyle = light;
    ctx.beginPath(); ctx.arc(x, y, size, 0, 7); ctx.fill();
  }
  function star(ctx, x, y, size, color, time) {
    for (const [reach, alpha] of [[5.5, 0.12], [3, 0.2], [1.8, 0.4]]) {
      const glow = ctx.createRadialGradient(x, y, size * 0.5, x, y, size * (reach + Math.sin(time * 2) * 0.15));
      glow.addColorStop(0, color); glow.addColorStop(1, "transparent");
      ctx.globalAlpha = alpha;
      ctx.fillStyle = glow;
      ctx.beginPath(); ctx.arc(x, y, size * (reach + 0.3), 0, 7); ctx.fill();
    }
    ctx.globalAlpha = 1;
    const core = ctx.createRadialGradient(x, y, 0, x, y, size);
    core.addColorStop(0, "#ffffff"); core.addColorStop(1, color);
    ctx.fillStyle = core;
    ctx.beginPath(); ctx.arc(x, y, size, 0, 7); ctx.fill();
  }

  function run(C, W) {
    const zh = C.lang === "zh", all = bodies(C, zh), sun = { name: C.sun.name || W.sun, color: Kit.colour(C.sun.color, "#ffc94d"), size: Modes.clamp(C.sun.size, 6, 50), text: C.sun.text };
    const S = Stage(C, W, { background: "#060914" }), days = S.stat(W.days), sky = Array.from({ length: 260 }, () => [Math.random(), Math.random(), Math.random() * 1.3 + 0.2, Math.random() * 6]);
    let speed = Modes.clamp(C.speed, 0, 20), zoom = Modes.clamp(C.zoom, 0.4, 6), clock = 0, labels = C.labels, orbits = C.orbits, chosen = null, tilt = Modes.clamp(C.tilt, 0.25, 1);
    const card = Kit.make("aside", { className: "fact", hidden: true, aria: { live: "polite" } });
    S.view.append(card);
    const play = S.toggle([W.pause, W.play], C.running, () => {});
    S.slider(W.speed, { min: 0, max: 20, step: 0.5, value: speed }, (to) => { speed = to; });
    const near = S.slider(W.zoom, { min: 0.4, max: 6, step: 0.1, value: zoom }, (to) => { zoom = to; });
    S.check(W.labels, labels, (on) => { labels = on; });
    S.check(W.orbits, orbits, (on) => { orbits = on; });
    S.choice(all.map((one, i) => ({ value: i, label: one.name })), null, (i) => show(all[i]));
    const place = (one, i) => { const reach = (Math.min(S.width, S.height / tilt) * 0.47 * zoom * (i + 1.7)) / (all.length + 1), turn = one.angle + (clock / one.days) * Math.PI * 2; return [S.width / 2 + Math.cos(turn) * reach, S.height / 2 + Math.sin(turn) * reach * tilt, reach]; };
    const scale = () => Modes.clamp(Math.min(S.width, S.height) / 400, 0.7, 1.7) * Math.sqrt(zoom);
    function show(one) {
      chosen = one;
      card.hidden = !one;
      if (one) card.replaceChildren(Kit.make("b", { textContent: one.name }), Kit.make("p", { textContent: one.text || "" }), one.days ? Kit.make("p", { className: "muted", textContent: `${W.year}: ${Math.round(one.days).toLocaleString()} ${W.daysUnit}${one.moons ? ` · ${W.moons}: ${one.moons}` : ""}` }) : "");
    }
    S.pointer({ down(x, y) {
      const hit = all.findIndex((one, i) => { const [px, py] = place(one, i); return Math.hypot(px - x, py - y) < one.size * scale() + 12; });
      show(hit >= 0 ? all[hit] : Math.hypot(x - S.width / 2, y - S.height / 2) < sun.size * scale() + 6 ? sun : null);
    } });
    S.canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoom = Modes.clamp(zoom * (event.deltaY < 0 ? 1.1 : 0.91), 0.4, 6); near.set(zoom.toFixed(1)); }, { passive: false });
    S.loop((seconds, time) => {
      if (play.on) clock += seconds * speed * 12;
      S.clear();
      const { ctx } = S;
      ctx.fillStyle = "#dfe7ff";
      for (const [x, y, size, phase] of sky) { ctx.globalAlpha = 0.35 + 0.3 * Math.sin(time + phase); ctx.fillRect(x * S.width, y * S.height, size, size); }
      ctx.globalAlpha = 1;
      if (orbits) all.forEach((one, i) => { ctx.strokeStyle = one === chosen ? one.color : "rgb(150 170 220 / 22%)"; ctx.beginPath(); const reach = place(one, i)[2]; ctx.ellipse(S.width / 2, S.height / 2, reach, reach * tilt, 0, 0, 7); ctx.stroke(); });
      star(ctx, S.width / 2, S.height / 2, sun.size * scale(), sun.color, time);
      all.forEach((one, i) => planet(ctx, one, place(one, i), scale(), { labels, chosen, clock, time }));
      days(Math.round(clock).toLocaleString());
    });
  }
  function planet(ctx, one, [x, y], scale, { labels, chosen, clock }) {
    const size = one.size * scale;
    if (one.ring) { ctx.strokeStyle = one.color; ctx.globalAlpha = 0.6; ctx.lineWidth = size * 0.3; ctx.beginPath(); ctx.ellipse(x, y, size * 1.9, size * 0.7, -0.4, 0, 7); ctx.stroke(); ctx.globalAlpha = 1; ctx.lineWidth = 1; }
    ball(ctx, x, y, size, one.color);
    ctx.fillStyle = "#cdd5e6";
    for (let m = 0; m < one.moons; m++) { const turn = clock / (9 + m * 5) + m * 2, far = size + 5 + m * 3; ctx.beginPath(); ctx.arc(x + Math.cos(turn) * far, y + Math.sin(turn) * far * 0.8, 1.4, 0, 7); ctx.fill(); }
    if (one === chosen) { ctx.strokeStyle = "#fff"; ctx.beginPath(); ctx.arc(x, y, size + 6, 0, 7); ctx.stroke(); }
    if (!labels && one !== chosen) return;
    ctx.font = "600 12px system-ui, sans-serif";
    ctx.textAlign = "center";
    ctx.fillText(one.name, x, y + size + 17);
  }

  Modes.add("planets", {
    names: /planet|solar|orbit|太阳系|行星|轨道|星系/i,
    defaults: { planets: [], sun: { name: "", color: "", size: 20, text: "" }, speed: 3, zoom: 1, tilt: 0.62, labels: true, orbits: true, running: true },
    words: {
      en: { play: "Play", pause: "Pause", speed: "Speed", zoom: "Zoom", labels: "Names", orbits: "Orbits", sun: "Sun", days: "Day", year: "Once around", daysUnit: "days", moons: "moons", hint: "Click a planet" },
      zh: { play: "播放", pause: "暂停", speed: "速度", zoom: "缩放", labels: "名称", orbits: "轨道", sun: "太阳", days: "天数", year: "公转周期", daysUnit: "天", moons: "卫星", hint: "点击一颗行星" },
    },
    run,
  });
})();
