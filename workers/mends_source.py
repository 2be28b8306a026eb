"""What the mends see of a project: the tags of its pages, the scripts, the names in them.

Places are byte offsets into a file's UTF-8 text, as tree-sitter counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from tree_sitter import Node

from workers.files import find_entry
from workers.judge import Mended
from workers.report import ExecutionReport
from workers.syntax import language_of, parse, parses

Files = Mapping[str, str]
Step = Callable[[Files], Mended]
FaultStep = Callable[[Files, ExecutionReport], Mended]
JAVASCRIPT = ("", "text/javascript", "application/javascript", "module")
_BINDINGS = ("variable_declarator", "function_declaration", "class_declaration", "class")


class Edit(NamedTuple):
    """The bytes from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Attribute(NamedTuple):
    """An attribute of a tag: its value without quotes, and where all of it stands."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Tag:
    """A start tag; of a script also its text's place, and the end of the whole element."""

    name: str
    start: int
    end: int
    attributes: dict[str, Attribute]
    body: tuple[int, int] | None = None
    closed: int | None = None

    def get(self, name: str) -> str:
        """An attribute's value, "" if it has none."""
        found = self.attributes.get(name)
        return found.value if found else ""


@dataclass(frozen=True)
class Script:
    """JavaScript of the project: inline in a page (`tag`), or a file of its own."""

    path: str
    start: int
    code: str
    module: bool
    tag: Tag | None = None

    @cached_property
    def root(self) -> Node:
        """Its syntax tree; positions are relative to `start`."""
        return parse(self.code, "js")

    def edit(self, node: Node, text: str) -> Edit:
        """Put `text` in a node's place."""
        return Edit(self.start + node.start_byte, self.start + node.end_byte, text)

    def after(self, node: Node, text: str) -> Edit:
        """Put `text` behind a node."""
        return Edit(self.start + node.end_byte, self.start + node.end_byte, text)


def unchanged(files: Files) -> Mended:
    """Nothing to mend."""
    return Mended(dict(files), [])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; of two that overlap, the first in the text is made."""
    source = text.encode()
    out, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            continue
        out += [source[at : edit.start], edit.text.encode()]
        at = edit.end
    return b"".join([*out, source[at:]]).decode()


def with_edits(files: Files, edits: Mapping[str, list[Edit]], notes: list[str]) -> Mended:
    """The files with edits by path. A file that parsed and would no more stays as it was; the
    notes are dropped when nothing changed."""
    new = dict(files)
    for path, changes in edits.items():
        text = edited(files[path], changes)
        if parses(text, path) or not parses(files[path], path):
            new[path] = text
    return Mended(new, notes if new != dict(files) else [])


def page_of(files: Files) -> str:
    """The entry page's path, "" if there is none."""
    return find_entry(dict(files)) or ""


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in the text's order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def up(node: Node) -> Iterator[Node]:
    """The nodes around one, from the nearest."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def words(node: Node | None) -> str:
    """A node's text."""
    return node.text.decode() if node is not None and node.text else ""


@lru_cache(maxsize=64)
def tags(html: str) -> tuple[Tag, ...]:
    """A page's start tags, in order."""
    found = []
    for node in walk(parse(html, "html")):
        if node.type not in ("start_tag", "self_closing_tag"):
            continue
        name = words(next((c for c in node.children if c.type == "tag_name"), None)).lower()
        body, closed = _body(node) if name == "script" else (None, None)
        attributes = dict(_attributes(node))
        found.append(Tag(name, node.start_byte, node.end_byte, attributes, body, closed))
    return tuple(found)


def _body(tag: Node) -> tuple[tuple[int, int], int | None]:
    after = tag.next_sibling
    raw = after if after is not None and after.type == "raw_text" else None
    place = (raw.start_byte, raw.end_byte) if raw else (tag.end_byte, tag.end_byte)
    end = raw.next_sibling if raw else after
    return place, end.end_byte if end is not None and end.type == "end_tag" else None


def _attributes(tag: Node) -> Iterator[tuple[str, Attribute]]:
    for node in tag.children:
        if node.type == "attribute":
            name = words(node.children[0]).lower()
            value = words(node.children[-1]) if len(node.children) > 1 else ""
            yield name, Attribute(value.strip("\"'"), node.start_byte, node.end_byte)


def scripts_of(files: Files) -> list[Script]:
    """Every script of the project in the order of the files, the entry page's first."""
    entry = page_of(files)
    found: list[Script] = []
    for path in sorted(files, key=lambda path: path != entry):
        language = language_of(path)
        if language == "html":
            found += inline(path, files[path])
        elif language == "js":
            module = _is_module(path, files)
            found.append(Script(path, 0, files[path], module))
    return found


def inline(path: str, html: str) -> list[Script]:
    """A page's inline scripts."""
    source = html.encode()
    return [
        Script(path, tag.body[0], source[slice(*tag.body)].decode(), kind == "module", tag)
        for tag in tags(html)
        if tag.body
        and (kind := tag.get("type").lower()) in JAVASCRIPT
        and "src" not in tag.attributes
    ]


def _is_module(path: str, files: Files) -> bool:
    return path.endswith(".mjs") or any(
        tag.get("type") == "module" and local(tag.get("src"), page) == path
        for page, html in files.items()
        if language_of(page) == "html"
        for tag in tags(html)
        if tag.name == "script"
    )


def local(address: str, page: str) -> str | None:
    """The project's path that a page's address means; None for one elsewhere, or no path."""
    address = address.strip().split("#")[0].split("?")[0]
    if not address or "//" in address or ":" in address or "${" in address:
        return None
    folder = PurePosixPath("/" if address.startswith("/") else f"/{page}").parent
    parts: list[str] = []
    for part in (folder / address.lstrip("/")).parts[1:]:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts) or None


def declared(root: Node) -> set[str]:
    """Every name that a script binds anywhere: variables, functions, parameters, imports."""
    names: set[str] = set()
    for node in walk(root):
        if node.type in _BINDINGS or node.type in (
            "generator_function_declaration",
            "function_expression",
        ):
            names |= _pattern(node.child_by_field_name("name"))
        elif node.type in ("formal_parameters", "import_clause"):
            names |= _pattern(node)
        elif node.type in ("catch_clause", "arrow_function"):
            names |= _pattern(node.child_by_field_name("parameter"))
        elif node.type == "for_in_statement" and node.child_by_field_name("kind"):
            names |= _pattern(node.child_by_field_name("left"))
        elif node.type == "assignment_expression":
            left = words(node.child_by_field_name("left"))
            names |= (
                {left.removeprefix("window.").removeprefix("globalThis.")} if "." in left else set()
            )
    return names


def _pattern(node: Node | None) -> set[str]:
    kinds = ("identifier", "shorthand_property_identifier_pattern")
    return {words(n) for n in walk(node) if n.type in kinds} if node is not None else set()


def used(root: Node) -> set[str]:
    """The names that a script reads as variables. One that it asks for by `typeof` is not used:
    it does without."""
    guarded, names = set(), set()
    for node in walk(root):
        if node.type != "identifier":
            continue
        parent = node.parent
        if (
            parent is not None
            and parent.type == "unary_expression"
            and words(parent).startswith("typeof")
        ):
            guarded.add(words(node))
        names.add(words(node))
    return names - guarded


def at_top(node: Node) -> bool:
    """Whether a node runs when its script is read: no function is around it."""
    return not any("function" in n.type or n.type == "method_definition" for n in up(node))
