"""Every starter in the page check: as it is, and as a model may leave it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workers.browser import CheckBrowser
from workers.check_client import LocalChecker
from workers.grounding import Starter, load_starters
from workers.report import ExecutionReport

NEXT_TO_NOTHING = 'const CONTENT = { lang: "zh", title: "茶的世界" };\n'
every_starter = pytest.mark.parametrize("starter", load_starters(), ids=lambda one: one.slug)
on_content = pytest.mark.parametrize(
    "starter",
    [one for one in load_starters() if one.writes == ("content.js",)],
    ids=lambda one: one.slug,
)


@pytest.fixture(scope="module")
def checker() -> Iterator[LocalChecker]:
    """A real Chromium for all of them."""
    browser = CheckBrowser()
    yield LocalChecker(browser)
    browser.close()


def faults(report: ExecutionReport) -> list[str]:
    """What is wrong, in words."""
    return [f"{fault.kind}: {fault.message}" for fault in report.faults]


@every_starter
def test_a_starter_works_as_it_is(starter: Starter, checker: LocalChecker) -> None:
    report = checker.check(starter.tree, starter.expects).report
    assert (report.verdict, faults(report)) == ("works", [])


@on_content
def test_a_starter_works_with_next_to_nothing_in_it(
    starter: Starter, checker: LocalChecker
) -> None:
    files = {**starter.tree, "content.js": NEXT_TO_NOTHING}
    report = checker.check(files).report
    assert faults(report) == [] and report.verdict == "works"
    assert report.title == "茶的世界"
