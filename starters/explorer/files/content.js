// kind: "grid" (cards), "timeline", or "periodic" (all 118 elements are built in). Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "grid",
  title: "Beasts of the Tide",
  subtitle: "Who lives between the rocks",
  icon: "🦀",
  theme: "ocean",
  mode: "light",
  accent: "#0b7fab",
  search: "Search a creature…",
  // One colour for each group, in order.
  colors: ["#e8590c", "#1098ad", "#7048e8", "#2f9e44"],
  // Any further key of an item (size, food, …) is shown among its details.
  items: [
    { name: "Shore Crab", group: "Crawlers", icon: "🦀", text: "Walks sideways, lifts its claws when you come close.", size: "9 cm", food: "Mussels" },
    { name: "Hermit Crab", group: "Crawlers", icon: "🐚", text: "Moves house whenever a better shell lies about.", size: "4 cm", food: "Leftovers" },
    { name: "Blenny", group: "Swimmers", icon: "🐟", text: "Waits under wet weed for the water to come back.", size: "12 cm", food: "Barnacles" },
    { name: "Beadlet Anemone", group: "Clingers", icon: "🌺", text: "A red blob in the air, a flower under water.", size: "5 cm", food: "Shrimp" },
    { name: "Limpet", group: "Clingers", icon: "⛰️", text: "Grinds its own seat into the stone and finds it again.", size: "6 cm", food: "Algae" },
    { name: "Bladderwrack", group: "Plants", icon: "🌿", text: "Floats on its own bubbles.", size: "60 cm", food: "Light" }
  ]
};
