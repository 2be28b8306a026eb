// The frame of a puzzle: facts above, the board, a message, buttons; a clock that starts with the first move.
"use strict";

(function () {
  const { Kit } = window, { make, $, text, tone, calm } = Kit, { button, choice } = window.Modes;

  function Frame(C, W, facts) {
    const values = facts.map((key) => make("b", { textContent: "0" })), board = make("div", { className: "board" }), bar = make("div", { className: "row centre" }), levels = make("div", { className: "row centre" }), message = make("p", { className: "message", role: "status", textContent: W.hint || "" });
    let began = 0, clock = 0;
    const F = {
      board, bar, levels, message,
      set(key, to) { values[facts.indexOf(key)].textContent = to; },
      say(words, mood = "") { message.textContent = words; message.className = `message ${mood}`; },
      play(...notes) { if (C.sound) notes.forEach((hertz, i) => tone(hertz, 0.18, 0.1, i * 0.08)); },
      button(label, act, strong = false) { const one = button(label, act, strong ? "primary" : "chip"); bar.append(one); return one; },
      choice(options, value, act) { const one = choice(options, value, act); levels.append(one); return one; },
      seconds: () => (began ? Math.floor((performance.now() - began) / 1000) : 0),
      startClock(tick = () => {}) { if (clock) return; began = performance.now(); clock = setInterval(() => { if (facts.includes("time")) F.set("time", `${F.seconds()}s`); tick(F.seconds()); }, 250); },
      stopClock() { clearInterval(clock); clock = 0; },
      resetClock(from = 0) { F.stopClock(); began = 0; if (facts.includes("time")) F.set("time", `${from}s`); },
      // The clock as a countdown that ends with `end`; with 0 seconds it only counts up.
      countdown(seconds, end) {
        F.startClock((past) => {
          if (!(seconds > 0)) return;
          F.set("time", `${Math.max(0, seconds - past)}s`);
          if (past >= seconds) { F.stopClock(); end(); }
        });
      },
      win(words) { F.stopClock(); F.say(text(C.win) || words, "good"); F.play(523, 659, 784, 1047); if (!calm) confetti(board); },
      lose(words) { F.stopClock(); F.say(text(C.lose) || words, "bad"); F.play(220, 185, 147); },
    };
    $("#app").replaceChildren(make("section", { className: "panel puzzle" }, make("div", { className: "facts" }, facts.map((key, i) => make("div", { className: "fact" }, make("span", { textContent: W[key] || key }), values[i]))), levels, board, message, bar));
    return F;
  }
  function confetti(board) {
    for (let i = 0; i < 36; i++) {
      const bit = make("i", { className: "confetti", style: { left: `${Math.random() * 100}%`, "--hue": `hsl(${Math.random() * 360} 80% 62%)`, "--turn": `${Math.random() * 900 - 450}deg`, "animation-delay": `${Math.random() * 0.5}s` } });
      board.parentElement.append(bit);
      setTimeout(() => bit.remove(), 3200);
    }
  }
  // Arrow keys, WASD and swipes on `area` as "up", "down", "left", "right".
  function directions(area, act) {
    const keys = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", w: "up", s: "down", a: "left", d: "right" };
    addEventListener("keydown", (event) => { const way = keys[event.key]; if (way && !event.target.matches("input, textarea")) { event.preventDefault(); act(way); } });
    let from = null;
    area.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; });
    addEventListener("pointerup", (event) => {
      if (!from) return;
      const dx = event.clientX - from[0], dy = event.clientY - from[1];
      from = null;
      if (Math.hypot(dx, dy) > 24) act(Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? "right" : "left") : dy > 0 ? "down" : "up");
    });
  }
  // Arrow keys move the focus over a grid of buttons, unless `taken` uses the step.
  function gridKeys(grid, columns, taken = () => false) {
    grid.addEventListener("keydown", (event) => {
      const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key], cells = [...grid.children];
      const at = cells.indexOf(event.target), wide = columns();
      if (!step || at < 0) return;
      event.preventDefault();
      const x = (at % wide) + step[0], to = at + step[0] + step[1] * wide;
      if (x >= 0 && x < wide && cells[to] && !taken(at, to)) cells[to].focus();
    });
  }
  // CONTENT.list as { word, hint }, also where it is called words, or the samples of the language.
  function wordsOf(C, W) {
    const { item, text } = Kit;
    const given = typeof CONTENT === "undefined" ? [] : [CONTENT.words, CONTENT.clues].find(Array.isArray);
    const list = (C.list.length ? C.list : given || []).map((value) => item(value, "word")).map((one) => ({ word: text(one.word ?? one.name).trim().toLowerCase(), hint: text(one.hint ?? one.clue ?? one.text) })).filter((one) => one.word);
    return list.length ? list : W.samples.map(([word, hint]) => ({ word, hint }));
  }
  // Texts of a list that may hold anything; an emoji, a word.
  const signsOf = (list) => list.map((one) => Kit.text(one?.icon ?? one?.emoji ?? one)).filter(Boolean);
  Frame.words = {
    en: { fresh: "New game", moves: "Moves", time: "Time", best: "Best", score: "Score", easy: "Easy", medium: "Medium", hard: "Hard", help: "Hint" },
    zh: { fresh: "新游戏", moves: "步数", time: "时间", best: "最佳", score: "分数", easy: "简单", medium: "中等", hard: "困难", help: "提示" },
  };
  Object.assign(window, { Frame, directions, gridKeys, wordsOf, signsOf });
})();
