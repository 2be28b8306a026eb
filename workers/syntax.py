"""What a file's text is made of, by tree-sitter's parsers: scripts in pages, enclosing functions,
syntax errors. Lines count from 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import tree_sitter_css
import tree_sitter_html
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_GRAMMARS = {
    "html": tree_sitter_html.language,
    "css": tree_sitter_css.language,
    "js": tree_sitter_javascript.language,
}
_ALIASES = {"htm": "html", "mjs": "js"}
# What can stand alone: replacing one whole leaves the rest of the script as it was.
_UNITS = {
    "function_declaration",
    "generator_function_declaration",
    "class_declaration",
    "method_definition",
    "lexical_declaration",
    "variable_declaration",
    "expression_statement",
    "for_statement",
    "for_in_statement",
    "if_statement",
    "while_statement",
}


SOME_TEXT = 40  # bytes of an element, tags included, that is more than a link


@dataclass(frozen=True)
class Lines:
    """Lines `first` to `last` of a file, both included."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many."""
        return self.last - self.first + 1


def language_of(path: str) -> str | None:
    """The grammar for a file of this name: "html", "css", "js"; None when there is none."""
    suffix = path.rsplit(".", 1)[-1].lower()
    suffix = _ALIASES.get(suffix, suffix)
    return suffix if suffix in _GRAMMARS else None


@cache
def _parser(language: str) -> Parser:
    return Parser(Language(_GRAMMARS[language]()))


def parse(text: str, language: str) -> Node:
    """The syntax tree of "html", "css" or "js"; places in it count UTF-8 bytes."""
    # A parser of its own per call: they are not safe to share between threads.
    return Parser(_parser(language).language).parse(text.encode()).root_node


def parses(text: str, path: str) -> bool:
    """Whether the text is well-formed for a file of this name, inline scripts included."""
    language = language_of(path)
    if language is None:
        return True
    if language == "html":  # the parser of HTML never fails, like a browser's
        return all(not parse(script, "js").has_error for _, script in scripts(text))
    return not parse(text, language).has_error


def scripts(html: str) -> list[tuple[Lines, str]]:
    """A page's inline scripts: the lines they stand on and their text."""
    found = []
    for tag, body in _raw_texts(html, b"script"):
        if _attribute(tag, "type") in ("", "module", "text/javascript"):
            found.append((_lines_of(body), (body.text or b"").decode()))
    return found


def _raw_texts(html: str, name: bytes) -> Iterator[tuple[Node, Node]]:
    """A page's elements that hold code, as their start tags and texts."""
    for node in _walk(parse(html, "html")):
        # By the tag, not by the element: a page that was cut off leaves its last script open.
        if node.type == "start_tag" and (node.children[1].text or b"").lower() == name:
            body = node.next_sibling
            if body is not None and body.type == "raw_text":
                yield node, body


def _lines_of(node: Node) -> Lines:
    return Lines(node.start_point.row + 1, node.end_point.row + 1)


def longest_row(html: str) -> list[Lines]:
    """The lines of the elements in the page's longest row of like ones: siblings of one tag and
    class, each with some text, on lines of their own. Empty when there are no two."""
    rows: list[list[Lines]] = [[]]
    for parent in _walk(parse(html, "html")):
        kinds: dict[tuple[bytes, str], list[Lines]] = {}
        for node in parent.children:
            tag = node.children[0] if node.type == "element" else None
            if tag is None or tag.type != "start_tag" or len(node.text or b"") < SOME_TEXT:
                continue
            kind = (tag.children[1].text or b"", _attribute(tag, "class"))
            kinds.setdefault(kind, []).append(_lines_of(node))
        rows += [row for row in kinds.values() if _apart(row)]
    return max(rows, key=len)


def _apart(row: list[Lines]) -> bool:
    pairs = list(pairwise(row))
    return bool(pairs) and all(one.last < other.first for one, other in pairs)


def flaws(text: str, path: str) -> int:
    """How many places of a file are no well-formed HTML, CSS or JavaScript, those in a page's
    scripts and styles included; 0 for a file of another kind."""
    language = language_of(path)
    if language is None:
        return 0
    nodes = list(_walk(parse(text, language)))
    found = sum(n.is_error or n.is_missing or n.type == "erroneous_end_tag" for n in nodes)
    if language == "html":
        styles = [body.text or b"" for _, body in _raw_texts(text, b"style")]
        found += sum(flaws(code, "x.js") for _, code in scripts(text))
        found += sum(flaws(code.decode(), "x.css") for code in styles)
    return found


def unit_at(text: str, path: str, line: int, most: int) -> Lines | None:
    """The largest statement, function or method around `line` that has at most `most` lines.

    None where no such unit contains the line.
    """
    language = language_of(path)
    offset = 0
    if language == "html":
        around = [(at, body) for at, body in scripts(text) if at.first <= line <= at.last]
        if not around:
            return None
        at, text = around[0]
        offset = at.first - 1
    elif language != "js":
        return None
    node: Node | None = parse(text, "js")
    row = line - 1 - offset
    while node is not None:
        lines = Lines(node.start_point.row + 1 + offset, node.end_point.row + 1 + offset)
        if node.type in _UNITS and lines.count <= most:
            return lines
        node = next((c for c in node.children if c.start_point.row <= row <= c.end_point.row), None)
    return None


def _walk(node: Node) -> Iterator[Node]:
    stack = [node]  # no recursion: a page with a thousand unclosed tags is a thousand deep
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def _attribute(tag: Node, name: str) -> str:
    for node in tag.children:
        if node.type == "attribute" and node.children[0].text == name.encode():
            value = node.children[-1].text or b""
            return value.decode().strip("\"'").lower()
    return ""
