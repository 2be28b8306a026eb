"""What changed between two states of a project, as a unified diff."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff

MOST = 4_000  # characters of a diff that is told; what is beyond is left out by whole files


def diff_of(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """The changed lines of every file, with one line around them; "" where nothing changed."""
    parts: list[str] = []
    left_out: list[str] = []
    for path in sorted({*before, *after}):
        old, new = before.get(path, ""), after.get(path, "")
        lines = unified_diff(
            old.splitlines(), new.splitlines(), path, path if path in after else "", "", "", 1, ""
        )
        text = "\n".join(lines)
        if text and sum(map(len, parts)) + len(text) > MOST:
            left_out.append(path)
        elif text:
            parts.append(text)
    if left_out:
        parts.append(f"(much changed in {', '.join(left_out)})")
    return "\n".join(parts)
