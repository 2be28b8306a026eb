"""One parent for the studio's processes: starts them, restarts what dies, stops everything."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

STOP_SECONDS = 8.0  # a process may take this long to end by itself
STEADY_SECONDS = 30.0  # one that ran this long starts again without a pause
PR_SET_PDEATHSIG = 1


@dataclass
class Service:
    """A process to keep alive, what its environment has beyond the parent's, and words of lines
    that only trouble the reader of its output."""

    name: str
    command: Sequence[str]
    environ: dict[str, str] = field(default_factory=dict)
    noise: Sequence[str] = ()


class Supervisor:
    """Keeps services alive until it is told to stop; shows their output line by line."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._services = services
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Start everything, and return once everything has ended after SIGINT or SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._stopping.set)
        await asyncio.gather(*(self._keep(service) for service in self._services))

    async def _keep(self, service: Service) -> None:
        pause = 0.2
        while not self._stopping.is_set():
            began = time.monotonic()
            process = await self._start(service)
            output = asyncio.create_task(self._relay(service, process))
            stopping = asyncio.create_task(self._stopping.wait())
            ended = asyncio.create_task(process.wait())
            await asyncio.wait({stopping, ended}, return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                await self._end(process)
            stopping.cancel()
            await output
            if self._stopping.is_set():
                return
            pause = 0.2 if time.monotonic() - began > STEADY_SECONDS else min(pause * 2, 10.0)
            self._say(service, f"ended with status {process.returncode}; starting it again.")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _start(self, service: Service) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *service.command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **service.environ},
            start_new_session=True,  # Ctrl-C reaches the parent alone, which stops in order
            preexec_fn=partial(_die_with, os.getpid()) if sys.platform == "linux" else None,
        )

    async def _relay(self, service: Service, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        while line := await _line(process.stdout):
            text = line.decode("utf-8", "replace").rstrip()
            if text and not any(words in text for words in service.noise):
                self._say(service, text)

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()

    @staticmethod
    def _say(service: Service, line: str) -> None:
        with contextlib.suppress(BrokenPipeError):
            print(f"{service.name:>7} | {line}", flush=True)


async def _line(stream: asyncio.StreamReader) -> bytes:
    """The next line, or what the reader could hold of one that is too long."""
    try:
        return await stream.readline()
    except ValueError:
        return b"(a line too long to show)\n"


def _die_with(parent: int) -> None:
    """Ask Linux to end this process when the supervisor is killed, so that nothing is orphaned."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)  # it was killed before we asked
