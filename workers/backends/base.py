"""The protocol every backend keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from workers.events import Problem

Message = dict[str, str]  # {"role": "system" | "user" | "assistant", "content": text}
FinishReason = Literal["stop", "length", "cancelled"]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class SamplingParams:
    """How to draw tokens. Defaults: Qwen2.5-Coder-Instruct's generation_config.json."""

    temperature: float = 0.7
    top_p: float = 0.8
    top_k: int = 20
    repetition_penalty: float = 1.1
    max_tokens: int = 8192
    seed: int | None = None


@dataclass(frozen=True)
class Reading:
    """The prompt is being read: tokens done, in all, and found in the cache."""

    processed: int
    total: int
    cached: int


@dataclass(frozen=True)
class Text:
    """The next piece of the answer, and how many tokens it took."""

    text: str
    tokens: int = 1


@dataclass(frozen=True)
class Finish:
    """The end: exactly one per stream, and the last. Seconds are the backend's own measure."""

    reason: FinishReason
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    prompt_seconds: float
    completion_seconds: float


Chunk = Reading | Text | Finish


@dataclass(frozen=True)
class Capabilities:
    """What a loaded backend can do: context window in tokens and turns at once. `embedded`: it
    runs in this process, and what it does while nobody waits costs nothing."""

    checkpoint: str
    window: int
    slots: int
    embedded: bool = False


class BackendError(Exception):
    """The backend cannot do it. `problem` is for a person; `retryable` if another try may work."""

    def __init__(
        self,
        code: str,
        message: str,
        params: Mapping[str, str | int | float] | None = None,
        retryable: bool = False,
    ) -> None:
        super().__init__(message)
        self.problem = Problem(code=code, message=message, params=dict(params or {}))
        self.retryable = retryable


class Backend(Protocol):
    """Serves one checkpoint to many turns at once. `stream` may be called from many threads."""

    name: str

    def load(self) -> Capabilities:
        """Make ready; may take minutes. Raises `BackendError`."""
        ...

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """The answer, ending with one `Finish`. A last message by the assistant is continued.

        `cancelled` is asked often; when it says so the stream ends with reason "cancelled" and
        the model is free. Raises `BackendError`; `prompt-too-long` comes before any text.
        """
        ...

    def close(self) -> None:
        """Let go of the checkpoint."""
        ...


def prompt_too_long(tokens: int, window: int) -> BackendError:
    """The error for a prompt that leaves no room for an answer; sizes in tokens."""
    return BackendError(
        "prompt-too-long",
        f"The prompt with the project's files has {tokens} tokens; the model reads at most "
        f"{window}, the answer included. Shorten the wish or make the files smaller.",
        {"tokens": tokens, "window": window},
    )
