"""Of the pages people ask for, how many work? `python -m bench.works --out DIR`.

Each wish of bench/wishes is written by the default checkpoint through the code of
`manage.py generate`, then opened in Chromium without a network and used: a page works when it
does everything that its wish literally asks for (bench/expectations). What is done is kept in
DIR/ARM/WISH and passed over the next time, so that hours of it can be run in pieces.
See bench/README.md for how to read the table.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
import zlib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as BrowserFailure

from bench.arms import NoSuchArm, Switches, arm_named, serving, write
from bench.edit_task import EditTask
from bench.expectations import Held, hold
from bench.remembered import Remembered
from bench.site import PHONE, Site, launch
from bench.wish import Wish, load_wishes, select
from bench.works_table import summary, table
from workers.ahead import warm
from workers.backends import BackendError, make_backend
from workers.backends.base import Backend, Capabilities
from workers.browser import CheckBrowser
from workers.check_client import LocalChecker
from workers.config import Config, ConfigError, load_config
from workers.events import Stats, TurnEvent, TurnResult
from workers.files import FileTree
from workers.host import sampling_for

RESULT = "result.json"
PROGRESS_SECONDS = 30.0
DESKTOP = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Model:
    """A loaded backend: written to from several threads at once."""

    config: Config
    backend: Backend
    capabilities: Capabilities
    checker: LocalChecker = field(default_factory=lambda: LocalChecker(CheckBrowser()))


class Progress:
    """Says now and then how far a page is."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._next = time.monotonic() + PROGRESS_SECONDS

    def __call__(self, event: TurnEvent) -> None:
        """Hear of an event of the turn."""
        if isinstance(event, Stats) and time.monotonic() >= self._next:
            self._next += PROGRESS_SECONDS
            rate = f"{event.tokens} tokens, {event.tokens_per_second} a second"
            print(f"  {self._name}: {rate}", file=sys.stderr, flush=True)


def seed_of(wish: Wish | EditTask, seed: int) -> int:
    """The same page again for the same `seed`, and another for each wish."""
    return (zlib.crc32(wish.id.encode()) + seed) % 2**31


def generate(
    model: Model, wish: Wish, switches: Switches, seed: int, folder: Path, replies: Path
) -> None:
    """Write the wish's page below `folder`; its record, not judged yet, comes last.

    What the model was asked already is answered from `replies`.
    """
    began = time.monotonic()
    sampling = sampling_for(model.config, seed_of(wish, seed))
    told = Progress(wish.id)
    backend = Remembered(model.backend, replies)
    asked = (wish.prompt, backend, model.capabilities, sampling, switches)
    result = write(*asked, told, model.checker)
    if result.files:
        FileTree(result.files).write_to(folder / "files")
    seconds = time.monotonic() - began + backend.saved
    save(folder, record(wish, result, switches, seed, seconds))


def record(
    wish: Wish, result: TurnResult, switches: Switches, seed: int, seconds: float
) -> dict[str, Any]:
    """What is kept of a turn, beside its files."""
    return {
        "wish": wish.id,
        "kind": wish.kind,
        "language": wish.language,
        "switches": asdict(switches),
        "checkpoint": result.checkpoint,
        "seed": seed,
        "status": result.status,
        "problem": result.problem.model_dump() if result.problem else None,
        "seconds": round(seconds, 1),
        "reference": result.reference,
        "mends": result.drafts[-1].mends if result.drafts else [],
        "drafts": [
            {"origin": draft.origin, "report": draft.report and draft.report.model_dump()}
            for draft in result.drafts
        ],
        "tokens": result.usage.completion_tokens,
        "held": None,
    }


def save(folder: Path, kept: dict[str, Any]) -> None:
    """Write the record in one step: one that is there is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{RESULT}.part"
    half.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    half.replace(folder / RESULT)


def load(folder: Path) -> dict[str, Any] | None:
    """The record below `folder`, if there is one."""
    path = folder / RESULT
    if not path.is_file():
        return None
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def files_below(folder: Path) -> dict[str, str]:
    """The page's files, path -> text."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


async def judge(browser: Browser, wish: Wish, folder: Path) -> dict[str, Any]:
    """Use the page below `folder`, keep screenshots and what held; returns the new record."""
    kept = load(folder) or {}
    files = files_below(folder / "files")
    if not files:
        told = (kept.get("problem") or {}).get("message", "no page was written")
        held = [Held(name, parameters, False, told, 0.0) for name, parameters in wish.expect]
    else:
        site = Site.of(browser, files, serving(files, Switches(**kept["switches"])))
        held = [await hold(site, name, parameters) for name, parameters in wish.expect]
        await photograph(site, folder)
    kept["held"] = [asdict(one) for one in held]
    kept["works"] = all(one.ok for one in held)
    save(folder, kept)
    return kept


async def photograph(site: Site, folder: Path) -> None:
    """How the page looks after a moment, on a desktop and on a phone."""
    for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
        try:
            async with asyncio.timeout(20), site.open(size=size) as visit:
                await visit.wait(700)
                path = folder / f"{name}.jpg"
                await visit.page.screenshot(path=path, type="jpeg", quality=75)
        except (TimeoutError, BrowserFailure):
            continue  # it hangs; the expectations say so


@dataclass
class Bench:
    """One run: what to do, by how many at once, and where to."""

    out: Path
    wishes: list[Wish]
    arms: list[str]
    seed: int
    again: bool  # judge what was judged already

    def folder(self, arm: str, wish: Wish) -> Path:
        """Where a wish's page of an arm is kept."""
        return self.out / arm / wish.id

    def to_write(self) -> list[tuple[Wish, list[str]]]:
        """The arms that have no record yet, by wish: a piece of a run compares the arms, and a
        reply is there before the next arm asks for it."""
        missing = [
            (wish, [arm for arm in self.arms if not load(self.folder(arm, wish))])
            for wish in self.wishes
        ]
        return [(wish, arms) for wish, arms in missing if arms]

    async def run(self, model: Model | None, parallel: int) -> None:
        """Write what is missing, judge what is not judged. Without a model only the latter."""
        async with async_playwright() as playwright:
            browser = await launch(playwright)
            if model:
                self._queue = self.to_write()
                self._total = len(self._queue)
                judging = asyncio.Lock()  # one page at a time: they share the cores
                writers = [self._write(model, browser, judging) for _ in range(parallel)]
                await asyncio.gather(*writers)
            for wish in self.wishes:
                for arm in self.arms:
                    kept = load(self.folder(arm, wish))
                    if kept and (self.again or kept["held"] is None):
                        await self._judge(browser, arm, wish)
            await browser.close()

    async def _write(self, model: Model, browser: Browser, judging: asyncio.Lock) -> None:
        while self._queue:
            wish, arms = self._queue.pop(0)
            number = self._total - len(self._queue)
            for arm in arms:
                print(f"[{number}/{self._total}] {wish.id} {arm} …", file=sys.stderr, flush=True)
                target = (model, wish, arm_named(arm), self.seed, self.folder(arm, wish))
                await asyncio.to_thread(generate, *target, self.out / "replies")
                async with judging:
                    await self._judge(browser, arm, wish)

    async def _judge(self, browser: Browser, arm: str, wish: Wish) -> None:
        kept = None if self.again else self._judged_before(arm, wish)
        kept = kept or await judge(browser, wish, self.folder(arm, wish))
        failed = [f"{one['name']} ({one['why']})" for one in kept["held"] if not one["ok"]]
        told = "works" if not failed else "; ".join(failed)
        print(f"{arm} {wish.id}: {told}", file=sys.stderr, flush=True)

    def _judged_before(self, arm: str, wish: Wish) -> dict[str, Any] | None:
        """The record with the verdict of another arm that came to the very same page."""
        folder = self.folder(arm, wish)
        own, files = load(folder) or {}, files_below(folder / "files")
        for other in self.arms:
            at = self.folder(other, wish)
            kept = load(at)
            if other == arm or kept is None or kept["held"] is None or not files:
                continue
            same = kept["switches"]["shelf"] == own["switches"]["shelf"]
            if same and files_below(at / "files") == files:
                own.update(held=kept["held"], works=kept["works"])
                save(folder, own)
                return own
        return None

    def records(self) -> list[dict[str, Any]]:
        """All that were judged, each with its arm."""
        found = []
        for arm in self.arms:
            for wish in self.wishes:
                kept = load(self.folder(arm, wish))
                if kept and kept["held"] is not None:
                    found.append({"arm": arm, **kept})
        return found


def load_model(parallel: int) -> Model:
    """The configured backend, warm, with a slot for each page written at once."""
    config = load_config({**os.environ, "ATELIER_SLOTS": str(parallel)})
    backend = make_backend(config)
    capabilities = backend.load()
    warm(backend)
    return Model(config, backend, capabilities)


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, help="folder for pages and records; resumed")
    parser.add_argument("--judge", type=Path, metavar="DIR", help="judge DIR again, no model")
    parser.add_argument("--arms", default="plain", help="comma-separated (plain)")
    parser.add_argument("--parallel", type=int, default=2, help="pages written at once (2)")
    parser.add_argument("--held-out", action="store_true", help="the held-out third instead")
    parser.add_argument("--kinds", default="", help="only these, comma-separated")
    parser.add_argument("--wishes", default="", help="only these ids, comma-separated")
    parser.add_argument("--seed", type=int, default=1, help="for other pages of the same wishes")
    parser.add_argument("--table", type=Path, metavar="DIR", help="only print the table of DIR")
    options = parser.parse_args()
    if sum(bool(one) for one in (options.out, options.judge, options.table)) != 1:
        parser.error("give one of --out DIR, --judge DIR, --table DIR")
    return options


def words(text: str) -> list[str]:
    """A comma-separated option."""
    return [word.strip() for word in text.split(",") if word.strip()]


def main() -> None:
    """Run what is asked for and print the table."""
    options = parse()
    try:
        arms = words(options.arms)
        for arm in arms:
            arm_named(arm)
        chosen = (options.held_out, words(options.kinds), words(options.wishes))
        wishes = select(load_wishes(), *chosen)
        out: Path = options.out or options.judge or options.table
        bench = Bench(out, wishes, arms, options.seed, again=options.judge is not None)
        model = load_model(options.parallel) if options.out and bench.to_write() else None
    except (BackendError, ConfigError, NoSuchArm, ValueError) as error:
        sys.exit(str(error))
    if not options.table:
        try:
            asyncio.run(bench.run(model, options.parallel))
        finally:
            if model:
                model.backend.close()
    records = bench.records()
    out.mkdir(parents=True, exist_ok=True)
    body = json.dumps(summary(records), ensure_ascii=False, indent=1) + "\n"
    (out / "summary.json").write_text(body, encoding="utf-8")
    print(table(records))


if __name__ == "__main__":
    main()
