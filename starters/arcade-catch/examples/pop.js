// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "pop",
  title: "By the Old Mill",
  subtitle: "A slow afternoon that gets faster",
  icon: "🎈",
  words: { start: "Start", over: "It is over", won: "You made it", hint: "Click or touch them" },
  rules: ["Pop them before they are gone", "Some are better left alone"],
  story: ["Once a year the whole valley comes to watch."],
  font: "rounded", // modern, rounded, serif, mono, playful
  sky: "garden", // garden, forest, city, night, space, sea, snow, desert, candy, fair, wood, plain
  colours: { background: "#bfe6ef", text: "#26413c", accent: "#c4472b", ground: "#6da35f" },
  good: [
    { sign: "🎈", points: 10, name: "Balloon" },
    { sign: "🎀", points: 30, name: "Ribbon" },
  ],
  bad: [
    { sign: "🌵", costs: 1, name: "Cactus" },
  ],
  look: "balloon", // emoji, balloon, bubble, target, ball
  tints: ["#ff6b6b", "#ffb84d", "#4ecdc4", "#5b8def"],
  from: "bottom", // bottom, sides, spots
  seconds: 0, // 0: no clock
  rate: 1, // things a second, 0.5 to 3
  praise: ["Pop!", "Bang!"],
  lives: 3, // 0: no lives
  goal: 0, // points that win, 0: endless
  speed: 1, // 0.5 to 2
  egg: { word: "party", effect: "petals", message: "The trees are in blossom" },
};
