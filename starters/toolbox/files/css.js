// Tools that make a line of CSS to copy: gradients and shadows.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $ } = Kit;

  function colour(label, value, act) {
    return make("label", { className: "slide colour" }, make("span", { textContent: label }), make("input", { type: "color", value, aria: { label }, oninput: (event) => act(event.target.value) }));
  }

  // A picture of the value above, its controls, and the code with a button to copy it.
  function bench(W, show, controls, css, extra = []) {
    const stage = make("div", { className: "css-stage" }), code = make("code", { className: "secret code css-code" });
    const draw = () => { code.textContent = css(); show(stage); };
    const copy = Modes.button(W.copy, async () => Kit.toast((await Modes.copy(code.textContent)) ? W.copied : W.failed), "primary");
    $("#app").replaceChildren(make("section", { className: "panel tool" }, stage, ...controls(draw), code, make("div", { className: "row" }, copy, ...extra.map(([label, act]) => Modes.button(label, () => { act(); bench(W, show, controls, css, extra); })))));
    draw();
  }

  function gradient(C, W) {
    const colors = Modes.valid(C.colors, ["#ff6b6b", "#5f3dc4"]).map(Modes.hexOf).slice(0, 5), KINDS = ["linear", "radial", "conic"];
    if (colors.length < 2) colors.push("#ffffff");
    const stops = colors.map((_, i) => Math.round((i * 100) / (colors.length - 1)));
    let type = KINDS.find((kind) => kind === C.type) || "linear", angle = Modes.clamp(Math.round(C.angle), 0, 360);
    const value = () => { const list = colors.map((color, i) => `${color} ${stops[i]}%`).join(", "); return type === "linear" ? `linear-gradient(${angle}deg, ${list})` : type === "radial" ? `radial-gradient(circle, ${list})` : `conic-gradient(from ${angle}deg, ${list})`; };
    const controls = (draw) => [
      Modes.choice(KINDS.map((kind) => ({ value: kind, label: W[kind] })), type, (to) => { type = to; draw(); }, W.kind),
      Modes.slider(W.angle, { max: 360, value: angle, unit: "°" }, (to) => { angle = to; draw(); }),
      ...colors.flatMap((color, i) => [colour(`${W.color} ${i + 1}`, color, (to) => { colors[i] = to; draw(); }), Modes.slider(`${W.place} ${i + 1}`, { value: stops[i], unit: "%" }, (to) => { stops[i] = to; draw(); })]),
    ];
    const chance = () => `#${Math.floor(Math.random() * 2 ** 24).toString(16).padStart(6, "0")}`;
    const more = () => { if (colors.length < 5) { colors.push(chance()); stops.push(100); } };
    bench(W, (stage) => { stage.style.background = value(); }, controls, () => `background: ${value()};`, [[W.random, () => { colors.forEach((_, i) => { colors[i] = chance(); }); angle = Math.floor(Math.random() * 361); }], [W.swap, () => colors.reverse()], [W.more, more]]);
  }

  function shadow(C, W) {
    const at = { x: Modes.clamp(Math.round(C.x), -60, 60), y: Modes.clamp(Math.round(C.y), -60, 60), blur: Modes.clamp(Math.round(C.blur), 0, 120), spread: Modes.clamp(Math.round(C.spread), -40, 40), strength: Modes.clamp(Math.round(C.strength), 0, 100) };
    let color = Modes.hexOf(Modes.valid(C.colors, ["#1c1f3a"])[0]), inset = C.inset;
    const value = () => `${inset ? "inset " : ""}${at.x}px ${at.y}px ${at.blur}px ${at.spread}px ${color}${Math.round(at.strength * 2.55).toString(16).padStart(2, "0")}`;
    const RANGES = { x: [-60, 60], y: [-60, 60], blur: [0, 120], spread: [-40, 40], strength: [0, 100] };
    const controls = (draw) => [
      ...Object.entries(RANGES).map(([key, [min, max]]) => Modes.slider(W[key], { min, max, value: at[key], unit: key === "strength" ? "%" : "px" }, (to) => { at[key] = to; draw(); })),
      colour(W.color, color, (to) => { color = to; draw(); }),
    ];
    bench(W, (stage) => { stage.classList.add("plain"); stage.replaceChildren(make("div", { className: "css-card", style: { "box-shadow": value() } })); }, controls, () => `box-shadow: ${value()};`, [[W.inset, () => { inset = !inset; }]]);
  }

  const common = { en: { copy: "Copy the CSS", copied: "copied", failed: "The browser does not allow copying here.", color: "Colour" }, zh: { copy: "复制 CSS", copied: "已复制", failed: "浏览器不允许复制。", color: "颜色" } };
  Modes.add("gradient", {
    names: /gradient|渐变/i,
    defaults: { type: "linear", angle: 135 },
    words: { en: { ...common.en, kind: "Kind", linear: "Linear", radial: "Radial", conic: "Conic", angle: "Angle", place: "Position", random: "Surprise me", swap: "Swap", more: "Add a colour" }, zh: { ...common.zh, kind: "类型", linear: "线性", radial: "径向", conic: "锥形", angle: "角度", place: "位置", random: "随机", swap: "交换", more: "添加颜色" } },
    run: gradient,
  });
  Modes.add("shadow", {
    names: /shadow|阴影/i,
    defaults: { x: 0, y: 18, blur: 40, spread: -8, strength: 35, inset: false },
    words: { en: { ...common.en, x: "Right", y: "Down", blur: "Blur", spread: "Spread", strength: "Strength", inset: "Inside or outside" }, zh: { ...common.zh, x: "水平", y: "垂直", blur: "模糊", spread: "扩展", strength: "强度", inset: "内外切换" } },
    run: shadow,
  });
})();
