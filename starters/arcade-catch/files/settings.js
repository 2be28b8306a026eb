// Which mode a page is, and what content.js may say, made safe.
const Arcade = (() => {
  const { given } = Kit;
  const modes = {};
  const EXTRAS = { life: "💖", slow: "⏳", double: "✨", shield: "🛡️" };
  const WORDS = {
    en: {
      timeUp: "Time is up!", combo: "Best combo", hits: "Accuracy", reaction: "Reaction", close: "Close!",
      gain: { life: "+1 life", slow: "Slow", double: "Points ×2", shield: "Shield" },
      praise: ["Nice!", "Great!", "Amazing!", "Unstoppable!"],
    },
    zh: {
      timeUp: "时间到！", combo: "最高连击", hits: "命中率", reaction: "反应", close: "好险！",
      gain: { life: "生命 +1", slow: "慢下来", double: "双倍得分", shield: "护盾" },
      praise: ["不错！", "真棒！", "太厉害了！", "势不可挡！"],
    },
  };
  // Pictures for words that may stand where an emoji should.
  const NAMED = {
    basket: "🧺", bucket: "🪣", cat: "🐱", dog: "🐶", frog: "🐸", chicken: "🐔", duck: "🦆", rabbit: "🐰", bunny: "🐰", fox: "🦊", bear: "🐻",
    panda: "🐼", bird: "🐦", penguin: "🐧", fish: "🐟", robot: "🤖", rocket: "🚀", ship: "🚀", spaceship: "🚀", ufo: "🛸", car: "🚗",
    bomb: "💣", meteor: "☄️", rock: "🪨", star: "⭐", coin: "🪙", heart: "❤️", apple: "🍎", balloon: "🎈", bubble: "🫧", target: "🎯", log: "🪵",
  };
  const COMMON = {
    ...Game.COMMON, mode: "", story: [""], font: "rounded", sky: "", hero: "", heroName: "", look: "auto",
    good: [{ sign: "", points: 10, name: "" }], bad: [{ sign: "", costs: -1, points: 0, name: "" }],
    tints: ["#ff6b6b", "#ffb84d", "#4ecdc4", "#5b8def", "#b07bea"], from: "auto",
    extras: ["life", "slow", "double", "shield"], levelNames: [""], lives: 3, seconds: 0, goal: 0, levels: 0,
    speed: 1, rate: 1, size: 1, badPercent: 22, missCosts: true, combo: true, faster: 10, levelEvery: 12,
    lanes: ["road"], rafts: ["🪵"], home: "🏡", rows: 8,
  };
  // Of the example, a catching game: in other modes these were copied, not chosen.
  const COPIED = ["🧺", "🐝"];

  const add = (name, mode) => (modes[name] = { name, ...mode });
  const words = (value) => String(value ?? "").toLowerCase();
  const lang = () => {
    const chinese = /[\u4e00-\u9fff]/.test(words(given.title));
    return words(given.lang || (chinese ? "zh" : "en")).startsWith("zh") ? "zh" : "en";
  };

  // By its name, else by what the setting, the title or the subtitle speak of.
  function modeOf() {
    const all = Object.values(modes);
    const said = [given.mode, given.kind, given.type, given.title, given.subtitle].map(words);
    for (const text of said) {
      const found = all.find((mode) => mode.name === text.trim()) || (text && all.find((mode) => mode.names.test(text)));
      if (found) return found;
    }
    return all[0];
  }

  // One emoji, or a letter or short number, of what was written for a sign.
  function face(text) {
    const plain = String(text).trim();
    if (/\p{Extended_Pictographic}|\p{RI}/u.test(plain)) return Kit.sign(plain);
    return NAMED[plain.toLowerCase()] || [...plain].slice(0, 3).join("");
  }

  const copied = (mode, sign) => mode.name !== "catch" && COPIED.includes(sign);
  // The things of one side; where there are none, those of the mode, unless none is an answer.
  function side(list, fallback, mode, key) {
    const none = Array.isArray(given[key]) && !given[key].length && !mode.needs.includes(key);
    const named = list.map((one) => ({ ...one, face: face(one.sign) })).filter((one) => one.face && !copied(mode, one.face));
    return none || named.length ? named : fallback.map((one) => ({ costs: -1, points: key === "good" ? 10 : 0, name: "", ...one, face: one.sign }));
  }

  const count = (value, most) => Kit.clamp(Math.round(value), 0, most);
  // "300" was meant in pixels a second, 1 as it should be.
  const tempo = (value) => Kit.clamp(value > 12 ? value / 240 : value > 3 ? 1 + value / 10 : value, 0.3, 3);

  function tidy(S, mode, own) {
    const hero = face(S.hero);
    S.hero = !hero || copied(mode, hero) ? face(own.hero || "🙂") : hero;
    S.good = side(S.good, own.good, mode, "good").map((one) => ({ ...one, kind: "good", points: Kit.clamp(Math.abs(Math.round(one.points)) || 10, 1, 9999) }));
    S.bad = side(S.bad, own.bad, mode, "bad").map((one) => {
      const points = Math.abs(Math.round(one.points)) % 10000;
      const costs = one.costs >= 0 ? one.costs : points ? 0 : 1;
      return { ...one, kind: "bad", points, costs: count(costs, 99) };
    });
    S.extras = S.extras.map((name) => Kit.choice(name, Object.keys(EXTRAS), "")).filter(Boolean);
    S.look = Kit.choice(S.look, ["auto", "emoji", "balloon", "bubble", "target", "ball"]);
    S.from = Kit.choice(S.from, mode.from, mode.from[0]);
    S.tints = Kit.palette(S.tints, COMMON.tints);
    S.lanes = S.lanes.map((name) => Kit.choice(name, ["road", "river", "grass"], "road"));
    if (!S.lanes.length) S.lanes = own.lanes || ["road"];
    S.rafts = S.rafts.map(face).filter(Boolean);
    S.home = face(S.home) || "🏡";
    S.lives = Math.max(mode.name === "dodge" ? 1 : 0, count(S.lives, 20));
    [S.seconds, S.goal, S.levels, S.rows] = [count(S.seconds, 3600), count(S.goal, 1e6), count(S.levels, 99), count(S.rows, 40)];
    [S.speed, S.rate, S.size] = [tempo(S.speed), Kit.clamp(S.rate, 0.2, 5), Kit.clamp(S.size, 0.5, 2)];
    S.badPercent = Kit.clamp(S.badPercent > 0 && S.badPercent < 1 ? S.badPercent * 100 : S.badPercent, 0, 90);
    S.faster = Kit.clamp(S.faster > 0 && S.faster < 1 ? S.faster * 100 : S.faster, 0, 60);
    S.levelEvery = Kit.clamp(S.levelEvery, 2, 500);
    S.praise = S.praise.filter(Boolean);
    return S;
  }

  // What can be got and what costs: the last lines of the rules, true whatever the text says.
  function legend(S) {
    const harm = (one) => (one.costs && S.lives ? " −♥" : one.points ? ` −${one.points}` : "");
    const line = (list, worth) => {
      const groups = new Map();
      list.forEach((one) => groups.set(worth(one), new Set([...(groups.get(worth(one)) || []), one.face])));
      return [...groups].slice(0, 5).map(([said, faces]) => `${[...faces].slice(0, 6).join(" ")}${said}`).join("   ");
    };
    return [line(S.good, (one) => ` +${one.points}`), line(S.bad, harm)];
  }

  function open() {
    const mode = modeOf();
    const tongue = lang();
    const own = mode.defaults;
    const texts = mode.texts[tongue];
    const sky = Kit.choice(Kit.fit("", given.sky), Scenery.NAMES, own.sky);
    const S = Kit.settings({
      ...COMMON, ...own, title: texts.title, subtitle: texts.subtitle, rules: texts.rules,
      words: { ...texts.words, timeUp: WORDS[tongue].timeUp }, praise: WORDS[tongue].praise,
      good: COMMON.good, bad: COMMON.bad, sky, colours: Scenery.colours(sky), hero: "",
    });
    S.sky = sky;
    Scenery.fitColours(S.colours, sky, Object(given.colours));
    tidy(S, mode, own);
    if (!S.icon || copied(mode, S.icon)) S.icon = own.hero ? S.hero : (S.good[0] || S.bad[0]).face;
    S.rules = [...S.rules.slice(0, 4), ...legend(S)].filter(Boolean);
    document.body.dataset.mode = mode.name;
    return { S, mode, said: WORDS[tongue] };
  }

  return { EXTRAS, add, open };
})();
