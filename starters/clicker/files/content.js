// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "The Dumpling Bell",
  subtitle: "Ring it, and the kitchen wakes up",
  icon: "🥟",
  theme: "sunset",
  mode: "light",
  accent: "#e4572e",
  thing: "🥟",
  unit: "soup dumplings",
  pops: ["🥟", "✨", "🌶️"],
  lucky: "🏮",
  hint: "Click the dumpling, or press the space bar",
  sound: true,
  // cost: of the first one. makes: how many a second each. click: how many more for every click.
  upgrades: [
    { name: "Longer chopsticks", icon: "🥢", text: "Every click lifts one more", cost: 20, click: 1 },
    { name: "Cousin Mei", icon: "👧", text: "Folds while she hums", cost: 15, makes: 0.2 },
    { name: "Bamboo steamer", icon: "🧺", text: "Three floors of steam", cost: 120, makes: 1.5 },
    { name: "Night market stall", icon: "🏮", text: "Open until the moon sets", cost: 1100, makes: 10 },
    { name: "Patient panda", icon: "🐼", text: "Stirs, and eats very little", cost: 9500, makes: 65 },
    { name: "Dragon oven", icon: "🐉", text: "Please do not poke it", cost: 80000, makes: 400 },
    { name: "Cloud kitchen", icon: "☁️", text: "It rains soy sauce there", cost: 700000, makes: 2600 }
  ],
  // at: how many of them in all.
  achievements: [
    { title: "First bite", icon: "🥟", text: "One is never enough", at: 1 },
    { title: "Family dinner", icon: "🍽️", text: "Everyone came", at: 100 },
    { title: "Full street", icon: "🏘️", text: "The neighbours smelled it", at: 2500 },
    { title: "Famous broth", icon: "🍲", text: "There is a song about it", at: 50000 },
    { title: "Golden ladle", icon: "🏅", text: "Awarded by the panda", at: 500000 }
  ],
  goal: 1000000,
  won: "A million dumplings! The bell may rest, but the panda wants more."
};
