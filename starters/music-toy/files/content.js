// All that makes this toy this toy. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  title: "Rain Orchestra",
  hint: "Click to drop a shape. Drag one to throw it.",
  words: { gravity: "Gravity", wind: "Wind", clear: "Clear", mute: "Sound", auto: "Auto drop", notes: "notes", instrument: "Instrument", scale: "Scale" },
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#12142b", text: "#f4f1ff", accent: "#ffb86b", obstacles: "#4a4f8a" },
  shapeColours: ["#ff6b8b", "#ffb86b", "#ffe66d", "#6be3c1", "#6bb8ff", "#b68cff"],
  glow: true, // shapes shine when they sound
  trails: false, // shapes draw their path
  instrument: "marimba", // sine, marimba, bell, pluck, piano, organ, flute, synth, chip, musicbox
  scale: "pentatonic", // pentatonic, major, minor, blues, japanese, chinese, arabic, whole, chromatic
  pitchBy: "size", // size, position, colour, random
  shapes: ["circle", "square", "triangle", "hexagon", "star"], // or emoji: "🍎"
  sizes: { min: 16, max: 42 },
  bounce: 0.75, // 0 dead, 1 never stops
  obstacles: "bars", // bars, pegs, zigzag, funnel, wheel, none
  floor: "open", // open, closed
  gravity: { start: 0.8, min: -1, max: 2 },
  wind: { start: 0, min: -1, max: 1 },
  autoDrop: 1.2, // shapes a second, 0 for clicks only
  maxShapes: 60,
  egg: { word: "rainbow", effect: "rainbow", message: "All the colours!" }, // typed word, effect
};
