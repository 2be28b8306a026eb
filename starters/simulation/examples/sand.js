// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "sand",
  title: "The Chimney Sweep’s Attic",
  subtitle: "Whatever fell down the flue lies here",
  icon: "🧹",
  theme: "sunset",
  mode: "dark",
  accent: "#f08c00",
  background: "#14100c",
  // type is one of: sand, water, stone, fire, plant, wood, oil, lava, acid, snow, smoke
  materials: [
    { name: "Button dust", type: "sand", color: "#e6b95c" },
    { name: "Gutter rain", type: "water", color: "#3f8efc" },
    { name: "Broken brick", type: "stone", color: "#8a7f78" },
    { name: "Stray spark", type: "fire", color: "#ff6b35" },
    { name: "Roof moss", type: "plant", color: "#5fa052" },
    { name: "Old ladder", type: "wood", color: "#8a5a34" },
    { name: "Lamp oil", type: "oil", color: "#4a3b52" },
    { name: "Hot tar", type: "lava", color: "#f03e1d" }
  ],
  brush: 4,
  rain: false,
  words: { clear: "Sweep it out", hint: "Choose a heap and pour it" },
  notesTitle: "Before you sweep",
  notes: [
    { title: "Mind the sparks", icon: "🔥", text: "One of them and the ladder is gone." },
    { title: "Feed the moss", icon: "🌿", text: "A little rain lets it climb the bricks." }
  ]
};
