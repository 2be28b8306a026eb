// A board of cards in columns, or a plain list: add, edit, drag, move by keys, label, date, filter.
"use strict";

(function () {
  const { $, make, setup, colour, text, item, hue, toast, store, isObject } = window.Kit;
  const C = setup({ title: "Tasks", layout: "board", columns: ["To do", "Doing", "Done"], labels: [], cards: [], tasks: [], celebrate: "" }, {
    en: { add: "Add", new: "New task…", save: "Save", cancel: "Cancel", remove: "Delete", title: "Title", note: "Note", label: "Label", none: "none", due: "Due", column: "Column", search: "Search", all: "All", open: "Open", finished: "Done", today: "today", late: "late", done: "done", left: "Move left", right: "Move right", empty: "Nothing here.", edit: "Edit task", hint: "Drag cards, or focus one and press Shift + arrow keys; Enter edits, Delete removes.", clear: "Clear finished" },
    zh: { add: "添加", new: "新任务…", save: "保存", cancel: "取消", remove: "删除", title: "标题", note: "备注", label: "标签", none: "无", due: "截止日期", column: "列", search: "搜索", all: "全部", open: "未完成", finished: "已完成", today: "今天", late: "已逾期", done: "已完成", left: "左移", right: "右移", empty: "这里还没有任务。", edit: "编辑任务", hint: "拖动卡片，或选中后按 Shift + 方向键移动；回车编辑，Delete 删除。", clear: "清除已完成" },
  });
  const W = C.words, list = C.layout === "list", memory = store(`tasks:${C.title}`), app = $("#app");
  let columns = C.columns.map((column) => item(column, "name")).filter((column) => text(column.name ?? column.title));
  if (!columns.length) columns = [{ name: W.open }, { name: W.finished }];
  if (list) columns = [{ name: W.open }, { name: W.finished }];
  const last = columns.length - 1;
  const labels = C.labels.map((label, i) => { const one = item(label, "name"); return { name: text(one.name ?? one.title), color: colour(one.color ?? one.colour, hue(i)) }; }).filter((label) => label.name);
  const find = (name) => labels.find((label) => label.name === name) || (name ? { name, color: hue(name.length) } : null);

  function columnOf(value) {
    if (typeof value === "number") return Math.max(0, Math.min(last, Math.round(value)));
    const at = columns.findIndex((column) => text(column.name ?? column.title).toLowerCase() === text(value).toLowerCase());
    return at < 0 ? 0 : at;
  }
  function dateOf(value) {
    if (value === "" || value === null || value === undefined) return "";
    const date = /^-?\d+$/.test(String(value)) ? new Date(Date.now() + Number(value) * 864e5) : new Date(value);
    return Number.isNaN(date.getTime()) ? "" : `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  }
  let next = 1;
  function card(value) {
    const one = item(value);
    return { id: next++, title: text(one.title ?? one.text ?? one.name), note: text(one.note ?? one.description), column: one.done === true ? last : columnOf(one.column ?? one.status ?? 0), label: text(one.label ?? (Array.isArray(one.labels) ? one.labels[0] : one.tag)), due: dateOf(one.due ?? one.date) };
  }
  const kept = memory.get();
  const start = kept && Array.isArray(kept) ? kept : [...C.cards, ...C.tasks, ...columns.flatMap((column, i) => (Array.isArray(column.cards) ? column.cards.map((one) => ({ ...item(one), column: i })) : []))];
  let cards = start.map(card).filter((one) => one.title);
  let query = "", chosen = "", view = "all", moved = 0;

  function save() {
    memory.set(cards);
    paint();
  }
  const fits = (one) => (!query || `${one.title} ${one.note} ${one.label}`.toLowerCase().includes(query)) && (!chosen || one.label === chosen) && (!list || view === "all" || (view === "open") === (one.column !== last));

  function add(title, column = 0) {
    if (!title.trim()) return;
    const one = card({ title: title.trim(), column, label: chosen });
    cards.push(one);
    moved = one.id;
    save();
  }
  function move(one, column, before = null) {
    const was = one.column;
    cards = cards.filter((other) => other !== one);
    one.column = Math.max(0, Math.min(last, column));
    const at = before ? cards.indexOf(before) : -1;
    cards.splice(at < 0 ? cards.length : at, 0, one);
    moved = one.id;
    save();
    $(`[data-id="${one.id}"]`)?.focus();
    if (one.column === last && was !== last && C.celebrate && cards.every((other) => other.column === last)) toast(C.celebrate);
  }
  function remove(one) {
    cards = cards.filter((other) => other !== one);
    save();
  }

  function due(one) {
    if (!one.due) return null;
    const days = Math.round((new Date(`${one.due}T12:00`) - new Date().setHours(12, 0, 0, 0)) / 864e5);
    const words = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", day: "numeric" }).format(new Date(`${one.due}T12:00`));
    const open = one.column !== last;
    return make("span", { className: open && days < 0 ? "late" : open && days <= 2 ? "soon" : "", textContent: days === 0 ? W.today : open && days < 0 ? `${words} · ${W.late}` : words });
  }

  function edit(one) {
    const field = (name, value, tag = "input", type = "text") => make(tag, tag === "input" ? { name, value, type } : { name, value });
    const choose = (name, options, value) => make("select", { name }, options.map(([key, words]) => make("option", { value: key, textContent: words, selected: key === value })));
    const named = (words, input) => make("label", { textContent: words }, input);
    const form = make("form", { method: "dialog" }, make("h2", { textContent: W.edit }), named(W.title, field("title", one.title)), named(W.note, field("note", one.note, "textarea")),
      labels.length ? named(W.label, choose("label", [["", W.none], ...labels.map((label) => [label.name, label.name])], one.label)) : null, named(W.due, field("due", one.due, "input", "date")),
      list ? null : named(W.column, choose("column", columns.map((column, i) => [String(i), text(column.name ?? column.title)]), String(one.column))),
      make("div", { className: "row" }, make("button", { className: "primary", textContent: W.save }), make("button", { type: "button", className: "chip", textContent: W.cancel, onclick: () => box.close() }), make("button", { type: "button", className: "chip", textContent: W.remove, onclick: () => { box.close(); remove(one); } })));
    const box = make("dialog", {}, form);
    form.addEventListener("submit", () => {
      const given = new FormData(form);
      Object.assign(one, { title: String(given.get("title") || one.title).trim(), note: String(given.get("note") || ""), due: String(given.get("due") || ""), label: String(given.get("label") ?? one.label) });
      if (given.get("column") !== null) one.column = Number(given.get("column"));
      save();
    });
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
  }

  function task(one) {
    const label = find(one.label), icon = (sign, words, act) => make("button", { type: "button", className: "plain", textContent: sign, onclick: (event) => { event.stopPropagation(); act(); }, aria: { label: `${words}: ${one.title}` } });
    const cross = icon("✕", W.remove, () => remove(one));
    cross.classList.add("remove");
    const meta = [label && make("span", { textContent: label.name, style: { "--hue": label.color } }), due(one)].filter(Boolean);
    const box = make("li", { className: `task${one.id === moved ? " arrived" : ""}${one.column === last ? " finished" : ""}`, tabIndex: 0, draggable: !list, data: { id: one.id } });
    const body = [make("b", { textContent: one.title }), one.note ? make("p", { textContent: one.note }) : null];
    if (list) box.append(make("input", { type: "checkbox", className: "check", checked: one.column === last, onclick: (event) => event.stopPropagation(), onchange: () => move(one, one.column === last ? 0 : last), aria: { label: one.title } }), make("div", {}, ...body.filter(Boolean)), make("div", { className: "meta" }, meta, cross));
    else box.append(...body.filter(Boolean), meta.length ? make("div", { className: "meta" }, meta) : "", cross, make("div", { className: "moves" }, icon("←", W.left, () => move(one, one.column - 1)), icon("→", W.right, () => move(one, one.column + 1))));
    box.addEventListener("click", () => edit(one));
    box.addEventListener("keydown", (event) => {
      if (event.target !== box) return;
      if (event.key === "Enter") edit(one);
      if (event.key === "Delete" || event.key === "Backspace") remove(one);
      if (event.key === " " && list) { event.preventDefault(); move(one, one.column === last ? 0 : last); }
      if (!event.shiftKey) return;
      if (event.key === "ArrowLeft") move(one, one.column - 1);
      if (event.key === "ArrowRight") move(one, one.column + 1);
      const mates = cards.filter((other) => other.column === one.column), at = mates.indexOf(one);
      if (event.key === "ArrowUp" && at > 0) move(one, one.column, mates[at - 1]);
      if (event.key === "ArrowDown" && at < mates.length - 1) move(one, one.column, mates[at + 2] || null);
    });
    box.addEventListener("dragstart", (event) => { event.dataTransfer.setData("text/plain", one.id); box.classList.add("dragged"); });
    box.addEventListener("dragend", () => box.classList.remove("dragged"));
    return box;
  }

  function column(value, i) {
    const mine = cards.filter((one) => one.column === i), box = make("section", { className: "column", style: { "--hue": colour(value.color, hue(i)) } });
    const create = make("button", { type: "button", className: "new", textContent: `+ ${W.add}`, onclick: () => {
      const input = make("input", { placeholder: W.new, aria: { label: W.new } });
      create.replaceWith(input);
      input.focus();
      input.addEventListener("keydown", (event) => { if (event.key === "Enter") add(input.value, i); if (event.key === "Escape") paint(); });
      input.addEventListener("blur", () => { if (input.value.trim()) add(input.value, i); else paint(); }, { once: true });
    } });
    box.append(make("h2", {}, text(value.name ?? value.title), make("span", { textContent: mine.length })), make("ul", { className: "tasks" }, mine.filter(fits).map(task)), create);
    box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
    box.addEventListener("dragleave", (event) => { if (!box.contains(event.relatedTarget)) box.classList.remove("over"); });
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      const one = cards.find((other) => String(other.id) === event.dataTransfer.getData("text/plain"));
      const under = event.target.closest(".task"), before = under && cards.find((other) => String(other.id) === under.dataset.id);
      if (one) move(one, i, before === one ? null : before);
    });
    return box;
  }

  const place = make("div"), meter = make("i"), count = make("span", { role: "status" });
  const field = make("input", { className: "add-field", placeholder: W.new, aria: { label: W.new } });
  const chips = make("div", { className: "row" });
  const form = make("form", { className: "row top" }, field, make("button", { className: "primary", textContent: W.add }), make("input", { type: "search", className: "search", placeholder: W.search, aria: { label: W.search }, oninput: (event) => { query = event.target.value.toLowerCase(); paint(); } }));
  form.addEventListener("submit", (event) => { event.preventDefault(); add(field.value); field.value = ""; });

  function paint() {
    const done = cards.filter((one) => one.column === last).length;
    meter.style.setProperty("--at", `${cards.length ? (done / cards.length) * 100 : 0}%`);
    count.textContent = `${done} / ${cards.length} ${W.done}`;
    const chip = (words, on, act, color) => make("button", { type: "button", className: "chip", onclick: () => { act(); paint(); }, aria: { pressed: on } }, color ? make("i", { className: "label-dot", style: { "--hue": color } }) : null, words);
    chips.replaceChildren(...(list ? [["all", W.all], ["open", W.open], ["done", W.finished]].map(([key, words]) => chip(words, view === key, () => { view = key; })) : []), ...labels.map((label) => chip(label.name, chosen === label.name, () => { chosen = chosen === label.name ? "" : label.name; }, label.color)));
    const shown = cards.filter(fits);
    place.replaceChildren(list ? make("ul", { className: "tasks" }, shown.length ? [...shown].sort((a, b) => (a.column === last) - (b.column === last)).map(task) : make("li", { className: "none", textContent: W.empty })) : make("div", { className: "board" }, columns.map(column)));
  }
  app.classList.toggle("list", list);
  app.append(form, make("div", { className: "overall" }, count, make("div", { className: "meter" }, meter)), chips, make("div", { style: { height: "1rem" } }), place, list ? "" : make("p", { className: "hint", textContent: W.hint }));
  paint();
})();
