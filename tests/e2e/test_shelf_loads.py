"""Every library of the shelf, loaded in a real browser that reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from workers.content_types import type_of
from workers.pages import PageFiles
from workers.shelf import Shelf, load_shelf
from workers.shelf_library import Library

pytestmark = pytest.mark.e2e
HOST = "http://shelf.test/"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The built shelf."""
    return load_shelf()


class Site:
    """A browser's tab whose whole network is a project's files and the shelf."""

    def __init__(self, page: Page, shelf: Shelf) -> None:
        self.page = page
        self.shelf = shelf
        self.files: dict[str, str] = {}
        self.refused: list[str] = []
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("#")[0]
        if path == "favicon.ico":
            route.fulfill(status=204)
            return
        served = None
        if route.request.url.startswith(HOST + "shelf/"):
            served = self.shelf.read(path.removeprefix("shelf/"))
        elif route.request.url.startswith(HOST):
            served = PageFiles(self.files, self.shelf, HOST + "shelf/").get(path)
        if served is None:
            self.refused.append(route.request.url)
            route.abort()
            return
        route.fulfill(body=served.body, content_type=served.content_type)

    def open(self, html: str, **files: str) -> Page:
        """Show a page of these files; forgets what earlier ones met."""
        self.files = {"index.html": html, **files}
        self.refused.clear()
        self.errors.clear()
        self.page.goto(HOST, wait_until="load")
        return self.page


@pytest.fixture
def site(browser: Browser, shelf: Shelf) -> Iterator[Site]:
    """A fresh tab."""
    context = browser.new_context()
    yield Site(context.new_page(), shelf)
    context.close()


def scripts_for(library: Library, shelf: Shelf) -> str:
    before = [one for one in shelf.libraries if one.id == library.after]
    paths = [one.path(one.script) for one in [*before, library]]
    return "".join(f'<script src="shelf/{path}"></script>' for path in paths)


def test_every_classic_script_defines_its_global(site: Site, shelf: Shelf) -> None:
    wrong = {}
    tried = [one for one in shelf.libraries if one.script]
    for library in tried:
        page = site.open(f"<!doctype html><body>{scripts_for(library, shelf)}")
        defined = page.evaluate(f"typeof ({library.globals})") if library.globals else "nothing"
        if defined == "undefined" or site.errors or site.refused:
            wrong[library.id] = (defined, list(site.errors), list(site.refused))
    assert wrong == {}
    assert len(tried) > 70


def test_every_module_exports_what_the_catalogue_says(site: Site, shelf: Shelf) -> None:
    wrong = {}
    tried = [one for one in shelf.libraries if one.module]
    for library in tried:
        page = site.open("<!doctype html><body><script type='module'>1</script>")
        names = page.evaluate(
            "path => import(path).then(lib => Object.keys(lib), error => String(error))",
            f"{HOST}shelf/{library.path(library.module)}",
        )
        lacking = [name for name in library.exports if name not in names]
        if lacking or isinstance(names, str) or site.errors or site.refused:
            wrong[library.id] = (lacking, names, list(site.errors), list(site.refused))
    assert wrong == {}
    assert len(tried) > 50


def test_every_bare_name_of_the_import_map_can_be_imported(site: Site, shelf: Shelf) -> None:
    names = [name for name in shelf.imports if not name.endswith("/")]
    page = site.open("<!doctype html><body><script type='module'>1</script>")
    failed = page.evaluate(
        """async names => {
          const failed = {};
          for (const name of names) {
            try { await import(name); } catch (error) { failed[name] = String(error); }
          }
          return failed;
        }""",
        names,
    )
    assert failed == {}
    assert len(names) > 100


def test_every_addon_of_three_that_games_use_can_be_imported(site: Site, shelf: Shelf) -> None:
    addons = [
        path.removeprefix("examples/jsm/")
        for library in shelf.libraries
        if library.id == "three"
        for path in library.files
        if path.startswith(
            ("examples/jsm/controls/", "examples/jsm/postprocessing/", "examples/jsm/loaders/")
        )
        and path.endswith(".js")
    ]
    page = site.open("<!doctype html><body><script type='module'>1</script>")
    failed = page.evaluate(
        """async names => {
          const tried = await Promise.allSettled(names.map(name => import('three/addons/' + name)));
          return tried.map((one, i) => one.reason && [names[i], String(one.reason)]).filter(Boolean);
        }""",
        addons,
    )
    assert failed == []
    assert len(addons) > 80


def test_the_classic_addons_of_three_extend_its_global(site: Site) -> None:
    root = "https://cdn.jsdelivr.net/npm/three@0.128.0/examples/js/"
    names = ["controls/OrbitControls", "controls/PointerLockControls", "loaders/GLTFLoader",
             "shaders/CopyShader", "shaders/LuminosityHighPassShader", "postprocessing/EffectComposer",
             "postprocessing/RenderPass", "postprocessing/ShaderPass", "postprocessing/UnrealBloomPass"]  # fmt: skip
    page = site.open(
        "<!doctype html><body><script src='https://cdnjs.cloudflare.com/ajax/libs/three.js/r128/three.min.js'></script>"
        + "".join(f'<script src="{root}{name}.js"></script>' for name in names)
    )
    for name in names:
        assert page.evaluate(f"typeof THREE.{name.split('/')[1]}") in ("function", "object"), name
    assert site.errors == [] and site.refused == []


def test_a_page_as_models_write_them_runs_without_a_network(site: Site) -> None:
    page = site.open(
        """<!doctype html><html><head>
        <link rel="preconnect" href="https://fonts.googleapis.com">
        <link href="https://fonts.googleapis.com/css2?family=Orbitron:wght@400;700&display=swap" rel="stylesheet">
        <script src="https://cdn.tailwindcss.com" integrity="sha384-wrong" crossorigin="anonymous"></script>
        <script>tailwind.config = { theme: { extend: { colors: { brand: "#ff0066" } } } }</script>
        <link rel="stylesheet" href="https://cdnjs.cloudflare.com/ajax/libs/font-awesome/6.4.0/css/all.min.css" integrity="sha512-no">
        <script type="importmap">{"imports": {"three": "https://unpkg.com/three@0.160.0/build/three.module.js",
          "three/addons/": "https://unpkg.com/three@0.160.0/examples/jsm/"}}</script>
        </head><body><p id="p" class="text-brand" style="font-family:Orbitron">Hi <i class="fas fa-star"></i></p>
        <img src="https://picsum.photos/200/300" id="img">
        <script type="module">
          import * as THREE from "three";
          import { OrbitControls } from "three/addons/controls/OrbitControls.js";
          import { World } from "cannon-es";
          import confetti from "https://esm.sh/canvas-confetti@1.6.0";
          window.result = [typeof THREE.Scene, typeof OrbitControls, typeof World, typeof confetti];
        </script></body></html>"""
    )
    page.wait_for_function("window.result && getComputedStyle(p).color == 'rgb(255, 0, 102)'")
    assert page.evaluate("result") == ["function"] * 4
    assert page.evaluate("document.fonts.load('16px Orbitron').then(faces => faces.length)") == 1
    assert page.evaluate("[img.naturalWidth, img.naturalHeight]") == [200, 300]
    assert site.errors == [] and site.refused == []


def test_jsx_is_compiled_and_react_renders_it(site: Site) -> None:
    page = site.open(
        """<!doctype html><div id="root"></div>
        <script src="https://unpkg.com/react@18/umd/react.production.min.js" crossorigin></script>
        <script src="https://unpkg.com/react-dom@18/umd/react-dom.production.min.js" crossorigin></script>
        <script src="https://unpkg.com/@babel/standalone/babel.min.js"></script>
        <script type="text/babel">
          ReactDOM.createRoot(document.getElementById("root")).render(<h1>Hello</h1>);
        </script>"""
    )
    assert page.locator("h1").inner_text() == "Hello"


def test_one_react_serves_hooks_and_dom_alike(site: Site) -> None:
    page = site.open(
        """<!doctype html><div id="root"></div><script type="module">
        import React, { useState } from "react";
        import { createRoot } from "https://esm.sh/react-dom@18/client";
        function Counter() {
          const [n, set] = useState(1);
          return React.createElement("button", { onClick: () => set(n + 1) }, n);
        }
        createRoot(root).render(React.createElement(Counter));
        </script>"""
    )
    page.locator("button").click()
    page.wait_for_function("document.querySelector('button').innerText == '2'")


def test_types_are_what_browsers_insist_on() -> None:
    assert type_of("a.mjs").startswith("text/javascript")
    assert type_of("a.wasm") == "application/wasm"
