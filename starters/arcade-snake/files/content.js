// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Garden Snake",
  subtitle: "Small, green and always hungry.",
  icon: "🐍",
  words: { start: "Start", over: "Ouch!", won: "Full at last!", score: "Score", level: "Level", best: "Best", hint: "Arrow keys or WASD steer, swipe on a phone, P pauses" },
  rules: ["Eat fruit to grow", "Do not bite yourself or a stone", "A star is worth more, but it fades"],
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#16302b", text: "#f3f7e9", accent: "#ffd166", board: "#1e4038", snake: "#8bd450", obstacle: "#5c7268" },
  snake: "round", // round, square, scales, rainbow
  head: "", // an emoji, or "" for a face
  food: ["🍎", "🍓", "🍇", "🍒", "🍊"],
  bonus: "⭐", // or ""
  points: 10,
  bonusPoints: 50,
  grid: 20, // cells across
  speed: 8, // steps a second
  faster: 1, // added at each level
  levelEvery: 5, // fruits for a level
  obstacles: 4, // at the start; 2 more at each level
  wrap: true, // true: through the walls, false: walls kill
  length: 4,
  goal: 0, // points to win, 0: endless
  showGrid: true,
  egg: { word: "hungry", effect: "rainbow", message: "Rainbow snake!" },
};
