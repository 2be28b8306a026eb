// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "meme",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "😼",
  theme: "sunset",
  mode: "dark",
  accent: "#f59f00",
  top: "When the tea is ready",
  bottom: "but nobody told you",
  pictures: ["🙀", "😹", "🦆", "🐌"],
  captions: [
    { top: "The line on top", bottom: "The line at the bottom" },
    { top: "The line on top", bottom: "The line at the bottom" },
    { top: "The line on top", bottom: "The line at the bottom" },
    { top: "The line on top", bottom: "The line at the bottom" }
  ],
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
