// Income and expenses: add, delete, filter, totals, a budget, a ring by category, bars by day, export.
"use strict";

(function () {
  const { $, make, setup, colour, text, number, item, hue, store, toast, download } = window.Kit;
  const C = setup({ title: "Expenses", currency: "$", budget: 0, categories: [], entries: [], items: [] }, {
    en: { balance: "Balance", in: "Income", out: "Expenses", left: "Left of the budget", add: "Add", what: "What was it?", amount: "Amount", category: "Category", day: "Day", all: "All", search: "Search", remove: "Delete", empty: "No entries yet.", other: "Other", by: "By category", days: "Last 14 days", entries: "Entries", export: "Export CSV", wrong: "Please give an amount above zero.", added: "Added" },
    zh: { balance: "结余", in: "收入", out: "支出", left: "预算剩余", add: "添加", what: "用途", amount: "金额", category: "分类", day: "日期", all: "全部", search: "搜索", remove: "删除", empty: "还没有记录。", other: "其他", by: "分类占比", days: "最近 14 天", entries: "明细", export: "导出 CSV", wrong: "请输入大于零的金额。", added: "已添加" },
  });
  const W = C.words, app = $("#app"), memory = store(`money:${C.title}`), locale = document.documentElement.lang;
  const dayOf = (value) => { const date = value === undefined || value === "" ? new Date() : /^-?\d+$/.test(String(value)) ? new Date(Date.now() - Math.abs(Number(value)) * 864e5) : new Date(value); const valid = Number.isNaN(date.getTime()) ? new Date() : date; return `${valid.getFullYear()}-${String(valid.getMonth() + 1).padStart(2, "0")}-${String(valid.getDate()).padStart(2, "0")}`; };
  const categories = C.categories.map((one, i) => { const value = item(one, "name"); return { name: text(value.name ?? value.title), icon: text(value.icon ?? value.emoji), color: colour(value.color, hue(i)) }; }).filter((one) => one.name);
  if (!categories.length) categories.push({ name: W.other, icon: "", color: hue(0) });
  let next = 1;
  const entry = (value) => { const one = item(value, "text"), amount = number(one.amount ?? one.price ?? one.value, 0), type = /^(in|income|收入)$/i.test(text(one.type)) || (amount > 0 && one.income === true) ? "in" : "out"; return { id: next++, text: text(one.text ?? one.title ?? one.name), amount: Math.abs(amount), type, category: type === "in" ? "" : text(one.category, W.other), day: dayOf(one.day ?? one.date) }; };
  const kept = memory.get();
  let entries = (Array.isArray(kept) ? kept : [...C.entries, ...C.items]).map(entry).filter((one) => one.amount > 0);
  let chosen = "", query = "", type = "out";
  const find = (name) => categories.find((one) => one.name === name) || { name, icon: "", color: "#8a93a3" };
  const money = (value) => { const words = Math.abs(value).toLocaleString(locale, { minimumFractionDigits: value % 1 ? 2 : 0, maximumFractionDigits: 2 }), sign = value < 0 ? "−" : ""; return C.currency.length > 1 || /[\u4e00-\u9fff]/.test(C.currency) ? `${sign}${words} ${C.currency}` : `${sign}${C.currency}${words}`; };
  const sum = (list) => list.reduce((total, one) => total + one.amount, 0);

  const cards = make("div", { className: "totals" }), ring = make("div", { className: "ring-row" }), bars = make("div", { className: "bars" }), list = make("ul", { className: "entries" }), chips = make("div", { className: "row" });
  function keep() { memory.set(entries); paint(); }

  function paintTotals() {
    const income = sum(entries.filter((one) => one.type === "in")), spent = sum(entries.filter((one) => one.type === "out")), month = dayOf().slice(0, 7);
    const left = C.budget - sum(entries.filter((one) => one.type === "out" && one.day.startsWith(month)));
    const card = (name, value, more = "", extra = null) => make("section", { className: `panel total ${more}` }, make("h2", { textContent: name }), make("p", { textContent: money(value) }), extra);
    cards.replaceChildren(card(W.balance, income - spent, "main"), card(W.in, income, "plus"), card(W.out, spent, "minus"), ...(C.budget > 0 ? [card(W.left, left, left < 0 ? "minus" : "", make("div", { className: "meter" }, make("i", { style: { "--at": `${Math.max(0, Math.min(100, 100 - (left / C.budget) * 100))}%` } })))] : []));
  }
  function paintCharts() {
    const spent = entries.filter((one) => one.type === "out"), total = sum(spent) || 1, names = [...new Set(spent.map((one) => one.category))].map((name) => [find(name), sum(spent.filter((one) => one.category === name))]).sort((a, b) => b[1] - a[1]);
    let at = 0;
    const parts = names.map(([one, value]) => { const share = (value / total) * 100, part = `<circle cx="60" cy="60" r="46" fill="none" stroke="${one.color}" stroke-width="19" pathLength="100" stroke-dasharray="${Math.max(0.2, share - 0.8)} 100" stroke-dashoffset="${-at}" transform="rotate(-90 60 60)"/>`; at += share; return part; });
    ring.innerHTML = `<svg viewBox="0 0 120 120" role="img" aria-label="${W.by}"><circle cx="60" cy="60" r="46" class="rail"/>${parts.join("")}</svg>`;
    ring.append(make("ul", {}, names.slice(0, 7).map(([one, value]) => make("li", {}, make("i", { className: "label-dot", style: { "--hue": one.color } }), make("span", { textContent: `${one.icon} ${one.name}`.trim() }), make("b", { textContent: `${Math.round((value / total) * 100)}%` })))));
    const days = Array.from({ length: 14 }, (_, i) => dayOf(13 - i)), values = days.map((day) => sum(spent.filter((one) => one.day === day))), top = Math.max(...values, 1);
    bars.replaceChildren(...days.map((day, i) => make("div", { className: "day", title: `${day}: ${money(values[i])}` }, make("i", { style: { height: `${(values[i] / top) * 100}%` } }), make("small", { textContent: Number(day.slice(8)) }))));
  }
  function paintList() {
    chips.replaceChildren(...["", ...new Set(entries.map((one) => one.category).filter(Boolean))].map((name) => make("button", { type: "button", className: "chip", textContent: name ? `${find(name).icon} ${name}`.trim() : W.all, onclick: () => { chosen = name; paintList(); }, aria: { pressed: name === chosen } })));
    const shown = entries.filter((one) => (!chosen || one.category === chosen) && (!query || `${one.text} ${one.category}`.toLowerCase().includes(query))).sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
    list.replaceChildren(...(shown.length ? shown.map((one) => { const kind = find(one.category); return make("li", {}, make("span", { className: "badge", textContent: one.type === "in" ? "↓" : kind.icon || kind.name.slice(0, 1), style: { "--hue": one.type === "in" ? "#2fa866" : kind.color }, aria: { hidden: "true" } }), make("div", {}, make("b", { textContent: one.text || one.category }), make("small", { textContent: `${new Date(`${one.day}T12:00`).toLocaleDateString(locale, { day: "numeric", month: "short" })}${one.category ? ` · ${one.category}` : ""}` })), make("strong", { className: one.type === "in" ? "plus" : "", textContent: `${one.type === "in" ? "+" : "−"}${money(one.amount)}` }), make("button", { type: "button", className: "plain", textContent: "✕", onclick: () => { entries = entries.filter((other) => other !== one); keep(); }, aria: { label: `${W.remove}: ${one.text}` } })); }) : [make("li", { className: "none", textContent: W.empty })]));
  }
  function paint() { paintTotals(); paintCharts(); paintList(); }

  const what = make("input", { placeholder: W.what, aria: { label: W.what } }), amount = make("input", { type: "number", min: 0, step: "any", placeholder: W.amount, inputMode: "decimal", aria: { label: W.amount } }), when = make("input", { type: "date", value: dayOf(), aria: { label: W.day } });
  const kinds = make("select", { aria: { label: W.category } }, categories.map((one) => make("option", { value: one.name, textContent: `${one.icon} ${one.name}`.trim() })));
  const switches = ["out", "in"].map((name) => make("button", { type: "button", className: "chip", textContent: W[name], onclick: () => { type = name; switches.forEach((button, i) => button.setAttribute("aria-pressed", (i === 0) === (name === "out"))); kinds.hidden = name === "in"; }, aria: { pressed: name === "out" } }));
  const form = make("form", { className: "panel new", noValidate: true }, make("div", { className: "row" }, switches), what, amount, kinds, when, make("button", { className: "primary", textContent: W.add }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(Number(amount.value) > 0)) { amount.setAttribute("aria-invalid", "true"); toast(W.wrong); amount.focus(); return; }
    amount.removeAttribute("aria-invalid");
    entries.push(entry({ text: what.value.trim(), amount: amount.value, type, category: type === "in" ? "" : kinds.value, day: when.value }));
    what.value = amount.value = "";
    what.focus();
    keep();
    toast(W.added);
  });
  const csv = () => download(`${C.title}.csv`, [[W.day, W.what, W.category, W.amount], ...entries.map((one) => [one.day, one.text, one.category, one.type === "in" ? one.amount : -one.amount])].map((row) => row.map((cell) => `"${String(cell).replace(/"/g, '""')}"`).join(",")).join("\n"), "text/csv");
  app.append(cards, make("div", { className: "middle" }, form, make("section", { className: "panel" }, make("h2", { textContent: W.by }), ring), make("section", { className: "panel" }, make("h2", { textContent: W.days }), bars)), make("section", { className: "panel" }, make("div", { className: "row spread" }, make("h2", { textContent: W.entries }), make("div", { className: "row" }, make("input", { type: "search", placeholder: W.search, oninput: (event) => { query = event.target.value.toLowerCase(); paintList(); }, aria: { label: W.search } }), make("button", { type: "button", className: "chip", textContent: W.export, onclick: csv }))), chips, list));
  paint();
})();
