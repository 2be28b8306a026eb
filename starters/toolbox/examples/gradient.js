// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "gradient",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🌈",
  theme: "",
  mode: "light",
  accent: "#7048e8",
  type: "linear", // linear, radial or conic
  angle: 135,
  colors: ["#7048e8", "#f783ac"],
  words: { random: "Surprise me now" },
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
