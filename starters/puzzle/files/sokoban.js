// Boxes to be pushed onto marks: walls #, boxes $, marks ., a box on a mark *, the player @ or +.
"use strict";

(function () {
  const { Modes, Frame, directions } = window, { make, text } = window.Kit;
  const LEVELS = [
    ["#######", "#     #", "# @$. #", "#  $. #", "#     #", "#######"],
    ["########", "#   .  #", "# $ #  #", "# @$ . #", "#      #", "########"],
    ["########", "#  #   #", "# .$ $ #", "#  .#. #", "# @$   #", "#      #", "########"],
    ["#########", "#   #   #", "# $   $ #", "# #.@.# #", "#  . .  #", "# $   $ #", "#   #   #", "#########"],
    ["#########", "#   .   #", "# $ # $ #", "# . @ . #", "# $ # $ #", "#   .   #", "#########"],
  ];
  const STEPS = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

  // A level as a model may write it: rows of the signs above, with one player and boxes for the marks.
  function usable(rows) {
    const all = (Array.isArray(rows) ? rows : String(rows).split("\n")).map(String).filter((row) => row.trim());
    const count = (signs) => [...all.join("")].filter((sign) => signs.includes(sign)).length;
    const fits = all.length > 2 && all.length < 16 && all.every((row) => row.length < 19 && /^[ #$.*@+]+$/.test(row));
    return fits && count("@+") === 1 && count("$*") > 0 && count("$*") === count(".*+") ? all : null;
  }

  function sokoban(C, W) {
    const F = Frame(C, W, ["level", "moves", "time"]), own = C.levels.map((level) => usable(level?.rows ?? level)).filter(Boolean);
    const levels = own.length ? own : LEVELS.slice(0, Modes.clamp(Math.round(C.count), 1, LEVELS.length));
    let at = 0, player, boxes, walls, marks, past, wide, tall, done;
    const key = (row, column) => row * 64 + column;
    const sign = { player: text(C.player) || "🧑", box: text(C.box) || "📦", goal: text(C.goal) };

    function open(level) {
      at = level; past = []; done = false; boxes = new Set(); walls = new Set(); marks = new Set();
      const rows = levels[at];
      tall = rows.length; wide = Math.max(...rows.map((row) => row.length));
      rows.forEach((row, r) => [...row].forEach((cell, c) => {
        if (cell === "#") walls.add(key(r, c));
        if ("$*".includes(cell)) boxes.add(key(r, c));
        if (".*+".includes(cell)) marks.add(key(r, c));
        if ("@+".includes(cell)) player = [r, c];
      }));
      F.board.style.setProperty("--columns", wide);
      F.resetClock(); F.say(W.hint); draw();
      picker.paint(at);
    }

    function draw() {
      const cells = [];
      for (let r = 0; r < tall; r++) for (let c = 0; c < wide; c++) {
        const k = key(r, c), here = player[0] === r && player[1] === c, box = boxes.has(k), mark = marks.has(k);
        cells.push(make("div", { className: `push-cell ${walls.has(k) ? "wall" : ""} ${mark ? "mark" : ""} ${box ? "crate" : ""}`, textContent: here ? sign.player : box ? sign.box : mark ? sign.goal : "" }));
      }
      F.board.replaceChildren(...cells);
      F.set("level", `${at + 1} / ${levels.length}`); F.set("moves", past.length);
    }

    function move(way) {
      if (done) return;
      const [dr, dc] = STEPS[way], next = [player[0] + dr, player[1] + dc], k = key(...next), beyond = key(next[0] + dr, next[1] + dc);
      if (walls.has(k) || (boxes.has(k) && (walls.has(beyond) || boxes.has(beyond)))) return;
      past.push([player, new Set(boxes)]);
      if (boxes.delete(k)) { boxes.add(beyond); F.play(marks.has(beyond) ? 620 : 240); }
      player = next;
      F.startClock(); draw();
      if ([...boxes].every((box) => marks.has(box))) solved();
    }

    function solved() {
      done = true;
      if (at + 1 === levels.length) { F.win(W.win); return; }
      F.stopClock(); F.say(W.solved, "good"); F.play(523, 659, 784);
      setTimeout(() => { if (done) open(at + 1); }, 1300);
    }

    function undo() {
      const before = past.pop();
      if (!before) return;
      [player, boxes] = before;
      done = false; F.say(W.hint); draw();
    }

    F.board.className = "board push-field";
    F.board.tabIndex = 0;
    const picker = F.choice(levels.map((_, i) => ({ value: i, label: String(i + 1) })), 0, open);
    F.button(W.undo, undo, true);
    F.button(W.restart, () => open(at));
    for (const [way, arrow] of [["left", "←"], ["up", "↑"], ["down", "↓"], ["right", "→"]]) F.button(arrow, () => move(way)).setAttribute("aria-label", W[way]);
    addEventListener("keydown", (event) => { if (/^[uz]$/i.test(event.key) || event.key === "Backspace") undo(); else if (/^r$/i.test(event.key)) open(at); });
    directions(F.board, move);
    open(0);
  }

  Modes.add("sokoban", {
    names: /sokoban|push|box|推箱/i,
    defaults: { count: 5, levels: [], player: "", box: "", goal: "", win: "", sound: true },
    words: {
      en: { level: "Level", moves: "Moves", time: "Time", undo: "Undo", restart: "Restart", left: "Left", right: "Right", up: "Up", down: "Down", hint: "Arrow keys or swipe. Push every box onto a mark.", solved: "Solved! On to the next.", win: "All levels solved!" },
      zh: { level: "关卡", moves: "步数", time: "时间", undo: "撤销", restart: "重来", left: "左", right: "右", up: "上", down: "下", hint: "方向键或滑动，把所有箱子推到目标上。", solved: "过关！进入下一关。", win: "全部通关！" },
    },
    run: sokoban,
  });
})();
