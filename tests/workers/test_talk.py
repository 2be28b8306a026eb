"""A question about the project is answered in words, and nothing changes."""

from __future__ import annotations

from tests.workers.test_apply import PROJECT, read
from workers.backends.base import Capabilities, SamplingParams
from workers.backends.scripted import BrokenBackend, ScriptedBackend
from workers.events import GenerateRequest, Say, TurnEvent, TurnResult, Write
from workers.prompts import ask_messages, known_messages
from workers.turn import run_turn

QUESTION = GenerateRequest(turn="t", attempt=1, prompt="How fast is it?", files=PROJECT, ask=True)


def run(backend: ScriptedBackend) -> tuple[TurnResult, list[TurnEvent]]:
    events = list[TurnEvent]()
    able = Capabilities("scripted", 32_768, 4)
    params = SamplingParams(max_tokens=4_000)
    return run_turn(QUESTION, backend, able, params, events.append, lambda: False), events


def test_an_answer_is_conversation_even_where_it_looks_like_a_change() -> None:
    reply = f"Three pixels a frame:\n\n{read('exact')}"
    result, events = run(ScriptedBackend([reply]))
    assert (result.status, result.files, result.drafts) == ("done", None, [])
    assert result.reply == reply.strip()
    assert not any(isinstance(event, Write) for event in events)
    assert "".join(event.text for event in events if isinstance(event, Say)) == reply


def test_a_backend_that_breaks_off_fails_the_question_and_keeps_what_it_said() -> None:
    result, _ = run(BrokenBackend(["word " * 100], after=20))
    assert result.status == "failed" and result.reply.startswith("word word")
    assert result.problem and result.problem.code == "unreachable"


def test_a_question_begins_as_a_wish_does() -> None:
    known = known_messages(None, QUESTION)
    system, asked = ask_messages(None, QUESTION)
    assert system == known[0] and asked["content"].startswith(known[1]["content"])
    assert "Question: How fast is it?" in asked["content"]
