// The stage of a simulation: a canvas that fits its place, controls below, counts above, one loop.
"use strict";

(function () {
  const { $, make, colour, isObject } = window.Kit;
  const { slider, choice, button } = window.Modes;
  const nothing = () => {};
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  // Any CSS colour as [r, g, b].
  function rgb(value) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = value;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }

  // `count` colours blended along the list, as "rgb(…)" texts.
  function blend(list, count) {
    const stops = list.map(rgb);
    return Array.from({ length: count }, (_, i) => {
      const at = count < 2 ? 0 : (i / (count - 1)) * (stops.length - 1), k = Math.min(Math.floor(at), Math.max(0, stops.length - 2)), part = at - k;
      const from = stops[k], to = stops[k + 1] || from;
      return `rgb(${from.map((v, c) => Math.round(v + (to[c] - v) * part)).join(",")})`;
    });
  }

  function controls(S, bar) {
    S.button = (label, act, strong = false) => { const one = button(label, act, strong ? "chip strong" : "chip"); bar.append(one); return one; };
    S.toggle = (labels, on, act) => {
      const one = S.button("", () => set(!on), true);
      const set = (to) => { on = to; one.textContent = labels[on ? 0 : 1]; act(on); };
      set(on);
      return { set, get on() { return on; } };
    };
    S.check = (label, on, act) => {
      const one = S.button(label, () => { on = !on; one.setAttribute("aria-pressed", on); act(on); });
      one.setAttribute("aria-pressed", on);
      return one;
    };
    S.slider = (label, facts, act) => { const one = slider(label, facts, act); bar.append(one); return one; };
    S.choice = (options, value, act, label) => { const one = choice(options, value, act, label); bar.append(one); return one; };
  }

  function pointers(S, canvas) {
    S.pointer = ({ down = () => {}, move = () => {}, up = () => {} }) => {
      let pressed = false;
      const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
      canvas.addEventListener("pointerdown", (event) => {
        pressed = true;
        try { canvas.setPointerCapture(event.pointerId); } catch { /* a made-up pointer */ }
        down(...at(event), event);
      });
      canvas.addEventListener("pointermove", (event) => move(...at(event), pressed, event));
      for (const end of ["pointerup", "pointercancel", "pointerleave"]) canvas.addEventListener(end, (event) => {
        if (end === "pointerleave" && pressed && canvas.hasPointerCapture?.(event.pointerId)) return;
        up(...at(event), pressed, event);
        pressed = false;
      });
      canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    };
  }

  function Stage(C, W, { background = "#0b0f1a", resize = () => {} } = {}) {
    const canvas = make("canvas", { tabIndex: 0, aria: { label: C.title || "Canvas" } }), ctx = canvas.getContext("2d");
    const stats = make("div", { className: "stats" }), bar = make("div", { className: "controls" }), hint = make("p", { className: "hint", textContent: W.hint || "", hidden: !W.hint });
    const view = make("div", { className: "view" }, canvas, stats, hint);
    $("#app").prepend(make("section", { className: "panel stage" }, view, bar));
    const S = { canvas, ctx, view, bar, width: 0, height: 0, background: colour(C.background, background) };
    view.style.background = S.background;
    controls(S, bar);
    pointers(S, canvas);
    canvas.addEventListener("pointerdown", () => hint.classList.add("gone"), { once: true });
    S.stat = (label) => {
      const value = make("b", { textContent: "0" });
      stats.append(make("span", {}, `${label} `, value));
      return (to) => { const words = String(to); if (value.textContent !== words) value.textContent = words; };
    };
    const fit = () => {
      const box = view.getBoundingClientRect(), scale = Math.min(devicePixelRatio || 1, 2);
      if (box.width < 10 || (Math.round(box.width) === S.width && Math.round(box.height) === S.height)) return;
      S.width = Math.round(box.width);
      S.height = Math.round(box.height);
      canvas.width = S.width * scale;
      canvas.height = S.height * scale;
      ctx.setTransform(scale, 0, 0, scale, 0, 0);
      S.resized();
    };
    S.resized = nothing;
    S.loop = (step) => {
      const { resized } = S;
      S.resized = resized === nothing ? resize : resized;
      resize();
      let last = performance.now();
      const frame = (now) => {
        step(Math.min(0.05, (now - last) / 1000), now / 1000);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    };
    S.clear = (alpha = 1) => {
      ctx.globalAlpha = alpha;
      ctx.fillStyle = S.background;
      ctx.fillRect(0, 0, S.width, S.height);
      ctx.globalAlpha = 1;
    };
    fit();
    new ResizeObserver(fit).observe(view);
    return S;
  }

  // What a list of CONTENT names, as { value, label }: ids, or { id, name }, of those that exist.
  function named(list, known, words) {
    const all = list.map((one) => { const id = String(isObject(one) ? one.id ?? one.value ?? one.name : one).toLowerCase().trim(); return { value: id, label: (isObject(one) && (one.name || one.label)) || words[id] || id }; });
    const good = all.filter((one) => known.includes(one.value));
    return good.length ? good : known.map((id) => ({ value: id, label: words[id] || id }));
  }

  Object.assign(window, { Stage: Object.assign(Stage, { rgb, blend, named }) });
})();
