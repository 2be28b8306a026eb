"""The page check's Celery application: `celery -A workers.check_app worker -P threads -Q check`."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import redis
from celery import Celery, Task
from celery.signals import worker_init, worker_shutdown
from kombu.exceptions import OperationalError

from workers.app_settings import CHECK_QUEUE, WEB_QUEUE, celery_settings
from workers.browser import CheckBrowser, find_browser
from workers.check_client import TASK
from workers.check_queue import BEAT_SECONDS, CheckQueue
from workers.config import Config, load_config
from workers.event_log import patiently
from workers.report import CheckRequest

log = logging.getLogger(__name__)


def slots() -> int:
    """Checks at once in one worker: one core is left to everything else."""
    return max(1, (os.cpu_count() or 1) - 1)


class CheckHost:
    """The browsers of one check worker, and its sign of life."""

    def __init__(
        self, config: Config, browser: CheckBrowser, notify: Callable[[int, str], None]
    ) -> None:
        self._notify = notify
        self._queue = CheckQueue(config.redis_url)
        self._browser = browser
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._closing = threading.Event()
        self._active = 0

    def start(self) -> None:
        """Start a browser and begin beating; returns at once."""
        threading.Thread(target=self._beat, name="beat", daemon=True).start()
        threading.Thread(target=self._browser.warm, name="warm", daemon=True).start()

    def close(self) -> None:
        """End the browsers and take leave."""
        self._closing.set()
        with contextlib.suppress(redis.RedisError):
            self._queue.leave(self._name)
        self._browser.close()

    def run(self, request: CheckRequest) -> None:
        """Make one check and hand it over, unless nobody waits for it any more. Never raises."""
        self._active += 1
        try:
            if not self._queue.is_wanted(request.id):
                return
            checked = self._browser.check_page(request.files, frozenset(request.expects))
            patiently(lambda: self._queue.answer(request.id, checked), 10)
            if request.revision is not None:
                self._notify(request.revision, request.id)
        except (redis.RedisError, OperationalError) as error:
            log.error("A check could not be handed over: %s", error)
        finally:
            self._active -= 1

    def _beat(self) -> None:
        while not self._closing.is_set():
            began = time.monotonic()
            isolation = self._browser.isolation
            state = {
                "browser": find_browser(),
                "isolation": str(isolation) if isolation else "",
                "slots": slots(),
                "active": self._active,
            }
            with contextlib.suppress(redis.RedisError):
                self._queue.beat(self._name, state)
            self._closing.wait(max(0.1, BEAT_SECONDS - (time.monotonic() - began)))


class Check(Task):  # type: ignore[misc]  # celery has no types
    """Check one project."""

    name = TASK

    def __init__(self, host: CheckHost) -> None:
        self._host = host

    def run(self, request: dict[str, Any]) -> None:
        """`request` is a `CheckRequest` as JSON."""
        self._host.run(CheckRequest.model_validate(request))


def make_app(config: Config) -> Celery:
    """The application with its task and, once the worker starts, its browsers."""
    app = Celery("checks", fixups=[])
    app.conf.update(celery_settings(config, CHECK_QUEUE))

    def notify(revision: int, check: str) -> None:
        app.send_task("ide.tasks.revision_checked", args=[revision, check], queue=WEB_QUEUE)

    host = CheckHost(config, CheckBrowser(slots=slots()), notify)
    app.register_task(Check(host))
    worker_init.connect(lambda **_: host.start(), weak=False)
    worker_shutdown.connect(lambda **_: host.close(), weak=False)
    return app


app = make_app(load_config())
