// Formulas as text, worked out without eval: numbers, names, operators, a few functions.
"use strict";

(function () {
  const FUNCTIONS = {
    min: Math.min, max: Math.max, round: (x, d = 0) => Math.round(x * 10 ** d) / 10 ** d, floor: Math.floor, ceil: Math.ceil, abs: Math.abs, sqrt: Math.sqrt, cbrt: Math.cbrt,
    pow: Math.pow, exp: Math.exp, ln: Math.log, log: Math.log10, log10: Math.log10, log2: Math.log2, sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan,
    if: (test, yes, no = 0) => (test ? yes : no), fact: (n) => { let p = 1; for (let i = 2; i <= Math.min(n, 170); i++) p *= i; return p; }, rad: (x) => (x * Math.PI) / 180,
  };
  const NAMES = { pi: Math.PI, "π": Math.PI, e: Math.E };
  const LEVEL = { "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "^": 8, "**": 8 };
  const APPLY = { "||": (a, b) => (a || b ? 1 : 0), "&&": (a, b) => (a && b ? 1 : 0), "==": (a, b) => +(a === b), "!=": (a, b) => +(a !== b), "<": (a, b) => +(a < b), ">": (a, b) => +(a > b), "<=": (a, b) => +(a <= b), ">=": (a, b) => +(a >= b), "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b, "^": (a, b) => a ** b, "**": (a, b) => a ** b };

  // A name that is meant: "tipPercentage" where the field is called "tip" or "tipPercent".
  const alike = (one, other) => Math.min(one.length, other.length) > 2 && (one.startsWith(other) || other.startsWith(one));

  function tokens(words) {
    const plain = String(words).replace(/×/g, "*").replace(/÷/g, "/").replace(/−/g, "-").replace(/Math\./g, "").replace(/===/g, "==").replace(/√/g, "sqrt");
    const found = plain.match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|[\p{L}_π][\p{L}\p{N}_.]*|\*\*|<=|>=|==|!=|&&|\|\||[-+*/%^()<>,?:!]/giu) || [];
    if (found.join("") !== plain.replace(/\s+/g, "")) throw new SyntaxError("not a formula");
    return found;
  }

  // The value of `words` with `names` (name -> number); NaN when it cannot be worked out.
  window.workOut = function (words, names = {}) {
    const known = { ...NAMES, ...Object.fromEntries(Object.entries(names).map(([name, value]) => [name.toLowerCase(), value])) };
    let list, at = 0;
    const need = (sign) => { if (list[at++] !== sign) throw new SyntaxError(`no ${sign}`); };
    function atom() {
      const token = list[at++];
      if (token === undefined) throw new SyntaxError("too short");
      if (token === "-") return -expression(7);
      if (token === "+") return expression(7);
      if (token === "!") return expression(7) ? 0 : 1;
      if (token === "(") { const value = ternary(); need(")"); return value; }
      if (/^[\d.]/.test(token)) return Number(token);
      const name = token.toLowerCase().split(".").pop();
      if (list[at] === "(" && Object.hasOwn(FUNCTIONS, name)) {
        at++;
        const values = [];
        while (list[at] !== ")") { values.push(ternary()); if (list[at] === ",") at++; else break; }
        need(")");
        return FUNCTIONS[name](...values);
      }
      if (Object.hasOwn(known, name)) return Number(known[name]);
      const near = Object.keys(names).filter((one) => alike(one.toLowerCase(), name));
      if (near.length === 1) return Number(names[near[0]]);
      throw new SyntaxError(`unknown ${token}`);
    }
    function expression(level) {
      let left = atom();
      while (LEVEL[list[at]] > level || (LEVEL[list[at]] === 8 && level === 8)) {
        const sign = list[at++];
        left = APPLY[sign](left, expression(LEVEL[sign] === 8 ? 7 : LEVEL[sign]));
      }
      return left;
    }
    function ternary() {
      const test = expression(0);
      if (list[at] !== "?") return test;
      at++;
      const yes = ternary();
      need(":");
      const no = ternary();
      return test ? yes : no;
    }
    try {
      list = tokens(words);
      const value = ternary();
      return at === list.length ? value : NaN;
    } catch {
      return NaN;
    }
  };
})();
