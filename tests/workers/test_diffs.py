"""Diffs of a project, as the model reads them."""

from __future__ import annotations

from workers.diffs import MOST, diff_of


def test_a_diff_names_the_file_and_shows_one_line_around_what_changed() -> None:
    before = {"a.css": "one\ntwo\nthree\nfour\n", "b.js": "same\n"}
    told = diff_of(before, {**before, "a.css": "one\ntwo\n3\nfour\n"})
    assert told.split("\n") == [
        "--- a.css",
        "+++ a.css",
        "@@ -2,3 +2,3 @@",
        " two",
        "-three",
        "+3",
        " four",
    ]


def test_files_that_came_and_went_are_told() -> None:
    told = diff_of({"old.js": "x\n"}, {"new.js": "y\n"})
    assert "-x" in told and "+y" in told and "+++ new.js" in told


def test_nothing_changed_is_an_empty_diff() -> None:
    assert diff_of({"a": "x"}, {"a": "x"}) == ""


def test_a_file_that_changed_too_much_is_only_named() -> None:
    told = diff_of({}, {"a.js": "short\n", "big.js": "line\n" * MOST})
    assert "+short" in told and told.endswith("(much changed in big.js)") and len(told) < MOST
