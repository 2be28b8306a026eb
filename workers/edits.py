"""The reply parser: text from a model becomes conversation and files, as it streams.

A reply is Markdown. Fenced blocks that name a file, or whose language implies one, are whole
files, or the search/replace pairs of one; all else is conversation. Models forget fences and names,
so a bare document counts as index.html, and bare pairs as those of the file named before them.
However the text is cut into pieces, the same events come out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from workers.blocks import BlockReader, ReplaceBlock, begins, may_begin
from workers.events import Say, Write
from workers.files import ENTRY, FileError, check_path

_DEFAULT_PATHS = {
    "html": ENTRY,
    "htm": ENTRY,
    "css": "style.css",
    "js": "script.js",
    "mjs": "script.js",
    "javascript": "script.js",
}
_PATH = r"[\w\-./@+]+\.(?:html?|css|m?js|json|svg|txt|md|glsl|csv)"
_NAMED = re.compile(rf"(?:^|[\s:=\"'`(*])({_PATH})(?=$|[\s:\"'`)*,])", re.IGNORECASE)
# A line that is nothing but a file's name. A name in passing ("then open index.html:") is weaker:
# it counts only for a block in the file's own language.
_HEADING = re.compile(
    rf"[^\w./@+-]*(?:file(?:name)?|文件名?)?[^\w./@+-]*({_PATH})\W*", re.IGNORECASE
)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*(.*)$")
_BARE = re.compile(r"^\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_BARE_STARTS = ("<!doctype", "<html")
_DOCUMENT_END = re.compile(r"</html\s*>", re.IGNORECASE)

Piece = Say | Write | ReplaceBlock


class EditParser:
    """Feed it text, get events; `files` holds what was written so far (path -> text).

    Search/replace pairs are only found here, not applied (workers/apply.py).
    `closed` names the files whose block has ended; `refused` lists the file names that were not
    acceptable and why. `wanted` are files that were asked for by name: a block under another name
    in the language of one of them is that one.
    """

    def __init__(self, wanted: Collection[str] = ()) -> None:
        self.files: dict[str, str] = {}
        self.closed: set[str] = set()
        self._wanted = {_language_of(path): path for path in wanted}
        self.refused: list[str] = []
        self._line = ""  # the part of the current line that was not given out yet
        self._fresh = True  # `_line` starts at the start of a line
        self._fence = ""  # the marks that opened the block; "" outside
        self._path: str | None = None  # the file being written
        self._opens = False
        self._held = ""  # a block's first line without a language: a bare document may follow
        self._hint = ""  # the last line of conversation: it often names the next block's file
        self._pairs: BlockReader | None = None  # the block holds search/replace pairs
        self._last = ""  # the file of the pairs before

    def feed(self, text: str) -> list[Piece]:
        """The events that `text` completes."""
        pieces: list[Piece] = []
        self._line += text
        while "\n" in self._line:
            line, self._line = self._line.split("\n", 1)
            self._whole(line + "\n", pieces)
            self._fresh = True
        if self._line and not (self._fresh and self._undecided(self._line)):
            self._give(self._line, pieces)
            self._line, self._fresh = "", False
        return pieces

    def close(self) -> list[Piece]:
        """The events of what was held back; the reply is over."""
        pieces: list[Piece] = []
        if self._line:
            self._whole(self._line, pieces)
            self._line = ""
        if self._pairs:
            self._end_pairs(pieces, broken_off=True)
        if self._held:
            pieces.append(Say(text=self._held))
            self._held = ""
        return pieces

    def has_ended(self, path: str) -> bool:
        """Whether the file is written to its end."""
        page = bool(_DOCUMENT_END.search(self.files.get(path, "")[-200:]))
        return path in self.closed or (page and path.lower().endswith((".html", ".htm")))

    @property
    def document_ended(self) -> bool:
        """The entry page is complete and lacks no file of its own: nothing is left to write."""
        page = self.files.get(ENTRY, "")
        return bool(_DOCUMENT_END.search(page[-200:])) and not missing_files(page, self.files)

    def _whole(self, line: str, pieces: list[Piece]) -> None:
        """A line up to its end, or the rest of one whose start was given out."""
        if not self._fresh:
            self._give(line, pieces)
            return
        fence = _FENCE.match(line.rstrip("\r\n"))
        if self._pairs or begins(line):
            self._pair(line.rstrip("\r\n"), fence, pieces)
            return
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not fence[2]:
                if self._path is None:
                    self._give(line, pieces)
                self._close()
                return
        elif fence:
            if self._path and not fence[2]:  # a bare document's stray closing fence
                self._close()
                return
            self._open(fence[1], fence[2], pieces)
            return
        self._give(line, pieces)

    def _pair(self, line: str, fence: re.Match[str] | None, pieces: list[Piece]) -> None:
        """A line of a block of search/replace pairs, or the one that begins it."""
        pairs = self._pairs or self._begin_pairs()
        # Without a fence around them, one ends the pairs only between two of them.
        closes = fence and not fence[2] and fence[1].startswith(self._fence or fence[1])
        if closes and (self._fence or pairs.between):
            self._end_pairs(pieces)
        elif block := pairs.take(line):
            pieces.append(block)
        elif pairs.between and line.strip() and not closes:
            pieces.append(Say(text=line + "\n"))  # chatter between two
        if not self._fence and pairs.between:
            self._end_pairs(pieces)

    def _begin_pairs(self) -> BlockReader:
        path = self._path
        if path:
            self.files.pop(path, None)  # it is changed, not written
        elif named := _NAMED.search(self._hint):
            path = self._acceptable(named[1])
        self._last = path or self._last
        self._held = ""
        self._pairs = BlockReader(self._last)
        return self._pairs

    def _end_pairs(self, pieces: list[Piece], broken_off: bool = False) -> None:
        if self._pairs and (block := self._pairs.end(broken_off)):
            pieces.append(block)
        self._pairs, self._fence, self._path = None, "", None

    def _close(self) -> None:
        if self._path:
            self.closed.add(self._path)
        self._fence, self._path = "", None

    def _open(self, marks: str, info: str, pieces: list[Piece]) -> None:
        self._path = self._path_of(info)
        self._fence = marks
        self._hint = ""
        if self._path:
            self._start(self._path)
        elif not info:
            self._held = marks + "\n"
        else:
            self._give(marks + info + "\n", pieces)

    def _path_of(self, info: str) -> str | None:
        """The file a block's first line means; None for a block of conversation."""
        language = re.split(r"[\s:{]", info.strip() + " ", maxsplit=1)[0].lower()
        named = _NAMED.search(info)
        if named is None and not language:
            named = _HEADING.fullmatch(self._hint)
        elif named is None:
            names = _NAMED.finditer(self._hint)
            named = next((name for name in names if _is_in(name[1], language)), None)
        path = self._acceptable(named[1]) if named else _DEFAULT_PATHS.get(language)
        return self._wanted.get(_language_of(path), path) if path else None

    def _acceptable(self, path: str) -> str | None:
        try:
            return check_path(path.removeprefix("./"))
        except FileError as error:
            self.refused.append(str(error))
            return None

    def _start(self, path: str) -> None:
        self._path = path
        self._opens = True
        self.files[path] = ""

    def _give(self, text: str, pieces: list[Piece]) -> None:
        outside = not self._path and (self._held or not self._fence)
        if outside and self._fresh and _BARE.match(text):
            self._held = ""
            self._start(ENTRY)
        if self._path:
            pieces.append(Write(path=self._path, text=text, opens=self._opens))
            self.files[self._path] += text
            self._opens = False
        elif self._held and not text.strip():
            self._held += text
        else:
            pieces.append(Say(text=self._held + text))
            self._held = ""
            if not self._fence and not (self._fresh and not text.strip()):
                self._hint = text if self._fresh else self._hint + text

    def _undecided(self, start: str) -> bool:
        """Whether the start of a line may still become something else than plain text."""
        bare = start.lstrip()
        if not bare or bare[0] in "`~" or self._pairs or may_begin(start):
            return True
        if self._path or (self._fence and not self._held):
            return False
        low = bare.lower()
        return any(mark.startswith(low) or low.startswith(mark) for mark in _BARE_STARTS)


def _language_of(path: str) -> str:
    """What a file's name says of its language; the same for .js and .mjs."""
    suffix = path.rsplit(".", 1)[-1].lower()
    return _DEFAULT_PATHS.get(suffix, suffix)


def _is_in(path: str, language: str) -> bool:
    """Whether a file's name says that it is in a block's language."""
    return _language_of(path) == _DEFAULT_PATHS.get(language, language)


_LOCAL = re.compile(
    r"""<(?:script|link)\b[^>]*?\b(?:src|href)\s*=\s*["'](?!https?:|//|data:|#)([^"'?#]+\.(?:css|m?js))""",
    re.IGNORECASE,
)


def missing_files(page: str, files: dict[str, str]) -> list[str]:
    """Scripts and styles of the project's own that `page` loads but `files` does not have."""
    wanted = (path.removeprefix("./").lstrip("/") for path in _LOCAL.findall(page))
    return [path for path in wanted if path not in files]
