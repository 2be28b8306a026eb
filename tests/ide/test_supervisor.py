"""The supervisor with real processes: it keeps them alive, and leaves none behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from ide.supervisor import STOP_SECONDS

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20
PARENT = """
import asyncio, sys
from ide.supervisor import Service, Supervisor
services = [Service(name, [sys.executable, "-c", code], {"TEA": "green"}, ["whistle"])
            for name, code in zip(sys.argv[1::2], sys.argv[2::2])]
asyncio.run(Supervisor(services).run())
print("all has ended", flush=True)
"""
SLEEP = "import time; time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); {SLEEP}"


class Studio:
    """A supervisor in a process of its own, with services given as (name, Python code)."""

    def __init__(self, folder: Path, *services: str) -> None:
        self._said = folder / "said.txt"
        with self._said.open("wb") as output:
            self.process = psutil.Popen(
                [sys.executable, "-c", PARENT, *services],
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._seen: set[psutil.Process] = set()

    def said(self) -> str:
        """What it and its services wrote."""
        return self._said.read_text(errors="replace")

    def services(self) -> list[psutil.Process]:
        """The processes that run now."""
        running: list[psutil.Process] = self.process.children(recursive=True)
        self._seen |= set(running)
        return running

    def close(self) -> None:
        """End what a failed test left."""
        for process in {*self._seen, self.process}:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait()


def is_alive(process: psutil.Process) -> bool:
    """Whether it runs; one that nobody has waited for yet has ended, too."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False


Start = Callable[..., Studio]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    studios: list[Studio] = []

    def begin(*services: str) -> Studio:
        studios.append(Studio(tmp_path, *services))
        return studios[-1]

    yield begin
    for studio in studios:
        studio.close()


def wait_for(condition: Callable[[], Any], what: str) -> Any:
    deadline = time.monotonic() + SECONDS
    while not (value := condition()):
        assert time.monotonic() < deadline, f"Waited {SECONDS} s in vain for {what}."
        time.sleep(0.02)
    return value


def test_every_line_of_every_service_is_shown_with_its_name(start: Start) -> None:
    hello = "import os; print('I drink', os.environ['TEA']); print('the kettle whistles');"
    studio = start("kitchen", f"{hello} {SLEEP}", "garden", f"print('roses'); {SLEEP}")
    wait_for(lambda: "roses" in studio.said() and "green" in studio.said(), "their lines")
    assert "kitchen | I drink green\n" in studio.said()
    assert " garden | roses\n" in studio.said()
    assert "whistles" not in studio.said(), "noise is not shown"


@pytest.mark.kill
def test_a_service_that_dies_is_started_again(start: Start) -> None:
    studio = start("kitchen", SLEEP, "garden", SLEEP)
    first, other = wait_for(lambda: (s := studio.services())[1:] and s, "two services")
    first.kill()
    wait_for(lambda: len(now := studio.services()) == 2 and first not in now, "another one")
    assert other in studio.services(), "the others go on"
    assert "ended with status -9; starting it again." in studio.said()


def test_a_service_that_dies_at_once_is_started_ever_more_slowly(start: Start) -> None:
    studio = start("kitchen", "print('started')")
    wait_for(lambda: studio.said().count("| started") >= 3, "a third start")
    began, count = time.monotonic(), studio.said().count("| started")
    time.sleep(2)
    assert studio.said().count("| started") - count <= 2
    assert time.monotonic() - began < 4


def test_a_line_too_long_to_show_does_not_end_the_service(start: Start) -> None:
    studio = start("kitchen", f"print('x' * 200_000); print('after'); {SLEEP}")
    wait_for(lambda: "| after\n" in studio.said(), "the next line")
    assert len(studio.services()) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_every_service_and_then_the_studio(
    start: Start, number: signal.Signals
) -> None:
    studio = start("kitchen", SLEEP, "garden", SLEEP, "cellar", "raise SystemExit(1)")
    running = wait_for(lambda: (s := studio.services())[1:] and s, "its services")
    wait_for(lambda: "cellar" in studio.said(), "the one that fails")
    began = time.monotonic()
    studio.process.send_signal(number)
    assert studio.process.wait(SECONDS) == 0
    assert time.monotonic() - began < STOP_SECONDS
    assert not any(is_alive(service) for service in running)
    assert studio.said().endswith("all has ended\n")


def test_a_service_that_will_not_end_is_killed_with_its_children(start: Start) -> None:
    child = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}]);"
    studio = start("kitchen", f"{child} {STUBBORN}")
    wait_for(lambda: len(studio.services()) == 2 and "deaf" in studio.said(), "it and its child")
    running = studio.services()
    studio.process.send_signal(signal.SIGTERM)
    assert studio.process.wait(STOP_SECONDS + SECONDS) == 0
    wait_for(lambda: not any(is_alive(process) for process in running), "their end")


@pytest.mark.kill
@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a process of its parent's end"
)
def test_a_studio_that_is_killed_leaves_no_service_behind(start: Start) -> None:
    studio = start("kitchen", SLEEP)
    running = wait_for(studio.services, "its service")
    os.kill(studio.process.pid, signal.SIGKILL)
    studio.process.wait()
    wait_for(lambda: not any(is_alive(process) for process in running), "its end")
