// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  look: "dragon",
  name: "Cinder",
  title: "A Small Dragon",
  subtitle: "It lives in the kettle and likes you",
  icon: "🐲",
  theme: "forest",
  mode: "light",
  accent: "#e8590c",
  colour: "#63c7a6",
  second: "#ffe3a8",
  scene: "meadow",
  // falls: points a minute, of 100. low: what it says when there is little left.
  needs: [
    { name: "Food", icon: "🍗", falls: 6, low: "My tummy sounds like a tuba." },
    { name: "Fun", icon: "🎈", falls: 7, low: "I counted all the clouds. Twice." },
    { name: "Rest", icon: "💤", falls: 4, low: "My eyelids weigh a castle." },
    { name: "Bath", icon: "🛁", falls: 5, low: "I smell like burnt toast." }
  ],
  // does: eat, drink, play, wash, sleep, hug, dance, heal, water
  actions: [
    { label: "Chili stew", icon: "🍲", need: "Food", amount: 30, does: "eat", says: "Hot! More!" },
    { label: "Marshmallow", icon: "🍡", need: "Food", amount: 12, does: "eat", says: "I toasted it myself." },
    { label: "Catch the ball", icon: "⚽", need: "Fun", amount: 28, does: "play", says: "Got it! Oh. It melted." },
    { label: "Tail dance", icon: "🎶", need: "Fun", amount: 18, does: "dance", says: "Left, right, tail!" },
    { label: "Bubble bath", icon: "🫧", need: "Bath", amount: 40, does: "wash", says: "The water boils. Perfect." },
    { label: "Nap", icon: "🌙", need: "Rest", amount: 45, does: "sleep", says: "Just five minutes…" }
  ],
  // sign: an emoji shown in its place, or "". at: good deeds until then.
  stages: [
    { name: "Egg", sign: "🥚", at: 0 },
    { name: "Hatchling", sign: "", at: 2 },
    { name: "Youngling", sign: "", at: 14 },
    { name: "Great dragon", sign: "", at: 40 }
  ],
  shop: [
    { name: "Top hat", icon: "🎩", cost: 15 },
    { name: "Sunflower", icon: "🌻", cost: 10 },
    { name: "Treasure", icon: "💎", cost: 25 },
    { name: "Tiny castle", icon: "🏰", cost: 40 }
  ],
  chat: ["Do I look taller today?", "I sneezed and the curtain is gone.", "You are my favourite human."],
  gentle: true,
  dayMinutes: 6
};
