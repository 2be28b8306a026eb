// theme: paper, ocean. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Tea garden",
  cards: [
    { title: "Green tea", note: "Two minutes", column: 0 },
    { title: "Black tea", note: "Four minutes and no