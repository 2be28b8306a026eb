// Notes, a diary or a Markdown editor: write, preview, search, tag, pin, export.
"use strict";

(function () {
  const { $, $$, make, setup, text, item, store, toast, download } = window.Kit;
  const C = setup({ title: "Notes", kind: "notes", preview: true, moods: [], placeholder: "", notes: [], entries: [] }, {
    en: { new: "New note", newDay: "New entry", search: "Search", all: "All", untitled: "Untitled", tags: "Tags, with commas", pin: "Pin", remove: "Delete", export: "Export", undo: "Deleted. Undo", write: "Write", read: "Read", words: "words", empty: "Nothing found.", bold: "Bold", italic: "Italic", heading: "Heading", list: "List", todo: "Checklist", quote: "Quote", title: "Title", mood: "Mood" },
    zh: { new: "新笔记", newDay: "新日记", search: "搜索", all: "全部", untitled: "无标题", tags: "标签，用逗号分隔", pin: "置顶", remove: "删除", export: "导出", undo: "已删除，点此撤销", write: "编辑", read: "预览", words: "字", empty: "没有找到。", bold: "粗体", italic: "斜体", heading: "标题", list: "列表", todo: "清单", quote: "引用", title: "标题", mood: "心情" },
  });
  const W = C.words, app = $("#app"), memory = store(`notes:${C.title}`), diary = C.kind === "diary", alone = C.kind === "editor", locale = document.documentElement.lang;
  let next = 1;
  function note(value) {
    const one = item(value, "text"), tags = Array.isArray(one.tags) ? one.tags.map((tag) => text(tag)) : text(one.tags ?? one.tag).split(/[,，]/);
    const day = new Date(one.date ?? one.day ?? Date.now());
    return { id: next++, title: text(one.title), text: text(one.text ?? one.body ?? one.content), tags: tags.map((tag) => tag.trim()).filter(Boolean), pinned: one.pinned === true, mood: text(one.mood), day: (Number.isNaN(day.getTime()) ? new Date() : day).toISOString().slice(0, 10) };
  }
  const kept = memory.get();
  let notes = (Array.isArray(kept) && kept.length ? kept : [...C.notes, ...C.entries]).map(note).filter((one) => one.title || one.text);
  if (!notes.length) notes = [note({ title: "", text: "" })];
  let open = notes[0], query = "", tag = "";

  const nameOf = (one) => one.title || one.text.replace(/[#*>`_\[\]-]/g, "").trim().split("\n")[0].slice(0, 40) || W.untitled;
  const when = (one) => new Date(`${one.day}T12:00`).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
  const list = make("ul", { className: "list" }), chips = make("div", { className: "row chips" });
  const title = make("input", { className: "title", placeholder: W.title, aria: { label: W.title } }), tags = make("input", { className: "tags", placeholder: W.tags, aria: { label: W.tags } });
  const area = make("textarea", { placeholder: C.placeholder, spellcheck: false, aria: { label: W.write } }), preview = make("div", { className: "preview", aria: { label: W.read } }), count = make("span", { className: "muted", role: "status" });
  const pin = make("button", { type: "button", className: "chip", textContent: `★ ${W.pin}`, onclick: () => { open.pinned = !open.pinned; keep(); } });
  const moods = make("div", { className: "row moods", role: "group", aria: { label: W.mood } });

  function keep() {
    memory.set(notes);
    paintList();
    paintNote();
  }
  function paintList() {
    const all = [...new Set(notes.flatMap((one) => one.tags))].sort((a, b) => a.localeCompare(b, locale));
    if (tag && !all.includes(tag)) tag = "";
    chips.replaceChildren(...(all.length ? ["", ...all] : []).map((name) => make("button", { type: "button", className: "chip", textContent: name || W.all, onclick: () => { tag = name; paintList(); }, aria: { pressed: name === tag } })));
    const shown = notes.filter((one) => (!tag || one.tags.includes(tag)) && (!query || `${one.title} ${one.text} ${one.tags.join(" ")}`.toLowerCase().includes(query))).sort((a, b) => b.pinned - a.pinned || (diary ? b.day.localeCompare(a.day) : 0));
    list.replaceChildren(...(shown.length ? shown.map((one) => make("li", {}, make("button", { type: "button", className: one === open ? "item now" : "item", onclick: () => { open = one; show(); } }, make("b", { textContent: `${one.pinned ? "★ " : ""}${one.mood ? `${one.mood} ` : ""}${nameOf(one)}` }), make("span", { textContent: one.text.replace(/[#*>`_|\[\]-]/g, " ").replace(/\s+/g, " ").slice(0, 70) }), make("small", { textContent: [diary ? when(one) : "", ...one.tags.map((name) => `#${name}`)].filter(Boolean).join("  ") })))) : [make("li", { className: "none", textContent: W.empty })]));
  }
  function paintNote() {
    preview.innerHTML = window.markdown(open.text);
    const han = (open.text.match(/[\u4e00-\u9fff]/g) || []).length, words = (open.text.match(/[\p{L}\p{N}'’]+/gu) || []).length;
    count.textContent = `${C.lang === "zh" ? han || words : words} ${W.words}`;
    pin.setAttribute("aria-pressed", open.pinned);
    moods.replaceChildren(...C.moods.map((mood) => text(mood)).filter(Boolean).map((mood) => make("button", { type: "button", className: "chip", textContent: mood, onclick: () => { open.mood = open.mood === mood ? "" : mood; keep(); }, aria: { pressed: open.mood === mood } })));
  }
  function show() {
    title.value = open.title;
    tags.value = open.tags.join(", ");
    area.value = open.text;
    paintList();
    paintNote();
  }
  function wrap(before, after = before) {
    const { selectionStart: from, selectionEnd: to } = area, line = before.endsWith(" ");
    const start = line ? area.value.lastIndexOf("\n", from - 1) + 1 : from;
    area.setRangeText(line ? before : `${before}${area.value.slice(from, to)}${after}`, start, line ? start : to, "end");
    open.text = area.value;
    area.focus();
    if (!line && from === to) area.setSelectionRange(from + before.length, from + before.length);
    keep();
  }
  function create() {
    open = note({ title: diary ? new Date().toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" }) : "", text: "" });
    notes.unshift(open);
    query = search.value = "";
    tag = "";
    memory.set(notes);
    show();
    title.focus();
  }
  function remove() {
    const gone = open, at = notes.indexOf(gone);
    notes = notes.filter((one) => one !== gone);
    if (!notes.length) notes = [note({ title: "", text: "" })];
    open = notes[Math.min(at, notes.length - 1)];
    memory.set(notes);
    show();
    toast(W.undo);
    $(".toast").addEventListener("click", () => { notes.splice(at, 0, gone); open = gone; memory.set(notes); show(); $(".toast")?.remove(); });
  }

  const search = make("input", { type: "search", placeholder: W.search, oninput: (event) => { query = event.target.value.toLowerCase(); paintList(); }, aria: { label: W.search } });
  title.addEventListener("input", () => { open.title = title.value; keep(); });
  tags.addEventListener("change", () => { open.tags = tags.value.split(/[,，]/).map((name) => name.trim()).filter(Boolean); keep(); });
  area.addEventListener("input", () => { open.text = area.value; keep(); });
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "b") { event.preventDefault(); wrap("**"); }
    if (event.key === "i") { event.preventDefault(); wrap("*"); }
  });
  // A box ticked in the preview is ticked in the text.
  preview.addEventListener("change", (event) => {
    let i = -1;
    open.text = open.text.replace(/^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s)/gm, (whole, before, mark, after) => (++i === Number(event.target.dataset.box) ? `${before}${mark === " " ? "x" : " "}${after}` : whole));
    area.value = open.text;
    keep();
  });
  const tool = (sign, words, ...marks) => make("button", { type: "button", className: "plain", textContent: sign, onclick: () => wrap(...marks), aria: { label: words } });
  const tools = make("div", { className: "row marks" }, tool("B", W.bold, "**"), tool("I", W.italic, "*"), tool("H", W.heading, "## "), tool("•", W.list, "- "), tool("☑", W.todo, "- [ ] "), tool("❝", W.quote, "> "));
  const switches = ["write", "read"].map((name) => make("button", { type: "button", className: "chip", textContent: W[name], onclick: () => view(name) }));
  function view(name) {
    editor.dataset.view = name;
    switches.forEach((button, i) => button.setAttribute("aria-pressed", (i === 0) === (name === "write")));
  }
  const side = make("aside", { className: "side" }, make("div", { className: "row" }, search, make("button", { type: "button", className: "primary", textContent: `+ ${diary ? W.newDay : W.new}`, onclick: create })), chips, list);
  const editor = make("section", { className: `panel editor${C.preview ? "" : " single"}` }, title, make("div", { className: "row spread" }, tools, make("div", { className: "row switches" }, switches)), diary ? moods : "", make("div", { className: "panes" }, area, preview), make("div", { className: "row spread foot-row" }, tags, count, make("div", { className: "row" }, alone ? "" : pin, make("button", { type: "button", className: "chip", textContent: W.export, onclick: () => download(`${nameOf(open)}.md`, open.text, "text/markdown") }), alone ? "" : make("button", { type: "button", className: "chip", textContent: W.remove, onclick: remove }))));
  app.classList.toggle("alone", alone);
  app.append(...(alone ? [editor] : [side, editor]));
  view(C.preview ? "read" : "write");
  show();
})();
