"""The shelf: browser libraries and fonts that lie ready, so that pages need no network.

Models write addresses of content delivery networks by habit. `Shelf.resolve` knows what such an
address means and which file answers it; `Shelf.read` hands the file out. What is there is said by
`dist/index.json`, which `shelf/build.mjs` makes; nothing is ever fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from workers.content_types import type_of
from workers.placeholder import draw_placeholder, placeholder_path
from workers.shelf_addresses import (
    FONT_HOSTS,
    Address,
    Wanted,
    missing_name,
    split_address,
    wanted_by,
)
from workers.shelf_fonts import Fonts
from workers.shelf_library import Library
from workers.shelf_localise import Localised, Localiser

DIST = Path(__file__).resolve().parents[1] / "shelf" / "dist"
_COMBINE = "combine/"
_AT = "at/"
_TEXTURE = re.compile(r"examples/textures/.*\.(jpe?g|png|gif|webp)$", re.IGNORECASE)


class Served(NamedTuple):
    """A file as a browser gets it."""

    body: bytes
    content_type: str


class Answer(NamedTuple):
    """What the shelf says to an address: a path or None, and the names of what it lacks."""

    path: str | None
    missing: list[str]


class Shelf:
    """What lies in `folder`, by its index. Paths are below `folder`, with slashes."""

    def __init__(self, folder: Path, index: Mapping[str, Any]) -> None:
        self.folder = folder
        self.libraries = [Library(entry) for entry in index["libraries"]]
        self.fonts: Sequence[Mapping[str, Any]] = index["fonts"]
        self._names: dict[str, list[Library]] = {}
        for library in self.libraries:
            for name in library.names:
                self._names.setdefault(name, []).append(library)
        icons = [one for one in self.libraries if one.id == "material-icons"]
        self._fonts = Fonts(self.fonts, icons[0].path(icons[0].style) if icons else None)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every file that lies on the shelf."""
        files = [f"{library.folder}/{file}" for library in self.libraries for file in library.files]
        for font in self.fonts:
            files += [f"{font['folder']}/{face['file']}" for face in font["faces"]]
            files.append(f"{font['folder']}/LICENSE.txt")
        return frozenset(files)

    @cached_property
    def imports(self) -> dict[str, str]:
        """Bare names, and prefixes that end in a slash -> paths."""
        return {name: path for library in self.libraries for name, path in library.imports.items()}

    def resolve(self, url: str) -> str | None:
        """The path that answers an address of a network or of a service for stand-in images.

        A path that ends in a slash is a folder; None: the shelf has no answer.
        """
        return self.answer(url).path

    def answer(self, url: str, module: bool = False) -> Answer:
        """As `resolve`; `module` when the address is imported. Says what is missing, too."""
        if (picture := placeholder_path(url)) is not None:
            return Answer(picture, [])
        address = split_address(url)
        if address is None:
            return Answer(None, [])
        if address.host in FONT_HOSTS:
            sheet = self._fonts.stylesheet(address)
            return Answer(sheet.path, sheet.missing) if sheet else Answer(None, [])
        if _TEXTURE.search(address.path) and wanted_by(address) is None:
            return Answer(
                placeholder_path(f"https://picsum.photos/seed/{address.path[-40:]}/512/512"), []
            )
        if address.path.startswith(_COMBINE) and address.host.endswith("jsdelivr.net"):
            return self._combine(address)
        wanted = wanted_by(address)
        path = self._find(wanted._replace(module=wanted.module or module)) if wanted else None
        if path is not None:
            return Answer(path, [])
        name = missing_name(address)
        return Answer(None, [name] if name else [])

    def _find(self, wanted: Wanted) -> str | None:
        name = wanted.name.lower()
        if name.startswith("@fontsource"):
            slug = name.split("/")[-1]
            return f"fonts/{slug}.css" if self._fonts.css(f"fonts/{slug}.css") else None
        found = None
        for spelling in (name, name.removesuffix(".js"), name.removesuffix("js").rstrip("-.")):
            if found := self._names.get(spelling):
                break
        for library in _by_preference(found or [], wanted):
            if (path := library.find(wanted)) is not None:
                return path
        bare = f"{name}/{wanted.path}".rstrip("/")
        return self.imports.get(bare) or self.imports.get(bare.removesuffix(".js"))

    def _combine(self, address: Address) -> Answer:
        paths: list[str] = []
        missing: list[str] = []
        for part in address.path.removeprefix(_COMBINE).split(","):
            one = self.answer(f"https://{address.host}/{part}")
            paths += [one.path] if one.path else []
            missing += one.missing
        if not paths:
            return Answer(None, missing)
        end = ".css" if paths[0].endswith(".css") else ".js"
        return Answer(_COMBINE + "+".join(path.replace("/", "~") for path in paths) + end, missing)

    def localise(self, text: str, kind: str, base: str, page_base: str | None = None) -> Localised:
        """`text` with every address that the shelf answers replaced by `base` + path.

        `kind` is html, css or js; `base` ends in a slash. `page_base`, if given, is for addresses
        in scripts that are not imported: a browser reads those from the page. No line number
        changes. `used` are paths, `missing` names as a person would say them, each once.
        """
        localiser = Localiser(self, kind, base, page_base)
        done = localiser.feed(text) + localiser.close()
        return Localised(done, localiser.used, localiser.missing)

    def read(self, path: str) -> Served | None:
        """The file at a path that `resolve` gave, or that such a file leads to; else None."""
        if path.startswith(_AT):
            found = self.resolve("https://" + path.removeprefix(_AT))
            return self.read(found) if found and not found.startswith(_AT) else None
        if path.startswith("placeholder/"):
            picture = draw_placeholder(path)
            return Served(picture.encode(), "image/svg+xml") if picture is not None else None
        if path.startswith("fonts/"):
            css = self._fonts.css(path)
            return Served(css.encode(), "text/css; charset=utf-8") if css is not None else None
        if path.startswith(_COMBINE):
            return self._read_combined(path)
        file = self.file(path)
        return Served(file.read_bytes(), type_of(path)) if file else None

    def file(self, path: str) -> Path | None:
        """Where a file of the shelf lies on disk; None if it is none or is made on demand."""
        return self.folder / path if path in self.paths else None

    def _read_combined(self, path: str) -> Served | None:
        names, _, end = path.removeprefix(_COMBINE).rpartition(".")
        files = [self.file(name.replace("~", "/")) for name in names.split("+")]
        if end not in ("js", "css") or not all(files):
            return None
        body = b"\n".join(file.read_bytes() for file in files if file)
        return Served(body, type_of(f"x.{end}"))

    def import_map(self, base: str) -> str:
        """An import map as JSON on one line: bare names -> addresses below `base`."""
        return json.dumps({"imports": {name: base + path for name, path in self.imports.items()}})


def _by_preference(libraries: Sequence[Library], wanted: Wanted) -> list[Library]:
    """The editions of a library, the one that fits the version or the path best first."""

    def rank(library: Library) -> int:
        if wanted.version and library.is_major(wanted.version):
            return 0
        if not wanted.module and library.claims(wanted.path):
            return 1
        return 2

    return sorted(libraries, key=rank)


def load_shelf(folder: Path | None = None) -> Shelf:
    """The shelf in `folder`, or the one that was built; an empty one where there is none."""
    folder = folder or DIST
    index = folder / "index.json"
    if not index.is_file():
        return Shelf(folder, {"libraries": [], "fonts": []})
    return Shelf(folder, json.loads(index.read_text(encoding="utf-8")))
