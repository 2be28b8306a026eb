// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "typing",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "⌨️",
  theme: "mono",
  mode: "dark",
  accent: "#4dabf7",
  // what is typed, each a sentence or two
  texts: [
    "A text to be typed, long enough for half a minute.",
    "A text to be typed, long enough for half a minute.",
    "A text to be typed, long enough for half a minute.",
    "A text to be typed, long enough for half a minute.",
    "A text to be typed, long enough for half a minute."
  ],
  seconds: 60, // 0: no limit
  done: "Well typed, once more?",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
