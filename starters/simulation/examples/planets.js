// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "planets",
  title: "The Pancake Pan of Aunt Olga",
  subtitle: "Everything here circles the butter",
  icon: "🥞",
  theme: "sunset",
  mode: "dark",
  accent: "#ff922b",
  background: "#0f0a12",
  sun: { name: "Melting butter", color: "#ffd43b", size: 20, text: "It warms the rest." },
  // from the inside out
  planets: [
    { name: "Plum pit", color: "#a58a7a", size: 4, days: 88, moons: 0, text: "Quick and hot." },
    { name: "Honey blob", color: "#f2c078", size: 7, days: 225, moons: 0, text: "Sticky all day." },
    { name: "Blue berry", color: "#4c8dff", size: 7, days: 365, moons: 1, text: "Has one crumb." },
    { name: "Red jam", color: "#e8590c", size: 5, days: 687, moons: 2, text: "Rusty and proud." },
    { name: "Big waffle", color: "#d9a066", size: 15, days: 4333, moons: 4, text: "A giant, of course." },
    { name: "Onion ring", color: "#e8d5a3", size: 13, days: 10759, moons: 3, ring: true, text: "Sent by mistake." },
    { name: "Mint leaf", color: "#8fdfe0", size: 10, days: 30687, moons: 2, text: "Lies on its side." },
    { name: "Ink plum", color: "#3f63e0", size: 10, days: 60190, moons: 1, text: "Cold and windy." }
  ],
  speed: 3, // 0 to 20
  labels: true,
  words: { hint: "Click on any dish" },
  notesTitle: "At the stove",
  notes: [
    { title: "Near is fast", icon: "⏩", text: "The inner ones hurry." },
    { title: "Far is slow", icon: "🐌", text: "The last takes years." }
  ]
};
