// A collection as cards: search, filter by group, sort, favourites, and details in a panel.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, colour, hue, isObject } = Kit;
  const KNOWN = ["name", "title", "group", "category", "type", "icon", "emoji", "text", "description", "color", "facts", "id", "year", "date", "tags", "image"];

  // A thing of CONTENT; keys that are not known become facts: { diet: "Fish" } is "diet: Fish".
  function thing(value, i) {
    const one = item(value, "name"), named = (from) => Object.entries(from).filter(([, v]) => ["string", "number", "boolean"].includes(typeof v));
    const facts = Array.isArray(one.facts) ? one.facts.map((fact) => (isObject(fact) ? [text(fact.label ?? fact.name), text(fact.value ?? fact.text)] : ["", text(fact)])) : isObject(one.facts) ? named(one.facts) : [];
    return { name: text(one.name ?? one.title), group: text(one.group ?? one.category ?? one.type), icon: text(one.icon ?? one.emoji), text: text(one.text ?? one.description), color: colour(one.color), when: text(one.year ?? one.date), facts: [...facts, ...named(one).filter(([key]) => !KNOWN.includes(key))].map(([key, v]) => [key, String(v)]), i };
  }
  const picture = (one, tint) => make("div", { className: "picture", style: { "--hue": tint }, aria: { hidden: "true" } }, one.icon || [...one.name][0] || "•");

  // The details of one thing, in a dialog.
  function open(one, tint, W, more = []) {
    const box = make("dialog", { className: "details", style: { "--hue": tint } }, picture(one, tint), make("div", { className: "box" }, one.group ? make("p", { className: "tag", textContent: one.group }) : null, make("h2", { textContent: one.name }), one.when ? make("p", { className: "muted", textContent: one.when }) : null, one.text ? make("p", { textContent: one.text }) : null, one.facts.length ? make("dl", {}, one.facts.map(([key, value]) => [make("dt", { textContent: key }), make("dd", { textContent: value })]).flat()) : null, more, make("div", { className: "row" }, Modes.button(W.close, () => box.close(), "primary"))));
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
  }

  function grid(C, W) {
    const all = C.items.map(thing).filter((one) => one.name), groups = [...new Set(all.map((one) => one.group).filter(Boolean))], tints = Modes.valid(C.colors, []), liked = new Set();
    const tint = (one) => one.color || (tints.length ? tints : [])[Math.max(0, groups.indexOf(one.group)) % Math.max(1, tints.length)] || hue(groups.length ? groups.indexOf(one.group) : one.i);
    let group = "", query = "", order = "";
    const list = make("div", { className: "cards" }), count = make("p", { className: "muted", role: "status" }), search = make("input", { type: "search", placeholder: C.search || W.search, aria: { label: W.search } });
    const fits = (one) => (!group || (group === "♥" ? liked.has(one) : one.group === group)) && (!query || [one.name, one.group, one.text, one.when, ...one.facts.flat()].join(" ").toLowerCase().includes(query));
    const heart = (one) => { const button = make("button", { type: "button", className: "heart", textContent: liked.has(one) ? "♥" : "♡", aria: { label: `${W.like}: ${one.name}`, pressed: liked.has(one) }, onclick: () => { liked[liked.has(one) ? "delete" : "add"](one); draw(); } }); return button; };
    function draw() {
      const shown = all.filter(fits);
      if (order === "name") shown.sort((a, b) => a.name.localeCompare(b.name, C.lang));
      count.textContent = `${shown.length} / ${all.length}`;
      list.replaceChildren(...(shown.length ? shown.map((one) => make("div", { className: "thing shown", style: { "--hue": tint(one) } }, heart(one), make("button", { type: "button", className: "open", onclick: () => open(one, tint(one), W) }, picture(one, tint(one)), make("span", { className: "thing-text" }, one.group ? make("span", { className: "tag", textContent: one.group }) : null, make("b", { textContent: one.name }), one.text ? make("span", { className: "short", textContent: one.text }) : null)))) : [make("p", { className: "none", textContent: W.none })]));
    }
    search.addEventListener("input", () => { query = search.value.trim().toLowerCase(); draw(); });
    const filters = Modes.choice([{ value: "", label: W.all }, ...groups.map((value) => ({ value, label: value })), { value: "♥", label: "♥" }], "", (to) => { group = to; draw(); });
    const surprise = () => { const one = all[Math.floor(Math.random() * all.length)]; if (one) open(one, tint(one), W); };
    $("#app").replaceChildren(make("div", { className: "finder" }, search, Modes.button(W.surprise, surprise, "primary")), make("div", { className: "row spread" }, filters, make("div", { className: "row" }, count, Modes.choice([{ value: "", label: W.given }, { value: "name", label: "A–Z" }], "", (to) => { order = to; draw(); }))), list);
    draw();
  }

  function timeline(C, W) {
    const all = C.items.map(thing).filter((one) => one.name), tints = Modes.valid(C.colors, []), groups = [...new Set(all.map((one) => one.group).filter(Boolean))];
    const tint = (one, i) => one.color || tints[i % Math.max(1, tints.length)] || hue(groups.length ? groups.indexOf(one.group) : i), line = make("ol", { className: "timeline" });
    const draw = (group) => line.replaceChildren(...all.filter((one) => !group || one.group === group).map((one, i) => make("li", { className: "moment", style: { "--hue": tint(one, i) } }, make("button", { type: "button", onclick: () => open(one, tint(one, i), W) }, make("span", { className: "when", textContent: `${one.icon} ${one.when}`.trim() }), make("b", { textContent: one.name }), make("span", { textContent: one.text })))));
    $("#app").replaceChildren(groups.length > 1 ? Modes.choice([{ value: "", label: W.all }, ...groups.map((value) => ({ value, label: value }))], "", draw) : "", line);
    draw("");
    const watch = new IntersectionObserver((entries) => entries.forEach((entry) => entry.target.classList.toggle("in", entry.isIntersecting)), { threshold: 0.2 });
    [...line.children].forEach((one) => watch.observe(one));
  }

  const words = {
    en: { search: "Search…", all: "All", none: "Nothing fits. Try fewer letters.", close: "Close", surprise: "Surprise me", given: "As given", like: "Keep" },
    zh: { search: "搜索……", all: "全部", none: "没有找到，换个词试试。", close: "关闭", surprise: "随便看看", given: "默认", like: "收藏" },
  };
  Modes.add("grid", { names: /grid|collection|catalog|encyclop|图鉴|百科|合集/i, defaults: { items: [], search: "" }, words, run: grid });
  Modes.add("timeline", { names: /timeline|history|时间轴|时间线|年表|历史/i, defaults: { items: [] }, words, run: timeline });
  window.Explorer = { open, thing };
})();
