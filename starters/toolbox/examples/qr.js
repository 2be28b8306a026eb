// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "qr",
  title: "Of the Old Lighthouse",
  subtitle: "A quiet evening on the rocks",
  icon: "📱",
  theme: "ocean",
  mode: "light",
  accent: "#1971c2",
  type: "text", // text, wifi, mail or phone
  text: "https://example.com",
  network: "",
  password: "",
  shape: "rounded", // square, rounded or dots
  logo: "☕",
  colors: ["#12325c", "#ffffff"], // code and ground
  notes: [
    { title: "A first hint", icon: "💡", text: "The lamp is best seen from the sea." },
    { title: "And a second", icon: "🧭", text: "Nobody has counted all of its stairs." }
  ]
};
