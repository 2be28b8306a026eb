"""What both of Atelier's Celery applications share."""

from __future__ import annotations

from typing import Any

from celery import Celery

from workers.config import Config

LLM_QUEUE = "llm"
WEB_QUEUE = "web"
CHECK_QUEUE = "check"


def celery_settings(config: Config, queue: str) -> dict[str, Any]:
    """Celery's settings for an application whose own queue is `queue`.

    Messages are acknowledged when they are taken: a turn whose worker dies is found by its
    lease and queued again as a new attempt, within seconds rather than a visibility timeout.
    """
    return {
        "broker_url": config.celery_broker_url,
        "task_default_queue": queue,
        "task_ignore_result": True,
        "task_acks_late": False,
        "worker_prefetch_multiplier": 1,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "broker_transport_options": {"socket_connect_timeout": 3},
        "worker_hijack_root_logger": False,
        "worker_send_task_events": False,
        "worker_enable_remote_control": False,
    }


def make_sender(config: Config) -> Celery:
    """An application that only sends: what the web process holds."""
    app = Celery("sender", fixups=[], set_as_current=False)
    app.conf.update(celery_settings(config, LLM_QUEUE))
    return app
