"""llama.cpp in this process, through xllamacpp: the embedded default."""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

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
from workers.checkpoints import RUNTIME_BYTES, Checkpoint, resolve
from workers.config import Config

log = logging.getLogger(__name__)

# Tokens per step while a prompt is read: a stop is noticed between steps, and on two cores a step
# of 64 takes about a second with the 1.5B; 256 are no faster in all.
BATCH = 64
# Tokens drafted ahead by n-gram speculation. A step must hold one draft of every slot: llama.cpp
# aborts the process otherwise.
DRAFT = 12
MIN_ANSWER = 512  # a prompt that leaves fewer tokens than this for the answer is refused


class LlamaBackend:
    """A GGUF checkpoint on llama.cpp's server: continuous batching over slots that share one
    unified KV cache, prompts cached in RAM, n-gram speculation (a gain on rewriting, free on
    fresh text)."""

    name = "llama.cpp"

    def __init__(self, config: Config) -> None:
        self._config = config
        self._server: Any = None
        self._window = config.window

    def load(self) -> Capabilities:
        """Read the weights. Raises `BackendError` (checkpoint-missing, out-of-memory, …)."""
        path, checkpoint = resolve(self._config.checkpoint, self._config.checkpoint_dir)
        if not path.is_file():
            raise BackendError(
                "checkpoint-missing",
                f"The checkpoint {path.name} is not there. Run: python manage.py fetch_checkpoint",
                {"file": path.name},
            )
        if checkpoint:
            self._window = min(self._window, checkpoint.window)
        self._check_memory(path, checkpoint)
        # Read when the library is loaded: how long its threads spin while they wait for each other.
        # The default costs most of the speed where the cores have much other work (the
        # page check, the viewer's own browser); none at all costs a third where they have none.
        os.environ.setdefault("GOMP_SPINCOUNT", "1000")
        try:
            import xllamacpp

            self._server = xllamacpp.Server(self._params(xllamacpp, path))
        except (RuntimeError, ValueError, MemoryError, ImportError) as error:
            raise BackendError(
                "checkpoint-broken",
                f"llama.cpp could not load {path.name}: {error}. Check it with: "
                "python manage.py fetch_checkpoint --verify",
                {"file": path.name},
            ) from error
        return Capabilities(path.stem, self._window, self._config.slots, embedded=True)

    def _check_memory(self, path: Path, checkpoint: Checkpoint | None) -> None:
        if checkpoint:
            need = checkpoint.memory_bytes(self._window)
        else:
            need = path.stat().st_size + RUNTIME_BYTES
        free = psutil.virtual_memory().available
        if need > free:
            raise BackendError(
                "out-of-memory",
                f"{path.name} with a window of {self._window} tokens needs "
                f"{need / 2**30:.1f} GiB of memory; {free / 2**30:.1f} GiB is free. "
                "Close other programs, or set ATELIER_WINDOW or ATELIER_CHECKPOINT smaller.",
                {"need": round(need / 2**30, 1), "free": round(free / 2**30, 1)},
            )

    def _params(self, xllamacpp: Any, path: Path) -> Any:
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.model_alias = {path.stem}
        params.n_ctx = self._window
        params.n_parallel = self._config.slots
        params.kv_unified = True  # else the window is divided by the slots
        params.n_batch = params.n_ubatch = max(BATCH, self._config.slots * (DRAFT + 1))
        threads = self._config.threads or psutil.cpu_count(logical=False) or 1
        params.cpuparams.n_threads = threads
        params.cpuparams_batch.n_threads = threads
        params.speculative.types = [
            xllamacpp.common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_MOD
        ]
        params.speculative.ngram_mod.n_max = DRAFT
        params.ui = False
        params.verbosity = 0
        return params

    @property
    def address(self) -> str:
        """Where llama.cpp's own HTTP server listens, on loopback."""
        return str(self._server.listening_address)

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        """See `Backend.stream`."""
        body = {
            "messages": messages,
            "stream": True,
            "return_progress": True,
            "cache_prompt": True,
            "temperature": params.temperature,
            "top_p": params.top_p,
            "top_k": params.top_k,
            "repeat_penalty": params.repetition_penalty,
            "max_tokens": params.max_tokens,
            "timings_per_token": True,
            **({"seed": params.seed} if params.seed is not None else {}),
        }
        chunks: queue.SimpleQueue[Chunk | BaseException | None] = queue.SimpleQueue()
        gone = threading.Event()  # the reader left: abort
        relay = _Relay(chunks.put, lambda: gone.is_set() or cancelled(), self._window)

        def run() -> None:
            try:
                self._server.handle_chat_completions(body, relay)
                relay.finish()
            except BaseException as error:
                chunks.put(error)
            chunks.put(None)

        thread = threading.Thread(target=run, name="llama-stream", daemon=True)
        thread.start()
        try:
            while (item := chunks.get()) is not None:
                if isinstance(item, BackendError):
                    raise item
                if isinstance(item, BaseException):
                    raise BackendError(
                        "backend-failed", f"llama.cpp stopped with: {item}", retryable=True
                    ) from item
                yield item
        finally:
            gone.set()
            thread.join()  # the slot is free, and the server may be closed

    def close(self) -> None:
        """Free the weights."""
        self._server = None


class _Relay:
    """llama.cpp's callback: turns its chunks into ours. Returning True frees the slot."""

    def __init__(
        self, put: Callable[[Chunk | BaseException], None], stop: Cancelled, window: int
    ) -> None:
        self._put = put
        self._stop = stop
        self._window = window
        self._timings: dict[str, float] = {}
        self._reason = ""
        self._failed = False

    def __call__(self, chunk: dict[str, Any]) -> bool:
        # An exception raised here would be swallowed by the library, so nothing may raise.
        if error := chunk.get("error"):
            self._fail(_error(error))
            return True
        self._timings = chunk.get("timings") or self._timings
        if progress := chunk.get("prompt_progress"):
            if progress["total"] + MIN_ANSWER > self._window:
                self._fail(prompt_too_long(progress["total"], self._window))
                return True
            self._put(Reading(progress["processed"], progress["total"], progress["cache"]))
        for choice in chunk.get("choices", ()):
            if text := choice["delta"].get("content"):
                self._put(Text(text))
            self._reason = choice.get("finish_reason") or self._reason
        return self._stop()

    def _fail(self, error: BackendError) -> None:
        self._failed = True
        self._put(error)

    def finish(self) -> None:
        """The call returned: say how it ended, unless an error already did."""
        if self._failed:
            return
        timings = self._timings
        cached = int(timings.get("cache_n", 0))
        self._put(
            Finish(
                reason="length"
                if self._reason == "length"
                else ("stop" if self._reason else "cancelled"),
                prompt_tokens=cached + int(timings.get("prompt_n", 0)),
                cached_tokens=cached,
                completion_tokens=int(timings.get("predicted_n", 0)),
                prompt_seconds=timings.get("prompt_ms", 0) / 1000,
                completion_seconds=timings.get("predicted_ms", 0) / 1000,
            )
        )


def _error(error: dict[str, Any]) -> BackendError:
    if error.get("type") == "exceed_context_size_error":
        return prompt_too_long(int(error["n_prompt_tokens"]), int(error["n_ctx"]))
    return BackendError("backend-failed", f"llama.cpp: {error.get('message')}", retryable=True)
