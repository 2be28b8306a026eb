// The book: the title page, scenes with choices, what is carried, typed commands, the endings.
"use strict";

(function () {
  const { $, make, setup, text, tone, toast } = window.Kit;
  const C = setup({ title: "Story", intro: "", start: "", health: 0, scenes: null, rooms: null, story: null, nodes: null, passages: null, items: null, lost: "", commands: true, sound: true }, {
    en: { start: "Begin", resume: "Go on reading", again: "Start again", back: "One step back", carry: "You carry", nothing: "Nothing yet", health: "Health", needs: "needs", found: "Found", endings: "Endings", unknown: "Not found yet", end: "The end", good: "A good end", bad: "A bad end", lost: "You have no strength left.", next: "Go on", type: "Type what you do, or a number…", say: "Do it", unclear: "That does not help here. Try a number, “look”, “items” or “back”.", scene: "Scene", journal: "Your way so far", empty: "There is no story yet.", choose: "What do you do?", stuck: "There is no way on from here yet." },
    zh: { start: "开始", resume: "继续阅读", again: "重新开始", back: "退回一步", carry: "随身物品", nothing: "还没有", health: "体力", needs: "需要", found: "获得", endings: "结局", unknown: "尚未发现", end: "终", good: "好结局", bad: "坏结局", lost: "你已经没有力气了。", next: "继续", type: "输入你的行动，或数字…", say: "行动", unclear: "这样行不通。试试数字、“查看”、“物品”或“返回”。", scene: "场景", journal: "走过的路", empty: "还没有故事。", choose: "你要怎么做？", stuck: "这里暂时无路可走。" },
  });
  const W = C.words, app = $("#app"), story = window.Story.create(C), { key } = window.Story;
  const play = (...notes) => { if (C.sound) notes.forEach((hertz, i) => tone(hertz, 0.3, 0.06, i * 0.12)); };
  const emoji = (words) => (String(words).match(/\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u) || [""])[0];
  const SIGNS = [[/key|钥匙/i, "🗝️"], [/lamp|lantern|torch|灯|火把/i, "🏮"], [/rope|绳/i, "🪢"], [/map|地图/i, "🗺️"], [/sword|blade|knife|dagger|剑|刀/i, "🗡️"], [/book|diary|journal|书|日记/i, "📖"], [/letter|note|信|纸条/i, "✉️"], [/coin|gold|money|币|金|钱/i, "🪙"], [/potion|flask|bottle|药|瓶/i, "🧪"], [/gem|crystal|stone|jewel|宝石|水晶|石/i, "💎"], [/branch|stick|staff|wood|树枝|木|杖/i, "🪵"], [/food|bread|apple|cake|食物|面包|果/i, "🍎"], [/card|badge|卡|证/i, "🪪"], [/bell|铃|钟/i, "🔔"], [/ring|戒指/i, "💍"], [/shield|盾/i, "🛡️"], [/phone|radio|手机|电话/i, "📻"], [/flower|rose|花/i, "🌸"], [/feather|羽/i, "🪶"]];
  const signOf = (name) => emoji(name) || (SIGNS.find(([pattern]) => pattern.test(name)) || [0, "🎒"])[1];
  const plain = (name) => name.replace(emoji(name) || "\u0000", "").trim() || name;
  const button = (words, act, className = "primary") => make("button", { type: "button", className, textContent: words, onclick: act });
  let pressed = () => {};

  const picture = (words, className = "picture") => make("div", { className, data: { art: words } });

  function show(...parts) {
    app.replaceChildren(...parts.filter(Boolean));
    window.drawArt(app);
  }

  function cover() {
    const begun = story.scene && !story.isEnd(story.scene) && !story.now.lost;
    const begin = () => { story.begin(); play(392, 494, 587); page([]); };
    const buttons = story.scenes.length ? [begun ? button(W.resume, () => page([])) : null, button(begun ? W.again : C.start || W.start, begin, begun ? "chip" : "primary")] : [];
    pressed = (name) => { if (name === "Enter" && story.scenes.length) (begun ? () => page([]) : begin)(); };
    show(make("section", { className: "panel cover" }, picture(`${C.icon} ${C.title}`), make("div", { className: "cover-text" }, make("h2", { textContent: C.title }), make("p", { textContent: story.scenes.length ? C.intro || C.subtitle : W.empty }), make("div", { className: "row centre" }, buttons), story.all.length && story.endings.size ? make("p", { className: "muted", textContent: `${W.endings}: ${story.endings.size} / ${story.all.length}` }) : null)));
  }

  // ---- a scene ----
  function take(each) {
    if (!story.open(each)) { play(180); toast(`🔒 ${W.needs}: ${each.needs.filter((name) => !story.has(name)).join(", ")}`); return; }
    const health = story.now.health, got = story.take(each);
    if (story.now.health < health) play(220, 175);
    else if (got.length) play(523, 659, 784);
    else play(392);
    page(got, each.says);
  }
  function options(scene) {
    return scene.choices.map((each, i) => {
      const open = story.open(each), lacking = each.needs.filter((name) => !story.has(name)).map(plain).join(", ");
      return make("button", { type: "button", className: "option", onclick: () => take(each), aria: { disabled: !open } }, make("kbd", { textContent: open ? i + 1 : "🔒" }), make("span", {}, each.text || W.next, open ? null : make("small", { textContent: `${W.needs}: ${lacking}` })));
    });
  }
  function ending(scene) {
    const lost = story.now.lost, kind = lost || /bad|sad|death|dead|lose|lost|坏|悲|死|失败/.test(scene.ending) ? "bad" : /good|happy|win|best|true|好|胜|成功|圆满/.test(scene.ending) ? "good" : "end";
    play(...(kind === "bad" ? [330, 262, 220] : [523, 659, 784, 1047]));
    return make("div", { className: `ending ${kind}` }, make("p", { className: "ending-name", textContent: kind === "good" ? `✦ ${W.good}` : kind === "bad" ? `☾ ${W.bad}` : `✦ ${W.end}` }), lost ? make("p", { textContent: C.lost || W.lost }) : null, make("p", { className: "muted", textContent: `${W.endings}: ${story.endings.size} / ${story.all.length}` }), make("div", { className: "row centre" }, button(W.again, restart), story.canGoBack ? button(W.back, back, "chip") : null));
  }
  function restart() { story.begin(); page([]); }
  function back() { if (story.canGoBack) { story.back(); page([]); } }

  function page(got, says = "") {
    const scene = story.scene;
    if (!scene) return cover();
    const over = story.isEnd(scene) || story.now.lost, stuck = !over && scene.choices.every((each) => !story.open(each));
    const heading = make("h2", { textContent: scene.title || C.title, tabIndex: -1 });
    const body = scene.text.split(/\n+/).filter(Boolean).map((words, i) => make("p", { textContent: words, style: { "--i": i } }));
    const found = got.map((name) => make("p", { className: "found", textContent: `${signOf(name)} ${W.found}: ${plain(name)}` }));
    const act = over ? ending(scene) : make("div", { className: "options", role: "group", aria: { label: W.choose } }, options(scene), stuck ? make("p", { className: "muted", textContent: W.stuck }) : null);
    show(make("div", { className: "book" }, make("article", { className: "panel page" }, picture(scene.art || `${emoji(scene.icon)} ${scene.title || scene.text.slice(0, 40)}`), make("div", { className: "page-text" }, heading, make("div", { className: "prose" }, says ? make("p", { className: "says", textContent: says }) : null, body), found, act, over || !C.commands ? null : typed(scene)))), side());
    pressed = (name) => { const each = scene.choices[Number(name) - 1]; if (each && !over) take(each); if (name === "Backspace") back(); };
    heading.focus({ preventScroll: true });
    if (app.getBoundingClientRect().top < 0) scrollTo({ top: 0 });
  }

  // ---- typed commands ----
  function typed(scene) {
    const field = make("input", { placeholder: W.type, autocomplete: "off", aria: { label: W.type } }), answer = make("p", { className: "muted answer", role: "status" });
    const form = make("form", { className: "typed" }, make("span", { textContent: "›", aria: { hidden: "true" } }), field, make("button", { className: "chip", textContent: W.say }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = key(field.value);
      field.value = "";
      if (said) obey(said, scene, answer);
    });
    return make("div", {}, form, answer);
  }
  function obey(said, scene, answer) {
    if (/^(back|undo|返回|后退)$/.test(said)) return back();
    if (/^(restart|again|重来|重新开始)$/.test(said)) return restart();
    if (/^(look|l|where|查看|看)$/.test(said)) { answer.textContent = scene.text; return; }
    if (/^(items?|inventory|i|bag|物品|背包)$/.test(said)) { answer.textContent = story.now.items.map(plain).join(", ") || W.nothing; return; }
    const best = scene.choices.map((each, i) => [likeness(said, each, i), each]).sort((a, b) => b[0] - a[0])[0];
    if (best && best[0] > 0) {
      take(best[1]);
      $(".typed input")?.focus({ preventScroll: true });
    } else answer.textContent = W.unclear;
  }
  // How much of what was typed stands in the choice.
  function likeness(said, each, i) {
    if (said === String(i + 1)) return 99;
    const words = key(each.text), parts = /[\u3400-\u9fff]/.test(said) ? [...said].filter((letter) => /[\u3400-\u9fff]/.test(letter)) : said.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2 && !/^(the|and|for|with|into)$/.test(part));
    return words.includes(said) ? 50 : parts.filter((part) => words.includes(part)).length;
  }

  // ---- beside the page ----
  function side() {
    const { now } = story, hearts = story.hearts ? make("section", { className: "panel part" }, make("h2", { textContent: W.health }), make("p", { className: "hearts", role: "img", aria: { label: `${W.health}: ${now.health} / ${story.hearts}` } }, Array.from({ length: story.hearts }, (_, i) => make("span", { className: i < now.health ? "" : "gone", textContent: "♥" })))) : null;
    const bag = make("section", { className: "panel part" }, make("h2", { textContent: W.carry }), now.items.length ? make("ul", { className: "bag" }, now.items.map((name) => make("li", {}, make("span", { textContent: signOf(name), aria: { hidden: "true" } }), plain(name)))) : make("p", { className: "muted", textContent: W.nothing }));
    const ends = make("section", { className: "panel part" }, make("h2", { textContent: `${W.endings} ${story.endings.size} / ${story.all.length}` }), make("ul", { className: "ends" }, story.all.map((one) => make("li", { className: story.endings.has(one.at) ? "has" : "" }, story.endings.has(one.at) ? `${emoji(one.icon) || "✦"} ${one.title || W.end}` : `◌ ${W.unknown}`))));
    const way = make("details", { className: "panel part" }, make("summary", { textContent: W.journal }), make("ol", {}, now.path.slice(-12).map((at) => make("li", { textContent: `${emoji(story.scenes[at].icon)} ${story.scenes[at].title || `${W.scene} ${at + 1}`}` }))));
    return make("aside", { className: "aside" }, hearts, bag, story.all.length ? ends : null, way, make("div", { className: "row" }, story.canGoBack ? button(`↶ ${W.back}`, back, "chip") : null, button(W.again, () => { story.leave(); cover(); }, "chip")));
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, summary")) return;
    if (event.key === "Enter" && event.target.closest?.("button")) return;
    pressed(event.key);
  });
  cover();
})();
