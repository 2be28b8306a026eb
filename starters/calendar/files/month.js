// A calendar by months: events of a day, added and taken away; today stands out.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, number, colour, hue } = Kit;
  const key = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  const shift = (days) => { const date = new Date(); date.setDate(date.getDate() + days); return date; };

  // A date of CONTENT: "2026-12-24", "12-24" (each year), days from today, or a day of this month.
  function dates(value, year) {
    const words = text(value).trim(), full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(words), yearly = /^(\d{1,2})[-/.](\d{1,2})$/.exec(words);
    if (full) return key(new Date(Number(full[1]), Number(full[2]) - 1, Number(full[3])));
    if (yearly) return key(new Date(year, Number(yearly[1]) - 1, Number(yearly[2])));
    return /^[+-]?\d+$/.test(words) ? key(shift(number(words))) : key(new Date());
  }

  function month(C, W) {
    const locale = C.lang === "zh" ? "zh-CN" : "en", store = Kit.store("calendar"), now = new Date(), first = /sun|0|日/i.test(C.weekStart) ? 0 : 1;
    let shown = new Date(now.getFullYear(), now.getMonth(), 1), chosen = key(now), hidden = new Set();
    const groups = C.categories.map((value, i) => { const one = item(value, "name"); return { name: text(one.name), color: colour(one.color, hue(i)) }; }).filter((one) => one.name);
    if (!groups.length) groups.push(...W.groups.map((name, i) => ({ name, color: hue(i) })));
    const start = C.events.map((value) => item(value, "title")).filter((one) => text(one.title ?? one.name)).map((one) => ({ title: text(one.title ?? one.name), date: dates(one.date ?? one.day ?? 0, now.getFullYear()), time: text(one.time), group: text(one.category ?? one.group ?? one.type, groups[0].name) }));
    let events = store.get() || start;
    const save = () => { store.set(events); draw(); };
    const groupOf = (event) => groups.find((one) => one.name === event.group) || groups[0];
    const of = (day) => events.filter((event) => event.date === day && !hidden.has(groupOf(event).name)).sort((a, b) => a.time.localeCompare(b.time));
    const name = make("h2"), grid = make("div", { className: "days", role: "grid" }), side = make("section", { className: "panel day-box" }), soon = make("section", { className: "panel" });

    function cell(date) {
      const day = key(date), mine = of(day), tall = mine.slice(0, 3);
      return make("button", { type: "button", className: `day ${date.getMonth() === shown.getMonth() ? "" : "other"} ${day === key(now) ? "today" : ""} ${[0, 6].includes(date.getDay()) ? "weekend" : ""}`, aria: { pressed: day === chosen, label: `${date.toLocaleDateString(locale, { dateStyle: "full" })}, ${mine.length}` }, onclick: () => { chosen = day; draw(); }, ondblclick: () => $(".add input")?.focus() },
        make("b", { textContent: date.getDate() }), tall.map((event) => make("span", { className: "event", textContent: event.title, style: { "--hue": groupOf(event).color } })), mine.length > 3 ? make("small", { textContent: `+${mine.length - 3}` }) : null);
    }
    function dayBox() {
      const date = new Date(`${chosen}T12:00`), title = make("input", { placeholder: W.title, required: true, aria: { label: W.title } }), time = make("input", { type: "time", aria: { label: W.time } }), group = make("select", { aria: { label: W.category } }, groups.map((one) => make("option", { textContent: one.name })));
      const form = make("form", { className: "add", onsubmit(event) { event.preventDefault(); if (!title.value.trim()) return; events.push({ title: title.value.trim(), date: chosen, time: time.value, group: group.value }); save(); $(".add input").focus(); } }, title, make("div", { className: "row" }, time, group, make("button", { className: "primary", textContent: W.add })));
      const list = of(chosen).map((event) => make("li", { style: { "--hue": groupOf(event).color } }, make("div", {}, make("b", { textContent: event.title }), make("small", { textContent: [event.time, groupOf(event).name].filter(Boolean).join(" · ") })), make("button", { type: "button", className: "plain", textContent: "✕", aria: { label: `${W.remove} ${event.title}` }, onclick: () => { events = events.filter((other) => other !== event); save(); } })));
      side.replaceChildren(make("h2", { textContent: date.toLocaleDateString(locale, { weekday: "long", month: "long", day: "numeric" }) }), make("ul", { className: "list" }, list.length ? list : make("li", { className: "nothing", textContent: W.free })), form);
    }
    function soonBox() {
      const next = events.filter((event) => event.date >= key(now) && !hidden.has(groupOf(event).name)).sort((a, b) => (a.date + a.time).localeCompare(b.date + b.time)).slice(0, 5);
      const days = (event) => Math.round((new Date(`${event.date}T12:00`) - new Date(`${key(now)}T12:00`)) / 864e5);
      soon.replaceChildren(make("h2", { textContent: W.soon }), make("ul", { className: "list" }, next.length ? next.map((event) => make("li", { style: { "--hue": groupOf(event).color } }, make("button", { type: "button", className: "go", onclick: () => { chosen = event.date; const date = new Date(`${chosen}T12:00`); shown = new Date(date.getFullYear(), date.getMonth(), 1); draw(); } }, make("b", { textContent: event.title }), make("small", { textContent: days(event) === 0 ? W.today : C.lang === "zh" ? `${days(event)} 天后` : `in ${days(event)} d` })))) : make("li", { className: "nothing", textContent: W.free })));
    }
    function draw() {
      name.textContent = shown.toLocaleDateString(locale, { month: "long", year: "numeric" });
      const from = new Date(shown), back = (from.getDay() - first + 7) % 7;
      from.setDate(1 - back);
      const rows = Math.ceil((back + new Date(shown.getFullYear(), shown.getMonth() + 1, 0).getDate()) / 7);
      const heads = Array.from({ length: 7 }, (_, i) => make("span", { className: "head", textContent: new Date(2024, 0, 7 + first + i).toLocaleDateString(locale, { weekday: "short" }) }));
      grid.replaceChildren(...heads, ...Array.from({ length: rows * 7 }, (_, i) => cell(new Date(from.getFullYear(), from.getMonth(), from.getDate() + i))));
      dayBox();
      soonBox();
    }
    const turn = (by) => { shown = new Date(shown.getFullYear(), shown.getMonth() + by, 1); draw(); };
    const filters = groups.map((one) => { const chip = make("button", { type: "button", className: "chip", aria: { pressed: true }, style: { "--hue": one.color }, onclick: () => { hidden[hidden.has(one.name) ? "delete" : "add"](one.name); chip.setAttribute("aria-pressed", !hidden.has(one.name)); draw(); } }, make("i", { className: "label-dot", style: { "--hue": one.color } }), one.name); return chip; });
    addEventListener("keydown", (event) => { if (event.target.matches("input, select, textarea")) return; if (event.key === "PageUp" || event.key === "ArrowLeft") turn(-1); if (event.key === "PageDown" || event.key === "ArrowRight") turn(1); });
    const bar = make("div", { className: "row spread month-bar" }, name, make("div", { className: "row" }, Modes.button("‹", () => turn(-1)), Modes.button(W.today, () => { chosen = key(now); shown = new Date(now.getFullYear(), now.getMonth(), 1); draw(); }), Modes.button("›", () => turn(1))));
    bar.querySelectorAll("button").forEach((button, i) => button.setAttribute("aria-label", [W.previous, W.today, W.next][i]));
    $("#app").replaceChildren(make("div", { className: "two" }, make("section", { className: "panel" }, bar, make("div", { className: "row filters" }, filters), grid), make("div", { className: "side" }, side, soon)));
    draw();
  }

  Modes.add("month", {
    names: /month|calendar|event|schedule|日历|月历|日程/i,
    defaults: { categories: [], events: [], weekStart: "monday" },
    words: {
      en: { title: "New event", time: "Time", category: "Category", add: "Add", remove: "Remove", free: "Nothing planned.", soon: "Coming up", today: "Today", previous: "Previous month", next: "Next month", groups: ["Work", "Home", "Friends"] },
      zh: { title: "新日程", time: "时间", category: "类别", add: "添加", remove: "删除", free: "没有安排。", soon: "即将到来", today: "今天", previous: "上个月", next: "下个月", groups: ["工作", "家庭", "朋友"] },
    },
    run: month,
  });
  window.Days = { key, shift };
})();
