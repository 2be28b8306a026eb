"""Writes a turn's events to its log in the background, so that the model never waits for it."""

from __future__ import annotations

import queue
import threading
import time

from workers.event_log import EventLog, Fenced
from workers.events import Ended, Say, TurnEvent, TurnResult, Write

COALESCE_SECONDS = 0.025


class LogWriter:
    """One thread per turn: takes events at once, appends what gathered every 25 ms.

    Adjacent text of the same kind becomes one event. `stopped` is set when the log says that
    the turn was cancelled, fenced off, or cannot be written to any more.
    """

    def __init__(self, log: EventLog, turn: str, attempt: int, last: int) -> None:
        self._log = log
        self._turn = turn
        self._attempt = attempt
        self._next = last + 1
        self._queue: queue.SimpleQueue[TurnEvent | TurnResult] = queue.SimpleQueue()
        self._error: Exception | None = None
        self.stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="log-writer", daemon=True)
        self._thread.start()

    def put(self, event: TurnEvent) -> None:
        """Take an event; never blocks."""
        self._queue.put(event)

    def close(self, result: TurnResult) -> None:
        """Append the last event together with `result`, and wait until it is written.

        Raises `Fenced` when another attempt owns the turn, `redis.RedisError` when the broker
        stayed away.
        """
        self._queue.put(result)
        self._thread.join()
        if self._error:
            raise self._error

    def _run(self) -> None:
        written = 0.0
        while True:
            batch = [self._queue.get()]
            time.sleep(max(0.0, written + COALESCE_SECONDS - time.monotonic()))
            while not self._queue.empty():
                batch.append(self._queue.get())
            try:
                ended = self._append(batch)
            except Exception as error:
                self._error = error
                self.stopped.set()
                return
            if ended:
                return
            written = time.monotonic()

    def _append(self, batch: list[TurnEvent | TurnResult]) -> bool:
        result = batch[-1] if isinstance(batch[-1], TurnResult) else None
        events = merge([item for item in batch if not isinstance(item, TurnResult)])
        if result:
            events.append(Ended(status=result.status, problem=result.problem, usage=result.usage))
        if self._log.append(self._turn, self._attempt, self._next, events, result):
            self.stopped.set()
        self._next += len(events)
        return result is not None


def merge(events: list[TurnEvent]) -> list[TurnEvent]:
    """The same events with adjacent text joined."""
    merged: list[TurnEvent] = []
    for event in events:
        last = merged[-1] if merged else None
        if isinstance(event, Say) and isinstance(last, Say):
            merged[-1] = Say(text=last.text + event.text)
        elif (
            isinstance(event, Write)
            and isinstance(last, Write)
            and event.path == last.path
            and not event.opens
        ):
            merged[-1] = last.model_copy(update={"text": last.text + event.text})
        else:
            merged.append(event)
    return merged


__all__ = ["Fenced", "LogWriter", "merge"]
