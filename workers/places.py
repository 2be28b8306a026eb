"""Where an element that was chosen in the running page stands in the project's files."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

MOST_LINES = 4  # that are told
SHORTEST = 3  # characters of a text that is looked for
_TAG = re.compile(r"<[^>]*>")
_START = re.compile(r"\s*(<[\w-]+[^>]*>)")
_NAMES = re.compile(r"""\b(?:id|class)=["']([^"']+)["']""")


def places_of(element: str, files: Mapping[str, str], paths: Sequence[str]) -> list[str]:
    """Lines of the files from which the element (its outer HTML) was probably made, with their
    numbers: those with its start tag, else with its text, else with its id or classes."""
    start = _START.match(element)
    texts = [" ".join(html.unescape(part).split()) for part in _TAG.split(element)]
    longest = sorted((text.rstrip("…") for text in texts), key=len, reverse=True)[:3]
    names = _NAMES.findall(start[1]) if start else []
    for wanted in ([start[1]] if start else [], longest, names):
        found = [
            f"{path}, line {number}: {line.strip()[:200]}"
            for path in paths
            for number, line in enumerate(files.get(path, "").split("\n"), 1)
            if any(len(text) >= SHORTEST and text in line for text in wanted)
        ]
        if found:
            return found[:MOST_LINES]
    return []
