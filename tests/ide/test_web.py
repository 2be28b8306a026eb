"""The web process as it is started in production: what its sockets and pages refuse."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from ide import processes
from ide.protocol import MAX_MESSAGE_BYTES

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20


@dataclass
class Web:
    """A running web process and a project on it."""

    port: int
    project: str = ""

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    def answers(self) -> bool:
        """Whether it is up."""
        try:
            return httpx.get(f"{self.url}/health/", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def make_project(self) -> str:
        """A project through the home page's form; its id."""
        with httpx.Client(base_url=self.url) as browser:
            token = browser.get("/").cookies["csrftoken"]
            made = browser.post("/", data={"prompt": "A page", "csrfmiddlewaretoken": token})
        return made.headers["location"].strip("/").split("/")[-1]

    def connect(self, **options: Any) -> ClientConnection:
        """A socket on the project, from a page of the studio unless `origin` says otherwise."""
        url = f"ws://localhost:{self.port}/ws/p/{self.project}/"
        page: ClientConnection = connect(
            url, **{"origin": self.url, "open_timeout": SECONDS, **options}
        )
        return page


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    home = tmp_path_factory.mktemp("web")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        running = Web(probe.getsockname()[1])
    environ = {**os.environ, "ATELIER_HOME": str(home), "ATELIER_PORT": str(running.port)}
    migrate = [sys.executable, "manage.py", "migrate", "-v", "0"]
    subprocess.run(migrate, cwd=ROOT, env=environ, check=True)
    command = re.sub(r"-p\0\d+", f"-p\0{running.port}", "\0".join(processes.web().command))
    process = subprocess.Popen(command.split("\0"), cwd=ROOT, env=environ)
    try:
        deadline = time.monotonic() + SECONDS
        while not running.answers():
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.05)
        running.project = running.make_project()
        yield running
    finally:
        process.terminate()
        process.wait(SECONDS)


def first_state(page: ClientConnection) -> dict[str, Any]:
    page.send(json.dumps({"kind": "follow", "turn": None, "seq": 0}))
    state: dict[str, Any] = json.loads(page.recv(SECONDS))
    return state


def test_a_page_of_the_studio_is_sent_the_state(web: Web) -> None:
    with web.connect() as page:
        state = first_state(page)
    assert (state["kind"], state["project"]) == ("state", web.project)
    assert state["preview"]["url"].endswith(f".localhost:{web.port}/")


MEGABYTES = 2_000_000
UNACCEPTABLE: dict[str, Any] = {
    "two megabytes of text": {"message": "x" * MEGABYTES},
    "two megabytes of bytes": {"message": b"x" * MEGABYTES},
    "many small frames": {"message": ["x" * 1_000] * (MAX_MESSAGE_BYTES // 1_000 + 2)},
    "text that is no text": {"message": b"\xff\xfe", "text": True},
}


@pytest.mark.parametrize("what", UNACCEPTABLE)
def test_what_no_browser_sends_ends_only_its_own_socket(web: Web, what: str) -> None:
    with web.connect() as other, web.connect() as page:
        first_state(other), first_state(page)
        with pytest.raises(ConnectionClosedError):
            page.send(**UNACCEPTABLE[what])
            while True:
                page.recv(SECONDS)
        other.send(json.dumps({"kind": "rename", "name": what}))
        while json.loads(other.recv(SECONDS)).get("name") != what:
            pass
    assert web.answers()


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://localhost:1"])
def test_a_page_of_another_site_gets_no_socket(web: Web, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        web.connect(origin=origin)
    assert refused.value.response.status_code == 403


def test_a_socket_under_a_foreign_name_is_refused(web: Web) -> None:
    rebound = socket.create_connection(("127.0.0.1", web.port))  # its name leads here
    with pytest.raises(InvalidStatus) as refused:
        url = f"ws://evil.example/ws/p/{web.project}/"
        connect(url, sock=rebound, origin=Origin("http://evil.example"))
    assert refused.value.response.status_code == 403


def test_a_page_under_a_foreign_name_is_refused_in_words(web: Web) -> None:
    answer = httpx.get(f"{web.url}/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert f"Open http://localhost:{web.port}/ instead" in answer.text


def test_an_address_that_is_no_projects_has_no_socket(web: Web) -> None:
    with pytest.raises(InvalidStatus):
        connect(f"ws://localhost:{web.port}/ws/other/", origin=Origin(web.url))


def test_a_project_that_does_not_exist_is_told_by_its_close_code(web: Web) -> None:
    nobody = Web(web.port, "00000000-0000-0000-0000-000000000000")
    with nobody.connect() as page, pytest.raises(ConnectionClosedError) as closed:
        page.recv(SECONDS)
    assert closed.value.rcvd and closed.value.rcvd.code == 4404
