"""An end for endless loops, where the browser gives a preview no process of its own.

On a plain LAN address a page that never returns would freeze the studio around it. There, each
`while` and three-part `for` first asks `__atelierLoop()`, which throws once the running task has
looped for two seconds. JavaScript is read just far enough to pass over strings, comments,
templates and regular expressions; a script that is not understood stays as it is. So this holds
off accidents, not attacks: only a host of its own does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Every loop of one task shares its two seconds; a task that ends gives them back.
PRELUDE = (
    "(()=>{let t=0;const n=performance.now.bind(performance),s=setTimeout;"
    "self.__atelierLoop=()=>{const w=n();if(!t){t=w;s(()=>{t=0},0)}"
    "if(w-t>2000)throw new Error('A loop ran for more than 2 seconds and was stopped.');"
    "return true}})();"
)
CHECK = "__atelierLoop()"

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<word>[\w$\#]+)
      | (?P<mark>\+\+|--|.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
_TEMPLATE_PART = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(`|\$\{)", re.DOTALL)
# After these words a slash begins a regular expression; after any other it divides.
_BEFORE_VALUE = re.compile(
    "return|typeof|case|in|of|delete|void|throw|new|else|do|instanceof|await|yield"
)
_CLOSES = {")": "(", "]": "[", "}": "{"}


class _NotUnderstood(Exception):
    """The script is not what this reader takes for JavaScript."""


def guard_loops(source: str) -> str:
    """`source` with a check in its loops' conditions; unchanged when it cannot be read."""
    try:
        places = list(_places(source))
    except _NotUnderstood:
        return source
    parts, done = [], 0
    for place, text in sorted(places):
        parts += [source[done:place], text]
        done = place
    return "".join([*parts, source[done:]])


def _places(source: str) -> Iterator[tuple[int, str]]:
    """Where to insert which text."""
    tokens = list(_tokens(source))
    depth = 0
    loops: list[int] = []  # depths of `for (` whose first semicolon is still to come
    for index, (text, end) in enumerate(tokens):
        if text in ("(", "[", "{", "${"):
            depth += 1
            word = tokens[index - 1][0] if index else ""
            bare = index < 2 or tokens[index - 2][0] not in (".", "?.", "function")
            if text == "(" and bare and word == "while":
                yield end, f"{CHECK}, "
            elif text == "(" and bare and word == "for":
                loops.append(depth)
        elif text in _CLOSES:
            if loops and loops[-1] == depth:
                loops.pop()  # for…of, for…in
            depth -= 1
        elif text == ";" and loops and loops[-1] == depth:
            loops.pop()
            empty = tokens[index + 1][0] == ";" if index + 1 < len(tokens) else True
            yield end, CHECK if empty else f"{CHECK}, "


def _tokens(source: str) -> Iterator[tuple[str, int]]:
    """(text, end) of each token but blanks and comments. Raises `_NotUnderstood`."""
    position, before = 0, ""
    open_brackets: list[str] = []
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            raise _NotUnderstood
        if match["skip"]:
            position = match.end()
            continue
        text, end = match[0], match.end()
        if text in ('"', "'"):  # a string that is not closed
            raise _NotUnderstood
        if text == "/" and _value_may_follow(before):
            end = _end(_REGEX, source, position)
            text = "regex"
        elif text == "`" or (text == "}" and open_brackets and open_brackets[-1] == "${"):
            if text == "}":
                open_brackets.pop()
                yield text, end
            end = _end(_TEMPLATE_PART, source, end)
            text = "template"
            if source[end - 1] == "{":
                open_brackets.append("${")
                text = "${"
        elif text in "([{":
            open_brackets.append(text)
        elif text in _CLOSES and (not open_brackets or open_brackets.pop() != _CLOSES[text]):
            raise _NotUnderstood
        yield text, end
        position, before = end, "{" if text == "${" else text
    if open_brackets:
        raise _NotUnderstood


def _end(pattern: re.Pattern[str], source: str, position: int) -> int:
    match = pattern.match(source, position)
    if match is None:
        raise _NotUnderstood
    return match.end()


def _value_may_follow(before: str) -> bool:
    if before in (")", "]", "}", "++", "--", "regex", "template") or before[:1] in ('"', "'"):
        return False
    return not re.match(r"[\w$#]", before) or bool(_BEFORE_VALUE.fullmatch(before))
