"""Having a project checked: in this process, or by the check workers."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping

import redis
from kombu.exceptions import OperationalError

from workers.app_settings import CHECK_QUEUE, make_sender
from workers.browser import CheckBrowser, Checked, unchecked
from workers.check_queue import CheckQueue
from workers.config import Config
from workers.report import CheckRequest, Expectation

TASK = "workers.tasks.check"
MOST_WAITING = 20
WAIT_SECONDS = 45.0
LOOK_SECONDS = 0.2  # between looks whether the caller still wants it


def _never() -> bool:
    return False


class LocalChecker:
    """Checks in this process."""

    def __init__(self, browser: CheckBrowser) -> None:
        self._browser = browser

    def check(
        self,
        files: Mapping[str, str],
        expects: frozenset[Expectation] = frozenset(),
        cancelled: Callable[[], bool] = _never,
    ) -> Checked:
        """See `workers.judge.Checker`; a check that has begun is not broken off."""
        if cancelled():
            return _cancelled()
        return self._browser.check_page(files, frozenset(expects))


class QueuedChecker:
    """Sends checks to the queue and waits for what the check workers find."""

    def __init__(
        self, config: Config, wait_seconds: float = WAIT_SECONDS, most: int = MOST_WAITING
    ) -> None:
        self._queue = CheckQueue(config.redis_url)
        self._sender = make_sender(config)
        self._seconds = wait_seconds
        self._most = most

    def check(
        self,
        files: Mapping[str, str],
        expects: frozenset[Expectation] = frozenset(),
        cancelled: Callable[[], bool] = _never,
    ) -> Checked:
        """See `workers.judge.Checker`. `cancelled` is asked five times a second."""
        request = CheckRequest(id=uuid.uuid4().hex, files=dict(files), expects=sorted(expects))
        try:
            return self._refusal() or self._send_and_wait(request, cancelled)
        except (redis.RedisError, OperationalError, OSError) as error:
            return unchecked("no-checker", f"The broker does not answer: {error}")

    def _refusal(self) -> Checked | None:
        if not self._queue.is_alive():
            return _nobody()
        if self._queue.length(CHECK_QUEUE) > self._most:
            words = f"More than {self._most} checks wait already: this revision was not run."
            return unchecked("busy", words)
        return None

    def _send_and_wait(self, request: CheckRequest, cancelled: Callable[[], bool]) -> Checked:
        deadline = time.monotonic() + self._seconds
        self._queue.want(request.id, self._seconds)
        arguments = [request.model_dump(mode="json")]
        self._sender.send_task(TASK, args=arguments, queue=CHECK_QUEUE, retry=False)
        looked = time.monotonic()
        try:
            while time.monotonic() < deadline:
                if checked := self._queue.wait(request.id, LOOK_SECONDS):
                    return checked
                if cancelled():
                    return _cancelled()
                if time.monotonic() - looked > 2:
                    looked = time.monotonic()
                    if not self._queue.is_alive():
                        return _nobody()
        finally:
            self._queue.forget(request.id)
        words = (
            f"The check took longer than {self._seconds:.0f} seconds: this revision was not run."
        )
        return unchecked("check-late", words)


def _nobody() -> Checked:
    return unchecked("no-checker", "No check worker is running: this revision was not run.")


def _cancelled() -> Checked:
    return unchecked("cancelled", "The check was called off.")
