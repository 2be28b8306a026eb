// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "pads",
  title: "A Drawer of Buttons",
  subtitle: "Twelve notes that cannot clash",
  icon: "🧵",
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#1f2a44", text: "#f5f3ee", accent: "#ff8fa3" },
  padColours: ["#ff8fa3", "#ffd166", "#06d6a0", "#4cc9f0", "#b388eb"],
  sound: "marimba", // piano, organ, flute, bell, marimba, pluck, synth, chip, musicbox or sine
  scale: "pentatonic", // pentatonic, major, minor, blues, japanese or chromatic
  words: { record: "Keep this tune", replay: "Hear it again" },
  egg: { word: "thread", effect: "petals", message: "All of them are sewn on." },
};
