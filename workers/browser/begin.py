"""Until a page has begun: it is loaded, and what it asks to be pressed first was pressed."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from workers.browser.window import Window

LOAD_SECONDS = 4.0
SETTLE_SECONDS = 0.12


async def settle(window: Window) -> tuple[dict[str, Any], bool]:
    """Wait until everything is loaded, and a moment more for what scripts do then.

    What instrument.js tells of the page, and whether all of it was loaded in time.
    """
    deadline = time.monotonic() + LOAD_SECONDS
    while True:
        facts = await window.call("facts") or {}
        loaded = facts.get("ready") == "complete"
        if loaded or time.monotonic() > deadline:
            break
        await asyncio.sleep(0.06)
    await asyncio.sleep(SETTLE_SECONDS)
    return await window.call("facts") or facts, loaded


async def begin(window: Window, facts: dict[str, Any]) -> str:
    """Press what asks to be pressed first; what that was, or ""."""
    button = await window.call("start")
    if button:
        window.listener.during = f"a click on “{button['label']}”"
        await window.ask(window.page.mouse.click(button["x"], button["y"]))
        await asyncio.sleep(0.15)
        again = await window.call("start")
        if again and again["label"] == button["label"]:
            await press(window, "Enter", "Space")
        return str(button["label"])
    if facts.get("press"):
        await press(window, "Enter", "Space")
        return "Enter, Space"
    return ""


async def press(window: Window, *keys: str) -> None:
    """Press the keys one after the other, and wait a moment."""
    for key in keys:
        window.listener.during = f"the key {key}"
        await window.ask(window.page.keyboard.press(key, delay=20))
    await asyncio.sleep(0.1)
