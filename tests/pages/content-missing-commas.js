const CONTENT = {
  lang: "zh",
  title: "茶园"
  list: ["绿茶" "红茶", "白茶"],
  cards: [
    { title: "绿茶", note: "他说"很好"", minutes: 2 }
    { title: "红茶" minutes: 4 }
  ]
};
