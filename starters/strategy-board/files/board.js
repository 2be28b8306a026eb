// What the games share: squares, pieces, moves, and when a game is lost or drawn.
//
// Squares count row by row from the top left, as the side that begins sees them. A piece is a
// number: its kind (1 to 7), plus 8 for the second side; 0 is an empty square.
// A move: { from, to, gone: squares taken, put: what stands on `to` then (0: the piece itself) }.
const Rules = {};
const Board = (() => {
  const NONE = [];
  const STRAIGHT = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  const DIAGONAL = [[1, 1], [-1, 1], [1, -1], [-1, -1]];
  const sideOf = (code) => code >> 3;
  const kindOf = (code) => code & 7;
  const codeOf = (kind, side) => kind + 8 * side;

  function grid(wide, high) {
    const size = wide * high;
    const step = (i, dx, dy) => {
      const [x, y] = [(i % wide) + dx, Math.floor(i / wide) + dy];
      return x < 0 || y < 0 || x >= wide || y >= high ? -1 : y * wide + x;
    };
    // For every square, the squares seen from it each way, nearest first.
    const rays = (ways) =>
      Array.from({ length: size }, (_, i) =>
        ways.map(([dx, dy]) => {
          const line = [];
          for (let to = step(i, dx, dy); to >= 0; to = step(to, dx, dy)) line.push(to);
          return line;
        }),
      );
    const leaps = (ways) =>
      Array.from({ length: size }, (_, i) => ways.map(([dx, dy]) => step(i, dx, dy)).filter((to) => to >= 0));
    return { wide, high, size, step, rays, leaps, row: (i) => Math.floor(i / wide), column: (i) => i % wide };
  }

  const move = (from, to, gone = NONE, put = 0) => ({ from, to, gone, put });

  // Moves along rays up to the first piece, which is taken if it is not one's own.
  function slide(cells, from, rays, list) {
    const side = sideOf(cells[from]);
    for (const line of rays[from]) {
      for (const to of line) {
        const there = cells[to];
        if (!there) { list.push(move(from, to)); continue; }
        if (sideOf(there) !== side) list.push(move(from, to, [to]));
        break;
      }
    }
  }
  function hop(cells, from, targets, list) {
    const side = sideOf(cells[from]);
    for (const to of targets) {
      const there = cells[to];
      if (!there) list.push(move(from, to));
      else if (sideOf(there) !== side) list.push(move(from, to, [to]));
    }
  }

  // The squares after a move; `also` is a second piece that moves with it (the rook that castles).
  function put(cells, { from, to, gone, put: code, also }) {
    const after = cells.slice();
    const piece = after[from];
    after[from] = 0;
    for (const at of gone) after[at] = 0;
    after[to] = code || piece;
    if (also) {
      after[also[1]] = after[also[0]];
      after[also[0]] = 0;
    }
    return after;
  }

  // The moves that do not leave one's own king to be taken.
  const legal = (rules, state) =>
    rules.near(state).filter((one) => rules.checked({ ...rules.play(state, one), turn: state.turn }) < 0);

  const find = (cells, code) => cells.indexOf(code);
  const count = (cells, side) => cells.reduce((sum, code) => sum + (code && sideOf(code) === side ? 1 : 0), 0);
  const key = (state) => `${state.turn}${state.cells.join("")}${state.castle ?? ""}${state.passant ?? ""}`;
  const letters = (rules, i) => {
    const row = Math.floor(i / rules.wide);
    return `${"abcdefghij"[i % rules.wide]}${rules.places ? row + 1 : rules.high - row}`; // reversi counts from the top
  };

  return { NONE, STRAIGHT, DIAGONAL, sideOf, kindOf, codeOf, grid, move, slide, hop, put, legal, find, count, key, letters };
})();
