"""What came of running a page: the judgement that every revision carries.

Made by the page check (`workers.browser`), read by the repair, the interface and the rollouts.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workers.frozen import Frozen, Problem

FaultKind = Literal[
    "syntax",  # a script that does not parse
    "error",  # an uncaught exception
    "rejection",  # an unhandled promise rejection
    "console",  # console.error
    "load",  # a file of the project that is not there
    "library",  # an address on the network that is not on the shelf
    "no-page",  # nothing to open
    "blank",  # one colour all over
    "blank-canvas",  # a canvas of one colour
    "frozen",  # the main thread does not answer
    "crash",  # the browser's process ended
    "webgl",  # no context, a shader that does not compile
    "no-motion",  # it should move and does not
    "no-reaction",  # it takes input and nothing changes
    "overflow",  # text outside the screen at 390 px
    "audio",  # sound that waits for a gesture
]
Verdict = Literal["works", "warnings", "fails", "unchecked"]


class Fault(Frozen):
    """One thing that is wrong, once, however often it happened (`times`).

    `line` counts from 1 within the project's `file`; 0 when unknown. `source` holds the lines
    around it as they stand, each with its number, the one at fault marked by `>`.
    """

    kind: FaultKind
    severity: Literal["error", "warning"]
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    source: str = ""
    times: int = 1


class ExecutionReport(Frozen):
    """How a page ran. `score` is from 0 to 1; `parts` are its summands by name.

    `unchecked`: no browser could run it; `problem` says why. `reacts` names the kinds of input
    after which something changed: pointer, keys, buttons.
    """

    verdict: Verdict
    score: float = 0.0
    parts: dict[str, float] = Field(default_factory=dict)
    faults: list[Fault] = Field(default_factory=list)
    title: str = ""
    frames_per_second: float | None = None
    moves: bool = False
    reacts: list[str] = Field(default_factory=list)
    seconds: float = 0.0
    problem: Problem | None = None


def without_source(report: ExecutionReport) -> ExecutionReport:
    """The report as the interface needs it: a few faults, without the lines of code around."""
    faults = [fault.model_copy(update={"source": ""}) for fault in report.faults[:8]]
    return report.model_copy(update={"faults": faults})
