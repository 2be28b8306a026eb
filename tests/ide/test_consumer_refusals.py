"""What the project's socket refuses: each in words, with the socket still of use afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import redis
from channels.db import database_sync_to_async
from django.conf import settings
from pytest_django.fixtures import Settings

from ide import turns
from ide.consumers import FAILED, FORBIDDEN, NOT_FOUND
from ide.models import Project, User
from ide.protocol import MAX_MESSAGE_BYTES, MAX_PROMPT_CHARS
from tests.ide.tab import HOST, Tab, start
from workers.event_log import turn_keys

pytestmark = pytest.mark.django_db(transaction=True)

NOBODY = "00000000-0000-0000-0000-000000000000"


async def assert_still_of_use(page: Tab) -> None:
    await page.send(kind="rename", name="Still here")
    assert (await page.next("state"))["name"] == "Still here"


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "{",
        "null",
        "[]",
        "42",
        "[" * 60_000,
        '{"kind": "stop"',
        "{}",
        '{"kind": "destroy"}',
        '{"kind": ["prompt"]}',
        '{"kind": "prompt"}',
        '{"kind": "prompt", "text": 5, "ref": "ref-12345"}',
        '{"kind": "prompt", "text": null, "ref": "ref-12345"}',
        '{"kind": "prompt", "text": "x", "ref": "short"}',
        '{"kind": "prompt", "text": "x", "ref": "' + "r" * 65 + '"}',
        '{"kind": "prompt", "text": "x", "ref": "ref-12345", "admin": true}',
        '{"kind": "prompt", "text": "\\ud800", "ref": "\\ud800ref-12345"}',
        '{"kind": "follow", "turn": null, "seq": -1}',
        '{"kind": "follow", "turn": "x", "seq": 1e30}',
        '{"kind": "restore", "revision": "first"}',
        '{"kind": "ack", "turn": "x"}',
        '{"kind": "prompt", "text": "' + "x" * (2 * 1024 * 1024) + '", "ref": "ref-12345"}',
    ],
    ids=lambda text: text[:40],
)
async def test_a_message_that_cannot_be_read_is_refused_in_words(
    tab: Callable[[], Tab], project: Project, text: str
) -> None:
    page = tab()
    await page.follow()
    await page.send_text(text)
    refused = await page.next("refused")
    assert refused["problem"]["code"] == "bad-message"
    assert refused["problem"]["message"].endswith("Reload the page.")
    await assert_still_of_use(page)
    assert await project.turns.acount() == 0


async def test_a_binary_frame_is_refused_in_words(tab: Callable[[], Tab]) -> None:
    page = tab()
    await page.follow()
    await page.send_bytes(b'{"kind": "rename", "name": "x"}')
    assert (await page.next("refused"))["problem"]["code"] == "bad-message"
    await assert_still_of_use(page)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"kind": "prompt", "text": " \n\u0000 ", "ref": "ref-12345"}, "prompt-empty"),
        (
            {"kind": "prompt", "text": "x" * (MAX_PROMPT_CHARS + 1), "ref": "ref-12345"},
            "prompt-too-large",
        ),
        ({"kind": "retry", "turn": NOBODY, "ref": "ref-12345"}, "turn-missing"),
        ({"kind": "retry", "turn": "no turn", "ref": "ref-12345"}, "turn-missing"),
        ({"kind": "stop", "turn": NOBODY}, "turn-missing"),
        ({"kind": "stop", "turn": "\u0000"}, "turn-missing"),
        ({"kind": "restore", "revision": 7}, "revision-missing"),
        ({"kind": "restore", "revision": -1}, "revision-missing"),
        ({"kind": "open", "revision": 10**30}, "revision-missing"),
        ({"kind": "rename", "name": " \u0000 "}, "name-empty"),
    ],
    ids=lambda value: json.dumps(value)[:40] if isinstance(value, dict) else value,
)
async def test_what_cannot_be_done_is_refused_in_words_with_the_clients_id(
    tab: Callable[[], Tab], project: Project, message: dict[str, object], code: str
) -> None:
    page = tab()
    await page.follow()
    await page.send(**message)
    refused = await page.next("refused")
    assert (refused["problem"]["code"], refused["ref"]) == (code, message.get("ref"))
    await assert_still_of_use(page)
    assert await project.turns.acount() == await project.revisions.acount() == 0


async def test_the_longest_wish_fits_in_a_message_even_in_emoji(
    tab: Callable[[], Tab], project: Project
) -> None:
    text = json.dumps(
        {"kind": "prompt", "text": "🫖" * MAX_PROMPT_CHARS, "ref": "r" * 64}, ensure_ascii=False
    )
    assert len(text.encode()) <= MAX_MESSAGE_BYTES
    page = tab()
    await page.follow()
    await page.send_text(text)
    await page.read_until(lambda: len(page.turns) == 1)


async def test_another_projects_turn_cannot_be_stopped_or_tried_again(
    tab: Callable[[], Tab], charlie: User
) -> None:
    other = await Project.objects.acreate(owner=charlie, name="Charlie's page")
    turn = await start(other)
    page = tab()
    await page.follow()
    for message in ({"kind": "stop"}, {"kind": "retry", "ref": "ref-12345"}):
        await page.send(turn=turn, **message)
        assert (await page.next("refused"))["problem"]["code"] == "turn-missing"
    assert not turns.event_log.cancelled([turn])


async def test_a_running_wish_is_not_tried_again(tab: Callable[[], Tab], project: Project) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    await page.send(kind="retry", turn=turn, ref="ref-again")
    assert (await page.next("refused"))["problem"]["code"] == "turn-running"


async def test_a_project_of_someone_else_is_as_if_it_did_not_exist(
    charlie: User, cookie: str, broker_url: str
) -> None:
    other = await Project.objects.acreate(owner=charlie, name="Charlie's page")
    for project in (str(other.id), NOBODY):
        page = Tab(project, cookie)
        assert await page.open() == (True, None)
        await page.send(kind="follow", turn=None, seq=0)
        assert await page.close_code() == NOT_FOUND
        assert page.received == []


async def test_a_stranger_is_turned_away_where_there_are_accounts(
    project: Project, settings: Settings
) -> None:
    settings.SINGLE_USER = False
    page = Tab(str(project.id))
    assert await page.open() == (True, None)
    assert await page.close_code() == FORBIDDEN


async def test_a_message_that_overtakes_the_refusal_does_nothing(
    project: Project, settings: Settings
) -> None:
    settings.SINGLE_USER = False
    page = Tab(str(project.id))
    await page.open()
    await page.send(kind="rename", name="Mine now")
    await page.send(kind="prompt", text="Steal this", ref="ref-12345")
    assert await page.close_code() == FORBIDDEN
    await page.is_quiet()
    await project.arefresh_from_db()
    assert project.name == "Alice's page" and await project.turns.acount() == 0


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "http://evil.example",
        f"https://{HOST}",
        "http://localhost:8001",
        "http://127.0.0.1:8000",
        f"http://{'0' * 32}.localhost:8000",
    ],
)
async def test_a_page_of_another_site_gets_no_socket(
    project: Project, cookie: str, origin: str
) -> None:
    page = Tab(str(project.id), cookie, origin)
    assert await page.open() == (False, FORBIDDEN)


async def test_a_project_deleted_while_it_is_open_closes_its_tabs(
    tab: Callable[[], Tab], project: Project
) -> None:
    page = tab()
    await page.follow()
    await database_sync_to_async(turns.delete_project)(project)
    await page.send(kind="rename", name="A ghost")
    refused = await page.next("refused")
    assert refused["problem"]["message"] == "This project was deleted."


async def test_a_socket_that_cannot_go_on_is_closed_so_that_the_browser_connects_again(
    tab: Callable[[], Tab], project: Project
) -> None:
    turn = await start(project)
    page = tab()
    await page.follow()
    broker = redis.Redis.from_url(settings.CONFIG.redis_url)
    broker.xadd(turn_keys(turn)[0], {"e": "no event"}, id="1-0")
    assert await page.close_code() == FAILED
    assert 3000 <= FAILED <= 4999  # no other code may be sent by an application
