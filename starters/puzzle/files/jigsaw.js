// Jigsaw: a picture that is drawn from colours and emoji, or given, is cut into pieces to be dragged home.
"use strict";

(function () {
  const { Kit, Modes, Frame, signsOf } = window, { make, text } = Kit;
  const PICTURE = { wide: 960, tall: 720 };
  const SIZES = { easy: 3, medium: 4, hard: 6 };

  const rowsFor = (columns) => Math.max(2, Math.round(columns * 0.75));
  // The columns with which the picture has about so many pieces.
  const columnsFor = (pieces) => [2, 3, 4, 5, 6, 7, 8].sort((a, b) => Math.abs(a * rowsFor(a) - pieces) - Math.abs(b * rowsFor(b) - pieces))[0];

  // A landscape of the colours: sky, sun, hills, and the signs strewn over it.
  function paint(pen, tints, signs) {
    const { wide, tall } = PICTURE, sky = pen.createLinearGradient(0, 0, 0, tall);
    tints.forEach((tint, i) => sky.addColorStop(i / Math.max(1, tints.length - 1), tint));
    pen.fillStyle = sky;
    pen.fillRect(0, 0, wide, tall);
    const x = wide * (0.2 + Math.random() * 0.6), glow = pen.createRadialGradient(x, 170, 10, x, 170, 330);
    glow.addColorStop(0, "#fffbe6"); glow.addColorStop(0.24, "#fff3bf"); glow.addColorStop(0.26, "rgb(255 243 191 / 40%)"); glow.addColorStop(1, "rgb(255 243 191 / 0%)");
    pen.fillStyle = glow;
    pen.fillRect(0, 0, wide, tall);
    for (let hill = 0; hill < 4; hill++) {
      const phase = Math.random() * 6, height = tall * (0.5 + hill * 0.13);
      pen.globalAlpha = 0.72;
      pen.fillStyle = tints[(hill + 1) % tints.length];
      pen.filter = `brightness(${0.92 - hill * 0.13}) saturate(1.25)`;
      pen.beginPath(); pen.moveTo(0, tall);
      for (let at = 0; at <= wide; at += 12) pen.lineTo(at, height + Math.sin(at / (150 - hill * 18) + phase) * 42 + Math.sin(at / 61 + phase) * 10);
      pen.lineTo(wide, tall); pen.fill();
    }
    pen.filter = "none"; pen.globalAlpha = 1;
    strew(pen, signs);
  }
  function strew(pen, signs) {
    const columns = 5, rows = 4, spots = Modes.shuffle([...Array(columns * rows).keys()]).slice(0, 14).sort((a, b) => a - b);
    pen.textAlign = "center"; pen.textBaseline = "middle";
    spots.forEach((spot, i) => {
      const size = 84 + Math.random() * 60, x = ((spot % columns) + 0.3 + Math.random() * 0.4) * (PICTURE.wide / columns), y = (Math.floor(spot / columns) + 0.35 + Math.random() * 0.3) * (PICTURE.tall / rows);
      pen.font = `${size}px "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", sans-serif`;
      pen.fillStyle = "#fff";
      pen.shadowColor = "rgb(0 0 0 / 25%)"; pen.shadowBlur = 12; pen.shadowOffsetY = 6;
      pen.fillText(signs[i % signs.length], x, y);
    });
    pen.shadowColor = "transparent";
  }
  // A given picture fills the frame; where it cannot be loaded, the drawn one stays.
  function lay(pen, image) {
    const scale = Math.max(PICTURE.wide / image.width, PICTURE.tall / image.height), w = image.width * scale, h = image.height * scale;
    pen.drawImage(image, (PICTURE.wide - w) / 2, (PICTURE.tall - h) / 2, w, h);
  }

  // One side of a piece from (x, y) along (dx, dy): straight, or with a knob to the left (1) or right (-1).
  function side(path, x, y, dx, dy, knob) {
    const at = (along, out) => [x + dx * along + dy * out * knob, y + dy * along - dx * out * knob];
    if (knob) {
      path.bezierCurveTo(...at(0.2, 0), ...at(0.45, -0.04), ...at(0.4, 0.07));
      path.bezierCurveTo(...at(0.3, 0.27), ...at(0.7, 0.27), ...at(0.6, 0.07));
      path.bezierCurveTo(...at(0.55, -0.04), ...at(0.8, 0), ...at(1, 0));
    } else path.lineTo(...at(1, 0));
  }
  function shape(x, y, w, h, [top, right, bottom, left]) {
    const path = new Path2D();
    path.moveTo(x, y);
    side(path, x, y, w, 0, top); side(path, x + w, y, 0, h, right); side(path, x + w, y + h, -w, 0, bottom); side(path, x, y + h, 0, -h, left);
    path.closePath();
    return path;
  }

  function jigsaw(C, W) {
    const limit = Math.max(0, Math.round(C.seconds)), F = Frame(C, W, ["placed", "moves", "time"]), own = signsOf(C.names), signs = own.length ? own : ["🦊", "🌳", "🍄", "🦋", "🌷", "🐞"];
    const tints = Modes.valid(C.colors, ["#8ecdf5", "#ffd6a5", "#5fb878", "#2f7d5b"]), picture = make("canvas", { width: PICTURE.wide, height: PICTURE.tall }), pen = picture.getContext("2d");
    const ghost = make("canvas", { className: "ghost", width: PICTURE.wide, height: PICTURE.tall, aria: { hidden: "true" } }), stage = make("div", { className: "jigsaw" });
    let columns = C.pieces > 0 ? columnsFor(C.pieces) : SIZES[C.level] || SIZES.easy, rows, pieces = [], room, moves = 0, over, high = 1, held = null, image = null;

    // The stage in units of its own: the picture's frame, and room for loose pieces beside or below.
    function measure() {
      const narrow = F.board.clientWidth < 520;
      room = narrow ? { wide: 1000, tall: 1260, x: 0, y: 0, w: 1000, h: 750 } : { wide: 1000, tall: 660, x: 0, y: 0, w: 650, h: 487.5 };
      room.trays = narrow ? [[0, 765, 1000, 495]] : [[665, 0, 335, 660], [665, 0, 335, 660], [0, 500, 650, 160]];
      stage.style.setProperty("--ratio", room.wide / room.tall);
      stage.style.setProperty("aspect-ratio", `${room.wide} / ${room.tall}`);
      Object.entries({ left: 0, top: 0, width: `${room.w / 10}%`, height: `${(room.h / room.tall) * 100}%` }).forEach(([name, value]) => ghost.style.setProperty(name, value));
    }
    function cut() {
      const w = room.w / columns, h = room.h / rows, knobs = new Map(), knob = (name) => { if (!knobs.has(name)) knobs.set(name, Math.random() < 0.5 ? 1 : -1); return knobs.get(name); };
      pieces = [];
      for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) {
        const sides = [y ? -knob(`h${x},${y}`) : 0, x < columns - 1 ? knob(`v${x + 1},${y}`) : 0, y < rows - 1 ? knob(`h${x},${y + 1}`) : 0, x ? -knob(`v${x},${y}`) : 0];
        pieces.push(piece(x, y, w, h, sides));
      }
      Modes.shuffle(pieces).forEach(raise);
      stage.replaceChildren(ghost, ...pieces.map((one) => one.button));
    }
    function piece(x, y, w, h, sides) {
      const margin = Math.max(w, h) * 0.22, sharp = 1.5, canvas = make("canvas", { width: (w + margin * 2) * sharp, height: (h + margin * 2) * sharp });
      const ink = canvas.getContext("2d"), path = shape(margin, margin, w, h, sides), home = { x: x * w - margin, y: y * h - margin };
      ink.scale(sharp, sharp);
      ink.save(); ink.clip(path); ink.drawImage(picture, -home.x, -home.y, room.w, room.h); ink.restore();
      ink.lineWidth = 1.6; ink.strokeStyle = "rgb(255 255 255 / 65%)"; ink.stroke(path);
      ink.lineWidth = 0.7; ink.strokeStyle = "rgb(0 0 0 / 45%)"; ink.stroke(path);
      const style = { width: `${((w + margin * 2) / room.wide) * 100}%`, height: `${((h + margin * 2) / room.tall) * 100}%` };
      const button = make("button", { type: "button", className: "piece", aria: { label: `${W.piece} ${y * columns + x + 1}` }, style }, canvas);
      const one = { button, home, x: 0, y: 0, z: 0, w, h, margin, done: false, covers: (px, py) => ink.isPointInPath(path, px * sharp, py * sharp) };
      button.addEventListener("keydown", (event) => nudge(event, one));
      const [left, top, wide, tall] = room.trays[Math.floor(Math.random() * room.trays.length)];
      move(one, left - margin + Math.random() * Math.max(0, wide - w), top - margin + Math.random() * Math.max(0, tall - h));
      return one;
    }
    function raise(one) { one.z = ++high; one.button.style.zIndex = high; }
    function move(one, x, y) {
      one.x = Modes.clamp(x, -one.margin, room.wide - one.w - one.margin);
      one.y = Modes.clamp(y, -one.margin, room.tall - one.h - one.margin);
      one.button.style.left = `${(one.x / room.wide) * 100}%`;
      one.button.style.top = `${(one.y / room.tall) * 100}%`;
    }
    // The piece on top whose very shape is under the pointer.
    function grab(event) {
      const box = stage.getBoundingClientRect(), unit = room.wide / box.width, x = (event.clientX - box.left) * unit, y = (event.clientY - box.top) * unit;
      const one = pieces.filter((each) => !each.done && each.covers(x - each.x, y - each.y)).sort((a, b) => b.z - a.z)[0];
      if (!one || over) return;
      F.countdown(limit, late);
      held = { one, unit, id: event.pointerId, dx: one.x - event.clientX * unit, dy: one.y - event.clientY * unit };
      raise(one);
      one.button.classList.add("held");
    }
    function drag(event) { if (held && event.pointerId === held.id) move(held.one, event.clientX * held.unit + held.dx, event.clientY * held.unit + held.dy); }
    function drop() {
      if (!held) return;
      const { one } = held;
      held = null;
      one.button.classList.remove("held");
      F.set("moves", ++moves);
      snap(one);
    }
    function nudge(event, one) {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step || one.done || over) return;
      event.preventDefault();
      F.countdown(limit, late);
      raise(one);
      move(one, one.x + step[0] * one.w * 0.2, one.y + step[1] * one.h * 0.2);
      if (!snap(one)) return;
      F.set("moves", ++moves);
      stage.querySelector(".piece:not(.home)")?.focus();
    }
    function snap(one) {
      if (over || Math.hypot(one.x - one.home.x, one.y - one.home.y) > one.w * 0.24) return false;
      one.done = true;
      move(one, one.home.x, one.home.y);
      one.button.style.zIndex = 0;
      one.button.classList.add("home");
      one.button.tabIndex = -1;
      F.play(520, 780);
      tell();
      if (pieces.every((each) => each.done)) { over = true; stage.classList.add("whole"); F.win(W.win); }
      return true;
    }
    function late() { over = true; held = null; F.lose(`${W.lose} ${pieces.filter((one) => one.done).length} / ${pieces.length}`); }
    function tell() { F.set("placed", `${pieces.filter((one) => one.done).length} / ${pieces.length}`); F.set("moves", moves); }
    function start() {
      rows = rowsFor(columns);
      moves = 0; over = false; held = null;
      stage.classList.remove("whole");
      measure();
      if (image) lay(pen, image); else paint(pen, tints.length > 1 ? tints : ["#dff1ff", ...tints], signs);
      ghost.getContext("2d").drawImage(picture, 0, 0);
      cut();
      F.resetClock(limit); F.say(W.hint); tell();
    }
    function help() {
      const loose = pieces.filter((one) => !one.done);
      if (over || !loose.length) return;
      const one = loose[Math.floor(Math.random() * loose.length)];
      moves++;
      move(one, one.home.x, one.home.y);
      snap(one);
    }
    F.board.className = "board";
    F.board.append(stage);
    stage.addEventListener("pointerdown", grab);
    addEventListener("pointermove", drag);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, drop);
    const options = [...new Set([columns, ...Object.values(SIZES)])].sort((a, b) => a - b);
    F.choice(options.map((value) => ({ value, label: `${value * rowsFor(value)} ${W.pieces}` })), columns, (to) => { columns = to; start(); });
    F.button(W.fresh, start, true);
    F.button(W.help, help);
    const look = F.button(W.look, () => { stage.classList.toggle("plain-ground"); look.setAttribute("aria-pressed", !stage.classList.contains("plain-ground")); });
    look.setAttribute("aria-pressed", "true");
    start();
    if (text(C.image)) { const photo = new Image(); photo.onload = () => { image = photo; start(); }; photo.src = C.image; }
  }

  const { en, zh } = Frame.words;
  Modes.add("jigsaw", {
    names: /jigsaw|拼图/i,
    defaults: { names: [], image: "", level: "easy", pieces: 0, seconds: 0, win: "", lose: "", sound: true },
    words: {
      en: {
        ...en, placed: "In place", piece: "Piece", pieces: "pieces", look: "Picture",
        hint: "Drag the pieces into the frame; arrow keys move one, too.", win: "The picture is whole!", lose: "Time is up. In place:",
      },
      zh: { ...zh, placed: "已拼好", piece: "碎片", pieces: "块", look: "底图", hint: "把碎片拖进框里；方向键也能移动。", win: "拼图完成！", lose: "时间到。已拼好" },
    },
    run: jigsaw,
  });
})();
