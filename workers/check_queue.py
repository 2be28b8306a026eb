"""The meeting place of those who want a check and the workers that make them, in Redis.

`wanted` marks a check somebody waits for, and is gone when nobody does any more; `result` holds the
report and the screenshots for a minute; `wake` is a list that the waiting side blocks on.
"""

from __future__ import annotations

import json
from typing import Any, cast

import redis

from workers.browser import Checked
from workers.report import ExecutionReport

KEEP_SECONDS = 60
BEAT_SECONDS = 3.0
ALIVE_SECONDS = 12  # without a beat: no check worker lives
ALIVE_KEY = "atelier:checkers"


class CheckQueue:
    """Both sides' verbs; every one of them is one round trip."""

    def __init__(self, redis_url: str) -> None:
        self._redis: Any = redis.Redis.from_url(
            redis_url, protocol=2, socket_timeout=10, socket_connect_timeout=3
        )

    def want(self, check: str, seconds: float) -> None:
        """Somebody waits for this check, for so long at most."""
        self._redis.set(f"atelier:check:{check}:wanted", 1, px=max(1, int(seconds * 1000)))

    def is_wanted(self, check: str) -> bool:
        """Whether anybody still waits."""
        return bool(self._redis.exists(f"atelier:check:{check}:wanted"))

    def forget(self, check: str) -> None:
        """Nobody waits any more: a worker passes over it, a result is dropped."""
        keys = (f"atelier:check:{check}{end}" for end in (":wanted", "", ":wake"))
        self._redis.delete(*keys)

    def answer(self, check: str, checked: Checked) -> None:
        """Hand a result over and wake who waits."""
        key = f"atelier:check:{check}"
        facts = {"cpu_seconds": checked.cpu_seconds, "memory": checked.memory}
        fields: dict[str, str | bytes] = {"report": checked.report.model_dump_json()}
        fields["facts"] = json.dumps(facts)
        fields |= {f"shot:{name}": data for name, data in checked.screenshots.items()}
        with self._redis.pipeline() as pipe:
            pipe.hset(key, mapping=fields)
            pipe.expire(key, KEEP_SECONDS)
            pipe.rpush(f"{key}:wake", 1)
            pipe.expire(f"{key}:wake", KEEP_SECONDS)
            pipe.execute()

    def wait(self, check: str, seconds: float) -> Checked | None:
        """The result when it comes within `seconds`, else None."""
        key = f"atelier:check:{check}"
        if not self._redis.blpop([f"{key}:wake"], timeout=seconds):
            return None
        fields = cast("dict[bytes, bytes]", self._redis.hgetall(key))
        if b"report" not in fields:
            return None
        shots = {
            name.decode().removeprefix("shot:"): data
            for name, data in fields.items()
            if name.startswith(b"shot:")
        }
        report = ExecutionReport.model_validate_json(fields[b"report"])
        return Checked(report, shots, **json.loads(fields[b"facts"]))

    def beat(self, worker: str, state: dict[str, Any]) -> None:
        """A check worker lives; `state` says how it is."""
        with self._redis.pipeline() as pipe:
            pipe.set(ALIVE_KEY, worker, ex=ALIVE_SECONDS)
            pipe.set(f"{ALIVE_KEY}:{worker}", json.dumps(state), ex=ALIVE_SECONDS)
            pipe.execute()

    def leave(self, worker: str) -> None:
        """A check worker ends."""
        self._redis.delete(f"{ALIVE_KEY}:{worker}")
        if self._redis.get(ALIVE_KEY) == worker.encode():
            self._redis.delete(ALIVE_KEY)  # another one's next beat sets it again

    def is_alive(self) -> bool:
        """Whether any check worker lives."""
        return bool(self._redis.exists(ALIVE_KEY))

    def length(self, queue: str) -> int:
        """How many checks wait for a worker."""
        return int(self._redis.llen(queue))
