"""A further wish: the pairs of an answer are put into the project while they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workers.answer import Answer, Emit, add, ask
from workers.apply import Applied, apply_block, apply_edits
from workers.backends.base import Backend, Cancelled, Message, SamplingParams
from workers.blocks import ReplaceBlock
from workers.events import Edited, PhaseChanged, Problem, Usage, Write
from workers.files import FileError, FileTree
from workers.prompts import again_messages

TRIES = 2  # at the pairs of a wish; then whole files are asked for
TYPICAL_TOKENS = 120  # of the pairs of a wish; for the time left only


@dataclass
class Editing:
    """A project's files under the pairs of one or two answers.

    `files` is how they stand now. Viewers are told of every pair; of one that failed only once
    it is final, because it is asked for again.
    """

    before: Mapping[str, str]
    emit: Emit
    files: dict[str, str] = field(init=False)
    done: list[Applied] = field(default_factory=list)
    failed: list[Applied] = field(default_factory=list)
    _start: dict[str, str] = field(init=False)
    _pairs: list[ReplaceBlock] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files = dict(self.before)
        self._start = dict(self.before)

    def take(self, pair: ReplaceBlock) -> None:
        """Apply a pair as it comes, for the viewers; `settle` has the last word."""
        self._pairs.append(pair)
        self.files, applied = apply_block(self.files, pair)
        if applied.outcome != "failed":
            self.emit(edited(applied))
            self.emit(Write(path=applied.path, text=self.files[applied.path], opens=True))

    def settle(self, whole: Mapping[str, str]) -> None:
        """An answer is over, and wrote the files `whole`. Raises `FileError` for what a project
        cannot hold."""
        shown, self.files = self.files, dict(self._start)
        start = FileTree(self._start).with_files(whole).as_dict()
        files, outcomes = apply_edits(start, self._pairs)
        self.files = FileTree(files).as_dict()
        for path, text in self.files.items():
            if path in shown and shown[path] != text and path not in whole:
                self.emit(Write(path=path, text=text, opens=True))
        self.done += [one for one in outcomes if one.outcome != "failed"]
        self.failed = [one for one in outcomes if one.outcome == "failed"]
        self._start, self._pairs = dict(self.files), []

    def give_up(self) -> None:
        """What has failed is not asked for again: viewers are told."""
        for one in self.failed:
            self.emit(edited(one))

    @property
    def errors(self) -> str:
        """What could not be applied and why, for the model."""
        return "\n\n".join(one.error for one in self.failed)

    @property
    def edits(self) -> list[Edited]:
        """What became of every pair in the end."""
        return [edited(one) for one in [*self.done, *self.failed]]


def edited(one: Applied) -> Edited:
    """A pair's outcome as viewers are told of it."""
    return Edited(
        path=one.path,
        outcome=one.outcome,
        line=one.lines.first,
        lines=one.lines.count if one.lines.first else 0,
        why=one.why,
    )


@dataclass(frozen=True)
class Change:
    """What came of asking for pairs: the first answer, with the files after it all."""

    answer: Answer
    files: dict[str, str]
    edits: list[Edited]
    usage: Usage


def change(
    messages: list[Message],
    files: Mapping[str, str],
    backend: Backend,
    sampling: SamplingParams,
    emit: Emit,
    cancelled: Cancelled,
) -> Change:
    """Have the model change `files` by pairs; those that fail are asked for once more."""
    editing = Editing(files, emit)
    # Most of a pair is a copy of the file: neither luck nor variety is asked for.
    params = replace(sampling, temperature=0.2, repetition_penalty=1.0)
    answers: list[Answer] = []
    usage = Usage()
    for _ in range(TRIES):
        if answers:
            emit(PhaseChanged(phase="repairing"))
        answer = Answer(emit, TYPICAL_TOKENS, take=editing.take)
        ask(messages, backend, params, answer, cancelled)
        answers.append(answer)
        usage = add(usage, answer.usage)
        try:
            editing.settle(answer.parser.files)
        except FileError as error:
            answer.problem = answer.problem or Problem(code="bad-file", message=str(error))
        if answer.problem or cancelled() or not editing.failed:
            break
        messages = again_messages(messages, answer.text, editing.errors)
    editing.give_up()
    answers[0].problem = answers[-1].problem
    return Change(answers[0], editing.files, editing.edits, usage)
