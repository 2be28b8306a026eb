"""Servers that are not quite OpenAI-compatible, each named for how it misbehaves."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "small-coder"
GOOD = {"choices": [{"delta": {"content": "Half a "}, "finish_reason": None}]}


class Misbehaving(BaseHTTPRequestHandler):
    """Answers as far as it can; each subclass goes wrong in its own way."""

    protocol_version = "HTTP/1.1"
    left: threading.Event  # set when the client has closed the connection

    def do_GET(self) -> None:
        """What `load` asks."""
        self.answer(200, "application/json", json.dumps({"data": [{"id": MODEL}]}).encode())

    def do_POST(self) -> None:
        """What `stream` asks."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.misbehave()

    def misbehave(self) -> None:
        """Each in its own way."""
        raise NotImplementedError

    def answer(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, *events: Any) -> None:
        """A streamed answer, so far."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for event in events:
            data = event if isinstance(event, bytes) else f"data: {json.dumps(event)}\n\n".encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def end(self) -> None:
        """The end of a streamed answer."""
        self.wfile.write(b"0\r\n\r\n")

    def wait_until_left(self) -> None:
        """Say nothing until the client closes the connection."""
        self.connection.settimeout(30)
        try:
            gone = not self.connection.recv(1)
        except ConnectionError:
            gone = True
        self.close_connection = True
        if gone:
            self.left.set()

    def log_message(self, *args: Any) -> None:
        """Not in the test's output."""


class BreaksOff(Misbehaving):
    """Dies in the middle of an answer."""

    def misbehave(self) -> None:
        self.begin(GOOD)
        self.close_connection = True


class EndsTooSoon(Misbehaving):
    """Ends an answer in order, but says neither that it is whole nor why not."""

    def misbehave(self) -> None:
        self.begin(GOOD)
        self.end()


class HangsUp(Misbehaving):
    """Closes the connection without a word."""

    def misbehave(self) -> None:
        self.close_connection = True


class SendsNoJson(Misbehaving):
    """Sends what cannot be read."""

    def misbehave(self) -> None:
        self.begin(GOOD, b"data: {oops\n\n")
        self.end()


class SendsOtherJson(Misbehaving):
    """Sends what can be read and means nothing."""

    def misbehave(self) -> None:
        self.begin(GOOD, b'data: ["tea"]\n\n')
        self.end()


class SendsBytes(Misbehaving):
    """Sends noise."""

    def misbehave(self) -> None:
        self.begin(bytes(range(256)) * 64)
        self.end()


class FailsInTheMiddle(Misbehaving):
    """Reports an error of its own after some text."""

    def misbehave(self) -> None:
        self.begin(GOOD, {"error": {"message": "CUDA out of memory"}})
        self.end()


class IsBusy(Misbehaving):
    """Takes no more requests."""

    def misbehave(self) -> None:
        self.answer(503, "text/plain", b"Service too busy")


class Redirects(Misbehaving):
    """Sends clients, and their keys, elsewhere."""

    def do_GET(self) -> None:
        self.answer(302, "text/plain", b"", Location="http://127.0.0.1:9/models")

    def misbehave(self) -> None:
        self.answer(307, "text/plain", b"", Location="http://127.0.0.1:9/chat/completions")


class IsAWebsite(Misbehaving):
    """Is no model server at all."""

    def do_GET(self) -> None:
        self.answer(200, "text/html", b"<h1>Welcome</h1>")


class HasNoModel(Misbehaving):
    """Serves nothing."""

    def do_GET(self) -> None:
        self.answer(200, "application/json", b'{"data": []}')


class SaysNothing(Misbehaving):
    """Takes the request and does not even begin to answer."""

    def misbehave(self) -> None:
        self.wait_until_left()


class GoesSilent(Misbehaving):
    """Begins to answer, and then says nothing more."""

    def misbehave(self) -> None:
        self.begin(GOOD)
        self.wait_until_left()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what these tests are about."""


def serve(handler: type[Misbehaving]) -> ThreadingHTTPServer:
    """A server on a free port of loopback that misbehaves in this way; the caller stops it."""
    handler.left = threading.Event()
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
