"""The doctor's check of the shelf."""

from __future__ import annotations

from pathlib import Path

from ide.doctor.check import Check, failed, ok
from workers.shelf import load_shelf

NAME = "shelf"
FIX = "Run: make run, which builds it; or npm ci && npm run build in shelf/"


def check_shelf(dist: Path) -> Check:
    """The libraries that pages use are all there."""
    try:
        shelf = load_shelf(dist)
    except (ValueError, KeyError, TypeError, OSError):
        return failed(NAME, f"{dist / 'index.json'} cannot be read", FIX)
    if not shelf.libraries:
        return failed(NAME, "is not built: pages find no libraries", FIX)
    missing = sorted(path for path in shelf.paths if not (dist / path).is_file())
    if missing:
        return failed(NAME, f"{len(missing)} of its files are missing, such as {missing[0]}", FIX)
    return ok(NAME, f"built, {len(shelf.libraries)} libraries and {len(shelf.fonts)} fonts")
