"""Salvage of a file that is one value, like a starter's content.js: what is whole stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Node

from workers.mends_source import Edit, edited, walk, words
from workers.mends_tokens import CLOSERS, Token, text_of, tokens, unclosed
from workers.syntax import parse

MOST_DROPS = 40
_DATA = re.compile(
    r"\s*(?:(?://[^\n]*|/\*.*?\*/)\s*)*(?:const|let|var)\s+\w+\s*=\s*[{\[]", re.DOTALL
)
# A line of the guide that was copied: "cross only: lanes from bottom to top, rows (0: endless)."
_PROSE = re.compile(r"^[ \t]*(?:- )?[A-Za-z-]+(?: [a-z]+)+: .*\n", re.MULTILINE)
_BLANKS = ("…", "...", "……")
_OPERATORS = set("+-*/%<>=!&|^?.:~") | {"=>", "??", "?.", "&&", "||", "..."}
_PROGRAM = ("function", "class", "if", "for", "while", "return")
_PREFIXES = ("new", "typeof", "void", "async", "function", "return")


def is_data(code: str) -> bool:
    """Whether a script is one value, `const X = {` or `[`, and no program."""
    return _DATA.match(code) is not None and not any(
        (token.kind == "word" and token.text in _PROGRAM) or token.text == "=>"
        for token in tokens(code)
    )


def salvage(code: str) -> tuple[str, int] | None:
    """A value that does not parse, made to parse, and how many entries were dropped for it; None
    when nothing helps."""
    found = _with_commas(_one_value(_with_ends(tokens(_PROSE.sub("", code)))))
    found = _without_blanks(found)
    for dropped in range(MOST_DROPS):
        text = text_of(_closed(found))
        if not parse(text, "js").has_error and is_data(text):
            return text, dropped
        fault = _first_fault(found)
        if fault is None:
            break
        found = _drop(found, fault)
    return None


def without_blanks(code: str) -> str:
    """A value that parses, without the properties and elements that are a mere “…”."""
    root = parse(code, "js")
    edits = []
    for node in walk(root):
        if node.type == "string" and words(node)[1:-1].strip() in _BLANKS:
            whole = node.parent if node.parent and node.parent.type == "pair" else node
            if whole.parent and whole.parent.type in ("object", "array"):
                edits.append(_without(whole))
    return edited(code, edits)


def _without(entry: Node) -> Edit:
    """An entry and its comma: the one after it, or for the last the one before."""
    after, before = entry.next_sibling, entry.prev_sibling
    if after is not None and after.type == ",":
        follows = after.next_sibling
        end = follows.start_byte if follows is not None else after.end_byte
        return (
            Edit(entry.start_byte, end, "")
            if _has_more(follows)
            else Edit(entry.start_byte, after.end_byte, "")
        )
    start = before.start_byte if before is not None and before.type == "," else entry.start_byte
    return Edit(start, entry.end_byte, "")


def _has_more(node: Node | None) -> bool:
    return node is not None and node.type not in ("]", "}", "comment")


def _one_value(found: list[Token]) -> list[Token]:
    """The value without what follows its end, and without brackets that close nothing."""
    stack: list[str] = []
    kept: list[Token] = []
    for token in found:
        if token.kind == "punct" and token.text in CLOSERS:
            stack.append(CLOSERS[token.text])
        elif token.kind == "punct" and token.text in CLOSERS.values():
            if token.text not in stack:
                continue
            while stack[-1] != token.text:  # what lies open inside ends here
                kept.append(Token("punct", stack.pop()))
            stack.pop()
        kept.append(token)
    return kept


def _with_ends(found: list[Token]) -> list[Token]:
    """A list's end before a `key:`, and an entry's before the next `{`: they cannot stand in it."""
    kept: list[Token] = []
    brackets: list[str] = []
    last = Token("space", "")
    for index, token in enumerate(found):
        after = next((t.text for t in found[index + 1 :] if t.means), "")
        key = token.kind in ("word", "string") and after == ":" and last.text != "?"
        entry = token.text == "{" and last.text != ":"
        end = "]" if key and brackets[-2:] == ["{", "["] else ""
        end = "}" if entry and brackets[-2:] == ["[", "{"] else end
        if end:
            place = len(kept)
            while place and (not kept[place - 1].means or kept[place - 1].text == ","):
                place -= 1
            kept.insert(place, Token("punct", end))
            brackets.pop()
        if token.kind == "punct" and token.text in CLOSERS:
            brackets.append(token.text)
        elif token.kind == "punct" and token.text in CLOSERS.values() and brackets:
            brackets.pop()
        kept.append(token)
        last = token if token.means else last
    return kept


def _with_commas(found: list[Token]) -> list[Token]:
    """A comma between entries that have none: `"a" "b"`, `} {`, `1 name: 2`."""
    kept: list[Token] = []
    brackets: list[str] = []
    last = Token("space", "")
    for index, token in enumerate(found):
        if token.means and brackets and _misses_comma(last, found, index, brackets[-1]):
            place = len(kept)
            while place and not kept[place - 1].means:
                place -= 1
            kept.insert(place, Token("punct", ","))
        if token.kind == "punct" and token.text in CLOSERS:
            brackets.append(token.text)
        elif token.kind == "punct" and token.text in CLOSERS.values() and brackets:
            brackets.pop()
        elif token.text == ";" and brackets and brackets[-1] != "(":
            token = Token("punct", ",")
        kept.append(token)
        last = token if token.means else last
    return kept


def _misses_comma(last: Token, found: Sequence[Token], index: int, bracket: str) -> bool:
    ends = last.kind in ("string", "number", "template") or last.text in (
        "]",
        "}",
        "true",
        "false",
        "null",
    )
    token = found[index]
    if not ends or bracket == "(":
        return False
    if bracket == "{":
        after = next((t.text for t in found[index + 1 :] if t.means), "")
        return token.kind in ("word", "string", "number") and after == ":"
    return (
        token.kind in ("string", "number", "template")
        or token.text == "{"
        or (token.text == "[" and last.text != "}" and last.kind != "string")
    )


def _without_blanks(found: list[Token]) -> list[Token]:
    """Without an ellipsis that stands for what was left out, and without empty places."""
    kept: list[Token] = []
    for index, token in enumerate(found):
        after = next((t.text for t in found[index + 1 :] if t.means), "")
        if token.text in ("…", "……") and token.kind == "punct":
            continue
        if token.text == "..." and after in (",", "]", "}", ""):
            continue
        if token.text == ",":
            before = next((t.text for t in reversed(kept) if t.means), "")
            if before in (",", "[", "{", "("):
                continue
        kept.append(token)
    return kept


def _closed(found: list[Token]) -> list[Token]:
    """With the brackets closed that a cut left open, after what can stand as an end."""
    open_ = unclosed(found)
    if not open_:
        return found
    kept = list(found)
    while kept and (not kept[-1].means or kept[-1].text in (",", ";")):
        kept.pop()
    ends = "".join(CLOSERS[found[index].text] for index in reversed(open_))
    return [*kept, Token("space", "\n"), Token("punct", ends), Token("punct", ";\n")]


def _first_fault(found: list[Token]) -> int | None:
    """The index of the first token that cannot stand where it does."""
    stack: list[str] = []
    part = ""  # of an entry of an object: key, colon, value
    last = Token("punct", "=")
    for index, token in enumerate(found):
        if not token.means:
            continue
        inside = stack[-1] if stack else ""
        text = token.text if token.kind == "punct" else ""
        if inside == "{" and _misplaced(part, token):
            return index
        if inside and part != "key" and _two_values(last, token):
            return index
        if inside in ("{", "[") and text and not _is_known(text):
            return index
        if text in CLOSERS:
            stack.append(text)
            part = "key" if text == "{" else "value"
        elif text in CLOSERS.values():
            if not stack:
                return index
            stack.pop()
            part = "value"
        elif inside == "{":
            part = {"key": "colon", "colon": "value"}.get(part, "value") if text != "," else "key"
        last = token
    return len(found) - 1 if stack and last.text in (":", "=") else None


def _is_known(text: str) -> bool:
    brackets = text in CLOSERS or text in CLOSERS.values()
    return brackets or text == "," or text in _OPERATORS or text[0] in _OPERATORS


def _misplaced(part: str, token: Token) -> bool:
    if part == "key":
        return not (
            token.kind in ("word", "string", "number") or token.text in ("}", "[", "...", ",")
        )
    if part == "colon":
        return token.text not in (":", ",", "}", "(")
    return False


def _two_values(last: Token, token: Token) -> bool:
    values = ("string", "number", "word", "template", "regex")
    if last.text in _PREFIXES and last.kind == "word":
        return False
    ended = last.kind in values or last.text in ("]", "}")
    if ended and token.kind in values and token.text not in ("in", "of", "instanceof"):
        return True
    return (
        last.kind == "punct" and last.text in (":", "+", "=") and token.text in (",", "}", "]", ")")
    )


def _drop(found: list[Token], fault: int) -> list[Token]:
    """Without the smallest entry around a token: from the comma or bracket before it to the comma
    (included) or bracket after it."""
    depth, start = 0, fault
    while start > 0:
        text = found[start - 1].text if found[start - 1].kind == "punct" else ""
        if text in CLOSERS.values():
            depth += 1
        elif text in CLOSERS:
            if not depth:
                break
            depth -= 1
        elif text == "," and not depth:
            break
        start -= 1
    end, depth = fault, 0
    while end < len(found):
        text = found[end].text if found[end].kind == "punct" else ""
        if text in CLOSERS:
            depth += 1
        elif text in CLOSERS.values():
            if not depth:
                break
            depth -= 1
        elif text == "," and not depth:
            end += 1
            break
        end += 1
    return [
        *found[:start],
        *found[max(end, fault + 1) if found[fault].text not in CLOSERS.values() else end :],
    ]
