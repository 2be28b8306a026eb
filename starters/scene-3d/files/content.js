// All that makes this scene this scene. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "A Small Solar System",
  subtitle: "Drag to turn, scroll to come closer, click a planet.",
  words: { speed: "Speed", labels: "Names", turn: "Turn" },
  font: "modern", // modern, rounded, serif, mono, playful
  colours: { background: "#080a1a", text: "#f2f0ff", accent: "#ffc857" },
  ground: "none", // none, grass, sand, snow, water, grid or a colour
  stars: true,
  weather: "none", // none, snow, rain, petals, leaves, fireflies
  globe: false, // true puts all into the glass of a snow globe
  autoTurn: 0.3, // 0 stands still
  labels: true,
  orbitLines: true,
  camera: { distance: 34, height: 15 },
  // shapes: sphere, cube, cone, cylinder, torus, knot, pyramid, gem, tree, house, star, ringed, mountain, rock, cloud, heart
  // motions: spin, float, orbit, bounce, sway, none
  objects: [
    { name: "Sun", shape: "sphere", colour: "#ffc857", size: 3, x: 0, y: 0, z: 0, motion: "spin", speed: 0.4, orbit: 0, glow: true, text: "The star in the middle." },
    { name: "Mercury", shape: "sphere", colour: "#b8a99a", size: 0.5, motion: "orbit", speed: 1.6, orbit: 5, text: "Small, quick and hot." },
    { name: "Venus", shape: "sphere", colour: "#e8b887", size: 0.8, motion: "orbit", speed: 1.2, orbit: 7.5, text: "Thick clouds hide it." },
    { name: "Earth", shape: "sphere", colour: "#4f9dde", size: 0.9, motion: "orbit", speed: 1, orbit: 10.5, text: "Home." },
    { name: "Mars", shape: "sphere", colour: "#d1603d", size: 0.7, motion: "orbit", speed: 0.8, orbit: 13.5, text: "The red one." },
    { name: "Jupiter", shape: "sphere", colour: "#d8a47f", size: 1.8, motion: "orbit", speed: 0.5, orbit: 18, text: "The giant." },
    { name: "Saturn", shape: "ringed", colour: "#e9d8a6", size: 1.5, motion: "orbit", speed: 0.35, orbit: 23, text: "It wears rings of ice." },
  ],
  crowd: { shape: "rock", pattern: "ring", count: 60, spread: 15, size: 0.12, motion: "orbit", colours: ["#8d8478", "#6f675d"] }, // many like things; pattern: none, scatter, ground, ring, spiral, grid, city
  egg: { word: "comet", effect: "stars", message: "Make a wish" },
};
