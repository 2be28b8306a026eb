// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Words of the Harbour",
  subtitle: "Eight words to take along on the ferry",
  icon: "⚓",
  theme: "ocean",
  mode: "light",
  accent: "#0b7fab",
  kind: "cards",
  shuffle: false,
  sound: true,
  words: { knew: "I knew it", repeat: "Again later", previous: "Previous", following: "Next" },
  // text: the front. answer: the back. why: an example or a remark.
  questions: [
    { text: "la mer", answer: "the sea", why: "La mer est calme ce matin.", image: "🌊" },
    { text: "le quai", answer: "the quay", why: "On attend sur le quai.", image: "🪵" },
    { text: "une voile", answer: "a sail", why: "La voile est blanche.", image: "⛵" },
    { text: "le phare", answer: "the lighthouse", why: "Le phare s'allume à huit heures.", image: "🗼" },
    { text: "la marée", answer: "the tide", why: "La marée monte.", image: "🌙" },
    { text: "un filet", answer: "a net", why: "Le filet est plein.", image: "🐟" }
  ]
};
