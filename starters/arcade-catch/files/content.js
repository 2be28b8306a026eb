// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "catch", // catch, dodge, pop, slice, cross
  title: "Windfall",
  subtitle: "The old orchard lets go of everything at once.",
  icon: "🧺",
  words: { start: "Start", over: "The basket broke", won: "Harvest done!", timeUp: "The sun is down", hint: "Arrow keys, A and D, mouse or finger move the basket" },
  rules: ["Catch what is ripe", "Let go of what is not"],
  story: ["One evening a year the trees shake themselves."],
  font: "rounded", // modern, rounded, serif, mono, playful
  sky: "garden", // garden, forest, city, night, space, sea, snow, desert, candy, fair, wood, plain
  colours: { background: "#bfe6ef", text: "#26413c", accent: "#c4472b", ground: "#6da35f" },
  hero: "🧺", // one emoji
  heroName: "",
  good: [
    { sign: "🍎", points: 10, name: "Apple" },
    { sign: "🍐", points: 15, name: "Pear" },
    { sign: "🍇", points: 20, name: "Grapes" },
    { sign: "🌟", points: 50, name: "Star" },
  ],
  bad: [
    { sign: "🐝", costs: 1, name: "Bee" }, // costs: lives, 0 none, 9 all
  ],
  look: "auto", // auto, emoji, balloon, bubble, target, ball
  tints: ["#ff6b6b", "#ffb84d", "#4ecdc4", "#5b8def", "#b07bea"],
  from: "auto", // auto, top, bottom, sides, around, spots
  extras: ["life", "slow", "double", "shield"],
  praise: ["Juicy!", "Ripe!", "Golden!"],
  lives: 3, // 0: no lives
  seconds: 0, // 0: no clock
  goal: 0, // points that win, 0: endless
  levels: 0, // levels that win, 0: endless
  speed: 1, // 0.5 to 2
  rate: 1, // things a second
  badPercent: 22,
  missCosts: true, // a good thing that is missed costs a life
  faster: 10, // percent with each level
  lanes: ["road", "road", "grass", "river", "river"], // mode cross
  rafts: ["🪵"],
  home: "🏡",
  rows: 8, // to the other side, 0: endless road
  egg: { word: "cider", effect: "petals", message: "The trees are in blossom again" },
};
