// kind: "minesweeper", "2048", "sliding", "sudoku", "lights-out", "hangman", "wordle", "whack", "sokoban", "simon", "match-3", "word-search", "crossword", "guess-number", "rps" or "jigsaw". Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "minesweeper",
  title: "Hedgehogs in the Garden",
  subtitle: "Step softly: some of the grass is asleep",
  icon: "🦔",
  theme: "forest",
  mode: "light",
  accent: "#5c940d",
  // level: "easy", "medium" or "hard"; or columns, rows and mines of your own.
  level: "easy",
  mine: "🦔",
  flag: "🚩",
  win: "Nobody woke up. What a gardener!",
  lose: "Ouch. That was a hedgehog.",
  sound: true,
  // Other names for what stands on the page.
  words: { mines: "Hedgehogs", fresh: "New garden", hint: "Right click or hold to put up a flag." },
  notesTitle: "How to play",
  notes: [
    { title: "Numbers", icon: "🔢", text: "A number tells how many sleepers touch that patch." },
    { title: "Flags", icon: "🚩", text: "Mark a patch where somebody surely sleeps." }
  ]
};
