"""The shelf in the web process: loaded once, its files sent in pieces."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from workers.content_types import type_of
from workers.shelf import DIST, Shelf, load_shelf

PIECE = 256 * 1024  # bytes
# A path carries its library's version, so what it leads to never changes. Pages live in an opaque
# origin, for which everything is another's; no credentials go along.
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def the_shelf() -> Shelf:
    """The shelf that was built; read again only after a new build."""
    index = DIST / "index.json"
    return _load(index.stat().st_mtime_ns if index.is_file() else 0)


@lru_cache(maxsize=1)
def _load(_changed: int) -> Shelf:
    return load_shelf()


async def send_file(shelf: Shelf, path: str) -> HttpResponseBase | None:
    """The response for a file of the shelf; None if there is none.

    Files are read in threads, a piece at a time: the largest have eight megabytes, and every open
    preview may ask for them at once.
    """
    file = shelf.file(path)
    if file is None:
        served = shelf.read(path)
        if served is None:
            return None
        return HttpResponse(served.body, content_type=served.content_type, headers=HEADERS)
    try:
        size = (await asyncio.to_thread(file.stat)).st_size
    except OSError:  # built anew in this moment
        return None
    if size <= PIECE:
        body = await asyncio.to_thread(file.read_bytes)
        return HttpResponse(body, content_type=type_of(path), headers=HEADERS)
    headers = {**HEADERS, "Content-Length": str(size)}
    return StreamingHttpResponse(_pieces(file), content_type=type_of(path), headers=headers)


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(file.open, "rb") as source:
        while piece := await asyncio.to_thread(source.read, PIECE):
            yield piece
