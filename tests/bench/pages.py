"""For each expectation a small page that does it and one that does not."""

from __future__ import annotations

from typing import Any, NamedTuple


class Case(NamedTuple):
    """An expectation's call, a page for which it holds, and one for which it does not."""

    name: str
    parameters: dict[str, Any]
    good: str
    bad: str


def canvas(script: str, before: str = "") -> str:
    """A page with a canvas `c`, its context `x`, and a script; `loop(f)` calls f sixty times a
    second."""
    return (
        f"<!doctype html><title>T</title><body style='margin:0'>{before}"
        "<canvas id=c width=600 height=400></canvas>"
        "<script>const x = c.getContext('2d'); const loop = (f) => {"
        "const step = () => { x.fillStyle = '#123'; x.fillRect(0, 0, 600, 400); f();"
        "requestAnimationFrame(step); }; step(); };"
        "const dot = (px, py, r, colour = 'gold') => { x.fillStyle = colour; x.beginPath();"
        f"x.arc(px, py, r, 0, 7); x.fill(); }};{script}</script></body>"
    )


# A ball that flies by itself, so that the screen is never still.
BUSY = "let t = 0; const fly = () => { t += 1; dot(300 + 250 * Math.sin(t / 9), 50, 30, 'red'); };"
STILL = canvas("loop(() => dot(300, 200, 20));")
PADDLE = (
    "let p = 300, v = 0; addEventListener('keydown', (e) => {"
    "v = e.key === 'ArrowLeft' ? -5 : e.key === 'ArrowRight' ? 5 : v; });"
    "addEventListener('keyup', () => { v = 0; });"
)
DROP = (
    "const all = []; const g = () => +(document.querySelector('input')?.value ?? 1);"
    "c.onclick = (e) => all.push([e.offsetX, e.offsetY, 0]);"
    "loop(() => { for (const o of all) { o[2] += GRAVITY; o[1] = Math.min(o[1] + o[2], 380);"
    "dot(o[0], o[1], 14); } });"
)
SLIDER = "<p><label>Gravity <input type=range min=0 max=2 step=0.1 value=1></label></p>"
GL = (
    "<!doctype html><canvas id=c width=500 height=300></canvas><script>"
    "const g = c.getContext('webgl'); const s = (k, t) => { const o = g.createShader(k);"
    "g.shaderSource(o, t); g.compileShader(o); return o; }; const p = g.createProgram();"
    "g.attachShader(p, s(g.VERTEX_SHADER, 'attribute vec2 a; void main(){gl_Position=vec4(a,0,1);}'));"
    "g.attachShader(p, s(g.FRAGMENT_SHADER, 'void main(){gl_FragColor=vec4(1,.7,0,1);}'));"
    "g.linkProgram(p); g.useProgram(p); g.bindBuffer(g.ARRAY_BUFFER, g.createBuffer());"
    "g.bufferData(g.ARRAY_BUFFER, new Float32Array([-.5,-.5,.5,-.5,0,.6]), g.STATIC_DRAW);"
    "g.enableVertexAttribArray(0); g.vertexAttribPointer(0, 2, g.FLOAT, false, 0, 0);"
    "(function draw() { g.clearColor(0, 0, .2, 1); g.clear(g.COLOR_BUFFER_BIT);"
    "g.drawArrays(g.TRIANGLES, 0, 3); requestAnimationFrame(draw); })();</script>"
)
NOTE = (
    "const note = () => { const a = new AudioContext(), o = a.createOscillator();"
    "o.connect(a.destination); o.start(); o.stop(a.currentTime + .1); };"
)
CARDS = "".join(
    f"<article class=card data-k={'ab'[n % 2]}>A story, number {n}</article>" for n in range(6)
)
FILTERS = (
    "<nav><button data-k=all>All</button><button data-k=a>Science</button></nav>"
    + CARDS
    + "<script>"
    "for (const b of document.querySelectorAll('nav button')) b.onclick = () => {"
    "for (const one of document.querySelectorAll('.card'))"
    "one.hidden = b.dataset.k !== 'all' && one.dataset.k !== b.dataset.k; };</script>"
)
ADDING = (
    "<form id=f><input id=i><button>Add</button></form><ul id=u></ul><script>"
    "f.onsubmit = (e) => { e.preventDefault(); u.innerHTML += `<li>${i.value}</li>`; i.value = ''; };"
    "</script>"
)
CALCULATOR = (
    "<output id=o></output><div>"
    + "".join(f"<button>{key}</button>" for key in "789×456+123=0")
    + "</div><script>let t = ''; for (const b of document.querySelectorAll('button'))"
    "b.onclick = () => { const k = b.textContent; t = k === '=' ? String(eval(t)) : t + k.replace('×', '*');"
    "o.textContent = t; };</script>"
)
QUIZ = (
    "<h1>Quiz</h1><p id=q></p><div id=a></div><script>let n = 0, right = 0; const show = () => {"
    "if (n === 3) { q.textContent = `You scored ${right} of 3 points`; a.innerHTML = ''; return; }"
    "q.textContent = `Question ${n + 1} / 3: how many moons?`;"
    "a.innerHTML = '<button class=option>One</button><button class=option>Two</button>';"
    "for (const b of a.children) b.onclick = () => { right += 1; n += 1; show(); }; }; show();</script>"
)
FORM = (
    "<form id=f><input required placeholder=Name><input required type=email placeholder=Email>"
    "<textarea required></textarea><button>Send</button></form><p id=m></p><script>"
    "f.onsubmit = (e) => { e.preventDefault(); m.textContent = 'Thank you, we will write.'; };</script>"
)
GRID = (
    "<div id=g style='display:grid;grid-template-columns:repeat(4,60px)'></div><script>"
    "for (let n = 0; n < 16; n++) { const b = document.createElement('div'); b.className = 'cell';"
    "b.style = 'height:60px;background:#ccc'; CLICK; g.append(b); }</script>"
)
THEME = (
    "<body><button id=b aria-label='Dark mode'>🌙</button><p>Text</p><script>b.onclick = () => {"
)
CHAT = (
    "<div id=l></div><input id=i><button id=b>Send</button><script>const say = (t) => {"
    "l.innerHTML += `<p>${t}</p>`; }; const go = () => { say(i.value); i.value = ''; REPLY };"
    "b.onclick = go;</script>"
)

CASES = [
    Case(
        "no_errors", {}, "<button onclick='x=1'>Go</button>", "<button onclick='gone()'>Go</button>"
    ),
    Case("no_errors", {}, "<p>Fine</p>", "<script src='https://cdn.example/lib.js'></script>"),
    Case("text_matches", {"all": ["score"]}, canvas("x.fillText('Score: 0', 20, 20);"), STILL),
    Case("min_text", {"n": 60}, f"<p>{'Words. ' * 12}</p>", "<p>Few words.</p>"),
    Case("in_language", {"language": "zh"}, "<p>你好，欢迎来到这里</p>", "<p>Welcome here</p>"),
    Case("in_language", {"language": "en"}, "<p>Welcome here</p>", "<p>你好，欢迎来到这里</p>"),
    Case("fits_phone", {}, "<p>Short</p>", "<div style='width:700px'>Too wide</div>"),
    Case(
        "fits_phone",
        {},
        "<div style='overflow:auto'><pre style='width:900px'>scrolls</pre></div>",
        "<body style='overflow-x:hidden'><p style='width:800px;white-space:nowrap'>"
        + "cut off " * 20,
    ),
    Case("many_items", {"n": 6, "min_chars": 10}, CARDS, CARDS[: len(CARDS) // 2]),
    Case("no_placeholders", {}, "<p>Fresh bread daily</p>", "<p>Lorem ipsum dolor sit amet</p>"),
    Case("animates", {}, canvas(BUSY + "loop(fly);"), STILL),
    Case(
        "key_moves",
        {},
        canvas(BUSY + PADDLE + "loop(() => { fly(); p += v; dot(p, 380, 15); });"),
        canvas(BUSY + "loop(() => { fly(); dot(300, 380, 15); });"),
    ),
    Case(
        "key_moves",
        {},
        canvas(PADDLE + "loop(() => { p += v; dot(p, 380, 15); });"),
        canvas("let p = 0; onkeydown = () => { p = 60; }; loop(() => dot(300 + p, 380, 15));"),
    ),
    Case(
        "typed_word_changes",
        {"word": "LIGHT"},
        canvas(
            BUSY + "let w = ''; onkeydown = (e) => { w += e.key; };"
            "loop(() => { fly(); if (w.endsWith('LIGHT')) dot(300, 200, 60); });"
        ),
        canvas(
            BUSY + "let w = ''; onkeydown = (e) => { w += e.key; };"
            "loop(() => { fly(); if (w) dot(300, 200, 60); });"
        ),
    ),
    Case(
        "pauses",
        {"key": "p"},
        canvas(
            BUSY + "let on = true; onkeydown = (e) => { if (e.key === 'p') on = !on; };"
            "loop(() => { if (!on) t -= 1; fly(); });"
        ),
        canvas(BUSY + "loop(fly);"),
    ),
    Case(
        "slider_changes",
        {},
        canvas(DROP.replace("GRAVITY", "g()"), SLIDER),
        canvas(DROP.replace("GRAVITY", ".5"), SLIDER),
    ),
    Case(
        "starts",
        {},
        "<div id=d style='background:#222;color:#fff;height:500px'>A title<button "
        "onclick='d.remove()'>Start</button></div><p>The game</p>",
        "<p>Welcome</p>",
    ),
    Case(
        "timer_counts",
        {},
        "<p id=o>25:00</p><button id=b>Start</button><script>b.onclick = () => {"
        "let s = 1500; setInterval(() => { s--; o.textContent = `${s / 60 | 0}:${s % 60}`; }, 1000); };"
        "</script>",
        "<p>25:00</p><button>Start</button>",
    ),
    Case(
        "falls",
        {},
        canvas(DROP.replace("GRAVITY", ".5")),
        canvas(
            "const all = []; c.onclick = (e) => all.push([e.offsetX, e.offsetY]);"
            "loop(() => all.forEach(([a, b]) => dot(a, b, 20)));"
        ),
    ),
    Case("picture_drawn", {}, STILL, "<canvas id=c width=500 height=300></canvas>"),
    Case("canvas_3d", {}, GL, STILL),
    Case(
        "draws",
        {},
        canvas(
            "let on = 0; onmousedown = () => { on = 1; }; onmouseup = () => { on = 0; };"
            "onmousemove = (e) => { if (on) dot(e.offsetX, e.offsetY, 8); };"
        ),
        STILL,
    ),
    Case(
        "click_changes",
        {},
        canvas(
            BUSY + "const all = []; c.onclick = (e) => all.push([e.offsetX, e.offsetY]);"
            "loop(() => { fly(); all.forEach(([a, b]) => dot(a, b, 12)); });"
        ),
        canvas(BUSY + "loop(fly);"),
    ),
    Case(
        "cells_react",
        {"n": 16},
        GRID.replace("CLICK", "b.onclick = () => { b.style.background = 'red'; }"),
        GRID.replace("CLICK", "0"),
    ),
    Case("plays_audio", {"by": "click"}, canvas(NOTE + "c.onclick = note;"), STILL),
    Case(
        "plays_audio",
        {"by": "keys"},
        canvas(NOTE + "onkeydown = note;"),
        canvas(NOTE + "c.onclick = note;"),
    ),
    Case(
        "chart_drawn",
        {"marks": 4},
        "<svg width=400 height=200>" + "<rect width=9 height=90 />" * 4 + "</svg>",
        "<table><tr><td>12<td>30</table>",
    ),
    Case(
        "button_does",
        {"labels": "clear|清空", "clicks": 3},
        canvas(
            "c.onclick = (e) => dot(e.offsetX, e.offsetY, 15);",
            "<button onclick='x.clearRect(0,0,600,400)'>清空</button>",
        ),
        canvas("c.onclick = (e) => dot(e.offsetX, e.offsetY, 15);", "<button>清空</button>"),
    ),
    Case(
        "toggles_theme",
        {},
        THEME + "document.body.style.background = '#111'; };</script>",
        THEME + "};</script>",
    ),
    Case("filter_works", {}, FILTERS, "<nav><a href='#x'>Science</a></nav>" + CARDS),
    Case(
        "cart_adds",
        {},
        "<p>Cart: <b id=n>0</b></p><button onclick='n.textContent++'>Add to cart</button>",
        "<p>Cart: <b>0</b></p><button>Add to cart</button>",
    ),
    Case("quiz_answers", {}, QUIZ, QUIZ.replace("n += 1; show();", "")),
    Case(
        "calculates",
        {"keys": ["7", "*", "8", "="], "result": "56"},
        CALCULATOR,
        CALCULATOR.replace("String(eval(t))", "'Error'"),
    ),
    Case("can_add_item", {"text": "两盒牛奶"}, ADDING, ADDING.replace("${i.value}", "item")),
    Case(
        "can_add_item",
        {},
        "<button onclick='l.textContent = prompt(\"What?\")'>+ New note</button><p id=l></p>",
        "<button>+ New note</button>",
    ),
    Case(
        "chat_replies",
        {},
        CHAT.replace("REPLY", "setTimeout(() => say('Fine, thanks!'), 700)"),
        CHAT.replace("REPLY", ""),
    ),
    Case(
        "input_shows",
        {"values": ["100"], "shows": r"\b212\b"},
        "<input type=number oninput='o.textContent = this.value * 9 / 5 + 32'><output id=o></output>",
        "<input type=number><output id=o></output>",
    ),
    Case(
        "input_changes",
        {},
        "<textarea oninput='o.textContent = this.value.length'></textarea><b id=o></b>",
        "<textarea></textarea>",
    ),
    Case("form_validates", {}, FORM, FORM.replace("required", "")),
    Case("form_thanks", {}, FORM, FORM.replace("'Thank you, we will write.'", "''")),
    Case(
        "button_does",
        {"labels": "again"},
        "<button onclick='o.textContent++'>Play again</button><p id=o>0</p>",
        "<style>button:hover, button:focus { background: red }</style><button>Play again</button>",
    ),
    Case(
        "click_changes",
        {"clicks": 2},
        canvas("c.onclick = (e) => dot(e.offsetX, e.offsetY, 20);"),
        canvas("onmousemove = (e) => dot(e.offsetX, e.offsetY, 20);"),
    ),
]
