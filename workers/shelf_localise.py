"""Finds the addresses in HTML, CSS and JavaScript that the shelf answers, and replaces them.

Works on text that comes in pieces: what cannot be decided yet is held back, so that the output is
the same however the text is cut.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple, Protocol

from workers.placeholder import is_placeholder_host
from workers.shelf_addresses import Address, is_known_host, missing_name, split_address

# Ends an address: quotes, blanks, brackets, and `$`, with which a template's value begins.
_URL = re.compile(r"(?<![\w/:.])(?:https?:)?//[A-Za-z0-9][^\s\"'`<>(){}\\$^]*", re.IGNORECASE)
_URL_BEGINS = re.compile(r"(?<![\w/:.])(?:h|ht|htt|https?|https?:|(?:https?:)?//?)$", re.IGNORECASE)
_TAG_BEGINS = re.compile(r"<(?:s|sc|scr|scri|scrip|script|l|li|lin|link)?$", re.IGNORECASE)
_TAG_NAME = re.compile(r"<(?:script|link)(?=[\s/>])", re.IGNORECASE)
# Possessive, so that hostile text costs no more than its length.
_TAG = re.compile(
    r"<(?:script|link)(?=[\s/>])[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>", re.IGNORECASE
)
_EVENT = re.compile(f"(?:{_TAG_NAME.pattern})|(?:{_URL.pattern})", re.IGNORECASE)
_INTEGRITY = re.compile(r"\s+integrity\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_IS_MODULE = re.compile(r"\b(?:type\s*=\s*[\"']?module\b|rel\s*=\s*[\"']?modulepreload\b)", re.I)
_IMPORTED = re.compile(r"\b(?:from|import)\s*\(?\s*[\"'`]$")
_MAP_VALUE = re.compile(r"[\"']\s*:\s*[\"']$")
_IMPORT_MAP = re.compile(r"type\s*=\s*[\"']?importmap(?:(?!</script).)*$", re.I | re.DOTALL)
_TRAILING = ".,;:!"
_UNFINISHED = ("/", "=", "-", "?", "&")
_CONTEXT = 2000  # characters before an address that say how it is used
_LONGEST_TAG = 8000  # a tag that does not end by then is text


class Localised(NamedTuple):
    """Text whose addresses lead to the shelf; the paths they lead to; the names of what is not
    there."""

    text: str
    used: list[str]
    missing: list[str]


class Answering(Protocol):
    """What knows the answer to an address: `workers.shelf.Shelf`."""

    def answer(self, url: str, module: bool = False) -> tuple[str | None, list[str]]:
        """A path or None, and the names of what is missing."""
        ...


class Localiser:
    """Localises one file, fed in pieces; `used` and `missing` grow as it goes."""

    def __init__(
        self, shelf: Answering, kind: str, base: str, page_base: str | None = None
    ) -> None:
        self._shelf = shelf
        self._html = kind == "html"
        self._base = base
        self._page_base = base if page_base is None or kind != "js" else page_base
        self._text = ""  # what was sent, as far as it is context, and what is held
        self._at = 0  # where the held part begins
        self._used: dict[str, None] = {}
        self._missing: dict[str, None] = {}

    @property
    def used(self) -> list[str]:
        """Paths of the shelf that the text leads to, each once."""
        return list(self._used)

    @property
    def missing(self) -> list[str]:
        """What the text asks for and the shelf lacks, each once."""
        return list(self._missing)

    def feed(self, text: str) -> str:
        """The part of the text that is decided now."""
        return self._advance(text, final=False)

    def close(self) -> str:
        """What is still held; the text has ended."""
        return self._advance("", final=True)

    def _advance(self, text: str, final: bool) -> str:
        self._text += text
        events = _EVENT if self._html else _URL
        parts: list[str] = []
        while True:
            event = events.search(self._text, self._at)
            if event is None:
                end = len(self._text) if final else self._undecided()
                parts.append(self._text[self._at : end])
                self._at = end
                break
            parts.append(self._text[self._at : event.start()])
            self._at = event.start()
            done = self._take(event, final)
            if done is None:
                break
            parts.append(done)
        cut = max(0, self._at - _CONTEXT)
        self._text, self._at = self._text[cut:], self._at - cut
        return "".join(parts)

    def _take(self, event: re.Match[str], final: bool) -> str | None:
        """The output for what begins at `event`, or None to wait for more of it."""
        if event[0][0] == "<":
            tag = _TAG.match(self._text, event.start(), event.start() + _LONGEST_TAG)
            if tag is not None:
                self._at = tag.end()
                return self._localise_tag(tag[0])
            if not final and len(self._text) - event.start() < _LONGEST_TAG:
                return None
            self._at = event.end()
            return event[0]
        if event.end() == len(self._text) and not final:
            return None
        before = self._text[max(0, event.start() - _CONTEXT) : event.start()]
        self._at = event.end()
        after = self._text[event.end() : event.end() + 1]
        module = bool(_IMPORTED.search(before)) or self._in_import_map(before)
        return self._localise_url(event[0], module, after == "$")

    def _undecided(self) -> int:
        """Where something may begin of which the next piece decides."""
        patterns = [_URL_BEGINS, _TAG_BEGINS] if self._html else [_URL_BEGINS]
        tail = max(self._at, len(self._text) - 10)
        found = [match.start() for one in patterns if (match := one.search(self._text, tail))]
        return min(found, default=len(self._text))

    def _in_import_map(self, before: str) -> bool:
        return bool(self._html and _MAP_VALUE.search(before) and _IMPORT_MAP.search(before))

    def _localise_tag(self, tag: str) -> str:
        module = bool(_IS_MODULE.search(tag))
        done = _URL.sub(lambda url: self._localise_url(url[0], module, False, loads=True), tag)
        if done == tag:
            return tag
        # The digest is of the file that the network would have sent.
        return _INTEGRITY.sub(lambda gone: "\n" * gone[0].count("\n"), done)

    def _localise_url(self, text: str, module: bool, unfinished: bool, loads: bool = False) -> str:
        url = text.rstrip(_TRAILING)
        rest = text[len(url) :]
        address = split_address(html.unescape(url) if self._html else url)
        if address is None:
            return text
        path, missing = self._shelf.answer(html.unescape(url) if self._html else url, module=module)
        base = self._base if module else self._page_base
        if self._is_beginning(address, url, path, unfinished):
            return base + "at/" + url.partition("//")[2] + rest
        if path is None and (loads or module) and (name := missing_name(address, loads=True)):
            missing = [name]
        self._missing.update(dict.fromkeys(missing))
        if path is None:
            return text
        self._used[path] = None
        return base + path + rest

    def _is_beginning(self, address: Address, url: str, path: str | None, unfinished: bool) -> bool:
        """Whether a script adds to the address, so that its end is known only when it is asked."""
        picture = is_placeholder_host(address.host)
        if not picture and not is_known_host(address.host):
            return False
        if not address.path and not address.query:
            return path is None or unfinished
        if path is not None and path.endswith("/") and not picture:
            return False  # a folder of the shelf
        return (
            unfinished
            or (picture and url.endswith(_UNFINISHED))
            or (url.endswith(_UNFINISHED) and path is None and missing_name(address) is not None)
        )
