"""What expectations share: their outcome, and visits that differ in one thing only."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bench.pictures import Box, Picture
from bench.site import Site, Visit

SEEN = 0.0004  # the share of pixels that must differ: a dot of 17 px on the 1000 x 700 screen


class Outcome(NamedTuple):
    """Whether it holds, and why (not), in a few words."""

    ok: bool
    why: str


@dataclass(frozen=True)
class Held:
    """An expectation's outcome with its call and the seconds it took."""

    name: str
    parameters: dict[str, Any]
    ok: bool
    why: str
    seconds: float


Expectation = Callable[..., Awaitable[Outcome]]
Act = Callable[[Visit], Awaitable[None]]


@dataclass(frozen=True)
class Run:
    """What a visit with a stopped clock came to: pictures of the stage in turn, and the text."""

    pictures: list[Picture]
    text: str

    def differs(self, other: Run) -> float:
        """The largest share of pixels in which two runs differ at the same moment."""
        pairs = zip(self.pictures, other.pictures, strict=False)
        return max((one.changed(two).share for one, two in pairs), default=0.0)


async def nothing(visit: Visit) -> None:
    """The act of a visit that only looks."""


async def run(
    site: Site,
    act: Act,
    waits: Sequence[int] = (400, 600),
    hidden: Sequence[Box] = (),
    prepare: Act = nothing,
) -> Run:
    """Open the page with its clock stopped, pass its title screen, `prepare`, `act`, and take a
    picture of the stage after each of `waits` (milliseconds). `hidden` boxes are left out."""
    async with site.open(frozen=True) as visit:
        await visit.start()
        await visit.wait(300)
        await prepare(visit)
        await act(visit)
        pictures = []
        stage = await visit.stage()
        for milliseconds in waits:
            await visit.wait(milliseconds)
            shot = (await visit.shot()).without(hidden)
            pictures.append(shot.within(stage))
        return Run(pictures, await visit.text())


def beyond(difference: float, noise: float) -> bool:
    """Whether a difference is more than what two visits without one differ by."""
    return difference > max(SEEN, 3 * noise)


def percent(share: float) -> str:
    """A share of pixels as a person reads it."""
    return f"{share * 100:.2f} %"
