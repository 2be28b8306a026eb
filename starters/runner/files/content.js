// All that makes this game this game. Change values, keep the keys.
const CONTENT = {
  lang: "en", // en, zh
  mode: "jump", // jump, flap
  title: "Fox Dash",
  subtitle: "A small fox, a long evening.",
  icon: "🦊",
  words: { start: "Run", over: "Tripped!", won: "Home!", score: "Score", coins: "Berries", best: "Best", hint: "Space, arrow up, click or tap to jump" },
  rules: ["Jump over what stands in the way", "Jump again in the air", "Berries give 5 points"],
  font: "rounded", // modern, rounded, serif, mono, playful
  hero: "🦊", // one emoji
  obstacles: ["🌵", "🪨", "🍄"],
  flyers: ["🦇"], // they come later and higher
  coins: ["🫐"],
  colours: { background: "#f7c8a0", text: "#3b2440", accent: "#e4572e", ground: "#5b3a5e", far: "#c77d7e", pipe: "#6a994e" },
  land: "hills", // hills, city, desert, sea, snow, space, candy
  day: true, // day and night follow each other
  speed: 330, // pixels a second
  faster: 6, // added each second
  jumps: 2, // 2: double jump
  gap: 190, // between pipes in flap mode
  goal: 0, // points to win, 0: endless
  egg: { word: "moon", effect: "stars", message: "A sky of stars" },
};
