// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "theremin",
  title: "The Fog over Weather Station Nine",
  subtitle: "Across is the note, up is louder",
  icon: "🌫️",
  font: "mono", // modern, rounded, serif, mono, playful
  colours: { background: "#10202b", text: "#e6f1f0", accent: "#7fd1ae" },
  padColours: ["#7fd1ae", "#5bc0eb", "#9b8ae0", "#f6c177"],
  sound: "sine", // sine or synth
  scale: "minor", // pentatonic, major, minor, blues, japanese or chromatic
  words: { volume: "How loud" },
  egg: { word: "gauge", effect: "stars", message: "The sky is clearing up." },
};
