// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "The Last Post Bus",
  subtitle: "A winter story in eight scenes",
  icon: "🚌",
  theme: "paper",
  mode: "dark",
  accent: "#e0a458",
  intro: "The bus stops in the pass, and the driver is gone. You have one letter to deliver before morning.",
  start: "Step out into the snow",
  health: 3, // hearts; 0 for none
  // to: the id of a scene. gives: an item. needs: an item that must have been given before.
  scenes: [
    { id: 1, title: "Bus in the snow", icon: "🚌", text: "The engine ticks as it cools. On the driver's seat lies a brass lamp, still warm. Footprints lead uphill, a road leads down.", choices: [
      { text: "Take the lamp, follow the prints", to: 2, gives: "Brass lamp", needs: "" },
      { text: "Walk down the road", to: 3, gives: "", needs: "", health: -1 }
    ] },
    { id: 2, title: "Chapel on the ridge", icon: "⛪", text: "The prints end at a chapel door. Inside a bell rope hangs in the dark, and something breathes.", choices: [
      { text: "Light the lamp", to: 4, gives: "", needs: "Brass lamp" },
      { text: "Pull the rope", to: 5, gives: "Bell rope", needs: "" }
    ] },
    { id: 3, title: "The frozen road", icon: "❄️", text: "The wind takes your breath. Far below a window shines, and a side path climbs back to the ridge.", choices: [
      { text: "On to the window", to: 7, gives: "", needs: "", health: -1 },
      { text: "Climb to the ridge", to: 2, gives: "Dry branch", needs: "" }
    ] },
    { id: 4, title: "The driver", icon: "🧔", text: "He sits against the altar, his ankle swollen. He looks at the letter in your hand and turns pale. It is addressed to him.", choices: [
      { text: "Give him the letter", to: 6, gives: "", needs: "" },
      { text: "Splint his ankle first", to: 8, gives: "", needs: "Dry branch" }
    ] },
    { id: 5, title: "The bell answers", icon: "🔔", text: "One stroke, and the snow on the roof begins to slide. Somebody shouts from behind the altar.", choices: [
      { text: "Run towards the voice", to: 4, gives: "", needs: "", health: -1 },
      { text: "Run outside", to: 7, gives: "", needs: "" }
    ] },
    { id: 6, title: "Read by lamplight", icon: "💌", text: "His sister has forgiven him. He laughs until the bell hums along, and at dawn the plough finds you both.", ending: "good" },
    { id: 7, title: "A stranger's kitchen", icon: "🍲", text: "They give you soup and a blanket. The letter stays in your pocket, and nobody ever asks for it.", ending: "bad" },
    { id: 8, title: "Two on the road", icon: "🌄", text: "Leaning on each other you reach the village as the sun comes up. He reads the letter aloud in the square.", ending: "good" }
  ]
};
