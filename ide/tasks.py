"""What workers tell the web side."""

from __future__ import annotations

from ide import checks, turns
from ide.celery import app


@app.task(name="ide.tasks.turn_started")  # type: ignore[untyped-decorator]
def turn_started(turn: str, attempt: int) -> None:
    """A worker took a turn."""
    turns.mark_started(turn, attempt)


@app.task(name="ide.tasks.turn_ended")  # type: ignore[untyped-decorator]
def turn_ended(turn: str, attempt: int) -> None:
    """A turn's result lies in its log."""
    turns.record_turn(turn)


@app.task(name="ide.tasks.revision_checked")  # type: ignore[untyped-decorator]
def revision_checked(revision: int, check: str) -> None:
    """A revision that was made by hand was run."""
    checks.record_check(revision, check)
