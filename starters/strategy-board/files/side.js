// Beside the board: the players with what they took, the list of moves, the buttons.
const Side = (() => {
  const { element } = Kit;
  const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  function create(rules, look, words, on) {
    const status = element("p", { class: "status", role: "status" });
    const list = element("ol", { class: "moves", tabindex: "0", "aria-label": words.moves });
    const players = [0, 1].map((who) => {
      const part = (name) => element("span", { class: name });
      const parts = { sign: part("sign"), name: element("b"), taken: part("taken"), figure: part("count") };
      const node = element("div", { class: `player ${who ? "foe" : "you"}` }, parts.sign, parts.name, parts.taken, parts.figure);
      return { ...parts, node };
    });
    const button = (label, act) => element("button", { class: "act", type: "button", onclick: act }, label);
    const undo = button(words.undo, on.undo);
    const level = element("button", { class: "act", type: "button", "aria-label": words.opponent, onclick: on.level });
    const tools = element("div", { class: "acts" }, undo, button(words.hint, on.hint), level, button(words.fresh, on.fresh));

    // Taken pieces, the dearest first, several of a kind as one with its number.
    function showTaken(node, codes) {
      const counts = new Map();
      const worth = (code) => rules.worths[Board.kindOf(code)];
      [...codes].sort((a, b) => worth(b) - worth(a)).forEach((code) => counts.set(code, (counts.get(code) || 0) + 1));
      const now = [...counts].join();
      if (node.now === now) return;
      node.now = now;
      node.title = node.ariaLabel = `${words.captured}: ${codes.length}`;
      const number = (many) => (many > 1 ? element("i", {}, String(many)) : "");
      node.replaceChildren(...[...counts].map(([code, many]) => element("span", { class: "mini" }, look.piece(code), number(many))));
    }
    // `facts` of a player: { side, name, active, taken, count (of pieces or ""), seconds (or -1) }.
    function showPlayer(who, facts) {
      const part = players[who];
      if (part.sign.side !== facts.side) {
        part.sign.side = facts.side;
        part.sign.replaceChildren(look.piece(Board.codeOf(1, facts.side)));
      }
      part.name.textContent = facts.name;
      part.node.classList.toggle("active", facts.active);
      showTaken(part.taken, facts.taken);
      part.figure.textContent = facts.seconds >= 0 ? clockText(facts.seconds) : String(facts.count);
      part.figure.classList.toggle("low", facts.seconds >= 0 && facts.seconds < 20);
    }
    function showMoves(notes) {
      while (list.children.length > Math.ceil(notes.length / 2)) list.lastChild.remove();
      for (let i = 0; i < notes.length; i += 2) {
        const text = `${notes[i]}\u2003${notes[i + 1] ?? ""}`;
        const line = list.children[i / 2];
        if (!line) list.append(element("li", {}, text));
        else if (line.textContent !== text) line.textContent = text;
      }
      list.scrollTo({ top: list.scrollHeight, left: list.scrollWidth });
    }
    return {
      status, list, tools, showPlayer, showMoves, nodes: players.map((one) => one.node),
      say: (text) => status.textContent !== text && (status.textContent = text),
      canUndo: (can) => (undo.disabled = !can),
      showLevel: (text) => (level.textContent = text),
    };
  }
  return { create };
})();
