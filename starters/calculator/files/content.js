// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Sums on the Veranda",
  subtitle: "A calculator that remembers what you worked out",
  icon: "🧮",
  theme: "sunset",
  mode: "light",
  accent: "#e4572e",
  scientific: true, // sin, cos, √, n! and the like: true or false
  words: { history: "History", clear: "Clear", empty: "What you work out appears here." }
};
