// Chess: castling, en passant, promotion, check, mate, stalemate, and the draws.
Rules.chess = () => {
  const [KING, QUEEN, ROOK, BISHOP, KNIGHT, PAWN] = [1, 2, 3, 4, 5, 6];
  const LETTERS = ["", "K", "Q", "R", "B", "N", ""];
  const WORTH = [0, 0, 900, 500, 330, 320, 100];
  const { codeOf, sideOf, kindOf } = Board;
  const area = Board.grid(8, 8);
  const straight = area.rays(Board.STRAIGHT);
  const diagonal = area.rays(Board.DIAGONAL);
  const around = area.leaps([...Board.STRAIGHT, ...Board.DIAGONAL]);
  const leaps = area.leaps([[1, 2], [2, 1], [-1, 2], [-2, 1], [1, -2], [2, -1], [-1, -2], [-2, -1]]);
  const strikes = [-1, 1].map((dy) => area.leaps([[-1, dy], [1, dy]])); // pawns take up (0) or down (1)
  // What is left of the rights to castle (1, 2: first side, short and long; 4, 8: second) after a move.
  const keeps = new Uint8Array(64).fill(15);
  Object.entries({ 60: 12, 63: 14, 56: 13, 4: 3, 7: 11, 0: 7 }).forEach(([at, rights]) => (keeps[at] = rights));
  const middle = Array.from({ length: 64 }, (_, i) => 7 - Math.abs((i % 8) - 3.5) - Math.abs(area.row(i) - 3.5));

  function begin() {
    const back = [ROOK, KNIGHT, BISHOP, QUEEN, KING, BISHOP, KNIGHT, ROOK];
    const row = (kinds, side) => kinds.map((kind) => codeOf(kind, side));
    const pawns = Array(8).fill(PAWN);
    const cells = Uint8Array.from([...row(back, 1), ...row(pawns, 1), ...Array(32).fill(0), ...row(pawns, 0), ...row(back, 0)]);
    return { cells, turn: 0, castle: 15, passant: -1, quiet: 0 };
  }

  function attacked(cells, square, by) {
    const knight = codeOf(KNIGHT, by);
    for (const at of leaps[square]) if (cells[at] === knight) return true;
    for (const at of strikes[1 - by][square]) if (cells[at] === codeOf(PAWN, by)) return true;
    for (const at of around[square]) if (cells[at] === codeOf(KING, by)) return true;
    return seen(cells, straight[square], codeOf(ROOK, by), codeOf(QUEEN, by)) || seen(cells, diagonal[square], codeOf(BISHOP, by), codeOf(QUEEN, by));
  }
  function seen(cells, lines, one, other) {
    for (const line of lines) {
      for (const at of line) {
        const code = cells[at];
        if (!code) continue;
        if (code === one || code === other) return true;
        break;
      }
    }
    return false;
  }

  function pawn({ cells, turn, passant }, from, list) {
    const ahead = from + (turn ? 8 : -8);
    const last = ahead < 8 || ahead > 55;
    const add = (to, gone) => {
      if (!last) return list.push(Board.move(from, to, gone));
      for (const kind of [QUEEN, ROOK, BISHOP, KNIGHT]) list.push(Board.move(from, to, gone, codeOf(kind, turn)));
    };
    if (!cells[ahead]) {
      add(ahead, Board.NONE);
      const two = ahead + (turn ? 8 : -8);
      if (area.row(from) === (turn ? 1 : 6) && !cells[two]) list.push(Board.move(from, two));
    }
    for (const to of strikes[turn][from]) {
      if (cells[to] && sideOf(cells[to]) !== turn) add(to, [to]);
      else if (to === passant) list.push(Board.move(from, to, [to + (turn ? -8 : 8)]));
    }
  }
  function castling({ cells, turn, castle }, king, list) {
    const rights = (castle >> (2 * turn)) & 3;
    if (!rights || king !== (turn ? 4 : 60) || attacked(cells, king, 1 - turn)) return;
    for (const [right, way, rook] of [[1, 1, king + 3], [2, -1, king - 4]]) {
      if (!(rights & right) || cells[rook] !== codeOf(ROOK, turn)) continue;
      let free = !attacked(cells, king + way, 1 - turn);
      for (let at = king + way; at !== rook; at += way) free = free && !cells[at];
      if (free) list.push({ ...Board.move(king, king + 2 * way), also: [rook, king + way] });
    }
  }
  // All moves, those too that leave the king to be taken.
  function near(state) {
    const { cells, turn } = state;
    const list = [];
    for (let i = 0; i < 64; i++) {
      const code = cells[i];
      if (!code || sideOf(code) !== turn) continue;
      const kind = kindOf(code);
      if (kind === PAWN) pawn(state, i, list);
      else if (kind === KNIGHT) Board.hop(cells, i, leaps[i], list);
      else if (kind === KING) { Board.hop(cells, i, around[i], list); castling(state, i, list); }
      else {
        if (kind !== BISHOP) Board.slide(cells, i, straight, list);
        if (kind !== ROOK) Board.slide(cells, i, diagonal, list);
      }
    }
    return list;
  }

  function play(state, move) {
    const isPawn = kindOf(state.cells[move.from]) === PAWN;
    return {
      cells: Board.put(state.cells, move),
      turn: 1 - state.turn,
      castle: state.castle & keeps[move.from] & keeps[move.to],
      passant: isPawn && Math.abs(move.to - move.from) === 16 ? (move.to + move.from) / 2 : -1,
      quiet: isPawn || move.gone.length ? 0 : state.quiet + 1,
    };
  }
  function checked({ cells, turn }) {
    const king = Board.find(cells, codeOf(KING, turn));
    return king >= 0 && attacked(cells, king, 1 - turn) ? king : -1;
  }

  // Two kings, with a bishop or a knight at most, can mate nobody.
  const bare = (cells) => {
    const rest = [...cells].map(kindOf).filter((kind) => kind > KING);
    return rest.length === 0 || (rest.length === 1 && rest[0] >= BISHOP && rest[0] <= KNIGHT);
  };
  function end(state, moves) {
    if (!moves.length) return checked(state) >= 0 ? { winner: 1 - state.turn, why: "mate" } : { winner: -1, why: "stalemate" };
    if (bare(state.cells)) return { winner: -1, why: "bare" };
    return state.quiet >= 100 ? { winner: -1, why: "quiet" } : null;
  }

  // For the first side, in hundredths of a pawn: material, the middle, pawns on their way, kings at home.
  function worth({ cells }) {
    let sum = 0;
    const force = [0, 0];
    const king = [0, 0];
    for (let i = 0; i < 64; i++) {
      const code = cells[i];
      if (!code) continue;
      const [side, kind] = [sideOf(code), kindOf(code)];
      const way = (side ? area.row(i) : 7 - area.row(i)); // rows from home
      let value = WORTH[kind];
      if (kind === KING) king[side] = i;
      else if (kind === PAWN) value += way * way * 1.6 + (i % 8 > 1 && i % 8 < 6 ? middle[i] * 2 : 0);
      else {
        force[side] += value;
        value += middle[i] * (kind === KNIGHT ? 6 : kind === BISHOP ? 4 : 1) - (way === 0 && kind > ROOK ? 12 : 0);
        if (kind === ROOK && way === 6) value += 20;
      }
      sum += side ? -value : value;
    }
    const late = force[0] + force[1] < 2600;
    for (const side of [0, 1]) {
      const at = king[side];
      // Late in the game a king joins in, and the one that is behind is driven to the edge.
      const apart = Math.abs((at % 8) - (king[1 - side] % 8)) + Math.abs(area.row(at) - area.row(king[1 - side]));
      const chase = force[side] > force[1 - side] + 300 ? 14 - apart - middle[king[1 - side]] * 1.5 : 0;
      const value = late ? middle[at] * 4 + chase * 5 : -middle[at] * 9;
      sum += side ? -value : value;
    }
    return sum;
  }

  function notation(state, move, moves) {
    const kind = kindOf(state.cells[move.from]);
    const after = play(state, move);
    const hit = checked(after) < 0 ? "" : Board.legal(rules, after).length ? "+" : "#";
    if (move.also) return (move.to > move.from ? "O-O" : "O-O-O") + hit;
    const name = (i) => Board.letters(rules, i);
    const twins = moves.filter((one) => one.to === move.to && one.from !== move.from && state.cells[one.from] === state.cells[move.from]);
    let from = "";
    if (kind === PAWN) from = move.gone.length ? name(move.from)[0] : "";
    else if (twins.length) {
      const sameColumn = twins.some((one) => one.from % 8 === move.from % 8);
      const sameRow = twins.some((one) => area.row(one.from) === area.row(move.from));
      from = !sameColumn ? name(move.from)[0] : sameRow ? name(move.from) : name(move.from)[1];
    }
    const grown = move.put ? `=${LETTERS[kindOf(move.put)]}` : "";
    return `${LETTERS[kind]}${from}${move.gone.length ? "x" : ""}${name(move.to)}${grown}${hit}`;
  }

  const rules = {
    name: "chess", wide: 8, high: 8, king: KING, repeats: 3, stuckIsDraw: true, worths: WORTH,
    kinds: ["king", "queen", "rook", "bishop", "knight", "pawn"], badges: "KQRBN",
    begin, near, play, checked, end, worth, notation, moves: (state) => Board.legal(rules, state),
  };
  return rules;
};
