// What changes with the clock: departures from a stop, and the weather with a drawn sky.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, number, colour, hue } = Kit;
  const minutesOf = (value) => { const at = /(\d{1,2})[:.：](\d{2})/.exec(text(value)); return at ? Number(at[1]) * 60 + Number(at[2]) : NaN; };
  const clock = (minutes) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(Math.floor(minutes) % 60).padStart(2, "0")}`;

  function lines(C) {
    return C.lines.map((value, i) => {
      const one = item(value, "name"), stops = (Array.isArray(one.stops) ? one.stops : []).map((stop) => text(item(stop, "name").name ?? stop)).filter(Boolean);
      return { name: text(one.name ?? one.line, String(i + 1)), to: text(one.to ?? one.destination, stops[stops.length - 1] || ""), color: colour(one.color, hue(i)), stops, every: Modes.clamp(number(one.every ?? one.interval, 10), 1, 240), first: minutesOf(one.first) || 300, last: minutesOf(one.last) || 1439, times: (Array.isArray(one.times) ? one.times : []).map(minutesOf).filter(Number.isFinite), step: Modes.clamp(number(one.minutes ?? one.step, 3), 1, 60), platform: text(one.platform ?? one.track), icon: text(one.icon) };
    });
  }
  // The next departures of a line from its k-th stop, in minutes of the day; tomorrow's count on.
  function next(line, k, now, many) {
    const all = line.times.length ? line.times : Array.from({ length: Math.floor((line.last - line.first) / line.every) + 1 }, (_, i) => line.first + i * line.every), shift = Math.max(0, k) * line.step;
    return [...all, ...all.map((at) => at + 1440)].map((at) => at + shift).filter((at) => at >= now).sort((a, b) => a - b).slice(0, many);
  }

  function timetable(C, W) {
    const all = lines(C), stops = [...new Set(all.flatMap((line) => line.stops))];
    let stop = stops.includes(C.stop) ? C.stop : stops[0] || "", line = null, only = null;
    const time = make("b", { className: "now" }), board = make("div", { className: "board", aria: { live: "off" } }), route = make("section", { className: "panel" });
    const minute = () => { const date = new Date(); return date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60; };
    function departures() {
      const now = minute();
      time.textContent = new Date().toLocaleTimeString(C.lang === "zh" ? "zh-CN" : "en-GB");
      const rows = all.filter((each) => (!only || each === only) && (!stop || each.stops.includes(stop) || !each.stops.length)).flatMap((each) => next(each, each.stops.indexOf(stop), now, only ? 8 : 3).map((at) => ({ each, at }))).sort((a, b) => a.at - b.at).slice(0, 8);
      board.replaceChildren(...(rows.length ? rows.map(({ each, at }) => { const left = Math.floor(at - now); return make("button", { type: "button", className: "departure", style: { "--hue": each.color }, onclick: () => { line = each; draw(); } }, make("span", { className: "line-name", textContent: `${each.icon} ${each.name}`.trim() }), make("span", { className: "to" }, make("b", { textContent: each.to }), make("small", { textContent: `${clock(at)}${each.platform ? ` · ${W.platform} ${each.platform}` : ""}` })), make("span", { className: `left ${left < 2 ? "soon" : ""}`, textContent: left < 1 ? W.now : left < 60 ? `${left} ${W.minutes}` : clock(at) })); }) : [make("p", { className: "none", textContent: W.none })]));
    }
    function draw() {
      line ||= all[0];
      if (line) route.replaceChildren(make("h2", { textContent: `${line.name} → ${line.to}` }), make("p", { className: "muted", textContent: line.times.length ? line.times.map(clock).join("  ") : `${clock(line.first)}–${clock(line.last)} · ${W.every} ${line.every} ${W.minutes}` }), make("ol", { className: "route", style: { "--hue": line.color } }, line.stops.map((name, k) => make("li", { className: name === stop ? "here" : "" }, make("button", { type: "button", onclick: () => { stop = name; picker.value = name; draw(); } }, name), make("small", { textContent: k ? `+${k * line.step} ${W.minutes}` : "" })))));
      departures();
    }
    const picker = make("select", { aria: { label: W.stop }, onchange: () => { stop = picker.value; draw(); } }, stops.map((name) => make("option", { textContent: name, value: name })));
    picker.value = stop;
    const pick = (to) => {
      only = to;
      line = to || line;
      if (to?.stops.length && !to.stops.includes(stop)) picker.value = stop = to.stops[0];
      draw();
    };
    const filter = all.length > 1 ? Modes.choice([{ value: null, label: W.all }, ...all.map((value) => ({ value, label: `${value.icon} ${value.name}`.trim() }))], null, pick, W.line) : "";
    if (filter) filter.classList.add("filters");
    $("#app").replaceChildren(filter, make("div", { className: "two" }, make("section", { className: "panel dark-board" }, make("div", { className: "row spread" }, stops.length ? picker : make("b", { textContent: C.title }), time), board), route));
    draw();
    setInterval(departures, 1000);
  }

  const SKIES = { sun: ["#2f80ed", "#8fd0ff"], cloud: ["#5d7590", "#b9c9d9"], partly: ["#3b82d9", "#b5d8f5"], rain: ["#34495e", "#7793ab"], storm: ["#1d2333", "#56607d"], snow: ["#7d93ad", "#e3ecf5"], fog: ["#7d8a96", "#c9d1d8"], wind: ["#3f7cac", "#a9d0e8"], night: ["#0b1535", "#33457f"] };
  const GUESS = [[/storm|thunder|雷/, "storm"], [/snow|雪/, "snow"], [/rain|shower|drizzle|雨/, "rain"], [/fog|mist|haze|雾|霾/, "fog"], [/part|mostly|多云|晴间/, "partly"], [/cloud|overcast|阴|云/, "cloud"], [/wind|风/, "wind"], [/night|夜/, "night"]];
  const skyOf = (words) => { const low = text(words).toLowerCase(); return SKIES[low] ? low : (GUESS.find(([pattern]) => pattern.test(low)) || [0, "sun"])[1]; };
  const SIGNS = { sun: "☀", cloud: "☁", partly: "◐", rain: "☂", storm: "⚡", snow: "❄", fog: "≋", wind: "≈", night: "☾" };

  // The sky as moving canvas: sun rays, clouds, drops, flakes, stars, lightning.
  function paintSky(canvas, getSky) {
    const ctx = canvas.getContext("2d"), bits = Array.from({ length: 140 }, () => ({ x: Math.random(), y: Math.random(), s: Math.random() })), clouds = Array.from({ length: 6 }, (_, i) => ({ x: i / 6, y: 0.15 + Math.random() * 0.4, s: 0.6 + Math.random() * 0.8 }));
    const cloud = (x, y, s) => { ctx.beginPath(); for (const [dx, dy, r] of [[0, 0, 34], [34, 8, 26], [-36, 9, 25], [14, -17, 27], [-14, 12, 30]]) { ctx.moveTo(x + (dx + r) * s, y + dy * s); ctx.arc(x + dx * s, y + dy * s, r * s, 0, 6.2832); } ctx.fill(); };
    function frame(now) {
      const w = canvas.clientWidth, h = canvas.clientHeight, sky = getSky(), t = now / 1000, fill = ctx.createLinearGradient(0, 0, 0, h);
      if (canvas.width !== w || canvas.height !== h) { canvas.width = w; canvas.height = h; }
      SKIES[sky].forEach((stop, i) => fill.addColorStop(i, stop));
      ctx.fillStyle = fill;
      ctx.fillRect(0, 0, w, h);
      if (["sun", "partly", "wind"].includes(sky)) {
        ctx.save(); ctx.translate(w * 0.8, h * 0.3); ctx.rotate(t * 0.1); ctx.fillStyle = "rgb(255 226 120 / 22%)";
        for (let i = 0; i < 12; i++) { ctx.rotate(Math.PI / 6); ctx.beginPath(); ctx.moveTo(-9, 0); ctx.lineTo(0, h * 0.55); ctx.lineTo(9, 0); ctx.fill(); }
        ctx.fillStyle = "#ffe27a"; ctx.beginPath(); ctx.arc(0, 0, Math.min(46, h * 0.16), 0, 7); ctx.fill(); ctx.restore();
      }
      if (sky === "night") { ctx.fillStyle = "#fff"; bits.forEach((b) => { ctx.globalAlpha = 0.3 + 0.6 * Math.abs(Math.sin(t * (0.4 + b.s) + b.x * 9)); ctx.fillRect(b.x * w, b.y * h, 1.8, 1.8); }); ctx.globalAlpha = 1; ctx.fillStyle = "#fdf3cf"; ctx.beginPath(); ctx.arc(w * 0.8, h * 0.3, 34, 0, 7); ctx.fill(); }
      if (sky !== "sun" && sky !== "night") { ctx.fillStyle = `rgb(255 255 255 / ${["rain", "storm"].includes(sky) ? 20 : 42}%)`; clouds.slice(0, sky === "partly" ? 3 : 6).forEach((c) => cloud((((c.x + t * 0.012 * c.s * (sky === "wind" ? 5 : 1)) % 1.2) - 0.1) * w, c.y * h, c.s * Math.max(0.8, w / 800))); }
      if (sky === "rain" || sky === "storm") { ctx.strokeStyle = "rgb(220 235 255 / 55%)"; ctx.beginPath(); bits.forEach((b) => { const y = ((b.y + t * (0.9 + b.s)) % 1) * h, x = b.x * w; ctx.moveTo(x, y); ctx.lineTo(x - 3, y + 13); }); ctx.stroke(); }
      if (sky === "storm" && (t * 0.7) % 3 < 0.1) { ctx.fillStyle = "rgb(255 255 255 / 45%)"; ctx.fillRect(0, 0, w, h); }
      if (sky === "snow") { ctx.fillStyle = "#fff"; bits.forEach((b) => { ctx.beginPath(); ctx.arc(((b.x + Math.sin(t + b.s * 9) * 0.01) % 1) * w, ((b.y + t * (0.05 + b.s * 0.09)) % 1) * h, 1 + b.s * 2.4, 0, 7); ctx.fill(); }); }
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  }

  function weather(C, W) {
    const places = (C.cities.length ? C.cities : [{ name: C.city || C.title, temp: C.temp, sky: C.sky, days: C.days, text: C.text }]).map((value) => item(value, "name"));
    let at = places[0], fahrenheit = /f/i.test(C.unit), chosen = -1;
    const degrees = (value) => `${Math.round(fahrenheit ? number(value) * 1.8 + 32 : number(value))}°`, canvas = make("canvas", { aria: { hidden: "true" } }), big = make("div", { className: "sky-text" }), days = make("div", { className: "week-days" }), facts = make("div", { className: "facts" });
    const list = () => (Array.isArray(at.days) && at.days.length ? at.days : C.days).map((value) => item(value, "day"));
    const skyNow = () => skyOf(chosen >= 0 ? list()[chosen]?.sky ?? list()[chosen]?.icon : at.sky ?? at.weather ?? at.condition ?? C.sky);
    function draw() {
      const day = chosen >= 0 ? list()[chosen] : null, high = day?.high ?? day?.max ?? day?.temp ?? at.temp ?? at.temperature ?? C.temp;
      big.replaceChildren(make("p", { textContent: `${text(at.name)}${day ? ` · ${text(day.day ?? day.name)}` : ""}` }), make("b", { textContent: degrees(high) }), make("p", { textContent: text(day ? day.text : at.text ?? at.condition) || W[skyNow()] }));
      const highOf = (one) => number(one.high ?? one.max ?? one.temp), lowOf = (one) => Math.min(highOf(one), number(one.low ?? one.min, highOf(one) - 6)), temps = list().flatMap((one) => [highOf(one), lowOf(one)]), low = Math.min(...temps), span = Math.max(1, Math.max(...temps) - low);
      days.replaceChildren(...list().map((one, i) => { const up = highOf(one), down = lowOf(one); return make("button", { type: "button", className: "weather-day", aria: { pressed: i === chosen }, onclick: () => { chosen = chosen === i ? -1 : i; draw(); } }, make("span", { textContent: text(one.day ?? one.name ?? one.date) }), make("i", { textContent: SIGNS[skyOf(one.sky ?? one.icon ?? one.text)] + "\uFE0E" }), make("span", { className: "rail" }, make("u", { style: { left: `${((down - low) / span) * 100}%`, right: `${100 - ((up - low) / span) * 100}%` } })), make("b", { textContent: degrees(up) }), make("small", { textContent: degrees(down) })); }));
      const said = Array.isArray(at.facts) ? at.facts : C.facts;
      facts.replaceChildren(...said.map((value) => item(value, "value")).map((one) => make("div", { className: "fact" }, make("b", { textContent: text(one.value) }), make("span", { textContent: text(one.label ?? one.name) }))));
    }
    const unit = Modes.choice([{ value: false, label: "°C" }, { value: true, label: "°F" }], fahrenheit, (to) => { fahrenheit = to; draw(); });
    const cities = places.length > 1 ? Modes.choice(places.map((value) => ({ value, label: text(value.name) })), at, (to) => { at = to; chosen = -1; draw(); }) : make("span");
    $("#app").replaceChildren(make("div", { className: "row spread" }, cities, unit), make("section", { className: "sky" }, canvas, big), facts, make("section", { className: "panel" }, days));
    draw();
    paintSky(canvas, skyNow);
  }

  Modes.add("timetable", {
    names: /timetable|departure|bus|train|metro|transit|公交|地铁|列车|时刻/i,
    defaults: { lines: [], stop: "" },
    words: { en: { now: "now", minutes: "min", every: "every", platform: "Platform", stop: "Stop", all: "All lines", line: "Line", none: "No departures." }, zh: { now: "进站", minutes: "分钟", every: "每隔", platform: "站台", stop: "站点", all: "全部线路", line: "线路", none: "暂无班次。" } },
    run: timetable,
  });
  Modes.add("weather", {
    names: /weather|forecast|天气|气象/i,
    defaults: { city: "", temp: 21, sky: "partly", text: "", unit: "C", days: [], cities: [], facts: [] },
    words: { en: { sun: "Clear sky", cloud: "Overcast", partly: "Sun and clouds", rain: "Rain", storm: "Thunderstorm", snow: "Snow", fog: "Fog", wind: "Windy", night: "Clear night" }, zh: { sun: "晴", cloud: "阴", partly: "多云", rain: "雨", storm: "雷阵雨", snow: "雪", fog: "雾", wind: "有风", night: "晴夜" } },
    run: weather,
  });
})();
