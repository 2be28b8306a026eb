// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "piano",
  title: "The Snail Post Office",
  subtitle: "Two octaves for slow letters",
  icon: "🐌",
  font: "serif", // modern, rounded, serif, mono, playful
  colours: { background: "#2a1f2d", text: "#f7efe5", accent: "#e0a458" },
  padColours: ["#e0a458", "#c8553d", "#588b8b", "#8f7fd1"],
  sound: "piano", // piano, organ, flute, bell, marimba, pluck, synth, chip, musicbox or sine
  octaves: 2, // 1 to 3
  words: { record: "Keep this tune", replay: "Hear it again" },
  egg: { word: "stamp", effect: "confetti", message: "Your letter has gone out." },
};
