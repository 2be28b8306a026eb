// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "waves",
  title: "The Soup Bowl in the Dining Car",
  subtitle: "The train brakes, and the broth answers",
  icon: "🍲",
  theme: "mint",
  mode: "dark",
  accent: "#20c997",
  // from the trough to the crest
  colors: ["#07201a", "#0b7a5e", "#63e6be", "#f4fff9"],
  background: "#04110d",
  rain: 2, // drops a second, 0 to 20
  sources: 2, // 0 to 6
  frequency: 9,
  walls: "", // or slit
  words: { clear: "Wipe it calm", rain: "Pepper from above" },
  notesTitle: "Table manners",
  notes: [
    { title: "Touch the broth", icon: "👆", text: "Every finger starts a ring." },
    { title: "Let rings meet", icon: "⭕", text: "Where two crests cross, it rises twice." }
  ]
};
