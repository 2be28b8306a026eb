"""The verbs: everything that changes a project goes through here. The only writer."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from ide.models import Project, Revision, Turn, User
from ide.protocol import MAX_PROMPT_CHARS
from ide.revisions import Refusal as Refusal
from ide.revisions import base_of, clean, commit_drafts, first_instead
from ide.revisions import find_revision as find_revision
from workers.app_settings import LLM_QUEUE, make_sender
from workers.diffs import diff_of
from workers.event_log import EventLog
from workers.events import (
    Draft,
    Ended,
    GenerateRequest,
    PastTurn,
    Problem,
    TurnStatus,
)

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
MAX_WAITING = 20  # wishes waiting in one project
LOST_MESSAGE_SECONDS = 20  # after which a queued turn without a message is queued again
NAME_CHARS = 48
event_log = EventLog(settings.CONFIG.redis_url)
sender = make_sender(settings.CONFIG)


def projects_of(owner: User) -> QuerySet[Project]:
    """The projects a person may see."""
    return Project.objects.filter(owner=owner)


def check_prompt(text: str) -> str:
    """The wish without surrounding blanks. Raises `Refusal` when empty or too long."""
    prompt = text.replace("\x00", "").replace("\r\n", "\n").strip()  # forms send \r\n
    if not prompt:
        raise Refusal("prompt-empty", "Say what you want to make.")
    if len(prompt) > MAX_PROMPT_CHARS:
        raise Refusal(
            "prompt-too-large",
            f"A wish has at most {MAX_PROMPT_CHARS:,} characters; this one has {len(prompt):,}.",
            limit=MAX_PROMPT_CHARS,
            length=len(prompt),
        )
    return prompt


def create_project(owner: User, prompt: str, ref: str, candidates: int = 0) -> Project:
    """A new project with its first turn under way. Raises `Refusal`."""
    prompt = check_prompt(prompt)
    project = Project.objects.create(owner=owner, name=_name_from(prompt))
    start_turn(project, prompt, ref, candidates)
    return project


def start_turn(
    project: Project,
    prompt: str,
    ref: str,
    candidates: int = 0,
    ask: bool = False,
    instead: str | None = None,
    element: str = "",
) -> Turn:
    """A new turn; the same `ref` again gives the same turn. Raises `Refusal`.

    `candidates`: pages to write, 0 as set; `ask`: only answer; `instead`: the earlier turn whose
    place it takes; `element`: what it is about, as its source.
    """
    prompt = check_prompt(prompt)
    earlier = _turn(project, instead) if instead else None
    waiting = project.turns.exclude(status__in=Turn.FINAL).count()
    if waiting > MAX_WAITING:
        raise Refusal(
            "too-many-wishes", "Wait until some of your wishes are done.", waiting=waiting
        )
    try:
        with transaction.atomic():
            turn = Turn.objects.create(
                project=project,
                prompt=prompt,
                ref=ref,
                candidates=candidates,
                ask=ask,
                instead=earlier,
                element=clean(element),
            )
    except IntegrityError:
        return Turn.objects.get(project=project, ref=ref)
    project.save(update_fields=["updated_at"])
    enqueue_next(project)
    wake(project)
    return turn


def retry_turn(project: Project, turn_id: str, ref: str) -> Turn:
    """The wish of an ended turn again, as a new turn: in its place, where nothing came after what
    it made. Raises `Refusal`."""
    turn = _turn(project, turn_id)
    if turn.status not in Turn.FINAL:
        raise Refusal("turn-running", "This wish is still being worked on.")
    head = project.head
    instead = turn_id if head and head.turn_id == turn.pk else None
    return start_turn(project, turn.prompt, ref, turn.candidates, turn.ask, instead, turn.element)


def stop_turn(project: Project, turn_id: str) -> None:
    """Ask a turn to stop; one that no worker has taken is over at once."""
    turn = _turn(project, turn_id)
    event_log.cancel(str(turn.id))
    if turn.status == Turn.Status.QUEUED and not event_log.liveness(str(turn.id)).attempt:
        _end(turn, "cancelled", None)


def enqueue_next(project: Project) -> None:
    """Send the project's oldest unfinished turn to the workers, if it was not sent yet.

    One turn of a project runs at a time: the next one builds on what it leaves.
    """
    turn = project.turns.exclude(status__in=Turn.FINAL).order_by("created_at").first()
    if turn and turn.status == Turn.Status.QUEUED and turn.enqueued_at is None:
        claimed = Turn.objects.filter(pk=turn.pk, enqueued_at=None).update(
            enqueued_at=timezone.now()
        )
        if claimed:
            transaction.on_commit(lambda: enqueue(turn))


def enqueue(turn: Turn) -> None:
    """Send a turn to the workers. With the broker away it stays queued: the sweeper sends it."""
    try:
        sender.send_task(
            "workers.tasks.generate",
            args=[build_request(turn).model_dump(mode="json")],
            queue=LLM_QUEUE,
            retry=False,
        )
    except OperationalError as error:
        log.warning("Turn %s waits for the broker: %s", turn.id, error)


def build_request(turn: Turn) -> GenerateRequest:
    """What the worker needs: the wish, the files it starts from, the conversation before it."""
    known = known_of(turn.project, base_of(turn), _past(turn))
    wish = {"turn": str(turn.id), "attempt": turn.attempt, "prompt": turn.prompt, "ask": turn.ask}
    chosen = {"candidates": turn.candidates, "element": turn.element}
    return known.model_copy(update={**wish, **chosen})


def known_of(project: Project, head: Revision | None, past: Sequence[Turn]) -> GenerateRequest:
    """The part of a request that is known before there is a wish."""
    return GenerateRequest(
        turn="",
        attempt=0,
        prompt="",
        files=head.files if head else {},
        by_hand=_by_hand(project, head),
        history=[PastTurn(prompt=t.prompt, reply=t.reply[:500]) for t in past],
        reference=next((t.reference for t in reversed(past) if t.reference), ""),
    )


def wishes_done(turns: Iterable[Turn]) -> list[Turn]:
    """Of turns, oldest first, the wishes that led to what there is now."""
    past: list[Turn] = []
    for one in turns:
        if one.instead:
            since = first_instead(one).created_at
            past = [earlier for earlier in past if earlier.created_at < since]
        if one.status == Turn.Status.DONE and not one.ask:
            past.append(one)
    return past


def _past(turn: Turn) -> list[Turn]:
    """The wishes that led to what the turn starts from, oldest first."""
    ended = turn.project.turns.filter(status=Turn.Status.DONE, created_at__lt=turn.created_at)
    return [one for one in wishes_done([*ended, turn]) if one.pk != turn.pk]


def _by_hand(project: Project, head: Revision | None) -> str:
    """What people changed since the model's last revision, as a diff."""
    if head is None or head.author != Revision.Author.HAND:
        return ""
    written = project.revisions.filter(author=Revision.Author.MODEL).order_by("number").last()
    return diff_of(written.files, head.files) if written else ""


def mark_started(turn_id: str, attempt: int) -> None:
    """A worker took the turn."""
    changed = Turn.objects.filter(pk=turn_id, attempt=attempt, status=Turn.Status.QUEUED).update(
        status=Turn.Status.RUNNING, started_at=timezone.now()
    )
    if changed:
        wake(Turn.objects.select_related("project").get(pk=turn_id).project)


def record_turn(turn_id: str) -> None:
    """Commit what came of a turn. Called twice, or for a turn that has not ended: harmless."""
    result = event_log.liveness(turn_id).result
    turn = Turn.objects.select_related("project").filter(pk=turn_id).first()
    if result is None or turn is None:
        return
    with transaction.atomic():
        changed = (
            Turn.objects.filter(pk=turn_id)
            .exclude(status__in=Turn.FINAL)
            .update(
                status=result.status,
                attempt=result.attempt,
                reply=clean(result.reply),
                problem=result.problem.model_dump() if result.problem else None,
                usage=result.usage.model_dump(),
                checkpoint=result.checkpoint,
                reference=result.reference,
                edits=[edit.model_dump() for edit in result.edits],
                finished_at=timezone.now(),
            )
        )
        if not changed:
            return
        if result.files is not None:
            drafts = result.drafts or [Draft(files=result.files)]
            title = commit_drafts(turn, drafts, result.checkpoint)
            if title and not turn.project.named_by_hand:
                turn.project.name = title[:NAME_CHARS]
                turn.project.save(update_fields=["name", "updated_at"])
    enqueue_next(turn.project)
    wake(turn.project)


def rename(project: Project, name: str) -> None:
    """Give the project a name. Raises `Refusal` when it is blank."""
    name = " ".join(clean(name).split())
    if not name:
        raise Refusal("name-empty", "A project needs a name.")
    project.name, project.named_by_hand = name[:120], True
    project.save(update_fields=["name", "named_by_hand", "updated_at"])
    wake(project)


def delete_project(project: Project) -> None:
    """Delete a project with all its revisions; a running turn is stopped."""
    for turn in project.turns.exclude(status__in=Turn.FINAL):
        _quietly(lambda turn=turn: event_log.cancel(str(turn.id)))
    project.delete()


def queue_position(turn: Turn) -> int:
    """How many turns are before this one and not yet taken by a worker."""
    return Turn.objects.filter(
        status=Turn.Status.QUEUED, enqueued_at__isnull=False, created_at__lt=turn.created_at
    ).count()


def sweep() -> None:
    """Find turns that fell silent, and queue them again or fail them. Safe to run anywhere."""
    open_turns = Turn.objects.exclude(status__in=Turn.FINAL).select_related("project")
    queued = open_turns.filter(status=Turn.Status.QUEUED, enqueued_at__isnull=False).count()
    waiting = event_log.queued(LLM_QUEUE)
    for turn in open_turns.order_by("created_at"):
        _sweep_turn(turn, messages_lost=waiting < queued)


def _sweep_turn(turn: Turn, messages_lost: bool) -> None:
    alive = event_log.liveness(str(turn.id))
    if alive.result:
        record_turn(str(turn.id))
    elif turn.enqueued_at is None:
        enqueue_next(turn.project)
    elif alive.leased:
        mark_started(str(turn.id), alive.attempt)
    elif alive.attempt >= turn.attempt or turn.status == Turn.Status.RUNNING:
        _again(turn)
    elif messages_lost and timezone.now() - turn.enqueued_at > timedelta(
        seconds=LOST_MESSAGE_SECONDS
    ):
        Turn.objects.filter(pk=turn.pk).update(enqueued_at=timezone.now())
        enqueue(turn)


def _again(turn: Turn) -> None:
    """A worker fell silent in the middle: another attempt, or the end."""
    if event_log.cancelled([str(turn.id)]):
        _end(turn, "cancelled", None)
        return
    if turn.attempt >= MAX_ATTEMPTS:
        _end(
            turn,
            "failed",
            Problem(
                code="worker-lost",
                message="The worker died while it was writing this, "
                f"{MAX_ATTEMPTS} times. What it wrote last was kept.",
                params={"attempts": MAX_ATTEMPTS},
            ),
        )
        return
    claimed = Turn.objects.filter(pk=turn.pk, attempt=turn.attempt, status=turn.status).update(
        attempt=turn.attempt + 1, status=Turn.Status.QUEUED, enqueued_at=timezone.now()
    )
    if claimed:
        turn.refresh_from_db()
        log.warning("Turn %s lost its worker; attempt %s.", turn.id, turn.attempt)
        enqueue(turn)
        wake(turn.project)


def _end(turn: Turn, status: TurnStatus, problem: Problem | None) -> None:
    """End a turn that no worker will end, keeping what it wrote."""
    text = event_log.text(str(turn.id))
    event_log.close_turn(str(turn.id), Ended(status=status, problem=problem), turn.attempt)
    Turn.objects.filter(pk=turn.pk).exclude(status__in=Turn.FINAL).update(
        status=status,
        reply=clean(text),
        problem=problem.model_dump() if problem else None,
        finished_at=timezone.now(),
    )
    enqueue_next(turn.project)
    wake(turn.project)


def wake(project: Project) -> None:
    """Tell everyone who looks at the project; without a broker they look again by themselves."""
    transaction.on_commit(lambda: _quietly(lambda: event_log.wake(str(project.id))))


def _quietly(call: Any) -> None:
    import redis

    try:
        call()
    except redis.RedisError as error:
        log.warning("The broker is away: %s", error)


def _turn(project: Project, turn_id: str) -> Turn:
    from django.core.exceptions import ValidationError

    try:
        return project.turns.get(pk=turn_id)
    except (Turn.DoesNotExist, ValidationError):
        raise Refusal("turn-missing", "This wish is not part of the project.") from None


def _name_from(prompt: str) -> str:
    line = " ".join(prompt.split())
    return line if len(line) <= NAME_CHARS else line[: NAME_CHARS - 1].rstrip() + "…"
