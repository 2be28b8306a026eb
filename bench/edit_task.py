"""The tasks of `bench.edits`, read from `bench/edit_tasks.toml`: a further wish on a starter's
page, what must then be seen, and which lines a right change touches."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import unified_diff
from pathlib import Path
from typing import Any

from bench.wish import LANGUAGES
from workers.grounding import Starter, starter_named

TASKS = Path(__file__).parent / "edit_tasks.toml"
KINDS = ("text", "colour", "number", "option", "add", "remove", "behaviour")


@dataclass(frozen=True)
class EditTask:
    """`js` is evaluated in the page and its value must match `matches`, which the unchanged page
    does not. Every line that is added or removed matches one of `only`, and there are `at_most` of
    them. `solution` is one right way: path, text that occurs once, text in its place."""

    id: str
    page: str
    language: str
    kind: str
    wish: str
    js: str
    matches: str
    only: tuple[str, ...]
    at_most: int
    solution: tuple[tuple[str, str, str], ...]

    @property
    def starter(self) -> Starter:
        """The project that it is about."""
        found = starter_named(self.page)
        assert found, self.page  # or it was not loaded
        return found

    def solved(self, files: Mapping[str, str]) -> dict[str, str]:
        """The files with the solution. Raises `ValueError` where it does not fit."""
        after = dict(files)
        for path, old, new in self.solution:
            if after.get(path, "").count(old) != 1:
                raise ValueError(f"{self.id}: {path} has {old!r} not exactly once.")
            after[path] = after[path].replace(old, new)
        return after


def load_tasks(path: Path = TASKS) -> list[EditTask]:
    """All of them, in order. Raises `ValueError`, naming the task."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    tasks = [_task(entry) for entry in table["task"]]
    ids = [task.id for task in tasks]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise ValueError(f"These tasks are there twice: {', '.join(twice)}.")
    return tasks


def _task(entry: dict[str, Any]) -> EditTask:
    """One task, with what could never be met refused."""
    known = {field.name for field in fields(EditTask)}
    try:
        if unknown := sorted(set(entry) - known):
            raise ValueError(f"there is no setting {', '.join(unknown)}")
        task = EditTask(
            id=entry["id"],
            page=entry["page"],
            language=entry["language"],
            kind=entry["kind"],
            wish=entry["wish"].strip(),
            js=entry["js"].strip(),
            matches=entry["matches"],
            only=tuple(entry["only"]),
            at_most=int(entry["at_most"]),
            solution=tuple((path, old, new) for path, old, new in entry["solution"]),
        )
        for pattern in (task.matches, *task.only):
            re.compile(pattern)
        if any(re.search(only, "") for only in task.only):
            raise ValueError("one of its `only` matches every line")
        if not (task.wish and task.js and task.matches and task.only and task.solution):
            raise ValueError("its wish, js, matches, only or solution is empty")
        if task.at_most < 1:
            raise ValueError(f"at_most is {task.at_most}, which no change can meet")
        if task.language not in LANGUAGES or task.kind not in KINDS:
            raise ValueError(f"its language or kind is not known: {task.language}, {task.kind}")
        if starter_named(task.page) is None:
            raise ValueError(f"there is no starter {task.page}")
    except KeyError as error:
        raise ValueError(f"{entry.get('id', 'a task without an id')}: {error} is missing") from None
    except (TypeError, AttributeError, ValueError, re.error) as error:
        raise ValueError(f"{entry.get('id', 'a task without an id')}: {error}") from None
    return task


def strays(task: EditTask, before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """What changed beside the wish: lines that match none of `only`, files that are not the model's
    to write, and more lines than `at_most`."""
    writes = task.starter.writes
    changed: list[str] = []
    found: list[str] = []
    for path in sorted({*before, *after}):
        old, new = before.get(path, "").splitlines(), after.get(path, "").splitlines()
        diff = list(unified_diff(old, new, n=0, lineterm=""))[2:]  # after the names of the files
        lines = [line for line in diff if line[:1] in ("+", "-")]
        if lines and path not in writes:
            found.append(f"{path} changed")
        changed += [line[1:] for line in lines]
    found += [line for line in changed if not any(re.search(only, line) for only in task.only)]
    if len(changed) > task.at_most:
        found.append(f"{len(changed)} lines changed, at most {task.at_most} should")
    return found
