"""What a turn works with besides the model, and how it judges what the model wrote."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from workers.backends.base import Cancelled
from workers.browser import Checked
from workers.events import Draft, Judged, PhaseChanged, TurnEvent, Write
from workers.grounding import Starter
from workers.report import ExecutionReport, Expectation, Fault, without_source


class Checker(Protocol):
    """Runs a page. Never raises: a page that cannot be run gets an `unchecked` report."""

    def check(
        self, files: Mapping[str, str], expects: frozenset[Expectation], cancelled: Cancelled
    ) -> Checked:
        """Run the project's entry page; what it is expected to do and does not is an error."""
        ...


class Mended(NamedTuple):
    """Files after the known faults were mended, and what was mended, in words."""

    files: dict[str, str]
    notes: list[str]


MENDED_RUNS = 2  # of a page that fails by known faults: one fault often hides the next
Emit = Callable[[TurnEvent], None]
Mend = Callable[[Mapping[str, str]], Mended]
MendFaults = Callable[[Mapping[str, str], ExecutionReport], Mended]


@dataclass(frozen=True)
class Workshop:
    """What a turn may use. The default is nothing: the page is written, and that is all.

    `mend` is applied to every page before it is run, `mend_faults` to one that failed.
    `repairs` is how often the model may be asked to mend a page that fails, `candidates` how many
    first pages it writes at once, of which the best is kept. `pairs`: further wishes are made by
    search/replace pairs first, not by whole files at once.
    """

    checker: Checker | None = None
    mend: Mend | None = None
    mend_faults: MendFaults | None = None
    starters: Sequence[Starter] = ()
    repairs: int = 0
    candidates: int = 1
    pairs: bool = True


def judge(
    draft: Draft,
    expects: frozenset[Expectation],
    workshop: Workshop,
    cancelled: Cancelled,
    emit: Emit,
) -> Draft:
    """The draft, mended and run. Viewers are told what was mended and how it ran.

    What fails with faults that are known is mended and run again; the better one is kept.
    """
    if workshop.mend:
        draft = _mended(draft, workshop.mend(draft.files), emit)
    if workshop.checker is None or cancelled():
        return draft
    best = _run(draft, expects, workshop.checker, cancelled, emit)
    for _ in range(MENDED_RUNS):
        if workshop.mend_faults is None or best.report is None or not fails(best) or cancelled():
            break
        mended = workshop.mend_faults(best.files, best.report)
        if mended.files == best.files:
            break
        again = _mended(best, mended, emit)
        again = _run(again, expects, workshop.checker, cancelled, emit)
        if score(again) < score(best):
            _show(again.files, best.files, emit)
            break
        best = again  # as good is better: a fault that is mended no longer hides the next one
    return best


def _mended(draft: Draft, mended: Mended, emit: Emit) -> Draft:
    _show(draft.files, mended.files, emit)
    notes = [*draft.mends, *(note for note in mended.notes if note not in draft.mends)]
    return draft.model_copy(update={"files": mended.files, "mends": notes})


def _show(before: Mapping[str, str], after: Mapping[str, str], emit: Emit) -> None:
    """Have viewers see the files that changed."""
    for path, text in after.items():
        if before.get(path) != text:
            emit(Write(path=path, text=text, opens=True))


def _run(
    draft: Draft,
    expects: frozenset[Expectation],
    checker: Checker,
    cancelled: Cancelled,
    emit: Emit,
) -> Draft:
    emit(PhaseChanged(phase="running"))
    checked = checker.check(draft.files, expects, cancelled)
    emit(Judged(report=without_source(checked.report)))
    images = {name: base64.b64encode(data).decode() for name, data in checked.screenshots.items()}
    return draft.model_copy(update={"report": checked.report, "screenshots": images})


def score(draft: Draft) -> float:
    """How good a draft is, from 0 to 1; one that was not run is worth less than any that ran."""
    return draft.report.score if draft.report and draft.report.verdict != "unchecked" else -1.0


def fails(draft: Draft) -> bool:
    """Whether the page was run and does not work."""
    return draft.report is not None and draft.report.verdict == "fails"


def runs(draft: Draft) -> bool:
    """Whether the page was run and works, with or without warnings."""
    return draft.report is not None and draft.report.verdict in ("works", "warnings")


def lacks(draft: Draft) -> bool:
    """Whether the page was run and lacks something that the wish names."""
    return draft.report is not None and any(f.kind == "lacking" for f in draft.report.faults)


def errors(report: ExecutionReport) -> list[Fault]:
    """The faults because of which a page fails, the gravest first as the check ordered them."""
    return [fault for fault in report.faults if fault.severity == "error"]


def same_faults(one: Draft, other: Draft) -> bool:
    """Whether the same went wrong in both, wherever it stands now; both were run."""
    if one.report is None or other.report is None:
        return False
    first, second = ({(f.kind, f.message) for f in errors(r)} for r in (one.report, other.report))
    return first == second
