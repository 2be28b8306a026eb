// Fortunes: a magic ball, cards face down, a cookie, bamboo slips, names. What can be drawn is in the settings.
"use strict";

(function () {
  const { Kit, Modes, Tool, Chance } = window, { make, text, item, calm } = Kit;
  const RARE = [["SSR", 4], ["SR", 12], ["R", 30], ["N", 60]]; // how often each is drawn beside the others
  const LOOKS = ["ball", "cards", "cookie", "slip", "name"];
  const NAMED = { ball: /ball|8|球/i, cards: /card|tarot|gacha|牌|抽卡/i, cookie: /cookie|饼/i, slip: /slip|stick|lot|daily|签|运势/i, name: /name|名/i };
  const wait = (time) => new Promise((done) => setTimeout(done, calm ? 30 : time));

  const SAMPLES = {
    en: {
      ball: ["It is certain", "Without a doubt", "Yes, definitely", "You may rely on it", "Most likely", "Signs point to yes", "Ask again later", "Better not tell you now", "Concentrate and ask again", "Don't count on it", "My reply is no", "Very doubtful"],
      cards: ["🃏 The Fool: A beginning. Take the first step lightly.", "🎩 The Magician: All the tools are on your table already.", "🌙 The High Priestess: Be quiet and listen.", "🌾 The Empress: Something is growing. Water it.", "🏛️ The Emperor: Put things in order.", "💞 The Lovers: Choose with your whole heart.", "🏇 The Chariot: Hold the reins, and go.", "🦁 Strength: Gentleness wins today.", "🏮 The Hermit: Look inward for a while.", "🎡 Wheel of Fortune: The tide is turning.", "⚖️ Justice: What is fair will show.", "🙃 The Hanged Man: See it upside down.", "⚡ The Tower: What falls makes room.", "⭐ The Star: Hope is a good guide.", "🌞 The Sun: A bright, warm day.", "🌍 The World: A circle closes."],
      cookie: ["A small kindness will come back to you.", "Today's detour is tomorrow's favourite street.", "You will soon hear good news.", "Rest is part of the work.", "Someone is thinking of you fondly.", "Begin; the rest is easier."],
      slip: ["🌟 Great luck: Whatever you begin today goes well.", "🍀 Good luck: An old friend brings joy.", "🌤️ Some luck: Slow steps, sure steps.", "🌱 Luck is growing: Wait a little longer.", "☁️ Quiet day: Rest and tidy up."],
      first: ["Silver", "Maple", "Misty", "Amber", "Quiet", "North", "Clever", "Velvet"], second: ["Fox", "River", "Harbor", "Lantern", "Owl", "Meadow", "Comet", "Harvest"],
    },
    zh: {
      ball: ["毫无疑问", "一定会的", "可以相信", "看起来不错", "迹象显示：是", "很有可能", "稍后再问", "现在还不能说", "静下心再问一次", "别抱太大希望", "我的回答是不", "非常值得怀疑"],
      cards: ["🃏 愚者：新的开始，轻松迈出第一步。", "🎩 魔术师：你需要的都已在手中。", "🌙 女祭司：安静下来，听听内心。", "🌾 皇后：有些事正在生长，记得浇水。", "🏛️ 皇帝：把事情理清楚。", "💞 恋人：用真心去选择。", "🏇 战车：握紧缰绳，向前走。", "🦁 力量：温柔也能取胜。", "🏮 隐者：独处片刻，会有答案。", "🎡 命运之轮：转机就要来了。", "⚖️ 正义：公平终会显现。", "🙃 倒吊人：换个角度看看。", "⚡ 高塔：旧的倒下，新的才有地方。", "⭐ 星星：希望是好向导。", "🌞 太阳：明亮温暖的一天。", "🌍 世界：一段旅程圆满了。"],
      cookie: ["小小的善意会回到你身边。", "今天的弯路，是明天最爱的小街。", "你很快会听到好消息。", "休息也是工作的一部分。", "有人正温柔地想着你。", "先开始，剩下的会更容易。"],
      slip: ["🌟 大吉：今天开始的事都会顺利。", "🍀 中吉：老朋友会带来快乐。", "🌤️ 小吉：慢慢走，走得稳。", "🌱 末吉：再等一等，好运在路上。", "☁️ 平：安静的一天，适合整理。"],
      first: [..."林苏沈顾叶温江陆"], second: ["清和", "知夏", "云舒", "晚晴", "子墨", "若溪", "明远", "安然"],
    },
  };

  // An item as { icon, name, text, rare, tint }, from an object or "🌙 The Moon: Be quiet."
  function thingOf(value) {
    const one = item(value, "name"), whole = text(one.name ?? one.title ?? one.text), parts = text(one.text) ? null : /^(.{1,40}?)[:：]\s*(.+)$/.exec(whole);
    const icon = text(one.icon ?? one.emoji) || /^(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*)/u.exec(whole)?.[0] || "";
    const name = (parts ? parts[1] : whole).replace(icon, "").trim();
    const rare = text(one.rarity).trim().toUpperCase(), stars = Number(rare.replace(/[★⭐]/g, "x").match(/^x+$/)?.[0].length ?? rare);
    const level = RARE.find(([key]) => key === rare)?.[0] || (stars > 0 ? RARE[Math.max(0, 5 - stars)]?.[0] || "N" : "");
    return { icon, name: name || text(one.text), text: parts ? parts[2] : name ? text(one.text) : "", rare: level };
  }
  const weight = (thing) => RARE.find(([key]) => key === thing.rare)?.[1] ?? 30;

  // Some of the things, the rare ones seldom; the same all day where chance has a seed.
  function drawFrom(things, many, again, chance) {
    const rest = [...things], won = [];
    while (won.length < many && rest.length) {
      let at = chance() * rest.reduce((sum, one) => sum + weight(one), 0), i = 0;
      while (i < rest.length - 1 && (at -= weight(rest[i])) >= 0) i++;
      won.push(rest[i]);
      if (!again) rest.splice(i, 1);
    }
    return won;
  }
  function seeded(words) {
    let state = 9;
    for (const letter of words) state = (Math.imul(state, 31) + letter.codePointAt(0)) | 0;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }
  const nameOf = (thing) => `${thing.icon} ${thing.name}`.trim();

  function ball(stage, face) {
    const words = make("span", { className: "ball-words", textContent: "8" }), orb = make("button", { type: "button", className: "ball", aria: { label: face.label } }, make("span", { className: "ball-window" }, words));
    stage.append(orb);
    return {
      press: orb,
      async show([won]) {
        orb.classList.remove("told");
        orb.classList.add("shaken");
        await wait(1100);
        words.textContent = won.name;
        words.style.setProperty("--long", Math.max(1, [...won.name].length / 12));
        orb.classList.remove("shaken");
        orb.classList.add("told");
      },
    };
  }
  function cardOf(thing, place) {
    const back = make("span", { className: "card-back", textContent: "✦", aria: { hidden: "true" } });
    const front = make("span", { className: "card-front" }, thing.rare ? make("b", { className: "rare", textContent: thing.rare }) : null, thing.icon ? make("span", { className: "card-icon", textContent: thing.icon }) : null, make("b", { textContent: thing.name }), thing.text ? make("small", { textContent: thing.text }) : null);
    return make("figure", { className: "fate", data: { rare: thing.rare } }, make("span", { className: "fate-card" }, back, front), place ? make("figcaption", { textContent: place }) : null);
  }
  function cards(stage, face) {
    const row = make("div", { className: "fates" });
    const empty = { icon: "", name: "", text: "", rare: "" };
    row.append(...Array.from({ length: face.many }, (_, i) => cardOf(empty, face.places[i])));
    const told = make("ul", { className: "readings" }); // what small cards have no room for
    stage.append(row, told);
    return {
      press: row,
      async show(won) {
        row.replaceChildren(...won.map((one, i) => cardOf(one, face.places[i])));
        row.classList.toggle("many", won.length > 4);
        told.replaceChildren();
        await wait(450);
        for (const card of row.children) { card.classList.add("open"); await wait(won.length > 4 ? 140 : 420); }
        told.replaceChildren(...[...new Set(won)].filter((one) => one.text).map((one) => make("li", {}, make("b", { textContent: nameOf(one) }), " ", one.text)));
        told.classList.toggle("always", won.length > 4);
      },
    };
  }
  function cookie(stage, face) {
    const slip = make("span", { className: "cookie-slip" }), whole = make("button", { type: "button", className: "cookie", aria: { label: face.label } }, make("i"), make("i"), slip);
    stage.append(whole);
    return {
      press: whole,
      async show([won]) {
        whole.classList.remove("open");
        await wait(300);
        slip.replaceChildren(nameOf(won), won.text ? make("small", { textContent: won.text }) : "");
        whole.classList.add("open");
        await wait(700);
      },
    };
  }
  function slip(stage, face) {
    const sticks = Array.from({ length: 9 }, (_, i) => make("i", { style: { "--i": i - 4 } })), tube = make("button", { type: "button", className: "tube", aria: { label: face.label } }, sticks, make("b", { textContent: face.mark })), paper = make("div", { className: "lot", hidden: true });
    stage.append(tube, paper);
    return {
      press: tube,
      async show([won]) {
        paper.hidden = true;
        tube.classList.add("shaken");
        sticks.forEach((one) => one.classList.remove("out"));
        await wait(1000);
        tube.classList.remove("shaken");
        sticks[Math.floor(Math.random() * sticks.length)].classList.add("out");
        await wait(350);
        paper.replaceChildren(make("b", { textContent: nameOf(won) }), won.text ? make("p", { textContent: won.text }) : "");
        paper.hidden = false;
      },
    };
  }
  function namePlates(stage, face, W) {
    const list = make("ul", { className: "plates" });
    stage.append(list);
    const copy = async (name) => Kit.toast((await Modes.copy(name)) ? `${name} ${W.copied}` : W.failed);
    return {
      press: null,
      async show(won) {
        list.replaceChildren(...won.map((one, i) => make("li", { style: { "animation-delay": `${i * 70}ms` } }, make("button", { type: "button", className: "plate", title: W.copy, onclick: () => copy(one.name) }, nameOf(one), one.text ? make("small", { textContent: one.text }) : null))));
      },
    };
  }
  const SHOWS = { ball, cards, cookie, slip, name: namePlates };

  const texts = (list) => list.map((one) => text(one)).filter(Boolean);
  // Names are put together of two lists, unless whole ones are given.
  function pairsOf(C, samples) {
    const [first, second] = [texts(C.first), texts(C.second)], both = first.length || second.length ? [first.length ? first : [""], second.length ? second : [""]] : [samples.first, samples.second];
    return both[0].flatMap((one) => both[1].map((two) => thingOf([one, two].filter(Boolean).join(C.lang === "zh" || /^[a-z'-]/.test(two) ? "" : " "))));
  }
  function lookOf(C) {
    const said = `${C.look} ${C.title}`;
    return LOOKS.find((one) => one === C.look.toLowerCase()) || LOOKS.find((one) => NAMED[one].test(C.look)) || LOOKS.find((one) => NAMED[one].test(said)) || "cards";
  }

  function fortune(C, W) {
    const look = lookOf(C), samples = SAMPLES[C.lang], given = C.items.map(thingOf).filter((one) => one.name), count = Math.round(C.count);
    const things = given.length ? given : look === "name" ? pairsOf(C, samples) : samples[look].map(thingOf);
    const many = look === "cards" ? Modes.clamp(count || 3, 1, 10) : look === "name" ? Modes.clamp(count || 6, 1, 12) : 1, gacha = look === "cards" && things.some((one) => one.rare);
    const press = C.button || C.spin || TABLES[C.lang].draw[look];
    const stage = make("div", { className: `fortune look-${look}` }), result = make("p", { className: look === "name" ? "muted" : "result", role: "status", textContent: W.ready || TABLES[C.lang].begin[look] }), past = Chance.Past(W);
    const show = SHOWS[look](stage, { many, places: texts(C.places), label: press, mark: C.lang === "zh" ? "签" : "✦" }, W);
    const question = make("input", { placeholder: C.question || W.question, aria: { label: C.question || W.question }, maxLength: 90 });
    let busy = false;
    const draw = async (number) => {
      if (busy) return;
      busy = true;
      result.textContent = "…";
      // A fortune of the day stays what it is until tomorrow, for the same question.
      const chance = C.daily ? seeded(`${new Date().toDateString()} ${question.value.trim().toLowerCase()} ${number}`) : Math.random, won = drawFrom(things, number, gacha || number > things.length, chance);
      await show.show(won);
      busy = false;
      result.textContent = look === "name" ? W.names : look === "ball" ? `${question.value.trim()} ${question.value.trim() ? "→ " : ""}${won[0].name}` : won.map(nameOf).join(C.lang === "zh" ? "、" : ", ");
      result.classList.toggle("long", won.length > 3);
      past.add(look === "name" ? won.map((one) => one.name).join(", ") : result.textContent);
      Chance.ding(C);
    };
    show.press?.addEventListener("click", () => draw(many));
    const asks = look === "ball" || (C.question && look !== "name");
    question.addEventListener("keydown", (event) => { if (event.key === "Enter") draw(many); });
    const buttons = make("div", { className: "row centre" }, Modes.button(press, () => draw(many), "primary"), gacha && many !== 10 ? Modes.button(W.ten, () => draw(10)) : null);
    Chance.place([asks ? question : null, stage, result, buttons, C.daily ? make("p", { className: "muted", textContent: W.daily }) : null].filter(Boolean), past.box);
    if (look === "name") draw(many);
  }

  const TABLES = {
    en: { begin: { ball: "Think of a question.", cards: "The cards are waiting.", cookie: "Break it open.", slip: "Shake it until one falls out.", name: "" }, draw: { ball: "Shake", cards: "Draw", cookie: "Open", slip: "Shake", name: "New names" } },
    zh: { begin: { ball: "心里想一个问题。", cards: "牌已备好。", cookie: "掰开看看。", slip: "摇一摇，求一支签。", name: "" }, draw: { ball: "摇一摇", cards: "抽牌", cookie: "掰开", slip: "求签", name: "换一批" } },
  };
  const en = { ready: "", question: "What do you want to know?", ten: "Draw ten", names: "Click a name to copy it.", daily: "What is drawn stays so until tomorrow.", copy: "Copy", copied: "copied", failed: "The browser does not allow copying here." };
  const zh = { ready: "", question: "你想知道什么？", ten: "十连抽", names: "点击名字可以复制。", daily: "今天的结果明天才会变。", copy: "复制", copied: "已复制", failed: "浏览器不允许复制。" };
  Modes.add("fortune", {
    names: /fortune|magic|8.?ball|tarot|oracle|gacha|name gen|算命|占卜|塔罗|运势|求签|起名|抽卡/i,
    defaults: { ...Chance.defaults, count: 0, look: "", first: [], second: [], places: [], question: "", button: "", daily: false },
    words: { en: { ...Chance.words.en, ...en }, zh: { ...Chance.words.zh, ...zh } },
    run: fortune,
  });
})();
