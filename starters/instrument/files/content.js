// All that makes this instrument this instrument. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  kind: "drums", // piano, drums, pads, sequencer, theremin, metronome
  title: "The Garden Kit",
  subtitle: "Six drums made of flower pots",
  icon: "🪴",
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#1d2b24", text: "#f4f1e4", accent: "#f2a65a" },
  padColours: ["#f2a65a", "#e4572e", "#76b041", "#17bebb", "#ffc914", "#b388eb"],
  sound: "marimba",
  scale: "pentatonic",
  octaves: 2,
  pads: [
    { name: "Barrel", sound: "kick", icon: "🛢️", key: "a" },
    { name: "Slate", sound: "snare", icon: "🪨", key: "s" },
    { name: "Grass", sound: "hihat", icon: "🌾", key: "d" },
    { name: "Gate", sound: "open", icon: "🚪", key: "f" },
    { name: "Pot", sound: "tom", icon: "🪴", key: "g" },
    { name: "Shovel", sound: "clap", icon: "🥄", key: "h" },
  ],
  tempo: 110,
  words: { play: "Play", stop: "Stop", clear: "Clear", tempo: "Tempo", volume: "Volume", record: "Record", replay: "Listen", surprise: "Surprise me" },
  egg: { word: "bloom", effect: "petals", message: "Everything flowers." },
};
