// The parts of the feed: people, posts and pictures read from CONTENT, and how a post looks.
"use strict";

(function () {
  const { make, text, item, isObject, hue } = window.Kit;
  const PATHS = {
    home: "M3 11 12 4l9 7v9h-6v-6H9v6H3Z", search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 21 21", saved: "M6 4h12v17l-6-4.5L6 21Z", me: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 21c1-5 4-7 8-7s7 2 8 7",
    like: "M12 20.5C5 15 3 11.8 3 8.8A4.8 4.8 0 0 1 12 6.600a4.8 4.8 0 0 1 9 2.200c0 3-2 6.200-9 11.700Z", comment: "M4 5h16v11h-9l-5 4v-4H4Z", repost: "M5 10V8a2 2 0 0 1 2-2h11M15 3l3 3-3 3M19 14v2a2 2 0 0 1-2 2H6M9 21l-3-3 3-3", share: "M12 15V4M8 8l4-4 4 4M5 13v6h14v-6", picture: "M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.500 9h.1", remove: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  };
  function icon(name) {
    return make("span", { className: "glyph", aria: { hidden: "true" }, innerHTML: `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"><path d="${PATHS[name]}"/></svg>` });
  }

  const first = (one, keys, otherwise = "") => { for (const key of keys) { const found = text(one[key]); if (found) return found; } return otherwise; };
  const emoji = (words) => (String(words).match(/\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u) || [""])[0];
  const list = (value) => (Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : value ? [value] : []);
  const isAddress = (words) => /^(https?:|data:|\.?\/|blob:)|\.(png|jpe?g|gif|webp|svg)$/i.test(words);
  const mark = (words) => [...words].reduce((sum, letter) => sum + letter.codePointAt(0), 0);

  // "1,240", "1.2K", "3万" or a list -> a number.
  function count(value) {
    if (Array.isArray(value)) return value.length;
    const found = String(text(value)).replace(/[,，\s]/g, "").match(/^(\d+(?:\.\d+)?)(k|m|w|千|万)?/i);
    if (!found) return 0;
    return Math.round(Number(found[1]) * ({ k: 1e3, 千: 1e3, m: 1e6, w: 1e4, 万: 1e4 }[(found[2] || "").toLowerCase()] || 1));
  }
  const short = (number, lang) => new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", { notation: "compact", maximumFractionDigits: 1 }).format(number);

  function ago(value, W) {
    const words = text(value), date = typeof value === "number" ? Date.now() - value * 60000 : /^\d{4}-\d\d?-\d\d?T?/.test(words) ? Date.parse(words) : NaN;
    if (Number.isNaN(date)) return words;
    const minutes = Math.max(0, Math.round((Date.now() - date) / 60000));
    return minutes < 1 ? W.now : minutes < 60 ? `${minutes} ${W.minutes}` : minutes < 1440 ? `${Math.round(minutes / 60)} ${W.hours}` : `${Math.round(minutes / 1440)} ${W.days}`;
  }

  const handle = (name, given = "") => `@${(given || name).replace(/^@/, "").trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || "me"}`;

  function person(value, otherwise = {}) {
    const one = item(value, "name"), name = first(one, ["name", "author", "user", "username", "title"], otherwise.name || "");
    return { name, avatar: emoji(first(one, ["avatar", "emoji", "icon"])) || otherwise.avatar || "", handle: handle(name, first(one, ["handle", "username"])), text: first(one, ["text", "bio", "about", "description"]), place: first(one, ["place", "location", "city"]), art: first(one, ["art", "cover", "banner"]), following: count(one.following ?? one.follows), followers: count(one.followers ?? one.fans) };
  }

  function comment(value) {
    const one = item(value, "text"), from = one.author ?? one.name ?? one.user;
    return { author: isObject(from) ? person(from).name : text(from), text: first(one, ["text", "comment", "content", "body"]) };
  }

  // A post however it was written; `me` is its author where none is named.
  function post(value, id, me) {
    const one = item(value, "text"), from = one.author ?? one.user ?? one.name, by = isObject(from) ? person(from) : { name: text(from), avatar: "" };
    const words = first(one, ["text", "content", "body", "caption", "message"]), heading = words === text(one.title) ? "" : text(one.title);
    const art = list(one.art ?? one.images ?? one.image ?? one.photo ?? one.picture).map((part) => text(part)).filter(Boolean).slice(0, 4).map((part) => (isAddress(part) ? (words || heading).slice(0, 40) : part));
    return { id, author: by.name || me.name, avatar: emoji(first(one, ["avatar", "emoji"])) || by.avatar, time: one.time ?? one.date ?? one.ago ?? "", heading, text: words, art, likes: count(one.likes ?? one.like ?? one.hearts), reposts: count(one.reposts ?? one.shares ?? one.retweets), comments: (Array.isArray(one.comments) ? one.comments : list(one.replies)).map(comment).filter((each) => each.text), more: Array.isArray(one.comments) ? 0 : count(one.comments), mine: one.mine === true };
  }

  function face(name, avatar, className = "") {
    return make("span", { className: `face ${className}`, textContent: avatar || ([...name.trim()][0] || "·").toUpperCase(), style: { "--hue": hue(mark(name)) }, aria: { hidden: "true" } });
  }

  // Text with its #tags and @names as buttons that search.
  function rich(words, search) {
    return String(words).split(/([#＃][\p{L}\p{N}_]+(?:#)?|@[\p{L}\p{N}_.]+)/u).map((part, i) => (i % 2 ? make("button", { type: "button", className: "tag-link", textContent: part, onclick: () => search(part) }) : part));
  }

  function pictures(one, like) {
    if (!one.art.length) return null;
    const grid = make("div", { className: `pictures n${one.art.length}` }, one.art.map((words) => make("div", { className: "picture", data: { art: words } })));
    grid.addEventListener("dblclick", () => like(true));
    return grid;
  }

  function action(name, label, number, pressed, act) {
    const button = make("button", { type: "button", className: `act ${name}`, onclick: act, aria: { label: number ? `${label}, ${number}` : label } }, icon(name), make("span", { textContent: number || "" }));
    if (pressed !== null) button.setAttribute("aria-pressed", pressed);
    return button;
  }

  function comments(one, F) {
    const { W } = F, field = make("input", { placeholder: W.comment, maxLength: 280, aria: { label: W.comment } });
    const said = [...one.comments, ...F.said(one)].map((each) => make("li", {}, face(each.author || "?", F.avatarOf(each.author), "small"), make("p", {}, make("b", { textContent: each.author ? `${each.author} ` : "" }), each.text)));
    const form = make("form", { className: "say", onsubmit: (event) => { event.preventDefault(); if (field.value.trim()) F.comment(one, field.value.trim()); } }, face(F.me.name, F.me.avatar, "small"), field, make("button", { className: "chip", textContent: W.send }));
    return make("div", { className: "comments" }, said.length ? make("ul", {}, said) : null, form);
  }

  // A post as an article. F: { C, W, me, is, toggle, said, comment, avatarOf, openPerson, search, remove, share, opened }.
  function article(one, F) {
    const { C, W } = F, size = (base, key) => short(base + (F.is(key, one) ? 1 : 0), C.lang), talk = one.comments.length + one.more + F.said(one).length;
    const like = (only) => { if (!(only && F.is("likes", one))) F.toggle("likes", one); };
    const name = make("button", { type: "button", className: "who", onclick: () => F.openPerson(one.author) }, make("b", { textContent: one.author }), make("span", { className: "muted", textContent: handle(one.author) }));
    const time = ago(one.time, W), top = make("div", { className: "post-top" }, name, time ? make("span", { className: "muted when", textContent: `· ${time}` }) : null, one.mine ? make("button", { type: "button", className: "plain", onclick: () => F.remove(one), aria: { label: W.remove } }, icon("remove")) : null);
    const bar = make("div", { className: "acts" }, action("comment", W.comments, talk ? short(talk, C.lang) : "", F.opened(one), () => F.toggleOpen(one)), action("repost", W.repost, one.reposts + (F.is("reposts", one) ? 1 : 0) ? size(one.reposts, "reposts") : "", F.is("reposts", one), () => F.toggle("reposts", one)), action("like", W.like, one.likes + (F.is("likes", one) ? 1 : 0) ? size(one.likes, "likes") : "", F.is("likes", one), () => like(false)), action("saved", W.save, "", F.is("saved", one), () => F.toggle("saved", one)), action("share", W.share, "", null, () => F.share(one)));
    const said = one.text ? make("p", { className: "post-text" }, rich(one.text, F.search)) : null;
    return make("article", { className: "post", data: { id: one.id } }, make("button", { type: "button", className: "face-button", tabIndex: -1, aria: { hidden: "true" }, onclick: () => F.openPerson(one.author) }, face(one.author, one.avatar || F.avatarOf(one.author))), make("div", { className: "post-body" }, top, one.heading ? make("h3", { textContent: one.heading }) : null, said, pictures(one, like), bar, F.opened(one) ? comments(one, F) : null));
  }

  window.Parts = { icon, face, person, post, article, count, short, first, list, handle };
})();
