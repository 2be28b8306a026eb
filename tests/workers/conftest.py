"""What the tests of the page check share: one browser for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from workers.browser import CheckBrowser, Checked

Check = Callable[..., Checked]


@pytest.fixture(scope="session")
def checks() -> Iterator[CheckBrowser]:
    """A real Chromium, started once."""
    browser = CheckBrowser()
    assert browser.warm(), "These tests need a Chromium; see ATELIER_CHROMIUM."
    yield browser
    browser.close()


@pytest.fixture
def check(checks: CheckBrowser) -> Check:
    """Checks a page given as the body of index.html, with further files by name."""

    def run(body: str, *expects: str, **files: str) -> Checked:
        page = body if "<!DOCTYPE" in body else page_of(body)
        named = {name.replace("__", "."): text for name, text in files.items()}
        return checks.check_page({"index.html": page, **named}, frozenset(expects))

    return run


def page_of(body: str) -> str:
    """A whole document; the body begins on its third line."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f"<!DOCTYPE html>\n<html><head><title>Tea</title>{head}</head><body>\n{body}\n</body></html>\n"
