// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "speech",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🔊",
  theme: "grape",
  mode: "light",
  accent: "#7048e8",
  text: "A text that is read aloud at once.",
  texts: [
    { name: "Name of it", text: "Another text to choose, a little longer." },
    { name: "Name of it", text: "Another text to choose, a little longer." },
    { name: "Name of it", text: "Another text to choose, a little longer." }
  ],
  rate: 1,
  pitch: 1,
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
