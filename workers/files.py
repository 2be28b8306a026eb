"""A project's files: the one place where paths and sizes are validated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

MAX_PATH = 200  # characters
MAX_DEPTH = 8  # folders
MAX_FILES = 200
MAX_FILE_BYTES = 1024 * 1024
MAX_TREE_BYTES = 4 * 1024 * 1024
ENTRY = "index.html"

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')  # surrogates are no UTF-8
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


class FileError(ValueError):
    """A path or a size that a project cannot hold; the message is for a person."""


def check_path(path: str) -> str:
    """`path` if it names a file inside a project on every system, else `FileError`."""
    parts = path.split("/")
    if not path or len(path) > MAX_PATH:
        raise FileError(f"A file's name has 1 to {MAX_PATH} characters: {path[:60]!r}.")
    if _FORBIDDEN.search(path):
        raise FileError(f"The file name {path!r} has characters that are not allowed.")
    if any(part in ("", ".", "..") for part in parts):
        raise FileError(f"The file name {path!r} must stay inside the project.")
    if any(_RESERVED.match(part) or part != part.strip() or part.endswith(".") for part in parts):
        raise FileError(f"The file name {path!r} does not work on every system.")
    if len(parts) > MAX_DEPTH:
        raise FileError(f"The file {path!r} lies deeper than {MAX_DEPTH} folders.")
    return path


class FileTree:
    """The text files of a project, path -> text; every instance is valid.

    Raises `FileError` for a bad path, a file over 1 MiB, more than 200 files or 4 MiB in all.
    """

    def __init__(self, files: Mapping[str, str] | None = None) -> None:
        self._files = dict(files or {})
        self._check()

    def _check(self) -> None:
        if len(self._files) > MAX_FILES:
            raise FileError(f"A project holds at most {MAX_FILES} files.")
        total = 0
        for path, text in self._files.items():
            check_path(path)
            size = len(text.encode("utf-8", "surrogatepass"))
            if size > MAX_FILE_BYTES:
                raise FileError(f"{path} is larger than {MAX_FILE_BYTES // 1024} KiB.")
            total += size
        if total > MAX_TREE_BYTES:
            raise FileError(f"A project holds at most {MAX_TREE_BYTES // 1024 // 1024} MiB.")
        folders = {str(parent) for path in self._files for parent in PurePosixPath(path).parents}
        for path in sorted(folders & self._files.keys()):
            raise FileError(f"{path} cannot be a file and a folder at once.")

    def as_dict(self) -> dict[str, str]:
        """A copy, path -> text."""
        return dict(self._files)

    def with_files(self, changed: Mapping[str, str]) -> FileTree:
        """A new tree with `changed` written over this one."""
        return FileTree({**self._files, **changed})

    @property
    def entry(self) -> str | None:
        """The page that opens first: index.html, else the first HTML file, else None."""
        return find_entry(self._files)

    def write_to(self, folder: Path) -> list[Path]:
        """Write every file below `folder`; returns the paths written."""
        written = []
        for path, text in sorted(self._files.items()):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", errors="replace")
            written.append(target)
        return written


def find_entry(paths: Mapping[str, str] | set[str]) -> str | None:
    """index.html if there is one, else the first HTML file by name, else None."""
    if ENTRY in paths:
        return ENTRY
    pages = sorted(path for path in paths if path.lower().endswith((".html", ".htm")))
    return pages[0] if pages else None
