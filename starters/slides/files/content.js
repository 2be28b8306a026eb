// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// motion: "slide", "fade" or "zoom".
const CONTENT = {
  lang: "en",
  title: "The Lighthouse Method",
  theme: "ocean",
  mode: "dark",
  accent: "#f4a259",
  motion: "slide",
  footer: "Ida Norling, Harbour Talks",
  // kind: "title", "text", "list", "picture", "quote", "number", "columns", "end". art: picture words in English.
  slides: [
    { kind: "title", title: "The Lighthouse Method", text: "How small teams keep their course", art: "sea island", notes: "Wait for the room to settle." },
    { kind: "list", title: "What pulls us off course", items: ["Too many signals", "No fixed point", "Fog we made ourselves"] },
    { kind: "picture", title: "One light, seen by all", text: "A single sentence that everyone can say in their sleep.", art: "mountain sun" },
    { kind: "number", title: "of meetings ended on time", number: "92%", text: "after eight weeks with one written goal" },
    { kind: "columns", title: "Before and after", columns: [{ title: "Before", items: ["Six tools", "Nine channels"] }, { title: "After", items: ["One page", "One hour"] }] },
    { kind: "quote", text: "A lighthouse does not run around the island looking for ships to save.", by: "Anne Lamott" },
    { kind: "end", title: "Thank you", text: "Questions are welcome, fog is not." }
  ]
};
