// Crossword: the words of the list are laid out anew, crossing where they share a letter.
"use strict";

(function () {
  const { Kit, Modes, Frame, wordsOf } = window, { make } = Kit;
  const WIDEST = 13, MOST_WORDS = 18, CJK = /[\u3400-\u9fff]/;
  const isLetter = (c) => /[\p{L}\p{N}]/u.test(c), key = (x, y) => `${x},${y}`;

  function entriesOf(C, W) {
    const clean = (list) => list.map((one) => ({ letters: [...one.word.toUpperCase()].filter(isLetter), hint: one.hint })).filter(({ letters }) => letters.length > 1 && letters.length <= WIDEST);
    const list = clean(wordsOf(C, W));
    return (list.length ? list : clean(W.samples.map(([word, hint]) => ({ word, hint })))).slice(0, MOST_WORDS);
  }

  // A layout in the making: letters by place, words with where they begin and their way.
  function Layout(most, tall) {
    const letters = new Map(), words = [], box = { left: 0, right: 0, top: 0, bottom: 0 };
    const cellsOf = (entry, x, y, across) => entry.letters.map((_, k) => (across ? [x + k, y] : [x, y + k]));
    const grown = (cells) => ({ left: Math.min(box.left, cells[0][0]), right: Math.max(box.right, cells.at(-1)[0]), top: Math.min(box.top, cells[0][1]), bottom: Math.max(box.bottom, cells.at(-1)[1]) });
    // How often the word would cross others there; -1 where it cannot stand.
    function crossings(entry, x, y, across) {
      const cells = cellsOf(entry, x, y, across), [dx, dy] = across ? [1, 0] : [0, 1], size = grown(cells);
      if (size.right - size.left >= most || size.bottom - size.top >= tall) return -1;
      const [endX, endY] = cells.at(-1);
      if (letters.has(key(x - dx, y - dy)) || letters.has(key(endX + dx, endY + dy))) return -1;
      let count = 0;
      for (const [k, [cx, cy]] of cells.entries()) {
        const there = letters.get(key(cx, cy));
        if (there === entry.letters[k]) count++;
        else if (there || letters.has(key(cx + dy, cy + dx)) || letters.has(key(cx - dy, cy - dx))) return -1;
      }
      return count === cells.length ? -1 : count;
    }
    function put(entry, x, y, across) {
      const cells = cellsOf(entry, x, y, across);
      Object.assign(box, words.length ? grown(cells) : { left: x, right: cells.at(-1)[0], top: y, bottom: cells.at(-1)[1] });
      cells.forEach(([cx, cy], k) => letters.set(key(cx, cy), entry.letters[k]));
      words.push({ entry, x, y, across, cells });
    }
    function cross(entry) {
      let best = null;
      for (const word of words) for (const [cx, cy] of word.cells) entry.letters.forEach((letter, k) => {
        if (letter !== letters.get(key(cx, cy))) return;
        const across = !word.across, x = across ? cx - k : cx, y = across ? cy : cy - k, count = crossings(entry, x, y, across);
        const score = count * 10 - Math.abs(x + y - box.left - box.top) * 0.2 + Math.random() * 4;
        if (count > 0 && (!best || score > best.score)) best = { x, y, across, score };
      });
      if (best) put(entry, best.x, best.y, best.across);
      return Boolean(best);
    }
    // A word that shares no letter stands by itself below, beside others of its sort where it fits.
    function below(entry) {
      const last = words.at(-1), beside = last?.alone && last.cells.at(-1)[0] + 2 + entry.letters.length - box.left <= most;
      if (beside) put(entry, last.cells.at(-1)[0] + 2, last.y, true); else put(entry, box.left, words.length ? box.bottom + 2 : 0, true);
      words.at(-1).alone = true;
    }
    return { letters, words, box, cross, below, put };
  }
  function layOut(entries) {
    let best = null;
    const longest = Math.max(...entries.map(({ letters }) => letters.length)), narrow = innerWidth < 520;
    const most = Math.max(narrow ? 10 : WIDEST, longest), tall = Math.max(narrow ? 13 : 11, longest);
    for (let round = 0; round < 60; round++) {
      const layout = Layout(most, tall), [first, ...others] = Modes.shuffle(entries).sort((a, b) => b.letters.length - a.letters.length + (Math.random() - 0.5) * 3);
      let rest = others, before;
      layout.put(first, 0, 0, true);
      do { before = rest.length; rest = rest.filter((entry) => !layout.cross(entry)); } while (rest.length && rest.length < before);
      const { box } = layout, cost = rest.length * 1000 + (box.right - box.left) * (box.bottom - box.top);
      if (!best || cost < best.cost) best = { layout, rest, cost };
    }
    best.rest.forEach((entry) => best.layout.below(entry));
    return numbered(best.layout);
  }
  // Moved to 0, 0, and numbered row by row as in a newspaper.
  function numbered({ words, box }) {
    for (const word of words) word.cells = word.cells.map(([x, y]) => [x - box.left, y - box.top]);
    const order = (word) => word.cells[0][1] * 100 + word.cells[0][0], starts = [...new Set(words.map(order))].sort((a, b) => a - b);
    for (const word of words) word.number = starts.indexOf(order(word)) + 1;
    words.sort((a, b) => a.number - b.number);
    return { words, wide: box.right - box.left + 1, tall: box.bottom - box.top + 1 };
  }

  function crossword(C, W) {
    const F = Frame(C, W, ["filled", "hints", "time"]), entries = entriesOf(C, W), cjk = entries.some(({ letters }) => letters.some((c) => CJK.test(c)));
    const grid = make("div", { className: "cross" }), now = make("p", { className: "clue-now" }), tray = make("div", { className: "keyboard" }), clues = make("div", { className: "clues" });
    let game, cells, word, at = 0, hints = 0, over;

    function build() {
      cells = new Map();
      for (const one of game.words) one.cells.forEach(([x, y], k) => {
        if (!cells.has(key(x, y))) cells.set(key(x, y), { x, y, answer: one.entry.letters[k], input: null, words: [] });
        cells.get(key(x, y)).words.push(one);
      });
      const boxes = [...cells.values()].map((cell) => {
        const start = cell.words.find((one) => one.cells[0][0] === cell.x && one.cells[0][1] === cell.y);
        cell.input = make("input", { type: "text", autocomplete: "off", spellcheck: false, autocapitalize: "characters", inputMode: cjk && matchMedia("(hover: none)").matches ? "none" : "text" });
        listen(cell);
        return make("div", { className: "cross-cell", style: { "grid-area": `${cell.y + 1} / ${cell.x + 1}` } }, start ? make("small", { textContent: start.number }) : null, cell.input);
      });
      grid.style.setProperty("--columns", game.wide);
      grid.style.setProperty("--rows", game.tall);
      grid.replaceChildren(...boxes);
    }
    function listen(cell) {
      const { input } = cell;
      let focused = false;
      input.setAttribute("aria-label", cell.words.map((one) => `${one.number} ${one.across ? W.across : W.down}: ${one.entry.hint}`).join("; "));
      input.addEventListener("focus", () => { aim(cell); input.select(); });
      input.addEventListener("pointerdown", () => { focused = document.activeElement === input; });
      input.addEventListener("click", () => { if (focused) turn(cell); });
      input.addEventListener("input", (event) => { if (!event.isComposing) type(input.value); });
      input.addEventListener("compositionend", () => type(input.value));
      input.addEventListener("keydown", (event) => keys(event, cell));
    }
    // Look at a cell: its word along the way that is followed now, where it has one.
    function aim(cell, wish = word) {
      word = cell.words.includes(wish) ? wish : cell.words.find((one) => one.across === wish?.across) || cell.words[0];
      at = word.cells.findIndex(([x, y]) => x === cell.x && y === cell.y);
      paint();
    }
    function turn(cell) { if (cell.words.length > 1) aim(cell, cell.words.find((one) => one !== word)); }
    const cellAt = (k) => cells.get(key(...word.cells[k]));
    function go(k) { at = Modes.clamp(k, 0, word.cells.length - 1); cellAt(at).input.focus(); }
    function open(one) { word = one; go(Math.max(0, one.cells.findIndex(([x, y]) => !cells.get(key(x, y)).input.value))); }
    function paint() {
      for (const cell of cells.values()) {
        const box = cell.input.parentElement;
        box.classList.toggle("in-word", cell.words.includes(word));
        box.classList.toggle("at", cell === cellAt(at));
      }
      now.textContent = `${word.number} ${word.across ? "→" : "↓"} ${word.entry.hint || `${word.cells.length} ${W.letters}`}`;
      for (const one of clues.querySelectorAll("button")) one.setAttribute("aria-current", one.word === word);
      const full = (one) => one.cells.every(([x, y]) => cells.get(key(x, y)).input.value);
      for (const one of clues.querySelectorAll("button")) one.classList.toggle("got", full(one.word));
      F.set("filled", `${[...cells.values()].filter((cell) => cell.input.value).length} / ${cells.size}`);
      F.set("hints", hints);
    }
    // What was typed: one letter, or several at once from an input method; they fill on along the word.
    function type(value) {
      const typed = [...value.toUpperCase()].filter(isLetter), from = at;
      if (over) { cellAt(at).input.value = cellAt(at).answer; return; }
      cellAt(from).input.value = "";
      typed.slice(0, word.cells.length - from).forEach((letter, k) => { set(cellAt(from + k), letter); });
      if (typed.length) { F.startClock(); F.play(420 + from * 30); go(from + typed.length); }
      settle();
    }
    function set(cell, letter) { cell.input.value = letter; cell.input.parentElement.classList.remove("wrong"); }
    function settle() {
      paint();
      if (over || [...cells.values()].some((cell) => cell.input.value !== cell.answer)) return;
      over = true;
      F.win(W.win);
    }
    function keys(event, cell) {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.isComposing) return;
      if (step) {
        event.preventDefault();
        const next = cells.get(key(cell.x + step[0], cell.y + step[1]));
        if (next) { aim(next, next.words.find((one) => one.across === (step[1] === 0)) || word); next.input.focus(); }
      } else if (event.key === "Backspace" && !over) {
        event.preventDefault();
        if (!cell.input.value && at > 0) go(at - 1);
        set(cellAt(at), ""); paint();
      } else if (event.key === " ") { event.preventDefault(); turn(cell); } else if (event.key === "Enter") {
        event.preventDefault();
        open(game.words[(game.words.indexOf(word) + 1) % game.words.length]);
      }
    }
    function check() {
      let wrong = 0;
      for (const cell of cells.values()) {
        const bad = cell.input.value !== "" && cell.input.value !== cell.answer;
        wrong += bad;
        cell.input.parentElement.classList.toggle("wrong", bad);
      }
      F.say(wrong ? `${W.wrong} ${wrong}` : W.fine, wrong ? "bad" : "good");
    }
    function help() {
      const left = [...cells.values()].filter((one) => one.input.value !== one.answer), cell = left.includes(cellAt(at)) ? cellAt(at) : left.find((one) => one.words.includes(word)) || left[0];
      if (over || !cell) return;
      hints++;
      F.startClock();
      set(cell, cell.answer); aim(cell); settle();
    }
    function tell() {
      const clue = (one) => {
        const parts = [make("b", { textContent: one.number }), make("span", { textContent: one.entry.hint || "…" }), make("small", { textContent: one.cells.length })];
        return make("li", {}, Object.assign(make("button", { type: "button", onclick: () => open(one) }, parts), { word: one }));
      };
      const list = (across, title) => make("section", {}, make("h3", { textContent: title }), make("ul", {}, game.words.filter((one) => one.across === across).map(clue)));
      clues.replaceChildren(...[list(true, W.across), list(false, W.down)].filter((part) => part.querySelector("li")));
      tray.hidden = !cjk;
      const signs = [...new Set(entries.flatMap(({ letters }) => letters))];
      tray.replaceChildren(...(cjk ? Modes.shuffle(signs).map((c) => make("button", { type: "button", className: "key", textContent: c, onpointerdown: (event) => event.preventDefault(), onclick: () => type(c) })) : []));
    }
    function start() {
      game = layOut(entries); hints = 0; over = false; word = game.words[0]; at = 0;
      build(); tell(); paint();
      F.resetClock(); F.say(W.hint);
    }
    F.board.className = "board word-board";
    F.board.append(grid, now, tray, clues);
    F.button(W.check, check, true);
    F.button(W.help, help);
    F.button(W.fresh, start);
    start();
  }

  const { en, zh } = Frame.words;
  Modes.add("crossword", {
    names: /cross.?word|填字/i,
    defaults: { list: [], win: "", sound: true },
    words: {
      en: {
        ...en, fresh: "New layout", filled: "Filled", hints: "Hints", across: "Across", down: "Down", letters: "letters", check: "Check",
        help: "Letter", wrong: "Wrong letters:", fine: "No mistakes so far.", hint: "Type letters; a second touch turns the way.",
        win: "Solved. Well read!",
        samples: [
          ["planet", "Earth is one."], ["orbit", "The way round a star."], ["comet", "It has a tail of ice."],
          ["moon", "It lights the night."], ["star", "It shines by itself."], ["rocket", "It leaves the ground with fire."],
          ["solar", "Of the sun."], ["eclipse", "One body hides another."],
        ],
      },
      zh: {
        ...zh, fresh: "重新排列", filled: "已填", hints: "提示", across: "横向", down: "纵向", letters: "个字", check: "检查", help: "提示一字", wrong: "错误字数：",
        fine: "目前没有错误。", hint: "点格子再点下方的字；再点一次换方向。", win: "全部填对，博学！",
        samples: [
          ["龙马精神", "像骏马一样健旺"], ["马到成功", "事情一开始就取得胜利"], ["功成名就", "事业和名声都有了"], ["名不虚传", "果然如传说的那样好"],
          ["神机妙算", "计谋高明得惊人"], ["妙笔生花", "文章写得极好"], ["花好月圆", "祝福新人的话"], ["日新月异", "变化发展得很快"],
        ],
      },
    },
    run: crossword,
  });
})();
