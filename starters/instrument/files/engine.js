// Instruments for mouse, fingers and keyboard. All content is in content.js.
const KINDS = ["piano", "drums", "pads", "sequencer", "theremin", "metronome"];
const DEFAULTS = {
  lang: "en", title: "Instrument", subtitle: "", icon: "", font: "rounded", colours: { background: "#1d2b24", text: "#f4f1e4", accent: "#f2a65a" },
  padColours: ["#f2a65a", "#e4572e", "#76b041", "#17bebb", "#ffc914", "#b388eb"], kind: "piano", sound: "piano", scale: "pentatonic", octaves: 2,
  pads: [{ name: "Kick", sound: "kick", icon: "🥁", key: "a" }, { name: "Snare", sound: "snare", icon: "🪘", key: "s" }, { name: "Hi-hat", sound: "hihat", icon: "🔔", key: "d" }, { name: "Clap", sound: "clap", icon: "👏", key: "f" }],
  tempo: 110, words: { play: "Play", stop: "Stop", clear: "Clear", tempo: "Tempo", volume: "Volume", record: "Record", replay: "Listen", surprise: "Surprise me" },
  egg: { word: "", effect: "confetti", message: "" },
};
const CHINESE = { play: "播放", stop: "停止", clear: "清空", tempo: "速度", volume: "音量", record: "录音", replay: "回放", surprise: "随机" };
const S = Kit.settings(DEFAULTS);
const lang = Kit.page(S);
const words = Kit.fit(lang === "zh" ? CHINESE : DEFAULTS.words, Kit.given.words);
const C = Kit.theme(S.colours, S.font);
const tints = Kit.palette(S.padColours, DEFAULTS.padColours);
const kind = Kit.choice(S.kind, KINDS);
const voice = Kit.choice(S.sound, Sound.instruments, "piano");
const scale = Kit.choice(S.scale, Sound.scales);
const live = { volume: 0.8, tempo: Kit.clamp(Math.round(S.tempo), 40, 240), playing: false, clock: 0, step: -1 };
const { element } = Kit;
const note = element("p", {}, S.subtitle);
const play = element("main", { class: "play" });
const deck = element("div", { class: "deck" });
document.body.append(element("header", { class: "brand" }, S.icon ? element("span", {}, Kit.sign(S.icon)) : "", element("div", {}, element("h1", {}, S.title), note)), play, deck);

// ---- sounds; the first gesture has to wake the audio before anything is heard ----
let awake = false;
function heard(act) {
  Sound.wake();
  if (awake) return act();
  awake = true;
  setTimeout(act, 80);
}
const DRUMS = {
  kick: (v) => Sound.tone({ from: 150, to: 42, length: 0.3, volume: 0.9 * v, attack: 0.002 }),
  snare: (v) => { Sound.noise({ length: 0.2, volume: 0.5 * v, cut: 1800, high: true }); Sound.tone({ from: 220, to: 140, length: 0.1, volume: 0.35 * v }); },
  hihat: (v) => Sound.noise({ length: 0.06, volume: 0.35 * v, cut: 7000, high: true }),
  open: (v) => Sound.noise({ length: 0.36, volume: 0.3 * v, cut: 6000, high: true }),
  clap: (v) => [0, 0.012, 0.026].forEach((delay) => Sound.noise({ length: 0.13, volume: 0.32 * v, cut: 1200, high: true, delay })),
  tom: (v) => Sound.tone({ from: 210, to: 82, length: 0.32, volume: 0.7 * v, attack: 0.002 }),
  crash: (v) => Sound.noise({ length: 1.1, volume: 0.34 * v, cut: 3800, high: true }),
  cowbell: (v) => [562, 845].forEach((from) => Sound.tone({ from, type: "square", length: 0.16, volume: 0.12 * v })),
  shaker: (v) => Sound.noise({ length: 0.1, volume: 0.22 * v, cut: 4800, high: true }),
};
const drum = (name) => DRUMS[Kit.choice(name, Object.keys(DRUMS), "tom")];
const pitch = (midi) => 440 * Math.pow(2, (midi - 69) / 12);

// ---- what can be hit: voices with a node, a key and a sound; what was hit can be recorded ----
const voices = [];
let tape = null;
function strike(index) {
  const one = voices[index];
  if (!one) return;
  if (tape && tape.recording) tape.notes.push([performance.now() - tape.began, index]);
  heard(() => one.sound(live.volume));
  one.node.classList.add("down");
  clearTimeout(one.fading);
  one.fading = setTimeout(() => one.node.classList.remove("down"), 190);
}
function hittable(node, key, sound, tint) {
  const index = voices.push({ node, key: String(key || "").toLowerCase(), sound }) - 1;
  node.style.setProperty("--tint", tint);
  node.addEventListener("pointerdown", (event) => { event.preventDefault(); if (node.hasPointerCapture && node.hasPointerCapture(event.pointerId)) node.releasePointerCapture(event.pointerId); strike(index); });
  node.addEventListener("pointerenter", (event) => { if (event.buttons === 1) strike(index); });
  node.addEventListener("click", (event) => { if (event.detail === 0) strike(index); }); // Enter on a focused one
  return node;
}
function recorder() {
  const record = button(words.record, () => {
    const on = !(tape && tape.recording);
    if (on) tape = { recording: true, began: performance.now(), notes: [] };
    else tape.recording = false;
    record.setAttribute("aria-pressed", String(on));
  });
  const replay = button(words.replay, () => {
    const notes = tape && tape.notes.length ? tape.notes : TUNE.map((at, i) => [i * 260, at % voices.length]);
    if (tape) tape.recording = false;
    record.setAttribute("aria-pressed", "false");
    notes.forEach(([at, index]) => setTimeout(() => strike(index), at));
  });
  deck.append(record, replay);
}
const TUNE = [0, 4, 7, 12, 7, 4, 0];

const BUILD = {
  piano() {
    const many = Kit.clamp(Math.round(S.octaves), 1, 3) * 12 + 1;
    const root = many > 30 ? 48 : 60;
    const letters = "awsedftgyhujkolp;'";
    const keys = element("div", { class: "keys" });
    for (let i = 0; i < many; i++) {
      const black = [1, 3, 6, 8, 10].includes(i % 12);
      const node = element("button", { type: "button", class: black ? "key black" : "key", "aria-label": `${["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"][i % 12]}${Math.floor((root + i) / 12) - 1}` }, element("span", {}, (letters[i] || "").toUpperCase()));
      keys.append(hittable(node, letters[i], (v) => Sound.note(pitch(root + i), voice, v, (i / many - 0.5) * 0.8), tints[i % tints.length]));
    }
    const measure = () => keys.style.setProperty("--wide", `${keys.clientWidth / Math.ceil((many * 7) / 12)}px`);
    addEventListener("resize", measure);
    play.append(keys);
    measure();
    recorder();
  },
  drums() {
    const more = DEFAULTS.pads.filter((pad) => !S.pads.some((one) => one.sound === pad.sound));
    const kit = S.pads.length < 4 ? [...S.pads, ...more].slice(0, 6) : S.pads; // no drum kit has three
    grid(kit.slice(0, 12).map((pad, i) => ({ ...pad, key: pad.key || "asdfghjkl;"[i], sound: drum(pad.sound || pad.name) })));
    recorder();
  },
  pads() {
    const letters = "qwerasdfzxcv";
    grid(Array.from({ length: 12 }, (_, i) => ({ name: "", icon: "", key: letters[i], sound: (v) => Sound.note(Sound.step(scale, i, 57), voice, v) })));
    recorder();
  },
  sequencer() {
    const rows = element("div", { class: "rows" });
    const tracks = S.pads.slice(0, 9);
    live.cells = tracks.map((pad, row) => {
      const tint = tints[row % tints.length];
      const line = element("div", { class: "row", style: `--tint:${tint}` });
      line.append(hittable(element("button", { type: "button", class: "name" }, `${pad.icon || ""} ${pad.name}`.trim()), pad.key, drum(pad.sound || pad.name), tint));
      const cells = Array.from({ length: 16 }, (_, at) => {
        const cell = element("button", { type: "button", "aria-label": `${pad.name} ${at + 1}`, onclick: () => set(cell, cell.getAttribute("aria-pressed") !== "true") });
        set(cell, beat(row, at));
        return cell;
      });
      line.append(...cells);
      rows.append(line);
      return cells;
    });
    play.append(rows);
    const go = button(words.play, () => run(go));
    deck.append(go, slider("tempo", 40, 240), button(words.surprise, () => each((cell, row, at) => set(cell, Math.random() < [0.3, 0.2, 0.5][row % 3] && (row !== 0 || at % 2 === 0)))), button(words.clear, () => each((cell) => set(cell, false))));
  },
  theremin() {
    const field = Kit.canvas();
    field.node.classList.add("field");
    live.field = field;
    const at = (event) => (live.at = { x: event.clientX / innerWidth, y: event.clientY / innerHeight, fresh: true });
    field.node.addEventListener("pointerdown", (event) => { Sound.wake(); live.on = true; at(event); });
    field.node.addEventListener("pointermove", at);
    field.node.addEventListener("pointerleave", () => (live.at = null));
    live.trail = [];
  },
  metronome() {
    live.beats = 4;
    const dots = element("div", { class: "beats" });
    live.fill = () => dots.replaceChildren(...Array.from({ length: live.beats }, () => element("i")));
    live.dots = dots;
    live.bpm = element("p", { class: "bpm" }, String(live.tempo));
    live.fill();
    play.append(element("div", {}, live.bpm, dots));
    const go = button(words.play, () => run(go));
    deck.append(go, slider("tempo", 40, 240), ...[2, 3, 4, 6].map((many) => button(`${many}/4`, () => { live.beats = many; live.step = -1; live.fill(); })));
  },
};
const beat = (row, at) => [at % 4 === 0, at % 8 === 4, at % 2 === 0, at === 14, at % 16 === 10][row % 5];
const set = (cell, on) => cell.setAttribute("aria-pressed", String(Boolean(on)));
const each = (act) => live.cells.forEach((cells, row) => cells.forEach((cell, at) => act(cell, row, at)));
function button(label, act) {
  const made = element("button", { type: "button", onclick: () => act(made) }, label);
  return made;
}
function slider(name, low, high, by = 1) {
  const input = element("input", { type: "range", min: low, max: high, step: by, value: live[name], "aria-label": words[name] });
  const text = document.createTextNode(name === "tempo" ? `${words[name]} ${live[name]}` : words[name]);
  input.addEventListener("input", () => {
    live[name] = Number(input.value);
    if (name === "tempo") text.data = `${words[name]} ${live.tempo}`;
    if (live.bpm) live.bpm.textContent = String(live.tempo);
  });
  return element("label", {}, text, input);
}
function grid(list) {
  play.append(element("div", { class: list.length > 8 ? "pads-grid many" : "pads-grid" }, ...list.map((pad, i) => {
    const node = element("button", { type: "button", class: "hit", "aria-label": pad.name || `${i + 1}` }, pad.icon ? element("i", {}, pad.icon) : "", pad.name ? element("span", {}, pad.name) : "", element("kbd", {}, String(pad.key || "").toUpperCase()));
    return hittable(node, pad.key, pad.sound, tints[i % tints.length]);
  })));
}
function run(go) {
  live.playing = !live.playing;
  live.clock = 1e9; // the first step comes at once
  live.step = -1;
  heard(() => {});
  go.textContent = live.playing ? words.stop : words.play;
  go.setAttribute("aria-pressed", String(live.playing));
  if (!live.playing) document.querySelectorAll(".now").forEach((node) => node.classList.remove("now"));
}
function tick() {
  if (kind === "metronome") {
    live.step = (live.step + 1) % live.beats;
    Sound.tone({ from: live.step ? 880 : 1320, length: 0.06, volume: 0.5 * live.volume, type: "triangle" });
    [...live.dots.children].forEach((dot, i) => dot.classList.toggle("now", i === live.step));
    return;
  }
  live.step = (live.step + 1) % 16;
  each((cell, row, at) => {
    cell.classList.toggle("now", at === live.step);
    if (at === live.step && cell.getAttribute("aria-pressed") === "true") voices[row].sound(live.volume);
  });
}
function sing(dt) {
  const { context: c, width: w, height: h } = live.field;
  const at = live.at;
  c.fillStyle = Kit.blend(C.background, tints[Math.floor((at ? at.x : 0) * (tints.length - 0.01))], at ? 0.25 + 0.35 * (1 - at.y) : 0.08);
  c.globalAlpha = 0.25;
  c.fillRect(0, 0, w, h);
  c.globalAlpha = 1;
  live.clock += dt;
  if (at && (at.fresh || live.on) && live.clock > 0.06) {
    live.clock = 0;
    const to = Sound.step(scale, Math.floor(at.x * 20), 45);
    heard(() => Sound.tone({ from: live.last || to, to, length: 0.17, attack: 0.04, volume: 0.5 * (1 - at.y) * live.volume, type: voice === "synth" ? "sawtooth" : "sine" }));
    live.last = to;
    at.fresh = false;
    live.trail.push({ x: at.x * w, y: at.y * h, r: 14 + 60 * (1 - at.y), life: 1, tint: tints[Math.floor(at.x * (tints.length - 0.01))] });
  }
  live.trail = live.trail.filter((ring) => {
    c.strokeStyle = Kit.alpha(ring.tint, ring.life);
    c.lineWidth = 4;
    c.beginPath();
    c.arc(ring.x, ring.y, ring.r * (1.6 - ring.life), 0, 7);
    c.stroke();
    ring.life -= dt * 0.9;
    return ring.life > 0;
  });
}

BUILD[kind]();
deck.append(slider("volume", 0, 1, 0.01));
const egg = Egg.listen(S.egg, () => (note.textContent = S.egg.message || S.subtitle));
Kit.onPress((name, event) => {
  if (event.repeat) return;
  const letter = String(event.key || "").toLowerCase();
  const index = voices.findIndex((one) => one.key && one.key === letter);
  egg.type(event.key || "");
  if (index >= 0) strike(index);
  else if (name === "fire" || name === "enter") { const first = deck.querySelector("button"); if (first && document.activeElement === document.body) first.click(); }
});
Kit.loop((dt, time) => {
  if (live.field) sing(dt);
  if (live.playing) {
    live.clock += dt;
    const length = kind === "metronome" ? 60 / live.tempo : 15 / live.tempo;
    if (live.clock >= length) { live.clock = live.clock > 1e6 ? 0 : live.clock - length; tick(); }
  }
  Egg.frame(dt, time);
});
