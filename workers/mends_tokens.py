"""JavaScript's tokens as a weak model writes them: typographic quotes and full-width punctuation
that stand for JavaScript's own, quotes inside strings, strings that never end.

A tokenizer of our own, because a parser that meets such a string loses the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

DOUBLE = '"“”„‟＂'
SINGLE = "'‘’‚‛＇"
_WIDE = dict(zip("，：；（）｛｝［］＝＋", ",:;(){}[]=+", strict=True))
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_SPACE = re.compile(r"[\s\u3000\ufeff\u200b]+")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)|<!--[^\n]*", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_$\u00c0-\u024f\u3400-\u9fff#][\w$]*")
_NUMBER = re.compile(r"\d[\w.]*|\.\d[\w]*")
_REGEX = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_PUNCT = re.compile(r"\.\.\.|=>|\?\?|\?\.|&&|\|\||[-+*/%<>=!&|^]=*|.", re.DOTALL)
# What may follow a string's end, and what must follow for a typographic quote to be one.
_AFTER = re.compile(
    r"[ \t\u3000]*(?:[,:;)\]}+?=!<>&|，：；）］｝]|\.\s*[a-z]|//|/\*|in\b|\r?\n|\Z)"
    r"|[ \t]+(?:[\"'][^\s,;:]|[A-Za-z_$][\w$]*\s*:\s*[\"'\d\[{tf])"
)
_AFTER_COMMA = re.compile(
    r"[ \t\u3000]*(?:[:：;；)\]}）］｝+]|//|\r?\n|\Z"
    r"|[,，]\s*(?:[A-Za-z_$][\w$]*\s*[:：]|[\"'“‘＂{\[}\]]|-?\d|true\b|false\b|null\b|//|\Z))"
)
_LINE = re.compile(r"[^\n]*")
_TAIL = re.compile(r"[ \t]*(?:[}\])]*[ \t]*[,;]?)[ \t\r]*\Z")
CLOSERS = {"{": "}", "[": "]", "(": ")"}


@dataclass(frozen=True)
class Token:
    """A piece of the text as it should be. `kind`: space, comment, string, template, regex, word,
    number or punct."""

    kind: str
    text: str

    @property
    def means(self) -> bool:
        """Whether it is code, neither space nor comment."""
        return self.kind not in ("space", "comment")


def tokens(code: str) -> list[Token]:
    """The code's tokens with JavaScript's own delimiters in the place of others."""
    found: list[Token] = []
    at, last = 0, Token("space", "")
    while at < len(code):
        token, at = _next(code, at, last)
        found.append(token)
        last = token if token.means else last
    return found


def text_of(found: Sequence[Token]) -> str:
    """The tokens as one text."""
    return "".join(token.text for token in found)


def unclosed(found: Sequence[Token]) -> list[int] | None:
    """The indices of the brackets that are not closed; None where one closes that is not open."""
    stack: list[int] = []
    for index, token in enumerate(found):
        if token.kind != "punct":
            continue
        if token.text in CLOSERS:
            stack.append(index)
        elif token.text in CLOSERS.values():
            if not stack or CLOSERS[found[stack[-1]].text] != token.text:
                return None
            stack.pop()
    return stack


def _next(code: str, at: int, last: Token) -> tuple[Token, int]:
    for kind, pattern in (("space", _SPACE), ("comment", _COMMENT)):
        if match := pattern.match(code, at):
            text = match[0] if kind == "comment" else re.sub("[\u3000\ufeff\u200b]", " ", match[0])
            return Token(kind, text), match.end()
    char = code[at]
    if char in DOUBLE or char in SINGLE:
        return _string(code, at)
    if char == "`":
        end = _template_end(code, at)
        return Token("template", code[at:end]), end
    if char == "/" and _may_be_regex(last) and (match := _REGEX.match(code, at)):
        return Token("regex", match[0]), match.end()
    for kind, pattern in (("word", _WORD), ("number", _NUMBER)):
        if match := pattern.match(code, at):
            return Token(kind, match[0].translate(_DIGITS)), match.end()
    if char in _WIDE:
        return Token("punct", _WIDE[char]), at + 1
    match = _PUNCT.match(code, at)
    text = match[0] if match else char
    return Token("punct", text), at + len(text)


def _may_be_regex(last: Token) -> bool:
    if last.kind == "punct":
        return last.text not in (")", "]", "}")
    return last.kind == "space" or last.text in ("return", "typeof", "case")


def _string(code: str, at: int) -> tuple[Token, int]:
    """A string from its opening quote; of the quotes on its line the first that can be its end is.
    What stands before it inside is escaped."""
    quotes, quote = (DOUBLE, '"') if code[at] in DOUBLE else (SINGLE, "'")
    line = _LINE.match(code, at + 1)
    stop = line.end() if line else len(code)
    place = at + 1
    while place < stop:
        char = code[place]
        if char == "\\":
            place += 2
            continue
        follows = _AFTER if char == quote else _AFTER_COMMA
        if char in quotes and follows.match(code, place + 1):
            return Token("string", quote + _inner(code[at + 1 : place], quote) + quote), place + 1
        place += 1
    return _endless(code, at, min(stop, len(code)), quote)


def _endless(code: str, at: int, stop: int, quote: str) -> tuple[Token, int]:
    """A string that its line does not end: it ends before the line's closing punctuation."""
    rest = code[at + 1 : stop]
    tail = _TAIL.search(rest)
    end = at + 1 + (tail.start() if tail else len(rest))
    text = code[at + 1 : end]
    if text.endswith("\\"):
        text = text[:-1]
    return Token("string", quote + _inner(text, quote) + quote), end


def _inner(text: str, quote: str) -> str:
    out, escaped = [], False
    for char in text:
        if char == quote and not escaped:
            out.append("\\")
        out.append(char)
        escaped = char == "\\" and not escaped
    return "".join(out)


def _template_end(code: str, at: int) -> int:
    place, depth = at + 1, 0
    while place < len(code):
        char = code[place]
        if char == "\\":
            place += 1
        elif code.startswith("${", place):
            depth += 1
        elif char == "}" and depth:
            depth -= 1
        elif char == "`" and not depth:
            return place + 1
        place += 1
    return len(code)
