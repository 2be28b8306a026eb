// Falling sand: grains of materials that fall, flow, grow and burn; draw with the pointer.
"use strict";

(function () {
  const { Stage, Modes, Kit } = window;
  // move: how a grain moves; weight: what sinks in what; burns: how easily fire takes it.
  const TYPES = {
    sand: { move: "powder", weight: 3, color: "#e6b95c" }, water: { move: "liquid", weight: 2, color: "#3f8efc" }, stone: { move: "", weight: 9, color: "#78808f" },
    fire: { move: "fire", weight: 0.1, color: "#ff6b35" }, plant: { move: "", weight: 9, burns: 0.12, color: "#38b26b" }, wood: { move: "", weight: 9, burns: 0.03, color: "#8a5a34" },
    oil: { move: "liquid", weight: 1.5, burns: 0.3, color: "#4a3b52" }, lava: { move: "liquid", weight: 2.5, color: "#f03e1d" }, acid: { move: "liquid", weight: 1.8, color: "#b5f23d" },
    snow: { move: "powder", weight: 1.2, color: "#eef6ff" }, smoke: { move: "gas", weight: 0.05, color: "#5a6275" },
  };
  const IDS = Object.keys(TYPES);
  const GUESS = [[/水|water|sea|rain/, "water"], [/石|rock|stone|wall|brick|metal|墙/, "stone"], [/火|fire|flame/, "fire"], [/植|草|plant|grass|vine|seed|moss/, "plant"], [/木|wood/, "wood"], [/油|oil/, "oil"], [/岩浆|熔岩|lava|magma/, "lava"], [/酸|acid/, "acid"], [/雪|snow/, "snow"], [/烟|汽|smoke|steam|gas/, "smoke"]];

  function guess(words) {
    return IDS.find((id) => id === words) || (GUESS.find(([pattern]) => pattern.test(words)) || [0, "sand"])[1];
  }
  function materials(C, W) {
    const given = C.materials.map((value) => Kit.item(value, "name")).filter((one) => Kit.text(one.name ?? one.type));
    const list = (given.length ? given : ["sand", "water", "stone", "fire", "plant", "oil", "lava"].map((type) => ({ type, name: W[type] }))).slice(0, 12);
    return list.map((one) => { const type = guess(Kit.text(one.type ?? one.kind ?? one.name).toLowerCase()); return { type, name: Kit.text(one.name, W[type] || type), color: Kit.colour(one.color, TYPES[type].color) }; });
  }

  // A world of grains: `kind` is 0 for air, else 1 + the number of a type; `tint` shades each grain.
  function World(columns, rows) {
    const kind = new Uint8Array(columns * rows), tint = new Uint8Array(columns * rows), life = new Uint8Array(columns * rows), moved = new Uint8Array(columns * rows);
    const of = (i) => TYPES[IDS[kind[i] - 1]];
    const put = (i, id) => { kind[i] = id; life[i] = id ? 30 + Math.random() * 60 : 0; tint[i] = Math.random() * 40; };
    const swap = (i, j) => {
      [kind[i], kind[j]] = [kind[j], kind[i]]; [tint[i], tint[j]] = [tint[j], tint[i]]; [life[i], life[j]] = [life[j], life[i]];
      moved[j] = 1;
      if (kind[i]) moved[i] = 1;
    };
    return { columns, rows, kind, tint, life, moved, of, put, swap };
  }
  const id = (type) => IDS.indexOf(type) + 1;
  const [WATER, STONE, FIRE, PLANT, LAVA, ACID, SNOW, SMOKE] = ["water", "stone", "fire", "plant", "lava", "acid", "snow", "smoke"].map(id);

  // Move the grain i by (dx, dy) when what is there is lighter (or, for what rises, heavier).
  function go(world, i, x, y, dx, dy) {
    const nx = x + dx, ny = y + dy;
    if (nx < 0 || ny < 0 || nx >= world.columns || ny >= world.rows) return false;
    const j = ny * world.columns + nx, mine = world.of(i), there = world.kind[j] ? world.of(j) : null;
    if (there && (!there.move || there.move === "powder" || (dy < 0 ? there.weight <= mine.weight : there.weight >= mine.weight))) return false;
    world.swap(i, j);
    return true;
  }
  const MOVES = {
    powder(world, i, x, y, side) { return go(world, i, x, y, 0, 1) || go(world, i, x, y, side, 1) || go(world, i, x, y, -side, 1); },
    liquid(world, i, x, y, side) { return MOVES.powder(world, i, x, y, side) || go(world, i, x, y, side, 0) || go(world, i, x, y, -side, 0); },
    gas(world, i, x, y, side) {
      if (Math.random() < 0.03) return void world.put(i, 0);
      return Math.random() < 0.3 ? go(world, i, x, y, side, 0) : go(world, i, x, y, 0, -1) || go(world, i, x, y, side, -1) || go(world, i, x, y, side, 0);
    },
    fire(world, i, x, y, side) {
      if ((world.life[i] -= Math.min(world.life[i], 3)) === 0) return void world.put(i, Math.random() < 0.35 ? SMOKE : 0);
      return Math.random() < 0.4 && go(world, i, x, y, Math.random() < 0.6 ? 0 : side, -1);
    },
  };

  // What touching grains do to each other.
  function touch(world, i, j) {
    const { kind, put } = world, mine = kind[i], other = kind[j];
    if (!other) return;
    if (mine === FIRE || mine === LAVA) {
      if (world.of(j).burns > Math.random()) put(j, FIRE);
      else if (other === WATER) { put(mine === LAVA ? i : j, mine === LAVA ? STONE : SMOKE); if (mine === FIRE) put(i, 0); else put(j, SMOKE); }
      else if (other === SNOW) put(j, WATER);
    } else if (mine === PLANT && other === WATER && Math.random() < 0.06) put(j, PLANT);
    else if (mine === ACID && other !== ACID && other !== WATER && Math.random() < 0.08) { put(j, 0); if (Math.random() < 0.5) put(i, 0); }
  }

  function step(world) {
    const { columns, rows, kind, moved } = world;
    moved.fill(0);
    for (let y = rows - 1; y >= 0; y--) {
      const turn = Math.random() < 0.5;
      for (let k = 0; k < columns; k++) {
        const x = turn ? k : columns - 1 - k, i = y * columns + x;
        if (!kind[i] || moved[i]) continue;
        if (kind[i] === FIRE || kind[i] === LAVA || kind[i] === PLANT || kind[i] === ACID) {
          const j = i + [1, -1, columns, -columns][Math.floor(Math.random() * 4)];
          if (j >= 0 && j < kind.length) touch(world, i, j);
        }
        if (kind[i]) MOVES[world.of(i).move]?.(world, i, x, y, Math.random() < 0.5 ? 1 : -1);
      }
    }
  }

  function paint(S, world, picture, pen, colours, ground) {
    const { data } = picture;
    for (let i = 0; i < world.kind.length; i++) {
      const from = world.kind[i] ? colours[world.kind[i] - 1] : ground, shade = world.kind[i] ? world.tint[i] - 20 : 0, hot = world.kind[i] === FIRE ? Math.random() * 90 : 0;
      data[i * 4] = from[0] + shade; data[i * 4 + 1] = from[1] + shade + hot; data[i * 4 + 2] = from[2] + shade; data[i * 4 + 3] = 255;
    }
    pen.putImageData(picture, 0, 0);
    S.ctx.imageSmoothingEnabled = false;
    S.ctx.drawImage(pen.canvas, 0, 0, S.width, S.height);
  }

  function scene(world) {
    const { columns, rows } = world;
    for (const [from, to, at] of [[0.08, 0.4, 0.5], [0.55, 0.9, 0.68], [0.28, 0.6, 0.86]]) for (let x = Math.floor(columns * from); x < columns * to; x++) for (let d = 0; d < 2; d++) world.put((Math.floor(rows * at) + d) * columns + x, STONE);
    for (let x = Math.floor(columns * 0.6); x < columns * 0.68; x++) world.put((Math.floor(rows * 0.68) - 1) * columns + x, PLANT);
  }
  const blank = (world) => world.kind.fill(0);

  function run(C, W) {
    const list = materials(C, W), colours = IDS.map((type) => Stage.rgb(list.find((one) => one.type === type)?.color || TYPES[type].color));
    let world = World(1, 1), picture, held = null, chosen = id(list[0].type), brush = Modes.clamp(C.brush, 1, 20), pouring = 420, raining = C.rain;
    const pen = document.createElement("canvas").getContext("2d"), cell = Modes.clamp(C.cell, 3, 12);
    const S = Stage(C, W, { background: "#10131c", resize() {
      world = World(Math.ceil(S.width / cell), Math.ceil(S.height / cell));
      pen.canvas.width = world.columns;
      pen.canvas.height = world.rows;
      picture = pen.createImageData(world.columns, world.rows);
      if (C.scene) { scene(world); pouring = 420; }
    } });
    const ground = Stage.rgb(S.background), grains = S.stat(W.grains);
    const pour = (x, y, what, size) => {
      for (let dy = -size; dy <= size; dy++) for (let dx = -size; dx <= size; dx++) {
        const nx = Math.floor(x) + dx, ny = Math.floor(y) + dy, i = ny * world.columns + nx, solid = !what || !TYPES[IDS[what - 1]].move;
        if (dx * dx + dy * dy > size * size || nx < 0 || ny < 0 || nx >= world.columns || ny >= world.rows) continue;
        if ((solid || Math.random() < 0.35) && (!what || !world.kind[i] || solid)) world.put(i, what);
      }
    };
    S.bar.classList.add("swatches");
    S.choice([...list.map((one, i) => ({ value: i, label: one.name })), { value: -1, label: W.eraser }], 0, (i) => { chosen = i < 0 ? 0 : id(list[i].type); });
    [...S.bar.querySelectorAll(".choice .chip")].forEach((chip, i) => { if (list[i]) chip.prepend(Kit.make("i", { className: "label-dot", style: { "--hue": list[i].color } })); });
    S.slider(W.brush, { min: 1, max: 20, value: brush }, (to) => { brush = to; });
    S.check(W.rain, raining, (on) => { raining = on; });
    S.button(W.clear, () => { blank(world); pouring = 0; });
    S.button(W.again, () => { blank(world); scene(world); pouring = 420; });
    S.pointer({ down(x, y) { held = [x / cell, y / cell]; pour(...held, chosen, brush); }, move(x, y, pressed) { if (pressed) held = [x / cell, y / cell]; }, up() { held = null; } });
    let frame = 0;
    S.loop(() => {
      if (held) pour(...held, chosen, brush);
      if (pouring-- > 0) { pour(world.columns * 0.24, 2, id(list[0].type), 2); pour(world.columns * 0.72, 2, id((list[1] || list[0]).type), 2); }
      if (raining) for (let i = 0; i < world.columns; i += 23) pour(Math.random() * world.columns, 1, WATER, 0);
      step(world);
      paint(S, world, picture, pen, colours, ground);
      if (frame++ % 20 === 0) grains(world.kind.reduce((sum, kind) => sum + (kind ? 1 : 0), 0));
    });
  }

  Modes.add("sand", {
    names: /sand|powder|falling|沙|粉末/i,
    defaults: { materials: [], cell: 5, brush: 4, scene: true, rain: false },
    words: {
      en: { sand: "Sand", water: "Water", stone: "Stone", fire: "Fire", plant: "Plant", oil: "Oil", lava: "Lava", eraser: "Eraser", brush: "Brush", rain: "Rain", clear: "Clear", again: "New scene", grains: "Grains", hint: "Pick a material and draw" },
      zh: { sand: "沙子", water: "水", stone: "石头", fire: "火", plant: "植物", oil: "油", lava: "岩浆", eraser: "橡皮", brush: "笔刷", rain: "下雨", clear: "清空", again: "重新布置", grains: "颗粒", hint: "选一种材料，在画面上绘制" },
    },
    run,
  });
})();
