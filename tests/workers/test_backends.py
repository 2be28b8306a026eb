"""The embedded backend on a real checkpoint, and what it says of one that cannot be served."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from workers.backends import BackendError, Chunk, make_backend
from workers.backends.base import Backend, Cancelled, Finish, Message, Reading, SamplingParams, Text
from workers.backends.scripted import ScriptedBackend
from workers.checkpoints import resolve
from workers.config import ConfigError, load_config

WINDOW = 4096
STOP_SECONDS = 10  # far less than the rest would take; how much less, the benchmark measures
STORY: list[Message] = [{"role": "user", "content": "Write a long story about a teapot."}]
LONG: list[Message] = [{"role": "user", "content": "Tea and cake, please. " * 300}]


@pytest.fixture(scope="module")
def small() -> Path:
    """The small checkpoint's file."""
    path, _ = resolve("qwen2.5-coder-0.5b", load_config().checkpoint_dir)
    if not path.is_file():
        pytest.fail("Run: python manage.py fetch_checkpoint qwen2.5-coder-0.5b")
    return path


@pytest.fixture(scope="module")
def llama(small: Path) -> Iterator[Backend]:
    """The small checkpoint, loaded, with two slots."""
    backend = llama_backend(small)
    capabilities = backend.load()
    assert (capabilities.window, capabilities.slots) == (WINDOW, 2)
    yield backend
    backend.close()


def llama_backend(path: Path) -> Backend:
    settings = {"CHECKPOINT": str(path), "WINDOW": str(WINDOW), "SLOTS": "2", "THREADS": "2"}
    return make_backend(load_config({f"ATELIER_{name}": text for name, text in settings.items()}))


def stream(
    backend: Backend,
    messages: list[Message] = STORY,
    max_tokens: int = 16,
    cancelled: Cancelled = lambda: False,
) -> list[Chunk]:
    params = SamplingParams(max_tokens=max_tokens, temperature=0, seed=1)
    return list(backend.stream(messages, params, cancelled))


def finish_of(chunks: list[Chunk]) -> Finish:
    """The last chunk, which is the only one of its kind."""
    finish = chunks[-1]
    assert isinstance(finish, Finish)
    assert sum(isinstance(chunk, Finish) for chunk in chunks) == 1
    return finish


def text_of(chunks: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, Text))


@pytest.mark.model
def test_the_model_streams_text_and_counts_its_tokens(llama: Backend) -> None:
    chunks = stream(llama)
    finish = finish_of(chunks)
    assert (finish.reason, finish.completion_tokens) == ("length", 16)
    assert 30 < finish.prompt_tokens < 60
    assert finish.prompt_seconds > 0 and finish.completion_seconds > 0
    assert sum(isinstance(chunk, Text) for chunk in chunks) > 5, "it must come in pieces"
    assert len(text_of(chunks).split()) > 5


@pytest.mark.model
def test_an_answer_that_came_to_its_end_says_stop(llama: Backend) -> None:
    short = [{"role": "user", "content": "Answer with the single word: tea"}]
    finish = finish_of(stream(llama, short, max_tokens=200))
    assert finish.reason == "stop" and 0 < finish.completion_tokens < 200


@pytest.mark.model
def test_a_text_that_was_cut_is_gone_on_with(llama: Backend) -> None:
    messages = [
        {"role": "user", "content": "Count from one to nine in digits, with commas between."},
        {"role": "assistant", "content": "1, 2, 3, 4,"},
    ]
    assert text_of(stream(llama, messages)).strip().startswith("5, 6")


@pytest.mark.model
def test_the_reading_of_a_prompt_is_told_step_by_step(llama: Backend) -> None:
    wish = [{"role": "user", "content": "Say nothing. " * 100}]
    chunks = stream(llama, wish, max_tokens=1)
    readings = [chunk for chunk in chunks if isinstance(chunk, Reading)]
    done = [reading.processed for reading in readings]
    assert len(done) > 2 and done == sorted(done)
    assert done[-1] == readings[-1].total == finish_of(chunks).prompt_tokens


@pytest.mark.model
def test_a_prompt_read_before_is_found_in_the_cache(llama: Backend) -> None:
    wish = [{"role": "user", "content": "Milk and sugar. " * 100}]
    first = finish_of(stream(llama, wish, max_tokens=1))
    second = finish_of(stream(llama, wish, max_tokens=1))
    assert second.prompt_tokens == first.prompt_tokens > 300
    assert second.cached_tokens > 0.9 * second.prompt_tokens
    assert first.cached_tokens < 100


@pytest.mark.model
def test_stopping_while_it_writes_frees_the_model_for_the_next(llama: Backend) -> None:
    stopped: list[float] = []
    chunks: list[Chunk] = []

    def stop() -> bool:
        if not stopped and len(text_of(chunks)) > 20:
            stopped.append(time.monotonic())
        return bool(stopped)

    for chunk in llama.stream(STORY, SamplingParams(max_tokens=2_000), stop):
        chunks.append(chunk)
    assert time.monotonic() - stopped[0] < STOP_SECONDS
    assert finish_of(chunks).reason == "cancelled"
    assert finish_of(chunks).completion_tokens > 0
    assert finish_of(stream(llama, max_tokens=4)).completion_tokens == 4


@pytest.mark.model
def test_stopping_while_it_reads_frees_the_model_for_the_next(llama: Backend) -> None:
    stopped: list[float] = []
    chunks: list[Chunk] = []

    def stop() -> bool:
        if not stopped and len(chunks) > 3:
            stopped.append(time.monotonic())
        return bool(stopped)

    for chunk in llama.stream(LONG, SamplingParams(max_tokens=500), stop):
        chunks.append(chunk)
    assert time.monotonic() - stopped[0] < STOP_SECONDS
    assert finish_of(chunks).reason == "cancelled" and text_of(chunks) == ""
    assert finish_of(stream(llama, max_tokens=4)).completion_tokens == 4


@pytest.mark.model
def test_leaving_a_stream_in_the_middle_frees_the_model(llama: Backend) -> None:
    chunks = llama.stream(STORY, SamplingParams(max_tokens=2_000), lambda: False)
    while not isinstance(next(chunks), Text):
        pass
    began = time.monotonic()
    chunks.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < STOP_SECONDS


@pytest.mark.model
def test_two_turns_at_once_are_written_side_by_side(llama: Backend) -> None:
    order: list[str] = []
    finishes: dict[str, Finish] = {}

    def run(name: str) -> None:
        wish = [
            {"role": "user", "content": f"Count from 1 to 100 in words, one a line, of {name}."}
        ]
        params = SamplingParams(temperature=0.0, max_tokens=40)
        for chunk in llama.stream(wish, params, lambda: False):
            if isinstance(chunk, Text):
                order.append(name)
            elif isinstance(chunk, Finish):
                finishes[name] = chunk

    threads = [threading.Thread(target=run, args=(name,)) for name in ("tea", "cake")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert {finish.completion_tokens for finish in finishes.values()} == {40}
    changes = sum(a != b for a, b in pairwise(order))
    assert changes > 20, f"one after the other: {order}"


@pytest.mark.model
def test_a_prompt_that_does_not_fit_says_so_before_any_text(llama: Backend) -> None:
    for repeats in (600, 5_000):  # leaves no room for an answer; is longer than the window
        chunks: list[Chunk] = []
        wish = [{"role": "user", "content": "tea and cake, please. " * repeats}]
        began = time.monotonic()
        with pytest.raises(BackendError) as raised:
            for chunk in llama.stream(wish, SamplingParams(), lambda: False):
                chunks.append(chunk)
        assert raised.value.problem.code == "prompt-too-long"
        assert raised.value.problem.params["window"] == WINDOW
        assert int(raised.value.problem.params["tokens"]) > WINDOW - 600
        assert text_of(chunks) == "" and time.monotonic() - began < 10
    assert finish_of(stream(llama, max_tokens=4)).completion_tokens == 4


@pytest.mark.model
def test_half_a_checkpoint_is_said_to_be_broken(small: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.gguf"
    with small.open("rb") as whole:
        half.write_bytes(whole.read(20_000_000))
    with pytest.raises(BackendError, match=r"could not load half\.gguf") as raised:
        llama_backend(half).load()
    assert raised.value.problem.code == "checkpoint-broken"
    assert "fetch_checkpoint --verify" in raised.value.problem.message


@pytest.mark.parametrize("content", [b"", b"GGUF", b"<!DOCTYPE html>\n" * 100])
def test_a_file_that_is_no_checkpoint_is_said_to_be_broken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.gguf"
    path.write_bytes(content)
    with pytest.raises(BackendError, match=r"could not load page\.gguf") as raised:
        llama_backend(path).load()
    assert raised.value.problem.code == "checkpoint-broken"


def test_a_checkpoint_that_is_not_there_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(BackendError, match="fetch_checkpoint") as raised:
        llama_backend(tmp_path / "none.gguf").load()
    assert raised.value.problem.code == "checkpoint-missing"
    assert raised.value.problem.params == {"file": "none.gguf"}


def test_a_checkpoint_larger_than_the_memory_says_how_much_there_is(tmp_path: Path) -> None:
    path = tmp_path / "huge.gguf"
    with path.open("wb") as file:
        file.truncate(2**40)  # a hole of one tebibyte
    with pytest.raises(BackendError, match="ATELIER_WINDOW or ATELIER_CHECKPOINT") as raised:
        llama_backend(path).load()
    assert raised.value.problem.code == "out-of-memory"
    assert raised.value.problem.params["need"] == 1024.3
    assert 0 < float(raised.value.problem.params["free"]) < 1024


def test_the_settings_name_the_backend() -> None:
    assert isinstance(make_backend(load_config({"ATELIER_BACKEND": "scripted"})), ScriptedBackend)
    assert make_backend(load_config({})).name == "llama.cpp"


@pytest.mark.parametrize("script", ["no/such/file.md", "?tokens_per_second=fast", "?speed=5"])
def test_a_script_that_cannot_be_played_is_a_wrong_setting(script: str) -> None:
    config = load_config({"ATELIER_BACKEND": "scripted", "ATELIER_SCRIPT": script})
    with pytest.raises(ConfigError, match="ATELIER_SCRIPT"):
        make_backend(config)
