"""The turn loop on the shipped backends: what a reply becomes, and what becomes of bad ones."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field, replace

import pytest

from tests.conftest import PAGE
from workers.ahead import warm
from workers.backends.base import (
    Backend,
    BackendError,
    Cancelled,
    Capabilities,
    Finish,
    Message,
    Reading,
    SamplingParams,
    Text,
    prompt_too_long,
)
from workers.backends.scripted import (
    BrokenBackend,
    ScriptedBackend,
    SlowBackend,
)
from workers.events import GenerateRequest, Say, Stats, TurnEvent, TurnResult, Write
from workers.turn import run_turn

REPLY = f"Here you are.\n\n```html index.html\n{PAGE}```\n"
LONG_PAGE = PAGE.replace("Hello", " ".join(f"word{number}" for number in range(400)))
LONG_REPLY = f"```html index.html\n{LONG_PAGE}```\n"
BEFORE = {"index.html": PAGE.replace("Hello", "Before"), "notes.txt": "kept"}
SAMPLING = SamplingParams(max_tokens=4_000)


@dataclass
class Run:
    """One run of a turn, and everything it emitted."""

    events: list[TurnEvent] = field(default_factory=list)
    result: TurnResult | None = None

    def __call__(
        self,
        backend: Backend,
        files: dict[str, str] | None = None,
        sampling: SamplingParams = SAMPLING,
        cancelled: Cancelled = lambda: False,
    ) -> TurnResult:
        request = GenerateRequest(turn="t", attempt=1, prompt="A page", files=files or {})
        capabilities = Capabilities("scripted", 32_768, 4)
        return run_turn(request, backend, capabilities, sampling, self.events.append, cancelled)

    @property
    def drawn(self) -> dict[str, str]:
        """The files as a viewer drew them."""
        files: dict[str, str] = {}
        for event in self.events:
            if isinstance(event, Write):
                files[event.path] = ("" if event.opens else files[event.path]) + event.text
        return files


@pytest.fixture
def run() -> Run:
    return Run()


@dataclass
class Cutting(ScriptedBackend):
    """Stops every answer after `at` tokens for its length, as a server with its own limit does."""

    def __init__(self, replies: list[str], at: int) -> None:
        super().__init__(replies)
        self._at = at
        self.asked: list[list[Message]] = []

    def stream(  # type: ignore[no-untyped-def]
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ):
        """As scripted, with the smaller of the two limits."""
        self.asked.append(messages)
        shorter = replace(params, max_tokens=min(self._at, params.max_tokens))
        return super().stream(messages, shorter, cancelled)


class TooLong(ScriptedBackend):
    """Every prompt is too long for it."""

    def stream(  # type: ignore[no-untyped-def]
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ):
        """Raises before any text."""
        yield Reading(0, 40_000, 0)
        raise prompt_too_long(40_000, 32_768)


def test_a_reply_with_a_page_makes_the_projects_file(run: Run) -> None:
    result = run(ScriptedBackend([REPLY]))
    assert (result.status, result.problem) == ("done", None)
    assert result.files == run.drawn == {"index.html": PAGE}
    assert result.reply == "Here you are."
    assert result.checkpoint == "scripted"


def test_the_events_tell_the_turn_from_its_start(run: Run) -> None:
    run(ScriptedBackend([REPLY]))
    kinds = (event.kind for event in run.events if event.kind != "stats")
    assert [kind for kind, _ in itertools.groupby(kinds)] == [
        *("started", "phase", "prefill", "phase", "say", "write"),
    ]


def test_the_wish_reaches_the_model_with_the_files(run: Run) -> None:
    backend = Cutting([REPLY], at=1_000)
    run(backend, BEFORE)
    system, *talk = (message["content"] for message in backend.asked[0])
    assert "A page" in talk[-1] and "Before" in talk[-1] and "notes.txt" in talk[-1]
    assert "A page" not in system


def test_a_change_writes_over_its_file_and_keeps_the_others(run: Run) -> None:
    result = run(ScriptedBackend([REPLY]), BEFORE)
    assert result.files == {"index.html": PAGE, "notes.txt": "kept"}


def test_talk_without_a_page_is_done_and_changes_nothing(run: Run) -> None:
    result = run(ScriptedBackend(["It is a page about tea."]), BEFORE)
    assert (result.status, result.files, result.problem) == ("done", None, None)
    assert result.reply == "It is a page about tea."


def test_the_same_page_again_is_no_change_and_says_so(run: Run) -> None:
    result = run(ScriptedBackend([REPLY]), {"index.html": PAGE})
    assert (result.status, result.files) == ("done", None)
    assert result.problem and result.problem.code == "nothing-changed"


@pytest.mark.parametrize("reply", ["", "  \n\n", "```html index.html\n```"])
def test_a_reply_with_nothing_in_it_fails_in_words(run: Run, reply: str) -> None:
    result = run(ScriptedBackend([reply]))
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == "nothing-written"


def test_the_model_is_stopped_at_the_end_of_the_document(run: Run) -> None:
    backend = ScriptedBackend([REPLY + "This explanation goes on and on. " * 50])
    result = run(backend)
    assert result.files == {"index.html": PAGE}
    assert "explanation" not in result.reply
    assert result.usage.completion_tokens < 60


def test_an_answer_that_stops_for_its_length_is_gone_on_with(run: Run) -> None:
    backend = Cutting([LONG_REPLY], at=200)
    result = run(backend)
    assert (result.status, result.problem) == ("done", None)
    assert result.files == run.drawn == {"index.html": LONG_PAGE}
    assert len(backend.asked) > 2
    assert [m["role"] for m in backend.asked[2]] == ["system", "user", "assistant"]
    assert LONG_REPLY.startswith(backend.asked[2][-1]["content"])


def test_a_first_page_cut_at_the_limit_is_kept_and_said_to_be_cut(run: Run) -> None:
    result = run(ScriptedBackend([LONG_REPLY]), sampling=SamplingParams(max_tokens=100))
    assert result.status == "done" and result.files == run.drawn
    assert LONG_PAGE.startswith(result.files["index.html"])
    assert result.problem and result.problem.code == "length"
    assert result.problem.params == {"tokens": 100}


def test_a_change_cut_at_the_limit_leaves_the_whole_page_in_place(run: Run) -> None:
    result = run(ScriptedBackend([LONG_REPLY]), BEFORE, SamplingParams(max_tokens=100))
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == "length"
    assert result.reply.startswith("```html index.html\n<!DOCTYPE html>")


def test_a_model_that_repeats_itself_is_stopped(run: Run) -> None:
    looping = (
        "```html index.html\n<!DOCTYPE html>\n<ul>\n" + "<li>tea, tea and more tea</li>\n" * 3_000
    )
    result = run(ScriptedBackend([looping]), sampling=SamplingParams(max_tokens=100_000))
    assert result.problem and result.problem.code == "repetition"
    assert result.usage.completion_tokens < 2_000
    assert result.files and result.files["index.html"].startswith("<!DOCTYPE html>\n<ul>\n<li>")


def test_a_long_block_that_comes_again_word_for_word_is_stopped_sooner(run: Run) -> None:
    block = "".join(f'  word{n}: "tea of the {n}th kind", // cup {n}\n' for n in range(20))
    looping = "```js content.js\nconst CONTENT = {\n" + block * 20
    result = run(ScriptedBackend([looping]), sampling=SamplingParams(max_tokens=100_000))
    assert result.problem and result.problem.code == "repetition"
    assert len(result.files["content.js"] if result.files else "") < 3 * len(block)


def test_a_list_of_similar_lines_is_no_repetition(run: Run) -> None:
    rows = "".join(f"<li>Tea number {number} of all teas</li>\n" for number in range(600))
    page = f"<!DOCTYPE html>\n<html><ul>\n{rows}</ul></html>\n"
    result = run(
        ScriptedBackend([f"```html\n{page}```"]), sampling=SamplingParams(max_tokens=100_000)
    )
    assert (result.problem, result.files) == (None, {"index.html": page})


def stop_after(run: Run, characters: int) -> Cancelled:
    """Cancels once that much of a file was drawn."""
    return lambda: sum(map(len, run.drawn.values())) > characters


def test_a_stopped_first_page_is_kept_as_far_as_it_came(run: Run) -> None:
    result = run(SlowBackend([LONG_REPLY], 2_000), cancelled=stop_after(run, 100))
    assert (result.status, result.problem) == ("cancelled", None)
    assert result.files == run.drawn
    assert 100 < len(result.files["index.html"]) < len(LONG_PAGE)


def test_a_stopped_change_leaves_the_whole_page_and_keeps_the_text(run: Run) -> None:
    result = run(SlowBackend([LONG_REPLY], 2_000), BEFORE, cancelled=stop_after(run, 100))
    assert (result.status, result.files) == ("cancelled", None)
    assert LONG_REPLY.startswith(result.reply) and len(result.reply) > 100


def test_a_turn_stopped_before_its_first_token_is_cancelled_and_empty(run: Run) -> None:
    result = run(ScriptedBackend([REPLY]), cancelled=lambda: True)
    assert (result.status, result.files, result.reply, result.problem) == (
        "cancelled",
        None,
        "",
        None,
    )


def test_a_backend_that_breaks_fails_the_turn_and_the_text_is_kept(run: Run) -> None:
    result = run(BrokenBackend([REPLY], after=20))
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == "unreachable"
    assert REPLY.startswith(result.reply) and "<!DOCTYPE" in result.reply


def test_a_prompt_that_does_not_fit_says_so_and_writes_nothing(run: Run) -> None:
    result = run(TooLong([REPLY]))
    assert (result.status, result.files, result.reply) == ("failed", None, "")
    assert result.problem and result.problem.code == "prompt-too-long"
    assert result.problem.params == {"tokens": 40_000, "window": 32_768}
    assert "40000 tokens" in result.problem.message


def test_a_file_that_climbs_out_is_refused_by_name_and_nothing_is_kept(run: Run) -> None:
    result = run(ScriptedBackend([f"```html ../evil.html\n{PAGE}```\n"]), BEFORE)
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == "bad-file"
    assert "../evil.html" in result.problem.message


def test_a_page_larger_than_a_project_holds_fails_in_words(run: Run) -> None:
    huge = "```html\n<!DOCTYPE html>\n" + "".join(f"{n}, " for n in range(200_000))
    result = run(ScriptedBackend([huge]), sampling=SamplingParams(max_tokens=10**6))
    assert (result.status, result.files) == ("failed", None)
    assert result.problem and result.problem.code == "bad-file"
    assert "index.html is larger than" in result.problem.message


def test_speed_and_time_left_are_told_while_writing(run: Run) -> None:
    began = time.monotonic()
    run(ScriptedBackend([LONG_REPLY], tokens_per_second=600))
    stats = [event for event in run.events if isinstance(event, Stats)]
    assert len(stats) >= 2
    assert [s.tokens for s in stats] == sorted({s.tokens for s in stats})
    assert all(0 < s.tokens_per_second < 700 for s in stats)
    assert stats[0].seconds_left is not None and stats[0].seconds_left > 0
    assert time.monotonic() - began < 30


def test_usage_counts_what_was_read_and_written(run: Run) -> None:
    result = run(ScriptedBackend(["Tea is nice"]))
    assert result.usage.completion_tokens == 3
    assert result.usage.prompt_tokens > 100  # the rules of the house
    assert [e.text for e in run.events if isinstance(e, Say)] == ["Tea", " is", " nice"]


def test_warming_up_reads_the_rules_and_uses_up_no_reply(run: Run) -> None:
    backend = ScriptedBackend(["First", "Second"])
    warm(backend)
    assert [run(backend).reply, run(backend).reply] == ["First", "Second"]


def test_finish_is_the_last_chunk_and_the_only_one() -> None:
    chunks = list(
        ScriptedBackend([REPLY]).stream([{"role": "user", "content": "x"}], SAMPLING, bool)
    )
    assert isinstance(chunks[0], Reading) and isinstance(chunks[-1], Finish)
    assert "".join(c.text for c in chunks if isinstance(c, Text)) == REPLY
    assert sum(isinstance(c, Finish) for c in chunks) == 1
    with pytest.raises(BackendError):
        list(BrokenBackend([REPLY]).stream([{"role": "user", "content": "x"}], SAMPLING, bool))
