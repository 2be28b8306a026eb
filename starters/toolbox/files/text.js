// Tools for text: a counter, regular expressions, JSON, Base64, big letters.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text } = Kit;
  const area = (value, rows = 7, props = {}) => make("textarea", { value, rows, spellcheck: false, className: "code", ...props });
  const tool = (...inside) => { const box = make("section", { className: "panel tool" }, ...inside); $("#app").replaceChildren(box); return box; };
  const copier = (W, words) => Modes.button(W.copy, async () => Kit.toast((await Modes.copy(words())) ? W.copied : W.failed));

  function counter(C, W) {
    const field = area(C.text || W.sample, 9, { className: "", placeholder: W.placeholder }), grid = make("div", { className: "facts" }), often = make("div", { className: "row often" });
    const count = () => {
      const all = field.value, letters = [...all], cjk = all.match(/[\u3400-\u9fff]/g) || [], latin = all.match(/[\p{L}\p{N}’'-]+/gu)?.filter((word) => !/[\u3400-\u9fff]/.test(word)) || [], words = latin.length + cjk.length;
      const rows = [["characters", letters.length], ["noSpaces", letters.filter((c) => !/\s/.test(c)).length], ["words", words], ["sentences", (all.match(/[^.!?。！？]+[.!?。！？]+/g) || (all.trim() ? [1] : [])).length], ["paragraphs", all.split(/\n\s*\n|\n/).filter((line) => line.trim()).length], ["reading", `${Math.max(words ? 1 : 0, Math.ceil(words / (cjk.length > latin.length ? 400 : 220)))} min`]];
      grid.replaceChildren(...rows.map(([key, value]) => make("div", { className: "fact" }, make("b", { textContent: value }), make("span", { textContent: W[key] }))));
      const seen = new Map();
      for (const word of latin) if (word.length > 3) seen.set(word.toLowerCase(), (seen.get(word.toLowerCase()) || 0) + 1);
      often.replaceChildren(...[...seen].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([word, n]) => make("span", { className: "chip", textContent: `${word} × ${n}` })));
    };
    field.addEventListener("input", count);
    const cases = [[W.upper, (s) => s.toUpperCase()], [W.lower, (s) => s.toLowerCase()], [W.trim, (s) => s.replace(/[ \t]+/g, " ").replace(/\n{3,}/g, "\n\n").trim()], [W.clear, () => ""]];
    tool(grid, field, often, make("div", { className: "row" }, cases.map(([label, change]) => Modes.button(label, () => { field.value = change(field.value); count(); })), copier(W, () => field.value)));
    count();
  }

  function regex(C, W) {
    const pattern = make("input", { value: C.pattern, className: "code", spellcheck: false, aria: { label: W.pattern } }), field = area(C.text || W.sample, 6, { aria: { label: W.text } }), marked = make("div", { className: "marked code" }), list = make("ol", { className: "matches" }), state = make("p", { className: "state", role: "status" });
    const flags = new Set(C.flags.replace(/[^gimsu]/g, "") || "g");
    const look = () => {
      let expression;
      try { expression = new RegExp(pattern.value, [...new Set([...flags, "g"])].join("")); } catch (error) {
        state.className = "state bad"; state.textContent = `${W.invalid} ${error.message}`; marked.textContent = field.value; list.replaceChildren(); return;
      }
      const found = pattern.value ? [...field.value.matchAll(expression)].slice(0, flags.has("g") ? 500 : 1) : [];
      let from = 0;
      const parts = [];
      found.forEach((match, i) => { parts.push(field.value.slice(from, match.index), make("mark", { className: i % 2 ? "odd" : "", textContent: match[0] })); from = match.index + match[0].length; });
      marked.replaceChildren(...parts, field.value.slice(from));
      state.className = `state ${found.length ? "good" : ""}`;
      state.textContent = `${found.length} ${W.matches}`;
      list.replaceChildren(...found.slice(0, 30).map((match) => make("li", {}, make("code", { textContent: match[0] || "∅" }), ` @${match.index}`, match.slice(1).map((group, i) => make("small", { textContent: `  $${i + 1}: ${group ?? "–"}` })))));
    };
    const toggles = ["g", "i", "m", "s", "u"].map((flag) => { const one = Modes.button(flag, () => { flags[flags.has(flag) ? "delete" : "add"](flag); one.setAttribute("aria-pressed", flags.has(flag)); look(); }); one.setAttribute("aria-pressed", flags.has(flag)); one.title = W[`flag_${flag}`]; return one; });
    const samples = C.examples.map((value) => Kit.item(value, "pattern")).filter((one) => text(one.pattern)).map((one) => Modes.button(text(one.name, text(one.pattern)), () => { pattern.value = text(one.pattern); if (text(one.text)) field.value = text(one.text); look(); }));
    for (const input of [pattern, field]) input.addEventListener("input", look);
    tool(make("div", { className: "row pattern" }, make("b", { textContent: "/" }), pattern, make("b", { textContent: "/" }), toggles), samples.length ? make("div", { className: "row" }, samples) : null, make("div", { className: "halves" }, make("div", {}, make("label", { textContent: W.text }), field), make("div", {}, make("label", { textContent: W.result }), marked)), state, list);
    look();
  }

  // Two fields and what turns the one into the other.
  function convert(C, W, sample, steps) {
    const from = area(C.text || sample, 9, { aria: { label: W.text } }), to = area("", 9, { readOnly: true, aria: { label: W.result } }), state = make("p", { className: "state", role: "status" });
    let step = steps[0];
    const go = () => {
      try { to.value = step.act(from.value); state.className = "state good"; state.textContent = `✓ ${[...to.value].length} ${W.characters}`; } catch (error) { to.value = ""; state.className = "state bad"; state.textContent = `${W.invalid} ${error.message}`; }
    };
    from.addEventListener("input", go);
    tool(Modes.choice(steps.map((one) => ({ value: one, label: one.label })), step, (one) => { step = one; go(); }), make("div", { className: "halves" }, make("div", {}, make("label", { textContent: W.text }), from), make("div", {}, make("label", { textContent: W.result }), to)), state, make("div", { className: "row" }, copier(W, () => to.value), Modes.button(W.swap, () => { if (to.value) from.value = to.value; go(); })));
    go();
  }
  const bytes = (words) => btoa(String.fromCharCode(...new TextEncoder().encode(words)));
  const unbytes = (words) => new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(words.trim()), (c) => c.charCodeAt(0)));

  const MORSE = { a: ".-", b: "-...", c: "-.-.", d: "-..", e: ".", f: "..-.", g: "--.", h: "....", i: "..", j: ".---", k: "-.-", l: ".-..", m: "--", n: "-.", o: "---", p: ".--.", q: "--.-", r: ".-.", s: "...", t: "-", u: "..-", v: "...-", w: ".--", x: "-..-", y: "-.--", z: "--..", 0: "-----", 1: ".----", 2: "..---", 3: "...--", 4: "....-", 5: ".....", 6: "-....", 7: "--...", 8: "---..", 9: "----." };
  const LETTERS = Object.fromEntries(Object.entries(MORSE).map(([letter, code]) => [code, letter]));
  const morse = (words) => [...words.toLowerCase()].map((c) => (c === " " ? "/" : MORSE[c] || "")).filter(Boolean).join(" ");
  const unmorse = (codes) => codes.split(/\s*\/\s*/).map((word) => word.split(/\s+/).map((code) => LETTERS[code] || "").join("")).join(" ");

  // Letters drawn large: the browser draws them, their pixels become characters.
  function ascii(C, W) {
    const field = make("input", { value: C.text || W.big, maxLength: 24, aria: { label: W.text } }), out = make("pre", { className: "big code" }), pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    let fill = text(C.fill, "█") || "█", tall = Modes.clamp(C.height, 6, 30);
    const draw = () => {
      const words = field.value || " ", shades = [...fill];
      pen.font = "bold 40px 'Noto Sans SC', monospace";
      const width = Math.ceil(pen.measureText(words).width) + 2, ratio = tall / 46, columns = Math.max(1, Math.round(width * ratio * 1.9));
      pen.canvas.width = columns; pen.canvas.height = tall;
      pen.setTransform(ratio * 1.9, 0, 0, ratio, 0, 0);
      pen.font = "bold 40px 'Noto Sans SC', monospace";
      pen.textBaseline = "top";
      pen.fillText(words, 1, 4);
      const { data } = pen.getImageData(0, 0, columns, tall), lines = [];
      for (let y = 0; y < tall; y++) lines.push(Array.from({ length: columns }, (_, x) => { const ink = data[(y * columns + x) * 4 + 3]; return ink > 105 ? shades[Math.min(shades.length - 1, Math.floor(((255 - ink) / 151) * shades.length))] : " "; }).join("").trimEnd());
      out.textContent = lines.join("\n").replace(/^\n+|\n+$/g, "");
      out.style.setProperty("--columns", Math.max(...lines.map((line) => line.length), 10));
    };
    field.addEventListener("input", draw);
    tool(field, Modes.choice(["█", "#", "@", "*", "█▓▒", "o", "/"].map((value) => ({ value, label: value })), fill, (to) => { fill = to; draw(); }), Modes.slider(W.height, { min: 6, max: 30, value: tall }, (to) => { tall = to; draw(); }), out, make("div", { className: "row" }, copier(W, () => out.textContent)));
    draw();
  }

  const LARGE = [..."零壹贰叁肆伍陆柒捌玖"], UNITS = ["", "拾", "佰", "仟"], GROUPS = ["", "万", "亿", "万亿"];
  const ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" "), TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const groups = (digits, size) => { const all = []; for (let end = digits.length; end > 0; end -= size) all.unshift(digits.slice(Math.max(0, end - size), end)); return all; };

  // 1024.5 -> 壹仟零贰拾肆元伍角: zeros between digits are said once, those at a group's end not at all.
  function yuan(whole, jiao, fen) {
    const said = groups(whole, 4).reduce((out, group, i, all) => {
      let part = [...group].map((digit, j) => (digit === "0" ? "零" : LARGE[digit] + UNITS[group.length - 1 - j])).join("").replace(/零+/g, "零").replace(/零$/, "");
      if (!Number(group)) return out;
      if (!out) part = part.replace(/^零/, "");
      else if (all[i - 1].endsWith("0") && part[0] !== "零") part = `零${part}`;
      return out + part + GROUPS[all.length - 1 - i];
    }, "");
    const cents = (jiao ? `${LARGE[jiao]}角` : fen && said ? "零" : "") + (fen ? `${LARGE[fen]}分` : "");
    return `${said ? `${said}元` : cents ? "" : "零元"}${cents || "整"}${cents && !fen ? "整" : ""}`;
  }
  function english(whole) {
    const small = (n) => (n < 20 ? ONES[n] : n < 100 ? TENS[Math.floor(n / 10) - 2] + (n % 10 ? `-${ONES[n % 10]}` : "") : `${ONES[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${small(n % 100)}` : ""}`);
    const all = groups(whole, 3), scale = ["", " thousand", " million", " billion", " trillion"];
    return all.map((group, i) => (Number(group) ? small(Number(group)) + scale[all.length - 1 - i] : "")).filter(Boolean).join(" ") || "zero";
  }

  function inWords(cents, chinese) {
    const whole = String(cents / 100n), rest = Number(cents % 100n);
    return chinese ? yuan(whole === "0" ? "" : whole, Math.floor(rest / 10), rest % 10) : `${english(whole)}${rest ? ` and ${String(rest).padStart(2, "0")}/100` : ""}`;
  }

  // A sum of money in words, as on cheques and invoices.
  function amount(C, W) {
    const field = make("input", { value: String(C.amount), inputMode: "decimal", className: "code", aria: { label: W.amount } }), out = make("output", { className: "secret", role: "status" });
    const say = () => {
      const plain = field.value.replace(/[,，\s¥￥$元]/g, ""), match = /^(\d{1,15})?(?:\.(\d*))?$/.exec(plain);
      if (!plain || !match) { out.textContent = plain ? W.invalid : W.empty; return; }
      out.textContent = inWords(BigInt(match[1] || "0") * 100n + BigInt(Math.round(Number(`0.${match[2] || 0}`) * 100)), W.chinese);
    };
    field.addEventListener("input", say);
    tool(make("label", { textContent: W.amount }), field, out, make("div", { className: "row" }, copier(W, () => out.textContent), Modes.button(W.clear, () => { field.value = ""; say(); field.focus(); })), make("div", { className: "row" }, ["100", "1024.5", "10086.03", "30500000"].map((value) => Modes.button(value, () => { field.value = value; say(); }))));
    say();
  }

  const words = {
    en: { copy: "Copy", copied: "Copied.", failed: "The browser does not allow copying here.", text: "Text", result: "Result", characters: "characters", noSpaces: "without spaces", words: "words", sentences: "sentences", paragraphs: "paragraphs", reading: "to read", upper: "UPPER CASE", lower: "lower case", trim: "Tidy spaces", clear: "Clear", placeholder: "Write or paste a text…", pattern: "Regular expression", matches: "matches", invalid: "That is not valid:", swap: "Result to text", format: "Format", minify: "Minify", sort: "Sort keys", encode: "Encode", decode: "Decode", encodeUrl: "URL encode", decodeUrl: "URL decode", big: "Hello", height: "Height", sample: "Write to anna@example.com or call 555-0134 before 2026-10-12. Bob's is bob@mail.org.", flag_g: "all matches", flag_i: "ignore case", flag_m: "^ and $ at each line", flag_s: ". takes line breaks", flag_u: "Unicode" },
    zh: { copy: "复制", copied: "已复制。", failed: "浏览器不允许复制。", text: "文本", result: "结果", characters: "字符", noSpaces: "不含空格", words: "字数", sentences: "句子", paragraphs: "段落", reading: "阅读时间", upper: "大写", lower: "小写", trim: "整理空格", clear: "清空", placeholder: "输入或粘贴文字……", pattern: "正则表达式", matches: "处匹配", invalid: "格式不正确：", swap: "结果作为输入", format: "格式化", minify: "压缩", sort: "键排序", encode: "编码", decode: "解码", encodeUrl: "URL 编码", decodeUrl: "URL 解码", big: "你好", height: "高度", sample: "请写信到 anna@example.com，或在 2026-10-12 之前拨打 555-0134。", flag_g: "全部匹配", flag_i: "忽略大小写", flag_m: "多行", flag_s: "点号匹配换行", flag_u: "Unicode" },
  };
  const sorted = (value) => (Array.isArray(value) ? value.map(sorted) : Kit.isObject(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);
  const json = (C, W) => convert(C, W, '{"name":"Atlas","pages":42,"tags":["maps","sea"]}', [{ label: W.format, act: (s) => JSON.stringify(JSON.parse(s), null, 2) }, { label: W.minify, act: (s) => JSON.stringify(JSON.parse(s)) }, { label: W.sort, act: (s) => JSON.stringify(sorted(JSON.parse(s)), null, 2) }]);
  const base64 = (C, W) => convert(C, W, W.big, [{ label: W.encode, act: bytes }, { label: W.decode, act: unbytes }, { label: W.encodeUrl, act: encodeURIComponent }, { label: W.decodeUrl, act: decodeURIComponent }]);
  const codes = (C, W) => convert(C, W, "SOS", [{ label: W.encode, act: morse }, { label: W.decode, act: unmorse }]);
  const money = { en: { amount: "Amount", empty: "Type an amount.", invalid: "Only digits and one point, up to 15 digits." }, zh: { amount: "金额（元）", empty: "请输入金额。", invalid: "请只输入数字，最多15位整数。", chinese: "1" } };
  Modes.add("amount", { names: /amount|in words|大写|金额/i, defaults: { amount: "12345.67" }, words: { en: { ...words.en, ...money.en }, zh: { ...words.zh, ...money.zh } }, run: amount });
  Modes.add("counter", { names: /count|word|character|字数|计数/i, defaults: { text: "" }, words, run: counter });
  Modes.add("regex", { names: /regex|regular|正则/i, defaults: { pattern: "\\w+@\\w+\\.\\w+", flags: "g", text: "", examples: [] }, words, run: regex });
  Modes.add("json", { names: /json/i, defaults: { text: "" }, words, run: json });
  Modes.add("base64", { names: /base64|encod|decod|编码|解码/i, defaults: { text: "" }, words, run: base64 });
  Modes.add("morse", { names: /morse|摩斯|摩尔斯/i, defaults: { text: "" }, words, run: codes });
  Modes.add("ascii", { names: /ascii|字符画|大字/i, defaults: { text: "", fill: "█", height: 16 }, words, run: ascii });
  // The first emoji of some words, else their first letter.
  function sign(words) {
    const all = [...new Intl.Segmenter().segment(String(words).trim())].map((one) => one.segment);
    return all.find((one) => /\p{RI}|\p{Extended_Pictographic}/u.test(one)) || all[0] || "";
  }

  window.Tool = { area, tool, copier, inWords, sign };
})();
