"""The way through a page: load, begin, watch, photograph, touch, look at it on a phone."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from PIL.Image import Image

from workers.browser import pixels
from workers.browser.pixels import Motion
from workers.browser.storm import Storm, storm
from workers.browser.window import DESKTOP, PHONE, Trouble, Window

LOAD_SECONDS = 4.0
SETTLE_SECONDS = 0.12
SAMPLE_MS = 500
FRAMES_MS = 300  # between the pictures of a page that draws


@dataclass
class Visit:
    """What was seen. `facts` are instrument.js's before the input, `after` those at the end."""

    facts: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
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


async def visit(window: Window, expects: frozenset[str], seen: Visit) -> None:
    """Go through it all, noting in `seen`; raises `Trouble` when the page cannot go on."""
    await window.open()
    await _settle(window, seen)
    await _begin(window, seen)
    motion, last = await _watch(window, seen, expects)
    await _photograph(window, seen)
    seen.storm = Storm()
    await storm(window, seen.facts, motion, last, seen.storm)
    await _look_again(window, seen)
    window.listener.during = ""
    await _on_a_phone(window, seen)


async def _settle(window: Window, seen: Visit) -> None:
    """Wait until everything is loaded, and a moment more for what scripts do then."""
    deadline = time.monotonic() + LOAD_SECONDS
    while True:
        seen.facts = await window.call("facts") or {}
        seen.loaded = seen.facts.get("ready") == "complete"
        if seen.loaded or time.monotonic() > deadline:
            break
        await asyncio.sleep(0.06)
    await asyncio.sleep(SETTLE_SECONDS)
    seen.facts = await window.call("facts") or seen.facts


async def _begin(window: Window, seen: Visit) -> None:
    """Press what asks to be pressed first."""
    button = await window.call("start")
    if button:
        seen.begun = str(button["label"])
        window.listener.during = f"a click on “{seen.begun}”"
        await window.ask(window.page.mouse.click(button["x"], button["y"]))
        await asyncio.sleep(0.15)
        again = await window.call("start")
        if again and again["label"] == button["label"]:
            await _press(window, "Enter", "Space")
    elif seen.facts.get("press"):
        seen.begun = "Enter, Space"
        await _press(window, "Enter", "Space")
    if seen.begun:
        seen.facts = await window.call("facts") or seen.facts


async def _press(window: Window, *keys: str) -> None:
    for key in keys:
        window.listener.during = f"the key {key}"
        await window.ask(window.page.keyboard.press(key, delay=20))
    await asyncio.sleep(0.1)


async def _watch(window: Window, seen: Visit, expects: frozenset[str]) -> tuple[Motion, Image]:
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
    motion = Motion.of(pictures)
    if draws and not motion.moves and not seen.begun and facts.get("keys"):
        await _press(window, "Enter", "Space")
        await asyncio.sleep(FRAMES_MS / 1000)
        pictures = [await window.picture()]
    if not motion.moves and (draws and ("motion" in expects or facts.get("frames", 0) > 5)):
        await asyncio.sleep(0.7)  # clocks and the like
        pictures.append(await window.picture())
        motion.join(pictures[-2], pictures[-1])
    seen.moves = motion.moves
    return motion, pictures[-1]


async def _photograph(window: Window, seen: Visit) -> None:
    window.listener.during = ""
    photo = await window.photo()
    seen.screenshots["desktop"] = photo
    picture = pixels.read(photo)
    seen.facts = await window.call("facts") or seen.facts
    seen.blank = pixels.is_flat(picture)
    seen.flat = _flat_canvases(picture, seen.facts)


async def _look_again(window: Window, seen: Visit) -> None:
    """After the input: a canvas that waited for it is not blank."""
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
    phone = Visit()
    await _settle(window, phone)
    await _begin(window, phone)
    if phone.facts.get("frames") or phone.begun:
        await asyncio.sleep(FRAMES_MS / 1000)
    seen.overflow = await window.call("overflow")
    seen.screenshots["phone"] = await window.photo()
