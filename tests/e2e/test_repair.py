"""A page that fails is run, repaired and healed before the eyes of who wished for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import REPLIES, Studio

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe"


@pytest.fixture(scope="module")
def faulty_studio() -> Iterator[Studio]:
    """A studio whose model first writes a page with a fault, and then its repair."""
    script = f"{REPLIES / 'faulty.md'},{REPLIES / 'healed.md'}?tokens_per_second=40"
    running = Studio({"ATELIER_SCRIPT": script})
    running.start()
    yield running
    running.stop()


def test_a_fault_is_found_repaired_and_told_in_the_history(
    faulty_studio: Studio, page: Page
) -> None:
    page.goto(faulty_studio.url)
    page.fill("#prompt", "A page that counts sheep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/**")
    expect(page.locator("[data-phase=running]")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-phase=repairing]")).to_be_visible(timeout=30_000)
    expect(page.locator(".turn .verdict.fails")).to_contain_text("shep is not defined")
    expect(page.locator(f"{FRAME}[src*='/r/2/']")).to_be_visible(timeout=60_000)
    expect(page.frame_locator(FRAME).locator("#count")).to_have_text("1")
    page.frame_locator(FRAME).locator("#more").click()
    expect(page.frame_locator(FRAME).locator("#count")).to_have_text("2")

    page.get_by_role("tab", name="History").click()
    newest = page.locator(".history li").filter(has_text="Revision 2")
    first = page.locator(".history li").filter(has_text="Revision 1")
    expect(newest.locator(".verdict")).to_have_text("Works")
    expect(newest).to_contain_text("Repaired")
    expect(first.locator(".verdict")).to_have_text(re.compile("Fails: .*shep is not defined"))
    first.locator("summary").click()
    picture = first.get_by_role("img", name="Revision 1 on a phone")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 390

    page.goto(faulty_studio.url)
    expect(page.locator(".card")).to_contain_text("works")
    expect(page.locator(".card img.tile")).to_be_visible()


def test_an_edit_by_hand_is_run_too(faulty_studio: Studio, page: Page) -> None:
    project = faulty_studio.new_project({"index.html": "<h1>Tea</h1><script>pour()</script>"})
    page.goto(f"{faulty_studio.url}/p/{project}/")
    page.get_by_role("tab", name="History").click()
    edited = page.locator(".history li").filter(has_text="Edited by hand")
    expect(edited.locator(".verdict")).to_contain_text("pour is not defined", timeout=30_000)
