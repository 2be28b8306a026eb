// Stories: a row of rings, and the dialog in which one follows the other by itself.
"use strict";

(function () {
  const { make, calm } = window.Kit;
  const SECONDS = 6;

  function row(stories, words, face) {
    const seen = new Set();
    const rings = stories.map((story, i) => make("button", { type: "button", className: "story-ring", onclick: () => open(stories, i, words, mark) }, face(story.name, story.avatar), make("span", { textContent: story.name })));
    const mark = (i) => { seen.add(i); rings[i].classList.add("seen"); };
    return make("section", { className: "panel stories", aria: { label: words.stories } }, rings);
  }

  function open(stories, first, words, mark) {
    const box = make("dialog", { className: "story-box", aria: { label: words.stories } });
    let at = first, timer = 0;
    const close = () => { clearTimeout(timer); box.close(); box.remove(); };
    const show = (i) => {
      if (i < 0 || i >= stories.length) return close();
      at = i;
      clearTimeout(timer);
      mark(i);
      box.replaceChildren(page(stories, i), ...buttons(words, { close, back: () => show(at - 1), on: () => show(at + 1) }));
      window.drawArt(box);
      if (!calm) timer = setTimeout(() => show(at + 1), SECONDS * 1000);
    };
    box.addEventListener("cancel", () => clearTimeout(timer));
    box.addEventListener("close", () => { clearTimeout(timer); box.remove(); });
    box.addEventListener("click", (event) => { if (event.target === box) close(); });
    box.addEventListener("keydown", (event) => { if (event.key === "ArrowRight") show(at + 1); if (event.key === "ArrowLeft") show(at - 1); });
    document.body.append(box);
    box.showModal();
    show(first);
  }

  function page(stories, i) {
    const story = stories[i];
    const bars = make("div", { className: "story-bars", aria: { hidden: "true" } }, stories.map((_, k) => make("i", { className: k < i ? "full" : k === i ? "now" : "", style: { "--time": `${SECONDS}s` } })));
    return make("div", { className: "story-page" }, make("div", { className: "story-art", data: { art: story.art } }), bars, make("div", { className: "story-text" }, make("b", { textContent: `${story.avatar} ${story.name}`.trim() }), story.text ? make("p", { textContent: story.text }) : null));
  }

  function buttons(words, { close, back, on }) {
    const button = (className, label, sign, act) => make("button", { type: "button", className, textContent: sign, onclick: act, aria: { label } });
    return [button("story-side left", words.previous, "‹", back), button("story-side right", words.next, "›", on), button("story-close", words.close, "✕", close)];
  }

  window.Stories = { row };
})();
