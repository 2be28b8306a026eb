"""Settings, read from the environment. docs/settings.md describes each; a test says so."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "ATELIER_"
SOCKET_PATH_LIMIT = 100  # sun_path holds 108 bytes on Linux, 104 on macOS


def env(name: str, default: str = "") -> str:
    """The setting `name`, without surrounding blanks; an empty value counts as unset."""
    return os.environ.get(name, "").strip() or default


class ConfigError(ValueError):
    """A setting has a value that cannot be used; the message says which and what is allowed."""


@dataclass(frozen=True)
class Config:
    """What every process reads at start. Sizes are tokens unless the name says otherwise."""

    home: Path
    host: str
    port: int
    checkpoint_dir: Path
    redis_url: str
    backend: str
    checkpoint: str
    slots: int
    window: int
    threads: int
    max_tokens: int
    check: bool
    grounding: str
    repairs: int
    candidates: int
    openai_url: str
    openai_key: str
    openai_model: str
    script: str
    hub: str
    hub_mirror: str

    @property
    def celery_broker_url(self) -> str:
        """The broker's URL as Celery writes it (kombu has its own scheme for unix sockets)."""
        if self.redis_url.startswith("unix://"):
            return "redis+socket://" + self.redis_url.removeprefix("unix://")
        return self.redis_url


def load_config(environ: Mapping[str, str] | None = None) -> Config:
    """Read the settings.

    Raises `ConfigError` in words a person can act on.
    """
    values = os.environ if environ is None else environ

    def text(name: str, default: str = "") -> str:
        return values.get(PREFIX + name, "").strip() or default

    def number(name: str, default: int, low: int, high: int = 10**9) -> int:
        given = text(name, str(default))
        try:
            value = int(given)
        except ValueError:
            raise ConfigError(f"{PREFIX}{name} must be a whole number, not {given!r}.") from None
        if not low <= value <= high:
            raise ConfigError(f"{PREFIX}{name} must be {low} to {high}, not {value}.")
        return value

    def choice(name: str, allowed: tuple[str, ...]) -> str:
        value = text(name, allowed[0])
        if value not in allowed:
            words = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
            raise ConfigError(f"{PREFIX}{name} must be {words}, not {value!r}.")
        return value

    home = Path(text("HOME", "var")).expanduser().resolve()
    cache = values.get("XDG_CACHE_HOME", "").strip() or "~/.cache"
    return Config(
        home=home,
        host=text("HOST", "127.0.0.1"),
        port=number("PORT", 8_000, 1, 65_535),
        checkpoint_dir=Path(text("CHECKPOINT_DIR", f"{cache}/atelier/checkpoints")).expanduser(),
        redis_url=values.get("REDIS_URL", "").strip() or f"unix://{broker_socket(home)}",
        backend=choice("BACKEND", ("llama", "openai", "scripted")),
        checkpoint=text("CHECKPOINT", "qwen2.5-coder-1.5b"),
        slots=number("SLOTS", 4, 1),
        window=number("WINDOW", 32_768, 2_048),
        threads=number("THREADS", 0, 0),
        max_tokens=number("MAX_TOKENS", 8_192, 64),
        check=choice("CHECK", ("1", "0")) == "1",
        grounding=choice("GROUNDING", ("auto", "on", "off")),
        repairs=number("REPAIRS", 2, 0, 5),
        candidates=0 if text("CANDIDATES") == "auto" else number("CANDIDATES", 1, 1, 16),
        openai_url=text("OPENAI_URL"),
        openai_key=text("OPENAI_KEY"),
        openai_model=text("OPENAI_MODEL"),
        script=text("SCRIPT"),
        hub=text("HUB", "https://huggingface.co"),
        hub_mirror=text("HUB_MIRROR"),
    )


def broker_socket(home: Path) -> Path:
    """Where the embedded Valkey listens: beside the data, or in a short path when that is long."""
    path = home / "valkey.sock"
    if len(str(path)) <= SOCKET_PATH_LIMIT:
        return path
    digest = hashlib.sha256(str(home).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"atelier-{digest}" / "valkey.sock"
