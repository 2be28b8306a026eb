// How it looks: walls as rounded lines with a glow, ghosts, the hero, things to eat.
const Draw = (() => {
  const { alpha, blend, emoji, roundRect } = Kit;
  const TURN = Math.PI * 2;

  function disc(c, x, y, radius, fill) {
    c.fillStyle = fill;
    c.beginPath();
    c.arc(x, y, Math.max(0, radius), 0, TURN);
    c.fill();
  }

  // Every wall joined with its neighbours: lines from middle to middle, and full squares of walls.
  function wallPath(c, maze, cell) {
    const wall = (x, y) => maze.tiles[y] && maze.tiles[y][x] === "#";
    const middle = (at) => (at + 0.5) * cell;
    c.beginPath();
    maze.tiles.forEach((row, y) => row.forEach((tile, x) => {
      if (tile !== "#") return;
      const [right, below] = [wall(x + 1, y), wall(x, y + 1)];
      c.moveTo(middle(x), middle(y));
      c.lineTo(middle(x + (right ? 1 : 0)) + 0.01, middle(y));
      if (below) { c.moveTo(middle(x), middle(y)); c.lineTo(middle(x), middle(y + 1)); }
      if (right && below && wall(x + 1, y + 1)) c.rect(middle(x), middle(y), cell, cell);
    }));
  }
  function mazeWalls(c, maze, cell, C) {
    [c.lineCap, c.lineJoin] = ["round", "round"];
    const inner = blend(C.wall, C.floor, 0.78);
    [[0.62, C.wall, 14], [0.62 - 5 / cell, inner, 0]].forEach(([width, tint, glow]) => {
      wallPath(c, maze, cell);
      [c.strokeStyle, c.fillStyle, c.lineWidth] = [tint, tint, Math.max(1, width * cell)];
      [c.shadowColor, c.shadowBlur] = [alpha(C.wall, 0.6), glow];
      c.stroke();
      c.fill();
    });
    c.shadowBlur = 0;
  }
  function blocks(c, maze, cell, C, sign) {
    c.fillStyle = alpha(C.text, 0.03);
    maze.tiles.forEach((row, y) => row.forEach((tile, x) => (x + y) % 2 && c.fillRect(x * cell, y * cell, cell, cell)));
    maze.tiles.forEach((row, y) => row.forEach((tile, x) => {
      if (tile !== "#") return;
      if (sign) { c.fillStyle = C.text; return emoji(c, sign, (x + 0.5) * cell, (y + 0.5) * cell, cell * 0.82); }
      const [inset, size] = [cell * 0.05, cell * 0.9];
      c.fillStyle = blend(C.wall, "#000", 0.3);
      roundRect(c, x * cell + inset, y * cell + inset * 2, size, size, cell * 0.24);
      c.fill();
      c.fillStyle = C.wall;
      roundRect(c, x * cell + inset, y * cell, size, size, cell * 0.24);
      c.fill();
    }));
  }
  // The ground as a picture that is drawn once for a level and a size.
  function ground(maze, cell, C, obstacle, field) {
    const density = Math.min(2, window.devicePixelRatio || 1);
    const picture = Kit.element("canvas", { width: Math.ceil(maze.cols * cell * density), height: Math.ceil(maze.rows * cell * density) });
    const c = picture.getContext("2d");
    c.scale(density, density);
    c.fillStyle = C.floor;
    roundRect(c, 0, 0, maze.cols * cell, maze.rows * cell, cell * 0.6);
    c.fill();
    if (field) blocks(c, maze, cell, C, obstacle);
    else mazeWalls(c, maze, cell, C);
    maze.tiles.forEach((row, y) => row.forEach((tile, x) => {
      if (tile !== "-") return;
      c.fillStyle = C.accent;
      c.fillRect((x - 0.05) * cell, (y + 0.42) * cell, cell * 1.1, cell * 0.16);
    }));
    return picture;
  }

  function eyes(c, x, y, size, [dx, dy]) {
    [-0.19, 0.19].forEach((side) => {
      c.fillStyle = "#fff";
      c.beginPath();
      c.ellipse(x + (side + dx * 0.05) * size, y - size * 0.1 + dy * size * 0.04, size * 0.14, size * 0.18, 0, 0, TURN);
      c.fill();
      disc(c, x + (side + dx * 0.12) * size, y - size * 0.1 + dy * size * 0.11, size * 0.075, "#1b2250");
    });
  }
  function ghost(c, x, y, size, tint, dir, time) {
    const [half, foot] = [size * 0.46, y + size * 0.44];
    c.fillStyle = tint;
    c.beginPath();
    c.arc(x, y - size * 0.02, half, Math.PI, 0);
    for (let i = 0; i <= 6; i++) c.lineTo(x + half - (i / 6) * half * 2, foot - (i % 2 ? size * 0.13 : 0) + Math.sin(time * 9 + i) * size * 0.025);
    c.closePath();
    c.fill();
    eyes(c, x, y, size, dir);
  }
  function scared(c, x, y, size, time, ending) {
    const pale = ending && Math.sin(time * 16) > 0;
    ghost(c, x, y, size, pale ? "#f1f3ff" : "#3b4cca", [0, 0], time);
    c.strokeStyle = pale ? "#e03131" : "#fff";
    c.lineWidth = size * 0.05;
    c.beginPath();
    for (let i = 0; i <= 6; i++) c.lineTo(x + (i - 3) * size * 0.1, y + size * (i % 2 ? 0.17 : 0.23));
    c.stroke();
  }
  function chaser(c, one, x, y, size, time, ending) {
    if (one.state === "eyes") return eyes(c, x, y, size * 1.1, one.dir);
    if (!one.sign) return one.state === "scared" ? scared(c, x, y, size, time, ending) : ghost(c, x, y, size, one.colour, one.dir, time);
    const shiver = one.state === "scared" ? Math.sin(time * 40) * size * 0.05 : 0;
    disc(c, x, y, size * 0.56, alpha(one.state === "scared" ? "#4263eb" : one.colour, one.state === "scared" ? 0.6 : 0.26));
    c.globalAlpha = one.state === "scared" ? (ending && Math.sin(time * 16) > 0 ? 0.95 : 0.6) : 1;
    c.fillStyle = "#fff";
    emoji(c, one.sign, x + shiver, y, size * 0.84);
    c.globalAlpha = 1;
  }

  // The hero: an emoji that hops, or a round one whose mouth opens; `dying` grows from 0 to 1.
  function hero(c, who, x, y, size, time, dying) {
    if (who.sign) {
      c.save();
      c.translate(x, y);
      c.rotate(dying * 5 + (who.moves ? Math.sin(time * 14) * 0.1 : 0));
      c.scale(1 - dying, 1 - dying);
      c.fillStyle = "#fff";
      emoji(c, who.sign, 0, who.moves ? -Math.abs(Math.sin(time * 12)) * size * 0.07 : 0, size);
      c.restore();
      return;
    }
    const mouth = dying ? 0.2 + dying * 2.9 : who.moves ? 0.08 + Math.abs(Math.sin(time * 11)) * 0.62 : 0.32;
    const facing = Math.atan2(who.dir[1], who.dir[0]);
    c.fillStyle = who.tint;
    c.beginPath();
    c.moveTo(x, y);
    c.arc(x, y, size * 0.47, facing + mouth, facing + TURN - mouth);
    c.closePath();
    c.fill();
    if (dying) return;
    const side = who.dir[0] < 0 ? 1 : -1;
    disc(c, x + Math.cos(facing + side * 1.15) * size * 0.25, y + Math.sin(facing + side * 1.15) * size * 0.25, size * 0.065, "#1a1d2b");
  }

  function thing(c, one, x, y, cell, C, time) {
    const beat = 1 + Math.sin(time * 5 + x) * 0.06;
    c.fillStyle = C.text;
    if (one.kind === "power") {
      if (!one.sign) return disc(c, x, y, cell * 0.26 * (1 + Math.sin(time * 6) * 0.16), C.accent);
      disc(c, x, y, cell * 0.44 * beat, alpha(C.accent, 0.2));
      c.fillStyle = C.text;
      return emoji(c, one.sign, x, y, cell * 0.66 * beat);
    }
    if (one.sign) return emoji(c, one.sign, x, y, cell * (one.kind === "dot" ? 0.42 : 0.74 * beat));
    return disc(c, x, y, cell * (one.kind === "dot" ? 0.1 : 0.2 * beat), C.dot);
  }
  function exit(c, sign, x, y, cell, C, time, unlocked) {
    if (unlocked) {
      disc(c, x, y, cell * (0.7 + Math.sin(time * 5) * 0.1), alpha(C.accent, 0.35));
      disc(c, x, y, cell * 0.5, alpha(C.accent, 0.4));
    }
    c.globalAlpha = unlocked ? 1 : 0.4;
    c.fillStyle = C.text;
    emoji(c, sign, x, y, cell * 0.84);
    c.globalAlpha = 1;
  }

  return { ground, chaser, hero, thing, exit };
})();
