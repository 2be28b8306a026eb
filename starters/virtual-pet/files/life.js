// What a pet needs and what becomes of it: needs that fall, actions that fill them, coins, growth,
// days; all from CONTENT, however it was written. app.js shows it.
"use strict";

(function () {
  const { text, number, item, isObject, store } = window.Kit;
  const DOES = [
    ["sleep", /sleep|nap|rest|bed|睡|休息|charge|充电/i], ["drink", /drink|juice|milk|tea|喝|奶/i], ["water", /water|rain|浇|雨/i], ["wash", /wash|bath|clean|brush|shower|洗|澡|清洁|刷/i],
    ["heal", /heal|medic|doctor|repair|fix|药|治|修/i], ["dance", /dance|sing|music|jump|train|舞|唱|跳/i], ["hug", /hug|pet|stroke|love|kiss|cuddle|抱|摸|亲|抚/i],
    ["play", /play|ball|game|toy|walk|玩|球|散步/i], ["eat", /./],
  ];
  const AWAY_LEAST = 22; // what is left of each need after a long absence
  const clamp = (value, low = 0, high = 100) => Math.min(high, Math.max(low, value));

  function need(value) {
    const one = item(value, "name");
    return { name: text(one.name ?? one.label ?? one.title, "♥"), icon: text(one.icon ?? one.emoji), falls: clamp(number(one.falls ?? one.rate, 5), 0.2, 60), low: text(one.low ?? one.says), colour: text(one.colour ?? one.color) };
  }
  function action(value, i, needs) {
    const one = item(value, "label"), label = text(one.label ?? one.name ?? one.title, `#${i + 1}`), said = text(one.does).toLowerCase(), wanted = text(one.need).toLowerCase();
    const does = DOES.find(([name]) => name === said)?.[0] || DOES.find(([, like]) => like.test(`${said} ${label}`))[0];
    const at = needs.findIndex((other) => other.name.toLowerCase() === wanted), like = needs.findIndex((other) => wanted && (other.name.toLowerCase().includes(wanted) || wanted.includes(other.name.toLowerCase())));
    return { label, does, need: at >= 0 ? at : like >= 0 ? like : i % needs.length, icon: text(one.icon ?? one.emoji, "⭐"), amount: clamp(Math.abs(number(one.amount ?? one.value, 25)), 3, 100), says: text(one.says ?? one.text) };
  }
  function stage(value, i) {
    const one = item(value, "name");
    return { name: text(one.name ?? one.title, `${i + 1}`), sign: text(one.sign ?? one.emoji), at: i ? Math.max(i, number(one.at ?? one.age, i * 12)) : 0 };
  }
  function ware(value) {
    const one = item(value, "name");
    return { name: text(one.name ?? one.title, "?"), icon: text(one.icon ?? one.emoji, "🎁"), cost: clamp(Math.round(number(one.cost ?? one.price, 10)), 1, 9999) };
  }
  const listOf = (given, usual, most) => (given.length ? given : usual).slice(0, most);

  function create(C, usual) {
    const memory = store("pet"), kept = isObject(memory.get()) ? memory.get() : {};
    const needs = listOf(C.needs, usual.needs, 6).map(need), actions = listOf(C.actions, usual.actions, 9).map((one, i) => action(one, i, needs));
    // A need that nothing fills gets an action of its own.
    needs.forEach((one, i) => { if (actions.length < 12 && !actions.some((other) => other.need === i)) actions.push(action({ label: one.name, icon: one.icon || "⭐", need: one.name, amount: 30 }, i, needs)); });
    const stages = listOf(C.stages, usual.stages, 6).map(stage).sort((a, b) => a.at - b.at), shop = (Array.isArray(C.shop) ? C.shop : usual.shop).slice(0, 9).map(ware);
    const state = {};
    function fresh(from) {
      const has = Array.isArray(from.has) ? from.has.filter((i) => shop[i]) : [];
      Object.assign(state, { levels: needs.map((_, i) => clamp(number(from.levels?.[i], 74 - ((i * 13) % 30)))), deeds: Math.max(0, number(from.deeds)), coins: Math.max(0, number(from.coins, 5)), born: number(from.born, Date.now()), at: number(from.at, Date.now()), name: text(from.name, C.name), has, gone: from.gone === true, sleeping: 0, sorry: 0 });
    }
    fresh(kept);
    const life = {
      state, needs, actions, stages, shop,
      stage: () => stages.reduce((found, one, i) => (state.deeds >= one.at ? i : found), 0),
      next: () => stages.find((one) => one.at > state.deeds) || null,
      lowest: () => state.levels.reduce((found, level, i) => (level < state.levels[found] ? i : found), 0),
      // How it feels: asleep, sad, low, fine or happy.
      mood() {
        if (state.sleeping > 0) return "asleep";
        const least = Math.min(...state.levels), mean = state.levels.reduce((sum, level) => sum + level, 0) / state.levels.length;
        return least < 12 ? "sad" : least < 32 ? "low" : mean > 72 ? "happy" : "fine";
      },
      tick(seconds) {
        if (state.gone) return;
        needs.forEach((one, i) => { if (!(state.sleeping > 0 && state.sleeper === i)) state.levels[i] = clamp(state.levels[i] - (one.falls * seconds) / 60); });
        if (state.sleeping > 0) {
          state.levels[state.sleeper] = clamp(state.levels[state.sleeper] + (state.dream * seconds) / life.nap);
          state.sleeping = Math.max(0, state.sleeping - seconds);
        }
        state.sorry = Math.min(...state.levels) <= 0 ? state.sorry + seconds : 0;
        if (!C.gentle && state.sorry > 40) { state.gone = true; life.save(); }
      },
      nap: 7, // seconds
      // What an action did: "full" (nothing), "woke", or "good".
      act(i) {
        const one = actions[i], level = state.levels[one.need];
        if (state.sleeping > 0 && one.does === "sleep") { state.sleeping = 0; return "woke"; }
        state.sleeping = 0;
        if (level > 96) return "full";
        if (one.does === "sleep") Object.assign(state, { sleeping: life.nap, sleeper: one.need, dream: one.amount });
        else state.levels[one.need] = clamp(level + one.amount);
        state.deeds += 1;
        state.coins += level < 40 ? 3 : 2;
        life.save();
        return "good";
      },
      buy(i) {
        if (state.has.includes(i) || shop[i].cost > state.coins) return false;
        state.coins -= shop[i].cost;
        state.has = [...state.has, i];
        life.save();
        return true;
      },
      days: () => Math.floor((Date.now() - state.born) / 86400000) + 1,
      save() { memory.set({ ...state, at: Date.now(), sleeping: 0 }); },
      reset() { fresh({}); life.save(); },
    };
    // While nobody looked it missed its friend, but it managed.
    const away = Math.max(0, (Date.now() - state.at) / 1000);
    if (away > 5) state.levels = state.levels.map((level, i) => Math.min(level, Math.max(AWAY_LEAST, level - (needs[i].falls * away) / 180)));
    life.away = away;
    return life;
  }

  window.Life = { create };
})();
