"""A websocket client that does as the browser does: follows, acknowledges, connects again."""

from __future__ import annotations

import contextlib
import json
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

import httpx
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

FINAL = ("done", "failed", "cancelled")
RECONNECT_SECONDS = 0.25
Event = dict[str, Any]


def create_project(url: str, prompt: str) -> str:
    """A new project through the home page's form, its first turn under way; returns its id."""
    token = uuid.uuid4().hex  # Django compares the cookie with the form; any token will do
    answer = httpx.post(
        f"{url}/",
        data={"prompt": prompt, "csrfmiddlewaretoken": token},
        cookies={"csrftoken": token},
        timeout=20,
    )
    assert answer.status_code == 302, answer.text
    return str(answer.headers["location"]).strip("/").split("/")[-1]


class ProjectClient:
    """One tab on one project, in a thread of its own.

    `events` has every event of every turn as (number, event), in the order of arrival over all
    connections; `state` is the newest state. Numbers that do not grow are collected in `faults`.
    """

    def __init__(self, url: str, project: str) -> None:
        self._url = f"{url.replace('http', 'ws', 1)}/ws/p/{project}/"
        self._origin = url
        self._socket: ClientConnection | None = None
        self._changed = threading.Condition()
        self._closing = False
        self._place: tuple[str | None, int] = (None, 0)
        self._outbox: dict[str, Event] = {}  # wishes not seen in a state yet, by ref
        self.state: Event = {}
        self.events: dict[str, list[tuple[int, Event]]] = {}
        self.faults: list[str] = []
        self.refusals: list[Event] = []
        self.connections = 0
        self._thread = threading.Thread(target=self._run, name="client", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Close the tab."""
        self._closing = True
        with contextlib.suppress(Exception):
            if self._socket:
                self._socket.close()
        self._thread.join(10)

    def wish(self, text: str, seconds: float = 20) -> str:
        """Send a wish, again after each lost connection, until its turn shows; returns the turn."""
        return self._begin({"kind": "prompt", "text": text}, seconds)

    def retry(self, turn: str, seconds: float = 20) -> str:
        """Ask for an ended turn's wish again; returns the new turn."""
        return self._begin({"kind": "retry", "turn": turn}, seconds)

    def _begin(self, message: Event, seconds: float) -> str:
        self.wait(lambda: self.state, seconds, "the first state")
        known = {turn["id"] for turn in self.state["turns"]}
        ref = uuid.uuid4().hex
        self._outbox[ref] = {**message, "ref": ref}
        self._send(self._outbox[ref])

        def new() -> list[str]:
            return [turn["id"] for turn in self.state["turns"] if turn["id"] not in known]

        turn = str(self.wait(new, seconds, "the new turn")[0])
        del self._outbox[ref]
        return turn

    def wait(self, condition: Callable[[], Any], seconds: float, what: str) -> Any:
        """The condition's first true value, looked at after every message."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not (value := condition()):
                left = deadline - time.monotonic()
                assert left > 0, f"Waited {seconds} s in vain for {what}."
                self._changed.wait(left)
            return value

    def turn(self, turn: str) -> Event:
        """The turn as the newest state shows it."""
        return next(info for info in self.state["turns"] if info["id"] == turn)

    def wait_for_end(self, turn: str, seconds: float) -> Event:
        """The turn once a state shows it as ended and its last event was seen."""

        def ended() -> Event | None:
            info = self.turn(turn)
            return info if info["status"] in FINAL and self.heard(turn, "ended") else None

        found: Event = self.wait(ended, seconds, f"the end of turn {turn}")
        return found

    def heard(self, turn: str, kind: str) -> list[Event]:
        """The turn's events of a kind, in order."""
        return [event for _, event in self.events.get(turn, ()) if event["kind"] == kind]

    def written(self, turn: str, path: str = "index.html") -> str:
        """The file as the turn's events of the last attempt wrote it."""
        parts: list[str] = []
        for _, event in list(self.events.get(turn, ())):
            if event["kind"] == "started" or (event["kind"] == "write" and event["opens"]):
                parts.clear()
            if event["kind"] == "write" and event["path"] == path:
                parts.append(event["text"])
        return "".join(parts)

    def _run(self) -> None:
        origin = {"Origin": self._origin}
        while not self._closing:
            try:
                with connect(self._url, additional_headers=origin, open_timeout=5) as socket:
                    self._serve(socket)
            except (OSError, WebSocketException, TimeoutError):
                pass  # away: connect again, as the browser does
            self._socket = None
            time.sleep(RECONNECT_SECONDS)

    def _serve(self, socket: ClientConnection) -> None:
        turn, seq = self._place
        socket.send(json.dumps({"kind": "follow", "turn": turn, "seq": seq}))
        for message in list(self._outbox.values()):
            socket.send(json.dumps(message))
        self._socket = socket
        self.connections += 1
        for text in socket:
            message = json.loads(text)
            with self._changed:
                self._take(message)
                self._changed.notify_all()
            if message["kind"] == "events":
                last = message["events"][-1]["seq"]
                socket.send(json.dumps({"kind": "ack", "turn": message["turn"], "seq": last}))

    def _take(self, message: Event) -> None:
        if message["kind"] == "state":
            self.state = message
        elif message["kind"] == "refused":
            self.refusals.append(message)
        elif message["kind"] == "events":
            seen = self.events.setdefault(message["turn"], [])
            for item in message["events"]:
                last = seen[-1][0] if seen else 0
                if item["seq"] <= last:
                    self.faults.append(f"turn {message['turn']}: {item['seq']} after {last}")
                seen.append((item["seq"], item["event"]))
                ended = item["event"]["kind"] == "ended"
                self._place = (None, 0) if ended else (message["turn"], item["seq"])

    def _send(self, message: Event) -> None:
        with contextlib.suppress(WebSocketException, OSError, AttributeError):
            self._socket.send(json.dumps(message))  # type: ignore[union-attr]
