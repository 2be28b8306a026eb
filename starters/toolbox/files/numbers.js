// Tools that count: ages and the days between dates; numbers written in other bases.
"use strict";

(function () {
  const { Kit, Modes, Tool } = window, { make, text, item } = Kit;
  const DAY = 86400000, EMOJI = { animals: [..."🐀🐂🐅🐇🐉🐍🐎🐐🐒🐓🐕🐖"], signs: [..."♑♒♓♈♉♊♋♌♍♎♏♐"] };
  const BORDERS = [20, 19, 21, 20, 21, 22, 23, 23, 23, 24, 23, 22]; // the day of each month with which a new sign begins

  const pad = (value) => String(value).padStart(2, "0");
  const dayOf = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
  const written = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  const fact = (value, label) => make("div", { className: "fact" }, make("b", { textContent: value }), make("span", { textContent: label }));
  const facts = (...all) => make("div", { className: "facts" }, all.map(([value, label]) => fact(value, label)));

  // "2001-4-9", "2001/04/09", "2001年4月9日" as a date; null where it is none.
  function dateOf(words) {
    const [, year, month, day] = /^\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(words) || [];
    const date = new Date(Number(year), Number(month) - 1, Number(day));
    return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : null;
  }
  // The same day of another month; the month's last where it has no such day (29 February).
  function at(year, month, day) {
    return new Date(year, month, Math.min(day, new Date(year, month + 1, 0).getDate()));
  }
  function between(from, to) {
    const months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
    const after = (count) => { const year = from.getFullYear() + Math.floor((from.getMonth() + count) / 12); return at(year, (from.getMonth() + count) % 12, from.getDate()); };
    const whole = after(months) > to ? months - 1 : months;
    return { years: Math.floor(whole / 12), months: whole % 12, days: dayOf(to) - dayOf(after(whole)), inAll: dayOf(to) - dayOf(from) };
  }
  function workdays(from, to) {
    const all = dayOf(to) - dayOf(from), rest = all % 7;
    let count = Math.floor(all / 7) * 5;
    for (let i = 1; i <= rest; i++) if ((from.getDay() + i) % 7 % 6) count++;
    return count;
  }
  function nextBirthday(born, now) {
    const here = at(now.getFullYear(), born.getMonth(), born.getDate());
    return dayOf(here) >= dayOf(now) ? here : at(now.getFullYear() + 1, born.getMonth(), born.getDate());
  }
  const signOf = (date) => (date.getMonth() + (date.getDate() >= BORDERS[date.getMonth()] ? 1 : 0)) % 12;

  function age(C, W) {
    const two = /diff|between|days|dates|相差|间隔|日期/i.test(C.task), now = new Date(), names = NAMES[C.lang];
    const out = make("output", { className: "secret", role: "status" }), more = make("div", { className: "stack" });
    const input = (label, date) => make("input", { type: "date", value: written(date), min: "1000-01-01", max: "9999-12-31", aria: { label } });
    const from = input(two ? W.from : W.birthday, dateOf(two ? C.from : C.birthday) || (two ? now : new Date(2000, 0, 1))), to = input(two ? W.to : W.on, dateOf(C.to) || (two ? new Date(now.getFullYear(), 11, 31) : now));
    const weekday = (date) => date.toLocaleDateString(C.lang === "zh" ? "zh-CN" : "en", { weekday: "long" });
    const spell = ({ years, months, days }) => [[years, W.years], [months, W.months], [days, W.days]].map(([value, unit]) => `${value} ${unit}`).join(C.lang === "zh" ? " " : ", ");
    function birthdays(born, until) {
      const next = nextBirthday(born, until), left = dayOf(next) - dayOf(until);
      return facts([left ? `${left} ${W.days}` : W.today, W.next], [next.getFullYear() - born.getFullYear(), W.turns], [weekday(next), W.nextDay], [weekday(born), W.bornOn], [`${EMOJI.signs[signOf(born)]} ${names.signs[signOf(born)]}`, W.sign], [`${EMOJI.animals[(born.getFullYear() + 8) % 12]} ${names.animals[(born.getFullYear() + 8) % 12]}`, W.animal]);
    }
    const count = () => {
      const dates = [dateOf(from.value), dateOf(to.value)];
      if (dates.includes(null)) { out.textContent = W.noDate; return more.replaceChildren(); }
      const turned = dates[0] > dates[1];
      if (turned && !two) { out.textContent = W.notYet; return more.replaceChildren(); }
      const [start, end] = turned ? [dates[1], dates[0]] : dates, span = between(start, end), days = span.inAll;
      out.textContent = spell(span);
      const sums = facts([days.toLocaleString(), W.daysInAll], [`${Math.floor(days / 7).toLocaleString()} + ${days % 7}`, W.weeks], [(span.years * 12 + span.months).toLocaleString(), W.monthsInAll], [(days * 24).toLocaleString(), W.hours], ...(two ? [[workdays(start, end).toLocaleString(), W.workdays]] : []));
      more.replaceChildren(sums, ...(two ? [] : [make("h3", { textContent: W.birthdayTitle }), birthdays(start, end)]));
    };
    const people = C.people.map((one) => item(one, "name")).filter((one) => dateOf(text(one.date ?? one.birthday)));
    const chips = people.map((one) => Modes.button(text(one.name, text(one.date)), () => { from.value = written(dateOf(text(one.date ?? one.birthday))); count(); }));
    for (const one of [from, to]) one.addEventListener("input", count);
    const swap = Modes.button(two ? W.swap : W.now, () => { if (two) [from.value, to.value] = [to.value, from.value]; else to.value = written(new Date()); count(); });
    Tool.tool(make("div", { className: "halves" }, make("label", {}, two ? W.from : W.birthday, from), make("label", {}, two ? W.to : W.on, to)), make("div", { className: "row" }, chips, swap, Tool.copier(W, () => out.textContent)), out, more);
    count();
  }

  // ---- bases ----
  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  function read(words, base) {
    const prefix = { 2: "0b", 8: "0o", 16: "0x" }[base], plain = words.trim().toLowerCase().replace(/[\s_,]/g, "");
    const minus = plain.startsWith("-"), bare = minus ? plain.slice(1) : plain;
    const digits = prefix && bare.startsWith(prefix) ? bare.slice(2) : bare;
    if (!digits) return null;
    let sum = 0n;
    for (const one of digits) {
      const value = DIGITS.indexOf(one);
      if (value < 0 || value >= base) return null;
      sum = sum * BigInt(base) + BigInt(value);
    }
    return minus ? -sum : sum;
  }
  const grouped = (words, size) => words.replace(new RegExp(`\\B(?=(?:\\w{${size}})+$)`, "g"), " ");
  const show = (value, base) => { const plain = value.toString(base).toUpperCase(); return base === 2 ? grouped(plain, 4) : plain; };

  function bases(C, W) {
    const start = read(C.value, 10), bits = [8, 16, 32].find((one) => one === Math.round(C.bits)) || 8;
    let value = start === null ? 42n : start, own = Modes.clamp(Math.round(C.base), 2, 36);
    const state = make("p", { className: "state", role: "status" }), lamps = make("div", { className: "lamps", role: "group", aria: { label: W.bitsTitle } }), rows = [[2, W.binary], [8, W.octal], [10, W.decimal], [16, W.hex], [0, W.other]];
    const baseOf = (base) => base || own;
    const fields = rows.map(([base, label]) => {
      const one = make("input", { className: "code", spellcheck: false, autocomplete: "off", aria: { label } });
      one.addEventListener("input", () => {
        const found = read(one.value, baseOf(base));
        if (found === null) { state.className = "state bad"; state.textContent = one.value.trim() ? `${W.invalid} ${DIGITS.slice(0, baseOf(base)).toUpperCase()}` : W.empty; return; }
        value = found;
        paint(one);
      });
      return one;
    });
    function paint(skip) {
      fields.forEach((one, i) => { if (one !== skip) one.value = show(value, baseOf(rows[i][0])); });
      const length = value.toString(2).replace("-", "").length;
      const letter = value >= 0n && value <= 0x10ffffn ? /^[\p{L}\p{N}\p{P}\p{S}]$/u.exec(String.fromCodePoint(Number(value)))?.[0] : "";
      state.className = "state good";
      state.textContent = `${length} bit · ${letter ? `${W.letter} “${letter}”` : W.whole}`;
      const fits = value >= 0n && value < 2n ** BigInt(bits);
      [...lamps.children].forEach((lamp, i) => { lamp.disabled = !fits; lamp.setAttribute("aria-pressed", fits && Boolean((value >> BigInt(bits - 1 - i)) & 1n)); lamp.firstChild.textContent = fits ? (value >> BigInt(bits - 1 - i)) & 1n : "·"; });
    }
    lamps.append(...Array.from({ length: bits }, (_, i) => make("button", { type: "button", className: "lamp", aria: { label: `2^${bits - 1 - i}` }, onclick: () => { value ^= 1n << BigInt(bits - 1 - i); paint(); } }, make("b"), make("small", { textContent: bits < 16 ? 2 ** (bits - 1 - i) : bits - 1 - i }))));
    const copy = (i) => Modes.button(W.copy, async () => Kit.toast((await Modes.copy(fields[i].value.replace(/\s/g, ""))) ? W.copied : W.failed));
    const base = Modes.slider(W.base, { min: 2, max: 36, value: own }, (to) => { own = to; paint(); });
    const samples = C.examples.map((one) => text(item(one, "value").value ?? one)).filter((one) => read(one, 10) !== null);
    Tool.tool(make("div", { className: "stack" }, fields.map((one, i) => make("div", { className: "base-row" }, make("span", {}, make("b", { textContent: rows[i][1] })), one, copy(i)))), base, state, lamps, make("p", { className: "muted", textContent: W.bitsTitle }), make("div", { className: "row" }, (samples.length ? samples : ["42", "255", "1024", "65535"]).map((one) => Modes.button(one, () => { value = read(one, 10); paint(); }))));
    paint();
  }

  const NAMES = {
    en: { animals: ["Rat", "Ox", "Tiger", "Rabbit", "Dragon", "Snake", "Horse", "Goat", "Monkey", "Rooster", "Dog", "Pig"], signs: ["Capricorn", "Aquarius", "Pisces", "Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio", "Sagittarius"] },
    zh: { animals: [..."鼠牛虎兔龙蛇马羊猴鸡狗猪"], signs: ["摩羯座", "水瓶座", "双鱼座", "白羊座", "金牛座", "双子座", "巨蟹座", "狮子座", "处女座", "天秤座", "天蝎座", "射手座"] },
  };
  const common = { en: { copy: "Copy", copied: "Copied.", failed: "The browser does not allow copying here." }, zh: { copy: "复制", copied: "已复制。", failed: "浏览器不允许复制。" } };
  Modes.add("age", {
    names: /\bage\b|birthday|how old|date|年龄|生日|日期|岁/i,
    defaults: { task: "age", birthday: "", from: "", to: "", people: [] },
    words: {
      en: { ...common.en, birthday: "Born on", on: "Age on", from: "From", to: "To", now: "Today", swap: "Swap", years: "years", months: "months", days: "days", daysInAll: "days in all", weeks: "weeks + days", monthsInAll: "months", hours: "hours", workdays: "Mondays to Fridays", birthdayTitle: "Birthdays", next: "to the next birthday", today: "Today!", turns: "will be the age", nextDay: "the next falls on", bornOn: "born on a", sign: "star sign", animal: "born in the year of", noDate: "Choose a date.", notYet: "Not born yet on that day." },
      zh: { ...common.zh, birthday: "出生日期", on: "计算到", from: "开始日期", to: "结束日期", now: "今天", swap: "交换", years: "年", months: "个月", days: "天", daysInAll: "总天数", weeks: "周 + 天", monthsInAll: "总月数", hours: "总小时", workdays: "工作日（周一至周五）", birthdayTitle: "生日", next: "距离下次生日", today: "就是今天！", turns: "下次生日的岁数", nextDay: "下次生日是", bornOn: "出生那天是", sign: "星座", animal: "生肖（按公历年）", noDate: "请选择日期。", notYet: "那天还没有出生。" },
    },
    run: age,
  });
  Modes.add("base-converter", {
    names: /binary|hexadecimal|octal|number base|base.?conver|进制/i,
    defaults: { value: "42", base: 36, bits: 8, examples: [] },
    words: {
      en: { ...common.en, binary: "Binary", octal: "Octal", decimal: "Decimal", hex: "Hexadecimal", other: "Your base", base: "Your base", bitsTitle: "Switch the bits on and off.", invalid: "Only these digits:", empty: "Type a number.", letter: "Unicode", whole: "whole number" },
      zh: { ...common.zh, binary: "二进制", octal: "八进制", decimal: "十进制", hex: "十六进制", other: "自选进制", base: "自选进制", bitsTitle: "点击可以开关每一位。", invalid: "只能用这些数字：", empty: "请输入数字。", letter: "Unicode 字符", whole: "整数" },
    },
    run: bases,
  });
})();
