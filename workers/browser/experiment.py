"""What an input does to a page that moves by itself, found by experiment.

The page is visited again with its clock stopped and its random numbers fixed: two visits in which
the same is done see the same pictures, however busy the machine is. What differs between a visit
in which a key is pressed and one in which none is was done by the key.
"""

from __future__ import annotations

from pathlib import Path

from PIL.Image import Image

from workers.browser import pixels
from workers.browser.begin import begin, settle
from workers.browser.storm import KEYS, POINTER, place
from workers.browser.window import Trouble, Window

SCRIPTS = [Path(__file__).with_name(name).read_text("utf-8") for name in ("dice.js", "clock.js")]
FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"
SIZE = (800, 500)  # drawing is what these visits cost
SETTLE_MS, ACT_MS, SLICE_MS = 300, 160, 70  # of the page's time
SMALLEST = 16  # pixels that make a change
USUAL = 2  # times what differs between visits in which the same was done is still nothing


async def reacts_to(window: Window, kind: str) -> bool | None:
    """Whether "keys" or "pointer" change what the page shows. None: it cannot be told, since the
    page moves by a clock that cannot be stopped, or breaks without it."""
    page = window.again(FORGET, *SCRIPTS)
    await page.create()
    try:
        idle = await _pictures(page, "")
        if not pixels.moved(idle):
            return None
        difference = _differs(idle, await _pictures(page, kind))
        if difference < SMALLEST:
            return False
        return difference > USUAL * _differs(idle, await _pictures(page, "")) + SMALLEST
    except Trouble:  # it ran while its clock did, and that is what counts
        return None
    finally:
        await page.close()


def _differs(one: list[Image], other: list[Image]) -> int:
    """In the pair that is least alike, how many pixels."""
    pairs = zip(one, other, strict=True)
    return max(pixels.count(pixels.difference(first, second)) for first, second in pairs)


async def _pictures(page: Window, kind: str) -> list[Image]:
    """What is seen in a visit in which `kind` of input is made; the same time passes without."""
    await page.open(SIZE)
    facts, _ = await settle(page)
    await _pass(page, SETTLE_MS)
    await begin(page, facts)
    await _pass(page, SETTLE_MS)
    pictures = [await _still(page)]
    for step in range(len(KEYS)):
        await _act(page, kind, step)
        pictures.append(await _still(page))
    return pictures


async def _act(page: Window, kind: str, step: int) -> None:
    keys = KEYS[step] if kind == "keys" else ()
    for key in keys:
        await page.ask(page.page.keyboard.down(key))
    if kind == "pointer":
        x, y = await place(page)
        await page.ask(POINTER[step][1](page.page.mouse, x, y))
    await _pass(page, ACT_MS)
    for key in keys:
        await page.ask(page.page.keyboard.up(key))


async def _pass(page: Window, milliseconds: int) -> None:
    """Let the page's time pass, in slices: drawing them may take long, and that is no hang."""
    for begun in range(0, milliseconds, SLICE_MS):
        slice_ms = min(SLICE_MS, milliseconds - begun)
        await page.ask(page.page.evaluate("(time) => __clock.pass(time)", slice_ms))


async def _still(page: Window) -> Image:
    """The screen, with what CSS animates at its end."""
    work = page.page.screenshot(type="jpeg", quality=90, animations="disabled")
    return pixels.read(await page.ask(work))
