"""A report in words for the model that is to repair the page."""

from __future__ import annotations

from collections.abc import Callable

from workers.report import ExecutionReport, Fault

LIMIT = 1200  # characters
MOST = 5  # faults: a small model mends few at once
ADVICE = {
    "library": "Remove it or do without it.",
    "load": "Remove the reference, or write that file.",
    "frozen": "Every loop must end; use requestAnimationFrame for what goes on.",
    "blank": "Something must be visible when the page has loaded.",
    "overflow": "Use max-width: 100% and flexible sizes.",
}


def repair_text(report: ExecutionReport, seen: Callable[[Fault], bool] | None = None) -> str:
    """What is wrong, the most important first, with the real lines around; "" when nothing is.

    At most about 1200 characters: what no longer fits is left out, not cut. Of the faults for
    which `seen` is true the reader has the lines before him already.
    """
    errors = [fault for fault in report.faults if fault.severity == "error"]
    chosen = _merged(errors or report.faults)[:MOST]
    parts: list[str] = []
    room = LIMIT
    shown: set[tuple[str, int]] = set()
    for fault in chosen:
        known = (fault.file, fault.line) in shown or bool(seen and seen(fault))
        text = _told(fault, with_source=not known)
        if len(text) > room:
            text = _told(fault, with_source=False)
        if len(text) > room:
            continue
        shown.add((fault.file, fault.line))
        parts.append(text)
        room -= len(text) + 1
    return "\n".join(parts)


def _merged(faults: list[Fault]) -> list[Fault]:
    """One of those that say the same at the same place, whatever input brought them about."""
    found: dict[tuple[str, str, int], Fault] = {}
    for fault in faults:
        found.setdefault((fault.message.rpartition("”: ")[2], fault.file, fault.line), fault)
    return list(found.values())


def _told(fault: Fault, with_source: bool) -> str:
    place = (
        f"{fault.file}:{fault.line}: " if fault.line else f"{fault.file}: " if fault.file else ""
    )
    advice = ADVICE.get(fault.kind, "")
    message = fault.message
    if fault.kind == "lacking":
        message = f"The page lacks what was asked for: {message}."
    text = f"- {place}{message}{' ' + advice if advice else ''}"
    return f"{text}\n{fault.source}" if with_source and fault.source else text
