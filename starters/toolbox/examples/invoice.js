// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "invoice",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "🧾",
  theme: "paper",
  mode: "light",
  accent: "#364fc7",
  heading: "Invoice",
  from: "Your firm, its street and town",
  to: "The customer, street and town",
  number: "2026-014",
  currency: "USD",
  tax: 8, // percent
  discount: 0,
  days: 14, // to pay
  items: [
    { name: "What was done", quantity: 2, price: 40 },
    { name: "What was done", quantity: 2, price: 40 },
    { name: "What was done", quantity: 2, price: 40 }
  ],
  note: "Thank you for your trust.",
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
