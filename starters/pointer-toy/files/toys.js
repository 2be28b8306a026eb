// What the pointer toys share. Each toy's file adds itself to `all`; engine.js starts the one that is wished for.
const Toys = (() => {
  const all = {}; // name -> { names, defaults, words, start(T) -> { step, draw, press, drag, release, controls } }
  const { element, clamp } = Kit;

  // A labelled range: range("Speed", live, "speed", 0.2, 3, 0.1).
  function range(label, live, key, low, high, by, changed = () => {}) {
    const input = element("input", { type: "range", min: low, max: high, step: by, value: live[key], "aria-label": label });
    input.addEventListener("input", () => { live[key] = Number(input.value); changed(); });
    return element("label", {}, element("span", {}, label), input);
  }
  const button = (label, act) => element("button", { type: "button", onclick: act }, label);

  // Buttons of which one is pressed.
  function choices(label, names, labels, chosen, act) {
    const row = element("div", { role: "group", "aria-label": label });
    const paint = (now) => [...row.children].forEach((one, i) => one.setAttribute("aria-pressed", String(names[i] === now)));
    names.forEach((name) => row.append(button(labels[name] || name, () => { paint(name); act(name); })));
    paint(chosen);
    return row;
  }

  // Words in a bubble above something; they rise and fade.
  function Bubbles() {
    const list = [];
    return {
      say(x, y, text) { if (text) { list.push({ x, y, text: String(text), life: 1.8 }); if (list.length > 6) list.shift(); } },
      step(dt) { list.forEach((one) => { one.life -= dt; one.y -= dt * 14; }); while (list.length && list[0].life <= 0) list.shift(); },
      draw(c, width, font) {
        list.forEach((one) => {
          c.globalAlpha = clamp(one.life * 2, 0, 1);
          c.font = `700 16px ${font}`;
          const wide = Math.min(width - 20, c.measureText(one.text).width + 26), x = clamp(one.x, wide / 2 + 8, width - wide / 2 - 8), y = Math.max(one.y, 30);
          c.fillStyle = "#fff";
          Kit.roundRect(c, x - wide / 2, y - 34, wide, 34, 14);
          c.fill();
          c.beginPath(); c.moveTo(x - 6, y - 1); c.lineTo(x + 6, y - 1); c.lineTo(x, y + 8); c.fill();
          c.fillStyle = "#22202c";
          c.textAlign = "center";
          c.textBaseline = "middle";
          c.fillText(one.text, x, y - 16, wide - 18);
          c.globalAlpha = 1;
        });
      },
    };
  }

  function disc(c, x, y, rx, ry, fill, turn = 0) {
    c.fillStyle = fill;
    c.beginPath();
    c.ellipse(x, y, Math.max(0.1, rx), Math.max(0.1, ry), turn, 0, 7);
    c.fill();
  }

  return { all, range, button, choices, Bubbles, disc };
})();
