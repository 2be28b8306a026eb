"""The shelf in the real studio: previews, the console's words, downloads, and its own page."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Studio

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe"
PAGE = """<!doctype html><html><head>
<link href="https://fonts.googleapis.com/css2?family=Orbitron:wght@700&display=swap" rel="stylesheet">
<script src="https://cdnjs.cloudflare.com/ajax/libs/three.js/r128/three.min.js" integrity="sha512-x"></script>
<script src="https://unpkg.com/left-pad@1.0.0/index.js"></script>
</head><body><h1>Waiting</h1><img src="https://picsum.photos/120/80">
<script>
const made = new Image();
made.src = `https://picsum.photos/${60}/${40}?random=${1}`;
made.onload = () => document.body.append(made);
</script>
<script type="module">
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
document.querySelector("h1").textContent = `${THREE.REVISION} ${typeof OrbitControls}`;
</script></body></html>"""
CLASSIC = """<!doctype html><html><head>
<link href="https://fonts.googleapis.com/css2?family=Inter:wght@700" rel="stylesheet"></head>
<body><h1>Waiting</h1><img id="img" src="https://picsum.photos/120/80">
<script src="https://cdn.jsdelivr.net/npm/matter-js@0.20.0/build/matter.min.js"></script>
<script>document.querySelector("h1").textContent = typeof Matter.Engine.create;</script></body></html>"""


@pytest.fixture(scope="module")
def project(studio: Studio) -> str:
    """A project of its own."""
    return studio.new_project({"index.html": PAGE})


def test_a_preview_finds_its_libraries_and_names_what_is_not_there(
    studio: Studio, project: str, page: Page
) -> None:
    outside: list[str] = []
    page.on("request", lambda r: None if "localhost" in r.url else outside.append(r.url))
    studio.save(project, {"index.html": PAGE})
    page.goto(f"{studio.url}/p/{project}/")
    frame = page.frame_locator(FRAME)
    expect(frame.locator("h1")).to_have_text("128 function", timeout=20_000)
    expect(frame.locator("img")).to_have_count(2)
    sizes = frame.locator("img").evaluate_all(
        "all => all.map(i => [i.naturalWidth, i.naturalHeight])"
    )
    assert sizes == [[120, 80], [60, 40]]
    assert frame.locator("h1").evaluate(
        "() => document.fonts.load('700 16px Orbitron').then(found => found.length)"
    )
    page.get_by_role("button", name="Console").click()
    expect(
        page.get_by_text("Not on the shelf, so not loaded: left-pad (unpkg.com)")
    ).to_be_visible()
    assert [url for url in outside if url.startswith("http") and "left-pad" not in url] == []


def test_a_download_runs_from_a_folder(
    studio: Studio, project: str, browser: Browser, tmp_path: Path
) -> None:
    studio.save(project, {"index.html": CLASSIC})
    answer = httpx.get(f"{studio.url}/p/{project}/download/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator("h1")).to_have_text("function")
    assert page.evaluate("img.naturalWidth") == 120
    assert page.evaluate("document.fonts.load('700 16px Inter').then(found => found.length)")
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_list_fits_every_screen(studio: Studio, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(studio.url)
    page.get_by_role("link", name="What is on the shelf").click()
    expect(page.get_by_role("heading", name="The shelf")).to_be_visible()
    expect(page.get_by_role("link", name="Matter.js")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
