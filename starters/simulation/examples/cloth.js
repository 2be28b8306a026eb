// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "cloth",
  title: "The Tablecloth That Ran Away",
  subtitle: "Gravy stains and a strong wind",
  icon: "🧺",
  theme: "paper",
  mode: "light",
  accent: "#d6336c",
  colors: ["#fff0f6", "#f783ac", "#d6336c", "#862e9c"],
  background: "#1b1420",
  columns: 30, // 6 to 60
  rows: 19, // 5 to 44
  wind: 7, // 0: none
  gravity: 14,
  strength: 5, // small ones tear soon
  hang: "top", // top, corners or flag
  look: "cloth", // cloth or net
  words: { fresh: "Fetch a clean one", drop: "Unpeg it now" },
  notesTitle: "How to misbehave",
  notes: [
    { title: "Pull a corner", icon: "🤏", text: "It gives a little, then it remembers." },
    { title: "Tear it apart", icon: "✂️", text: "The right button is as good as scissors." }
  ]
};
