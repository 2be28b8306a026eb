// Sudoku: made anew with one solution, with notes, hints and marks for mistakes.
"use strict";

(function () {
  const { Kit, Modes, Frame } = window, { make } = Kit;
  const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const PEERS = Array.from({ length: 81 }, (_, i) => [...Array(81).keys()].filter((j) => j !== i && (j % 9 === i % 9 || Math.floor(j / 9) === Math.floor(i / 9) || (Math.floor((j % 9) / 3) === Math.floor((i % 9) / 3) && Math.floor(j / 27) === Math.floor(i / 27)))));

  // Fill the emptiest choice first; count solutions up to `most`.
  function solve(cells, most) {
    let at = -1, choices = null;
    for (let i = 0; i < 81; i++) {
      if (cells[i]) continue;
      const used = new Set(PEERS[i].map((j) => cells[j])), free = DIGITS.filter((d) => !used.has(d));
      if (!choices || free.length < choices.length) { at = i; choices = free; }
      if (free.length < 2) break;
    }
    if (at < 0) return 1;
    let found = 0;
    for (const digit of Modes.shuffle(choices)) {
      cells[at] = digit;
      found += solve(cells, most - found);
      if (found >= most) { if (most > 1) cells[at] = 0; return found; }
    }
    cells[at] = 0;
    return found;
  }
  function puzzle(holes) {
    const full = Array(81).fill(0);
    solve(full, 1);
    const given = [...full];
    let left = holes;
    for (const i of Modes.shuffle([...Array(81).keys()])) {
      if (!left) break;
      const digit = given[i];
      given[i] = 0;
      if (solve([...given], 2) !== 1) given[i] = digit; else left--;
    }
    return { full, given };
  }

  function run(C, W) {
    const F = Frame(C, W, ["left", "mistakes", "time"]), HOLES = { easy: 36, medium: 46, hard: 53 };
    let level = HOLES[C.level] ? C.level : "easy", game, cells, notes, at = 40, noting = false, mistakes = 0;
    F.choice(Object.keys(HOLES).map((value) => ({ value, label: W[value] })), level, (to) => { level = to; start(); });
    const grid = make("div", { className: "sudoku" }), pad = make("div", { className: "pad" }, DIGITS.map((d) => make("button", { type: "button", textContent: d, onclick: () => put(d) })), make("button", { type: "button", textContent: "⌫", aria: { label: W.erase }, onclick: () => put(0) }));
    F.board.className = "board";
    F.board.append(grid, pad);
    F.button(W.fresh, () => start(), true);
    const noteButton = F.button(W.notes, () => { noting = !noting; noteButton.setAttribute("aria-pressed", noting); });
    F.button(W.help, () => { const empty = cells.map((v, i) => (v ? -1 : i)).filter((i) => i >= 0); if (!cells[at] && empty.includes(at)) fill(at, game.full[at]); else if (empty.length) { at = empty[Math.floor(Math.random() * empty.length)]; fill(at, game.full[at]); } });
    function fill(i, digit) { cells[i] = digit; PEERS[i].forEach((j) => notes[j].delete(digit)); F.startClock(); draw(); if (cells.every((v, k) => v === game.full[k])) F.win(W.win); }
    function put(digit) {
      if (game.given[at]) return;
      if (noting && digit) { notes[at][notes[at].has(digit) ? "delete" : "add"](digit); return draw(); }
      if (digit && digit !== game.full[at]) { mistakes++; F.play(180); } else if (digit) F.play(520 + digit * 20);
      fill(at, digit);
    }
    function draw() {
      grid.replaceChildren(...cells.map((v, i) => make("button", { type: "button", className: `${game.given[i] ? "given" : ""} ${i === at ? "at" : PEERS[at].includes(i) ? "peer" : ""} ${v && v === cells[at] ? "same" : ""} ${v && v !== game.full[i] ? "wrong" : ""}`, aria: { label: `${(i % 9) + 1}, ${Math.floor(i / 9) + 1}: ${v || ""}` }, onclick: () => { at = i; draw(); } }, v ? String(v) : make("small", { textContent: [...notes[i]].sort().join(" ") }))));
      F.set("left", cells.filter((v) => !v).length);
      F.set("mistakes", mistakes);
    }
    addEventListener("keydown", (event) => {
      if (/^[1-9]$/.test(event.key)) put(Number(event.key));
      if (["0", "Backspace", "Delete"].includes(event.key)) put(0);
      const by = { ArrowUp: -9, ArrowDown: 9, ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) { event.preventDefault(); at = (at + by + 81) % 81; draw(); }
    });
    function start() { game = puzzle(HOLES[level]); cells = [...game.given]; notes = cells.map(() => new Set()); mistakes = 0; F.resetClock(); F.say(W.hint); draw(); }
    start();
  }

  Modes.add("sudoku", {
    names: /sudoku|数独/i,
    defaults: { level: "easy", win: "", sound: true },
    words: {
      en: { left: "To fill", mistakes: "Mistakes", time: "Time", easy: "Easy", medium: "Medium", hard: "Hard", fresh: "New puzzle", notes: "Notes", help: "Hint", erase: "Erase", hint: "Choose a cell, then a digit.", win: "Solved!" },
      zh: { left: "剩余", mistakes: "错误", time: "时间", easy: "简单", medium: "中等", hard: "困难", fresh: "新题目", notes: "笔记", help: "提示", erase: "清除", hint: "先选格子，再填数字。", win: "解开了！" },
    },
    run,
  });
})();
