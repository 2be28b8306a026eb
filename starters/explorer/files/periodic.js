// The periodic table: all 118 elements, coloured by group; click one for its details.
"use strict";

(function () {
  const { Kit, Modes } = window, { make, $, text, item, colour } = Kit;
  const SYMBOLS = "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og".split(" ");
  const ENGLISH = "Hydrogen Helium Lithium Beryllium Boron Carbon Nitrogen Oxygen Fluorine Neon Sodium Magnesium Aluminium Silicon Phosphorus Sulfur Chlorine Argon Potassium Calcium Scandium Titanium Vanadium Chromium Manganese Iron Cobalt Nickel Copper Zinc Gallium Germanium Arsenic Selenium Bromine Krypton Rubidium Strontium Yttrium Zirconium Niobium Molybdenum Technetium Ruthenium Rhodium Palladium Silver Cadmium Indium Tin Antimony Tellurium Iodine Xenon Caesium Barium Lanthanum Cerium Praseodymium Neodymium Promethium Samarium Europium Gadolinium Terbium Dysprosium Holmium Erbium Thulium Ytterbium Lutetium Hafnium Tantalum Tungsten Rhenium Osmium Iridium Platinum Gold Mercury Thallium Lead Bismuth Polonium Astatine Radon Francium Radium Actinium Thorium Protactinium Uranium Neptunium Plutonium Americium Curium Berkelium Californium Einsteinium Fermium Mendelevium Nobelium Lawrencium Rutherfordium Dubnium Seaborgium Bohrium Hassium Meitnerium Darmstadtium Roentgenium Copernicium Nihonium Flerovium Moscovium Livermorium Tennessine Oganesson".split(" ");
  const CHINESE = [..."氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼锝钌铑钯银镉铟锡锑碲碘氙铯钡镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋砹氡钫镭锕钍镤铀镎钚镅锔锫锎锿镄钔锘铹𬬻𬭊𬭳𬭛𬭶鿏𫟼𬬭鎶鿭𫓧镆𫟷鿬鿫"];
  const MASS = "1.008 4.003 6.94 9.012 10.81 12.011 14.007 15.999 18.998 20.180 22.990 24.305 26.982 28.085 30.974 32.06 35.45 39.95 39.098 40.078 44.956 47.867 50.942 51.996 54.938 55.845 58.933 58.693 63.546 65.38 69.723 72.630 74.922 78.971 79.904 83.798 85.468 87.62 88.906 91.224 92.906 95.95 97 101.07 102.906 106.42 107.868 112.414 114.818 118.710 121.760 127.60 126.904 131.293 132.905 137.327 138.905 140.116 140.908 144.242 145 150.36 151.964 157.25 158.925 162.500 164.930 167.259 168.934 173.045 174.967 178.486 180.948 183.84 186.207 190.23 192.217 195.084 196.967 200.592 204.38 207.2 208.980 209 210 222 223 226 227 232.038 231.036 238.029 237 244 243 247 247 251 252 257 258 259 262 267 268 269 270 269 278 281 282 285 286 289 290 293 294 294".split(" ");
  const KINDS = ["alkali", "alkaline", "transition", "post", "metalloid", "nonmetal", "halogen", "noble", "lanthanide", "actinide"];
  const TINTS = ["#ff6b6b", "#ff922b", "#fcc419", "#51cf66", "#20c997", "#22b8cf", "#339af0", "#845ef7", "#f06595", "#cc5de8"];
  const NOBLE = [2, 10, 18, 36, 54, 86, 118];

  // Column (1-18), row (1-7; 9 and 10 for the two series below), and period of the element n.
  function place(n) {
    if (n === 1) return [1, 1, 1];
    if (n === 2) return [18, 1, 1];
    const period = NOBLE.findIndex((end) => n <= end) + 1, k = n - NOBLE[period - 2];
    if (period < 4) return [k < 3 ? k : k + 10, period, period];
    if (period < 6) return [k, period, period];
    return k < 3 ? [k, period, period] : k < 18 ? [k, period + 3, period] : [k - 14, period, period];
  }
  function kindOf(n) {
    const [column, row] = place(n);
    if (row === 9) return "lanthanide";
    if (row === 10) return "actinide";
    if ([1, 6, 7, 8, 15, 16, 34].includes(n)) return "nonmetal";
    if ([5, 14, 32, 33, 51, 52].includes(n)) return "metalloid";
    if (column === 1) return "alkali";
    if (column === 2) return "alkaline";
    if (column === 18) return "noble";
    if (column === 17) return "halogen";
    return column < 13 && column > 2 ? (column === 12 ? "post" : "transition") : "post";
  }
  const state = (n) => ([1, 2, 7, 8, 9, 10, 17, 18, 36, 54, 86].includes(n) ? "gas" : [35, 80].includes(n) ? "liquid" : n > 103 ? "unknown" : "solid");

  function periodic(C, W) {
    const zh = C.lang === "zh", tints = Modes.valid(C.colors, []), tint = (kind) => tints[KINDS.indexOf(kind) % Math.max(1, tints.length)] || TINTS[KINDS.indexOf(kind)];
    const said = new Map(C.items.map((value) => item(value, "symbol")).map((one) => [text(one.symbol ?? one.name).toLowerCase(), one]));
    const elements = SYMBOLS.map((symbol, i) => ({ n: i + 1, symbol, name: zh ? CHINESE[i] : ENGLISH[i], other: zh ? ENGLISH[i] : "", kind: kindOf(i + 1), mine: said.get(symbol.toLowerCase()) || said.get(ENGLISH[i].toLowerCase()) || said.get(CHINESE[i]) || {} }));
    const panel = make("section", { className: "panel element", aria: { live: "polite" } }), table = make("div", { className: "periodic" }), search = make("input", { type: "search", placeholder: W.search, aria: { label: W.search } });
    let kind = "", query = "", chosen = null;
    const cells = elements.map((one) => { const [column, row] = place(one.n); return make("button", { type: "button", className: "cell", style: { "--hue": colour(one.mine.color, tint(one.kind)), "grid-column": column, "grid-row": row }, aria: { label: `${one.n} ${one.name}` }, onclick: () => show(one) }, make("small", { textContent: one.n }), make("b", { textContent: one.symbol }), make("span", { textContent: one.name })); });
    function show(one) {
      chosen = one;
      const [column, , period] = place(one.n), facts = [[W.mass, MASS[one.n - 1]], [W.period, period], [W.group, one.kind === "lanthanide" || one.kind === "actinide" ? "–" : column], [W.state, W[state(one.n)]], [W.protons, one.n]];
      panel.style.setProperty("--hue", tint(one.kind));
      panel.replaceChildren(make("div", { className: "element-sign" }, make("small", { textContent: one.n }), make("b", { textContent: one.symbol })), make("div", {}, make("p", { className: "tag", textContent: W[one.kind] }), make("h2", { textContent: one.name }), one.other ? make("p", { className: "muted", textContent: one.other }) : null, text(one.mine.text ?? one.mine.fact) ? make("p", { textContent: text(one.mine.text ?? one.mine.fact) }) : null), make("dl", {}, facts.map(([key, value]) => [make("dt", { textContent: key }), make("dd", { textContent: value })]).flat()));
      cells.forEach((cell, i) => cell.setAttribute("aria-pressed", elements[i] === one));
    }
    const filter = () => cells.forEach((cell, i) => { const one = elements[i]; cell.classList.toggle("dim", Boolean((kind && one.kind !== kind) || (query && ![one.symbol, one.name, one.other, String(one.n)].some((words) => words.toLowerCase().startsWith(query))))); });
    search.addEventListener("input", () => { query = search.value.trim().toLowerCase(); filter(); const hit = elements.find((one) => one.symbol.toLowerCase() === query || one.name.toLowerCase() === query); if (hit) show(hit); });
    addEventListener("keydown", (event) => { const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]; if (by && chosen && !event.target.matches("input")) show(elements[Modes.clamp(chosen.n - 1 + by, 0, 117)]); });
    const legend = Modes.choice([{ value: "", label: W.all }, ...KINDS.map((value) => ({ value, label: W[value] }))], "", (to) => { kind = to; filter(); });
    [...legend.children].slice(1).forEach((chip, i) => chip.prepend(make("i", { className: "label-dot", style: { "--hue": tint(KINDS[i]) } })));
    table.append(...cells, make("span", { className: "series", textContent: "57–71", style: { "grid-column": 3, "grid-row": 6 } }), make("span", { className: "series", textContent: "89–103", style: { "grid-column": 3, "grid-row": 7 } }));
    $("#app").replaceChildren(panel, make("div", { className: "finder" }, search), legend, make("div", { className: "scroll" }, table));
    show(elements.find((one) => one.symbol.toLowerCase() === C.first.toLowerCase()) || elements[0]);
  }

  Modes.add("periodic", {
    names: /periodic|element|chemi|元素|周期表|化学/i,
    defaults: { items: [], first: "H" },
    words: {
      en: { search: "Name, symbol or number", all: "All", mass: "Atomic mass", period: "Period", group: "Group", state: "At room temperature", protons: "Protons", gas: "Gas", liquid: "Liquid", solid: "Solid", unknown: "Not known", alkali: "Alkali metal", alkaline: "Alkaline earth metal", transition: "Transition metal", post: "Post-transition metal", metalloid: "Metalloid", nonmetal: "Nonmetal", halogen: "Halogen", noble: "Noble gas", lanthanide: "Lanthanide", actinide: "Actinide" },
      zh: { search: "名称、符号或序数", all: "全部", mass: "相对原子质量", period: "周期", group: "族", state: "常温状态", protons: "质子数", gas: "气体", liquid: "液体", solid: "固体", unknown: "未知", alkali: "碱金属", alkaline: "碱土金属", transition: "过渡金属", post: "后过渡金属", metalloid: "类金属", nonmetal: "非金属", halogen: "卤素", noble: "稀有气体", lanthanide: "镧系", actinide: "锕系" },
    },
    run: periodic,
  });
})();
