// Who chases: each walks from tile to tile and chooses its way at every tile by its character.
const Chasers = (() => {
  const { clamp, choice, pick } = Kit;
  const WAYS = ["hunter", "ambush", "shy", "wander", "patrol", "guard"];
  const TINTS = ["#ff5a5f", "#ff9ff3", "#48dbfb", "#ffa94d", "#69db7c", "#b197fc"];
  const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

  // Where a walker is, between two tiles.
  const spot = (walker) => [walker.at[0] + walker.dir[0] * walker.part, walker.at[1] + walker.dir[1] * walker.part];

  // Moves a walker by so many tiles; `choose` says the direction at each tile, null stops it.
  function walk(maze, walker, distance, choose) {
    let left = distance;
    for (let guard = 0; left > 1e-6 && guard < 9; guard++) {
      if (walker.part === 0) {
        const dir = choose(walker);
        if (!dir) return;
        walker.dir = dir;
      }
      const go = Math.min(left, 1 - walker.part);
      walker.part += go;
      left -= go;
      if (walker.part < 1 - 1e-6) continue;
      walker.at = Maze.wrap(maze, [walker.at[0] + walker.dir[0], walker.at[1] + walker.dir[1]]);
      walker.part = 0;
    }
  }
  function turnBack(maze, walker) {
    if (walker.part > 0) {
      walker.at = Maze.wrap(maze, [walker.at[0] + walker.dir[0], walker.at[1] + walker.dir[1]]);
      walker.part = 1 - walker.part;
    }
    walker.dir = [-walker.dir[0], -walker.dir[1]];
  }

  // Where the chasers begin: in their pen, at the marks of a map, or far from the hero.
  function places(maze, count) {
    if (maze.chasers && maze.chasers.length) return Array.from({ length: count }, (_, i) => maze.chasers[i % maze.chasers.length]);
    if (maze.pen) return Array.from({ length: count }, (_, i) => [maze.home[0] + [0, -2, 2, -1, 1, 0][i % 6], maze.home[1]]);
    const most = Math.max(...maze.steps.values());
    const distant = maze.floor.filter((at) => maze.steps.get(Maze.key(at)) >= Math.min(most, Math.max(6, most * 0.45)));
    return Array.from({ length: count }, () => pick(distant));
  }
  function create(list, maze) {
    const homes = places(maze, list.length);
    const exit = maze.pen ? [maze.home[0], maze.home[1] - 2] : null;
    return list.map((one, i) => ({
      ...one, way: choice(one.way, WAYS, WAYS[i % WAYS.length]), colour: Kit.colour(one.colour, TINTS[i % TINTS.length]),
      at: homes[i], home: homes[i], corner: [i % 2 ? 1 : maze.cols - 2, i % 4 < 2 ? 1 : maze.rows - 2],
      dir: [0, -1], part: 0, wait: maze.pen ? i * 2.2 : 0, inside: Boolean(exit), exit, state: "chase", seed: i * 1.7,
    }));
  }

  function ways(maze, one) {
    const doors = one.inside || one.state === "eyes";
    const all = Maze.AROUND.filter(([dx, dy]) => Maze.open(maze, [one.at[0] + dx, one.at[1] + dy], doors));
    const on = all.filter(([dx, dy]) => dx !== -one.dir[0] || dy !== -one.dir[1]);
    return on.length ? on : all;
  }
  function towards(one, options, target) {
    const rest = ([dx, dy]) => far([one.at[0] + dx, one.at[1] + dy], target);
    return [...options].sort((a, b) => rest(a) - rest(b))[0];
  }
  // By the shortest way, through doors too: out of the pen, or back into it.
  function straight(maze, one, target) {
    const steps = Maze.reach(maze, target, true);
    const rest = ([dx, dy]) => steps.get(Maze.key(Maze.wrap(maze, [one.at[0] + dx, one.at[1] + dy]))) ?? 1e9;
    const all = Maze.AROUND.filter(([dx, dy]) => Maze.open(maze, [one.at[0] + dx, one.at[1] + dy], true));
    return all.sort((a, b) => rest(a) - rest(b))[0] || null;
  }
  const same = (a, b) => a[0] === b[0] && a[1] === b[1];

  // The direction at a tile. `game` holds hero, resting (they go to their corners) and scared.
  function choose(maze, one, game) {
    if (one.inside) {
      if (same(one.at, one.exit)) one.inside = false;
      else return straight(maze, one, one.exit);
    }
    if (one.state === "eyes") {
      if (!same(one.at, one.home)) return straight(maze, one, one.home);
      Object.assign(one, { state: "chase", inside: Boolean(one.exit), wait: 1.2 });
      return null;
    }
    const options = ways(maze, one);
    if (!options.length) return null;
    if (one.state === "scared") return pick(options);
    const { hero } = game;
    const near = far(one.at, hero.at);
    if (one.way === "wander") return Math.random() < 0.35 ? towards(one, options, hero.at) : pick(options);
    if (one.way === "patrol") return options.find((dir) => same(dir, one.dir)) || pick(options);
    if (one.way === "guard") return near < 5 ? towards(one, options, hero.at) : far(one.at, one.home) > 4 ? towards(one, options, one.home) : pick(options);
    if (game.resting) return towards(one, options, one.corner);
    if (one.way === "ambush") return towards(one, options, [hero.at[0] + hero.dir[0] * 4, hero.at[1] + hero.dir[1] * 4]);
    if (one.way === "shy") return towards(one, options, near > 5 ? hero.at : one.corner);
    return towards(one, options, hero.at);
  }
  function step(maze, one, dt, speed, game) {
    one.wait -= dt;
    if (one.wait > 0) return;
    const pace = { chase: 1, scared: 0.6, eyes: 2 }[one.state] * (one.inside ? 0.7 : 1);
    walk(maze, one, clamp(speed * pace * dt, 0, 0.9), () => choose(maze, one, game));
  }
  function scare(maze, list) {
    list.filter((one) => one.state !== "eyes").forEach((one) => {
      if (one.state === "chase" && !one.inside) turnBack(maze, one);
      one.state = "scared";
    });
  }

  return { create, step, scare, walk, turnBack, spot, far };
})();
