// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "fractal",
  title: "The Lace Collar of the Admiral",
  subtitle: "Look closer, there is another stitch",
  icon: "🧵",
  theme: "ocean",
  mode: "dark",
  accent: "#22b8cf",
  // from the outside to the edge and around again
  colors: ["#06121f", "#0b4f6c", "#22b8cf", "#fff3bf", "#f08c00", "#5c2a5e"],
  background: "#05080f",
  set: "mandelbrot", // mandelbrot or julia
  iterations: 220, // depth, 30 to 1000
  flow: 12, // how the colours move, 0 to 100
  travel: false, // true: dives by itself
  cx: -0.8, // for julia
  cy: 0.156,
  words: { reset: "Back to the whole collar", travel: "Follow the thread" },
  notesTitle: "With the magnifying glass",
  notes: [
    { title: "Click to go in", icon: "🔍", text: "Each loop holds a smaller one." },
    { title: "Turn back again", icon: "↩️", text: "The right button takes you a step out." }
  ]
};
