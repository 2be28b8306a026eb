// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "simon",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🎵",
  theme: "grape",
  mode: "dark",
  accent: "#7048e8",
  // what the pads show, 4 to 9 of them
  names: ["🐸", "🐤", "🦊", "🐳"],
  colors: ["#2f9e44", "#f59f00", "#e8590c", "#1971c2"],
  level: "medium",
  lives: 2,
  goal: 12, // rounds to win
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
