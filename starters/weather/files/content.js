// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Fair Winds",
  subtitle: "The week ahead on the coast",
  icon: "⛅",
  theme: "ocean",
  mode: "light",
  accent: "#2f80ed",
  kind: "weather",
  unit: "C",
  cities: [
    {
      name: "Galway", temp: 14, sky: "rain", text: "Showers until the evening",
      days: [
        { day: "Mon", high: 14, low: 9, sky: "rain", text: "Showers, clearing late" },
        { day: "Tue", high: 16, low: 10, sky: "partly", text: "Sun between clouds" },
        { day: "Wed", high: 18, low: 11, sky: "sun", text: "Bright all day" },
        { day: "Thu", high: 15, low: 10, sky: "wind", text: "Strong wind from the west" },
        { day: "Fri", high: 13, low: 8, sky: "storm", text: "Thunder in the afternoon" }
      ]
    }
  ],
  facts: [
    { label: "Humidity", value: "81%" },
    { label: "Wind", value: "22 km/h" },
    { label: "Sunset", value: "20:41" }
  ]
};
