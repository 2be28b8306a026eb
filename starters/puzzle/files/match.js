// Match three: swap neighbours; lines of three or more vanish, what is above falls. A line of four
// leaves a star that takes its row and column with it.
"use strict";

(function () {
  const { Kit, Modes, Frame, gridKeys, signsOf } = window, { make } = Kit;
  const SIGNS = ["🍓", "🍋", "🍇", "🥝", "🍑", "🫐"];
  const HUES = ["#ff6b6b", "#fcc419", "#9775fa", "#51cf66", "#ff922b", "#339af0", "#f06595", "#20c997"];
  const wait = (ms) => new Promise((done) => setTimeout(done, Kit.calm ? Math.min(ms, 60) : ms));

  // The board without its looks: cells are { kind, star }.
  function Gems(size, kinds) {
    const cells = [], index = (x, y) => y * size + x;
    const any = () => ({ kind: Math.floor(Math.random() * kinds), star: false });
    const lines = [];
    for (let k = 0; k < size; k++) lines.push(Array.from({ length: size }, (_, i) => index(i, k)), Array.from({ length: size }, (_, i) => index(k, i)));
    const beside = (a, b) => { const dx = Math.abs((a % size) - (b % size)), dy = Math.abs(Math.floor(a / size) - Math.floor(b / size)); return dx + dy === 1; };
    const swap = (a, b) => { [cells[a], cells[b]] = [cells[b], cells[a]]; };
    function runs() {
      const found = [];
      for (const line of lines) for (let from = 0; from < size;) {
        let to = from + 1;
        while (to < size && cells[line[to]].kind === cells[line[from]].kind) to++;
        if (to - from > 2) found.push(line.slice(from, to));
        from = to;
      }
      return found;
    }
    // All that vanishes with these runs: stars take more, and stars in that more again.
    function blast(found) {
      const gone = new Set(found.flat()), work = [...gone];
      while (work.length) {
        const at = work.pop();
        if (!cells[at].star) continue;
        for (const line of lines) if (line.includes(at)) for (const each of line) if (!gone.has(each)) { gone.add(each); work.push(each); }
      }
      return gone;
    }
    // Fill the gaps from above; how far each cell fell.
    function settle(gone) {
      const fell = Array(size * size).fill(0);
      for (let x = 0; x < size; x++) {
        const kept = [];
        for (let y = size - 1; y >= 0; y--) if (!gone.has(index(x, y))) kept.push([cells[index(x, y)], y]);
        const missing = size - kept.length;
        for (let y = size - 1, k = 0; y >= 0; y--, k++) {
          cells[index(x, y)] = kept[k] ? kept[k][0] : any();
          fell[index(x, y)] = kept[k] ? y - kept[k][1] : missing;
        }
      }
      return fell;
    }
    function move() {
      for (let a = 0; a < size * size; a++) for (const b of [a % size < size - 1 ? a + 1 : -1, a + size]) {
        if (b < 0 || b >= size * size) continue;
        swap(a, b);
        const good = runs().length > 0;
        swap(a, b);
        if (good) return [a, b];
      }
      return null;
    }
    function fill() { do for (let i = 0; i < size * size; i++) cells[i] = any(); while (runs().length || !move()); }
    return { cells, beside, swap, runs, blast, settle, move, fill };
  }

  function match(C, W) {
    const limit = Math.max(0, Math.round(C.seconds)), moves = limit ? Math.round(limit / 3) : Modes.clamp(Math.round(C.moves), 3, 200), goal = Math.max(10, C.goal);
    const F = Frame(C, W, limit ? ["score", "goal", "time"] : ["score", "goal", "moves"]), own = signsOf(C.names), signs = (own.length > 2 ? own : SIGNS).slice(0, 8), tints = Modes.valid(C.colors, HUES);
    const size = Modes.clamp(Math.round(C.size), 5, 9), gems = Gems(size, signs.length);
    // Points are such that the goal can be reached in these moves, whatever figures were chosen.
    const worth = Math.max(1, goal / moves < 20 ? Math.round(goal / moves / 3.4) : Math.round(goal / moves / 18) * 5);
    let score = 0, left = moves, picked = -1, busy = false, over = false, round = 0, from = null;
    const buttons = Array.from({ length: size * size }, (_, i) => make("button", { type: "button", className: "gem", onclick: () => pick(i) }));
    function draw() {
      buttons.forEach((one, i) => {
        const { kind, star } = gems.cells[i];
        one.textContent = signs[kind];
        one.className = `gem ${star ? "star" : ""}`;
        one.style.setProperty("--hue", tints[kind % tints.length]);
        one.setAttribute("aria-label", `${signs[kind]} ${(i % size) + 1}, ${Math.floor(i / size) + 1}`);
        one.setAttribute("aria-pressed", i === picked);
      });
      F.set("score", score); F.set("goal", goal);
      if (!limit) F.set("moves", left);
    }
    const slide = (i, fell) => buttons[i].animate([{ transform: `translateY(${-110 * fell}%)` }, { transform: "none" }], { duration: Kit.calm ? 1 : 150 + fell * 45, easing: "cubic-bezier(0.3, 0.7, 0.4, 1.1)" });
    function shift(a, b) {
      const dx = ((b % size) - (a % size)) * 108, dy = (Math.floor(b / size) - Math.floor(a / size)) * 108;
      for (const [i, sign] of [[a, 1], [b, -1]]) buttons[i].animate([{ transform: `translate(${dx * sign}%, ${dy * sign}%)` }, { transform: "none" }], { duration: Kit.calm ? 1 : 150, easing: "ease-out" });
    }
    function pick(i) {
      if (busy || over) return;
      if (picked >= 0 && gems.beside(picked, i)) { const a = picked; picked = -1; trade(a, i); return; }
      picked = picked === i ? -1 : i;
      draw();
    }
    async function trade(a, b) {
      const now = round;
      busy = true;
      if (limit) F.countdown(limit, finish);
      gems.swap(a, b); draw(); shift(a, b);
      await wait(170);
      if (now !== round) return;
      if (!gems.runs().length) { gems.swap(a, b); draw(); shift(a, b); F.play(180); busy = false; return; }
      left--;
      await cascade(b, now);
      if (now !== round) return;
      busy = false;
      if (score >= goal || (!limit && left < 1)) finish();
      else if (!gems.move()) { gems.fill(); draw(); F.say(W.mixed); }
    }
    async function cascade(at, now) {
      for (let chain = 1, found = gems.runs(); found.length && !over; chain++, found = gems.runs()) {
        const gone = gems.blast(found), long = found.filter((run) => run.length > 3);
        score += gone.size * worth * chain;
        F.play(380 + chain * 90, 480 + chain * 90);
        F.say(chain > 1 ? `${W.chain} × ${chain}` : `+${gone.size * worth}`);
        gone.forEach((i) => buttons[i].classList.add("gone"));
        await wait(220);
        if (now !== round) return;
        for (const run of long) { const place = chain === 1 && run.includes(at) ? at : run[run.length >> 1]; gems.cells[place].star = true; gone.delete(place); }
        const fell = gems.settle(gone);
        draw();
        fell.forEach((steps, i) => { if (steps) slide(i, steps); });
        await wait(330);
        if (now !== round) return;
      }
    }
    function finish() {
      if (over) return;
      over = true;
      if (score >= goal) F.win(W.win); else F.lose(`${W.lose} ${score} / ${goal}`);
    }
    function start() {
      round++;
      score = 0; left = moves; picked = -1; busy = over = false;
      gems.fill();
      F.resetClock(limit); F.say(W.hint); draw();
    }
    function help() {
      const best = !busy && !over && gems.move();
      if (best) best.forEach((i) => { buttons[i].classList.remove("hinted"); void buttons[i].offsetWidth; buttons[i].classList.add("hinted"); });
    }
    // A swipe from a gem swaps it with the neighbour on that side.
    function swipe(event) {
      if (!from) return;
      const dx = event.clientX - from.x, dy = event.clientY - from.y, far = buttons[0].offsetWidth * 0.45;
      if (Math.max(Math.abs(dx), Math.abs(dy)) < far) return;
      const sideways = Math.abs(dx) > Math.abs(dy), to = from.i + (sideways ? Math.sign(dx) : Math.sign(dy) * size), a = from.i;
      from = null;
      if (busy || over || !buttons[to] || !gems.beside(a, to)) return;
      picked = -1;
      trade(a, to);
    }
    F.board.className = "board tiles gems";
    F.board.style.setProperty("--columns", size);
    F.board.append(...buttons);
    F.board.addEventListener("pointerdown", (event) => { const i = buttons.indexOf(event.target); from = i < 0 ? null : { i, x: event.clientX, y: event.clientY }; });
    addEventListener("pointermove", swipe);
    addEventListener("pointerup", () => { from = null; });
    gridKeys(F.board, () => size, (at, to) => { if (picked !== at) return false; pick(to); buttons[to].focus(); return true; });
    F.button(W.fresh, start, true);
    F.button(W.help, help);
    start();
  }

  const { en, zh } = Frame.words;
  Modes.add("match-3", {
    names: /match.?(3|three)|candy|gems|jewel|消消|三消/i,
    defaults: { size: 7, names: [], goal: 1000, moves: 25, seconds: 0, win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, goal: "Goal", moves: "Moves left", chain: "Chain", hint: "Swipe, or tap two neighbours, to line up three.",
        mixed: "No move was left: mixed anew.", win: "Goal reached. Sweet!", lose: "So close. You have",
      },
      zh: { ...zh, goal: "目标", moves: "剩余步数", chain: "连消", hint: "滑动或点两个相邻的，三个连成一线就消除。", mixed: "没有可走的了，已重新打乱。", win: "达成目标，漂亮！", lose: "差一点！得分" },
    },
    run: match,
  });
})();
