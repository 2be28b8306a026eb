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
      resetClock() { F.stopClock(); began = 0; if (facts.includes("time")) F.set("time", "0s"); },
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
  Object.assign(window, { Frame, directions });
})();
