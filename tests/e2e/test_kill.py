"""Processes are killed in mid-turn, and nothing is lost, nothing doubled, no turn hangs."""

from __future__ import annotations

import random
import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.client import ProjectClient, create_project
from tests.e2e.conftest import REPLIES, Studio

pytestmark = [pytest.mark.e2e, pytest.mark.kill]

KILLS = 10
TABS = 3  # turns under way at once, each in a project of its own
END_SECONDS = 45
REPLY = REPLIES / "letter.md"
COMMANDS = {"web": "daphne", "broker": "valkey", "model": r"workers\.app", "record": r"ide\.celery"}
# One after the other, so that each was up for long when its turn comes round again.
ROUNDS = [(name, number) for number in range(KILLS) for name in COMMANDS]


@dataclass
class Street:
    """A studio for itself, and some people who watch their projects."""

    studio: Studio
    clients: list[ProjectClient]


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """A studio that writes about 60 tokens a second, with one tab on each of a few projects."""
    studio = Studio({"ATELIER_SCRIPT": f"{REPLY}?tokens_per_second=60"})
    studio.start()
    projects = [create_project(studio.url, f"Letter {number}") for number in range(TABS)]
    clients = [ProjectClient(studio.url, project) for project in projects]
    for client in clients:
        client.wait(lambda c=client: c.state.get("revisions"), 30, "the first revision")
    yield Street(studio, clients)
    for client in clients:
        client.close()
    studio.stop()


def page_for(prompt: str, reply: Path = REPLY) -> str:
    """The file that the reply writes for a wish."""
    found = re.search(r"```html index\.html\n(.*\n)```", reply.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1].replace("{prompt}", prompt)


@pytest.mark.parametrize(
    ("name", "number"), ROUNDS, ids=[f"{name}-{number + 1}" for name, number in ROUNDS]
)
def test_a_killed_process_loses_nothing_and_doubles_nothing(
    street: Street, name: str, number: int
) -> None:
    wishes = [f"Wish {uuid.uuid4().hex}" for _ in street.clients]
    before = [client.state["head"] for client in street.clients]
    turns = [client.wish(wish) for client, wish in zip(street.clients, wishes, strict=True)]
    moment = random.uniform(0.05, 0.85)
    first, length = street.clients[0], len(page_for(wishes[0]))
    first.wait(lambda: len(first.written(turns[0])) > moment * length, 20, "the middle")
    assert not any(c.heard(t, "ended") for c, t in zip(street.clients, turns, strict=True))

    street.studio.kill(COMMANDS[name])

    killed = time.monotonic()
    for client, turn, wish, head in zip(street.clients, turns, wishes, before, strict=True):
        info = client.wait_for_end(turn, killed + END_SECONDS - time.monotonic())
        assert info["status"] == "done", f"killed at {moment:.0%}: {info}"
        assert info["attempt"] == (2 if name == "model" else 1), f"killed at {moment:.0%}"
        assert info["revision"] == client.state["head"] == head + 1
        assert [r["summary"] for r in client.state["revisions"]].count(wish) == 1
        assert client.state["files"] == {"index.html": page_for(wish)}
        assert client.written(turn) == page_for(wish)
        assert len(client.heard(turn, "ended")) == 1
        assert client.faults == []
    print(f" {name} killed at {moment:.0%}, all done {time.monotonic() - killed:.1f} s later")


def test_a_turn_that_kills_its_worker_each_time_fails_and_can_be_retried(street: Street) -> None:
    client = street.clients[0]
    wish = f"Poison {uuid.uuid4().hex}"
    turn = client.wish(wish)
    for attempt in (1, 2, 3):

        def writing(attempt: int = attempt) -> bool:
            started = [event["attempt"] for event in client.heard(turn, "started")]
            return started[-1:] == [attempt] and len(client.written(turn)) > 200

        client.wait(writing, END_SECONDS, f"attempt {attempt}")
        street.studio.kill(COMMANDS["model"])

    info = client.wait_for_end(turn, END_SECONDS)
    assert info["status"] == "failed"
    assert info["problem"]["code"] == "worker-lost"
    assert client.written(turn) and client.written(turn) in info["text"]
    assert info["revision"] is None

    again = client.retry(turn)
    assert client.wait_for_end(again, END_SECONDS)["status"] == "done"
    assert client.state["files"] == {"index.html": page_for(wish)}
    assert client.faults == []
