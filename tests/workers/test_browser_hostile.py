"""Pages that mean harm: each costs its own check only, and reaches nothing."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.workers.conftest import page_of
from tests.workers.hostile import hostile_page
from workers.browser import CheckBrowser

ROOT = Path(__file__).resolve().parents[2]
HEALTHY = {"index.html": page_of("<h1>Tea</h1><p>All is well.</p>")}


class Listener:
    """Counts who connects to this machine, over TCP or UDP."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._tcp.getsockname()[1])
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        for target in (self._accept, self._receive):
            threading.Thread(target=target, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._tcp.accept()
                connection.settimeout(1)
                with contextlib.suppress(OSError):
                    self.hits.append(connection.recv(200).decode(errors="replace"))
                connection.close()

    def _receive(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self.hits.append(repr(self._udp.recvfrom(200)))

    def close(self) -> None:
        """Listen no more."""
        self._tcp.close()
        self._udp.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("endless loop", "frozen"),
        ("endless loop in a timer", "frozen"),
        ("memory", "crash"),
        ("alerts", "frozen"),
        ("popups", ""),
        ("navigation", "leaves"),
        ("downloads", ""),
        ("webrtc", ""),
        ("files", ""),
        ("loopback", "library"),
        ("sockets", ""),
        ("form", "leaves"),
        ("workers", ""),
        ("workers of workers", ""),
        ("console", "console"),
        ("rejections", ""),
        ("tampering", ""),
    ],
)
def test_a_hostile_page_costs_its_own_check_only_and_reaches_nothing(
    checks: CheckBrowser, listener: Listener, name: str, kind: str
) -> None:
    began = time.monotonic()
    report = checks.check_page(hostile_page(name, listener.port)).report
    assert time.monotonic() - began < 25
    assert report.problem is None, report
    assert not kind or kind in {fault.kind for fault in report.faults}, report
    assert checks.check_page(HEALTHY).report.verdict == "works"
    assert listener.hits == []


def test_the_listener_of_these_tests_hears_who_does_connect(listener: Listener) -> None:
    with socket.create_connection(("127.0.0.1", listener.port)) as connection:
        connection.sendall(b"hello")
    deadline = time.monotonic() + 5
    while "hello" not in listener.hits and time.monotonic() < deadline:
        time.sleep(0.02)
    assert listener.hits == ["hello"]
    listener.hits.clear()


def test_no_page_sees_a_file_of_this_machine(checks: CheckBrowser) -> None:
    page = "<h1>Tea</h1><iframe src='file:///etc/hostname' onload='document.title = 1'></iframe>"
    script = "<script>fetch('file:///etc/hostname').then(() => document.title = 'leak', () => 0)</script>"
    report = checks.check_page({"index.html": page_of(page + script)}).report
    assert report.title != "leak"


def browsers() -> set[int]:
    """Every process that runs on a profile of the page check."""
    found = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if any("atelier-check-" in word for word in process.cmdline()):
                found.add(process.pid)
    return found


def test_closing_leaves_no_process_and_no_file() -> None:
    before = browsers()
    checks = CheckBrowser()
    assert checks.check_page(HEALTHY).report.verdict == "works"
    folders = [chromium._folder for chromium in checks._all]
    assert browsers() - before
    checks.close()
    assert not browsers() - before
    assert folders and not any(folder.exists() for folder in folders)


SCRIPT = """
import sys, time
from workers.browser import CheckBrowser
checks = CheckBrowser()
print(checks.warm(), flush=True)
time.sleep(60)
"""


def test_no_browser_outlives_a_worker_that_is_killed() -> None:
    before = browsers()
    worker = subprocess.Popen(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout
    assert "Chromium's sandbox" in worker.stdout.readline()
    assert browsers() - before
    worker.kill()
    worker.wait()
    deadline = time.monotonic() + 15
    while browsers() - before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not browsers() - before


def test_a_browser_that_was_killed_is_replaced(checks: CheckBrowser) -> None:
    for chromium in list(checks._all):
        psutil.Process(chromium._process.pid).kill()
    assert checks.check_page(HEALTHY).report.verdict == "works"


def test_where_it_is_permitted_a_page_runs_as_nobody_without_a_network(
    checks: CheckBrowser,
) -> None:
    isolation = checks.isolation
    assert isolation
    (chromium,) = [one for one in checks._all if one.alive]
    process = chromium._process
    namespace = Path(f"/proc/{process.pid}/ns/net").readlink()
    alone = namespace != Path("/proc/self/ns/net").readlink()
    assert alone == (isolation.network == "none")
    assert (process.uids().real == 0) == (isolation.user == "root")
    if isolation.user == "own":
        status = Path(f"/proc/{process.pid}/status").read_text()
        assert "CapEff:\t0000000000000000" in status and "NoNewPrivs:\t1" in status
        assert isolation.complete
        secrets = Path(f"/proc/{process.pid}/environ").read_bytes()
        assert b"REDIS_URL" not in secrets and b"ATELIER" not in secrets


def test_several_threads_check_at_once_each_in_its_own_browser() -> None:
    checks = CheckBrowser(slots=2)
    reports: list[str] = []
    page = {"index.html": page_of("<h1>Tea</h1>")}
    threads = [
        threading.Thread(target=lambda: reports.append(checks.check_page(page).report.verdict))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    alive = len(checks._all)
    checks.close()
    assert (reports, alive) == (["works"] * 4, 2)
