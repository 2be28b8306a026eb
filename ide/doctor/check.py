"""One finding of the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warning", "failed"]


@dataclass(frozen=True)
class Check:
    """What was looked at, how it is, in words, and what to do about it (empty when ok)."""

    name: str
    state: State
    message: str
    fix: str = ""


def ok(name: str, message: str) -> Check:
    """Nothing to do."""
    return Check(name, "ok", message)


def warning(name: str, message: str, fix: str) -> Check:
    """The studio runs, with something missing."""
    return Check(name, "warning", message, fix)


def failed(name: str, message: str, fix: str) -> Check:
    """The studio will not run, or not well enough to use."""
    return Check(name, "failed", message, fix)
