"""What a worker says while a turn runs, and what it hands back when the turn has ended.

Events are the live path: they are appended to the turn's log, numbered from 1 without a
gap, and only drawn by the browser. `TurnResult` is the durable path: the web side commits it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workers.frozen import Frozen as Frozen
from workers.frozen import Problem as Problem
from workers.report import ExecutionReport

MAX_CANDIDATES = 4  # that one wish may ask for

Phase = Literal["loading", "reading", "writing", "running", "repairing"]
TurnStatus = Literal["done", "failed", "cancelled"]


class Usage(Frozen):
    """Token counts of a turn (tokens) and its speed."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    prompt_seconds: float = 0.0
    completion_seconds: float = 0.0

    @property
    def tokens_per_second(self) -> float:
        """Decode speed, tokens per second; 0 when nothing was decoded."""
        return self.completion_tokens / self.completion_seconds if self.completion_seconds else 0.0


class Started(Frozen):
    """An attempt began. A later attempt starts over: viewers drop what earlier ones wrote."""

    kind: Literal["started"] = "started"
    attempt: int
    checkpoint: str


class PhaseChanged(Frozen):
    """What the worker is doing now: loading the model, reading the prompt, writing, running the
    page to see whether it works, repairing what failed."""

    kind: Literal["phase"] = "phase"
    phase: Phase


class Prefill(Frozen):
    """How much of the prompt the model has read, in tokens."""

    kind: Literal["prefill"] = "prefill"
    processed: int
    total: int
    cached: int


class Say(Frozen):
    """Text of the reply that belongs to the conversation."""

    kind: Literal["say"] = "say"
    text: str


class Write(Frozen):
    """Text of the reply that belongs to a file; `opens` says that the file starts anew."""

    kind: Literal["write"] = "write"
    path: str
    text: str
    opens: bool = False


EditOutcome = Literal["applied", "loosely", "failed"]
EditFault = Literal[
    "broken-off",
    "no-divider",
    "empty",
    "same",
    "elided",
    "no-file",
    "not-found",
    "several",
    "breaks",
]


class Edited(Frozen):
    """A search/replace pair of the reply was put into a file, exactly or loosely, or failed.

    `line` is where its first line stands now, `lines` how many it put there; `why` says why it
    failed.
    """

    kind: Literal["edited"] = "edited"
    path: str
    outcome: EditOutcome
    line: int = 0
    lines: int = 0
    why: EditFault | None = None


class Referenced(Frozen):
    """The turn builds on a reference: a starter's name, and its title by language."""

    kind: Literal["referenced"] = "referenced"
    reference: str
    title: dict[str, str]


class Judged(Frozen):
    """The page as it stands was run. The report's faults come without their source lines."""

    kind: Literal["judged"] = "judged"
    report: ExecutionReport


class Stats(Frozen):
    """Progress: tokens written so far, tokens per second, seconds left (an estimate)."""

    kind: Literal["stats"] = "stats"
    tokens: int
    tokens_per_second: float
    seconds_left: float | None = None


class Ended(Frozen):
    """The last event of a turn; exactly one."""

    kind: Literal["ended"] = "ended"
    status: TurnStatus
    problem: Problem | None = None
    usage: Usage = Usage()


TurnEvent = Annotated[
    Started | PhaseChanged | Prefill | Say | Write | Edited | Referenced | Judged | Stats | Ended,
    Field(discriminator="kind"),
]


class PastTurn(Frozen):
    """An earlier wish of the conversation and what came of it, in a sentence."""

    prompt: str
    reply: str


class GenerateRequest(Frozen):
    """Everything a worker needs to run one attempt of a turn.

    `files` is the project as it stands (path -> text); `history` is oldest first; `reference` is
    the starter that the project builds on, "" for none; `candidates` how many pages to write, of
    which the best is kept, 0 for as many as the settings say; `by_hand` what people changed since
    the last turn, as a unified diff. `ask`: the prompt is a question, to be answered in words;
    `element` the element of the page that it is about, as its source, "" for none.
    """

    turn: str
    attempt: int
    prompt: str
    files: dict[str, str] = Field(default_factory=dict)
    history: list[PastTurn] = Field(default_factory=list)
    reference: str = ""
    candidates: int = Field(default=0, ge=0, le=MAX_CANDIDATES)
    by_hand: str = ""
    ask: bool = False
    element: str = ""


DraftOrigin = Literal["written", "candidate", "repaired"]


class Draft(Frozen):
    """A state of the project that a turn came to, and how it ran.

    `files` is the whole project; `mends` names what was mended in it without the model;
    `screenshots` are JPEG images in base64, by name (desktop, phone). `prompt`, `completion` and
    `sampling` are what the model was asked, said, and drawn with: a rollout.
    """

    files: dict[str, str]
    origin: DraftOrigin = "written"
    report: ExecutionReport | None = None
    screenshots: dict[str, str] = Field(default_factory=dict)
    mends: list[str] = Field(default_factory=list)
    prompt: list[dict[str, str]] = Field(default_factory=list)
    completion: str = ""
    sampling: dict[str, float | int | None] = Field(default_factory=dict)


class TurnResult(Frozen):
    """What came of one attempt. `files` is the whole project after it, or None if unchanged.

    `drafts` are the states on the way, oldest first; the last one is what `files` holds.
    `reference` is the starter the turn built on, "" for none. `edits` are the pairs by which a
    further wish changed the files, in order.
    """

    turn: str
    attempt: int
    status: TurnStatus
    files: dict[str, str] | None = None
    reply: str = ""
    problem: Problem | None = None
    checkpoint: str = ""
    usage: Usage = Usage()
    drafts: list[Draft] = Field(default_factory=list)
    reference: str = ""
    edits: list[Edited] = Field(default_factory=list)


BackendState = Literal["missing", "loading", "ready", "failed"]


class BackendStatus(Frozen):
    """How the language model is: shown in the interface's status line.

    `missing`: no worker answers. `loading`: weights are being read. `failed`: `problem` says why.
    """

    state: BackendState
    backend: str = ""
    checkpoint: str = ""
    slots: int = 0
    active: int = 0
    window: int = 0
    loading_seconds: float = 0.0
    problem: Problem | None = None
