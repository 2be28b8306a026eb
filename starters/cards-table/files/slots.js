// A slot machine: reels that spin and stop one after the other, for chips that are worth nothing.
"use strict";

(function () {
  const { Modes, CardTable, Kit } = window, { make, text, item, number, calm } = Kit;

  function slots(C, W) {
    const T = CardTable.Table(C, W, ["chips", "bet", "best"]), count = Modes.clamp(Math.round(C.reels), 3, 5);
    const given = C.symbols.map((value) => item(value, "sign")).map((one) => ({ sign: text(one.sign ?? one.icon ?? one.name ?? one.symbol), pays: Math.max(2, number(one.pays ?? one.value, 0)) })).filter((one) => one.sign);
    const symbols = (given.length > 2 ? given : ["🍒", "🍋", "🔔", "⭐", "💎", "7"].map((sign) => ({ sign, pays: 0 }))).map((one, i) => ({ ...one, pays: one.pays > 2 ? one.pays : [5, 8, 12, 20, 40, 77][Math.min(i, 5)] }));
    const bag = symbols.flatMap((one, i) => Array(Math.max(1, symbols.length - i + 1)).fill(one)); // the first ones come more often
    let chips = Math.max(10, Math.round(C.chips)), bet = Math.max(1, Math.round(C.bet)), best = 0, spinning = false;
    const reels = Array.from({ length: count }, () => make("div", { className: "reel" }, make("div", { className: "strip" })));
    const pick = () => bag[Math.floor(Math.random() * bag.length)];
    const fill = (reel, list) => reel.firstChild.replaceChildren(...list.map((one) => make("span", { textContent: one.sign })));
    const paint = () => { T.set("chips", chips); T.set("bet", bet); T.set("best", best); };
    function turn(reel, i, end) {
      const list = [pick(), end, pick(), ...Array.from({ length: 14 + i * 5 }, pick), ...reel.shown];
      fill(reel.element, list);
      const strip = reel.element.firstChild, seconds = calm ? 0.05 : 1 + i * 0.45;
      strip.style.transition = "none";
      strip.style.transform = `translateY(calc(var(--cell) * -${list.length - 3}))`;
      void strip.offsetHeight;
      strip.style.transition = `transform ${seconds}s cubic-bezier(0.15, 0.7, 0.2, 1.03)`;
      strip.style.transform = "translateY(0)";
      reel.shown = list.slice(0, 3);
      return new Promise((done) => { setTimeout(() => { T.play(260 + i * 60); done(); }, seconds * 1000 + 30); });
    }
    const states = reels.map((element) => ({ element, shown: [pick(), pick(), pick()] }));
    states.forEach((one) => fill(one.element, one.shown));
    async function spin() {
      if (spinning) return;
      if (chips < bet) { chips = Math.max(bet, Math.round(C.chips)); T.say(W.broke, "bad"); return paint(); }
      spinning = true;
      chips -= bet;
      paint();
      T.say("…");
      T.felt.classList.remove("lucky");
      const ends = states.map(() => pick());
      await Promise.all(states.map((one, i) => turn(one, i, ends[i])));
      spinning = false;
      const most = Math.max(...symbols.map((one) => ends.filter((end) => end === one).length)), lead = symbols.find((one) => ends.filter((end) => end === one).length === most);
      const gain = most === count ? bet * lead.pays : most === count - 1 && count > 2 ? bet * 2 : 0;
      chips += gain;
      best = Math.max(best, gain);
      T.felt.classList.toggle("lucky", gain > 0);
      T.say(most === count ? `${text(C.jackpot) || W.jackpot} +${gain}` : gain ? `${text(C.win) || W.win} +${gain}` : text(C.lose) || W.lose, gain ? "good" : "");
      T.play(...(most === count ? [523, 659, 784, 1047, 1319] : gain ? [523, 784] : [200]));
      paint();
    }
    const change = (by) => { bet = Modes.clamp(bet + by, 1, Math.max(1, chips)); paint(); };
    T.felt.classList.add("machine");
    T.felt.append(make("div", { className: "reels", style: { "--reels": count } }, reels, make("i", { className: "payline" })));
    T.extra.append(...symbols.map((one) => make("span", { className: "pay", textContent: `${one.sign.repeat(count)} × ${one.pays}` })));
    T.actions(["−", () => change(-5), "-"], [C.spin || W.spin, spin, " ", true], ["+", () => change(5), "+"]);
    T.say(C.intro || W.intro);
    paint();
  }

  Modes.add("slots", {
    names: /slot|jackpot|fruit machine|one-armed|老虎机|水果机/i,
    defaults: { chips: 100, bet: 5, reels: 3, symbols: [], spin: "", intro: "", win: "", lose: "", jackpot: "", felt: "", sound: true },
    words: {
      en: { chips: "Chips", bet: "Bet", best: "Best win", spin: "Spin", intro: "Three alike win. The chips are only for fun.", win: "A pair!", lose: "Nothing this time.", jackpot: "Jackpot!", broke: "Here are some fresh chips." },
      zh: { chips: "筹码", bet: "下注", best: "最高奖", spin: "转动", intro: "三个相同即中奖，筹码仅供娱乐。", win: "两个相同！", lose: "这次没有。", jackpot: "大奖！", broke: "送你一些新筹码。" },
    },
    run: slots,
  });
})();
