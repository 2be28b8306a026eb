// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "slice",
  title: "By the Old Mill",
  subtitle: "A slow afternoon that gets faster",
  icon: "🔪",
  words: { start: "Start", over: "It is over", won: "You made it", hint: "Swipe through them" },
  rules: ["Slice what flies up", "Never touch a bomb"],
  story: ["Once a year the whole valley comes to watch."],
  font: "rounded", // modern, rounded, serif, mono, playful
  sky: "garden", // garden, forest, city, night, space, sea, snow, desert, candy, fair, wood, plain
  colours: { background: "#bfe6ef", text: "#26413c", accent: "#c4472b", ground: "#6da35f" },
  good: [
    { sign: "🥝", points: 10, name: "Kiwi" },
    { sign: "🍍", points: 20, name: "Pineapple" },
    { sign: "🥥", points: 30, name: "Coconut" },
  ],
  bad: [
    { sign: "💣", costs: 1, name: "Bomb" },
  ],
  seconds: 0, // 0: no clock
  rate: 1, // things a second, 0.5 to 3
  praise: ["Clean!", "Sharp!"],
  lives: 3, // 0: no lives
  goal: 0, // points that win, 0: endless
  speed: 1, // 0.5 to 2
  egg: { word: "samurai", effect: "petals", message: "The trees are in blossom" },
};
