// How pieces look: drawn chess pieces, discs with characters, or any signs that content.js gives.
const Look = (() => {
  const BASE = "M11 42h26v-2.5c0-2-1.6-3.5-3.6-3.5H14.6c-2 0-3.6 1.5-3.6 3.5z";
  const SHAPES = {
    king: `<path d="M22.6 4h2.8v3.1h3.1v2.8h-3.1V14h-2.8V9.9h-3.1V7.1h3.1z"/><path d="M24 21c-2.5-6.5-14.5-6.5-14.5 2 0 5 4 8 6 13h17c2-5 6-8 6-13 0-8.5-12-8.5-14.5-2z"/><path d="M24 13.5c3.2 3 3.2 5.5 0 9.5-3.2-4-3.2-6.5 0-9.5z"/><path class="mark" d="M24 25v7M16.5 32.5c5-1.5 10-1.5 15 0"/>`,
    queen: `<path d="M10.5 16l6 10.5.8-15.5 5 13.5L24 9.5l1.7 15 5-13.5.8 15.5 6-10.5L33 36H15z"/><circle cx="10.5" cy="14" r="2.3"/><circle cx="17.3" cy="9.8" r="2.3"/><circle cx="24" cy="8" r="2.3"/><circle cx="30.7" cy="9.8" r="2.3"/><circle cx="37.5" cy="14" r="2.3"/><path class="mark" d="M16.5 31.5c5-1.5 10-1.5 15 0"/>`,
    rook: `<path d="M12.5 8h5v3.5h4V8h5v3.5h4V8h5v9l-4 3.5V32l3.5 4h-22l3.5-4V20.5l-4-3.5z"/><path class="mark" d="M17.5 20.5h13M17.5 31.5h13"/>`,
    bishop: `<circle cx="24" cy="8.5" r="2.7"/><path d="M24 11.5c6.5 5 8.5 9.5 8.5 13.5 0 3-2 5-4 6.2l2.5 4.8H17l2.5-4.8c-2-1.2-4-3.2-4-6.2 0-4 2-8.5 8.5-13.5z"/><path class="mark" d="M24 18v8M20.3 21.7h7.4M19.5 31.2h9"/>`,
    knight: `<path d="M15 36c-.5-8.5 8.5-10 8-16.5-2 2.2-4.7 2.2-6.7 4.2-1.3 1.3-3 3.3-5.3 1.5-2-1.6-1.3-4.2.7-6.2 2.3-3 3-6.5 6.8-9l.8-4.5 4.2 3.3C32.5 9.5 37 17.5 35.5 36z"/><circle class="dot" cx="19.7" cy="15" r="1.5"/><path class="mark" d="M29 13.5c3 4.5 4 10.5 3.5 18.5"/>`,
    pawn: `<path d="M20.5 21h7c0 6.5 3 9 5 15h-17c2-6 5-8.5 5-15z"/><circle cx="24" cy="15" r="6.3"/>`,
  };
  const ORDER = ["king", "queen", "rook", "bishop", "knight", "pawn"];
  const CROWN = '<svg viewBox="0 0 24 24"><path d="M4 18V8l5 4 3-7 3 7 5-4v10z"/></svg>';
  const svg = (name) => `<svg viewBox="3 2.5 42 42">${SHAPES[name]}<path d="${BASE}"/></svg>`;

  // The shape that a chess symbol (♔ to ♟) stands for, or "".
  const shapeOf = (sign) => (/^[\u2654-\u265f]\ufe0e?$/.test(sign) ? ORDER[(sign.charCodeAt(0) - 0x2654) % 6] : "");
  const trimmed = (sign) => {
    const text = String(sign ?? "").trim();
    const short = shapeOf(text) || [...text].length < 3 ? text : Kit.sign(text);
    return /^\p{Emoji_Presentation}$/u.test(short) ? `${short}\ufe0f` : short; // in colour
  };

  const isPicture = (sign) => /\p{Extended_Pictographic}/u.test(sign || ""); // says not by itself what it is

  // `signs` are two lists, one for each side of the rules, in the order of the rules' kinds.
  function create(rules, signs, badges) {
    const given = signs.map((list) => list.map(trimmed));
    const signOf = (side, kind) => given[side][kind - 1] || (rules.signs ? rules.signs[side][kind] : "");

    function piece(code) {
      const [side, kind] = [Board.sideOf(code), Board.kindOf(code)];
      const name = rules.kinds[kind - 1];
      let sign = signOf(side, kind);
      const made = Kit.element("span", { class: `piece side-${side}`, "aria-hidden": "true" });
      const shape = shapeOf(sign) || (!sign && !rules.discs ? name : "");
      if (shape) {
        made.classList.add("shape");
        made.innerHTML = svg(shape);
        return made;
      }
      const isCrowned = name === "crowned";
      if (isCrowned && !sign) sign = signOf(side, 1);
      made.classList.add("disc");
      if (rules.signs && !given[side][kind - 1]) made.classList.add("carved");
      made.append(Kit.element("b", {}, sign));
      if (isCrowned) made.append(crown(Boolean(sign)));
      else if (badges[kind - 1] && isPicture(given[side][kind - 1])) made.append(Kit.element("i", { class: "badge" }, badges[kind - 1]));
      return made;
    }
    function crown(isSmall) {
      const made = Kit.element("i", { class: isSmall ? "badge crown" : "crown" });
      made.innerHTML = CROWN;
      return made;
    }
    return { piece };
  }

  // The colours of both sides: told apart from each other, and on discs of paper from the paper.
  function colours(given, usual, rules) {
    const pair = ["first", "second"].map((name) => Kit.colour(given[name], usual[name]));
    const apart = Math.hypot(...Kit.rgb(pair[0]).map((part, i) => part - Kit.rgb(pair[1])[i]));
    const good = apart < 70 ? [usual.first, usual.second] : pair;
    if (!rules.points) return good;
    const isClear = good.every((ink) => Kit.readable(ink, usual.paper, 3) === ink);
    return isClear ? good : [usual.first, usual.second];
  }
  return { create, colours };
})();
