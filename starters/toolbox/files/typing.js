// A typing trainer: words per minute, accuracy, time, several texts.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item } = Kit;

  function Typing(C, W) {
    const texts = C.texts.map((one) => text(item(one, "text").text ?? one).trim()).filter(Boolean);
    if (!texts.length) texts.push(...W.samples);
    const show = make("div", { className: "type-text", aria: { hidden: "true" } }), field = make("textarea", { className: "type-field", rows: 2, spellcheck: false, autocomplete: "off", placeholder: W.placeholder, aria: { label: W.placeholder } });
    const facts = ["speed", "accuracy", "time", "progress"].map((key) => { const value = make("b", { textContent: "0" }); return { key, value, box: make("div", { className: "fact" }, value, make("span", { textContent: W[key] })) }; });
    const done = make("p", { className: "done", hidden: true, role: "status" });
    let goal = "", began = 0, ended = 0, wrong = 0, typed = 0, at = 0;
    const say = (key, words) => { facts.find((one) => one.key === key).value.textContent = words; };

    function paint() {
      const given = [...field.value], letters = [...goal];
      show.replaceChildren(...letters.map((letter, i) => make("span", { className: i < given.length ? (given[i] === letter ? "ok" : "no") : i === given.length ? "now" : "", textContent: letter })));
    }
    function facts_() {
      const seconds = began ? ((ended || performance.now()) - began) / 1000 : 0, right = [...field.value].filter((letter, i) => letter === [...goal][i]).length;
      const units = C.lang === "zh" ? right : right / 5; // a "word" is five characters; Chinese counts characters
      say("speed", seconds > 1 ? Math.round((units / seconds) * 60) : 0);
      say("accuracy", `${typed ? Math.max(0, Math.round((1 - wrong / typed) * 100)) : 100}%`);
      const left = C.seconds ? Math.max(0, C.seconds - seconds) : seconds;
      say("time", `${left.toFixed(began ? 1 : 0)}s`);
      say("progress", `${Math.min(100, Math.round(([...field.value].length / Math.max(1, [...goal].length)) * 100))}%`);
      if (C.seconds && began && !ended && left <= 0) finish();
    }
    function finish() {
      ended = performance.now();
      field.disabled = true;
      facts_();
      done.hidden = false;
      done.textContent = C.done || W.done;
      if (C.sound) [523, 659, 784].forEach((hertz, i) => Kit.tone(hertz, 0.25, 0.12, i * 0.1));
    }
    function next(to) {
      at = (to + texts.length) % texts.length;
      goal = texts[at];
      Object.assign(field, { value: "", disabled: false });
      began = ended = wrong = typed = 0;
      done.hidden = true;
      paint();
      facts_();
    }
    field.addEventListener("input", (event) => {
      if (event.isComposing) return paint();
      began ||= performance.now();
      const given = [...field.value], letters = [...goal];
      typed = Math.max(typed, given.length);
      if (/insert/.test(event.inputType || "insert") && given[given.length - 1] !== letters[given.length - 1]) { wrong++; typed = Math.max(typed, wrong); }
      paint();
      if (given.length >= letters.length) finish();
    });
    field.addEventListener("compositionend", () => field.dispatchEvent(new Event("input")));
    setInterval(() => { if (began && !ended) facts_(); }, 100);
    show.addEventListener("click", () => field.focus());
    $("#app").replaceChildren(make("section", { className: "panel tool" }, make("div", { className: "facts" }, facts.map((one) => one.box)), show, field, done, make("div", { className: "row" }, Modes.button(W.again, () => { next(at); field.focus(); }, "primary"), Modes.button(W.next, () => { next(at + 1); field.focus(); }))));
    next(0);
  }

  Modes.add("typing", {
    names: /typing|typist|wpm|打字|输入速度/i,
    defaults: { texts: [], seconds: 0, done: "", sound: true },
    words: {
      en: { speed: "WPM", accuracy: "accuracy", time: "time", progress: "done", placeholder: "Start typing here…", again: "Again", next: "Next text", done: "Finished. Well typed!", samples: ["The quick brown fox jumps over the lazy dog while the clock on the wall ticks on.", "Good habits are built one small, unremarkable day at a time."] },
      zh: { speed: "字 / 分钟", accuracy: "准确率", time: "时间", progress: "进度", placeholder: "从这里开始输入……", again: "再来一次", next: "下一段", done: "完成！打得真好。", samples: ["千里之行，始于足下。", "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？"] },
    },
    run: Typing,
  });
})();
