// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// kind: "notes", "diary" (a day and a mood for each entry) or "editor" (one Markdown text with its preview).
const CONTENT = {
  lang: "en",
  kind: "notes",
  title: "Marginalia",
  subtitle: "Small thoughts, kept",
  icon: "✒️",
  theme: "paper",
  mode: "light",
  accent: "#8a5a2b",
  preview: true, // the formatted text beside the one that is written
  moods: ["☀️", "🌤", "🌧", "🌙"],
  placeholder: "Write here. **Bold**, # heading, - list, > quote all work.",
  // text is Markdown; \n is a new line.
  notes: [
    { title: "A plan for October", tags: ["home", "plans"], pinned: true, text: "# October\n\n- [x] Mend the gate\n- [ ] Plant **garlic** before the frost\n- [ ] Call Aunt Ida\n\n> Do one thing, then have tea." },
    { title: "Words worth stealing", tags: ["reading"], text: "*Petrichor*: the smell of rain on dry ground.\n\n`hiraeth`: a longing for a home that may never have been." },
    { title: "Bread, third attempt", tags: ["kitchen", "home"], text: "## What changed\n\n1. More water\n2. Less hurry\n\n| flour | water |\n|---|---|\n| 500 g | 380 g |\n\nBest one so far." }
  ]
};
