// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// modes: any of "pomodoro", "stopwatch", "countdown", "clock", "world", "date", in the order of the tabs.
const CONTENT = {
  lang: "en",
  title: "Slow Tomato",
  subtitle: "Work a little, breathe a little",
  icon: "🍅",
  theme: "rose",
  mode: "light",
  accent: "#d6336c",
  modes: ["pomodoro", "stopwatch", "countdown", "clock", "world"],
  // face: "ring" or "plain" for the time, "analog" or "digital" for the clock.
  face: "ring",
  clockFace: "analog",
  // Minutes; a long break comes after this many rounds.
  focus: 25,
  shortBreak: 5,
  longBreak: 15,
  rounds: 4,
  focusName: "Focus",
  breakName: "Breathe",
  longBreakName: "Go for a walk",
  presets: [1, 3, 5, 10, 20],
  sound: true,
  done: "Well done. Look out of the window.",
  cities: [
    { name: "Lisbon", zone: "Europe/Lisbon" },
    { name: "Shanghai", zone: "Asia/Shanghai" },
    { name: "New York", zone: "America/New_York" },
    { name: "Nairobi", zone: "Africa/Nairobi" }
  ],
  // For "date": days until this moment.
  date: "2027-01-01T00:00",
  dateName: "New Year"
};
