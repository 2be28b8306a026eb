"""The download: a folder that opens without a studio and without a network."""

from __future__ import annotations

import posixpath
import re

import pytest

from workers.export import closure, export_project
from workers.shelf import Shelf, load_shelf


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The built shelf."""
    return load_shelf()


def test_a_project_that_uses_nothing_is_its_files(shelf: Shelf) -> None:
    files = {"index.html": "<p>茶", "css/a.css": "a {}"}
    assert export_project(files, shelf) == {path: text.encode() for path, text in files.items()}


def test_what_a_page_uses_lies_beside_it_with_its_licence(shelf: Shelf) -> None:
    page = """<link href="https://fonts.googleapis.com/css2?family=Inter:wght@700" rel="stylesheet">
    <link rel="stylesheet" href="https://unpkg.com/leaflet@1.9.4/dist/leaflet.css">
    <script src="https://cdn.jsdelivr.net/npm/matter-js@0.20.0/build/matter.min.js"></script>
    <img src="https://picsum.photos/20/30">"""
    done = export_project({"index.html": page, "a/b.css": "@import 'https://esm.sh/x';"}, shelf)
    html = done["index.html"].decode()
    assert "https://" not in html and "README.txt" not in done
    for address in re.findall(r'(?:src|href)="([^"]+)"', html):
        assert address.startswith("./shelf/") and address[2:] in done
    folders = {path.split("/")[1] for path in done if path.startswith("shelf/")}
    assert {re.sub("@.*", "", folder) for folder in folders} == {
        "fonts", "inter", "leaflet", "matter-js", "placeholder"
    }  # fmt: skip
    assert any("marker-icon" in path for path in done)
    for folder in folders - {"fonts", "placeholder"}:
        assert f"shelf/{folder}/LICENSE.txt" in done


def test_modules_come_with_what_they_import_and_a_word_on_how_to_open_them(shelf: Shelf) -> None:
    files = {
        "index.html": '<script type="module" src="js/app.js"></script>',
        "js/app.js": """import { OrbitControls } from "three/addons/controls/OrbitControls.js";
            import { createRoot } from "https://esm.sh/react-dom@18/client";
            load("https://unpkg.com/three/examples/fonts/gentilis_bold.typeface.json");""",
    }
    done = export_project(files, shelf)
    html, script = done["index.html"].decode(), done["js/app.js"].decode()
    assert "http.server" in done["README.txt"].decode()
    assert '"three": "./shelf/three@' in html and '"three/addons/controls' in html
    assert '"vue"' not in html
    assert 'from "../shelf/react@' in script and 'load("./shelf/three@' in script
    for path, body in done.items():
        if path.endswith((".js", ".mjs")):
            for name in re.findall(r'(?:from|import)\s*\(?\s*"(\.[^"]+)"', body.decode()):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) in done


def test_a_project_with_a_shelf_of_its_own_keeps_it(shelf: Shelf) -> None:
    files = {"index.html": '<script src="https://unpkg.com/d3"></script>', "shelf/a.txt": "mine"}
    done = export_project(files, shelf)
    assert done["shelf/a.txt"] == b"mine"
    assert any(path.startswith("shelf-files/d3@") for path in done)


def test_a_stylesheet_leads_to_its_fonts(shelf: Shelf) -> None:
    style = shelf.resolve(
        "https://cdnjs.cloudflare.com/ajax/libs/font-awesome/6.4.0/css/all.min.css"
    )
    found = closure(shelf, [style or ""])
    assert sum(path.endswith(".woff2") for path in found) >= 3
    assert found[0].endswith("LICENSE.txt")
