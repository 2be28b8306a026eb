// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "music", // music or podcast
  title: "Songs for Lighthouse Keepers",
  subtitle: "Eight pieces for the night shift",
  icon: "🗼",
  theme: "ocean",
  mode: "dark",
  accent: "#4cc3e6",
  visualizer: "bars", // bars, wave or rings
  shuffle: false,
  repeat: true,
  volume: 70,
  // The sound of a track is made from its mood and tempo. mood: calm, happy, sad, dreamy, dark, lofi,
  // dance, epic, piano, ambient, jazz, chip, rain or waves. time: its length.
  tracks: [
    { title: "Lamp Oil and Tea", artist: "The Wicks", album: "First Watch", art: "lamp in the night", mood: "lofi", tempo: 78, time: "2:48", text: "Recorded between two turns of the lens." },
    { title: "Forty Seals Asleep", artist: "Mara Kell", album: "First Watch", art: "ocean and moon", mood: "dreamy", tempo: 66, time: "3:32", text: "The forty-first joins in at the end." },
    { title: "Hundred and Nine Steps", artist: "Spiral Stairs", album: "Upstairs Room", art: "tower and city", mood: "happy", tempo: 112, time: "2:24", text: "One beat for every stair." },
    { title: "Letter Wrapped in Wax", artist: "Ansel Thorn", album: "Upstairs Room", art: "book and candle", mood: "piano", tempo: 72, time: "3:05", text: "It took nine years to arrive." },
    { title: "Foghorn Waltz", artist: "The Wicks", album: "Low Visibility", art: "grey mountain sea", mood: "jazz", tempo: 96, time: "2:56", text: "Please dance away from the edge." },
    { title: "What the Radar Saw", artist: "Low Beacon", album: "Low Visibility", art: "space and stars", mood: "dark", tempo: 84, time: "3:40", text: "Nobody has dared to ask it." },
    { title: "Gull Disco", artist: "Spiral Stairs", album: "Second Watch", art: "beach sun wave", mood: "dance", tempo: 122, time: "2:36", text: "They come every Friday." },
    { title: "Morning Takes Over", artist: "Mara Kell", album: "Second Watch", art: "sunrise island water", mood: "ambient", tempo: 58, time: "4:10", text: "For the one who sleeps by day." }
  ]
};
