// kind: "life", "sand", "sorting", "maze", "pendulum", "cloth", "planets", "boids", "fractal" or "waves". Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "life",
  title: "A Dish of Life",
  subtitle: "Four rules, and the plain begins to crawl",
  icon: "🦠",
  theme: "mint",
  mode: "dark",
  accent: "#20c997",
  // Colours of the things that move, from the first to the last; background is behind them.
  colors: ["#d3f9d8", "#40c057", "#12b886", "#1c7ed6"],
  background: "#08131a",
  speed: 12,
  // life: cell in pixels; density from 0.05 to 0.6; shape "square" or "circle"; rule "B3/S23";
  // pattern and patterns: random, glider, gun, pulsar, acorn, spaceship, blinker, pentomino.
  cell: 13,
  density: 0.25,
  shape: "circle",
  rule: "B3/S23",
  wrap: true,
  pattern: "random",
  patterns: ["glider", "gun", "pulsar", "acorn"],
  // Other names for the buttons, and the words on the stage.
  words: { play: "Let it grow", pause: "Hold still", random: "New soup", hint: "Draw with the pointer: a line of five is a good start." },
  notesTitle: "The four rules",
  notes: [
    { title: "Lonely", icon: "🍂", text: "A cell with fewer than two neighbours dies." },
    { title: "Content", icon: "🌿", text: "With two or three neighbours it lives on." },
    { title: "Crowded", icon: "🌾", text: "With more than three it dies of too much company." },
    { title: "Born", icon: "🌱", text: "An empty place with exactly three neighbours comes alive." }
  ]
};
