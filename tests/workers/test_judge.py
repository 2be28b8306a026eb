"""How a draft is judged: mended, run, mended by what the run told, and the better one kept."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from workers.backends.base import Cancelled
from workers.events import Draft, PhaseChanged, TurnEvent, Write
from workers.judge import Checked, Mended, Workshop, judge
from workers.report import ExecutionReport, Expectation, Fault

FAULT = Fault(kind="error", severity="error", message="TypeError: tea is cold", file="index.html")


class Scores:
    """A checker that knows how good each text is: below 1 it fails."""

    def __init__(self, **scores: float) -> None:
        self.scores = scores

    def check(
        self, files: Mapping[str, str], expects: frozenset[Expectation], cancelled: Cancelled
    ) -> Checked:
        score = self.scores[files["index.html"]]
        faults = [] if score == 1 else [FAULT]
        verdict = "fails" if faults else "works"
        report = ExecutionReport.model_validate(
            {"verdict": verdict, "score": score, "faults": faults}
        )
        return Checked(report, {"desktop": b"jpeg"})


def next_text(files: Mapping[str, str], report: ExecutionReport) -> Mended:
    """cold becomes warm, warm becomes hot, and so on."""
    assert report.faults == [FAULT]
    order = ["cold", "warm", "hot", "hot"]
    text = order[order.index(files["index.html"]) + 1]
    return Mended({"index.html": text}, [f"Made it {text}."])


def judged(checker: Scores) -> tuple[Draft, list[TurnEvent]]:
    events: list[TurnEvent] = []
    workshop = Workshop(checker=checker, mend_faults=next_text)
    draft = Draft(files={"index.html": "cold"}, mends=["Washed the cup."])
    return judge(draft, frozenset(), workshop, lambda: False, events.append), events


def written(events: list[TurnEvent]) -> list[str]:
    return [event.text for event in events if isinstance(event, Write) and event.text]


@pytest.mark.parametrize(
    ("scores", "kept", "shown"),
    [
        ({"cold": 0.5, "warm": 1}, "warm", ["warm"]),
        ({"cold": 0.5, "warm": 0.5, "hot": 1}, "hot", ["warm", "hot"]),
        ({"cold": 0.5, "warm": 0.7, "hot": 0.6}, "warm", ["warm", "hot", "warm"]),
        ({"cold": 0.5, "warm": 0.4}, "cold", ["warm", "cold"]),
        ({"cold": 1}, "cold", []),
    ],
)
def test_the_better_of_two_runs_is_kept_and_shown(
    scores: dict[str, float], kept: str, shown: list[str]
) -> None:
    draft, events = judged(Scores(**scores))
    assert draft.files == {"index.html": kept} and written(events) == shown
    assert draft.report and draft.report.score == scores[kept]


def test_what_was_mended_is_told_with_what_was_mended_before() -> None:
    draft, events = judged(Scores(cold=0.5, warm=0.5, hot=1))
    assert draft.mends == ["Washed the cup.", "Made it warm.", "Made it hot."]
    assert sum(isinstance(event, PhaseChanged) for event in events) == 3


def test_a_page_is_mended_by_its_faults_twice_at_most() -> None:
    draft, events = judged(Scores(cold=0.5, warm=0.5, hot=0.5))
    assert draft.files == {"index.html": "hot"}
    assert sum(isinstance(event, PhaseChanged) for event in events) == 3
