"""What a page says while it runs, by the debugging protocol: errors with their exact places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workers.browser.files import path_of
from workers.files import find_entry
from workers.report import Fault, FaultKind

MAX_KINDS = 40  # different faults that are kept
MAX_MESSAGE = 300  # characters
AROUND = 3  # lines before and after the one at fault
MAX_LINE = 160  # characters of a source line that are shown
SCRIPTS = ("script", "stylesheet", "document", "xhr", "fetch", "image")
PLAIN = re.compile(r"^(Uncaught )?(\(in promise\) )?")


@dataclass(frozen=True)
class Place:
    """A position in a project's file; `line` and `column` from 1, 0 when unknown."""

    file: str = ""
    line: int = 0
    column: int = 0


class Listener:
    """Collects faults, each once. `during` says what the check is doing, for the messages."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.during = ""
        self.deaf = False  # what comes now was told already
        self.requested: list[str] = []  # addresses outside that the page asked for
        self._files = files
        self._entry = find_entry(dict(files)) or ""
        self._faults: dict[tuple[str, str, str, int], Fault] = {}

    @property
    def faults(self) -> list[Fault]:
        """All so far, in the order in which they came."""
        return list(self._faults.values())

    def add(self, kind: FaultKind, severity: Any, message: str, place: Place | None = None) -> None:
        """Note a fault, or count it again."""
        if self.deaf:
            return
        where = place or Place()
        message = message.strip()[:MAX_MESSAGE]
        # At one place it is the same fault, though its message may count something.
        key = (kind, "" if where.line else message, where.file, where.line)
        if known := self._faults.get(key):
            self._faults[key] = known.model_copy(update={"times": known.times + 1})
        elif len(self._faults) < MAX_KINDS:
            self._faults[key] = Fault(
                kind=kind,
                severity=severity,
                message=message,
                file=where.file,
                line=where.line,
                column=where.column,
                source=source_around(self._files.get(where.file, ""), where.line),
            )

    def listen(self, session: Any) -> None:
        """Hear a page's debugging session."""
        session.on("Runtime.exceptionThrown", self._thrown)
        session.on("Runtime.consoleAPICalled", self._console)
        session.on("Log.entryAdded", self._logged)

    def _thrown(self, event: Mapping[str, Any]) -> None:
        details = event["exceptionDetails"]
        exception = details.get("exception") or {}
        frames = (details.get("stackTrace") or {}).get("callFrames") or []
        text = exception.get("description") or str(exception.get("value") or "")
        first = text.split("\n    at ")[0].strip() or details.get("text", "")
        rejected = "(in promise)" in details.get("text", "")
        place = self._first(frames) or self._place(
            details.get("url", ""), details.get("lineNumber", -1), details.get("columnNumber", -1)
        )
        if "NotAllowedError" in first and "play()" in first:
            self.add("audio", "warning", "Sound was started before anybody clicked.", place)
        elif exception.get("className") == "SyntaxError" and not frames:
            self.add("syntax", "error", PLAIN.sub("", first), place)
        elif rejected:
            self.add("rejection", "error", f"{self._when()}{first}", place)
        else:
            self.add("error", "error", f"{self._when()}{PLAIN.sub('', first)}", place)

    def _console(self, event: Mapping[str, Any]) -> None:
        if event.get("type") not in ("error", "assert"):
            return
        words = " ".join(_word(value) for value in event.get("args", []))
        frames = (event.get("stackTrace") or {}).get("callFrames") or []
        if re.search(r"THREE\.WebGL(Program|Renderer)|shader", words, re.IGNORECASE):
            self.add("webgl", "error", words, self._first(frames))
        else:
            self.add("console", "warning", words, self._first(frames))

    def _logged(self, event: Mapping[str, Any]) -> None:
        entry = event["entry"]
        # What did not load is told by the request itself; policies and the rest come by here.
        if entry.get("level") != "error" or entry.get("source") == "network":
            return
        place = self._place(entry.get("url", ""), entry.get("lineNumber", -1), -1)
        self.add("console", "warning", entry.get("text", ""), place)

    def _when(self) -> str:
        return f"After {self.during}: " if self.during else ""

    def _first(self, frames: list[Mapping[str, Any]]) -> Place | None:
        """The innermost call that stands in a file of the project."""
        for frame in frames:
            place = self._place(frame["url"], frame["lineNumber"], frame["columnNumber"])
            if place.file:
                return place
        return None

    def _place(self, url: str, line: int, column: int) -> Place:
        """The position in the project's file; the protocol counts from 0."""
        path = path_of(url) if url else None
        if path == "":
            path = self._entry
        if path is None or path not in self._files:
            return Place()
        if line is None or line < 0:
            return Place(path)
        lines = self._files[path].count("\n") + 1
        return Place(path, line + 1, column + 1) if line < lines else Place(path)

    def missing(self, path: str, kind: str) -> None:
        """A file of the project was asked for that is not there."""
        severity = "error" if kind in SCRIPTS else "warning"
        place = self.mention(path)
        self.add("load", severity, f"There is no file {path} in the project.", place)

    def outside(self, url: str, kind: str) -> None:
        """An address on the network was asked for that nothing here answers."""
        short = url if len(url) <= 160 else url[:157] + "…"
        self.requested.append(short)
        severity = "error" if kind in ("script", "stylesheet") else "warning"
        self.add("library", severity, f"{short} is not available.", self.mention(url))

    def mention(self, words: str) -> Place:
        """Where the project's files speak of an address."""
        name = words.rsplit("/", 1)[-1] if "://" not in words else words.split("?")[0]
        for path, text in self._files.items():
            at = text.find(words) if words in text else text.find(name) if name else -1
            if at >= 0:
                return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        return Place()


def source_around(text: str, line: int) -> str:
    """The lines around `line` (from 1) as they stand, numbered, that one marked by `>`."""
    if line < 1 or not text:
        return ""
    lines = text.splitlines()
    first, last = max(1, line - AROUND), min(len(lines), line + AROUND)
    width = len(str(last))
    return "\n".join(
        f"{'>' if number == line else ' '} {number:>{width}} | {lines[number - 1][:MAX_LINE]}"
        for number in range(first, last + 1)
    )


def _word(value: Mapping[str, Any]) -> str:
    if "value" in value:
        return str(value["value"])
    text = str(value.get("description") or value.get("unserializableValue") or value.get("type"))
    return text.split("\n    at ")[0]
