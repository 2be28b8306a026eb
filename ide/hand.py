"""What people do to a project themselves: edit it, bring an earlier revision back."""

from __future__ import annotations

from django.db import transaction

from ide.checks import copy_report, request_check
from ide.models import Project, Revision
from ide.revisions import Refusal, add_revision, clean, find_revision
from ide.turns import wake


def save_by_hand(project: Project, files: dict[str, str], on: int | None = None) -> Revision:
    """The project as someone edited it, as a new revision; unchanged files make none.

    `on` is the number of the revision that was edited, 0 for none, None for whichever is newest.
    Raises `Refusal` when there is a newer one, or the files are not acceptable.
    """
    files = {path: clean(text) for path, text in files.items()}
    with transaction.atomic():
        Project.objects.select_for_update().get(pk=project.pk)
        head = project.head
        if on is not None and on != (head.number if head else 0):
            raise Refusal(
                "revision-newer",
                "The project has changed since you began to edit. Your changes are kept here: "
                "look at the newest revision, then save again.",
            )
        before = head.files if head else {}
        if head and before == files:
            return head
        changed = sorted(p for p in before.keys() | files.keys() if before.get(p) != files.get(p))
        revision = add_revision(project, Revision.Author.HAND, files, ", ".join(changed))
        request_check(revision)
    project.save(update_fields=["updated_at"])
    wake(project)
    return revision


def restore(project: Project, number: int) -> Revision:
    """An earlier revision's files as a new revision. Raises `Refusal`."""
    old = find_revision(project, number)
    revision = add_revision(project, Revision.Author.RESTORE, old.files, str(number))
    copy_report(old, revision)
    project.save(update_fields=["updated_at"])
    wake(project)
    return revision
