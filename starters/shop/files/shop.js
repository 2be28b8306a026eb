// The cart: every .product gets a button; the drawer counts, sums up and orders. [data-sort] sorts.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const { $, $$, make, toast, lang, narrow, searches } = window.Page;
  const WORDS = {
    en: { add: "Add", cart: "Cart", close: "Close", total: "Total", order: "Order now", empty: "Your cart is still empty.", ordered: "Thank you! Your order is on its way.", added: "added", less: "One less", more: "One more", sort: "Sort", own: "Our choice", cheap: "Price: low to high", dear: "Price: high to low", name: "By name", search: "Search" },
    zh: { add: "加入", cart: "购物车", close: "关闭", total: "合计", order: "立即下单", empty: "购物车还是空的。", ordered: "谢谢！订单已提交。", added: "已加入", less: "减少一个", more: "增加一个", sort: "排序", own: "推荐", cheap: "价格从低到高", dear: "价格从高到低", name: "按名称", search: "搜索" },
  };
  const body = document.body;
  const say = (key) => body.dataset[`word${key[0].toUpperCase()}${key.slice(1)}`] || WORDS[lang][key];
  const products = $$(".product");
  const lines = new Map();

  // A price is told in some currency, also where it was written as a bare number.
  for (const product of products) {
    const text = $(".price", product)?.firstChild;
    if (text?.nodeType === 3 && /^\s*\d[\d.,]*\s*$/.test(text.data)) text.data = (lang === "zh" ? "¥" : "$") + text.data.trim();
  }

  // What is written beside the number in the first price: "$", "€", "¥", "元".
  function money() {
    const sample = products.map((product) => ($(".price", product)?.firstChild?.textContent || "").trim()).find((text) => /\d/.test(text)) || "$0.00";
    const digits = (sample.match(/\d[.,](\d\d)(?!\d)/) ? 2 : 0);
    const [before, after] = [sample.match(/^[^\d]*/)[0], sample.match(/[^\d.,]*$/)[0]];
    return (value) => `${before}${value.toLocaleString(lang === "zh" ? "zh-CN" : "en", { minimumFractionDigits: digits, maximumFractionDigits: 2 })}${after}`;
  }
  const show = money();

  function priceOf(product) {
    const text = product.dataset.price || $(".price", product)?.firstChild?.textContent || "";
    const plain = (text.match(/[\d.,]+/) || ["0"])[0].replace(/,(\d\d)$/, ".$1").replace(/,/g, "");
    return Number(plain) || 0;
  }
  const nameOf = (product) => $("h2, h3, h4, b", product)?.textContent.trim() || product.textContent.trim().slice(0, 30);

  const count = make("span", { className: "cart-count", hidden: true });
  const list = make("ul"), total = make("b"), note = make("p", { className: "none" });
  const order = make("button", { type: "button", className: "button", textContent: say("order") });
  const drawer = make("dialog", { className: "cart", aria: { label: say("cart") } });

  function paint() {
    const amount = [...lines.values()].reduce((sum, n) => sum + n, 0);
    count.textContent = amount;
    count.hidden = !amount;
    order.disabled = !amount;
    note.textContent = say("empty");
    total.textContent = show([...lines].reduce((sum, [product, n]) => sum + n * priceOf(product), 0));
    list.replaceChildren(...(amount ? [...lines].map(([product, n]) => row(product, n)) : [note]));
  }

  function change(product, by) {
    const n = (lines.get(product) || 0) + by;
    if (n > 0) lines.set(product, n);
    else lines.delete(product);
    paint();
  }

  function row(product, n) {
    const picture = make("div", { className: "art" });
    picture.style.backgroundImage = ($(".art, [data-art]", product) || product).style.backgroundImage;
    const step = (by, sign, word) => make("button", { type: "button", textContent: sign, onclick: () => change(product, by), aria: { label: `${say(word)}: ${nameOf(product)}` } });
    return make("li", {}, picture, make("b", { textContent: nameOf(product) }), make("span", { textContent: show(n * priceOf(product)) }), make("span", { className: "amount" }, step(-1, "−", "less"), String(n), step(1, "+", "more")));
  }

  function cart() {
    const open = make("button", { type: "button", className: "icon-button cart-button", innerHTML: '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M6 8h12l1.2 12H4.8L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8"/></svg>', onclick: () => { paint(); drawer.showModal(); }, aria: { label: say("cart") } }, count);
    const close = make("button", { type: "button", className: "icon-button", textContent: "✕", onclick: () => drawer.close(), aria: { label: say("close") } });
    drawer.append(make("header", {}, make("h2", { textContent: say("cart") }), close), list, make("div", { className: "sum" }, make("p", {}, make("span", { textContent: say("total") }), total), order));
    drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
    order.addEventListener("click", () => { lines.clear(); paint(); drawer.close(); toast(body.dataset.ordered || say("ordered")); });
    body.append(drawer);
    ($("header .tools") || body).prepend(open);
    for (const product of products) {
      let button = $(".add, [data-add], button", product);
      if (!button) product.append((button = make("button", { type: "button", textContent: say("add") })));
      button.classList.add("add");
      button.addEventListener("click", (event) => { event.preventDefault(); change(product, 1); toast(lang === "zh" ? `${say("added")}${nameOf(product)}` : `${nameOf(product)} ${say("added")}`); });
    }
    paint();
  }

  // The toolbar's search box and order, put there when the page has none.
  function toolbar() {
    const bar = $(".toolbar, .filters");
    if (!bar || !products.length) return;
    if (!$$("input").some(searches)) {
      const box = make("input", { type: "search", placeholder: say("search"), aria: { label: say("search") } });
      box.addEventListener("input", () => narrow(box.value));
      bar.append(box);
    }
    let choice = $("select", bar);
    if (!choice) {
      choice = make("select", { aria: { label: say("sort") } }, ...["own", "cheap", "dear", "name"].map((key) => make("option", { value: key, textContent: say(key) })));
      bar.append(choice);
    }
    choice.addEventListener("change", () => {
      const by = { own: () => 0, cheap: (a, b) => priceOf(a) - priceOf(b), dear: (a, b) => priceOf(b) - priceOf(a), name: (a, b) => nameOf(a).localeCompare(nameOf(b), lang) }[choice.value];
      if (by) for (const product of choice.value === "own" ? products : [...products].sort(by)) product.parentElement.append(product);
    });
  }

  cart();
  toolbar();
});
