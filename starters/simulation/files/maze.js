// A maze that carves itself and is solved before your eyes; or walk it with the arrow keys.
"use strict";

(function () {
  const { Stage, Modes, Kit } = window;
  const SIDES = [[0, -1], [1, 0], [0, 1], [-1, 0]]; // north, east, south, west; opposite is (side + 2) % 4

  function Maze(columns, rows) {
    return { columns, rows, open: Array.from({ length: columns * rows }, () => [false, false, false, false]), carved: new Set() };
  }
  function beside(maze, i, side) {
    const x = (i % maze.columns) + SIDES[side][0], y = Math.floor(i / maze.columns) + SIDES[side][1];
    return x < 0 || y < 0 || x >= maze.columns || y >= maze.rows ? -1 : y * maze.columns + x;
  }
  function dig(maze, i, side) {
    const j = beside(maze, i, side);
    maze.open[i][side] = maze.open[j][(side + 2) % 4] = true;
    maze.carved.add(j);
    return j;
  }

  // Carve from a growing list: the newest cell makes long corridors, a random one many branches.
  function* carve(maze, pickNewest) {
    const list = [Math.floor(Math.random() * maze.open.length)];
    maze.carved.add(list[0]);
    while (list.length) {
      const at = pickNewest ? list.length - 1 : Math.floor(Math.random() * list.length), i = list[at];
      const sides = [0, 1, 2, 3].filter((side) => { const j = beside(maze, i, side); return j >= 0 && !maze.carved.has(j); });
      if (!sides.length) list.splice(at, 1);
      else list.push(dig(maze, i, sides[Math.floor(Math.random() * sides.length)]));
      yield i;
    }
  }
  function braid(maze, part) {
    maze.open.forEach((open, i) => {
      if (open.filter(Boolean).length > 1 || Math.random() > part) return;
      const sides = [0, 1, 2, 3].filter((side) => !open[side] && beside(maze, i, side) >= 0);
      if (sides.length) dig(maze, i, sides[0]);
    });
  }

  // Search from the first cell to the last; yields the cell it is at, returns the way.
  function* solve(maze, how) {
    const goal = maze.open.length - 1, from = new Map([[0, -1]]), list = [0], steps = new Map([[0, 0]]);
    const far = (i) => Math.abs((i % maze.columns) - maze.columns + 1) + Math.abs(Math.floor(i / maze.columns) - maze.rows + 1);
    while (list.length) {
      if (how === "astar") list.sort((a, b) => steps.get(b) + far(b) - steps.get(a) - far(a));
      const i = how === "bfs" ? list.shift() : list.pop();
      maze.seen.add(i);
      if (i === goal) break;
      for (let side = 0; side < 4; side++) {
        const j = beside(maze, i, side);
        if (j >= 0 && maze.open[i][side] && !from.has(j)) { from.set(j, i); steps.set(j, steps.get(i) + 1); list.push(j); }
      }
      yield i;
    }
    const way = [];
    for (let i = goal; i !== -1 && i !== undefined; i = from.get(i)) way.unshift(i);
    return way;
  }

  function draw(S, G, tints) {
    const { ctx } = S, { maze } = G, size = Math.min((S.width - 24) / maze.columns, (S.height - 64) / maze.rows), left = (S.width - size * maze.columns) / 2, top = 46 + (S.height - 58 - size * maze.rows) / 2;
    const centre = (i) => [left + ((i % maze.columns) + 0.5) * size, top + (Math.floor(i / maze.columns) + 0.5) * size];
    S.clear();
    const floor = new Path2D(), seen = new Path2D();
    for (const i of maze.carved) { const [x, y] = centre(i); (maze.seen.has(i) ? seen : floor).rect(x - size / 2, y - size / 2, size + 0.5, size + 0.5); }
    for (const [path, tint] of [[floor, tints.floor], [seen, tints.seen]]) { ctx.fillStyle = tint; ctx.fill(path); }
    ctx.strokeStyle = tints.wall;
    ctx.lineWidth = Math.max(1.5, size * 0.12);
    ctx.lineCap = "square";
    ctx.beginPath();
    maze.open.forEach((open, i) => {
      const [x, y] = centre(i), h = size / 2;
      if (!open[0]) { ctx.moveTo(x - h, y - h); ctx.lineTo(x + h, y - h); }
      if (!open[3]) { ctx.moveTo(x - h, y - h); ctx.lineTo(x - h, y + h); }
      if (i % maze.columns === maze.columns - 1) { ctx.moveTo(x + h, y - h); ctx.lineTo(x + h, y + h); }
      if (i >= maze.columns * (maze.rows - 1)) { ctx.moveTo(x - h, y + h); ctx.lineTo(x + h, y + h); }
    });
    ctx.stroke();
    trace(ctx, G.way.slice(0, Math.ceil(G.shown)), centre, tints.way, size * 0.3);
    trace(ctx, G.trail, centre, tints.player, size * 0.16);
    ctx.font = `${size * 0.72}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [i, sign] of [[maze.open.length - 1, G.goal], [G.player, G.walker]]) { ctx.fillStyle = tints.player; ctx.fillText(sign, ...centre(i)); }
    Object.assign(G, { size, left, top });
  }
  function trace(ctx, cells, centre, color, width) {
    if (cells.length < 2) return;
    Object.assign(ctx, { strokeStyle: color, lineWidth: Math.max(2, width), lineJoin: "round" });
    ctx.beginPath();
    cells.forEach((i, k) => ctx[k ? "lineTo" : "moveTo"](...centre(i)));
    ctx.stroke();
  }

  function run(C, W) {
    const [way, seen, wall, player] = Modes.valid(C.colors, []), S = Stage(C, W, { background: "#0e1320" });
    const tints = { way: way || "#ffd43b", seen: seen || "#27407a", wall: wall || "#7aa2ff", player: player || "#ff8787", floor: Kit.colour(C.floor, "#151c2e") };
    let columns = Modes.clamp(C.size, 5, 60), how = /dfs|depth/.test(C.solver) ? "dfs" : /star|a\*/.test(C.solver) ? "astar" : "bfs", speed = Modes.clamp(C.speed, 1, 100), since = 0, rest = 0;
    const G = { player: 0, trail: [0], way: [], shown: 0, walker: C.player, goal: C.goal, moves: 0, mine: false };
    const visited = S.stat(W.visited), length = S.stat(W.length), moves = S.stat(W.moves);
    const fresh = () => {
      const rows = Math.max(4, Math.round(columns * Modes.clamp((S.height - 60) / S.width, 0.4, 1.6)));
      G.maze = Object.assign(Maze(Math.round(columns), rows), { seen: new Set() });
      Object.assign(G, { player: 0, trail: [0], way: [], shown: 0, moves: 0, mine: false, work: carve(G.maze, !/prim|branch/.test(C.generator)), phase: "carve" });
      rest = 0;
      G.mark = "";
    };
    const solveNow = () => { if (G.phase === "carve") finish(); G.maze.seen.clear(); Object.assign(G, { way: [], shown: 0, work: solve(G.maze, how), phase: "solve", mine: false }); rest = 0; };
    const finish = () => { while (!G.work.next().done); braid(G.maze, Modes.clamp(C.loops, 0, 1)); G.phase = "idle"; };
    const walk = (side) => {
      if (G.phase === "carve") finish();
      const j = beside(G.maze, G.player, side);
      if (j < 0 || !G.maze.open[G.player][side]) return;
      G.mine = true;
      G.moves++;
      G.player = j;
      if (G.trail.length > 1 && G.trail[G.trail.length - 2] === j) G.trail.pop(); else G.trail.push(j);
      if (j === G.maze.open.length - 1) { Kit.toast(C.win || W.win); Kit.tone(784); rest = 0.01; }
    };
    S.button(W.fresh, fresh, true);
    S.button(W.solve, solveNow);
    S.choice(["bfs", "dfs", "astar"].map((value) => ({ value, label: W[value] })), how, (to) => { how = to; solveNow(); });
    S.slider(W.size, { min: 5, max: 60, value: columns }, (to) => { columns = to; fresh(); });
    S.slider(W.speed, { min: 1, max: 100, value: speed }, (to) => { speed = to; });
    keys(S, walk);
    fresh();
    S.resized = fresh;
    S.loop((seconds) => {
      since += seconds * speed ** 1.35 * 2;
      for (; since > 1; since--) advance(G, finish, solveNow, C.solve);
      if ((rest > 0 && G.mine) || (G.phase === "done" && C.loop && !G.mine)) if ((rest += seconds) > 4) fresh();
      const mark = [G.phase, G.maze.carved.size, G.maze.seen.size, Math.ceil(G.shown), G.moves, S.width, S.height, columns].join();
      if (mark === G.mark) return; // as it was
      G.mark = mark;
      draw(S, G, tints);
      visited(G.maze.seen.size);
      length(G.way.length);
      moves(G.moves);
    });
  }
  function advance(G, finish, solveNow, solving) {
    if (G.phase === "show") { G.shown = Math.min(G.way.length, G.shown + 0.6); if (G.shown >= G.way.length) G.phase = "done"; }
    if (G.phase !== "carve" && G.phase !== "solve") return;
    const { value, done } = G.work.next();
    if (!done) return;
    if (G.phase === "solve") { G.way = value; G.phase = "show"; } else { finish(); if (solving && !G.mine) solveNow(); }
  }
  function keys(S, walk) {
    const sides = { ArrowUp: 0, w: 0, ArrowRight: 1, d: 1, ArrowDown: 2, s: 2, ArrowLeft: 3, a: 3 };
    addEventListener("keydown", (event) => {
      const side = sides[event.key];
      if (side === undefined || event.target.matches("input")) return;
      event.preventDefault();
      walk(side);
    });
    let from = null;
    S.pointer({ down(x, y) { from = [x, y]; }, move(x, y, pressed) {
      if (!pressed || !from) return;
      const dx = x - from[0], dy = y - from[1];
      if (Math.hypot(dx, dy) < 22) return;
      walk(Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 1 : 3) : dy > 0 ? 2 : 0);
      from = [x, y];
    } });
  }

  Modes.add("maze", {
    names: /maze|labyrinth|迷宫/i,
    defaults: { size: 24, speed: 40, generator: "dfs", solver: "bfs", solve: true, loop: true, loops: 0, player: "●", goal: "★", win: "", floor: "" },
    words: {
      en: { fresh: "New maze", solve: "Solve", size: "Size", speed: "Speed", visited: "Searched", length: "Shortest way", moves: "Your steps", bfs: "Breadth first", dfs: "Depth first", astar: "A*", win: "You found the way out!", hint: "Arrow keys or swipe to walk it yourself" },
      zh: { fresh: "新迷宫", solve: "求解", size: "大小", speed: "速度", visited: "搜索", length: "路径长度", moves: "你的步数", bfs: "广度优先", dfs: "深度优先", astar: "A* 搜索", win: "你走出来了！", hint: "用方向键或滑动自己走" },
    },
    run,
  });
})();
