"""Backends serve a checkpoint: they turn messages into a stream of text."""

from __future__ import annotations

from workers.backends.base import Backend, BackendError, Chunk
from workers.config import Config, ConfigError

__all__ = ["Backend", "BackendError", "Chunk", "make_backend"]


def make_backend(config: Config) -> Backend:
    """The backend that the settings name, not loaded yet. Raises `ConfigError`."""
    # Imported here: a machine that serves over HTTP need not carry llama.cpp's library.
    if config.backend == "openai":
        from workers.backends.openai import OpenAIBackend

        if not config.openai_url:
            raise ConfigError("ATELIER_BACKEND=openai needs ATELIER_OPENAI_URL.")
        return OpenAIBackend(config)
    if config.backend == "scripted":
        from workers.backends.scripted import make_scripted

        return make_scripted(config)
    from workers.backends.llama import LlamaBackend

    return LlamaBackend(config)
