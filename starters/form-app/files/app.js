// A form in steps: fields of many kinds, checks in words, prices summed up, a review, a result.
"use strict";

(function () {
  const { $, make, setup, text, number, item, isObject, tone } = window.Kit;
  const C = setup({ title: "Form", steps: [], fields: [], currency: "", review: "", submit: "", done: { title: "", text: "" } }, {
    en: { next: "Next", back: "Back", review: "Please check your answers", submit: "Send", done: "Thank you!", doneText: "We have received your answers.", again: "Fill in another one", required: "Please answer this.", email: "That does not look like an e-mail address.", tel: "That does not look like a phone number.", number: "Please give a number in the range.", past: "Please choose a day that is still to come.", same: "The two do not match.", short: "At least 8 characters, please.", change: "Change", total: "Total", choose: "Please choose", yes: "yes", no: "–", taken: "taken", reference: "Reference", optional: "optional", step: "Step" },
    zh: { next: "下一步", back: "上一步", review: "请核对您的信息", submit: "提交", done: "谢谢！", doneText: "我们已经收到您的信息。", again: "再填一份", required: "请填写这一项。", email: "请输入正确的邮箱地址。", tel: "请输入正确的电话号码。", number: "请输入范围内的数字。", past: "请选择今天或以后的日期。", same: "两次输入不一致。", short: "至少需要 8 个字符。", change: "修改", total: "合计", choose: "请选择", yes: "是", no: "–", taken: "已约满", reference: "编号", optional: "选填", step: "步骤" },
  });
  const W = C.words, app = $("#app");
  const KINDS = ["text", "email", "tel", "number", "date", "time", "textarea", "select", "choice", "multi", "scale", "slots", "check", "password", "url"];
  const alias = { radio: "choice", radios: "choice", checkboxes: "multi", checkbox: "check", phone: "tel", rating: "scale", stars: "scale", dropdown: "select", slot: "slots", longtext: "textarea" };
  let made = 0;

  function optionOf(value) {
    const one = item(value, "label"), label = text(one.label ?? one.name ?? one.text ?? one.value);
    return { label, note: text(one.note ?? one.description), price: number(one.price, 0) };
  }
  function fieldOf(value) {
    const one = item(value, "label"), options = (Array.isArray(one.options) ? one.options : []).map(optionOf).filter((option) => option.label);
    let type = alias[text(one.type).toLowerCase()] || text(one.type, options.length ? "choice" : "text").toLowerCase();
    if (type === "check" && options.length) type = "multi";
    const label = text(one.label ?? one.title ?? one.question ?? one.key);
    if (type === "text" && !options.length) type = /pass(word|code)|密码|口令/i.test(label) ? "password" : /e-?mail|邮箱|邮件/i.test(label) ? "email" : type;
    if (!KINDS.includes(type) || (["select", "choice", "multi", "slots"].includes(type) && !options.length)) type = options.length ? "choice" : "text";
    return { key: `f${++made}`, label, type, options, required: one.required === true, hint: text(one.hint ?? one.placeholder), min: one.min, max: one.max, low: text(one.low), high: text(one.high), future: one.future === true || (Array.isArray(one.taken) && type === "date"), taken: (Array.isArray(one.taken) ? one.taken : []).map((name) => text(name)) };
  }
  let steps = C.steps.map((value) => { const one = item(value); return { title: text(one.title ?? one.name), text: text(one.text ?? one.description), fields: (Array.isArray(one.fields) ? one.fields : Array.isArray(one.questions) ? one.questions : one.type ? [one] : []).map(fieldOf).filter((field) => field.label) }; }).filter((step) => step.fields.length);
  if (C.fields.length) steps.push({ title: "", text: "", fields: C.fields.map(fieldOf).filter((field) => field.label) });
  if (!steps.length) steps = [{ title: C.title, text: "", fields: [fieldOf({ label: "Name", required: true }), fieldOf({ label: "E-mail", type: "email", required: true })] }];

  const values = {};
  let at = 0;

  // A second password repeats the first; the first of two has some length.
  function passwordProblem(field, value) {
    const all = steps.flatMap((step) => step.fields).filter((one) => one.type === "password");
    if (all.length < 2) return "";
    if (field === all[0]) return value.length < 8 ? W.short : "";
    return value === values[all[0].key] ? "" : W.same;
  }
  function problem(field) {
    const value = values[field.key], empty = value === undefined || value === "" || value === false || (Array.isArray(value) && !value.length);
    if (empty) return field.required ? W.required : "";
    if (field.type === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value)) return W.email;
    if (field.type === "password") return passwordProblem(field, value);
    if (field.type === "tel" && !/^[+\d][\d\s()-]{5,}$/.test(value)) return W.tel;
    if (field.type === "number" && (!Number.isFinite(Number(value)) || Number(value) < number(field.min, -Infinity) || Number(value) > number(field.max, Infinity))) return W.number;
    if (field.type === "date" && field.required && field.min === undefined && new Date(`${value}T23:59`) < new Date() && /book|appoint|reserv|预|约|订/i.test(`${C.title} ${C.subtitle} ${C.submit}`)) return W.past;
    return "";
  }
  function shownValue(field) {
    const value = values[field.key];
    if (field.type === "check") return value ? W.yes : W.no;
    if (field.type === "password") return "•".repeat(String(value ?? "").length) || W.no;
    if (field.type === "date" && value) return new Date(`${value}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    if (field.type === "scale" && value) return `${value} / ${number(field.max, 5)}`;
    return (Array.isArray(value) ? value.join(C.lang === "zh" ? "、" : ", ") : value) || W.no;
  }
  function total() {
    return steps.flatMap((step) => step.fields).reduce((sum, field) => sum + field.options.filter((option) => [values[field.key]].flat().includes(option.label)).reduce((part, option) => part + option.price, 0), 0);
  }

  const price = make("p", { className: "price", role: "status" });
  function paintPrice() {
    price.hidden = !C.currency || !total();
    price.replaceChildren(W.total, make("b", { textContent: `${C.currency}${total().toLocaleString(document.documentElement.lang)}` }));
  }
  function set(field, value, box) {
    values[field.key] = value;
    if ($(".error", box)) tell(field, box);
    paintPrice();
  }
  // Say beside a field what is wrong with it; true when nothing is.
  function tell(field, box) {
    const words = problem(field);
    $(".error", box)?.remove();
    box.toggleAttribute("data-wrong", Boolean(words));
    if (words) box.append(make("span", { className: "error", role: "alert", textContent: words }));
    return !words;
  }

  function choices(field, box, many) {
    const chosen = () => [values[field.key] ?? []].flat();
    const group = make("div", { className: field.type === "slots" ? "slots" : "choices", role: many ? "group" : "radiogroup", aria: { label: field.label } });
    field.options.forEach((option) => {
      const gone = field.taken.includes(option.label);
      const pick = make("input", { type: many ? "checkbox" : "radio", name: field.key, value: option.label, disabled: gone, checked: chosen().includes(option.label), onchange: () => set(field, many ? (pick.checked ? [...chosen(), option.label] : chosen().filter((one) => one !== option.label)) : option.label, box) });
      group.append(make("label", { className: "choice" }, pick,
        make("span", {}, make("b", { textContent: option.label }), option.note || gone ? make("small", { textContent: gone ? W.taken : option.note }) : null), option.price && C.currency ? make("em", { textContent: `${C.currency}${option.price}` }) : null));
    });
    return group;
  }
  function scale(field, box) {
    const top = Math.max(2, Math.min(10, Math.round(number(field.max, 5)))), group = make("div", { className: "scale", role: "radiogroup", aria: { label: field.label } });
    const paint = () => [...group.children].forEach((one, i) => one.classList.toggle("upto", i + 1 <= (values[field.key] || 0)));
    for (let n = 1; n <= top; n++) group.append(make("label", {}, make("input", { type: "radio", name: field.key, value: n, checked: values[field.key] === n, onchange: () => { set(field, n, box); paint(); } }), make("b", { textContent: n })));
    paint();
    return make("div", {}, group, field.low || field.high ? make("div", { className: "ends" }, make("span", { textContent: field.low }), make("span", { textContent: field.high })) : "");
  }
  function control(field, box) {
    if (["choice", "slots"].includes(field.type)) return choices(field, box, false);
    if (field.type === "multi") return choices(field, box, true);
    if (field.type === "scale") return scale(field, box);
    const id = `in-${field.key}`, value = values[field.key] ?? "";
    if (field.type === "check") return make("label", { className: "tick" }, make("input", { type: "checkbox", id, checked: value === true, onchange: (event) => set(field, event.target.checked, box) }), field.label);
    if (field.type === "select") return make("select", { id, onchange: (event) => set(field, event.target.value, box) }, make("option", { value: "", textContent: W.choose }), field.options.map((option) => make("option", { value: option.label, textContent: option.label, selected: option.label === value })));
    const input = make(field.type === "textarea" ? "textarea" : "input", { id, value, placeholder: field.hint, oninput: (event) => set(field, event.target.value, box) });
    if (field.type !== "textarea") input.type = field.type;
    if (field.min !== undefined && field.type !== "textarea") input.min = field.min;
    if (field.max !== undefined && field.type !== "textarea") input.max = field.max;
    input.addEventListener("blur", () => { if (input.value) tell(field, box); });
    input.autocomplete = { email: "email", tel: "tel", password: "new-password" }[field.type] || "off";
    return input;
  }
  function row(field) {
    const box = make("div", { className: "field", data: { key: field.key } });
    if (field.type !== "check") box.append(make("label", { htmlFor: `in-${field.key}` }, field.label, field.required ? null : make("small", { textContent: W.optional })));
    box.append(control(field, box));
    return box;
  }

  function check(step) {
    let first = null;
    for (const field of step.fields) {
      const box = $(`[data-key="${field.key}"]`);
      if (!tell(field, box)) first ||= $("input, select, textarea, button:not(:disabled)", box);
    }
    first?.focus();
    return !first;
  }

  const dots = make("ol", { className: "dots" }), stage = make("section", { className: "panel stage" });
  function frame(inside) {
    dots.hidden = !reviewed;
    dots.replaceChildren(...[...steps, { title: C.review || W.review }].map((step, i) => make("li", { className: i < at ? "past" : i === at ? "now" : "" }, make("button", { type: "button", disabled: i >= at, textContent: i < at ? "✓" : i + 1, onclick: () => { at = i; show(); }, aria: { label: `${W.step} ${i + 1}: ${step.title}` } }))));
    stage.replaceChildren(...inside);
    stage.style.animation = "none";
    void stage.offsetWidth;
    stage.style.animation = "";
    paintPrice();
  }
  const reviewed = steps.length > 1; // one step is sent off as it stands
  function show() {
    if (at >= steps.length) return reviewed ? review() : finish();
    const step = steps[at], form = make("form", { noValidate: true }, make("h2", { textContent: step.title || C.title }), step.text ? make("p", { className: "muted", textContent: step.text }) : "", step.fields.map(row), make("div", { className: "row spread actions" }, at ? make("button", { type: "button", className: "chip", textContent: `← ${W.back}`, onclick: () => { at--; show(); } }) : make("span"), price, make("button", { className: "primary", textContent: reviewed ? `${W.next} →` : C.submit || W.submit })));
    form.addEventListener("submit", (event) => { event.preventDefault(); if (check(step)) { at++; show(); } });
    frame([form]);
  }
  function review() {
    const lines = steps.flatMap((step, i) => step.fields.map((field) => make("div", {}, make("dt", { textContent: field.label }), make("dd", { textContent: shownValue(field) }), make("button", { type: "button", className: "plain", textContent: W.change, onclick: () => { at = i; show(); } }))));
    const form = make("form", { noValidate: true }, make("h2", { textContent: C.review || W.review }), make("dl", {}, lines), make("div", { className: "row spread actions" }, make("button", { type: "button", className: "chip", textContent: `← ${W.back}`, onclick: () => { at = steps.length - 1; show(); } }), price, make("button", { className: "primary", textContent: C.submit || W.submit })));
    form.addEventListener("submit", (event) => { event.preventDefault(); finish(); });
    frame([form]);
  }
  function finish() {
    const done = isObject(C.done) ? C.done : { title: text(C.done) }, code = Math.random().toString(36).slice(2, 8).toUpperCase();
    tone(523, 0.3, 0.1);
    tone(784, 0.4, 0.1, 0.15);
    at = steps.length + 1;
    frame([make("div", { className: "thanks" }, make("div", { className: "seal", textContent: "✓", aria: { hidden: "true" } }), make("h2", { textContent: done.title || W.done, tabIndex: -1 }), make("p", { textContent: done.text || W.doneText }), make("p", { className: "muted", textContent: `${W.reference}: ${code}` }), make("button", { type: "button", className: "chip", textContent: W.again, onclick: () => { for (const key of Object.keys(values)) delete values[key]; at = 0; show(); } }))]);
  }
  app.append(dots, stage);
  show();
})();
