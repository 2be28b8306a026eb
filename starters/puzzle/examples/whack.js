// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "whack",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔨",
  theme: "forest",
  mode: "light",
  accent: "#d9480f",
  size: 3,
  seconds: 60,
  speed: 1, // 0.5 slow to 2 fast
  targets: ["🐹", "🐭"],
  traps: ["💣"],
  win: "You did it in good time.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
