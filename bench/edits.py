"""How well and how fast are further wishes made? `python -m bench.edits --out DIR`.

Each task of bench/edit_tasks.toml is one further wish on a starter's page, written by the default
checkpoint through the turn loop, once by search/replace pairs (`pairs`) and once by whole files
(`whole`). A task is right when the page, opened in Chromium, shows what was asked for, runs, and
nothing else in its files changed. `first` writes a page of the kind from nothing: the time that
the others are measured by. What is done is kept in DIR/ARM/TASK and passed over the next time.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as BrowserFailure

from bench.arms import ARMS, Switches, serving, workshop_of
from bench.edit_task import EditTask, load_tasks, strays
from bench.site import Site, launch
from bench.works import Model, files_below, load, load_model, save, seed_of, words
from workers.ahead import read_ahead
from workers.events import GenerateRequest, TurnResult
from workers.files import FileTree
from workers.grounding import Starter
from workers.host import sampling_for
from workers.packing import room_for_files
from workers.turn import BYTES_PER_TOKEN, run_turn

WAYS = ("first", "pairs", "whole")
COLUMNS = (
    *("arm", "tasks", "right", "done", "runs", "silent"),
    *("pairs applied", "tokens ÷ file", "time ÷ first"),
)
SETTLE_MS = 1_200  # of the page, before it is looked at


@dataclass(frozen=True)
class Bench:
    """One run: which tasks, how, and where to."""

    out: Path
    tasks: list[EditTask]
    arms: list[str]
    seed: int

    def folder(self, arm: str, task: EditTask) -> Path:
        """Where a task's outcome is kept; `first` has one for each page."""
        return self.out / arm / (task.page if arm == "first" else task.id)

    async def run(self, model: Model) -> None:
        """Make and judge what is missing, one after the other: it is timed."""
        async with async_playwright() as playwright:
            browser = await launch(playwright)
            for number, task in enumerate(self.tasks, 1):
                for arm in self.arms:
                    folder = self.folder(arm, task)
                    if load(folder):
                        continue
                    told = f"[{number}/{len(self.tasks)}] {folder.name} {arm}"
                    kept = await asyncio.to_thread(make, model, task, arm, self.seed, folder)
                    if arm != "first":
                        kept |= await judge(browser, task, folder, kept)
                    save(folder, kept)
                    print(f"{told}: {kept['seconds']} s {kept.get('why', '')}", file=sys.stderr)
            await browser.close()

    def records(self, arm: str) -> list[dict[str, Any]]:
        """What was kept of an arm."""
        found = (load(self.folder(arm, task)) for task in self.tasks)
        return [kept for kept in found if kept]


def make(model: Model, task: EditTask, arm: str, seed: int, folder: Path) -> dict[str, Any]:
    """Run the task's turn; its files lie below `folder` afterwards."""
    starter = task.starter
    sampling = sampling_for(model.config, seed_of(task, seed))
    request = request_for(task, arm, starter)
    if arm == "pairs":  # as a worker does while nobody waits
        left = TurnResult(
            turn="", attempt=1, status="done", files=starter.tree, reference=starter.slug
        )
        room = room_for_files(model.capabilities.window)
        read_ahead(request, left, model.backend, room, lambda: False)
    workshop = replace(workshop_of(ARMS["repair"], model.checker), pairs=arm == "pairs")
    began = time.monotonic()
    told = (sampling, lambda _: None, lambda: False, workshop)
    result = run_turn(request, model.backend, model.capabilities, *told)
    seconds = round(time.monotonic() - began, 1)
    FileTree(result.files or starter.tree).write_to(folder / "files")
    return record(task, result, starter, seconds)


def request_for(task: EditTask, arm: str, starter: Starter) -> GenerateRequest:
    """The further wish, or for `first` a wish for a page of the kind."""
    if arm == "first":
        return GenerateRequest(turn="bench", attempt=1, prompt=starter.words[0])
    files, reference = starter.tree, starter.slug
    return GenerateRequest(
        turn="bench", attempt=1, prompt=task.wish, files=files, reference=reference
    )


def record(task: EditTask, result: TurnResult, starter: Starter, seconds: float) -> dict[str, Any]:
    """What is kept of a turn, beside its files."""
    report = result.drafts[-1].report if result.drafts else None
    return {
        "task": task.id,
        "kind": task.kind,
        "seconds": seconds,
        "status": result.status,
        "problem": result.problem.code if result.problem else "",
        "changed": result.files is not None,
        "edits": [edit.model_dump() for edit in result.edits],
        "runs": report is None or report.verdict in ("works", "warnings"),
        "tokens": result.usage.completion_tokens,
        "file_tokens": round(starter.written_bytes / BYTES_PER_TOKEN),
        "prompt_tokens": result.usage.prompt_tokens,
        "cached_tokens": result.usage.cached_tokens,
        "completion": result.drafts[0].completion if result.drafts else result.reply,
    }


async def judge(
    browser: Browser, task: EditTask, folder: Path, kept: Mapping[str, Any]
) -> dict[str, Any]:
    """Whether the page shows what was asked for, runs, and is as it was in all else."""
    files = files_below(folder / "files")
    value = await evaluated(browser, files, task.js)
    done = bool(re.search(task.matches, value, re.IGNORECASE))
    beside = strays(task, task.starter.tree, files)
    why = "" if done else f"not done: {value[:80]!r}"
    why = why or (f"beside it: {beside[0][:80]}" if beside else "")
    why = why or ("" if kept["runs"] else "the page fails")
    told = bool(kept["problem"]) or kept["status"] != "done"
    silent = not done and not kept["changed"] and not told
    return {"done": done, "beside": beside, "right": not why, "why": why, "silent": silent}


async def evaluated(browser: Browser, files: Mapping[str, str], expression: str) -> str:
    """The expression's value in the page after a moment; what went wrong instead, in brackets."""
    switches = Switches(shelf=True)
    site = Site.of(browser, dict(files), serving(files, switches))
    try:
        async with asyncio.timeout(40), site.open() as visit:
            await visit.wait(SETTLE_MS)
            return str(await visit.page.evaluate(f"async () => String(await ({expression}))"))
    except (TimeoutError, BrowserFailure) as error:
        return f"[{str(error).splitlines()[0] if str(error) else 'no answer'}]"


def share(records: list[dict[str, Any]], key: str) -> str:
    """How many of the records hold, in percent."""
    return f"{sum(bool(one[key]) for one in records) / len(records):.0%}" if records else "–"


def table(bench: Bench) -> str:
    """The comparison in Markdown."""
    first = {task.page: load(bench.folder("first", task)) for task in bench.tasks}
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for arm in (arm for arm in bench.arms if arm != "first"):
        records = bench.records(arm)
        pairs = [edit for one in records for edit in one["edits"]]
        applied = sum(edit["outcome"] != "failed" for edit in pairs)
        pages = {task.id: first[task.page] for task in bench.tasks}
        times = [one["seconds"] / at["seconds"] for one in records if (at := pages[one["task"]])]
        tokens = [one["tokens"] / one["file_tokens"] for one in records]
        cells = [
            arm,
            str(len(records)),
            *(share(records, key) for key in ("right", "done", "runs", "silent")),
            f"{applied} of {len(pairs)}",
            f"{statistics.median(tokens):.2f}" if tokens else "–",
            f"{statistics.median(times):.2f}" if times else "–",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Run what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="folder for the outcomes; resumed")
    parser.add_argument("--arms", default="first,pairs,whole", help="comma-separated")
    parser.add_argument("--tasks", default="", help="only these ids, comma-separated")
    parser.add_argument("--seed", type=int, default=1, help="for other answers to the same tasks")
    parser.add_argument("--table", action="store_true", help="only print the table")
    options = parser.parse_args()
    only, arms = set(words(options.tasks)), words(options.arms)
    if unknown := set(arms) - set(WAYS):
        parser.error(f"there is no arm {', '.join(sorted(unknown))}; there are {', '.join(WAYS)}")
    tasks = [task for task in load_tasks() if not only or task.id in only]
    bench = Bench(options.out, tasks, arms, options.seed)
    if not options.table:
        model = load_model(1)
        try:
            asyncio.run(bench.run(model))
        finally:
            model.backend.close()
    print(table(bench))


if __name__ == "__main__":
    main()
