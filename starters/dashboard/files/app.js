// A dashboard: figures, charts, a table that sorts and searches, periods, and live numbers.
"use strict";

(function () {
  const { $, make, setup, text, number, isObject, download } = window.Kit;
  const C = setup({ title: "Dashboard", periods: [], live: false, kpis: [], charts: [], table: { title: "", columns: [], rows: [] } }, {
    en: { search: "Search", none: "Nothing found.", live: "Live", before: "than before", export: "Export CSV" },
    zh: { search: "搜索", none: "没有找到。", live: "实时", before: "较上期", export: "导出 CSV" },
  });
  const W = C.words, app = $("#app"), locale = document.documentElement.lang;
  const periods = C.periods.map((one) => text(one)).filter(Boolean);
  let period = 0, tick = 0, sort = null, down = false, query = "";

  const pick = (value) => (Array.isArray(value) ? value[Math.min(period, value.length - 1)] : value);
  // A figure a little up or down with each tick, written the way it was given.
  function wobble(value, i) {
    const words = text(pick(value), "–"), found = words.match(/-?[\d,]*\.?\d+/);
    if (!found) return words;
    const digits = (found[0].split(".")[1] || "").length, plain = Number(found[0].replace(/,/g, ""));
    const now = C.live && tick ? plain * (1 + Math.sin(tick * 1.7 + i * 2.1) * 0.015) : plain;
    return words.replace(found[0], now.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  }

  // A small line of the numbers in `trend`; nothing where there are none.
  function spark(trend) {
    const values = (Array.isArray(trend) ? trend : []).map((value) => number(value)), low = Math.min(...values), span = Math.max(...values) - low || 1;
    if (values.length < 2) return null;
    const d = values.map((value, i) => `${i ? "L" : "M"}${((i / (values.length - 1)) * 96).toFixed(1)} ${(34 - ((value - low) / span) * 28).toFixed(1)}`).join("");
    return make("div", { className: "spark", innerHTML: `<svg viewBox="0 0 96 40" preserveAspectRatio="none" aria-hidden="true"><path d="${d}" fill="none" stroke="currentColor" stroke-width="2.5" vector-effect="non-scaling-stroke"/></svg>` });
  }

  const figures = make("div", { className: "figures" }), charts = make("div", { className: "charts" }), switcher = make("div", { className: "row spread bar-row" });

  function paintFigures() {
    figures.replaceChildren(...C.kpis.filter(isObject).map((one, i) => {
      const change = number(pick(one.change), NaN), up = change >= 0;
      return make("section", { className: "panel figure" }, make("h2", { textContent: text(one.label ?? one.title ?? one.name) }), make("p", { className: "value" }, wobble(one.value, i), one.unit ? make("small", { textContent: ` ${text(one.unit)}` }) : null),
        Number.isFinite(change) ? make("p", { className: up ? "change up" : "change down" }, `${up ? "▲" : "▼"} ${Math.abs(change)}% `, make("span", { textContent: W.before })) : null, spark(one.trend));
    }));
  }

  function paintCharts() {
    charts.replaceChildren(...C.charts.filter(isObject).map((one) => window.drawChart(window.chartOf(one, period, periods))));
  }

  function paintSwitch() {
    switcher.replaceChildren(make("div", { className: "row", role: "group" }, periods.map((name, i) => make("button", { type: "button", className: "chip", textContent: name, onclick: () => { period = i; paint(); }, aria: { pressed: i === period } }))), C.live ? make("span", { className: "live", textContent: W.live }) : "");
    switcher.hidden = !periods.length && !C.live;
  }

  function table() {
    const given = isObject(C.table) ? C.table : {}, columns = (given.columns || []).map((one) => text(one));
    const rows = (given.rows || []).map((row) => (Array.isArray(row) ? row : isObject(row) ? Object.values(row) : [row])).filter((row) => row.length);
    if (!rows.length) return "";
    const head = make("tr"), body = make("tbody");
    const compare = (a, b) => { const [x, y] = [a[sort], b[sort]], [m, n] = [parseFloat(String(x).replace(/[^\d.-]/g, "")), parseFloat(String(y).replace(/[^\d.-]/g, ""))]; return (Number.isFinite(m) && Number.isFinite(n) && !/^[a-z]/i.test(String(x)) ? m - n : String(x).localeCompare(String(y), locale)) * (down ? -1 : 1); };
    const show = () => {
      const shown = rows.filter((row) => row.join(" ").toLowerCase().includes(query));
      if (sort !== null) shown.sort(compare);
      body.replaceChildren(...(shown.length ? shown.map((row) => make("tr", {}, row.map((cell) => make("td", { className: typeof cell === "number" ? "num" : "", textContent: typeof cell === "number" ? cell.toLocaleString(locale) : text(cell) })))) : [make("tr", {}, make("td", { colSpan: columns.length || 1, className: "none", textContent: W.none }))]));
      [...head.children].forEach((cell, i) => cell.setAttribute("aria-sort", i === sort ? (down ? "descending" : "ascending") : "none"));
    };
    columns.forEach((name, i) => head.append(make("th", {}, make("button", { type: "button", textContent: name, onclick: () => { down = sort === i && !down; sort = i; show(); } }))));
    show();
    const csv = () => download(`${given.title || C.title}.csv`, [columns, ...rows].map((row) => row.map((cell) => `"${String(cell).replace(/"/g, '""')}"`).join(",")).join("\n"), "text/csv");
    return make("section", { className: "panel table" }, make("div", { className: "row spread" }, make("h2", { textContent: text(given.title) }), make("div", { className: "row" }, make("input", { type: "search", placeholder: W.search, oninput: (event) => { query = event.target.value.toLowerCase(); show(); }, aria: { label: W.search } }), make("button", { type: "button", className: "chip", textContent: W.export, onclick: csv }))), make("div", { className: "scroll" }, make("table", {}, make("thead", {}, head), body)));
  }

  function paint() {
    paintSwitch();
    paintFigures();
    paintCharts();
  }
  app.append(switcher, figures, charts, table());
  paint();
  if (C.live) setInterval(() => { if (!document.hidden) { tick++; paintFigures(); } }, 2500);
})();
