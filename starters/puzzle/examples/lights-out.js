// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "lights-out",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "💡",
  theme: "grape",
  mode: "dark",
  accent: "#f59f00",
  size: 5,
  colors: ["#ffd43b"],
  win: "You did it in good time.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
