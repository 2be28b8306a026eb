"""What answers a page's requests: under one synthetic origin, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

ORIGIN = "http://page.test"
TYPES = {
    "html": "text/html; charset=utf-8",
    "htm": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}


class Served(Protocol):
    """A file as a browser gets it."""

    @property
    def body(self) -> bytes:
        """Its bytes."""

    @property
    def content_type(self) -> str:
        """Its media type."""


Serve = Callable[[str], Served | None]  # a path below the origin, without the leading slash


@dataclass(frozen=True)
class Plain:
    """A file as it stands."""

    body: bytes
    content_type: str


class PlainFiles:
    """A project's files as they stand: no shelf, nothing localised."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files

    def get(self, path: str) -> Served | None:
        """The file, or None."""
        if path not in self._files:
            return None
        kind = TYPES.get(PurePosixPath(path).suffix.lower().lstrip("."), "text/plain")
        return Plain(self._files[path].encode("utf-8", "replace"), kind)


def path_of(url: str) -> str | None:
    """The path of an address below our origin ("" for the page itself); None for any other."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
        return None
    return unquote(parts.path).lstrip("/")
