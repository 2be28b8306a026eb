// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "tic-tac-toe", // tic-tac-toe, connect-four, gomoku, 2048
  title: "Sun and Moon",
  subtitle: "Three in a row wins the sky.",
  icon: "🌗",
  words: { start: "Play", won: "You win", over: "You lose", score: "Won", moves: "Moves", best: "Best", draw: "A draw", turn: "Your turn", wins: "wins", hint: "Click a field, or use the arrow keys and enter" },
  rules: ["Players take turns", "A full row, column or diagonal wins"],
  font: "rounded", // modern, rounded, serif, mono, playful
  opponent: "computer", // computer, friend
  strength: "medium", // easy, medium, hard
  pieces: ["☀️", "🌙"],
  names: ["Sun", "Moon"],
  size: 0, // 0: the usual board
  colours: { background: "#fef3e2", text: "#2b2350", accent: "#fa812f", board: "#ffffff", cell: "#fbe3c6" },
  tiles: [], // for 2048: ["🥚", "🐣", …] in place of 2, 4, 8 …
  goal: 2048, // for 2048
  egg: { word: "sky", effect: "stars", message: "Starry sky" },
};
