"""The turn loop: a request becomes events and one result. Knows no queue and no web.

What the model writes is run, judged and repaired: write (on a reference, if the wish names a kind
that there is one for), mend, run, repair what failed, keep what ran best.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace

from workers.answer import NOTHING_WRITTEN, Answer, Emit, add, ask
from workers.backends.base import Backend, Cancelled, Capabilities, Message, SamplingParams
from workers.browser import expectations_from
from workers.editing import change
from workers.events import (
    Draft,
    DraftOrigin,
    Edited,
    GenerateRequest,
    PhaseChanged,
    Problem,
    Referenced,
    Started,
    Stats,
    TurnEvent,
    TurnResult,
    Usage,
    Write,
)
from workers.files import ENTRY, FileError, FileTree
from workers.grounding import Starter, find_reference, reference_of
from workers.judge import Workshop, errors, fails, judge, lacks, runs, same_faults, score
from workers.packing import room_for_files
from workers.prompts import adapt_messages, build_messages, edit_messages, readapt_messages
from workers.repair import plan_repair
from workers.report import Expectation
from workers.talk import talk
from workers.wanted import WishChecker

TYPICAL_TOKENS = 1_600  # of a first page by the default checkpoint; for the time left only
BYTES_PER_TOKEN = 3.2  # of HTML with Qwen's tokenizer, for the time left of a rewrite only
RUN_ON = 3  # times the settings of a reference: as long as an answer may become
LEAST_TOKENS = 1_500  # that it may have in any case
FEW_LINES = 12  # of a function
TOKENS_PER_LINE = 10  # of JavaScript, for the time left of a repair only
SEED_STEP = 7_919  # between candidates' seeds, where a seed is given


def run_turn(
    request: GenerateRequest,
    backend: Backend,
    capabilities: Capabilities,
    sampling: SamplingParams,
    emit: Emit,
    cancelled: Cancelled,
    workshop: Workshop | None = None,
) -> TurnResult:
    """Run one attempt of a turn: stream the reply, emit events, return what came of it.

    Without a `workshop` the page is written and that is all. Never raises for what a backend or
    a model does: that is in the result's `problem`.
    """
    emit(Started(attempt=request.attempt, checkpoint=capabilities.checkpoint))
    emit(PhaseChanged(phase="reading"))
    if request.ask:
        return talk(request, backend, capabilities, sampling, emit, cancelled)
    workshop = workshop or Workshop()
    if workshop.checker and not request.files:  # later wishes are about a part of the page
        workshop = replace(workshop, checker=WishChecker(workshop.checker, request.prompt))
    room = room_for_files(capabilities.window)
    turn = _Turn(request, backend, sampling, emit, cancelled, workshop, room)
    turn.write()
    if turn.files is not None and not turn.failed:
        turn.improve()
    return turn.result(capabilities.checkpoint)


@dataclass
class _Turn:
    """One attempt under way. `answer` is the first candidate's; `drafts` end with the best."""

    request: GenerateRequest
    backend: Backend
    sampling: SamplingParams
    emit: Emit
    cancelled: Cancelled
    workshop: Workshop
    room: int  # tokens, for the project's files in a prompt
    reference: Starter | None = None
    edits: list[Edited] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    problem: Problem | None = None
    files: dict[str, str] | None = None
    failed: bool = False
    stopped: bool = False

    def write(self) -> None:
        """Have the model change the project, or write the page."""
        if self.request.files and self.workshop.pairs and self._change():
            return
        self._write_whole()
        if self.files is None:
            self.problem = self.problem or left_out(self.edits)
        else:
            self.edits = []  # the whole file has taken their place

    def _change(self) -> bool:
        """Ask for the pairs of a further wish; False when whole files must be asked for."""
        before = self.request.files
        self.reference = reference_of(self.request.reference, before)
        weak = bool(self.workshop.starters)
        messages = edit_messages(self.reference, self.request, begun=weak, room=self.room)
        changed = change(messages, before, self.backend, self.sampling, self.emit, self.cancelled)
        self.usage = changed.usage
        self.answer, self.edits = changed.answer, changed.edits
        self.stopped = self.cancelled()
        nothing = changed.files == before
        if nothing and self.edits and not (self.answer.problem or self.stopped):
            return False
        talk = nothing and not self.answer.parser.files and not self.edits
        self.files = None if talk else changed.files
        self._look(before)
        if self.files is not None:
            self.drafts.append(self._draft(self.files, "written", messages, self.answer))
        self.problem = self.problem or left_out(self.edits)
        return True

    def _write_whole(self) -> None:
        """Have the model write whole files, as often as there are candidates."""
        messages, before = self._asked = self._prepare()
        answers = self._answers(messages)
        self.answer = answers[0]
        for answer in answers:
            self.usage = add(self.usage, answer.usage)
        self.stopped = self.cancelled()
        self.files = self._files_of(self.answer, before)
        self._look(before)
        for answer in answers if self.files is not None else ():
            if files := self._files_of(answer, before):
                origin: DraftOrigin = "written" if answer is self.answer else "candidate"
                self.drafts.append(self._draft(files, origin, messages, answer))

    def _draft(
        self, files: dict[str, str], origin: DraftOrigin, asked: list[Message], answer: Answer
    ) -> Draft:
        sampling = asdict(self.sampling)
        return Draft(
            files=files, origin=origin, prompt=asked, completion=answer.text, sampling=sampling
        )

    def _prepare(self) -> tuple[list[Message], dict[str, str]]:
        """What to ask, and the files that the answer is written over."""
        before = self.request.files
        if kept := reference_of(self.request.reference, before):
            self.reference = kept
            return readapt_messages(kept, self.request), before
        starters = self.workshop.starters
        found = find_reference(self.request.prompt, starters) if starters and not before else None
        if found is None:
            return build_messages(self.request, bool(starters), self.room), before
        self.reference = found
        self.emit(Referenced(reference=found.slug, title=dict(found.title)))
        for path, text in found.files:
            if path not in found.writes or path != ENTRY:  # the page itself is watched growing
                self.emit(Write(path=path, text=text, opens=True))
        return adapt_messages(found, self.request.prompt), found.tree

    def _answers(self, messages: list[Message]) -> list[Answer]:
        """Every candidate's answer; the first one is the one that people watch."""
        usual = 1 if self.request.files else self.workshop.candidates
        count = self.request.candidates or usual
        answers = [self._new_answer(self.emit if n == 0 else _unheard) for n in range(count)]

        def run(number: int) -> None:
            params = self._in_bounds(self._try(number), answers[number])
            ask(messages, self.backend, params, answers[number], self.cancelled)

        if count == 1:
            run(0)
        else:
            with ThreadPoolExecutor(count, "candidate") as pool:
                list(pool.map(run, range(count)))
        return answers

    def _try(self, number: int) -> SamplingParams:
        """How the n-th try at the same question is sampled: otherwise, where a seed is given."""
        seed = self.sampling.seed
        return replace(self.sampling, seed=None if seed is None else seed + number * SEED_STEP)

    def _in_bounds(self, params: SamplingParams, answer: Answer) -> SamplingParams:
        """The settings of a reference are short; one that runs on for minutes has lost its way."""
        if not self.reference:
            return params
        most = max(LEAST_TOKENS, RUN_ON * answer.expected)
        return replace(params, max_tokens=min(params.max_tokens, most))

    def _new_answer(self, emit: Emit) -> Answer:
        written = self.reference.written_bytes if self.reference else 0
        size = written or sum(map(len, self.request.files.values()))
        wanted = frozenset(self.reference.writes) if self.reference else frozenset()
        return Answer(emit, int(size / BYTES_PER_TOKEN) or TYPICAL_TOKENS, wanted)

    def _files_of(self, answer: Answer, before: dict[str, str]) -> dict[str, str] | None:
        written = {path: text for path, text in answer.parser.files.items() if text.strip()}
        if not written:
            return None
        try:
            return FileTree(before).with_files(written).as_dict()
        except FileError as error:
            answer.problem = answer.problem or Problem(code="bad-file", message=str(error))
            return None

    def _look(self, before: dict[str, str]) -> None:
        """Whether the answer can be kept at all, before anything is run."""
        answer = self.answer
        self.problem = answer.problem
        self.failed = self.problem is not None
        if not self.problem and not self.stopped:
            self.problem = remark(answer, self.files, before)
            cut = bool(answer.stopped and self.request.files and not answer.pairs)
            unusable = self.problem and self.problem.code in ("nothing-written", "bad-file")
            self.failed = cut or bool(unusable)
        # Half a page never takes the place of a whole one: it is kept as text.
        if self.failed or self.files == self.request.files or (self.stopped and self.request.files):
            self.files = None

    def improve(self) -> None:
        """Mend and run every draft, repair the best one while it fails, and end with the best."""
        expects = self._expects()
        self.drafts = [self._judged(draft, expects) for draft in self.drafts]
        self.drafts.sort(key=score)
        for attempt in range(self.workshop.repairs):
            best = self.drafts[-1]
            if not (fails(best) or lacks(best)) or self.cancelled():
                break
            anew = self.reference and fails(best) and not attempt and not self.request.files
            fixed = self._written_anew() if anew else self._repaired(best)
            if fixed is None:
                continue  # the same question may find another answer
            fixed = self._judged(fixed, expects)
            if score(fixed) > score(best):
                self.drafts.append(fixed)
            if not anew and same_faults(fixed, best):
                break
        best = self.drafts[-1]
        self.files = best.files
        ran_on = self.problem and self.problem.code in ("repetition", "length")
        if self.reference and ran_on and runs(best):
            self.problem = None  # settings that were told twice, or too many of them
        if fails(best) and best.report and not self.problem:
            fault = errors(best.report)[0]
            self.problem = Problem(
                code="page-fails",
                message=f"The page was run and does not work yet: {fault.message}",
                params={"fault": fault.message, "kind": fault.kind, "file": fault.file},
            )

    def _expects(self) -> frozenset[Expectation]:
        if self.reference:
            return self.reference.expects
        return expectations_from(self.request.prompt, self.drafts[0].files)

    def _judged(self, draft: Draft, expects: frozenset[Expectation]) -> Draft:
        return judge(draft, expects, self.workshop, self.cancelled, self.emit)

    def _written_anew(self) -> Draft | None:
        """The few settings of a reference, from the start: as quick as a repair, and not bound to
        what failed."""
        messages, before = self._asked
        self.emit(PhaseChanged(phase="repairing"))
        answer = self._new_answer(self._count_only)
        params = self._in_bounds(self._try(-1), answer)
        ask(messages, self.backend, params, answer, self.cancelled)
        self.usage = add(self.usage, answer.usage)
        files = self._files_of(answer, before)
        if files is None or self.cancelled():
            return None
        for path in answer.parser.files:
            self.emit(Write(path=path, text=files[path], opens=True))
        return self._draft(files, "repaired", messages, answer)

    def _repaired(self, draft: Draft) -> Draft | None:
        """The draft after the model wrote the piece at fault again; None when that came to
        nothing."""
        mine = self.reference.writes if self.reference else ()
        plan = plan_repair(draft, self.request.prompt, mine)
        if plan is None:
            return None
        self.emit(PhaseChanged(phase="repairing"))
        expected = max(plan.lines.count, FEW_LINES) * TOKENS_PER_LINE
        answer = Answer(self._count_only, expected, one_block=True)
        ask(plan.messages, self.backend, self.sampling, answer, self.cancelled)
        self.usage = add(self.usage, answer.usage)
        files = plan.apply(draft.files, answer.text)
        if files is None:
            return None
        self.emit(Write(path=plan.path, text=files[plan.path], opens=True))
        return self._draft(files, "repaired", plan.messages, answer)

    def _count_only(self, event: TurnEvent) -> None:
        """A repair's answer is a piece of code: only its progress is of interest."""
        if isinstance(event, Stats):
            self.emit(event)

    def result(self, checkpoint: str) -> TurnResult:
        """What came of it all."""
        kept = self.files is not None and self.files != self.request.files
        partial = self.failed or self.stopped
        answer = self.answer
        return TurnResult(
            turn=self.request.turn,
            attempt=self.request.attempt,
            status="failed" if self.failed else "cancelled" if self.stopped else "done",
            files=self.files if kept else None,
            reply="".join(answer.reply if partial and not kept else answer.said).strip(),
            problem=self.problem,
            checkpoint=checkpoint,
            usage=self.usage,
            drafts=self.drafts if kept else [],
            reference=self.reference.slug if self.reference else "",
            edits=self.edits,
        )


def _unheard(event: TurnEvent) -> None:
    """Candidates beside the first write unseen."""


def left_out(edits: list[Edited]) -> Problem | None:
    """That some of a wish's changes could not be made, though others were."""
    failed = sum(edit.outcome == "failed" for edit in edits)
    if not failed:
        return None
    return Problem(
        code="edits-failed",
        message=f"{failed} of {len(edits)} changes could not be made.",
        params={"failed": failed, "count": len(edits)},
    )


def remark(answer: Answer, files: dict[str, str] | None, before: dict[str, str]) -> Problem | None:
    """What the user should know of an answer that came to its end."""
    if answer.stopped == "repetition":
        return Problem(
            code="repetition",
            message="The model began to repeat itself and was stopped; what it wrote was kept.",
        )
    if answer.stopped == "length":
        return Problem(
            code="length",
            message=f"The page was cut at the limit of {answer.tokens} tokens.",
            params={"tokens": answer.tokens},
        )
    if answer.parser.refused:
        return Problem(code="bad-file", message=answer.parser.refused[0])
    if files is None and not "".join(answer.said).strip():
        return NOTHING_WRITTEN
    if files is not None and files == before:
        return Problem(
            code="nothing-changed",
            message="The model wrote the same page again. Say what should be different.",
        )
    return None
