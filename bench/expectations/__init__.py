"""What a wish literally asks for, as checks that run on any page, whatever its ids are.

An expectation is a name and parameters, as a wish's file writes them:
`{ name = "key_moves", keys = ["ArrowLeft", "ArrowRight"] }`. `hold` runs one on a `Site`.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Mapping
from typing import Any

from playwright.async_api import Error as BrowserFailure

from bench.expectations import content, controls, drawing, forms, motion
from bench.expectations.base import Expectation, Held, Outcome
from bench.site import Site

__all__ = ["VOCABULARY", "Held", "Outcome", "check_call", "hold"]

LIMIT_SECONDS = 300.0  # several visits on a busy machine; a page that hangs is told sooner

VOCABULARY: dict[str, Expectation] = {
    function.__name__: function
    for module in (content, controls, drawing, forms, motion)
    for function in module.EXPECTATIONS
}


def check_call(name: str, parameters: Mapping[str, Any]) -> None:
    """Raises `ValueError` unless there is such an expectation and it takes these parameters."""
    if name not in VOCABULARY:
        raise ValueError(f"There is no expectation {name!r}; there are {', '.join(VOCABULARY)}.")
    try:
        inspect.signature(VOCABULARY[name]).bind(None, **parameters)
    except TypeError as error:
        raise ValueError(f"{name}: {error}") from None


async def hold(
    site: Site, name: str, parameters: Mapping[str, Any], limit: float = LIMIT_SECONDS
) -> Held:
    """Whether the page does it. Never raises for what a page does: one that hangs does not."""
    began = time.monotonic()
    try:
        outcome = await asyncio.wait_for(VOCABULARY[name](site, **parameters), limit)
    except TimeoutError:
        outcome = Outcome(False, f"no answer within {limit:.0f} s: the page hangs")
    except BrowserFailure as error:
        outcome = Outcome(False, f"the page could not be used: {str(error).splitlines()[0][:200]}")
    spent = round(time.monotonic() - began, 2)
    return Held(name, dict(parameters), outcome.ok, outcome.why, spent)
