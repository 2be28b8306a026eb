// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "maze",
  title: "The Cheese Cellar by Candle",
  subtitle: "Someone moved the shelves again",
  icon: "🧀",
  theme: "forest",
  mode: "dark",
  accent: "#fab005",
  // the way, what was searched, the walls, the walker
  colors: ["#ffd43b", "#3b4a2a", "#c0a36e", "#ff8787"],
  background: "#12140d",
  size: 24, // columns, 5 to 60
  speed: 40, // 1 to 100
  generator: "dfs", // dfs or prim
  solver: "astar", // bfs, dfs or astar
  player: "🕯️",
  goal: "🧀",
  win: "You found the oldest wheel of all.",
  words: { fresh: "Move the shelves", solve: "Follow the smell" },
  notesTitle: "Advice from the cheesemaker",
  notes: [
    { title: "Walk it yourself", icon: "👣", text: "Arrow keys will do, or a wet finger." },
    { title: "Or let it search", icon: "🔎", text: "The dim tiles are where it has already sniffed." }
  ]
};
