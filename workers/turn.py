"""The turn loop: a request becomes events and one result. Knows no queue and no web."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

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
)
from workers.edits import EditParser
from workers.events import (
    GenerateRequest,
    PhaseChanged,
    Prefill,
    Problem,
    Say,
    Started,
    Stats,
    TurnEvent,
    TurnResult,
    Usage,
    Write,
)
from workers.files import ENTRY, FileError, FileTree
from workers.prompts import build_messages, system_prompt

Emit = Callable[[TurnEvent], None]

STATS_SECONDS = 0.5
TYPICAL_TOKENS = 1_600  # of a first page by the default checkpoint; for the time left only
BYTES_PER_TOKEN = 3.2  # of HTML with Qwen's tokenizer, for the time left of a rewrite only
MAX_CONTINUATIONS = 8
LOOP_TAIL, LOOP_SPAN, LOOP_TIMES = 120, 8_000, 12  # characters, characters, repeats
LOOP_EVERY = 64  # tokens between looks


@dataclass
class _Attempt:
    """What one attempt has gathered so far."""

    emit: Emit
    expected: int
    parser: EditParser = field(default_factory=EditParser)
    reply: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    tokens: int = 0
    usage: Usage = field(default_factory=Usage)
    writing_since: float | None = None
    last_stats: float = 0.0
    next_look: int = LOOP_EVERY
    stopped: str = ""

    def write(self, text: str) -> None:
        """Parse and emit a piece of the reply."""
        self.reply.append(text)
        self._give(self.parser.feed(text))

    def end_document(self) -> None:
        """The page is complete: its last line gets its end, which the model was not asked for."""
        if not self.parser.files[ENTRY].endswith("\n"):
            self.write("\n")

    def close(self) -> None:
        """The reply is over."""
        self._give(self.parser.close())

    def _give(self, pieces: Sequence[Say | Write]) -> None:
        for piece in pieces:
            if isinstance(piece, Say):
                self.said.append(piece.text)
            self.emit(piece)

    def count(self, tokens: int) -> None:
        """Account for tokens written, and tell about the speed twice a second."""
        now = time.monotonic()
        if self.writing_since is None:
            self.writing_since = self.last_stats = now
            self.emit(PhaseChanged(phase="writing"))
        self.tokens += tokens
        if now - self.last_stats >= STATS_SECONDS:
            self.last_stats = now
            rate = self.tokens / (now - self.writing_since)
            left = max(self.expected - self.tokens, 0) / rate
            self.emit(
                Stats(
                    tokens=self.tokens,
                    tokens_per_second=round(rate, 1),
                    seconds_left=round(left, 1) if left else None,
                )
            )

    def looping(self) -> bool:
        """Whether the model repeats itself without end, as small ones do; looks now and then."""
        if self.tokens < self.next_look:
            return False
        self.next_look = self.tokens + LOOP_EVERY
        text = "".join(self.reply[-LOOP_SPAN:])[-LOOP_SPAN:]
        return len(text) > LOOP_TAIL and text.count(text[-LOOP_TAIL:]) >= LOOP_TIMES


def warm(backend: Backend) -> None:
    """Have the backend read the system prompt: every turn begins with it and finds it cached."""
    opening = [{"role": "system", "content": system_prompt()}, {"role": "user", "content": ""}]
    for _ in backend.stream(opening, SamplingParams(max_tokens=1), lambda: False):
        pass


def run_turn(
    request: GenerateRequest,
    backend: Backend,
    capabilities: Capabilities,
    sampling: SamplingParams,
    emit: Emit,
    cancelled: Cancelled,
) -> TurnResult:
    """Run one attempt of a turn: stream the reply, emit events, return what came of it.

    Never raises for what a backend or a model does: that is in the result's `problem`.
    """
    expected = sum(len(text) for text in request.files.values()) / BYTES_PER_TOKEN
    attempt = _Attempt(emit=emit, expected=int(expected) or TYPICAL_TOKENS)
    emit(Started(attempt=request.attempt, checkpoint=capabilities.checkpoint))
    emit(PhaseChanged(phase="reading"))
    problem: Problem | None = None
    try:
        _stream(build_messages(request), backend, sampling, attempt, cancelled)
    except BackendError as error:
        problem = error.problem
    attempt.close()
    return _result(request, capabilities, attempt, problem, cancelled())


def _stream(
    messages: list[Message],
    backend: Backend,
    sampling: SamplingParams,
    attempt: _Attempt,
    cancelled: Cancelled,
) -> None:
    """Stream the reply; one that was stopped by its length is gone on with."""
    for _ in range(MAX_CONTINUATIONS):
        params = replace(sampling, max_tokens=sampling.max_tokens - attempt.tokens)
        finish = _one_answer(backend.stream(messages, params, cancelled), attempt)
        if finish is None or finish.reason != "length":
            return
        if attempt.tokens >= sampling.max_tokens:
            attempt.stopped = "length"
            return
        written = {"role": "assistant", "content": "".join(attempt.reply)}
        messages = [m for m in messages if m["role"] != "assistant"] + [written]
    attempt.stopped = "length"


def _one_answer(chunks: Iterator[Reading | Text | Finish], attempt: _Attempt) -> Finish | None:
    """Take in one answer. None when we stopped it ourselves: the page is complete, or looping."""
    began = time.monotonic()
    reading = Reading(0, 0, 0)
    first = attempt.tokens
    for chunk in chunks:
        if isinstance(chunk, Reading):
            reading = chunk
            attempt.emit(Prefill(processed=chunk.processed, total=chunk.total, cached=chunk.cached))
        elif isinstance(chunk, Finish):
            attempt.usage = _add(attempt.usage, chunk)
            return chunk
        else:
            attempt.count(chunk.tokens)
            attempt.write(chunk.text)
            if attempt.parser.document_ended:
                attempt.end_document()
                break
            if attempt.looping():
                attempt.stopped = "repetition"
                break
    close = getattr(chunks, "close", None)
    if close:
        close()  # frees the model now, not when the garbage is collected
    now = time.monotonic()
    since = attempt.writing_since or now
    attempt.usage = _add(
        attempt.usage,
        Finish(
            "stop",
            reading.total,
            reading.cached,
            attempt.tokens - first,
            since - began,
            now - since,
        ),
    )
    return None


def _add(usage: Usage, finish: Finish) -> Usage:
    return Usage(
        prompt_tokens=usage.prompt_tokens or finish.prompt_tokens,
        cached_tokens=usage.cached_tokens or finish.cached_tokens,
        completion_tokens=usage.completion_tokens + finish.completion_tokens,
        prompt_seconds=round(usage.prompt_seconds + finish.prompt_seconds, 3),
        completion_seconds=round(usage.completion_seconds + finish.completion_seconds, 3),
    )


def _result(
    request: GenerateRequest,
    capabilities: Capabilities,
    attempt: _Attempt,
    problem: Problem | None,
    cancelled: bool,
) -> TurnResult:
    files = None
    written = {path: text for path, text in attempt.parser.files.items() if text.strip()}
    if written:
        try:
            files = FileTree(request.files).with_files(written).as_dict()
        except FileError as error:
            problem = problem or Problem(code="bad-file", message=str(error))
    failed = problem is not None
    if not problem and not cancelled:
        problem = _remark(attempt, files, request.files)
        cut = bool(attempt.stopped and request.files)
        failed = cut or (problem is not None and problem.code in ("nothing-written", "bad-file"))
    partial = failed or cancelled
    if files == request.files or failed or (cancelled and request.files):
        files = None  # half a page never takes the place of a whole one: it is kept as text
    return TurnResult(
        turn=request.turn,
        attempt=request.attempt,
        status="failed" if failed else "cancelled" if cancelled else "done",
        files=files,
        reply="".join(attempt.reply if partial and not files else attempt.said).strip(),
        problem=problem,
        checkpoint=capabilities.checkpoint,
        usage=attempt.usage,
    )


def _remark(
    attempt: _Attempt, files: dict[str, str] | None, before: dict[str, str]
) -> Problem | None:
    """What the user should know of a reply that came to its end."""
    if attempt.stopped == "repetition":
        return Problem(
            code="repetition",
            message="The model began to repeat itself and was stopped; what it wrote was kept.",
        )
    if attempt.stopped == "length":
        return Problem(
            code="length",
            message=f"The page was cut at the limit of {attempt.tokens} tokens.",
            params={"tokens": attempt.tokens},
        )
    if attempt.parser.refused:
        return Problem(code="bad-file", message=attempt.parser.refused[0])
    if files is None and not "".join(attempt.said).strip():
        return Problem(code="nothing-written", message="The model answered with nothing usable.")
    if files is not None and files == before:
        return Problem(
            code="nothing-changed",
            message="The model wrote the same page again. Say what should be different.",
        )
    return None
