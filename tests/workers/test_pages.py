"""A project's files as a browser gets them."""

from __future__ import annotations

import json
import re

import pytest

from workers.pages import PageFiles, PageWriter
from workers.shelf import Shelf, load_shelf

BASE = "/shelf/"
OWN_MAP = """<!doctype html>
<script src="https://cdn.tailwindcss.com"></script>
<!-- <script type="module"> -->
<script type="importmap">
{ "imports": {
  "three": "https://unpkg.com/three@0.160.0/build/three.module.js",
  "mine": "./mine.js" },
  "scopes": {"/a/": {"b": "./c.js"}} }
</script>
<script type="module">import * as THREE from "three";</script>
"""
PAGES = {
    "plain": "<!doctype html><p>Hello</p>\n",
    "own map": OWN_MAP,
    "module": '<!doctype html><html><head></head>\n<body><script type="module" src="a.js"></script>',
    "inline": "<p>1<script>import('three')</script><script type=module>1</script>",
    "broken map": '<script type="importmap">{ "imports": </script>\n<script>1</script>',
    "unclosed": "<p>a<!-- b <script>",
    "half a tag": '<p>a<script type="module',
    "half a map": '<p>a<script type="importmap">{"imports": {',
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The built shelf."""
    return load_shelf()


def maps_of(html: str) -> list[dict[str, dict[str, str]]]:
    found = re.findall(r'<script type="importmap">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in found]


def written(shelf: Shelf, page: str) -> str:
    writer = PageWriter(shelf, BASE)
    return writer.feed(page) + writer.close()


def test_files_come_with_their_type_and_what_is_not_there_does_not_come(shelf: Shelf) -> None:
    files = {"index.html": "<p>", "a/index.html": "<b>", "app.js": "1", "x.CSS": "", "odd": "?"}
    pages = PageFiles(files, shelf, BASE)
    kinds = {path: served.content_type for path in files if (served := pages.get(path))}
    assert kinds["index.html"] == kinds["a/index.html"] == "text/html; charset=utf-8"
    assert kinds["app.js"] == "text/javascript; charset=utf-8"
    assert kinds["x.CSS"] == "text/css; charset=utf-8"
    assert kinds["odd"] == "text/plain; charset=utf-8"
    home, folder = pages.get(""), pages.get("a/")
    assert home and home.body == b"<p>" and folder and folder.body == b"<b>"
    assert pages.get("no.js") is None and pages.get("../index.html") is None


def test_scripts_and_styles_are_localised_too(shelf: Shelf) -> None:
    pages = PageFiles(
        {
            "a.js": 'import { gsap } from "https://esm.sh/gsap";',
            "a.css": '@import "https://fonts.googleapis.com/css2?family=Inter";',
            "a.json": '"https://esm.sh/gsap"',
        },
        shelf,
        BASE,
    )
    assert (pages.text("a.js") or "").startswith('import { gsap } from "/shelf/gsap@')
    assert pages.text("a.css") == '@import "/shelf/fonts/inter-400.css";'
    assert pages.text("a.json") == '"https://esm.sh/gsap"'


def test_an_import_map_comes_before_the_first_script_that_could_need_it(shelf: Shelf) -> None:
    html = written(shelf, PAGES["module"])
    assert len(maps_of(html)) == 1
    assert html.index("importmap") < html.index('type="module"')
    assert maps_of(html)[0]["imports"]["three"].startswith(BASE)
    assert len(maps_of(written(shelf, PAGES["inline"]))) == 1


def test_a_page_without_scripts_stays_as_it_is(shelf: Shelf) -> None:
    assert written(shelf, PAGES["plain"]) == PAGES["plain"]


def test_a_pages_own_import_map_gets_ours_and_wins(shelf: Shelf) -> None:
    html = written(shelf, OWN_MAP)
    (only,) = maps_of(html)
    assert only["imports"]["mine"] == "./mine.js"
    assert only["imports"]["three"].endswith("three.module.min.js")
    assert only["imports"]["react"].startswith(BASE)
    assert only["scopes"] == {"/a/": {"b": "./c.js"}}
    assert '<script src="/shelf/tailwindcss-cdn@' in html


@pytest.mark.parametrize("name", PAGES)
def test_no_line_moves(shelf: Shelf, name: str) -> None:
    assert written(shelf, PAGES[name]).count("\n") == PAGES[name].count("\n")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_however_it_is_cut(shelf: Shelf, name: str) -> None:
    page = PAGES[name]
    whole = written(shelf, page)
    for at in range(len(page) + 1):
        writer = PageWriter(shelf, BASE)
        assert writer.feed(page[:at]) + writer.feed(page[at:]) + writer.close() == whole, at
    letters = PageWriter(shelf, BASE)
    assert "".join([letters.feed(letter) for letter in page]) + letters.close() == whole


def test_a_map_that_is_no_json_is_left_as_it_is(shelf: Shelf) -> None:
    assert '{ "imports": </script>' in written(shelf, PAGES["broken map"])
