// Runs in a page before its own scripts, in the page check alone: counts what the page does, and
// answers the check's questions through one hidden object. It changes nothing that a page sees.
(() => {
  "use strict";
  if (window !== window.top || window.__atelierCheck) return;
  const CONTROLS = "button, [role=button], input:not([type=hidden]), select, textarea, summary";
  const START = /^\W*(re)?(start|play|begin|go|enter|continue|launch|tap|click|press|ok|new game|let'?s)\b|开始|继续|进入|启动|开启|点击|新游戏|出发|确定|開始|繼續|進入/i;
  const PRESS = /(press|hit|tap)[^.\n]{0,24}\b(space|enter|return|any key)|按[^。\n]{0,10}(键|鍵|空格|回车|space|enter)/i;
  const KEYS = ["keydown", "keyup", "keypress"];
  const POINTER = ["mousemove", "mousedown", "mouseup", "click", "pointermove", "pointerdown",
    "pointerup", "touchstart", "touchmove", "wheel", "dblclick", "mouseenter", "mouseover"];
  const LINES = 60; // of each kind of console line; more are only counted
  const handled = new WeakSet(); // controls that a script listens to
  const listens = new Map(); // type -> how many on something that is no control
  const contexts = [];
  const refused = new Set();
  const shaders = [];
  const programs = [];
  const audio = [];
  const lines = {};
  let frames = 0, played = 0, playedEarly = 0, changes = 0;
  let settled = null; // nodes that change by themselves
  let observer = null;
  const realFrame = window.requestAnimationFrame.bind(window);
  const wrap = (owner, name, make) => {
    const real = owner && owner[name];
    if (typeof real === "function") owner[name] = make(real);
  };

  wrap(EventTarget.prototype, "addEventListener", (real) => function (type, ...rest) {
    const control = this instanceof Element && this.matches(CONTROLS + ", a");
    if (control && /^(click|input|change|submit|pointer|mouse|touch)/.test(type)) handled.add(this);
    if (!control) listens.set(type, (listens.get(type) || 0) + 1);
    return real.call(this, type, ...rest);
  });
  wrap(window, "requestAnimationFrame", () => (callback) => { frames += 1; return realFrame(callback); });
  for (const kind of ["log", "info", "debug", "warn", "error", "trace", "dir", "table", "assert"])
    wrap(console, kind, (real) => (...words) => {
      if (kind === "assert" && words[0]) return;
      lines[kind] = (lines[kind] || 0) + 1;
      if (lines[kind] <= LINES) real.apply(console, words);
    });

  wrap(HTMLCanvasElement.prototype, "getContext", (real) => function (kind, ...rest) {
    const context = real.call(this, kind, ...rest);
    if (!/webgl/.test(kind)) return context;
    if (!context) refused.add(this);
    else if (!contexts.includes(context)) { contexts.push(context); refused.delete(this); }
    return context;
  });
  for (const name of ["WebGLRenderingContext", "WebGL2RenderingContext"]) {
    const owner = window[name] && window[name].prototype;
    wrap(owner, "linkProgram", (real) => function (program) {
      real.call(this, program);
      if (programs.length > 4 || this.isContextLost()) return;
      if (!this.getProgramParameter(program, this.LINK_STATUS))
        programs.push(this.getProgramInfoLog(program) || "The program does not link.");
    });
    wrap(owner, "compileShader", (real) => function (shader) {
      real.call(this, shader);
      if (shaders.length > 4 || this.isContextLost()) return;
      if (!this.getShaderParameter(shader, this.COMPILE_STATUS))
        shaders.push(this.getShaderInfoLog(shader) || "The shader does not compile.");
    });
  }

  const gesture = () => !!(navigator.userActivation && navigator.userActivation.hasBeenActive);
  for (const name of ["AudioContext", "webkitAudioContext"]) {
    if (!window[name]) continue;
    window[name] = new Proxy(window[name], {
      construct(target, words, self) {
        const context = Reflect.construct(target, words, self);
        audio.push({ context, early: !gesture(), woken: false });
        return context;
      },
    });
  }
  // Headless Chromium lets every sound play: whether a real one would is told by who resumes it.
  wrap(window.BaseAudioContext && window.AudioContext.prototype, "resume", (real) => function () {
    for (const one of audio) if (one.context === this && gesture()) one.woken = true;
    return real.call(this);
  });
  wrap(HTMLMediaElement.prototype, "play", (real) => function () {
    played += 1;
    if (!gesture()) playedEarly += 1;
    return real.call(this);
  });

  const box = (node) => node.getBoundingClientRect();
  const seen = (node) => {
    const at = box(node);
    if (at.width < 4 || at.height < 4) return false;
    return node.checkVisibility ? node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) : true;
  };
  const inView = (at) => at.bottom > 0 && at.right > 0 && at.top < innerHeight && at.left < innerWidth;
  const label = (node) => (node.innerText || (node.labels && node.labels[0] && node.labels[0].innerText)
    || (/^(range|checkbox|radio|color|number)$/.test(node.type) ? "" : node.value) || node.ariaLabel || node.placeholder || node.name
    || node.id || node.tagName.toLowerCase()).trim().replace(/\s+/g, " ").slice(0, 40);
  const spot = (node) => {
    const at = box(node);
    const x = Math.min(Math.max(at.left + at.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(at.top + at.height / 2, 1), innerHeight - 2);
    return { x, y };
  };
  const named = (node) => {
    const kind = node.tagName.toLowerCase();
    const first = typeof node.className === "string" && node.className.trim().split(/\s+/)[0];
    return kind + (node.id ? "#" + node.id : first ? "." + first : "");
  };
  const listensTo = (types) => {
    const owners = [window, document, document.body, ...document.querySelectorAll("canvas, svg, main, div")].slice(0, 400);
    return types.some((type) => listens.get(type)
      || owners.some((owner) => owner && typeof owner["on" + type] === "function"));
  };
  // Handlers in the markup that call what no script defines: found without clicking them.
  const orphans = () => {
    const found = [];
    for (const node of document.querySelectorAll("[onclick], [oninput], [onchange], [onsubmit]")) {
      const text = ["onclick", "oninput", "onchange", "onsubmit"].map((name) => node.getAttribute(name)).find(Boolean);
      const name = /^\s*(?:return\s+)?([A-Za-z_$][\w$]*)\s*\(/.exec(text || "")?.[1];
      if (!name || name in node || name in document || /^(if|for|while|function|switch)$/.test(name)) continue;
      try {
        if ((0, eval)(`typeof ${name}`) === "undefined") found.push({ name, label: label(node) });
      } catch { /* declared, and not set yet */ }
      if (found.length > 3) break;
    }
    return found;
  };
  let listed = [];

  const uniform = (canvas) => { // a 2d canvas of one colour; WebGL is judged by its picture
    try {
      const small = document.createElement("canvas");
      small.width = small.height = 48;
      const brush = small.getContext("2d", { willReadFrequently: true });
      brush.drawImage(canvas, 0, 0, 48, 48);
      const data = new Uint32Array(brush.getImageData(0, 0, 48, 48).data.buffer);
      return data.every((pixel) => pixel === data[0]);
    } catch { return null; }
  };

  const clipped = (node) => { // cut off or scrolled by something around it, on purpose
    for (let up = node; up && up !== document.body && up !== document.documentElement; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (/auto|scroll|hidden|clip/.test(style.overflowX) && up !== node) return true;
      if (style.position === "fixed" || (style.transform !== "none" && up !== node)) return true;
      if (up.getAnimations && up.getAnimations().length) return true;
    }
    return false;
  };

  window.__atelierCheck = Object.freeze({
    facts() {
      const animations = document.getAnimations ? document.getAnimations().filter((one) => one.playState === "running") : [];
      return {
        ready: document.readyState, title: document.title.slice(0, 200), frames,
        endless: animations.some((one) => { const t = one.effect && one.effect.getComputedTiming(); return t && t.iterations === Infinity; }),
        animated: animations.length, video: document.querySelectorAll("video").length,
        text: (document.body ? document.body.innerText : "").trim().length,
        nodes: document.getElementsByTagName("*").length,
        keys: listensTo(KEYS), pointer: listensTo(POINTER),
        webgl: contexts.length, refused: refused.size, shaders: [...shaders], programs: [...programs],
        lines: { ...lines }, played, playedEarly,
        audio: audio.length, orphans: orphans(),
        silent: audio.filter((one) => one.early && !one.woken && one.context.state !== "closed").length,
        lost: contexts.filter((one) => one.isContextLost()).length,
        glErrors: contexts.filter((one) => !one.isContextLost() && one.getError()).length,
        canvases: [...document.querySelectorAll("canvas")].filter(seen).slice(0, 8).map((canvas) => {
          const at = box(canvas);
          const gl = contexts.some((one) => one.canvas === canvas);
          return { name: named(canvas), x: at.left, y: at.top, width: at.width, height: at.height,
            gl, uniform: gl ? null : uniform(canvas) };
        }),
        press: PRESS.test(document.body ? document.body.innerText.slice(0, 4000) : ""),
      };
    },
    offers() { // what can be used, shown now or later, and the longest row of like things
      const kinds = { range: "slider", search: "search", checkbox: "tick", radio: "tick", button: "button", submit: "button", reset: "button" };
      const kindOf = (node) => node.matches("a") ? "link" : node.matches("select") ? "list" : node.matches("textarea") ? "field"
        : node.matches("input") ? kinds[node.type] || "field" : "button";
      const written = (node) => node.matches("input:not([type=button], [type=submit]), textarea, select")
        ? node.labels?.[0]?.innerText : label(node);
      const called = (node) => [written(node), node.getAttribute("aria-label"), node.title, node.placeholder, node.name, node.id]
        .filter((one) => typeof one === "string" && one).join(" ").replace(/\s+/g, " ").slice(0, 80);
      const rows = new Map();
      for (const node of [...document.querySelectorAll("body *")].slice(0, 4000)) {
        if (/^(BR|OPTION|SCRIPT|STYLE)$/.test(node.tagName) || (node.textContent || "").trim().length < 15 || !seen(node)) continue;
        const row = rows.get(node.parentElement) || rows.set(node.parentElement, new Map()).get(node.parentElement);
        const kind = `${node.tagName}.${node.classList[0] || ""}`;
        row.set(kind, (row.get(kind) || 0) + 1);
      }
      return {
        controls: [...document.querySelectorAll(`${CONTROLS}, a[href]`)].slice(0, 80).map((node) => `${kindOf(node)}: ${called(node)}`),
        alike: Math.max(0, ...[...rows.values()].flatMap((row) => [...row.values()])),
      };
    },
    start() { // where to click to begin, if something asks for it
      const buttons = [...document.querySelectorAll("button, [role=button], input[type=button], input[type=submit], a[href^='#'], [onclick], [id*=start i], [class*=start i]")];
      const found = buttons.find((node) => seen(node) && inView(box(node)) && !node.disabled
        && label(node).length < 32 && START.test(label(node)));
      return found ? { ...spot(found), label: label(found) } : null;
    },
    controls(limit) {
      listed = [...document.querySelectorAll(CONTROLS)]
        .filter((node) => !node.disabled && seen(node) && !/^(file|submit-nothing)$/.test(node.type || "")).slice(0, limit);
      return listed.map((node) => ({ label: label(node), tag: node.tagName.toLowerCase(), type: node.type || "",
        handled: handled.has(node) || !!(node.onclick || node.oninput || node.onchange) }));
    },
    aim(index) { // bring a control into view; where it is now, or null when it is gone or covered
      const node = listed[index];
      if (!node || !node.isConnected || node.disabled || !seen(node)) return null;
      if (!inView(box(node))) node.scrollIntoView({ block: "center", behavior: "instant" });
      const at = spot(node);
      const top = document.elementFromPoint(at.x, at.y);
      return top && (node.contains(top) || top.contains(node) || top.closest("label")) ? at : null;
    },
    bare() { // a place on the largest canvas in view, else one that is no link and no control
      const canvas = [...document.querySelectorAll("canvas")].filter((node) => seen(node) && inView(box(node)))
        .sort((a, b) => box(b).width * box(b).height - box(a).width * box(a).height)[0];
      const places = canvas ? [spot(canvas)] : [];
      for (const [x, y] of [[0.5, 0.5], [0.5, 0.7], [0.3, 0.6], [0.7, 0.4], [0.1, 0.5], [0.95, 0.9]])
        places.push({ x: innerWidth * x, y: innerHeight * y });
      return places.find(({ x, y }) => {
        const top = document.elementFromPoint(x, y);
        return top && !top.closest(CONTROLS + ", a, label");
      }) || null;
    },
    choose(index) { // the next value of a list or a slider, as a hand would set it
      const node = listed[index];
      if (node.tagName === "SELECT") node.selectedIndex = (node.selectedIndex + 1) % Math.max(node.options.length, 1);
      else if (node.type === "range") node.value = Number(node.value) < Number(node.max || 100) ? node.max || 100 : node.min || 0;
      else if (node.type === "color") node.value = "#3366cc";
      else return;
      for (const type of ["input", "change"]) node.dispatchEvent(new Event(type, { bubbles: true }));
    },
    watch() { // from now on, note what changes by itself
      settled = new WeakSet();
      changes = 0;
      if (observer) return;
      observer = new MutationObserver((records) => {
        for (const { target } of records) {
          if (settled === null || settled.has(target)) continue;
          if (observer.counting) changes += 1; else settled.add(target);
        }
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    count() { if (observer) observer.counting = true; changes = 0; return scrollY; },
    changed() { return { changes, scroll: scrollY, active: !!document.activeElement }; },
    rest() { if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur(); },
    rate(ms) {
      return new Promise((done) => {
        const began = performance.now();
        let count = 0;
        const asked = frames;
        const step = (now) => {
          if (now - began >= ms) done({ fps: Math.round(count / ((now - began) / 1000) * 10) / 10, own: frames > asked });
          else { count += 1; realFrame(step); }
        };
        realFrame(step);
      });
    },
    overflow() { // what reaches beyond the right edge: the outermost, and by how much
      const width = document.documentElement.clientWidth;
      const scrolls = Math.max(document.documentElement.scrollWidth, document.body ? document.body.scrollWidth : 0) - width;
      const found = [];
      for (const node of document.body ? document.body.querySelectorAll("*") : []) {
        const at = box(node);
        if (at.right <= width + 3 || at.width < 4 || at.height < 4 || !seen(node)) continue;
        const words = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
        if (!(scrolls > 3) && !words && !node.matches(CONTROLS)) continue;
        if (clipped(node)) continue;
        found.push({ name: named(node), text: label(node), by: Math.round(at.right - width), words });
        if (found.length > 60) break;
      }
      const deepest = found.sort((a, b) => b.by - a.by)[0];
      return deepest ? { ...deepest, scrolls } : scrolls > 3 ? { name: "body", text: "", by: scrolls, words: false, scrolls } : null;
    },
  });
})();
//# sourceURL=atelier:check
