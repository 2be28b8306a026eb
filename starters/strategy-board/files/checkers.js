// Checkers: captures are forced and go on as long as they can. On 10 × 10 the international rules:
// men take backwards, kings fly, and the most must be taken.
Rules.checkers = ({ size, forced }) => {
  const [MAN, KING] = [1, 2];
  const { codeOf, sideOf, kindOf } = Board;
  const wide = size === 10 ? 10 : 8;
  const isLarge = wide === 10;
  const area = Board.grid(wide, wide);
  const rays = area.rays(Board.DIAGONAL); // the first two go down, the others up
  const isDark = (i) => (area.row(i) + (i % wide)) % 2 === 1;
  const isLast = (i, side) => area.row(i) === (side ? wide - 1 : 0);
  const rows = isLarge ? 4 : 3;

  function begin() {
    const cells = new Uint8Array(area.size);
    cells.forEach((_, i) => {
      if (!isDark(i)) return;
      if (area.row(i) < rows) cells[i] = codeOf(MAN, 1);
      if (area.row(i) >= wide - rows) cells[i] = codeOf(MAN, 0);
    });
    return { cells, turn: 0, quiet: 0 };
  }

  const goes = (kind, side, way) => kind === KING || (side ? way < 2 : way > 1);

  // Every single jump from a square: [square taken, landing].
  function jumps(cells, at, kind, side, gone) {
    const found = [];
    rays[at].forEach((line, way) => {
      if (!isLarge && !goes(kind, side, way)) return;
      const reach = kind === KING && isLarge ? line.findIndex((to) => cells[to]) : 0;
      const over = line[reach];
      if (reach < 0 || over === undefined || !cells[over] || sideOf(cells[over]) === side || gone.includes(over)) return;
      for (let n = reach + 1; n < line.length && !cells[line[n]]; n++) {
        found.push([over, line[n]]);
        if (!(kind === KING && isLarge)) break;
      }
    });
    return found;
  }
  // Every capture of a piece to its end. `cells` lack the piece once it has left its square, which
  // may be crossed again.
  function chains(cells, mover, at, gone, path, list) {
    const { from, side, kind } = mover;
    const next = jumps(cells, at, kind, side, gone);
    const isCrowned = kind === MAN && isLast(at, side);
    if (gone.length && (!next.length || (isCrowned && !isLarge))) {
      list.push({ from, to: at, gone, path, put: isCrowned ? codeOf(KING, side) : 0 });
      return;
    }
    if (!next.length) return;
    const free = cells[from] ? cells.slice() : cells;
    free[from] = 0;
    for (const [over, to] of next) chains(free, mover, to, [...gone, over], [...path, to], list);
  }
  function steps(cells, from, list) {
    const side = sideOf(cells[from]);
    const kind = kindOf(cells[from]);
    rays[from].forEach((line, way) => {
      if (!goes(kind, side, way)) return;
      for (const to of line) {
        if (cells[to]) break;
        list.push(Board.move(from, to, Board.NONE, kind === MAN && isLast(to, side) ? codeOf(KING, side) : 0));
        if (!(kind === KING && isLarge)) break;
      }
    });
  }
  function near({ cells, turn }) {
    const takes = [];
    const quiet = [];
    cells.forEach((code, i) => {
      if (!code || sideOf(code) !== turn) return;
      chains(cells, { from: i, side: turn, kind: kindOf(code) }, i, [], [], takes);
      steps(cells, i, quiet);
    });
    if (!takes.length) return quiet;
    const most = isLarge && forced ? Math.max(...takes.map((one) => one.gone.length)) : 0;
    const best = takes.filter((one) => one.gone.length >= most);
    return forced ? best : [...best, ...quiet];
  }
  const play = (state, move) => ({
    cells: Board.put(state.cells, move),
    turn: 1 - state.turn,
    quiet: move.gone.length || kindOf(state.cells[move.from]) === MAN ? 0 : state.quiet + 1,
  });
  function end(state, moves) {
    if (!moves.length) return { winner: 1 - state.turn, why: Board.count(state.cells, state.turn) ? "stuck" : "none" };
    return state.quiet >= 60 ? { winner: -1, why: "quiet" } : null;
  }

  function worth({ cells }) {
    let [sum, all, lead] = [0, 0, 0];
    for (let i = 0; i < area.size; i++) {
      const code = cells[i];
      if (!code) continue;
      const side = sideOf(code);
      const way = side ? area.row(i) : wide - 1 - area.row(i);
      const middle = Math.min(i % wide, wide - 1 - (i % wide));
      const man = 100 + way * 4 + middle * 2 + (way === 0 ? 12 : 0);
      const value = kindOf(code) === KING ? (isLarge ? 300 : 165) + middle * 4 : man;
      sum += side ? -value : value;
      lead += side ? -1 : 1;
      all += 1;
    }
    return sum + (lead * 60) / all; // who is ahead likes to trade
  }

  // Dark squares are numbered from the second side's corner, as in the books.
  const number = (i) => Math.floor(i / 2) + 1;
  const notation = (_, { from, to, gone, path }) =>
    gone.length ? [from, ...(path.length > 1 ? path : [to])].map(number).join("×") : `${number(from)}–${number(to)}`;

  return {
    name: "checkers", wide, high: wide, king: 0, repeats: 3, worths: [0, 100, 200], kinds: ["man", "crowned"], badges: "",
    begin, near, play, checked: () => -1, end, worth, notation, moves: near, discs: true, forced,
  };
};
