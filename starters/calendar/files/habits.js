// Habits: a row of days for each, with streaks; and a year of squares.
"use strict";

(function () {
  const { Kit, Modes, Days } = window, { make, $, text, item, number, colour, hue, tone } = Kit;

  function streak(days) {
    let count = 0;
    for (let back = days.has(Days.key(Days.shift(0))) ? 0 : 1; days.has(Days.key(Days.shift(-back))); back++) count++;
    return count;
  }
  function best(days) {
    let most = 0, run = 0, last = null;
    for (const day of [...days].sort()) {
      const now = new Date(`${day}T12:00`);
      run = last && Math.round((now - last) / 864e5) === 1 ? run + 1 : 1;
      most = Math.max(most, run);
      last = now;
    }
    return most;
  }
  // A habit starts with some days done, so that the page is not empty: `done` counts back from today.
  function begin(value, i) {
    const one = item(value, "name"), done = Array.isArray(one.done) ? one.done.map(Number) : Array.from({ length: Modes.clamp(number(one.streak ?? one.done, 0), 0, 60) }, (_, d) => d + 1);
    return { name: text(one.name ?? one.title, "…"), icon: text(one.icon), color: colour(one.color, hue(i)), goal: Modes.clamp(number(one.goal, 7), 1, 7), days: done.filter(Number.isFinite).map((back) => Days.key(Days.shift(-Math.abs(back)))) };
  }

  function habits(C, W) {
    const store = Kit.store("habits"), locale = C.lang === "zh" ? "zh-CN" : "en", span = () => (innerWidth < 620 ? 7 : 14);
    let list = (store.get() || (C.habits.length ? C.habits : W.samples).map(begin)).map((one) => ({ ...one, days: new Set(one.days) }));
    const table = make("section", { className: "panel habits" }), facts = make("div", { className: "facts" }), year = make("section", { className: "panel" });
    const save = () => { store.set(list.map((one) => ({ ...one, days: [...one.days] }))); draw(); };
    const toggle = (one, day) => {
      const full = () => list.length && list.every((each) => each.days.has(Days.key(new Date())));
      const before = full();
      one.days[one.days.has(day) ? "delete" : "add"](day);
      if (C.sound && one.days.has(day)) tone(660, 0.15, 0.1);
      save();
      if (!before && full()) { Kit.toast(C.celebrate || W.celebrate); if (C.sound) [523, 659, 784].forEach((hertz, i) => tone(hertz, 0.25, 0.12, i * 0.1)); }
    };
    function row(one, days) {
      return make("div", { className: "habit", style: { "--hue": one.color } }, make("div", { className: "habit-name" }, make("b", { textContent: `${one.icon} ${one.name}`.trim() }), make("small", { textContent: `${W.streak} ${streak(one.days)} · ${W.best} ${best(one.days)}` })),
        make("div", { className: "squares" }, days.map((date) => { const day = Days.key(date), on = one.days.has(day); return make("button", { type: "button", className: `square ${day === Days.key(new Date()) ? "now" : ""}`, textContent: on ? "✓" : "", aria: { pressed: on, label: `${one.name} ${day}` }, onclick: () => toggle(one, day) }); })),
        make("button", { type: "button", className: "plain", textContent: "✕", aria: { label: `${W.remove} ${one.name}` }, onclick: () => { list = list.filter((other) => other !== one); save(); } }));
    }
    function squares() {
      const weeks = innerWidth < 620 ? 18 : 40, days = weeks * 7 - (6 - new Date().getDay()), most = Math.max(1, list.length);
      year.replaceChildren(make("h2", { textContent: W.map }), make("div", { className: "map" }, Array.from({ length: days }, (_, i) => { const day = Days.key(Days.shift(i - days + 1)), part = list.filter((one) => one.days.has(day)).length / most; return make("i", { title: `${day}: ${Math.round(part * 100)}%`, style: { "--part": `${Math.round(part * 100)}%` } }); })));
    }
    function draw() {
      const days = Array.from({ length: span() }, (_, i) => Days.shift(i - span() + 1)), today = Days.key(new Date()), done = list.filter((one) => one.days.has(today)).length, week = list.reduce((sum, one) => sum + days.slice(-7).filter((date) => one.days.has(Days.key(date))).length, 0);
      const fact = (value, words) => make("div", { className: "fact" }, make("b", { textContent: value }), make("span", { textContent: words }));
      facts.replaceChildren(fact(`${done} / ${list.length}`, W.today), fact(`${Math.round((week / Math.max(1, list.reduce((sum, one) => sum + one.goal, 0))) * 100)}%`, W.week), fact(Math.max(0, ...list.map((one) => streak(one.days))), W.streak), fact(Math.max(0, ...list.map((one) => best(one.days))), W.best));
      const input = make("input", { placeholder: W.add, aria: { label: W.add } });
      table.replaceChildren(make("div", { className: "habit heads" }, make("span"), make("div", { className: "squares" }, days.map((date) => make("small", {}, date.toLocaleDateString(locale, { weekday: "narrow" }), make("br"), String(date.getDate())))), make("span")), ...list.map((one) => row(one, days)),
        make("form", { className: "row add", onsubmit(event) { event.preventDefault(); if (!input.value.trim()) return; list.push({ ...begin({ name: input.value.trim() }, list.length), days: new Set() }); save(); } }, input, make("button", { className: "primary", textContent: W.plus })));
      squares();
    }
    let wide = span();
    addEventListener("resize", () => { if (span() !== wide) { wide = span(); draw(); } });
    $("#app").replaceChildren(facts, table, year);
    draw();
  }

  Modes.add("habits", {
    names: /habit|streak|routine|打卡|习惯/i,
    defaults: { habits: [], celebrate: "", sound: true },
    words: {
      en: { streak: "Streak", best: "Best", today: "Done today", week: "This week", map: "The last months", add: "A new habit", plus: "Add", remove: "Remove", celebrate: "All done today!", samples: [{ name: "Drink water", icon: "💧", streak: 5 }, { name: "Read", icon: "📖", done: [1, 2, 4, 5] }, { name: "Walk", icon: "🚶", streak: 3 }] },
      zh: { streak: "连续", best: "最长", today: "今日完成", week: "本周", map: "最近几个月", add: "新习惯", plus: "添加", remove: "删除", celebrate: "今天全部完成！", samples: [{ name: "喝水", icon: "💧", streak: 5 }, { name: "阅读", icon: "📖", done: [1, 2, 4, 5] }, { name: "散步", icon: "🚶", streak: 3 }] },
    },
    run: habits,
  });
})();
