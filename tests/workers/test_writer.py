"""The writer between the model and the log: what it joins, and how it hears that it must stop."""

from __future__ import annotations

import time

import pytest
import redis

from workers.event_log import EventLog, Fenced, turn_event, turn_keys
from workers.events import Ended, PhaseChanged, Say, Stats, TurnEvent, TurnResult, Usage, Write
from workers.writer import LogWriter, merge


def result(attempt: int = 1) -> TurnResult:
    return TurnResult(
        turn="t", attempt=attempt, status="done", usage=Usage(completion_tokens=7), reply="Done"
    )


def written(event_log: EventLog, broker_url: str) -> list[TurnEvent]:
    entries = redis.Redis.from_url(broker_url, decode_responses=True).xrange(turn_keys("t")[0])
    return [turn_event.validate_json(fields["e"]) for _, fields in entries]


def test_text_of_one_kind_is_joined_and_the_order_is_kept() -> None:
    stats = Stats(tokens=1, tokens_per_second=1.0)
    events: list[TurnEvent] = [
        Say(text="a"),
        Say(text="b"),
        Write(path="x", text="1", opens=True),
        Write(path="x", text="2"),
        Write(path="y", text="3"),
        stats,
        Write(path="y", text="4"),
        Write(path="y", text="5", opens=True),
    ]
    assert merge(events) == [
        Say(text="ab"),
        Write(path="x", text="12", opens=True),
        Write(path="y", text="3"),
        stats,
        Write(path="y", text="4"),
        Write(path="y", text="5", opens=True),
    ]
    assert merge([]) == []


def test_everything_put_is_in_the_log_before_close_returns(
    event_log: EventLog, broker_url: str
) -> None:
    writer = LogWriter(event_log, "t", 1, event_log.claim("t", 1))
    writer.put(PhaseChanged(phase="writing"))
    for word in ("A", "page", "about", "tea"):
        writer.put(Say(text=word))
        time.sleep(0.01)
    writer.close(result())
    events = written(event_log, broker_url)
    assert events[0] == PhaseChanged(phase="writing")
    assert merge(events[1:-1]) == [Say(text="Apageabouttea")]
    assert events[-1] == Ended(status="done", usage=Usage(completion_tokens=7))
    assert event_log.liveness("t").result == result()


def test_a_burst_becomes_few_entries(event_log: EventLog, broker_url: str) -> None:
    writer = LogWriter(event_log, "t", 1, event_log.claim("t", 1))
    for number in range(5_000):
        writer.put(Say(text=f"{number} "))
    writer.close(result())
    events = written(event_log, broker_url)
    assert merge(events[:-1]) == [Say(text="".join(f"{number} " for number in range(5_000)))]
    assert len(events) < 500


def test_a_second_attempt_numbers_on_from_the_first(event_log: EventLog, broker_url: str) -> None:
    first = LogWriter(event_log, "t", 1, event_log.claim("t", 1))
    first.put(Say(text="lost"))
    while not written(event_log, broker_url):
        time.sleep(0.01)
    last = event_log.claim("t", 2)
    assert last == 1
    second = LogWriter(event_log, "t", 2, last)
    second.put(Say(text="kept"))
    second.close(result(attempt=2))
    assert [event.kind for event in written(event_log, broker_url)] == ["say", "say", "ended"]


def test_the_writer_says_stopped_once_the_turn_was_cancelled(event_log: EventLog) -> None:
    writer = LogWriter(event_log, "t", 1, event_log.claim("t", 1))
    event_log.cancel("t")
    assert not writer.stopped.is_set()
    writer.put(Say(text="a"))
    assert writer.stopped.wait(5)
    writer.close(result())


def test_a_writer_that_was_fenced_off_stops_the_turn_and_raises_at_its_close(
    event_log: EventLog,
) -> None:
    writer = LogWriter(event_log, "t", 1, event_log.claim("t", 1))
    event_log.claim("t", 2)
    writer.put(Say(text="late"))
    assert writer.stopped.wait(5)
    with pytest.raises(Fenced):
        writer.close(result())
    assert event_log.liveness("t").result is None
