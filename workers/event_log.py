"""The live path: an append-only, numbered log per turn, in one Redis stream each.

Entry ids are `<seq>-0` with seq counting from 1, so that an append that is repeated after a
lost connection cannot double an event, and a follower names its place by one number. A fence
(the attempt's number) keeps a worker that was given up from writing into its successor's log.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import redis
import redis.asyncio
from pydantic import TypeAdapter

from workers.events import BackendStatus, Ended, Say, TurnEvent, TurnResult, Write

log = logging.getLogger(__name__)

KEEP_SECONDS = 24 * 3600
LEASE_SECONDS = 15
STATUS_SECONDS = 8
RECONNECT_SECONDS = 90  # how long a worker waits for the broker before it gives its turn up
STATUS_KEY = "atelier:backend"

turn_event: TypeAdapter[TurnEvent] = TypeAdapter(TurnEvent)
T = TypeVar("T")

# KEYS: log, fence, lease, cancel, result. Returns the last number in the log, or -1.
_CLAIM = """
local fence = tonumber(redis.call('GET', KEYS[2]) or '0')
if fence >= tonumber(ARGV[1]) or redis.call('EXISTS', KEYS[5]) == 1 then return -1 end
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[3])
redis.call('SET', KEYS[3], ARGV[1], 'EX', ARGV[2])
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
if #last == 0 then return 0 end
return tonumber(string.match(last[1][1], '^%d+'))
"""

# ARGV: attempt, keep seconds, result or '', first number, events... Returns -1 when fenced off,
# else 1 when the turn was asked to stop, else 0. Entries already there are passed over.
_APPEND = """
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return -1 end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local seen = 0
if #last > 0 then seen = tonumber(string.match(last[1][1], '^%d+')) end
local seq = tonumber(ARGV[4])
for i = 5, #ARGV do
  if seq > seen then redis.call('XADD', KEYS[1], string.format('%d-0', seq), 'e', ARGV[i]) end
  seq = seq + 1
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
if ARGV[3] ~= '' then
  redis.call('SET', KEYS[5], ARGV[3], 'EX', ARGV[2])
  redis.call('DEL', KEYS[3])
end
return redis.call('EXISTS', KEYS[4])
"""


class Fenced(Exception):
    """Another attempt owns the turn now, or it has ended: this worker must let go of it."""


def turn_keys(turn: str) -> list[str]:
    """The keys of a turn, in the order in which the scripts take them."""
    return [f"atelier:turn:{turn}:{name}" for name in ("log", "fence", "lease", "cancel", "result")]


def project_key(project: str) -> str:
    """The stream that wakes everyone who looks at a project; its entries carry nothing."""
    return f"atelier:project:{project}"


@dataclass(frozen=True)
class Liveness:
    """What the broker knows of a turn: `attempt` claimed last (0: none), whether its worker
    still holds the lease, and the result if the turn has ended."""

    attempt: int
    leased: bool
    result: TurnResult | None


class EventLog:
    """Blocking side, for workers and the sweeper. Safe to share between threads."""

    def __init__(self, redis_url: str) -> None:
        # Any: the client's types cover bytes and text, RESP2 and RESP3 at once.
        self._redis: Any = redis.Redis.from_url(
            redis_url,
            decode_responses=True,
            protocol=2,
            socket_timeout=10,
            socket_connect_timeout=3,
        )
        self._claim = self._redis.register_script(_CLAIM)
        self._append = self._redis.register_script(_APPEND)

    def claim(self, turn: str, attempt: int) -> int:
        """Take an attempt of a turn; each can be taken once. Returns the log's last number.

        Raises `Fenced` when this attempt or a later one was taken, or the turn has ended.
        """
        args = [attempt, LEASE_SECONDS, KEEP_SECONDS]
        last = int(self._claim(keys=turn_keys(turn), args=args))
        if last < 0:
            raise Fenced(turn)
        return last

    def append(
        self,
        turn: str,
        attempt: int,
        first: int,
        events: Sequence[TurnEvent],
        result: TurnResult | None = None,
    ) -> bool:
        """Append `events` as numbers `first`, `first`+1, …, and `result` with the last of them.

        Repeating the call is harmless. Returns whether someone asked the turn to stop.
        Waits for a broker that is away; raises `Fenced`, or `redis.ConnectionError` in the end.
        """
        payloads = [event.model_dump_json() for event in events]
        head: list[Any] = [attempt, KEEP_SECONDS, result.model_dump_json() if result else "", first]
        answer = int(patiently(lambda: self._append(keys=turn_keys(turn), args=[*head, *payloads])))
        if answer < 0:
            raise Fenced(turn)
        return answer == 1

    def renew(self, turn: str, attempt: int) -> bool:
        """Keep the lease, and say whether the turn was asked to stop."""
        _, fence, lease, cancel, _ = turn_keys(turn)
        with self._redis.pipeline(transaction=False) as pipe:
            pipe.get(fence)
            pipe.exists(cancel)
            owner, cancelled = pipe.execute()
        if owner == str(attempt):
            self._redis.set(lease, attempt, ex=LEASE_SECONDS)
        return bool(cancelled)

    def cancelled(self, turns: Sequence[str]) -> list[str]:
        """Those of `turns` that were asked to stop."""
        flags = self._redis.mget([turn_keys(turn)[3] for turn in turns]) if turns else []
        return [turn for turn, flag in zip(turns, flags, strict=True) if flag]

    def cancel(self, turn: str) -> None:
        """Ask whoever runs the turn to stop."""
        self._redis.set(turn_keys(turn)[3], "1", ex=KEEP_SECONDS)

    def liveness(self, turn: str) -> Liveness:
        """What the broker knows of the turn."""
        _, fence, lease, _, result = turn_keys(turn)
        attempt, leased, ended = self._redis.mget([fence, lease, result])
        return Liveness(
            int(attempt or 0),
            leased is not None,
            TurnResult.model_validate_json(ended) if ended else None,
        )

    def close_turn(self, turn: str, ended: Ended, attempt: int) -> None:
        """End a turn that no worker will end: fence off `attempt` and append the last event."""
        log_key, fence, lease, _, _ = turn_keys(turn)
        self._redis.set(fence, attempt + 1, ex=KEEP_SECONDS)
        last = self._redis.xrevrange(log_key, count=1)
        if last and json.loads(last[0][1]["e"])["kind"] == "ended":
            return
        seq = int(last[0][0].split("-")[0]) if last else 0
        self._redis.xadd(log_key, {"e": ended.model_dump_json()}, id=f"{seq + 1}-0")
        self._redis.expire(log_key, KEEP_SECONDS)
        self._redis.delete(lease)

    def text(self, turn: str) -> str:
        """What the last attempt wrote so far: the conversation and the files, as they came."""
        parts: list[str] = []
        for _, fields in self._redis.xrange(turn_keys(turn)[0]):
            event = turn_event.validate_json(fields["e"])
            if event.kind == "started":
                parts.clear()
            elif isinstance(event, Say | Write):
                parts.append(event.text)
        return "".join(parts)

    def wake(self, project: str) -> None:
        """Tell everyone who looks at the project that something durable changed."""
        self._redis.xadd(project_key(project), {"w": "1"}, maxlen=10, approximate=False)
        self._redis.expire(project_key(project), KEEP_SECONDS)

    def queued(self, queue: str) -> int:
        """How many messages wait in a Celery queue."""
        return int(self._redis.llen(queue))

    def put_status(self, status: BackendStatus, worker: str) -> None:
        """Publish a worker's state; it is forgotten after a few seconds of silence."""
        self._redis.set(f"{STATUS_KEY}:{worker}", status.model_dump_json(), ex=STATUS_SECONDS)

    def drop_status(self, worker: str) -> None:
        """Forget a worker that stops."""
        self._redis.delete(f"{STATUS_KEY}:{worker}")

    def status(self) -> BackendStatus:
        """The best state any worker reports; `missing` when none does."""
        keys = list(self._redis.scan_iter(f"{STATUS_KEY}:*", count=100))
        return best_status(self._redis.mget(keys) if keys else [])


class AsyncEventLog:
    """Asynchronous side, for sockets and streamed previews."""

    def __init__(self, redis_url: str) -> None:
        self._redis: Any = redis.asyncio.Redis.from_url(
            redis_url,
            decode_responses=True,
            protocol=2,
            socket_timeout=None,  # reads block for seconds
            socket_connect_timeout=3,
        )

    async def close(self) -> None:
        """Give the connections back."""
        await self._redis.aclose()

    async def so_far(self, turn: str) -> list[tuple[int, TurnEvent]]:
        """Every event there is now. Raises `redis.RedisError` while the broker is away."""
        return _numbered(await self._redis.xrange(turn_keys(turn)[0]))

    async def follow(self, turn: str, after: int = 0) -> AsyncIterator[tuple[int, TurnEvent]]:
        """Every event after number `after`, as it comes, up to and with `Ended`."""
        async for batch in self.batches(turn, after):
            for item in batch:
                yield item

    async def batches(
        self, turn: str, after: int = 0
    ) -> AsyncIterator[list[tuple[int, TurnEvent]]]:
        """As `follow`, but all that is there at once. Survives a broker that goes and comes."""
        while True:
            batch = _numbered(await self._read(turn_keys(turn)[0], f"{after}-0"))
            if not batch:
                continue
            after = batch[-1][0]
            yield batch
            if isinstance(batch[-1][1], Ended):
                return

    async def wakes(self, project: str) -> AsyncIterator[bool]:
        """True at once and whenever something durable changed; False after a quiet second."""
        key = project_key(project)
        last = await self._newest(key)
        yield True
        while True:
            entries = await self._read(key, last, block=1000)
            if entries:
                last = entries[-1][0]
            yield bool(entries)

    async def _newest(self, key: str) -> str:
        with contextlib.suppress(redis.RedisError):
            entries = await self._redis.xrevrange(key, count=1)
            if entries:
                return str(entries[0][0])
        return "0-0"

    async def _read(
        self, key: str, after: str, block: int = 5000
    ) -> list[tuple[str, dict[str, str]]]:
        try:
            answer = await self._redis.xread({key: after}, count=1000, block=block)
        except (redis.RedisError, OSError):
            await asyncio.sleep(0.3)
            return []
        return list(answer[0][1]) if answer else []

    async def status(self) -> BackendStatus:
        """As `EventLog.status`; `missing` with a problem while the broker is away."""
        try:
            keys = [key async for key in self._redis.scan_iter(f"{STATUS_KEY}:*", count=100)]
            return best_status(await self._redis.mget(keys) if keys else [])
        except (redis.RedisError, OSError):
            return BackendStatus(state="missing")


def _numbered(entries: Sequence[tuple[str, dict[str, str]]]) -> list[tuple[int, TurnEvent]]:
    return [
        (int(entry.split("-")[0]), turn_event.validate_json(fields["e"]))
        for entry, fields in entries
    ]


def best_status(reports: Sequence[str | None]) -> BackendStatus:
    """Of several workers' reports the one that matters: ready before loading before failed."""
    rank = {"ready": 0, "loading": 1, "failed": 2, "missing": 3}
    statuses = [BackendStatus.model_validate_json(report) for report in reports if report]
    if not statuses:
        return BackendStatus(state="missing")
    best = min(statuses, key=lambda status: rank[status.state])
    same = [status for status in statuses if status.state == best.state]
    return best.model_copy(
        update={
            "slots": sum(status.slots for status in same),
            "active": sum(status.active for status in same),
        }
    )


def patiently(call: Callable[[], T], seconds: float = RECONNECT_SECONDS) -> T:
    """`call()`, tried again while the broker is away, for at most `seconds`."""
    deadline = time.monotonic() + seconds
    pause = 0.05
    while True:
        try:
            return call()
        except (redis.ConnectionError, redis.TimeoutError, ConnectionError) as error:
            if time.monotonic() > deadline:
                raise
            log.warning("The broker is away (%s); trying again.", error)
            time.sleep(pause)
            pause = min(pause * 2, 1.0)
