// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "picker",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🎲",
  theme: "rose",
  mode: "light",
  accent: "#c2255c",
  // what is drawn from, as many as the wish needs
  items: [
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn",
    "One that can be drawn"
  ],
  spin: "Draw one",
  remove: false, // true takes a drawn one off the list
  sound: true,
  words: { past: "Drawn before" },
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
