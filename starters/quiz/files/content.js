// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "The Night Sky Quiz",
  subtitle: "Five questions, one cup of tea",
  icon: "🌙",
  theme: "grape",
  mode: "dark",
  accent: "#b197fc",
  intro: "How well do you know what hangs above your roof? Answer by clicking or with the keys 1 to 4.",
  start: "Look up",
  seconds: 20, // for each question; 0 is no clock
  shuffle: true,
  sound: true,
  // answer: the number of the right option, counted from 0.
  questions: [
    { text: "Which planet would float in a bathtub?", options: ["Mars", "Saturn", "Neptune", "Earth"], answer: 1, why: "Saturn is less dense than water." },
    { text: "What is a shooting star?", options: ["A falling sun", "Dust burning in the air", "A comet", "A satellite"], answer: 1, why: "Most are no larger than a grain of sand." },
    { text: "How old is the light of the Andromeda galaxy?", options: ["8 minutes", "4 years", "2.5 million years"], answer: 2, why: "It left before there were people." },
    { text: "Which star is closest to us?", options: ["Sirius", "Polaris", "The Sun", "Vega"], answer: 2, why: "It counts as a star, too." },
    { text: "What gives the Moon its light?", options: ["Lava", "The Sun", "Ice"], answer: 1, why: "It reflects about as much as old asphalt." }
  ],
  // from: percent of right answers.
  results: [
    { from: 0, title: "Under a cloud", text: "Tomorrow night is another chance." },
    { from: 40, title: "Stargazer", text: "You know your way around the Dipper." },
    { from: 80, title: "Astronomer", text: "The observatory would like a word." }
  ]
};
