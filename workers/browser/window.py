"""A page under check: asking it, touching it and taking its picture, with an eye on whether it
still answers."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Error as PlaywrightError

from workers.browser import pixels
from workers.browser.files import ORIGIN, Served, path_of
from workers.browser.listen import Listener
from workers.browser.process import Chromium
from workers.report import FaultKind

INSTRUMENT = Path(__file__).with_name("instrument.js").read_text("utf-8")
DESKTOP, PHONE = (1280, 800), (390, 844)
PATIENCE = 2.0  # seconds for one answer while the page computes
LIMIT = 7.0  # seconds for one answer whatever the page does: the machine may be busy
BUSY = 1.4  # CPU seconds without an answer: it computes, it does not wait for the machine
MAX_DIALOGS = 25
SMALL = 0.25  # the scale of the pictures that are compared
QUALITY = 70
MANY = 50


class Trouble(Exception):
    """The check of this page is over before its end."""

    def __init__(self, kind: FaultKind, message: str) -> None:
        super().__init__(message)
        self.kind: FaultKind = kind


class Window:
    """One page in a context of its own. `find` answers paths of our origin, `elsewhere` addresses
    outside it; `scripts` run before the page's own."""

    def __init__(
        self,
        chromium: Chromium,
        listener: Listener,
        find: Callable[[str], Served | None],
        elsewhere: Callable[[str], Served | None],
        scripts: tuple[str, ...] = (),
    ) -> None:
        self.listener = listener
        self.dialogs = 0
        self.popups = 0
        self.left: list[tuple[str, str]] = []  # where the page wanted to go, after which input
        self._chromium = chromium
        self._find = find
        self._elsewhere = elsewhere
        self._scripts = scripts
        self._crashed = asyncio.Event()
        self._opened = False
        self._context: Any = None
        self.page: Any = None
        self._session: Any = None

    async def create(self) -> None:
        """A fresh profile with nothing but this page."""
        self._context = await self._chromium.browser.new_context(
            viewport={"width": DESKTOP[0], "height": DESKTOP[1]},
            locale="en-US",
            accept_downloads=False,
            service_workers="block",
            base_url=ORIGIN,
        )
        self._context.set_default_timeout(LIMIT * 1000)
        for script in (INSTRUMENT, *self._scripts):
            await self._context.add_init_script(script)
        await self._context.route("**/*", self._answer)
        self.page = await self._context.new_page()
        self._context.on("page", self._popup)
        self.page.on("dialog", self._dialog)
        self.page.on("crash", lambda *_: self._crashed.set())
        self._session = await self._context.new_cdp_session(self.page)
        self.listener.listen(self._session)
        await asyncio.gather(self._session.send("Runtime.enable"), self._session.send("Log.enable"))

    def again(self, *scripts: str) -> Window:
        """Another page with the same files, not created yet; `scripts` run before its own. What
        happens in it is not reported."""
        listener = Listener({})
        listener.deaf = True
        return Window(self._chromium, listener, self._find, self._elsewhere, scripts)

    async def close(self) -> None:
        """Forget the profile."""
        if self._context is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._context.close(), 3.0)

    async def open(self, size: tuple[int, int] = DESKTOP) -> None:
        """Load the page at `size`; returns once the document has begun."""
        if self.page.viewport_size != {"width": size[0], "height": size[1]}:
            shape = {"width": size[0], "height": size[1]}
            await self.ask(self.page.set_viewport_size(shape))
        self._opened = False
        await self.ask(self.page.goto(f"{ORIGIN}/", wait_until="commit"))
        self._opened = True

    async def ask(self, work: Awaitable[Any], extra: float = 0.0) -> Any:
        """What `work` gives; `Trouble` when the page is frozen or gone. `extra` seconds are what
        the work itself takes."""
        task = asyncio.ensure_future(work)
        began, before = time.monotonic(), None
        try:
            while True:
                done, _ = await asyncio.wait({task}, timeout=0.25)
                self._raise_trouble()
                if done:
                    return self._result(task)
                before = self._chromium.seconds() if before is None else before
                waited = time.monotonic() - began - extra
                if waited < PATIENCE:
                    continue
                if waited > LIMIT or self._chromium.seconds() - before > BUSY:
                    raise Trouble("frozen", "The page does not answer: a script never ends.")
        finally:
            if not task.done():
                task.cancel()
            task.add_done_callback(_forget)

    def _raise_trouble(self) -> None:
        if self._chromium.died_of == "memory":
            raise Trouble("crash", "The page used more than 1 GB of memory.")
        if self._chromium.died_of:
            raise Trouble("crash", "The page started too many processes or threads.")
        if self._crashed.is_set():
            raise Trouble("crash", "The page made the browser's process crash.")
        if self.dialogs > MAX_DIALOGS:
            raise Trouble("frozen", "The page shows one dialog after another without end.")

    def _result(self, task: asyncio.Future[Any]) -> Any:
        error = task.exception()
        if error is None:
            return task.result()
        closed = "closed" in str(error) or "crash" in str(error).lower()
        if closed or not self._chromium.alive:
            raise Trouble("crash", "The page made the browser's process crash.") from error
        raise error

    async def call(self, name: str, *words: Any, extra: float = 0.0) -> Any:
        """A question to instrument.js; None when the page has lost it."""
        told = ", ".join(json.dumps(word) for word in words)
        options = {
            "expression": f"window.__atelierCheck && window.__atelierCheck.{name}({told})",
            "returnByValue": True,
            "awaitPromise": True,
        }
        try:
            answer = await self.ask(self._session.send("Runtime.evaluate", options), extra)
        except PlaywrightError:  # it went to another document meanwhile
            return None
        return answer.get("result", {}).get("value")

    async def picture(self) -> Image.Image:
        """A small picture of what is on the screen, exact."""
        size = self.page.viewport_size
        clip = {"x": 0, "y": 0, **size, "scale": SMALL}
        data = await self._capture({"format": "png", "optimizeForSpeed": True, "clip": clip})
        return pixels.read(data)

    async def photo(self) -> bytes:
        """The screen as JPEG, at full size."""
        return await self._capture({"format": "jpeg", "quality": QUALITY})

    async def _capture(self, options: dict[str, Any]) -> bytes:
        answer = await self.ask(self._session.send("Page.captureScreenshot", options))
        return base64.b64decode(answer["data"])

    async def _answer(self, route: Any, request: Any) -> None:
        with contextlib.suppress(Exception):  # the page may be gone meanwhile
            await self._respond(route, request)

    async def _respond(self, route: Any, request: Any) -> None:
        url, kind = request.url, request.resource_type
        path = path_of(url)
        if request.is_navigation_request() and self._is_main(request):
            if self._opened:
                if not self.listener.deaf and len(self.left) < MANY:
                    self.left.append((self.listener.during, url[:160]))
                await route.fulfill(status=204)  # a navigation that ends where it began
                return
        elif path == "favicon.ico":
            await route.fulfill(status=204)
            return
        found = self._elsewhere(url) if path is None else self._find(path)
        if found is not None:
            await route.fulfill(
                status=200,
                body=found.body,
                headers={
                    "Content-Type": found.content_type,
                    "Access-Control-Allow-Origin": "*",
                    "Cache-Control": "no-store",
                },
            )
        elif path is None:
            self.listener.outside(url, kind)
            await route.abort("internetdisconnected")
        else:
            self.listener.missing(path, kind)
            await route.fulfill(status=404, body="", headers={"Content-Type": "text/plain"})

    def _is_main(self, request: Any) -> bool:
        try:
            return bool(request.frame == self.page.main_frame)
        except Exception:  # Playwright: the frame of a popup's first request is not known
            return False

    def _popup(self, page: Any) -> None:
        self.popups += 0 if self.listener.deaf else 1
        task = asyncio.ensure_future(page.close())
        task.add_done_callback(_forget)

    def _dialog(self, dialog: Any) -> None:
        self.dialogs += 0 if self.listener.deaf else 1
        answer = dialog.accept("1") if dialog.type == "prompt" else dialog.accept()
        asyncio.ensure_future(answer).add_done_callback(_forget)


def _forget(task: asyncio.Future[Any]) -> None:
    """Take the outcome, so that asyncio does not complain about it."""
    if not task.cancelled():
        task.exception()
