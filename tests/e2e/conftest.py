"""The real studio for the browser: `manage.py up` with every process, on a port of its own."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
REPLIES = Path(__file__).parent / "replies"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
            left = [child for child in children if child.is_running()]
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
        return psutil.Process(self.process.pid).children()

    def client(self) -> httpx.Client:
        """A browser's cookies without the browser."""
        client = httpx.Client(base_url=f"http://localhost:{self.port}", timeout=20)
        client.get("/")
        return client

    def new_project(self, files: dict[str, str]) -> str:
        """A project made by hand: one wish to create it, and once that is done `files` saved."""
        with contextlib.closing(self.client()) as client:
            token = client.cookies["csrftoken"]
            made = client.post("/", data={"prompt": "A page", "csrfmiddlewaretoken": token})
            project = made.headers["location"].strip("/").split("/")[-1]
            wait_for(lambda: self.ended(project), 30, "the first turn")
            body = json.dumps({"base": 1, "files": files})
            saved = client.post(
                f"/p/{project}/save/",
                content=body,
                headers={"X-CSRFToken": token, "Content-Type": "application/json"},
            )
            assert saved.status_code == 200, saved.text
            return project

    def ended(self, project: str) -> bool:
        """Whether the project's newest turn has ended."""
        import sqlite3

        with contextlib.closing(sqlite3.connect(self.home / "atelier.sqlite3")) as db:
            rows = db.execute(
                "select status from ide_turn where project_id = ? order by created_at",
                (project.replace("-", ""),),
            ).fetchall()
        return bool(rows) and rows[-1][0] in ("done", "failed", "cancelled")


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """A studio with a scripted backend that writes about 60 tokens a second."""
    running = Studio({"ATELIER_SCRIPT": f"{REPLIES / 'garden.md'}?tokens_per_second=60"})
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Headless Chromium: Playwright's own where it is installed, else the system's."""
    own = Path(playwright.chromium.executable_path)
    system = next(filter(None, map(shutil.which, BROWSERS)), None)
    path = os.environ.get("ATELIER_CHROMIUM") or (None if own.exists() else system)
    sandbox = os.geteuid() != 0  # Chromium refuses its own sandbox to root
    arguments = QUIET + ([] if sandbox else ["--no-sandbox"])
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, in English, at desktop size."""
    context = browser.new_context(locale="en-US", viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()
