"""A tab on a project without the browser, and a worker without the model; all else is real."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable
from typing import Any

from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.test import Client

from ide import turns
from ide.asgi import application
from ide.models import Project, User
from workers.event_log import EventLog
from workers.events import Ended, TurnEvent, TurnResult, TurnStatus

HOST = "localhost:8000"
ORIGIN = f"http://{HOST}"
SECONDS = 20  # to wait for what must come
QUIET = 0.4  # to wait for what must not come
Message = dict[str, Any]


class Tab:
    """A browser's tab on a project: what it was sent, in order."""

    def __init__(self, project: str, cookie: str = "", origin: str = ORIGIN) -> None:
        headers = [(b"host", HOST.encode()), (b"origin", origin.encode())]
        headers.append((b"cookie", f"sessionid={cookie}".encode()))
        self._socket = WebsocketCommunicator(application, f"/ws/p/{project}/", headers)
        self.received: list[Message] = []
        self.events: list[tuple[int, Message]] = []

    async def open(self) -> tuple[bool, int | None]:
        """Connect; whether it was accepted, and the close code if not."""
        accepted, code = await self._socket.connect(timeout=SECONDS)
        return accepted, None if accepted else int(code or 0)

    async def follow(self, turn: str | None = None, seq: int = 0) -> Message:
        """Connect, say where we were, and give back the first state."""
        assert await self.open() == (True, None)
        await self.send(kind="follow", turn=turn, seq=seq)
        return await self.next("state")

    async def send(self, **message: Any) -> None:
        """Send a message as the browser does."""
        await self.send_text(json.dumps(message))

    async def send_text(self, text: str) -> None:
        """Send whatever this is."""
        await self._socket.send_to(text_data=text)

    async def send_bytes(self, data: bytes) -> None:
        """Send a binary frame."""
        await self._socket.send_to(bytes_data=data)

    async def receive(self, draw: bool = True) -> Message:
        """The next message; events are drawn and acknowledged."""
        message: Message = await self._socket.receive_json_from(timeout=SECONDS)
        self.received.append(message)
        if message["kind"] == "events":
            self.events += [(item["seq"], item["event"]) for item in message["events"]]
            if draw:
                await self.send(kind="ack", turn=message["turn"], seq=self.seen)
        return message

    async def next(self, kind: str) -> Message:
        """The next message of a kind; others are taken in on the way."""
        while (message := await self.receive())["kind"] != kind:
            pass
        return message

    async def read_until(self, done: Callable[[], bool]) -> None:
        """Receive until it is so."""
        while not done():
            await self.receive()

    async def read_to(self, seq: int) -> None:
        """Receive until the event of this number was seen."""
        await self.read_until(lambda: self.seen >= seq)

    async def read_to_end(self) -> None:
        """Receive until the turn's last event."""
        await self.read_until(lambda: any(event["kind"] == "ended" for _, event in self.events))

    async def is_quiet(self) -> bool:
        """Whether nothing comes for a while."""
        return bool(await self._socket.receive_nothing(QUIET, 0.05))

    async def close_code(self) -> int:
        """The code with which the studio closes, after whatever it still says."""
        while (output := await self._socket.receive_output(SECONDS))["type"] != "websocket.close":
            pass
        return int(output["code"])

    async def close(self) -> None:
        """Close the tab."""
        await self._socket.disconnect(timeout=SECONDS)

    @property
    def turns(self) -> list[Message]:
        """The turns as the newest state shows them."""
        states = [message for message in self.received if message["kind"] == "state"]
        return list(states[-1]["turns"]) if states else []

    @property
    def seen(self) -> int:
        """The number of the last event that was drawn."""
        return self.events[-1][0] if self.events else 0

    @property
    def text(self) -> str:
        """All text of the events, in order."""
        return "".join(event.get("text", "") for _, event in self.events)


def session_of(user: User) -> str:
    """The value of a person's session cookie."""
    client = Client()
    client.force_login(user)
    return str(client.cookies["sessionid"].value)


async def start(project: Project) -> str:
    """A turn of the project, as the database has it."""
    verb = database_sync_to_async(turns.start_turn)
    return str((await verb(project, "A page", uuid.uuid4().hex)).id)


class Worker:
    """Writes a turn's log as a worker does, batch by batch, from a thread."""

    def __init__(self, log: EventLog, turn: str, attempt: int = 1) -> None:
        self._log, self._turn, self._attempt = log, turn, attempt
        self._next = log.claim(turn, attempt) + 1

    async def write(self, *events: TurnEvent, result: TurnResult | None = None) -> None:
        """Append one batch."""
        await asyncio.to_thread(
            self._log.append, self._turn, self._attempt, self._next, events, result
        )
        self._next += len(events)

    async def end(
        self, files: dict[str, str] | None = None, reply: str = "", status: TurnStatus = "done"
    ) -> None:
        """The last event, the result, and its recording."""
        result = TurnResult(
            turn=self._turn, attempt=self._attempt, status=status, files=files, reply=reply
        )
        await self.write(Ended(status=status), result=result)
        await database_sync_to_async(turns.record_turn)(self._turn)
