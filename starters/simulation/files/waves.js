// A pond: drops make rings that spread, meet and fade (the wave equation on a grid).
"use strict";

(function () {
  const { Stage, Modes } = window;

  function run(C, W) {
    const colours = Stage.blend(Modes.valid(C.colors, ["#04162e", "#0b4f8a", "#38b6d8", "#f4fdff"]), 256).map((words) => words.match(/\d+/g).map(Number));
    const pen = document.createElement("canvas").getContext("2d"), cell = Modes.clamp(C.cell, 2, 10);
    let now, before, width = 0, height = 0, picture, damping = Modes.clamp(C.damping, 0, 100), rain = Modes.clamp(C.rain, 0, 20), sources = [], wall = new Uint8Array(0), walls = C.walls, clock = 0, drawing = "drop";
    const S = Stage(C, W, { background: "#04162e", resize: () => reset() });
    const drops = S.stat(W.drops);
    let total = 0;
    function reset() {
      width = Math.ceil(S.width / cell); height = Math.ceil(S.height / cell);
      now = new Float32Array(width * height); before = new Float32Array(width * height); wall = new Uint8Array(width * height);
      pen.canvas.width = width; pen.canvas.height = height;
      picture = pen.createImageData(width, height);
      sources = Array.from({ length: Modes.clamp(Math.round(C.sources), 0, 6) }, (_, i, all) => ({ x: width * ((i + 1) / (C.sources + 1)), y: height * (0.3 + 0.12 * (i % 3)) }));
      if (/slit|缝/.test(walls)) for (let x = 0; x < width; x++) { const part = x / width; if (!((part > 0.4 && part < 0.44) || (part > 0.56 && part < 0.6))) wall[Math.floor(height * 0.55) * width + x] = 1; }
    }
    const drop = (x, y, force = 1, size = 3) => {
      for (let dy = -size; dy <= size; dy++) for (let dx = -size; dx <= size; dx++) {
        const i = (Math.floor(y) + dy) * width + Math.floor(x) + dx, far = Math.hypot(dx, dy);
        if (far <= size && now[i] !== undefined && !wall[i]) now[i] += force * Math.cos((far / size) * 1.57);
      }
    };
    S.choice([{ value: "drop", label: W.drop }, { value: "wall", label: W.wall }, { value: "source", label: W.source }], drawing, (to) => { drawing = to; });
    S.slider(W.rain, { min: 0, max: 20, value: rain }, (to) => { rain = to; });
    S.slider(W.damping, { min: 0, max: 100, value: damping }, (to) => { damping = to; });
    S.check(W.slit, /slit|缝/.test(walls), (on) => { walls = on ? "slit" : ""; reset(); });
    S.button(W.clear, () => { C.sources = 0; walls = ""; reset(); });
    const act = (x, y, first) => {
      if (drawing === "source") { if (first) sources.push({ x: x / cell, y: y / cell }); return; }
      if (drawing === "wall") { for (let d = 0; d < 4; d++) wall[(Math.floor(y / cell) + (d >> 1)) * width + Math.floor(x / cell) + (d & 1)] = 1; return; }
      if (first) drops(++total);
      drop(x / cell, y / cell, first ? C.force : C.force * 0.35);
    };
    S.pointer({ down: (x, y) => act(x, y, true), move(x, y, pressed) { if (pressed) act(x, y, false); } });
    S.loop((seconds) => {
      clock += seconds;
      if (Math.random() < rain * seconds) { drop(Math.random() * width, Math.random() * height, C.force); drops(++total); }
      for (let k = 0; k < 2; k++) {
        sources.forEach((one) => drop(one.x, one.y, Math.sin(clock * C.frequency) * 0.35, 2));
        const kept = 1 - damping * 0.0004;
        for (let y = 1; y < height - 1; y++) for (let i = y * width + 1, end = y * width + width - 1; i < end; i++) before[i] = wall[i] ? 0 : ((now[i - 1] + now[i + 1] + now[i - width] + now[i + width]) * 0.5 - before[i]) * kept;
        [now, before] = [before, now];
      }
      const { data } = picture;
      for (let i = 0; i < now.length; i++) {
        const light = (now[i] - (now[i + width] || 0)) * 120 + now[i] * 46 + 82, [r, g, b] = wall[i] ? [222, 226, 230] : colours[Modes.clamp(Math.round(light), 0, 255)];
        data[i * 4] = r; data[i * 4 + 1] = g; data[i * 4 + 2] = b; data[i * 4 + 3] = 255;
      }
      pen.putImageData(picture, 0, 0);
      S.ctx.drawImage(pen.canvas, 0, 0, S.width, S.height);
    });
  }

  Modes.add("waves", {
    names: /wave|ripple|water|pond|interference|波|涟漪|水面|干涉/i,
    defaults: { cell: 4, damping: 18, rain: 2, sources: 2, force: 1.6, frequency: 9, walls: "" },
    words: {
      en: { drop: "Drops", wall: "Wall", source: "Source", rain: "Rain", damping: "Damping", slit: "Double slit", clear: "Calm", drops: "Drops", hint: "Touch the water" },
      zh: { drop: "水滴", wall: "墙", source: "波源", rain: "雨", damping: "阻尼", slit: "双缝", clear: "平静", drops: "水滴数", hint: "触碰水面" },
    },
    run,
  });
})();
