// The player: what is playing, the controls, the list with search and favourites; keys.
"use strict";

(function () {
  const { $, make, setup, text, number, item, store, isObject } = window.Kit;
  const { Synth, Visual } = window;
  const C = setup({ title: "Player", kind: "music", tracks: [], episodes: [], songs: [], playlist: null, visualizer: "bars", shuffle: false, repeat: true, volume: 70 }, {
    en: { play: "Play", pause: "Pause", next: "Next", previous: "Previous", shuffle: "Shuffle", repeat: "Repeat", volume: "Volume", mute: "Mute", progress: "Position", list: "Playlist", episodes: "Episodes", search: "Search", all: "All", liked: "Favourites", like: "Favourite", speed: "Speed", back: "15 seconds back", ahead: "15 seconds ahead", none: "Nothing here.", playing: "Now playing", tracks: "tracks", parts: "episodes", minutes: "min", sample: "Small hours", keys: "Space plays, arrows move, N and P change, M mutes" },
    zh: { play: "播放", pause: "暂停", next: "下一首", previous: "上一首", shuffle: "随机播放", repeat: "循环", volume: "音量", mute: "静音", progress: "进度", list: "播放列表", episodes: "节目", search: "搜索", all: "全部", liked: "收藏", like: "收藏", speed: "速度", back: "后退 15 秒", ahead: "前进 15 秒", none: "这里还没有内容。", playing: "正在播放", tracks: "首", parts: "期", minutes: "分钟", sample: "夜深时分", keys: "空格播放，方向键快进，N 和 P 换曲，M 静音" },
  });
  const W = C.words, app = $("#app"), memory = store(`player:${C.title}`), kept = isObject(memory.get()) ? memory.get() : {};
  const podcast = /pod|episode|audiobook|播客|有声/i.test(C.kind) || (C.episodes.length > 0 && !C.tracks.length);
  const PATHS = { play: "M8 5.500v13l11-6.500Z", pause: "M7.5 5.500v13M16.5 5.500v13", next: "M6 6v12l9-6ZM18 6v12", previous: "M18 6v12l-9-6ZM6 6v12", shuffle: "M3 7h3c5 0 6 10 11 10h4M3 17h3c2 0 3.2-1.5 4.3-3.300M13.5 9.800C14.5 8.2 15.5 7 17 7h4M18 4l3 3-3 3M18 14l3 3-3 3", repeat: "M5 11V9a3 3 0 0 1 3-3h11M16 3l3 3-3 3M19 13v2a3 3 0 0 1-3 3H5M8 21l-3-3 3-3", volume: "M4 9.500v5h3.500L12 18.500v-13L7.5 9.500ZM15.5 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11", mute: "M4 9.500v5h3.500L12 18.500v-13L7.5 9.500ZM16 10l5 5M21 10l-5 5", like: "M12 20.500C5 15 3 11.8 3 8.800A4.8 4.8 0 0 1 12 6.600a4.8 4.8 0 0 1 9 2.200c0 3-2 6.2-9 11.700Z", back: "M4 12a8 8 0 1 0 3-6.200M4 4v4h4", ahead: "M20 12a8 8 0 1 1-3-6.200M20 4v4h-4" };
  const icon = (name) => make("span", { className: `glyph ${name}`, aria: { hidden: "true" }, innerHTML: `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${PATHS[name]}"/></svg>` });
  const iconButton = (name, act, className = "round") => make("button", { type: "button", className, onclick: act, title: W[name], aria: { label: W[name] } }, icon(name));
  const clock = (seconds) => { const all = Math.max(0, Math.floor(seconds)), hours = Math.floor(all / 3600), rest = `${Math.floor((all % 3600) / 60)}`; return `${hours ? `${hours}:${rest.padStart(2, "0")}` : rest}:${String(all % 60).padStart(2, "0")}`; };

  // "3:20", "45 min", 215 or 3.5 -> seconds.
  function seconds(value, otherwise) {
    const words = text(value), parts = words.match(/\d+(?::\d+)+/)?.[0].split(":").map(Number);
    const found = parts ? parts.reduce((sum, part) => sum * 60 + part, 0) : /\d/.test(words) ? parseFloat(words.match(/\d+(\.\d+)?/)[0]) * (/m|分/i.test(words) ? 60 : parseFloat(words.match(/\d+(\.\d+)?/)[0]) < 20 ? 60 : 1) : 0;
    return found >= 5 ? Math.min(found, 6 * 3600) : otherwise;
  }
  const MOODS = podcast ? ["talk"] : ["calm", "happy", "lofi", "dreamy", "dance", "piano"];
  function track(value, i) {
    const one = item(value), artist = text(one.artist ?? one.author ?? one.by ?? one.host ?? one.guest), album = text(one.album ?? one.season ?? one.show);
    const mood = Synth.moodOf(one.mood ?? one.genre ?? one.style ?? "", MOODS[i % MOODS.length]), said = text(one.art ?? one.cover ?? one.image), name = text(one.title ?? one.name);
    return { i, title: name, artist, album, mood, tempo: Math.max(40, Math.min(190, number(one.tempo ?? one.bpm) || Synth.tempoOf(mood))), length: seconds(one.time ?? one.duration ?? one.length ?? one.minutes, podcast ? 1500 + (i % 5) * 240 : 160 + (i % 5) * 17), art: said && !/^(https?:|data:|\.?\/)/.test(said) ? said : `${name} ${album}`, text: text(one.text ?? one.description ?? one.about), date: text(one.date) };
  }
  const source = [C.tracks, C.episodes, C.songs, Array.isArray(C.playlist) ? C.playlist : []].find((list) => list.length) || [];
  const tracks = source.map(track).filter((one) => one.title).map((one, i) => ({ ...one, i }));
  if (!tracks.length) tracks.push(...[1, 2, 3].map((n, i) => track({ title: `${W.sample} ${n}`, artist: C.title, mood: ["calm", "lofi", "dreamy"][i] }, i)));

  const asVolume = (value) => Math.max(0, Math.min(100, number(value, 70) <= 1 && number(value, 70) > 0 ? number(value) * 100 : number(value, 70)));
  const liked = new Set((Array.isArray(kept.liked) ? kept.liked : []).filter((i) => tracks[i]));
  let at = tracks[kept.at] ? kept.at : 0, position = 0, begun = 0, playing = false, speed = 1, shuffle = C.shuffle, repeat = C.repeat, level = asVolume(kept.level ?? C.volume), muted = false, query = "", only = false, dragging = false;
  const keep = () => memory.set({ liked: [...liked], at, level });
  const now = () => (playing ? position + ((performance.now() - begun) / 1000) * speed : position);
  const loud = () => Synth.volume(muted ? 0 : (level / 100) ** 1.6 * (podcast ? 0.55 : 0.9));

  // ---- playing ----
  function set(on, from = now()) {
    position = Math.max(0, Math.min(tracks[at].length - 0.2, from));
    playing = on;
    begun = performance.now();
    if (on) { loud(); Synth.play(tracks[at], position, speed); } else Synth.stop();
    paint();
  }
  function choose(i, on = true) {
    const other = i !== at;
    at = (i + tracks.length) % tracks.length;
    keep();
    set(on, 0);
    if (other) { dress(); paintList(); }
  }
  let order = [];
  function onward(by = 1) {
    if (!shuffle || tracks.length < 3) return choose(at + by, playing);
    if (!order.length) order = tracks.map((_, i) => i).filter((i) => i !== at).sort(() => Math.random() - 0.5);
    choose(order.pop(), playing);
  }
  function finished() {
    if (!repeat && at === tracks.length - 1 && !shuffle) { choose(0, false); return; }
    onward();
  }
  const seek = (to) => set(playing, to);

  // ---- what is playing ----
  const cover = make("div", { className: "cover", role: "img" }), disc = make("div", { className: "disc", aria: { hidden: "true" } });
  const name = make("h2", {}), by = make("p", { className: "muted by" }), about = make("p", { className: "about" });
  const canvas = make("canvas", { className: "visual", aria: { hidden: "true" } });
  const bar = make("input", { type: "range", className: "bar-range", min: 0, max: 1000, step: 1, value: 0, aria: { label: W.progress } }), passed = make("span", {}), total = make("span", {});
  const playButton = iconButton("play", () => set(!playing), "round big");
  const shuffleButton = iconButton("shuffle", () => { shuffle = !shuffle; paint(); }), repeatButton = iconButton("repeat", () => { repeat = !repeat; paint(); });
  const likeButton = iconButton("like", () => like(at)), muteButton = iconButton("mute", mute);
  const volume = make("input", { type: "range", min: 0, max: 100, value: level, aria: { label: W.volume } });
  const speedButton = make("button", { type: "button", className: "chip", onclick: () => { const from = now(), all = [1, 1.25, 1.5, 2, 0.75]; speed = all[(all.indexOf(speed) + 1) % all.length]; set(playing, from); } });
  bar.addEventListener("input", () => { dragging = true; showTime((bar.value / 1000) * tracks[at].length); });
  bar.addEventListener("change", () => { dragging = false; seek((bar.value / 1000) * tracks[at].length); });
  volume.addEventListener("input", () => { level = Number(volume.value); muted = false; loud(); keep(); paint(); });
  function mute() { muted = !muted; loud(); paint(); }
  function like(i) { if (liked.has(i)) liked.delete(i); else liked.add(i); keep(); paint(); paintList(); }

  const skips = podcast ? [iconButton("back", () => seek(now() - 15)), iconButton("ahead", () => seek(now() + 15))] : [];
  const controls = make("div", { className: "controls" }, podcast ? speedButton : shuffleButton, iconButton("previous", () => (now() > 4 ? seek(0) : onward(-1))), skips[0], playButton, skips[1], iconButton("next", () => onward()), podcast ? null : repeatButton);
  const player = make("section", { className: "panel player", aria: { label: W.playing } }, make("div", { className: "sleeve" }, podcast ? null : disc, cover), make("div", { className: "named" }, make("div", {}, name, by), likeButton), about, canvas, bar, make("div", { className: "row spread times" }, passed, total), controls, make("div", { className: "loudness" }, muteButton, volume), make("p", { className: "muted keys", textContent: W.keys }));

  // ---- the list ----
  const search = make("input", { type: "search", placeholder: W.search, aria: { label: W.search } });
  const allChip = make("button", { type: "button", className: "chip", textContent: W.all, onclick: () => { only = false; paintList(); } }), likedChip = make("button", { type: "button", className: "chip", textContent: `♥ ${W.liked}`, onclick: () => { only = true; paintList(); } });
  const rows = make("ol", { className: "tracks" }), sum = make("span", { className: "muted", textContent: `${tracks.length} ${podcast ? W.parts : W.tracks} · ${Math.round(tracks.reduce((all, one) => all + one.length, 0) / 60)} ${W.minutes}` });
  search.addEventListener("input", () => { query = search.value.trim().toLowerCase(); paintList(); });
  const list = make("section", { className: "panel list" }, make("div", { className: "row spread" }, make("h2", { textContent: podcast ? W.episodes : W.list }), sum), make("div", { className: "row filters" }, search, allChip, likedChip), rows);

  function rowOf(one) {
    const current = one.i === at, heart = make("button", { type: "button", className: "plain", onclick: () => like(one.i), aria: { label: `${W.like}: ${one.title}`, pressed: liked.has(one.i) } }, icon("like"));
    const words = podcast ? [one.date, one.artist].filter(Boolean).join(" · ") : [one.artist, one.album].filter(Boolean).join(" · ");
    const button = make("button", { type: "button", className: "track", onclick: () => (current ? set(!playing) : choose(one.i)), aria: { label: `${current && playing ? W.pause : W.play}: ${one.title}` } }, make("span", { className: "thumb", data: { art: one.art } }, current ? make("span", { className: "dance", aria: { hidden: "true" } }, make("i"), make("i"), make("i")) : null), make("span", { className: "track-text" }, make("b", { textContent: one.title }), words ? make("small", { textContent: words }) : null, podcast && one.text ? make("small", { className: "more", textContent: one.text }) : null), make("span", { className: "length", textContent: clock(one.length) }));
    return make("li", { className: current ? "current" : "" }, button, heart);
  }
  function paintList() {
    const shown = tracks.filter((one) => (!only || liked.has(one.i)) && (!query || `${one.title} ${one.artist} ${one.album} ${one.text}`.toLowerCase().includes(query)));
    allChip.setAttribute("aria-pressed", !only);
    likedChip.setAttribute("aria-pressed", only);
    rows.replaceChildren(...(shown.length ? shown.map(rowOf) : [make("li", { className: "none", textContent: W.none })]));
    window.drawArt(rows);
  }

  // ---- what is seen ----
  function dress() {
    const one = tracks[at];
    const drawing = window.artFor(one.art), tints = [...new Set(drawing.match(/#[0-9a-f]{6}/gi))];
    for (const picture of [cover, disc]) picture.style.backgroundImage = `url("data:image/svg+xml,${encodeURIComponent(drawing)}")`;
    document.body.style.setProperty("--one", tints[2] || tints[0]);
    document.body.style.setProperty("--two", tints[4] || tints[1]);
    cover.setAttribute("aria-label", one.title);
    name.textContent = one.title;
    by.textContent = [one.artist, one.album, podcast ? one.date : ""].filter(Boolean).join(" · ");
    about.textContent = one.text;
    total.textContent = clock(one.length);
  }
  function showTime(value) {
    passed.textContent = clock(value);
    bar.style.setProperty("--at", `${(value / tracks[at].length) * 100}%`);
    bar.setAttribute("aria-valuetext", `${clock(value)} / ${clock(tracks[at].length)}`);
    if (!dragging) bar.value = (value / tracks[at].length) * 1000;
  }
  const swap = (button, sign, label) => { if (!button.querySelector(`.${sign}`)) { button.replaceChildren(icon(sign)); button.title = label; button.setAttribute("aria-label", label); } };
  function paint() {
    document.body.classList.toggle("playing", playing);
    swap(playButton, playing ? "pause" : "play", playing ? W.pause : W.play);
    swap(muteButton, muted || !level ? "mute" : "volume", W.mute);
    muteButton.setAttribute("aria-pressed", muted);
    shuffleButton.setAttribute("aria-pressed", shuffle);
    repeatButton.setAttribute("aria-pressed", repeat);
    likeButton.setAttribute("aria-pressed", liked.has(at));
    speedButton.textContent = `${speed}×`;
    speedButton.setAttribute("aria-label", `${W.speed}: ${speed}`);
    volume.value = muted ? 0 : level;
    volume.style.setProperty("--at", `${muted ? 0 : level}%`);
    document.title = playing ? `♪ ${tracks[at].title} – ${C.title}` : C.title;
    const label = rows.querySelector(".current .track");
    label?.setAttribute("aria-label", `${playing ? W.pause : W.play}: ${tracks[at].title}`);
    showTime(now());
  }

  const KEYS = { " ": () => set(!playing), k: () => set(!playing), ArrowRight: () => seek(now() + 5), ArrowLeft: () => seek(now() - 5), n: () => onward(), p: () => onward(-1), m: mute, s: () => shuffleButton.click(), r: () => repeatButton.click(), l: () => like(at) };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input")) return;
    const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
    if (!act || (event.key === " " && event.target.closest?.("button"))) return;
    event.preventDefault();
    act();
  });
  setInterval(() => {
    if (!playing) return;
    if (now() >= tracks[at].length - 0.05) finished();
    else if (!dragging) showTime(now());
  }, 250);

  document.body.dataset.kind = podcast ? "podcast" : "music";
  app.append(player, list);
  dress();
  paintList();
  paint();
  Visual.start(canvas, /wave|line/i.test(C.visualizer) ? "wave" : /ring|circle|round/i.test(C.visualizer) ? "rings" : "bars", () => playing);
})();
