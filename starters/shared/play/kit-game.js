// The frame of a game: title, pause, story and end screens, the figures on top, the easter egg.
const Game = (() => {
  const { element, page, theme, held, onPress, press } = Kit;
  const WORDS = {
    en: {
      start: "Start", again: "Play again", resume: "Continue", paused: "Paused", over: "Game over", won: "You won!",
      score: "Score", lives: "Lives", level: "Level", wave: "Wave", best: "Best", coins: "Coins", gold: "Gold", time: "Time", moves: "Moves",
      boss: "Boss", next: "Next", help: "How to play", hint: "", sound: "Sound", pause: "Pause", restart: "Restart",
    },
    zh: {
      start: "开始游戏", again: "再玩一次", resume: "继续", paused: "已暂停", over: "游戏结束", won: "你赢了！",
      score: "得分", lives: "生命", level: "关卡", wave: "波次", best: "最高", coins: "金币", gold: "金币", time: "时间", moves: "步数",
      boss: "首领", next: "继续", help: "玩法", hint: "", sound: "声音", pause: "暂停", restart: "重新开始",
    },
  };
  // What the defaults of every game hold in common.
  const COMMON = {
    lang: "en", title: "", subtitle: "", icon: "", font: "modern", rules: [], words: {},
    egg: { word: "", effect: "confetti", message: "" },
  };

  const best = (key, score) => {
    let top = 0;
    try {
      top = Number(localStorage.getItem(`best:${key}`)) || 0;
      if (score > top) localStorage.setItem(`best:${key}`, String(score));
    } catch (error) {
      top = Number(best.kept) || 0;
    }
    best.kept = Math.max(top, score);
    return best.kept;
  };

  // `settings` are the merged ones; `on` holds start(), frame(dt, time, state), egg(effect).
  function create(settings, figures, on) {
    const lang = page(settings);
    const words = Kit.fit({ ...WORDS[lang], ...settings.words }, Kit.given.words);
    const colours = theme(settings.colours, settings.font);
    const values = {};
    const game = { state: "title", words, lang, colours, time: 0 };
    const top = element("div", { class: "hud" });
    const screen = element("div", { class: "screen" });
    const note = element("div", { class: "toast", role: "status" });
    document.body.append(top, screen, note);

    figures.forEach((name) => {
      values[name] = element("b", {}, "0");
      top.append(element("span", { class: "figure" }, element("i", {}, words[name] || name), values[name]));
    });
    const tool = (label, text, act) =>
      element("button", { class: "tool", type: "button", title: label, "aria-label": label, onclick: (e) => { e.currentTarget.blur(); act(e.currentTarget); } }, text);
    const mute = tool(words.sound, "♪", (button) => button.classList.toggle("off", Sound.mute()));
    const again = tool(words.restart, "↻", () => press("restart", {}));
    top.append(element("span", { class: "tools" }, mute, again, tool(words.pause, "Ⅱ", () => pause())));

    game.set = (name, value) => {
      if (!values[name] || values[name].textContent === String(value)) return;
      values[name].textContent = String(value);
      values[name].parentNode.classList.remove("bump");
      void values[name].offsetWidth;
      values[name].parentNode.classList.add("bump");
    };
    let hide = 0;
    game.toast = (text, seconds = 2) => {
      if (!text) return;
      note.textContent = text;
      note.classList.add("shown");
      clearTimeout(hide);
      hide = setTimeout(() => note.classList.remove("shown"), seconds * 1000);
    };

    let go = null;
    // A panel over the game; its one button, Enter, Space or a click on the panel goes on.
    function show(kind, { icon, title, lines = [], list = [], big, button, hint }, then) {
      const panel = element("div", { class: `panel ${kind}` });
      if (icon) panel.append(element("div", { class: "icon" }, icon));
      panel.append(element(kind === "title" ? "h1" : "h2", {}, title || ""));
      if (big !== undefined) panel.append(element("div", { class: "big" }, String(big)));
      lines.filter(Boolean).forEach((line, i) => panel.append(element("p", { style: `animation-delay:${0.15 + i * 0.18}s` }, line)));
      if (list.length) panel.append(element("ul", {}, ...list.filter(Boolean).map((line) => element("li", {}, line))));
      panel.append(element("button", { class: "go", type: "button" }, button));
      if (hint) panel.append(element("small", {}, hint));
      screen.replaceChildren(panel);
      screen.className = `screen shown over-${kind}`;
      go = () => {
        go = null;
        screen.className = "screen";
        if (document.activeElement) document.activeElement.blur();
        Sound.play("click");
        then();
      };
    }
    screen.addEventListener("click", () => go && go());

    function begin() {
      game.state = "playing";
      game.time = 0;
      on.start();
    }
    function pause() {
      if (game.state === "playing") {
        game.state = "paused";
        show("pause", { title: words.paused, list: settings.rules, button: words.resume, hint: words.hint }, () => (game.state = "playing"));
      } else if (game.state === "paused" && go) go();
    }
    game.pause = pause;
    game.restart = begin;
    game.story = (lines, then, title) => {
      const text = (Array.isArray(lines) ? lines : [lines]).filter(Boolean);
      if (!text.length && !title) return then();
      game.state = "story";
      Object.keys(held).forEach((key) => (held[key] = false));
      show("story", { title: title || "", lines: text, button: words.next }, () => {
        game.state = "playing";
        then();
      });
    };
    game.over = (won, score, lines = []) => {
      if (game.state === "over") return;
      game.state = "over";
      Sound.play(won ? "win" : "over");
      if (won) Egg.run("confetti", "");
      const text = [...lines];
      if (score !== undefined) text.push(`${words.best}: ${best(settings.title, score)}`);
      const wait = performance.now();
      show("end", { title: won ? words.won : words.over, big: score, lines: text, button: words.again }, begin);
      const next = go;
      go = () => performance.now() - wait > 450 && next(); // not by the key still held in play
    };

    const egg = Egg.listen(settings.egg, (effect) => {
      if (on.egg) on.egg(effect);
      game.toast(settings.egg.message, 3);
    });
    onPress((name, event) => {
      if (event.repeat) return;
      const inWord = egg.type(event.key || "");
      if ((name === "enter" || name === "fire") && go) return go();
      if (/^(title|story)$/.test(game.state) && /^(left|right|up|down)$/.test(name) && go) return go();
      if (inWord) return;
      if (name === "pause") pause();
      else if (name === "mute") mute.classList.toggle("off", Sound.mute());
      else if (name === "restart" && game.state !== "title" && game.state !== "story") {
        screen.className = "screen";
        go = null;
        begin();
      }
    });
    document.addEventListener("visibilitychange", () => document.hidden && game.state === "playing" && pause());

    const { title, subtitle, icon, rules } = settings;
    const intro = (settings.story || []).slice(0, 4);
    show("title", { icon, title, lines: [subtitle, ...intro], list: rules, button: words.start, hint: words.hint }, begin);
    // A paused game stands still, its sky and stars, too.
    let clock = 0;
    game.ready = () =>
      Kit.loop((passed) => {
        const dt = game.state === "paused" ? 0 : passed;
        clock += dt;
        if (game.state === "playing") game.time += dt;
        on.frame(dt, clock, game.state);
        Egg.frame(dt, clock);
      });
    return game;
  }

  return { COMMON, create, press };
})();
