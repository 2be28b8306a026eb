// Several kinds of one thing: each file adds its kind, and CONTENT.kind says which one runs.
// A kind that is named otherwise, or left out, is found by the words of the title.
"use strict";

(function () {
  const { make, setup, isObject, item, text } = window.Kit;
  const kinds = [];
  const COMMON = { kind: "", colors: [], background: "", notes: [], notesTitle: "" };

  // names: what else a kind is called; defaults: its keys of CONTENT; words: { en, zh }; run(C, words).
  function add(name, kind) {
    kinds.push({ name, defaults: {}, words: {}, ...kind });
  }

  function chosen() {
    const given = typeof CONTENT !== "undefined" && isObject(CONTENT) ? CONTENT : {};
    const said = [given.kind, given.mode, given.type, given.title, given.subtitle].map((value) => text(value).toLowerCase());
    for (const words of said.slice(0, 3)) {
      const exact = kinds.find((kind) => kind.name === words.trim());
      if (exact) return exact;
    }
    for (const words of said) {
      const like = words && kinds.find((kind) => kind.names?.test(words));
      if (like) return like;
    }
    return kinds[0];
  }

  // Short texts below, as cards: what the page is about, hints, facts.
  function notes(C) {
    const cards = C.notes.map((value) => item(value, "text")).filter((one) => text(one.text ?? one.title));
    if (!cards.length) return;
    const list = cards.map((one) => make("article", { className: "note" }, text(one.title) ? make("h3", { textContent: `${text(one.icon)} ${text(one.title)}`.trim() }) : null, text(one.text) ? make("p", { textContent: text(one.text) }) : null));
    document.querySelector("#app").append(make("section", { className: "notes" }, C.notesTitle ? make("h2", { textContent: C.notesTitle }) : null, make("div", { className: "note-grid" }, list)));
  }

  function start() {
    const kind = chosen();
    const C = setup({ ...COMMON, ...kind.defaults }, { en: kind.words.en || {}, zh: kind.words.zh || {} });
    document.body.dataset.kind = kind.name;
    kind.run(C, C.words);
    notes(C);
  }

  const valid = (list, otherwise) => {
    const good = (Array.isArray(list) ? list : []).map((value) => text(value?.color ?? value)).filter((value) => CSS.supports("color", value));
    return good.length ? good : otherwise;
  };

  // Any CSS colour as #rrggbb.
  const hexOf = (value) => { const pen = document.createElement("canvas").getContext("2d"); pen.fillStyle = value; return pen.fillStyle.slice(0, 7); };

  const button = (label, act, className = "chip") => make("button", { type: "button", className, textContent: label, onclick: act });

  // A row of chips of which one is pressed: options are { value, label } or texts.
  function choice(options, value, act, label = "") {
    const all = options.map((option) => (isObject(option) ? option : { value: option, label: text(option) }));
    const row = make("div", { className: "row choice", role: "group", aria: { label } });
    const paint = (at) => [...row.children].forEach((chip, i) => chip.setAttribute("aria-pressed", all[i].value === at));
    row.append(...all.map((option) => button(option.label, () => { paint(option.value); act(option.value); })));
    paint(value);
    row.paint = paint;
    return row;
  }

  // A labelled range with its value: slider("Speed", { min, max, step, value, unit }, act).
  function slider(label, { min = 0, max = 100, step = 1, value = 0, unit = "" }, act) {
    const output = make("output", { textContent: `${value}${unit}` });
    const range = make("input", { type: "range", min, max, step, value, aria: { label } });
    range.addEventListener("input", () => { output.textContent = `${range.value}${unit}`; act(Number(range.value)); });
    const whole = make("label", { className: "slide" }, make("span", { textContent: label }), range, output);
    whole.set = (to) => { range.value = to; output.textContent = `${to}${unit}`; };
    return whole;
  }

  function shuffle(list) {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [all[i], all[j]] = [all[j], all[i]]; }
    return all;
  }

  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  async function copy(words) {
    try { await navigator.clipboard.writeText(words); return true; } catch { /* not allowed here: the old way */ }
    const field = make("textarea", { value: words });
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { /* no way to copy */ }
    field.remove();
    return done;
  }

  window.Modes = { add, start, valid, hexOf, button, choice, slider, shuffle, clamp, copy };
})();
