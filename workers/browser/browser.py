"""The page check: a project's files are run in headless Chromium and judged by what happens."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workers.browser.files import ORIGIN, Serve
from workers.browser.find import find_browser
from workers.browser.judge import judge
from workers.browser.listen import Listener
from workers.browser.process import Chromium, Isolation
from workers.browser.visit import Visit, visit
from workers.browser.window import Trouble, Window
from workers.events import Problem
from workers.files import find_entry
from workers.pages import serve_with_shelf
from workers.report import ExecutionReport, Fault

log = logging.getLogger(__name__)

CHECK_SECONDS = 15.0  # from the first request to the last picture
BUSY = 0.6  # of a core: with less in all that time it was the machine, not the page
RECYCLE = 50  # checks that one browser makes
CREATE_SECONDS = 8.0  # for a fresh profile
ENDING_SECONDS = 5.0
Result = TypeVar("Result")


@dataclass(frozen=True)
class Checked:
    """What came of a check. `screenshots`: JPEG by name, "desktop" (1280x800), "phone" (390x844).

    `cpu_seconds` is what the browser's processes spent, `memory` what they held at the end (bytes).
    """

    report: ExecutionReport
    screenshots: dict[str, bytes] = field(default_factory=dict)
    cpu_seconds: float = 0.0
    memory: int = 0


class CheckBrowser:
    """Checks pages from any thread, up to `slots` at once, each in a browser of its own.

    The browsers are started when they are needed, reused with a fresh profile for every check, and
    replaced after `recycle` checks or any trouble. All of Playwright lives in one thread with its
    own event loop, so that the callers' threads stay free of one.
    """

    def __init__(self, path: str = "", slots: int = 1, recycle: int = RECYCLE) -> None:
        self._path = path
        self._slots = slots
        self._recycle = recycle
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._playwright: Any = None
        self._starting: asyncio.Lock | None = None
        self._free: asyncio.Queue[Chromium | None] | None = None
        self._all: set[Chromium] = set()
        self.isolation: Isolation | None = None  # of the browser that started last

    def check_page(
        self,
        files: Mapping[str, str],
        expects: frozenset[str] = frozenset(),
        serve: Serve | None = None,
        elsewhere: Serve | None = None,
    ) -> Checked:
        """Run a project and judge it; never raises.

        `serve` answers paths below the page's own address, and `elsewhere` whole addresses of other
        hosts; without them the project's files and the shelf do. What is among `expects` and does
        not happen is an error.
        """
        if find_entry(dict(files)) is None:
            fault = Fault(kind="no-page", severity="error", message="There is no HTML file.")
            return Checked(ExecutionReport(verdict="fails", faults=[fault]))
        path = self._path or find_browser()
        if not path:
            words = (
                "No Chromium was found: this revision was not run. The doctor says how to get one."
            )
            return unchecked("no-browser", words)
        below, others = serve_with_shelf(files, ORIGIN)
        find = serve or below
        return self._run(self._check(path, dict(files), expects, find, elsewhere or others))

    def warm(self) -> Isolation | None:
        """Start one browser now; how it is isolated, or None when it does not start."""
        path = self._path or find_browser()
        if path:
            with contextlib.suppress(Exception):
                self._run(self._warm(path))
        return self.isolation

    def close(self) -> None:
        """End every browser."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop is None:
            return
        with contextlib.suppress(Exception):
            asyncio.run_coroutine_threadsafe(self._end(), loop).result(ENDING_SECONDS)
        for chromium in list(self._all):
            chromium.kill()
        loop.call_soon_threadsafe(loop.stop)

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._free = None
                name, target = "check-browser", self._loop.run_forever
                threading.Thread(target=target, name=name, daemon=True).start()
                atexit.register(self.close)
            loop = self._loop
        return asyncio.run_coroutine_threadsafe(work, loop).result()

    async def _warm(self, path: str) -> None:
        chromium = await self._take(path)
        self._give(chromium)

    async def _check(
        self,
        path: str,
        files: dict[str, str],
        expects: frozenset[str],
        find: Serve,
        elsewhere: Serve,
    ) -> Checked:
        entry = find_entry(files) or ""
        listener = Listener(files)

        def make(chromium: Chromium) -> Window:
            return Window(chromium, listener, lambda at: find(at or entry), elsewhere)

        try:
            chromium, window, before = await self._open(path, make)
        except Exception as error:
            words = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
            log.error("Chromium does not start: %s", words)
            return unchecked("no-browser", f"Chromium does not start: {words}")
        chromium.watched(True)
        seen = Visit()
        began = time.monotonic()
        failure: Exception | None = None
        try:
            await asyncio.wait_for(visit(window, expects, seen), CHECK_SECONDS)
        except Trouble as trouble:
            seen.trouble = trouble
        except TimeoutError as error:
            busy = chromium.seconds() - before > BUSY * CHECK_SECONDS
            failure = None if busy or seen.screenshots else error
            seen.cut = True
            if busy and not seen.screenshots:
                seen.trouble = Trouble("frozen", f"The page kept busy for {CHECK_SECONDS:.0f} s.")
        except Exception as error:
            failure = error
        seconds = time.monotonic() - began
        used, memory = chromium.seconds() - before, chromium.memory()
        chromium.watched(False)
        if failure or seen.trouble or seen.cut:
            await asyncio.to_thread(chromium.kill, "trouble")
        else:
            await window.close()
        self._give(chromium)
        if isinstance(failure, TimeoutError):
            words = "The machine was too busy to finish the check: this revision was not judged."
            return unchecked("too-slow", words)
        if failure:
            log.error("A check broke off: %r", failure)
            return unchecked("check-failed", f"The check broke off: {str(failure)[:200]}")
        listener.deaf = False
        report = judge(listener, window, seen, expects, seconds)
        return Checked(report, seen.screenshots, used, memory)

    async def _open(
        self, path: str, make: Callable[[Chromium], Window]
    ) -> tuple[Chromium, Window, float]:
        """A fresh page, and what its browser had computed before (CPU seconds). A browser that
        ended unnoticed since its last check is replaced, once."""
        problem: Exception = RuntimeError("no browser")
        for _ in range(2):
            chromium = await self._take(path)
            window, before = make(chromium), chromium.seconds()
            try:
                await asyncio.wait_for(window.create(), CREATE_SECONDS)
                return chromium, window, before
            except Exception as error:
                problem = error
                await asyncio.to_thread(chromium.kill)
                self._give(chromium)
        raise problem

    async def _take(self, path: str) -> Chromium:
        if self._free is None:
            self._starting = asyncio.Lock()
            self._free = asyncio.Queue()
            for _ in range(self._slots):
                self._free.put_nowait(None)
        chromium = await self._free.get()
        if chromium and chromium.alive and chromium.checks < self._recycle:
            chromium.checks += 1
            return chromium
        if chromium:
            await self._finish(chromium)
        try:
            chromium = await self._launch(path)
        except BaseException:
            self._free.put_nowait(None)
            raise
        chromium.checks = 1
        return chromium

    def _give(self, chromium: Chromium) -> None:
        assert self._free is not None
        self._free.put_nowait(chromium)

    async def _launch(self, path: str) -> Chromium:
        from playwright.async_api import async_playwright

        assert self._starting is not None
        for last in (False, True):
            async with self._starting:
                if self._playwright is None:
                    self._playwright = await async_playwright().start()
            try:
                chromium = await Chromium.start(self._playwright, path)
                break
            except Exception:
                if last:
                    raise
                with contextlib.suppress(Exception):  # its driver may have died: once more
                    await self._playwright.stop()
                self._playwright = None
        self._all.add(chromium)
        if chromium.isolation != self.isolation:
            log.info("Pages run %s.", chromium.isolation)
        self.isolation = chromium.isolation
        return chromium

    async def _finish(self, chromium: Chromium) -> None:
        self._all.discard(chromium)
        if chromium.alive:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(chromium.browser.close(), 2.0)
        await asyncio.to_thread(chromium.kill)

    async def _end(self) -> None:
        await asyncio.gather(*(self._finish(chromium) for chromium in list(self._all)))
        if self._playwright is not None:
            await self._playwright.stop()
            self._playwright = None


def unchecked(code: str, message: str) -> Checked:
    """A report that says why there is none."""
    problem = Problem(code=code, message=message)
    return Checked(ExecutionReport(verdict="unchecked", problem=problem))
