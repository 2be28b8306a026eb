"""Search/replace pairs put into a project's files: a ladder from exact to close.

Each rung compares the searched lines with the file's by a looser key; a rung that finds two places
refuses, because one of them would be a guess. Lines that the model only repeated stay as the file
has them, whatever the model made of their indentation and quotes.
The ladder is aider's in idea (https://aider.chat/docs/unified-diffs.html), the code is our own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from workers.blocks import ReplaceBlock
from workers.events import EditFault, EditOutcome
from workers.syntax import Lines, flaws

How = Literal["exact", "blanks", "indentation", "look-alikes", "elisions", "close", "already"]
CLOSE = 0.85  # of the characters in the same order, for a close match
MARGIN = 0.06  # by which the closest place must be closer than any other
NEAREST_LINES = 12  # of the file that are shown for a search that was not found
_LOOK_ALIKES = str.maketrans("‘’‚′“”„″«»‐‑‒–—−…\u3000", '\'\'\'\'""""""------. ')
_ELISION = re.compile(
    r"\s*(//|/\*|<!--|#)?\s*(\.\.\.|…)([^.…]{0,60}(\.\.\.|…))?\s*(\*/|-->)?\s*"
    r"|\s*(//|/\*|<!--)[^\n]{0,20}\b(existing code|other code|unchanged|remains? the same"
    r"|rest of (the )?(code|file|function|page|script|styles?))\b[^\n]{0,30}"
)
_WORD = re.compile(r"[\w-]")
NOWHERE = Lines(0, 0)
Key = Callable[[str], str]


class EditError(ValueError):
    """A pair that cannot be applied. The message is for the model: it has the real lines."""

    def __init__(self, why: EditFault, message: str) -> None:
        super().__init__(message)
        self.why = why


@dataclass(frozen=True)
class Applied:
    """A pair's outcome. `lines` are those that it put into the file; `error` says for the model
    why it failed, `why` in a word."""

    block: ReplaceBlock
    outcome: EditOutcome
    path: str = ""
    lines: Lines = NOWHERE
    error: str = ""
    why: EditFault | None = None


@dataclass(frozen=True)
class _Place:
    """Where the searched lines stand: `start` to before `end`, counted from 0."""

    start: int
    end: int
    new: list[str]
    how: How


def apply_edits(
    files: Mapping[str, str], blocks: Sequence[ReplaceBlock]
) -> tuple[dict[str, str], list[Applied]]:
    """The files with every pair applied that can be, and each pair's outcome, in order.

    A file that parsed parses still: pairs that break it for good are taken back and have failed.
    """
    now = dict(files)
    outcomes: list[Applied] = []
    for block in blocks:
        now, outcome = apply_block(now, block)
        outcomes.append(outcome)
    for path in {outcome.path for outcome in outcomes if outcome.outcome != "failed"}:
        if flaws(now[path], path) > flaws(files.get(path, ""), path):
            now, outcomes = _take_back(files, now, outcomes, path)
    return now, outcomes


def apply_block(files: Mapping[str, str], block: ReplaceBlock) -> tuple[dict[str, str], Applied]:
    """The files with one pair applied, or as they were, and its outcome."""
    try:
        path, place = _find(files, block)
    except EditError as error:
        failed = Applied(block, "failed", path=block.path, error=str(error), why=error.why)
        return dict(files), failed
    loosely = place.how != "exact" or path != block.path
    lines = Lines(place.start + 1, place.start + len(place.new))
    outcome = Applied(block, "loosely" if loosely else "applied", path, lines)
    old, ends = _split(files.get(path, ""))
    text = ends.join([*old[: place.start], *place.new, *old[place.end :]])
    return {**files, path: text}, outcome


def _take_back(
    before: Mapping[str, str], after: Mapping[str, str], outcomes: list[Applied], path: str
) -> tuple[dict[str, str], list[Applied]]:
    """The last state of a file that is as sound as it was; later pairs of it have failed."""
    allowed = flaws(before.get(path, ""), path)
    sound, count, now = dict(before), 0, dict(before)
    mine = [at for at, one in enumerate(outcomes) if one.path == path and one.outcome != "failed"]
    for number, at in enumerate(mine, 1):
        now, _ = apply_block(now, outcomes[at].block)
        if flaws(now[path], path) <= allowed:
            sound, count = now, number
    told = "This change would leave the file with a syntax error. It was not made."
    for at in mine[count:]:
        failed = Applied(outcomes[at].block, "failed", path=path, error=f"{path}: {told}")
        outcomes[at] = replace(failed, why="breaks")
    kept = {name: text for name, text in after.items() if name != path}
    return (kept | {path: sound[path]} if path in sound else kept), outcomes


def _find(files: Mapping[str, str], block: ReplaceBlock) -> tuple[str, _Place]:
    """The file and the place a pair means. Raises `EditError`."""
    name = block.path or "the file"
    if not block.ended:
        raise EditError("broken-off", f"The block for {name} broke off before its end.")
    if block.replace is None:
        raise EditError(
            "no-divider", f"The block for {name} has no ======= between SEARCH and REPLACE."
        )
    if not any(line.strip() for line in block.search):
        return _fill(files, block)
    if block.search == block.replace:
        raise EditError("same", f"The block for {name} changes nothing: both parts are the same.")
    if len(_segments(block.replace)) > len(_segments(block.search)):
        raise EditError("elided", f"{name}: write REPLACE in full, without a ... for what stays.")
    own = files.get(block.path)
    if own is not None and (place := _place(own, block)):
        return block.path, place
    elsewhere = [
        (path, place)
        for path, text in files.items()
        if path != block.path and (place := _exactly(text, block))
    ]
    if len(elsewhere) == 1:
        return elsewhere[0]
    if own is None:
        names = ", ".join(sorted(files))
        raise EditError(
            "no-file", f"There is no file {name}, and no one file has these lines. Files: {names}"
        )
    raise EditError("not-found", _nearest(own, block))


def _fill(files: Mapping[str, str], block: ReplaceBlock) -> tuple[str, _Place]:
    """A pair that searches nothing: the whole of a file that is empty or new."""
    if block.path and not files.get(block.path, "").strip():
        return block.path, _Place(0, 1, list(block.replace or ()), "exact")
    raise EditError(
        "empty",
        f"SEARCH is empty. Copy the lines of {block.path or 'the file'} after which the new ones "
        "belong into SEARCH, and repeat them in REPLACE before the new ones.",
    )


def _place(text: str, block: ReplaceBlock) -> _Place | None:
    """The one place in a text, by the first rung that finds any. Raises `EditError` for several."""
    lines, _ = _split(text)
    after = block.replace or ()
    for how, key in _RUNGS:
        search = _trimmed(block.search) if how != "exact" else block.search
        found = _occurrences(lines, search, key)
        if len(found) > 1:
            raise EditError("several", _ambiguous(block, found))
        if found:
            old = lines[found[0] : found[0] + len(search)]
            new = after if how == "exact" else _trimmed(after)
            return _Place(found[0], found[0] + len(search), _kept(old, search, new, key), how)
        if how == "exact" and (place := _within(text, block)):
            return place
    if place := _elided(lines, block):
        return place
    return _already(lines, block) or _closest(lines, block)


def _exactly(text: str, block: ReplaceBlock) -> _Place | None:
    """The one place that has the lines as they are; None for several."""
    lines, _ = _split(text)
    found = _occurrences(lines, block.search, str)
    if len(found) != 1:
        return None
    end = found[0] + len(block.search)
    return _Place(found[0], end, list(block.replace or ()), "exact")


def _split(text: str) -> tuple[list[str], str]:
    """A text's lines, and what ends them."""
    ends = "\r\n" if "\r\n" in text else "\n"
    return text.split(ends), ends


def _even(line: str) -> str:
    """A line without what looks the same: kinds of quotes and dashes, widths, runs of blanks."""
    return " ".join(unicodedata.normalize("NFKC", line.translate(_LOOK_ALIKES)).split())


_RUNGS: tuple[tuple[How, Key], ...] = (
    ("exact", str),
    ("blanks", str.rstrip),
    ("indentation", str.strip),
    ("look-alikes", _even),
)


def _occurrences(lines: Sequence[str], search: Sequence[str], key: Key) -> list[int]:
    keyed, wanted = [key(line) for line in lines], [key(line) for line in search]
    count = len(wanted)
    return [at for at in range(len(keyed) - count + 1) if keyed[at : at + count] == wanted]


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """Without blank lines at either end."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()


def _kept(old: list[str], search: Sequence[str], new: Sequence[str], key: Key) -> list[str]:
    """The new lines at the old ones' depth; what was only repeated is taken from the file."""
    matcher = SequenceMatcher(a=[key(s) for s in search], b=[key(n) for n in new], autojunk=False)
    shift = _shift(old, search)
    result: list[str] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        result += old[a:b] if tag == "equal" else [shift(line) for line in new[c:d]]
    return result


def _shift(old: Sequence[str], search: Sequence[str]) -> Key:
    """How a line is moved from the depth of the searched lines to that of the file's."""
    pairs = [(_depth(o), _depth(s)) for o, s in zip(old, search, strict=False) if s.strip()]
    there, here = pairs[0] if pairs else ("", "")

    def moved(line: str) -> str:
        if not line.strip() or there == here:
            return line
        if line.startswith(here):
            return there + line[len(here) :]
        return there[: max(0, len(there) - len(here) + len(_depth(line)))] + line.lstrip()

    return moved


def _depth(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _within(text: str, block: ReplaceBlock) -> _Place | None:
    """A piece of a line, or of several, that occurs once and ends at no middle of a word."""
    search, after = "\n".join(block.search).strip(), "\n".join(block.replace or ()).strip()
    plain = text.replace("\r\n", "\n")
    if plain.count(search) != 1:
        return None
    at = plain.index(search)
    end = at + len(search)
    for edge, inside in ((plain[at - 1 : at], search[:1]), (plain[end : end + 1], search[-1:])):
        if _WORD.fullmatch(edge) and _WORD.fullmatch(inside):
            return None
    first, last = plain.rfind("\n", 0, at) + 1, plain.find("\n", end)
    last = len(plain) if last < 0 else last
    new = plain[first:at] + after + plain[end:last]
    start = plain.count("\n", 0, first)
    how: How = "exact" if plain[first:at].strip() or plain[end:last].strip() else "indentation"
    return _Place(start, start + plain.count("\n", first, last) + 1, new.split("\n"), how)


def _elided(lines: list[str], block: ReplaceBlock) -> _Place | None:
    """A search with "..." for lines that stay: its first part found once, the others after it."""
    old, new = _segments(block.search), _segments(block.replace or ())
    if len(old) < 2 or len(old) != len(new):
        return None
    result: list[str] = []
    start, at = -1, 0
    for search, after in zip(old, new, strict=True):
        found = _occurrences(lines, search, str) or _occurrences(lines, search, str.strip)
        found = [place for place in found if place >= at]
        if not search or not found or (start < 0 and len(found) > 1):
            return None
        result += lines[at : found[0]] if start >= 0 else []
        start = found[0] if start < 0 else start
        at = found[0] + len(search)
        result += _kept(lines[found[0] : at], search, after, str.strip)
    return _Place(start, at, result, "elisions")


def _segments(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The lines between those that stand for others."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _ELISION.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in map(_trimmed, parts) if part] or [()]


def _already(lines: list[str], block: ReplaceBlock) -> _Place | None:
    """A change that was made already, by the same pair before."""
    new = _trimmed(block.replace or ())
    found = _occurrences(lines, new, str.strip) if len("".join(new).strip()) > 3 else []
    if len(found) != 1:
        return None
    end = found[0] + len(new)
    return _Place(found[0], end, lines[found[0] : end], "already")


def _windows(lines: list[str], search: Sequence[str]) -> list[tuple[float, int, int]]:
    """Places about as long as the search with how like they are (0 to 1), likest first."""
    wanted = "\n".join(map(_even, search))
    keyed = [_even(line) for line in lines]
    found = []
    for count in {max(1, len(search) - 1), len(search), len(search) + 1}:
        for at in range(len(keyed) - count + 1):
            matcher = SequenceMatcher(None, "\n".join(keyed[at : at + count]), wanted, False)
            if matcher.real_quick_ratio() > 0.4 and matcher.quick_ratio() > 0.4:
                found.append((matcher.ratio(), at, at + count))
    return sorted(found, reverse=True)


def _closest(lines: list[str], block: ReplaceBlock) -> _Place | None:
    """The place that is nearly what was searched, and clearly nearer than any other."""
    search = _trimmed(block.search)
    windows = _windows(lines, search)
    if not windows or windows[0][0] < CLOSE:
        return None
    best, start, end = windows[0]
    others = [like for like, a, b in windows if b <= start or a >= end]
    if others and best - others[0] < MARGIN:
        return None
    new = _kept_closely(lines[start:end], search, _trimmed(block.replace or ()))
    return _Place(start, end, new, "close")


def _kept_closely(old: list[str], search: Sequence[str], new: Sequence[str]) -> list[str]:
    """As `_kept`, where the file's lines are not quite the searched ones."""
    if len(old) == len(search):
        return _kept(old, search, new, _even)
    shift = _shift(old, search)
    return [shift(line) for line in new]


def _numbered(lines: Sequence[str], first: int) -> str:
    return "\n".join(f"{first + n}: {line}" for n, line in enumerate(lines))


def _ambiguous(block: ReplaceBlock, found: Sequence[int]) -> str:
    places = ", ".join(str(at + 1) for at in found[:8])
    return (
        f"{block.path}: these lines occur {len(found)} times, at lines {places}. "
        "Add the line before or after to SEARCH, so that it occurs once."
    )


def _nearest(text: str, block: ReplaceBlock) -> str:
    """Why the search was not found, with the lines of the file that are most like it."""
    lines, _ = _split(text)
    windows = _windows(lines, _trimmed(block.search)[:NEAREST_LINES])
    told = f"{block.path} has no such lines as SEARCH."
    if not windows:
        return told
    _, start, end = windows[0]
    first, last = max(0, start - 2), min(len(lines), end + 2)
    return f"{told} The nearest it has are:\n{_numbered(lines[first:last], first + 1)}"
