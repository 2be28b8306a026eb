"""Every message between the browser and the studio, both ways.

`manage.py protocol_ts` writes frontend/src/protocol.ts from here; a test keeps it fresh.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from workers.events import MAX_CANDIDATES, BackendStatus, Edited, Frozen, Problem, TurnEvent, Usage
from workers.report import ExecutionReport

MAX_PROMPT_CHARS = 16_000
MAX_ELEMENT_CHARS = 1_000
MAX_MESSAGE_BYTES = 64 * 1024
MAX_SEQ = 2**53 - 1  # a browser counts no further, and the broker's numbers end at 2**64

TurnState = Literal["queued", "running", "done", "failed", "cancelled"]
Author = Literal["model", "hand", "restore"]


class TurnInfo(Frozen):
    """A turn as the chat shows it. `ask`: it was a question; `instead`: the earlier turn that it
    takes the place of; `element`: the element that it is about, as its source. `text` is the reply
    (partial text if it failed), `reference` the starter that it built on, or "", and
    `reference_title` its title by language; `edits` the search/replace pairs by which it changed
    the files."""

    id: str
    prompt: str
    ask: bool
    instead: str | None
    element: str
    status: TurnState
    attempt: int
    text: str
    problem: Problem | None
    usage: Usage | None
    checkpoint: str
    reference: str
    reference_title: dict[str, str]
    edits: list[Edited]
    revision: int | None
    created: float
    started: float | None
    finished: float | None


class RevisionInfo(Frozen):
    """A revision as the history shows it; `number` counts from 1 within the project.

    `origin` says which of a turn's drafts it was, "" for other authors. `report` is how it ran
    (None: not yet), `pictured` whether there are screenshots: `shots` in the workspace's boot
    data, with the number and the screen filled in.
    """

    number: int
    parent: int | None
    turn: str | None
    author: Author
    origin: str
    report: ExecutionReport | None
    mends: list[str]
    pictured: bool
    summary: str
    paths: list[str]
    created: float


class PreviewBase(Frozen):
    """Where previews live. Documents are `{url}r/{revision}/{path}` and `{url}t/{turn}/`.

    `fallback` is tried when the frame never says hello. `isolated` is false on a plain LAN
    address, where the frame shares its process with the studio.
    """

    url: str
    fallback: str | None
    isolated: bool


class ContextUse(Frozen):
    """About how many tokens the next prompt takes before the wish, and how many fit in all (0: not
    known)."""

    rules: int
    files: int
    talk: int
    window: int


class ProjectState(Frozen):
    """Everything the workspace shows that is durable. Times are seconds since 1970."""

    kind: Literal["state"] = "state"
    project: str
    name: str
    turns: list[TurnInfo]
    revisions: list[RevisionInfo]
    head: int | None
    files: dict[str, str]
    preview: PreviewBase
    backend: BackendStatus
    context: ContextUse


class NumberedEvent(Frozen):
    """A turn's event and its number in the log. Merged text carries the last number it covers."""

    seq: int
    event: TurnEvent


class Events(Frozen):
    """Live events of one turn, in order, none missing since the last batch."""

    kind: Literal["events"] = "events"
    turn: str
    events: list[NumberedEvent]


class QueuePosition(Frozen):
    """How many turns are before this one; 0 means it is next."""

    kind: Literal["queue"] = "queue"
    turn: str
    ahead: int


class BackendChanged(Frozen):
    """The backend's state changed."""

    kind: Literal["backend"] = "backend"
    status: BackendStatus


class RevisionFiles(Frozen):
    """The files of one revision, as asked for by `open`."""

    kind: Literal["files"] = "files"
    revision: int
    files: dict[str, str]


class Refused(Frozen):
    """A message could not be carried out; `ref` is the client's id for it, if it had one."""

    kind: Literal["refused"] = "refused"
    problem: Problem
    ref: str | None = None


ServerMessage = Annotated[
    ProjectState | Events | QueuePosition | BackendChanged | RevisionFiles | Refused,
    Field(discriminator="kind"),
]


class Follow(Frozen):
    """First message of every connection: the turn whose end was not seen yet, if any, and the
    number of the last event that was. The rest of it follows, even if it has ended since."""

    kind: Literal["follow"] = "follow"
    turn: str | None = None
    seq: int = Field(default=0, ge=0, le=MAX_SEQ)


class Prompt(Frozen):
    """A wish. `ref` is made by the client once per wish: sent twice, it starts one turn.
    `candidates`: pages to write, of which the best is kept; 0: as the studio is set. `ask`: it is a
    question, answered in words. `instead`: the earlier turn that it takes the place of: it starts
    from what the project was before that. `element`: the element of the page that it is about, as its
    source."""

    kind: Literal["prompt"] = "prompt"
    text: str
    ref: str = Field(min_length=8, max_length=64)
    candidates: int = Field(default=0, ge=0, le=MAX_CANDIDATES)
    ask: bool = False
    instead: str | None = None
    element: str = Field(default="", max_length=MAX_ELEMENT_CHARS)


class Stop(Frozen):
    """Stop a turn; what was written is kept."""

    kind: Literal["stop"] = "stop"
    turn: str


class Retry(Frozen):
    """Run a failed or cancelled turn's wish again, as a new turn."""

    kind: Literal["retry"] = "retry"
    turn: str
    ref: str = Field(min_length=8, max_length=64)


class Restore(Frozen):
    """Make an earlier revision the newest, as a new revision."""

    kind: Literal["restore"] = "restore"
    revision: int


class Open(Frozen):
    """Ask for the files of a revision."""

    kind: Literal["open"] = "open"
    revision: int


class Rename(Frozen):
    """Give the project another name."""

    kind: Literal["rename"] = "rename"
    name: str


class Ack(Frozen):
    """Events up to `seq` of `turn` were drawn. A client that stops acking is not sent more."""

    kind: Literal["ack"] = "ack"
    turn: str
    seq: int = Field(ge=0, le=MAX_SEQ)


ClientMessage = Annotated[
    Follow | Prompt | Stop | Retry | Restore | Open | Rename | Ack, Field(discriminator="kind")
]

client_message: TypeAdapter[ClientMessage] = TypeAdapter(ClientMessage)
server_message: TypeAdapter[ServerMessage] = TypeAdapter(ServerMessage)


class SaveRequest(Frozen):
    """Body of `POST /p/<project>/save/`: the whole project as edited by hand, on revision `base`."""

    base: int | None
    files: dict[str, str]


class SaveReply(Frozen):
    """Answer to a save: the new revision's number, or the problem (status 4xx)."""

    revision: int | None
    problem: Problem | None = None


class ProbeMessage(Frozen):
    """One line the probe inside a preview reports to the workspace, by postMessage."""

    atelier: Literal["probe"] = "probe"
    kind: Literal["hello", "beat", "error", "console", "load-failed", "storage", "picked"]
    level: Literal["log", "info", "warn", "error"] = "log"
    text: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
