// The board on the page: cells as buttons, marks, pieces that glide, dragging, the arrow keys.
const View = (() => {
  const { element } = Kit;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // `on`: { choose(i), grab(i): whether it may be dragged, label(i) }; squares turn round with `turned`.
  function create(rules, look, on) {
    const { wide, high } = rules;
    const size = wide * high;
    const board = element("div", { class: `board ${rules.name} ${rules.points ? "points" : "squares"}`, role: "group" });
    const button = (act) => element("button", { class: "cell", type: "button", tabindex: "-1", onclick: act });
    const cells = Array.from({ length: size }, (_, p) => button(() => on.choose(indexAt(p))));
    let turned = false;
    let focus = size - Math.ceil(wide / 2);
    const indexAt = (place) => (turned ? size - 1 - place : place);
    const cellOf = (i) => cells[indexAt(i)];
    if (rules.points) board.append(lines());
    board.append(...cells);
    cells[focus].tabIndex = 0;

    function lines() {
      const across = Array.from({ length: 10 }, (_, y) => `M.5 ${y + 0.5}h8`).join("");
      const along = Array.from({ length: 9 }, (_, x) => (x % 8 ? `M${x + 0.5} .5v4m0 1v4` : `M${x + 0.5} .5v9`)).join("");
      const made = element("div", { class: "lines", "aria-hidden": "true" });
      made.innerHTML = `<svg viewBox="0 0 9 10"><path d="${across}${along}M3.5 .5l2 2m0-2l-2 2M3.5 7.5l2 2m0-2l-2 2"/>
        <text x="2.5" y="5.2">楚 河</text><text x="6.5" y="5.2">汉 界</text></svg>`;
      return made;
    }

    function turnRound(to) {
      turned = to;
      cells.forEach((cell, p) => {
        const [x, y] = [p % wide, Math.floor(p / wide)];
        const isDark = (x + y) % 2 === 1;
        cell.className = `cell ${rules.points || !isDark ? "light" : "dark"}`;
        cell.replaceChildren();
        cell.code = 0;
        if (rules.points || rules.name === "checkers") return;
        const name = Board.letters(rules, indexAt(p));
        if (y === high - 1) cell.append(element("i", { class: "file", "aria-hidden": "true" }, name[0]));
        if (x === 0) cell.append(element("i", { class: "rank", "aria-hidden": "true" }, name.slice(1)));
      });
    }

    // Pieces and marks as they are; `marks` holds sets of squares by the mark's name.
    function draw(state, marks) {
      state.cells.forEach((code, i) => {
        const cell = cellOf(i);
        if (cell.code !== code) {
          const old = cell.querySelector(".piece:not(.ghost)");
          const piece = code ? look.piece(code) : null;
          if (piece && old && rules.places) piece.classList.add("flip");
          else if (piece && !old && rules.places) piece.classList.add("drop");
          if (old) old.remove();
          if (piece) cell.append(piece);
          cell.code = code;
        }
        const isDark = cell.classList.contains("dark");
        const names = Object.keys(marks).filter((name) => marks[name].has(i));
        cell.className = ["cell", isDark ? "dark" : "light", code ? "full" : "", ...names].join(" ");
        cell.setAttribute("aria-label", on.label(i));
      });
    }

    const centre = (i) => {
      const box = cellOf(i).getBoundingClientRect();
      return [box.left, box.top];
    };
    // The piece on the last square of `path` comes over the others; what it took fades away.
    function glide(path, taken) {
      if (calm || path.some((i) => i < 0)) return;
      const [x, y] = centre(path[path.length - 1]);
      const piece = cellOf(path[path.length - 1]).querySelector(".piece");
      const frames = path.map((i) => {
        const [fromX, fromY] = centre(i);
        return { transform: `translate(${fromX - x}px, ${fromY - y}px)` };
      });
      if (piece) {
        cellOf(path[path.length - 1]).classList.add("moving");
        piece.animate(frames, { duration: 170 + 110 * path.length, easing: "cubic-bezier(.3, .8, .4, 1)" });
      }
      taken.forEach(([i, code]) => {
        const ghost = look.piece(code);
        ghost.classList.add("ghost");
        cellOf(i).append(ghost);
        setTimeout(() => ghost.remove(), 420);
      });
    }

    function step(by) {
      const x = Kit.clamp((focus % wide) + by[0], 0, wide - 1);
      const y = Kit.clamp(Math.floor(focus / wide) + by[1], 0, high - 1);
      cells[focus].tabIndex = -1;
      focus = y * wide + x;
      cells[focus].tabIndex = 0;
      cells[focus].focus();
    }

    // A piece that is dragged is chosen at its start and put down where it is let go.
    let drag = null;
    const placeOf = (node) => cells.indexOf(node && node.closest ? node.closest(".cell") : null);
    board.addEventListener("pointerdown", (event) => {
      const place = placeOf(event.target);
      drag = place < 0 || event.button ? null : { place, x: event.clientX, y: event.clientY, piece: null };
    });
    window.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.piece) {
        if (Math.hypot(dx, dy) < 9) return;
        if (!on.grab(indexAt(drag.place))) { drag = null; return; }
        drag.piece = cells[drag.place].querySelector(".piece");
        cells[drag.place].classList.add("held");
      }
      if (drag.piece) drag.piece.style.transform = `translate(${dx}px, ${dy}px) scale(1.12)`;
    });
    const letGo = (event) => {
      if (drag && drag.piece) {
        drag.piece.style.transform = "";
        cells[drag.place].classList.remove("held");
        const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
        if (event.type === "pointerup" && place >= 0 && place !== drag.place) on.choose(indexAt(place), true);
      }
      drag = null;
    };
    window.addEventListener("pointerup", letGo);
    window.addEventListener("pointercancel", letGo);

    return { board, turnRound, draw, glide, step };
  }
  return { create };
})();
