// The sound: from a track's mood, tempo and name it makes a piece of music, the same each time. What
// sounds at a step follows from the step alone, so one can jump anywhere.
"use strict";

(function () {
  // chords: degrees of the scale, one a bar. parts: which voices play. lead: how often, of 100.
  const MOODS = {
    calm: { scale: [0, 2, 4, 7, 9], chords: [0, 3, 1, 4], tempo: 72, pad: 0.5, voice: "bell", lead: 34, bass: 0.4, drums: "" },
    happy: { scale: [0, 2, 4, 5, 7, 9, 11], chords: [0, 4, 5, 3], tempo: 116, pad: 0.25, voice: "pluck", lead: 58, bass: 0.6, drums: "pop" },
    sad: { scale: [0, 2, 3, 5, 7, 8, 10], chords: [0, 5, 3, 4], tempo: 64, pad: 0.5, voice: "piano", lead: 36, bass: 0.4, drums: "" },
    dreamy: { scale: [0, 2, 4, 6, 7, 9, 11], chords: [0, 1, 4, 3], tempo: 70, pad: 0.65, voice: "bell", lead: 38, bass: 0.35, drums: "soft" },
    dark: { scale: [0, 1, 3, 5, 7, 8, 10], chords: [0, 0, 5, 1], tempo: 80, pad: 0.6, voice: "saw", lead: 22, bass: 0.75, drums: "soft" },
    lofi: { scale: [0, 2, 3, 5, 7, 9, 10], chords: [1, 4, 0, 5], tempo: 78, pad: 0.4, voice: "piano", lead: 38, bass: 0.6, drums: "lofi" },
    dance: { scale: [0, 2, 3, 5, 7, 8, 10], chords: [0, 5, 2, 6], tempo: 124, pad: 0.3, voice: "saw", lead: 52, bass: 0.75, drums: "four" },
    epic: { scale: [0, 2, 3, 5, 7, 8, 10], chords: [0, 5, 2, 6], tempo: 92, pad: 0.7, voice: "saw", lead: 40, bass: 0.7, drums: "big" },
    piano: { scale: [0, 2, 4, 5, 7, 9, 11], chords: [0, 5, 3, 4], tempo: 76, pad: 0.15, voice: "piano", lead: 62, bass: 0.35, drums: "" },
    ambient: { scale: [0, 2, 4, 7, 9], chords: [0, 2, 4, 1], tempo: 54, pad: 0.8, voice: "bell", lead: 16, bass: 0.25, drums: "" },
    jazz: { scale: [0, 2, 3, 5, 7, 9, 10], chords: [1, 4, 0, 0], tempo: 104, pad: 0.2, voice: "piano", lead: 52, bass: 0.6, drums: "swing" },
    chip: { scale: [0, 2, 4, 7, 9], chords: [0, 3, 4, 0], tempo: 136, pad: 0, voice: "chip", lead: 72, bass: 0.5, drums: "pop" },
    rain: { scale: [0, 2, 4, 7, 9], chords: [0, 0, 3, 3], tempo: 50, pad: 0.4, voice: "bell", lead: 7, bass: 0.1, drums: "", noise: "rain" },
    waves: { scale: [0, 2, 4, 7, 9], chords: [0, 0, 4, 4], tempo: 50, pad: 0.4, voice: "bell", lead: 5, bass: 0.1, drums: "", noise: "waves" },
    talk: { scale: [0, 2, 4, 5, 7, 9, 11], chords: [0, 3, 0, 4], tempo: 66, pad: 0.35, voice: "pluck", lead: 20, bass: 0.25, drums: "" },
  };
  const LIKE = [["rain", /rain|storm|雨/i], ["waves", /wave|sea\b|ocean|wind|noise|浪|海|风|噪/i], ["lofi", /lo-?fi|chill|hip|study|relax|soul|r&b|慵懒|放松|嘻哈/i], ["dance", /danc|disco|house|techno|club|edm|electro|party|funk|舞|电子|派对|动感/i], ["epic", /epic|rock|metal|hero|power|cinema|orchest|史诗|摇滚|激昂|热血/i], ["jazz", /jazz|swing|blues|bossa|waltz|爵士|蓝调/i], ["chip", /chip|8-?bit|game|pixel|像素|游戏/i], ["piano", /piano|classic|romantic|love|钢琴|古典|浪漫|民谣|folk|acoustic/i], ["dark", /dark|myster|tense|horror|noir|黑暗|神秘|悬疑|紧张/i], ["sad", /sad|melanch|lonel|nostalg|blue|伤|悲|忧|孤|怀旧/i], ["dreamy", /dream|synth|space|magic|ether|night|梦|幻|夜|太空/i], ["ambient", /ambient|sleep|medit|drone|氛围|冥想|睡/i], ["happy", /happy|joy|upbeat|fun|pop|energ|bright|summer|快|欢|乐|流行|活力|轻快/i], ["calm", /calm|peace|soft|gentle|quiet|平静|安静|温柔|舒缓/i]];

  const moodOf = (words, otherwise) => {
    const said = String(words || "").toLowerCase().trim();
    return MOODS[said] ? said : (LIKE.find(([, pattern]) => pattern.test(said)) || [otherwise])[0];
  };
  function hash(words) {
    let h = 2166136261;
    for (const c of String(words)) h = Math.imul(h ^ c.codePointAt(0), 16777619);
    return h >>> 0;
  }
  // The same number from 0 to 1 for the same seed and place.
  function chance(seed, place) {
    let t = (seed + Math.imul(place + 1, 0x6d2b79f5)) | 0;
    t = Math.imul(t ^ (t >>> 15), 1 | t);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  let context = null, master = null, wet = null, analyser = null, noise = null, session = null, timer = 0, level = 0.7, bed = null;

  function open() {
    if (context) return;
    context = new AudioContext();
    const squeeze = context.createDynamicsCompressor();
    master = context.createGain();
    analyser = context.createAnalyser();
    analyser.fftSize = 512;
    analyser.smoothingTimeConstant = 0.78;
    wet = context.createConvolver();
    wet.buffer = buffer(2.4, (t) => (Math.random() * 2 - 1) * (1 - t) ** 3 * 0.5);
    noise = buffer(2, () => Math.random() * 2 - 1);
    wet.connect(master);
    master.connect(squeeze).connect(analyser).connect(context.destination);
    master.gain.value = level;
  }
  function buffer(seconds, value) {
    const length = Math.floor(context.sampleRate * seconds), made = context.createBuffer(1, length, context.sampleRate), data = made.getChannelData(0);
    for (let i = 0; i < length; i++) data[i] = value(i / length);
    return made;
  }

  // ---- voices: hertz, when, seconds, how loud ----
  function voice(type, hertz, at, seconds, loud, { attack = 0.01, cutoff = 6000, echo = 0.3, detune = 0 } = {}) {
    const one = context.createOscillator(), gain = context.createGain(), filter = context.createBiquadFilter();
    one.type = type;
    one.frequency.value = hertz;
    one.detune.value = detune;
    filter.type = "lowpass";
    filter.frequency.value = cutoff;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.linearRampToValueAtTime(loud, at + attack);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + Math.max(attack + 0.05, seconds));
    one.connect(filter).connect(gain).connect(session.out);
    if (echo) { const send = context.createGain(); send.gain.value = echo; gain.connect(send).connect(session.echo); }
    one.start(at);
    one.stop(at + Math.max(attack + 0.1, seconds) + 0.05);
  }
  const VOICES = {
    piano: (f, at, s, v) => { voice("triangle", f, at, s + 0.9, v, { cutoff: 2600 }); voice("sine", f * 2, at, s * 0.6, v * 0.25); },
    bell: (f, at, s, v) => { voice("sine", f, at, s + 1.6, v * 0.8, { echo: 0.6 }); voice("sine", f * 2.76, at, 0.5, v * 0.14, { echo: 0.6 }); },
    pluck: (f, at, s, v) => voice("triangle", f, at, Math.min(0.6, s + 0.25), v, { cutoff: 3400 }),
    saw: (f, at, s, v) => { voice("sawtooth", f, at, s + 0.3, v * 0.4, { cutoff: 1500, attack: 0.02, echo: 0.5 }); voice("sawtooth", f, at, s + 0.3, v * 0.3, { cutoff: 1500, attack: 0.02, detune: 9 }); },
    chip: (f, at, s, v) => voice("square", f, at, Math.min(0.25, s), v * 0.35, { cutoff: 5000, echo: 0.1 }),
  };
  function pad(hertz, at, seconds, loud) {
    for (const detune of [-7, 6]) voice("sawtooth", hertz, at, seconds * 1.25, loud * 0.2, { attack: seconds * 0.3, cutoff: 900, echo: 0.7, detune });
  }
  function kick(at, loud) {
    const one = context.createOscillator(), gain = context.createGain();
    one.frequency.setValueAtTime(130, at);
    one.frequency.exponentialRampToValueAtTime(42, at + 0.14);
    gain.gain.setValueAtTime(loud, at);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.26);
    one.connect(gain).connect(session.out);
    one.start(at);
    one.stop(at + 0.3);
  }
  function hiss(at, seconds, loud, hertz, type = "highpass") {
    const one = context.createBufferSource(), gain = context.createGain(), filter = context.createBiquadFilter();
    one.buffer = noise;
    filter.type = type;
    filter.frequency.value = hertz;
    gain.gain.setValueAtTime(loud, at);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    one.connect(filter).connect(gain).connect(session.out);
    one.start(at, Math.random());
    one.stop(at + seconds + 0.02);
  }
  // kick, snare and hat as hits among sixteen steps.
  const DRUMS = { four: ["x...x...x...x...", "....x.......x...", "..x...x...x...x."], pop: ["x.......x.x.....", "....x.......x...", "x.x.x.x.x.x.x.x."], lofi: ["x......x..x.....", "....x.......x...", "x..xx.x.x..xx.x."], soft: ["x.........x.....", "............x...", "....x.......x..."], big: ["x.....x.x.......", "....x.......x.xx", "x...x...x...x..."], swing: ["x.........x.....", "......x.......x.", "x...x.x.x...x.x."] };
  function drums(kind, step, at) {
    const rows = DRUMS[kind];
    if (!rows) return;
    const loud = { soft: 0.5, lofi: 0.7, swing: 0.45 }[kind] || 1;
    if (rows[0][step] === "x") kick(at, 0.55 * loud);
    if (rows[1][step] === "x") hiss(at, kind === "swing" ? 0.07 : 0.16, 0.2 * loud, 1500, "bandpass");
    if (rows[2][step] === "x") hiss(at, 0.05, 0.09 * loud, 7000);
  }

  // ---- what sounds at a step (a sixteenth) ----
  function sound(track, step, at, long) {
    const mood = MOODS[track.mood], { scale, chords } = mood, seed = hash(track.title + track.artist), inBar = step % 16, bar = Math.floor(step / 16);
    const root = 48 + (seed % 8), chord = chords[bar % chords.length];
    const hertz = (degree, up = 0) => 440 * 2 ** ((root + scale[((degree % scale.length) + scale.length) % scale.length] + 12 * (Math.floor(degree / scale.length) + up) - 69) / 12);
    const quiet = bar % 16 >= 14; // breath before it begins anew
    if (inBar === 0 && mood.pad) [0, 2, 4].forEach((third) => pad(hertz(chord + third), at, long * 16, mood.pad));
    if (mood.bass && (inBar === 0 || (inBar === 8 && mood.drums) || (inBar === 10 && mood.drums === "four"))) voice("triangle", hertz(chord, -1), at, long * 7, mood.bass * 0.42, { cutoff: 500, echo: 0, attack: 0.02 });
    if (bar >= 1) drums(mood.drums, inBar, at);
    // Two phrases of four bars that come back make a melody.
    const phrase = (Math.floor(bar / 4) % 4 === 2 ? 500 : 0) + (bar % 2) * 16 + inBar, strong = inBar % 4 === 0 ? 1.5 : inBar % 2 ? 0.35 : 0.9;
    if (!quiet && chance(seed, phrase) * 100 < mood.lead * strong) {
      const degree = chord + [0, 2, 4, 2, 1, 5, 7, 4][Math.floor(chance(seed, phrase + 9000) * 8)];
      VOICES[mood.voice](hertz(degree, 1), at, long * (1 + Math.floor(chance(seed, phrase + 4000) * 4)), 0.2);
    }
  }

  function rustle(mood) {
    if (!mood.noise) return;
    bed = context.createBufferSource();
    const filter = context.createBiquadFilter(), gain = context.createGain();
    bed.buffer = noise;
    bed.loop = true;
    filter.type = mood.noise === "rain" ? "bandpass" : "lowpass";
    filter.frequency.value = mood.noise === "rain" ? 2400 : 520;
    gain.gain.value = mood.noise === "rain" ? 0.16 : 0.3;
    bed.connect(filter).connect(gain).connect(session.out);
    if (mood.noise === "waves") {
      const swell = context.createOscillator(), depth = context.createGain();
      swell.frequency.value = 0.11;
      depth.gain.value = 0.22;
      swell.connect(depth).connect(gain.gain);
      swell.start();
      bed.onended = () => swell.stop();
    }
    bed.start();
  }

  function stop() {
    clearInterval(timer);
    const old = session;
    session = null;
    if (!old) return;
    old.out.gain.setTargetAtTime(0, context.currentTime, 0.05);
    old.echo.gain.setTargetAtTime(0, context.currentTime, 0.15);
    bed?.stop(context.currentTime + 0.4);
    bed = null;
    setTimeout(() => { old.out.disconnect(); old.echo.disconnect(); }, 900);
  }

  // Play `track` { title, artist, mood, tempo } from a second on, at a speed.
  function play(track, from = 0, speed = 1) {
    try {
      open();
      stop();
      context.resume();
      session = { out: context.createGain(), echo: context.createGain() };
      session.out.connect(master);
      session.echo.connect(wet);
      const long = 60 / track.tempo / 4 / speed, begin = context.currentTime + 0.06;
      let step = Math.ceil(from / speed / long);
      const first = step;
      const ahead = () => { while (session && begin + (step - first) * long < context.currentTime + 0.4) { sound(track, step, begin + (step - first) * long, long); step += 1; } };
      rustle(MOODS[track.mood]);
      ahead();
      timer = setInterval(ahead, 60);
    } catch { /* no sound here: the player still runs */ }
  }
  function volume(value) {
    level = value;
    master?.gain.setTargetAtTime(value, context.currentTime, 0.03);
  }

  window.Synth = { play, stop, volume, moodOf, tempoOf: (mood) => MOODS[mood].tempo, get analyser() { return session ? analyser : null; } };
})();
