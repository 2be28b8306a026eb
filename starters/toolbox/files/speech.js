// Text to speech: the browser's own voices read a text aloud and mark the word they are at.
"use strict";

(function () {
  const { Kit, Modes, Tool } = window, { make, text, item } = Kit;
  const talker = window.speechSynthesis;
  const canTalk = Boolean(talker && window.SpeechSynthesisUtterance);
  const WAIT = 2500; // milliseconds in which a browser may still find its voices

  // The voices of the page's language first, then the others by language.
  function sorted(voices, lang) {
    const near = (voice) => (voice.lang.toLowerCase().startsWith(lang) ? 0 : 1);
    return [...voices].sort((a, b) => near(a) - near(b) || a.lang.localeCompare(b.lang) || a.name.localeCompare(b.name));
  }
  // Long texts in pieces: some browsers stop in the middle of one that is read for a quarter minute.
  function pieces(words) {
    const all = [];
    for (const match of words.matchAll(/[^.!?。！？；\n]+[.!?。！？；\n]*|[.!?。！？；\n]+/g)) {
      const last = all.at(-1);
      if (last && last.words.length + match[0].length < 160) last.words += match[0];
      else all.push({ from: match.index, words: match[0] });
    }
    return all;
  }

  function speech(C, W) {
    const texts = C.texts.map((one) => ({ name: "", ...item(one, "text") })).filter((one) => text(one.text));
    const live = { rate: Modes.clamp(C.rate, 0.5, 2), pitch: Modes.clamp(C.pitch, 0, 2), volume: Modes.clamp(C.volume, 0, 1), turn: 0 };
    const field = Tool.area(C.text || text(texts[0]?.text) || W.sample, 6, { className: "", spellcheck: true, aria: { label: W.text } });
    const list = make("select", { aria: { label: W.voice } }), state = make("p", { className: "state", role: "status" }), marked = make("p", { className: "marked spoken", hidden: true }), calm = make("p", { className: "done quiet", hidden: true, textContent: W.none });
    let voices = [];
    const say = (words, good = true) => { state.textContent = words; state.className = `state ${good ? "good" : "bad"}`; };
    const mark = (words, from, length) => marked.replaceChildren(words.slice(0, from), make("mark", { textContent: words.slice(from, from + length) }), words.slice(from + length));
    const rest = (words) => { marked.hidden = true; field.hidden = false; pause.textContent = W.pause; buttons(false); say(words); };
    const buttons = (busy) => { play.disabled = !voices.length || busy; pause.disabled = stop.disabled = !busy; };

    function voicesFound() {
      voices = canTalk ? sorted(talker.getVoices(), C.lang) : [];
      if (!voices.length) return;
      const wanted = voices.find((voice) => C.voice && voice.name.toLowerCase().includes(C.voice.toLowerCase())), kept = list.value;
      list.replaceChildren(...voices.map((voice, i) => make("option", { value: i, textContent: `${voice.name} (${voice.lang})` })));
      list.value = kept || String(Math.max(0, voices.indexOf(wanted)));
      calm.hidden = true;
      if (!talker.speaking) { buttons(false); say(`${voices.length} ${W.voices}`); }
    }
    function speak() {
      const words = field.value, all = pieces(words), turn = ++live.turn;
      if (!all.length) return say(W.empty, false);
      talker.cancel();
      Object.assign(marked, { hidden: false, textContent: words });
      field.hidden = true;
      buttons(true);
      say(W.speaking);
      const next = (i) => {
        if (turn !== live.turn) return;
        if (i >= all.length) return rest(W.finished);
        const one = new SpeechSynthesisUtterance(all[i].words), voice = voices[Number(list.value)];
        Object.assign(one, { rate: live.rate, pitch: live.pitch, volume: live.volume, voice, lang: voice?.lang || C.lang });
        one.onboundary = (event) => { if (turn === live.turn) mark(words, all[i].from + event.charIndex, event.charLength || /^\S*/.exec(all[i].words.slice(event.charIndex))[0].length); };
        one.onend = () => next(i + 1);
        one.onerror = (event) => { if (turn === live.turn && !/cancel|interrupt/.test(event.error)) { rest(""); say(W.failedVoice, false); } };
        talker.speak(one);
      };
      next(0);
    }
    const play = Modes.button(`▶ ${C.button || W.play}`, speak, "primary");
    const pause = Modes.button(W.pause, () => { const held = talker.paused; if (held) talker.resume(); else talker.pause(); pause.textContent = held ? W.pause : W.resume; say(held ? W.speaking : W.paused); });
    const stop = Modes.button(W.stop, () => { live.turn++; talker.cancel(); rest(W.stopped); });
    const range = (key, max, min) => Modes.slider(W[key], { min, max, step: 0.1, value: live[key] }, (to) => { live[key] = to; });
    const chips = texts.map((one) => Modes.button(text(one.name) || `${text(one.text).slice(0, 14)}…`, () => { field.value = text(one.text); if (!stop.disabled) stop.click(); }));
    Tool.tool(calm, chips.length > 1 ? make("div", { className: "row" }, chips) : null, field, marked, make("label", {}, W.voice, list), range("rate", 2, 0.5), range("pitch", 2, 0), range("volume", 1, 0), make("div", { className: "row" }, play, pause, stop, Modes.button(W.clear, () => { field.value = ""; field.focus(); })), state);
    buttons(false);
    voicesFound();
    talker?.addEventListener?.("voiceschanged", voicesFound);
    if (voices.length) return;
    list.append(make("option", { textContent: W.noVoice }));
    say(canTalk ? W.looking : "");
    setTimeout(() => { voicesFound(); if (!voices.length) { calm.hidden = false; say(""); } }, canTalk ? WAIT : 0);
    addEventListener("pagehide", () => talker?.cancel());
  }

  Modes.add("speech", {
    names: /speech|speak|read.?aloud|tts|朗读|语音|读出/i,
    defaults: { text: "", texts: [], voice: "", rate: 1, pitch: 1, volume: 1, button: "" },
    words: {
      en: { sample: "Hello! Type anything here and listen to it.", text: "Text to read aloud", voice: "Voice", voices: "voices to choose from.", rate: "Speed", pitch: "Pitch", volume: "Volume", play: "Read aloud", pause: "Pause", resume: "Go on", stop: "Stop", clear: "Clear", speaking: "Reading…", paused: "Paused.", stopped: "Stopped.", finished: "Read to the end.", empty: "Write something first.", looking: "Looking for voices…", noVoice: "No voice found.", none: "This browser has no voice of its own. Open the page in Chrome, Edge, Safari or Firefox on a computer or phone with voices installed, and it will read to you.", failedVoice: "That voice did not work: try another." },
      zh: { sample: "你好！在这里输入文字，听听它的声音。", text: "要朗读的文字", voice: "声音", voices: "种声音可选。", rate: "语速", pitch: "音调", volume: "音量", play: "朗读", pause: "暂停", resume: "继续", stop: "停止", clear: "清空", speaking: "正在朗读……", paused: "已暂停。", stopped: "已停止。", finished: "读完了。", empty: "请先输入文字。", looking: "正在查找声音……", noVoice: "没有找到声音。", none: "这个浏览器没有自带的声音。请在装有语音的电脑或手机上用 Chrome、Edge、Safari 或 Firefox 打开，就能朗读了。", failedVoice: "这个声音无法使用，换一个试试。" },
    },
    run: speech,
  });
})();
