"""The main loop in a real browser: a wish becomes a page that runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Studio

pytestmark = pytest.mark.e2e


def test_a_wish_becomes_a_page_that_survives_a_reload_in_the_middle(
    studio: Studio, page: Page
) -> None:
    page.goto(studio.url)
    page.fill("#prompt", "A garden that grows")
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/**")
    growing = page.frame_locator("iframe")
    expect(growing.locator("#one")).to_be_visible(timeout=15_000)
    page.reload()
    # The growing page has the button too, and what is clicked there goes with its frame.
    expect(page.locator("iframe[src*='/r/1/']")).to_be_visible(timeout=30_000)
    done = page.frame_locator("iframe")
    done.locator("#grow").click()
    expect(done.locator("#count")).to_have_text("1", timeout=10_000)
