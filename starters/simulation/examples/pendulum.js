// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "pendulum",
  title: "The Bell Ringer’s Two Elbows",
  subtitle: "One sneeze changes the whole afternoon",
  icon: "🔔",
  theme: "rose",
  mode: "dark",
  accent: "#f06595",
  colors: ["#ffd166", "#f06595", "#63e6be", "#74c0fc", "#b197fc"],
  background: "#170d14",
  count: 5, // how many start almost alike, 1 to 40
  mass1: 2,
  mass2: 2,
  length1: 1,
  length2: 1,
  angle1: 120, // degrees
  angle2: 165,
  gravity: 9.8,
  trail: 400, // 0 to 1500
  words: { play: "Ring them on", random: "Pull any rope" },
  notesTitle: "Heard in the belfry",
  notes: [
    { title: "Almost the same", icon: "👯", text: "A hair between them, then a whole church." },
    { title: "Hold the clapper", icon: "✋", text: "Drag a weight and let it fly from there." }
  ]
};
