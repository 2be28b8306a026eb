"""What the workspace shows of a project, as one message."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.db.models import Exists, OuterRef, Prefetch

from ide.models import Project, Revision, Screenshot, Turn
from ide.protocol import (
    Author,
    ContextUse,
    PreviewBase,
    ProjectState,
    RevisionInfo,
    TurnInfo,
    TurnState,
)
from ide.turns import known_of, wishes_done
from workers.events import BackendStatus, Edited, Problem, Usage
from workers.grounding import title_of
from workers.packing import room_for_files
from workers.prompts import AMPLE, context_of
from workers.report import ExecutionReport, without_source

MAX_TURNS = 200  # the newest that are shown
MAX_REVISIONS = 500


def project_state(project: Project, preview: PreviewBase, backend: BackendStatus) -> ProjectState:
    """The whole durable state. Files are sent for the newest revision only."""
    own = Prefetch("revisions", Revision.objects.only("number", "turn_id"))
    turns = list(
        project.turns.select_related("instead")
        .prefetch_related(own)
        .order_by("-created_at")[:MAX_TURNS]
    )
    pictured = Exists(Screenshot.objects.filter(revision=OuterRef("pk")))
    newest = project.revisions.select_related("parent").annotate(pictured=pictured)
    revisions = list(newest.order_by("-number")[:MAX_REVISIONS])
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
        context=_context(project, turns, head, backend.window),
    )


def _context(project: Project, turns: list[Turn], head: Revision | None, window: int) -> ContextUse:
    """What a next wish's prompt takes of the window."""
    ended = [turn for turn in reversed(turns) if turn.status == Turn.Status.DONE]
    known = known_of(project, head, wishes_done(ended))
    room = room_for_files(window) if window else AMPLE
    return ContextUse(**context_of(known, room), window=window)


def turn_info(turn: Turn) -> TurnInfo:
    """A turn as the chat shows it."""
    numbers = [revision.number for revision in turn.revisions.all()]
    return TurnInfo(
        id=str(turn.id),
        prompt=turn.prompt,
        ask=turn.ask,
        element=turn.element,
        instead=str(turn.instead_id) if turn.instead_id else None,
        status=cast(TurnState, turn.status),
        attempt=turn.attempt,
        text=turn.reply,
        problem=Problem.model_validate(turn.problem) if turn.problem else None,
        usage=Usage.model_validate(turn.usage) if turn.usage else None,
        checkpoint=turn.checkpoint,
        reference=turn.reference,
        reference_title=title_of(turn.reference),
        edits=[Edited.model_validate(edit) for edit in turn.edits],
        revision=max(numbers, default=None),
        created=turn.created_at.timestamp(),
        started=_seconds(turn.started_at),
        finished=_seconds(turn.finished_at),
    )


def revision_info(revision: Revision) -> RevisionInfo:
    """A revision as the history shows it."""
    return RevisionInfo(
        number=revision.number,
        parent=revision.parent.number if revision.parent else None,
        turn=str(revision.turn_id) if revision.turn_id else None,
        author=cast(Author, revision.author),
        origin=revision.origin,
        report=_report(revision),
        mends=revision.mends,
        pictured=getattr(revision, "pictured", False),
        summary=revision.summary,
        paths=sorted(revision.files),
        created=revision.created_at.timestamp(),
    )


def _report(revision: Revision) -> ExecutionReport | None:
    if revision.report is None:
        return None
    return without_source(ExecutionReport.model_validate(revision.report))


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
