// Timers and clocks in tabs: pomodoro, stopwatch, countdown, clock, world clock, days until a date.
"use strict";

(function () {
  const { $, make, setup, text, number, item, tone, toast } = window.Kit;
  const C = setup({ title: "Timer", modes: ["pomodoro", "stopwatch", "countdown", "clock"], face: "ring", clockFace: "analog", focus: 25, shortBreak: 5, longBreak: 15, rounds: 4, focusName: "", breakName: "", longBreakName: "", presets: [1, 3, 5, 10], sound: true, done: "", cities: [], date: "", dateName: "" }, {
    en: { pomodoro: "Pomodoro", stopwatch: "Stopwatch", countdown: "Timer", clock: "Clock", world: "World", date: "Days until", start: "Start", pause: "Pause", reset: "Reset", lap: "Lap", skip: "Skip", focus: "Focus", break: "Break", long: "Long break", round: "Round", done: "Time is up.", minutes: "min", log: "Today", days: "days", hours: "hours", mins: "minutes", secs: "seconds", lapped: "Lap", keys: "Space starts and pauses, R resets." },
    zh: { pomodoro: "番茄钟", stopwatch: "秒表", countdown: "倒计时", clock: "时钟", world: "世界时钟", date: "倒数日", start: "开始", pause: "暂停", reset: "重置", lap: "计次", skip: "跳过", focus: "专注", break: "休息", long: "长休息", round: "第几轮", done: "时间到。", minutes: "分钟", log: "今日记录", days: "天", hours: "小时", mins: "分钟", secs: "秒", lapped: "计次", keys: "空格开始或暂停，R 重置。" },
  });
  const W = C.words, app = $("#app"), locale = document.documentElement.lang;
  const two = (n) => String(Math.floor(n)).padStart(2, "0");
  const clockText = (ms) => { const s = Math.max(0, ms) / 1000; return s >= 3600 ? `${Math.floor(s / 3600)}:${two((s / 60) % 60)}:${two(s % 60)}` : `${two(s / 60)}:${two(s % 60)}`; };
  const minutes = (value, otherwise) => Math.max(0.05, Math.min(1440, number(value, otherwise))) * 60000;
  const chime = () => { if (C.sound) [523, 659, 784, 1047].forEach((hertz, i) => tone(hertz, 0.5, 0.18, i * 0.16)); };
  const names = ["pomodoro", "stopwatch", "countdown", "clock", "world", "date"];
  const alias = { timer: "countdown", analog: "clock", digital: "clock", worldclock: "world", "world clock": "world" };
  let modes = [...new Set(C.modes.map((mode) => alias[text(mode).toLowerCase()] || text(mode).toLowerCase()).filter((mode) => names.includes(mode)))];
  if (!modes.length) modes = ["pomodoro", "stopwatch", "countdown", "clock"];
  let beat = () => {}, keys = {}, started = false;

  // A click by pointer leaves no button focused, so that Space goes on to start and pause.
  const button = (words, act, className = "chip") => make("button", { type: "button", className, textContent: words, onclick: (event) => { act(); if (event.detail) event.currentTarget.blur(); } });

  // A dial: a ring that empties, the time within it, a line below.
  function dial() {
    const time = make("div", { className: "digits", role: "timer" }), under = make("div", { className: "under" }), box = make("div", { className: `dial ${C.face === "plain" ? "plain-face" : ""}` });
    box.innerHTML = '<svg viewBox="0 0 240 240" aria-hidden="true"><circle cx="120" cy="120" r="108" class="rail"/><circle cx="120" cy="120" r="108" class="arc" pathLength="1" transform="rotate(-90 120 120)"/></svg>';
    box.append(make("div", { className: "inside" }, time, under));
    return { box, set(words, share, below) { time.textContent = words; under.textContent = below; box.style.setProperty("--share", share); } };
  }

  // What counts down or up: total 0 counts up.
  function engine(total, end) {
    let left = total, since = 0, before = 0;
    return {
      get running() { return since > 0; },
      get total() { return total; },
      value() { const gone = before + (since ? Date.now() - since : 0); if (!total) return gone; left = total - gone; if (left <= 0 && since) { before = total; since = 0; end(); } return Math.max(0, total - (before + (since ? Date.now() - since : 0))); },
      toggle() { if (since) { before += Date.now() - since; since = 0; } else if (!total || before < total) since = Date.now(); tone(since ? 520 : 390, 0.12, C.sound ? 0.08 : 0.0002); },
      reset(next = total) { total = next; before = 0; since = 0; },
    };
  }

  const VIEWS = {
    pomodoro() {
      const face = dial(), log = make("ul", { className: "laps" }), dots = make("div", { className: "dots" });
      const phases = { focus: [C.focusName || W.focus, minutes(C.focus, 25)], short: [C.breakName || W.break, minutes(C.shortBreak, 5)], long: [C.longBreakName || W.long, minutes(C.longBreak, 15)] };
      const rounds = Math.max(1, Math.min(12, Math.round(C.rounds)));
      let phase = "focus", finished = 0;
      const set = (next) => { phase = next; run.reset(phases[next][1]); };
      const forward = () => {
        if (phase === "focus") { finished++; log.prepend(make("li", {}, make("span", { textContent: phases.focus[0] }), make("b", { textContent: new Date().toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" }) }))); }
        set(phase === "focus" ? (finished % rounds ? "short" : "long") : "focus");
      };
      const run = engine(phases.focus[1], () => { chime(); toast(C.done || W.done); forward(); run.toggle(); });
      const main = button(W.start, () => run.toggle(), "primary");
      const chips = Object.entries(phases).map(([key, [name]]) => [key, button(name, () => set(key))]);
      beat = () => {
        const left = run.value();
        face.set(clockText(left + 999), left / run.total, phases[phase][0]);
        main.textContent = run.running ? W.pause : W.start;
        for (const [key, chip] of chips) chip.setAttribute("aria-pressed", key === phase);
        dots.replaceChildren(...Array.from({ length: rounds }, (_, i) => make("i", { className: i < finished % rounds || (finished && finished % rounds === 0 && phase === "long") ? "full" : "" })));
        if (started) document.title = run.running ? `${clockText(left + 999)} · ${C.title}` : C.title;
      };
      keys = { " ": () => run.toggle(), r: () => run.reset() };
      return [make("div", { className: "row centre" }, chips.map(([, chip]) => chip)), face.box, dots, make("div", { className: "row centre" }, main, button(W.reset, () => run.reset()), button(W.skip, forward)), log];
    },
    stopwatch() {
      const face = dial(), laps = make("ol", { className: "laps" }), run = engine(0, () => {});
      let last = 0, count = 0;
      const write = (ms) => `${clockText(ms)}.${two((ms % 1000) / 10)}`;
      const lap = () => { const now = run.value(); if (!now) return; laps.prepend(make("li", {}, make("span", { textContent: `${W.lapped} ${++count}` }), make("i", { textContent: `+${write(now - last)}` }), make("b", { textContent: write(now) }))); last = now; tone(700, 0.08, 0.06); };
      const reset = () => { run.reset(); last = count = 0; laps.replaceChildren(); };
      const main = button(W.start, () => run.toggle(), "primary");
      beat = () => { const now = run.value(); face.set(write(now), (now % 60000) / 60000, ""); main.textContent = run.running ? W.pause : W.start; };
      keys = { " ": () => run.toggle(), r: reset, l: lap };
      return [face.box, make("div", { className: "row centre" }, main, button(W.lap, lap), button(W.reset, reset)), laps];
    },
    countdown() {
      const face = dial(), presets = C.presets.map((one) => number(one?.minutes ?? one)).filter((one) => one > 0), field = make("input", { type: "number", min: 0.1, max: 1440, step: "any", value: presets[0] || 5, aria: { label: W.minutes } });
      const run = engine(minutes(presets[0], 5), () => { chime(); toast(C.done || W.done); face.box.classList.add("rang"); setTimeout(() => face.box.classList.remove("rang"), 1800); });
      const main = button(W.start, () => run.toggle(), "primary");
      const set = (value) => { run.reset(minutes(value, 5)); field.value = value; };
      field.addEventListener("change", () => set(number(field.value, 5)));
      beat = () => { const left = run.value(); face.set(clockText(left + 999 * (left > 0)), left / run.total, ""); main.textContent = run.running ? W.pause : W.start; };
      keys = { " ": () => run.toggle(), r: () => run.reset() };
      return [make("div", { className: "row centre" }, presets.map((one) => button(`${one} ${W.minutes}`, () => { set(one); run.toggle(); })), field), face.box, make("div", { className: "row centre" }, main, button(W.reset, () => run.reset()))];
    },
    clock() {
      const date = make("p", { className: "date-line" }), plain = make("div", { className: "digits big" }), face = make("div", { className: "analog" });
      const analog = C.clockFace !== "digital";
      face.innerHTML = `<svg viewBox="-120 -120 240 240" role="img" aria-label="${W.clock}"><circle r="116" class="plate"/>${Array.from({ length: 60 }, (_, i) => `<line y1="-108" y2="${i % 5 ? -103 : -94}" transform="rotate(${i * 6})" class="${i % 5 ? "mark" : "mark strong"}"/>`).join("")}<line class="hour" y1="12" y2="-58"/><line class="minute" y1="16" y2="-88"/><g class="second"><line y1="24" y2="-96"/><circle r="6"/></g></svg>`;
      beat = () => {
        const now = new Date(), s = now.getSeconds() + now.getMilliseconds() / 1000, m = now.getMinutes() + s / 60, h = (now.getHours() % 12) + m / 60;
        for (const [name, turn] of [["hour", h * 30], ["minute", m * 6], ["second", s * 6]]) $(`.${name}`, face)?.setAttribute("transform", `rotate(${turn.toFixed(2)})`);
        plain.textContent = now.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
        date.textContent = now.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
      };
      keys = {};
      return [analog ? face : plain, analog ? make("div", { className: "digits small" }, plain) : "", date];
    },
    world() {
      const valid = (zone) => { try { new Intl.DateTimeFormat("en", { timeZone: zone }); return true; } catch { return false; } };
      let cities = C.cities.map((one) => item(one, "name")).map((one) => ({ name: text(one.name ?? one.city, text(one.zone)), zone: text(one.zone ?? one.timezone ?? one.tz) })).filter((one) => one.zone && valid(one.zone));
      if (!cities.length) cities = [["London", "Europe/London"], ["Tokyo", "Asia/Tokyo"], ["New York", "America/New_York"]].map(([name, zone]) => ({ name, zone }));
      const rows = cities.map((city) => ({ city, time: make("b"), day: make("span", { className: "muted" }), box: make("li") }));
      for (const row of rows) row.box.append(make("div", {}, make("strong", { textContent: row.city.name }), row.day), row.time);
      beat = () => { const now = new Date(); for (const { city, time, day, box } of rows) { time.textContent = now.toLocaleTimeString(locale, { timeZone: city.zone, hour: "2-digit", minute: "2-digit", second: "2-digit" }); day.textContent = now.toLocaleDateString(locale, { timeZone: city.zone, weekday: "long" }); const hour = Number(now.toLocaleTimeString("en-GB", { timeZone: city.zone, hour: "2-digit" })); box.className = hour >= 7 && hour < 19 ? "day" : "night"; } };
      keys = {};
      return [make("ul", { className: "cities" }, rows.map((row) => row.box))];
    },
    date() {
      const goal = new Date(C.date), valid = !Number.isNaN(goal.getTime()), parts = ["days", "hours", "mins", "secs"].map((key) => [make("b"), W[key]]);
      beat = () => { const left = valid ? Math.abs(goal - Date.now()) / 1000 : 0; [left / 86400, (left / 3600) % 24, (left / 60) % 60, left % 60].forEach((value, i) => { parts[i][0].textContent = two(value); }); };
      keys = {};
      return [make("h2", { className: "centre", textContent: C.dateName }), make("div", { className: "until" }, parts.map(([value, name]) => make("div", {}, value, name))), make("p", { className: "date-line", textContent: valid ? goal.toLocaleDateString(locale, { dateStyle: "full" }) : "" })];
    },
  };

  // A tab left running keeps running: each view is made once and only shown again.
  const made = new Map(), stage = make("section", { className: "panel stage" }), tabs = make("div", { className: "row centre tabs", role: "group" });
  function open(mode) {
    if (!made.has(mode)) { const content = VIEWS[mode](); made.set(mode, { content, beat, keys }); }
    ({ beat, keys } = made.get(mode));
    [...tabs.children].forEach((tab, i) => tab.setAttribute("aria-pressed", modes[i] === mode));
    stage.replaceChildren(...made.get(mode).content);
    beat();
  }
  modes.forEach((mode) => tabs.append(button(W[mode], () => { started = false; document.title = C.title; open(mode); started = true; })));
  tabs.hidden = modes.length < 2;
  app.append(tabs, stage, make("p", { className: "muted centre hint", textContent: W.keys }));
  open(modes[0]);
  started = true;
  addEventListener("keydown", (event) => {
    const act = keys[event.key.toLowerCase()];
    if (!act || event.target.matches("input") || event.ctrlKey || event.metaKey || (event.key === " " && event.target.matches("button"))) return;
    event.preventDefault();
    act();
  });
  (function frame() {
    beat();
    requestAnimationFrame(frame);
  })();
  setInterval(() => { for (const view of made.values()) if (document.hidden || view.beat !== beat) view.beat(); }, 1000);
})();
