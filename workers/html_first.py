"""Where in a page's text something can be put that must come before all else."""

from __future__ import annotations

import re

_ATTRIBUTES = r"""(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>"""
_GAP = r"\s*(?:<!--.*?-->\s*)*"
_BEFORE_HEAD = re.compile(
    rf"\ufeff?{_GAP}(?:<!doctype[^>]*>)?{_GAP}"
    rf"(?:<html{_ATTRIBUTES})?{_GAP}(?:<head{_ATTRIBUTES})?",
    re.IGNORECASE | re.DOTALL,
)


def insert_first(html: str, scripts: str) -> str:
    """`html` with `scripts` before anything that could run, load or show.

    After the doctype, or the page would be drawn in quirks mode; after `<html>` and `<head>`, so
    that the document's tree stays what it was. No line number changes.
    """
    match = _BEFORE_HEAD.match(html)
    end = match.end() if match else 0
    return html[:end] + scripts + html[end:]
