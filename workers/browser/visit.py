"""The way through a page: load, begin, watch, photograph, touch, look at it on a phone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from PIL.Image import Image

from workers.browser import pixels
from workers.browser.begin import begin, press, settle
from workers.browser.experiment import reacts_to
from workers.browser.storm import Storm, storm
from workers.browser.window import DESKTOP, PHONE, Trouble, Window

SAMPLE_MS = 500
FRAMES_MS = 300  # between the pictures of a page that draws


@dataclass
class Visit:
    """What was seen. `facts` are instrument.js's before the input, `after` those at the end."""

    facts: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    controls: dict[str, None] = field(default_factory=dict)  # "kind: label", in order
    alike: int = 0
    loaded: bool = False
    begun: str = ""  # what was pressed to begin
    frames_per_second: float | None = None
    moves: bool = False
    storm: Storm = field(default_factory=Storm)
    overflow: dict[str, Any] | None = None
    screenshots: dict[str, bytes] = field(default_factory=dict)
    blank: bool = False
    flat: set[str] = field(default_factory=set)  # canvases of one colour before the input
    still_flat: set[str] = field(default_factory=set)  # and after it
    trouble: Trouble | None = None
    cut: bool = False  # time ran out: what was not seen by then is not known


async def visit(window: Window, expects: frozenset[str], seen: Visit) -> None:
    """Go through it all, noting in `seen`; raises `Trouble` when the page cannot go on."""
    await window.open()
    seen.facts, seen.loaded = await settle(window)
    seen.begun = await begin(window, seen.facts)
    if seen.begun:
        seen.facts = await window.call("facts") or seen.facts
    seen.moves = await _watch(window, seen, expects)
    await _photograph(window, seen)
    await storm(window, seen.facts, seen.moves, seen.storm)
    await _look_again(window, seen)
    window.listener.during = ""
    await _on_a_phone(window, seen)
    for kind in sorted(expects & seen.storm.unclear - {"buttons"}):
        await _find_out(window, seen, kind)


async def _find_out(window: Window, seen: Visit, kind: str) -> None:
    """Whether the page reacts to this kind of input, where its own motion hides that."""
    answer = await reacts_to(window, kind)
    if answer is not None:
        seen.storm.unclear.discard(kind)
    if answer:
        seen.storm.reacts.append(kind)


async def _watch(window: Window, seen: Visit, expects: frozenset[str]) -> bool:
    """Whether anything moves while nobody touches it, and how fast it draws."""
    facts = seen.facts
    await window.call("watch")
    draws = bool(
        facts.get("frames")
        or facts.get("canvases")
        or facts.get("animated")
        or facts.get("video")
        or "motion" in expects
    )
    pictures = [await window.picture()]
    if draws:
        rate = await window.call("rate", SAMPLE_MS, extra=SAMPLE_MS / 1000) or {}
        if rate.get("own") or facts.get("endless"):
            seen.frames_per_second = rate.get("fps")
    else:
        await asyncio.sleep(0.1)
    pictures.append(await window.picture())
    if draws:
        await asyncio.sleep(FRAMES_MS / 1000)
        pictures.append(await window.picture())
    moves = pixels.moved(pictures)
    if draws and not moves and not seen.begun and facts.get("keys"):
        await press(window, "Enter", "Space")
        await asyncio.sleep(FRAMES_MS / 1000)
        pictures = [await window.picture()]
    if not moves and (draws and ("motion" in expects or facts.get("frames", 0) > 5)):
        await asyncio.sleep(0.7)  # clocks and the like
        moves = pixels.moved([pictures[-1], await window.picture()])
    return moves


async def _photograph(window: Window, seen: Visit) -> None:
    window.listener.during = ""
    photo = await window.photo()
    seen.screenshots["desktop"] = photo
    picture = pixels.read(photo)
    seen.facts = await window.call("facts") or seen.facts
    await _look_through(window, seen)
    seen.blank = pixels.is_flat(picture)
    seen.flat = _flat_canvases(picture, seen.facts)


async def _look_through(window: Window, seen: Visit) -> None:
    """Note what the page offers. What it says is its own word: it is kept short."""
    offers = await window.call("offers") or {}
    for control in list(offers.get("controls", ()))[:80]:
        seen.controls[str(control)[:100]] = None
    seen.alike = max(seen.alike, int(offers.get("alike") or 0))


async def _look_again(window: Window, seen: Visit) -> None:
    """After the input: a canvas that waited for it is not blank."""
    await _look_through(window, seen)
    seen.after = await window.call("facts") or {}
    if seen.flat:
        seen.still_flat = seen.flat & _flat_canvases(pixels.read(await window.photo()), seen.after)
    if seen.blank:
        seen.blank = pixels.is_flat(pixels.read(await window.photo()))


def _flat_canvases(picture: Image, facts: dict[str, Any]) -> set[str]:
    """The names of the canvases that show one colour."""
    flat = set()
    for canvas in facts.get("canvases", ()):
        left, top = max(0, int(canvas["x"])), max(0, int(canvas["y"]))
        right = min(DESKTOP[0], int(canvas["x"] + canvas["width"]))
        bottom = min(DESKTOP[1], int(canvas["y"] + canvas["height"]))
        visible = right - left > 16 and bottom - top > 16
        if canvas["uniform"] is None and not visible:
            continue
        shown = canvas["uniform"]
        if shown is None:  # WebGL: only what is on the screen can be seen
            shown = pixels.is_flat(picture.crop((left, top, right, bottom)))
        if shown:
            flat.add(str(canvas["name"]))
    return flat


async def _on_a_phone(window: Window, seen: Visit) -> None:
    """The page anew at a phone's width: what does not fit, and its picture."""
    window.listener.deaf = True
    await window.open(PHONE)
    facts, _ = await settle(window)
    if await begin(window, facts) or facts.get("frames"):
        await asyncio.sleep(FRAMES_MS / 1000)
    seen.overflow = await window.call("overflow")
    seen.screenshots["phone"] = await window.photo()
