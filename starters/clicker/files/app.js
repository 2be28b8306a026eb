// The clicker's page: the thing in the middle, the shop beside it, achievements and the goal.
"use strict";

(function () {
  const { $, make, setup, text, toast, tone, calm } = window.Kit;
  const C = setup({ title: "Clicker", thing: "", unit: "", pops: [], lucky: "🌟", hint: "", sound: true, upgrades: [], achievements: [], goal: null, won: "", growth: 1.15, perClick: null }, {
    en: { shop: "Helpers", achievements: "Achievements", unit: "points", second: "a second", click: "a click", hint: "Click, or press the space bar", goal: "Goal", won: "You made it!", more: "Keep going", again: "Start again", sure: "Really start again?", buy: "Buy", most: "Max", owned: "owned", each: "each", doubles: "doubles at", unlocked: "Achievement", away: "While you were away:", lucky: "Catch it!", boost: "Seven times as much", sound: "Sound", keys: "Keys 1 to 9 buy", clicks: "clicks", secret: "Not yet", made: "in all" },
    zh: { shop: "帮手", achievements: "成就", unit: "分", second: "每秒", click: "每次点击", hint: "点击它，或按空格键", goal: "目标", won: "目标达成！", more: "继续玩", again: "重新开始", sure: "确定重新开始？", buy: "购买", most: "最多", owned: "已有", each: "每个", doubles: "翻倍需要", unlocked: "获得成就", away: "离开期间产出：", lucky: "快接住！", boost: "七倍产量", sound: "声音", keys: "数字键 1 到 9 购买", clicks: "次点击", secret: "未解锁", made: "累计" },
  });
  const W = C.words, app = $("#app"), unit = C.unit || W.unit;
  const signOf = (words, otherwise) => (String(words).match(/\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u) || [[...String(words).trim()].slice(0, 2).join("") || otherwise])[0];
  const THING = signOf(C.thing || C.icon, "🍪"), LUCKY = signOf(C.lucky, "🌟"), POPS = [...C.pops.map((one) => signOf(text(one), "")).filter(Boolean), THING];
  const zh = C.lang === "zh";
  const USUAL = {
    upgrades: [["👆", zh ? "更有力的手指" : "Stronger finger", 20, 0, 1], ["🐣", zh ? "小帮手" : "Little helper", 15, 0.2], ["🏠", zh ? "小作坊" : "Workshop", 120, 1.5], ["🏭", zh ? "工厂" : "Factory", 1100, 10], ["🚀", zh ? "火箭快递" : "Rocket service", 9500, 65], ["🪐", zh ? "星际分店" : "Branch among the stars", 80000, 400]].map(([icon, name, cost, makes, click]) => ({ icon, name, cost, ...(click ? { click } : { makes }) })),
    achievements: [["🌱", zh ? "第一步" : "First step", 1], ["🎈", zh ? "小有成就" : "Getting somewhere", 100], ["🎯", zh ? "越来越多" : "More and more", 2500], ["🏆", zh ? "大丰收" : "A rich harvest", 50000], ["👑", zh ? "传说" : "Legend", 500000]].map(([icon, title, at]) => ({ icon, title, at })),
  };
  const game = window.Clicker.create(C, USUAL), { state } = game;
  let buying = 1, sound = C.sound, known = game.earned(), asked = 0, lucky = null;
  const play = (...notes) => { if (sound) notes.forEach(([hertz, seconds = 0.12, volume = 0.07], i) => tone(hertz, seconds, volume, i * 0.07)); };

  // 1234567 -> "1.23M", "123.4万"; `steady` keeps the zeros of a number that runs.
  function show(value, whole = true, steady = false) {
    if (!Number.isFinite(value)) return "∞";
    if (value < 1000) return whole ? String(Math.floor(value)) : value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
    if (value >= 1e15) return value.toExponential(2).replace("e+", "e");
    return new Intl.NumberFormat(zh ? "zh-CN" : "en", { notation: "compact", maximumFractionDigits: steady ? 3 : value < 1e6 ? 1 : 2, minimumFractionDigits: steady && value >= 1e6 ? 2 : 0 }).format(value);
  }

  // ---- the stage ----
  const count = make("b", { className: "count" }), rate = make("p", { className: "rate" }), boost = make("p", { className: "boost", hidden: true, role: "status" });
  const thing = make("button", { type: "button", className: "thing", aria: { label: `${W.hint}: ${unit}` } }, make("span", { textContent: THING }));
  const sky = make("div", { className: "sky", aria: { hidden: "true" } });
  const goalMeter = make("i"), goalText = make("span", { className: "muted" });
  const soundButton = make("button", { type: "button", className: "chip", textContent: `♪ ${W.sound}`, aria: { pressed: sound }, onclick: () => { sound = !sound; soundButton.setAttribute("aria-pressed", sound); } });
  const again = make("button", { type: "button", className: "chip", textContent: W.again, onclick: restart });
  const stage = make("section", { className: "panel stage" }, sky, make("div", { className: "counter" }, count, make("span", { className: "unit", textContent: unit }), rate), boost, thing, make("p", { className: "muted hint", textContent: C.hint || W.hint }),
    make("div", { className: "goal" }, make("div", { className: "row spread" }, make("b", { textContent: `🎯 ${W.goal}` }), goalText), make("div", { className: "meter" }, goalMeter)), make("div", { className: "row centre" }, soundButton, again));

  function float(words, x, y, className) {
    if (sky.childElementCount > 60) sky.firstChild.remove();
    const one = make("span", { className, textContent: words, style: { left: `${x}px`, top: `${y}px`, "--x": `${Math.round(Math.random() * 160 - 80)}px`, "--turn": `${Math.round(Math.random() * 140 - 70)}deg` } });
    one.addEventListener("animationend", () => one.remove());
    sky.append(one);
  }
  function press(event) {
    const got = game.click(), box = sky.getBoundingClientRect(), at = thing.getBoundingClientRect(), mouse = event && event.detail > 0 && event.clientX;
    const x = (mouse ? event.clientX : at.left + at.width * (0.35 + Math.random() * 0.3)) - box.left, y = (mouse ? event.clientY : at.top + at.height * 0.35) - box.top;
    float(`+${show(got, false)}`, x, y, "plus");
    if (!calm) for (let i = 0; i < 2; i++) float(POPS[Math.floor(Math.random() * POPS.length)], x, y, "pop");
    thing.classList.remove("hit");
    void thing.offsetWidth;
    thing.classList.add("hit");
    play([440 + Math.random() * 160, 0.07, 0.05]);
    paint();
  }
  thing.addEventListener("click", press);

  // ---- the shop ----
  const goods = game.upgrades.map((one, i) => {
    const price = make("b", { className: "price" }), owned = make("span", { className: "owned" }), small = make("small", {}), fill = make("i", { className: "fill" });
    const button = make("button", { type: "button", className: "good", onclick: () => buy(i) }, fill, make("span", { className: "good-icon", textContent: signOf(one.icon, "⭐"), aria: { hidden: "true" } }), make("span", { className: "good-text" }, make("b", { textContent: one.name }), one.text ? make("small", { textContent: one.text }) : null, small), make("span", { className: "good-end" }, owned, price));
    return { button, price, owned, small, fill };
  });
  const amounts = [1, 10, "max"].map((many) => make("button", { type: "button", className: "chip", textContent: many === "max" ? W.most : `×${many}`, onclick: () => { buying = many; paint(); } }));
  const shop = make("section", { className: "panel shop" }, make("div", { className: "row spread" }, make("h2", { textContent: W.shop }), make("div", { className: "row", role: "group", aria: { label: W.buy } }, amounts)), make("div", { className: "goods" }, goods.map((good) => good.button)), make("p", { className: "muted keys", textContent: W.keys }));

  function buy(i) {
    if (!game.buy(i, buying)) { play([160, 0.12, 0.06]); goods[i].button.classList.add("no"); setTimeout(() => goods[i].button.classList.remove("no"), 300); return; }
    play([523], [659], [784]);
    goods[i].button.classList.remove("bought");
    void goods[i].button.offsetWidth;
    goods[i].button.classList.add("bought");
    paint();
  }

  // ---- achievements, the bonus, the goal ----
  const medals = game.achievements.map((one) => make("li", { tabIndex: 0 }, make("span", { className: "medal", textContent: signOf(one.icon, "🏅"), aria: { hidden: "true" } }), make("b", { textContent: one.title }), make("small", {})));
  const medalCount = make("span", { className: "muted" });
  const board = make("section", { className: "panel board" }, make("div", { className: "row spread" }, make("h2", { textContent: W.achievements }), medalCount), make("ul", {}, medals));

  function reward() {
    const now = game.earned(), fresh = now.findIndex((has, i) => has && !known[i]);
    if (fresh >= 0) { toast(`${signOf(game.achievements[fresh].icon, "🏅")} ${W.unlocked}: ${game.achievements[fresh].title}`); play([659], [784], [988]); }
    known = now;
    if (state.total >= game.goal && !state.won) { state.won = true; game.save(); celebrate(); }
  }
  function celebrate() {
    const box = make("dialog", { className: "won" }, make("div", { className: "box" }, make("p", { className: "huge", textContent: THING }), make("h2", { textContent: W.won }), make("p", { textContent: C.won || `${show(game.goal)} ${unit}` }), make("p", { className: "muted", textContent: `${show(state.clicks)} ${W.clicks}` }), make("button", { type: "button", className: "primary", textContent: W.more, onclick: () => box.close() })));
    box.addEventListener("close", () => box.remove());
    if (!calm) for (let i = 0; i < 36; i++) box.append(make("i", { className: "confetti", textContent: POPS[i % POPS.length], style: { left: `${Math.random() * 96}%`, "animation-delay": `${Math.random() * 1.2}s` }, aria: { hidden: "true" } }));
    document.body.append(box);
    box.showModal();
    play([523, 0.2], [659, 0.2], [784, 0.2], [1047, 0.4]);
  }
  function luckyOne() {
    lucky?.remove();
    lucky = make("button", { type: "button", className: "lucky", textContent: LUCKY, aria: { label: W.lucky }, style: { left: `${8 + Math.random() * 72}%`, top: `${34 + Math.random() * 32}%` } });
    lucky.addEventListener("click", () => {
      const got = game.luck();
      toast(got ? `${LUCKY} +${show(got)} ${unit}` : `${LUCKY} ${W.boost}!`);
      play([784], [988], [1319]);
      lucky.remove();
      paint();
    });
    stage.append(lucky);
    const mine = lucky;
    setTimeout(() => mine.remove(), 12000);
    setTimeout(luckyOne, 40000 + Math.random() * 50000);
  }
  function restart() {
    if (!asked) {
      again.textContent = W.sure;
      asked = setTimeout(() => { asked = 0; again.textContent = W.again; }, 3500);
      return;
    }
    clearTimeout(asked);
    asked = 0;
    again.textContent = W.again;
    game.reset();
    known = game.earned();
    paint();
  }

  // ---- what is seen ----
  const put = (element, words) => { if (element.textContent !== words) element.textContent = words; };
  function paintGood(i) {
    const good = goods[i], one = game.upgrades[i], many = buying === "max" ? Math.max(1, game.most(i)) : buying, cost = game.cost(i, many), double = game.nextDouble(i);
    put(good.price, `${many > 1 ? `×${many}  ` : ""}${THING} ${show(cost)}`);
    put(good.owned, state.owned[i] ? String(state.owned[i]) : "");
    put(good.small, `+${show(game.each(i), false)} ${one.makes ? W.second : W.click}${state.owned[i] && double ? ` · ${W.doubles} ${double}` : ""}`);
    good.button.setAttribute("aria-disabled", cost > state.have);
    good.fill.style.setProperty("--at", `${Math.min(100, (state.have / cost) * 100).toFixed(1)}%`);
  }
  function paint() {
    put(count, show(state.have, true, true));
    put(rate, `${show(game.rate(), false)} ${W.second} · ${show(game.power(), false)} ${W.click}`);
    const left = game.boosted();
    boost.hidden = !left;
    put(boost, left ? `${LUCKY} ${W.boost} · ${left}s` : "");
    goods.forEach((_, i) => paintGood(i));
    amounts.forEach((chip, i) => chip.setAttribute("aria-pressed", [1, 10, "max"][i] === buying));
    medals.forEach((medal, i) => { const one = game.achievements[i]; medal.classList.toggle("has", known[i]); put(medal.lastChild, known[i] ? one.text || `${show(one.at)} ${unit}` : `${show(one.at)} ${unit}`); });
    put(medalCount, `${known.filter(Boolean).length} / ${known.length}`);
    goalMeter.style.setProperty("--at", `${Math.min(100, (state.total / game.goal) * 100)}%`);
    put(goalText, `${show(state.total)} / ${show(game.goal)}`);
    reward();
  }

  app.append(stage, shop, board);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
    const i = Number(event.key) - 1;
    if (i >= 0 && i < goods.length) buy(i);
    if (event.key === " " && !event.target.closest?.("button, input, a")) { event.preventDefault(); press(); }
  });
  let last = performance.now();
  setInterval(() => { const now = performance.now(); game.tick(Math.min(3600, (now - last) / 1000)); last = now; paint(); }, 100);
  setInterval(() => game.save(), 5000);
  addEventListener("pagehide", () => game.save());
  if (game.welcome >= 1) toast(`${W.away} +${show(game.welcome)} ${unit}`);
  setTimeout(luckyOne, 15000);
  paint();
})();
