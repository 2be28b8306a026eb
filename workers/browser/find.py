"""Where a Chromium is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from workers.config import env

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Debian's command is a shell script that loads extensions; the browser itself is here.
BEHIND = {"chromium": ("/usr/lib/chromium/chromium",)}


def find_browser() -> str:
    """The path of a Chromium: set, Playwright's own, or the system's; empty when there is none."""
    if given := env("ATELIER_CHROMIUM"):
        return given
    cache = env("XDG_CACHE_HOME", "~/.cache")
    folder = Path(env("PLAYWRIGHT_BROWSERS_PATH", f"{cache}/ms-playwright")).expanduser()
    own = sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    usable = (str(path) for path in own if os.access(path, os.X_OK))
    return next(usable, "") or next(filter(None, map(shutil.which, BROWSERS)), None) or ""


def executable(path: str) -> str:
    """The program itself where `path` is a distribution's wrapper around it."""
    for real in BEHIND.get(Path(path).name, ()):
        if path == f"/usr/bin/{Path(path).name}" and os.access(real, os.X_OK):
            return real
    return path
