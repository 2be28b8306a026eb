// kind: "wheel", "picker", "dice", "coin", "typing", "password", "palette", "gradient", "shadow", "amount", "counter", "regex", "ascii", "json", "base64", "morse", "qr", "meme", "invoice", "speech", "fortune", "age" or "base-converter". Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "wheel",
  title: "What Shall We Eat?",
  subtitle: "Let the wheel decide tonight",
  icon: "🍜",
  theme: "sunset",
  mode: "light",
  accent: "#e8590c",
  // wheel and picker: what can be drawn; remove takes a drawn one off the list.
  items: ["Dumplings", "Pizza", "Ramen", "Tacos", "Curry", "Soup", "Salad", "Falafel"],
  colors: ["#e8590c", "#f08c00", "#2f9e44", "#1971c2", "#9c36b5", "#e03131"],
  spin: "Spin",
  seconds: 4,
  remove: false,
  sound: true,
  // Other names for what stands on the page.
  words: { ready: "Hungry? Give it a push.", past: "Eaten so far", items: "One dish a line" },
  notes: [
    { title: "House rule", icon: "🥢", text: "Whoever spins has to cook." },
    { title: "Second chances", icon: "🔁", text: "One more spin is allowed, and only on Fridays." }
  ]
};
