// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Harbour Café",
  subtitle: "We usually answer at once",
  icon: "☕",
  theme: "rose",
  mode: "light",
  accent: "#c2255c",
  partner: "Mira",
  avatar: "👩‍🍳",
  placeholder: "Write a message…",
  speed: 700, // milliseconds until an answer
  hello: ["Hello, I am Mira. The kettle is on.", "Ask me about tables, cakes or opening hours."],
  quick: ["Are you open today?", "Book a table", "What is the cake?"],
  // When a message holds one of the words, one of the answers is given, in turn. quick: what may be asked next.
  replies: [
    { words: ["open", "hours", "when"], answers: ["From eight until the last guest leaves, usually seven."] },
    { words: ["book", "table", "reserve"], answers: ["For how many people?", "I wrote it down. The window seat is yours."], quick: ["Two", "Four", "Six"] },
    { words: ["two", "four", "six", "2", "4", "6"], answers: ["Lovely. I keep the table by the stove."] },
    { words: ["cake", "sweet"], answers: ["Plum and almond, still warm.", "Only two slices left!"] },
    { words: ["thanks", "thank you", "bye"], answers: ["See you soon. Mind the step."] }
  ],
  fallback: ["Say that again, the grinder was loud.", "I will ask the baker and come back to you."]
};
