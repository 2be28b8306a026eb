"""What workers tell the web side."""

from __future__ import annotations

from ide import turns
from ide.celery import app


@app.task(name="ide.tasks.turn_started")  # type: ignore[untyped-decorator]
def turn_started(turn: str, attempt: int) -> None:
    """A worker took a turn."""
    turns.mark_started(turn, attempt)


@app.task(name="ide.tasks.turn_ended")  # type: ignore[untyped-decorator]
def turn_ended(turn: str, attempt: int) -> None:
    """A turn's result lies in its log."""
    turns.record_turn(turn)
