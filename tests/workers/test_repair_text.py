"""What the model is told of a page that did not work."""

from __future__ import annotations

from workers.browser import repair_text
from workers.browser.listen import source_around
from workers.report import ExecutionReport, Fault


def report(*faults: Fault) -> ExecutionReport:
    return ExecutionReport(verdict="fails", faults=list(faults))


def fault(message: str, line: int = 0, **more: str) -> Fault:
    source = source_around("\n".join(f"line {n};" for n in range(1, 30)), line)
    facts = {"kind": "error", "severity": "error", "file": "app.js", "message": message, **more}
    return Fault.model_validate({**facts, "line": line, "source": source})


def test_an_error_comes_with_the_real_lines_around_it() -> None:
    text = repair_text(report(fault("ReferenceError: x is not defined", 12)))
    assert text.startswith("- app.js:12: ReferenceError: x is not defined\n")
    assert "> 12 | line 12;" in text and "   9 | line 9;" in text and "line 8;" not in text


def test_a_report_without_faults_gives_no_text() -> None:
    assert repair_text(ExecutionReport(verdict="works")) == ""


def test_warnings_are_left_out_while_there_are_errors() -> None:
    warning = fault("too wide", kind="overflow", severity="warning")
    assert "too wide" not in repair_text(report(fault("broken", 3), warning))
    assert "too wide" in repair_text(report(warning))


def test_what_several_inputs_brought_about_is_told_once() -> None:
    clicks = [fault(f"After a click on “{n}”: TypeError: go is not a function") for n in "abc"]
    assert repair_text(report(*clicks)).count("TypeError") == 1


def test_the_text_is_short_whatever_happened() -> None:
    many = [fault(f"Error {n} " + "x" * 250, n + 1) for n in range(20)]
    text = repair_text(report(*many))
    assert 0 < len(text) <= 1210 and text.startswith("- app.js:1: Error 0")
