"""Mends of text that is no JavaScript or HTML yet: Markdown around it, entities in scripts,
typographic delimiters, a page that was cut off."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from workers.judge import Mended
from workers.mends_content import is_data, salvage, without_blanks
from workers.mends_source import (
    Edit,
    Files,
    Script,
    edited,
    scripts_of,
    tags,
    unchanged,
    with_edits,
)
from workers.mends_tokens import CLOSERS, Token, text_of, tokens, unclosed
from workers.syntax import language_of, parse, parses

MOST_CUT = 40  # lines or tokens given up at the end of a script that was cut off
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[^\n]*")
_BLANK_ELEMENT = re.compile(
    r"[ \t]*<(p|li|cite|small|h[1-6]|summary|figcaption|span|a|b|i)\b[^<>]*>\s*"
    r"(?:<(\w+)[^<>]*>\s*…\s*</\2>|…)\s*</\1>\n?"
)
_START = re.compile(r"<!doctype\b|<html\b", re.IGNORECASE)
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|#39|#x27|nbsp);")
_NEVER_SCRIPT = ("</body>", "</html>")


def mend_markdown(files: Files) -> Mended:
    """Markdown around a file's text: fences, “Here is the code”, explanations after the page."""
    new, notes = dict(files), []
    for path, text in files.items():
        language = language_of(path)
        stripped = _bare_page(text) if language == "html" else text
        if language in ("js", "css") and (_is_fenced(text) or not parses(text, path)):
            stripped = _bare_code(text)
        if language == "html":
            stripped = _bare_scripts(path, stripped)
        if stripped != text and stripped.strip():
            new[path] = stripped
            notes.append(f"Took away text around the code of {path}.")
    return Mended(new, notes)


def _bare_page(text: str) -> str:
    start = _START.search(text)
    if start and text[: start.start()].strip() and "<" not in text[: start.start()]:
        text = text[start.start() :]
    ends = list(_END.finditer(text))
    if ends and text[ends[-1].end() :].strip() and "<" not in text[ends[-1].end() :]:
        text = text[: ends[-1].end()] + "\n"
    lines = text.split("\n")
    while lines and (not lines[-1].strip() or _FENCE.fullmatch(lines[-1].rstrip())):
        if lines[-1].strip():
            return _bare_page("\n".join(lines[:-1]) + "\n")
        lines.pop()
    return text


def _is_fenced(code: str) -> bool:
    """Whether it begins with a fence: to JavaScript's grammar that is a template."""
    return _FENCE.fullmatch(code.strip().split("\n")[0].rstrip()) is not None


def _bare_code(text: str) -> str:
    lines = text.split("\n")
    fences = [n for n, line in enumerate(lines) if _FENCE.fullmatch(line.rstrip())]
    if not fences:
        return text
    first = fences[0]
    if len(fences) == 1 and any(line.strip() for line in lines[:first]):
        return "\n".join(lines[:first]) + "\n"  # a fence that only ends it
    last = fences[1] if len(fences) > 1 else len(lines)
    return "\n".join(lines[first + 1 : last]).rstrip("\n") + "\n"


def _bare_scripts(path: str, page: str) -> str:
    edits = [
        Edit(script.start, script.start + len(script.code.encode()), f"\n{_bare_code(script.code)}")
        for script in scripts_of({path: page})
        if "```" in script.code and (_is_fenced(script.code) or parse(script.code, "js").has_error)
    ]
    return edited(page, edits) if edits else page


def mend_entities(files: Files) -> Mended:
    """HTML's entities in a script: `a &lt; b &amp;&amp; c`."""
    return _rewritten(
        files,
        lambda code: html.unescape(code) if _ENTITY.search(code) else code,
        "Wrote HTML entities in the script of {path} as the characters they stand for.",
    )


def mend_delimiters(files: Files) -> Mended:
    """Typographic quotes or full-width commas as JavaScript's own, quotes inside strings."""
    return _rewritten(
        files,
        lambda code: text_of(tokens(code)),
        "Mended the quotes and commas in the script of {path}.",
    )


def mend_content(files: Files) -> Mended:
    """A content file that does not parse: missing commas, a cut end, entries beyond repair."""
    edits: dict[str, list[Edit]] = {}
    notes = []
    for script in scripts_of(files):
        if not (is_data(script.code) and parse(script.code, "js").has_error):
            continue
        saved = salvage(script.code)
        if saved:
            text, dropped = saved
            edits.setdefault(script.path, []).append(_whole(script, text))
            lost = (
                f" {dropped} of its entries could not be read and are left out." if dropped else ""
            )
            notes.append(f"Mended the list of contents in {script.path}.{lost}")
    return with_edits(files, edits, notes)


def mend_blanks(files: Files) -> Mended:
    """What is a mere “…”: properties and list entries of a content file, elements of a page."""
    edits: dict[str, list[Edit]] = {}
    notes = []
    for path, text in files.items():
        blanks = list(_BLANK_ELEMENT.finditer(text)) if language_of(path) == "html" else []
        edits[path] = [
            Edit(len(text[: one.start()].encode()), len(text[: one.end()].encode()), "")
            for one in blanks
        ]
        notes += [f"Left out elements of {path} that were not filled in."] if blanks else []
    for script in scripts_of(files):
        if script.tag is None and is_data(script.code) and not parse(script.code, "js").has_error:
            text = without_blanks(script.code)
            if text != script.code:
                edits[script.path] = [_whole(script, text)]
                notes.append(f"Left out entries of {script.path} that were not filled in.")
    return with_edits(files, edits, notes)


def mend_cut(files: Files) -> Mended:
    """A script whose brackets do not close, most often because the page was cut off."""
    return _rewritten(files, _ended, "Closed what the script of {path} left open.")


def mend_open_script(files: Files) -> Mended:
    """A `<script>` or `<style>` that the end of the page leaves open."""
    edits: dict[str, list[Edit]] = {}
    notes = []
    for path, text in files.items():
        if language_of(path) != "html":
            continue
        last = next((tag for tag in reversed(tags(text)) if tag.name in ("script", "style")), None)
        source = text.encode()
        if last is None or f"</{last.name}".encode() in source[last.end :].lower():
            continue
        end = len(text.rstrip().encode())
        body = source[last.end : end].decode()
        for closing in _NEVER_SCRIPT[::-1]:
            if body.rstrip().lower().endswith(closing):
                body = body.rstrip()[: -len(closing)]
        end = last.end + len(body.rstrip().encode())
        rest = source[end:].decode().strip()
        edits[path] = [
            Edit(end, len(source), f"\n</{last.name}>\n{rest or '</body>' + chr(10) + '</html>'}\n")
        ]
        notes.append(f"Closed the <{last.name}> that {path} left open.")
    return with_edits(files, edits, notes)


def _rewritten(files: Files, rewrite: Callable[[str], str], note: str) -> Mended:
    """Scripts that do not parse, by `rewrite`, where that makes them parse or leaves less amiss."""
    edits: dict[str, list[Edit]] = {}
    for script in scripts_of(files):
        if not parse(script.code, "js").has_error:
            continue
        text = rewrite(script.code)
        if text != script.code and _amiss(text) < _amiss(script.code):
            edits.setdefault(script.path, []).append(_whole(script, text))
    if not edits:
        return unchanged(files)
    return with_edits(files, edits, [note.format(path=path) for path in edits])


def _whole(script: Script, text: str) -> Edit:
    return Edit(script.start, script.start + len(script.code.encode()), text)


def _amiss(code: str) -> int:
    """Bytes of a script that its parser could make nothing of."""
    stack, count = [parse(code, "js")], 0
    while stack:
        node = stack.pop()
        if node.type == "ERROR":
            count += max(1, node.end_byte - node.start_byte)
        elif node.is_missing:
            count += 1
        elif node.has_error:
            stack.extend(node.children)
    return count


def _ended(code: str) -> str:
    """The script with its brackets closed; the first attempt that parses."""
    for text in _attempts(tokens(code)):
        if text.strip() and not parse(text, "js").has_error:
            return text
    return code


def _attempts(found: list[Token]) -> Iterator[str]:
    open_ = unclosed(found)
    if open_ is None:
        yield text_of(_without_extra(found))
        return
    if not open_:
        return
    yield from _by_indentation(found, open_)
    code = text_of(found)
    lines = code.rstrip().split("\n")
    for given_up in range(min(MOST_CUT, len(lines))):
        kept = "\n".join(lines[: len(lines) - given_up])
        yield from _closings(kept)


def _closings(code: str) -> Iterator[str]:
    found = tokens(code)
    open_ = unclosed(found)
    if open_ is None:
        return
    while found and (not found[-1].means or found[-1].text in (",", ".")):
        found.pop()
    ends = "".join(
        f"{CLOSERS[found[index].text]}" for index in reversed(open_) if index < len(found)
    )
    yield text_of(found) + "\n" + ends + "\n"


def _by_indentation(found: list[Token], open_: list[int]) -> Iterator[str]:
    """A `}` where the indentation says that a block ends."""
    if len(open_) > 3:
        return
    lines = text_of(found).split("\n")
    for index in reversed(open_):
        if found[index].text != "{":
            return
        row = text_of(found[:index]).count("\n")
        depth = _indentation(lines[row])
        for at in range(row + 1, len(lines)):
            line = lines[at]
            if line.strip() and _indentation(line) <= depth and line.strip()[0] not in "})]":
                lines.insert(at, " " * depth + "}")
                break
    yield "\n".join(lines)


def _indentation(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _without_extra(found: list[Token]) -> list[Token]:
    """Without brackets that close nothing."""
    stack: list[str] = []
    kept = []
    for token in found:
        if token.kind == "punct" and token.text in CLOSERS:
            stack.append(CLOSERS[token.text])
        elif token.kind == "punct" and token.text in CLOSERS.values():
            if not stack or stack[-1] != token.text:
                continue
            stack.pop()
        kept.append(token)
    return kept
