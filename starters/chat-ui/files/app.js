// A chat with answers by words, typing dots, quick questions, times, search and copying.
"use strict";

(function () {
  const { $, make, setup, text, item, tone, calm, toast, download } = window.Kit;
  const C = setup({ title: "Chat", partner: "", avatar: "", placeholder: "", speed: 700, sound: true, hello: [], quick: [], replies: [], fallback: [], messages: [] }, {
    en: { send: "Send", placeholder: "Write a message…", typing: "is typing", copied: "Copied", clear: "New chat", save: "Save", fallback: "Tell me more about that.", hello: "Hello! How can I help?", me: "You" },
    zh: { send: "发送", placeholder: "输入消息…", typing: "正在输入", copied: "已复制", clear: "新对话", save: "保存", fallback: "可以再多说一点吗？", hello: "你好！有什么可以帮你？", me: "我" },
  });
  const W = C.words, app = $("#app"), locale = document.documentElement.lang, partner = C.partner || C.title;
  const lines = (value) => (Array.isArray(value) ? value : value ? [value] : []).map((one) => text(one)).filter(Boolean);
  const replies = C.replies.map((one) => item(one, "answers")).map((one) => ({ words: lines(one.words ?? one.keywords ?? one.keys ?? one.question ?? one.when).map((word) => word.toLowerCase()), answers: lines(one.answers ?? one.answer ?? one.reply ?? one.text), quick: lines(one.quick), used: 0 })).filter((one) => one.words.length && one.answers.length);
  const fallback = { answers: lines(C.fallback).length ? lines(C.fallback) : [W.fallback], quick: [], used: 0 };
  const log = make("ol", { className: "log", aria: { live: "polite" } }), quick = make("div", { className: "row quick" }), field = make("textarea", { rows: 1, placeholder: C.placeholder || W.placeholder, aria: { label: C.placeholder || W.placeholder } });
  let history = [], waiting = 0;

  function bubble(words, mine) {
    history.push([mine ? W.me : partner, words]);
    const time = new Date().toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
    log.append(make("li", { className: mine ? "mine" : "theirs" }, mine ? null : make("span", { className: "face", textContent: C.avatar || partner.slice(0, 1), aria: { hidden: "true" } }), make("button", { type: "button", className: "bubble", onclick: () => { navigator.clipboard?.writeText(words).catch(() => {}); toast(W.copied); } }, words, make("small", { textContent: time }))));
    log.scrollTo({ top: log.scrollHeight, behavior: calm ? "auto" : "smooth" });
  }
  function suggest(list) {
    quick.replaceChildren(...lines(list).map((words) => make("button", { type: "button", className: "chip", textContent: words, onclick: () => say(words) })));
  }
  function typing(on) {
    $(".typing", log)?.remove();
    if (on) log.append(make("li", { className: "theirs typing" }, make("span", { className: "face", textContent: C.avatar || partner.slice(0, 1), aria: { hidden: "true" } }), make("span", { className: "bubble", aria: { label: `${partner} ${W.typing}` } }, make("i"), make("i"), make("i"))));
    log.scrollTop = log.scrollHeight;
  }
  // The reply whose longest word is in the message; words of letters must stand alone.
  function find(message) {
    const plain = message.toLowerCase(), holds = (word) => (/^[\p{Script=Latin}\d' ]+$/u.test(word) ? new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "u").test(plain) : plain.includes(word));
    const fits = replies.map((one) => [one, Math.max(0, ...one.words.filter(holds).map((word) => word.length))]).filter(([, length]) => length).sort((a, b) => b[1] - a[1]);
    return fits[0]?.[0] || fallback;
  }
  const speed = Math.max(0, Math.min(5000, C.speed));
  function answer(list, then = []) {
    const round = ++waiting;
    typing(true);
    const next = (i) => setTimeout(() => {
      if (round !== waiting) return;
      typing(false);
      bubble(list[i], false);
      if (C.sound && history.length > 2) tone(720, 0.12, 0.07);
      if (i + 1 < list.length) { typing(true); next(i + 1); } else suggest(then);
    }, speed + Math.min(900, list[i].length * 8));
    next(0);
  }
  function say(words) {
    const message = words.trim();
    if (!message) return;
    bubble(message, true);
    field.value = "";
    grow();
    const reply = find(message);
    answer([reply.answers[reply.used++ % reply.answers.length]], reply.quick.length ? reply.quick : C.quick);
  }
  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(140, field.scrollHeight)}px`;
  }
  function begin() {
    history = [];
    waiting++;
    log.replaceChildren();
    suggest([]);
    for (const one of replies) one.used = 0;
    for (const one of C.messages.map((value) => item(value, "text"))) if (text(one.text ?? one.content)) bubble(text(one.text ?? one.content), /^(me|user|you|我)$/i.test(text(one.from ?? one.role ?? one.by)));
    const hello = lines(C.hello).length ? lines(C.hello) : [W.hello];
    if (history.length) suggest(C.quick);
    else { bubble(hello[0], false); if (hello.length > 1) answer(hello.slice(1), C.quick); else suggest(C.quick); }
  }
  const form = make("form", {}, field, make("button", { className: "primary", aria: { label: W.send }, innerHTML: '<svg viewBox="0 0 24 24" width="22" height="22" fill="currentColor" aria-hidden="true"><path d="M3 20.5 22 12 3 3.5l.01 6.6L15 12 3.01 13.9z"/></svg>' }));
  form.addEventListener("submit", (event) => { event.preventDefault(); say(field.value); field.focus(); });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); say(field.value); } });
  $(".tools").prepend(make("button", { type: "button", className: "chip", textContent: W.save, onclick: () => download(`${C.title}.txt`, history.map(([who, words]) => `${who}: ${words}`).join("\n")) }), make("button", { type: "button", className: "chip", textContent: W.clear, onclick: begin }));
  app.append(make("section", { className: "panel chat" }, log, quick, form));
  begin();
})();
