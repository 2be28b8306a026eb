"""One library on the shelf, and which of its files answers which path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from workers.shelf_addresses import Wanted

# What builds of the same file are told apart by.
_MINIFIED = re.compile(r"[.-](min|prod|production|development|dev|slim|pkgd|debug)(?=\.)")
_BUILD = re.compile(
    r"[.-](umd|iife|global|browser|bundle|all|esm?|mjs|module|cjs|common|runtime|full|latest|standalone"
    r"|compat|web|v?\d+(\.\d+)*)(?=[.-]|$)"
)
_MODULE = re.compile(r"[.-](esm?|module|mjs)\b|\.mjs$|(^|/)(esm|es|module)/")
_MAIN = {"index", "main", "bundle", "cdn", "all", "lib"}


class Library:
    """A library in one edition: `folder` is its name and version, `files` what lies in it."""

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self.id: str = entry["id"]
        self.title: str = entry["title"]
        self.version: str = str(entry["version"]).removeprefix("v")
        self.licence: str = entry["licence"]
        self.home: str = entry["home"]
        self.size: int = entry["size"]
        self.folder: str = entry["folder"]
        self.files: list[str] = entry["files"]
        self.imports: dict[str, str] = entry["imports"]
        self.script: str | None = entry.get("script")
        self.module: str | None = entry.get("module")
        self.style: str | None = entry.get("style")
        self.globals: str | None = entry.get("global")
        self.exports: list[str] = entry.get("exports") or []
        self.after: str | None = entry.get("after")
        names = {self.id, self.folder.rpartition("@")[0], *(entry.get("names") or [])}
        self.names = sorted(name.lower() for name in names)
        self._majors: list[int] = entry.get("majors") or []
        self._claims = re.compile(entry["claims"]) if entry.get("claims") else None
        self._modules = re.compile(entry["esm"]) if entry.get("esm") else _MODULE
        self._main = re.compile(f"(?:{entry['main']}).*") if entry.get("main") else None
        self._rename: dict[str, str] = entry.get("rename") or {}
        self._known = frozenset(self.files)
        self._builds: dict[str, list[str]] = {}
        for file in self.files:
            self._builds.setdefault(_plain(file), []).append(file)

    def path(self, file: str | None) -> str | None:
        """A file's path on the shelf."""
        return f"{self.folder}/{file}" if file else None

    def is_major(self, version: str) -> bool:
        """Whether this edition is made for that version."""
        number = re.search(r"\d+", version)
        return number is not None and int(number[0]) in self._majors

    def claims(self, path: str) -> bool:
        """Whether a path without a version means this edition."""
        return self._claims is not None and self._claims.search(path) is not None

    def find(self, wanted: Wanted) -> str | None:
        """The shelf path that answers; None if this edition has nothing like it."""
        path = wanted.path.strip()
        if not path:
            file = self.module if wanted.module else self.script or self.style or self.module
            return self.path(file)
        if path.endswith("/"):
            inside = any(file.startswith(path) for file in self.files)
            return f"{self.folder}/{path}" if inside else self._imported(wanted.name, path)
        wants_module = wanted.module or bool(_MODULE.search(path))
        found = self._exact(path) or self._build(path, wants_module)
        if found is None and (imported := self._imported(wanted.name, path)):
            return imported
        if found is None or self._is_module(found) != wants_module:
            found = self._main_file(path, wants_module) or found
        if wanted.module and found is not None and found == self.script:
            found = self.module
        return self.path(found)

    def _exact(self, path: str) -> str | None:
        renamed = self._rename.get(path) or self._rename.get(path.rpartition("/")[2])
        return renamed or (path if path in self._known else None)

    def _imported(self, name: str, path: str) -> str | None:
        """A subpath as modules are imported by: `three/addons/…`, `react-dom/client`."""
        for name_ in dict.fromkeys([name, name.lower(), *self.names]):
            whole = f"{name_}/{path}"
            for ending in ("", ".js", ".mjs"):
                if whole + ending in self.imports:
                    return self.imports[whole + ending]
            for prefix, folder in self.imports.items():
                if prefix.endswith("/") and whole.startswith(prefix):
                    rest = (folder + whole.removeprefix(prefix)).removeprefix(f"{self.folder}/")
                    for ending in ("", ".js", ".mjs"):
                        if rest + ending in self._known:
                            return f"{self.folder}/{rest}{ending}"
                    if rest.endswith("/") and any(file.startswith(rest) for file in self.files):
                        return f"{self.folder}/{rest}"
        return None

    def _is_module(self, file: str) -> bool:
        return bool(self._modules.search(file))

    def _build(self, path: str, module: bool) -> str | None:
        """The same file in another build or folder, the nearest by its folders."""
        found = self._builds.get(_plain(path), [])
        name = path.rpartition("/")[2].lower()
        folders = path.lower().split("/")[-2::-1]

        def nearness(file: str) -> tuple[bool, int, bool, int]:
            own = file.lower().split("/")[-2::-1]
            shared = 0
            for one, other in zip(folders, own, strict=False):
                if one != other:
                    break
                shared += 1
            exact = file.rpartition("/")[2].lower() == name
            return (self._is_module(file) == module, shared, exact, -len(file))

        return max(found, key=nearness, default=None)

    def _main_file(self, path: str, module: bool) -> str | None:
        name = PurePosixPath(path).name.lower()
        kind = PurePosixPath(name).suffix
        stem = _BUILD.sub("", _BUILD.sub("", _plain(name).removesuffix(".js").removesuffix(".css")))
        own = {one.rpartition("/")[2] for one in self.names}
        own |= {one.removesuffix(".js").removesuffix(".css") for one in own}
        if stem not in own | _MAIN and not (self._main and self._main.fullmatch(stem)):
            return None
        if kind == ".css":
            return self.style
        if kind not in (".js", ".mjs", ".cjs", ""):
            return None
        if module:
            return self.module
        return self.script or self.module


def _plain(file: str) -> str:
    """A file's name without folder and without what its build adds; `.mjs` counts as `.js`."""
    name = file.rpartition("/")[2].lower()
    return re.sub(r"\.(mjs|cjs)$", ".js", _MINIFIED.sub("", name))
