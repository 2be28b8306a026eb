// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "fortune",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔮",
  theme: "grape",
  mode: "dark",
  accent: "#9775fa",
  look: "ball", // ball, cards, cookie, slip or name
  question: "What do you want to know?",
  button: "Ask and see",
  count: 1, // drawn at once
  items: [
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." },
    { name: "Its short name", icon: "🌙", text: "What it tells you, in a sentence." }
  ],
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
