// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Harbour Stop",
  subtitle: "The next trams from the quay",
  icon: "🚋",
  theme: "",
  mode: "dark",
  accent: "#f59f00",
  kind: "timetable",
  stop: "Harbour",
  lines: [
    { name: "2", to: "Old Mill", color: "#e03131", every: 8, first: "05:20", last: "23:40", minutes: 3, platform: "A", stops: ["Harbour", "Fish Market", "Town Hall", "Station", "Old Mill"] },
    { name: "5", to: "Beacon Hill", color: "#1971c2", every: 12, first: "05:40", last: "23:10", minutes: 4, platform: "B", stops: ["Ferry Pier", "Harbour", "Museum", "Park", "Beacon Hill"] },
    { name: "9", to: "University", color: "#2f9e44", every: 15, first: "06:00", last: "22:30", minutes: 3, platform: "A", stops: ["Harbour", "Opera", "Library", "University"] }
  ]
};
