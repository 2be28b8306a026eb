"""Touching a page as an impatient visitor does: mouse, keys, every button; what changes then?"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from workers.browser.pixels import moved
from workers.browser.window import DESKTOP, Window

SECONDS = 3.0  # after which no further control is tried
LEAST_SECONDS = 1.5  # for the controls, however long the keys took
CONTROLS = 12
PAUSE = 0.1  # seconds from an input to the picture of what it did
KEYS = (
    ("ArrowRight", "d"),
    ("ArrowUp", "w", "Space"),
    ("ArrowLeft", "a", "ArrowDown", "s", "1", "Enter"),
)


@dataclass
class Storm:
    """What reacted. `tried` and `dead` are the labels of controls; `unclear` are the kinds of input
    of which it could not be told."""

    reacts: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)
    unclear: set[str] = field(default_factory=set)


async def storm(window: Window, facts: dict[str, Any], moves: bool, found: Storm) -> None:
    """Try every kind of input that the page listens to, noting in `found`.

    What pointer and keys do to a page that moves by itself is not to be seen here: see experiment.
    """
    touch = _Touch(window, moves)
    for kind, use in (("pointer", touch.pointer), ("keys", touch.keys)):
        if facts.get(kind):
            await touch.look()
            if await use():
                found.reacts.append(kind)
            elif moves:
                found.unclear.add(kind)
    await touch.look()
    await touch.buttons(found)
    if found.tried and len(found.dead) < len(found.tried):
        found.reacts.append("buttons")
        if "pointer" not in found.reacts and not facts.get("canvases"):
            found.reacts.append("pointer")  # where there is no canvas, buttons are what one clicks


class _Touch:
    """The hand on the page, and the last picture of it."""

    _last: Image.Image

    def __init__(self, window: Window, moves: bool) -> None:
        self._window = window
        self._moves = moves
        self._deadline = time.monotonic() + SECONDS

    async def look(self) -> None:
        """What there is now: later changes are told from it."""
        await self._window.call("count")
        if not self._moves:
            self._last = await self._window.picture()

    async def _pause(self) -> None:
        """Until the page had the time to draw: on a busy machine that takes longer."""
        await self._window.call("rate", PAUSE * 1000, extra=PAUSE)

    async def has_effect(self) -> bool:
        """Whether the document, or the picture of a page at rest, changed since the last look."""
        told = await self._window.call("changed") or {}
        if told.get("changes") or self._moves:
            return bool(told.get("changes"))
        before, self._last = self._last, await self._window.picture()
        return moved([before, self._last])

    async def pointer(self) -> bool:
        """Move, press, drag and click on the largest canvas, else on an empty place."""
        ask = self._window.ask
        x, y = await place(self._window)
        effect = False
        for during, act in POINTER:
            self._window.listener.during = during
            await ask(act(self._window.page.mouse, x, y))
            await self._pause()
            effect = effect or await self.has_effect()
        return effect

    async def keys(self) -> bool:
        """Arrows, WASD, space and Enter, held for a moment."""
        keyboard, ask = self._window.page.keyboard, self._window.ask
        effect = False
        await self._window.call("rest")
        for group in KEYS:
            for key in group:
                self._window.listener.during = f"the key {key}"
                await ask(keyboard.down(key))
                await self._window.call("changed")  # what it threw arrives before this answer
            await self._pause()
            effect = effect or await self.has_effect()
            for key in group:
                await ask(keyboard.up(key))
        return effect

    async def buttons(self, found: Storm) -> None:
        """Each visible control once."""
        controls = await self._window.call("controls", CONTROLS) or ()
        deadline = max(self._deadline, time.monotonic() + LEAST_SECONDS)
        looks = 4  # at pictures, which take longer than asking the document
        for index, control in enumerate(controls):
            if time.monotonic() > deadline:
                if not found.tried:
                    found.unclear.add("buttons")
                return
            at = await self._window.call("aim", index)
            if not at:
                continue
            label = str(control["label"])
            before = await self._window.call("count")
            self._window.listener.during = f"a click on “{label}”"
            await self._use(index, control, at)
            found.tried.append(label)
            told = await self._window.call("changed") or {}
            if told.get("changes") or told.get("scroll") != before:
                continue
            if looks and await self._shows(control):
                continue
            if control["handled"] and self._moves:
                continue  # what a slider does to a thing in motion cannot be told from the motion
            looks -= 1 if looks else 0
            found.dead.append(label)

    async def _shows(self, control: dict[str, Any]) -> bool:
        """Whether the picture is another one once the pointer and the focus have gone."""
        if control["tag"] in ("input", "textarea", "select") and control["type"] not in (
            "button",
            "submit",
            "range",
        ):
            return False  # what was typed is seen, but nothing answered
        await self._window.ask(self._window.page.mouse.move(1, 1))
        await self._window.call("rest")
        await self._pause()
        return await self.has_effect()

    async def _use(self, index: int, control: dict[str, Any], at: dict[str, float]) -> None:
        page, ask = self._window.page, self._window.ask
        kind = control["type"] if control["tag"] == "input" else control["tag"]
        if kind in ("select", "range", "color"):
            await self._window.call("choose", index)
        elif kind in ("button", "checkbox", "radio", "submit", "reset", "summary", "image"):
            await ask(page.mouse.click(at["x"], at["y"]))
        elif control["tag"] in ("input", "textarea"):
            await ask(page.mouse.click(at["x"], at["y"]))
            self._window.listener.during = f"typing into “{control['label']}”"
            words = {"number": "7", "email": "a@example.com", "tel": "5550100"}
            await ask(page.keyboard.insert_text(words.get(control["type"], "hello")))
            if control["tag"] == "input":
                await ask(page.keyboard.press("Enter"))
        else:
            await ask(page.mouse.click(at["x"], at["y"]))
        await asyncio.sleep(0.04)


async def place(window: Window) -> tuple[float, float]:
    """Where to use the pointer: the middle of the largest canvas, else an empty place."""
    bare = await window.call("bare")
    return (bare["x"], bare["y"]) if bare else (DESKTOP[0] / 2, DESKTOP[1] / 2)


async def _move(mouse: Any, x: float, y: float) -> None:
    await mouse.move(x - 90, y - 50)
    await mouse.move(x, y, steps=4)


async def _drag(mouse: Any, x: float, y: float) -> None:
    await mouse.down()
    await mouse.move(x + 110, y + 60, steps=5)
    await mouse.up()


async def _click(mouse: Any, x: float, y: float) -> None:
    await mouse.click(x, y)


POINTER = (
    ("a movement of the pointer", _move),
    ("a drag with the pointer", _drag),
    ("a click", _click),
)
