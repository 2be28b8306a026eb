// Tools of chance: a wheel, dice, a coin, a random pick.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, tone, calm } = Kit;
  const names = (list, otherwise) => { const all = list.map((one) => text(item(one, "name").name ?? one)).filter(Boolean); return all.length ? all : otherwise; };
  const ding = (C) => { if (C.sound) [659, 880].forEach((hertz, i) => tone(hertz, 0.3, 0.13, i * 0.12)); };

  function Past(W) {
    const list = make("ol", { className: "past" });
    const box = make("aside", { className: "panel past-box" }, make("h2", { textContent: W.past }), list);
    return { box, list, add(words) { list.prepend(make("li", { textContent: words })); while (list.children.length > 12) list.lastChild.remove(); }, clear() { list.replaceChildren(); } };
  }
  function place(main, ...side) {
    $("#app").replaceChildren(make("div", { className: "two" }, make("section", { className: "panel chance" }, ...main), make("div", { className: "side" }, ...side)));
  }
  // The list of items as it can be changed: one a line.
  function editor(W, all, changed) {
    const field = make("textarea", { rows: 7, value: all.join("\n"), aria: { label: W.items } });
    field.addEventListener("input", () => changed(field.value.split("\n").map((line) => line.trim()).filter(Boolean)));
    return { field, box: make("section", { className: "panel" }, make("h2", { textContent: W.items }), field) };
  }

  function drawWheel(canvas, all, tints, turn) {
    const size = canvas.clientWidth || 320, scale = Math.min(devicePixelRatio || 1, 2), ctx = canvas.getContext("2d"), part = (Math.PI * 2) / all.length;
    if (canvas.width !== Math.round(size * scale)) canvas.width = canvas.height = Math.round(size * scale);
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    ctx.clearRect(0, 0, size, size);
    ctx.translate(size / 2, size / 2);
    ctx.rotate(turn - Math.PI / 2);
    all.forEach((name, i) => {
      ctx.save();
      ctx.rotate(i * part);
      ctx.fillStyle = tints[(i + (i === all.length - 1 && i % tints.length === 0 && all.length > 1 ? 1 : 0)) % tints.length];
      ctx.beginPath(); ctx.moveTo(0, 0); ctx.arc(0, 0, size / 2 - 6, 0, part); ctx.fill();
      ctx.strokeStyle = "rgb(255 255 255 / 55%)"; ctx.lineWidth = 2; ctx.stroke();
      ctx.rotate(part / 2);
      ctx.fillStyle = "#fff"; ctx.shadowColor = "rgb(0 0 0 / 45%)"; ctx.shadowBlur = 4;
      ctx.font = `650 ${Modes.clamp(size / 22 - all.length / 5, 9, 19)}px system-ui, sans-serif`;
      ctx.textAlign = "right"; ctx.textBaseline = "middle";
      ctx.fillText(name.length > 16 ? `${name.slice(0, 15)}…` : name, size / 2 - 20, 0, size / 2 - 66);
      ctx.restore();
    });
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    ctx.strokeStyle = "rgb(255 255 255 / 85%)"; ctx.lineWidth = 6;
    ctx.beginPath(); ctx.arc(size / 2, size / 2, size / 2 - 5, 0, 7); ctx.stroke();
  }
  function wheel(C, W) {
    let all = names(C.items, W.samples), turn = 0, spinning = false;
    const tints = Modes.valid(C.colors, ["#e64980", "#7048e8", "#1c7ed6", "#0ca678", "#f59f00", "#e8590c"]), canvas = make("canvas", { className: "wheel", aria: { label: C.title } }), result = make("p", { className: "result", role: "status", textContent: W.ready }), past = Past(W);
    const draw = () => drawWheel(canvas, all, tints, turn);
    const list = editor(W, all, (to) => { all = to.length ? to : ["?"]; draw(); });
    const land = () => {
      const part = (Math.PI * 2) / all.length, i = Math.floor((((Math.PI * 2 - turn) % (Math.PI * 2)) + Math.PI * 2) % (Math.PI * 2) / part) % all.length, won = all[i];
      spinning = false;
      result.textContent = won;
      result.classList.remove("pop"); void result.offsetWidth; result.classList.add("pop");
      past.add(won);
      ding(C);
      if (C.remove && all.length > 1) { all.splice(i, 1); list.field.value = all.join("\n"); draw(); }
    };
    const spin = () => {
      if (spinning) return;
      spinning = true;
      result.textContent = "…";
      const from = turn, far = Math.PI * 2 * (5 + Math.random() * 3) + Math.random() * Math.PI * 2, began = performance.now(), lasts = calm ? 300 : Modes.clamp(C.seconds, 1, 12) * 1000;
      let last = 0;
      const frame = (now) => {
        const at = Math.min(1, (now - began) / lasts);
        turn = from + far * (1 - (1 - at) ** 3);
        draw();
        const peg = Math.floor(turn / ((Math.PI * 2) / all.length));
        if (peg !== last && C.sound) { last = peg; tone(1200, 0.03, 0.04); }
        if (at < 1) requestAnimationFrame(frame); else land();
      };
      requestAnimationFrame(frame);
    };
    canvas.addEventListener("click", spin);
    addEventListener("keydown", (event) => { if (event.key === " " && !event.target.matches("textarea, button, input")) { event.preventDefault(); spin(); } });
    place([make("div", { className: "wheel-box" }, canvas, make("i", { className: "needle" }), make("button", { type: "button", className: "hub", textContent: C.spin || W.spin, onclick: spin })), result], list.box, past.box);
    new ResizeObserver(draw).observe(canvas);
    draw();
  }

  function picker(C, W) {
    let all = names(C.items, W.samples), busy = false;
    const result = make("p", { className: "result giant", role: "status", textContent: W.ready }), past = Past(W), list = editor(W, all, (to) => { all = to; });
    const draw = (many) => {
      if (busy || !all.length) return;
      busy = true;
      let left = calm ? 1 : 18;
      const roll = () => {
        const won = Modes.shuffle(all).slice(0, many);
        result.textContent = won.join("、".slice(0, C.lang === "zh" ? 1 : 0) || ", ");
        if (C.sound) tone(500 + left * 20, 0.04, 0.05);
        if (--left > 0) return void setTimeout(roll, 40 + (18 - left) * 9);
        busy = false;
        past.add(result.textContent);
        result.classList.remove("pop"); void result.offsetWidth; result.classList.add("pop");
        ding(C);
        if (C.remove) { all = all.filter((name) => !won.includes(name)); list.field.value = all.join("\n"); }
      };
      roll();
    };
    place([result, make("div", { className: "row centre" }, Modes.button(C.spin || W.pick, () => draw(1), "primary"), Modes.button(W.pickTwo, () => draw(2)), Modes.button(W.groups, () => { const mixed = Modes.shuffle(all), half = Math.ceil(mixed.length / 2); result.textContent = `A: ${mixed.slice(0, half).join(", ")}  |  B: ${mixed.slice(half).join(", ")}`; past.add(result.textContent); }))], list.box, past.box);
  }

  const PIPS = { 1: [5], 2: [1, 9], 3: [1, 5, 9], 4: [1, 3, 7, 9], 5: [1, 3, 5, 7, 9], 6: [1, 3, 4, 6, 7, 9] };
  function dice(C, W) {
    let count = Modes.clamp(Math.round(C.count), 1, 10), sides = Modes.clamp(Math.round(C.sides), 2, 100);
    const tray = make("div", { className: "tray" }), result = make("p", { className: "result", role: "status" }), past = Past(W), sums = new Map(), chart = make("div", { className: "sums" });
    const face = (value) => (sides === 6 ? make("div", { className: "die" }, Array.from({ length: 9 }, (_, i) => make("i", { className: PIPS[value].includes(i + 1) ? "pip" : "" }))) : make("div", { className: "die number", textContent: value }));
    const roll = (loud = true) => {
      const values = Array.from({ length: count }, () => 1 + Math.floor(Math.random() * sides)), sum = values.reduce((a, b) => a + b, 0);
      tray.replaceChildren(...values.map(face));
      [...tray.children].forEach((die, i) => die.style.setProperty("animation-delay", `${i * 60}ms`));
      result.textContent = `${W.sum}: ${sum}`;
      past.add(`${values.join(" + ")} = ${sum}`);
      sums.set(sum, (sums.get(sum) || 0) + 1);
      const most = Math.max(...sums.values());
      chart.replaceChildren(...[...sums].sort((a, b) => a[0] - b[0]).map(([key, n]) => make("span", { title: `${key}: ${n}`, style: { "--part": n / most } }, make("small", { textContent: key }))));
      if (C.sound && loud) [180, 240, 200].forEach((hertz, i) => tone(hertz, 0.06, 0.08, i * 0.07));
    };
    addEventListener("keydown", (event) => { if (event.key === " " && !event.target.matches("button, input")) { event.preventDefault(); roll(); } });
    tray.addEventListener("click", roll);
    const reset = () => { sums.clear(); roll(); };
    place([tray, result, make("div", { className: "row centre" }, Modes.button(C.spin || W.roll, roll, "primary"), Modes.slider(W.count, { min: 1, max: 10, value: count }, (to) => { count = to; reset(); })), Modes.choice([4, 6, 8, 10, 12, 20, 100].map((value) => ({ value, label: `D${value}` })), sides, (to) => { sides = to; reset(); }), chart], past.box);
    roll(false);
  }

  function coin(C, W) {
    const sides = names(C.items, [W.heads, W.tails]).slice(0, 2), disc = make("button", { type: "button", className: "coin", aria: { label: C.spin || W.toss } }, make("span", { className: "heads", textContent: sides[0] }), make("span", { className: "tails", textContent: sides[1] || W.tails })), result = make("p", { className: "result", role: "status", textContent: W.ready }), past = Past(W), count = [0, 0], share = make("p", { className: "muted" });
    let turns = 0, busy = false;
    const toss = () => {
      if (busy) return;
      busy = true;
      const side = Math.random() < 0.5 ? 0 : 1;
      turns += 6 + (((turns + 6) % 2) !== side ? 1 : 0);
      disc.style.setProperty("--turn", `${turns * 180}deg`);
      setTimeout(() => { busy = false; count[side]++; result.textContent = sides[side] || W.tails; past.add(result.textContent); share.textContent = `${sides[0]} ${count[0]} : ${count[1]} ${sides[1] || W.tails}`; ding(C); }, calm ? 50 : 1100);
    };
    disc.addEventListener("click", toss);
    place([disc, result, share, make("div", { className: "row centre" }, Modes.button(C.spin || W.toss, toss, "primary"))], past.box);
  }

  const words = {
    en: { past: "Results so far", items: "One a line", ready: "Try your luck", spin: "Spin", pick: "Pick one", pickTwo: "Pick two", groups: "Two teams", roll: "Roll", sum: "Sum", count: "Dice", toss: "Toss", heads: "Heads", tails: "Tails", samples: ["Pizza", "Sushi", "Salad", "Tacos", "Ramen", "Leftovers"] },
    zh: { past: "历史结果", items: "每行一项", ready: "试试手气", spin: "开始", pick: "抽一个", pickTwo: "抽两个", groups: "分两组", roll: "掷骰子", sum: "点数和", count: "骰子数", toss: "抛硬币", heads: "正面", tails: "反面", samples: ["火锅", "饺子", "烧烤", "寿司", "面条", "沙拉"] },
  };
  const defaults = { items: [], spin: "", sound: true, remove: false, seconds: 4, count: 2, sides: 6 };
  Modes.add("wheel", { names: /wheel|spin|raffle|转盘|抽奖/i, defaults, words, run: wheel });
  Modes.add("picker", { names: /pick|random name|draw|抽签|点名|随机/i, defaults, words, run: picker });
  Modes.add("dice", { names: /dice|die\b|roll|骰/i, defaults, words, run: dice });
  Modes.add("coin", { names: /coin|flip|toss|硬币/i, defaults, words, run: coin });
  window.Chance = { names, ding, Past, place, editor, words, defaults };
})();
