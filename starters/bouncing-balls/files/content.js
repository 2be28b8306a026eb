// All that makes this toy this toy. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Bounce",
  subtitle: "Click to add a ball. Drag one and let go to throw it.",
  words: { count: "balls", hits: "bounces", add: "Add 10", restart: "Restart", pause: "Pause", gravity: "Gravity", bounce: "Bounce", speed: "Speed" },
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#fdf6ec", text: "#2d2a32", accent: "#ef6f6c" },
  ballColours: ["#ef6f6c", "#f7b267", "#f4e285", "#8cb369", "#5b8e7d", "#457b9d", "#b388eb"],
  balls: "glossy", // plain, glossy, ring, planet, soft
  emoji: [], // ["⚽", "🏀"] instead of balls
  count: 24, // 1 to 150
  radius: { min: 14, max: 44 },
  speed: 260, // pixels a second at the start
  gravity: 700, // 0 floats, negative falls upwards
  bounce: 0.88, // 0 to 1
  collide: true, // balls hit each other
  walls: "bounce", // bounce, wrap
  trail: 0.25, // 0 to 1
  mouse: "none", // none, attract, repel
  lines: false, // lines between near balls
  sound: true,
  egg: { word: "party", effect: "confetti", message: "Party!" },
};
