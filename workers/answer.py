"""One answer of the model: asked, streamed, parsed into files, stopped when it is complete."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from workers.backends.base import (
    Backend,
    BackendError,
    Cancelled,
    Finish,
    Message,
    Reading,
    SamplingParams,
    Text,
)
from workers.blocks import ReplaceBlock
from workers.edits import EditParser, Piece
from workers.events import PhaseChanged, Prefill, Problem, Say, Stats, TurnEvent, Usage
from workers.files import ENTRY

NOTHING_WRITTEN = Problem(code="nothing-written", message="The model answered with nothing usable.")
Emit = Callable[[TurnEvent], None]

STATS_SECONDS = 0.5
MAX_CONTINUATIONS = 8
LOOP_TAIL, LOOP_SPAN, LOOP_TIMES = 120, 8_000, 12  # characters, characters, repeats
LOOP_BLOCK, LOOP_SAME = 200, 600  # characters: a block this long, gone through again this far
LOOP_EVERY = 64  # tokens between looks


@dataclass
class Answer:
    """What an answer has come to so far.

    `expected` tokens are for the time left only. `wanted` are the files after which the answer
    is complete; with none, it is complete when the entry page is, or after its first block of
    code where `one_block` is all that was asked for. `prose`: all of it is conversation, whatever
    it looks like. `take` hears of every search/replace pair.
    `stopped` says why we stopped it short:
    "repetition", "length" or "".
    """

    emit: Emit
    expected: int
    wanted: frozenset[str] = frozenset()
    one_block: bool = False
    prose: bool = False
    take: Callable[[ReplaceBlock], None] | None = None
    pairs: list[ReplaceBlock] = field(default_factory=list)
    parser: EditParser = field(init=False)
    reply: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    tokens: int = 0
    usage: Usage = field(default_factory=Usage)
    writing_since: float | None = None
    last_stats: float = 0.0
    next_look: int = LOOP_EVERY
    stopped: str = ""
    problem: Problem | None = None

    def __post_init__(self) -> None:
        self.parser = EditParser(self.wanted)

    def write(self, text: str) -> None:
        """Parse and emit a piece of the reply."""
        self.reply.append(text)
        self._tell([Say(text=text)] if self.prose else self.parser.feed(text))

    @property
    def complete(self) -> bool:
        """Everything that was asked for is written: the model need not go on."""
        if self.pairs:
            return self.pairs[-1] in self.pairs[:-1]  # it has begun to repeat itself
        if self.wanted:
            return all(self.parser.has_ended(path) for path in self.wanted)
        return bool(self.parser.closed) if self.one_block else self.parser.document_ended

    @property
    def text(self) -> str:
        """The whole answer as it came."""
        return "".join(self.reply)

    def end_document(self) -> None:
        """The page is complete: its last line gets its end, which the model was not asked for."""
        if not self.parser.files.get(ENTRY, "\n").endswith("\n"):
            self.write("\n")

    def close(self) -> None:
        """The reply is over."""
        self._tell(self.parser.close())

    def _tell(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, ReplaceBlock):
                self.pairs.append(piece)
                if self.take:
                    self.take(piece)
                continue
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
        tail = text[-LOOP_TAIL:]
        if len(text) <= LOOP_TAIL:
            return False
        return text.count(tail) >= LOOP_TIMES or _goes_round(text, text.rfind(tail, 0, -1))


def _goes_round(text: str, before: int) -> bool:
    """Whether the end of the text is word for word what stood there a long block earlier, where
    its tail begins at `before`. Rows of like elements are shorter, or differ in their words."""
    period = len(text) - LOOP_TAIL - before
    if before < 0 or period < LOOP_BLOCK:
        return False
    return text[-LOOP_SAME:] == text[-LOOP_SAME - period : -period]


def ask(
    messages: list[Message],
    backend: Backend,
    sampling: SamplingParams,
    answer: Answer,
    cancelled: Cancelled,
) -> None:
    """Stream the model's answer into `answer`. A backend's failure ends up as its problem.

    A last message by the assistant is the beginning of the answer, which is gone on with.
    """
    if messages[-1]["role"] == "assistant":
        answer.write(messages[-1]["content"])
    try:
        _stream(messages, backend, sampling, answer, cancelled)
    except BackendError as error:
        answer.problem = error.problem
    answer.close()


def _stream(
    messages: list[Message],
    backend: Backend,
    sampling: SamplingParams,
    answer: Answer,
    cancelled: Cancelled,
) -> None:
    """Stream the reply; one that was stopped by its length is gone on with."""
    for _ in range(MAX_CONTINUATIONS):
        params = replace(sampling, max_tokens=sampling.max_tokens - answer.tokens)
        finish = _one_answer(backend.stream(messages, params, cancelled), answer)
        if finish is None or finish.reason != "length":
            return
        if answer.tokens >= sampling.max_tokens:
            answer.stopped = "length"
            return
        written = {"role": "assistant", "content": "".join(answer.reply)}
        messages = [m for m in messages if m["role"] != "assistant"] + [written]
    answer.stopped = "length"


def _one_answer(chunks: Iterator[Reading | Text | Finish], answer: Answer) -> Finish | None:
    """Take in one answer. None when we stopped it ourselves: the page is complete, or looping."""
    began = time.monotonic()
    reading = Reading(0, 0, 0)
    first = answer.tokens
    for chunk in chunks:
        if isinstance(chunk, Reading):
            reading = chunk
            answer.emit(Prefill(processed=chunk.processed, total=chunk.total, cached=chunk.cached))
        elif isinstance(chunk, Finish):
            answer.usage = _with(answer.usage, chunk)
            return chunk
        else:
            answer.count(chunk.tokens)
            answer.write(chunk.text)
            if answer.complete:
                answer.end_document()
                break
            if answer.looping():
                answer.stopped = "repetition"
                break
    close = getattr(chunks, "close", None)
    if close:
        close()  # frees the model now, not when the garbage is collected
    now = time.monotonic()
    since = answer.writing_since or now
    answer.usage = _with(
        answer.usage,
        Finish(
            "stop",
            reading.total,
            reading.cached,
            answer.tokens - first,
            since - began,
            now - since,
        ),
    )
    return None


def add(usage: Usage, more: Usage) -> Usage:
    """The counts of two questions to the model together."""
    return Usage(**{name: getattr(usage, name) + value for name, value in more})


def _with(usage: Usage, finish: Finish) -> Usage:
    """The counts of an answer that is gone on with: its prompt is read once."""
    return Usage(
        prompt_tokens=usage.prompt_tokens or finish.prompt_tokens,
        cached_tokens=usage.cached_tokens or finish.cached_tokens,
        completion_tokens=usage.completion_tokens + finish.completion_tokens,
        prompt_seconds=round(usage.prompt_seconds + finish.prompt_seconds, 3),
        completion_seconds=round(usage.completion_seconds + finish.completion_seconds, 3),
    )
