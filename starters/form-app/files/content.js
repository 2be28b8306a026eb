// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  title: "Lantern House",
  subtitle: "Book a quiet room by the lake",
  icon: "🏮",
  theme: "sunset",
  mode: "light",
  accent: "#d9480f",
  // Each step is one screen. type: text, email, tel, number, date, time, textarea, select, choice (pick one),
  // multi (pick several), scale (1 to max), slots (times to book), check (a box to tick).
  steps: [
    { title: "When would you like to come?", text: "We are open from March to November.", fields: [
      { key: "day", label: "Arrival", type: "date", required: true },
      { key: "time", label: "Arriving at", type: "slots", options: ["14:00", "15:30", "17:00", "18:30"], taken: ["15:30"], required: true }
    ] },
    { title: "Choose a room", fields: [
      { key: "room", label: "Room", type: "choice", required: true, options: [
        { label: "Loft", note: "Under the roof, morning sun", price: 88 },
        { label: "Lake room", note: "Balcony over the water", price: 120 },
        { label: "Garden hut", note: "A stove and silence", price: 74 }
      ] },
      { key: "extras", label: "Anything else?", type: "multi", options: [{ label: "Breakfast", price: 14 }, { label: "Boat", price: 20 }, { label: "Late checkout", price: 10 }] }
    ] },
    { title: "Who is coming?", fields: [
      { key: "name", label: "Name", type: "text", required: true },
      { key: "mail", label: "E-mail", type: "email", required: true },
      { key: "wish", label: "A wish", type: "textarea", hint: "Allergies, quiet hours, a birthday?" },
      { key: "rules", label: "I know that the lake is cold.", type: "check", required: true }
    ] }
  ],
  currency: "$", // shows a total of the prices; "" shows none
  review: "Please check everything",
  submit: "Book the room",
  done: { title: "See you at the lake", text: "We kept the room for you. A letter is on its way." }
};
