"""A project's files as a browser gets them: the shelf in place of the network.

Addresses are localised, and a page gets an import map, so that modules may be named bare:
`import * as THREE from "three"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from workers.content_types import type_of
from workers.html_first import insert_first
from workers.shelf import Served, Shelf, load_shelf
from workers.shelf_localise import Localiser

SHELF = "shelf/"  # where a page finds the shelf, below its own address
Serve = Callable[[str], Served | None]
_EVENT = re.compile(r"<!--|<script(?=[\s/>])", re.IGNORECASE)
_MAY_BEGIN = re.compile(r"<(?:!|!-|s|sc|scr|scri|scrip|script)?$", re.IGNORECASE)
_TAG = re.compile(
    r"<script(?=[\s/>])([^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+)>", re.IGNORECASE
)
_END = re.compile(r"</script", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([\w/.+-]*)", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)


def is_page(path: str) -> bool:
    """Whether a file is an HTML page, by its name."""
    return path.lower().endswith((".html", ".htm"))


def kind_of(path: str) -> str | None:
    """How a file's addresses are read: html, css, js; None for files that have none."""
    ending = path.lower().rpartition(".")[2]
    kinds = {"html": "html", "htm": "html", "svg": "html", "css": "css", "js": "js", "mjs": "js"}
    return kinds.get(ending)


class PageWriter:
    """A page that may come in pieces: localised, with an import map.

    The map comes before the first script that could need it, merged into the page's own where it
    has one (its own entries win). The output is the same however the text is cut, and no line
    number changes.
    """

    def __init__(self, shelf: Shelf, base: str, imports: Mapping[str, str] | None = None) -> None:
        self._base = base
        self._localiser = Localiser(shelf, "html", base)
        paths = shelf.imports if imports is None else imports
        self._imports = {name: base + path for name, path in paths.items()}
        self._held = ""
        self._mapped = not self._imports

    @property
    def used(self) -> list[str]:
        """Paths of the shelf that the page's addresses lead to."""
        return self._localiser.used

    @property
    def missing(self) -> list[str]:
        """What the page asks for and the shelf lacks."""
        return self._localiser.missing

    def feed(self, text: str) -> str:
        """The part of the page that can be sent now."""
        return self._advance(self._localiser.feed(text), final=False)

    def close(self) -> str:
        """What was held back; the page has ended."""
        return self._advance(self._localiser.close(), final=True)

    def _advance(self, text: str, final: bool) -> str:
        self._held += text
        sent: list[str] = []
        while not self._mapped and (event := _EVENT.search(self._held)):
            end = self._end_of(event)
            if end is None:
                if not final:
                    sent.append(self._send(event.start()))
                    return "".join(sent)
                end = event.end()
                sent.append(self._send(end))
                continue
            sent += [self._send(event.start()), self._with_map(end - event.start())]
        hold = None if self._mapped or final else _MAY_BEGIN.search(self._held)
        sent.append(self._send(hold.start() if hold else len(self._held)))
        return "".join(sent)

    def _send(self, end: int) -> str:
        sent, self._held = self._held[:end], self._held[end:]
        return sent

    def _end_of(self, event: re.Match[str]) -> int | None:
        """Where the comment, tag or import map at `event` ends; None while that is not known."""
        if event[0] == "<!--":
            end = self._held.find("-->", event.end())
            return end + 3 if end >= 0 else None
        tag = _TAG.match(self._held, event.start())
        if tag is None or _type_of(tag[1]) != "importmap":
            return tag.end() if tag else None
        closed = _END.search(self._held, tag.end())
        return closed.start() if closed else None

    def _with_map(self, length: int) -> str:
        part = self._send(length)
        tag = _TAG.match(part)
        if tag is None:  # a comment
            return part
        kind = _type_of(tag[1])
        source = _SRC.search(tag[1])
        if kind == "importmap":
            self._mapped = True
            return part[: tag.end()] + self._merged(part[tag.end() :])
        if kind != "module" and source and source[1].startswith(self._base):
            return part  # a library in classic form needs no map, and the page's own may follow
        self._mapped = True
        return f'<script type="importmap">{self._merged("")}</script>{part}'

    def _merged(self, own: str) -> str:
        """The page's own import map with what it does not name; as many lines as before."""
        try:
            read: Any = json.loads(own or "{}")
            named = read.get("imports", {})
            whole = {**read, "imports": {**self._imports, **named}}
        except (ValueError, AttributeError, TypeError):
            return own
        return json.dumps(whole).replace("<", "\\u003c") + "\n" * own.count("\n")


def _type_of(attributes: str) -> str:
    found = _TYPE.search(attributes)
    return found[1].lower() if found else ""


class PageFiles:
    """The files of a project by path, as a browser gets them from `base`'s neighbour.

    `base` is where the shelf is, with a slash at the end.
    """

    def __init__(self, files: Mapping[str, str], shelf: Shelf, base: str) -> None:
        self._files = files
        self._shelf = shelf
        self._base = base

    def get(self, path: str) -> Served | None:
        """The file, or the page of a folder; None if the project has no such file."""
        if path.endswith("/") or not path:
            path += "index.html"
        text = self.text(path)
        if text is None:
            return None
        return Served(text.encode("utf-8", "replace"), type_of(path))

    def text(self, path: str) -> str | None:
        """As `get`, as text."""
        text = self._files.get(path)
        kind = kind_of(path)
        if text is None or kind is None:
            return text
        if is_page(path):
            writer = PageWriter(self._shelf, self._base)
            return writer.feed(text) + writer.close()
        return self._shelf.localise(text, kind, self._base).text


__all__ = ["PageFiles", "PageWriter", "insert_first", "is_page", "kind_of"]


def serve_with_shelf(files: Mapping[str, str], origin: str) -> tuple[Serve, Serve]:
    """What answers a page that runs without a network at `origin`: paths below it, the shelf's
    among them, and whole addresses of other hosts that the shelf knows."""
    shelf = load_shelf()
    pages = PageFiles(files, shelf, f"{origin}/{SHELF}")

    def below(path: str) -> Served | None:
        if path.startswith(SHELF):
            return shelf.read(path.removeprefix(SHELF))
        return pages.get(path)

    def elsewhere(url: str) -> Served | None:
        path = shelf.resolve(url)
        return shelf.read(path) if path else None

    return below, elsewhere
