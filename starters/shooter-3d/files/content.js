// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Last Light of Vega",
  subtitle: "A pilot, a small ship, and the way home.",
  story: ["The beacons went dark one by one.", "Something is eating the light between the stars."],
  ending: "The beacons burn again. Vega is safe.",
  words: { start: "Launch", over: "The dark wins", won: "Light returns", score: "Score", lives: "Lives", wave: "Wave", hint: "Arrow keys or WASD fly, space fires, P pauses" },
  rules: ["Hit everything that comes out of the dark", "Catch glowing rings for power-ups"],
  font: "modern", // modern, rounded, serif, mono, playful
  theme: "space", // space, ocean, forest, city, desert, snow, candy
  colours: { background: "#070b1f", text: "#eef3ff", accent: "#5ce1e6", player: "#e8edf7", bullet: "#8dfcff" },
  player: "ship", // ship, submarine, bird, dragon, car, ufo, rocket, fish
  enemies: [
    { name: "Moth", shape: "bat", colour: "#b57bff", health: 1, points: 10 },
    { name: "Drone", shape: "drone", colour: "#ff7b9c", health: 2, points: 20 },
    { name: "Husk", shape: "spike", colour: "#ffb35c", health: 3, points: 30 },
  ], // shapes: ufo, jelly, fish, crab, rock, bug, ghost, cube, spike, drone, bat, snowman, star
  waves: ["Moths in the fog. Stay calm.", "Drones woke in the old mine.", "It heard you. The Eater comes.", "Behind it, the first beacon.", "Husks guard the gate.", "The Eater's mother. The last light is behind her."],
  bossEvery: 3,
  boss: { name: "The Eater", shape: "jelly", colour: "#ff4d6d", health: 25 },
  enemiesPerWave: 8,
  endless: false,
  lives: 4,
  speed: 1,
  powerUps: true,
  egg: { word: "vega", effect: "lighthouse", message: "The lighthouse of Vega turns again!" },
};
