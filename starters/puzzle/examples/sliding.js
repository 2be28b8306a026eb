// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "sliding",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🧩",
  theme: "ocean",
  mode: "light",
  accent: "#1971c2",
  size: 4,
  // signs for tiles 1, 2, 3, …; [] shows the numbers
  names: [],
  colors: ["#a5d8ff", "#74c0fc"],
  win: "You did it in good time.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
