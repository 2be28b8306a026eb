// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "age",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🎂",
  theme: "rose",
  mode: "light",
  accent: "#c2255c",
  task: "age", // age or difference
  birthday: "1995-05-17",
  from: "",
  to: "",
  people: [
    { name: "A friend of ours", date: "1990-11-02" },
    { name: "Our old cat", date: "2019-03-08" }
  ],
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
