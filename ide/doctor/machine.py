"""The doctor's checks of the machine: Python, packages, port, disk, memory."""

from __future__ import annotations

import errno
import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import httpx
import psutil

from ide.doctor.check import Check, failed, ok, warning
from workers.checkpoints import MIB, resolve
from workers.config import Config, ConfigError
from workers.fetch import is_verified
from workers.fetch_partial import HEADROOM, megabytes

PYTHON_NEEDED = (3, 11)
PACKAGES = ("django", "channels", "daphne", "celery", "redis", "pydantic", "httpx", "whitenoise")
HOME_NEEDED = 100 * MIB
HOME_COMFORTABLE = 1024 * MIB
RUNNING = "the studio is running here and answers"
INSTALL = "Remove .stamp-install and run make run, or run: pip install -e ."


def check_python() -> Check:
    """Python is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < PYTHON_NEEDED:
        return failed("python", f"Python {version} is too old.", "Use Python 3.11 or newer.")
    return ok("python", f"Python {version}")


def check_dependencies(backend: str) -> Check:
    """The packages can be imported; llama.cpp is tried in a process of its own.

    Compiled code for another processor ends a process with a signal, which no except catches.
    """
    broken = []
    for name in PACKAGES:
        try:
            importlib.import_module(name)
        except ImportError as error:
            broken.append(f"{name} ({error})")
    if backend == "llama":
        command = [sys.executable, "-c", "import xllamacpp"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if run.returncode < 0:
            name = signal.Signals(-run.returncode).name
            return failed(
                "dependencies",
                f"llama.cpp (xllamacpp) crashes on this processor ({name}).",
                "Use ATELIER_BACKEND=openai with a model server, or another machine.",
            )
        if run.returncode:
            broken.append(f"xllamacpp ({(run.stderr.strip().splitlines() or ['?'])[-1]})")
    if broken:
        return failed("dependencies", f"cannot be imported: {', '.join(broken)}", INSTALL)
    return ok("dependencies", "all can be imported")


def check_port(host: str, port: int) -> Check:
    """The studio's port is free, or the studio itself is on it."""
    name = f"port {port}"
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
        return ok(name, "free")
    except (OSError, OverflowError) as error:
        number = error.errno if isinstance(error, OSError) else None
        if number == errno.EADDRINUSE:
            return _who_has(name, host, port)
        if number == errno.EACCES:
            return failed(
                name,
                "this user may not listen on it",
                "Set ATELIER_PORT to a number from 1024 to 65535.",
            )
        return failed(
            name,
            f"cannot listen on {host}:{port}: {error}",
            "Set ATELIER_HOST to an address of this machine and ATELIER_PORT to a free port.",
        )


def _who_has(name: str, host: str, port: int) -> Check:
    reach = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    address = f"[{reach}]" if ":" in reach else reach
    with suppress(httpx.HTTPError, ValueError):
        answer = httpx.get(f"http://{address}:{port}/health/", timeout=3, trust_env=False).json()
        if isinstance(answer, dict) and answer.get("app") == "atelier":
            return ok(name, RUNNING)
    return failed(
        name,
        f"taken by {_listener(port) or 'another program'}",
        "Stop that program, or set ATELIER_PORT to another port.",
    )


def _listener(port: int) -> str:
    """Who listens on the port, as far as this user may know; empty when not."""
    with suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
            if listens and connection.pid:
                process = psutil.Process(connection.pid)
                return f"{process.name()} (process {connection.pid})"
    return ""


def check_home_disk(home: Path) -> Check:
    """The data folder can be written and has room."""
    name = "disk for data"
    folder = _existing(home)
    fix = "Free some space, or set ATELIER_HOME to another folder."
    if not os.access(folder, os.W_OK):
        return failed(name, f"{folder} cannot be written", "Set ATELIER_HOME to your own folder.")
    free = shutil.disk_usage(folder).free
    words = f"{megabytes(free)} free in {home}"
    if free < HOME_NEEDED:
        return failed(name, words, fix)
    return warning(name, words, fix) if free < HOME_COMFORTABLE else ok(name, words)


def check_checkpoint_disk(config: Config) -> Check:
    """There is room for what is still to be fetched of the checkpoint."""
    name = "disk for checkpoint"
    try:
        path, checkpoint = resolve(config.checkpoint, config.checkpoint_dir)
    except ConfigError as error:
        return failed(name, str(error), "Correct ATELIER_CHECKPOINT.")
    if checkpoint is None or is_verified(path, checkpoint):
        return ok(name, "nothing to fetch")
    folder = _existing(path.parent)
    free = shutil.disk_usage(folder).free
    partial = path.with_name(f"{path.name}.part")
    have = partial.stat().st_size if partial.exists() else 0
    complete = path.exists() and path.stat().st_size == checkpoint.size
    need = 0 if complete else checkpoint.size - have + HEADROOM
    words = f"{megabytes(free)} free in {folder}, {megabytes(need)} needed"
    fix = "Free some space, or set ATELIER_CHECKPOINT_DIR to another folder."
    if need and not os.access(folder, os.W_OK):
        return failed(name, f"{folder} cannot be written", fix)
    return failed(name, words, fix) if free < need else ok(name, words)


def check_memory(config: Config, running: bool) -> Check:
    """The checkpoint, its window and the worker fit in the free memory.

    `running`: the studio already runs here, so what it needs is already taken.
    """
    name = "memory"
    free = available_memory()
    try:
        _, checkpoint = resolve(config.checkpoint, config.checkpoint_dir)
    except ConfigError as error:
        return failed(name, str(error), "Correct ATELIER_CHECKPOINT.")
    if checkpoint is None or running:
        return ok(name, f"{megabytes(free)} free")
    window = min(config.window, checkpoint.window)
    need = checkpoint.memory_bytes(window)
    words = (
        f"{megabytes(free)} free, {megabytes(need)} needed for {checkpoint.name} "
        f"with a window of {window:,} tokens"
    )
    if free < need:
        return failed(
            name,
            words,
            "Close other programs, set ATELIER_WINDOW smaller, or set "
            "ATELIER_CHECKPOINT=qwen2.5-coder-0.5b.",
        )
    return ok(name, words)


def available_memory(cgroup: Path = Path("/sys/fs/cgroup")) -> int:
    """Bytes this process may still take: the machine's, or its container's if that is less."""
    free = int(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):  # no cgroup v2, or no limit ("max")
        limit = int((cgroup / "memory.max").read_text())
        used = int((cgroup / "memory.current").read_text())
        stat = dict(line.split() for line in (cgroup / "memory.stat").read_text().splitlines())
        free = min(free, limit - used + int(stat.get("inactive_file", 0)))
    return free


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(path for path in (folder.resolve(), *folder.resolve().parents) if path.is_dir())
