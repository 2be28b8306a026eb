// Tools that make something: passwords and palettes of colours.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $ } = Kit;
  const SETS = { lower: "abcdefghijkmnopqrstuvwxyz", upper: "ABCDEFGHJKLMNPQRSTUVWXYZ", digits: "23456789", symbols: "!@#$%^&*()-_=+[]{};:,.?" };

  function pick(limit) {
    const most = Math.floor(2 ** 32 / limit) * limit, box = new Uint32Array(1);
    do crypto.getRandomValues(box); while (box[0] >= most); // no letter more likely than another
    return box[0] % limit;
  }
  function password(C, W) {
    const on = new Set(Object.keys(SETS).filter((key) => C[key]));
    let length = Modes.clamp(Math.round(C.length), 4, 64), now = "";
    const out = make("output", { className: "secret code" }), bar = make("i"), state = make("b"), history = make("ul", { className: "past code" }), rail = make("div", { className: "meter strong" }, bar);
    const renew = () => {
      const sets = [...on].map((key) => SETS[key]), all = sets.join("");
      const letters = sets.slice(0, length).map((set) => set[pick(set.length)]); // at least one of each kind
      while (letters.length < length) letters.push(all[pick(all.length)]);
      for (let i = letters.length - 1; i > 0; i--) { const j = pick(i + 1); [letters[i], letters[j]] = [letters[j], letters[i]]; }
      if (now) history.prepend(make("li", { textContent: now }));
      while (history.children.length > 5) history.lastChild.remove();
      now = letters.join("");
      out.replaceChildren(...letters.map((c) => make("span", { className: /\d/.test(c) ? "digit" : /[a-z]/i.test(c) ? "" : "symbol", textContent: c })));
      const bits = length * Math.log2(all.length), level = bits < 40 ? 0 : bits < 64 ? 1 : bits < 90 ? 2 : 3;
      state.textContent = `${W.levels[level]} · ${Math.round(bits)} bit`;
      rail.style.setProperty("--accent", ["#e03131", "#f08c00", "#37b24d", "#0ca678"][level]);
      bar.style.setProperty("--at", `${Math.min(100, bits)}%`);
    };
    const boxes = Object.keys(SETS).map((key) => {
      const box = make("input", { type: "checkbox", checked: on.has(key) });
      box.addEventListener("change", () => { if (box.checked) on.add(key); else if (on.size > 1) on.delete(key); else box.checked = true; renew(); });
      return make("label", { className: "tick" }, box, make("span", { textContent: W[key] }));
    });
    if (!on.size) { on.add("lower"); boxes[0].querySelector("input").checked = true; }
    const copy = Modes.button(W.copy, async () => Kit.toast((await Modes.copy(now)) ? W.copied : W.failed), "primary");
    $("#app").replaceChildren(make("section", { className: "panel tool" }, out, rail, state, Modes.slider(W.length, { min: 4, max: 64, value: length }, (to) => { length = to; renew(); }), make("div", { className: "row" }, boxes), make("div", { className: "row" }, copy, Modes.button(W.renew, renew)), make("h3", { textContent: W.past }), history));
    renew();
  }

  function hsl(h, s, l) {
    const a = (s / 100) * Math.min(l / 100, 1 - l / 100), f = (n) => { const k = (n + h / 30) % 12; return Math.round(255 * (l / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)))).toString(16).padStart(2, "0"); };
    return `#${f(0)}${f(8)}${f(4)}`;
  }
  // Hues that belong together: each scheme gives the hue of the i-th of n colours from a base.
  const SCHEMES = { analogous: (h, i, n) => h + (i - n / 2) * 22, complementary: (h, i) => h + (i % 2) * 180 + i * 6, triadic: (h, i) => h + (i % 3) * 120, mono: (h) => h, random: () => Math.random() * 360 };
  const bright = (hex) => { const [r, g, b] = [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16)); return r * 0.299 + g * 0.587 + b * 0.114 > 150; };

  function palette(C, W) {
    const count = Modes.clamp(Math.round(C.count), 2, 8), given = Modes.valid(C.colors, []).map(Modes.hexOf), strip = make("div", { className: "strip" }), past = make("div", { className: "pasts" });
    let scheme = SCHEMES[C.scheme] ? C.scheme : "analogous", list = Array.from({ length: count }, (_, i) => ({ hex: given[i] || "", locked: false }));
    const fresh = (keepGiven) => {
      if (list[0].hex && !keepGiven) { past.prepend(mini(list.map((one) => one.hex))); while (past.children.length > 6) past.lastChild.remove(); }
      const base = Math.random() * 360;
      list.forEach((one, i) => { if (!one.locked && !(keepGiven && one.hex)) one.hex = hsl((SCHEMES[scheme](base, i, count) + 720) % 360, 45 + Math.random() * 40, scheme === "mono" ? 20 + (i / count) * 68 : 32 + ((i * 47) % 53)); });
      draw();
    };
    const mini = (hexes) => make("button", { type: "button", className: "mini", title: hexes.join(" "), aria: { label: hexes.join(" ") }, onclick: () => { list = hexes.map((hex) => ({ hex, locked: false })); draw(); } }, hexes.map((hex) => make("i", { style: { background: hex } })));
    const copy = async (words) => Kit.toast((await Modes.copy(words)) ? `${words.length < 30 ? words : ""} ${W.copied}`.trim() : W.failed);
    function draw() {
      strip.replaceChildren(...list.map((one) => make("div", { className: `swatch ${bright(one.hex) ? "light" : ""}`, style: { background: one.hex } }, make("button", { type: "button", className: "hex code", textContent: one.hex.toUpperCase(), title: W.copy, onclick: () => copy(one.hex) }), make("button", { type: "button", className: "lock", textContent: one.locked ? "●" : "○", title: W.lock, aria: { label: W.lock, pressed: one.locked }, onclick: () => { one.locked = !one.locked; draw(); } }), make("input", { type: "color", value: one.hex, aria: { label: one.hex }, oninput: (event) => { one.hex = event.target.value; event.target.parentElement.style.background = one.hex; event.target.parentElement.querySelector(".hex").textContent = one.hex.toUpperCase(); } }))));
    }
    const css = () => `:root {\n${list.map((one, i) => `  --color-${i + 1}: ${one.hex};`).join("\n")}\n}`;
    addEventListener("keydown", (event) => { if (event.key === " " && !event.target.matches("input, textarea")) { event.preventDefault(); document.activeElement?.blur(); fresh(); } });
    $("#app").replaceChildren(make("section", { className: "panel tool" }, strip, make("div", { className: "row" }, Modes.button(W.fresh, () => fresh(), "primary"), Modes.button(W.css, () => copy(css())), Modes.choice(Object.keys(SCHEMES).map((value) => ({ value, label: W[value] })), scheme, (to) => { scheme = to; fresh(); })), make("p", { className: "muted", textContent: W.space }), past));
    fresh(true);
  }

  const common = { en: { copy: "Copy", copied: "copied", failed: "The browser does not allow copying here." }, zh: { copy: "复制", copied: "已复制", failed: "浏览器不允许复制。" } };
  Modes.add("password", {
    names: /password|passphrase|密码|口令/i,
    defaults: { length: 16, lower: true, upper: true, digits: true, symbols: true },
    words: { en: { ...common.en, length: "Length", lower: "a–z", upper: "A–Z", digits: "2–9", symbols: "!@#$", renew: "New password", past: "Before", levels: ["Weak", "Fair", "Strong", "Very strong"] }, zh: { ...common.zh, length: "长度", lower: "小写字母", upper: "大写字母", digits: "数字", symbols: "符号", renew: "重新生成", past: "历史", levels: ["弱", "一般", "强", "非常强"] } },
    run: password,
  });
  Modes.add("palette", {
    names: /palette|colou?r|配色|调色|色板|颜色/i,
    defaults: { count: 5, scheme: "analogous" },
    words: { en: { ...common.en, fresh: "New colours", css: "Copy as CSS", lock: "Keep this colour", space: "Space makes new colours; click a code to copy it.", analogous: "Analogous", complementary: "Complementary", triadic: "Triadic", mono: "One hue", random: "Random" }, zh: { ...common.zh, fresh: "换一组", css: "复制 CSS", lock: "锁定颜色", space: "按空格换一组颜色，点击色号复制。", analogous: "邻近色", complementary: "互补色", triadic: "三等分", mono: "单色", random: "随机" } },
    run: palette,
  });
})();
