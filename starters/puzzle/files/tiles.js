// Puzzles of tiles: 2048, the sliding fifteen, lights out, and a memory of lights that come and go (whack).
"use strict";

(function () {
  const { Kit, Modes, Frame, directions } = window, { make, text, colour } = Kit;

  // One row pushed to its start: tiles of one kind merge once.
  function push(row) {
    const full = row.filter(Boolean), out = [];
    let gain = 0;
    for (let i = 0; i < full.length; i++) {
      if (full[i] === full[i + 1]) { out.push(full[i] * 2); gain += full[i] * 2; i++; } else out.push(full[i]);
    }
    while (out.length < row.length) out.push(0);
    return [out, gain];
  }
  function merge2048(C, W) {
    const F = Frame(C, W, ["score", "best", "top"]), size = Modes.clamp(Math.round(C.size), 3, 6), names = C.names.map((one) => text(one)), tints = Modes.valid(C.colors, []);
    let cells = [], score = 0, best = 0, won = false, fresh = -1;
    const line = (k, way) => Array.from({ length: size }, (_, i) => { const j = way === "left" || way === "up" ? i : size - 1 - i; return way === "left" || way === "right" ? k * size + j : j * size + k; });
    const drop = () => { const free = cells.map((v, i) => (v ? -1 : i)).filter((i) => i >= 0); if (free.length) { fresh = free[Math.floor(Math.random() * free.length)]; cells[fresh] = Math.random() < 0.9 ? 2 : 4; } };
    function draw() {
      F.board.replaceChildren(...cells.map((v, i) => { const step = v ? Math.log2(v) : 0; return make("div", { className: `tile ${v ? "on" : ""} ${i === fresh ? "fresh" : ""}`, style: { "--hue": v ? tints[(step - 1) % Math.max(1, tints.length)] || `hsl(${(400 - step * 27) % 360} 78% ${64 - step * 1.6}%)` : "transparent" } }, make("b", { textContent: v ? names[step - 1] || v : "" }), v && names[step - 1] ? make("small", { textContent: v }) : null); }));
      best = Math.max(best, score);
      F.set("score", score); F.set("best", best); F.set("top", Math.max(0, ...cells));
    }
    const moves = (way) => Array.from({ length: size }, (_, k) => { const at = line(k, way), [row, gain] = push(at.map((i) => cells[i])); return { at, row, gain }; });
    function move(way) {
      const all = moves(way);
      if (!all.some(({ at, row }) => at.some((i, k) => cells[i] !== row[k]))) return;
      let gain = 0;
      for (const one of all) { one.at.forEach((i, k) => { cells[i] = one.row[k]; }); gain += one.gain; }
      score += gain;
      F.play(gain ? 440 + Math.min(500, gain) : 300);
      drop();
      draw();
      if (!won && cells.some((v) => v >= C.goal)) { won = true; F.win(W.win); } else if (!["up", "down", "left", "right"].some((each) => moves(each).some(({ at, row }) => at.some((i, k) => cells[i] !== row[k])))) F.lose(W.lose);
    }
    function start() { cells = Array(size * size).fill(0); score = 0; won = false; drop(); drop(); F.say(W.hint); draw(); }
    F.board.className = "board tiles";
    F.board.style.setProperty("--columns", size);
    F.button(W.fresh, start, true);
    directions(F.board, move);
    start();
  }

  function sliding(C, W) {
    const F = Frame(C, W, ["moves", "time"]), names = C.names.map((one) => text(one)), tints = Modes.valid(C.colors, []);
    let size = Modes.clamp(Math.round(C.size), 3, 6), cells = [], moves = 0, done = false;
    const hole = () => cells.indexOf(0), beside = (i) => [i % size ? i - 1 : -1, i % size < size - 1 ? i + 1 : -1, i - size, i + size].filter((j) => j >= 0 && j < cells.length);
    const swap = (i) => { const h = hole(); [cells[i], cells[h]] = [cells[h], cells[i]]; };
    function draw() {
      F.board.style.setProperty("--columns", size);
      F.board.replaceChildren(...cells.map((v, i) => (v ? make("button", { type: "button", className: `tile on ${v === i + 1 ? "right" : ""}`, style: { "--hue": tints[(v - 1) % Math.max(1, tints.length)] || `hsl(${(200 + v * 9) % 360} 62% 55%)` }, onclick: () => slide(i) }, make("b", { textContent: names[v - 1] || v })) : make("div", { className: "tile" }))));
      F.set("moves", moves);
    }
    function slide(i) {
      const h = hole(), sameRow = Math.floor(i / size) === Math.floor(h / size), step = sameRow ? Math.sign(i - h) : i % size === h % size ? Math.sign(i - h) * size : 0;
      if (done || !step) return;
      for (let k = h + step; hole() !== i; k += step) { swap(k); moves++; }
      F.startClock();
      F.play(380);
      draw();
      if (cells.every((v, k) => v === (k + 1) % cells.length)) { done = true; F.win(`${W.win} ${moves}`); }
    }
    function start() {
      cells = Array.from({ length: size * size }, (_, i) => (i + 1) % (size * size));
      for (let k = 0, last = -1; k < size * size * 14; k++) { const h = hole(), ways = beside(h).filter((j) => j !== last); last = h; swap(ways[Math.floor(Math.random() * ways.length)]); }
      moves = 0; done = false;
      F.resetClock(); F.say(W.hint); draw();
    }
    F.board.className = "board tiles";
    F.choice([3, 4, 5].map((value) => ({ value, label: `${value} × ${value}` })), size, (to) => { size = to; start(); });
    F.button(W.fresh, start, true);
    directions(F.board, (way) => { const h = hole(), i = { up: h + size, down: h - size, left: h + 1, right: h - 1 }[way]; if (beside(h).includes(i)) slide(i); });
    start();
  }

  function lights(C, W) {
    const F = Frame(C, W, ["moves", "lit"]), tint = colour(C.colors[0], "");
    let size = Modes.clamp(Math.round(C.size), 3, 7), on = [], moves = 0;
    const touch = (i) => [i, i % size ? i - 1 : -1, i % size < size - 1 ? i + 1 : -1, i - size, i + size].filter((j) => j >= 0 && j < on.length).forEach((j) => { on[j] = !on[j]; });
    const paint = () => { [...F.board.children].forEach((one, i) => one.setAttribute("aria-pressed", on[i])); F.set("moves", moves); F.set("lit", on.filter(Boolean).length); };
    function start() {
      on = Array(size * size).fill(false);
      Modes.shuffle(on.map((_, i) => i)).slice(0, size + Math.floor(Math.random() * size)).forEach(touch);
      if (!on.some(Boolean)) touch(0);
      moves = 0;
      F.say(W.hint);
      F.board.style.setProperty("--columns", size);
      F.board.replaceChildren(...on.map((_, i) => make("button", { type: "button", className: "light", aria: { label: `${i + 1}` }, style: tint ? { "--hue": tint } : {}, onclick: () => { if (!on.some(Boolean)) return; touch(i); moves++; F.play(on[i] ? 660 : 440); paint(); if (!on.some(Boolean)) F.win(`${W.win} ${moves}`); } })));
      paint();
    }
    F.board.className = "board tiles lamps";
    F.choice([3, 4, 5, 6].map((value) => ({ value, label: `${value} × ${value}` })), size, (to) => { size = to; start(); });
    F.button(W.fresh, start, true);
    start();
  }

  function whack(C, W) {
    const F = Frame(C, W, ["score", "time", "best"]), holes = Modes.clamp(Math.round(C.size), 2, 5), good = C.targets.map((one) => text(one)).filter(Boolean), bad = C.traps.map((one) => text(one)).filter(Boolean);
    if (!good.length) good.push("●");
    C.seconds = Modes.clamp(C.seconds, 10, 300);
    let score = 0, best = 0, running = false, timers = [];
    const later = (act, ms) => timers.push(setTimeout(act, ms));
    const hills = Array.from({ length: holes * holes }, () => make("button", { type: "button", className: "hole", aria: { label: W.hole } }, make("span", { className: "mole" })));
    hills.forEach((hill) => hill.addEventListener("pointerdown", () => hit(hill)));
    hills.forEach((hill) => hill.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") hit(hill); }));
    function hit(hill) {
      if (!running || !hill.classList.contains("up")) return;
      const trap = hill.dataset.trap === "1";
      hill.classList.remove("up");
      hill.classList.add("hit");
      later(() => hill.classList.remove("hit"), 220);
      score = Math.max(0, score + (trap ? -3 : 1));
      F.play(...(trap ? [180] : [620 + (score % 8) * 40]));
      F.set("score", score);
    }
    function rise() {
      if (!running) return;
      const free = hills.filter((hill) => !hill.classList.contains("up")), hill = free[Math.floor(Math.random() * free.length)], pace = Math.max(0.45, 1 - F.seconds() / (C.seconds * 1.8));
      if (hill) {
        const trap = bad.length > 0 && Math.random() < 0.2, list = trap ? bad : good;
        hill.firstChild.textContent = list[Math.floor(Math.random() * list.length)];
        hill.dataset.trap = trap ? "1" : "";
        hill.classList.add("up");
        later(() => hill.classList.remove("up"), (1150 / Modes.clamp(C.speed, 0.3, 4)) * pace);
      }
      later(rise, (720 / Modes.clamp(C.speed, 0.3, 4)) * pace);
    }
    function stop(words) { running = false; timers.forEach(clearTimeout); timers = []; hills.forEach((hill) => hill.classList.remove("up")); best = Math.max(best, score); F.set("best", best); if (words) F.win(`${W.win} ${score}`); }
    function start() {
      stop("");
      score = 0; F.set("score", 0); F.resetClock(); F.say(W.hint);
      running = true;
      F.countdown(C.seconds, () => stop("end"));
      rise();
    }
    F.board.className = "board tiles hills";
    F.board.style.setProperty("--columns", holes);
    F.board.append(...hills);
    F.set("time", `${C.seconds}s`);
    F.button(W.start, start, true);
  }

  const { en: enStart, zh: zhStart } = Frame.words;
  Modes.add("2048", { names: /2048|merge/i, defaults: { size: 4, goal: 2048, names: [], win: "", lose: "", sound: true }, words: { en: { ...enStart, top: "Highest", hint: "Arrow keys or swipe.", win: "You made it!", lose: "No way left." }, zh: { ...zhStart, top: "最大", hint: "方向键或滑动。", win: "你做到了！", lose: "没有可走的步了。" } }, run: merge2048 });
  Modes.add("sliding", { names: /slid|fifteen|15|华容道|滑块|数字推盘/i, defaults: { size: 4, names: [], win: "", sound: true }, words: { en: { ...enStart, fresh: "Shuffle", hint: "Click a tile beside the gap, or use the arrow keys.", win: "In order! Moves:" }, zh: { ...zhStart, fresh: "打乱", hint: "点击空格旁的方块，或用方向键。", win: "完成！步数：" } }, run: sliding });
  Modes.add("lights-out", { names: /light|lamp|关灯|点灯/i, defaults: { size: 5, win: "", sound: true }, words: { en: { ...enStart, lit: "Still lit", hint: "A touch turns a lamp and its neighbours.", win: "All dark. Moves:" }, zh: { ...zhStart, lit: "亮着", hint: "点一盏灯，它和邻居都会切换。", win: "全部熄灭！步数：" } }, run: lights });
  Modes.add("whack", { names: /whack|mole|地鼠/i, defaults: { size: 3, seconds: 60, speed: 1, targets: ["🐹", "🐭"], traps: ["💣"], win: "", sound: true }, words: { en: { ...enStart, start: "Start", hole: "Hole", hint: "Hit them before they hide.", win: "Time! Score:" }, zh: { ...zhStart, start: "开始", hole: "洞", hint: "趁它们躲起来之前敲到。", win: "时间到！得分：" } }, run: whack });
})();
