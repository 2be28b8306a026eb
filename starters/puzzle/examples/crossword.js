// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "crossword",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "✏️",
  theme: "paper",
  mode: "light",
  accent: "#1c7ed6",
  // words that share letters with one another, each with its clue
  list: [
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" },
    { word: "…", hint: "The clue of this word" }
  ],
  win: "You did it in good time.",
  sound: true,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
