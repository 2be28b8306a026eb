// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Sunset Bricks",
  subtitle: "Keep the ball up until the wall is gone.",
  words: { start: "Start", over: "Game over", won: "Every brick is gone!", score: "Score", lives: "Lives", level: "Level", hint: "Mouse, finger or arrow keys move, space serves" },
  rules: ["Break every brick", "Catch what falls out of them"],
  font: "modern", // modern, rounded, serif, mono, playful
  colours: { background: "#221a38", text: "#fff4e6", accent: "#ffb457", paddle: "#fff4e6", ball: "#ffe9c9" },
  brickColours: ["#ff5d73", "#ff8a5b", "#ffc15e", "#7bd389", "#4cc9f0", "#b388eb"],
  brickStyle: "glossy", // flat, glossy, emoji
  emoji: ["🍓", "🍊", "🍋", "🥝", "🫐", "🍇"],
  levelNames: ["Horizon", "Sun", "Sea gate"],
  // 1-6 colours, # unbreakable, * power-up, space nothing
  levels: [
    ["111111111111", "22222*222222", "333333333333", "444*4444*444"],
    ["    3333    ", "  33*33333  ", " 3333333333 ", " 2222*22222 ", "  11111111  ", "    1111    "],
    ["5 5 5 5 5 5 ", " 6*6 6 6*6 6", "5 5 5 5 5 5 ", "##  4444  ##", "    4**4    "],
  ],
  lives: 3,
  speed: 430, // pixels a second
  paddle: 130, // pixels wide
  powerUps: ["wide", "multi", "slow", "life", "fire"],
  trail: true,
  egg: { word: "sunset", effect: "golden", message: "Golden hour" },
};
