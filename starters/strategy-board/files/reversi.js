// Reversi: a disc must turn over at least one other; who cannot move passes; most discs win.
Rules.reversi = ({ size }) => {
  const DISC = 1;
  const { codeOf, sideOf } = Board;
  const wide = size >= 4 && size <= 10 ? Math.round(size / 2) * 2 : 8;
  const area = Board.grid(wide, wide);
  const rays = area.rays([...Board.STRAIGHT, ...Board.DIAGONAL]);
  const weights = Array.from({ length: area.size }, (_, i) => weightOf(i % wide, area.row(i)));

  // Corners cannot be taken back; the squares beside them give them away.
  function weightOf(x, y) {
    const [a, b] = [x, y].map((n) => Math.min(n, wide - 1 - n)).sort();
    if (b === 0) return 120;
    if (a === 0) return b === 1 ? -22 : 12;
    if (b === 1) return -45;
    return a === 1 ? -4 : 3;
  }

  function begin() {
    const cells = new Uint8Array(area.size);
    const half = wide / 2;
    const at = (x, y) => y * wide + x;
    cells[at(half - 1, half - 1)] = cells[at(half, half)] = codeOf(DISC, 1);
    cells[at(half, half - 1)] = cells[at(half - 1, half)] = codeOf(DISC, 0);
    return { cells, turn: 0 };
  }

  function flipsAt(cells, i, side) {
    const flips = [];
    if (cells[i]) return flips;
    for (const line of rays[i]) {
      const stop = line.findIndex((at) => !cells[at] || sideOf(cells[at]) === side);
      if (stop > 0 && cells[line[stop]]) flips.push(...line.slice(0, stop));
    }
    return flips;
  }
  function movesOf(cells, turn) {
    const list = [];
    for (let i = 0; i < area.size; i++) {
      const flips = flipsAt(cells, i, turn);
      if (flips.length) list.push({ from: -1, to: i, gone: Board.NONE, flips });
    }
    return list;
  }
  function near({ cells, turn }) {
    const list = movesOf(cells, turn);
    if (list.length || !movesOf(cells, 1 - turn).length) return list;
    return [{ from: -1, to: -1, gone: Board.NONE, flips: [], pass: true }];
  }
  function play({ cells, turn }, { to, flips, pass }) {
    const after = cells.slice();
    if (!pass) [to, ...flips].forEach((at) => (after[at] = codeOf(DISC, turn)));
    return { cells: after, turn: 1 - turn };
  }
  const lead = (cells) => Board.count(cells, 0) - Board.count(cells, 1);
  function end({ cells }, moves) {
    if (moves.length) return null;
    const ahead = lead(cells);
    return { winner: ahead === 0 ? -1 : ahead > 0 ? 0 : 1, why: "counted" };
  }

  function worth({ cells }) {
    let sum = 0;
    let full = 0;
    for (let i = 0; i < area.size; i++) {
      if (!cells[i]) continue;
      full += 1;
      sum += sideOf(cells[i]) ? -weights[i] : weights[i];
    }
    if (full > area.size - 8) return lead(cells) * 25 + sum;
    // Early it is good to have many moves and few discs.
    return sum + (movesOf(cells, 0).length - movesOf(cells, 1).length) * 8 - lead(cells) * 2;
  }

  const rules = {
    name: "reversi", wide, high: wide, king: 0, repeats: 0, worths: [0, 0], kinds: ["disc"], badges: "", discs: true,
    places: true, begin, near, play, checked: () => -1, end, worth, moves: near,
    weigh: (move) => (move.pass ? 0 : weights[move.to]),
    final: (state) => lead(state.cells) * 1000 * (state.turn ? -1 : 1),
    notation: (_, move) => (move.pass ? "–" : Board.letters(rules, move.to)),
  };
  return rules;
};
