"""The tasks of further wishes: each can be done, and its checks can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.edit_task import KINDS, LANGUAGES, EditTask, load_tasks, strays
from workers.grounding import load_starters
from workers.syntax import parses

TASKS = load_tasks()
STARTERS = {starter.slug: starter for starter in load_starters()}
each_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)


def test_there_are_enough_of_every_sort() -> None:
    assert len(TASKS) >= 84 and len({task.page for task in TASKS}) >= 24
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


def test_a_blank_line_and_too_many_lines_are_found() -> None:
    task = next(task for task in TASKS if task.id == "quiz-title-en")
    before = STARTERS["quiz"].tree
    text = before["content.js"]
    assert strays(task, before, {**before, "content.js": text + "\n"}) == [""]
    more = text + "// title: a\n// title: b\n// title: c\n"
    assert strays(task, before, {**before, "content.js": more}) == [
        "3 lines changed, at most 2 should"
    ]


def test_a_line_that_looks_like_the_head_of_a_diff_is_found() -> None:
    task = next(task for task in TASKS if task.id == "quiz-title-en")
    before = STARTERS["quiz"].tree
    after = {**before, "content.js": before["content.js"] + "++ 1;\n"}
    assert strays(task, before, after) == ["++ 1;"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('page = "quiz"', 'page = "quizz"', "no starter quizz"),
        ('kind = "text"', 'kind = "txt"', "kind"),
        ("at_most = 2", "at_most = 0", "at_most"),
        ('only = ["title:"]', 'only = ["x*"]', "every line"),
        ('matches = "Space Night"', 'matches = "("', "one: "),
        ('wish = "call it Space Night"', "", "'wish' is missing"),
        ("at_most = 2", "at_most = 2\nmost = 3", "no setting most"),
        ('"content.js", "a", "b"', '"content.js", "a"', "one: "),
    ],
)
def test_a_task_that_is_not_whole_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = """[[task]]
id = "one"
page = "quiz"
language = "en"
kind = "text"
wish = "call it Space Night"
js = "document.title"
matches = "Space Night"
only = ["title:"]
at_most = 2
solution = [["content.js", "a", "b"]]
"""
    path = tmp_path / "tasks.toml"
    path.write_text(text, encoding="utf-8")
    assert [task.id for task in load_tasks(path)] == ["one"]
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load_tasks(path)
    path.write_text(text + text, encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        load_tasks(path)
