// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Northwind Energy",
  subtitle: "Solar roofs, all sites",
  icon: "☀️",
  theme: "ocean",
  mode: "dark",
  accent: "#38bdf8",
  // The periods to choose from. A value that is a list has one entry for each period.
  periods: ["Day", "Week", "Year"],
  // live: true lets the numbers move a little every few seconds.
  live: true,
  kpis: [
    { label: "Produced", value: [42.6, 287, 14820], unit: "kWh", change: 8.4, trend: [3, 4, 4, 6, 5, 7, 8] },
    { label: "Used", value: [31.2, 214, 11240], unit: "kWh", change: -3.1, trend: [8, 7, 8, 6, 6, 5, 5] },
    { label: "Saved", value: ["$12.80", "$86.10", "$4,446"], change: 5.6, trend: [2, 3, 3, 4, 6, 6, 7] },
    { label: "Battery", value: "78%", change: 2.0, trend: [5, 6, 8, 7, 6, 7, 8] }
  ],
  // type: "line", "area", "bar", "donut" or "progress". wide: true takes two columns.
  charts: [
    { type: "area", title: "Power over time", wide: true, unit: "kW", labels: ["6", "8", "10", "12", "14", "16", "18", "20"],
      series: [
        { name: "Produced", values: [0.4, 2.1, 4.8, 6.2, 5.9, 4.1, 1.6, 0.2] },
        { name: "Used", values: [1.2, 1.9, 1.4, 2.2, 2.6, 2.1, 3.4, 2.8] }
      ] },
    { type: "donut", title: "Where it goes", unit: "%", labels: ["Heating", "Car", "Kitchen", "Other"], values: [41, 27, 18, 14] },
    { type: "bar", title: "By site", unit: "kWh", labels: ["Mill", "School", "Barn", "Depot", "Hall"], values: [92, 74, 55, 48, 18] },
    { type: "progress", title: "Goals", labels: ["Self-sufficiency", "CO2 saved", "Panels cleaned"], values: [82, 64, 35] }
  ],
  table: {
    title: "Inverters",
    columns: ["Name", "Site", "Power (kW)", "Status"],
    rows: [
      ["INV-01", "Mill", 5.2, "Good"],
      ["INV-02", "School", 4.1, "Good"],
      ["INV-03", "Barn", 2.9, "Check"],
      ["INV-04", "Depot", 3.3, "Good"],
      ["INV-05", "Hall", 0, "Offline"]
    ]
  }
};
