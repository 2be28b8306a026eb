"""Where the built frontend is: the hashed names of its scripts and styles, for the templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static

MANIFEST = Path("frontend") / "dist" / ".vite" / "manifest.json"
ENTRIES = {"home": "src/home.ts", "workspace": "src/main.ts"}


@dataclass(frozen=True)
class Assets:
    """What a page loads, as names below STATIC_URL: one module, what it imports, its styles."""

    script: str
    preloads: tuple[str, ...]
    styles: tuple[str, ...]


def context(request: HttpRequest) -> dict[str, Any]:
    """The template context processor.

    `frontend` is {"home": {script, preloads, styles}, "workspace": …} with whole addresses, or
    empty when the frontend was not built; then base.html says what to do instead of the page.
    """
    assets = read_assets(Path(settings.BASE_DIR) / MANIFEST)
    return {"frontend": {page: _addresses(found) for page, found in assets.items()}}


def read_assets(manifest: Path) -> dict[str, Assets]:
    """The assets of each page by Vite's manifest; empty when it is missing.

    Read again only after a new build. The format is described at
    https://vite.dev/guide/backend-integration.
    """
    try:
        changed = manifest.stat().st_mtime_ns
    except OSError:
        return {}
    return _parse(manifest, changed)


@lru_cache(maxsize=4)
def _parse(manifest: Path, _changed: int) -> dict[str, Assets]:
    chunks: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
    return {page: _assets(chunks, name) for page, name in ENTRIES.items() if name in chunks}


def _assets(chunks: dict[str, Any], entry: str) -> Assets:
    names = [entry, *_imports(chunks, entry, seen={entry})]
    styles = [style for name in reversed(names) for style in chunks[name].get("css", ())]
    return Assets(
        script=chunks[entry]["file"],
        preloads=tuple(chunks[name]["file"] for name in names[1:]),
        styles=tuple(dict.fromkeys(styles)),
    )


def _imports(chunks: dict[str, Any], name: str, seen: set[str]) -> Iterator[str]:
    """What a chunk imports at once, and what that imports; each once."""
    for imported in chunks[name].get("imports", ()):
        if imported not in seen:
            seen.add(imported)
            yield imported
            yield from _imports(chunks, imported, seen)


def _addresses(assets: Assets) -> dict[str, Any]:
    return {
        "script": static(assets.script),
        "preloads": [static(name) for name in assets.preloads],
        "styles": [static(name) for name in assets.styles],
    }
