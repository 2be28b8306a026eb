// kind: "blackjack", "higher-lower", "war" or "slots". Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "blackjack",
  title: "The Velvet Lantern",
  subtitle: "Twenty-one, after hours, for buttons instead of money",
  icon: "🃏",
  theme: "forest",
  mode: "dark",
  accent: "#2f9e5b",
  // felt: the colour of the table.
  felt: "#14532d",
  chips: 100,
  bet: 10,
  dealer: "Madame Odile",
  player: "You",
  intro: "Madame shuffles. How many buttons will you risk?",
  win: "Madame sighs and pushes the buttons across.",
  lose: "Madame smiles. The buttons are hers.",
  push: "A draw. Nobody blinks.",
  bust: "Too many! Over twenty-one.",
  natural: "Blackjack! The piano stops.",
  sound: true,
  // Other names for what stands on the page.
  words: { chips: "Buttons", bet: "At stake", hit: "Another card", stand: "Enough" },
  notes: [
    { title: "The aim", icon: "🎯", text: "Come closer to 21 than the dealer, but never above." },
    { title: "The dealer", icon: "🕯️", text: "Draws until seventeen, whatever you hold." }
  ]
};
