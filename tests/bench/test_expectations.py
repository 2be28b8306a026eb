"""Every expectation on a page that does it and on one that does not, in a real Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bench.expectations import VOCABULARY, check_call, hold
from bench.site import Site, launch
from tests.bench.pages import CASES, Case

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all of them."""
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        yield browser
        await browser.close()


def named(case: Case) -> str:
    return f"{case.name}-{'-'.join(str(value) for value in case.parameters.values())}"


async def test_every_expectation_has_a_case() -> None:
    assert {case.name for case in CASES} == set(VOCABULARY)


@pytest.mark.parametrize("case", CASES, ids=named)
async def test_it_holds_for_a_page_that_does_it(browser: Browser, case: Case) -> None:
    held = await hold(Site.of(browser, {"index.html": case.good}), case.name, case.parameters)
    assert held.ok, held.why


@pytest.mark.parametrize("case", CASES, ids=named)
async def test_it_fails_for_a_page_that_does_not(browser: Browser, case: Case) -> None:
    held = await hold(Site.of(browser, {"index.html": case.bad}), case.name, case.parameters)
    assert not held.ok, held.why
    assert "could not be used" not in held.why


async def test_a_page_that_hangs_fails_in_time_and_harms_no_other(browser: Browser) -> None:
    stuck = Site.of(browser, {"index.html": "<script>for (;;);</script>"})
    held = await hold(stuck, "animates", {}, limit=2)
    assert not held.ok and "hangs" in held.why
    fine = Site.of(browser, {"index.html": "<p>Fine</p>"})
    assert (await hold(fine, "no_errors", {})).ok


async def test_a_page_of_several_files_is_served_whole(browser: Browser) -> None:
    files = {
        "index.html": "<p id=p></p><script src=js/app.js></script>",
        "js/app.js": "p.textContent = 'Loaded'",
    }
    site = Site.of(browser, files)
    assert (await hold(site, "text_matches", {"all": ["Loaded"]})).ok
    del files["js/app.js"]
    held = await hold(site, "no_errors", {})
    assert not held.ok and "js/app.js" in held.why


async def test_what_is_asked_for_wrongly_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no expectation 'flies'"):
        check_call("flies", {})
    with pytest.raises(ValueError, match="key_moves"):
        check_call("key_moves", {"button": 1})
