"""A further wish on the shipped scripted backend: pairs, pairs again, whole files."""

from __future__ import annotations

from tests.workers.test_apply import FAST, LIVES, PROJECT, expected_files, read
from workers.ahead import read_ahead
from workers.backends.base import Capabilities, Message, SamplingParams
from workers.backends.scripted import ScriptedBackend
from workers.events import (
    Edited,
    GenerateRequest,
    PastTurn,
    PhaseChanged,
    TurnEvent,
    TurnResult,
    Write,
)
from workers.grounding import load_starters
from workers.judge import Workshop
from workers.prompts import edit_messages
from workers.turn import run_turn

MISSED = read("not_in_the_file")
QUIZ = next(starter for starter in load_starters() if starter.slug == "quiz")


class Asked(ScriptedBackend):
    """Keeps what it was asked."""

    def __init__(self, replies: list[str]) -> None:
        super().__init__(replies)
        self.asked: list[tuple[list[Message], SamplingParams]] = []

    def stream(self, messages, params, cancelled):  # type: ignore[no-untyped-def]
        """As scripted."""
        self.asked.append((messages, params))
        return super().stream(messages, params, cancelled)


def run(*replies: str) -> tuple[TurnResult, list[TurnEvent], Asked]:
    backend, events = Asked(list(replies)), list[TurnEvent]()
    request = GenerateRequest(turn="t", attempt=1, prompt="Faster!", files=PROJECT)
    able = Capabilities("scripted", 32_768, 4)
    params = SamplingParams(max_tokens=4_000)
    return run_turn(request, backend, able, params, events.append, lambda: False), events, backend


def outcomes(edits: list[Edited]) -> list[str]:
    return [edit.outcome for edit in edits]


def drawn(events: list[TurnEvent]) -> dict[str, str]:
    """The project as a viewer drew it."""
    files = dict(PROJECT)
    for event in events:
        if isinstance(event, Write):
            files[event.path] = ("" if event.opens else files[event.path]) + event.text
    return files


def test_pairs_change_their_lines_and_viewers_see_each_as_it_comes() -> None:
    result, events, _ = run(read("two_pairs_and_chatter_between"))
    assert (result.status, result.problem) == ("done", None)
    assert result.files == drawn(events) == expected_files([FAST, LIVES])
    told = [event for event in events if isinstance(event, Edited)]
    assert told == result.edits and outcomes(told) == ["applied", "applied"]
    assert [(edit.path, edit.line, edit.lines) for edit in told] == [
        ("script.js", 2, 1),
        ("script.js", 3, 1),
    ]


def test_copying_is_sampled_without_luck() -> None:
    _, _, backend = run(read("exact"))
    assert (backend.asked[0][1].temperature, backend.asked[0][1].repetition_penalty) == (0.2, 1.0)


def test_a_pair_that_failed_is_asked_for_again_with_the_real_lines() -> None:
    result, events, backend = run(MISSED, read("exact"))
    assert result.files == expected_files([FAST]) and result.problem is None
    assert outcomes(result.edits) == ["applied"], "what came right in the end is no failure"
    again = backend.asked[1][0]
    assert [message["role"] for message in again] == ["system", "user", "assistant", "user"]
    assert "no such lines" in again[-1]["content"] and "4:   best: 0," in again[-1]["content"]
    assert [e.phase for e in events if isinstance(e, PhaseChanged)][-1] in ("repairing", "writing")


def test_what_fails_twice_is_told_while_the_rest_is_kept() -> None:
    result, events, backend = run(read("exact") + MISSED, MISSED)
    assert result.files == drawn(events) == expected_files([FAST])
    assert outcomes(result.edits) == ["applied", "failed"]
    assert result.edits[1].why == "not-found"
    assert result.problem and result.problem.code == "edits-failed"
    assert result.problem.params == {"failed": 1, "count": 2}
    assert len(backend.asked) == 2


def test_where_no_pair_fits_the_whole_file_is_asked_for() -> None:
    page = PROJECT["index.html"].replace("Tea toy", "Fast tea toy")
    result, _, backend = run(MISSED, MISSED, f"```html index.html\n{page}```\n")
    assert result.status == "done" and result.problem is None
    assert result.files == {**PROJECT, "index.html": page}
    assert "Write the whole changed file" in backend.asked[2][0][-1]["content"]


def test_pairs_that_break_the_script_are_not_made() -> None:
    result, events, _ = run(read("breaks_the_script"), read("breaks_the_script"), "I cannot.")
    assert result.files is None and drawn(events) == PROJECT


def test_a_weak_checkpoints_answer_is_begun_where_one_file_can_be_meant() -> None:
    request = GenerateRequest(
        turn="t", attempt=2, prompt="A harder quiz", files=QUIZ.tree, reference="quiz"
    )
    *_, asked, begun = edit_messages(QUIZ, request, begun=True)
    assert begun == {"role": "assistant", "content": "```js content.js\n<<<<<<< SEARCH\n"}
    assert QUIZ.tree["content.js"].rstrip() in asked["content"]
    assert QUIZ.tree["app.js"] not in asked["content"]
    assert len(edit_messages(QUIZ, request)) == 2


def test_what_a_wish_is_asked_with_begins_as_it_was_read_ahead() -> None:
    result, _, backend = run(read("exact"))
    request = GenerateRequest(turn="t", attempt=1, prompt="Faster!", files=PROJECT)
    read_ahead(request, result, backend, 9_999, lambda: False)
    ahead = backend.asked[-1]
    assert ahead[1].max_tokens == 1
    files = result.files or {}
    past = [PastTurn(prompt="Faster!", reply="")]
    after = GenerateRequest(turn="u", attempt=1, prompt="Slower", files=files, history=past)
    asked = edit_messages(None, after)
    assert asked[0] == ahead[0][0]
    assert asked[1]["content"].startswith(ahead[0][1]["content"])


def test_a_turn_that_changed_nothing_is_not_read_ahead() -> None:
    backend = Asked([])
    nothing = TurnResult(turn="t", attempt=1, status="done")
    request = GenerateRequest(turn="t", attempt=1, prompt="What is it?", files=PROJECT)
    read_ahead(request, nothing, backend, 9_999, lambda: False)
    assert backend.asked == []


def test_settings_of_a_reference_that_run_on_are_cut() -> None:
    rows = "".join(
        f'    {{ text: "Is {n} odd?", options: ["Yes", "No"] }},\n' for n in range(4_000)
    )
    endless = Asked([f'```js content.js\nconst CONTENT = {{ lang: "en", questions: [\n{rows}'])
    request = GenerateRequest(turn="t", attempt=1, prompt="a quiz on odd numbers")
    able = Capabilities("scripted", 32_768, 4)
    workshop = Workshop(starters=load_starters())
    told = (SamplingParams(max_tokens=16_000), lambda _: None, lambda: False, workshop)
    result = run_turn(request, endless, able, *told)
    assert result.reference == "quiz" and result.usage.completion_tokens < 2_500
    assert result.files and "Is 1 odd?" in result.files["content.js"]
