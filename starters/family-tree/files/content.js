// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "The Arandas",
  subtitle: "Four generations of boat builders",
  icon: "🌳",
  theme: "forest",
  mode: "light",
  accent: "#2b8a3e",
  kind: "tree",
  // One colour for each generation, from the top.
  colors: ["#2b8a3e", "#1971c2", "#c2255c", "#e8590c"],
  items: [
    { name: "Inés", role: "Grandmother", years: "1931–2008", icon: "👵", text: "Founded the yard with one saw and two brothers.", partner: "Tomás" },
    { name: "Rafael", role: "Father", years: "born 1955", icon: "👨", text: "Built the first boat of steel.", partner: "Lucía", parent: "Inés" },
    { name: "Carmen", role: "Aunt", years: "born 1958", icon: "👩", text: "Keeps the books and the peace.", parent: "Inés" },
    { name: "Marta", role: "Daughter", years: "born 1984", icon: "👩‍🔧", text: "Runs the yard today.", partner: "Joan", parent: "Rafael" },
    { name: "Diego", role: "Son", years: "born 1987", icon: "👨‍🎨", text: "Paints the names on the bows.", parent: "Rafael" },
    { name: "Elena", role: "Cousin", years: "born 1990", icon: "👩‍🔬", text: "Measures the tides.", parent: "Carmen" },
    { name: "Bruno", role: "Grandson", years: "born 2015", icon: "👦", text: "Knows every rope in the yard.", parent: "Marta" }
  ]
};
