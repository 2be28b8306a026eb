// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "match-3",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "💎",
  theme: "rose",
  mode: "light",
  accent: "#c2255c",
  // 5 or 6 that are swapped
  names: ["🍓", "🍋", "🫐", "🥝", "🍊", "🍇"],
  size: 7,
  goal: 1000, // points
  moves: 25,
  seconds: 0, // 0: no limit
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
