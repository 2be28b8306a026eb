"""The project's socket, through the real application on the real broker."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable

import pytest
from channels.db import database_sync_to_async

from ide import hand, turns
from ide.consumers import MAX_UNACKED
from ide.models import Project, User
from tests.ide.tab import SECONDS, Tab, Worker, start
from workers.event_log import EventLog, Fenced
from workers.events import BackendStatus, PhaseChanged, Say, Started, Stats, Write

pytestmark = pytest.mark.django_db(transaction=True)

LETTERS = [f"<p>{number}</p>\n" for number in range(120)]


async def write_letters(worker: Worker, pause: float = 0.005) -> None:
    """A whole turn in small batches: a page of numbered paragraphs."""
    await worker.write(Started(attempt=1, checkpoint="scripted"), PhaseChanged(phase="writing"))
    for number, letter in enumerate(LETTERS):
        await worker.write(
            Write(path="index.html", text=letter, opens=number == 0),
            Stats(tokens=number, tokens_per_second=50.0),
        )
        await asyncio.sleep(pause)
    await worker.end({"index.html": "".join(LETTERS)})


LAST = 2 + 2 * len(LETTERS) + 1  # started, phase, the letters with their stats, ended


def assert_nothing_lost_or_doubled(tab: Tab) -> None:
    numbers = [seq for seq, _ in tab.events]
    assert numbers == sorted(set(numbers)), "numbers must grow"
    assert tab.text == "".join(LETTERS)
    assert tab.seen == LAST


async def test_the_first_message_is_the_whole_state(
    tab: Callable[[], Tab], project: Project
) -> None:
    save = database_sync_to_async(hand.save_by_hand)
    await save(project, {"index.html": "one"})
    await save(project, {"index.html": "two"})
    state = await tab().follow()
    assert (state["project"], state["name"]) == (str(project.id), "Alice's page")
    assert (state["head"], state["files"]) == (2, {"index.html": "two"})
    assert [r["number"] for r in state["revisions"]] == [2, 1]
    assert [r["author"] for r in state["revisions"]] == ["hand", "hand"]
    assert state["turns"] == [] and state["backend"]["state"] == "missing"
    key = project.preview_key
    assert state["preview"]["url"] == f"http://{key}.localhost:8000/"


async def test_a_prompt_becomes_a_queued_turn_that_the_workers_are_sent(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    page = tab()
    await page.follow()
    await page.send(kind="prompt", text="  A page about tea ", ref="ref-12345")
    await page.send(kind="prompt", text="  A page about tea ", ref="ref-12345")
    state = await page.next("state")
    [turn] = state["turns"]
    assert (turn["prompt"], turn["status"]) == ("A page about tea", "queued")
    assert (await page.next("queue"))["ahead"] == 0
    await page.is_quiet()
    assert await project.turns.acount() == 1 and event_log.queued("llm") == 1


async def test_events_arrive_in_order_and_once_while_they_are_written(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    writing = asyncio.create_task(write_letters(Worker(event_log, turn)))
    await page.read_to_end()
    await writing
    assert_nothing_lost_or_doubled(page)
    kinds = [event["kind"] for _, event in page.events]
    assert kinds[:2] == ["started", "phase"] and kinds[-1] == "ended"
    batches = [m for m in page.received if m["kind"] == "events"]
    assert len(batches) > 10, "events must come while they are written, not at the end"
    await page.read_until(lambda: page.received[-1].get("head") == 1)
    state = page.received[-1]
    assert state["files"] == {"index.html": "".join(LETTERS)}
    assert state["turns"][0]["status"] == "done"


@pytest.mark.parametrize("seed", range(5))
async def test_a_stream_cut_anywhere_goes_on_with_nothing_lost_or_doubled(
    tab: Callable[[], Tab], project: Project, event_log: EventLog, seed: int
) -> None:
    chance = random.Random(seed)
    turn = await start(project)
    page = tab()
    writing = asyncio.create_task(write_letters(Worker(event_log, turn)))
    cuts = sorted(chance.sample(range(1, LAST), 4))
    await page.follow()
    for cut in cuts:
        await page.read_to(cut)
        await page.close()
        if chance.random() < 0.5:
            await asyncio.sleep(chance.random() * 0.2)
        again = tab()
        again.events = page.events
        page = again
        await page.follow(turn, page.seen)
    await page.read_to_end()
    await writing
    assert_nothing_lost_or_doubled(page)


async def test_the_rest_of_a_turn_that_ended_while_nobody_looked_is_sent_once(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    turn = await start(project)
    await write_letters(Worker(event_log, turn), pause=0)
    page = tab()
    assert (await page.follow(turn, 100))["turns"][0]["status"] == "done"
    await page.read_to_end()
    assert page.events[0][0] > 100 and page.seen == LAST
    assert "".join(LETTERS).endswith(page.text)
    assert await page.is_quiet()


async def test_text_that_is_joined_for_a_late_viewer_carries_its_last_number(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    turn = await start(project)
    worker = Worker(event_log, turn)
    for letter in LETTERS:
        await worker.write(Say(text=letter))
    for seen in (0, 1, 57, len(LETTERS) - 1):
        page = tab()
        await page.follow(turn, seen)
        await page.read_to(len(LETTERS))
        [(seq, event)] = page.events
        assert (seq, event["text"]) == (len(LETTERS), "".join(LETTERS[seen:]))


async def test_a_place_in_another_projects_turn_is_not_followed(
    tab: Callable[[], Tab], charlie: User, event_log: EventLog
) -> None:
    other = await Project.objects.acreate(owner=charlie, name="Charlie's page")
    turn = await start(other)
    await Worker(event_log, turn).write(Say(text="a secret"))
    page = tab()
    await page.follow(turn, 0)
    assert await page.is_quiet() and page.events == []


async def test_any_number_of_tabs_see_the_same(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    first, second = tab(), tab()
    await first.follow()
    turn = await start(project)
    writing = asyncio.create_task(write_letters(Worker(event_log, turn)))
    await first.read_to(60)
    await second.follow()
    await asyncio.gather(first.read_to_end(), second.read_to_end(), writing)
    assert_nothing_lost_or_doubled(first)
    assert_nothing_lost_or_doubled(second)


async def test_a_second_attempt_follows_the_first_in_the_same_stream(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    lost = Worker(event_log, turn)
    await lost.write(Started(attempt=1, checkpoint="scripted"), Say(text="half a se"))
    second = Worker(event_log, turn, attempt=2)
    with pytest.raises(Fenced):
        await lost.write(Say(text="late"))
    await second.write(Started(attempt=2, checkpoint="scripted"), Say(text="a sentence"))
    await second.end()
    await page.read_to_end()
    texts = [(seq, event["text"]) for seq, event in page.events if event["kind"] == "say"]
    assert texts == [(2, "half a se"), (4, "a sentence")]


async def test_a_client_that_draws_nothing_is_not_sent_more_until_it_does(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    page = tab()
    await page.follow()
    worker = Worker(event_log, await start(project))
    total = MAX_UNACKED + 200

    async def write() -> None:
        for number in range(total):
            await worker.write(Stats(tokens=number, tokens_per_second=1.0))
            await asyncio.sleep(0.002)  # or they would be sent as one batch

    writing = asyncio.create_task(write())
    batches = 0
    while batches <= MAX_UNACKED and page.seen < total:
        batches += (await page.receive(draw=False))["kind"] == "events"
    await writing
    assert page.seen < total, "the writing was too fast for as many batches"
    assert await page.is_quiet()
    await page.send(kind="ack", turn="", seq=page.seen)
    await page.read_to(total)
    assert [seq for seq, _ in page.events] == list(range(1, total + 1))


async def test_a_queued_turn_is_stopped_at_once(tab: Callable[[], Tab], project: Project) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    await page.send(kind="stop", turn=turn)
    await page.read_until(lambda: bool(page.turns) and page.turns[0]["status"] == "cancelled")
    await page.read_to_end()
    assert page.events[-1][1]["status"] == "cancelled"


async def test_stopping_a_running_turn_reaches_its_worker_and_keeps_the_text(
    tab: Callable[[], Tab], project: Project, event_log: EventLog
) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    worker = Worker(event_log, turn)
    await worker.write(Started(attempt=1, checkpoint="scripted"), Say(text="So far"))
    await page.next("events")
    await page.send(kind="stop", turn=turn)
    await asyncio.to_thread(wait_until, lambda: event_log.cancelled([turn]) == [turn])
    await worker.end(reply="So far", status="cancelled")
    await page.read_until(lambda: bool(page.turns) and page.turns[0]["status"] == "cancelled")
    assert page.turns[0]["text"] == "So far"


async def test_a_stopped_wish_can_be_tried_again_as_a_new_turn(
    tab: Callable[[], Tab], project: Project
) -> None:
    page = tab()
    await page.follow()
    turn = await start(project)
    await page.send(kind="stop", turn=turn)
    await page.read_until(lambda: bool(page.turns) and page.turns[0]["status"] == "cancelled")
    await page.send(kind="retry", turn=turn, ref="ref-again")
    await page.read_until(lambda: len(page.turns) == 2)
    assert [info["prompt"] for info in page.turns] == ["A page", "A page"]
    assert [info["status"] for info in page.turns] == ["cancelled", "queued"]


async def test_an_earlier_revision_is_opened_and_restored_as_a_new_one(
    tab: Callable[[], Tab], project: Project
) -> None:
    save = database_sync_to_async(hand.save_by_hand)
    await save(project, {"index.html": "one"})
    await save(project, {"index.html": "two"})
    page, other = tab(), tab()
    await page.follow()
    await other.follow()
    await page.send(kind="open", revision=1)
    files = {"index.html": "one"}
    assert await page.next("files") == {"kind": "files", "revision": 1, "files": files}
    await page.send(kind="restore", revision=1)
    for looking in (page, other):
        state = await looking.next("state")
        assert (state["head"], state["files"]) == (3, {"index.html": "one"})
        assert state["revisions"][0]["author"] == "restore"


async def test_a_new_name_is_seen_in_every_tab(tab: Callable[[], Tab]) -> None:
    page, other = tab(), tab()
    await page.follow()
    await other.follow()
    await page.send(kind="rename", name="  Tea   and cake ")
    assert (await page.next("state"))["name"] == "Tea and cake"
    assert (await other.next("state"))["name"] == "Tea and cake"


async def test_the_backends_state_is_told_when_it_changes(
    tab: Callable[[], Tab], event_log: EventLog
) -> None:
    page = tab()
    assert (await page.follow())["backend"]["state"] == "missing"
    event_log.put_status(BackendStatus(state="loading", checkpoint="small"), "worker")
    assert (await page.next("backend"))["status"]["state"] == "loading"
    event_log.put_status(BackendStatus(state="ready", checkpoint="small"), "worker")
    assert (await page.next("backend"))["status"]["state"] == "ready"
    event_log.drop_status("worker")
    assert (await page.next("backend"))["status"]["state"] == "missing"


async def test_a_waiting_turn_is_told_how_many_are_before_it(
    tab: Callable[[], Tab], project: Project, charlie: User, event_log: EventLog
) -> None:
    other = await Project.objects.acreate(owner=charlie, name="Charlie's page")
    before = await start(other)
    page = tab()
    await page.follow()
    await start(project)
    assert (await page.next("queue"))["ahead"] == 1
    worker = Worker(event_log, before)
    await database_sync_to_async(turns.mark_started)(before, 1)
    assert (await page.next("queue"))["ahead"] == 0
    await worker.end()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
