// The ground of a level: a maze made anew, an open field, or the rows of a map. Tiles are "#" wall,
// "-" a door for chasers only, " " floor; things to eat lie in `things`.
const Maze = (() => {
  const { clamp, pick, random } = Kit;
  const AROUND = [[1, 0], [0, 1], [-1, 0], [0, -1]];
  const blank = (cols, rows, tile) => Array.from({ length: rows }, () => Array(cols).fill(tile));

  // Cells of a maze stand on odd tiles; its left half is grown and mirrored.
  function carve(cols, rows, pen) {
    const tiles = blank(cols, rows, "#");
    const [wide, high] = [(cols - 1) / 2, (rows - 1) / 2];
    const [midX, midY] = [(wide - 1) / 2, Math.floor(high / 2)];
    const inPen = (x, y) => pen && y === midY && Math.abs(x - midX) < 2;
    const inside = (x, y) => x >= 0 && y >= 0 && x < wide && y < high && !inPen(x, y);
    const set = (x, y, tile) => [x, cols - 1 - x].forEach((at) => (tiles[y][at] = tile));
    const join = (x, y, [dx, dy]) => set(2 * x + 1 + dx, 2 * y + 1 + dy, " ");
    const walls = (x, y) => AROUND.filter(([dx, dy]) => tiles[2 * y + 1 + dy][2 * x + 1 + dx] === "#");

    const path = [[0, 0]];
    const seen = new Set(["0,0"]);
    set(1, 1, " ");
    while (path.length) {
      const [x, y] = path[path.length - 1];
      const ways = AROUND.filter(([dx, dy]) => x + dx <= midX && inside(x + dx, y + dy) && !seen.has([x + dx, y + dy].join()));
      if (!ways.length) { path.pop(); continue; }
      const way = pick(ways);
      const [nx, ny] = [x + way[0], y + way[1]];
      join(x, y, way);
      set(2 * nx + 1, 2 * ny + 1, " ");
      seen.add([nx, ny].join());
      path.push([nx, ny]);
    }
    // No dead ends: one who is chased finds a second way out everywhere.
    for (let y = 0; y < high; y++) {
      for (let x = 0; x <= midX; x++) {
        if (!inside(x, y)) continue;
        const closed = walls(x, y).filter(([dx, dy]) => inside(x + dx, y + dy));
        if (closed.length && (walls(x, y).length > 2 || Math.random() < 0.12)) join(x, y, pick(closed));
      }
    }
    if (pen) {
      for (let x = -2; x <= 2; x++) tiles[2 * midY + 1][2 * midX + 1 + x] = " ";
      tiles[2 * midY][2 * midX + 1] = "-";
      const tunnel = 2 * Math.max(0, midY - 1) + 1;
      set(0, tunnel, " ");
    }
    const home = [2 * midX + 1, 2 * midY + 1];
    return { tiles, home, start: [2 * midX + 1, pen ? Math.min(rows - 2, home[1] + 2) : rows - 2], pen };
  }

  // A field with scattered obstacles; none cuts a part of it off.
  function field(cols, rows) {
    const tiles = blank(cols, rows, " ");
    const start = [Math.floor(cols / 2), rows - 2];
    let floor = cols * rows;
    for (let tries = 0; tries < cols * rows * 0.24; tries++) {
      const [x, y] = [Math.floor(random(0, cols)), Math.floor(random(0, rows))];
      if (tiles[y][x] === "#" || Math.hypot(x - start[0], y - start[1]) < 2.5) continue;
      tiles[y][x] = "#";
      if (reach({ tiles, cols, rows }, start).size < floor - 1) tiles[y][x] = " ";
      else floor -= 1;
    }
    return { tiles, start, home: [Math.floor(cols / 2), 1], pen: false };
  }

  // The rows of a map; null where there is nothing to play on.
  function drawn(lines) {
    const rows = lines.map((line) => [...String(line)]).filter((line) => line.length).slice(0, 40);
    const cols = clamp(Math.max(0, ...rows.map((line) => line.length)), 0, 60);
    if (rows.length < 4 || cols < 4) return null;
    const tiles = rows.map((line) => Array.from({ length: cols }, (_, x) => line[x] || "#"));
    const find = (marks) => tiles.flatMap((row, y) => row.map((tile, x) => (marks.includes(tile) ? [x, y] : null))).filter(Boolean);
    const [heroes, chasers, dots, powers, exits] = ["P@", "CGe", ".·", "oO", "EX"].map(find);
    const free = find(" .·oOP@CGeEX");
    if (free.length < 8) return null;
    const start = heroes[0] || free[Math.floor(free.length / 2)];
    const made = { tiles: tiles.map((row) => row.map((tile) => (tile === "-" || tile === "#" ? tile : " "))), start, home: chasers[0] || free[0] };
    return { ...made, chasers, dots, powers, exit: exits[0], pen: false };
  }

  const key = ([x, y]) => `${x},${y}`;
  const wrap = (maze, [x, y]) => [(x + maze.cols) % maze.cols, (y + maze.rows) % maze.rows];
  function open(maze, at, doors = false) {
    const [x, y] = at;
    const over = x < 0 || y < 0 || x >= maze.cols || y >= maze.rows;
    if (over && !maze.wraps) return false;
    const [wx, wy] = wrap(maze, at);
    const tile = maze.tiles[wy][wx];
    return tile === " " || (doors && tile === "-");
  }
  // How many steps each tile is from `from`: a map from "x,y" to steps.
  function reach(maze, from, doors = false) {
    const found = new Map([[key(from), 0]]);
    const queue = [from];
    for (let i = 0; i < queue.length; i++) {
      const [x, y] = queue[i];
      AROUND.forEach(([dx, dy]) => {
        if (!open(maze, [x + dx, y + dy], doors)) return;
        const next = wrap(maze, [x + dx, y + dy]);
        if (found.has(key(next))) return;
        found.set(key(next), found.get(key(queue[i])) + 1);
        queue.push(next);
      });
    }
    return found;
  }
  // The tiles that the steps from `from` to `to` go over.
  function route(maze, from, to) {
    const steps = reach(maze, to);
    const path = [];
    let at = from;
    while (steps.get(key(at)) > 0) {
      const [x, y] = at;
      const next = AROUND.map(([dx, dy]) => [dx, dy, wrap(maze, [x + dx, y + dy])])
        .filter(([dx, dy]) => open(maze, [x + dx, y + dy]))
        .sort((a, b) => (steps.get(key(a[2])) ?? 1e9) - (steps.get(key(b[2])) ?? 1e9))[0];
      path.push([next[0], next[1]]);
      at = next[2];
    }
    return path;
  }

  // An odd number of tiles, of the form 4n + 3 across, so that the middle is a cell.
  const across = (count) => Math.max(11, Math.round((count - 3) / 4) * 4 + 3);
  const along = (count) => Math.max(9, Math.round((count - 1) / 2) * 2 + 1);

  function create({ map, ground, size, pen, ratio }) {
    const short = clamp(Math.round(size), 9, 23);
    const long = short * clamp(ratio > 1 ? ratio : 1 / ratio, 1, 1.8);
    const [wide, high] = ratio > 1 ? [long, short] : [short, long];
    const made = () => (ground === "open" ? field(Math.round(wide), Math.round(high)) : carve(across(wide), along(high), pen));
    const maze = drawn(map) || made();
    Object.assign(maze, { rows: maze.tiles.length, cols: maze.tiles[0].length, wraps: ground !== "open" });
    maze.steps = reach(maze, maze.start);
    maze.floor = [...maze.steps.keys()].map((at) => at.split(",").map(Number));
    return maze;
  }

  return { AROUND, create, open, wrap, reach, route, key };
})();
