// The feed: what is shown (home, search, saved, a person), the composer, the columns beside it.
"use strict";

(function () {
  const { $, make, setup, text, item, toast, store, tone, isObject } = window.Kit;
  const { icon, face, person, post, article, count, short, first, list } = window.Parts;
  const C = setup({ title: "Feed", kind: "timeline", me: null, profile: null, placeholder: "", posts: [], stories: [], trends: [], follow: [], limit: 280, sound: false }, {
    en: { home: "Home", search: "Search", saved: "Bookmarks", me: "Profile", nav: "Pages", latest: "Latest", popular: "Popular", pictures: "Pictures", posts: "Posts", liked: "Likes", write: "What is new?", post: "Post", addPicture: "Add a picture", picture: "What shall it show?", comment: "Write a comment…", comments: "Comments", send: "Send", like: "Like", repost: "Repost", save: "Bookmark", share: "Copy the text", copied: "Copied", remove: "Delete", trends: "Trending", who: "Who to follow", follow: "Follow", follows: "Following", followers: "Followers", following: "Following", you: "You", now: "just now", minutes: "min", hours: "h", days: "d", stories: "Stories", previous: "Previous", next: "Next", close: "Close", none: "Nothing here yet.", noneFound: "Nothing found. Try another word.", noneSaved: "What you bookmark is kept here.", posted: "Posted", count: "posts", reposted: "Reposted" },
    zh: { home: "首页", search: "搜索", saved: "收藏", me: "我的", nav: "页面", latest: "最新", popular: "热门", pictures: "图片", posts: "动态", liked: "赞过", write: "分享新鲜事…", post: "发布", addPicture: "添加图片", picture: "图片画什么？", comment: "写评论…", comments: "评论", send: "发送", like: "赞", repost: "转发", save: "收藏", share: "复制文字", copied: "已复制", remove: "删除", trends: "热门话题", who: "推荐关注", follow: "关注", follows: "已关注", followers: "粉丝", following: "关注", you: "我", now: "刚刚", minutes: "分钟前", hours: "小时前", days: "天前", stories: "快拍", previous: "上一个", next: "下一个", close: "关闭", none: "这里还没有内容。", noneFound: "没有找到，换个词试试。", noneSaved: "收藏的内容会出现在这里。", posted: "已发布", count: "条动态", reposted: "已转发" },
  });
  const W = C.words, app = $("#app"), memory = store(`feed:${C.title}`);
  const kind = /profile|person|user|主页/i.test(C.kind) ? "profile" : /photo|insta|image|picture/i.test(C.kind) ? "photos" : /card|grid|wall|masonry|pin|note/i.test(C.kind) ? "cards" : "timeline";
  const me = person(isObject(C.me) || typeof C.me === "string" ? C.me : C.profile ?? {}, { name: W.you, avatar: "🙂" });
  const given = C.posts.map((value, i) => post(value, `p${i}`, me)).filter((one) => one.text || one.heading || one.art.length);
  const stories = C.stories.map((value) => { const one = item(value, "name"), by = person(one); return { name: by.name, avatar: by.avatar, text: first(one, ["text", "caption"]), art: by.art || first(one, ["image"]) || first(one, ["text"], by.name) }; }).filter((one) => one.name);

  const kept = isObject(memory.get()) ? memory.get() : {};
  const set = (key) => new Set(list(kept[key]).map(String));
  const state = { likes: set("likes"), reposts: set("reposts"), saved: set("saved"), follows: set("follows"), said: isObject(kept.said) ? kept.said : {}, own: list(kept.own).filter(isObject).map((one, i) => ({ ...post(one, text(one.id, `o${i}`), me), mine: true })) };
  let page = kind === "profile" ? "me" : "home", who = me.name, tab = 0, query = "", open = new Set(), beat = "";

  function keep() {
    memory.set({ likes: [...state.likes], reposts: [...state.reposts], saved: [...state.saved], follows: [...state.follows], said: state.said, own: state.own.map((one) => ({ ...one, time: text(one.time) })) });
    paint();
  }
  const all = () => [...state.own, ...given];
  const flip = (group, key) => (group.has(key) ? group.delete(key) : group.add(key));
  const people = new Map();
  for (const one of [...C.follow.map((value) => person(value)), ...given.map((each) => ({ name: each.author, avatar: each.avatar, text: "" })), ...stories.map((each) => ({ name: each.name, avatar: each.avatar, text: "" }))]) {
    if (one.name && one.name !== me.name) people.set(one.name, { ...one, ...people.get(one.name), avatar: people.get(one.name)?.avatar || one.avatar });
  }
  const avatarOf = (name) => (name === me.name ? me.avatar : people.get(name)?.avatar || "");

  const F = {
    C, W, me, avatarOf,
    is: (key, one) => state[key].has(one.id),
    toggle(key, one) {
      const on = !state[key].has(one.id);
      flip(state[key], one.id);
      beat = on && key === "likes" ? one.id : "";
      if (on && C.sound) tone(key === "likes" ? 784 : 587, 0.16, 0.08);
      if (on && key === "reposts") toast(W.reposted);
      keep();
      $(`[data-id="${one.id}"] .act.${{ likes: "like", reposts: "repost", saved: "saved" }[key]}`)?.focus();
    },
    said: (one) => list(state.said[one.id]).filter(isObject),
    comment(one, words) { state.said[one.id] = [...F.said(one), { author: me.name, text: words }]; keep(); $(`[data-id="${one.id}"] .say input`)?.focus(); },
    opened: (one) => open.has(one.id),
    toggleOpen(one) { flip(open, one.id); paint(); $(`[data-id="${one.id}"] ${open.has(one.id) ? ".say input" : ".act.comment"}`)?.focus(); },
    openPerson(name) { who = name; go("me"); },
    search(words) { query = words.replace(/^[#＃@]|#$/g, ""); go("search"); },
    remove(one) { state.own = state.own.filter((other) => other !== one); keep(); },
    async share(one) {
      try { await navigator.clipboard.writeText(`${one.author}: ${one.text}`); } catch { /* not allowed here */ }
      toast(W.copied);
    },
  };

  function go(to) {
    page = to;
    tab = 0;
    paint();
    scrollTo({ top: 0 });
  }

  // ---- beside the feed ----
  function nav() {
    const pages = ["home", "search", "saved", "me"];
    const buttons = pages.map((name) => make("button", { type: "button", onclick: () => { who = me.name; if (name === "search") query = ""; go(name); if (name === "search") $(".seek input")?.focus(); } }, name === "me" && me.avatar ? face(me.name, me.avatar, "small") : icon(name), make("span", { textContent: W[name] })));
    buttons.forEach((button, i) => { if (pages[i] === page && (page !== "me" || who === me.name)) button.setAttribute("aria-current", "page"); });
    return make("nav", { className: "pages", aria: { label: W.nav } }, buttons);
  }
  function trends() {
    const tags = new Map();
    for (const one of all()) for (const tag of one.text.match(/[#＃][\p{L}\p{N}_]+/gu) || []) tags.set(tag, (tags.get(tag) || 0) + 1);
    const shown = C.trends.length ? C.trends.map((value) => { const one = item(value); return { title: first(one, ["title", "name", "tag", "text"]), posts: count(one.posts ?? one.count) }; }).filter((one) => one.title) : [...tags].map(([title, posts]) => ({ title, posts }));
    if (!shown.length) return null;
    return make("section", { className: "panel side" }, make("h2", { textContent: W.trends }), make("ol", {}, shown.slice(0, 6).map((one, i) => make("li", {}, make("button", { type: "button", onclick: () => F.search(one.title) }, make("i", { textContent: i + 1 }), make("span", {}, make("b", { textContent: one.title }), one.posts ? make("small", { textContent: `${short(one.posts, C.lang)} ${W.count}` }) : null))))));
  }
  function followButton(name) {
    const on = state.follows.has(name);
    return make("button", { type: "button", className: "chip follow", textContent: on ? W.follows : W.follow, onclick: () => { flip(state.follows, name); keep(); }, aria: { pressed: on, label: `${on ? W.follows : W.follow}: ${name}` } });
  }
  function whoToFollow() {
    const shown = C.follow.map((value) => people.get(person(value).name)).filter(Boolean), some = (shown.length ? shown : [...people.values()]).slice(0, 4);
    if (!some.length) return null;
    return make("section", { className: "panel side" }, make("h2", { textContent: W.who }), make("ul", {}, some.map((one) => make("li", { className: "person" }, face(one.name, one.avatar), make("button", { type: "button", className: "who", onclick: () => F.openPerson(one.name) }, make("b", { textContent: one.name }), make("small", { textContent: one.text || one.handle || "" })), followButton(one.name)))));
  }
  function searchField() {
    const field = make("input", { type: "search", value: query, placeholder: W.search, aria: { label: W.search } });
    field.addEventListener("input", () => {
      query = field.value;
      if (page !== "search") { page = "search"; paint(); }
      const now = $(".seek input");
      if (now !== field) { now.focus(); now.setSelectionRange(query.length, query.length); }
      $("#posts").replaceChildren(...postList());
      window.drawArt($("#posts"));
    });
    return make("label", { className: "seek" }, icon("search"), field);
  }

  // ---- the middle ----
  function composer() {
    let withPicture = false;
    const area = make("textarea", { rows: 2, placeholder: C.placeholder || W.write, maxLength: Math.max(40, C.limit), aria: { label: C.placeholder || W.write } });
    const words = make("input", { placeholder: W.picture, hidden: true, aria: { label: W.picture } }), preview = make("div", { className: "preview", hidden: true }), left = make("small", {}), send = make("button", { type: "submit", className: "primary", textContent: W.post, disabled: true });
    const draw = () => {
      left.textContent = area.value ? area.maxLength - area.value.length : "";
      send.disabled = !area.value.trim();
      words.hidden = preview.hidden = !withPicture;
      if (withPicture) { delete preview.dataset.drawn; preview.dataset.art = words.value || area.value || C.title; window.drawArt(preview.parentElement); }
    };
    const add = make("button", { type: "button", className: "plain", onclick: () => { withPicture = !withPicture; add.setAttribute("aria-pressed", withPicture); draw(); (withPicture ? words : area).focus(); }, aria: { label: W.addPicture, pressed: false }, title: W.addPicture }, icon("picture"));
    const form = make("form", { className: "panel composer" }, face(me.name, me.avatar), make("div", { className: "composer-body" }, area, words, preview, make("div", { className: "row spread" }, add, make("span", { className: "row" }, left, send))));
    form.addEventListener("input", draw);
    form.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!area.value.trim()) return;
      state.own.unshift({ ...post({ text: area.value.trim(), time: new Date().toISOString(), art: withPicture ? words.value || area.value.slice(0, 40) : "" }, `o${Date.now()}`, me), mine: true });
      tab = 0;
      keep();
      toast(W.posted);
    });
    return form;
  }
  const anyPicture = (posts) => posts.some((one) => one.art.length);
  function tabs(names) {
    return make("div", { className: "tabs", role: "group" }, names.map((name, i) => make("button", { type: "button", textContent: W[name], aria: { pressed: i === tab }, onclick: () => { tab = i; paint(); } })));
  }
  const homeTabs = () => (anyPicture(all()) && kind === "timeline" ? ["latest", "popular", "pictures"] : ["latest", "popular"]);
  const ofPerson = () => {
    const own = all().filter((one) => one.author === who);
    return own.length || kind !== "profile" || who !== me.name ? own : all();
  };
  const personTabs = () => [...(anyPicture(ofPerson()) && kind !== "timeline" && kind !== "cards" ? ["pictures", "posts"] : anyPicture(ofPerson()) ? ["posts", "pictures"] : ["posts"]), ...(who === me.name ? ["liked"] : [])];

  function chosen() {
    const said = query.trim().toLowerCase();
    if (page === "search") return all().filter((one) => !said || `${one.author} ${one.heading} ${one.text} ${one.art.join(" ")}`.toLowerCase().includes(said) || said.split(/\s+/).some((word) => word.length > 3 && one.text.toLowerCase().includes(word)));
    if (page === "saved") return all().filter((one) => state.saved.has(one.id));
    const name = (page === "me" ? personTabs() : homeTabs())[tab], from = page === "me" ? ofPerson() : all();
    if (name === "liked") return all().filter((one) => state.likes.has(one.id));
    if (name === "pictures") return from.filter((one) => one.art.length);
    return name === "popular" ? [...from].sort((a, b) => b.likes - a.likes) : from;
  }
  function tile(one) {
    const show = () => { page = "search"; query = one.text || one.heading || one.art[0]; paint(); scrollTo({ top: 0 }); };
    return make("button", { type: "button", className: "tile", onclick: show, aria: { label: one.text || one.art[0] } }, make("span", { className: "picture", data: { art: one.art[0] } }), make("span", { className: "tile-likes", textContent: `♥ ${short(one.likes + (state.likes.has(one.id) ? 1 : 0), C.lang)}` }));
  }
  function postList() {
    const posts = chosen(), asTiles = page === "me" && personTabs()[tab] === "pictures";
    $("#posts")?.classList.toggle("tiles", asTiles && posts.length > 0);
    if (!posts.length) return [make("p", { className: "none", textContent: page === "search" ? W.noneFound : page === "saved" ? W.noneSaved : W.none })];
    return posts.map((one) => (asTiles ? tile(one) : article(one, F)));
  }
  function profileHead() {
    const mine = who === me.name, one = mine ? me : people.get(who) || person(who), own = all().filter((each) => each.author === who);
    const number = (value, label) => make("span", {}, make("b", { textContent: short(value, C.lang) }), ` ${label}`);
    return make("section", { className: "panel profile" }, make("div", { className: "cover", data: { art: one.art || own.find((each) => each.art.length)?.art[0] || one.name } }), make("div", { className: "profile-text" }, make("div", { className: "row spread" }, face(one.name, one.avatar, "large"), mine ? null : followButton(who)), make("h2", { textContent: one.name }), make("p", { className: "muted" }, [one.handle || person(who).handle, one.place].filter(Boolean).join(" · ")), one.text ? make("p", { textContent: one.text }) : null, make("p", { className: "row numbers" }, number(own.length, W.posts.toLowerCase()), one.following || mine ? number((one.following || 0) + (mine ? state.follows.size : 0), W.following.toLowerCase()) : null, one.followers ? number(one.followers + (state.follows.has(who) ? 1 : 0), W.followers.toLowerCase()) : null)));
  }

  function middle() {
    const posts = make("div", { id: "posts", aria: { live: "polite" } });
    if (page === "home") return [stories.length ? window.Stories.row(stories, W, face) : null, composer(), tabs(homeTabs()), posts];
    if (page === "me") return [profileHead(), who === me.name && kind === "profile" ? composer() : null, tabs(personTabs()), posts];
    return [page === "search" ? make("div", { className: "wide-search" }, searchField()) : null, make("h2", { className: "page-title", textContent: page === "saved" ? W.saved : query ? `${W.search}: ${query.slice(0, 40)}` : W.search }), posts];
  }

  function paint() {
    document.body.dataset.kind = kind;
    tab = Math.min(tab, (page === "me" ? personTabs() : homeTabs()).length - 1);
    const column = make("div", { className: "middle" }, middle());
    app.replaceChildren(nav(), column, make("aside", { className: "aside" }, page === "search" ? null : searchField(), trends(), whoToFollow()));
    $("#posts").append(...postList());
    if (beat) { $(`[data-id="${beat}"] .act.like`)?.classList.add("beat"); beat = ""; }
    window.drawArt(app);
  }
  paint();
})();
