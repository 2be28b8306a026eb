"""Having a project checked by a real check worker, through the real broker."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from ide import processes
from ide.models import Project
from tests.workers.conftest import page_of
from workers.app_settings import CHECK_QUEUE
from workers.browser import CheckBrowser, Checked
from workers.check_client import LocalChecker, QueuedChecker
from workers.check_queue import CheckQueue

ROOT = Path(__file__).resolve().parents[2]
PAGE = {"index.html": page_of("<h1>Tea</h1><p>All is well.</p>")}


@pytest.fixture
def queue(broker_url: str) -> CheckQueue:
    return CheckQueue(broker_url)


@pytest.fixture
def worker(queue: CheckQueue) -> Iterator[subprocess.Popen[bytes]]:
    """A check worker, started as the supervisor starts it."""
    process = subprocess.Popen(processes.checker().command, cwd=ROOT, env=dict(os.environ))
    deadline = time.monotonic() + 60
    while not queue.is_alive() and time.monotonic() < deadline:
        time.sleep(0.1)
    yield process
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def code(checked: Checked) -> str:
    assert checked.report.verdict == "unchecked" and checked.report.problem
    return checked.report.problem.code


def test_a_check_goes_to_a_worker_and_its_report_and_pictures_come_back(
    worker: subprocess.Popen[bytes], queue: CheckQueue
) -> None:
    checked = QueuedChecker(settings.CONFIG).check(PAGE)
    assert checked.report.verdict == "works", checked.report
    assert set(checked.screenshots) == {"desktop", "phone"}
    assert checked.cpu_seconds > 0
    called_off = threading.Event()
    threading.Timer(0.3, called_off.set).start()
    began = time.monotonic()
    assert (
        code(QueuedChecker(settings.CONFIG).check(PAGE, cancelled=called_off.is_set)) == "cancelled"
    )
    assert time.monotonic() - began < 2.5
    worker.terminate()
    assert worker.wait(20) == 0
    assert not queue.is_alive()


def test_without_a_worker_it_says_so_at_once(queue: CheckQueue) -> None:
    began = time.monotonic()
    assert code(QueuedChecker(settings.CONFIG).check(PAGE)) == "no-checker"
    assert time.monotonic() - began < 1
    assert queue.length(CHECK_QUEUE) == 0


def test_a_long_queue_is_refused(queue: CheckQueue) -> None:
    queue.beat("somebody", {})
    queue._redis.rpush(CHECK_QUEUE, *range(21))
    assert code(QueuedChecker(settings.CONFIG).check(PAGE)) == "busy"


def test_a_check_that_takes_too_long_is_given_up_and_forgotten(queue: CheckQueue) -> None:
    queue.beat("somebody who never takes a message", {})
    assert code(QueuedChecker(settings.CONFIG, wait_seconds=0.5).check(PAGE)) == "check-late"
    assert not list(queue._redis.keys("atelier:check:*"))


def test_workers_that_fall_silent_are_noticed_while_waiting(queue: CheckQueue) -> None:
    queue.beat("somebody", {})
    threading.Timer(0.5, queue.leave, ["somebody"]).start()
    assert code(QueuedChecker(settings.CONFIG).check(PAGE)) == "no-checker"


@pytest.mark.django_db
def test_a_check_in_this_process_leaves_the_thread_free_for_the_database(
    checks: CheckBrowser, project: Project
) -> None:
    checked = LocalChecker(checks).check(PAGE)
    assert checked.report.verdict == "works"
    project.name = "Checked"
    project.save()
    assert Project.objects.get(pk=project.pk).name == "Checked"
    assert code(LocalChecker(checks).check(PAGE, cancelled=lambda: True)) == "cancelled"
