"""One loaded backend per process, shared by all its turns."""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Literal

import redis

from workers.ahead import read_ahead, warm
from workers.backends import BackendError, make_backend
from workers.backends.base import Backend, Capabilities, SamplingParams
from workers.check_client import QueuedChecker
from workers.checkpoints import resolve
from workers.config import Config, ConfigError
from workers.event_log import EventLog, Fenced
from workers.events import (
    BackendStatus,
    GenerateRequest,
    PhaseChanged,
    Problem,
    TurnResult,
)
from workers.packing import room_for_files
from workers.turn import run_turn
from workers.workshop import candidates_for, make_workshop
from workers.writer import LogWriter

log = logging.getLogger(__name__)

WATCH_SECONDS = 0.1  # between looks for turns that were asked to stop
BEAT_SECONDS = 3.0  # between renewals of leases and of the published state
RELOAD_SECONDS = 15.0  # before a backend that failed to load is tried again

Notify = Callable[[Literal["started", "ended"], str, int], None]


class BackendHost:
    """Loads the backend in the background, runs turns on it, keeps their leases, and publishes
    how it is. `notify` tells the durable side that an attempt of a turn started or ended."""

    def __init__(self, config: Config, notify: Notify) -> None:
        self._config = config
        self._notify = notify
        self._log = EventLog(config.redis_url)
        self._workshop = make_workshop(config, QueuedChecker(config))
        self._worker = f"{socket.gethostname()}-{os.getpid()}"
        self._backend: Backend | None = None
        self._capabilities: Capabilities | None = None
        self._problem: Problem | None = None
        self._began = time.monotonic()
        self._settled = threading.Event()  # loaded, or failed to
        self._closing = threading.Event()
        self._active: dict[str, tuple[int, threading.Event]] = {}

    def start(self) -> None:
        """Begin loading and beating; returns at once."""
        for target in (self._load, self._beat):
            threading.Thread(target=target, name=target.__name__, daemon=True).start()

    def close(self) -> None:
        """Stop the turns and forget the published state."""
        self._closing.set()
        for _, cancelled in list(self._active.values()):
            cancelled.set()
        with contextlib.suppress(redis.RedisError):
            self._log.drop_status(self._worker)

    def run(self, request: GenerateRequest) -> None:
        """Run one attempt of a turn, from its claim to its result. Never raises."""
        try:
            last = self._log.claim(request.turn, request.attempt)
        except Fenced:
            log.info("Turn %s was taken already; passing over it.", request.turn)
            return
        cancelled = threading.Event()
        writer = LogWriter(self._log, request.turn, request.attempt, last)
        self._active[request.turn] = (request.attempt, cancelled)
        result = None
        try:
            self._notify("started", request.turn, request.attempt)
            result = self._result(request, writer, cancelled)
            writer.close(result)
            self._notify("ended", request.turn, request.attempt)
        except Fenced:
            log.warning("Turn %s belongs to another attempt now; letting go.", request.turn)
        except redis.RedisError as error:
            log.error("Turn %s could not be recorded: %s", request.turn, error)
        finally:
            self._active.pop(request.turn, None)
        if result and self._capabilities and self._capabilities.embedded:
            self._ahead(request, result, self._capabilities)

    def _ahead(
        self, request: GenerateRequest, result: TurnResult, capabilities: Capabilities
    ) -> None:
        """While nobody waits, have the project read for its next wish."""

        def busy() -> bool:
            return bool(self._active) or self._closing.is_set()

        if self._backend:
            told = (request, result, self._backend, room_for_files(capabilities.window), busy)
            threading.Thread(target=read_ahead, args=told, name="ahead", daemon=True).start()

    def _result(
        self, request: GenerateRequest, writer: LogWriter, cancelled: threading.Event
    ) -> TurnResult:
        def stop() -> bool:
            return cancelled.is_set() or writer.stopped.is_set()

        if not self._settled.is_set():
            writer.put(PhaseChanged(phase="loading"))
        while not self._settled.wait(WATCH_SECONDS) and not stop():
            pass
        if self._backend is None or self._capabilities is None:
            return TurnResult(
                turn=request.turn,
                attempt=request.attempt,
                status="cancelled" if stop() else "failed",
                problem=None if stop() else self._problem,
            )
        try:
            sampling = sampling_for(self._config)
            others = len(self._active) - 1
            candidates = candidates_for(self._config, self._capabilities.slots - others)
            return run_turn(
                request,
                self._backend,
                self._capabilities,
                sampling,
                writer.put,
                stop,
                replace(self._workshop, candidates=candidates),
            )
        except Exception as error:
            log.exception("Turn %s failed in our own code.", request.turn)
            return TurnResult(
                turn=request.turn,
                attempt=request.attempt,
                status="failed",
                problem=Problem(code="internal", message=f"The worker failed: {error!r}"),
            )

    def _load(self) -> None:
        while not self._closing.is_set():
            try:
                backend = make_backend(self._config)
                capabilities = backend.load()
                warm(backend)
                self._backend, self._capabilities = backend, capabilities
                self._problem = None
                self._settled.set()
                self._publish()
                log.info("Serving %s.", self._capabilities.checkpoint)
                return
            except BackendError as error:
                self._problem = error.problem
            except ConfigError as error:
                self._problem = Problem(code="setting", message=str(error))
            log.error("The backend is not ready: %s", self._problem.message)
            self._settled.set()
            self._publish()
            self._closing.wait(RELOAD_SECONDS)

    def _beat(self) -> None:
        """Watch for cancelled turns ten times a second, renew leases every few seconds."""
        beaten = 0.0
        while not self._closing.wait(WATCH_SECONDS):
            try:
                active = dict(self._active)
                for turn in self._log.cancelled(list(active)):
                    active[turn][1].set()
                if time.monotonic() - beaten >= BEAT_SECONDS:
                    for turn, (attempt, _) in active.items():
                        self._log.renew(turn, attempt)
                    self._publish()
                    beaten = time.monotonic()
            except redis.RedisError:
                self._closing.wait(0.5)

    def _publish(self) -> None:
        with contextlib.suppress(redis.RedisError):
            self._log.put_status(self.status(), self._worker)

    def status(self) -> BackendStatus:
        """How the backend is right now."""
        loaded = self._capabilities
        config = self._config
        wanted = {"llama": config.checkpoint, "openai": config.openai_model}.get(config.backend, "")
        return BackendStatus(
            state="ready" if loaded else "failed" if self._problem else "loading",
            backend=config.backend,
            checkpoint=loaded.checkpoint if loaded else wanted,
            slots=loaded.slots if loaded else 0,
            active=len(self._active),
            window=loaded.window if loaded else 0,
            loading_seconds=0.0 if loaded else round(time.monotonic() - self._began, 1),
            problem=self._problem,
        )


def sampling_for(config: Config, seed: int | None = None) -> SamplingParams:
    """The checkpoint's recommended sampling; Qwen2.5-Coder's for a checkpoint we do not know."""
    params = SamplingParams(max_tokens=config.max_tokens, seed=seed)
    checkpoint = resolve(config.checkpoint, config.checkpoint_dir)[1]
    if config.backend != "llama" or checkpoint is None:
        return params
    return replace(params, **asdict(checkpoint.sampling))
