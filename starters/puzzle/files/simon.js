// Repeat the sequence: pads light up and sound in an order that grows by one each round.
"use strict";

(function () {
  const { Kit, Modes, Frame, signsOf } = window, { make } = Kit;
  const SCALE = [330, 262, 392, 523, 440, 587, 659, 784, 880];
  const HUES = ["#2f9e44", "#e03131", "#f2b705", "#1c7ed6", "#9c36b5", "#f76707", "#0ca678", "#e64980", "#5c677d"];
  const PACE = { easy: 0.75, medium: 1, hard: 1.5 };

  function simon(C, W) {
    const F = Frame(C, W, ["round", "left", "best"]), signs = signsOf(C.names), tints = Modes.valid(C.colors, HUES);
    const count = Modes.clamp(Math.round(C.size || signs.length || 4), 3, 9), lives = Modes.clamp(Math.round(C.lives), 1, 9), goal = Math.round(C.goal);
    let level = PACE[C.level] ? C.level : "medium", sequence = [], at = 0, left = lives, best = 0, phase = "idle", timers = [];
    const later = (act, ms) => timers.push(setTimeout(act, ms));
    const pace = () => (620 / (Modes.clamp(C.speed, 0.3, 4) * PACE[level])) * Math.max(0.5, 1 - sequence.length * 0.035);
    const pads = Array.from({ length: count }, (_, i) => {
      const one = make("button", { type: "button", className: "simon-pad", textContent: signs[i] || "", aria: { label: `${i + 1} ${signs[i] || ""}`.trim() }, style: { "--hue": tints[i % tints.length] } });
      one.addEventListener("pointerdown", () => press(i));
      one.addEventListener("keydown", (event) => { if (!event.repeat && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); press(i); } });
      return one;
    });
    function light(i, ms) {
      pads[i].classList.add("on");
      if (C.sound) Kit.tone(SCALE[i], Math.max(0.2, ms / 900), 0.14);
      later(() => pads[i].classList.remove("on"), ms);
    }
    function facts() { F.set("round", goal > 0 ? `${sequence.length} / ${goal}` : sequence.length); F.set("left", left); F.set("best", best); }
    function show() {
      const beat = pace();
      phase = "show"; at = 0;
      F.board.classList.add("busy");
      F.say(W.watch);
      sequence.forEach((pad, i) => later(() => light(pad, beat * 0.62), 500 + i * beat));
      later(() => { phase = "play"; F.board.classList.remove("busy"); F.say(W.turn); }, 500 + sequence.length * beat);
    }
    function grow() { sequence.push(Math.floor(Math.random() * count)); facts(); show(); }
    function press(i) {
      if (phase === "show" || phase === "wait") return;
      light(i, 240);
      if (phase !== "play") return; // before the start the pads are a toy
      if (i !== sequence[at]) return miss();
      at++;
      if (at === sequence.length) rightRound();
    }
    function rightRound() {
      best = Math.max(best, sequence.length);
      facts();
      if (goal > 0 && sequence.length >= goal) { phase = "idle"; F.win(W.win); return; }
      phase = "wait";
      F.say(W.good, "good");
      later(grow, 750);
    }
    function miss() {
      left--;
      facts();
      if (left < 1) { phase = "idle"; F.lose(`${W.lose} ${sequence.length - 1}`); pads[sequence[at]].classList.add("missed"); return; }
      phase = "wait";
      F.say(W.again, "bad"); F.play(185, 147);
      later(show, 1000);
    }
    function start() {
      timers.forEach(clearTimeout);
      timers = []; sequence = []; left = lives;
      pads.forEach((pad) => pad.classList.remove("on", "missed"));
      startButton.textContent = W.restart;
      grow();
    }
    F.board.className = `board simon ${count === 4 ? "disc" : ""}`;
    F.board.style.setProperty("--columns", count < 5 ? 2 : 3);
    F.board.append(...pads);
    F.choice(Object.keys(PACE).map((value) => ({ value, label: W[value] })), level, (to) => { level = to; });
    const startButton = F.button(W.start, start, true);
    addEventListener("keydown", (event) => { const i = Number(event.key) - 1; if (!event.repeat && pads[i] && !event.target.matches("input")) press(i); });
    facts();
  }

  const { en, zh } = Frame.words;
  Modes.add("simon", {
    names: /simon|sequence|pattern|西蒙|序列|记忆/i,
    defaults: { size: 0, names: [], level: "medium", speed: 1, lives: 1, goal: 12, win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, round: "Round", left: "Lives", easy: "Slow", medium: "Normal", hard: "Fast", start: "Start", restart: "Start again",
        hint: "Watch, listen, and repeat. Keys 1, 2, 3 … work too.", watch: "Watch …", turn: "Your turn.", good: "Right!",
        again: "Not quite. Once more:", win: "What a memory!", lose: "That was another one. Rounds:",
      },
      zh: {
        ...zh, round: "轮次", left: "机会", easy: "慢", medium: "正常", hard: "快", start: "开始", restart: "重新开始", hint: "看清、听清，再照着按。也可以按数字键。", watch: "看好了……",
        turn: "轮到你了。", good: "正确！", again: "不对，再看一遍：", win: "记忆力惊人！", lose: "按错了。完成轮数：",
      },
    },
    run: simon,
  });
})();
