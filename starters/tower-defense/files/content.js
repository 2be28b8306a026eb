// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Picnic Patrol",
  subtitle: "The ants have smelled the strawberry cake.",
  icon: "🍰",
  words: { start: "Unpack", over: "The cake is gone", won: "The picnic is saved", gold: "Coins", lives: "Slices", wave: "Wave", hint: "Click free ground to build, click a tower to improve it" },
  rules: ["Build beside the path", "Every wave is harder", "Beaten enemies bring coins"],
  font: "rounded", // modern, rounded, serif, mono, playful
  ground: "grass", // grass, sand, snow, space, night, lava
  colours: { background: "#7fb069", text: "#1f2a1a", accent: "#c2410c", path: "#e8d5a8" },
  goal: "🍰",
  enemies: ["🐜", "🪲", "🐌", "🦗"],
  boss: "🦝",
  towers: [
    { name: "Frog", icon: "🐸", cost: 50, damage: 1, range: 2.2, rate: 1.6, slow: 0 },
    { name: "Honey", icon: "🍯", cost: 70, damage: 1, range: 1.8, rate: 1, slow: 0.5 },
    { name: "Owl", icon: "🦉", cost: 120, damage: 4, range: 3.4, rate: 0.8, slow: 0 },
  ],
  waves: ["A few scouts", "They told their friends", "Beetles in armour", "Slow but stubborn", "Here comes the raccoon", "Everybody at once"],
  enemiesPerWave: 8,
  bossEvery: 5,
  endless: false,
  gold: 160,
  lives: 10,
  speed: 1,
  egg: { word: "cake", effect: "confetti", message: "A second cake!" },
};
