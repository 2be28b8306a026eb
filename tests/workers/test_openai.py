"""The HTTP backend: on llama.cpp's own server with a real checkpoint, and on servers that
misbehave, each named for how."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer

import httpx
import pytest

from tests.workers import misbehaving
from tests.workers.misbehaving import MODEL
from workers.backends import BackendError, Chunk, make_backend
from workers.backends.base import Backend, Cancelled, Finish, Reading, SamplingParams, Text
from workers.checkpoints import resolve
from workers.config import ConfigError, load_config

KEY = "the-key"
WINDOW = 4096
STOP_SECONDS = 10  # far less than the rest would take; how much less, the benchmark measures
WISH = [{"role": "user", "content": "Write a long story about a teapot."}]


def backend_at(url: str, key: str = KEY, model: str = "") -> Backend:
    settings = {"OPENAI_URL": url, "OPENAI_KEY": key, "OPENAI_MODEL": model, "BACKEND": "openai"}
    return make_backend(load_config({f"ATELIER_{k}": value for k, value in settings.items()}))


def stream(
    backend: Backend,
    messages: list[dict[str, str]] = WISH,
    max_tokens: int = 16,
    cancelled: Cancelled = lambda: False,
) -> list[Chunk]:
    params = SamplingParams(max_tokens=max_tokens, temperature=0, seed=1)
    return list(backend.stream(messages, params, cancelled))


def text_of(chunks: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, Text))


class Stopwatch:
    """Says stop after a while, and knows how long ago that was."""

    def __init__(self, when: Callable[[], bool]) -> None:
        self._when = when
        self._stopped: float | None = None

    def __call__(self) -> bool:
        if self._stopped is None and self._when():
            self._stopped = time.monotonic()
        return self._stopped is not None

    @property
    def seconds(self) -> float:
        """Seconds since it said stop."""
        assert self._stopped is not None, "it never came to the stop"
        return time.monotonic() - self._stopped


def after(seconds: float) -> Stopwatch:
    due = time.monotonic() + seconds
    return Stopwatch(lambda: time.monotonic() > due)


@dataclass
class RealServer:
    """llama.cpp's own HTTP server on loopback."""

    url: str

    def is_busy(self) -> bool:
        """Whether any slot works."""
        headers = {"Authorization": f"Bearer {KEY}"}
        slots = httpx.get(f"{self.url}/slots", headers=headers, timeout=60).json()
        return any(slot["is_processing"] for slot in slots)

    def wait_until_idle(self) -> float:
        """How long it took, in seconds."""
        began = time.monotonic()
        while self.is_busy():
            time.sleep(0.02)
        return time.monotonic() - began


@pytest.fixture(scope="module")
def real() -> Iterator[RealServer]:
    import xllamacpp

    path, _ = resolve("qwen2.5-coder-0.5b", load_config().checkpoint_dir)
    if not path.is_file():
        pytest.fail("Run: python manage.py fetch_checkpoint qwen2.5-coder-0.5b")
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {MODEL}
    params.n_ctx, params.n_parallel, params.kv_unified = WINDOW, 2, True
    params.n_batch = params.n_ubatch = 64
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 2
    params.api_keys = [KEY]
    params.endpoint_slots = True
    params.verbosity = 0
    server = xllamacpp.Server(params)
    yield RealServer(server.listening_address)
    del server


@pytest.mark.model
def test_a_real_server_streams_text_and_counts_its_tokens(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1/")
    assert backend.load().checkpoint == MODEL
    chunks = stream(backend)
    finish = chunks[-1]
    assert isinstance(finish, Finish) and finish.reason == "length"
    assert finish.completion_tokens == 16
    assert 30 < finish.prompt_tokens < 60
    assert finish.prompt_seconds > 0 and finish.completion_seconds > 0
    assert sum(isinstance(chunk, Text) for chunk in chunks) > 3, "it must come in pieces"
    assert len(text_of(chunks).split()) > 5
    readings = [chunk for chunk in chunks if isinstance(chunk, Reading)]
    assert readings and readings[-1].processed == readings[-1].total == finish.prompt_tokens


@pytest.mark.model
def test_a_prompt_read_before_is_found_in_the_servers_cache(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    long = [{"role": "user", "content": "Cake. " * 100}]
    stream(backend, long, max_tokens=1)
    finish = stream(backend, long, max_tokens=1)[-1]
    assert isinstance(finish, Finish) and finish.cached_tokens > 100


@pytest.mark.model
def test_an_answer_that_came_to_its_end_says_stop(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    short = [{"role": "user", "content": "Answer with the single word: tea"}]
    finish = stream(backend, short, max_tokens=200)[-1]
    assert isinstance(finish, Finish) and finish.reason == "stop"
    assert 0 < finish.completion_tokens < 200


@pytest.mark.model
def test_a_text_that_was_cut_is_gone_on_with(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    messages = [
        {"role": "user", "content": "Count from one to nine in digits, with commas between."},
        {"role": "assistant", "content": "1, 2, 3, 4,"},
    ]
    assert text_of(stream(backend, messages)).strip().startswith("5, 6")


@pytest.mark.model
def test_stopping_while_it_writes_frees_the_server(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    chunks: list[Chunk] = []
    stop = Stopwatch(lambda: any(isinstance(chunk, Text) for chunk in chunks))
    for chunk in backend.stream(WISH, SamplingParams(max_tokens=3_000), stop):
        chunks.append(chunk)
    assert stop.seconds < STOP_SECONDS
    assert isinstance(chunks[-1], Finish) and chunks[-1].reason == "cancelled"
    assert real.wait_until_idle() < 10  # 3,000 tokens take minutes


@pytest.mark.model
def test_stopping_while_it_reads_a_long_prompt_frees_the_server(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    long = [{"role": "user", "content": "Tea and cake, please. " * 500}]
    stop = after(0.5)
    chunks = stream(backend, long, cancelled=stop, max_tokens=500)
    assert stop.seconds < STOP_SECONDS
    assert text_of(chunks) == "", "the prompt was too short for this test"
    assert isinstance(chunks[-1], Finish) and chunks[-1].reason == "cancelled"
    assert real.wait_until_idle() < 15


@pytest.mark.model
def test_leaving_a_stream_in_the_middle_frees_the_server(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    chunks = backend.stream(WISH, SamplingParams(max_tokens=3_000), lambda: False)
    while not isinstance(next(chunks), Text):
        pass
    began = time.monotonic()
    chunks.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < STOP_SECONDS
    assert real.wait_until_idle() < 10


@pytest.mark.model
def test_a_prompt_that_does_not_fit_says_so_with_the_numbers(real: RealServer) -> None:
    backend = backend_at(f"{real.url}/v1", model=MODEL)
    with pytest.raises(BackendError) as raised:
        stream(backend, [{"role": "user", "content": "tea and cake, " * 2_000}])
    problem = raised.value.problem
    assert problem.code == "prompt-too-long" and problem.params["window"] == WINDOW
    assert int(problem.params["tokens"]) > WINDOW


@pytest.mark.model
@pytest.mark.parametrize("key", ["", "the-wrong-key"])
def test_a_wrong_key_is_named_as_the_fault(real: RealServer, key: str) -> None:
    backend = backend_at(f"{real.url}/v1", key, MODEL)
    with pytest.raises(BackendError, match="ATELIER_OPENAI_KEY") as raised:
        stream(backend)
    assert raised.value.problem.code == "endpoint-key" and not raised.value.retryable


@pytest.mark.model
def test_a_wrong_path_is_named_as_the_fault(real: RealServer) -> None:
    with pytest.raises(BackendError, match=r"ATELIER_OPENAI_URL usually ends in /v1"):
        backend_at(f"{real.url}/wrong").load()


# Servers that misbehave.

Serve = Callable[[type[misbehaving.Misbehaving]], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a server that misbehaves; gives back its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(handler: type[misbehaving.Misbehaving]) -> str:
        servers.append(misbehaving.serve(handler))
        return f"http://127.0.0.1:{servers[-1].server_port}/v1"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("server", "code", "words"),
    [
        (misbehaving.BreaksOff, "unreachable", "broke off in the middle"),
        (misbehaving.EndsTooSoon, "unreachable", "broke off in the middle"),
        (misbehaving.HangsUp, "unreachable", "cannot be reached"),
        (misbehaving.SendsNoJson, "backend-failed", "no OpenAI-compatible server sends: {oops"),
        (misbehaving.SendsOtherJson, "backend-failed", "no OpenAI-compatible server sends"),
        (misbehaving.SendsBytes, "unreachable", "broke off in the middle"),
        (misbehaving.FailsInTheMiddle, "backend-failed", "CUDA out of memory"),
        (misbehaving.IsBusy, "backend-failed", "answered 503: Service too busy"),
    ],
)
def test_a_server_that_goes_wrong_is_told_in_words_and_can_be_tried_again(
    serve: Serve, server: type[misbehaving.Misbehaving], code: str, words: str
) -> None:
    backend = backend_at(serve(server))
    assert backend.load().checkpoint == MODEL
    with pytest.raises(BackendError, match=words) as raised:
        stream(backend)
    assert raised.value.problem.code == code and raised.value.retryable


def test_text_that_came_before_the_break_is_handed_on(serve: Serve) -> None:
    chunks = backend_at(serve(misbehaving.BreaksOff)).stream(WISH, SamplingParams(), lambda: False)
    assert next(chunks) == Text("Half a ")
    with pytest.raises(BackendError):
        next(chunks)


@pytest.mark.parametrize(
    "server", [misbehaving.IsAWebsite, misbehaving.HasNoModel, misbehaving.Redirects]
)
def test_an_address_without_a_model_server_is_said_to_be_wrong(
    serve: Serve, server: type[misbehaving.Misbehaving]
) -> None:
    with pytest.raises(BackendError, match="ATELIER_OPENAI_URL usually ends in /v1") as raised:
        backend_at(serve(server)).load()
    assert raised.value.problem.code == "endpoint-strange"


def test_a_redirect_is_not_followed(serve: Serve) -> None:
    with pytest.raises(BackendError, match="answered 307"):
        stream(backend_at(serve(misbehaving.Redirects)))


@pytest.mark.parametrize("server", [misbehaving.SaysNothing, misbehaving.GoesSilent])
def test_a_stop_does_not_wait_for_a_silent_server(
    serve: Serve, server: type[misbehaving.Misbehaving]
) -> None:
    stop = after(0.3)
    chunks = stream(backend_at(serve(server)), cancelled=stop)
    assert stop.seconds < STOP_SECONDS
    assert isinstance(chunks[-1], Finish) and chunks[-1].reason == "cancelled"
    assert server.left.wait(STOP_SECONDS), "the connection must be closed: that frees the model"


def test_a_server_that_is_not_there_is_said_to_be_unreachable() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # bound and not listening: nobody answers
        backend = backend_at(f"http://127.0.0.1:{probe.getsockname()[1]}/v1")
        for ask in (backend.load, lambda: stream(backend)):
            with pytest.raises(BackendError, match="Is it running") as raised:
                ask()
            assert raised.value.problem.code == "unreachable" and raised.value.retryable


@pytest.mark.parametrize("url", ["localhost:8080/v1", "ftp://localhost/v1"])
def test_an_address_that_is_not_http_cannot_be_reached(url: str) -> None:
    with pytest.raises(BackendError, match="ATELIER_OPENAI_URL"):
        backend_at(url).load()


@pytest.mark.parametrize("url", ["", "http://host:port/v1"])
def test_an_address_that_is_none_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(ConfigError, match="ATELIER_OPENAI_URL"):
        backend_at(url)
