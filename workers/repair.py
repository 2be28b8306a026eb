"""Repair: what failed goes back to the model, with the exact error and the real lines around it.

The model is shown one piece of the project (the statement or function at fault, else a small file
or script whole) and writes that piece again; it takes the old one's place. A weak checkpoint
cannot be trusted to quote what it replaces, and writing a whole page again takes a minute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workers.backends.base import Message
from workers.browser import repair_text
from workers.events import Draft
from workers.files import find_entry
from workers.judge import errors
from workers.prompts import part
from workers.report import Fault
from workers.syntax import Lines, language_of, longest_row, parses, scripts, unit_at

UNIT_LINES = 60  # the longest function that is shown whole
AROUND = 12  # lines shown around a fault that no function holds
WHOLE_LINES = 260  # the longest script that is written again whole
MAX_MISSING = 3  # functions that are asked for at once
_UNDEFINED = re.compile(
    r"ReferenceError: ([\w$]+) is not defined|calls ([\w$]+)\(\), which no script defines"
)
_BLOCK = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(.*?)(?:^ {0,3}\1[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_IDS = re.compile(r"""\bid\s*=\s*["']?([\w-]+)""")
_FUNCTIONS = re.compile(r"\bfunction\s+([\w$]+)")


@dataclass(frozen=True)
class Repair:
    """A piece of a file to be written again, and how the model is asked for it.

    `defines`: functions that nobody had written; their code comes before `lines`, which are none.
    """

    path: str
    lines: Lines
    messages: list[Message]
    defines: tuple[str, ...] = ()

    def apply(self, files: dict[str, str], answer: str) -> dict[str, str] | None:
        """The files with the answer's code in the piece's place.

        None when the answer holds no code, changes nothing, or breaks a file that parsed.
        """
        block = _BLOCK.search(answer)
        code = (block[2] if block else "").rstrip("\n")
        if not code.strip() or not any(_defined(name, code) for name in self.defines or ("",)):
            return None
        before = files[self.path]
        old = before.split("\n")
        new = [*old[: self.lines.first - 1], *code.split("\n"), *old[self.lines.last :]]
        text = "\n".join(new)
        if text == before or (parses(before, self.path) and not parses(text, self.path)):
            return None
        return {**files, self.path: text}


def plan_repair(draft: Draft, wish: str, mine: Sequence[str] = ()) -> Repair | None:
    """What to ask the model about a draft that fails; None when nothing can be pointed at.

    `mine` are the files that the model wrote; empty: all of them.
    """
    if draft.report is None:
        return None
    files = {path: text for path, text in draft.files.items() if not mine or path in mine}
    faults = errors(draft.report)
    if (names := _missing(faults, files)) and (place := _top_of_script(files)):
        return _ask_for(draft, wish, names, *place)
    for fault in faults:
        if found := _piece_of(fault, files):
            return _ask(draft, wish, *found)
    if faults:
        found = _main_script(files)
        return _ask(draft, wish, *found) if found else None
    lacks = [fault for fault in draft.report.faults if fault.kind == "lacking"]
    return _plan_lacks(draft, wish, lacks, files, bool(mine)) if lacks else None


def _plan_lacks(
    draft: Draft, wish: str, lacks: Sequence[Fault], files: dict[str, str], grounded: bool
) -> Repair | None:
    """What a page that runs lacks: what a comment stands for; more of a row of like things; or, in
    the settings of a reference, whatever it is. Pages written freely are left as they are."""
    entry = find_entry(files)
    for fault in lacks:
        if fault.line and fault.file in files:
            return _ask_instead(draft, wish, fault.file, fault.line)
        count = re.match(r"\d+", fault.message)
        row = longest_row(files[entry]) if entry and count else []
        if entry and count and 0 < (missing := int(count[0]) - len(row)) < int(count[0]) - 1:
            return _ask_more(draft, wish, missing, entry, row[-1])
    code = {path: text for path, text in files.items() if language_of(path) == "js"}
    settings = _main_script(code) if grounded else None
    return _ask(draft, wish, *settings) if settings else None


def _ask_more(draft: Draft, wish: str, missing: int, path: str, last: Lines) -> Repair:
    """Ask for further elements of a row, to stand after its last one."""
    told = [
        f"The last of its row, {_shown(draft, path, last, 'html')}",
        f"Write {missing} more like it with other content, to stand after it; nothing else.",
    ]
    return Repair(
        path, Lines(last.last + 1, last.last), _messages(draft, wish, told, lambda _: False)
    )


def _ask_instead(draft: Draft, wish: str, path: str, line: int) -> Repair:
    """Ask for the content that a comment stands for."""
    note = Lines(line, line)
    told = [
        f"What stands before it, {_shown(draft, path, Lines(max(1, line - AROUND), line), 'html')}",
        f"Line {line} is a mere comment. Write the elements that belong in its place, complete, "
        "with their texts: as many as the page needs, and nothing else.",
    ]
    return Repair(path, note, _messages(draft, wish, told, lambda _: False))


def _missing(faults: Sequence[Fault], files: Mapping[str, str]) -> tuple[str, ...]:
    """The functions that are called and that nobody wrote."""
    code = "\n".join(files.values())
    told = [_UNDEFINED.search(fault.message) for fault in faults]
    names = dict.fromkeys(match[1] or match[2] for match in told if match)
    called = [name for name in names if re.search(rf"(?<![\w$.]){re.escape(name)}\s*\(", code)]
    return tuple(name for name in called if not _defined(name, code))[:MAX_MISSING]


def _defined(name: str, code: str) -> bool:
    """Whether the code declares the name; any code does ""."""
    declared = rf"\b(function\*?|class|const|let|var)\s+{re.escape(name)}\b"
    return not name or bool(re.search(declared, code))


def _top_of_script(files: Mapping[str, str]) -> tuple[str, Lines] | None:
    """Where the longest script begins: an empty piece, before which functions can be written."""
    entry = find_entry(dict(files))
    found = [
        (path, Lines(1, 0), text.count("\n"))
        for path, text in files.items()
        if language_of(path) == "js"
    ]
    for at, _ in scripts(files[entry]) if entry else ():
        if at.count > 2:  # else code may stand on the tag's own line
            found.append((str(entry), Lines(at.first + 1, at.first), at.count))
    longest = max(found, key=lambda piece: piece[2], default=None)
    return longest[:2] if longest else None


def _piece_of(fault: Fault, files: dict[str, str]) -> tuple[str, Lines] | None:
    """The piece that holds the fault's line."""
    text = files.get(fault.file)
    if text is None or not fault.line:
        return None
    count = len(text.split("\n"))
    if fault.line > count:
        return None
    if unit := unit_at(text, fault.file, fault.line, UNIT_LINES):
        return fault.file, unit
    first, last = max(1, fault.line - AROUND), min(count, fault.line + AROUND)
    if language_of(fault.file) == "html":
        for at, _ in scripts(text):  # never across the end of the script
            if at.first <= fault.line <= at.last:
                first, last = max(first, at.first + 1), min(last, at.last - 1)
    return (fault.file, Lines(first, last)) if first <= last else None


def _main_script(files: dict[str, str]) -> tuple[str, Lines] | None:
    """The longest script that can be written again whole: in the entry page, or a file."""
    found: list[tuple[str, Lines]] = []
    entry = find_entry(files)
    for path, text in files.items():
        if language_of(path) == "js":
            found.append((path, Lines(1, len(text.split("\n")))))
        elif path == entry:
            inner = [(at, Lines(at.first + 1, at.last - 1)) for at, _ in scripts(text)]
            found += [(path, lines) for _, lines in inner if lines.count > 0]
    small = [(path, lines) for path, lines in found if lines.count <= WHOLE_LINES]
    return max(small, key=lambda piece: piece[1].count, default=None)


def _ask(draft: Draft, wish: str, path: str, lines: Lines) -> Repair:

    def shown(fault: Fault) -> bool:
        return fault.file == path and lines.first <= fault.line <= lines.last

    told = [
        f"The code at fault, {_shown(draft, path, lines, 'js')}",
        "Write this code again, corrected.",
    ]
    return Repair(path, lines, _messages(draft, wish, told, shown))


def _shown(draft: Draft, path: str, lines: Lines, language: str) -> str:
    """A piece of a file, with where it stands."""
    code = "\n".join(draft.files[path].split("\n")[lines.first - 1 : lines.last])
    return f"lines {lines.first} to {lines.last} of {path}:\n\n```{language}\n{code}\n```"


def _ask_for(draft: Draft, wish: str, names: tuple[str, ...], path: str, top: Lines) -> Repair:
    """Ask for functions that are missing, alone."""
    listed = ", ".join(f"`{name}`" for name in names)
    told = [f"Write {listed}, which the page calls and nothing defines; nothing else."]
    return Repair(path, top, _messages(draft, wish, told, lambda _: False), names)


def _messages(
    draft: Draft, wish: str, told: list[str], shown: Callable[[Fault], bool]
) -> list[Message]:
    whole = "\n".join(draft.files.values())
    happened = repair_text(draft.report, shown) if draft.report else ""
    parts = [
        f"What it should be: {wish.strip()[:600]}",
        f"What happened:\n{happened}",
        f"Elements by id: {_names(_IDS, whole)}. Functions: {_names(_FUNCTIONS, whole)}.",
        *told,
    ]
    return [
        {"role": "system", "content": part("repair")},
        {"role": "user", "content": "\n\n".join(parts)},
    ]


def _names(pattern: re.Pattern[str], text: str) -> str:
    return ", ".join(list(dict.fromkeys(pattern.findall(text)))[:40]) or "none"
