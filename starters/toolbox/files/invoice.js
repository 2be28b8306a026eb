// An invoice as a sheet of paper: every field can be edited, the sums follow, and it prints alone.
"use strict";

(function () {
  const { Kit, Modes, Tool } = window, { make, text, item, number } = Kit;
  const SIGNS = { "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", 元: "CNY", 人民币: "CNY", rmb: "CNY", "₹": "INR", "₩": "KRW", "hk$": "HKD", "nt$": "TWD" };
  const CURRENCIES = ["USD", "EUR", "GBP", "CNY", "JPY", "INR", "KRW", "CAD", "AUD", "CHF", "HKD", "TWD"];

  function currencyOf(words, chinese) {
    const wanted = words.trim(), code = SIGNS[wanted.toLowerCase()] || wanted.toUpperCase();
    return /^[A-Z]{3}$/.test(code) ? code : chinese ? "CNY" : "USD";
  }
  function moneyIn(code, lang) {
    try {
      const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", { style: "currency", currency: code, currencyDisplay: "narrowSymbol" });
      return (value) => format.format(value);
    } catch { return (value) => `${code} ${value.toFixed(2)}`; }
  }
  const inDays = (count) => { const date = new Date(); date.setDate(date.getDate() + count); return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`; };
  const isDate = (words) => /^\d{4}-\d{2}-\d{2}$/.test(words);
  // A line as it was written: an object, or ["Name", quantity, price].
  function lineOf(value) {
    const one = Array.isArray(value) ? { name: value[0], quantity: value[1], price: value[2] } : item(value, "name");
    return { name: text(one.name ?? one.title ?? one.description), quantity: number(one.quantity ?? one.qty ?? one.count, 1), price: number(one.price ?? one.rate ?? one.amount, 0) };
  }
  const linesOf = (value) => (Array.isArray(value) ? value.map((one) => text(one)).filter(Boolean).join("\n") : text(value));
  const cents = (value) => Math.round(value * 100 + Math.sign(value) * 1e-6);

  function sheetOf(C, W) {
    const lines = C.items.map(lineOf).filter((one) => one.name || one.price).slice(0, 40);
    return {
      title: C.heading || W.invoice, from: linesOf(C.from) || W.sampleFrom, to: linesOf(C.to) || W.sampleTo, number: C.number || "2026-001",
      date: isDate(C.date) ? C.date : inDays(0), due: isDate(C.due) ? C.due : inDays(Modes.clamp(Math.round(C.days), 0, 365)),
      currency: currencyOf(C.currency, C.lang === "zh"), tax: Modes.clamp(C.tax, 0, 100), discount: Modes.clamp(C.discount, 0, 100),
      lines: lines.length ? lines : [{ name: W.sampleItem, quantity: 1, price: 100 }], note: C.note,
    };
  }
  // All in whole cents: a sum of rounded lines, less the discount, with the tax.
  function sums(sheet) {
    const sum = sheet.lines.reduce((all, line) => all + cents(line.quantity * line.price), 0);
    const less = Math.round((sum * sheet.discount) / 100), tax = Math.round(((sum - less) * sheet.tax) / 100);
    return { sum, less, tax, total: sum - less + tax };
  }

  function invoice(C, W) {
    const store = Kit.store("invoice"), given = sheetOf(C, W), kept = store.get();
    let sheet = Kit.isObject(kept) && Array.isArray(kept.lines) ? Kit.merge(given, kept) : structuredClone(given), money = moneyIn(sheet.currency, C.lang);
    const rows = make("tbody"), totals = make("dl", { className: "totals", aria: { live: "polite" } }), paper = make("section", { className: "panel tool paper" });
    const save = () => store.set(sheet);
    const grow = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
    const edit = (key, label, props = {}) => make(props.rows ? "textarea" : "input", { value: sheet[key], aria: { label }, oninput: (event) => { sheet[key] = event.target.value; if (props.rows) grow(event.target); save(); }, ...props });
    const percent = (key) => make("input", { type: "number", min: 0, max: 100, step: "any", value: sheet[key], aria: { label: `${W[key]} %` }, oninput: (event) => { sheet[key] = Modes.clamp(number(event.target.value), 0, 100); add(); } });
    const figure = { tax: percent("tax"), discount: percent("discount") };
    const total = { sum: make("dd"), less: make("dd"), tax: make("dd"), total: make("dd", { className: "grand" }), said: make("dd", { className: "said" }) };

    function add() {
      const all = sums(sheet);
      for (const key of ["sum", "less", "tax", "total"]) total[key].textContent = money((key === "less" && all.less ? -all.less : all[key]) / 100);
      total.said.textContent = C.lang === "zh" && sheet.currency === "CNY" && all.total >= 0 ? `${W.inWords}${Tool.inWords(BigInt(all.total), true)}` : "";
      [...rows.children].forEach((row, i) => { row.querySelector("output").textContent = money(cents(sheet.lines[i].quantity * sheet.lines[i].price) / 100); });
      save();
    }
    function row(line, i) {
      const cell = (key, props) => make("td", { data: { label: W[key] } }, make("input", { value: line[key], aria: { label: `${W[key]} ${i + 1}` }, oninput: (event) => { line[key] = key === "name" ? event.target.value : number(event.target.value); add(); }, ...props }));
      const remove = make("button", { type: "button", className: "plain no-print", textContent: "✕", aria: { label: `${W.remove} ${i + 1}` }, onclick: () => { sheet.lines.splice(i, 1); fill(); } });
      return make("tr", {}, cell("name", {}), cell("quantity", { type: "number", step: "any", min: 0 }), cell("price", { type: "number", step: "any" }), make("td", { data: { label: W.amount } }, make("output")), make("td", {}, remove));
    }
    function fill() {
      rows.replaceChildren(...sheet.lines.map(row));
      add();
    }
    const more = () => { sheet.lines.push({ name: "", quantity: 1, price: 0 }); fill(); rows.lastChild.querySelector("input").focus(); };
    const fresh = () => { sheet = structuredClone(given); money = moneyIn(sheet.currency, C.lang); put(); };
    function put() {
      const codes = [...new Set([sheet.currency, ...CURRENCIES])];
      const currency = make("select", { aria: { label: W.currency } }, codes.map((code) => make("option", { value: code, textContent: code, selected: code === sheet.currency })));
      currency.addEventListener("change", () => { sheet.currency = currency.value; money = moneyIn(currency.value, C.lang); add(); });
      for (const key of ["tax", "discount"]) figure[key].value = sheet[key];
      totals.replaceChildren(make("dt", { textContent: W.sum }), total.sum, make("dt", {}, W.discount, figure.discount, "%"), total.less, make("dt", {}, W.tax, figure.tax, "%"), total.tax, make("dt", { className: "grand", textContent: W.total }), total.total, total.said);
      const head = ["name", "quantity", "price", "amount"].map((key) => make("th", { scope: "col", textContent: W[key] }));
      paper.replaceChildren(
        make("div", { className: "paper-head" }, edit("title", W.heading, { className: "paper-title" }), make("div", { className: "paper-facts" }, [["number", "text"], ["date", "date"], ["due", "date"]].map(([key, type]) => make("label", {}, W[key], edit(key, W[key], { type }))), make("label", { className: "no-print" }, W.currency, currency))),
        make("div", { className: "halves" }, make("label", {}, W.from, edit("from", W.from, { rows: 2 })), make("label", {}, W.to, edit("to", W.to, { rows: 2 }))),
        make("table", { className: "lines" }, make("thead", {}, make("tr", {}, head, make("th", { className: "no-print", aria: { label: W.remove } }))), rows),
        make("div", { className: "row no-print" }, Modes.button(`+ ${W.more}`, more)), totals,
        make("label", {}, W.note, edit("note", W.note, { rows: 1, placeholder: " " })),
        make("div", { className: "row no-print" }, Modes.button(W.print, () => { print(); }, "primary"), Modes.button(W.fresh, fresh)));
      fill();
      paper.querySelectorAll("textarea").forEach(grow);
    }
    Kit.$("#app").replaceChildren(paper);
    put();
  }

  Modes.add("invoice", {
    names: /invoice|billing|\bbill\b|发票|账单|收据|报价单/i,
    defaults: { heading: "", from: null, to: null, number: "", date: "", due: "", days: 14, currency: "", tax: 0, discount: 0, items: [], note: "" },
    words: {
      en: { invoice: "Invoice", heading: "Heading", from: "From", to: "Bill to", number: "Number", date: "Date", due: "Due", currency: "Currency", name: "What", quantity: "Quantity", price: "Price", amount: "Amount", remove: "Remove line", more: "Add a line", sum: "Subtotal", discount: "Discount", tax: "Tax", total: "Total", note: "Note", print: "Print or save as PDF", fresh: "Start over", sampleFrom: "Your name\nYour address", sampleTo: "Customer\nAddress", sampleItem: "Work", inWords: "" },
      zh: { invoice: "账单", heading: "标题", from: "开票方", to: "客户", number: "编号", date: "日期", due: "付款期限", currency: "币种", name: "项目", quantity: "数量", price: "单价", amount: "金额", remove: "删除此行", more: "添加一行", sum: "小计", discount: "折扣", tax: "税", total: "合计", note: "备注", print: "打印或存为 PDF", fresh: "重新开始", sampleFrom: "您的名称\n您的地址", sampleTo: "客户\n地址", sampleItem: "服务", inWords: "大写：" },
    },
    run: invoice,
  });
})();
