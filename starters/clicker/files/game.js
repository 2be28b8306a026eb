// What a clicker counts: helpers with growing costs, doubling at certain numbers, a bonus for a
// while, achievements, the goal; all from CONTENT, however it was written. app.js shows it.
"use strict";

(function () {
  const { text, number, item, isObject, store } = window.Kit;
  const DOUBLES = [10, 25, 50, 100, 200]; // owning so many makes each of them twice as good
  const AWAY = 8 * 3600; // seconds for which it goes on while nobody looks
  const first = (one, keys) => keys.map((key) => one[key]).find((value) => value !== undefined && value !== null && value !== "");

  // "1,200", "15k" or "1.5 million" -> a number.
  function amount(value, otherwise = 0) {
    if (typeof value === "number") return Number.isFinite(value) && value > 0 ? value : otherwise;
    const found = String(value ?? "").replace(/[,，\s]/g, "").match(/(\d+(?:\.\d+)?)(k|m|b|w|千|万|亿|million|billion)?/i);
    const times = { k: 1e3, 千: 1e3, w: 1e4, 万: 1e4, m: 1e6, million: 1e6, 亿: 1e8, b: 1e9, billion: 1e9 };
    return found && Number(found[1]) > 0 ? Number(found[1]) * (times[(found[2] || "").toLowerCase()] || 1) : otherwise;
  }

  function upgrade(value, i) {
    const one = item(value, "name"), usual = Math.round(15 * 7 ** i);
    const cost = amount(first(one, ["cost", "price", "baseCost", "base_cost"]), usual);
    const click = amount(first(one, ["click", "perClick", "clickPower", "clicks"]));
    const makes = amount(first(one, ["makes", "perSecond", "cps", "rate", "produces", "production", "income", "value"]), click ? 0 : Math.max(0.1, cost / 90));
    return { name: text(one.name ?? one.title, `#${i + 1}`), icon: text(one.icon ?? one.emoji, "⭐"), text: text(one.text ?? one.description ?? one.desc), cost, makes, click };
  }

  function achievement(value, i) {
    const one = item(value);
    return { title: text(one.title ?? one.name, `#${i + 1}`), icon: text(one.icon ?? one.emoji, "🏅"), text: text(one.text ?? one.description), at: amount(first(one, ["at", "goal", "count", "amount", "required", "need"]), 10 ** (i + 1)) };
  }

  function create(C, usual) {
    const memory = store(`clicker:${C.title}`), kept = isObject(memory.get()) ? memory.get() : {};
    const upgrades = (C.upgrades.length ? C.upgrades : usual.upgrades).slice(0, 24).map(upgrade);
    const achievements = (C.achievements.length ? C.achievements : usual.achievements).slice(0, 30).map(achievement).sort((a, b) => a.at - b.at);
    const growth = Math.min(2, Math.max(1.01, C.growth)), perClick = Math.max(1, amount(C.perClick, 1)), goal = amount(C.goal, 1e6);
    const state = fresh(kept);
    function fresh(from) {
      const many = (key) => Math.max(0, number(from[key]));
      return { have: many("have"), total: many("total"), clicks: many("clicks"), won: from.won === true, owned: upgrades.map((_, i) => Math.max(0, Math.floor(number(from.owned?.[i])))), at: many("at") || Date.now(), boost: 0 };
    }
    const times = (i) => 2 ** DOUBLES.filter((count) => state.owned[i] >= count).length;
    const boost = () => (state.boost > Date.now() ? 7 : 1);
    const game = {
      state, upgrades, achievements, goal,
      cost: (i, count = 1) => Math.ceil(upgrades[i].cost * growth ** state.owned[i] * ((growth ** count - 1) / (growth - 1))),
      // How many can be paid for.
      most: (i) => Math.floor(Math.log1p((state.have * (growth - 1)) / (upgrades[i].cost * growth ** state.owned[i])) / Math.log(growth) + 1e-9),
      each: (i) => (upgrades[i].makes || upgrades[i].click) * times(i),
      rate: () => upgrades.reduce((sum, one, i) => sum + one.makes * state.owned[i] * times(i), 0) * boost(),
      power: () => (perClick + upgrades.reduce((sum, one, i) => sum + one.click * state.owned[i] * times(i), 0)) * boost(),
      nextDouble: (i) => DOUBLES.find((count) => state.owned[i] < count) || 0,
      boosted: () => Math.max(0, Math.ceil((state.boost - Date.now()) / 1000)),
      earned: () => achievements.map((one) => state.total >= one.at),
      add(count) { state.have += count; state.total += count; },
      click() { const count = game.power(); state.clicks += 1; game.add(count); return count; },
      buy(i, count) {
        const many = count === "max" ? Math.max(1, game.most(i)) : count, price = game.cost(i, many);
        if (!(price <= state.have)) return 0;
        state.have -= price;
        state.owned[i] += many;
        game.save();
        return many;
      },
      // A bonus: a heap at once, or seven times as much for a while.
      luck() {
        if (Math.random() < 0.5 && game.rate() > 0) { state.boost = Date.now() + 20000; return 0; }
        const count = Math.ceil(Math.max(state.have * 0.12, game.rate() * 45, game.power() * 20));
        game.add(count);
        return count;
      },
      tick(seconds) { game.add(game.rate() * seconds); },
      save() { memory.set({ ...state, at: Date.now(), boost: 0 }); },
      reset() { Object.assign(state, fresh({})); game.save(); },
    };
    // What was made since the last visit.
    const away = Math.min(AWAY, Math.max(0, (Date.now() - state.at) / 1000));
    game.welcome = away > 60 ? game.rate() * away : 0;
    game.add(game.welcome);
    return game;
  }

  window.Clicker = { create, amount };
})();
