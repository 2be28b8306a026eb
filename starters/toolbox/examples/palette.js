// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "palette",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🎨",
  theme: "paper",
  mode: "light",
  accent: "#e64980",
  count: 5,
  scheme: "analogous", // analogous, complementary, triadic, mono or random
  colors: ["#e64980", "#f59f00"], // the first ones
  words: { fresh: "Mix new colours" },
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
