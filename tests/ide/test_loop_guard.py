"""Endless loops on a plain LAN address, where a preview shares its process with the studio."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from ide.loop_guard import CHECK, PRELUDE, guard_loops
from ide.preview_html import ScriptGuard

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="runs JavaScript with Node")


def run(script: str) -> str:
    assert NODE is not None
    source = f"globalThis.self = globalThis; {PRELUDE}\n{guard_loops(script)}"
    done = subprocess.run([NODE, "-e", source], capture_output=True, text=True, timeout=20)
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("source", "guarded"),
    [
        ("while (true) {}", "while (@, true) {}"),
        ("while(a)b()", "while(@, a)b()"),
        ("do { a() } while (b)", "do { a() } while (@, b)"),
        ("for (;;) {}", "for (;@;) {}"),
        ("for (let i = 0; i < 3; i++) {}", "for (let i = 0;@,  i < 3; i++) {}"),
        ("for (let f = () => { a; b }; c;) {}", "for (let f = () => { a; b };@,  c;) {}"),
        ("`${[1].map(() => { while (x) {} })}`", "`${[1].map(() => { while (@, x) {} })}`"),
        ("a = b / c; while (d / e) {}", "a = b / c; while (@, d / e) {}"),
        ("return /[/'\"]/.test(a); while (b) {}", "return /[/'\"]/.test(a); while (@, b) {}"),
        ("`${/`}/.test(a)}`; while (b) {}", "`${/`}/.test(a)}`; while (@, b) {}"),
    ],
)
def test_each_loop_asks_before_it_goes_on(source: str, guarded: str) -> None:
    assert guard_loops(source) == guarded.replace("@", CHECK)


@pytest.mark.parametrize(
    "source",
    [
        "// while (true) {}\n/* for (;;) {} */",
        "s = 'while (true) {}' + \"for (;;) {}\" + `while (true) {}`",
        "r = /while(x)for(;;)/",
        "for (const a of b) {}",
        "for (const a in b) {}",
        "queue.while(true); queue?.for(1)",
        "meanwhile (true); $for(1)",
        "while (true) { 'never closed }",
        "while (true) { `never closed }",
        "while (true) { (] }",
    ],
)
def test_what_is_no_loop_or_cannot_be_read_stays_as_it_is(source: str) -> None:
    assert guard_loops(source) == source


@needs_node
@pytest.mark.parametrize(
    "loop", ["while (true) {}", "for (;;) {}", "do ; while (1)", "for (let i = 0; i < 2; i *= 1);"]
)
def test_an_endless_loop_throws_after_two_seconds(loop: str) -> None:
    said = run(f"try {{ {loop} }} catch (error) {{ console.log(error.message) }}")
    assert said == "A loop ran for more than 2 seconds and was stopped.\n"


@needs_node
def test_ordinary_loops_run_as_before() -> None:
    said = run(
        """
        let text = '';
        for (let i = 0, n = 3; i < n; i++) text += i;
        let j = 3; while (j--) { text += `${j}` }
        do { text += /\\d/.test('1') ? 'y' : 'n' } while (text.length < 9);
        for (const c of ['a', 'b']) text += c;
        console.log(text);
        """
    )
    assert said == "012210yyyab\n"


@needs_node
def test_a_task_that_ends_gives_its_time_back() -> None:
    said = run(
        """
        const busy = () => { const end = Date.now() + 1300; while (Date.now() < end); };
        busy(); setTimeout(() => { busy(); console.log('still here') }, 20);
        """
    )
    assert said == "still here\n"


PAGE = """<!doctype html><!-- <script>while (1);</script> --><p>1 < 2</p>
<script src="a.js"></script>
<script type="module">while (a) {}</script><script type="application/json">"while (a) {}"</script>
<SCRIPT>for (;;) { s = '<b>' }</SCRIPT ><p>end"""


def guard(pieces: list[str]) -> str:
    scripts = ScriptGuard()
    return "".join([scripts.feed(piece) for piece in pieces]) + scripts.close()


def test_only_scripts_that_run_are_guarded() -> None:
    whole = guard([PAGE])
    assert f'<script type="module">while ({CHECK}, a)' in whole
    assert f"<SCRIPT>for (;{CHECK};)" in whole
    assert '<script type="application/json">"while (a) {}"</script>' in whole
    assert whole.replace(f"{CHECK}, ", "").replace(CHECK, "") == PAGE


def test_a_page_cut_anywhere_is_guarded_the_same() -> None:
    whole = guard([PAGE])
    assert all(guard([PAGE[:cut], PAGE[cut:]]) == whole for cut in range(len(PAGE)))
    assert guard(list(PAGE)) == whole


def test_text_is_sent_on_at_once_but_a_script_only_when_whole() -> None:
    scripts = ScriptGuard()
    assert scripts.feed("<h1>Hi <b>you</b> <scr") == "<h1>Hi <b>you</b> "
    assert scripts.feed("ipt>while (1") == ""
    assert scripts.feed(");</script><p>") == f"<script>while ({CHECK}, 1);</script><p>"
    assert scripts.close() == ""
