"""The arms of the measure: which helpers of a turn are on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bench.site import ORIGIN, Serve, Served, serve_files
from workers.answer import Emit
from workers.backends.base import Backend, Capabilities, SamplingParams
from workers.events import GenerateRequest, TurnResult
from workers.grounding import load_starters
from workers.judge import Checker, Workshop
from workers.mends import mend, mend_faults
from workers.pages import serve_with_shelf
from workers.turn import run_turn


@dataclass(frozen=True)
class Switches:
    """What helps the model in a turn; all off is the bare model. `candidates`: how many pages
    are written, of which the best is kept."""

    shelf: bool = False
    grounding: bool = False
    mends: bool = False
    repair: bool = False
    candidates: int = 1


# Each arm has what the one before it has, and one thing more: the difference is that thing's.
ARMS: dict[str, Switches] = {
    "plain": Switches(),
    "shelf": Switches(shelf=True),
    "grounding": Switches(shelf=True, grounding=True),
    "mends": Switches(shelf=True, grounding=True, mends=True),
    "repair": Switches(shelf=True, grounding=True, mends=True, repair=True),
    "best2": Switches(shelf=True, grounding=True, mends=True, repair=True, candidates=2),
}


class NoSuchArm(ValueError):
    """There is no arm of that name; the message is for a person."""


def arm_named(name: str) -> Switches:
    """The switches of an arm. Raises `NoSuchArm`, in words."""
    if name not in ARMS:
        raise NoSuchArm(f"There is no arm {name!r}; there are {', '.join(ARMS)}.")
    return ARMS[name]


def write(
    prompt: str,
    backend: Backend,
    capabilities: Capabilities,
    sampling: SamplingParams,
    switches: Switches,
    emit: Emit,
    checker: Checker,
) -> TurnResult:
    """One turn without the web, as `manage.py generate` runs it, with `switches`."""
    request = GenerateRequest(turn="bench", attempt=1, prompt=prompt)
    workshop = workshop_of(switches, checker)
    return run_turn(request, backend, capabilities, sampling, emit, lambda: False, workshop)


def workshop_of(switches: Switches, checker: Checker) -> Workshop:
    """What a turn with these switches works with."""
    return Workshop(
        checker=checker if switches.repair or switches.candidates > 1 else None,
        mend=mend if switches.mends else None,
        mend_faults=mend_faults if switches.mends else None,
        starters=load_starters() if switches.grounding else (),
        repairs=2 if switches.repair else 0,
        candidates=switches.candidates,
    )


def serving(files: Mapping[str, str], switches: Switches) -> Serve:
    """How a browser gets the page's files. Without the shelf: they alone, no library."""
    if not switches.shelf:
        return serve_files(files)
    below, elsewhere = serve_with_shelf(files, ORIGIN)

    def serve(asked: str) -> Served | None:
        return elsewhere(asked) if "://" in asked else below(asked)

    return serve
