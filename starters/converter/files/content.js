// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Road Trip",
  subtitle: "What the journey costs, and what each of you pays",
  icon: "🧭",
  theme: "sunset",
  mode: "light",
  accent: "#e4572e",
  kind: "converter",
  // type: "number", "range" (a slider) or "select" (options with label and value). key: the name used in the formulas.
  fields: [
    { key: "distance", label: "Distance", type: "number", value: 420, min: 0, unit: "km" },
    { key: "speed", label: "Average speed", type: "range", value: 90, min: 30, max: 130, step: 5, unit: "km/h" },
    { key: "friends", label: "Friends in the car", type: "range", value: 3, min: 1, max: 7, step: 1 },
    { key: "engine", label: "Engine", type: "select", value: 0.11, options: [{ label: "small", value: 0.11 }, { label: "large", value: 0.17 }] }
  ],
  // formula: + - * / % ^ ( ) and min max round floor ceil sqrt abs pow log ln exp if(a > b, x, y).
  results: [
    { label: "Each pays", formula: "distance * engine / friends", unit: "$", digits: 2, main: true },
    { label: "In all", formula: "distance * engine", unit: "$", digits: 2 },
    { label: "Hours on the road", formula: "distance / speed", unit: "h", digits: 1 }
  ],
  // Texts that depend on a result: the last one whose from is reached is shown.
  verdicts: [
    { result: 0, from: 0, text: "A cheap weekend." },
    { result: 0, from: 30, text: "Bring sandwiches." }
  ]
};
