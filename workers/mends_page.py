"""Mends of a page's frame: its head, scripts that come too early, files that are not there."""

from __future__ import annotations

import base64
import html as entities
import re
from collections.abc import Iterator
from urllib.parse import quote

from tree_sitter import Node

from workers.judge import Mended
from workers.mends_source import (
    Edit,
    Files,
    Script,
    Tag,
    at_top,
    local,
    page_of,
    scripts_of,
    tags,
    walk,
    with_edits,
    words,
)
from workers.syntax import language_of

PHONE = 390  # pixels, as the page check looks
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico")
SOUNDS = (".mp3", ".wav", ".ogg", ".m4a", ".flac", ".aac")
_SAMPLES = bytes([0x80]) * 800  # a tenth of a second of silence
SILENCE = "data:audio/wav;base64," + base64.b64encode(
    b"RIFF" + (36 + len(_SAMPLES)).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    + bytes([1, 0, 1, 0]) + (8000).to_bytes(4, "little") * 2 + bytes([1, 0, 8, 0])
    + b"data" + len(_SAMPLES).to_bytes(4, "little") + _SAMPLES
).decode()  # fmt: skip
_URL = re.compile(rb"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_TAKES = re.compile(
    r"(?:^|\.)(?:src|image|img|texture|map|icon|photo|picture|avatar|thumbnail|cover|poster|sound"
    r"|audio|music|Audio|Howl|load\w*|add\.image|sprite|fromURL|from)$",
)
_DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*)*<!doctype", re.IGNORECASE | re.DOTALL)
_SEARCH = ("getElementById", "querySelector", "querySelectorAll", "getElementsByClassName")
_PAINTS = ("#5b8def", "#3fa796", "#e07a5f", "#8d6cab", "#d9a441", "#c8577c")


def mend_head(files: Files) -> Mended:
    """A page without doctype, charset or viewport: quirks mode, broken Chinese, tiny on phones."""
    edits: dict[str, list[Edit]] = {}
    added: list[str] = []
    entry = page_of(files)
    for path, text in files.items():
        found = tags(text) if language_of(path) == "html" else ()
        if not text.strip() or not (path == entry or any(tag.name == "html" for tag in found)):
            continue
        metas = [tag for tag in found if tag.name == "meta"]
        missing = ""
        if not any("charset" in t.attributes or "charset" in t.get("content") for t in metas):
            missing, added = '\n<meta charset="utf-8">', [*added, "charset"]
        if found and not any(tag.get("name").lower() == "viewport" for tag in metas):
            missing += '\n<meta name="viewport" content="width=device-width, initial-scale=1">'
            added.append("viewport")
        if not _DOCTYPE.match(text):
            edits.setdefault(path, []).append(Edit(0, 0, "<!DOCTYPE html>\n"))
            added.append("doctype")
        if missing:
            edits.setdefault(path, []).append(_in_head(text, found, missing))
    return with_edits(files, edits, [f"Added to the page: {', '.join(dict.fromkeys(added))}."])


def mend_unlinked(files: Files) -> Mended:
    """A page that forgot its head: the project has styles and scripts, the page links to none of
    its own files and holds none itself. They are linked, so far as no other file names them."""
    entry = page_of(files)
    found = tags(files[entry]) if entry else ()
    own = any(tag.name in ("style", "script") for tag in found)
    if own or any(local(tag.get("href"), entry) for tag in found if tag.name == "link"):
        return Mended(dict(files), [])
    others = "\n".join(text for path, text in files.items() if path != entry)
    missing = [p for p in sorted(files) if p.endswith((".css", ".js")) and p not in others]
    styles = [f'\n<link rel="stylesheet" href="{p}">' for p in missing if p.endswith(".css")]
    scripts = [f'\n<script src="{p}" defer></script>' for p in missing if p.endswith(".js")]
    if not missing:
        return Mended(dict(files), [])
    edit = _in_head(files[entry], found, "".join(styles + scripts))
    return with_edits(files, {entry: [edit]}, [f"Linked: {', '.join(missing)}."])


def _in_head(text: str, found: tuple[Tag, ...], metas: str) -> Edit:
    for name in ("head", "html"):
        if tag := next((tag for tag in found if tag.name == name), None):
            inside = metas if name == "head" else f"\n<head>{metas}\n</head>"
            return Edit(tag.end, tag.end, inside)
    match = re.match(r"\s*<!doctype[^>]*>", text, re.IGNORECASE)
    end = len(match[0].encode()) if match else 0
    return Edit(end, end, f"{metas.lstrip() if not end else metas}\n")


def mend_wide_canvas(files: Files) -> Mended:
    """A canvas that reaches beyond a phone's screen, on a page that says nothing of its size."""
    edits: dict[str, list[Edit]] = {}
    for path, text in files.items():
        if language_of(path) != "html" or any(
            word in text for word in ("max-width", "vw", "resize")
        ):
            continue
        for tag in tags(text):
            width = (
                tag.get("width") if tag.name == "canvas" and "style" not in tag.attributes else ""
            )
            if width.isdigit() and int(width) > PHONE:
                style = ' style="max-width: 100%; height: auto"'
                edits.setdefault(path, []).append(Edit(tag.end - 1, tag.end - 1, style))
    return with_edits(files, edits, ["The canvas fits on phones."])


def mend_early_script(files: Files) -> Mended:
    """A script in the head that looks for elements before the body was read."""
    page = page_of(files)
    edits = []
    for script in scripts_of(files):
        tag = _early_tag(script, files, page)
        if tag and not script.module and touches_elements(script.root):
            edits += later(files[page], tag)
    note = "Moved a script behind the elements that it looks for."
    return with_edits(files, {page: edits} if edits else {}, [note])


def _early_tag(script: Script, files: Files, page: str) -> Tag | None:
    """The script's tag in the page's head, where it runs at once."""
    found = tags(files[page]) if page else ()
    body = next((tag.start for tag in found if tag.name == "body"), None)
    if body is None:
        return None
    if script.tag is not None:
        return script.tag if script.path == page and script.tag.start < body else None
    for tag in found:
        if tag.name == "script" and local(tag.get("src"), page) == script.path and tag.start < body:
            return None if {"defer", "async"} & tag.attributes.keys() else tag
    return None


def later(html: str, tag: Tag) -> list[Edit]:
    """Have a script run when the page's elements are there: `defer` for a file that no inline
    script follows, else a place before the scripts at the end of the body."""
    found = [t for t in tags(html) if t.name == "script"]
    source = html.encode()
    followed = any("src" not in t.attributes and t.start > tag.start for t in found)
    if "src" in tag.attributes and not followed:
        return [Edit(tag.end - 1, tag.end - 1, " defer")]
    end = source.lower().rfind(b"</body")
    if tag.closed is None or end < tag.closed:
        return []
    place = end
    for other in reversed(found):
        if other.closed and tag.end < other.start and not source[other.closed : place].strip():
            place = other.start
    element = source[tag.start : tag.closed].decode()
    return [Edit(tag.start, tag.closed, ""), Edit(place, place, f"{element}\n")]


def touches_elements(root: Node) -> bool:
    """Whether a script looks for elements while it is read, itself or in a function it calls."""
    called = {
        words(node.child_by_field_name("function"))
        for node in walk(root)
        if node.type == "call_expression" and at_top(node)
    }
    touching = [node for node in walk(root) if _touches(node)]
    functions = [
        child
        for child in root.children
        if child.type == "function_declaration"
        and words(child.child_by_field_name("name")) in called
    ]
    inside = any(f.start_byte <= n.start_byte < f.end_byte for f in functions for n in touching)
    return inside or any(at_top(node) for node in touching)


def _touches(node: Node) -> bool:
    if node.type != "member_expression" or words(node.child_by_field_name("object")) != "document":
        return False
    name = words(node.child_by_field_name("property"))
    if name == "body":
        return node.parent is not None and node.parent.type == "member_expression"
    return name in _SEARCH


def mend_missing_files(files: Files) -> Mended:
    """Pictures, sounds, styles and scripts that a page asks for and the project does not have."""
    edits: dict[str, list[Edit]] = {}
    lost: list[str] = []
    for path, text in files.items():
        kind = language_of(path)
        found: list[tuple[Edit, str]] = []
        if kind == "html":
            found = [*_in_tags(path, text, files), *_in_css(path, path, text.encode(), files, 0)]
        elif kind == "css":
            found = list(_in_css(path, path, text.encode(), files, 0))
        if found:
            edits[path] = [edit for edit, _ in found]
            lost += [name for _, name in found]
    page = page_of(files)
    for script in scripts_of(files):
        for edit, name in _in_strings(script, page, files):
            edits.setdefault(script.path, []).append(edit)
            lost.append(name)
    names = ", ".join(dict.fromkeys(lost))
    note = f"Files that are not in the project were left out or drawn in their place: {names}."
    return with_edits(files, edits, [note])


def _absent(address: str, page: str, files: Files) -> str | None:
    path = local(address, page)
    return path if path and path not in files else None


def _in_tags(page: str, text: str, files: Files) -> Iterator[tuple[Edit, str]]:
    for tag in tags(text):
        for name in ("src", "href", "poster"):
            missing = _absent(tag.get(name), page, files) if name in tag.attributes else None
            if missing is None:
                continue
            attribute = tag.attributes[name]
            place = slice(attribute.start, attribute.end)
            if tag.name == "img" or name == "poster":
                image = placeholder(tag.get("alt") or missing, tag.get("width"), tag.get("height"))
                yield Edit(place.start, place.stop, f'{name}="{image}"'), missing
            elif tag.name in ("audio", "source") and missing.lower().endswith(SOUNDS):
                yield Edit(place.start, place.stop, f'src="{SILENCE}"'), missing
            elif tag.name == "link" and tag.get("rel").lower() not in ("next", "prev", "alternate"):
                yield Edit(tag.start, tag.end, ""), missing
            elif tag.name == "script" and tag.closed:
                yield Edit(tag.start, tag.closed, ""), missing


def _in_css(
    path: str, page: str, css: bytes, files: Files, start: int
) -> Iterator[tuple[Edit, str]]:
    for match in _URL.finditer(css):
        address = match[1].decode(errors="replace")
        missing = _absent(address, page, files)
        if missing and missing.lower().endswith(IMAGES):
            image = placeholder("", "", "")
            yield Edit(start + match.start(1), start + match.end(1), image), missing


def _in_strings(script: Script, page: str, files: Files) -> Iterator[tuple[Edit, str]]:
    for node in walk(script.root):
        if node.type != "string":
            continue
        address = words(node)[1:-1]
        missing = _absent(address, page, files)
        if not missing or " " in address or len(address) < 5 or not _is_loaded(node):
            continue
        quote_mark = words(node)[0]
        if missing.lower().endswith(SOUNDS):
            yield script.edit(node, f"{quote_mark}{SILENCE}{quote_mark}"), missing
        elif missing.lower().endswith(IMAGES) and not missing.startswith("."):
            image = placeholder(missing, "", "")
            yield script.edit(node, f"{quote_mark}{image}{quote_mark}"), missing


def _is_loaded(node: Node) -> bool:
    """Whether a string is an address to load from, by what takes it."""
    around = [n for n in (node.parent, node.parent and node.parent.parent) if n is not None]
    taker = ""
    for outer in around:
        if outer.type == "pair":
            taker = words(outer.child_by_field_name("key"))
        elif outer.type == "assignment_expression":
            taker = words(outer.child_by_field_name("left"))
        elif outer.type in ("call_expression", "new_expression"):
            taker = words(
                outer.child_by_field_name("function") or outer.child_by_field_name("constructor")
            )
        if taker:
            break
    return _TAKES.search(taker.strip("\"'")) is not None


def placeholder(name: str, width: str, height: str) -> str:
    """A picture as a data: address: a gradient with the name's words, of that size."""
    wide = int(width) if width.isdigit() and int(width) else 640
    high = int(height) if height.isdigit() and int(height) else wide * 5 // 8
    label = re.sub(r"[-_]+", " ", name.rsplit("/", 1)[-1].rsplit(".", 1)[0])[:40]
    number = sum(name.encode())
    first, second = (_PAINTS[(number + step) % len(_PAINTS)] for step in (0, 1 + number % 4))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{wide}' height='{high}'>"
        f"<defs><linearGradient id='g' x2='1' y2='1'><stop stop-color='{first}'/>"
        f"<stop offset='1' stop-color='{second}'/></linearGradient></defs>"
        "<rect width='100%' height='100%' fill='url(#g)'/>"
        f"<text x='50%' y='52%' fill='white' font-family='sans-serif' text-anchor='middle' "
        f"font-size='{max(8, wide // 18)}'>{entities.escape(label)}</text></svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe="/:= ;,").replace(" ", "%20")


_ID = re.compile(r"""\bid\s*[=:]\s*\\?["'`]?([\w-]+)""")


def mend_ids(files: Files) -> Mended:
    """An id that the script spells otherwise than the page: `scoreValue` for `score-value`."""
    texts = "\n".join(files.values())
    known = set(_ID.findall(texts)) | set(re.findall(r"""["']id["']\s*,\s*["']([\w-]+)""", texts))
    real = {tag.get("id") for text in _pages(files) for tag in tags(text)} - {""}
    edits: dict[str, list[Edit]] = {}
    notes: list[str] = []
    for script in scripts_of(files):
        for node, name in asked_ids(script.root):
            if name in known or name in real:
                continue
            alike = [other for other in real if _plain(other) == _plain(name)]
            if len(alike) == 1:
                text = words(node)
                edits.setdefault(script.path, []).append(
                    script.edit(node, text[: text.index(name)] + alike[0] + text[-1])
                )
                notes.append(f"The script's “{name}” now means the page's element “{alike[0]}”.")
    return with_edits(files, edits, list(dict.fromkeys(notes)))


def missing_ids(files: Files) -> list[str]:
    """The ids that a script asks for and uses at once, and that no element has."""
    texts = "\n".join(files.values())
    if re.search(r"""\bid\s*=\s*["']?[\w-]*\$\{|\.id\s*=\s*[^"'=\s]""", texts):
        return []  # ids are made while it runs
    known = set(_ID.findall(texts)) | set(re.findall(r"""["']id["']\s*,\s*["']([\w-]+)""", texts))
    asked = [
        name
        for script in scripts_of(files)
        for node, name in asked_ids(script.root)
        if (call := node.parent and node.parent.parent) is not None
        and call.parent is not None
        and call.parent.type == "member_expression"
        and "?." not in words(call.parent)
    ]
    return [name for name in dict.fromkeys(asked) if name not in known]


def asked_ids(root: Node) -> Iterator[tuple[Node, str]]:
    """The strings by which a script asks for an element by its id, and that id."""
    for node in walk(root):
        callee = node.child_by_field_name("function") if node.type == "call_expression" else None
        method = words(callee.child_by_field_name("property")) if callee is not None else ""
        arguments = node.child_by_field_name("arguments")
        if method not in _SEARCH[:2] or arguments is None or len(arguments.named_children) != 1:
            continue
        value = arguments.named_children[0]
        if value.type != "string":
            continue
        match = re.fullmatch(r"#?([\w-]+)", words(value)[1:-1])
        if match and (method == "getElementById") != words(value)[1:-1].startswith("#"):
            yield value, match[1]


def _plain(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


def _pages(files: Files) -> list[str]:
    return [text for path, text in files.items() if language_of(path) == "html"]
