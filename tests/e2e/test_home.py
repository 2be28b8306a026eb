"""The home page in a real browser: the prompt box, the examples, the projects, the model's state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ide.examples import examples_for
from ide.protocol import MAX_PROMPT_CHARS
from tests.e2e.client import create_project
from tests.e2e.conftest import Studio, free_port

pytestmark = pytest.mark.e2e

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# As a browser without our script would send it.
POST = """text => {
  document.querySelector("#prompt").value = text;
  document.querySelector("#wish").submit();
}"""


@pytest.fixture
def home(studio: Studio, page: Page) -> Page:
    """The home page."""
    page.goto(studio.url)
    return page


@pytest.fixture
def lonely() -> Iterator[Studio]:
    """A studio whose model server does not exist."""
    endpoint = f"http://127.0.0.1:{free_port()}/v1"
    running = Studio({"ATELIER_BACKEND": "openai", "ATELIER_OPENAI_URL": endpoint})
    running.start()
    yield running
    if running.process and running.process.poll() is None:
        running.stop()


def test_an_example_fills_the_box_and_waits_to_be_sent(home: Page) -> None:
    example = examples_for("en")[2]
    home.get_by_role("button", name=example.title).click()
    expect(home.locator("#prompt")).to_have_value(example.prompt)
    expect(home.locator("#prompt")).to_be_focused()
    expect(home.get_by_role("button", name="Make it")).to_be_enabled()
    assert "/p/" not in home.url


def test_without_javascript_a_wish_and_an_example_start_a_project(
    studio: Studio, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-US")
    page = context.new_page()
    for press in ("Make it", "Bouncing balls"):
        page.goto(studio.url)
        page.fill("#prompt", "A garden")
        page.get_by_role("button", name=press).click()
        assert "/p/" in page.url
    context.close()


def test_the_language_is_switched_and_kept_with_what_was_typed(home: Page) -> None:
    home.fill("#prompt", "A garden")
    home.get_by_role("button", name="中文").click()
    expect(home.get_by_role("heading", level=1)).to_have_text("想做点什么？")
    expect(home.locator("#prompt")).to_have_value("A garden")
    home.reload()
    expect(home.get_by_role("button", name=examples_for("zh-hans")[0].title)).to_be_visible()
    home.get_by_role("button", name="English").click()
    expect(home.get_by_role("heading", level=1)).to_have_text("What shall we make?")


def test_deleting_asks_first(studio: Studio, page: Page) -> None:
    unwanted, kept = (create_project(studio.url, "A page") for _ in range(2))
    page.goto(studio.url)
    card = page.locator(".card", has=page.locator(f'a[href="/p/{unwanted}/"]'))
    for answer, left in (("Keep it", 1), ("Delete", 0)):
        card.hover()
        card.get_by_role("button", name=re.compile("^Delete")).click()
        dialog = page.get_by_role("dialog", name="Delete this project?")
        expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
        dialog.get_by_role("button", name=answer, exact=True).click()
        expect(dialog).to_be_hidden()
        expect(card).to_have_count(left)
    expect(page.locator(f'a[href="/p/{kept}/"]')).to_be_visible()


def test_the_project_that_changed_last_comes_first(studio: Studio, page: Page) -> None:
    projects = [studio.new_project({"index.html": f"<p>{n}</p>"}) for n in range(2)]
    page.goto(studio.url)
    links = [link.get_attribute("href") for link in page.locator(".card a").all()]
    expected = [f"/p/{project}/" for project in reversed(projects)]
    assert [link for link in links if link in expected] == expected  # others may change meanwhile


def test_a_project_made_since_is_there_after_going_back(home: Page) -> None:
    home.fill("#prompt", "Seen after going back")
    home.keyboard.press("Enter")
    home.wait_for_url("**/p/**")
    address = home.url.split("/p/")[1]
    home.go_back()
    expect(home.locator(f'.card a[href="/p/{address}"]')).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_phone_width_nothing_lies_beside_the_page(
    studio: Studio, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    project = create_project(studio.url, "A page")
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(studio.url)
    page.fill("#prompt", "w" * 500)
    assert page.evaluate(SIDEWAYS) == 0
    delete = page.locator(f'[data-delete="/p/{project}/delete/"]')
    expect(delete).to_have_css("opacity", "1")
    size = delete.bounding_box()
    assert size and min(size["width"], size["height"]) >= 44
    context.close()


def test_an_over_long_prompt_is_counted_before_it_is_sent(home: Page) -> None:
    home.fill("#prompt", "x" * (MAX_PROMPT_CHARS + 5))
    expect(home.get_by_text("5 characters too many")).to_be_visible()
    expect(home.get_by_role("button", name="Make it")).to_be_disabled()
    home.locator("#prompt").press("Enter")
    assert "/p/" not in home.url


@pytest.mark.parametrize(
    ("language", "words"), [("en-US", "at most 16,000 characters"), ("zh-CN", "最多 16,000 个字符")]
)
def test_an_over_long_prompt_that_was_sent_keeps_its_text_and_says_the_limit(
    studio: Studio, browser: Browser, language: str, words: str
) -> None:
    context = browser.new_context(locale=language)
    page = context.new_page()
    page.goto(studio.url)
    text = "x" * (MAX_PROMPT_CHARS + 5)
    with page.expect_navigation():
        page.evaluate(POST, text)
    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(page.locator("#prompt")).to_have_value(text)
    page.fill("#prompt", "Shorter")
    expect(page.get_by_role("alert")).to_be_hidden()
    context.close()


def test_a_prompt_of_many_lines_has_the_length_that_was_shown(home: Page) -> None:
    home.fill("#prompt", "x\n" * 50 + "x" * (MAX_PROMPT_CHARS - 100))
    expect(home.get_by_text("0 characters left")).to_be_visible()
    home.get_by_role("button", name="Make it").click()
    home.wait_for_url("**/p/**")


def test_the_page_says_what_is_wrong_with_the_model_and_when_the_studio_is_gone(
    lonely: Studio, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(lonely.url)
    state = page.get_by_role("status")
    expect(state).to_contain_text(lonely.environ["ATELIER_OPENAI_URL"])
    expect(page.get_by_text("The model is not running")).to_be_visible()
    page.fill("#prompt", "A garden")
    lonely.stop()
    expect(state).to_contain_text("The studio has stopped", timeout=10_000)
    expect(page.locator("#prompt")).to_have_value("A garden")


def test_an_address_that_is_not_there_leads_home(studio: Studio, page: Page) -> None:
    answer = page.goto(f"{studio.url}/nowhere/")
    assert answer and answer.status == 404
    page.get_by_role("link", name="To the start page").click()
    expect(page.locator("#prompt")).to_be_focused()
