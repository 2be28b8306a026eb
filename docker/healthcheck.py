"""Whether this container's process does its work: `healthcheck.py web|record|worker|check`.

Exit status 0 when it does; else 1, with the reason in words (`docker inspect` shows them).
"""

from __future__ import annotations

import json
import os
import socket
import sys
import urllib.request
from typing import Any

TIMEOUT_SECONDS = 4


def main(name: str) -> None:
    """Look, and end with what was found."""
    checks = {"web": web, "record": record, "worker": worker, "check": check}
    try:
        problem = checks[name]()
    except Exception as error:  # whatever it is: this process cannot be reached
        problem = f"{type(error).__name__}: {error}"
    sys.exit(problem)  # None is status 0


def web() -> str | None:
    """It answers; /health/ says nothing of the database, which has a health of its own."""
    address = f"http://127.0.0.1:{os.environ.get('ATELIER_PORT') or 8000}/health/"
    with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:
        return None if json.load(answer)["app"] == "atelier" else "Something else answers."


def record() -> str | None:
    """It waits at the broker for messages: one of this host's connections is in BRPOP."""
    broker = _broker()
    own = _host(broker.client_info()["addr"])
    waiting = (
        client["cmd"] == "brpop" and _host(client["addr"]) == own for client in broker.client_list()
    )
    return None if any(waiting) else "It takes no messages from the queue."


def worker() -> str | None:
    """It reported within seconds that its language model is loaded."""
    broker = _broker()
    for key in broker.scan_iter(f"atelier:backend:{socket.gethostname()}-*", count=100):
        status = json.loads(broker.get(key) or "{}")
        if status.get("state") == "ready":
            return None
        return status["problem"]["message"] if status.get("problem") else "It loads its model."
    return "It does not serve yet: its log shows the fetch of the checkpoint."


def check() -> str | None:
    """It reported within seconds that its browser runs, and without a network."""
    broker = _broker()
    for key in broker.scan_iter(f"atelier:checkers:{socket.gethostname()}-*", count=100):
        state = json.loads(broker.get(key) or "{}")
        if state.get("isolation"):
            return None
        return "Its browser has not started." if state.get("browser") else "It has no browser."
    return "It takes no checks."


def _broker() -> Any:
    import redis

    return redis.Redis.from_url(
        os.environ["REDIS_URL"], decode_responses=True, socket_timeout=TIMEOUT_SECONDS
    )


def _host(address: str) -> str:
    return address.rsplit(":", 1)[0]


if __name__ == "__main__":
    main(sys.argv[1])
