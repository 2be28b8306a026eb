"""Settings: what is allowed, and what is said about what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.config import SOCKET_PATH_LIMIT, ConfigError, broker_socket, load_config


def test_without_settings_the_embedded_model_and_broker_are_used(tmp_path: Path) -> None:
    config = load_config({"ATELIER_HOME": str(tmp_path)})
    assert (config.backend, config.host, config.port) == ("llama", "127.0.0.1", 8000)
    assert config.redis_url == f"unix://{tmp_path}/valkey.sock"
    assert config.celery_broker_url == f"redis+socket://{tmp_path}/valkey.sock"


def test_an_empty_setting_counts_as_unset() -> None:
    assert load_config({"ATELIER_PORT": " ", "ATELIER_BACKEND": ""}) == load_config({})


def test_an_external_broker_is_passed_on_as_it_is() -> None:
    config = load_config({"REDIS_URL": "redis://broker:6379/2"})
    assert config.redis_url == config.celery_broker_url == "redis://broker:6379/2"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ATELIER_PORT", "http", "ATELIER_PORT must be a whole number, not 'http'"),
        ("ATELIER_PORT", "0", "ATELIER_PORT must be 1 to 65535, not 0"),
        ("ATELIER_PORT", "70000", "ATELIER_PORT must be 1 to 65535, not 70000"),
        ("ATELIER_SLOTS", "0", "ATELIER_SLOTS must be 1 to"),
        ("ATELIER_WINDOW", "100", "ATELIER_WINDOW must be 2048 to"),
        ("ATELIER_THREADS", "-1", "ATELIER_THREADS must be 0 to"),
        ("ATELIER_MAX_TOKENS", "1.5", "ATELIER_MAX_TOKENS must be a whole number"),
        ("ATELIER_BACKEND", "gpt", "ATELIER_BACKEND must be llama, openai or scripted, not 'gpt'"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_is_allowed(
    name: str, value: str, words: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load_config({name: value})
    assert str(raised.value).startswith(words)


def test_the_checkpoints_follow_the_cache_folder_unless_they_have_their_own() -> None:
    cache = load_config({"XDG_CACHE_HOME": "/big/cache"})
    assert cache.checkpoint_dir == Path("/big/cache/atelier/checkpoints")
    own = load_config({"XDG_CACHE_HOME": "/big/cache", "ATELIER_CHECKPOINT_DIR": "/models"})
    assert own.checkpoint_dir == Path("/models")


def test_a_home_too_deep_for_a_socket_gets_a_short_one_of_its_own() -> None:
    deep, deeper = Path("/home/" + "a" * 100), Path("/home/" + "a" * 101)
    assert len(str(broker_socket(deep))) <= SOCKET_PATH_LIMIT
    assert broker_socket(deep) == broker_socket(deep) != broker_socket(deeper)
