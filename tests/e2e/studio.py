"""A real studio in a folder and on a port of its own: `manage.py up` with every process."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.e2e.client import FINAL, create_project

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], Any], seconds: float = 20, what: str = "") -> Any:
    """The condition's first true value; fails the test when it takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.05)
    raise AssertionError(f"Waited {seconds} s in vain for {what or condition}.")


def lives(process: psutil.Process) -> bool:
    """Whether it runs: one that ended and that nobody has asked after yet does not."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False


@dataclass
class Studio:
    """A running studio and its processes."""

    environ: dict[str, str] = field(default_factory=dict)
    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="atelier-e2e-")))
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the studio answers, without a slash at the end."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start every process and wait until the studio answers."""
        clean = {k: v for k, v in os.environ.items() if not k.startswith("ATELIER_")}
        for name in ("REDIS_URL", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            clean.pop(name, None)
        settings = {
            "ATELIER_HOME": str(self.home),
            "ATELIER_PORT": str(self.port),
            "ATELIER_BACKEND": "scripted",
            **self.environ,
        }
        log = (self.home / "up.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "up"],
            cwd=ROOT,
            env={**clean, **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        wait_for(self.ready, 60, f"the studio; its log:\n{self.log()[-2000:]}")

    def log(self) -> str:
        """What the studio's processes said."""
        path = self.home / "up.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def ready(self) -> bool:
        """Whether the web process answers and the model's worker has reported."""
        with contextlib.suppress(httpx.HTTPError):
            return bool(self.health()["backend"]["state"] in ("ready", "failed"))
        return False

    def health(self) -> Any:
        """What /health/ says."""
        return httpx.get(f"http://127.0.0.1:{self.port}/health/", timeout=5).json()

    def stop(self) -> None:
        """Stop as Ctrl-C does, and make sure that nothing is left."""
        if self.process:
            children = psutil.Process(self.process.pid).children(recursive=True)
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
            left = [child for child in children if lives(child)]
            assert not left, f"left running: {left}"
        shutil.rmtree(self.home, ignore_errors=True)

    def kill(self, name: str) -> None:
        """`kill -9` the service whose command line matches `name`."""
        for child in self.services():
            if re.search(name, " ".join(child.cmdline())):
                child.kill()
                return
        raise AssertionError(f"no process matches {name}")

    def services(self) -> list[psutil.Process]:
        """The processes under the supervisor."""
        assert self.process
        children: list[psutil.Process] = psutil.Process(self.process.pid).children()
        return children

    def client(self) -> httpx.Client:
        """A browser's cookies without the browser."""
        client = httpx.Client(base_url=f"http://localhost:{self.port}", timeout=20)
        client.get("/")
        return client

    def new_project(self, files: dict[str, str]) -> str:
        """A project made by hand: one wish to create it, and once that is done `files` saved."""
        project = create_project(self.url, "A page")
        wait_for(lambda: self.ended(project), 30, "the first turn")
        self.save(project, files)
        return project

    def save(self, project: str, files: dict[str, str]) -> int:
        """Save files by hand on top of the newest revision; the new one's number."""
        newest = self.query("select max(number) from ide_revision where project_id = ?", project)
        with contextlib.closing(self.client()) as client:
            saved = client.post(
                f"/p/{project}/save/",
                json={"base": newest[0][0], "files": files},
                headers={"X-CSRFToken": client.cookies["csrftoken"]},
            )
        assert saved.status_code == 200, saved.text
        return int(saved.json()["revision"])

    def files(self, project: str) -> dict[str, str]:
        """The files of the project's newest revision."""
        sql = "select files from ide_revision where project_id = ? order by number desc limit 1"
        return dict(json.loads(self.query(sql, project)[0][0]))

    def query(self, sql: str, project: str) -> list[tuple[Any, ...]]:
        """Rows of the studio's database for a project."""
        with contextlib.closing(sqlite3.connect(self.home / "atelier.sqlite3")) as db:
            return db.execute(sql, (project.replace("-", ""),)).fetchall()

    def ended(self, project: str) -> bool:
        """Whether the project's newest turn has ended."""
        sql = "select status from ide_turn where project_id = ? order by created_at"
        rows = self.query(sql, project)
        return bool(rows) and rows[-1][0] in FINAL
