// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "chase", // chase: eat all dots; collect: find all things, then the exit
  title: "Midnight Pantry",
  subtitle: "Four cats, one cheese-lover, no lights.",
  icon: "🧀",
  words: { start: "Start", over: "Caught!", won: "Full and free!", score: "Crumbs", level: "Floor", lives: "Lives", coins: "Found", hint: "Arrow keys or WASD steer, swipe on a phone, P pauses" },
  rules: ["Eat every crumb of the floor", "A big cheese makes the cats run from you", "Fruit is worth more, but it does not stay"],
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#0f1230", text: "#f4f1ff", accent: "#ffd43b", wall: "#5b6cff", floor: "#141a3f", dot: "#ffe8a3", hero: "#ffd43b" },
  hero: "", // an emoji, or "" for a round one with a mouth
  dot: "", // an emoji, or "" for a dot
  power: "🧀", // turns the chase round; "" for a big dot, "none" for none
  fruit: ["🍒", "🍓", "🍇"],
  // sign: an emoji, or "" for a ghost. way: hunter, ambush, shy, wander, patrol, guard
  chasers: [
    { name: "Ember", sign: "", colour: "#ff5a5f", way: "hunter" },
    { name: "Velvet", sign: "", colour: "#ff9ff3", way: "ambush" },
    { name: "Drizzle", sign: "", colour: "#48dbfb", way: "wander" },
    { name: "Mango", sign: "", colour: "#ffa94d", way: "shy" },
  ],
  ground: "maze", // maze, open
  obstacle: "", // an emoji that stands in the way on open ground
  map: [], // [] makes mazes; or rows of text: # wall, . dot, o power, P hero, C chaser, E exit
  size: 13, // tiles on the short side, 9 to 23
  count: 10, // collect: things to find in a level
  exit: "🚪", // collect: opens when all are found
  speed: 6.5, // tiles a second
  chaserSpeed: 4.7,
  powerSeconds: 8,
  points: 10,
  fruitPoints: 100,
  lives: 3,
  levels: 3, // 0: endless
  seconds: 0, // time for a level, 0: none
  egg: { word: "cheese", effect: "golden", message: "Everything is cheese!" },
};
