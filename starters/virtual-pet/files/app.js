// The pet's page: its place with day and night, what it needs, what can be done for it, the shop.
"use strict";

(function () {
  const { $, make, setup, text, toast, tone, calm, colour, sign } = window.Kit;
  const C = setup({ look: "", name: "", colour: "", second: "", scene: "", sound: true, needs: [], actions: [], stages: [], shop: null, chat: [], gentle: true, dayMinutes: 6, hint: "" }, {
    en: { name: "Pip", stroke: "Stroke", needs: "It needs", care: "Take care", shop: "Little things", coins: "Coins", day: "Day {n}", grows: "Growing up", grown: "All grown up", again: "Start again", sure: "Really start again?", sound: "Sound", keys: "Keys 1 to 9 work too, the space bar strokes", full: "No more, thank you!", thanks: "Thank you!", woke: "Hm? I am awake.", grew: "has grown:", poor: "coins are missing", back: "You are back! I missed you.", gone: "has moved out", goneText: "Nobody was there for too long. A new friend is waiting.", have: "yours", bonus: "Catch it!", asleep: "asleep", sad: "unhappy", low: "needs you", fine: "content", happy: "happy", called: "Name", low_say: "I need something…" },
    zh: { name: "团子", stroke: "抚摸", needs: "它的需要", care: "照顾它", shop: "小物件", coins: "金币", day: "第 {n} 天", grows: "成长", grown: "已经长大", again: "重新开始", sure: "确定重新开始？", sound: "声音", keys: "也可按数字键 1 到 9，空格键抚摸", full: "已经够啦，谢谢！", thanks: "谢谢你！", woke: "嗯？我醒啦。", grew: "长大了：", poor: "金币不够", back: "你回来啦！我想你了。", gone: "离家出走了", goneText: "太久没有人照顾它。一位新朋友在等你。", have: "已有", bonus: "快接住！", asleep: "睡着了", sad: "难过", low: "需要你", fine: "还不错", happy: "开心", called: "名字", low_say: "我需要一点东西……" },
  });
  const W = C.words, zh = C.lang === "zh", app = $("#app");
  const usualList = (rows, keys) => rows.map((row) => Object.fromEntries(keys.map((key, i) => [key, row[i]])));
  const pick = (en, chinese) => (zh ? chinese : en);
  const USUAL = {
    needs: usualList([[pick("Food", "饱腹"), "🍎", 6], [pick("Fun", "快乐"), "🎈", 7], [pick("Rest", "精力"), "💤", 4], [pick("Bath", "清洁"), "🛁", 5]], ["name", "icon", "falls"]),
    actions: usualList([[pick("Meal", "吃饭"), "🍲", 0, 30, "eat"], [pick("Play", "玩球"), "⚽", 1, 30, "play"], [pick("Sleep", "睡觉"), "🌙", 2, 45, "sleep"], [pick("Wash", "洗澡"), "🫧", 3, 40, "wash"], [pick("Treat", "零食"), "🍪", 0, 12, "eat"], [pick("Dance", "跳舞"), "🎶", 1, 18, "dance"]].map(([label, icon, at, ...rest]) => [label, icon, pick(["Food", "Fun", "Rest", "Bath"], ["饱腹", "快乐", "精力", "清洁"])[at], ...rest]), ["label", "icon", "need", "amount", "does"]),
    stages: usualList([[pick("Baby", "幼年"), "", 0], [pick("Youngling", "少年"), "", 12], [pick("Grown up", "成年"), "", 36]], ["name", "sign", "at"]),
    shop: usualList([[pick("Hat", "礼帽"), "🎩", 15], [pick("Flower", "小花"), "🌻", 10], [pick("Gem", "宝石"), "💎", 25]], ["name", "icon", "cost"]),
  };
  if (!C.name) C.name = W.name;
  const life = window.Life.create(C, USUAL), { state } = life;
  let sound = C.sound, asked = 0, joy = 0, quiet = 0, stageWas = life.stage(), last = performance.now();
  const started = Date.now();
  const play = (...notes) => { if (sound) notes.forEach(([hertz, seconds = 0.12, volume = 0.07], i) => tone(hertz, seconds, volume, i * 0.08)); };
  const put = (element, words) => { if (element.textContent !== String(words)) element.textContent = words; };

  // ---- where it lives ----
  const SCENES = { meadow: "🌼🌳🌷🍄", room: "🪴🛋️🧸🖼️", forest: "🌲🌲🍄🌿", beach: "🌴🐚⛱️🦀", snow: "🌲⛄❄️🌲", space: "🪐✨🛸🌑", lab: "🔧🖥️🔩💡", sea: "🪸🐠🌿🐚" };
  const scene = Object.keys(SCENES).find((one) => C.scene.toLowerCase().includes(one)) || (/robot/i.test(C.look) ? "lab" : /plant/i.test(C.look) ? "room" : "meadow");
  const signs = [...new Intl.Segmenter().segment(SCENES[scene])].map((one) => one.segment);
  const hidden = { hidden: "true" };
  const decor = signs.map((one, i) => make("span", { className: `decor d${i}`, textContent: one, aria: hidden }));
  const things = make("div", { className: "things", aria: hidden }), fx = make("div", { className: "fx", aria: hidden });
  const pet = make("button", { type: "button", className: "pet" }), bubble = make("p", { className: "bubble", role: "status", hidden: true });
  const coins = make("b"), dayText = make("b"), stageText = make("b");
  const sky = make("div", { className: "sky", aria: hidden }, make("i", { className: "sun" }), make("i", { className: "moon" }), make("i", { className: "stars" }));
  const place = make("section", { className: "panel place", data: { scene } }, sky, make("div", { className: "ground", aria: hidden }), decor, things, make("div", { className: "night", aria: hidden }), pet, bubble, fx,
    make("div", { className: "plates" }, make("span", { className: "plate" }, "🪙 ", coins), make("span", { className: "plate" }, stageText), make("span", { className: "plate" }, dayText)));
  const creature = window.Creature.create(pet, C.look || `${C.title} ${C.icon}`, [colour(C.colour), colour(C.second)], sign(C.look));

  // ---- what it needs, what can be done ----
  const name = make("input", { className: "name", value: state.name, maxLength: 24, aria: { label: W.called } });
  const mood = make("span", { className: "mood" });
  name.addEventListener("change", () => { state.name = name.value.trim() || C.name; name.value = state.name; life.save(); });
  const bars = life.needs.map((one, i) => {
    const fill = make("i"), value = make("span", { className: "muted" });
    const meter = make("div", { className: "meter", role: "meter", aria: { label: one.name, valuemin: 0, valuemax: 100 } }, fill);
    const tint = colour(one.colour) || ["#f08c00", "#e64980", "#5c7cfa", "#0ca678", "#ae3ec9", "#74b816"][i % 6];
    return { row: make("div", { className: "need", style: { "--tint": tint } }, make("span", { className: "need-name" }, make("span", { textContent: sign(one.icon), aria: hidden }), one.name), value, meter), fill, value, meter };
  });
  const growth = make("i"), growthText = make("span", { className: "muted" });
  const buttons = life.actions.map((one, i) => make("button", { type: "button", className: "deed", onclick: () => act(i) }, make("kbd", { textContent: i + 1, aria: hidden }), make("span", { className: "deed-icon", textContent: sign(one.icon), aria: hidden }), make("span", { textContent: one.label })));
  const wares = life.shop.map((one, i) => { const price = make("small"); return { price, button: make("button", { type: "button", className: "ware", onclick: () => buy(i) }, make("span", { textContent: sign(one.icon), aria: hidden }), make("b", { textContent: one.name }), price) }; });
  const soundButton = make("button", { type: "button", className: "chip", textContent: `♪ ${W.sound}`, aria: { pressed: sound }, onclick: () => { sound = !sound; soundButton.setAttribute("aria-pressed", sound); } });
  const again = make("button", { type: "button", className: "chip", textContent: W.again, onclick: restart });
  const care = make("section", { className: "panel care" }, make("div", { className: "row spread who" }, name, mood), make("div", { className: "needs", role: "group", aria: { label: W.needs } }, bars.map((bar) => bar.row)),
    make("h2", { textContent: W.care }), make("div", { className: "deeds" }, buttons), make("p", { className: "muted keys", textContent: C.hint || W.keys }),
    make("div", { className: "growth" }, make("div", { className: "row spread" }, make("b", { textContent: `🌱 ${W.grows}` }), growthText), make("div", { className: "meter" }, growth)),
    wares.length ? [make("h2", { textContent: W.shop }), make("div", { className: "wares" }, wares.map((ware) => ware.button))] : null, make("div", { className: "row foot-row" }, soundButton, again));

  function say(words, seconds = 3.2) {
    if (!words) return;
    bubble.textContent = words;
    bubble.hidden = false;
    bubble.classList.remove("pop");
    void bubble.offsetWidth;
    bubble.classList.add("pop");
    quiet = performance.now() + seconds * 1000;
  }
  // Signs that fly: `how` is the class of their animation.
  function fly(icon, how, count = 1) {
    for (let i = 0; i < (calm ? 1 : count); i++) {
      const one = make("span", { className: how, textContent: icon, style: { "--x": `${Math.round((Math.random() - 0.5) * (count > 1 ? 190 : 0))}px`, "--delay": `${i * 0.09}s` } });
      one.addEventListener("animationend", () => one.remove());
      setTimeout(() => one.remove(), 3500);
      fx.append(one);
    }
  }
  function move(how) {
    pet.dataset.does = "";
    void pet.offsetWidth;
    pet.dataset.does = how;
    clearTimeout(move.timer);
    move.timer = setTimeout(() => { pet.dataset.does = ""; }, 1500);
  }
  const SHOWS = {
    eat: (icon) => { fly(icon, "morsel"); play([330, 0.08], [262, 0.08], [330, 0.08]); }, drink: (icon) => { fly(icon, "morsel"); play([392, 0.1], [330, 0.1]); },
    play: (icon) => { fly(icon, "ball"); play([523], [659], [523], [784]); }, wash: (icon) => { fly(icon, "rise", 9); play([880, 0.06], [988, 0.06], [1175, 0.08]); },
    sleep: () => { fly("💤", "rise", 3); play([330, 0.3], [262, 0.4]); }, hug: () => { fly("❤️", "rise", 7); play([587, 0.15], [784, 0.2]); },
    dance: (icon) => { fly(icon, "rise", 5); play([523], [587], [659], [587], [784]); }, heal: (icon) => { fly(icon, "rise", 5); play([659, 0.2], [880, 0.3]); }, water: () => { fly("💧", "drop", 9); play([988, 0.05], [880, 0.05], [1047, 0.05]); },
  };
  function act(i) {
    if (state.gone) return;
    const one = life.actions[i], did = life.act(i);
    if (did === "full") { say(W.full); move("no"); play([180, 0.12]); return paint(); }
    if (did === "woke") { say(W.woke); move("hug"); return paint(); }
    move(one.does);
    SHOWS[one.does](sign(one.icon));
    say(one.says || W.thanks);
    joy = performance.now() + 2600;
    buttons[i].classList.remove("bought");
    void buttons[i].offsetWidth;
    buttons[i].classList.add("bought");
    return paint();
  }
  function stroke() {
    if (state.gone) return;
    if (state.sleeping > 0) { state.sleeping = 0; say(W.woke); }
    fly("❤️", "rise", 2);
    move("hug");
    joy = performance.now() + 1600;
    play([659 + Math.random() * 120, 0.1, 0.05]);
    if (performance.now() > quiet && Math.random() < 0.5) chat();
    paint();
  }
  pet.addEventListener("click", stroke);
  function buy(i) {
    if (state.has.includes(i)) return move("dance");
    if (!life.buy(i)) { toast(`🪙 ${life.shop[i].cost - state.coins} ${W.poor}`); play([160, 0.12]); return null; }
    play([784], [988], [1319]);
    move("dance");
    joy = performance.now() + 2500;
    fly("✨", "rise", 6);
    return paint();
  }
  function chat() {
    const lines = C.chat.map((line) => text(line)).filter(Boolean);
    if (lines.length) say(lines[Math.floor(Math.random() * lines.length)], 4);
  }
  function bonus() {
    const coin = make("button", { type: "button", className: "bonus", textContent: "🪙", aria: { label: W.bonus }, style: { left: `${8 + Math.random() * 76}%`, top: `${18 + Math.random() * 40}%` } });
    coin.addEventListener("click", () => { state.coins += 3; play([988], [1319]); toast("🪙 +3"); coin.remove(); paint(); });
    place.append(coin);
    setTimeout(() => coin.remove(), 9000);
    setTimeout(bonus, 20000 + Math.random() * 20000);
  }
  function leave() {
    if ($("dialog[open]")) return;
    const box = make("dialog", { className: "gone" }, make("div", { className: "box" }, make("p", { className: "huge", textContent: "🎒" }), make("h2", { textContent: `${state.name} ${W.gone}` }), make("p", { textContent: W.goneText }), make("button", { type: "button", className: "primary", textContent: W.again, onclick: () => box.close() })));
    box.addEventListener("close", () => { box.remove(); begin(); });
    document.body.append(box);
    box.showModal();
  }
  function begin() {
    life.reset();
    stageWas = life.stage();
    name.value = state.name;
    say(C.subtitle || W.thanks);
    paint();
  }
  function restart() {
    clearTimeout(asked);
    if (again.textContent === W.sure) { again.textContent = W.again; return begin(); }
    again.textContent = W.sure;
    asked = setTimeout(() => { again.textContent = W.again; }, 3500);
    return null;
  }

  // ---- what is seen ----
  const HATS = /🎩|👑|🎀|🧢|👒|⛑|🎓|🪖|🎧/u;
  let shownThings = "";
  function paintThings() {
    const key = state.has.join();
    if (key === shownThings && things.childElementCount) return;
    shownThings = key;
    let at = 0;
    const icons = state.has.map((i) => sign(life.shop[i].icon)), hat = icons.filter((icon) => HATS.test(icon)).pop();
    things.replaceChildren(...icons.filter((icon) => !HATS.test(icon)).map((icon) => make("span", { className: `thing t${at++ % 8}`, textContent: icon })));
    pet.dataset.hat = hat || "";
  }
  // 0 at midnight, a half at noon.
  function hour() {
    const now = new Date();
    return C.dayMinutes > 0 ? (0.36 + (Date.now() - started) / 60000 / Math.max(0.5, C.dayMinutes)) % 1 : (now.getHours() + now.getMinutes() / 60) / 24;
  }
  function paintSky() {
    const at = hour(), dark = Math.min(1, Math.max(0, (Math.abs(at - 0.5) - 0.24) * 9)), asleep = state.sleeping > 0;
    const night = scene === "space" ? 0.35 : dark;
    const arc = (shift) => { const turn = ((at + shift) % 1) * Math.PI * 2; return [`${50 - Math.sin(turn) * 44}%`, `${62 + Math.cos(turn) * 52}%`]; };
    [["sun", 0], ["moon", 0.5]].forEach(([one, shift]) => { const [x, y] = arc(shift); sky.style.setProperty(`--${one}-x`, x); sky.style.setProperty(`--${one}-y`, y); });
    place.style.setProperty("--night", asleep ? Math.max(0.75, night) : night);
  }
  function paint() {
    const feels = life.mood(), stage = life.stage(), one = life.stages[stage], next = life.next();
    creature.set(joy > performance.now() && feels !== "asleep" ? "happy" : feels, sign(one.sign));
    pet.setAttribute("aria-label", `${W.stroke}: ${state.name} (${W[feels]})`);
    place.style.setProperty("--grown", life.stages.length > 1 ? 0.76 + (0.24 * stage) / (life.stages.length - 1) : 1);
    bars.forEach((bar, i) => {
      const level = Math.round(state.levels[i]);
      bar.fill.style.setProperty("--at", `${level}%`);
      bar.row.classList.toggle("lacks", level < 30);
      put(bar.value, level);
      bar.meter.setAttribute("aria-valuenow", level);
    });
    put(mood, W[feels]);
    mood.dataset.mood = feels;
    [[coins, Math.floor(state.coins)], [dayText, W.day.includes("{n}") ? W.day.replace("{n}", life.days()) : `${W.day} ${life.days()}`], [stageText, one.name]].forEach(([element, words]) => put(element, words));
    growth.style.setProperty("--at", `${next ? ((state.deeds - one.at) / (next.at - one.at)) * 100 : 100}%`);
    put(growthText, next ? `${state.deeds} / ${next.at} → ${next.name}` : W.grown);
    wares.forEach((ware, i) => { const has = state.has.includes(i); put(ware.price, has ? `✓ ${W.have}` : `🪙 ${life.shop[i].cost}`); ware.button.setAttribute("aria-disabled", !has && life.shop[i].cost > state.coins); ware.button.classList.toggle("has", has); });
    bubble.hidden ||= performance.now() > quiet;
    if (stage > stageWas) grown(one);
    stageWas = stage;
    paintThings();
    paintSky();
    if (state.gone) leave();
  }
  function grown(one) {
    toast(`🎉 ${state.name} ${W.grew} ${one.name}`);
    move("dance");
    fly("🎉", "rise", 8);
    play([523, 0.15], [659, 0.15], [784, 0.15], [1047, 0.3]);
  }
  function tick() {
    const now = performance.now();
    life.tick(Math.min(5, (now - last) / 1000));
    last = now;
    const lowest = life.lowest();
    if (now > quiet + 6000 && state.sleeping <= 0 && !state.gone) {
      if (state.levels[lowest] < 32) say(life.needs[lowest].low || `${sign(life.needs[lowest].icon)} ${W.low_say}`, 4);
      else if (Math.random() < 0.03) chat();
    }
    if (state.sleeping > 0 && Math.random() < 0.12) fly("💤", "rise");
    paint();
  }

  app.append(place, care);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || $("dialog[open]") || event.target.closest?.("input")) return;
    const i = Number(event.key) - 1;
    if (i >= 0 && i < buttons.length) act(i);
    if (event.key === " " && !event.target.closest?.("button, a")) { event.preventDefault(); stroke(); }
  });
  setInterval(tick, 200);
  setInterval(() => life.save(), 5000);
  addEventListener("pagehide", () => life.save());
  setTimeout(bonus, 12000);
  if (life.away > 60) say(W.back, 4);
  else if (C.chat.length) chat();
  paint();
})();
