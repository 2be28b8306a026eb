// What every toy and game here shares: reading CONTENT safely, colours, canvas, input, particles.
const Kit = (() => {
  const given = typeof CONTENT !== "undefined" && CONTENT && typeof CONTENT === "object" ? CONTENT : {};
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  const random = (low, high) => low + Math.random() * (high - low);
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  const mix = (a, b, t) => a + (b - a) * t;

  // ---- settings: CONTENT laid over the defaults, kept only where the type fits ----
  const plain = (key) => String(key).toLowerCase().replace(/[\s_-]/g, "").replace("color", "colour");

  function own(object, key) {
    if (key in object) return object[key];
    const same = Object.keys(object).find((name) => plain(name) === plain(key));
    return same === undefined ? undefined : object[same];
  }

  function asBoolean(base, value) {
    if (typeof value === "boolean") return value;
    if (typeof value === "number") return value !== 0;
    if (typeof value !== "string") return base;
    if (/^(true|yes|on|1|是|开)$/i.test(value.trim())) return true;
    return /^(false|no|off|0|none|否|关)$/i.test(value.trim()) ? false : base;
  }

  function asList(base, value) {
    let list = value;
    if (typeof value === "string") list = value.split(/\s*[,，、;]\s*/).filter(Boolean);
    else if (typeof value === "number") list = [value];
    else if (isObject(value)) list = Object.values(value);
    else if (value === false) list = [];
    if (!Array.isArray(list)) return fit(base);
    if (!base.length) return list.filter((item) => item !== null && item !== undefined);
    return list
      .filter((item) => item !== null && item !== undefined && !(isObject(base[0]) && typeof item === "number"))
      .map((item, index) => fit(base[index % base.length], item))
      .filter((item) => item !== undefined);
  }

  function asObject(base, value) {
    const keys = Object.keys(base);
    let source = value;
    if (Array.isArray(value)) {
      source = Object.fromEntries(value.slice(0, keys.length).map((item, i) => [keys[i], item]));
    } else if (!isObject(value)) {
      const first = keys.find((key) => typeof base[key] === typeof value);
      source = first === undefined ? {} : { [first]: value };
    }
    return Object.fromEntries(keys.map((key) => [key, fit(base[key], own(source, key))]));
  }

  // `base` says the type and is the answer for what is missing or does not fit.
  function fit(base, value) {
    if (Array.isArray(base)) return value === undefined || value === null ? base.map((x) => fit(x)) : asList(base, value);
    if (isObject(base)) return asObject(base, value === undefined || value === null ? {} : value);
    if (value === undefined || value === null) return base;
    if (typeof base === "number") {
      const number = typeof value === "string" ? parseFloat(value) : value;
      return typeof number === "number" && Number.isFinite(number) ? number : base;
    }
    if (typeof base === "boolean") return asBoolean(base, value);
    if (typeof base === "string") return typeof value === "string" || typeof value === "number" ? String(value) : base;
    return value;
  }

  const choice = (value, allowed, fallback = allowed[0]) => {
    const wanted = plain(value);
    return (
      allowed.find((name) => plain(name) === wanted) ||
      allowed.find((name) => wanted.includes(plain(name)) && wanted !== "") ||
      fallback
    );
  };

  // ---- colours ----
  const probe = document.createElement("canvas").getContext("2d");

  function isColour(value) {
    if (typeof value !== "string" || !value.trim()) return false;
    probe.fillStyle = "#010203";
    probe.fillStyle = value;
    return probe.fillStyle !== "#010203" || /^#010203$/i.test(value.trim());
  }

  function rgb(value) {
    probe.fillStyle = "#000";
    probe.fillStyle = value;
    const text = String(probe.fillStyle);
    if (text[0] === "#") return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
    return (text.match(/[\d.]+/g) || [0, 0, 0]).slice(0, 3).map(Number);
  }

  const colour = (value, fallback) => (isColour(value) ? value : fallback);
  const palette = (list, fallback) => {
    const good = (Array.isArray(list) ? list : []).filter(isColour);
    return good.length ? good : fallback;
  };
  const alpha = (value, a) => `rgba(${rgb(value).map(Math.round).join(",")},${a})`;
  const blend = (a, b, t) => {
    const [x, y] = [rgb(a), rgb(b)];
    return `rgb(${x.map((part, i) => Math.round(mix(part, y[i], t))).join(",")})`;
  };
  const shade = (value, by) => blend(value, by < 0 ? "#000" : "#fff", Math.abs(by));
  const light = (value) => {
    const [r, g, b] = rgb(value).map((part) => Math.pow(part / 255, 2.2));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const readable = (ink, ground, least = 4) =>
    contrast(ink, ground) >= least ? ink : light(ground) > 0.3 ? "#14161f" : "#f6f7fb";

  const FONTS = {
    rounded: 'ui-rounded, "SF Pro Rounded", "Nunito", "Quicksand", "Varela Round"',
    serif: '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Songti SC"',
    mono: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono"',
    modern: '"Avenir Next", "Segoe UI Variable Display", Inter, "Helvetica Neue"',
    playful: '"Comic Neue", "Chalkboard SE", "Comic Sans MS", ui-rounded',
  };

  // The palette as CSS variables; text that could not be read on the background is replaced.
  function theme(colours, font) {
    const root = document.documentElement.style;
    const ground = colour(colours.background, "#10121c");
    const accent = colour(colours.accent, "#7c9cff");
    const ink = readable(colour(colours.text, "#f2f4ff"), ground);
    const values = { ground, ink, accent, "on-accent": readable(ground, accent, 3.5) };
    values.panel = alpha(light(ground) > 0.4 ? "#fff" : shade(ground, 0.08), 0.9);
    values.line = alpha(ink, 0.16);
    values.quiet = alpha(ink, 0.72);
    Object.entries(values).forEach(([name, value]) => root.setProperty(`--${name}`, value));
    const family = FONTS[choice(font || "modern", Object.keys(FONTS), "modern")];
    root.setProperty("--font", `${family}, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif`);
    return { ...colours, background: ground, accent, text: ink };
  }

  // ---- the page ----
  function page(settings) {
    const chinese = /[\u4e00-\u9fff]/.test(String(given.title || ""));
    const lang = String(given.lang || (chinese ? "zh" : settings.lang || "en"));
    document.documentElement.lang = lang;
    document.title = settings.title || document.title;
    return lang.startsWith("zh") ? "zh" : "en";
  }

  function element(tag, props = {}, ...children) {
    const made = document.createElement(tag);
    Object.entries(props).forEach(([key, value]) => {
      if (key === "class") made.className = value;
      else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value);
    });
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  // A canvas over the whole window, in CSS pixels whatever the screen's density.
  function canvas(onResize) {
    const node = element("canvas", { class: "stage" });
    document.body.prepend(node);
    const view = { node, context: node.getContext("2d"), width: 0, height: 0 };
    const measure = () => {
      const density = Math.min(2, window.devicePixelRatio || 1);
      view.width = window.innerWidth;
      view.height = window.innerHeight;
      node.width = Math.round(view.width * density);
      node.height = Math.round(view.height * density);
      view.context.setTransform(density, 0, 0, density, 0, 0);
      if (onResize) onResize(view);
    };
    window.addEventListener("resize", measure);
    [view.width, view.height] = [window.innerWidth, window.innerHeight];
    queueMicrotask(measure); // once the script that asked has run to its end
    return view;
  }

  function loop(step) {
    let last = performance.now();
    const frame = (now) => {
      const dt = clamp((now - last) / 1000, 0, 0.05);
      last = now;
      step(dt, now / 1000);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  // ---- input ----
  const NAMES = {
    ArrowLeft: "left", KeyA: "left", ArrowRight: "right", KeyD: "right", ArrowUp: "up", KeyW: "up",
    ArrowDown: "down", KeyS: "down", Space: "fire", Enter: "enter", Escape: "pause", KeyP: "pause",
    KeyM: "mute", KeyR: "restart", ShiftLeft: "shift", ShiftRight: "shift",
  };
  const held = {};
  const listeners = [];
  const onPress = (hear) => listeners.push(hear);
  const press = (name, event) => listeners.forEach((hear) => hear(name, event || {}));
  const typing = (event) => /^(INPUT|TEXTAREA|SELECT)$/.test((event.target && event.target.tagName) || "");

  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    const name = NAMES[event.code] || event.key;
    const onButton = Boolean(event.target && event.target.closest && event.target.closest("button, select, input"));
    if (/^Arrow/.test(event.code) || (event.code === "Space" && !onButton)) event.preventDefault();
    const again = event.repeat;
    held[name] = true;
    press(name, { key: event.key, code: event.code, repeat: again });
  });
  window.addEventListener("keyup", (event) => {
    held[NAMES[event.code] || event.key] = false;
  });
  // A button clicked by pointer does not keep the keyboard: space belongs to the game.
  document.addEventListener("click", (event) => {
    const button = event.detail > 0 && event.target.closest ? event.target.closest("button") : null;
    if (button) button.blur();
  });
  window.addEventListener("blur", () => Object.keys(held).forEach((name) => (held[name] = false)));

  // Buttons for thumbs, shown where there is no mouse: pads({left: "←", fire: "●"}).
  function pads(labels) {
    const sides = [element("div", { class: "pad" }), element("div", { class: "pad" })];
    Object.entries(labels).forEach(([name, label]) => {
      const button = element("button", { class: "pad-key", type: "button", "aria-label": name, tabindex: "-1" }, label);
      const down = (event) => {
        event.preventDefault();
        held[name] = true;
        press(name, {});
      };
      const up = () => (held[name] = false);
      button.addEventListener("pointerdown", down);
      ["pointerup", "pointerleave", "pointercancel"].forEach((kind) => button.addEventListener(kind, up));
      sides[/left|right/.test(name) ? 0 : 1].append(button);
    });
    document.body.append(element("div", { class: "pads" }, ...sides));
  }

  function swipe(node, hear) {
    let from = null;
    node.addEventListener("pointerdown", (event) => (from = [event.clientX, event.clientY]));
    node.addEventListener("pointerup", (event) => {
      if (!from) return;
      const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
      from = null;
      if (Math.hypot(dx, dy) < 24) hear("tap", event);
      else if (Math.abs(dx) > Math.abs(dy)) hear(dx > 0 ? "right" : "left", event);
      else hear(dy > 0 ? "down" : "up", event);
    });
  }

  // ---- particles ----
  function particles(limit = 500) {
    const list = [];
    return {
      list,
      burst(x, y, tint, count = 14, speed = 180, size = 3) {
        for (let i = 0; i < count && list.length < limit; i++) {
          const turn = Math.random() * Math.PI * 2;
          const by = speed * (0.25 + Math.random());
          list.push({ x, y, vx: Math.cos(turn) * by, vy: Math.sin(turn) * by, size: size * random(0.5, 1.4), tint, life: 1, fade: random(1.2, 2.4) });
        }
      },
      text(x, y, text, tint) {
        list.push({ x, y, vx: 0, vy: -55, text: String(text), tint, life: 1, fade: 1.1, size: 18 });
      },
      step(dt, gravity = 0) {
        for (let i = list.length - 1; i >= 0; i--) {
          const p = list[i];
          p.life -= p.fade * dt;
          p.vy += p.text ? 0 : gravity * dt;
          p.x += p.vx * dt;
          p.y += p.vy * dt;
          if (p.life <= 0) list.splice(i, 1);
        }
      },
      draw(context) {
        context.save();
        list.forEach((p) => {
          context.globalAlpha = clamp(p.life, 0, 1);
          context.fillStyle = p.tint;
          if (p.text) {
            context.font = `700 ${p.size}px ${getComputedStyle(document.documentElement).getPropertyValue("--font")}`;
            context.textAlign = "center";
            context.fillText(p.text, p.x, p.y);
          } else {
            context.beginPath();
            context.arc(p.x, p.y, Math.max(0.4, p.size * p.life), 0, 7);
            context.fill();
          }
        });
        context.restore();
      },
    };
  }

  function roundRect(context, x, y, w, h, r) {
    const corner = Math.max(0, Math.min(r, w / 2, h / 2));
    context.beginPath();
    context.moveTo(x + corner, y);
    context.arcTo(x + w, y, x + w, y + h, corner);
    context.arcTo(x + w, y + h, x, y + h, corner);
    context.arcTo(x, y + h, x, y, corner);
    context.arcTo(x, y, x + w, y, corner);
    context.closePath();
  }

  /** The emoji of an icon that came with words ("Piano 🎹"), else its first letter. */
  const sign = (words) => (String(words).match(/\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u) || [[...String(words).trim()][0] || ""])[0];

  function emoji(context, text, x, y, size) {
    context.font = `${size}px system-ui, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, x, y + size * 0.06);
  }

  return {
    settings: (defaults) => fit(defaults, given), given, fit, choice, clamp, random, pick, mix,
    isColour, colour, palette, alpha, blend, shade, light, readable, rgb, theme, page, element, canvas, loop,
    held, onPress, press, pads, swipe, particles, roundRect, emoji, sign,
  };
})();
