// Tools that make a picture to keep: QR codes and memes.
"use strict";

(function () {
  const { Kit, Modes, Tool, QrCode } = window, { make, text, item } = Kit, { sign } = Tool;
  const EMOJI = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", system-ui, sans-serif';
  const QUIET = 4; // the light edge that a code needs, in modules
  const ROOMY = 5; // the least version that still reads with an emoji over its middle

  const keep = (canvas, name) => canvas.toBlob((blob) => { if (blob) Kit.download(name, blob, "image/png"); });
  const shown = (list, names) => list.map((one) => ({ value: one, label: names[one] || one }));
  const field = (label, value, act, props = {}) => make("label", {}, label, make("input", { value, oninput: (event) => act(event.target.value), ...props }));

  // ---- QR codes ----
  const escape = (words) => words.replace(/[\\;,:"]/g, "\\$&");
  // What is asked for of each type, and the text that telephones know.
  const FORMS = {
    text: { asks: [], say: (words) => words },
    wifi: { asks: ["network", "secret"], say: (_, said) => `WIFI:T:${said.secret ? "WPA" : "nopass"};S:${escape(said.network)};P:${escape(said.secret)};;` },
    mail: { asks: ["address", "subject"], say: (_, said) => `mailto:${said.address}${said.subject ? `?subject=${encodeURIComponent(said.subject)}` : ""}` },
    phone: { asks: ["number"], say: (_, said) => `tel:${said.number.replace(/[^\d+*#]/g, "")}` },
  };

  function drawCode(canvas, rows, look) {
    const size = rows.length, part = Math.max(2, Math.floor(900 / (size + QUIET * 2))), pen = canvas.getContext("2d");
    canvas.width = canvas.height = part * (size + QUIET * 2);
    pen.fillStyle = look.light;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = look.dark;
    rows.forEach((row, y) => row.forEach((on, x) => {
      if (!on) return;
      const [left, top] = [(x + QUIET) * part, (y + QUIET) * part];
      if (look.shape === "square" || QrCode.isMark(x, y, size)) return void pen.fillRect(left, top, part, part);
      pen.beginPath();
      pen.roundRect(left, top, part, part, part * (look.shape === "dots" ? 0.5 : 0.28));
      pen.fill();
    }));
    if (look.logo) drawLogo(pen, canvas.width, part * (Math.round(size * 0.08) * 2 + 1), look); // whole modules
  }
  // A small picture in the middle hides less than the correction mends.
  function drawLogo(pen, whole, wide, look) {
    pen.fillStyle = look.light;
    pen.beginPath();
    pen.roundRect((whole - wide) / 2, (whole - wide) / 2, wide, wide, wide * 0.22);
    pen.fill();
    pen.fillStyle = look.dark;
    pen.font = `${wide * 0.72}px ${EMOJI}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(look.logo, whole / 2, whole / 2 + wide * 0.05);
  }
  function svgOf(rows, look) {
    const wide = rows.length + QUIET * 2, path = rows.flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${wide}" shape-rendering="crispEdges"><path fill="${look.light}" d="M0 0h${wide}v${wide}H0z"/><path fill="${look.dark}" d="${path}"/></svg>`;
  }
  const brightness = (hex) => [1, 3, 5].reduce((sum, at, i) => sum + parseInt(hex.slice(at, at + 2), 16) * [0.299, 0.587, 0.114][i], 0);

  function qr(C, W) {
    const [first, second] = Modes.valid(C.colors, []).map(Modes.hexOf), logo = text(C.logo).trim();
    const look = { dark: first || "#14161c", light: second || "#ffffff", shape: ["square", "rounded", "dots"].find((one) => one === C.shape) || "rounded", logo: logo ? sign(logo) : "" };
    const said = { network: C.network, secret: C.password, address: "", subject: "", number: "" };
    let type = FORMS[C.type] ? C.type : "text", words = C.text || W.sample, rows = null;
    const canvas = make("canvas", { className: "qr", role: "img" }), state = make("p", { className: "state", role: "status" }), form = make("div", { className: "fields" });
    const draw = () => {
      const all = FORMS[type].say(words, said), fits = QrCode.encode(all, look.logo ? ROOMY : 1), bytes = new TextEncoder().encode(all).length;
      canvas.setAttribute("aria-label", all);
      const pale = brightness(look.light) - brightness(look.dark) < 90;
      state.className = `state ${!fits || pale ? "bad" : "good"}`;
      state.textContent = !fits ? W.tooLong : pale ? W.pale : `✓ ${bytes} / ${QrCode.most} ${W.bytes}`;
      if (fits) drawCode(canvas, (rows = fits), look);
    };
    const ask = () => {
      const area = () => { const box = Tool.area(words, 4, { className: "", aria: { label: W.text } }); box.addEventListener("input", () => { words = box.value; draw(); }); return make("label", {}, W.text, box); };
      form.replaceChildren(...(type === "text" ? [area()] : FORMS[type].asks.map((key) => field(W[key], said[key], (to) => { said[key] = to; draw(); }))));
    };
    const samples = C.examples.map((one) => item(one, "text")).filter((one) => text(one.text));
    const use = (one) => { type = "text"; words = text(one.text); types.paint(type); ask(); draw(); };
    const types = Modes.choice(shown(Object.keys(FORMS), W.types), type, (to) => { type = to; ask(); draw(); }, W.type);
    const tint = (key) => make("label", { className: "tick" }, make("span", { textContent: W[key] }), make("input", { type: "color", value: look[key], oninput: (event) => { look[key] = event.target.value; draw(); } }));
    const logoField = field(W.logo, look.logo, (to) => { look.logo = to.trim() ? sign(to) : ""; draw(); }, { maxLength: 8 });
    const saves = make("div", { className: "row" }, Modes.button(W.png, () => keep(canvas, "qr-code.png"), "primary"), Modes.button(W.svg, () => { if (rows) Kit.download("qr-code.svg", svgOf(rows, look), "image/svg+xml"); }), Tool.copier(W, () => FORMS[type].say(words, said)));
    Tool.tool(types, make("div", { className: "halves picture" }, make("div", { className: "stack" }, form, samples.length ? make("div", { className: "row" }, samples.map((one) => Modes.button(text(one.name, text(one.text)), () => use(one)))) : null, Modes.choice(shown(["square", "rounded", "dots"], W.shapes), look.shape, (to) => { look.shape = to; draw(); }, W.shape), make("div", { className: "row" }, tint("dark"), tint("light")), logoField), make("div", { className: "stack" }, canvas, state, saves)));
    ask();
    draw();
  }

  // ---- memes ----
  const WIDE = 900;
  const LOOKS = [["#ff9966", "#ff5e62"], ["#4776e6", "#8e54e9"], ["#11998e", "#38ef7d"], ["#f7971e", "#ffd200"], ["#232526", "#525a61"], ["#ee9ca7", "#ffdde1"]];

  const JOKES = {
    en: [["I will go to bed early", "3 a.m.: how do octopuses sleep"], ["It worked on my machine", "so we shipped my machine"], ["One does not simply", "close all the tabs"]],
    zh: [["今天一定早睡", "凌晨三点：章鱼怎么睡觉"], ["我就看五分钟", "两小时过去了"], ["钱包：空的", "购物车：满的"]],
  };

  function lines(pen, words, width) {
    const all = [];
    for (const line of words.split("\n")) {
      let now = "";
      for (const part of line.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/gu) || []) {
        if (now && pen.measureText(now + part).width > width) { all.push(now.trim()); now = ""; }
        now += part;
      }
      all.push(now.trim());
    }
    return all;
  }
  // As many lines, of about the same length: no word is left alone in the last.
  function balanced(pen, words, count) {
    let width = WIDE * 0.92;
    while (width > 120 && lines(pen, words, width - 20).length === count) width -= 20;
    return lines(pen, words, width);
  }
  // As large as asked, or as fits: three lines at most.
  function caption(pen, words, size, atTop) {
    if (!words.trim()) return;
    let tall = size, all = [];
    do {
      pen.font = `900 ${tall}px Impact, "Arial Black", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif`;
      all = lines(pen, words, WIDE * 0.92);
      tall -= 4;
    } while (tall > 26 && (all.length > 3 || all.some((line) => pen.measureText(line).width > WIDE * 0.94)));
    all = balanced(pen, words, all.length);
    pen.textAlign = "center";
    pen.textBaseline = atTop ? "top" : "alphabetic";
    pen.lineJoin = "round";
    pen.lineWidth = tall * 0.2;
    pen.strokeStyle = "#000";
    pen.fillStyle = "#fff";
    all.forEach((line, i) => {
      const y = atTop ? 26 + i * tall * 1.14 : WIDE - 38 - (all.length - 1 - i) * tall * 1.14;
      pen.strokeText(line, WIDE / 2, y);
      pen.fillText(line, WIDE / 2, y);
    });
  }
  function backdrop(pen, now) {
    const [from, to] = now.colors, fade = pen.createLinearGradient(0, 0, WIDE, WIDE);
    fade.addColorStop(0, from);
    fade.addColorStop(1, to);
    pen.fillStyle = fade;
    pen.fillRect(0, 0, WIDE, WIDE);
    if (now.image) {
      const { width, height } = now.image, scale = Math.max(WIDE / width, WIDE / height);
      return void pen.drawImage(now.image, (WIDE - width * scale) / 2, (WIDE - height * scale) / 2, width * scale, height * scale);
    }
    pen.font = `430px ${EMOJI}`;
    pen.fillStyle = "#fff";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(now.emoji, WIDE / 2, WIDE / 2 + 26, WIDE * 0.9);
  }

  function meme(C, W) {
    const given = C.pictures.map((one) => text(item(one, "icon").icon ?? one).trim()).filter(Boolean), pictures = given.length ? given.map(sign) : ["😼", "🐶", "🤯", "🦆", "💻", "☕"];
    const tints = Modes.valid(C.colors, []), looks = tints.length > 1 ? tints.map((one, i) => [one, tints[(i + 1) % tints.length]]) : LOOKS;
    const captions = C.captions.map((one) => item(one, "top")).filter((one) => text(one.top) || text(one.bottom));
    if (!captions.length) captions.push(...JOKES[C.lang].map(([top, bottom]) => ({ top, bottom })));
    const now = { top: C.top || text(captions[0].top), bottom: C.bottom || (C.top ? "" : text(captions[0].bottom)), emoji: pictures[0], colors: looks[0], image: null, size: Modes.clamp(C.size, 30, 120) };
    const canvas = make("canvas", { width: WIDE, height: WIDE, className: "meme", role: "img" }), pen = canvas.getContext("2d");
    const draw = () => {
      const big = (words) => (C.capitals ? words.toUpperCase() : words);
      backdrop(pen, now);
      caption(pen, big(now.top), now.size, true);
      caption(pen, big(now.bottom), now.size, false);
      canvas.setAttribute("aria-label", `${now.image ? "" : now.emoji} ${now.top} ${now.bottom}`.trim());
    };
    const inputs = ["top", "bottom"].map((key) => make("textarea", { value: now[key], rows: 2, className: "short", oninput: (event) => { now[key] = event.target.value; draw(); } }));
    const say = (one) => { [now.top, now.bottom] = [text(one.top), text(one.bottom)]; [inputs[0].value, inputs[1].value] = [now.top, now.bottom]; draw(); };
    const pick = (emoji, i) => { now.emoji = emoji; now.image = null; now.colors = looks[i % looks.length]; draw(); };
    const faces = Modes.choice(pictures.slice(0, 12), now.emoji, (to) => pick(to, pictures.indexOf(to)), W.picture);
    const chance = () => { const at = Math.floor(Math.random() * pictures.length); pick(pictures[at], Math.floor(Math.random() * looks.length)); faces.paint(pictures[at]); say(captions[Math.floor(Math.random() * captions.length)]); };
    const upload = make("input", { type: "file", accept: "image/*", className: "file", aria: { label: W.upload } });
    upload.addEventListener("change", async () => {
      try { now.image = await createImageBitmap(upload.files[0]); draw(); } catch { Kit.toast(W.noImage); }
    });
    const drop = (event) => { event.preventDefault(); if (event.dataTransfer?.files.length) { upload.files = event.dataTransfer.files; upload.dispatchEvent(new Event("change")); } };
    canvas.addEventListener("dragover", (event) => event.preventDefault());
    canvas.addEventListener("drop", drop);
    Tool.tool(make("div", { className: "halves picture" }, make("div", { className: "stack" }, make("label", {}, W.top, inputs[0]), make("label", {}, W.bottom, inputs[1]), faces, make("label", { className: "button ghost upload" }, W.upload, upload), Modes.slider(W.size, { min: 30, max: 120, value: now.size }, (to) => { now.size = to; draw(); })), make("div", { className: "stack" }, canvas, make("div", { className: "row" }, Modes.button(W.png, () => keep(canvas, "meme.png"), "primary"), Modes.button(W.chance, chance), Modes.button(W.look, () => { now.colors = looks[(looks.indexOf(now.colors) + 1) % looks.length]; now.image = null; draw(); })))));
    draw();
  }

  const common = { en: { png: "Save picture", copy: "Copy", copied: "Copied.", failed: "The browser does not allow copying here." }, zh: { png: "保存图片", copy: "复制", copied: "已复制。", failed: "浏览器不允许复制。" } };
  Modes.add("qr", {
    names: /qr|二维码/i,
    defaults: { type: "text", text: "", network: "", password: "", shape: "rounded", logo: "", examples: [] },
    words: {
      en: { ...common.en, sample: "https://example.com", text: "Text or address", type: "What it holds", types: { text: "Text or link", wifi: "Wi-Fi", mail: "E-mail", phone: "Phone" }, network: "Name of the network", secret: "Password", address: "E-mail address", subject: "Subject", number: "Phone number", shape: "Shape", shapes: { square: "Squares", rounded: "Rounded", dots: "Dots" }, dark: "Code", light: "Ground", logo: "Emoji in the middle", svg: "Save as SVG", copy: "Copy text", bytes: "bytes", tooLong: "That is too long for one code: 213 bytes at most.", pale: "Cameras may not read it: the code must be darker than its ground." },
      zh: { ...common.zh, sample: "https://example.com", text: "文字或网址", type: "内容类型", types: { text: "文字或网址", wifi: "Wi-Fi", mail: "邮件", phone: "电话" }, network: "网络名称", secret: "密码", address: "邮箱地址", subject: "主题", number: "电话号码", shape: "形状", shapes: { square: "方块", rounded: "圆角", dots: "圆点" }, dark: "前景", light: "背景", logo: "中间的表情", svg: "保存 SVG", copy: "复制内容", bytes: "字节", tooLong: "内容太长：一个二维码最多 213 字节。", pale: "可能扫不出来：前景要比背景深。" },
    },
    run: qr,
  });
  Modes.add("meme", {
    names: /meme|表情包|梗图/i,
    defaults: { top: "", bottom: "", pictures: [], captions: [], size: 84, capitals: true },
    words: {
      en: { ...common.en, top: "Text at the top", bottom: "Text at the bottom", picture: "Picture", upload: "Use a picture of your own", noImage: "That file is not a picture.", size: "Letters", chance: "Surprise me", look: "Other colours" },
      zh: { ...common.zh, top: "上面的字", bottom: "下面的字", picture: "图案", upload: "用自己的图片", noImage: "这个文件不是图片。", size: "字号", chance: "随机一个", look: "换颜色" },
    },
    run: meme,
  });
})();
