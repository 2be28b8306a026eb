"""The page check in a real Chromium: what moves, and what mouse, keys and buttons bring about."""

from __future__ import annotations

import pytest

from tests.workers.conftest import Check
from tests.workers.test_browser import WORDS, only
from workers.browser import expectations_from

CANVAS = "<canvas id=c width=600 height=400 style='max-width: 100%'></canvas><script>const g = c.getContext('2d');"
BALL = (
    CANVAS + "let t = 0; const f = () => { g.fillStyle = '#123'; g.fillRect(0, 0, 600, 400); "
    "g.fillStyle = 'red'; g.fillRect(t++ % 500, 300, 30, 30); requestAnimationFrame(f) }; f();"
)


def test_what_moves_is_seen_and_its_frames_are_counted(check: Check) -> None:
    report = check(f"{BALL}</script>", "motion").report
    assert report.moves and report.verdict == "works"
    assert report.frames_per_second and 5 < report.frames_per_second < 70


def test_what_should_move_and_does_not_is_an_error(check: Check) -> None:
    checked = check(f"{CANVAS}g.fillRect(5, 5, 50, 50)</script>", "motion")
    fault = only(checked, "no-motion")
    assert fault.severity == "error" and "requestAnimationFrame" in fault.message


def test_keys_that_move_something_are_seen_beside_other_motion(check: Check) -> None:
    player = (
        "let x = 20; addEventListener('keydown', e => { if (e.key === 'ArrowRight') x += 60 }); "
        "const p = () => { g.fillStyle = 'lime'; g.fillRect(x, 60, 40, 40); requestAnimationFrame(p) }; p()"
    )
    report = check(f"{BALL}{player}</script>", "motion", "keys").report
    assert report.verdict == "works" and "keys" in report.reacts


def test_keys_that_nothing_listens_for_are_told_as_such(check: Check) -> None:
    fault = only(check(f"{BALL}</script>", "keys"), "no-reaction")
    assert "no script listens" in fault.message


def test_keys_that_change_nothing_are_told_as_such(check: Check) -> None:
    checked = check(f"{BALL}let n = 0; onkeydown = () => n++</script>", "keys")
    assert "Nothing changes after arrows" in only(checked, "no-reaction").message


def test_an_error_after_a_key_is_told_with_the_key(check: Check) -> None:
    checked = check(f"{BALL}onkeydown = e => {{ if (e.key === 'ArrowUp') jump() }}</script>")
    assert only(checked, "error").message.startswith("After the key ArrowUp: ReferenceError: jump")


def test_drawing_with_the_mouse_is_a_reaction_and_no_blank_canvas(check: Check) -> None:
    script = "let on; c.onmousedown = () => on = 1; c.onmouseup = () => on = 0; c.onmousemove = e => { if (on) g.fillRect(e.offsetX, e.offsetY, 8, 8) }"
    checked = check(f"{CANVAS}{script}</script>", "pointer")
    assert checked.report.reacts == ["pointer"] and checked.report.verdict == "works", (
        checked.report
    )


def test_a_button_that_changes_the_document_reacts(check: Check) -> None:
    page = f"{WORDS}<p id=n>0</p><button onclick='n.textContent++'>More</button>"
    assert check(page, "buttons").report.reacts == ["buttons", "pointer"]


def test_buttons_without_an_effect_are_named(check: Check) -> None:
    fault = only(check(f"{WORDS}<button>More tea</button>", "buttons"), "no-reaction")
    assert "“More tea”" in fault.message


def test_an_error_after_a_click_names_the_button(check: Check) -> None:
    checked = check(f"{WORDS}<button onclick='brew()'>Brew</button>")
    assert (
        only(checked, "error").message
        == "After a click on “Brew”: ReferenceError: brew is not defined"
    )


def test_a_handler_that_calls_what_nobody_defines_is_found_without_a_click(check: Check) -> None:
    buttons = "<button onclick='n.textContent++'>More</button>" * 13
    page = f"{WORDS}<p id=n>0</p>{buttons}<button onclick='brew()'>Brew</button><form onsubmit='reset()'></form>"
    fault = only(check(page), "error")
    assert fault.message == "“Brew” calls brew(), which no script defines." and fault.line == 3


def test_a_handler_in_a_let_or_const_is_no_fault(check: Check) -> None:
    page = f"{WORDS}<button onclick='brew()'>Brew</button><script>const brew = () => document.body.append('!')</script>"
    assert check(page).report.verdict == "works"


def test_keys_held_against_much_motion_are_seen_by_experiment(check: Check) -> None:
    crowd = (
        CANVAS
        + "const many = Array.from({length: 60}, () => [Math.random() * 600, Math.random() * 400]);"
        "let x = 300; onkeydown = (e) => { if (e.key === 'ArrowLeft') x -= 6; };"
        "const f = () => { g.fillStyle = '#000'; g.fillRect(0, 0, 600, 400); g.fillStyle = '#fff';"
        "for (const m of many) { m[0] = (m[0] + 9) % 600; g.fillRect(m[0], m[1], 30, 30); }"
        "MOVES requestAnimationFrame(f) }; f();</script>"
    )
    steered = check(crowd.replace("MOVES", "g.fillRect(x, 380, 40, 15);"), "keys").report
    assert (steered.verdict, "keys" in steered.reacts) == ("works", True)
    fault = only(check(crowd.replace("MOVES", ""), "keys"), "no-reaction")
    assert "Nothing changes after arrows" in fault.message


def test_a_slider_that_a_script_listens_to_counts_where_everything_moves(check: Check) -> None:
    page = f"{BALL}</script><label>Speed <input type=range id=s></label><script>s.oninput = () => 0</script>"
    assert "buttons" in check(page, "motion", "buttons").report.reacts


def test_text_is_typed_and_submitted(check: Check) -> None:
    page = "<form id=f><input id=i placeholder=Tea></form><ul id=u></ul><script>f.onsubmit = e => { e.preventDefault(); u.innerHTML += '<li>' + i.value }</script>"
    report = check(WORDS + page, "buttons").report
    assert (report.verdict, report.reacts) == ("works", ["buttons", "pointer"])


@pytest.mark.parametrize("label", ["Start", "▶ Play now", "开始游戏", "Press me"])
def test_a_start_button_is_pressed_before_the_page_is_judged(check: Check, label: str) -> None:
    page = (
        BALL.replace(" f();", "")
        + f"</script><button onclick='f(); this.remove()'>{label}</button>"
    )
    report = check(page, "motion").report
    assert report.moves and report.verdict == "works", report


def test_a_game_that_waits_for_a_key_is_begun_with_it(check: Check) -> None:
    page = BALL.replace(" f();", " addEventListener('keydown', f, {once: true});")
    assert check(f"<p>Press SPACE to start</p>{page}</script>", "motion").report.moves


def test_an_endless_loop_after_a_click_is_found_and_named(check: Check) -> None:
    fault = only(check(f"{WORDS}<button onclick='for (;;) {{}}'>Brew</button>"), "frozen")
    assert "“Brew”" in fault.message


def test_many_dialogs_are_a_warning(check: Check) -> None:
    checked = check(f"{WORDS}<script>for (let i = 0; i < 6; i++) alert(i)</script>")
    assert "6 dialogs" in only(checked, "dialogs").message


@pytest.mark.parametrize(
    ("prompt", "code", "expected"),
    [
        ("A page about tea", "<button>Order</button>", set()),
        ("A page about tea", "<button onclick='a()'>Order</button>", {"buttons"}),
        ("a snake game", "", {"motion", "keys"}),
        ("做一个贪吃蛇游戏", "", {"motion", "keys"}),
        (
            "a game",
            "<canvas><script>addEventListener('keydown', e => go(e.key === 'ArrowUp')); requestAnimationFrame(a)",
            {"motion", "keys"},
        ),
        ("三维太阳系", "new THREE.WebGLRenderer()", {"webgl", "motion"}),
        (
            "a piano",
            "new AudioContext(); canvas.addEventListener('pointerdown', x)",
            {"audio", "pointer"},
        ),
        ("a tea shop", "a { animation: spin 2s linear infinite }", set()),
        (
            "a tea shop",
            "document.addEventListener('click', e => close(e)); addEventListener('keydown', e => e.key === 'Escape' && close())",
            set(),
        ),
        ("a memory game", "<canvas></canvas><script>requestAnimationFrame(frame)</script>", set()),
    ],
)
def test_expectations_come_from_the_code_and_the_wish(
    prompt: str, code: str, expected: set[str]
) -> None:
    assert expectations_from(prompt, {"index.html": code}) == expected
