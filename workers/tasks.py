"""The workers' one task."""

from __future__ import annotations

from typing import Any

from celery import Task

from workers.events import GenerateRequest
from workers.host import BackendHost


class Generate(Task):  # type: ignore[misc]  # celery has no types
    """Run one attempt of a turn."""

    name = "workers.tasks.generate"

    def __init__(self, host: BackendHost) -> None:
        self._host = host

    def run(self, request: dict[str, Any]) -> None:
        """`request` is a `GenerateRequest` as JSON."""
        self._host.run(GenerateRequest.model_validate(request))
