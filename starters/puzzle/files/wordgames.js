// Games of words: hangman, and guessing a word of fixed length (wordle). Words are in CONTENT.
"use strict";

(function () {
  const { Modes, Frame, wordsOf } = window, { make } = window.Kit;
  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

  function draw(list, bag) {
    if (!bag.length) bag.push(...Modes.shuffle(list));
    return bag.pop();
  }
  function keyboard(act, extra = []) {
    const keys = new Map(), rows = ROWS.map((row, i) => make("div", { className: "key-row" }, i === 2 ? extra[0] : null, [...row].map((letter) => { const one = make("button", { type: "button", className: "key", textContent: letter, onclick: () => act(letter) }); keys.set(letter, one); return one; }), i === 2 ? extra[1] : null));
    return { box: make("div", { className: "keyboard" }, rows), keys };
  }

  const FIGURE = ["M10 150H90", "M30 150V12", "M30 12H100", "M100 12V34", "M100 50m-16 0a16 16 0 1 0 32 0a16 16 0 1 0 -32 0", "M100 66V108", "M100 76L78 94", "M100 76L122 94", "M100 108L82 138", "M100 108L118 138"];
  function hangman(C, W) {
    const F = Frame(C, W, ["left", "won", "played"]), list = wordsOf(C, W), bag = [], picture = make("div", { className: "figure" }), shown = make("p", { className: "letters" }), hint = make("p", { className: "muted" });
    let now, tried, over = false, won = 0, played = 0;
    const cjk = list.some((one) => /[\u3400-\u9fff]/.test(one.word)), choices = make("div", { className: "keyboard" }), pad = keyboard((letter) => guess(letter));
    const isLetter = (c) => /[\p{L}\p{N}]/u.test(c), misses = () => [...tried].filter((c) => !now.word.includes(c)).length;
    F.board.className = "board word-board";
    F.board.append(picture, shown, hint, cjk ? choices : pad.box);
    F.button(W.fresh, () => start(), true);
    function paint() {
      const wrong = misses(), step = Math.ceil((wrong / C.lives) * FIGURE.length);
      picture.innerHTML = `<svg viewBox="0 0 140 160" aria-hidden="true">${FIGURE.map((d, i) => `<path d="${d}" class="${i < step ? "on" : ""}"/>`).join("")}</svg>`;
      shown.replaceChildren(...[...now.word].map((c) => make("span", { className: isLetter(c) ? "slot" : "", textContent: !isLetter(c) || tried.has(c) || over ? c : "" })));
      hint.textContent = now.hint;
      F.set("left", Math.max(0, C.lives - wrong)); F.set("won", won); F.set("played", played);
      const buttons = cjk ? [...choices.children].map((one) => [one.textContent, one]) : [...pad.keys];
      for (const [letter, one] of buttons) { one.disabled = tried.has(letter) || over; one.dataset.state = tried.has(letter) ? (now.word.includes(letter) ? "hit" : "miss") : ""; }
    }
    function guess(letter) {
      if (over || tried.has(letter)) return;
      tried.add(letter);
      const good = now.word.includes(letter);
      F.play(good ? 620 : 200);
      if ([...now.word].filter(isLetter).every((c) => tried.has(c))) { over = true; won++; played++; F.win(W.win); } else if (misses() >= C.lives) { over = true; played++; F.lose(`${W.lose} ${now.word}`); }
      paint();
    }
    function start() {
      now = draw(list, bag);
      tried = new Set();
      over = false;
      F.say(W.hangHint);
      if (cjk) choices.replaceChildren(...Modes.shuffle([...new Set([...now.word, ...Modes.shuffle([...list.map((one) => one.word).join("")]).slice(0, 14)])].filter(isLetter)).map((c) => make("button", { type: "button", className: "key", textContent: c, onclick: () => guess(c) })));
      paint();
    }
    addEventListener("keydown", (event) => { if (!event.ctrlKey && !event.metaKey && /^[a-z]$/i.test(event.key)) guess(event.key.toLowerCase()); if (event.key === "Enter" && over && !event.target.matches("button")) start(); });
    start();
  }

  // The marks of a guess: a letter that stands right, is elsewhere, or is not there.
  function marks(guess, word) {
    const rest = [...word], out = guess.map((c, i) => { if (word[i] === c) { rest[i] = ""; return "hit"; } return ""; });
    return out.map((mark, i) => { if (mark) return mark; const k = rest.indexOf(guess[i]); if (k < 0) return "miss"; rest[k] = ""; return "near"; });
  }
  // The words of the commonest length: all guesses are of one length.
  function alike(all, W) {
    const whole = all.filter((one) => /^\p{L}{2,10}$/u.test(one.word)), count = new Map();
    for (const one of whole) count.set([...one.word].length, (count.get([...one.word].length) || 0) + 1);
    const long = [...count].sort((a, b) => b[1] - a[1])[0]?.[0];
    return long ? { long, list: whole.filter((one) => [...one.word].length === long) } : alike(W.samples.map(([word, hint]) => ({ word, hint })), W);
  }
  function wordle(C, W) {
    const F = Frame(C, W, ["streak", "won", "played"]), { list, long } = alike(wordsOf(C, W), W), bag = [], grid = make("div", { className: "guesses" }), field = make("input", { className: "guess-field", maxLength: long, placeholder: W.type, aria: { label: W.type } }), hint = make("p", { className: "muted" });
    const latin = list.every((one) => /^[a-z]+$/.test(one.word)), tries = Modes.clamp(Math.round(C.tries), 3, 10);
    let now, rows, typed, over, streak = 0, won = 0, played = 0;
    const enter = make("button", { type: "button", className: "key wide", textContent: "↵", aria: { label: W.enter }, onclick: () => submit() }), back = make("button", { type: "button", className: "key wide", textContent: "⌫", aria: { label: W.back }, onclick: () => { typed.pop(); paint(); } }), pad = keyboard((letter) => type(letter), [enter, back]);
    F.board.className = "board word-board";
    F.board.append(grid, hint, latin ? pad.box : make("form", { className: "row centre", onsubmit(event) { event.preventDefault(); typed = [...field.value.trim().toLowerCase()]; field.value = ""; submit(); } }, field, make("button", { className: "primary", textContent: W.enter })));
    F.button(W.fresh, () => start(), true);
    F.button(W.help, () => { hint.textContent = now.hint || `${[...now.word][0]}…`; });
    const type = (letter) => { if (!over && typed.length < long) { typed.push(letter); paint(); } };
    function paint() {
      grid.style.setProperty("--columns", long);
      grid.replaceChildren(...Array.from({ length: tries * long }, (_, i) => { const r = Math.floor(i / long), row = rows[r]; return make("span", { className: `cell ${row ? row.marks[i % long] : ""}`, textContent: row ? row.guess[i % long] : r === rows.length ? typed[i % long] || "" : "" }); }));
      F.set("streak", streak); F.set("won", won); F.set("played", played);
      const rank = { miss: 1, near: 2, hit: 3 };
      for (const [letter, one] of pad.keys) { let state = ""; for (const row of rows) row.guess.forEach((c, i) => { if (c === letter && (rank[row.marks[i]] || 0) > (rank[state] || 0)) state = row.marks[i]; }); one.dataset.state = state; }
    }
    function submit() {
      if (over) return;
      if (typed.length !== long) return F.say(`${long} ${W.letters}`, "bad");
      const row = { guess: typed, marks: marks(typed, [...now.word]) };
      rows.push(row);
      typed = [];
      F.say("");
      if (row.marks.every((mark) => mark === "hit")) { over = true; won++; played++; streak++; F.win(W.win); } else if (rows.length >= tries) { over = true; played++; streak = 0; F.lose(`${W.lose} ${now.word}`); } else F.play(360 + row.marks.filter((mark) => mark === "hit").length * 70);
      paint();
    }
    function start() { now = draw(list, bag); rows = []; typed = []; over = false; hint.textContent = ""; F.say(W.wordHint); paint(); }
    addEventListener("keydown", (event) => {
      if (!latin || event.ctrlKey || event.metaKey) return;
      if (/^[a-z]$/i.test(event.key)) type(event.key.toLowerCase());
      if (event.key === "Backspace") { typed.pop(); paint(); }
      if (event.key === "Enter") { event.preventDefault(); if (over) start(); else submit(); }
    });
    start();
  }

  const words = {
    en: { left: "Lives", won: "Won", played: "Played", streak: "In a row", fresh: "New word", help: "Hint", enter: "Guess", back: "Delete", type: "Your word", letters: "letters, please.", hangHint: "Type letters or tap them.", wordHint: "Green: right place. Yellow: elsewhere in the word.", win: "You got it!", lose: "It was:", samples: [["cloud", "It brings rain."], ["grape", "It grows in bunches."], ["tiger", "It wears stripes."], ["piano", "It has 88 keys."], ["ocean", "It is salty."]] },
    zh: { left: "机会", won: "猜中", played: "局数", streak: "连胜", fresh: "换一个词", help: "提示", enter: "猜", back: "删除", type: "输入你的答案", letters: "个字。", hangHint: "点击你认为正确的字。", wordHint: "绿色：位置正确；黄色：字对位置不对。", win: "猜对了！", lose: "答案是：", samples: [["画蛇添足", "多此一举"], ["守株待兔", "等着运气上门"], ["亡羊补牢", "出了问题再补救"], ["井底之蛙", "见识短浅"]] },
  };
  Modes.add("wordle", { names: /wordle|guess.*word|猜词|猜成语/i, defaults: { list: [], tries: 6, win: "", lose: "", sound: true }, words, run: wordle });
  Modes.add("hangman", { names: /hangman|gallows|吊|猜单词|猜字/i, defaults: { list: [], lives: 8, win: "", lose: "", sound: true }, words, run: hangman });
})();
