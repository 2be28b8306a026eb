"""Known faults first: what weak models get wrong again and again, mended without a model.

Two tables of small functions: `BEFORE` for a page that was just written, `mends_faults.AFTER` for
one that was run. Each says in its docstring which fault it mends, leaves a healthy page as it is
to the byte, and never breaks a file that parsed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from workers.judge import Mended
from workers.mends_faults import AFTER, mend_misspelled
from workers.mends_library import (
    mend_import_address,
    mend_library_address,
    mend_library_order,
    mend_missing_library,
)
from workers.mends_page import (
    mend_early_script,
    mend_head,
    mend_ids,
    mend_missing_files,
    mend_unlinked,
    mend_wide_canvas,
    missing_ids,
)
from workers.mends_scope import mend_constants, mend_redeclared
from workers.mends_script import (
    mend_canvas_in_canvas,
    mend_handlers,
    mend_module,
    mend_silent_audio,
    mend_unshown_canvas,
    mend_unstarted_loop,
)
from workers.mends_source import Files, Step
from workers.mends_text import (
    mend_blanks,
    mend_content,
    mend_cut,
    mend_delimiters,
    mend_entities,
    mend_markdown,
    mend_open_script,
)
from workers.report import ExecutionReport
from workers.syntax import parses

log = logging.getLogger(__name__)

MOST_TEXT = 500_000  # characters of a project that is looked through: every mend parses all of it

BEFORE: tuple[Step, ...] = (
    # What makes it text of the right language comes first: the others need to read it.
    mend_markdown,
    mend_open_script,
    mend_entities,
    mend_delimiters,
    mend_content,
    mend_blanks,
    mend_cut,
    mend_head,
    mend_unlinked,
    mend_missing_files,
    mend_wide_canvas,
    mend_module,
    mend_import_address,
    mend_library_address,
    mend_missing_library,
    mend_library_order,
    mend_early_script,
    mend_redeclared,
    mend_constants,
    mend_misspelled,
    mend_handlers,
    mend_ids,
    mend_canvas_in_canvas,
    mend_unshown_canvas,
    mend_unstarted_loop,
    mend_silent_audio,
)


def mend(files: Files) -> Mended:
    """A page as it was just written, without the faults that are known; before it is run."""
    mended = _apply(files, BEFORE)
    told = [
        f"The script asks for “{name}”, which no element is called." for name in _told(mended.files)
    ]
    return Mended(mended.files, [*mended.notes, *told])


def mend_faults(files: Files, report: ExecutionReport) -> Mended:
    """A page that was run, without those of the report's faults that are known."""
    steps = [_bound(step, report) for step in AFTER]
    return _apply(files, steps)


def _bound(step: Callable[[Files, ExecutionReport], Mended], report: ExecutionReport) -> Step:
    def bound(files: Files) -> Mended:
        return step(files, report)

    return bound


def _told(files: Files) -> list[str]:
    try:
        return missing_ids(files)
    except Exception:
        log.exception("Looking for missing ids failed")
        return []


def _apply(files: Files, steps: Iterable[Step]) -> Mended:
    """The files after all steps. A step that fails, or breaks a file that parsed, is left out: a
    page is never the worse for it."""
    now = dict(files)
    notes: list[str] = []
    if sum(map(len, files.values())) > MOST_TEXT:
        return Mended(now, notes)
    for step in steps:
        try:
            mended = step(now)
        except Exception:
            log.exception("A mend failed")
            continue
        changed = [path for path, text in mended.files.items() if now.get(path) != text]
        if not changed or any(_broke(now.get(path), mended.files[path], path) for path in changed):
            continue
        now = mended.files
        notes += [note for note in mended.notes if note not in notes]
    return Mended(now, notes)


def _broke(before: str | None, after: str, path: str) -> bool:
    return before is not None and parses(before, path) and not parses(after, path)
