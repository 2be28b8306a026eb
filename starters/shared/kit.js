// What every app here shares: CONTENT laid over the defaults by type, the theme, the header,
// small helpers. The app's own code is app.js.
"use strict";

(function () {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const page = document.documentElement;

  // `given` over `base`: values of another type than the default's are left out; null takes any.
  function merge(base, given) {
    if (base === null || base === undefined) return given ?? null;
    if (isObject(base)) {
      const all = { ...base };
      if (!isObject(given)) return all;
      for (const key of Object.keys(given)) all[key] = key in base ? merge(base[key], given[key]) : given[key];
      return all;
    }
    if (Array.isArray(base)) return Array.isArray(given) ? given.filter((item) => item !== null && item !== undefined) : base;
    if (typeof base === "number") return given !== "" && given !== null && !Array.isArray(given) && Number.isFinite(Number(given)) && typeof given !== "boolean" ? Number(given) : base;
    if (typeof base === "boolean") return typeof given === "boolean" ? given : given === "true" ? true : given === "false" ? false : base;
    return typeof given === "string" || typeof given === "number" ? String(given) : base;
  }

  // An element: make("button", { className, onclick, aria: {}, data: {} }, ...children).
  function make(tag, props = {}, ...inside) {
    const { aria = {}, data = {}, style = {}, ...rest } = props;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
    Object.assign(element.dataset, data);
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
    element.append(...inside.flat().filter((part) => part !== null && part !== undefined && part !== false));
    return element;
  }

  const colour = (value, otherwise = "") => (typeof value === "string" && CSS.supports("color", value) ? value : otherwise);
  const text = (value, otherwise = "") => (typeof value === "string" || typeof value === "number" ? String(value) : isObject(value) ? text(value.text ?? value.title ?? value.name ?? value.label, otherwise) : otherwise);
  const number = (value, otherwise = 0) => (Number.isFinite(parseFloat(value)) ? parseFloat(value) : otherwise);
  // An item of a list as an object, whether it was written as one or as plain text.
  const item = (value, name = "title") => (isObject(value) ? value : Array.isArray(value) ? { [name]: text(value[0]) } : { [name]: text(value) });
  const hues = ["#4c6ef5", "#0ca678", "#f08c00", "#e64980", "#7048e8", "#1098ad", "#d9480f", "#74b816"];
  const hue = (i) => hues[((i % hues.length) + hues.length) % hues.length];

  function toast(words) {
    $(".toast")?.remove();
    const note = make("div", { className: "toast", textContent: words, role: "status" });
    document.body.append(note);
    setTimeout(() => note.remove(), 2600);
  }

  // What this browser keeps for the app; silently nothing where storage is forbidden. It belongs to
  // the content as it stands: a content that was written anew starts from its own items.
  function store(name) {
    let mark = 7;
    try { for (const c of JSON.stringify(CONTENT)) mark = (Math.imul(mark, 31) + c.codePointAt(0)) | 0; } catch { /* no content */ }
    const key = `${name}:${mark}`;
    return {
      get() { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
      set(value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* no storage here */ } },
    };
  }

  // A soft tone after a gesture: hertz, seconds.
  let sound = null;
  function tone(hertz = 660, seconds = 0.25, volume = 0.16, after = 0) {
    try {
      sound ||= new AudioContext();
      const oscillator = sound.createOscillator(), gain = sound.createGain(), at = sound.currentTime + after;
      oscillator.frequency.value = hertz;
      gain.gain.setValueAtTime(0.0001, at);
      gain.gain.exponentialRampToValueAtTime(volume, at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
      oscillator.connect(gain).connect(sound.destination);
      oscillator.start(at);
      oscillator.stop(at + seconds + 0.05);
    } catch { /* no sound here */ }
  }

  function download(name, words, type = "text/plain") {
    const link = make("a", { href: URL.createObjectURL(new Blob([words], { type: `${type};charset=utf-8` })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const SUN = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="4.5"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"/></svg>';
  const MOON = '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"/></svg>';

  function modeButton(label) {
    const button = make("button", { type: "button", className: "icon-button mode", aria: { label } });
    const paint = () => { button.innerHTML = page.dataset.mode === "dark" ? SUN : MOON; };
    button.addEventListener("click", () => {
      page.dataset.mode = page.dataset.mode === "dark" ? "light" : "dark";
      paint();
      dispatchEvent(new Event("mode"));
    });
    paint();
    return button;
  }

  // The emoji of an icon that came with words ("Piano 🎹"), else its first letter.
  const sign = (words) => (String(words).match(/\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u) || [[...String(words).trim()][0] || ""])[0];

  const COMMON = { lang: "en", title: "", subtitle: "", icon: "", theme: "", mode: "light", accent: "", footer: "", words: {} };

  // Read CONTENT over `defaults`, dress the page, put the header up; `words` are {en, zh}.
  function setup(defaults, words) {
    const given = typeof CONTENT !== "undefined" && isObject(CONTENT) ? CONTENT : {};
    const C = merge({ ...COMMON, ...defaults }, given);
    C.lang = /^(zh|cn|中)/i.test(C.lang) ? "zh" : "en";
    const builtIn = { mode: C.lang === "zh" ? "浅色或深色" : "Light or dark", ...words[C.lang] };
    C.words = { ...builtIn, ...Object.fromEntries(Object.entries(isObject(C.words) ? C.words : {}).filter(([, value]) => typeof value === "string")) };
    page.lang = C.lang === "zh" ? "zh-CN" : "en";
    page.dataset.theme = C.theme.toLowerCase();
    page.dataset.mode = C.mode === "dark" ? "dark" : "light";
    if (colour(C.accent)) page.style.setProperty("--accent", C.accent);
    document.title = C.title || document.title;
    const header = $("#head");
    header?.replaceChildren(make("div", { className: "app-name" }, C.icon ? make("span", { className: "app-icon", textContent: sign(C.icon), aria: { hidden: "true" } }) : null, make("div", {}, make("h1", { textContent: C.title }), C.subtitle ? make("p", { textContent: C.subtitle }) : null)), make("div", { className: "tools" }, modeButton(C.words.mode)));
    const foot = $("#foot");
    if (foot) { foot.textContent = C.footer; foot.hidden = !C.footer; }
    return C;
  }

  window.Kit = { $, $$, make, merge, setup, colour, text, number, item, hue, toast, store, tone, download, calm, isObject, sign };
})();
