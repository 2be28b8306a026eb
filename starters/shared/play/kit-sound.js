// Sounds made by Web Audio, silent until the first gesture.
const Sound = (() => {
  let audio = null;
  let out = null;
  let muted = false;

  function wake() {
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context) return;
    if (!audio) {
      audio = new Context();
      out = audio.createGain();
      out.gain.value = muted ? 0 : 0.5;
      const press = audio.createDynamicsCompressor();
      out.connect(press);
      press.connect(audio.destination);
    }
    if (audio.state === "suspended") audio.resume().catch(() => {});
  }
  ["pointerdown", "keydown", "touchend"].forEach((kind) => window.addEventListener(kind, wake, { passive: true }));

  const ready = () => audio && audio.state === "running" && !muted;

  function tone({ from, to = from, type = "sine", length = 0.2, volume = 0.3, delay = 0, attack = 0.005, pan = 0 }) {
    if (!ready()) return;
    const start = audio.currentTime + delay;
    const [wave, gain] = [audio.createOscillator(), audio.createGain()];
    wave.type = type;
    wave.frequency.setValueAtTime(Math.max(20, from), start);
    wave.frequency.exponentialRampToValueAtTime(Math.max(20, to), start + length);
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, volume), start + attack);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + attack + length);
    wave.connect(gain);
    if (audio.createStereoPanner) {
      const side = audio.createStereoPanner();
      side.pan.value = Math.max(-1, Math.min(1, pan));
      gain.connect(side);
      side.connect(out);
    } else gain.connect(out);
    wave.start(start);
    wave.stop(start + attack + length + 0.05);
  }

  function noise({ length = 0.3, volume = 0.3, cut = 1200, delay = 0, high = false }) {
    if (!ready()) return;
    const size = Math.max(1, Math.floor(audio.sampleRate * length));
    const buffer = audio.createBuffer(1, size, audio.sampleRate);
    const data = buffer.getChannelData(0);
    for (let i = 0; i < size; i++) data[i] = (Math.random() * 2 - 1) * Math.pow(1 - i / size, 2);
    const [source, filter, gain] = [audio.createBufferSource(), audio.createBiquadFilter(), audio.createGain()];
    source.buffer = buffer;
    filter.type = high ? "highpass" : "lowpass";
    filter.frequency.value = cut;
    gain.gain.value = volume;
    source.connect(filter);
    filter.connect(gain);
    gain.connect(out);
    source.start(audio.currentTime + delay);
  }

  // One note of an instrument; partials are [ratio, volume, length].
  const VOICES = {
    sine: { type: "sine", partials: [[1, 0.5, 0.5]], attack: 0.01 },
    marimba: { type: "sine", partials: [[1, 0.6, 0.35], [3.9, 0.16, 0.12], [9.2, 0.05, 0.06]], attack: 0.002 },
    bell: { type: "sine", partials: [[1, 0.35, 1.6], [2.76, 0.22, 1.1], [5.4, 0.12, 0.7], [8.9, 0.06, 0.4]], attack: 0.002 },
    pluck: { type: "triangle", partials: [[1, 0.5, 0.45], [2, 0.18, 0.25], [3, 0.1, 0.15]], attack: 0.002 },
    piano: { type: "triangle", partials: [[1, 0.5, 0.9], [2, 0.2, 0.6], [3, 0.1, 0.4], [4, 0.05, 0.25]], attack: 0.004 },
    organ: { type: "sine", partials: [[1, 0.35, 0.7], [2, 0.25, 0.7], [4, 0.15, 0.7]], attack: 0.04 },
    flute: { type: "sine", partials: [[1, 0.45, 0.7], [2, 0.08, 0.5]], attack: 0.07 },
    synth: { type: "sawtooth", partials: [[1, 0.18, 0.4], [1.005, 0.18, 0.4]], attack: 0.01 },
    chip: { type: "square", partials: [[1, 0.16, 0.22]], attack: 0.003 },
    musicbox: { type: "sine", partials: [[2, 0.35, 0.9], [4, 0.2, 0.5], [12, 0.05, 0.15]], attack: 0.001 },
  };
  function note(frequency, instrument = "marimba", volume = 1, pan = 0, longer = 1) {
    const voice = VOICES[instrument] || VOICES.marimba;
    voice.partials.forEach(([ratio, level, length]) =>
      tone({ from: frequency * ratio, type: voice.type, length: length * longer, volume: level * volume * 0.6, attack: voice.attack, pan }),
    );
  }

  const SCALES = {
    pentatonic: [0, 2, 4, 7, 9], major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 10],
    blues: [0, 3, 5, 6, 7, 10], japanese: [0, 1, 5, 7, 8], chinese: [0, 2, 4, 7, 9], dorian: [0, 2, 3, 5, 7, 9, 10],
    whole: [0, 2, 4, 6, 8, 10], chromatic: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], arabic: [0, 1, 4, 5, 7, 8, 11],
  };
  // The frequency of a scale's step, counted over octaves from `root` (a MIDI number).
  function step(scale, index, root = 57) {
    const steps = SCALES[scale] || SCALES.pentatonic;
    const octave = Math.floor(index / steps.length);
    const within = ((index % steps.length) + steps.length) % steps.length;
    return 440 * Math.pow(2, (root + 12 * octave + steps[within] - 69) / 12);
  }

  const tune = (list, type = "triangle", gap = 0.09, volume = 0.22) =>
    list.forEach((from, i) => tone({ from, type, length: 0.18, volume, delay: i * gap }));
  const EFFECTS = {
    click: () => tone({ from: 620, to: 480, length: 0.05, volume: 0.15 }),
    shoot: () => tone({ from: 880, to: 180, type: "square", length: 0.12, volume: 0.08 }),
    hit: () => tone({ from: 240, to: 90, type: "sawtooth", length: 0.14, volume: 0.16 }),
    boom: () => { noise({ length: 0.5, volume: 0.5, cut: 900 }); tone({ from: 120, to: 35, length: 0.45, volume: 0.4 }); },
    coin: () => tune([988, 1319], "square", 0.07, 0.09),
    eat: () => tone({ from: 320, to: 720, type: "triangle", length: 0.1, volume: 0.25 }),
    jump: () => tone({ from: 280, to: 620, type: "triangle", length: 0.16, volume: 0.22 }),
    bounce: () => tone({ from: 420, to: 300, type: "triangle", length: 0.07, volume: 0.2 }),
    power: () => tune([523, 659, 784, 1047]),
    win: () => tune([523, 659, 784, 1047, 784, 1047], "triangle", 0.12),
    over: () => tune([392, 349, 311, 233], "triangle", 0.16),
    egg: () => tune([784, 988, 1175, 1568, 1175, 1568], "sine", 0.1),
  };
  const play = (name) => (EFFECTS[name] || EFFECTS.click)();

  return {
    wake, tone, noise, note, step, play, scales: Object.keys(SCALES), instruments: Object.keys(VOICES),
    get muted() { return muted; },
    mute(on = !muted) {
      muted = on;
      if (out) out.gain.value = muted ? 0 : 0.5;
      return muted;
    },
  };
})();
