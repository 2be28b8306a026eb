// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "dodge",
  title: "By the Old Mill",
  subtitle: "A slow afternoon that gets faster",
  icon: "🌪️",
  words: { start: "Start", over: "It is over", won: "You made it", hint: "Arrow keys or finger move you" },
  rules: ["Stay alive", "It gets faster"],
  story: ["Once a year the whole valley comes to watch."],
  font: "rounded", // modern, rounded, serif, mono, playful
  sky: "garden", // garden, forest, city, night, space, sea, snow, desert, candy, fair, wood, plain
  colours: { background: "#bfe6ef", text: "#26413c", accent: "#c4472b", ground: "#6da35f" },
  hero: "🦔", // one emoji
  bad: [
    { sign: "🪨", costs: 1, name: "Rock" },
    { sign: "🌰", costs: 1, name: "Chestnut" },
  ],
  from: "top", // top, sides, around
  seconds: 0, // 0: no clock
  rate: 1, // things a second, 0.5 to 3
  praise: ["Close!", "Quick!"],
  lives: 3, // 0: no lives
  goal: 0, // points that win, 0: endless
  speed: 1, // 0.5 to 2
  egg: { word: "acorn", effect: "petals", message: "The trees are in blossom" },
};
