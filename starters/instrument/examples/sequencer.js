// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "sequencer",
  title: "Four in the Bakery",
  subtitle: "Sixteen steps before the town wakes",
  icon: "🥐",
  font: "modern", // modern, rounded, serif, mono, playful
  colours: { background: "#241a12", text: "#fbf3e4", accent: "#f4a259" },
  padColours: ["#f4a259", "#f25c54", "#8cb369", "#5b8e7d", "#ffd166", "#bc4b51"],
  // one for each row, 3 to 9; sound: kick, snare, hihat, open, clap, tom, crash, cowbell or shaker
  pads: [
    { name: "Dough hook", sound: "kick", icon: "🥖", key: "a" },
    { name: "Oven door", sound: "snare", icon: "🚪", key: "s" },
    { name: "Flour sieve", sound: "hihat", icon: "🌾", key: "d" },
    { name: "Tin lid", sound: "open", icon: "🥫", key: "f" },
    { name: "Two hands", sound: "clap", icon: "👏", key: "g" },
    { name: "Rolling pin", sound: "tom", icon: "🪵", key: "h" },
  ],
  tempo: 104, // 40 to 240
  words: { play: "Start the oven", surprise: "Mix it up" },
  egg: { word: "crumb", effect: "confetti", message: "The first tray is out." },
};
