// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Tidal Blocks",
  subtitle: "Stack calmly. The tide takes full rows.",
  words: { start: "Start", over: "Stacked too high", won: "The sea is calm", score: "Score", level: "Level", lines: "Rows", best: "Best", next: "Next", hold: "Hold", hint: "← → move, ↑ turns, ↓ faster, space drops, C holds" },
  rules: ["Fill a row and it vanishes", "Four rows at once count most"],
  font: "modern", // modern, rounded, serif, mono, playful
  colours: { background: "#0d1b2a", text: "#e8f1f2", accent: "#4ecdc4", board: "#14263a" },
  blockColours: ["#4ecdc4", "#ffe66d", "#c492f0", "#7bd389", "#ff6b6b", "#5aa9e6", "#ffa552"],
  blockStyle: "glossy", // glossy, flat, outline, emoji
  emoji: ["🐚", "🐠", "🐙", "🐢", "🦀", "🐳", "⭐"],
  columns: 10,
  rows: 20,
  speed: 1.2, // rows a second at the start
  faster: 0.5, // added at each level
  rowsPerLevel: 8,
  ghost: true, // shows where the block lands
  hold: true, // C keeps a block
  goal: 0, // rows to win, 0: endless
  egg: { word: "tide", effect: "bubbles", message: "High tide!" },
};
