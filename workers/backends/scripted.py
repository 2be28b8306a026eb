"""Backends that play a script: for tests, demonstrations and measuring everything but the model.

`ATELIER_SCRIPT` says how: `reply.md` is the text to give; options follow a `?`, for example
`reply.md?tokens_per_second=50`. `@slow`, `@broken`, `@unloadable` are the ways to misbehave;
`@clock?tokens_per_second=50&tokens=500` writes the time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

from workers.backends.base import (
    BackendError,
    Cancelled,
    Capabilities,
    Chunk,
    Finish,
    FinishReason,
    Message,
    Reading,
    SamplingParams,
    Text,
)
from workers.config import Config, ConfigError

DEFAULT_REPLY = """Here is a small page.

```html index.html
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A scripted page</title></head>
<body><h1>Hello</h1><p>This page was scripted, not written by a model.</p></body>
</html>
```
"""
_TOKEN = re.compile(r"\s*\S{1,4}|\s+")


class ScriptedBackend:
    """Gives `replies`, one per call and the last for ever, a few characters per token.

    `{prompt}` in a reply becomes the last wish, so that tests see that it arrived.
    """

    name = "scripted"

    def __init__(
        self,
        replies: list[str],
        tokens_per_second: float = 0,
        window: int = 32_768,
        slots: int = 4,
        load_seconds: float = 0,
    ) -> None:
        self._replies = replies
        self._rate = tokens_per_second
        self._window = window
        self._slots = slots
        self._load_seconds = load_seconds
        self._calls = 0
        self._said = ""  # by the last answer

    def load(self) -> Capabilities:
        """Ready at once, or after `load_seconds`."""
        time.sleep(self._load_seconds)
        return Capabilities("scripted", self._window, self._slots)

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """See `Backend.stream`; a last assistant message is gone on with where it stops."""
        begun = messages[-1]["content"] if messages[-1]["role"] == "assistant" else ""
        goes_on = bool(self._said) and begun.endswith(self._said)
        reply = self._replies[min(self._calls - goes_on, len(self._replies) - 1)]
        asked = next(m["content"] for m in reversed(messages) if m["role"] == "user")
        self._calls += bool(asked) and not goes_on  # warming up asks nothing
        wish = asked.rsplit("New wish: ", 1)[-1].split("\n\n", 1)[0]
        reply = reply.replace("{prompt}", wish)
        reply = reply.removeprefix(begun)
        read = sum(len(message["content"]) for message in messages) // 4
        yield Reading(read, read, 0)
        yield from self._text(reply, read, params, cancelled)

    def _text(
        self, reply: str, read: int, params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        began = time.monotonic()
        count = 0
        self._said = ""
        reason: FinishReason = "stop"
        for token in _TOKEN.findall(reply):
            if count >= params.max_tokens:
                reason = "length"
                break
            if self._rate:
                time.sleep(max(0.0, began + count / self._rate - time.monotonic()))
            if cancelled():
                reason = "cancelled"
                break
            count += 1
            self._said += token
            yield Text(token)
        seconds = time.monotonic() - began
        yield Finish(reason, read, 0, count, 0.0, seconds)

    def close(self) -> None:
        """Nothing to let go of."""


class SlowBackend(ScriptedBackend):
    """Writes 20 tokens a second, as a laptop does."""

    def __init__(self, replies: list[str], tokens_per_second: float = 20) -> None:
        super().__init__(replies, tokens_per_second=tokens_per_second)


class BrokenBackend(ScriptedBackend):
    """Breaks after `after` tokens: the server went away in the middle of an answer."""

    def __init__(self, replies: list[str], after: int = 20) -> None:
        super().__init__(replies)
        self._after = after

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """As scripted, up to where it breaks."""
        for count, chunk in enumerate(super().stream(messages, params, cancelled)):
            if count > self._after:
                raise BackendError("unreachable", "The model server broke off in the middle.")
            yield chunk


class ClockBackend(ScriptedBackend):
    """Writes a page of which every token is the time (`time.monotonic()`) at which it was made,
    so that whoever reads it on this machine knows how long it was under way."""

    def __init__(self, tokens_per_second: float = 50, tokens: float = 500) -> None:
        super().__init__([], tokens_per_second=tokens_per_second)
        self._tokens = int(tokens)

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """As scripted."""
        yield Reading(1, 1, 0)
        yield Text("```html index.html\n")
        began = time.monotonic()
        for count in range(self._tokens):
            time.sleep(max(0.0, began + count / self._rate - time.monotonic()))
            if cancelled():
                break
            yield Text(f"{time.monotonic():.6f}\n")
        yield Text("```\n")
        yield Finish("stop", 1, 0, self._tokens, 0.0, time.monotonic() - began)


class UnloadableBackend(ScriptedBackend):
    """Never loads: there is not enough memory."""

    def load(self) -> Capabilities:
        """Always raises `BackendError`."""
        raise BackendError(
            "out-of-memory",
            "The checkpoint needs 99.0 GiB of memory; 1.0 GiB is free.",
            {"need": 99.0, "free": 1.0},
        )


def make_scripted(config: Config) -> ScriptedBackend:
    """The scripted backend that `ATELIER_SCRIPT` describes. Raises `ConfigError`."""
    name, _, query = config.script.partition("?")
    kinds = {"@slow": SlowBackend, "@broken": BrokenBackend, "@unloadable": UnloadableBackend}
    if name in kinds:
        return kinds[name]([DEFAULT_REPLY])
    try:
        options = {key: float(value) for key, value in parse_qsl(query)}
        if name == "@clock":
            return ClockBackend(**options)
        texts = [Path(part).read_text(encoding="utf-8") for part in name.split(",") if part]
        return ScriptedBackend(texts or [DEFAULT_REPLY], **options)  # type: ignore[arg-type]
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(f"ATELIER_SCRIPT: {error}") from None
