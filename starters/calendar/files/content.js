// kind: "month" (calendar with events), "habits" (days and streaks) or "week" (timetable). Keep only the keys of your kind.
// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "month",
  title: "The Allotment Year",
  subtitle: "What to sow, and who brings the cake",
  icon: "🌻",
  theme: "forest",
  mode: "light",
  accent: "#2b8a3e",
  weekStart: "monday",
  categories: [
    { name: "Sowing", color: "#40c057" },
    { name: "Harvest", color: "#f08c00" },
    { name: "Together", color: "#7048e8" }
  ],
  // date: days from today (0, 3, -2), "2026-12-24", or "12-24" for each year.
  events: [
    { title: "Broad beans in", date: 0, time: "09:00", category: "Sowing" },
    { title: "Seed swap at the shed", date: 2, time: "17:30", category: "Together" },
    { title: "Garlic before the frost", date: 4, time: "", category: "Sowing" },
    { title: "Last tomatoes", date: -3, time: "10:00", category: "Harvest" },
    { title: "Pumpkin soup evening", date: 9, time: "18:00", category: "Together" },
    { title: "Winter solstice fire", date: "12-21", time: "16:00", category: "Together" }
  ],
  words: { title: "What is there to do?", free: "Nothing but weather.", soon: "Coming up" }
};
