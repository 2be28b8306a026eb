"""The workspace by hand, in a real browser: edit, save, restore, stop, queue, a phone, an outage."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.client import create_project
from tests.e2e.conftest import Studio

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe"
SHOWN = f"{FRAME}[src*='/r/{{}}/']"


def open_at(page: Page, studio: Studio, project: str) -> None:
    page.goto(f"{studio.url}/p/{project}/")


def wish(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Your wish").fill(text)
    page.keyboard.press("Enter")


def test_an_edit_by_hand_is_saved_shown_and_can_be_undone_by_a_restore(
    studio: Studio, page: Page
) -> None:
    project = studio.new_project({"index.html": "<h1>Before</h1>"})
    open_at(page, studio, project)
    expect(page.frame_locator(FRAME).locator("h1")).to_have_text("Before")

    page.get_by_role("tab", name="Code").click()
    editor = page.locator(".cm-content")
    expect(editor).to_contain_text("Before")
    editor.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("<h1>By hand</h1>")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    page.keyboard.press("ControlOrMeta+s")
    page.get_by_role("tab", name="Preview").click()
    expect(page.locator(SHOWN.format(3))).to_be_attached()
    expect(page.frame_locator(FRAME).locator("h1")).to_have_text("By hand")

    page.get_by_role("tab", name="History").click()
    page.get_by_role("button", name="Restore revision 2").click()
    expect(page.get_by_role("button", name=re.compile("^Open revision 4"))).to_be_visible()
    page.get_by_role("tab", name="Preview").click()
    expect(page.locator(SHOWN.format(4))).to_be_attached()
    expect(page.frame_locator(FRAME).locator("h1")).to_have_text("Before")
    assert studio.query("select count(*) from ide_revision where project_id = ?", project) == [(4,)]


def test_unsaved_edits_survive_a_reload(studio: Studio, page: Page) -> None:
    project = studio.new_project({"index.html": "<h1>Before</h1>"})
    open_at(page, studio, project)
    page.get_by_role("tab", name="Code").click()
    page.locator(".cm-content").click()
    page.keyboard.type("precious ")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    page.wait_for_timeout(1000)
    page.reload()
    page.get_by_role("tab", name="Code").click()
    expect(page.locator(".cm-content")).to_contain_text("precious")


def test_stop_keeps_what_was_written_and_the_next_wish_runs(
    slow_studio: Studio, page: Page
) -> None:
    project = create_project(slow_studio.url, "A first garden")
    open_at(page, slow_studio, project)
    expect(page.frame_locator(FRAME).locator("h1")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("Stopped", exact=True)).to_be_visible(timeout=5_000)
    expect(page.get_by_role("button", name=re.compile(r"^Revision 1\b"))).to_be_visible()
    wish(page, "And now the whole garden")
    expect(page.get_by_role("button", name=re.compile(r"^Revision 2\b"))).to_be_visible(
        timeout=40_000
    )


def test_a_wish_waits_while_another_is_written_and_a_second_tab_sees_both(
    slow_studio: Studio, page: Page
) -> None:
    project = create_project(slow_studio.url, "A first garden")
    open_at(page, slow_studio, project)
    expect(page.get_by_text("Writing", exact=False).first).to_be_visible(timeout=15_000)
    wish(page, "A second garden")
    expect(page.get_by_text("Waiting its turn").first).to_be_visible()
    other = page.context.new_page()
    open_at(other, slow_studio, project)
    for tab in (page, other):
        expect(tab.get_by_text("The model wrote the same page again", exact=False)).to_be_visible(
            timeout=60_000
        )


def test_a_wish_sent_while_the_studio_is_away_is_sent_when_it_is_back(
    browser: Browser, page: Page
) -> None:
    studio = Studio({})
    studio.start()
    try:
        project = studio.new_project({"index.html": "<h1>Before</h1>"})
        open_at(page, studio, project)
        expect(page.frame_locator(FRAME).locator("h1")).to_have_text("Before")
        studio.kill("daphne")
        expect(page.get_by_text("Connection lost", exact=False).first).to_be_visible()
        wish(page, "Sent into the dark")
        expect(page.get_by_role("button", name=re.compile(r"^Revision 3\b"))).to_be_visible(
            timeout=30_000
        )
        assert studio.query("select count(*) from ide_turn where project_id = ?", project) == [(2,)]
    finally:
        studio.stop()


def test_everything_fits_a_phone(studio: Studio, browser: Browser) -> None:
    project = studio.new_project({"index.html": "<h1>Before</h1>"})
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, locale="zh-CN"
    )
    page = context.new_page()
    open_at(page, studio, project)
    for name in ("预览", "代码", "历史", "对话"):
        page.get_by_role("tab", name=name).tap()
        expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{name} is {width} px wide"
    context.close()
