"""What a wish names outright, held against what a page has."""

from __future__ import annotations

import pytest

from tests.workers.conftest import Check
from workers.prompts.facts import counts_of, names_of
from workers.report import ExecutionReport
from workers.wanted import lacking, with_lacks

FILES = {"index.html": "<title>Ember &amp; Oak</title>", "app.js": 'say("Play again")'}


def told(wish: str, **seen: object) -> list[str]:
    report = ExecutionReport.model_validate({"verdict": "works", "score": 1.0, **seen})
    return [fault.message for fault in lacking(wish, FILES, report)]


@pytest.mark.parametrize(
    ("wish", "lacks"),
    [
        ("a cafe called “Ember & Oak”", []),
        ("a cafe called “Salt”", ["“Salt”"]),
        ("做一个“前沿”网站", ["“前沿”"]),
        ("a toy with a gravity slider", ["slider"]),
        ("音乐玩具，带重力滑块", ["slider"]),
        ("a shop with a search box", ["search"]),
        ("a page on tea with a signup form", ["form"]),
        ("a shelter with an adoption enquiry form (name, email)", ["form"]),
        ("a lamp in the form of a moon", []),
        ("a game with a restart button", []),  # it comes when the game is over
        ("a board with an undo button and a clear button", ["undo button", "clear button"]),
        ("记账本，有清空按钮", ["clear button"]),
        ("a page about sliding doors that I can search for", []),
    ],
)
def test_what_the_page_never_showed_is_lacking(wish: str, lacks: list[str]) -> None:
    assert told(wish) == lacks


def test_what_the_page_offers_under_another_name_is_there() -> None:
    controls = ["slider: Gravity", "field: Find a shoe", "button: ↺ Retry"]
    wish = "a slider, a search box and a reset button"
    assert told(wish, controls=controls) == []


def test_a_comment_in_the_place_of_content_is_told_with_its_line() -> None:
    report = ExecutionReport(verdict="works", score=1.0)
    page = '<div class="products">\n  <!-- Add products here ... -->\n</div>\n'
    (fault,) = lacking("a shop", {"index.html": page}, report)
    assert (fault.message, fault.file, fault.line) == ("“Add products here”", "index.html", 2)
    assert lacking("商店", {"index.html": "<ul><!-- 更多商品 --></ul>"}, report)
    for whole in (
        "<!-- More stories --><article></article>",
        "<p></p><!-- end of footer --></div>",
    ):
        assert lacking("a shop", {"index.html": whole}, report) == []


def test_a_row_that_is_too_short_is_lacking() -> None:
    assert told("six short features", alike=5) == ["6 features"]
    assert told("at least 8 creatures", alike=4) == ["8 creatures"]
    assert told("六条新闻", alike=6) == told("six features", alike=7) == []
    assert told("six features") == []  # nothing is known of a page that shows no row at all


def test_figures_that_count_no_content_are_no_counts() -> None:
    assert counts_of("5 rows of bricks, first to 7 wins, 20 balls, 12 columns") == []
    assert names_of("a sign that says 'no' and “{{title}}”") == []


def test_what_is_lacking_makes_a_page_worth_less_but_never_fail() -> None:
    report = ExecutionReport(verdict="works", score=1.0, parts={"loads": 1.0})
    less = with_lacks(report, "a toy with a slider and an undo button", FILES)
    assert (less.verdict, less.score, less.parts["asked"]) == ("warnings", 0.9, -0.1)
    unchecked = ExecutionReport(verdict="unchecked")
    assert with_lacks(unchecked, "a slider", FILES) is unchecked


def test_the_check_lists_controls_and_the_longest_row(check: Check) -> None:
    rows = "".join(f"<article>A story about tea, number {n}</article>" for n in range(4))
    report = check(
        f"<input type=range aria-label=Heat><input placeholder='Find tea'>{rows}"
        "<select id=kind><option>Green</select><button hidden>Restart</button>"
    ).report
    assert [one.split(":")[0] for one in report.controls] == ["slider", "field", "list", "button"]
    assert "Heat" in report.controls[0] and "Restart" in report.controls[3]
    assert report.alike == 4
