// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "run", // run, drive, fly, ski, boat
  title: "The Last Parcel",
  subtitle: "A courier, a red sky, three worlds.",
  icon: "📦",
  story: ["The sun goes down over the harbour city.", "One parcel is left, and the night train will not wait."],
  ending: "The parcel is home, and so are you.",
  words: { start: "Run", over: "Out of breath", won: "Delivered!", score: "Score", coins: "Stamps", lives: "Lives", stage: "Stage", hint: "Arrow keys or WASD: change lane, jump, slide. P pauses" },
  rules: ["Jump over what is low, slide under what is high", "Collect stamps, catch glowing orbs"],
  font: "modern", // modern, rounded, serif, mono, playful
  hero: "runner", // run: runner, robot, ninja, fox, cat, rabbit, dino; drive: car, kart, truck, bike; fly: plane, rocket, bird, dragon, ufo; ski: skier, snowboard, sled, penguin; boat: boat, surfer, dolphin
  time: "sunset", // day, sunset, night
  themes: ["city", "jungle", "beach"], // one for each stage: city, village, forest, jungle, desert, snow, beach, ocean, space, candy, volcano
  stages: ["Over the roofs, past the last lamp.", "The old road through the ruins.", "The sea! The night train waits at the pier."], // a line of story each
  colours: { background: "#2a1b3d", text: "#fff4e6", accent: "#ffb347", hero: "#ff5d5d", coin: "#ffd43b", road: "" },
  obstacles: [
    { name: "Crate", shape: "crate", colour: "#c98b4e" },
    { name: "Barrier", shape: "barrier", colour: "#ff6b6b" },
    { name: "Beam", shape: "beam", colour: "#f2c14e" },
    { name: "Bus", shape: "bus", colour: "#4d7ea8" },
  ], // low: crate, barrier, cone, log, rock, spikes, mushroom; high: beam, branch; tall: car, truck, bus, train, wall, tree, cactus, iceberg, snowman, pillar, asteroid, ghost, shark, mine, buoy
  coin: "star", // coin, gem, star, heart, ring, apple, flower
  lanes: 3,
  rivals: 0, // others to race against
  stageLength: 450, // metres
  endless: false,
  speed: 1,
  lives: 3,
  powerUps: true,
  egg: { word: "stamp", effect: "confetti", message: "First class mail!" },
};
