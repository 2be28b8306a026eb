// Conway's game of life: cells that are born, live and die by a rule; draw them with the pointer.
"use strict";

(function () {
  const { Stage, Modes } = window;
  const PATTERNS = {
    glider: "010/001/111",
    gun: "000000000000000000000000100000000000/000000000000000000000010100000000000/000000000000110000001100000000000011/000000000001000100001100000000000011/110000000010000010001100000000000000/110000000010001011000010100000000000/000000000010000010000000100000000000/000000000001000100000000000000000000/000000000000110000000000000000000000",
    pulsar: "0011100011100/0000000000000/1000010100001/1000010100001/1000010100001/0011100011100/0000000000000/0011100011100/1000010100001/1000010100001/1000010100001/0000000000000/0011100011100",
    acorn: "0100000/0001000/1100111",
    spaceship: "01001/10000/10001/11110",
    blinker: "111",
    pentomino: "011/110/010",
  };

  // A board of cells with their age; 0 is dead.
  function Board(columns, rows) {
    return { columns, rows, cells: new Uint16Array(columns * rows), generation: 0, alive: 0 };
  }

  function stamp(board, name) {
    const lines = PATTERNS[name].split("/"), left = Math.max(0, Math.floor((board.columns - lines[0].length) / 2)), top = Math.max(0, Math.floor((board.rows - lines.length) / 2));
    lines.forEach((line, y) => [...line].forEach((c, x) => { if (c === "1" && left + x < board.columns && top + y < board.rows) board.cells[(top + y) * board.columns + left + x] = 1; }));
  }

  function neighbours(board, x, y, wrap) {
    const { columns, rows, cells } = board;
    let count = 0;
    for (let dy = -1; dy < 2; dy++) for (let dx = -1; dx < 2; dx++) {
      if (!dx && !dy) continue;
      let nx = x + dx, ny = y + dy;
      if (wrap) { nx = (nx + columns) % columns; ny = (ny + rows) % rows; } else if (nx < 0 || ny < 0 || nx >= columns || ny >= rows) continue;
      if (cells[ny * columns + nx]) count++;
    }
    return count;
  }

  function next(board, rule, wrap) {
    const cells = new Uint16Array(board.cells.length);
    let alive = 0;
    for (let y = 0, i = 0; y < board.rows; y++) for (let x = 0; x < board.columns; x++, i++) {
      const age = board.cells[i], count = neighbours(board, x, y, wrap);
      if (age ? rule.stay.has(count) : rule.born.has(count)) { cells[i] = Math.min(age + 1, 999); alive++; }
    }
    Object.assign(board, { cells, alive, generation: board.generation + 1 });
  }

  function parseRule(words) {
    const [, born, stay] = /B(\d*)\/?S(\d*)/i.exec(words) || [0, "3", "23"];
    return { born: new Set([...born].map(Number)), stay: new Set([...stay].map(Number)) };
  }

  function draw(S, board, C, tints) {
    const size = Math.min(S.width / board.columns, S.height / board.rows), gap = size > 6 ? 1 : 0, { ctx } = S;
    S.clear();
    if (C.grid && size > 7) {
      ctx.fillStyle = "rgb(128 140 170 / 9%)";
      for (let x = 0; x <= board.columns; x++) ctx.fillRect(x * size, 0, 1, S.height);
      for (let y = 0; y <= board.rows; y++) ctx.fillRect(0, y * size, S.width, 1);
    }
    const paths = tints.map(() => new Path2D()), round = /circ|round|dot/.test(C.shape); // one fill for each colour
    board.cells.forEach((age, i) => {
      if (!age) return;
      const x = (i % board.columns) * size, y = Math.floor(i / board.columns) * size, path = paths[Math.min(tints.length - 1, age - 1)];
      if (round) { path.moveTo(x + size - gap / 2, y + size / 2); path.arc(x + size / 2, y + size / 2, size / 2 - gap / 2, 0, 6.2832); } else path.rect(x + gap, y + gap, size - gap, size - gap);
    });
    paths.forEach((path, i) => { ctx.fillStyle = tints[i]; ctx.fill(path); });
  }

  function run(C, W) {
    let board = Board(1, 1), since = 0, stale = true, speed = Modes.clamp(C.speed, 1, 60), drawing = 1;
    const rule = parseRule(C.rule), tints = Stage.blend(Modes.valid(C.colors, ["#e7f5ff", "#74c0fc", "#4c6ef5", "#9775fa"]), 12);
    const cell = Modes.clamp(C.cell, 4, 60);
    const S = Stage(C, W, { resize() {
      const old = board;
      stale = true;
      board = Board(Math.max(8, Math.ceil(S.width / cell)), Math.max(8, Math.ceil(S.height / cell)));
      if (old.cells.length === 1) return fill(C.pattern.toLowerCase());
      for (let y = 0; y < Math.min(old.rows, board.rows); y++) for (let x = 0; x < Math.min(old.columns, board.columns); x++) board.cells[y * board.columns + x] = old.cells[y * old.columns + x];
      board.generation = old.generation;
    } });
    const size = () => Math.min(S.width / board.columns, S.height / board.rows);
    const generation = S.stat(W.generation), alive = S.stat(W.alive);
    function fill(pattern) {
      stale = true;
      board = Board(board.columns, board.rows);
      if (PATTERNS[pattern]) stamp(board, pattern);
      else if (pattern !== "empty") board.cells = board.cells.map(() => (Math.random() < Modes.clamp(C.density, 0.02, 0.9) ? 1 : 0));
      board.alive = board.cells.reduce((sum, age) => sum + (age ? 1 : 0), 0);
    }
    const play = S.toggle([W.pause, W.play], C.running, () => {});
    S.button(W.step, () => { play.set(false); next(board, rule, C.wrap); stale = true; });
    S.button(W.random, () => fill("random"));
    S.button(W.clear, () => fill("empty"));
    S.slider(W.speed, { min: 1, max: 60, value: speed }, (to) => { speed = to; });
    S.choice(Stage.named(C.patterns, Object.keys(PATTERNS), W), C.pattern, (name) => { fill(name); play.set(true); });
    const set = (x, y) => { const i = Math.floor(y / size()) * board.columns + Math.floor(x / size()); if (i >= 0 && i < board.cells.length) board.cells[i] = drawing; stale = true; };
    S.pointer({ down(x, y) { const i = Math.floor(y / size()) * board.columns + Math.floor(x / size()); drawing = board.cells[i] ? 0 : 1; set(x, y); }, move(x, y, pressed) { if (pressed) set(x, y); } });
    addEventListener("keydown", (event) => { if (event.key === " " && !event.target.matches("button, input")) { event.preventDefault(); play.set(!play.on); } });
    S.loop((seconds) => {
      since += seconds;
      if (play.on && since > 1 / speed) { since = 0; next(board, rule, C.wrap); stale = true; }
      if (!stale) return;
      stale = false;
      draw(S, board, C, tints);
      generation(board.generation);
      alive(board.alive);
    });
  }

  Modes.add("life", {
    names: /life|conway|cellular|生命|细胞|元胞/i,
    defaults: { cell: 13, speed: 10, density: 0.24, pattern: "random", patterns: [], rule: "B3/S23", wrap: true, running: true, grid: true, shape: "square" },
    words: {
      en: { play: "Play", pause: "Pause", step: "One step", random: "Random", clear: "Clear", speed: "Speed", generation: "Generation", alive: "Alive", hint: "Draw cells with the pointer", glider: "Glider", gun: "Glider gun", pulsar: "Pulsar", acorn: "Acorn", spaceship: "Spaceship", blinker: "Blinker", pentomino: "R-pentomino" },
      zh: { play: "播放", pause: "暂停", step: "单步", random: "随机", clear: "清空", speed: "速度", generation: "世代", alive: "存活", hint: "用鼠标或手指画细胞", glider: "滑翔机", gun: "滑翔机枪", pulsar: "脉冲星", acorn: "橡子", spaceship: "飞船", blinker: "闪烁灯", pentomino: "R 五连块" },
    },
    run,
  });
})();
