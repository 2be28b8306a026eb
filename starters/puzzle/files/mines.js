// Minesweeper: the first click is safe; flags by right click, long press, or the flag button.
"use strict";

(function () {
  const { Kit, Modes, Frame } = window, { make, text } = Kit;
  const SIZES = { easy: [9, 9, 10], medium: [14, 14, 30], hard: [18, 18, 60] };

  function Field(columns, rows, mines) {
    const cells = Array.from({ length: columns * rows }, () => ({ mine: false, open: false, flag: false, near: 0 }));
    const around = (i) => { const x = i % columns, y = Math.floor(i / columns), list = []; for (let dy = -1; dy < 2; dy++) for (let dx = -1; dx < 2; dx++) if ((dx || dy) && x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows) list.push((y + dy) * columns + x + dx); return list; };
    const lay = (safe) => {
      const clear = new Set([safe, ...around(safe)]), places = Modes.shuffle(cells.map((_, i) => i).filter((i) => !clear.has(i))).slice(0, mines);
      places.forEach((i) => { cells[i].mine = true; });
      cells.forEach((cell, i) => { cell.near = around(i).filter((j) => cells[j].mine).length; });
    };
    const open = (i) => {
      const work = [i];
      while (work.length) {
        const at = work.pop(), cell = cells[at];
        if (cell.open || cell.flag) continue;
        cell.open = true;
        if (!cell.near && !cell.mine) work.push(...around(at));
      }
    };
    return { columns, rows, mines, cells, around, lay, open };
  }

  function run(C, W) {
    const F = Frame(C, W, ["mines", "time", "best"]), signs = { mine: text(C.mine, "✹"), flag: text(C.flag, "⚑") };
    let field, buttons = [], laid = false, over = false, flagging = false, level = SIZES[C.level] ? C.level : "easy", best = Infinity;
    F.choice(["easy", "medium", "hard"].map((value) => ({ value, label: W[value] })), level, (to) => { level = to; best = Infinity; F.set("best", "–"); fresh(); });
    F.button(W.fresh, () => fresh(), true);
    const flagButton = F.button(`${signs.flag} ${W.flag}`, () => { flagging = !flagging; flagButton.setAttribute("aria-pressed", flagging); });
    function paint() {
      field.cells.forEach((cell, i) => {
        const shown = cell.open || (over && cell.mine), one = buttons[i];
        one.className = `mine-cell ${cell.open ? "open" : ""} n${cell.near} ${over && cell.mine ? "boom" : ""}`;
        one.textContent = shown ? (cell.mine ? signs.mine : cell.near || "") : cell.flag ? signs.flag : "";
      });
      F.set("mines", field.mines - field.cells.filter((cell) => cell.flag).length);
    }
    function flag(i) { if (over || field.cells[i].open) return; field.cells[i].flag = !field.cells[i].flag; F.play(440); paint(); }
    function dig(i) {
      const cell = field.cells[i];
      if (over || (cell.flag && !cell.open)) return;
      if (!laid) { field.lay(i); laid = true; F.startClock(); }
      const mark = field.around(i), targets = cell.open ? (mark.filter((j) => field.cells[j].flag).length === cell.near ? mark.filter((j) => !field.cells[j].flag) : []) : [i];
      targets.forEach((j) => field.open(j));
      if (targets.some((j) => field.cells[j].mine)) { over = true; F.lose(W.lose); } else if (field.cells.every((each) => each.open || each.mine)) { over = true; best = Math.min(best, F.seconds()); F.set("best", `${best}s`); F.win(W.win); } else if (targets.length) F.play(330 + cell.near * 60);
      paint();
    }
    function cellButton(i) {
      let timer = 0, long = false;
      const one = make("button", { type: "button", aria: { label: `${(i % field.columns) + 1}, ${Math.floor(i / field.columns) + 1}` }, onclick: () => { if (long) { long = false; return; } if (flagging) flag(i); else dig(i); } });
      one.addEventListener("contextmenu", (event) => { event.preventDefault(); if (!long) flag(i); });
      one.addEventListener("pointerdown", (event) => { long = false; if (event.pointerType !== "mouse") timer = setTimeout(() => { long = true; flag(i); }, 420); });
      for (const end of ["pointerup", "pointerleave", "pointercancel"]) one.addEventListener(end, () => clearTimeout(timer));
      return one;
    }
    function fresh() {
      const [columns, rows, mines] = C.columns && C.rows ? [Modes.clamp(C.columns, 5, 24), Modes.clamp(C.rows, 5, 24), C.mines || Math.round(C.columns * C.rows * 0.14)] : SIZES[level];
      const narrow = innerWidth < 520 && columns > 10;
      field = narrow ? Field(10, Math.round((columns * rows) / 10 * 0.75), Math.round(mines * 0.75)) : Field(Math.round(columns), Math.round(rows), Modes.clamp(Math.round(mines), 1, columns * rows - 10));
      laid = over = false;
      F.resetClock();
      F.say(W.hint);
      F.board.className = "board minefield";
      F.board.style.setProperty("--columns", field.columns);
      buttons = field.cells.map((_, i) => cellButton(i));
      F.board.replaceChildren(...buttons);
      paint();
    }
    F.set("best", "–");
    fresh();
  }

  Modes.add("minesweeper", {
    names: /mine|扫雷/i,
    defaults: { level: "easy", columns: 0, rows: 0, mines: 0, mine: "✹", flag: "⚑", win: "", lose: "", sound: true },
    words: {
      en: { mines: "Mines left", time: "Time", best: "Best", easy: "Easy", medium: "Medium", hard: "Hard", fresh: "New game", flag: "Flag", hint: "Right click or hold to set a flag.", win: "All clear. Well swept!", lose: "Boom. Once more?" },
      zh: { mines: "剩余地雷", time: "时间", best: "最佳", easy: "简单", medium: "中等", hard: "困难", fresh: "新游戏", flag: "插旗", hint: "右键或长按插旗。", win: "全部扫清，漂亮！", lose: "踩雷了，再来一次？" },
    },
    run,
  });
})();
