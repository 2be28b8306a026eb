// The table of cards: a deck, drawn cards, chips and the frame around.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, tone, text, colour } = Kit, { button, shuffle } = Modes;
  const SUITS = ["♠", "♥", "♦", "♣"], RANKS = ["A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K"];

  // Cards in mixed order; `rank` is 1 to 13, `high` counts the ace as 14.
  function deck(packs = 1) {
    const all = [];
    for (let p = 0; p < packs; p++) for (const suit of SUITS) RANKS.forEach((name, i) => all.push({ suit, name, rank: i + 1, high: i ? i + 1 : 14 }));
    return shuffle(all);
  }
  function cardView(card, hidden = false, still = false) {
    const red = card && /[♥♦]/.test(card.suit);
    return make("div", { className: `card ${hidden || !card ? "back" : ""} ${red ? "red" : ""} ${still ? "" : "dealt"}`, aria: { label: hidden || !card ? "?" : `${card.name} ${card.suit}` } }, hidden || !card ? null : [make("span", { className: "corner" }, card.name, make("br"), card.suit), make("b", { textContent: ["J", "Q", "K"].includes(card.name) ? { J: "♞", Q: "♛", K: "♚" }[card.name] : card.suit }), make("span", { className: "corner low" }, card.name, make("br"), card.suit)]);
  }

  function Table(C, W, facts) {
    const values = facts.map((key) => make("b", { textContent: "0" })), felt = make("div", { className: "felt" }), message = make("p", { className: "message", role: "status" }), bar = make("div", { className: "row centre actions" }), extra = make("div", { className: "row centre" });
    const T = {
      felt, bar, extra, keys: {},
      set(key, to) { values[facts.indexOf(key)].textContent = to; },
      say(words, mood = "") { message.textContent = words; message.className = `message ${mood}`; },
      play(...notes) { if (C.sound) notes.forEach((hertz, i) => tone(hertz, 0.16, 0.1, i * 0.09)); },
      hand(title, cards, { note = "", hidden = -1, old = 0, glow = false } = {}) { return make("section", { className: `hand ${glow ? "glow" : ""}` }, make("p", {}, make("span", { textContent: title }), note !== "" ? make("b", { textContent: note }) : null), make("div", { className: "cards" }, cards.length ? cards.map((card, i) => cardView(card, i === hidden, i < old)) : make("div", { className: "card ghost" }))); },
      // Buttons of this moment: [label, act, key, strong, disabled].
      actions(...list) {
        T.keys = {};
        bar.replaceChildren(...list.filter(Boolean).map(([label, act, key, strong, disabled]) => { if (!disabled) T.keys[key] = act; const one = button(label, act, strong ? "primary" : "chip"); one.disabled = Boolean(disabled); return one; }));
      },
    };
    if (colour(C.felt)) felt.style.setProperty("--felt", C.felt);
    addEventListener("keydown", (event) => { if (event.target.matches("input, textarea") || (event.target.matches("button") && [" ", "Enter"].includes(event.key))) return; const act = T.keys[event.key.toLowerCase()]; if (act) { event.preventDefault(); act(); } });
    $("#app").replaceChildren(make("section", { className: "panel table" }, make("div", { className: "facts" }, facts.map((key, i) => make("div", { className: "fact" }, make("span", { textContent: text(W[key], key) }), values[i]))), make("div", { className: "felt-box" }, felt, message), bar, extra));
    return T;
  }
  window.CardTable = { Table, deck, cardView, SUITS };
})();
