"""What the workspace shows of a project, as one message."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from ide.models import Project, Revision, Turn
from ide.protocol import Author, PreviewBase, ProjectState, RevisionInfo, TurnInfo, TurnState
from workers.events import BackendStatus, Problem, Usage

MAX_TURNS = 200  # the newest that are shown
MAX_REVISIONS = 500


def project_state(project: Project, preview: PreviewBase, backend: BackendStatus) -> ProjectState:
    """The whole durable state. Files are sent for the newest revision only."""
    turns = list(project.turns.select_related("revision").order_by("-created_at")[:MAX_TURNS])
    revisions = list(project.revisions.select_related("parent").order_by("-number")[:MAX_REVISIONS])
    head = revisions[0] if revisions else None
    return ProjectState(
        project=str(project.id),
        name=project.name,
        turns=[turn_info(turn) for turn in reversed(turns)],
        revisions=[revision_info(revision) for revision in revisions],
        head=head.number if head else None,
        files=head.files if head else {},
        preview=preview,
        backend=backend,
    )


def turn_info(turn: Turn) -> TurnInfo:
    """A turn as the chat shows it."""
    revision = getattr(turn, "revision", None)
    return TurnInfo(
        id=str(turn.id),
        prompt=turn.prompt,
        status=cast(TurnState, turn.status),
        attempt=turn.attempt,
        text=turn.reply,
        problem=Problem.model_validate(turn.problem) if turn.problem else None,
        usage=Usage.model_validate(turn.usage) if turn.usage else None,
        checkpoint=turn.checkpoint,
        revision=revision.number if revision else None,
        created=turn.created_at.timestamp(),
        started=_seconds(turn.started_at),
        finished=_seconds(turn.finished_at),
    )


def revision_info(revision: Revision) -> RevisionInfo:
    """A revision as the history shows it."""
    return RevisionInfo(
        number=revision.number,
        parent=revision.parent.number if revision.parent else None,
        author=cast(Author, revision.author),
        summary=revision.summary,
        paths=sorted(revision.files),
        created=revision.created_at.timestamp(),
    )


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
