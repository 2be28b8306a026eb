"""Having revisions run that no turn made: those that people made by hand or restored."""

from __future__ import annotations

import base64
import logging
import uuid

import redis
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from ide.models import Revision, Screenshot
from ide.revisions import keep_report
from ide.turns import sender, wake
from workers.app_settings import CHECK_QUEUE
from workers.browser import expectations_from
from workers.check_client import TASK
from workers.check_queue import CheckQueue
from workers.report import CheckRequest

log = logging.getLogger(__name__)

WANTED_SECONDS = 600  # after which a check that nobody made is not made any more
queue = CheckQueue(settings.CONFIG.redis_url)


def request_check(revision: Revision) -> None:
    """Have a revision run, once it is committed. Without a broker it stays unchecked."""
    if settings.CONFIG.check:
        transaction.on_commit(lambda: _send(revision))


def _send(revision: Revision) -> None:
    turn = revision.project.turns.order_by("created_at").first()
    request = CheckRequest(
        id=uuid.uuid4().hex,
        revision=revision.pk,
        files=revision.files,
        expects=sorted(expectations_from(turn.prompt if turn else "", revision.files)),
    )
    try:
        queue.want(request.id, WANTED_SECONDS)
        arguments = [request.model_dump(mode="json")]
        sender.send_task(TASK, args=arguments, queue=CHECK_QUEUE, retry=False)
    except (redis.RedisError, OperationalError) as error:
        log.warning("Revision %s is not checked: %s", revision.pk, error)


def record_check(revision_id: int, check: str) -> None:
    """Keep what came of a check. Called twice, or for a revision that is gone: harmless."""
    checked = queue.wait(check, 1)
    queue.forget(check)
    revision = Revision.objects.select_related("project").filter(pk=revision_id).first()
    if checked is None or revision is None or checked.report.verdict == "unchecked":
        return
    images = {name: base64.b64encode(data).decode() for name, data in checked.screenshots.items()}
    with transaction.atomic():
        keep_report(revision, checked.report, images)
    wake(revision.project)


def copy_report(old: Revision, new: Revision) -> None:
    """A restored revision ran as the one it was made from did."""
    if old.report is None:
        request_check(new)
        return
    new.report = old.report
    new.save(update_fields=["report"])
    for shot in old.screenshots.all():
        Screenshot.objects.create(revision=new, screen=shot.screen, image=shot.image)
