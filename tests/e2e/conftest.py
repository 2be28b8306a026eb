"""The real studio and a real browser for the end-to-end tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.e2e.studio import Studio, free_port, wait_for

__all__ = ["REPLIES", "Studio", "free_port", "wait_for"]

REPLIES = Path(__file__).parent / "replies"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """A studio with a scripted backend that writes about 60 tokens a second."""
    running = Studio({"ATELIER_SCRIPT": f"{REPLIES / 'garden.md'}?tokens_per_second=60"})
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def slow_studio() -> Iterator[Studio]:
    """The same at 15 tokens a second: there is time to do something in mid-turn."""
    running = Studio({"ATELIER_SCRIPT": f"{REPLIES / 'garden.md'}?tokens_per_second=15"})
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Headless Chromium: Playwright's own where it is installed, else the system's."""
    own = Path(playwright.chromium.executable_path)
    system = next(filter(None, map(shutil.which, BROWSERS)), None)
    path = os.environ.get("ATELIER_CHROMIUM") or (None if own.exists() else system)
    sandbox = os.geteuid() != 0  # Chromium refuses its own sandbox to root
    arguments = QUIET + ([] if sandbox else ["--no-sandbox"])
    browser = playwright.chromium.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, in English, at desktop size."""
    context = browser.new_context(locale="en-US", viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()
