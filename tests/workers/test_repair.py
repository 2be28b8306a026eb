"""What the model is asked for when a page failed, and where its answer goes."""

from __future__ import annotations

from workers.events import Draft
from workers.repair import Repair, plan_repair
from workers.report import ExecutionReport, Fault

PAGE = """<!DOCTYPE html>
<html><body>
<button onclick="pour()">Pour</button>
<canvas id="cup"></canvas>
<script>
const cup = document.getElementById("cup");
function boil(degrees) {
  cup.width = degrees * size;
  steam();
}
boil(100);
</script>
</body></html>
"""


def plan(*faults: Fault, **files: str) -> Repair | None:
    """A repair of PAGE, or of other files."""
    named = {name.replace("__", "."): text for name, text in files.items()}
    report = ExecutionReport(verdict="fails", faults=list(faults))
    draft = Draft(files=named or {"index.html": PAGE}, origin="written", report=report)
    return plan_repair(draft, "A cup of tea")


def fault(message: str, line: int = 0, file: str = "index.html") -> Fault:
    return Fault(kind="error", severity="error", message=message, file=file, line=line)


def test_the_statement_at_fault_is_written_again_and_takes_its_place() -> None:
    repair = plan(fault("ReferenceError: size is not defined", 8))
    assert repair and (repair.lines.first, repair.lines.last) == (7, 10)
    asked = repair.messages[-1]["content"]
    assert "size is not defined" in asked and "function boil(degrees) {" in asked
    files = repair.apply({"index.html": PAGE}, "```js\nfunction boil() {}\n```")
    assert files and "function boil() {}\nboil(100);" in files["index.html"]
    assert "size" not in files["index.html"]


def test_a_function_that_nobody_wrote_is_asked_for_alone() -> None:
    repair = plan(fault("ReferenceError: steam is not defined", 9))
    assert repair and repair.defines == ("steam",) and repair.lines.count == 0
    assert repair.messages[-1]["content"].endswith(
        "Write `steam`, which the page calls and nothing defines; nothing else."
    )
    files = repair.apply({"index.html": PAGE}, "```js\nfunction steam() {\n}\n```")
    assert files and files["index.html"].replace("function steam() {\n}\n", "") == PAGE
    assert "<script>\nfunction steam() {" in files["index.html"]


def test_handlers_in_the_markup_get_the_function_that_they_call() -> None:
    repair = plan(fault("“Pour” calls pour(), which no script defines.", 3))
    assert repair and repair.defines == ("pour",)


def test_an_answer_that_defines_something_else_is_no_repair() -> None:
    repair = plan(fault("ReferenceError: steam is not defined", 9))
    assert repair and repair.apply({"index.html": PAGE}, "```js\nboil(90);\n```") is None


def test_a_function_goes_to_the_top_of_a_file_of_its_own() -> None:
    files = {"index__html": "<script src=app.js></script>", "app__js": "start();\n"}
    repair = plan(fault("ReferenceError: start is not defined", 1, "app.js"), **files)
    assert repair and repair.path == "app.js"
    done = repair.apply({"app.js": "start();\n"}, "```js\nfunction start() {}\n```")
    assert done == {"app.js": "function start() {}\nstart();\n"}


def test_an_answer_that_breaks_what_parsed_is_no_repair() -> None:
    repair = plan(fault("ReferenceError: size is not defined", 8))
    assert repair and repair.apply({"index.html": PAGE}, "```js\nfunction boil( {\n```") is None
    assert repair.apply({"index.html": PAGE}, "I cannot.") is None


ROW = """<main>
<article class="story">
<h3>Green tea</h3><p>Picked in April, before the rain.</p>
</article>
<article class="story">
<h3>Black tea</h3><p>It came on ships and by caravan.</p>
</article>
</main>
"""


def lacks(thing: str, files: dict[str, str], mine: tuple[str, ...], line: int = 0) -> Repair | None:
    path = "index.html" if line else ""
    faults = [Fault(kind="lacking", severity="warning", message=thing, file=path, line=line)]
    report = ExecutionReport(verdict="warnings", faults=faults)
    draft = Draft(files=files, origin="written", report=report)
    return plan_repair(draft, "Three teas, with a slider", mine)


def test_what_a_row_lacks_is_asked_for_alone_and_goes_to_its_end() -> None:
    repair = lacks("3 stories", {"index.html": ROW}, ())
    assert repair and (repair.lines.first, repair.lines.last) == (8, 7)
    asked = repair.messages[-1]["content"]
    assert "Black tea" in asked and "Green tea" not in asked and "Write 1 more" in asked
    more = '<article class="story">\n<h3>White tea</h3>\n</article>'
    files = repair.apply({"index.html": ROW}, f"```html\n{more}\n```")
    assert files and files["index.html"] == ROW.replace("</main>", f"{more}\n</main>")


def test_what_a_comment_stands_for_is_asked_for_and_takes_its_place() -> None:
    page = ROW.replace("</main>", "<!-- Add more teas -->\n</main>")
    repair = lacks("“Add more teas”", {"index.html": page}, (), line=8)
    assert repair and (repair.lines.first, repair.lines.last) == (8, 8)
    assert "Line 8 is a mere comment" in repair.messages[-1]["content"]
    more = '<article class="story">\n<h3>White tea</h3>\n</article>'
    files = repair.apply({"index.html": page}, f"```html\n{more}\n```")
    assert files and files["index.html"] == ROW.replace("</main>", f"{more}\n</main>")


def test_what_the_page_of_a_reference_lacks_is_sought_in_its_settings() -> None:
    files = {"index.html": ROW, "engine.js": "start();", "content.js": "const CONTENT = {};\n"}
    repair = lacks("slider", files, ("content.js",))
    assert repair and repair.path == "content.js"
    assert "lacks what was asked for: slider" in repair.messages[-1]["content"]


def test_a_page_written_freely_is_left_as_it_is_when_it_runs() -> None:
    assert lacks("slider", {"index.html": PAGE}, ()) is None
