// A quiz with a clock, explanations and a result; or flash cards that turn and come back.
"use strict";

(function () {
  const { $, make, setup, text, number, item, tone, calm, isObject } = window.Kit;
  const C = setup({ title: "Quiz", kind: "quiz", intro: "", start: "", seconds: 0, shuffle: false, sound: true, questions: [], cards: [], results: [] }, {
    en: { start: "Start", next: "Next", finish: "See the result", again: "Once more", right: "Right!", wrong: "Not quite.", late: "Time is up.", question: "Question", of: "of", score: "right", show: "Click the card to turn it", previous: "Previous", following: "Next", knew: "I knew it", repeat: "Again later", left: "cards left", done: "All cards learned", review: "Your answers", yours: "yours", empty: "There are no questions yet.", best: "Best row" },
    zh: { start: "开始", next: "下一题", finish: "查看结果", again: "再来一次", right: "答对了！", wrong: "不对哦。", late: "时间到。", question: "第", of: "/", score: "题正确", show: "点击卡片翻面", previous: "上一张", following: "下一张", knew: "我会了", repeat: "再复习", left: "张卡片", done: "全部掌握了", review: "你的答案", yours: "你的", empty: "还没有题目。", best: "最多连对" },
  });
  const W = C.words, app = $("#app");
  const play = (...notes) => { if (C.sound) notes.forEach((hertz, i) => tone(hertz, 0.22, 0.12, i * 0.09)); };
  let keys = () => {}, clock = 0;

  function mix(list) {
    const all = [...list];
    if (C.shuffle) for (let i = all.length - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [all[i], all[j]] = [all[j], all[i]]; }
    return all;
  }
  function question(value) {
    const one = item(value, "text"), options = (Array.isArray(one.options) ? one.options : Array.isArray(one.answers) ? one.answers : Array.isArray(one.choices) ? one.choices : []).map((option) => text(option)).filter(Boolean);
    const given = one.answer ?? one.correct ?? one.correctIndex ?? 0, named = options.indexOf(text(given));
    const right = named >= 0 && (typeof given === "string" || !(given in options)) ? named : Math.max(0, Math.min(options.length - 1, number(given)));
    return { text: text(one.text ?? one.question ?? one.front ?? one.title), options, right, why: text(one.why ?? one.explanation), back: text(one.back ?? options[right] ?? given), image: text(one.image ?? one.emoji) };
  }
  const source = (C.questions.length ? C.questions : C.cards).map(question).filter((one) => one.text);
  const asCards = C.kind.toLowerCase().includes("card") || (source.length > 0 && source.every((one) => one.options.length < 2));
  const questions = asCards ? source : source.filter((one) => one.options.length > 1);

  function stage(...inside) {
    clearInterval(clock);
    const box = make("section", { className: "panel stage" }, ...inside);
    app.replaceChildren(box);
    return box;
  }
  const button = (words, act, className = "primary") => make("button", { type: "button", className, textContent: words, onclick: act });

  function welcome() {
    const go = () => ask(mix(questions), 0, []);
    keys = (key) => { if (key === "Enter" && questions.length && !document.activeElement?.matches("button")) go(); };
    stage(make("div", { className: "welcome" }, C.icon ? make("p", { className: "huge", textContent: C.icon, aria: { hidden: "true" } }) : null, make("h2", { textContent: C.title }), make("p", { textContent: questions.length ? C.intro || C.subtitle : W.empty }), questions.length ? button(C.start || W.start, go) : null));
  }

  function ask(list, at, given) {
    const one = list[at], options = mix(one.options.map((words, i) => ({ words, right: i === one.right })));
    const bar = make("i", { style: { "--at": `${(at / list.length) * 100}%` } }), time = make("span", { className: "time", role: "timer" }), tail = make("div", { className: "tail", aria: { live: "polite" } });
    let answered = false, left = C.seconds;
    const buttons = options.map((option, i) => make("button", { type: "button", className: "option", onclick: () => choose(i) }, make("kbd", { textContent: i + 1 }), make("span", { textContent: option.words })));
    const choose = (i) => {
      if (answered) return;
      answered = true;
      clearInterval(clock);
      const good = i >= 0 && options[i].right;
      buttons.forEach((each, k) => { each.disabled = true; if (options[k].right) each.classList.add("right"); else if (k === i) each.classList.add("wrong"); });
      play(...(good ? [523, 659, 784] : [220, 185]));
      given.push({ one, good, mine: i >= 0 ? options[i].words : "–" });
      bar.style.setProperty("--at", `${((at + 1) / list.length) * 100}%`);
      const last = at + 1 === list.length, on = () => (last ? result(given) : ask(list, at + 1, given)), next = button(last ? W.finish : W.next, on);
      tail.replaceChildren(make("p", { className: good ? "good" : "bad" }, make("b", { textContent: `${good ? W.right : i < 0 ? W.late : W.wrong} ` }), one.why), next);
      next.focus();
    };
    keys = (key) => { const i = Number(key) - 1; if (i >= 0 && i < options.length) choose(i); };
    stage(make("div", { className: "row spread count" }, make("span", { textContent: C.lang === "zh" ? `第 ${at + 1} / ${list.length} 题` : `${W.question} ${at + 1} ${W.of} ${list.length}` }), time), make("div", { className: "meter" }, bar), one.image ? make("p", { className: "huge", textContent: one.image }) : null, make("h2", { textContent: one.text }), make("div", { className: "options" }, buttons), tail);
    if (C.seconds > 0) {
      const tick = () => { time.textContent = `${left}s`; time.classList.toggle("hurry", left <= 5); if (left-- <= 0) choose(-1); };
      tick();
      clock = setInterval(tick, 1000);
    }
  }

  function result(given) {
    const right = given.filter((one) => one.good).length, percent = Math.round((right / given.length) * 100);
    let row = 0, best = 0;
    for (const one of given) { row = one.good ? row + 1 : 0; best = Math.max(best, row); }
    const found = C.results.filter(isObject).sort((a, b) => number(a.from ?? a.min) - number(b.from ?? b.min)).filter((one) => percent >= number(one.from ?? one.min)).pop() || {};
    keys = (key) => { if (key === "Enter" && !document.activeElement?.matches("button")) welcome(); };
    const ring = `<svg viewBox="0 0 120 120" aria-hidden="true"><circle cx="60" cy="60" r="52" class="rail"/><circle cx="60" cy="60" r="52" class="arc" pathLength="100" stroke-dasharray="${percent} 100" transform="rotate(-90 60 60)"/><text x="60" y="70" text-anchor="middle">${percent}%</text></svg>`;
    const box = stage(make("div", { className: "welcome" }, make("div", { className: "ring", innerHTML: ring }), make("h2", { textContent: text(found.title, `${right} / ${given.length}`) }), make("p", { textContent: text(found.text) }), make("p", { className: "muted", textContent: `${right} / ${given.length} ${W.score} · ${W.best}: ${best}` }), button(W.again, welcome)),
      make("details", {}, make("summary", { textContent: W.review }), make("ol", { className: "review" }, given.map(({ one, good, mine }) => make("li", { className: good ? "good" : "bad" }, make("b", { textContent: one.text }), make("span", { textContent: good ? one.options[one.right] : `${one.options[one.right]} (${W.yours}: ${mine})` }))))));
    play(523, 659, 784, percent >= 60 ? 1047 : 587);
    if (percent >= 60 && !calm) for (let i = 0; i < 40; i++) box.append(make("i", { className: "confetti", style: { left: `${Math.random() * 100}%`, "--hue": `hsl(${Math.random() * 360} 80% 62%)`, "--turn": `${Math.random() * 900 - 450}deg`, "animation-delay": `${Math.random() * 0.7}s` } }));
  }

  function cards(list) {
    const all = list.length, queue = [...list], seen = [];
    const finished = () => { play(523, 659, 784, 1047); keys = () => {}; stage(make("div", { className: "welcome" }, make("p", { className: "huge", textContent: C.icon || "★" }), make("h2", { textContent: W.done }), button(W.again, () => cards(mix(questions))))); };
    const show = () => {
      if (!queue.length) return finished();
      const one = queue[0], card = make("button", { type: "button", className: "flip", aria: { label: one.text } }, make("span", { className: "face front" }, one.image ? make("em", { textContent: one.image }) : null, one.text), make("span", { className: "face back" }, one.back, one.why ? make("small", { textContent: one.why }) : null));
      const turn = () => { card.classList.toggle("turned"); actions.hidden = false; play(440); };
      const knew = () => { seen.push(queue.shift()); play(660); show(); };
      const later = () => { queue.splice(Math.min(3, queue.length), 0, queue.shift()); play(330); show(); };
      const back = () => { if (seen.length) queue.unshift(seen.pop()); else queue.unshift(queue.pop()); show(); };
      const onward = () => { queue.push(queue.shift()); show(); };
      const actions = make("div", { className: "row centre", hidden: true }, button(`✗ ${W.repeat}`, later, "chip"), button(`✓ ${W.knew}`, knew));
      card.addEventListener("click", turn);
      keys = (key) => { if (key === " ") turn(); if (key === "ArrowRight") onward(); if (key === "ArrowLeft") back(); };
      stage(make("div", { className: "row spread count" }, make("span", { textContent: C.lang === "zh" ? `还剩 ${queue.length} ${W.left}` : `${queue.length} ${W.left}` })), make("div", { className: "meter" }, make("i", { style: { "--at": `${((all - queue.length) / all) * 100}%` } })), card, make("p", { className: "muted centre", textContent: W.show }), actions, make("div", { className: "row spread" }, button(`← ${W.previous}`, back, "chip"), button(`${W.following} →`, onward, "chip")));
    };
    show();
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && !event.target.matches("button, summary")) event.preventDefault();
    if (event.key !== " " || !event.target.matches("button, summary")) keys(event.key);
  });
  if (asCards && questions.length) cards(mix(questions));
  else welcome();
})();
