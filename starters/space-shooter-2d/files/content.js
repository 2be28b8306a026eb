// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "waves", // waves, asteroids
  title: "Comet Patrol",
  subtitle: "Somebody has to keep the sky clear.",
  icon: "🚀",
  words: { start: "Take off", over: "Lost in space", won: "The sky is clear", score: "Score", lives: "Lives", wave: "Wave", hint: "Arrows or WASD move, space shoots; or drag a finger" },
  rules: ["Shoot everything that comes", "Capsules make you stronger"],
  font: "modern", // modern, rounded, serif, mono, playful
  hero: "ship", // ship or one emoji
  enemies: ["👾", "🛸", "👽"],
  boss: "🐙",
  bossName: "Old Octo",
  rocks: "🪨",
  colours: { background: "#0b0d26", text: "#eef0ff", accent: "#7cf5c8", bullet: "#ffe66d", ship: "#dfe6ff" },
  waves: ["First visitors", "They bring friends", "Old Octo is awake", "A whole fleet", "Fast ones", "Octo again, angry"],
  bossEvery: 3,
  enemiesPerWave: 10,
  bossHealth: 30,
  endless: false,
  lives: 3,
  speed: 1,
  fireRate: 5, // shots a second
  powerUps: true,
  egg: { word: "comet", effect: "fireworks", message: "Fireworks!" },
};
