"""Revisions: append-only snapshots of a project, each with how it ran."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from ide.models import Project, Revision, Rollout, Screenshot, Turn
from workers.events import Draft, Problem
from workers.files import FileError, FileTree, find_entry
from workers.report import ExecutionReport

_TITLE = re.compile(r"<title[^>]*>([^<]{2,200})</title>", re.IGNORECASE)


class Refusal(Exception):
    """A wish of the user that cannot be carried out; `problem` says why in words."""

    def __init__(self, code: str, message: str, **params: str | int | float) -> None:
        super().__init__(message)
        self.problem = Problem(code=code, message=message, params=params)


def add_revision(
    project: Project,
    author: Revision.Author,
    files: dict[str, str],
    summary: str,
    turn: Turn | None = None,
    draft: Draft | None = None,
    *,
    branches: bool = False,
    parent: Revision | None = None,
) -> Revision:
    """Append a revision; `draft` is what a turn made of it. It was made from the newest one, or
    where it `branches` from `parent`, None for nothing.

    Raises `Refusal` when the files are not acceptable.
    """
    try:
        FileTree(files)
    except FileError as error:
        raise Refusal("bad-file", str(error)) from error
    with transaction.atomic():
        Project.objects.select_for_update().get(pk=project.pk)
        last = project.revisions.aggregate(last=Max("number"))["last"] or 0
        return Revision.objects.create(
            project=project,
            number=last + 1,
            parent=parent if branches else project.revisions.filter(number=last).first(),
            turn=turn,
            author=author,
            origin=draft.origin if draft else "",
            mends=draft.mends if draft else [],
            summary=clean(summary)[:200],
            files=files,
        )


def first_instead(turn: Turn) -> Turn:
    """The turn whose place it takes in the end, itself where it takes none."""
    while turn.instead:
        turn = turn.instead
    return turn


def base_of(turn: Turn) -> Revision | None:
    """The revision that a turn starts from: the newest, or the one before the turn whose place it
    takes; None for an empty project."""
    if not turn.instead:
        return turn.project.head
    since = first_instead(turn).created_at
    return turn.project.revisions.filter(created_at__lt=since).order_by("-number").first()


def find_revision(project: Project, number: int) -> Revision:
    """The project's revision of that number. Raises `Refusal`."""
    revision = project.revisions.filter(number=number).first()
    if revision is None:
        raise Refusal("revision-missing", f"There is no revision {number}.", revision=number)
    return revision


def commit_drafts(turn: Turn, drafts: Sequence[Draft], checkpoint: str) -> str:
    """Append what a turn came to, oldest first, each with its report; at least one draft.

    Returns the last page's title, "" for none. Raises `Refusal`.
    """
    branches = turn.instead is not None
    parent = base_of(turn) if branches else None
    for draft in drafts:
        files = {path: clean(text) for path, text in draft.files.items()}
        revision = add_revision(
            turn.project,
            Revision.Author.MODEL,
            files,
            turn.prompt[:200],
            turn=turn,
            draft=draft,
            branches=branches,
            parent=parent,
        )
        branches = False  # the next draft was made from this one
        if draft.report:
            keep_report(revision, draft.report, draft.screenshots)
        if draft.completion:
            _keep_rollout(turn, draft, checkpoint)
    return _title(files, draft.report)


def _title(files: dict[str, str], report: ExecutionReport | None) -> str:
    """The page's title, as it was when it ran, else as it is written; "" for none."""
    entry = find_entry(set(files))
    written = _TITLE.search(files[entry]) if entry else None
    title = (report.title if report else "") or (written[1] if written else "")
    return " ".join(clean(title).split())


def keep_report(revision: Revision, report: ExecutionReport, images: dict[str, str]) -> None:
    """Store how a revision ran, and what it looked like (JPEG in base64 by screen)."""
    revision.report = json.loads(clean(report.model_dump_json()))
    revision.save(update_fields=["report"])
    for screen in Screenshot.Screen.values:
        if screen in images:
            Screenshot.objects.update_or_create(
                revision=revision,
                screen=screen,
                defaults={"image": base64.b64decode(images[screen])},
            )


def _keep_rollout(turn: Turn, draft: Draft, checkpoint: str) -> None:
    report = draft.report
    Rollout.objects.create(
        turn=turn,
        origin=draft.origin,
        prompt=[{key: clean(text) for key, text in message.items()} for message in draft.prompt],
        completion=clean(draft.completion),
        reward=report.score if report and report.verdict != "unchecked" else None,
        parts=report.parts if report else {},
        verdict=report.verdict if report else "",
        checkpoint=checkpoint,
        sampling=draft.sampling,
    )


def clean(text: str) -> str:
    """Text that every database takes: no NUL, no lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
