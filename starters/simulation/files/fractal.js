// The Mandelbrot and Julia sets: click to come closer, colours that flow.
"use strict";

(function () {
  const { Stage, Modes } = window;
  const HOME = { mandelbrot: { x: -0.6, y: 0, span: 3.1 }, julia: { x: 0, y: 0, span: 3.3 } };

  // How soon a point escapes, smoothed; 0 for a point of the set.
  function escape(zx, zy, cx, cy, most) {
    for (let n = 0; n < most; n++) {
      const xx = zx * zx, yy = zy * zy;
      if (xx + yy > 16) return n + 1 - Math.log2(Math.log2(xx + yy) / 2);
      zy = 2 * zx * zy + cy;
      zx = xx - yy + cx;
    }
    return 0;
  }

  function table(tints) {
    const list = Stage.blend([...tints, tints[0]], 512).map((words) => words.match(/\d+/g).map(Number)), out = new Uint32Array(512);
    list.forEach(([r, g, b], i) => { out[i] = (255 << 24) | (b << 16) | (g << 8) | r; });
    return out;
  }

  function run(C, W) {
    const colours = table(Modes.valid(C.colors, ["#05071f", "#1b3a8f", "#35b6d6", "#fff3c4", "#f28f3b", "#5b1049"])), S = Stage(C, W, { background: "#05060f", resize: () => refresh() });
    let kind = /julia/i.test(C.set) ? "julia" : "mandelbrot", at = { ...HOME[kind] }, most = Modes.clamp(C.iterations, 30, 1000), row = 0, counts = new Float32Array(0), width = 0, height = 0, c = [C.cx, C.cy], flow = Modes.clamp(C.flow, 0, 100), phase = 0, trip = C.travel;
    const pen = document.createElement("canvas").getContext("2d"), zoom = S.stat(W.zoom), place = S.stat(W.place);
    let picture = null, pixels = null, path = [];
    const set = S.choice([{ value: "mandelbrot", label: "Mandelbrot" }, { value: "julia", label: "Julia" }], kind, (to) => { kind = to; at = { ...HOME[kind] }; path = []; refresh(); });
    S.button(W.back, () => { at = path.pop() || { ...HOME[kind] }; refresh(); });
    S.button(W.reset, () => { at = { ...HOME[kind] }; path = []; refresh(); });
    S.slider(W.iterations, { min: 30, max: 1000, step: 10, value: most }, (to) => { most = to; refresh(); });
    S.slider(W.flow, { min: 0, max: 100, value: flow }, (to) => { flow = to; });
    S.check(W.travel, trip, (on) => { trip = on; });
    S.button(W.julia, () => { c = [at.x, at.y]; kind = "julia"; set.paint("julia"); at = { ...HOME.julia }; path = []; refresh(); });
    const point = (x, y) => [at.x + (x / S.width - 0.5) * at.span * Math.max(1, S.width / S.height), at.y + (y / S.height - 0.5) * at.span * Math.max(1, S.width / S.height) * (S.height / S.width)];
    const closer = (x, y, by) => { const [px, py] = point(x, y); path.push({ ...at }); at = { x: px, y: py, span: Math.max(1e-13, at.span * by) }; refresh(); };
    S.pointer({ down(x, y, event) { closer(x, y, event.button === 2 || event.shiftKey ? 2.5 : 0.4); } });
    S.canvas.addEventListener("wheel", (event) => { event.preventDefault(); closer(S.width / 2 + (event.offsetX - S.width / 2) * 0.3, S.height / 2 + (event.offsetY - S.height / 2) * 0.3, event.deltaY < 0 ? 0.75 : 1.33); }, { passive: false });
    function refresh() {
      const fine = Math.min(1, 620 / S.width);
      width = Math.max(40, Math.round(S.width * fine));
      height = Math.max(40, Math.round(S.height * fine));
      counts = new Float32Array(width * height);
      pen.canvas.width = width;
      pen.canvas.height = height;
      picture = pen.createImageData(width, height);
      pixels = new Uint32Array(picture.data.buffer);
      row = 0;
      zoom(`${(3.1 / at.span).toLocaleString(undefined, { maximumFractionDigits: 1 })}×`);
      place(`${at.x.toFixed(4)} ${at.y < 0 ? "−" : "+"} ${Math.abs(at.y).toFixed(4)}i`);
    }
    // Every fourth row first, copied to the ones below, so that the whole is seen at once.
    function work(until) {
      const order = (k) => { const pass = Math.ceil(height / 4); return (k % pass) * 4 + Math.floor(k / pass); };
      for (; row < Math.ceil(height / 4) * 4 && performance.now() < until; row++) {
        const y = order(row);
        if (y >= height) continue;
        for (let x = 0; x < width; x++) {
          const [px, py] = point(((x + 0.5) / width) * S.width, ((y + 0.5) / height) * S.height);
          counts[y * width + x] = kind === "julia" ? escape(px, py, c[0], c[1], most) : escape(0, 0, px, py, most);
        }
        if (row < height / 4) for (let below = y + 1; below < Math.min(y + 4, height); below++) counts.copyWithin(below * width, y * width, (y + 1) * width);
      }
    }
    S.loop((seconds, time) => {
      if (trip && kind === "julia" && row >= height) { c = [0.7885 * Math.cos(time * 0.25), 0.7885 * Math.sin(time * 0.25)]; row = 0; }
      if (trip && kind === "mandelbrot" && row >= height) { at.span *= 0.94; at.x += (C.targetX - at.x) * 0.2; at.y += (C.targetY - at.y) * 0.2; if (at.span < 1e-11) at = { ...HOME.mandelbrot }; row = 0; zoom(`${(3.1 / at.span).toFixed(0)}×`); }
      work(performance.now() + 14);
      phase += seconds * flow * 1.4;
      const shift = Math.floor(phase);
      for (let i = 0; i < counts.length; i++) pixels[i] = counts[i] ? colours[(Math.floor(Math.sqrt(counts[i]) * 60) + shift) & 511] : 0xff0a0605;
      pen.putImageData(picture, 0, 0);
      S.ctx.imageSmoothingEnabled = true;
      S.ctx.drawImage(pen.canvas, 0, 0, S.width, S.height);
    });
  }

  Modes.add("fractal", {
    names: /fractal|mandelbrot|julia|分形|曼德|朱利亚/i,
    defaults: { set: "mandelbrot", iterations: 220, flow: 12, cx: -0.8, cy: 0.156, travel: false, targetX: -0.743643887, targetY: 0.131825904 },
    words: {
      en: { back: "Back", reset: "Whole set", iterations: "Depth", flow: "Colour flow", travel: "Travel", julia: "Julia from here", zoom: "Zoom", place: "Centre", hint: "Click to zoom in, right click to zoom out" },
      zh: { back: "后退", reset: "全景", iterations: "深度", flow: "色彩流动", travel: "自动漫游", julia: "以此生成朱利亚集", zoom: "放大", place: "中心", hint: "点击放大，右键缩小" },
    },
    run,
  });
})();
