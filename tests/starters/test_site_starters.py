"""The starters for sites, apps and tools: complete, small where a model writes, sharing one ground."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

STARTERS = Path(__file__).resolve().parents[2] / "starters"
PAGES = ["news-site", "landing-page", "portfolio", "shop", "blog-article"]
APPS = [
    "task-board",
    "dashboard",
    "calculator",
    "quiz",
    "timer",
    "form-app",
    "notes",
    "expense-tracker",
    "chat-ui",
    "slides",
]
MAX_WRITTEN = 3400  # bytes a model writes at most: about 1,100 tokens


def read(slug: str, name: str) -> str:
    return (STARTERS / slug / "files" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", PAGES + APPS)
def test_a_starter_says_what_it_is_and_what_a_model_writes(slug: str) -> None:
    said = tomllib.loads((STARTERS / slug / "starter.toml").read_text(encoding="utf-8"))
    assert said["title"]["en"] and said["title"]["zh"] and said["about"] and said["guide"]
    assert said["writes"] == (["index.html"] if slug in PAGES else ["content.js"])
    assert sum(len(read(slug, name).encode()) for name in said["writes"]) <= MAX_WRITTEN
    words = said["words"]
    assert len(words) == len({word.lower() for word in words}) > 15
    assert any(re.search("[\u4e00-\u9fff]", word) for word in words)
    assert set(said["expects"]) <= {"motion", "pointer", "keys", "buttons", "audio", "webgl"}


@pytest.mark.parametrize("slug", PAGES + APPS)
def test_a_starters_page_loads_only_files_that_it_has(slug: str) -> None:
    page = read(slug, "index.html")
    asked = re.findall(r'<(?:script|link)[^>]*(?:src|href)="([^"]+)"', page)
    here = {path.name for path in (STARTERS / slug / "files").iterdir()}
    assert set(asked) <= here
    assert here - set(asked) == {"index.html"}


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("base.css", PAGES + APPS),
        ("art.js", [*PAGES, "slides"]),
        ("app.js", PAGES),
        ("kit.js", APPS),
        ("kit.css", [slug for slug in APPS if slug != "slides"]),
    ],
)
def test_what_starters_share_is_the_same_in_each(name: str, slugs: list[str]) -> None:
    first = read(slugs[0], name)
    assert [slug for slug in slugs if read(slug, name) != first] == []
