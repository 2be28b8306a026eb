"""The workers' Celery application: `celery -A workers.app worker -P threads -Q llm`."""

from __future__ import annotations

import threading
from typing import Literal

from celery import Celery
from celery.signals import worker_init, worker_shutdown
from kombu.exceptions import OperationalError

from workers.app_settings import LLM_QUEUE, WEB_QUEUE, celery_settings
from workers.config import Config, load_config
from workers.event_log import patiently
from workers.host import BackendHost
from workers.tasks import Generate


def make_app(config: Config) -> Celery:
    """The application with its task and, once the worker starts, its backend."""
    app = Celery("workers", fixups=[])  # no Django here, whatever the environment says
    app.conf.update(celery_settings(config, LLM_QUEUE))

    def notify(what: Literal["started", "ended"], turn: str, attempt: int) -> None:
        def send() -> None:
            try:
                app.send_task(
                    f"ide.tasks.turn_{what}", args=[turn, attempt], queue=WEB_QUEUE, retry=False
                )
            except OperationalError as error:
                raise ConnectionError(str(error)) from error

        # Not in the turn's way: the sweeper finds what is not told.
        threading.Thread(target=lambda: patiently(send), name="notify", daemon=True).start()

    host = BackendHost(config, notify)
    app.register_task(Generate(host))
    worker_init.connect(lambda **_: host.start(), weak=False)
    worker_shutdown.connect(lambda **_: host.close(), weak=False)
    return app


app = make_app(load_config())
