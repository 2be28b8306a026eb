const CONTENT = {
  lang: "en",
  title: "Tea garden",
  cards: [
    { title: "Green tea", minutes: 2 },
    { title: "Black tea", minutes: 4 minutes },
    { title: "White tea", minutes: },
    { title: "Oolong", minutes: 3 }
  ],
  rows: [1, 2, 3, ...],
  accent: "#2f7d4f"
};
