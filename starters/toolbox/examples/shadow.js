// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "shadow",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🌗",
  theme: "",
  mode: "light",
  accent: "#1c7ed6",
  x: 0,
  y: 18,
  blur: 40,
  spread: -8,
  strength: 35,
  colors: ["#1c2a4e"],
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
