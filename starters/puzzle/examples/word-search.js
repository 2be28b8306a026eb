// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "word-search",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔍",
  theme: "mint",
  mode: "light",
  accent: "#087f5b",
  level: "medium", // easy, medium or hard
  seconds: 0, // 0: no limit
  list: [
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" },
    { word: "…", hint: "What it is about" }
  ],
  win: "You did it in good time.",
  lose: "That was not it yet.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
