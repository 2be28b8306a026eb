// The story as CONTENT has it, however it was written, and where the reader is in it: the scene,
// what is carried, health, the way back. app.js shows it.
"use strict";

(function () {
  const { text, number, item, isObject, store } = window.Kit;
  const first = (one, keys) => keys.map((key) => one[key]).find((value) => value !== undefined && value !== null && value !== "");
  const key = (words) => text(words).trim().toLowerCase();
  const names = (value) => (Array.isArray(value) ? value : value === undefined || value === null || typeof value === "boolean" ? [] : String(text(value)).split(/\s*[,，、;]\s*/)).map((one) => text(one).trim()).filter((one) => one && !/^(none|no|null|nothing|false|无|没有)$/i.test(one));
  const entries = (value) => (Array.isArray(value) ? value : isObject(value) ? Object.entries(value).map(([id, one]) => (isObject(one) ? { id, ...one } : { id, text: text(one) })) : []);

  function choice(value) {
    const one = item(value, "text");
    return {
      text: text(first(one, ["text", "label", "title", "choice", "option", "action", "name"])),
      to: first(one, ["to", "next", "goto", "goTo", "target", "scene", "leadsTo", "id"]),
      gives: names(first(one, ["gives", "give", "gain", "gets", "item", "adds", "reward"])),
      needs: names(first(one, ["needs", "need", "requires", "require", "required"])),
      takes: names(first(one, ["takes", "loses", "uses", "remove"])),
      health: Math.max(-9, Math.min(9, number(first(one, ["health", "hp", "damage"])))),
      says: text(first(one, ["says", "result", "response"])),
    };
  }

  function scene(value, i) {
    const one = item(value, "text"), exits = isObject(one.exits) ? Object.entries(one.exits).map(([way, to]) => ({ text: way, to })) : [];
    const listed = first(one, ["choices", "options", "actions", "paths"]), ending = first(one, ["ending", "end", "isEnding"]);
    return {
      at: i, id: text(one.id ?? one.key ?? i + 1), title: text(one.title ?? one.name), icon: text(one.icon ?? one.emoji), art: text(one.art ?? one.image ?? ""),
      text: text(first(one, ["text", "description", "desc", "content", "body", "story"])), gives: names(first(one, ["gives", "items"])), health: number(one.health),
      ending: ending === true ? "end" : ending === false ? "" : key(ending).replace(/^(false|no|none)$/, ""),
      choices: [...(Array.isArray(listed) ? listed : isObject(listed) ? Object.entries(listed).map(([words, to]) => (isObject(to) ? { text: words, ...to } : { text: words, to })) : []), ...exits].filter((each) => each !== null && each !== undefined).map(choice),
    };
  }

  function read(C) {
    const source = [C.scenes, C.rooms, C.story, C.nodes, C.passages].map(entries).find((list) => list.length) || [];
    const scenes = source.map(scene).filter((one) => one.text || one.title).map((one, at) => ({ ...one, at }));
    const given = new Set(scenes.flatMap((one) => [...one.gives, ...one.choices.flatMap((each) => each.gives)]).map(key));
    // A choice to a scene that there is not leads on to the next one; an item that nobody gives is not needed.
    const find = (to, from) => {
      if (isObject(to)) return find(to.id ?? to.to ?? to.title, from);
      const said = key(to), exact = said && (scenes.find((one) => key(one.id) === said) || scenes.find((one) => key(one.title) === said));
      const like = said.length > 3 && scenes.find((one) => one.title && (key(one.title).includes(said) || said.includes(key(one.title))));
      return exact || like || scenes[from + 1] || null;
    };
    for (const one of scenes) {
      one.choices = one.ending && one.choices.length < 2 ? [] : one.choices;
      if (one.choices.length) one.ending = "";
      for (const each of one.choices) {
        each.needs = each.needs.filter((name) => given.has(key(name)));
        each.scene = find(each.to, one.at);
        each.text ||= each.scene?.title || "…";
      }
      one.choices = one.choices.filter((each, i, all) => each.scene !== null && (each.scene !== one || each.gives.length || all.length > 1));
    }
    // A story without any choice is read from scene to scene; the first one always leads somewhere.
    const plain = scenes.every((one) => !one.choices.length);
    for (const one of scenes) if (scenes[one.at + 1] && (one.at === 0 || plain) && !one.choices.length) one.choices.push({ ...choice(""), scene: scenes[one.at + 1] });
    return scenes;
  }

  function create(C) {
    const scenes = read(C), memory = store(`story:${C.title}`), kept = isObject(memory.get()) ? memory.get() : {};
    const hearts = Math.max(0, Math.min(12, Math.round(C.health)));
    const fresh = () => ({ at: -1, items: [], health: hearts, path: [], lost: false });
    const endings = new Set((Array.isArray(kept.endings) ? kept.endings : []).filter((at) => scenes[at]));
    let now = fresh(), past = [];
    if (isObject(kept.now) && scenes[kept.now.at]) now = { ...fresh(), ...kept.now, items: names(kept.now.items), path: (Array.isArray(kept.now.path) ? kept.now.path : []).filter((at) => scenes[at]), health: number(kept.now.health, hearts), lost: kept.now.lost === true };
    const has = (name) => now.items.some((one) => key(one) === key(name));
    const save = () => memory.set({ now, endings: [...endings] });
    const isEnd = (one) => !one.choices.length;

    function feel(change) {
      if (!hearts || !change) return;
      now.health = Math.max(0, Math.min(hearts, now.health + change));
      now.lost = now.health === 0;
    }
    function enter(one, back) {
      const got = [];
      if (back) for (const name of back.gives) if (!has(name)) { now.items.push(name); got.push(name); }
      if (back) now.items = now.items.filter((name) => !back.takes.some((gone) => key(gone) === key(name)));
      const again = now.path.includes(one.at);
      for (const name of again ? [] : one.gives) if (!has(name)) { now.items.push(name); got.push(name); }
      now.at = one.at;
      now.path.push(one.at);
      feel((back?.health || 0) + (again ? 0 : one.health));
      if (isEnd(one) && !now.lost) endings.add(one.at);
      save();
      return got;
    }
    return {
      scenes, endings, hearts, has,
      get now() { return now; },
      get scene() { return scenes[now.at] || null; },
      get canGoBack() { return past.length > 0; },
      all: scenes.filter(isEnd),
      isEnd,
      open: (each) => each.needs.every(has),
      begin() { past = []; now = fresh(); return enter(scenes[0]); },
      // What was newly found on the way.
      take(each) { past.push(structuredClone(now)); return enter(each.scene, each); },
      back() { if (past.length) now = past.pop(); save(); },
      leave() { past = []; now = fresh(); save(); },
    };
  }

  window.Story = { create, key };
})();
