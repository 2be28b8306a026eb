// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "amount",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "💴",
  theme: "paper",
  mode: "light",
  accent: "#c92a2a",
  amount: "12345.67", // a sum to be told in words
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
