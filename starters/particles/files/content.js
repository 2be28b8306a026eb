// All that makes this picture this picture. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "flow", // flow, fireworks, rain, snow, stars, fountain, fireflies, bubbles
  title: "Evening Currents",
  message: "", // big words in the middle, or ""
  hint: "Move to stir the air. Click for a burst.",
  words: { speed: "Speed", count: "Density", trail: "Trails", save: "Save picture", clear: "Clear", flow: "Flow", fireworks: "Fireworks", rain: "Rain", snow: "Snow", stars: "Stars", fountain: "Fountain", fireflies: "Fireflies", bubbles: "Bubbles" },
  font: "serif", // modern, rounded, serif, mono, playful
  colours: { background: "#0f0e17", text: "#fffffe", accent: "#ff8906" },
  particleColours: ["#ff8906", "#f25f4c", "#e53170", "#a786df", "#3da9fc"],
  modes: ["flow", "fireworks", "snow", "stars", "fountain", "fireflies"], // buttons
  glyphs: [], // ["🌸"] instead of dots
  count: 600,
  speed: 1,
  size: 1.6,
  trail: 0.9, // 0 to 1
  mouse: "attract", // attract, repel, burst
  egg: { word: "wish", effect: "stars", message: "Granted." },
};
