// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "coin",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🪙",
  theme: "paper",
  mode: "light",
  accent: "#e67700",
  items: ["Heads", "Tails"],
  spin: "Flip the coin",
  sound: true,
  words: { past: "Flipped before" },
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
