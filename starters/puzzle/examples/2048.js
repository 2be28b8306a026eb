// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "2048",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔢",
  theme: "sunset",
  mode: "light",
  accent: "#e8590c",
  size: 4,
  goal: 2048,
  // signs for 2, 4, 8, … in order; [] shows the numbers
  names: ["🥚", "🐣", "🐥", "🐓", "🦃", "🦚", "🦩", "🦢", "🦅", "🐉", "👑"],
  colors: ["#fff3bf", "#ffd43b", "#ffa94d", "#ff922b", "#f76707"],
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
