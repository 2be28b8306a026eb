const CONTENT = {
  lang: "en",
  title: "Tea garden",
  subtitle: "…",
  quick: ["…", "Green tea", "…"],
  cards: [{ title: "Oolong", note: "…" }]
};
