"""A generated page as a visitor meets it: opened in Chromium, without a network, as often as asked.

A visit may freeze the clock: then time passes only by `Visit.wait`, and two visits that do the
same see the same pictures, pixel for pixel. What differs between a visit that presses a key and
one that does not was done by the key, however much the page moves by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.async_api import (
    Browser,
    Dialog,
    Locator,
    Page,
    Playwright,
    Request,
    Route,
)
from playwright.async_api import (
    Error as BrowserFailure,
)

from bench.pictures import Picture
from workers.browser import experiment
from workers.files import find_entry
from workers.shelf import Served as Served

ORIGIN = "http://page.localhost"
DESKTOP = {"width": 1000, "height": 700}
PHONE = {"width": 390, "height": 844}
HANG_SECONDS = 25.0  # for at most two seconds of the page's time
STEP_MS = 2_500  # what one step on the page may take: a click, a fill
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # what route() lets slip: web sockets, redirects
]
INSTRUMENTS = Path(__file__).with_name("instruments.js")
DICE, CLOCK = (Path(experiment.__file__).with_name(name) for name in ("dice.js", "clock.js"))
START = r"^\W*((start|play|begin|launch|new game|let.?s go|go|enter)\b|开始|启动|出发|进入|开玩|玩)"
PRESS = (
    r"(press|hit|tap|click|touch)[^.]{0,24}(start|play|begin|any key)|press (space|enter)"
    r"|(按|点击|点按|轻触)[^。]{0,12}(开始|任意键|空格|回车|继续)"
)
BUTTONS = (
    "button, [role=button], input[type=button], input[type=submit], [onclick], a, summary, label"
)


# A path of the page's own folder ("app.js"), or a whole foreign address ("https://…") -> its file.
Serve = Callable[[str], Served | None]

_TYPES = {
    "html": "text/html; charset=utf-8",
    "htm": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}


def serve_files(files: Mapping[str, str]) -> Serve:
    """The project's own files and nothing else: what a browser without a network gets."""

    def serve(path: str) -> Served | None:
        text = files.get(path)
        if text is None:
            return None
        kind = _TYPES.get(path.rsplit(".", 1)[-1].lower(), "text/plain; charset=utf-8")
        return Served(text.encode("utf-8", "replace"), kind)

    return serve


async def launch(playwright: Playwright) -> Browser:
    """Headless Chromium: Playwright's own where it is installed, else the system's."""
    own = Path(playwright.chromium.executable_path)
    system = next(filter(None, map(shutil.which, BROWSERS)), None)
    path = os.environ.get("ATELIER_CHROMIUM") or (None if own.exists() else system)
    no_sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # refused to root
    return await playwright.chromium.launch(executable_path=path, args=ARGUMENTS + no_sandbox)


@dataclass
class Visit:
    """One opened page. `errors` and `missing` grow while it runs; dialogs are answered."""

    page: Page
    frozen: bool
    errors: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    answer: str = ""  # to a prompt() dialog

    async def wait(self, milliseconds: int) -> None:
        """Let the page's time pass."""
        if self.frozen:
            passing = self.page.evaluate("(time) => __clock.pass(time)", milliseconds)
            await asyncio.wait_for(passing, HANG_SECONDS)
        else:
            await self.page.wait_for_timeout(milliseconds)

    async def shot(self) -> Picture:
        """What is to be seen now. With a frozen clock CSS animations are shown at their end."""
        data = await self.page.screenshot(
            type="jpeg", quality=90, animations="disabled" if self.frozen else "allow"
        )
        return Picture.of(data)

    async def text(self) -> str:
        """All that can be read: the title, the body, fields, labels, text drawn on canvases."""
        return str(await self.page.evaluate(_TEXT))

    async def body_text(self) -> str:
        """The visible text of the body, and what dialogs said."""
        body = str(await self.page.evaluate("document.body ? document.body.innerText : ''"))
        return "\n".join([body, *self.dialogs])

    async def sounds(self) -> int:
        """How many sounds were started in an audio context that runs."""
        script = "__bench.sources.filter((one) => one.state === 'running').length"
        return int(await self.page.evaluate(script))

    async def named(self, pattern: str, kinds: str = BUTTONS) -> list[Locator]:
        """The visible controls whose text, label, title, id or class matches, likeliest first."""
        marked = await self.page.evaluate(_FIND, [pattern, kinds])
        return [self.page.locator(f"[data-bench='{number}']") for number in marked]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def click(self, target: Locator) -> bool:
        """Click it as a person would; where something lies over it, as a script. False: gone."""
        try:
            await target.click(timeout=800)
        except BrowserFailure:
            try:
                await target.dispatch_event("click", timeout=800)
            except BrowserFailure:
                return False
        return True

    async def let_go(self) -> None:
        """Take pointer and focus away, so that a button's glow is no change that it made."""
        await self.page.mouse.move(1, 1)
        await self.page.evaluate("document.activeElement && document.activeElement.blur()")

    async def start(self) -> bool:
        """Pass the title screen if there is one. False: none was found."""
        buttons = await self.named(START)
        if buttons:
            await self.click(buttons[0])
            await self.let_go()
            await self.wait(300)
            return True
        if re.search(PRESS, await self.text(), re.IGNORECASE):
            size = self.page.viewport_size or DESKTOP
            await self.page.mouse.click(size["width"] / 2, size["height"] / 2)
            await self.press("Enter", "Space")
            await self.wait(300)
            return True
        return False

    async def stage(self) -> tuple[float, float, float, float]:
        """Left, top, width, height of where things are drawn: the largest canvas or drawing,
        as far as it is on the screen, else the whole screen."""
        found = await self.page.evaluate(_STAGE)
        return (found[0], found[1], found[2], found[3])


@dataclass
class Site:
    """A page under judgement: a browser, a way to its files, and the file that opens first."""

    browser: Browser
    serve: Serve
    entry: str = "index.html"

    @classmethod
    def of(cls, browser: Browser, files: Mapping[str, str], serve: Serve | None = None) -> Site:
        """The site of a project's files."""
        return cls(browser, serve or serve_files(files), find_entry(dict(files)) or "index.html")

    @contextlib.asynccontextmanager
    async def open(
        self, frozen: bool = False, size: Mapping[str, int] = DESKTOP
    ) -> AsyncIterator[Visit]:
        """A new visit with a fresh profile; `frozen` stops the page's clock."""
        context = await self.browser.new_context(
            viewport={"width": size["width"], "height": size["height"]}, locale="en-US"
        )
        try:
            context.set_default_timeout(STEP_MS)
            await context.add_init_script(path=DICE)
            await context.add_init_script(path=INSTRUMENTS)
            if frozen:
                await context.add_init_script(path=CLOCK)
            page = await context.new_page()
            visit = Visit(page, frozen)
            await self._listen(visit)
            await page.goto(f"{ORIGIN}/{self.entry}", wait_until="load", timeout=15_000)
            await visit.wait(400)
            yield visit
        finally:
            with contextlib.suppress(BrowserFailure):
                await context.close()

    async def _listen(self, visit: Visit) -> None:
        async def answer(route: Route) -> None:
            parts = urlsplit(route.request.url)
            own = f"{parts.scheme}://{parts.netloc}" == ORIGIN
            path = unquote(parts.path).lstrip("/") or self.entry
            served = self.serve(path if own else route.request.url)
            with contextlib.suppress(BrowserFailure):  # the page is gone
                if served:
                    await route.fulfill(body=served.body, content_type=served.content_type)
                elif own:
                    await route.fulfill(status=404, body="")
                else:
                    await route.abort()

        def failed(request: Request) -> None:
            if not request.url.startswith(("data:", "blob:")):
                visit.missing.append(f"{request.resource_type} {request.url}")

        async def dialog(shown: Dialog) -> None:
            visit.dialogs.append(shown.message)
            with contextlib.suppress(BrowserFailure):
                await shown.accept(visit.answer or shown.default_value)

        page = visit.page
        await page.route("**/*", answer)
        page.on("dialog", dialog)
        page.on("pageerror", lambda error: visit.errors.append(str(error)[:300]))
        page.on("requestfailed", failed)
        page.on("response", lambda got: failed(got.request) if got.status >= 400 else None)
        page.on(
            "console",
            lambda line: (
                visit.errors.append(line.text[:300])
                if line.type == "error" and not line.text.startswith("Failed to load resource")
                else None
            ),
        )


_TEXT = """() => {
  const parts = [document.title, document.body ? document.body.innerText : ""];
  for (const one of document.querySelectorAll("input, textarea, [aria-label], [title], svg text")) {
    const type = one.type === "password" ? "" : one.value || "";
    parts.push(one.placeholder || "", type, one.getAttribute("aria-label") || "",
      one.getAttribute("title") || "", one.tagName === "text" ? one.textContent : "");
  }
  return [...parts, ...__bench.drawn].filter(Boolean).join("\\n");
}"""

_FIND = """([pattern, kinds]) => {
  const wanted = new RegExp(pattern, "i");
  const found = [];
  let next = document.querySelectorAll("[data-bench]").length;
  for (const one of document.querySelectorAll(kinds)) {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (one.disabled || !box.width || !box.height || style.visibility === "hidden") continue;
    const text = (one.innerText || one.value || "").trim();
    const said = [one.getAttribute("aria-label"), one.title].filter(Boolean);
    const named = [one.id, one.getAttribute("class")].filter(Boolean);
    const rank = text.length < 40 && wanted.test(text) ? 0
      : said.some((word) => wanted.test(word)) ? 1
      : named.some((word) => wanted.test(word)) ? 2 : 3;
    if (rank === 3) continue;
    if (!one.dataset.bench) one.dataset.bench = String(next++);
    const plain = /^(BUTTON|INPUT)$/.test(one.tagName) ? 0 : 1;
    // "Start" before "Start over without saving"; where anything goes, as they stand.
    found.push([rank, plain, pattern === "." ? 0 : text.length, one.dataset.bench]);
  }
  const sooner = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  return found.sort(sooner).map((one) => one[3]);
}"""

_STAGE = """() => {
  const screen = [0, 0, innerWidth, innerHeight];
  let best = screen, area = 0.02 * innerWidth * innerHeight;
  for (const one of document.querySelectorAll("canvas, svg")) {
    const box = one.getBoundingClientRect();
    if (getComputedStyle(one).visibility === "hidden") continue;
    const left = Math.max(box.left, 0), top = Math.max(box.top, 0);
    const width = Math.min(box.right, innerWidth) - left;
    const height = Math.min(box.bottom, innerHeight) - top;
    if (width > 0 && height > 0 && width * height > area) {
      best = [left, top, width, height];
      area = width * height;
    }
  }
  return best;
}"""
