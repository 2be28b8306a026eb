// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Pocket Ledger",
  subtitle: "Where the money goes",
  icon: "🪙",
  theme: "mint",
  mode: "light",
  accent: "#0d9488",
  currency: "€", // before the number; "元" and other words stand after it
  budget: 1400, // for a month; 0 is none
  categories: [
    { name: "Rent", icon: "🏠", color: "#5f6ad4" },
    { name: "Food", icon: "🥕", color: "#f08c00" },
    { name: "Travel", icon: "🚲", color: "#0ca678" },
    { name: "Fun", icon: "🎬", color: "#e64980" }
  ],
  // type: "out" or "in". day: a number of days ago, or "2026-11-24".
  entries: [
    { text: "Salary", amount: 2150, type: "in", day: 18 },
    { text: "Rent and heating", amount: 720, category: "Rent", type: "out", day: 17 },
    { text: "Market on Saturday", amount: 48.6, category: "Food", type: "out", day: 4 },
    { text: "New tyres", amount: 64, category: "Travel", type: "out", day: 3 },
    { text: "Cinema with Jo", amount: 23.5, category: "Fun", type: "out", day: 1 },
    { text: "Bread, cheese, pears", amount: 14.2, category: "Food", type: "out", day: 0 }
  ]
};
