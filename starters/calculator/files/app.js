// A calculator with keys and history, and a form of fields whose results follow at once.
"use strict";

(function () {
  const { $, make, setup, text, number, item, isObject, toast } = window.Kit;
  const C = setup({ title: "Calculator", kind: "calculator", scientific: false, fields: [], results: [], verdicts: [] }, {
    en: { history: "History", clear: "Clear", copy: "Copied", error: "Not a number", empty: "What you work out appears here.", back: "Back" },
    zh: { history: "历史", clear: "清空", copy: "已复制", error: "算式有误", empty: "计算记录会显示在这里。", back: "退格" },
  });
  const W = C.words, app = $("#app"), locale = document.documentElement.lang;
  const show = (value, digits = 10) => (Number.isFinite(value) ? value.toLocaleString(locale, { maximumFractionDigits: digits }) : W.error);
  const neat = (value) => Number(value.toPrecision(12));

  function calculator() {
    const line = make("output", { className: "line" }), answer = make("output", { className: "answer", role: "status", textContent: "0" });
    const past = make("ul", { className: "past" }, make("li", { className: "muted", textContent: W.empty }));
    let words = "", fresh = false, any = false;

    // "50%" is half; "200 + 10%" adds a tenth of 200, the way pocket calculators do it.
    const percent = (formula) => formula.replace(/([\d.]+)\s*([+−-])\s*([\d.]+)%(?![\d.(])/g, "$1$2$1*$3/100").replace(/([\d.]+)%(?![\d.(])/g, "($1/100)");
    const value = () => window.workOut(percent(closed()));
    const closed = () => words.replace(/[-+×÷−^]+$/, "") + ")".repeat(Math.max(0, words.split("(").length - words.split(")").length));
    function paint() {
      line.textContent = words || " ";
      const now = words ? value() : 0;
      if (words) answer.textContent = Number.isFinite(now) ? show(neat(now)) : answer.textContent;
      else answer.textContent = "0";
    }
    function press(key) {
      if (key === "C") { words = ""; fresh = false; return paint(); }
      if (key === "⌫") { words = words.slice(0, -1); fresh = false; return paint(); }
      if (key === "=") return finish();
      if (key === "±") { words = words.startsWith("−(") ? words.slice(2, -1) : words ? `−(${words})` : "−"; return paint(); }
      const sign = /^[-+×÷−^%]$/.test(key);
      if (fresh && !sign && key !== ")") words = "";
      fresh = false;
      if (sign && key !== "%" && /[-+×÷−^]$/.test(words) && key !== "−") words = words.slice(0, -1);
      if (key === "." && /\d*\.\d*$/.test(words.match(/[\d.]*$/)[0]) && words.match(/[\d.]*$/)[0].includes(".")) return;
      words += { sin: "sin(", cos: "cos(", tan: "tan(", ln: "ln(", log: "log(", "√": "√(", "x²": "^2", "xʸ": "^", "n!": "fact(" }[key] || key;
      paint();
    }
    function finish() {
      if (!words) return;
      const now = value();
      if (!Number.isFinite(now)) { answer.textContent = W.error; return; }
      if (!any) past.replaceChildren();
      any = true;
      const formula = closed(), result = String(neat(now));
      past.prepend(make("li", {}, make("button", { type: "button", onclick: () => { words = result; fresh = true; paint(); } }, make("span", { textContent: `${formula} =` }), make("b", { textContent: show(neat(now)) }))));
      while (past.children.length > 12) past.lastChild.remove();
      words = result.replace(/^-/, "−");
      fresh = true;
      line.textContent = `${formula} =`;
      answer.textContent = show(neat(now));
    }
    const science = C.scientific ? ["sin", "cos", "tan", "π", "ln", "log", "√", "e", "x²", "xʸ", "n!", "±"] : [];
    const keys = ["C", "(", ")", "÷", "7", "8", "9", "×", "4", "5", "6", "−", "1", "2", "3", "+", "0", ".", "%", "="];
    const buttons = new Map();
    const pad = (list, name) => make("div", { className: name }, list.map((key) => { const button = make("button", { type: "button", className: /^[\d.]$/.test(key) ? "digit" : key === "=" ? "equals" : "sign", textContent: key, onclick: () => press(key), aria: { label: key === "C" ? W.clear : key } }); buttons.set(key, button); return button; }));
    addEventListener("keydown", (event) => {
      if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey) return;
      const key = { Enter: "=", "=": "=", Backspace: "⌫", Escape: "C", Delete: "C", "*": "×", "/": "÷", "-": "−", ",": "." }[event.key] || event.key;
      if (key === "⌫" || buttons.has(key) || key === "^") {
        event.preventDefault();
        press(key);
        const button = buttons.get(key);
        button?.classList.add("hit");
        setTimeout(() => button?.classList.remove("hit"), 120);
      }
    });
    const screen = make("div", { className: "screen" }, line, answer, make("button", { type: "button", className: "plain erase", textContent: "⌫", onclick: () => press("⌫"), aria: { label: W.back } }));
    app.append(make("section", { className: "panel machine" }, screen, science.length ? pad(science, "pad science") : "", pad(keys, "pad")), make("section", { className: "panel history" }, make("h2", { textContent: W.history }), past));
    paint();
  }

  // A field as it is written in the content, made whole.
  function fieldOf(value, i) {
    const one = item(value, "label"), key = text(one.key ?? one.name ?? one.id, `x${i + 1}`).replace(/[^\p{L}\p{N}_]/gu, "") || `x${i + 1}`;
    const type = ["range", "select", "number"].includes(one.type) ? one.type : Array.isArray(one.options) ? "select" : "number";
    const options = (Array.isArray(one.options) ? one.options : []).map((option) => (isObject(option) ? { label: text(option.label ?? option.name, text(option.value)), value: number(option.value) } : { label: text(option), value: number(option) }));
    const first = type === "select" ? (options.some((option) => option.value === number(one.value, NaN)) ? number(one.value) : options[0]?.value ?? 0) : number(one.value ?? one.default, number(one.min, 0));
    return { key, type, options, label: text(one.label, key), unit: text(one.unit), min: number(one.min, type === "range" ? 0 : NaN), max: number(one.max, type === "range" ? 100 : NaN), step: number(one.step, type === "range" ? 1 : NaN), value: first };
  }

  function converter() {
    const fields = C.fields.map(fieldOf), values = {}, seen = make("div", { className: "results", role: "status" });
    const resultOf = (value, i) => { const one = item(value, "formula"); return { ...one, key: text(one.key, `r${i + 1}`), label: text(one.label ?? one.name), formula: one.formula ?? one.value ?? "", unit: text(one.unit), digits: number(one.digits, 2), main: one.main === true }; };
    const results = C.results.map(resultOf);
    if (results.length && !results.some((one) => one.main)) results[0].main = true;
    const write = (value, one) => { const words = Number.isFinite(value) ? value.toLocaleString(locale, { minimumFractionDigits: /^[$€£¥₹]$/.test(one.unit) ? one.digits : 0, maximumFractionDigits: Math.max(0, Math.min(10, one.digits)) }) : "–"; return /^[$€£¥₹]$/.test(one.unit) ? one.unit + words : one.unit ? `${words} ${one.unit}` : words; };
    // "bill * tip" with a tip of 15 % means 0.15 of the bill, unless the formula divides itself.
    const shares = fields.filter((field) => field.unit === "%").map((field) => field.key);
    const namesFor = (formula, names) => (/\b1?[12]?00\b|0\.01/.test(formula) ? names : { ...names, ...Object.fromEntries(shares.map((key) => [key, names[key] / 100])) });
    function paint() {
      const names = { ...values }, numbers = [];
      results.forEach((one, i) => {
        try { numbers[i] = typeof one.formula === "function" ? Number(one.formula(names)) : window.workOut(one.formula, namesFor(one.formula, names)); } catch { numbers[i] = NaN; }
        names[one.key] = numbers[i];
      });
      const said = C.verdicts.filter(isObject).filter((one) => numbers[number(one.result, 0)] >= number(one.from, -Infinity)).pop();
      seen.replaceChildren(...results.map((one, i) => make("div", { className: one.main ? "result main" : "result" }, make("span", { textContent: one.label }), make("button", { type: "button", textContent: write(numbers[i], one), onclick: () => { navigator.clipboard?.writeText(String(numbers[i])).catch(() => {}); toast(W.copy); } }))), said ? make("p", { className: "verdict", textContent: text(said.text) }) : "");
    }
    const row = (field) => {
      const out = make("b"), tell = () => { values[field.key] = number(input.value, 0); out.textContent = field.type === "range" ? `${input.value}${field.unit.length < 3 ? field.unit : ` ${field.unit}`}` : ""; };
      const input = field.type === "select" ? make("select", {}, field.options.map((option) => make("option", { value: option.value, textContent: option.label }))) : make("input", { type: field.type, inputMode: "decimal" });
      if (field.type !== "select") for (const name of ["min", "max", "step"]) if (Number.isFinite(field[name])) input[name] = field[name];
      if (field.type === "number" && !Number.isFinite(field.step)) input.step = "any";
      input.value = field.value;
      tell();
      input.addEventListener("input", () => { tell(); paint(); });
      return make("label", {}, make("span", { className: "named" }, field.label, field.type === "range" ? out : make("small", { textContent: field.unit })), input);
    };
    app.append(make("section", { className: "panel converter" }, make("div", { className: "fields" }, fields.map(row)), seen));
    paint();
  }

  const asked = C.kind.toLowerCase(), wantsFields = C.fields.length > 0 && C.results.length > 0;
  const keysToo = asked === "both" || asked.startsWith("calc") || asked.startsWith("scien") || !wantsFields;
  app.classList.toggle("both", keysToo && wantsFields && asked === "both");
  if (wantsFields && (asked === "both" || !keysToo || asked === "converter")) converter();
  if (keysToo) calculator();
})();
