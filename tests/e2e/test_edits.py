"""Further wishes in the workspace: what is asked changes, the rest stays, failure is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import REPLIES, Studio

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe"
NEWEST = "select max(number) from ide_revision where project_id = ?"
SCRIPT = ("garden", "red_button", "more_flowers", "missed", "missed", "cannot", "cannot")


@pytest.fixture
def edited_studio() -> Iterator[Studio]:
    """A studio whose model writes a page, changes it twice, and then quotes what is not there."""
    script = ",".join(str(REPLIES / f"{name}.md") for name in SCRIPT)
    running = Studio({"ATELIER_SCRIPT": f"{script}?tokens_per_second=200"})
    running.start()
    yield running
    running.stop()


def garden(studio: Studio, page: Page) -> None:
    """A project whose first page is there."""
    page.goto(studio.url)
    page.fill("#prompt", "A garden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/**")
    expect(page.locator(f"{FRAME}[src*='/r/1/']")).to_be_visible(timeout=60_000)


def wish(page: Page, text: str, revision: int) -> None:
    """Type a wish and wait for the revision that comes of it."""
    page.get_by_role("textbox", name="Your wish").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(f"{FRAME}[src*='/r/{revision}/']")).to_be_visible(timeout=60_000)


def test_wishes_change_their_lines_a_hand_edit_survives_and_failure_ends_in_words(
    edited_studio: Studio, page: Page
) -> None:
    garden(edited_studio, page)
    project = page.url.rstrip("/").split("/")[-1]
    frame = page.frame_locator(FRAME)
    first = frame.locator("main").inner_text()

    page.get_by_role("button", name="Select an element").click()
    frame.locator("#grow").click()
    expect(page.get_by_text("‹button› Grow")).to_be_visible()
    expect(frame.locator("#count")).to_have_text("0")  # the page heard nothing of it
    wish(page, "make it red", 2)
    expect(page.locator(".turn").last).to_contain_text("About ‹button› Grow")
    expect(frame.locator("#grow")).to_have_css("background-color", "rgb(200, 30, 30)")
    assert frame.locator("main").inner_text() == first, "nothing else changed"
    changed = page.get_by_role("list", name="Changes").get_by_role("button")
    expect(changed).to_have_text(["index.html line 11 changed"], use_inner_text=True)

    source = edited_studio.files(project)["index.html"]
    edited_studio.save(project, {"index.html": source.replace("By June", "By May")})
    expect(page.locator(f"{FRAME}[src*='/r/3/']")).to_be_visible(timeout=30_000)

    wish(page, "five flowers a time, and a bigger name", 4)
    frame.locator("#grow").click()
    expect(frame.locator("#count")).to_have_text("5")
    expect(frame.locator("h1")).to_have_text("The big garden")
    expect(frame.locator("#four")).to_contain_text("By May")
    expect(frame.locator("#grow")).to_have_css("background-color", "rgb(200, 30, 30)")

    page.get_by_role("textbox", name="Your wish").fill("change the thing")
    page.keyboard.press("Enter")
    told = page.locator(".turn").last
    expect(told).to_contain_text("1 of 1 changes could not be made", timeout=60_000)
    expect(told).to_contain_text("not changed: its lines were not found")
    expect(told).to_contain_text("Which part should change?")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_role("textbox", name="Your wish").fill("What is this?")
    page.keyboard.press("Enter")
    asked = page.locator(".turn").last
    expect(asked).to_contain_text("A question: nothing was changed", timeout=60_000)
    newest = edited_studio.query(NEWEST, project)
    assert newest == [(4,)]


def test_an_earlier_wish_is_edited_and_sent_again_from_where_it_was(
    edited_studio: Studio, page: Page
) -> None:
    garden(edited_studio, page)
    wish(page, "make the button red", 2)
    turn = page.locator(".turn").last
    turn.hover()
    turn.get_by_role("button", name="Edit and send again").click()
    box = page.get_by_role("textbox", name="Your wish")
    expect(box).to_have_value("make the button red")
    expect(page.get_by_text("Takes the place of an earlier wish")).to_be_visible()
    wish(page, "five flowers a time", 3)
    frame = page.frame_locator(FRAME)
    expect(frame.locator("h1")).to_have_text("The big garden")
    expect(frame.locator("#grow")).not_to_have_css("background-color", "rgb(200, 30, 30)")
    expect(page.locator(".turn").last).to_contain_text("In place of an earlier wish")


def test_a_project_larger_than_a_message_may_be_is_shown(edited_studio: Studio, page: Page) -> None:
    files = {"index.html": "<h1>Large</h1>", "notes.js": "// a long note\n" * 20_000}
    project = edited_studio.new_project(files)
    page.goto(f"{edited_studio.url}/p/{project}/")
    expect(page.frame_locator(FRAME).locator("h1")).to_have_text("Large", timeout=30_000)
