// The article's own behaviour: contents, reading progress, servings, ingredients, comments, copying.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const { $, $$, make, toast, lang } = window.Page;
  const WORDS = { en: { contents: "Contents", servings: "Servings", less: "Fewer", more: "More", copy: "Copy", copied: "Copied", now: "just now", minutes: "min read" }, zh: { contents: "目录", servings: "份数", less: "减少", more: "增加", copy: "复制", copied: "已复制", now: "刚刚", minutes: "分钟阅读" } }[lang];
  const article = $(".article, article:not(.post)");

  function contents() {
    if (!article) return;
    const first = $("p", article);
    if (first?.parentElement === article && first.textContent.length > 90) first.classList.add("cap");
    const heads = $$("h2", article).filter((head) => !head.closest(".recipe, .related"));
    let box = $(".toc");
    if (!box && heads.length > 1 && article.parentElement.matches(".layout")) {
      box = make("nav", { className: "toc" });
      article.before(box);
    }
    if (!box || heads.length < 2) return box?.remove();
    box.setAttribute("aria-label", WORDS.contents);
    const links = heads.map((head, i) => {
      head.id ||= `part-${i + 1}`;
      return make("a", { href: `#${head.id}`, textContent: head.textContent });
    });
    box.replaceChildren(...links);
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) links.forEach((link, i) => link.setAttribute("aria-current", heads[i] === entry.target));
    }, { rootMargin: "-10% 0px -70% 0px" });
    for (const head of heads) watch.observe(head);
  }

  function progress() {
    const bar = make("div", { className: "progress", role: "presentation" });
    document.body.append(bar);
    const set = () => {
      const part = article || document.body, top = part.getBoundingClientRect().top + scrollY, length = Math.max(1, part.offsetHeight - innerHeight * 0.6);
      bar.style.setProperty("--read", Math.max(0, Math.min(1, (scrollY - top + innerHeight * 0.2) / length)));
    };
    addEventListener("scroll", set, { passive: true });
    addEventListener("resize", set);
    set();
    for (const place of $$("[data-minutes]")) {
      const text = article ? article.textContent : "", han = (text.match(/[\u4e00-\u9fff]/g) || []).length, words = text.split(/\s+/).length;
      place.textContent = `${Math.max(1, Math.round(han / 400 + (han ? 0 : words / 200)))} ${WORDS.minutes}`;
    }
  }

  // Amounts in a recipe: <li data-amount="200" data-unit="g">flour</li>, in a box with data-servings.
  function recipe(box) {
    const base = parseFloat(box.dataset.servings) || 2, label = make("span", { role: "status" });
    let now = base;
    const items = $$("li", $(".ingredients", box) || $("ul", box) || box).filter((item) => !item.closest(".steps"));
    const spans = items.map((item) => {
      const words = item.textContent.trim(), span = make("span");
      item.replaceChildren(make("label", {}, make("input", { type: "checkbox" }), span));
      return [item, words, span];
    });
    const paint = () => {
      label.textContent = `${WORDS.servings}: ${now}`;
      for (const [item, words, span] of spans) {
        const amount = parseFloat(item.dataset.amount);
        const scaled = Math.round(((amount * now) / base) * 100) / 100;
        span.textContent = Number.isFinite(amount) ? `${scaled.toLocaleString(lang)} ${item.dataset.unit || ""} ${words}`.replace(/\s+/g, " ") : words;
      }
    };
    const step = (by, sign, word) => make("button", { type: "button", textContent: sign, onclick: () => { now = Math.max(1, Math.min(99, now + by)); paint(); }, aria: { label: `${word} (${WORDS.servings})` } });
    const bar = make("div", { className: "servings" }, step(-1, "−", WORDS.less), label, step(1, "+", WORDS.more));
    const list = items[0]?.parentElement;
    if (list && items.some((item) => item.dataset.amount)) list.before(bar);
    list?.classList.add("ingredients");
    paint();
  }

  function comments() {
    const box = $(".comments"), form = box && $("form", box);
    if (!form) return;
    form.addEventListener("filled", (event) => {
      event.preventDefault();
      const values = [...event.detail.values()].map(String).filter(Boolean);
      const text = $("textarea", form)?.value.trim() || values[values.length - 1] || "";
      const name = $("input:not([type='email'])", form)?.value.trim() || values[0] || "";
      form.before(make("p", { className: "comment shown" }, make("b", { textContent: `${name} · ${WORDS.now}` }), text));
      if (form.dataset.done) toast(form.dataset.done);
    });
  }

  function code() {
    for (const block of $$(".article pre")) {
      const text = block.textContent;
      block.append(make("button", { type: "button", className: "copy", textContent: WORDS.copy, onclick: () => { navigator.clipboard?.writeText(text).catch(() => {}); toast(WORDS.copied); } }));
    }
  }

  contents();
  progress();
  for (const box of $$("[data-servings], .recipe")) recipe(box);
  comments();
  code();
});
