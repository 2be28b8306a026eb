"""The web side's Celery application: `celery -A ide.celery worker -P threads -Q web`."""

from __future__ import annotations

import logging
import os
import threading
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ide.settings")

import django
from celery import Celery, bootsteps
from django.conf import settings

from workers.app_settings import WEB_QUEUE, celery_settings

log = logging.getLogger(__name__)

SWEEP_SECONDS = 5


class Sweeper(bootsteps.StartStopStep):  # type: ignore[misc]  # celery has no types
    """Looks for silent turns every few seconds, in a thread of the web worker.

    Not Celery's beat: no second process, no schedule file, and it goes on while the broker
    is away. Several web workers may sweep at once: the verbs compare and swap.
    """

    def __init__(self, parent: Any, **options: Any) -> None:
        super().__init__(parent, **options)
        self._closing = threading.Event()

    def start(self, parent: Any) -> None:
        """Begin sweeping."""
        threading.Thread(target=self._run, name="sweeper", daemon=True).start()

    def stop(self, parent: Any) -> None:
        """End at the next look."""
        self._closing.set()

    def _run(self) -> None:
        from django.db import close_old_connections

        from ide import turns

        while not self._closing.wait(SWEEP_SECONDS):
            close_old_connections()
            try:
                turns.sweep()
            except Exception as error:  # the broker or the database is away: look again later
                log.warning("The sweep was broken off: %s", error)


django.setup()
app = Celery("ide")
app.conf.update(celery_settings(settings.CONFIG, WEB_QUEUE))
app.conf.include = ["ide.tasks"]
app.steps["worker"].add(Sweeper)
