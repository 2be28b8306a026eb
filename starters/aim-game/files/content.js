// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "basketball", // basketball, golf, archery, darts, penalty, slingshot, cannon, bowling
  title: "Sunset Hoops",
  subtitle: "One court, one ball, the last light of the day.",
  icon: "🏀",
  words: { start: "Shoot", over: "The lights go out", won: "King of the court!", score: "Points", level: "Round", throws: "Balls", hint: "Pull back and let go, or arrows and space" },
  rules: ["Make three of six to go on", "Nothing but net gives 3 points"],
  font: "rounded", // modern, rounded, serif, mono, playful
  thing: "🏀", // an emoji, ball or arrow
  player: "⛹️",
  keeper: "🦁", // head of the goalkeeper
  targets: ["🐷", "🐸"], // what a slingshot or a cannon hits
  colours: { background: "#f9b384", text: "#3a2238", accent: "#e2502f", ground: "#b5623f", far: "#a8607a" },
  place: "city", // park, city, beach, desert, snow, space, night, hall, stadium
  levels: 3,
  levelNames: ["Warm-up", "The hoop wakes up", "Last light"],
  throws: 6, // in each level
  goal: 3, // good throws needed in each level
  gravity: 1,
  wind: 0, // 0 to 10
  speed: 1, // 0.5 easy, 2 hard
  moving: true, // the target moves in later levels
  aimLine: true,
  egg: { word: "hoops", effect: "golden", message: "Golden hour" },
};
