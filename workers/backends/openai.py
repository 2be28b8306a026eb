"""Any OpenAI-compatible server by URL: vLLM, SGLang, llama.cpp's own, …"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

import httpx

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
    prompt_too_long,
)
from workers.config import Config, ConfigError

# A server that reads a long prompt may be silent for as long.
TIMEOUT = httpx.Timeout(connect=5, read=300, write=30, pool=5)
WATCH_SECONDS = 0.1  # between looks whether the turn was stopped
Read = Callable[[asyncio.Queue[str | None]], Coroutine[Any, Any, None]]


class OpenAIBackend:
    """Chat completions over HTTP. The endpoint is the administrator's; redirects are refused."""

    name = "openai"

    def __init__(self, config: Config) -> None:
        """Raises `ConfigError` for an address that is none."""
        self._config = config
        self._url = config.openai_url.rstrip("/")
        try:
            httpx.URL(self._url)
        except httpx.InvalidURL as error:
            raise ConfigError(f"ATELIER_OPENAI_URL is not an address: {error}.") from None
        self._headers = (
            {"Authorization": f"Bearer {config.openai_key}"} if config.openai_key else {}
        )
        self._tls = httpx.create_ssl_context()
        self._model = config.openai_model

    def load(self) -> Capabilities:
        """Ask the server which checkpoint it serves. Raises `BackendError` (unreachable, …)."""
        try:
            answer = httpx.get(
                f"{self._url}/models", headers=self._headers, timeout=5, verify=self._tls
            )
            answer.raise_for_status()
            models = answer.json()["data"]
            self._model = self._model or str(models[0]["id"])
            window = next((m.get("max_model_len") for m in models if m["id"] == self._model), None)
        except httpx.HTTPStatusError as error:
            if error.response.is_redirect or error.response.status_code == 404:
                raise self._strange() from error
            raise _status_error(error.response) from error
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise self._strange() from error
        return Capabilities(self._model, int(window or self._config.window), self._config.slots)

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """See `Backend.stream`. Closing the connection is what frees the server's slot."""
        body: dict[str, Any] = {
            "model": self._model,
            "messages": messages,
            "stream": True,
            "stream_options": {"include_usage": True},
            "temperature": params.temperature,
            "top_p": params.top_p,
            "max_tokens": params.max_tokens,
            # Not of the standard, but understood by vLLM, SGLang and llama.cpp.
            "top_k": params.top_k,
            "repetition_penalty": params.repetition_penalty,
            "repeat_penalty": params.repetition_penalty,
            "return_progress": True,
            **({"seed": params.seed} if params.seed is not None else {}),
        }
        if messages[-1]["role"] == "assistant":  # vLLM's and SGLang's way to go on with a text
            body |= {"continue_final_message": True, "add_generation_prompt": False}
        answer = _Answer()
        try:
            for line in _until(cancelled, partial(self._read, body)):
                yield from answer.read(line)
        except httpx.HTTPError as error:
            raise (_broke_off() if answer.began else self._unreachable(error)) from error
        yield answer.finish(cancelled())

    async def _read(self, body: dict[str, Any], lines: asyncio.Queue[str | None]) -> None:
        """Put the answer's lines into the queue, and None behind the last.

        It has a connection of its own, since closing it is what stops the model.
        """
        try:
            async with (
                httpx.AsyncClient(
                    headers=self._headers, timeout=TIMEOUT, verify=self._tls
                ) as client,
                client.stream("POST", f"{self._url}/chat/completions", json=body) as response,
            ):
                if response.status_code != 200:
                    await response.aread()
                    raise _status_error(response)
                async for line in response.aiter_lines():
                    lines.put_nowait(line)
        finally:
            lines.put_nowait(None)

    def close(self) -> None:
        """Nothing to let go of."""

    def _strange(self) -> BackendError:
        return BackendError(
            "endpoint-strange",
            f"{self._config.openai_url} does not answer like an OpenAI-compatible server. "
            "ATELIER_OPENAI_URL usually ends in /v1.",
            {"url": self._config.openai_url},
        )

    def _unreachable(self, error: Exception) -> BackendError:
        return BackendError(
            "unreachable",
            f"The model server at {self._config.openai_url} cannot be reached "
            f"({type(error).__name__}). Is it running, and is ATELIER_OPENAI_URL right?",
            {"url": self._config.openai_url},
            retryable=True,
        )


def _until(cancelled: Cancelled, read: Read) -> Iterator[str]:
    """The lines that `read` puts into its queue, until there are no more or `cancelled` says so.

    Asynchronous inside, because only such a wait can be broken off: a stop must not have to
    wait for the server's next word. However this ends, the connection is closed.
    """
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    with asyncio.Runner() as runner:  # its end cancels the reading
        reading = runner.get_loop().create_task(read(lines))
        while not cancelled():
            try:
                line = runner.run(asyncio.wait_for(lines.get(), WATCH_SECONDS))
            except TimeoutError:
                continue
            if line is None:
                reading.result()  # raises what went wrong
                return
            yield line


class _Answer:
    """Reads the server-sent events of one answer."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._first: float | None = None
        self._tokens = 0
        self._usage: dict[str, Any] = {}
        self._reason = ""
        self.began = False  # the server has said something

    def read(self, line: str) -> Iterator[Chunk]:
        """What one line means. Raises `BackendError` when it means nothing."""
        self.began = True
        data = line.removeprefix("data:").strip()
        if not line.startswith("data:") or data == "[DONE]":
            return
        try:
            yield from self._chunk(json.loads(data))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise BackendError(
                "backend-failed",
                f"The model server sent what no OpenAI-compatible server sends: {data[:80]}",
                retryable=True,
            ) from error

    def _chunk(self, chunk: dict[str, Any]) -> Iterator[Chunk]:
        if error := chunk.get("error"):
            raise BackendError("backend-failed", f"The model server says: {error}", retryable=True)
        self._usage = chunk.get("usage") or self._usage
        if progress := chunk.get("prompt_progress"):
            yield Reading(progress["processed"], progress["total"], progress.get("cache", 0))
        for choice in chunk.get("choices", ()):
            if text := (choice.get("delta") or {}).get("content"):
                self._first = self._first or time.monotonic()
                self._tokens += 1
                yield Text(text)
            self._reason = choice.get("finish_reason") or self._reason

    def finish(self, cancelled: bool) -> Finish:
        """The lines are over. Raises `BackendError` when the answer is not."""
        if not self._reason and not cancelled:
            raise _broke_off()
        now = time.monotonic()
        first = self._first or now
        details = self._usage.get("prompt_tokens_details") or {}
        reason: FinishReason = "length" if self._reason == "length" else "stop"
        return Finish(
            reason=reason if self._reason else "cancelled",
            prompt_tokens=int(self._usage.get("prompt_tokens", 0)),
            cached_tokens=int(details.get("cached_tokens") or 0),
            completion_tokens=int(self._usage.get("completion_tokens", self._tokens)),
            prompt_seconds=first - self._began,
            completion_seconds=now - first,
        )


def _broke_off() -> BackendError:
    return BackendError("unreachable", "The model server broke off in the middle.", retryable=True)


def _status_error(response: httpx.Response) -> BackendError:
    text = response.text[:300]
    if response.status_code in (401, 403):
        return BackendError(
            "endpoint-key", "The model server refuses the key. Check ATELIER_OPENAI_KEY."
        )
    if response.status_code == 400 and "context" in text.lower():
        error = _json(response).get("error") or {}
        if isinstance(error, dict) and "n_prompt_tokens" in error:
            return prompt_too_long(int(error["n_prompt_tokens"]), int(error["n_ctx"]))
        return BackendError("prompt-too-long", f"The prompt does not fit: {text}")
    return BackendError(
        "backend-failed",
        f"The model server answered {response.status_code}: {text}",
        {"status": response.status_code},
        retryable=response.status_code >= 500 or response.status_code == 429,
    )


def _json(response: httpx.Response) -> dict[str, Any]:
    try:
        value = response.json()
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
