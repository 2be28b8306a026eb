"""The arms of the measure: which helpers of a turn are on. One function knows how to hand the
switches on to the turn, and one how such a page is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bench.site import Serve, serve_files
from workers.backends.base import Backend, Capabilities, SamplingParams
from workers.events import GenerateRequest, TurnResult
from workers.turn import Emit, run_turn


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
WIRED = frozenset({"plain"})  # the arms that `write` and `serving` can do


class NotWired(ValueError):
    """An arm that the turn cannot do yet; the message is for a person."""


def arm_named(name: str) -> Switches:
    """The switches of an arm. Raises `NotWired`, in words, when there is none or not yet."""
    if name not in ARMS:
        raise NotWired(f"There is no arm {name!r}; there are {', '.join(ARMS)}.")
    if name not in WIRED:
        on = ", ".join(
            part for part, value in asdict(ARMS[name]).items() if value is True or value > 1
        )
        raise NotWired(f"The arm {name!r} is not wired: the turn takes no switches yet ({on}).")
    return ARMS[name]


def write(
    prompt: str,
    backend: Backend,
    capabilities: Capabilities,
    sampling: SamplingParams,
    switches: Switches,
    emit: Emit,
) -> TurnResult:
    """One turn without the web, as `manage.py generate` runs it, with `switches`."""
    assert switches == Switches(), "arm_named lets no other through"
    request = GenerateRequest(turn="bench", attempt=1, prompt=prompt)
    return run_turn(request, backend, capabilities, sampling, emit, lambda: False)


def serving(files: Mapping[str, str], switches: Switches) -> Serve:
    """How a browser gets the page's files. Without the shelf: they alone, no library."""
    assert not switches.shelf, "arm_named lets no other through"
    return serve_files(files)
