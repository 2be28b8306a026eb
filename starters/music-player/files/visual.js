// The moving picture of the sound: bars, a wave or rings; at rest it breathes quietly.
"use strict";

(function () {
  const { calm } = window.Kit;
  const KINDS = {
    bars(pen, w, h, values, colours) {
      const count = Math.max(16, Math.min(56, Math.floor(w / 11))), step = w / count;
      for (let i = 0; i < count; i++) {
        const high = Math.max(4, values(i / count) * h * 0.94);
        pen.fillStyle = colours(i / count);
        pen.beginPath();
        pen.roundRect(i * step + step * 0.18, (h - high) / 2, step * 0.64, high, step * 0.32);
        pen.fill();
      }
    },
    wave(pen, w, h, values, colours, time) {
      for (let layer = 0; layer < 3; layer++) {
        pen.beginPath();
        for (let x = 0; x <= w; x += 4) {
          const at = x / w, high = values(Math.abs(at - 0.5) * 1.2) * h * (0.44 - layer * 0.1);
          pen.lineTo(x, h / 2 + Math.sin(at * (9 + layer * 3) + time * (1.7 + layer * 0.6)) * Math.max(3, high) * Math.sin(at * Math.PI));
        }
        pen.strokeStyle = colours(layer / 3);
        pen.globalAlpha = 1 - layer * 0.3;
        pen.lineWidth = 3 - layer * 0.6;
        pen.stroke();
      }
      pen.globalAlpha = 1;
    },
    rings(pen, w, h, values, colours, time) {
      const most = Math.min(w * 0.5, h * 1.4);
      for (let i = 0; i < 7; i++) {
        const value = values(i / 8);
        pen.beginPath();
        pen.ellipse(w / 2, h / 2, Math.max(2, most * (0.12 + i * 0.13 + value * 0.12)), Math.max(2, h * (0.05 + i * 0.055 + value * 0.12)), Math.sin(time * 0.3) * 0.1, 0, Math.PI * 2);
        pen.strokeStyle = colours(i / 7);
        pen.globalAlpha = 0.35 + value * 0.65;
        pen.lineWidth = 2 + value * 5;
        pen.stroke();
      }
      pen.globalAlpha = 1;
    },
  };

  // The strength at a place from 0 to 1: what is heard, or a slow swell while nothing is.
  function strength(analyser, data, playing, time) {
    const level = () => {
      if (!analyser) return null;
      analyser.getByteFrequencyData(data);
      return data.some((value) => value) ? data : null;
    };
    const heard = level();
    return (at) => {
      if (heard) return (heard[Math.min(heard.length - 1, Math.floor(2 + at ** 1.6 * 110))] / 255) ** 1.3;
      const swell = 0.5 + 0.5 * Math.sin(at * 11 + time * (playing ? 4 : 0.9)) * Math.cos(at * 5 - time * (playing ? 2.3 : 0.4));
      return playing ? 0.18 + swell * 0.55 : 0.05 + swell * 0.13;
    };
  }

  function start(canvas, kind, isPlaying) {
    const pen = canvas.getContext("2d"), data = new Uint8Array(256), draw = KINDS[kind] || KINDS.bars;
    let accent = "", ink = "";
    const dress = () => { const style = getComputedStyle(canvas); accent = style.getPropertyValue("--accent").trim() || "#4c6ef5"; ink = style.color; };
    addEventListener("mode", () => setTimeout(dress, 50));
    dress();
    const colours = (w) => {
      const blend = pen.createLinearGradient(0, 0, w, 0);
      blend.addColorStop(0, accent);
      blend.addColorStop(1, ink);
      return () => blend;
    };
    let last = -100;
    const frame = (now) => {
      requestAnimationFrame(frame);
      if (calm && now - last < 200) return;
      last = now;
      const ratio = Math.min(2, devicePixelRatio || 1), w = canvas.clientWidth, h = canvas.clientHeight;
      if (!w || !h) return;
      if (canvas.width !== Math.round(w * ratio) || canvas.height !== Math.round(h * ratio)) { canvas.width = Math.round(w * ratio); canvas.height = Math.round(h * ratio); }
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, w, h);
      draw(pen, w, h, strength(window.Synth.analyser, data, isPlaying(), now / 1000), colours(w), now / 1000);
    };
    requestAnimationFrame(frame);
  }

  window.Visual = { start };
})();
