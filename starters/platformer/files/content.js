// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Pip and the Lanterns",
  subtitle: "Bring the lights home before the night.",
  icon: "🐸",
  words: { start: "Start", over: "Night fell", won: "All lanterns shine", score: "Score", lives: "Lives", level: "Level", coins: "Lights", hint: "Arrows or WASD run, space jumps, twice in the air" },
  rules: ["Jump on enemies", "Springs throw you high", "The flag ends a level"],
  font: "rounded", // modern, rounded, serif, mono, playful
  theme: "meadow", // meadow, cave, snow, desert, space, candy, night
  colours: { background: "#a8dadc", text: "#1d3557", accent: "#e76f51", ground: "#588157", platform: "#bc8a5f" },
  hero: "🐸", enemy: "🐌", coin: "🏮", flag: "🚩",
  scenes: ["The meadow behind the mill.", "Higher, to the ridge."], // a line for each level
  // # ground, = platform, o coin, e enemy, ^ spikes, S spring, P start, F flag
  levels: [
    [
      "                                                ",
      "                    o o                         ",
      "          o        =====        o   o           ",
      "         ===                   ====     o       ",
      "   P        o        e   o  S     e  ^      o F ",
      "################  ######################  ######",
    ],
  ],
  moreLevels: 3, // generated ones that follow
  lives: 3,
  speed: 7,
  jumps: 2, // 2: double jump
  enemySpeed: 2,
  egg: { word: "frog", effect: "giant", message: "Big frog!" },
};
