// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
const CONTENT = {
  lang: "en",
  kind: "timeline", // timeline, photos, cards or profile
  title: "Marsh Radio",
  subtitle: "Where the night watch talks",
  icon: "🐸",
  theme: "mint",
  mode: "light",
  accent: "#0d9488",
  me: { name: "Odile Reed", avatar: "🦉", bio: "Counts frogs for a living. Owns three lanterns, lends two.", place: "Hut by the sluice", art: "lake at dusk", following: 128, followers: 940 },
  placeholder: "What do you hear tonight?",
  // art: the picture in words; "" for a post without one. time: as it shall stand there.
  posts: [
    { author: "Bram Heron", avatar: "🪿", time: "4 min ago", text: "The bittern is back behind the third dyke. I have not moved for an hour and my tea is cold. #bittern", art: "reeds and river", likes: 86, reposts: 12, comments: [{ author: "Odile Reed", text: "Stay there, I bring the flask." }] },
    { author: "Ines Pond", avatar: "🦦", time: "27 min ago", text: "Poll among the otters: nobody likes the new bridge, everybody likes the fish below it.", art: "", likes: 214, reposts: 31, comments: [{ author: "Bram Heron", text: "Same as last spring, then." }] },
    { author: "Old Sedge", avatar: "🌾", time: "1 hour ago", text: "Fog at the landing from four o'clock on. Walk slowly and hum, so that we know who you are. #fogwatch", art: "misty forest", likes: 57, reposts: 40, comments: [] },
    { author: "Luma Fenn", avatar: "🪲", time: "3 hours ago", text: "My first glow-worm of the year, on the gatepost, at no charge. #smalllights", art: "garden at night", likes: 390, reposts: 66, comments: [{ author: "Ines Pond", text: "I want to see it tomorrow!" }] },
    { author: "Odile Reed", avatar: "🦉", time: "5 hours ago", text: "Forty-one frogs between the mill and the willow. One of them sang twice, I counted it once.", art: "", likes: 173, reposts: 9, comments: [] }
  ],
  stories: [
    { name: "Bram Heron", avatar: "🪿", text: "Waiting in the reeds", art: "morning river" },
    { name: "Ines Pond", avatar: "🦦", text: "Fish for breakfast again", art: "water and waves" },
    { name: "Luma Fenn", avatar: "🪲", text: "Lights on the path", art: "forest stars" }
  ],
  trends: [{ title: "Fog at the landing", posts: 1240 }, { title: "Bittern behind the dyke", posts: 860 }, { title: "Small lights", posts: 415 }],
  follow: [{ name: "Ferry House", avatar: "🛶", text: "Crossings and weather" }, { name: "Toad Patrol", avatar: "🐸", text: "We carry them over" }]
};
