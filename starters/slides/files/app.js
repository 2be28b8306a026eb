// A presentation: keys, swipes, points that appear one by one, an overview, notes, full screen, a clock.
"use strict";

(function () {
  const { $, $$, make, setup, text, item, isObject } = window.Kit;
  const C = setup({ title: "Slides", motion: "slide", slides: [], pages: [] }, {
    en: { next: "Next", previous: "Previous", overview: "Overview", full: "Full screen", notes: "Notes", mode: "Light or dark", of: "/" },
    zh: { next: "下一页", previous: "上一页", overview: "总览", full: "全屏", notes: "备注", mode: "浅色或深色", of: "/" },
  });
  const W = C.words, app = $("#app"), page = document.documentElement, started = Date.now();
  const listOf = (value) => (Array.isArray(value) ? value : typeof value === "string" && value ? value.split("\n") : []).map((one) => text(one)).filter(Boolean);
  let slides = [...C.slides, ...C.pages].map((one) => item(one, "title")).filter((one) => Object.keys(one).length);
  if (!slides.length) slides = [{ kind: "title", title: C.title, text: C.subtitle }];
  document.body.dataset.motion = ["slide", "fade", "zoom"].includes(C.motion) ? C.motion : "slide";

  function kindOf(one, i) {
    const kind = text(one.kind ?? one.type ?? one.layout).toLowerCase();
    if (["title", "text", "list", "picture", "quote", "number", "columns", "end", "code"].includes(kind)) return kind;
    return Array.isArray(one.columns) ? "columns" : listOf(one.items ?? one.points ?? one.bullets).length ? "list" : one.number ? "number" : one.quote ? "quote" : one.code ? "code" : one.art ? "picture" : i ? "text" : "title";
  }
  function draw(one, i) {
    const kind = kindOf(one, i), box = make("section", { className: `slide is-${kind}`, aria: { roledescription: "slide", label: `${i + 1} ${W.of} ${slides.length}` } }), words = text(one.text ?? one.content ?? one.subtitle), title = text(one.title ?? one.heading);
    const head = title ? make(i ? "h2" : "h1", { textContent: title }) : "", points = (values) => make("ul", {}, values.map((value) => make("li", { className: "point", textContent: value })));
    const art = text(one.art ?? one.image), inner = make("div", { className: "inner" });
    if (kind === "quote") inner.append(make("blockquote", {}, text(one.quote, words || title)), make("cite", { textContent: text(one.by ?? one.author) }));
    else if (kind === "number") inner.append(make("p", { className: "figure", textContent: text(one.number ?? one.value) }), head, words ? make("p", { textContent: words }) : "");
    else if (kind === "columns") inner.append(head, make("div", { className: "columns" }, (Array.isArray(one.columns) ? one.columns : []).map((value) => { const part = item(value); return make("div", { className: "point" }, part.title ? make("h3", { textContent: text(part.title) }) : null, part.text ? make("p", { textContent: text(part.text) }) : null, points(listOf(part.items ?? part.points))); })));
    else inner.append(head, words ? make("p", { textContent: words }) : "", listOf(one.items ?? one.points ?? one.bullets).length ? points(listOf(one.items ?? one.points ?? one.bullets)) : "", one.code ? make("pre", {}, make("code", { textContent: text(one.code) })) : "");
    box.append(inner);
    if (art) { const picture = make("div", { className: "art", data: { art } }); box.append(picture); box.classList.add("has-art"); }
    return box;
  }

  const boxes = slides.map(draw), deck = make("div", { className: "deck" }, boxes), bar = make("i"), count = make("span", { className: "count", role: "status" }), clock = make("span", { className: "clock" }), notes = make("aside", { className: "notes", hidden: true });
  let at = Math.max(0, Math.min(boxes.length - 1, (parseInt(location.hash.slice(1), 10) || 1) - 1)), step = 0;

  function show(index, fromEnd = false) {
    at = Math.max(0, Math.min(boxes.length - 1, index));
    const points = $$(".point", boxes[at]);
    step = fromEnd ? points.length : 0;
    paint();
  }
  function paint() {
    boxes.forEach((box, i) => { box.classList.toggle("now", i === at); box.classList.toggle("before", i < at); box.inert = i !== at && !deck.classList.contains("overview"); });
    const points = $$(".point", boxes[at]).filter((point) => !point.parentElement.closest(".point"));
    points.forEach((point, i) => point.classList.toggle("seen", i < Math.max(1, step + 1)));
    bar.style.transform = `scaleX(${(at + 1) / boxes.length})`;
    count.textContent = `${at + 1} ${W.of} ${boxes.length}`;
    notes.textContent = text(slides[at].notes ?? slides[at].note, "–");
    try { history.replaceState(null, "", `#${at + 1}`); } catch { /* not everywhere */ }
  }
  function next() {
    const points = $$(".point", boxes[at]).filter((point) => !point.parentElement.closest(".point"));
    if (step < points.length - 1) { step++; paint(); } else if (at < boxes.length - 1) show(at + 1);
  }
  const previous = () => { if (step > 0 && $(".point", boxes[at])) { step = Math.min(step, $$(".point", boxes[at]).length) - 1; paint(); } else if (at) show(at - 1, true); };
  const overview = () => { deck.classList.toggle("overview"); paint(); };
  const full = () => { if (document.fullscreenElement) document.exitFullscreen(); else page.requestFullscreen?.().catch(() => {}); };
  const mode = () => { page.dataset.mode = page.dataset.mode === "dark" ? "light" : "dark"; };
  const button = (sign, words, act) => make("button", { type: "button", className: "icon-button", textContent: sign, onclick: (event) => { act(); if (event.detail) event.currentTarget.blur(); }, aria: { label: words }, title: words });
  const keys = { ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, Enter: next, ArrowLeft: previous, ArrowUp: previous, PageUp: previous, Backspace: previous, Home: () => show(0), End: () => show(boxes.length - 1), o: overview, Escape: () => { if (deck.classList.contains("overview")) overview(); }, f: full, n: () => { notes.hidden = !notes.hidden; }, d: mode };
  addEventListener("keydown", (event) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.metaKey || (event.target.matches("button") && [" ", "Enter"].includes(event.key))) return;
    event.preventDefault();
    act();
  });
  let from = null;
  deck.addEventListener("pointerdown", (event) => { from = event.clientX; });
  deck.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const moved = event.clientX - from;
    from = null;
    if (deck.classList.contains("overview")) { const picked = boxes.indexOf(event.target.closest(".slide")); if (picked >= 0) { deck.classList.remove("overview"); show(picked); } return; }
    if (moved > 60) previous();
    else if (moved < -60) next();
    else if (!isObject(getSelection()) || !String(getSelection())) (event.clientX < innerWidth * 0.25 ? previous : next)();
  });
  app.append(deck, make("div", { className: "track-line" }, bar), notes, make("footer", { className: "bottom" }, make("span", { className: "foot-text", textContent: C.footer || C.title }), clock, count, button("←", W.previous, previous), button("→", W.next, next), button("▦", W.overview, overview), button("✎", W.notes, keys.n), button("◐", W.mode, mode), button("⛶", W.full, full)));
  setInterval(() => { const s = Math.floor((Date.now() - started) / 1000); clock.textContent = `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`; }, 1000);
  window.drawArt?.();
  paint();
})();
