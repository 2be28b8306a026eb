// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "jigsaw",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🧩",
  theme: "ocean",
  mode: "light",
  accent: "#1098ad",
  // what the picture shows
  names: ["🦉", "🌲", "🌙", "🏕️", "⭐"],
  // from sky to ground
  colors: ["#1b2a4e", "#3b4a7a", "#7a5c8e", "#2f4a3a"],
  pieces: 24,
  seconds: 0, // 0: no limit
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
