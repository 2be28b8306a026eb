"""The tasks of further wishes: each can be done, and its checks can fail."""

from __future__ import annotations

import pytest

from bench.edit_task import KINDS, LANGUAGES, EditTask, load_tasks, strays
from workers.grounding import load_starters
from workers.syntax import parses

TASKS = load_tasks()
STARTERS = {starter.slug: starter for starter in load_starters()}
each_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)


def test_there_are_enough_of_every_sort() -> None:
    assert len(TASKS) >= 80 and len({task.page for task in TASKS}) >= 20
    for language in LANGUAGES:
        assert sum(task.language == language for task in TASKS) >= 30
    assert {task.kind for task in TASKS} == set(KINDS)


@each_task
def test_a_solution_fits_parses_and_changes_nothing_beside(task: EditTask) -> None:
    before = STARTERS[task.page].tree
    after = task.solved(before)
    assert strays(task, before, after) == [] and strays(task, before, before) == []
    assert all(parses(text, path) for path, text in after.items())


@each_task
def test_a_line_beside_the_wish_is_found(task: EditTask) -> None:
    before = STARTERS[task.page].tree
    path = STARTERS[task.page].writes[0]
    assert strays(task, before, {**before, path: before[path] + "\nsomething else entirely\n"})


def test_another_file_is_not_the_models_to_change() -> None:
    task = next(task for task in TASKS if task.page == "quiz")
    before = STARTERS["quiz"].tree
    assert "app.js changed" in strays(task, before, {**before, "app.js": "seconds: 1"})
