// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "The Clockmaker's Cellar",
  subtitle: "Somewhere below the old town, a clock still ticks.",
  icon: "🕯️",
  story: ["You followed the ticking down the stairs.", "Behind you the door fell shut. Find the way out."],
  ending: "Morning light. The clock strikes seven, and you are free.",
  words: { start: "Light the lamp", over: "The light went out", won: "You found the way!", items: "Gears", time: "Time", lives: "Lives", level: "Floor", hint: "Arrow keys or WASD: walk and turn. P pauses" },
  rules: ["Find the glowing gate on every floor", "Collect the gears in the dead ends", "Keep away from what wanders there"],
  font: "serif", // modern, rounded, serif, mono, playful
  themes: ["stone", "haunted", "hedge"], // one for each level: stone, haunted, hedge, ice, neon, desert, space, candy, ocean, lava
  levels: ["The cellar. Keep a hand on the wall.", "The ticking is louder here, and you are not alone.", "A garden under the stars. The gate is near."], // a line of story each
  colours: { background: "#17120f", text: "#fbf0dc", accent: "#ffb454", item: "#ffd43b", wall: "" },
  size: 6, // rooms along a side of the first level, 4 to 14; each level is one larger
  items: 5, // to collect on each level
  item: "gear", // gem, coin, star, key, heart, gear, apple, crystal
  needAll: false, // the gate opens only when all are collected
  enemies: [
    { name: "Ghost", shape: "ghost", colour: "#bfe3ff" },
    { name: "Spider", shape: "spider", colour: "#b56cff" },
  ], // shapes: ghost, bat, spider, robot, slime, skull, knight
  enemiesPerLevel: 2, // 0 for none
  seconds: 0, // time for each level, 0: no limit
  map: true,
  speed: 1,
  lives: 3,
  egg: { word: "tick", effect: "golden", message: "All the clocks turn to gold!" },
};
