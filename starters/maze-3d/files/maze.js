// The plan of a maze: a grid of blocks, "true" is a wall. Rooms stand at odd places.
const Maze = (() => {
  const STEPS = [[0, -1], [1, 0], [0, 1], [-1, 0]];
  const shuffle = (list) => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  };

  // Walks on through rooms that nobody has seen, and back where there is none left.
  function carve(grid, side) {
    const way = [[1, 1]];
    grid[1][1] = false;
    while (way.length) {
      const [x, y] = way[way.length - 1];
      const next = shuffle([...STEPS]).find(([dx, dy]) => grid[y + dy * 2] && grid[y + dy * 2][x + dx * 2] === true);
      if (!next) {
        way.pop();
        continue;
      }
      const [dx, dy] = next;
      grid[y + dy][x + dx] = grid[y + dy * 2][x + dx * 2] = false;
      way.push([x + dx * 2, y + dy * 2]);
    }
    for (let i = 0; i < side; i++) { // a few more doors, so that there are ways around
      const [x, y] = [1 + Math.floor(Math.random() * (side - 2)), 1 + Math.floor(Math.random() * (side - 2))];
      if ((x + y) % 2 && grid[y][x]) grid[y][x] = Math.random() < 0.5;
    }
  }

  /** How many steps each open block is away from (x, y). */
  function distances(grid, x, y) {
    const far = grid.map((row) => row.map(() => -1));
    const list = [[x, y]];
    far[y][x] = 0;
    for (let i = 0; i < list.length; i++) {
      const [a, b] = list[i];
      STEPS.forEach(([dx, dy]) => {
        if (grid[b + dy][a + dx] || far[b + dy][a + dx] >= 0) return;
        far[b + dy][a + dx] = far[b][a] + 1;
        list.push([a + dx, b + dy]);
      });
    }
    return { far, list };
  }

  /** A maze of `rooms` by `rooms`: grid, start, the way to look, exit, and places by distance. */
  function create(rooms) {
    const side = rooms * 2 + 1;
    const grid = Array.from({ length: side }, () => Array(side).fill(true));
    carve(grid, side);
    const { far, list } = distances(grid, 1, 1);
    const exit = list[list.length - 1];
    const open = ([dx, dy]) => {
      let n = 0;
      while (!grid[1 + dy * (n + 1)][1 + dx * (n + 1)]) n++;
      return n;
    };
    const look = STEPS.reduce((best, step) => (open(step) > open(best) ? step : best), STEPS[1]);
    const ends = list.filter(([x, y]) => STEPS.filter(([dx, dy]) => !grid[y + dy][x + dx]).length === 1);
    const free = list.filter(([x, y]) => far[y][x] > 1 && !(x === exit[0] && y === exit[1]));
    const places = [...shuffle(ends.filter((at) => free.includes(at))), ...shuffle([...free])];
    return { grid, side, start: [1, 1], look, open: open(look), exit, far, places: [...new Set(places)], free };
  }
  return { create, STEPS };
})();
