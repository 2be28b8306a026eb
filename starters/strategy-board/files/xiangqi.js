// Chinese chess: the palace, the river, blocked horses and elephants, cannons, generals that may
// not face each other. No move left is a loss, with or without check.
Rules.xiangqi = () => {
  const [GENERAL, ADVISOR, ELEPHANT, HORSE, CHARIOT, CANNON, SOLDIER] = [1, 2, 3, 4, 5, 6, 7];
  const WORTH = [0, 0, 110, 110, 270, 600, 290, 60];
  const { codeOf, sideOf, kindOf } = Board;
  const area = Board.grid(9, 10);
  const straight = area.rays(Board.STRAIGHT);
  const isHome = (i, side) => (side ? i < 45 : i >= 45); // this side of the river
  const inPalace = (i, side) => i % 9 > 2 && i % 9 < 6 && (side ? i < 27 : i >= 63);
  const bySide = (make) => [0, 1].map((side) => Array.from({ length: 90 }, (_, i) => make(i, side)));
  const squares = (i, ways) => ways.map(([dx, dy]) => area.step(i, dx, dy)).filter((to) => to >= 0);
  const general = bySide((i, side) => squares(i, Board.STRAIGHT).filter((to) => inPalace(to, side)));
  const advisor = bySide((i, side) => squares(i, Board.DIAGONAL).filter((to) => inPalace(to, side)));
  const soldier = bySide((i, side) => squares(i, [[0, side ? 1 : -1], ...(isHome(i, side) ? [] : [[1, 0], [-1, 0]])]));
  // Targets with the square that must be empty for them: [to, eye].
  const elephant = bySide((i, side) =>
    Board.DIAGONAL.map(([dx, dy]) => [area.step(i, 2 * dx, 2 * dy), area.step(i, dx, dy)]).filter(([to]) => to >= 0 && isHome(to, side)),
  );
  const leap = (i, [dx, dy]) => [-1, 1].map((by) => [area.step(i, 2 * dx + by * dy, 2 * dy + by * dx), area.step(i, dx, dy)]);
  const horse = Array.from({ length: 90 }, (_, i) => Board.STRAIGHT.flatMap((way) => leap(i, way)).filter(([to]) => to >= 0));
  const fileMiddle = Array.from({ length: 90 }, (_, i) => 4 - Math.abs((i % 9) - 4));

  function begin() {
    const back = [CHARIOT, HORSE, ELEPHANT, ADVISOR, GENERAL, ADVISOR, ELEPHANT, HORSE, CHARIOT];
    const cells = new Uint8Array(90);
    const set = (x, y, kind) => {
      cells[y * 9 + x] = codeOf(kind, 1);
      cells[(9 - y) * 9 + x] = codeOf(kind, 0);
    };
    back.forEach((kind, x) => set(x, 0, kind));
    [1, 7].forEach((x) => set(x, 2, CANNON));
    [0, 2, 4, 6, 8].forEach((x) => set(x, 3, SOLDIER));
    return { cells, turn: 0, quiet: 0 };
  }

  function legged(cells, from, targets, list) {
    for (const [to, eye] of targets) if (!cells[eye]) Board.hop(cells, from, [to], list);
  }
  function cannon(cells, from, list) {
    for (const line of straight[from]) {
      let jumped = false;
      for (const to of line) {
        const there = cells[to];
        if (!there) { if (!jumped) list.push(Board.move(from, to)); continue; }
        if (!jumped) { jumped = true; continue; }
        if (sideOf(there) !== sideOf(cells[from])) list.push(Board.move(from, to, [to]));
        break;
      }
    }
  }
  // Along an open file a general strikes the other: so neither may open it.
  function flying(cells, from, side, list) {
    const line = straight[from][side ? 2 : 3];
    const first = line.find((at) => cells[at]);
    if (first !== undefined && cells[first] === codeOf(GENERAL, 1 - side)) list.push(Board.move(from, first, [first]));
  }
  function near({ cells, turn }) {
    const list = [];
    for (let i = 0; i < 90; i++) {
      const code = cells[i];
      if (!code || sideOf(code) !== turn) continue;
      const kind = kindOf(code);
      if (kind === CHARIOT) Board.slide(cells, i, straight, list);
      else if (kind === CANNON) cannon(cells, i, list);
      else if (kind === HORSE) legged(cells, i, horse[i], list);
      else if (kind === ELEPHANT) legged(cells, i, elephant[turn][i], list);
      else Board.hop(cells, i, (kind === SOLDIER ? soldier : kind === ADVISOR ? advisor : general)[turn][i], list);
      if (kind === GENERAL) flying(cells, i, turn, list);
    }
    return list;
  }
  const play = (state, move) => ({ cells: Board.put(state.cells, move), turn: 1 - state.turn, quiet: move.gone.length ? 0 : state.quiet + 1 });
  function checked({ cells, turn }) {
    const king = Board.find(cells, codeOf(GENERAL, turn));
    return king >= 0 && near({ cells, turn: 1 - turn }).some((move) => move.to === king) ? king : -1;
  }
  // Without chariots, horses, cannons and soldiers nobody can win.
  const bare = (cells) => !cells.some((code) => kindOf(code) >= HORSE);
  function end(state, moves) {
    if (!moves.length) return { winner: 1 - state.turn, why: checked(state) >= 0 ? "mate" : "stuck" };
    if (bare(state.cells)) return { winner: -1, why: "bare" };
    return state.quiet >= 120 ? { winner: -1, why: "quiet" } : null;
  }

  function worth({ cells }) {
    let sum = 0;
    for (let i = 0; i < 90; i++) {
      const code = cells[i];
      if (!code) continue;
      const [side, kind] = [sideOf(code), kindOf(code)];
      const way = side ? area.row(i) : 9 - area.row(i); // rows from home
      let value = WORTH[kind];
      if (kind === SOLDIER && way > 4) value += way === 9 ? 10 : 40 + fileMiddle[i] * 12;
      else if (kind === HORSE) value += fileMiddle[i] * 6 + Math.min(way, 7) * 5;
      else if (kind === CHARIOT) value += fileMiddle[i] * 3 + (way ? 14 : 0);
      else if (kind === CANNON) value += fileMiddle[i] * 7;
      else if (kind === GENERAL) value -= way * 14;
      else if (i % 9 === 4) value += 8; // the guards stand in the middle
      sum += side ? -value : value;
    }
    return sum;
  }

  // As players write it: piece, file from one's own right, which way (进退平), how far or where to.
  const SIGNS = [["", "帅", "仕", "相", "马", "车", "炮", "兵"], ["", "将", "士", "象", "马", "车", "炮", "卒"]];
  function notation({ cells, turn }, { from, to }, moves, chinese) {
    const kind = kindOf(cells[from]);
    const number = (n) => (chinese && !turn ? "零一二三四五六七八九"[n] : String(n));
    const file = (i) => number(turn ? (i % 9) + 1 : 9 - (i % 9));
    const rise = (area.row(from) - area.row(to)) * (turn ? -1 : 1);
    const way = rise === 0 ? (chinese ? "平" : "=") : rise > 0 ? (chinese ? "进" : "+") : chinese ? "退" : "-";
    const isOblique = kind >= ADVISOR && kind <= HORSE;
    const target = rise === 0 || isOblique ? file(to) : number(Math.abs(rise));
    const sign = chinese ? SIGNS[turn][kind] : "KAEHRCP"[kind - 1];
    const twin = [...cells.keys()].find((i) => i !== from && cells[i] === cells[from] && i % 9 === from % 9);
    if (twin === undefined || kind === ADVISOR || kind === ELEPHANT) return sign + file(from) + way + target;
    const isFront = from < twin === (turn === 0);
    return (chinese ? (isFront ? "前" : "后") + sign : sign + (isFront ? "+" : "-")) + way + target;
  }

  const rules = {
    name: "xiangqi", wide: 9, high: 10, king: GENERAL, repeats: 3, worths: WORTH, points: true, signs: SIGNS,
    kinds: ["general", "advisor", "elephant", "horse", "chariot", "cannon", "soldier"], badges: "KAEHRCP",
    begin, near, play, checked, end, worth, notation, moves: (state) => Board.legal(rules, state),
  };
  return rules;
};
