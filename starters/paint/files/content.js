// All that makes this drawing program this one. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "brush", // brush, pixels, mirror
  title: "Harbour Sketchbook",
  hint: "Draw with mouse, pen or finger.",
  icon: "🖍️",
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#e9eef2", text: "#1e2a38", accent: "#2a6f97" },
  palette: ["#1e2a38", "#2a6f97", "#61a5c2", "#2f9e44", "#f4a259", "#e4572e", "#c2255c", "#ffd43b", "#ffffff"],
  paper: "#ffffff",
  size: 10,
  grid: 16, // squares across, for pixels
  mirrors: 8, // strokes at once, for mirror
  rainbow: false,
  stamps: ["⭐", "🌊", "⛵"],
  words: { colour: "Colour", size: "Brush size", eraser: "Eraser", undo: "Undo", redo: "Redo", clear: "Clear", save: "Download", fill: "Fill" },
  egg: { word: "storm", effect: "rain", message: "Bring the boats in." },
};
