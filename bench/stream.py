"""Does the studio slow the model down? `python -m bench.stream`; see docs/performance.md.

Three measures, each on a real studio (`manage.py up`: broker, Daphne, recorder, worker) that this
script starts for itself, with real websocket clients that draw and acknowledge as the browser does:
tokens per second with the small checkpoint, through the studio and of the backend alone, in turn;
the way of a token from the worker to a client, at one stream and at many; memory per process.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from websockets.asyncio.client import connect

from tests.e2e.client import create_project
from tests.e2e.studio import Studio
from workers.backends import make_backend
from workers.backends.base import Backend, Capabilities
from workers.config import Config, load_config
from workers.events import GenerateRequest, TurnEvent
from workers.host import sampling_for
from workers.turn import run_turn

PROMPT = "A page that explains the tides: a heading, an introduction, eight sections, a quiz."
TOKENS_PER_SECOND = 50
SETTLE_SECONDS = 2.0  # after the last client connected, before the latencies count
# The same turn on both sides: written, neither run nor built on a reference.
WRITE_ONLY = {"ATELIER_CHECK": "0", "ATELIER_GROUNDING": "off"}
NAMES = {
    "valkey": "broker",
    "daphne": "web",
    "ide.celery": "record",
    "workers.app": "model",
    "check_app": "check",
}
NAMES["workers.check_app"] = "check"


@dataclass
class Viewed:
    """What one client saw of one turn: (seconds of the monotonic clock, text) and the end."""

    texts: list[tuple[float, str]] = field(default_factory=list)
    usage: dict[str, Any] = field(default_factory=dict)
    written: bool = False  # what comes then, a mended page say, is no stream of the model's

    def take(self, now: float, event: dict[str, Any]) -> None:
        """One event that arrived."""
        if event["kind"] == "write" and event["opens"] and self.texts:
            self.written = True
        if event["kind"] in ("say", "write") and not self.written:
            self.texts.append((now, event["text"]))
        elif event["kind"] == "ended":
            self.usage = event["usage"]


async def view(url: str, project: str, connected: asyncio.Queue[None] | None = None) -> Viewed:
    """Follow a project's turn to its end."""
    viewed = Viewed()
    address = f"{url.replace('http', 'ws', 1)}/ws/p/{project}/"
    async with connect(address, additional_headers={"Origin": url}, max_size=None) as socket:
        await socket.send(json.dumps({"kind": "follow", "turn": None, "seq": 0}))
        async for text in socket:
            now = time.monotonic()
            message = json.loads(text)
            if message["kind"] == "state" and connected:
                connected.put_nowait(None)
                connected = None
            if message["kind"] != "events":
                continue
            events = message["events"]
            ack = {"kind": "ack", "turn": message["turn"], "seq": events[-1]["seq"]}
            await socket.send(json.dumps(ack))
            for item in events:
                viewed.take(now, item["event"])
            if viewed.usage:
                return viewed
    raise ConnectionError("the studio closed the socket")


def rate(tokens: int, times: list[float]) -> float:
    """Tokens per second between the first text and the last."""
    return (tokens - 1) / (times[-1] - times[0])


def alone(backend: Backend, capabilities: Capabilities, config: Config) -> float:
    """Tokens per second of the same turn without queue, log, web and client."""
    times: list[float] = []

    def emit(event: TurnEvent) -> None:
        if event.kind in ("say", "write"):
            times.append(time.monotonic())

    request = GenerateRequest(turn="bench", attempt=1, prompt=PROMPT)
    result = run_turn(request, backend, capabilities, sampling_for(config), emit, lambda: False)
    return rate(result.usage.completion_tokens, times)


def through(studio: Studio) -> tuple[float, float]:
    """Tokens per second that reach a client, and those that the backend measured in that turn."""
    viewed = asyncio.run(view(studio.url, create_project(studio.url, PROMPT)))
    tokens = viewed.usage["completion_tokens"]
    seen = rate(tokens, [moment for moment, _ in viewed.texts])
    return seen, tokens / viewed.usage["completion_seconds"]


def throughput(rounds: int, tokens: int) -> dict[str, Any]:
    """The small checkpoint, alone and through the studio, taking turns."""
    settings = {
        "ATELIER_BACKEND": "llama",
        "ATELIER_CHECKPOINT": "qwen2.5-coder-0.5b",
        "ATELIER_MAX_TOKENS": str(tokens),
        **WRITE_ONLY,
    }
    config = load_config({**os.environ, **settings})
    backend = make_backend(config)
    capabilities = backend.load()
    studio = Studio(settings)
    studio.start()
    try:
        alone(backend, capabilities, config), through(studio)  # fills both prompt caches
        by_itself, seen, shares = [], [], []
        for _ in range(rounds):
            by_itself.append(alone(backend, capabilities, config))
            client, own = through(studio)
            seen.append(client)
            shares.append(client / own)
        memory = memory_of(studio)
    finally:
        studio.stop()
        backend.close()
    return {
        "alone_tokens_per_second": statistics.median(by_itself),
        "client_tokens_per_second": statistics.median(seen),
        "client_to_alone": statistics.median(seen) / statistics.median(by_itself),
        "client_to_backend_in_the_same_turn": statistics.median(shares),
        "rounds": rounds,
        "memory_with_the_small_checkpoint": memory,
    }


async def watch(url: str, projects: list[str]) -> tuple[list[Viewed], float]:
    """All the turns, and when the last client was connected."""
    connected: asyncio.Queue[None] = asyncio.Queue()
    clients = [asyncio.create_task(view(url, project, connected)) for project in projects]
    for _ in projects:
        await connected.get()
    since = time.monotonic()
    return list(await asyncio.gather(*clients)), since


def latency(streams: int, seconds: int) -> dict[str, Any]:
    """Every token is the time at which the worker had it: how much later do clients see it?"""
    tokens = TOKENS_PER_SECOND * seconds
    script = f"@clock?tokens_per_second={TOKENS_PER_SECOND}&tokens={tokens}"
    settings = {"ATELIER_BACKEND": "scripted", "ATELIER_SCRIPT": script, **WRITE_ONLY}
    studio = Studio({**settings, "ATELIER_SLOTS": str(streams)})
    studio.start()
    try:
        idle = memory_of(studio)
        projects = [create_project(studio.url, f"Clock {number}") for number in range(streams)]
        before = {process: process.cpu_times() for process in studio.services()}
        viewed, since = asyncio.run(watch(studio.url, projects))
        loaded = memory_of(studio)
        cpu = {name_of(p): spent(p, then) for p, then in before.items()}
    finally:
        studio.stop()
    late, paces = [], []
    for one in viewed:
        made = [
            (seen, float(line))
            for seen, text in one.texts
            for line in text.split()
            if line[0].isdigit() and float(line) > since + SETTLE_SECONDS
        ]
        late += [seen - at for seen, at in made]
        paces.append((len(made) - 1) / (made[-1][1] - made[0][1]))
    percentiles = statistics.quantiles(late, n=100)
    return {
        "streams": streams,
        "tokens_measured": len(late),
        "worker_tokens_per_second_each": statistics.median(paces),
        "p50_ms": percentiles[49] * 1000,
        "p99_ms": percentiles[98] * 1000,
        "cpu_seconds": cpu,
        "memory_idle": idle,
        "memory_after": loaded,
    }


def spent(process: psutil.Process, then: Any) -> float:
    """CPU seconds since `then`."""
    now = process.cpu_times()
    return float(now.user + now.system - then.user - then.system)


def name_of(process: psutil.Process) -> str:
    """Which of the studio's processes this is."""
    line = " ".join(process.cmdline())
    return next((name for word, name in NAMES.items() if word in line), "other")


def memory_of(studio: Studio) -> dict[str, float]:
    """Proportional set size of each process, in MB: shared pages are divided by their users."""
    assert studio.process
    parent = psutil.Process(studio.process.pid)
    found = [("parent", parent), *((name_of(p), p) for p in studio.services())]
    return {name: process.memory_full_info().pss / 1e6 for name, process in found}


def show(report: dict[str, Any], indent: str = "") -> None:
    """The report as plain lines."""
    for name, value in report.items():
        label = f"{indent}{name.replace('_', ' ')}"
        if isinstance(value, dict):
            print(label)
            show(value, indent + "  ")
        else:
            text = f"{value:.3g}" if isinstance(value, float) and value < 10 else f"{value:.0f}"
            print(f"{label:<58}{text:>10}")


def main() -> None:
    """Run it all and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=7, help="turns of each kind (7)")
    parser.add_argument("--tokens", type=int, default=300, help="tokens per turn at most (300)")
    parser.add_argument("--streams", type=int, nargs="+", default=[1, 50], help="paced streams")
    parser.add_argument("--seconds", type=int, default=20, help="length of a paced stream (20)")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    report: dict[str, Any] = {"cores": psutil.cpu_count()}
    for streams in options.streams:
        report[f"latency_of_{streams}_streams"] = latency(streams, options.seconds)
    if options.rounds:
        report["throughput"] = throughput(options.rounds, options.tokens)
    show(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
