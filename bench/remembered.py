"""A backend that is asked the same question only once.

The arms of `bench.works` share questions: with the same seed the first page of `repair` is that of
`mends`. Giving both the very same reply compares them on equal ground, and saves hours; how long
the model took for it the first time is counted again, so an arm's seconds are what it costs alone.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workers.backends.base import (
    Backend,
    Cancelled,
    Capabilities,
    Chunk,
    Finish,
    Message,
    Reading,
    SamplingParams,
    Text,
)

CHUNKS: dict[str, type[Reading] | type[Text] | type[Finish]] = {
    "Reading": Reading,
    "Text": Text,
    "Finish": Finish,
}


class Remembered:
    """Replies as `backend` gave them, kept in `folder`; one instance for each turn.

    `saved`: seconds that the replies given from memory took when they were written.
    """

    name = "remembered"

    def __init__(self, backend: Backend, folder: Path) -> None:
        self._backend = backend
        self._folder = folder
        self._lock = threading.Lock()
        self.saved = 0.0

    def load(self) -> Capabilities:
        """As the backend."""
        return self._backend.load()

    def close(self) -> None:
        """As the backend."""
        self._backend.close()

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """The reply from memory, else the backend's, as far as the reader reads it."""
        path = self._folder / f"{_key(messages, params)}.json"
        if path.is_file():
            kept = json.loads(path.read_text(encoding="utf-8"))
            with self._lock:
                self.saved += kept["seconds"]
            for name, fields in kept["chunks"]:
                yield CHUNKS[name](**fields)
            return
        read: list[tuple[str, dict[str, Any]]] = []
        began = time.monotonic()
        try:
            for chunk in self._backend.stream(messages, params, cancelled):
                read.append((type(chunk).__name__, asdict(chunk)))
                yield chunk
        except GeneratorExit:  # the reader has the block that it wanted
            self._keep(path, read, time.monotonic() - began)
            raise
        self._keep(path, read, time.monotonic() - began)

    def _keep(self, path: Path, read: list[tuple[str, dict[str, Any]]], seconds: float) -> None:
        kept = {"seconds": seconds, "chunks": read}
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{threading.get_ident()}.part")
        half.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        half.replace(path)


def _key(messages: list[Message], params: SamplingParams) -> str:
    asked = json.dumps([messages, asdict(params)], sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()[:32]
