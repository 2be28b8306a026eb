"""A page on a reference comes alive while its content is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Studio
from workers.grounding import load_starters

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe:last-of-type"
QUESTION = (
    '    {{ text: "Tide number {n}?", options: ["Ebb", "Flood"], answer: 0, why: "It ebbs." }},\n'
)


def test_its_own_title_is_seen_before_it_is_done(tmp_path: Path, page: Page) -> None:
    quiz = next(starter for starter in load_starters() if starter.slug == "quiz")
    questions = "".join(QUESTION.format(n=n) for n in range(16))
    content = f'\n  title: "Tides by Heart",\n  questions: [\n{questions}  ]\n}};\n```\n'
    (tmp_path / "tides.md").write_text(quiz.opening("A quiz") + content, encoding="utf-8")
    script = f"{tmp_path / 'tides.md'}?tokens_per_second=25"
    studio = Studio({"ATELIER_SCRIPT": script, "ATELIER_GROUNDING": "on"})
    studio.start()
    try:
        page.goto(studio.url)
        page.fill("#prompt", "A quiz on tides")
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/**")
        title = page.frame_locator(FRAME).get_by_text("Tides by Heart").first
        expect(title).to_be_visible(timeout=30_000)
        expect(page.locator("[data-phase=writing]")).to_be_visible()
        expect(page.locator(f"{FRAME}[src*='/r/1/']")).to_be_visible(timeout=60_000)
        expect(page.locator(".turn .reference")).to_contain_text("Quiz")
        expect(title).to_be_visible()
    finally:
        studio.stop()
