// Word search: words of the list lie hidden in a grid of letters or characters.
"use strict";

(function () {
  const { Kit, Modes, Frame, gridKeys, wordsOf } = window, { make } = Kit;
  const WAYS = { easy: [[1, 0], [0, 1]], medium: [[1, 0], [0, 1], [1, 1], [1, -1]], hard: [[1, 0], [0, 1], [1, 1], [1, -1], [-1, 0], [0, -1], [-1, -1], [-1, 1]] };
  const MOST = 14, CJK = /[\u3400-\u9fff]/;

  // Words as they stand in the grid: letters only, in capitals.
  function hideable(C, W) {
    const plain = (one) => [...one.word.toUpperCase()].filter((c) => /[\p{L}\p{N}]/u.test(c));
    const clean = (list) => list.map((one) => ({ letters: plain(one), shown: one.word, hint: one.hint })).filter(({ letters }) => letters.length > 1 && letters.length <= MOST);
    const list = clean(wordsOf(C, W)), all = list.length ? list : clean(W.samples.map(([word, hint]) => ({ word, hint })));
    return all.filter((one, i) => all.findIndex((other) => other.letters.join("") === one.letters.join("")) === i).slice(0, 16);
  }

  // One try at a grid of this size; null when a word finds no place.
  function lay(words, size, ways) {
    const grid = Array(size * size).fill("");
    for (const { letters } of [...words].sort((a, b) => b.letters.length - a.letters.length)) {
      const spots = [];
      for (let x = 0; x < size; x++) for (let y = 0; y < size; y++) for (const [dx, dy] of ways) {
        const endX = x + dx * (letters.length - 1), endY = y + dy * (letters.length - 1);
        if (endX < 0 || endY < 0 || endX >= size || endY >= size) continue;
        const cells = letters.map((_, k) => (y + dy * k) * size + x + dx * k);
        if (cells.every((cell, k) => !grid[cell] || grid[cell] === letters[k])) spots.push(cells);
      }
      if (!spots.length) return null;
      const cells = spots[Math.floor(Math.random() * spots.length)];
      cells.forEach((cell, k) => { grid[cell] = letters[k]; });
    }
    return grid;
  }
  function hide(words, wish, ways) {
    const letters = words.flatMap((one) => one.letters), least = Math.max(wish || 7, ...words.map((one) => one.letters.length), Math.ceil(Math.sqrt(letters.length * 1.55)));
    const noise = letters.some((c) => CJK.test(c)) ? [...letters, ..."天地人山水风云日月花鸟春秋大小上下"] : [...letters, ..."ABCDEFGHIJKLMNOPRSTUVWY"];
    let list = words;
    for (let size = Modes.clamp(Math.round(least), 5, MOST); ; size = Math.min(MOST, size + 1)) {
      for (let round = 0; round < 12; round++) {
        const grid = lay(list, size, ways);
        if (grid) return { size, words: list, grid: grid.map((c) => c || noise[Math.floor(Math.random() * noise.length)]) };
      }
      if (size === MOST) list = list.slice(0, -1);
    }
  }

  function search(C, W) {
    const limit = Math.max(0, Math.round(C.seconds)), F = Frame(C, W, ["found", "time", "best"]), all = hideable(C, W), tints = Modes.valid(C.colors, null);
    const grid = make("div", { className: "letters-grid" }), list = make("ul", { className: "hidden-words" });
    let level = WAYS[C.level] ? C.level : "medium", game, cells = [], found, over, anchor = -1, drag = null, best = 0;
    const hueOf = (i) => (tints ? tints[i % tints.length] : `hsl(${(i * 67 + 20) % 360} 72% 58%)`);
    // The cells from one to another, bent to the nearest of eight directions.
    function line(a, b) {
      const { size } = game, ax = a % size, ay = Math.floor(a / size), dx = (b % size) - ax, dy = Math.floor(b / size) - ay, long = Math.max(Math.abs(dx), Math.abs(dy));
      const slant = Math.min(Math.abs(dx), Math.abs(dy)) > long / 2, sx = slant || Math.abs(dx) === long ? Math.sign(dx) : 0, sy = slant || Math.abs(dy) === long ? Math.sign(dy) : 0;
      const out = [];
      for (let k = 0, x = ax, y = ay; k <= long && x >= 0 && y >= 0 && x < size && y < size; k++, x += sx, y += sy) out.push(y * size + x);
      return out;
    }
    function mark(chosen) { const set = new Set(chosen); cells.forEach((cell, i) => cell.classList.toggle("chosen", set.has(i))); }
    function tell() {
      F.set("found", `${found.size} / ${game.words.length}`);
      [...list.children].forEach((one, i) => one.classList.toggle("got", found.has(i)));
    }
    function take(chosen) {
      const read = chosen.map((i) => game.grid[i]), there = read.join(""), back = read.reverse().join("");
      const i = game.words.findIndex((one, k) => !found.has(k) && [there, back].includes(one.letters.join("")));
      mark([]);
      if (i < 0 || over) { if (chosen.length > 1 && !over) F.play(200); return; }
      found.add(i);
      chosen.forEach((at) => { cells[at].classList.add("found"); cells[at].style.setProperty("--hue", hueOf(i)); });
      list.children[i].style.setProperty("--hue", hueOf(i));
      F.play(523, 659);
      F.say([game.words[i].shown, game.words[i].hint].filter(Boolean).join(": "), "good");
      tell();
      if (found.size === game.words.length) finish();
    }
    function finish() {
      over = true;
      best = best ? Math.min(best, F.seconds()) : F.seconds();
      F.set("best", `${best}s`);
      F.win(W.win);
    }
    function late() { over = true; mark([]); F.lose(`${W.lose} ${found.size} / ${game.words.length}`); }
    // Two ways to choose: drag from the first letter to the last, or touch (Enter) one, then the other.
    function touch(i) {
      if (over) return;
      F.countdown(limit, late);
      if (anchor < 0 || anchor === i) { anchor = anchor === i ? -1 : i; mark(anchor < 0 ? [] : [i]); return; }
      const chosen = line(anchor, i);
      anchor = -1;
      take(chosen);
    }
    function cellAt(event) {
      const box = grid.getBoundingClientRect(), step = box.width / game.size, x = Math.floor((event.clientX - box.left) / step), y = Math.floor((event.clientY - box.top) / step);
      return x < 0 || y < 0 || x >= game.size || y >= game.size ? -1 : y * game.size + x;
    }
    function follow(event) {
      const i = drag ? cellAt(event) : -1;
      if (i < 0 || over || (i === drag.from && !drag.moved)) return;
      if (!drag.moved) { drag.moved = true; anchor = -1; F.countdown(limit, late); }
      drag.chosen = line(drag.from, i);
      mark(drag.chosen);
    }
    function help() {
      const i = game.words.findIndex((_, k) => !found.has(k)), { letters } = game.words[Math.max(0, i)];
      if (over || i < 0) return;
      const start = game.grid.findIndex((_, at) => WAYS.hard.some(([dx, dy]) => letters.every((c, k) => {
        const x = (at % game.size) + dx * k, y = Math.floor(at / game.size) + dy * k;
        return x >= 0 && y >= 0 && x < game.size && y < game.size && game.grid[y * game.size + x] === c;
      })));
      cells[start]?.animate([{ scale: 1 }, { scale: 1.5, background: hueOf(i) }, { scale: 1 }], { duration: 900, iterations: 2 });
      F.say(game.words[i].shown);
    }
    function start() {
      game = hide(all, C.size, WAYS[level]);
      found = new Set(); over = false; anchor = -1;
      grid.style.setProperty("--columns", game.size);
      cells = game.grid.map((c, i) => make("button", { type: "button", textContent: c, onclick: () => { if (drag?.moved) drag = null; else touch(i); } }));
      grid.replaceChildren(...cells);
      list.replaceChildren(...game.words.map((one) => make("li", { textContent: one.shown, title: one.hint })));
      F.resetClock(limit); F.say(W.hint); tell();
    }
    F.board.className = "board word-board";
    F.board.append(grid, list);
    grid.addEventListener("pointerdown", (event) => { const i = cellAt(event); drag = i < 0 || over ? null : { from: i, moved: false, chosen: [] }; });
    addEventListener("pointermove", follow);
    addEventListener("pointerup", () => {
      if (!drag?.moved) { drag = null; return; }
      take(drag.chosen);
      setTimeout(() => { drag = null; }); // after the click that this makes
    });
    addEventListener("pointercancel", () => { drag = null; mark([]); });
    gridKeys(grid, () => game.size);
    F.choice(Object.keys(WAYS).map((value) => ({ value, label: W[value] })), level, (to) => { level = to; start(); });
    F.button(W.fresh, start, true);
    F.button(W.help, help);
    F.set("best", "–");
    start();
  }

  const { en, zh } = Frame.words;
  Modes.add("word-search", {
    names: /word.?(search|find|hunt)|find.*words|找.{0,3}词|单词搜索|寻词/i,
    defaults: { list: [], size: 0, level: "medium", seconds: 0, win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, found: "Found", hint: "Drag over a word, or tap its first and last letter.", win: "All found. Sharp eyes!", lose: "Time is up. Found:",
        samples: ["forest", "river", "mountain", "meadow", "island", "ocean", "desert", "valley"].map((word) => [word, ""]),
      },
      zh: {
        ...zh, found: "已找到", hint: "拖过一个词，或点它的第一个字和最后一个字。", win: "全部找到，好眼力！", lose: "时间到。找到",
        samples: ["春暖花开", "山清水秀", "风和日丽", "鸟语花香", "秋高气爽", "冰天雪地", "万紫千红"].map((word) => [word, ""]),
      },
    },
    run: search,
  });
})();
