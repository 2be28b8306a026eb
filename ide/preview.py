"""Previews: the documents a project is made of, on an origin of their own.

`r/<number>/…` is a revision, `t/<turn>/` the page a turn is writing right now: a response that
grows as the turn's log does, drawn by the browser's own parser. Whoever knows the project's key
may look; a key that does not fit the revision or the turn finds nothing. `shelf/…` are the
libraries that pages use. The headers come from `ide.hosts`, which calls these views.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase

from ide.hosts import preview_address
from ide.loop_guard import PRELUDE, guard_loops
from ide.models import Project, Revision, Turn
from ide.preview_html import ScriptGuard
from ide.protocol import PreviewBase
from ide.shelf import send_file, the_shelf
from workers.content_types import type_of
from workers.event_log import AsyncEventLog
from workers.events import Started, TurnEvent, Write
from workers.files import find_entry
from workers.html_first import insert_first
from workers.mends_content import salvage
from workers.pages import PageFiles, PageWriter, is_page, kind_of
from workers.syntax import parses

PROBE = Path(settings.BASE_DIR) / "frontend" / "dist" / "probe.js"

MAX_DATA_CHARS = 20_000  # of a file of data that is closed where it stands

_NOTHING_HERE = """<!doctype html><meta charset="utf-8"><title>404</title><style>
body{{font:16px/1.6 system-ui,sans-serif;color:#667;display:grid;place-content:center;
min-height:90vh;margin:0;text-align:center}}</style><p>{en}<br>{zh}</p>"""
_NO_PAGE = ("There is no page here yet.", "这里还没有页面。")
_NOT_FOUND = ("This page does not exist.", "这个页面不存在。")


def preview_base(request_host: str, scheme: str, project: Project) -> PreviewBase:
    """Where the project's previews are, seen from the studio at `scheme`://`request_host`."""
    return PreviewBase(**preview_address(request_host, scheme, project.preview_key)._asdict())


async def revision_file(
    request: HttpRequest, key: str, number: int, path: str = ""
) -> HttpResponseBase:
    """A file of revision `number`; its entry page when `path` is empty."""
    revision = await Revision.objects.filter(project__preview_key=key, number=number).afirst()
    if revision is None:
        return _missing(request, path)
    if not path:
        entry = find_entry(revision.files)
        if entry is None:
            return _page(request, _NOTHING_HERE.format(en=_NO_PAGE[0], zh=_NO_PAGE[1]), 404)
        if "/" in entry:  # its relative links start from its folder
            return HttpResponseRedirect(entry)
        path = entry
    return _file(request, revision.files, path)


async def pause(request: HttpRequest, key: str) -> HttpResponse:
    """A script that every page loads right after the probe, only because loading takes time: the
    parser waits, and the probe's hello leaves the frame. A page that loops from its first line
    would keep it in, and look like one that is not there."""
    script = "document.currentScript.remove()"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


async def shelf_file(request: HttpRequest, key: str, path: str) -> HttpResponseBase:
    """A file of the shelf; below `at/`, what answers an address that a script put together."""
    shelf = the_shelf()
    if path.startswith("at/"):
        query = request.META.get("QUERY_STRING", "")
        found = shelf.resolve(f"https://{path.removeprefix('at/')}{'?' if query else ''}{query}")
        if found is None:
            return _missing(request, path)
        # Redirected, so that what it imports is looked for beside it.
        address = f"{_shelf_base(request)}{quote(found)}"
        return HttpResponseRedirect(address, headers={"Access-Control-Allow-Origin": "*"})
    return await send_file(shelf, path) or _missing(request, path)


async def growing_page(request: HttpRequest, key: str, turn: UUID) -> HttpResponseBase:
    """The page a turn writes, as it is written; ends with the turn.

    An attempt that starts over cannot take back what was sent: the response ends, and the frame
    loads it anew.
    """
    found = await Turn.objects.filter(id=turn, project__preview_key=key).afirst()
    if found is None:
        return _missing(request, "")
    follow = found.status not in Turn.FINAL
    return StreamingHttpResponse(
        _grow(request, str(turn), follow),
        content_type="text/html; charset=utf-8",
        # A proxy that collects the answer would hide the growth.
        headers={"X-Accel-Buffering": "no"},
    )


async def growing_file(request: HttpRequest, key: str, turn: UUID, path: str) -> HttpResponseBase:
    """Another file of the project while a turn runs: as written so far, else as it was.

    A script's data that is being written is closed where it stands, so that the page runs with it.
    """
    if not await Turn.objects.filter(id=turn, project__preview_key=key).aexists():
        return _missing(request, path)
    head = await Revision.objects.filter(project__preview_key=key).order_by("-number").afirst()
    files: dict[str, str] = dict(head.files) if head else {}
    written: dict[str, str] = {}
    async with _event_log() as log:
        for _, event in await log.so_far(str(turn)):
            if isinstance(event, Started):
                written.clear()
            elif isinstance(event, Write):
                before = "" if event.opens else written.get(event.path, "")
                if event.opens and event.path in written:
                    files[event.path] = written[event.path]  # whole, should the new one not be
                written[event.path] = before + event.text
    if kind_of(path) == "js" and not parses(written.get(path, ""), path):
        text = written.pop(path)
        closed = await asyncio.to_thread(salvage, text) if len(text) <= MAX_DATA_CHARS else None
        written |= {path: closed[0]} if closed else {}
    return _file(request, files | written, path)


class StartsOver(Exception):
    """What was already sent of a page is void."""


class GrowingPage:
    """The text of the one page a turn writes: the first HTML file it opens."""

    def __init__(self, guarded: bool, writer: PageWriter) -> None:
        self._path: str | None = None
        self._writer = writer
        self._guard = ScriptGuard() if guarded else None

    def feed(self, event: TurnEvent) -> str:
        """The text to send now. Raises `StartsOver` when text sent earlier no longer holds."""
        if isinstance(event, Started) and self._path is not None:
            raise StartsOver
        if not isinstance(event, Write) or not is_page(event.path):
            return ""
        if self._path is None:
            self._path = event.path
        elif self._path == event.path and event.opens:
            raise StartsOver
        if self._path != event.path:
            return ""
        text = self._writer.feed(event.text)
        return self._guard.feed(text) if self._guard else text

    def close(self) -> str:
        """What was held back at the end of the page."""
        text = self._writer.close()
        return self._guard.feed(text) + self._guard.close() if self._guard else text


async def _grow(request: HttpRequest, turn: str, follow: bool) -> AsyncIterator[bytes]:
    guarded = not _isolated(request)
    # The frame hears from the probe at once, long before the first word is written. The page's
    # own doctype then comes second and is passed over: the mode is settled already.
    yield ("<!doctype html>" + _scripts(request, guarded)).encode()
    page = GrowingPage(guarded, PageWriter(the_shelf(), _shelf_base(request)))
    async with _event_log() as log:
        past = await log.so_far(turn)
        starts = [index for index, (_, event) in enumerate(past) if isinstance(event, Started)]
        last_attempt = past[starts[-1] :] if starts else past
        with contextlib.suppress(StartsOver):
            yield _encode("".join([page.feed(event) for _, event in last_attempt]))
            ended = bool(past) and past[-1][1].kind == "ended"
            if follow and not ended:
                async for batch in log.batches(turn, past[-1][0] if past else 0):
                    yield _encode("".join([page.feed(event) for _, event in batch]))
            yield _encode(page.close())


@contextlib.asynccontextmanager
async def _event_log() -> AsyncIterator[AsyncEventLog]:
    log = AsyncEventLog(settings.CONFIG.redis_url)
    try:
        yield log
    finally:
        await log.close()


def _file(request: HttpRequest, files: dict[str, str], path: str) -> HttpResponse:
    if path.endswith("/"):
        path += "index.html"
    text = PageFiles(files, the_shelf(), _shelf_base(request)).text(path)
    if text is None:
        return _missing(request, path)
    if is_page(path):
        return _page(request, text)
    if kind_of(path) == "js" and not _isolated(request):
        text = guard_loops(text)
    # Module scripts, fonts and fetches from an opaque origin need this; no credentials go along.
    headers = {"Access-Control-Allow-Origin": "*"}
    return HttpResponse(_encode(text), content_type=type_of(path), headers=headers)


def _missing(request: HttpRequest, path: str) -> HttpResponse:
    if path and not is_page(path):
        return HttpResponse(status=404, content_type="text/plain; charset=utf-8")
    return _page(request, _NOTHING_HERE.format(en=_NOT_FOUND[0], zh=_NOT_FOUND[1]), 404)


def _page(request: HttpRequest, text: str, status: int = 200) -> HttpResponse:
    guarded = not _isolated(request)
    if guarded:
        guard = ScriptGuard()
        text = guard.feed(text) + guard.close()
    html = insert_first(text, _scripts(request, guarded))
    return HttpResponse(_encode(html), status=status, content_type="text/html; charset=utf-8")


def _scripts(request: HttpRequest, guarded: bool) -> str:
    text = _probe(PROBE, PROBE.stat().st_mtime_ns) if PROBE.exists() else ""
    prelude = PRELUDE if guarded else ""
    return f'<script>{prelude}{text}</script><script src="{_own(request)}/pause.js"></script>'


@lru_cache(maxsize=1)
def _probe(path: Path, _changed: int) -> str:
    """The built probe on one line, in a form that cannot end the script element it stands in."""
    text = " ".join(path.read_text(encoding="utf-8").split("\n")).strip()
    return re.sub(r"<(?=/script|!--)", r"\\x3c", text, flags=re.IGNORECASE)


def _isolated(request: HttpRequest) -> bool:
    return bool(getattr(request, "preview_isolated", True))


def _own(request: HttpRequest) -> str:
    """The address below which the project's files are, without a slash at the end."""
    return str(getattr(request, "preview_own", ""))


def _shelf_base(request: HttpRequest) -> str:
    """Where the shelf's files are, with a slash at the end."""
    return f"{_own(request)}/shelf/"


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "replace")
