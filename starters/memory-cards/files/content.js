// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Forest Pairs",
  subtitle: "Who hides behind the leaves?",
  icon: "🍃",
  words: { start: "Start", over: "Time is up", won: "All pairs found!", moves: "Moves", time: "Time", level: "Level", score: "Pairs", hint: "Click two cards, or use the arrow keys and space" },
  rules: ["Turn two cards", "Equal ones stay open", "Fewer moves are better"],
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#f1efe3", text: "#26352c", accent: "#3a7d5c", card: "#ffffff", back: "#3a7d5c" },
  back: "🍃",
  // b: "" when both cards show the same
  pairs: [
    { a: "🦊", b: "" }, { a: "🦉", b: "" }, { a: "🦔", b: "" }, { a: "🐿️", b: "" },
    { a: "🍄", b: "" }, { a: "🐝", b: "" }, { a: "🦌", b: "" }, { a: "🐸", b: "" },
    { a: "🌰", b: "" }, { a: "🐌", b: "" },
  ],
  levels: [4, 6, 8, 10], // pairs in each level
  seconds: 0, // for a level, 0: no limit
  peek: 1.2, // seconds all cards are seen at first
  players: 1, // 1 or 2
  playerNames: ["Player 1", "Player 2"],
  egg: { word: "forest", effect: "petals", message: "The forest blooms" },
};
