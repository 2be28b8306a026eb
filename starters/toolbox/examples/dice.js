// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "dice",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🎲",
  theme: "forest",
  mode: "light",
  accent: "#2f9e44",
  count: 2,
  sides: 6,
  spin: "Roll them now",
  sound: true,
  words: { past: "Rolled before" },
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
