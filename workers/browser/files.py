"""What answers a page's requests: under one synthetic origin, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

ORIGIN = "http://page.test"


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


def path_of(url: str) -> str | None:
    """The path of an address below our origin ("" for the page itself); None for any other."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
        return None
    return unquote(parts.path).lstrip("/")
