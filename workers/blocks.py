"""Search/replace blocks, as a reply's lines become them.

```js script.js
<<<<<<< SEARCH
  speed: 3,
=======
  speed: 6,
>>>>>>> REPLACE
```

The marks are those of merge conflicts, which every coder model has seen; aider made them the usual
format (https://aider.chat/docs/more/edit-formats.html).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_SEARCH = re.compile(r"\s*(<{5,9}\s*\w*|-{5,9}\s*SEARCH)\s*", re.IGNORECASE)
_DIVIDER = re.compile(r"\s*={5,9}\s*")
_REPLACE = re.compile(r"\s*(>{5,9}\s*\w*|[+<-]{5,9}\s*REPLACE)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class ReplaceBlock:
    """The lines `search` of a file become `replace`.

    `path` is "" where the reply named no file. `replace` is None where no line divided the two.
    `ended`: the reply did not break off within it.
    """

    path: str
    search: tuple[str, ...]
    replace: tuple[str, ...] | None
    ended: bool = True


class BlockReader:
    """Takes the lines of a fenced block one by one, without their ends; gives its pairs.

    A pair that lacks its last mark ends where the next one or the fence does.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._part: Literal["between", "search", "replace"] = "between"
        self._search: list[str] = []
        self._replace: list[str] = []

    @property
    def between(self) -> bool:
        """No pair is begun."""
        return self._part == "between"

    def take(self, line: str) -> ReplaceBlock | None:
        """The pair that this line completes."""
        if self._part != "between" and _REPLACE.fullmatch(line):
            return self.end()
        if begins(line):
            before = self.end()
            self._part = "search"
            return before
        if self._part == "search" and _DIVIDER.fullmatch(line):
            self._part = "replace"
        elif self._part == "search":
            self._search.append(line)
        elif self._part == "replace":
            self._replace.append(line)
        return None

    def end(self, broken_off: bool = False) -> ReplaceBlock | None:
        """The pair that was begun, if any: its fence, or the reply, is over."""
        if self._part == "between":
            return None
        replace = _bare(self._replace) if self._part == "replace" else None
        block = ReplaceBlock(self._path, _bare(self._search), replace, not broken_off)
        self._part, self._search, self._replace = "between", [], []
        return block


def _bare(lines: list[str]) -> tuple[str, ...]:
    """The lines without a fence of their own around them."""
    fenced = len(lines) > 1 and lines[0].startswith("```") and lines[-1].strip() == "```"
    return tuple(lines[1:-1] if fenced else lines)


def begins(line: str) -> bool:
    """Whether the line is the first mark of a pair."""
    return bool(_SEARCH.fullmatch(line))


def may_begin(start: str) -> bool:
    """Whether a line that starts so may turn out to be the first mark."""
    bare = start.lstrip()
    return bare in ("<", "-") or (bare.startswith(("<<", "--")) and len(bare) < 24)
