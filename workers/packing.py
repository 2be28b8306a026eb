"""Which files of a project a prompt shows, where not all of them fit into the window.

What fits is shown whole and always in the same order, so that the beginning of the prompt is found
in the cache again. Of the rest a map is told: names, sizes and what they define.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workers.files import find_entry

BYTES_PER_TOKEN = 3.0  # of code and pages with Qwen's tokenizer; a little less than measured
FILES_SHARE = 0.6  # of the window
MAP_SHARE = 0.15  # of the room, for the map
NAMES = 12  # that the map tells of a file
_WORDS = re.compile(r"[a-z0-9]{3,}|[\u4e00-\u9fff]{2}")
_DEFINED = re.compile(
    r"\b(?:function\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)"
    r"|\bid=[\"']([\w-]+)[\"']|^([.#][\w-]+)[^{}\n]*\{",
    re.MULTILINE,
)


def room_for_files(window: int) -> int:
    """Tokens of the window for a project's files; the rest is for the talk and the answer."""
    return int(window * FILES_SHARE)


@dataclass(frozen=True)
class Packed:
    """Files that are shown whole, in order, and the map of the others, "" for none."""

    shown: tuple[str, ...]
    others: str


def tokens_of(text: str) -> int:
    """About how many tokens a text is."""
    return int(len(text.encode()) / BYTES_PER_TOKEN) + 1


def pack(files: Mapping[str, str], wish: str, room: int) -> Packed:
    """What of the files to show in `room` tokens for a wish."""
    order = in_order(files)
    sizes = {path: tokens_of(files[path]) + tokens_of(path) + 8 for path in order}
    if sum(sizes.values()) <= room:
        return Packed(tuple(order), "")
    left = room - int(room * MAP_SHARE)
    chosen: set[str] = set()
    relevance = {path: _relevance(path, files[path], wish, order) for path in order}
    for path in sorted(order, key=lambda path: -relevance[path]):
        if relevance[path] and sizes[path] <= left:
            chosen.add(path)
            left -= sizes[path]
    rest = [path for path in order if path not in chosen]
    return Packed(
        tuple(path for path in order if path in chosen),
        _map(rest, files, int(room * MAP_SHARE)),
    )


def in_order(files: Mapping[str, str]) -> list[str]:
    """The names of a project's files, its entry page first."""
    entry = find_entry(set(files))
    return sorted(files, key=lambda path: (path != entry, path))


def _relevance(path: str, text: str, wish: str, order: list[str]) -> float:
    """How much a file has to do with a wish: named in it, first of all; the entry page; words."""
    low = wish.lower()
    name = path.rsplit("/", 1)[-1].lower()
    wanted = set(_WORDS.findall(low))
    inside = text.lower()
    shared = sum(word in inside for word in wanted) / (len(wanted) or 1)
    named = f"@{path.lower()}" in low or name in low
    return 4.0 * named + 1.0 * (path == order[0]) + shared


def _map(paths: list[str], files: Mapping[str, str], room: int) -> str:
    """As many lines as fit into `room` tokens, and how many more files there are."""
    lines: list[str] = []
    taken = 0.0  # tokens
    for path in paths:
        if taken > room:
            break  # what comes need not be looked at
        names = [next(filter(None, found)) for found in _DEFINED.findall(files[path])]
        told = ", ".join(dict.fromkeys(names[:NAMES]))
        size = f"{len(files[path].encode()):,} bytes"
        lines.append(f"- {path} ({size}){': ' if told else ''}{told}")
        taken += len(lines[-1].encode()) / BYTES_PER_TOKEN
    if len(lines) == len(paths) and tokens_of("\n".join(lines)) <= room:
        return "\n".join(lines)
    kept = lines[: max(0, len(paths) - 2)]
    while kept and tokens_of("\n".join([*kept, _more(paths, kept)])) > room:
        kept.pop()
    return "\n".join([*kept, _more(paths, kept)])


def _more(paths: list[str], told: list[str]) -> str:
    return f"- and {len(paths) - len(told)} more files"
