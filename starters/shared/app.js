// What these pages do, found by class and data-attribute. Nothing here needs changing for a new
// page: sections filter, lists search, forms check themselves, the theme switches, cards open.
"use strict";

(function () {
  const WORDS = {
    en: { all: "All", menu: "Menu", mode: "Light or dark", close: "Close", next: "Next", previous: "Previous", none: "Nothing here yet.", required: "Please fill this in.", email: "That does not look like an e-mail address.", tel: "That does not look like a phone number.", short: "Please write a little more.", agree: "Please tick this box.", number: "Please choose a number in the range.", done: "Thank you! We have received it.", month: "Monthly", year: "Yearly", slide: "Slide", days: "days", hours: "hours", minutes: "minutes", seconds: "seconds" },
    zh: { all: "全部", menu: "菜单", mode: "浅色或深色", close: "关闭", next: "下一个", previous: "上一个", none: "这里还没有内容。", required: "请填写这一项。", email: "请输入正确的邮箱地址。", tel: "请输入正确的电话号码。", short: "请再多写一点。", agree: "请勾选这一项。", number: "请输入范围内的数字。", done: "谢谢！我们已经收到。", month: "按月", year: "按年", slide: "第", days: "天", hours: "小时", minutes: "分", seconds: "秒" },
  };
  const page = document.documentElement;
  const lang = /^zh/i.test(page.lang) ? "zh" : "en";
  const say = (key) => WORDS[lang][key] || key;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const key = (text) => String(text || "").trim().toLowerCase();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const ITEMS = "[data-section], .story, .lead, .work, .post, .product";
  const CARDS = ".story, .lead, .work, .post";

  function make(tag, props = {}, ...inside) {
    const { aria = {}, ...rest } = props;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
    element.append(...inside);
    return element;
  }

  function toast(text) {
    $(".toast")?.remove();
    const note = make("div", { className: "toast", textContent: text, role: "status" });
    document.body.append(note);
    setTimeout(() => note.remove(), 2600);
  }

  // Words that come from the clock: data-date, data-year.
  function dates() {
    const now = new Date(), locale = lang === "zh" ? "zh-CN" : page.lang || "en";
    const long = new Intl.DateTimeFormat(locale, { weekday: "long", year: "numeric", month: "long", day: "numeric" }).format(now);
    for (const place of $$("[data-date]")) place.textContent = long;
    for (const place of $$("[data-year]")) place.textContent = now.getFullYear();
  }

  // A card whose picture is written on the card itself, or forgotten, gets it at its top.
  function pictures() {
    for (const card of $$("article, li, .card, .story, .lead, .product, .work, .post")) {
      const pictured = card.matches(".story, .lead, .product, .work, .post");
      if (card.matches(".hero") || (!card.dataset.art && !pictured) || $(".art, [data-art], img", card)) continue;
      const words = card.dataset.art || $("h2, h3, h4", card)?.textContent || card.textContent.slice(0, 40);
      card.removeAttribute("data-art");
      const picture = make("div", { className: "art" });
      picture.dataset.art = words;
      card.prepend(picture);
    }
    for (const banner of $$(".banner:not([data-art])")) if (!$("[data-art], img", banner)) banner.dataset.art = banner.textContent.trim().slice(0, 60);
    for (const image of $$("img:not([src]), img[src='']")) image.dataset.art = image.dataset.art || image.alt || "picture";
    window.drawArt?.();
  }

  // A handler that calls what nobody defines is a wish, not code: the model writes no script here.
  function handlers() {
    for (const node of $$("[onclick]")) {
      const name = /^\s*(?:return\s+)?([\w$]+)\s*\(/.exec(node.getAttribute("onclick"))?.[1];
      if (!name || typeof window[name] === "function") continue;
      if (/theme|dark|light|mode|主题|深色|夜间/i.test(name + node.textContent)) node.dataset.toggle = "theme";
      node.removeAttribute("onclick");
    }
  }

  const SUN = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="4.5"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"/></svg>';
  const MOON = '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"/></svg>';

  function isDark() {
    return page.dataset.mode === "dark" || (page.dataset.mode === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  // The light/dark button, any [data-toggle] or .mode of the page, else one in the header.
  function modes(tools) {
    const place = `mode:${page.dataset.mode || "light"}`; // a page that was made dark anew stays dark
    let buttons = $$("button.mode, [data-toggle='mode'], [data-toggle='theme'], [data-toggle='dark'], #theme-toggle, .theme-toggle");
    if (!buttons.length && tools) {
      buttons = [make("button", { type: "button", className: "icon-button mode", aria: { label: say("mode") } })];
      tools.prepend(buttons[0]);
    }
    const paint = () => {
      for (const button of buttons) {
        if (button.classList.contains("icon-button")) button.innerHTML = isDark() ? SUN : MOON;
        button.setAttribute("aria-pressed", isDark());
      }
    };
    for (const button of buttons) button.addEventListener("click", () => {
      page.dataset.mode = isDark() ? "light" : "dark";
      try { localStorage.setItem(place, page.dataset.mode); } catch { /* no storage here */ }
      paint();
    });
    try { page.dataset.mode = localStorage.getItem(place) || page.dataset.mode || "light"; } catch { /* no storage here */ }
    paint();
  }

  function header() {
    const head = $("header");
    if (!head) return null;
    if (!head.matches(".bar, .masthead") && head.parentElement === document.body) {
      head.classList.add("bar");
      if (!$(".logo", head)) $("h1, h2, a", head)?.classList.add("logo");
    }
    let tools = $(".tools", head);
    if (!tools) {
      tools = make("div", { className: "tools" });
      head.append(tools);
    }
    if (head.matches(".bar") && $("nav", head)) {
      const button = make("button", { type: "button", className: "icon-button menu-button", innerHTML: '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16"/></svg>', aria: { label: say("menu"), expanded: "false" } });
      const set = (open) => { head.classList.toggle("open", open); button.setAttribute("aria-expanded", open); };
      button.addEventListener("click", () => set(!head.classList.contains("open")));
      head.addEventListener("click", (event) => { if (event.target.closest("nav a")) set(false); });
      addEventListener("keydown", (event) => { if (event.key === "Escape") set(false); });
      tools.append(button);
    }
    return tools;
  }

  // Links within the page; those that lead nowhere stay where they are.
  function links() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const to = link?.getAttribute("href");
      if (!link || (to && !to.startsWith("#"))) return;
      event.preventDefault();
      const target = to?.length > 1 && document.getElementById(decodeURIComponent(to.slice(1)));
      if (target) target.scrollIntoView({ behavior: calm ? "auto" : "smooth" });
      else if (to === "#" && !link.dataset.filter && !link.dataset.add) scrollTo({ top: 0, behavior: calm ? "auto" : "smooth" });
    });
    for (const link of $$("a:not([href])")) { link.tabIndex = 0; link.addEventListener("keydown", (event) => { if (event.key === "Enter") link.click(); }); }
    const spied = $$("header nav a[href^='#']").map((link) => [link, document.getElementById(link.getAttribute("href").slice(1))]).filter(([, target]) => target);
    if (!spied.length) return;
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) for (const [link, target] of spied) link.setAttribute("aria-current", target === entry.target);
    }, { rootMargin: "-35% 0px -60% 0px" });
    for (const [, target] of spied) watch.observe(target);
  }

  // [data-filter="ai"] shows only items whose data-section (or .tag) says so; [data-search] narrows by text.
  const shown = { filter: "", query: "" };

  function sectionsOf(item) {
    const text = item.dataset.section || item.dataset.category || item.dataset.tags || $(".tag", item)?.textContent || "";
    return [key(text), ...key(text).split(/[\s,，、/·]+/)];
  }

  // Show the items that fit the filter and, when it is given, the new `query`.
  function narrow(query) {
    if (typeof query === "string") shown.query = key(query);
    const items = $$(ITEMS).filter((item) => !item.closest("nav, dialog"));
    let count = 0, place = null;
    for (const item of items) {
      const fits = !shown.filter || sectionsOf(item).includes(shown.filter);
      const show = fits && (!shown.query || key(item.textContent).includes(shown.query));
      if (show && item.hidden) { item.classList.remove("shown"); void item.offsetWidth; item.classList.add("shown"); }
      item.hidden = !show;
      count += show;
      place = item.parentElement;
    }
    $(".none")?.remove();
    if (!count && place) place.append(make("p", { className: "none", textContent: say("none"), role: "status" }));
  }

  // Whether a field is for searching: by its kind, or by what it is called.
  function searches(field) {
    const called = [field.placeholder, field.id, field.name, field.className, field.getAttribute("aria-label")].join(" ");
    return field.matches("[data-search], [type='search']") || (field.type === "text" && /search|find|搜索|查找|搜一搜/i.test(called));
  }

  function filters() {
    const known = new Set($$(ITEMS).flatMap(sectionsOf).filter(Boolean));
    const every = /^(all|home|latest|top|everything|全部|首页|最新|所有|\*|)$/i;
    const buttons = $$("[data-filter], .sections a, .filters button, .filters a, .tags [data-tag]").filter((button) => button.dataset.filter != null || known.has(key(button.textContent)) || every.test(key(button.textContent)));
    const press = (button) => {
      const wanted = key(button.dataset.filter ?? button.textContent);
      shown.filter = every.test(wanted) ? "" : wanted;
      for (const other of buttons) other.setAttribute(other.tagName === "A" ? "aria-current" : "aria-pressed", other === button);
      narrow();
    };
    for (const button of buttons) button.addEventListener("click", (event) => { event.preventDefault(); press(button); });
    const first = buttons.find((button) => every.test(key(button.dataset.filter ?? button.textContent)));
    first?.setAttribute(first.tagName === "A" ? "aria-current" : "aria-pressed", "true");
    for (const box of $$("input").filter(searches)) box.addEventListener("input", () => narrow(box.value));
  }

  // What is wrong with a field, in words; empty when nothing is.
  function wrong(field, form) {
    const value = field.value.trim(), kind = field.type;
    const asked = field.required || (kind === "email" && !$("[required]", form));
    if (kind === "checkbox") return field.required && !field.checked ? say("agree") : "";
    if (!value) return asked ? say("required") : "";
    if (kind === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value)) return say("email");
    if (kind === "tel" && !/^[+\d][\d\s()-]{5,}$/.test(value)) return say("tel");
    if (field.minLength > 0 && value.length < field.minLength) return say("short");
    return field.validity.rangeUnderflow || field.validity.rangeOverflow || field.validity.badInput ? say("number") : "";
  }

  function check(field, form) {
    const problem = wrong(field, form), id = `${field.id || field.name || "field"}-error`;
    field.parentElement.querySelector(`[data-for="${CSS.escape(id)}"]`)?.remove();
    field.toggleAttribute("aria-invalid", false);
    if (!problem) return true;
    field.setAttribute("aria-invalid", "true");
    const note = make("span", { className: "error", textContent: problem, role: "alert" });
    note.dataset.for = id;
    field.after(note);
    return false;
  }

  function forms() {
    for (const form of $$("form")) {
      form.noValidate = true;
      const fields = () => $$("input, select, textarea", form).filter((field) => !["submit", "button", "hidden"].includes(field.type));
      for (const field of fields()) {
        if (!field.labels?.length && !field.getAttribute("aria-label")) field.setAttribute("aria-label", field.placeholder || field.name || field.type);
        field.addEventListener("input", () => { if (field.hasAttribute("aria-invalid")) check(field, form); });
      }
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (form.matches("[role='search']")) return;
        const bad = fields().filter((field) => !check(field, form));
        if (bad.length) return bad[0].focus();
        const given = new FormData(form);
        if (!form.dispatchEvent(new CustomEvent("filled", { cancelable: true, detail: given }))) return form.reset();
        const thanks = make("p", { className: "done", textContent: (form.dataset.done || "").replace("…", "") || say("done"), role: "status", tabIndex: -1 });
        form.replaceChildren(thanks);
        thanks.focus();
      });
    }
  }

  // .carousel: its children become slides with arrows and dots, moving on by themselves.
  function carousels() {
    for (const box of $$(".carousel")) {
      const slides = [...box.children];
      if (slides.length < 2) continue;
      const track = make("div", { className: "track", tabIndex: 0 }, ...slides), dots = make("div", { className: "dots" });
      let at = 0, held = false;
      const go = (index) => { at = (index + slides.length) % slides.length; track.scrollTo({ left: slides[at].offsetLeft - track.offsetLeft, behavior: calm ? "auto" : "smooth" }); mark(); };
      const mark = () => [...dots.children].forEach((dot, i) => dot.setAttribute("aria-current", i === at));
      slides.forEach((_, i) => dots.append(make("button", { type: "button", className: "dot", onclick: () => go(i), aria: { label: `${say("slide")} ${i + 1}` } })));
      const arrow = (step, sign, name) => make("button", { type: "button", className: "icon-button", textContent: sign, onclick: () => go(at + step), aria: { label: say(name) } });
      box.append(track, make("div", { className: "carousel-bar" }, arrow(-1, "←", "previous"), dots, arrow(1, "→", "next")));
      track.addEventListener("scroll", () => { at = Math.min(slides.length - 1, Math.round(track.scrollLeft / Math.max(1, slides[1].offsetLeft - slides[0].offsetLeft))); mark(); }, { passive: true });
      for (const [event, value] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) box.addEventListener(event, () => { held = value; });
      if (!calm) setInterval(() => { if (!held && !document.hidden) go(at + 1); }, Number(box.dataset.seconds || 6) * 1000);
      mark();
    }
  }

  // [data-month="9" data-year="90"] prices with a switch; [data-count="1200"] numbers that count up.
  function numbers() {
    const prices = $$("[data-month][data-year]");
    if (prices.length) {
      const choices = ["month", "year"].map((period) => make("button", { type: "button", textContent: $(`[data-label-${period}]`)?.dataset[`label${period === "month" ? "Month" : "Year"}`] || say(period), onclick: () => set(period) }));
      const set = (period) => {
        choices.forEach((button, i) => button.setAttribute("aria-pressed", (i === 0) === (period === "month")));
        for (const price of prices) price.firstChild?.nodeType === 3 ? (price.firstChild.data = price.dataset[period]) : price.prepend(price.dataset[period]);
      };
      const plans = prices[0].closest(".plans, .grid") || prices[0].parentElement.parentElement;
      plans.before(make("div", { className: "switch", role: "group" }, ...choices));
      set("month");
    }
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        const goal = Number(target.dataset.count.replace(/[^\d.]/g, "")) || 0, tail = target.dataset.count.replace(/^\s*[\d.,]*/, ""), start = performance.now(), digits = (String(goal).split(".")[1] || "").length;
        const step = (now) => {
          const t = calm ? 1 : Math.min(1, (now - start) / 1400), value = goal * (1 - (1 - t) ** 3);
          target.textContent = value.toLocaleString(page.lang || "en", { minimumFractionDigits: digits, maximumFractionDigits: digits }) + tail;
          if (t < 1) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }
    });
    for (const place of $$("[data-count]")) watch.observe(place);
  }

  // A story, work or post opens large; arrows move among those that are shown.
  function reader() {
    const cards = $$(CARDS).filter((card) => !card.querySelector("form"));
    if (!cards.length) return;
    const text = make("div", { className: "reader-text" }), picture = make("div", { className: "art" });
    const box = make("dialog", { className: "reader" });
    const button = (sign, name, act) => make("button", { type: "button", className: "icon-button", textContent: sign, onclick: act, aria: { label: say(name) } });
    let open = null;
    const visible = () => cards.filter((card) => !card.hidden);
    const show = (card) => {
      open = card;
      picture.style.backgroundImage = ($("[data-art], .art", card) || card).style.backgroundImage;
      picture.hidden = !picture.style.backgroundImage;
      text.replaceChildren(...[...card.cloneNode(true).children].filter((part) => !part.matches(".art, img, [data-art]")));
      for (const part of $$(".more", text)) part.hidden = false;
      if (!box.open) box.showModal();
      box.scrollTop = 0;
    };
    const move = (step) => { const list = visible(); show(list[(list.indexOf(open) + step + list.length) % list.length]); };
    box.append(picture, text, make("div", { className: "reader-bar" }, button("←", "previous", () => move(-1)), button("→", "next", () => move(1)), button("✕", "close", () => box.close())));
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("keydown", (event) => { if (event.key === "ArrowRight") move(1); if (event.key === "ArrowLeft") move(-1); });
    document.body.append(box);
    for (const card of cards) {
      card.classList.add("opens");
      card.tabIndex = 0;
      const act = (event) => { if (!event.target.closest("a[href]:not([href='#']), button, input, summary")) { event.preventDefault(); show(card); } };
      card.addEventListener("click", act);
      card.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === card) show(card); });
    }
  }

  // [data-countdown="2027-06-12"] counts down to that day; one that is no date, to in a month.
  function countdowns() {
    const sizes = [864e5, 36e5, 6e4, 1e3]; // milliseconds of a day, an hour, a minute, a second
    for (const node of $$("[data-countdown]")) {
      const day = Date.parse(node.dataset.countdown), end = Number.isFinite(day) ? day : Date.now() + 30 * 864e5;
      const figures = sizes.map(() => make("b", { textContent: "0" }));
      node.replaceChildren(...["days", "hours", "minutes", "seconds"].map((unit, i) => make("span", {}, figures[i], ` ${say(unit)} `)));
      node.classList.add("countdown");
      const tick = () => {
        let left = Math.max(0, end - Date.now());
        sizes.forEach((size, i) => { figures[i].textContent = Math.floor(left / size); left %= size; });
      };
      tick();
      setInterval(tick, 1000);
    }
  }

  // [data-tab="x"] buttons show [data-panel="x"].
  function tabs() {
    const buttons = $$("[data-tab]"), panels = $$("[data-panel]");
    const set = (name) => {
      for (const button of buttons) button.setAttribute("aria-pressed", button.dataset.tab === name);
      for (const panel of panels) panel.hidden = panel.dataset.panel !== name;
    };
    for (const button of buttons) button.addEventListener("click", (event) => { event.preventDefault(); set(button.dataset.tab); });
    if (buttons.length && panels.length) set(buttons[0].dataset.tab);
  }

  function start() {
    for (const name of ["theme", "mode"]) if (page.dataset[name]) page.dataset[name] = page.dataset[name].split("|")[0]; // one of those that were offered
    page.classList.add("scripted");
    dates();
    pictures();
    handlers();
    modes(header());
    links();
    filters();
    forms();
    carousels();
    numbers();
    countdowns();
    tabs();
    reader();
  }
  window.Page = { $, $$, make, toast, key, lang, calm, narrow, searches };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
