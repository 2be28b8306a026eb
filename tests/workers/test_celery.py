"""A real Celery worker process on the real broker: turns from the message to the result."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from ide import processes, turns
from ide.models import Project, Turn
from tests.environment import HOME
from workers.app_settings import LLM_QUEUE, WEB_QUEUE, make_sender
from workers.event_log import EventLog, turn_event, turn_keys
from workers.events import Ended, GenerateRequest, Started, TurnEvent, TurnResult, Write

ROOT = Path(__file__).resolve().parents[2]
LETTER = ROOT / "tests" / "e2e" / "replies" / "letter.md"
SECONDS = 40


class Worker:
    """A worker process, started as the supervisor starts it."""

    def __init__(self, **environ: str) -> None:
        self._said = (HOME / f"worker-{uuid.uuid4().hex}.log").open("w+b")
        self.process = subprocess.Popen(
            processes.model_worker().command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environ},
            stdout=self._said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = SECONDS) -> int:
        """Send the signal; the exit status."""
        self.process.send_signal(number)
        return self.process.wait(seconds)

    def said(self) -> str:
        """What it wrote to its output."""
        self._said.seek(0)
        return self._said.read().decode(errors="replace")

    def close(self) -> None:
        """Make sure that it is gone."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._said.close()


@pytest.fixture
def worker(broker_url: str) -> Iterator[Callable[..., Worker]]:
    """Starts workers, and ends them."""
    workers: list[Worker] = []

    def start(script: str = "", **environ: str) -> Worker:
        workers.append(Worker(ATELIER_SCRIPT=script, **environ))
        return workers[-1]

    yield start
    for started in workers:
        started.close()


def wait_for(condition: Callable[[], Any], what: str, seconds: float = SECONDS) -> Any:
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, f"Waited {seconds} s in vain for {what}."
        time.sleep(0.05)
    return value


def send(prompt: str, attempt: int = 1, turn: str = "") -> str:
    """Queue a turn as the web process does; its id."""
    turn = turn or uuid.uuid4().hex
    request = GenerateRequest(turn=turn, attempt=attempt, prompt=prompt)
    arguments = [request.model_dump(mode="json")]
    make_sender(settings.CONFIG).send_task(
        "workers.tasks.generate", args=arguments, queue=LLM_QUEUE
    )
    return turn


def result_of(log: EventLog, turn: str, seconds: float = SECONDS) -> TurnResult:
    result = wait_for(lambda: log.liveness(turn).result, f"the result of {turn}", seconds)
    assert isinstance(result, TurnResult)
    return result


def events_of(log: EventLog, turn: str) -> list[tuple[int, TurnEvent]]:
    entries = log._redis.xrange(turn_keys(turn)[0])
    return [(int(key.split("-")[0]), turn_event.validate_json(e["e"])) for key, e in entries]


def drawn(log: EventLog, turn: str) -> str:
    """The text of the files as a viewer of the log sees them."""
    return "".join(event.text for _, event in events_of(log, turn) if isinstance(event, Write))


def is_writing(log: EventLog, turn: str) -> bool:
    return len(drawn(log, turn)) > 40


def test_a_turn_goes_from_its_message_to_its_result(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    worker(str(LETTER))
    turn = send("A letter")
    result = result_of(event_log, turn)
    assert (result.status, result.attempt, result.problem) == ("done", 1, None)
    assert result.files and result.files["index.html"].startswith("<!DOCTYPE html>")
    events = events_of(event_log, turn)
    assert [seq for seq, _ in events] == list(range(1, len(events) + 1))
    assert isinstance(events[0][1], Started) and isinstance(events[-1][1], Ended)
    assert drawn(event_log, turn) == result.files["index.html"]
    wait_for(lambda: event_log.queued(WEB_QUEUE) == 2, "the news of its start and its end")


def test_a_worker_says_how_it_is_and_takes_its_leave(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    running = worker(f"{LETTER}?load_seconds=2")
    wait_for(lambda: event_log.status().state == "loading", "a sign of loading")
    wait_for(lambda: event_log.status().state == "ready", "a sign of readiness")
    status = event_log.status()
    assert (status.backend, status.slots, status.active) == ("scripted", 4, 0)
    assert running.stop() == 0
    assert event_log.status().state == "missing"


def test_turns_share_a_worker_and_wait_for_a_slot(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    worker(f"{LETTER}?tokens_per_second=100")
    sent = [send("A letter") for _ in range(6)]
    wait_for(lambda: sum(is_writing(event_log, turn) for turn in sent) == 4, "four at once")
    assert event_log.queued(LLM_QUEUE) <= 2
    for turn in sent:
        assert result_of(event_log, turn).status == "done"


def test_a_message_delivered_twice_runs_once(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    turn = send("A letter")
    send("A letter", turn=turn)
    worker(f"{LETTER}?tokens_per_second=200")
    result_of(event_log, turn)
    wait_for(lambda: event_log.queued(LLM_QUEUE) == 0, "an empty queue")
    started = [event for _, event in events_of(event_log, turn) if isinstance(event, Started)]
    assert len(started) == 1


def test_a_turn_that_is_stopped_ends_with_what_it_wrote(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    worker(f"{LETTER}?tokens_per_second=30")
    turn = send("A letter")
    wait_for(lambda: is_writing(event_log, turn), "some text")
    event_log.cancel(turn)
    began = time.monotonic()
    result = result_of(event_log, turn)
    assert time.monotonic() - began < 5  # far less than the rest would take
    assert result.status == "cancelled"
    assert result.files and result.files["index.html"].startswith("<!DOCTYPE html>")
    assert "</html>" not in result.files["index.html"]


def test_a_turn_that_is_stopped_while_the_model_loads_ends_at_once(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    worker(f"{LETTER}?load_seconds=30")
    turn = send("A letter")
    wait_for(lambda: events_of(event_log, turn), "a sign of loading")
    event_log.cancel(turn)
    began = time.monotonic()
    result = result_of(event_log, turn)
    assert time.monotonic() - began < 5  # far less than the rest would take
    assert (result.status, result.files, result.problem) == ("cancelled", None, None)


@pytest.mark.parametrize("script", ["@broken", "@unloadable", "no/such/script.md"])
def test_a_backend_that_fails_ends_the_turn_in_words(
    worker: Callable[..., Worker], event_log: EventLog, script: str
) -> None:
    worker(script)
    result = result_of(event_log, send("A letter"))
    codes = {"@broken": "unreachable", "@unloadable": "out-of-memory"}
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == codes.get(script, "setting")
    if script != "@broken":
        assert event_log.status().state == "failed"
        assert event_log.status().problem == result.problem


def test_a_message_that_no_worker_understands_does_not_stop_the_next(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    running = worker()
    sender = make_sender(settings.CONFIG)
    broken: list[list[Any]] = [[], [{}], [{"turn": 5}], ["tea"]]
    for arguments in broken:
        sender.send_task("workers.tasks.generate", args=arguments, queue=LLM_QUEUE)
    sender.send_task("workers.tasks.unknown", queue=LLM_QUEUE)
    assert result_of(event_log, send("A letter")).status == "done"
    assert running.process.poll() is None


@pytest.mark.kill
@pytest.mark.django_db(transaction=True)
def test_a_turn_whose_worker_is_killed_is_written_again_by_the_next(
    worker: Callable[..., Worker], project: Project, event_log: EventLog
) -> None:
    first = worker(f"{LETTER}?tokens_per_second=30")
    turn = turns.start_turn(project, "A letter", "ref-12345")
    wait_for(lambda: is_writing(event_log, str(turn.pk)), "some text")
    assert first.stop(signal.SIGKILL) == -signal.SIGKILL
    worker(str(LETTER))

    def is_over() -> bool:
        turns.sweep()
        turn.refresh_from_db()
        return turn.status in Turn.FINAL

    wait_for(is_over, "the second attempt")
    assert (turn.status, turn.attempt) == (Turn.Status.DONE, 2)
    events = events_of(event_log, str(turn.pk))
    assert [seq for seq, _ in events] == list(range(1, len(events) + 1))
    assert [e.attempt for _, e in events if isinstance(e, Started)] == [1, 2]
    assert sum(isinstance(event, Ended) for _, event in events) == 1
    head = project.head
    assert head and head.number == 1 and head.files["index.html"].rstrip().endswith("</html>")


@pytest.mark.kill
def test_a_worker_that_is_told_to_end_finishes_its_turn_first(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    running = worker(f"{LETTER}?tokens_per_second=100")
    turn = send("A letter")
    wait_for(lambda: is_writing(event_log, turn), "some text")
    assert running.stop(signal.SIGTERM) == 0
    result = event_log.liveness(turn).result
    assert result is not None, "it must not leave before the result is written"
    assert result.status == "done"
    assert result.files and result.files["index.html"].rstrip().endswith("</html>")


@pytest.mark.model
def test_a_real_checkpoint_writes_a_page_through_the_worker(
    worker: Callable[..., Worker], event_log: EventLog
) -> None:
    worker(
        ATELIER_BACKEND="llama",
        ATELIER_CHECKPOINT="qwen2.5-coder-0.5b",
        ATELIER_WINDOW="4096",
        ATELIER_SLOTS="4",
        ATELIER_MAX_TOKENS="1500",
    )
    turn = send("A very small page: only a heading that says Tea, and one short sentence.")
    result = result_of(event_log, turn, seconds=240)
    assert result.status == "done", result
    assert result.files and "</html>" in result.files["index.html"]
    assert result.checkpoint == "qwen2.5-coder-0.5b-instruct-q4_k_m"
    assert result.usage.completion_tokens > 20 and result.usage.tokens_per_second > 0
    assert result.usage.cached_tokens > 100, "the rules are read once, when the worker starts"
