// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "sorting",
  title: "The Umbrella Menders’ Contest",
  subtitle: "Short ones left, tall ones right",
  icon: "☂️",
  theme: "grape",
  mode: "dark",
  accent: "#845ef7",
  colors: ["#ffd8a8", "#ff922b", "#e64980", "#845ef7"],
  background: "#130f1c",
  // id is one of: bubble, insertion, selection, shell, quick, merge, heap
  algorithms: [
    { id: "bubble", name: "Bubble sort", text: "Two neighbours swap hooks until nobody grumbles." },
    { id: "insertion", name: "Insertion sort", text: "Each umbrella is pushed in where it belongs." },
    { id: "quick", name: "Quick sort", text: "One stands up, and the rest choose a side." },
    { id: "merge", name: "Merge sort", text: "Two tidy stands become one tidy stand." }
  ],
  algorithm: "quick",
  count: 60,
  speed: 30, // 1 to 100
  race: false, // true: all at once
  words: { shuffle: "Kick the stand", race: "All menders together" },
  notesTitle: "From the workshop",
  notes: [
    { title: "Count the looks", icon: "👀", text: "Every comparison costs a mender one glance." },
    { title: "Count the moves", icon: "🖐️", text: "Lifting an umbrella is the tiring part." }
  ]
};
