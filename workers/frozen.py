"""What every message is made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """Base of every message: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Frozen):
    """Something a person must be told: a stable code, plain words in English, and the facts.

    The interface translates by `code` and falls back to `message`.
    """

    code: str
    message: str
    params: dict[str, str | int | float] = Field(default_factory=dict)
