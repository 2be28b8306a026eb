// A week's timetable: lessons or appointments as blocks by day and hour, and what is on now.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, number, colour, hue } = Kit;
  const hour = (value) => { const at = /(\d{1,2})(?:[:.：](\d{2}))?/.exec(text(value)); return at ? Number(at[1]) + Number(at[2] || 0) / 60 : NaN; };
  const clock = (value) => `${String(Math.floor(value)).padStart(2, "0")}:${String(Math.round((value % 1) * 60)).padStart(2, "0")}`;

  function lessonsOf(C, days) {
    const subjects = new Map();
    return C.lessons.map((value) => item(value, "title")).map((one) => {
      const title = text(one.title ?? one.name ?? one.subject), named = days.findIndex((day) => day.toLowerCase().startsWith(text(one.day).toLowerCase().slice(0, 3)) && text(one.day)), from = hour(one.from ?? one.start ?? one.time), to = hour(one.to ?? one.end);
      if (!subjects.has(title)) subjects.set(title, subjects.size);
      return { title, note: text(one.note ?? one.room ?? one.place), day: named >= 0 ? named : Modes.clamp(number(one.day), 0, days.length - 1), from, to: to > from ? to : from + 1, color: colour(one.color, hue(subjects.get(title))) };
    }).filter((one) => one.title && Number.isFinite(one.from));
  }

  function week(C, W) {
    const given = C.days.map((day) => text(day)).filter(Boolean), days = given.length ? given : W.days, lessons = lessonsOf(C, days), first = Math.floor(Math.min(C.from, ...lessons.map((one) => one.from))), last = Math.ceil(Math.max(C.to, ...lessons.map((one) => one.to))), rows = (last - first) * 4;
    let only = -1;
    const board = make("div", { className: "week" }), now = make("div", { className: "facts" }), detail = make("p", { className: "muted pick", role: "status", textContent: W.hint }), today = (new Date().getDay() + 6) % 7;
    const narrow = () => innerWidth < 700;
    function draw() {
      const shown = days.map((_, i) => i).filter((i) => only < 0 || i === only), parts = [];
      board.style.gridTemplate = `auto repeat(${rows}, minmax(0.85rem, 1fr)) / 3.2rem repeat(${shown.length}, minmax(0, 1fr))`;
      shown.forEach((day, i) => parts.push(make("b", { className: `week-day ${day === today ? "today" : ""}`, textContent: days[day], style: { "grid-column": i + 2, "grid-row": 1 } })));
      for (let h = first; h < last; h++) parts.push(make("small", { className: "hour", textContent: clock(h), style: { "grid-row": `${(h - first) * 4 + 2} / span 4` } }), make("i", { className: "line", style: { "grid-row": (h - first) * 4 + 2 } }));
      for (const one of lessons) {
        const i = shown.indexOf(one.day);
        if (i < 0) continue;
        parts.push(make("button", { type: "button", className: "lesson", style: { "--hue": one.color, "grid-column": i + 2, "grid-row": `${Math.round((one.from - first) * 4) + 2} / ${Math.round((one.to - first) * 4) + 2}` }, onclick: () => { detail.textContent = `${one.title} · ${days[one.day]} ${clock(one.from)}–${clock(one.to)}${one.note ? ` · ${one.note}` : ""}`; } }, make("b", { textContent: one.title }), make("small", { textContent: `${clock(one.from)}–${clock(one.to)}` }), one.note ? make("small", { textContent: one.note }) : null));
      }
      board.replaceChildren(...parts);
    }
    function tell() {
      const date = new Date(), at = date.getHours() + date.getMinutes() / 60, mine = lessons.filter((one) => one.day === today).sort((a, b) => a.from - b.from), on = mine.find((one) => one.from <= at && at < one.to), next = mine.find((one) => one.from > at);
      const hours = lessons.reduce((sum, one) => sum + one.to - one.from, 0);
      now.replaceChildren(...[[on?.title || W.free, W.now], [next ? `${next.title} ${clock(next.from)}` : W.free, W.next], [`${Math.round(hours * 10) / 10} h`, W.total]].map(([value, words]) => make("div", { className: "fact" }, make("b", { textContent: value }), make("span", { textContent: words }))));
    }
    const choose = Modes.choice([{ value: -1, label: W.all }, ...days.map((label, value) => ({ value, label }))], -1, (to) => { only = to; draw(); });
    if (narrow()) { only = Math.min(today, days.length - 1); choose.paint(only); }
    $("#app").replaceChildren(now, make("section", { className: "panel" }, choose, board, detail));
    draw();
    tell();
    setInterval(tell, 30000);
  }

  Modes.add("week", {
    names: /week|timetable|lesson|class schedule|课程|课表|周/i,
    defaults: { days: [], lessons: [], from: 8, to: 17 },
    words: {
      en: { days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], all: "Whole week", now: "Now", next: "Next today", free: "Free", total: "Each week", hint: "Click a block to read it whole." },
      zh: { days: ["周一", "周二", "周三", "周四", "周五"], all: "整周", now: "现在", next: "今天接下来", free: "空闲", total: "每周共", hint: "点击方块查看详情。" },
    },
    run: week,
  });
})();
