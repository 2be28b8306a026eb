"""The page check in a real Chromium: one small page per fault, and healthy ones."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.workers.conftest import Check, page_of
from workers.browser import CheckBrowser, Checked, Plain
from workers.report import Fault

WORDS = "<h1>Tea</h1><p>How to make a cup of tea, in four steps.</p>"


def only(checked: Checked, kind: str) -> Fault:
    """The one fault of this kind."""
    found = [fault for fault in checked.report.faults if fault.kind == kind]
    assert len(found) == 1, checked.report
    return found[0]


def test_a_healthy_page_works_and_comes_with_two_pictures(check: Check) -> None:
    checked = check(WORDS)
    report = checked.report
    assert (report.verdict, report.score, report.faults) == ("works", 1.0, [])
    assert (report.title, report.moves, report.reacts) == ("Tea", False, [])
    assert sum(report.parts.values()) == pytest.approx(report.score)
    sizes = {name: Image.open(io.BytesIO(data)).size for name, data in checked.screenshots.items()}
    assert sizes == {"desktop": (1280, 800), "phone": (390, 844)}
    assert all(data.startswith(b"\xff\xd8") for data in checked.screenshots.values())


def test_files_of_the_project_are_loaded_by_the_page(check: Check) -> None:
    page = f"{WORDS}<link rel=stylesheet href=style.css><script type=module src=./app.js></script>"
    script = "import { words } from './words.js'; document.title = words"
    files = {"style__css": "h1 { color: red }", "words__js": "export const words = '茶'"}
    assert check(page, app__js=script, **files).report.title == "茶"


def test_storage_works_and_does_not_last(check: Check) -> None:
    page = "<script>document.title = localStorage.x || 'new'; localStorage.x = 'old'; sessionStorage.y = 1</script>"
    assert [check(WORDS + page).report.title for _ in range(2)] == ["new", "new"]


def test_an_error_at_load_is_told_with_its_line_and_the_lines_around(check: Check) -> None:
    checked = check("<p>One</p>\n<script>\nconst a = 1;\nmissing.x = a;\n</script>\n<p>Two</p>")
    fault = only(checked, "error")
    assert checked.report.verdict == "fails"
    assert (fault.file, fault.line, fault.column) == ("index.html", 6, 1)
    assert fault.message == "ReferenceError: missing is not defined"
    assert "> 6 | missing.x = a;" in fault.source and "  5 | const a = 1;" in fault.source


def test_a_syntax_error_in_a_file_is_told_with_its_place(check: Check) -> None:
    fault = only(
        check(f"{WORDS}<script src=app.js></script>", app__js="let a = 1;\nlet b = ;\n"), "syntax"
    )
    assert (fault.file, fault.line, fault.severity) == ("app.js", 2, "error")
    assert "Unexpected token ';'" in fault.message and ">" in fault.source


def test_an_unhandled_rejection_is_an_error(check: Check) -> None:
    checked = check(f"{WORDS}<script>\nPromise.reject(new TypeError('no tea'))</script>")
    assert "no tea" in only(checked, "rejection").message


def test_an_error_that_comes_again_and_again_is_told_once(check: Check) -> None:
    checked = check(
        f"{WORDS}<script>setInterval(() => {{ throw Error('tick ' + Date.now()) }}, 5)</script>"
    )
    assert only(checked, "error").times > 5


def test_console_errors_are_warnings_with_their_line(check: Check) -> None:
    checked = check(f"{WORDS}\n<script>console.error('too cold', 12, {{a: 1}})</script>")
    fault = only(checked, "console")
    assert checked.report.verdict == "warnings"
    assert fault.message.startswith("too cold 12") and fault.line == 4


def test_a_file_that_is_not_there_is_an_error_where_the_page_asks_for_it(check: Check) -> None:
    fault = only(check(f"{WORDS}\n<script src='js/app.js'></script>"), "load")
    assert (fault.severity, fault.file, fault.line) == ("error", "index.html", 4)
    assert "js/app.js" in fault.message


def test_a_library_that_is_not_on_the_shelf_is_an_error_and_is_named(check: Check) -> None:
    address = "https://cdn.example.com/lib@1/lib.min.js"
    checked = check(f"{WORDS}<script src='{address}'></script>")
    assert address in only(checked, "library").message and checked.report.verdict == "fails"


def test_other_addresses_on_the_network_are_warnings(check: Check) -> None:
    checked = check(f"{WORDS}<img src='https://example.com/a.jpg'>")
    assert only(checked, "library").severity == "warning"


def test_a_library_that_the_shelf_answers_is_used(checks: CheckBrowser) -> None:
    files = {"index.html": page_of(f"{WORDS}<script src='https://cdn.example.com/a.js'></script>")}
    library = Plain(b"document.title = 'From the shelf'", "text/javascript")
    checked = checks.check_page(files, elsewhere=lambda url: library if "a.js" in url else None)
    assert (checked.report.title, checked.report.verdict) == ("From the shelf", "works")


def test_a_page_of_one_colour_is_blank(check: Check) -> None:
    checked = check("<div style='background: teal; position: fixed; inset: 0'></div>")
    assert only(checked, "blank").severity == "error"
    assert checked.report.parts["shows"] == 0


def test_a_canvas_of_one_colour_is_told(check: Check) -> None:
    checked = check("<h1>Game</h1><canvas id=game width=900 height=600></canvas>")
    fault = only(checked, "blank-canvas")
    assert "canvas#game" in fault.message and fault.severity == "error"


def test_a_project_without_a_page_fails_at_once(checks: CheckBrowser) -> None:
    report = checks.check_page({"app.js": "1"}).report
    assert (report.verdict, report.faults[0].kind) == ("fails", "no-page")


def test_no_browser_is_told_in_words() -> None:
    report = CheckBrowser("/nowhere/chromium").check_page({"index.html": "x"}).report
    assert report.verdict == "unchecked"
    assert report.problem and report.problem.code == "no-browser"


def test_what_reaches_beyond_a_phones_screen_is_told(check: Check) -> None:
    checked = check(f"{WORDS}<div id=wide style='width: 700px'>A wide table of teas</div>")
    fault = only(checked, "overflow")
    assert "div#wide" in fault.message and fault.severity == "warning"
    assert (
        check(
            f"{WORDS}<div style='overflow-x: auto'><p style='width: 700px'>x</p></div>"
        ).report.verdict
        == "works"
    )


def test_a_shader_that_does_not_compile_is_told(check: Check) -> None:
    script = """const gl = document.querySelector('canvas').getContext('webgl');
const s = gl.createShader(gl.FRAGMENT_SHADER); gl.shaderSource(s, 'void main() { nonsense }'); gl.compileShader(s);"""
    checked = check(f"{WORDS}<canvas></canvas><script>{script}</script>")
    faults = [fault for fault in checked.report.faults if fault.kind == "webgl"]
    assert faults and "nonsense" in faults[0].message


def test_webgl_draws_without_a_gpu(check: Check) -> None:
    script = """const gl = document.querySelector('canvas').getContext('webgl2');
let n = 0; const draw = () => { n += 1; gl.enable(gl.SCISSOR_TEST); gl.scissor(0, 0, 150, 150);
gl.clearColor(.1, .2, .3, 1); gl.clear(gl.COLOR_BUFFER_BIT); gl.scissor(n % 100, 20, 40, 40);
gl.clearColor(1, .5, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); requestAnimationFrame(draw) }; draw()"""
    checked = check(f"{WORDS}<canvas></canvas><script>{script}</script>", "webgl", "motion")
    assert checked.report.verdict == "works", checked.report
    assert checked.report.frames_per_second and checked.report.frames_per_second > 5


def test_sound_that_waits_for_a_gesture_is_a_warning(check: Check) -> None:
    early = (
        "<script>const a = new AudioContext(); a.createOscillator().connect(a.destination)</script>"
    )
    assert only(check(WORDS + early), "audio").severity == "warning"
    late = "<button onclick='new AudioContext(); this.textContent = 1'>Sound</button>"
    assert check(WORDS + late, "audio", "buttons").report.verdict == "works"


def test_going_to_another_page_by_itself_is_told_and_prevented(check: Check) -> None:
    checked = check(f"{WORDS}<script>location.href = 'https://example.com/away'</script>")
    assert "example.com/away" in only(checked, "leaves").message
    assert checked.report.title == "Tea"


def test_a_form_that_loads_the_page_anew_is_told(check: Check) -> None:
    checked = check(f"{WORDS}<form><input name=tea placeholder='Which tea'></form>")
    fault = only(checked, "leaves")
    assert "preventDefault" in fault.message and "Which tea" in fault.message
