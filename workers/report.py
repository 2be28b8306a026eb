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
    "leaves",  # it goes to another page, or opens a window, by itself
    "lacking",  # the wish names something that it has not
    "dialogs",  # it asks again and again with alert, confirm or prompt
]
Expectation = Literal["motion", "pointer", "keys", "buttons", "audio", "webgl"]
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
    after which something changed: pointer, keys, buttons. `frames_per_second` only of a page that
    draws; `seconds` is how long the check took. `controls` are what can be used on the page, each
    as "kind: label" (button, slider, search, list, field, tick, link); `alike` is the length of
    its longest row of like things. The parts and what each is worth:

        loads   0.20  the page loads, and every file and library that it asks for
        clean   0.25  no error, no rejection, no shader that fails; console errors cost some
        shows   0.20  neither the page nor a canvas is of one colour
        moves   0.10  something moves, or nothing was expected to
        reacts  0.15  every expected kind of input changes something
        fits    0.10  nothing reaches beyond a phone's screen
        asked   less  0.05 for each thing that the wish names and the page lacks
    """

    verdict: Verdict
    score: float = 0.0
    parts: dict[str, float] = Field(default_factory=dict)
    faults: list[Fault] = Field(default_factory=list)
    title: str = ""
    frames_per_second: float | None = None
    moves: bool = False
    reacts: list[str] = Field(default_factory=list)
    controls: list[str] = Field(default_factory=list)
    alike: int = 0
    seconds: float = 0.0
    problem: Problem | None = None


def without_source(report: ExecutionReport) -> ExecutionReport:
    """The report as the interface needs it: a few faults, without the lines of code around."""
    faults = [fault.model_copy(update={"source": ""}) for fault in report.faults[:8]]
    return report.model_copy(update={"faults": faults, "controls": []})


class CheckRequest(Frozen):
    """What a check worker is asked: a project's files and what makes a lack an error.

    With a `revision` nobody waits: the web side is told that the answer is there.
    """

    id: str
    revision: int | None = None
    files: dict[str, str]
    expects: list[Expectation] = Field(default_factory=list)
