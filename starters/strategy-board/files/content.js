// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "chess", // chess, checkers, reversi, xiangqi
  title: "Quiet Knights",
  subtitle: "A game of chess for a slow afternoon.",
  icon: "♞",
  words: { start: "Play", won: "You win", over: "You lose", draw: "A draw", check: "Check!", turn: "Your turn", undo: "Undo", hint: "Hint", fresh: "New game" },
  rules: ["Choose a piece to see where it can go", "Give the king no way out, and you win"],
  font: "serif", // modern, rounded, serif, mono, playful
  opponent: "computer", // computer, friend
  strength: "medium", // easy, medium, hard
  starts: "you", // you, opponent, random
  names: ["You", "Computer"],
  pieces: { you: [], opponent: [] }, // [] for the usual pieces, or a list of emoji for each
  colours: { background: "#f2ede4", text: "#2b2833", accent: "#c2583f", light: "#f0e4cf", dark: "#97a58a", first: "#fffdf7", second: "#312d3a" },
  clock: 0, // minutes of each player; 0: no clock
  size: 0, // 0: the usual board
  showMoves: true,
  egg: { word: "castle", effect: "stars", message: "The stars are on your side" },
};
