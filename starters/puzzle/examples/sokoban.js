// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "sokoban",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "📦",
  theme: "sunset",
  mode: "light",
  accent: "#d9480f",
  count: 5, // levels
  player: "🦊",
  box: "🎁",
  win: "You did it in good time.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
