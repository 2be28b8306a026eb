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
