// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "regex",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔎",
  theme: "terminal",
  mode: "dark",
  accent: "#51cf66",
  pattern: "\\w+@\\w+\\.\\w+",
  flags: "g",
  text: "A text in which it is found.",
  examples: [
    { name: "E-mail", pattern: "\\w+@\\w+\\.\\w+", text: "Write to me at tea@example.com" },
    { name: "Date", pattern: "\\d{4}-\\d{2}-\\d{2}", text: "Born on 2020-02-29 at noon" }
  ],
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
