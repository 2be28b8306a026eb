// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "metronome",
  title: "The Knitting Train",
  subtitle: "A steady beat for nine carriages",
  icon: "🧶",
  font: "playful", // modern, rounded, serif, mono, playful
  colours: { background: "#2b2140", text: "#f6f0ff", accent: "#ffb86b" },
  tempo: 92, // 40 to 240
  words: { play: "Off we go", stop: "Hold the train" },
  egg: { word: "wool", effect: "confetti", message: "Next stop is the scarf." },
};
