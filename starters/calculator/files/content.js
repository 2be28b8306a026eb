// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// kind: "calculator" (keys; scientific: true adds sin, sqrt, ...) or "converter" (fields and results) or "both".
const CONTENT = {
  lang: "en",
  title: "Table for Six",
  subtitle: "A calculator, and the bill divided fairly",
  icon: "🧮",
  theme: "sunset",
  mode: "light",
  accent: "#e4572e",
  kind: "both",
  scientific: true,
  // type: "number", "range" or "select" (options with label and value). key: the name used in the formulas.
  fields: [
    { key: "bill", label: "Bill", type: "number", value: 84.5, min: 0, unit: "$" },
    { key: "tip", label: "Tip", type: "range", value: 15, min: 0, max: 30, step: 1, unit: "%" },
    { key: "people", label: "People", type: "range", value: 3, min: 1, max: 20, step: 1 },
    { key: "mood", label: "The evening was", type: "select", value: 1, options: [{ label: "fine", value: 1 }, { label: "wonderful", value: 1.2 }] }
  ],
  // formula: + - * / % ^ ( ) and min max round floor ceil sqrt abs pow log ln exp if(a > b, x, y).
  results: [
    { label: "Each pays", formula: "(bill + bill * tip * mood / 100) / people", unit: "$", digits: 2, main: true },
    { label: "Tip in all", formula: "bill * tip * mood / 100", unit: "$", digits: 2 },
    { label: "Total", formula: "bill + bill * tip * mood / 100", unit: "$", digits: 2 }
  ],
  // Texts that depend on a result: the last one whose from is reached is shown.
  verdicts: [
    { result: 0, from: 0, text: "A light evening." },
    { result: 0, from: 30, text: "A good dinner." },
    { result: 0, from: 80, text: "Someone ordered the lobster." }
  ]
};
