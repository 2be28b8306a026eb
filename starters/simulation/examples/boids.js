// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "boids",
  title: "The Runaway Bowler Hats",
  subtitle: "A gust, and the whole shop took off",
  icon: "🎩",
  theme: "mono",
  mode: "dark",
  accent: "#adb5bd",
  colors: ["#f1f3f5", "#adb5bd", "#ffd43b", "#ff8787"],
  background: "#11151a",
  count: 180, // 10 to 500
  speed: 130, // 20 to 400
  shape: "bird", // arrow, fish, bird or dot
  predators: 1, // 0 to 6
  pointer: "scare", // scare or attract
  trails: false,
  words: { scare: "Wave a stick", attract: "Hold a mirror" },
  notesTitle: "Rules of the hat shop",
  notes: [
    { title: "Stay together", icon: "🤝", text: "A lonely hat is soon sat upon." },
    { title: "Mind the brims", icon: "📏", text: "Near is friendly, too near is rude." }
  ]
};
