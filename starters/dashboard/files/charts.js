// Charts as SVG: line, area, bar, donut, progress. Each answers the pointer with a tooltip.
"use strict";

(function () {
  const { make, number, text, colour, hue } = window.Kit;
  const W = 640, H = 260, LEFT = 44, BOTTOM = 28, TOP = 12;
  const esc = (words) => String(words).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const short = (n) => (Math.abs(n) >= 1e6 ? `${+(n / 1e6).toFixed(1)}M` : Math.abs(n) >= 1e4 ? `${+(n / 1e3).toFixed(1)}k` : String(+n.toFixed(2)));
  const paint = (i, given) => colour(given, i ? hue(i + 2) : "var(--accent)");

  // A round step so that about four lines cover `span`.
  function step(span) {
    const raw = span / 4 || 1, power = 10 ** Math.floor(Math.log10(raw)), part = raw / power;
    return (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1) * power;
  }

  function frame(series) {
    const all = series.flatMap((one) => one.values), low = Math.min(0, ...all), high = Math.max(0, ...all), by = step(high - low || 1);
    const bottom = Math.floor(low / by) * by, top = Math.max(bottom + by, Math.ceil(high / by) * by), y = (value) => TOP + ((top - value) / (top - bottom)) * (H - TOP - BOTTOM);
    let grid = "";
    for (let v = bottom; v <= top + by / 2; v += by) grid += `<line x1="${LEFT}" x2="${W}" y1="${y(v)}" y2="${y(v)}" class="grid-line"/><text x="${LEFT - 8}" y="${y(v) + 4}" text-anchor="end">${short(v)}</text>`;
    return { grid, y };
  }

  function axis(labels, x) {
    const every = Math.ceil(labels.length / 9);
    return labels.map((label, i) => (i % every ? "" : `<text x="${x(i).toFixed(1)}" y="${H - 6}" text-anchor="middle">${esc(label)}</text>`)).join("");
  }

  function curve(points) {
    return points.map(([x, y], i) => {
      if (!i) return `M${x.toFixed(1)} ${y.toFixed(1)}`;
      const [px, py] = points[i - 1], half = (x - px) / 2;
      return `C${(px + half).toFixed(1)} ${py.toFixed(1)} ${(x - half).toFixed(1)} ${y.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`;
    }).join("");
  }

  function lines(chart) {
    const { labels, series } = chart, count = Math.max(...series.map((one) => one.values.length), 1), { grid, y } = frame(series);
    const x = (i) => LEFT + 10 + (count < 2 ? (W - LEFT) / 2 : (i / (count - 1)) * (W - LEFT - 24));
    const drawn = series.map((one, k) => {
      const points = one.values.map((value, i) => [x(i), y(value)]), tint = paint(k, one.color);
      const fill = chart.type === "area" && points.length > 1 ? `<path d="${curve(points)}L${points.at(-1)[0]} ${y(0)}L${points[0][0]} ${y(0)}Z" fill="${tint}" opacity="0.16"/>` : "";
      return `${fill}<path d="${curve(points)}" fill="none" stroke="${tint}" stroke-width="3" stroke-linecap="round" pathLength="1" class="drawn"/>${points.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3.5" fill="${tint}"/>`).join("")}`;
    }).join("");
    const zones = Array.from({ length: count }, (_, i) => `<rect class="zone" data-i="${i}" x="${x(i) - (W / count) / 2}" y="0" width="${W / count}" height="${H - BOTTOM}"/>`).join("");
    return grid + axis(labels.slice(0, count), x) + drawn + zones;
  }

  function bars(chart) {
    const { labels, series } = chart, count = Math.max(...series.map((one) => one.values.length), 1), { grid, y } = frame(series);
    const slot = (W - LEFT) / count, width = Math.min(56, (slot * 0.68) / series.length), x = (i) => LEFT + slot * (i + 0.5);
    const drawn = series.map((one, k) => one.values.map((value, i) => {
      const from = Math.min(y(value), y(0)), height = Math.max(1, Math.abs(y(value) - y(0)));
      return `<rect class="rise-bar" style="--i:${i}" x="${(x(i) + (k - series.length / 2) * width + 2).toFixed(1)}" y="${from.toFixed(1)}" width="${(width - 4).toFixed(1)}" height="${height.toFixed(1)}" rx="5" fill="${paint(k, one.color)}"/>`;
    }).join("")).join("");
    return grid + axis(labels, x) + drawn + Array.from({ length: count }, (_, i) => `<rect class="zone" data-i="${i}" x="${x(i) - slot / 2}" y="0" width="${slot}" height="${H - BOTTOM}"/>`).join("");
  }

  function donut(chart) {
    const values = (chart.series[0]?.values || []).map((value) => Math.max(0, value)), total = values.reduce((sum, n) => sum + n, 0) || 1;
    let at = 0;
    const parts = values.map((value, i) => {
      const share = (value / total) * 100, part = `<circle class="zone-ring" data-i="${i}" cx="100" cy="100" r="74" fill="none" stroke="${paint(i)}" stroke-width="30" pathLength="100" stroke-dasharray="${Math.max(0, share - 0.8)} 100" stroke-dashoffset="${-at}" transform="rotate(-90 100 100)"/>`;
      at += share;
      return part;
    }).join("");
    return `${parts}<text x="100" y="108" text-anchor="middle" class="total">${short(total)}${chart.unit.length < 4 ? esc(chart.unit) : ""}</text>`;
  }

  function legend(chart) {
    const names = chart.type === "donut" ? chart.labels.map((label, i) => [label, paint(i), chart.series[0]?.values[i]]) : chart.series.length > 1 || chart.series[0]?.name ? chart.series.map((one, i) => [one.name, paint(i, one.color)]) : [];
    return make("ul", { className: "legend" }, names.filter(([name]) => name).map(([name, tint, value]) => make("li", {}, make("i", { className: "label-dot", style: { "--hue": tint } }), name, value === undefined ? null : make("b", { textContent: `${short(value)} ${chart.unit}` }))));
  }

  function progress(chart) {
    return make("div", { className: "goals" }, chart.labels.map((label, i) => {
      const value = chart.series[0]?.values[i] ?? 0;
      return make("div", {}, make("p", {}, label, make("b", { textContent: `${short(value)}${chart.unit || "%"}` })), make("div", { className: "meter" }, make("i", { style: { "--at": `${Math.max(0, Math.min(100, value))}%` } })));
    }));
  }

  // A chart of the content in one shape, its values those of the chosen period.
  window.chartOf = function (given, period, periods) {
    const lists = (values) => (Array.isArray(values) ? values : []);
    const pick = (values) => (lists(values).some(Array.isArray) ? lists(values[Math.min(period, values.length - 1)]) : lists(values).slice(0));
    const series = (Array.isArray(given.series) ? given.series : [{ name: "", values: given.values ?? given.data }]).map((one) => ({ name: text(one?.name ?? one?.label), color: one?.color, values: pick(one?.values ?? one?.data ?? one).map((value) => number(value?.value ?? value)) }));
    const type = { pie: "donut", doughnut: "donut", column: "bar", bars: "bar", gauge: "progress" }[given.type] || given.type;
    let labels = pick(given.labels).map((label) => text(label));
    if (!labels.length) labels = lists(given.values ?? given.data).map((value, i) => text(value?.label ?? value?.name, String(i + 1)));
    return { type: ["line", "area", "bar", "donut", "progress"].includes(type) ? type : "line", title: text(given.title ?? given.name), unit: text(given.unit), wide: given.wide === true, labels, series, periods };
  };

  window.drawChart = function (chart) {
    const box = make("section", { className: `panel chart is-${chart.type}${chart.wide ? " wide" : ""}` }, make("h2", { textContent: chart.title }));
    if (chart.type === "progress") { box.append(progress(chart)); return box; }
    const size = chart.type === "donut" ? "0 0 200 200" : `0 0 ${W} ${H}`;
    const holder = make("div", { className: "drawing", innerHTML: `<svg viewBox="${size}" role="img" aria-label="${esc(chart.title)}">${{ line: lines, area: lines, bar: bars, donut }[chart.type](chart)}</svg>` });
    const tip = make("div", { className: "tip", hidden: true });
    holder.append(tip);
    holder.addEventListener("pointermove", (event) => {
      const zone = event.target.closest("[data-i]");
      tip.hidden = !zone;
      if (!zone) return;
      const i = Number(zone.dataset.i), area = holder.getBoundingClientRect();
      tip.textContent = `${chart.labels[i] ?? ""}  ${chart.series.map((one) => `${one.name ? `${one.name} ` : ""}${short(one.values[i] ?? 0)} ${chart.unit}`).join(" · ")}`;
      tip.style.left = `${Math.max(70, Math.min(area.width - 70, event.clientX - area.left))}px`;
      tip.style.top = `${event.clientY - area.top - 14}px`;
    });
    holder.addEventListener("pointerleave", () => { tip.hidden = true; });
    box.append(holder, legend(chart));
    return box;
  };
})();
