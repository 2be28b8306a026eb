"""The turn loop on the shipped backends that misbehave, and once on a real checkpoint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workers.backends.base import SamplingParams
from workers.backends.llama import LlamaBackend
from workers.backends.scripted import DEFAULT_REPLY, BrokenBackend, ScriptedBackend
from workers.config import load_config
from workers.events import GenerateRequest, TurnEvent, TurnResult
from workers.turn import run_turn

PAGE = "<!DOCTYPE html>\n<html><body>old</body></html>\n"


def run(
    backend: ScriptedBackend, files: dict[str, str] | None = None, limit: int = 4096, stop: int = 0
) -> tuple[TurnResult, list[TurnEvent]]:
    """One turn; `stop` asks it to stop after that many events."""
    events: list[TurnEvent] = []
    result = run_turn(
        GenerateRequest(turn="t", attempt=1, prompt="a page", files=files or {}),
        backend,
        backend.load(),
        SamplingParams(max_tokens=limit),
        events.append,
        lambda: 0 < stop < len(events),
    )
    return result, events


def test_a_page_becomes_a_file_and_the_chatter_a_reply() -> None:
    result, events = run(ScriptedBackend([DEFAULT_REPLY]))
    assert result.status == "done" and result.problem is None
    assert result.files and "</html>" in result.files["index.html"]
    assert result.reply == "Here is a small page."
    written = "".join(event.text for event in events if event.kind == "write")
    assert written.rstrip() == result.files["index.html"].rstrip()


def test_a_reply_that_says_nothing_fails_in_words() -> None:
    result, _ = run(ScriptedBackend([" "]))
    assert result.status == "failed" and result.problem
    assert result.problem.code == "nothing-written"


def test_a_stopped_rewrite_keeps_its_text_and_never_takes_a_whole_pages_place() -> None:
    result, _ = run(ScriptedBackend([DEFAULT_REPLY]), {"index.html": PAGE}, stop=20)
    assert result.status == "cancelled" and result.files is None
    assert "<!DOCTYPE" in result.reply


def test_a_server_that_breaks_off_leaves_the_partial_text() -> None:
    result, _ = run(BrokenBackend([DEFAULT_REPLY], after=30))
    assert result.status == "failed" and result.problem and result.problem.code == "unreachable"
    assert "<html" in result.reply


def test_a_model_that_repeats_itself_is_stopped() -> None:
    loop = (
        "```html\n" + "<p>the same line once more, and once more, and again and again</p>\n" * 400
    )
    result, _ = run(ScriptedBackend([loop]))
    assert result.problem and result.problem.code == "repetition" and result.files


def test_an_answer_longer_than_the_limit_says_so() -> None:
    result, _ = run(ScriptedBackend([DEFAULT_REPLY]), limit=30)
    assert result.problem and result.problem.code == "length"


@pytest.mark.model
def test_the_real_small_checkpoint_writes_a_page(tmp_path: Path) -> None:
    config = replace(load_config({}), checkpoint="qwen2.5-coder-0.5b", window=8192, max_tokens=1200)
    backend = LlamaBackend(config)
    capabilities = backend.load()
    request = GenerateRequest(
        turn="t", attempt=1, prompt="A page that says hello in a big green heading."
    )
    params = SamplingParams(max_tokens=1200, seed=7)
    first = run_turn(request, backend, capabilities, params, lambda _: None, lambda: False)
    again = run_turn(request, backend, capabilities, params, lambda _: None, lambda: False)
    backend.close()
    assert first.files and "<html" in first.files["index.html"]
    assert first.usage.completion_tokens > 20
    assert again.usage.cached_tokens > 100
