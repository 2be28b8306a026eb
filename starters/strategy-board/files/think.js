// The computer's move: alpha-beta, deeper step by step, in slices that leave the page free.
const Think = (() => {
  const WIN = 1e6;
  const SLICE = 16; // milliseconds, after which the page has its turn
  const LONGEST = 80; // of one reply's search; deeper is given up
  const MOST = 30000; // positions of one reply's search, and of all, should the clock stand still
  const MOST_OF_ALL = 240000;
  const LEVELS = {
    easy: { depth: 1, calm: 0, noise: 90, time: 200 },
    medium: { depth: 2, calm: 4, noise: 22, time: 400 },
    hard: { depth: 9, calm: 6, noise: 0, time: 900 },
  };
  let [count, until, stopped, calm] = [0, 0, false, 0];

  const rest = () => new Promise((done) => setTimeout(done, 0));

  // Rich captures first: what is good is soon seen, and the rest is cut off.
  function sorted(rules, { cells }, moves) {
    const { worths } = rules;
    for (const move of moves) {
      let score = move.put ? 300 : 0;
      for (const at of move.gone) score += worths[cells[at] & 7] * 10 + (rules.king === (cells[at] & 7) ? WIN : 0);
      if (move.gone.length) score += 100 - worths[cells[move.from] & 7] / 10;
      move.score = move.flips ? rules.weigh(move) : score;
    }
    return moves.sort((a, b) => b.score - a.score);
  }
  const takesKing = (rules, { cells }, move) => rules.king > 0 && move.gone.length > 0 && (cells[move.to] & 7) === rules.king;

  const here = (rules, state) => rules.worth(state) * (state.turn ? -1 : 1); // for whose turn it is

  function search(rules, state, depth, alpha, beta, ply) {
    count += 1;
    if (count > MOST || (count % 64 === 0 && performance.now() > until)) stopped = true;
    if (stopped) return 0;
    if (state.quiet > 100) return 0;
    const isLeaf = depth <= 0;
    if (isLeaf && depth <= -calm) return here(rules, state);
    let moves = rules.near(state);
    if (rules.king && moves.some((move) => takesKing(rules, state, move))) return WIN - ply;
    let best = -WIN * 2;
    if (isLeaf) { // only captures are looked at further; nobody has to take, but in checkers
      const mustTake = rules.forced && moves.length && moves[0].gone.length;
      best = mustTake ? best : here(rules, state);
      moves = moves.filter((move) => move.gone.length);
      if (best >= beta || !moves.length) return best;
    } else if (!moves.length) return rules.final ? rules.final(state) : ply - WIN;
    let low = Math.max(alpha, best);
    for (const move of sorted(rules, state, moves)) {
      const value = -search(rules, rules.play(state, move), depth - 1, -beta, -low, ply + 1);
      if (stopped) return 0;
      best = Math.max(best, value);
      low = Math.max(low, value);
      if (low >= beta) break;
    }
    // Every move loses the king at once: mate, or in chess stalemate.
    const isStuck = !isLeaf && rules.king && best === ply + 1 - WIN;
    return isStuck && rules.stuckIsDraw && rules.checked(state) < 0 ? 0 : best;
  }

  function shuffled(list) {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  }

  // The move for the side whose turn it is. `seen(state)`: how often the position was there already.
  async function choose(rules, state, strength, seen = () => 0) {
    const level = LEVELS[strength] || LEVELS.medium;
    let order = sorted(rules, state, shuffled(rules.moves(state)));
    if (order.length < 2) return order[0];
    const begun = performance.now();
    const noises = new Map(order.map((move) => [move, Kit.random(-level.noise, level.noise)]));
    let [slice, all] = [begun, 0];
    for (let depth = 1; depth <= level.depth; depth++) {
      const rated = [];
      let low = -WIN * 2;
      for (const move of order) {
        if (performance.now() - slice > SLICE || count > MOST / 10) {
          await rest();
          slice = performance.now();
        }
        const value = rate(rules, state, move, depth, level.noise ? -WIN * 2 : low, level.calm, seen);
        all += count;
        const isLate = performance.now() - begun > level.time || all > MOST_OF_ALL;
        if (stopped || isLate) return [...rated].sort((a, b) => b.value - a.value)[0]?.move || order[0];
        rated.push({ move, value: value + noises.get(move) });
        low = Math.max(low, value);
      }
      order = rated.sort((a, b) => b.value - a.value).map((one) => one.move);
      if (Math.abs(rated[0].value) > WIN / 2) break; // won or lost: no need to look on
    }
    return order[0];
  }
  function rate(rules, state, move, depth, low, calmness, seen) {
    [count, until, stopped, calm] = [0, performance.now() + LONGEST, false, calmness];
    const after = rules.play(state, move);
    if (seen(after)) return -15; // to repeat is a draw, and dull
    return -search(rules, after, depth - 1, -WIN * 2, -low, 1);
  }

  return { choose };
})();
