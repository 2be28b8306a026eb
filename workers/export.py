"""A project to take away: its files and what they use of the shelf, which open from a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from workers.pages import PageWriter, is_page, kind_of
from workers.shelf import Shelf

_IMPORT = re.compile(r"\b(?:from|import)\s*\(?\s*[\"']([^\"'\s]{1,200})[\"']")
_CSS = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])([^\"')\s?#]{1,300})")
_MODULE = re.compile(r"<script[^>]*\btype\s*=\s*[\"']?(?:module|importmap)\b", re.IGNORECASE)
_WHOLE_FOLDER = 6_000_000  # bytes: a folder that a script reads from goes along up to this size
_README = """This page uses JavaScript modules, which browsers do not load from a folder (file://).
Serve the folder and open the page at http://localhost:8000/, for example:

    python3 -m http.server

本页面使用 JavaScript 模块，浏览器不会从文件夹（file://）加载模块。
请在此文件夹中启动一个本地服务器，然后打开 http://localhost:8000/，例如：

    python3 -m http.server
"""


def export_project(files: Mapping[str, str], shelf: Shelf) -> dict[str, bytes]:
    """Every file of the download, path -> bytes.

    Addresses lead to copies beside the project's files, with their licences, so that nothing is
    loaded from a network. Says in a README.txt when a server is needed.
    """
    folder = "shelf"
    while any(path == folder or path.startswith(folder + "/") for path in files):
        folder += "-files"
    imports = _imports_of(files, shelf)
    used = list(imports.values())
    done: dict[str, bytes] = {}
    for path, text in files.items():
        base = "../" * path.count("/") + folder + "/"
        base = base if base.startswith("..") else "./" + base
        kind = kind_of(path)
        if is_page(path):
            writer = PageWriter(shelf, base, imports)
            text = writer.feed(text) + writer.close()
            used += writer.used
        elif kind is not None:
            page_base = f"./{folder}/" if kind == "js" else None
            localised = shelf.localise(text, kind, base, page_base)
            text = localised.text
            used += localised.used
        done[path] = text.encode("utf-8", "replace")
    for path in closure(shelf, used):
        if served := shelf.read(path):
            done[f"{folder}/{path}"] = served.body
    if any(is_page(path) and _MODULE.search(text) for path, text in files.items()):
        done["README.txt" if "README.txt" not in done else "README-modules.txt"] = _README.encode()
    return done


def closure(shelf: Shelf, paths: Iterable[str]) -> list[str]:
    """The given paths of the shelf and all that they lead to, with their licences, sorted."""
    found: set[str] = set()
    waiting = [file for path in paths for file in _files(shelf, path)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        waiting += _led_to(shelf, path)
    for path in list(found):
        parts = path.split("/")
        for length in (1, 2):
            licence = "/".join([*parts[:length], "LICENSE.txt"])
            found |= {licence} & shelf.paths
    return sorted(found)


def _files(shelf: Shelf, path: str) -> list[str]:
    """A path itself; of a folder that scripts read from, its files, unless they are too many."""
    if not path.endswith("/"):
        return [path]
    if path in shelf.imports.values():
        return []  # modules are found by the names they are imported by
    inside = [one for one in shelf.paths if one.startswith(path)]
    size = sum((shelf.folder / one).stat().st_size for one in inside)
    return inside if size <= _WHOLE_FOLDER else []


def _led_to(shelf: Shelf, path: str) -> list[str]:
    kind = kind_of(path)
    served = shelf.read(path) if kind in ("css", "js") else None
    if served is None:
        return []
    text = served.body.decode("utf-8", "replace")
    found = []
    for name in (_CSS if kind == "css" else _IMPORT).findall(text):
        near = kind == "css" or name.startswith(".")
        folder = posixpath.dirname(path)
        led = posixpath.normpath(posixpath.join(folder, name)) if near else _bare(shelf, name)
        if led and led in shelf.paths:
            found.append(led)
    return found


def _bare(shelf: Shelf, name: str) -> str | None:
    if name in shelf.imports:
        return shelf.imports[name]
    for prefix, folder in shelf.imports.items():
        if prefix.endswith("/") and name.startswith(prefix):
            return folder + name.removeprefix(prefix)
    return None


def _imports_of(files: Mapping[str, str], shelf: Shelf) -> dict[str, str]:
    """The part of the shelf's import map that a project needs, name -> path."""
    texts = [text for path, text in files.items() if kind_of(path) in ("html", "js")]
    waiting = {name for text in texts for name in _IMPORT.findall(text)}
    for text in texts:
        for url in re.findall(r"[\"'`]((?:https?:)?//[^\"'`\s]+)", text):
            answer = shelf.answer(url, module=True)
            waiting |= _names_in(shelf, answer.path) if answer.path else set()
    needed: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        path = _bare(shelf, name)
        if path is None or name in needed or path not in shelf.paths:
            continue
        needed[name] = path
        for one in closure(shelf, [path]):
            waiting |= _names_in(shelf, one) - needed.keys()
    return needed


def _names_in(shelf: Shelf, path: str) -> set[str]:
    """The bare names that a module of the shelf imports."""
    served = shelf.read(path) if kind_of(path) == "js" else None
    names = _IMPORT.findall(served.body.decode("utf-8", "replace")) if served else []
    return {name for name in names if not name.startswith((".", "/")) and _bare(shelf, name)}
