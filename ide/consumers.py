"""The project's socket: parse, authorise, call one verb; and draw from the log."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import Any

import redis
from autobahn.exception import Disconnected
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings

from ide import hand, turns
from ide.models import Project, Turn
from ide.owner import resolve_owner
from ide.preview import preview_base
from ide.protocol import (
    MAX_MESSAGE_BYTES,
    Ack,
    BackendChanged,
    ClientMessage,
    Events,
    Follow,
    NumberedEvent,
    Open,
    ProjectState,
    Prompt,
    QueuePosition,
    Refused,
    Rename,
    Restore,
    Retry,
    RevisionFiles,
    Stop,
    client_message,
)
from ide.state import project_state
from workers.event_log import AsyncEventLog
from workers.events import BackendStatus, Frozen, Problem, TurnEvent
from workers.writer import merge

log = logging.getLogger(__name__)

NOT_FOUND, FORBIDDEN, LAGGING, FAILED = 4404, 4403, 4408, 4500
MAX_UNACKED = 400  # batches in flight before a client must say that it draws them
LAG_SECONDS = 30


class ProjectConsumer(AsyncWebsocketConsumer):
    """One tab on one project. Two tasks: `_watch` sends what is durable, `_follow` what is live."""

    async def connect(self) -> None:
        """Accept the owner of the project, and nobody else."""
        self._project_id = str(self.scope["url_route"]["kwargs"]["project_id"])
        self._log = AsyncEventLog(settings.CONFIG.redis_url)
        self._admitted = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._following: asyncio.Task[None] | None = None
        self._live: str | None = None
        self._place = Follow()
        self._unacked: list[int] = []
        self._acked = asyncio.Event()
        self._status = BackendStatus(state="missing")
        self._position: QueuePosition | None = None
        await self.accept()  # accepted even to refuse: only then does the browser see the code
        user: Any = self.scope["user"]
        owner = await database_sync_to_async(resolve_owner)(user)
        if owner is None:
            await self.close(FORBIDDEN)
        elif not await self._find(owner):
            await self.close(NOT_FOUND)
        else:
            self._admitted = True

    async def disconnect(self, code: int) -> None:
        """Stop following. The turn goes on."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._log.close()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """One message of the client; whatever is wrong with it is answered in words."""
        if not self._admitted:
            return  # sent before the refusal arrived
        ref = None
        try:
            if text_data is None or len(text_data) > MAX_MESSAGE_BYTES:
                raise ValueError("binary or too large")
            message = client_message.validate_json(text_data)
            ref = getattr(message, "ref", None)
            await self._handle(message)
        except turns.Refusal as refusal:
            await self._refuse(refusal.problem, ref)
        except ValueError:  # pydantic's errors are some too
            text = "The studio could not read this message. Reload the page."
            await self._refuse(Problem(code="bad-message", message=text), ref)
        except redis.RedisError:
            text = "The message broker is away; it is being restarted. Try again in a moment."
            await self._refuse(Problem(code="broker-away", message=text), ref)

    async def _handle(self, message: ClientMessage) -> None:
        match message:
            case Follow():
                self._place = message
                if not self._tasks:
                    self._spawn(self._watch())
            case Ack():
                self._unacked = [seq for seq in self._unacked if seq > message.seq]
                self._acked.set()
            case Prompt():
                wish = (message.text, message.ref, message.candidates, message.ask)
                await self._do(turns.start_turn, *wish, message.instead, message.element)
            case Retry():
                await self._do(turns.retry_turn, message.turn, message.ref)
            case Stop():
                await self._do(turns.stop_turn, message.turn)
            case Restore():
                await self._do(hand.restore, message.revision)
            case Rename():
                await self._do(turns.rename, message.name)
            case Open():
                revision = await self._do(turns.find_revision, message.revision)
                await self._send(RevisionFiles(revision=revision.number, files=revision.files))

    async def _do(self, verb: Any, *args: Any) -> Any:
        """Call a verb on the project as it is now; it may have been deleted since."""

        def call() -> Any:
            project = Project.objects.filter(pk=self._project_id).first()
            if project is None:
                raise turns.Refusal("project-missing", "This project was deleted.")
            return verb(project, *args)

        return await database_sync_to_async(call)()

    @database_sync_to_async
    def _find(self, owner: Any) -> bool:
        return turns.projects_of(owner).filter(pk=self._project_id).exists()

    # What is durable: the state when it changes; the backend and the queue when they do.

    async def _watch(self) -> None:
        async for woken in self._log.wakes(self._project_id):
            status = await self._log.status()
            if woken:
                await self._send_state(status)
            elif status != self._status:
                await self._send(BackendChanged(status=status))
            self._status = status
            await self._send_position()

    async def _send_state(self, status: BackendStatus) -> None:
        host = dict(self.scope["headers"]).get(b"host", b"").decode("latin-1")
        secure = self.scope.get("scheme") in ("wss", "https")

        def build(project: Project) -> tuple[ProjectState, Turn | None]:
            base = preview_base(host, "https" if secure else "http", project)
            live = project.turns.exclude(status__in=Turn.FINAL).order_by("created_at").first()
            return project_state(project, base, status), live

        try:
            state, live = await self._do(build)
        except turns.Refusal:
            await self.close(NOT_FOUND)
            return
        await self._send(state)
        place, self._place = self._place, Follow()  # where the client was counts once
        own = any(turn.id == place.turn for turn in state.turns)
        self._follow(str(live.id) if live else place.turn if own else None, place)

    async def _send_position(self) -> None:
        """Where a waiting turn stands; nothing when none waits or nothing changed."""

        def find(project: Project) -> QueuePosition | None:
            turn = project.turns.filter(pk=self._live or "", status=Turn.Status.QUEUED).first()
            if turn is None:
                return None
            return QueuePosition(turn=str(turn.id), ahead=turns.queue_position(turn))

        with contextlib.suppress(turns.Refusal):
            position = await self._do(find) if self._live else None
            if position and position != self._position:
                await self._send(position)
            self._position = position

    # What is live: the log of the one turn that is under way.

    def _follow(self, turn: str | None, place: Follow) -> None:
        """Follow this turn from now on. None leaves the last one be: its end may be on its way."""
        if turn is None or turn == self._live:
            return
        if self._following:
            self._following.cancel()
        after = place.seq if place.turn == turn else 0
        self._following = self._spawn(self._follow_turn(turn, after))
        self._live = turn

    async def _follow_turn(self, turn: str, after: int) -> None:
        self._unacked.clear()
        async for batch in self._log.batches(turn, after):
            events = [NumberedEvent(seq=seq, event=event) for seq, event in joined(batch)]
            await self._send(Events(turn=turn, events=events))
            self._unacked.append(batch[-1][0])
            if not await self._drawn():
                await self.close(LAGGING)
                return

    async def _drawn(self) -> bool:
        """Wait while the client lags; False when it does not draw for too long."""
        deadline = time.monotonic() + LAG_SECONDS
        while len(self._unacked) > MAX_UNACKED:
            self._acked.clear()
            try:
                await asyncio.wait_for(self._acked.wait(), deadline - time.monotonic())
            except TimeoutError:
                return False
        return True

    def _spawn(self, coroutine: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or isinstance(task.exception(), Disconnected):
            return  # the client left; its disconnect is on its way
        if task.exception():
            log.error("A socket's task failed.", exc_info=task.exception())
            closing = asyncio.ensure_future(self.close(FAILED))  # the client connects again
            closing.add_done_callback(lambda _: None)

    async def _refuse(self, problem: Problem, ref: str | None) -> None:
        await self._send(Refused(problem=problem, ref=ref))

    async def _send(self, message: Frozen) -> None:
        await self.send(message.model_dump_json())


def joined(batch: list[tuple[int, TurnEvent]]) -> list[tuple[int, TurnEvent]]:
    """A batch with adjacent text joined under its last number: catching up costs few messages."""
    result: list[tuple[int, TurnEvent]] = []
    for seq, event in batch:
        pair = merge([result[-1][1], event]) if result else [event]
        if result and len(pair) == 1:
            result[-1] = (seq, pair[0])
        else:
            result.append((seq, event))
    return result
