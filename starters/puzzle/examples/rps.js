// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "rps",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "✊",
  theme: "sunset",
  mode: "light",
  accent: "#e8590c",
  rounds: 5,
  opponent: "Robot 🤖",
  // other hands only if they are wished for: { word: "Fire 🔥", icon: "🔥", beats: ["Wood"] }
  list: [],
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
