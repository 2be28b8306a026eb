// Blackjack against a dealer, higher or lower, and war.
"use strict";

(function () {
  const { Modes, CardTable, Kit } = window, { Table, deck } = CardTable, { make, text } = Kit;

  // The value of a hand of blackjack: aces count 11 while that is not too much.
  function total(hand) {
    let sum = hand.reduce((all, card) => all + Math.min(10, card.rank), 0);
    const soft = hand.some((card) => card.rank === 1) && sum + 10 <= 21;
    if (soft) sum += 10;
    return { sum, soft, natural: hand.length === 2 && sum === 21 };
  }
  function blackjack(C, W) {
    const T = Table(C, W, ["chips", "bet", "won"]), unit = Math.max(1, Math.round(C.bet));
    let shoe = deck(4), chips = Math.max(unit, Math.round(C.chips)), bet = unit, mine = [], dealer = [], won = 0, seen = [0, 0], placed = unit;
    const take = () => { if (shoe.length < 20) shoe = deck(4); return shoe.pop(); };
    function draw(open = true) {
      const shown = open ? total(dealer).sum : dealer.length ? total(dealer.slice(0, 1)).sum : "";
      T.felt.replaceChildren(T.hand(C.dealer || W.dealer, dealer, { note: dealer.length ? shown : "", hidden: open ? -1 : 1, old: seen[0] }), T.hand(C.player || W.player, mine, { note: mine.length ? total(mine).sum : "", old: seen[1], glow: !open }));
      seen = [dealer.length, mine.length];
      T.set("chips", chips); T.set("bet", bet); T.set("won", won);
    }
    function ready() {
      if (chips < unit) { chips = Math.max(unit, Math.round(C.chips)); T.say(W.broke, "bad"); }
      bet = Math.min(bet, chips);
      const change = (by) => { bet = Modes.clamp(bet + by, unit, chips); T.set("bet", bet); T.play(500 + bet); };
      T.actions([`− ${unit}`, () => change(-unit), "-"], [W.deal, deal, "d", true], [`+ ${unit}`, () => change(unit), "+"], [W.all, () => change(chips), "a"]);
      T.set("bet", bet); T.set("chips", chips);
    }
    function deal() {
      placed = bet; // a doubled bet is for one hand
      chips -= bet;
      seen = [0, 0];
      mine = [take(), take()];
      dealer = [take(), take()];
      T.say(W.yourTurn);
      T.play(330, 360, 390);
      draw(false);
      if (total(mine).natural) return settle();
      turn();
    }
    const turn = () => T.actions([W.hit, hit, "h", true], [W.stand, settle, "s"], [W.double, () => { chips -= bet; bet *= 2; mine.push(take()); settle(); }, "x", false, chips < bet || mine.length > 2]);
    function hit() {
      mine.push(take());
      T.play(420);
      draw(false);
      if (total(mine).sum >= 21) settle(); else turn();
    }
    function settle() {
      const me = total(mine);
      if (me.sum <= 21 && !me.natural) while (total(dealer).sum < 17) dealer.push(take());
      const them = total(dealer), natural = me.natural && !them.natural;
      const result = me.sum > 21 ? "bust" : natural ? "natural" : them.sum > 21 || me.sum > them.sum ? "win" : me.sum === them.sum && me.natural === them.natural ? "push" : "lose";
      const back = { bust: 0, lose: 0, push: bet, win: bet * 2, natural: Math.floor(bet * 2.5) }[result];
      chips += back;
      if (back > bet) won++;
      draw();
      T.say(text(C[result]) || W[result], back > bet ? "good" : back ? "" : "bad");
      T.play(...(back > bet ? [523, 659, 784] : back ? [440] : [220, 185]));
      bet = Math.max(unit, Math.min(placed, chips || unit));
      ready();
    }
    draw();
    T.say(C.intro || W.intro);
    ready();
  }

  function higher(C, W) {
    const T = Table(C, W, ["streak", "best", "left"]);
    let cards = deck(), now = cards.pop(), last = null, streak = 0, best = 0;
    function draw() {
      T.felt.replaceChildren(make("div", { className: "pair" }, T.hand(W.before, last ? [last] : [], { old: 9 }), T.hand(W.now, [now], { glow: true })));
      T.set("streak", streak); T.set("best", best); T.set("left", cards.length);
    }
    function guess(up) {
      if (!cards.length) cards = deck();
      last = now;
      now = cards.pop();
      const same = now.high === last.high, right = same || (up ? now.high > last.high : now.high < last.high);
      streak = right ? streak + (same ? 0 : 1) : 0;
      best = Math.max(best, streak);
      T.say(same ? W.same : right ? text(C.win) || W.right : text(C.lose) || W.wrong, right ? "good" : "bad");
      T.play(...(right ? [520, 660] : [220, 180]));
      draw();
    }
    T.actions([`▲ ${W.up}`, () => guess(true), "arrowup", true], [`▼ ${W.down}`, () => guess(false), "arrowdown", true]);
    T.say(C.intro || W.higherIntro);
    draw();
  }

  function war(C, W) {
    const T = Table(C, W, ["mine", "theirs", "round"]);
    let mine, theirs, round, pot, auto = 0;
    function fresh() { const all = deck(); mine = all.slice(0, 26); theirs = all.slice(26); round = 0; pot = []; T.say(C.intro || W.warIntro); show([], []); go(); }
    function show(a, b) {
      T.felt.replaceChildren(make("div", { className: "pair" }, T.hand(`${C.player || W.player} · ${mine.length}`, a, {}), T.hand(`${C.dealer || W.dealer} · ${theirs.length}`, b, {})));
      T.set("mine", mine.length); T.set("theirs", theirs.length); T.set("round", round);
    }
    function fight() {
      if (!mine.length || !theirs.length) return end();
      round++;
      const a = mine.shift(), b = theirs.shift();
      pot.push(a, b);
      if (a.high === b.high) {
        for (let k = 0; k < 3; k++) { if (mine.length > 1) pot.push(mine.shift()); if (theirs.length > 1) pot.push(theirs.shift()); }
        T.say(W.tie); T.play(300, 300);
      } else {
        const wins = a.high > b.high;
        (wins ? mine : theirs).push(...Modes.shuffle(pot));
        T.say(`${wins ? W.youTake : W.theyTake} ${pot.length}`, wins ? "good" : "bad");
        pot = [];
        T.play(wins ? 560 : 240);
      }
      show([a], [b]);
      if (!mine.length || !theirs.length || round >= C.rounds) end();
    }
    function end() { clearInterval(auto); auto = 0; const won = mine.length > theirs.length; T.say(won ? text(C.win) || W.warWin : text(C.lose) || W.warLose, won ? "good" : "bad"); T.actions([W.again, fresh, "r", true]); }
    const go = () => T.actions([W.flip, fight, " ", true], [auto ? W.stop : W.auto, () => { if (auto) { clearInterval(auto); auto = 0; } else auto = setInterval(fight, 550); go(); }, "a"], [W.again, () => { clearInterval(auto); auto = 0; fresh(); }, "r"]);
    fresh();
  }

  const words = {
    en: { chips: "Chips", bet: "Bet", won: "Won", dealer: "Dealer", player: "You", deal: "Deal", hit: "Hit", stand: "Stand", double: "Double", all: "All in", intro: "Place your bet and deal. Closest to 21 wins.", yourTurn: "Your turn.", bust: "Over 21. The house takes it.", natural: "Blackjack! Pays three to two.", win: "You win!", push: "A draw: the bet comes back.", lose: "The dealer wins.", broke: "Out of chips. The house lends you some.", streak: "Streak", best: "Best", left: "Cards left", before: "Before", now: "Now", up: "Higher", down: "Lower", right: "Right!", wrong: "Wrong.", same: "The same. It does not count.", higherIntro: "Will the next card be higher or lower?", mine: "Your cards", theirs: "Theirs", round: "Round", flip: "Turn a card", auto: "Play by itself", stop: "Stop", again: "New game", tie: "A tie: three more go on the pile.", youTake: "You take", theyTake: "They take", warIntro: "The higher card takes both.", warWin: "The deck is yours!", warLose: "They have the deck." },
    zh: { chips: "筹码", bet: "下注", won: "胜局", dealer: "庄家", player: "你", deal: "发牌", hit: "要牌", stand: "停牌", double: "加倍", all: "全押", intro: "下注并发牌，最接近 21 点者胜。", yourTurn: "轮到你了。", bust: "爆牌，庄家赢。", natural: "黑杰克！赔率三比二。", win: "你赢了！", push: "平局，退回下注。", lose: "庄家赢了。", broke: "筹码用完，庄家借你一些。", streak: "连对", best: "最佳", left: "剩余牌", before: "上一张", now: "当前", up: "更大", down: "更小", right: "猜对了！", wrong: "猜错了。", same: "一样大，不算。", higherIntro: "下一张更大还是更小？", mine: "你的牌", theirs: "对方的牌", round: "回合", flip: "翻牌", auto: "自动", stop: "停止", again: "新游戏", tie: "平手！各压三张。", youTake: "你赢得", theyTake: "对方赢得", warIntro: "大的牌收走两张。", warWin: "整副牌归你！", warLose: "牌都归对方了。" },
  };
  const defaults = { chips: 100, bet: 10, felt: "", dealer: "", player: "", intro: "", win: "", lose: "", push: "", bust: "", natural: "", rounds: 200, sound: true };
  Modes.add("blackjack", { names: /black|21|twenty|二十一|廿一/i, defaults, words, run: blackjack });
  Modes.add("higher-lower", { names: /high|low|猜大小|大小/i, defaults, words, run: higher });
  Modes.add("war", { names: /\bwar\b|比大小|拼点|对战/i, defaults, words, run: war });
})();
