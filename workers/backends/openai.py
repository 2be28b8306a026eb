"""Any OpenAI-compatible server by URL: vLLM, SGLang, llama.cpp's own, …"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx

from workers.backends.base import (
    BackendError,
    Cancelled,
    Capabilities,
    Chunk,
    Finish,
    Message,
    Reading,
    SamplingParams,
    Text,
    prompt_too_long,
)
from workers.config import Config

# A server that reads a long prompt is silent for as long; cancel is noticed at the next line.
READ_TIMEOUT = httpx.Timeout(connect=5, read=300, write=30, pool=5)


class OpenAIBackend:
    """Chat completions over HTTP. The endpoint is the administrator's; redirects are refused."""

    name = "openai"

    def __init__(self, config: Config) -> None:
        self._config = config
        headers = {"Authorization": f"Bearer {config.openai_key}"} if config.openai_key else {}
        self._client = httpx.Client(
            base_url=config.openai_url.rstrip("/") + "/",
            headers=headers,
            timeout=READ_TIMEOUT,
            follow_redirects=False,
        )
        self._model = config.openai_model

    def load(self) -> Capabilities:
        """Ask the server which checkpoint it serves. Raises `BackendError` (unreachable, …)."""
        try:
            answer = self._client.get("models", timeout=5)
            answer.raise_for_status()
            models = answer.json()["data"]
            self._model = self._model or str(models[0]["id"])
        except httpx.HTTPStatusError as error:
            raise _status_error(error.response) from error
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise BackendError(
                "endpoint-strange",
                f"{self._config.openai_url} does not answer like an OpenAI-compatible server. "
                "ATELIER_OPENAI_URL usually ends in /v1.",
                {"url": self._config.openai_url},
            ) from error
        window = next((m.get("max_model_len") for m in models if m.get("id") == self._model), None)
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
        }
        if messages[-1]["role"] == "assistant":  # vLLM's and SGLang's way to go on with a text
            body |= {"continue_final_message": True, "add_generation_prompt": False}
        try:
            with self._client.stream("POST", "chat/completions", json=body) as response:
                if response.status_code != 200:
                    response.read()
                    raise _status_error(response)
                yield from _Chunks(cancelled).read(response.iter_lines())
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _unreachable(self, error: Exception) -> BackendError:
        return BackendError(
            "unreachable",
            f"The model server at {self._config.openai_url} cannot be reached "
            f"({type(error).__name__}). Is it running, and is ATELIER_OPENAI_URL right?",
            {"url": self._config.openai_url},
            retryable=True,
        )


class _Chunks:
    """Reads the server-sent events of one answer."""

    def __init__(self, cancelled: Cancelled) -> None:
        self._cancelled = cancelled
        self._began = time.monotonic()
        self._first: float | None = None
        self._tokens = 0
        self._usage: dict[str, Any] = {}
        self._reason = ""

    def read(self, lines: Iterator[str]) -> Iterator[Chunk]:
        for line in lines:
            if self._cancelled():
                yield self._finish(cancelled=True)
                return
            data = line.removeprefix("data:").strip()
            if not line.startswith("data:"):
                continue
            if data == "[DONE]":
                break
            yield from self._chunk(json.loads(data))
        if not self._reason:
            raise BackendError(
                "unreachable", "The model server broke off in the middle.", retryable=True
            )
        yield self._finish(cancelled=False)

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

    def _finish(self, cancelled: bool) -> Finish:
        now = time.monotonic()
        first = self._first or now
        details = self._usage.get("prompt_tokens_details") or {}
        return Finish(
            reason="cancelled" if cancelled else "length" if self._reason == "length" else "stop",
            prompt_tokens=int(self._usage.get("prompt_tokens", 0)),
            cached_tokens=int(details.get("cached_tokens") or 0),
            completion_tokens=int(self._usage.get("completion_tokens", self._tokens)),
            prompt_seconds=first - self._began,
            completion_seconds=now - first,
        )


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
