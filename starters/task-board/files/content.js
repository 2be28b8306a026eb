// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// layout: "board" (columns) or "list" (a plain to-do list).
const CONTENT = {
  lang: "en",
  title: "Garden Studio",
  subtitle: "What grows this month",
  icon: "🌱",
  theme: "forest",
  mode: "light",
  accent: "#2f7d4f",
  layout: "board",
  columns: ["Ideas", "In progress", "Review", "Done"],
  labels: [
    { name: "Design", color: "#e64980" },
    { name: "Build", color: "#1098ad" },
    { name: "Outdoors", color: "#74b816" }
  ],
  // column: 0 is the first one. due: "2026-12-01" or a number of days from today.
  cards: [
    { title: "Sketch the herb wall", note: "Rosemary, thyme, something that hangs", column: 0, label: "Design", due: 6 },
    { title: "Ask Ines about the old bricks", note: "", column: 0, label: "Outdoors", due: "" },
    { title: "Build two raised beds", note: "Larch, 120 by 60", column: 1, label: "Build", due: 2 },
    { title: "Wire the greenhouse light", note: "", column: 1, label: "Build", due: -1 },
    { title: "Plan the open day poster", note: "A3, two colours", column: 2, label: "Design", due: 4 },
    { title: "Order seeds", note: "", column: 3, label: "Outdoors", due: "" }
  ],
  celebrate: "Everything is done. Go and sit in the sun."
};
