"""Touching a page as an impatient visitor does: mouse, keys, every button; what changes then?"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from workers.browser.pixels import SMALLEST, Motion
from workers.browser.window import DESKTOP, Trouble, Window

SECONDS = 3.0  # after which no further control is tried
LEAST_SECONDS = 1.5  # for the controls, however long the keys took
LESSONS = 4
BROAD = 0.02  # of the picture
LIVELY = 0.05
CONTROLS = 12
EVERYWHERE = 0.5  # of the picture moves by itself: an effect cannot be seen, so it is assumed
USUAL = 2.5  # times what changes anyway is still nothing
PAUSE = 0.1  # seconds from an input to the picture of what it did
KEYS = (
    ("ArrowRight", "d"),
    ("ArrowUp", "w", "Space"),
    ("ArrowLeft", "a", "ArrowDown", "s", "1", "Enter"),
)


@dataclass
class Storm:
    """What reacted. `tried` and `dead` are the labels of controls."""

    reacts: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)


async def storm(
    window: Window, facts: dict[str, Any], motion: Motion, last: Image.Image, found: Storm
) -> None:
    """Try every kind of input that the page listens to, noting in `found`."""
    touch = _Touch(window, motion, last, time.monotonic() + SECONDS)
    if facts.get("pointer"):
        await touch.calm()
        if await touch.pointer() or (await touch.learn() and await touch.pointer()):
            found.reacts.append("pointer")
    if facts.get("keys"):
        await touch.calm()
        if await touch.keys() or (await touch.learn() and await touch.keys()):
            found.reacts.append("keys")
    await touch.buttons(found)
    if found.tried and len(found.dead) < len(found.tried):
        found.reacts.append("buttons")
        if "pointer" not in found.reacts and not facts.get("canvases"):
            found.reacts.append("pointer")  # where there is no canvas, buttons are what one clicks


class _Touch:
    """The hand on the page, and the last picture of it."""

    def __init__(self, window: Window, motion: Motion, last: Image.Image, deadline: float) -> None:
        self._window = window
        self._motion = motion
        self._last = last
        self._deadline = deadline
        self._taken = time.monotonic()  # when that was
        self._broad = False  # so much that no small thing that moves by itself can be the reason
        self._rate = 0.0  # pixels a second that changed at the last look for an effect
        self._noise = 0.0  # pixels a second that change elsewhere while nobody touches anything

    async def calm(self) -> None:
        """How much changes in such a while without any input."""
        if self._motion.moves:
            await self._look()
            before = self._last
            await self._pause()
            change, seconds = await self._look()
            self._noise = max(self._noise, change / seconds)
            self._motion.join(before, self._last)
        await self._window.call("count")

    async def learn(self) -> bool:
        """Look longer at what moves by itself, to see past it; whether that is worth it."""
        if not self._motion.moves:
            return False
        for _ in range(LESSONS):
            before = self._last
            await self._pause()
            change, seconds = await self._look()
            self._noise = change / seconds  # beyond what was learnt so far
            self._motion.join(before, self._last)
        await self._window.call("count")
        return True

    async def _pause(self) -> None:
        """Until the page had the time to draw: on a busy machine that takes longer."""
        await self._window.call("rate", PAUSE * 1000, extra=PAUSE)

    async def has_effect(self) -> bool:
        """Whether the document or the picture changed since the last look, beyond the usual."""
        told = await self._window.call("changed") or {}
        self._rate = 0.0
        if told.get("changes"):
            return True
        change, seconds = await self._look()
        self._rate = change / seconds
        self._broad = change > BROAD * picture_size(self._last)
        return change > USUAL * self._noise * seconds + SMALLEST

    async def _lasts_not(self) -> bool:
        """Whether what was seen ends with the input: else it went on by itself."""
        if not self._motion.moves or not self._rate or self._broad:
            return True
        if self._motion.share > LIVELY:  # too much goes on to be strict: believe what was seen
            return True
        before = self._rate
        await self._look()
        await self._pause()
        change, seconds = await self._look()
        return before > 2 * change / seconds

    async def _look(self) -> tuple[int, float]:
        """How many pixels changed since the last look, and in how many seconds."""
        picture = await self._window.picture()
        change, seconds = self._motion.beyond(self._last, picture), time.monotonic() - self._taken
        self._last, self._taken = picture, time.monotonic()
        return change, max(seconds, 0.01)

    async def pointer(self) -> bool:
        """Move, press, drag and click on the largest canvas, else on an empty place."""
        mouse, ask = self._window.page.mouse, self._window.ask
        self._window.listener.during = "a movement of the pointer"
        x, y = await self._place()
        await ask(mouse.move(x - 90, y - 50))
        await ask(mouse.move(x, y, steps=4))
        await self._pause()
        effect = await self.has_effect()
        self._window.listener.during = "a drag with the pointer"
        await ask(mouse.down())
        await ask(mouse.move(x + 110, y + 60, steps=5))
        await ask(mouse.up())
        if not effect:
            effect = await self.has_effect()
        self._window.listener.during = "a click"
        await ask(mouse.click(x, y))
        await self._pause()
        effect = await self.has_effect() or effect
        return effect or self._motion.share > EVERYWHERE

    async def _place(self) -> tuple[float, float]:
        bare = await self._window.call("bare")
        return (bare["x"], bare["y"]) if bare else (DESKTOP[0] / 2, DESKTOP[1] / 2)

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
            seen = not effect and await self.has_effect()
            for key in group:
                await ask(keyboard.up(key))
            effect = effect or (seen and await self._lasts_not())
        return effect or self._motion.share > EVERYWHERE

    async def buttons(self, found: Storm) -> None:
        """Each visible control once."""
        deadline = max(self._deadline, time.monotonic() + LEAST_SECONDS)
        looks = 4  # at pictures, which take longer than asking the document
        for index, control in enumerate(await self._window.call("controls", CONTROLS) or ()):
            if time.monotonic() > deadline:
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
            if control["handled"] and self._motion.moves:
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


def picture_size(picture: Image.Image) -> int:
    """Its pixels."""
    return picture.size[0] * picture.size[1]


__all__ = ["Storm", "Trouble", "storm"]
