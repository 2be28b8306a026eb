// kind: "follow", "eyes", "trail", "confetti" or "spirograph". Keep the keys above the line, and those of your kind.
const CONTENT = {
  lang: "en",
  kind: "follow",
  title: "Walk with Mochi",
  subtitle: "Move, and she comes along. Click to drop a fish.",
  font: "rounded", // modern, rounded, serif, mono, playful
  colours: { background: "#fbeedb", text: "#3a2c23", accent: "#e8702a" },
  tints: [], // colours of the animals, faces, lines; [] for their own
  things: ["cat"], // words or emoji: what follows, looks, flies or is thrown
  count: 1,
  size: 1,
  speed: 1,
  says: ["Meow!", "More, please!", "Is that for me?", "Purr…"],
  sound: true,
  egg: { word: "purr", effect: "hearts", message: "Mochi loves you." },
  // ---- of the kind ----
  way: "walk", // walk, line, chain, worm, swarm
  treat: "🐟",
};
