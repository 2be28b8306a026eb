"""What does checking a page cost? `python -m bench.checks`; see docs/scaling.md.

Three measures on this machine, in one browser at a time: checks per second with a browser that is
reused and with one started per check, on a few healthy pages; CPU seconds, memory and time of each;
and hostile pages, generated over the classes of tests/workers/hostile.py, with a check of a healthy
page after each and a listener on this machine that must hear nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from bench.stream import show
from tests.workers.hostile import PAGES, hostile_page
from tests.workers.test_browser_hostile import HEALTHY, Listener
from workers.browser import CheckBrowser

TEXT = "<p>" + "A cup of tea, in four careful steps. " * 30 + "</p>"
GAME = """<canvas id=c width=360 height=500></canvas><script>
const g = c.getContext("2d"); let x = 50, t = 0;
addEventListener("keydown", (e) => { if (e.key === "ArrowRight") x += 40 });
(function draw() { g.fillStyle = "#123"; g.fillRect(0, 0, 360, 500); g.fillStyle = "#fff";
for (let i = 0; i < 60; i++) g.fillRect((i * 37 + t) % 360, (i * 53) % 400, 3, 3);
g.fillRect(x % 330, 440, 30, 30); t++; requestAnimationFrame(draw) })();</script>"""
APP = """<input id=i placeholder="What to do"><button id=b>Add</button><ul id=u></ul><script>
b.onclick = () => {
  u.append(Object.assign(document.createElement("li"), { textContent: i.value }));
}
</script>"""
KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "content": (TEXT, frozenset()),
    "app": (APP, frozenset({"buttons"})),
    "game": (GAME, frozenset({"motion", "keys"})),
}


def page(body: str) -> dict[str, str]:
    """A whole project around `body`."""
    head = '<meta name="viewport" content="width=device-width"><title>Bench</title>'
    return {"index.html": f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"}


@dataclass
class Sample:
    """One check: which page, wall seconds with everything, CPU seconds, bytes of pictures."""

    kind: str
    wall: float
    cpu: float
    memory: int
    pictures: int
    verdict: str


def measure(rounds: int, recycle: int) -> list[Sample]:
    """Every kind of page in turn, `rounds` times."""
    checks = CheckBrowser(recycle=recycle)
    checks.warm()
    samples = []
    try:
        for _ in range(rounds):
            for kind, (body, expects) in KINDS.items():
                began = time.monotonic()
                checked = checks.check_page(page(body), expects)
                wall = time.monotonic() - began
                size = sum(map(len, checked.screenshots.values()))
                facts = (checked.cpu_seconds, checked.memory, size, checked.report.verdict)
                samples.append(Sample(kind, wall, *facts))
    finally:
        checks.close()
    return samples


def summary(samples: list[Sample]) -> dict[str, Any]:
    """The figures of some checks."""
    walls = [sample.wall for sample in samples]
    percentiles = statistics.quantiles(walls, n=100, method="inclusive")
    cpu = statistics.mean(sample.cpu for sample in samples)
    by_kind = defaultdict(list)
    for sample in samples:
        by_kind[sample.kind].append(sample)
    return {
        "checks": len(samples),
        "checks_per_second": len(walls) / sum(walls),
        "cpu_seconds_each": cpu,
        "checks_per_second_and_core_if_only_cpu_counts": 1 / cpu,
        "p50_seconds": percentiles[49],
        "p99_seconds": percentiles[98],
        "memory_megabytes": statistics.mean(sample.memory for sample in samples) / 1e6,
        "pictures_kilobytes": statistics.mean(sample.pictures for sample in samples) / 1e3,
        "p50_seconds_by_kind": {
            kind: statistics.median(one.wall for one in some) for kind, some in by_kind.items()
        },
        "cpu_seconds_by_kind": {
            kind: statistics.median(one.cpu for one in some) for kind, some in by_kind.items()
        },
        "verdicts": dict(Counter(f"{one.kind} {one.verdict}" for one in samples)),
    }


def hostile(count: int, seconds: float) -> dict[str, Any]:
    """`count` hostile pages, or as many as fit into `seconds`."""
    listener, checks = Listener(), CheckBrowser()
    checks.warm()
    names = sorted(PAGES)
    order = [names[number % len(names)] for number in range(count)]
    random.Random(1).shuffle(order)
    walls, unwell, began = [], 0, time.monotonic()
    verdicts: Counter[str] = Counter()
    try:
        for number, name in enumerate(order):
            if time.monotonic() - began > seconds:
                break
            started = time.monotonic()
            checked = checks.check_page(hostile_page(name, listener.port, number))
            walls.append(time.monotonic() - started)
            verdicts[checked.report.verdict] += 1
            if checks.check_page(HEALTHY).report.verdict != "works":
                unwell += 1
        isolation = str(checks.isolation)
    finally:
        checks.close()
        listener.close()
    return {
        "pages": len(walls),
        "classes": len(set(order[: len(walls)])),
        "isolation": isolation,
        "p50_seconds": statistics.median(walls),
        "longest_seconds": max(walls),
        "verdicts": dict(verdicts),
        "checker_unwell_afterwards": unwell,
        "connections_that_reached_the_machine": len(listener.hits),
        "browser_processes_left": leftovers(),
    }


def leftovers() -> int:
    """Processes on a profile of this process's checks that still run."""
    own = psutil.Process()
    return sum(child.name().startswith("chrom") for child in own.children(recursive=True))


def main() -> None:
    """Run it all and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=20, help="of each kind, reused (20)")
    parser.add_argument("--fresh", type=int, default=5, help="of each kind, a browser each (5)")
    parser.add_argument("--hostile", type=int, default=200, help="hostile pages (200)")
    parser.add_argument("--seconds", type=float, default=3600, help="for the hostile ones at most")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    report: dict[str, Any] = {"cores": psutil.cpu_count(), "load_before": os.getloadavg()[0]}
    if options.rounds:
        samples = measure(options.rounds, 50)
        report["reused_browser"] = summary(samples)
        report["samples"] = [asdict(sample) for sample in samples]
    if options.fresh:
        report["browser_per_check"] = summary(measure(options.fresh, 1))
    if options.hostile:
        report["hostile"] = hostile(options.hostile, options.seconds)
    report["load_after"] = os.getloadavg()[0]
    show(_plain(report))
    if options.json:
        options.json.write_text(json.dumps(report, indent=2) + "\n")


def _plain(report: dict[str, Any]) -> dict[str, Any]:
    """Without words, which `show` does not print."""
    return {
        name: _plain(value) if isinstance(value, dict) else value
        for name, value in report.items()
        if not isinstance(value, str | list)
    }


if __name__ == "__main__":
    main()
