// Games against the computer: its hidden number, and rock paper scissors with any hands.
"use strict";

(function () {
  const { Modes, Frame } = window, { make, text, item } = window.Kit;

  function guess(C, W) {
    const low = Math.round(Math.min(C.low, C.high)), own = Math.max(low + 1, Math.round(Math.max(C.low, C.high)));
    const ends = [...new Set([low + Math.max(1, Math.round((own - low + 1) / 2) - 1), own, low - 1 + (own - low + 1) * 10])];
    const F = Frame(C, W, ["left", "guesses", "best"]), lamp = make("div", { className: "secret", textContent: "?" }), bar = make("div", { className: "number-line", aria: { hidden: "true" } }), past = make("ol", { className: "past" });
    const field = make("input", { className: "guess-field", type: "number", inputMode: "numeric", step: 1, aria: { label: W.type } });
    let high = own, secret, from, to, tried, over, bests = {};
    const tries = () => (C.tries > 0 && high === own ? Math.round(C.tries) : Math.ceil(Math.log2(high - low + 2)) + 1);
    function draw() {
      F.set("left", tries() - tried.length); F.set("guesses", tried.length); F.set("best", bests[high] || "–");
      const at = (value) => `${Math.max(0, Math.min(100, ((value - low) / (high - low)) * 100))}%`;
      const line = make("i", { style: { left: at(from), right: `calc(100% - ${at(to)})` } });
      bar.replaceChildren(line, ...tried.map((value) => make("u", { style: { left: at(value) } })), make("span", { textContent: from }), make("span", { textContent: to }));
      past.replaceChildren(...tried.map((value) => make("li", { className: value === secret ? "hit" : "", textContent: `${value} ${value === secret ? "✓" : value < secret ? "↑" : "↓"}` })));
      past.lastChild?.animate([{ opacity: 0, scale: 0.5 }, { opacity: 1, scale: 1 }], 220);
    }
    function submit() {
      const value = Math.round(Number(field.value));
      if (over) return start();
      if (field.value === "" || value < low || value > high) { F.say(`${W.range} ${low} – ${high}`, "bad"); return; }
      field.value = "";
      tried.push(value);
      if (value < secret) from = Math.max(from, value + 1);
      if (value > secret) to = Math.min(to, value - 1);
      judge(value);
      draw();
    }
    function judge(value) {
      const end = value === secret || tried.length >= tries();
      if (end) { over = freshButton.hidden = true; lamp.textContent = secret; go.textContent = W.fresh; }
      lamp.className = `secret ${value === secret ? "hit" : value < secret ? "up" : "down"}`;
      if (value === secret) { from = to = secret; bests[high] = Math.min(bests[high] || Infinity, tried.length); F.win(`${W.win} ${tried.length}`); return; }
      if (end) { F.lose(`${W.lose} ${secret}`); return; }
      lamp.textContent = value < secret ? "↑" : "↓";
      F.play(value < secret ? 440 : 300);
      F.say(`${value}: ${value < secret ? W.up : W.down}${Math.abs(value - secret) <= Math.max(1, (high - low) / 25) ? W.near : ""}`);
    }
    function start() {
      secret = low + Math.floor(Math.random() * (high - low + 1));
      from = low; to = high; tried = []; over = freshButton.hidden = false;
      Object.assign(field, { min: low, max: high, value: "" });
      lamp.textContent = "?"; lamp.className = "secret"; go.textContent = W.guess;
      F.say(`${W.hint} ${low} – ${high}`); draw();
      if (matchMedia("(hover: hover)").matches) field.focus();
    }
    const go = make("button", { className: "primary", textContent: W.guess });
    F.board.className = "board word-board";
    F.board.append(lamp, bar, make("form", { className: "row centre guess-form", noValidate: true, onsubmit(event) { event.preventDefault(); submit(); } }, field, go), past);
    F.choice(ends.map((value) => ({ value, label: `${low} – ${value}` })), own, (value) => { high = value; start(); });
    const freshButton = F.button(W.fresh, start);
    start();
  }

  // Well-known hands and what each beats, by their place here.
  const KNOWN = [/rock|stone|石|🪨|✊/i, /paper|布|📄|✋/i, /scissor|剪|✂|✌/i, /lizard|蜥|🦎/i, /spock|史|斯波克|🖖/i];
  const BEATS = [[2, 3], [0, 4], [1, 3], [4, 1], [2, 0]];
  const EMOJI = /\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f\p{EMod}]*/u;

  function hand(value) {
    const one = item(value, "word"), said = text(one.word ?? one.name ?? one.title), icon = text(one.icon ?? one.emoji) || said.match(EMOJI)?.[0] || "";
    const word = said.replace(EMOJI, "").trim();
    return { word: word || icon, icon: icon || word.slice(0, 2), beats: [one.beats ?? []].flat().map((name) => text(name).toLowerCase()) };
  }
  // 1 when hand a beats b, -1 when b beats a, 0 when neither: by their own rules, the known ones, or round a circle.
  function judge(hands, a, b) {
    if (a === b) return 0;
    const own = (x, y) => hands[x].beats.some((name) => name && (hands[y].word.toLowerCase() === name || hands[y].icon === name));
    if (own(a, b) !== own(b, a)) return own(a, b) ? 1 : -1;
    const places = hands.map((one) => KNOWN.findIndex((sign) => sign.test(one.word) || sign.test(one.icon)));
    if (!places.includes(-1) && new Set(places).size === hands.length) return BEATS[places[a]].includes(places[b]) ? 1 : -1;
    const step = (a - b + hands.length) % hands.length;
    return step * 2 === hands.length ? 0 : step * 2 < hands.length ? 1 : -1;
  }

  function rps(C, W) {
    const given = C.list.map(hand).filter((one) => one.word), classic = W.hands.map(hand), sets = given.length > 2 ? [given.slice(0, 9)] : [classic.slice(0, 3), classic];
    W.them = text(C.opponent) || W.them;
    const F = Frame(C, W, ["you", "them", "draws"]), mine = make("div", { className: "hand" }), verdict = make("b", { className: "versus" }), theirs = make("div", { className: "hand" }), row = make("div", { className: "hands" }), past = make("ol", { className: "past" });
    let hands = sets[0], rounds = Modes.clamp(Math.round(C.rounds) || 1, 1, 99), score, busy, over, round = 0, habits;
    const show = (place, who, icon) => place.replaceChildren(make("span", { textContent: icon }), make("small", { textContent: who }));
    const facts = () => { F.set("you", score.you); F.set("them", score.them); F.set("draws", score.draws); };
    // On "hard" the computer beats what was chosen most often; otherwise it chooses blindly.
    function reply() {
      const blind = Math.floor(Math.random() * hands.length), most = habits.indexOf(Math.max(...habits));
      if (C.level !== "hard" || Math.random() < 0.4 || !habits[most]) return blind;
      const good = hands.map((_, i) => i).filter((i) => judge(hands, i, most) > 0);
      return good[Math.floor(Math.random() * good.length)] ?? blind;
    }
    function play(i) {
      if (busy || !hands[i]) return;
      if (over) start();
      const now = round, other = reply();
      busy = true; habits[i]++;
      verdict.textContent = "…";
      show(mine, W.you, "✊"); show(theirs, W.them, "✊");
      F.board.classList.remove("won", "lost");
      F.board.classList.add("shaking");
      F.say(W.wait);
      setTimeout(() => { if (now === round) reveal(i, other); }, window.Kit.calm ? 120 : 620);
    }
    function reveal(i, other) {
      const result = judge(hands, i, other), mood = result > 0 ? "won" : result < 0 ? "lost" : "drawn";
      busy = false;
      F.board.classList.remove("shaking");
      if (result) F.board.classList.add(mood);
      show(mine, W.you, hands[i].icon); show(theirs, W.them, hands[other].icon);
      score[result > 0 ? "you" : result < 0 ? "them" : "draws"]++;
      verdict.textContent = result > 0 ? "›" : result < 0 ? "‹" : "=";
      past.prepend(make("li", { className: mood, textContent: `${hands[i].icon} ${verdict.textContent} ${hands[other].icon}` }));
      while (past.children.length > 8) past.lastChild.remove();
      facts();
      const need = Math.floor(rounds / 2) + 1, [best, worst] = result > 0 ? [i, other] : [other, i];
      over = Math.max(score.you, score.them) >= need;
      if (over && result > 0) F.win(W.win);
      else if (over) F.lose(W.lose);
      else {
        F.say(result ? `${hands[best].word} ${W.beats} ${hands[worst].word}` : W.same, { won: "good", lost: "bad" }[mood]);
        F.play({ won: 620, lost: 240, drawn: 400 }[mood]);
      }
    }
    function handButton(one, i) {
      const icon = make("span", { textContent: one.icon, aria: { hidden: one.word !== one.icon } }), word = make("b", { textContent: one.word === one.icon ? "" : one.word });
      return make("button", { type: "button", className: "hand-button", onclick: () => play(i) }, icon, word);
    }
    function start() {
      round++;
      score = { you: 0, them: 0, draws: 0 }; busy = over = false; habits = hands.map(() => 0);
      F.board.classList.remove("won", "lost", "shaking");
      verdict.textContent = W.versus;
      show(mine, W.you, "❔"); show(theirs, W.them, "❔");
      row.replaceChildren(...hands.map(handButton));
      past.replaceChildren();
      F.say(`${W.hint} ${hands.length}`); facts();
    }
    F.board.className = "board word-board duel";
    F.board.append(make("div", { className: "arena" }, mine, verdict, theirs), row, past);
    if (sets.length > 1) F.choice(sets.map((set) => ({ value: set, label: set.map((one) => one.icon).join("") })), hands, (to) => { hands = to; start(); });
    F.choice([...new Set([1, 3, 5, rounds])].sort((a, b) => a - b).map((value) => ({ value, label: W.bestOf.replace("{n}", value) })), rounds, (to) => { rounds = to; start(); });
    F.button(W.fresh, start);
    addEventListener("keydown", (event) => { if (/^[1-9]$/.test(event.key) && !event.repeat) play(Number(event.key) - 1); });
    start();
  }

  const { en, zh } = Frame.words;
  Modes.add("guess-number", {
    names: /guess.*number|number.*guess|higher|猜数/i,
    defaults: { low: 1, high: 100, tries: 0, win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, left: "Tries left", guesses: "Guesses", type: "Your number", guess: "Guess", hint: "I think of a number:", range: "A number, please:",
        up: "higher!", down: "lower!", near: " Very close.", win: "That is it! Guesses:", lose: "No tries left. It was",
      },
      zh: {
        ...zh, left: "剩余次数", guesses: "已猜", type: "你猜的数字", guess: "猜", hint: "我想了一个数字：", range: "请输入数字：", up: "再大一点！", down: "再小一点！", near: "很接近了。",
        win: "猜中了！次数：", lose: "次数用完了，答案是",
      },
    },
    run: guess,
  });
  Modes.add("rps", {
    names: /\brps\b|rock.*scissors|rock.*paper|石头|剪刀|猜拳|划拳/i,
    defaults: { list: [], rounds: 5, level: "easy", opponent: "", win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, you: "You", them: "Computer", draws: "Draws", versus: "vs", bestOf: "Best of {n}", beats: "beats", same: "The same. Once more!",
        wait: "…", hint: "Choose a hand, or press a key from 1 to", win: "You win the match!", lose: "The match is lost. Again?",
        hands: ["Rock ✊", "Paper ✋", "Scissors ✌️", "Lizard 🦎", "Spock 🖖"],
      },
      zh: {
        ...zh, you: "你", them: "电脑", draws: "平局", versus: "对", bestOf: "{n} 局制", beats: "胜", same: "平局，再来！", wait: "……", hint: "出手，或按数字键 1 至",
        win: "你赢了这场比赛！", lose: "这场输了，再来？", hands: ["石头 ✊", "布 ✋", "剪刀 ✌️", "蜥蜴 🦎", "史波克 🖖"],
      },
    },
    run: rps,
  });
})();
