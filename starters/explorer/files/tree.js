// A tree of people or posts: from nested children or from parents, folded by click, with details.
"use strict";

(function () {
  const { Kit, Modes, Explorer } = window, { make, $, text, item, hue, isObject } = Kit;

  // Children may be nested (children: []) or say whose they are (parent: "Anna").
  function roots(list) {
    const all = [], add = (value, parent) => {
      const one = item(value, "name"), node = { ...Explorer.thing(one, all.length), group: text(one.role ?? one.group ?? one.title ?? ""), id: text(one.id ?? one.name), parent: parent ? parent.id : text(one.parent ?? one.boss ?? one.parentId), partner: text(one.partner ?? one.spouse), when: text(one.years ?? one.born ?? one.year ?? one.date), children: [] };
      node.name = text(one.name, node.name);
      node.facts = node.facts.filter(([key]) => !["role", "parent", "boss", "parentId", "partner", "spouse", "years", "born"].includes(key));
      all.push(node);
      for (const child of Array.isArray(one.children) ? one.children : []) add(child, node);
      return node;
    };
    list.forEach((value) => add(value, null));
    const named = new Map(all.flatMap((one) => [[one.name, one], [one.id, one]])), tops = [];
    for (const one of all) {
      const above = named.get(one.parent);
      let loops = above === one;
      for (let up = above; up && !loops; up = named.get(up.parent)) { loops = up === one || up.seen === one; up.seen = one; }
      if (above && !loops) above.children.push(one); else { one.parent = ""; tops.push(one); }
    }
    return { all, tops };
  }

  function tree(C, W) {
    const source = C.items.length ? C.items : C.people.length ? C.people : isObject(C.root) ? [C.root] : [], { all, tops } = roots(source), tints = Modes.valid(C.colors, []), shut = new Set();
    const tint = (depth) => tints[depth % Math.max(1, tints.length)] || hue(depth), holder = make("div", { className: "scroll tree-box" }), search = make("input", { type: "search", placeholder: W.search, aria: { label: W.search } });
    let query = "", across = /across|left|horizontal|横/.test(C.direction);
    const below = (one) => one.children.reduce((sum, child) => sum + 1 + below(child), 0);
    function branch(one, depth) {
      const hit = query && [one.name, one.group, one.partner].join(" ").toLowerCase().includes(query);
      const card = make("button", { type: "button", className: `person ${hit ? "hit" : ""}`, onclick: () => Explorer.open(one, one.color || tint(depth), W, one.partner ? [make("p", {}, `${W.partner}: `, make("b", { textContent: one.partner }))] : []) }, make("span", { className: "face", textContent: one.icon || [...one.name][0] }), make("span", {}, make("b", { textContent: one.partner ? `${one.name} & ${one.partner}` : one.name }), one.group || one.when ? make("small", { textContent: [one.group, one.when].filter(Boolean).join(" · ") }) : null));
      const fold = one.children.length ? make("button", { type: "button", className: "fold", textContent: shut.has(one) ? `+${below(one)}` : "–", aria: { label: `${W.fold}: ${one.name}`, expanded: !shut.has(one) }, onclick: () => { shut[shut.has(one) ? "delete" : "add"](one); draw(); } }) : null;
      return make("li", { style: { "--hue": one.color || tint(depth) } }, make("div", { className: "node" }, card, fold), one.children.length && !shut.has(one) ? make("ul", {}, one.children.map((child) => branch(child, depth + 1))) : null);
    }
    const draw = () => holder.replaceChildren(make("ul", { className: `tree ${across || innerWidth < 620 ? "across" : ""}` }, tops.map((one) => branch(one, 0))));
    search.addEventListener("input", () => { query = search.value.trim().toLowerCase(); draw(); });
    addEventListener("resize", draw);
    $("#app").replaceChildren(make("div", { className: "finder" }, search, Modes.button(W.open, () => { shut.clear(); draw(); }), Modes.button(W.shut, () => { all.forEach((one) => one.children.length && one.parent === "" && one.children.forEach((child) => shut.add(child))); draw(); }), Modes.button(W.turn, () => { across = !across; draw(); })), make("section", { className: "panel" }, tops.length ? holder : make("p", { className: "none", textContent: W.none })));
    draw();
  }

  Modes.add("tree", {
    names: /tree|family|org|hierarch|家谱|族谱|组织|架构|树/i,
    defaults: { items: [], people: [], root: null, direction: "down" },
    words: {
      en: { search: "Search a name", open: "Open all", shut: "Close branches", turn: "Turn", fold: "Fold", partner: "Together with", close: "Close", none: "Nobody here yet." },
      zh: { search: "搜索姓名", open: "全部展开", shut: "收起分支", turn: "换方向", fold: "折叠", partner: "伴侣", close: "关闭", none: "还没有成员。" },
    },
    run: tree,
  });
})();
