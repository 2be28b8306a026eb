"""The shelf: which addresses it understands, and what becomes of a page's text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from workers.shelf import DIST, Shelf, load_shelf
from workers.shelf_localise import Localiser

CATALOGUE = DIST.parent / "catalogue.json"
BASE = "/shelf/"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The built shelf."""
    return load_shelf()


def without_version(path: str | None) -> str | None:
    """`three@0.170.0/build/x.js` -> `three/build/x.js`: new versions do not change the table."""
    return re.sub(r"(?<=[\w-])@\d[^/]*", "", path) if path else path


JSDELIVR, UNPKG, CDNJS = (
    "https://cdn.jsdelivr.net/npm/",
    "https://unpkg.com/",
    "https://cdnjs.cloudflare.com/ajax/libs/",
)
THREE, R128 = "three/build/three.module.min.js", "three/build/three.min.js"
JSM = "three/examples/jsm/"
ADDRESSES = [
    # three.js in all its forms
    (JSDELIVR + "three@0.128.0/build/three.min.js", R128),
    (JSDELIVR + "three", R128),
    (JSDELIVR + "three@0.160.0/build/three.js", R128),
    (CDNJS + "three.js/r128/three.min.js", R128),
    ("https://threejs.org/build/three.js", R128),
    ("https://raw.githack.com/mrdoob/three.js/r128/build/three.min.js", R128),
    ("https://ajax.googleapis.com/ajax/libs/threejs/r84/three.min.js", R128),
    (UNPKG + "three@0.160.0/build/three.module.js", THREE),
    (UNPKG + "three@0.160.0?module", THREE),
    (JSDELIVR + "three@0.160/+esm", THREE),
    ("https://esm.sh/three@0.160", THREE),
    ("https://cdn.skypack.dev/three@0.132.2", THREE),
    ("https://cdn.skypack.dev/-/three@v0.1-abc/dist=es2020/three.js", THREE),
    (UNPKG + "three@0.160.0/examples/jsm/", JSM),
    (UNPKG + "three/examples/jsm/controls/OrbitControls.js", JSM + "controls/OrbitControls.js"),
    ("https://esm.sh/three/addons/loaders/GLTFLoader.js", JSM + "loaders/GLTFLoader.js"),
    ("https://esm.sh/three/examples/jsm/math/ImprovedNoise", JSM + "math/ImprovedNoise.js"),
    ("https://threejs.org/examples/jsm/libs/stats.module.js", JSM + "libs/stats.module.js"),
    (UNPKG + "three@0.128/examples/js/postprocessing/EffectComposer.js", "three/examples/js/postprocessing/EffectComposer.js"),
    ("https://threejs.org/examples/js/controls/OrbitControls.js", "three/examples/js/controls/OrbitControls.js"),
    ("https://www.gstatic.com/draco/versioned/decoders/1.5.6/", JSM + "libs/draco/gltf/"),
    (UNPKG + "three@0.128/examples/js/controls/NoSuchControls.js", None),
    # each network's own way to write an address
    (JSDELIVR + "matter-js@0.20.0/build/matter.min.js", "matter-js/build/matter.min.js"),
    (CDNJS + "matter-js/0.19.0/matter.min.js", "matter-js/build/matter.min.js"),
    ("//cdn.jsdelivr.net/npm/matter-js", "matter-js/build/matter.min.js"),
    (JSDELIVR + "d3@7", "d3/dist/d3.min.js"),
    ("https://d3js.org/d3.v7.min.js", "d3/dist/d3.min.js"),
    ("https://d3js.org/topojson.v1.min.js", "topojson-client/dist/topojson-client.min.js"),
    (JSDELIVR + "d3@7/+esm", "d3/d3.mjs"),
    (JSDELIVR + "chart.js@4.4.1/dist/chart.umd.js", "chart.js/dist/chart.umd.min.js"),
    (CDNJS + "Chart.js/3.7.0/chart.min.js", "chart.js/dist/chart.umd.min.js"),
    ("https://cdn.plot.ly/plotly-2.27.0.min.js", "plotly.js-basic-dist-min/plotly-basic.min.js"),
    ("https://code.jquery.com/jquery-3.6.0.min.js", "jquery/dist/jquery.min.js"),
    ("https://code.jquery.com/jquery-3.6.0.slim.min.js", "jquery/dist/jquery.slim.min.js"),
    ("https://ajax.googleapis.com/ajax/libs/jquery/3.5.1/jquery.min.js", "jquery/dist/jquery.min.js"),
    ("https://code.jquery.com/ui/1.12.1/themes/base/jquery-ui.css", "jquery-ui/dist/themes/base/jquery-ui.min.css"),
    ("https://cdn.tailwindcss.com", "tailwindcss-cdn/tailwindcss.js"),
    ("https://cdn.tailwindcss.com/3.4.1", "tailwindcss-cdn/tailwindcss.js"),
    ("https://cdn.tailwindcss.com?plugins=forms", "tailwindcss-cdn/tailwindcss-with-all-plugins.js"),
    (JSDELIVR + "@tailwindcss/browser@4", "@tailwindcss/browser/dist/index.global.js"),
    ("https://stackpath.bootstrapcdn.com/bootstrap/4.5.2/css/bootstrap.min.css", "bootstrap/dist/css/bootstrap.min.css"),
    ("https://maxcdn.bootstrapcdn.com/font-awesome/4.7.0/css/font-awesome.min.css", "@fortawesome/fontawesome-free/css/v4.min.css"),
    (CDNJS + "font-awesome/6.4.0/css/all.min.css", "@fortawesome/fontawesome-free/css/all.min.css"),
    ("https://use.fontawesome.com/releases/v5.15.4/css/all.css", "@fortawesome/fontawesome-free/css/all.min.css"),
    ("https://kit.fontawesome.com/abc123.js", "@fortawesome/fontawesome-free/js/all.min.js"),
    ("https://cdn.babylonjs.com/babylon.js", "babylonjs/babylon.js"),
    ("https://cdn.babylonjs.com/loaders/babylonjs.loaders.min.js", "babylonjs-loaders/babylonjs.loaders.min.js"),
    ("https://pixijs.download/release/pixi.js", "pixi.js/dist/pixi.min.js"),
    ("https://cdn.jsdelivr.net/gh/mrdoob/stats.js@r17/build/stats.min.js", "stats.js/build/stats.min.js"),
    ("https://cdn.bootcdn.net/ajax/libs/vue/2.6.14/vue.min.js", "vue/dist/vue.min.js"),
    (JSDELIVR + "vue/dist/vue.js", "vue/dist/vue.min.js"),
    (UNPKG + "vue@3/dist/vue.global.js", "vue/dist/vue.global.prod.js"),
    (UNPKG + "vue@3/dist/vue.esm-browser.js", "vue/dist/vue.esm-browser.prod.js"),
    (CDNJS + "animejs/3.2.1/anime.min.js", "animejs/lib/anime.min.js"),
    (JSDELIVR + "animejs@4/lib/anime.esm.min.js", "animejs/anime.mjs"),
    (CDNJS + "gsap/3.12.2/ScrollTrigger.min.js", "gsap/dist/ScrollTrigger.min.js"),
    (UNPKG + "react@17/umd/react.production.min.js", "react/umd/react.production.min.js"),
    ("https://esm.sh/react@18?dev", "react/react.mjs"),
    ("https://esm.sh/v135/react-dom@18/client?deps=react@18", "react/react-dom-client.mjs"),
    ("https://esm.sh/react/jsx-runtime", "react/jsx-runtime.mjs"),
    (UNPKG + "htm/preact?module", "htm/preact/index.module.js"),
    (UNPKG + "lucide@latest", "lucide/dist/umd/lucide.min.js"),
    (CDNJS + "p5.js/1.4.0/addons/p5.sound.min.js", "p5/lib/addons/p5.sound.min.js"),
    (CDNJS + "highlight.js/11.9.0/styles/github-dark.min.css", "@highlightjs/cdn-assets/styles/github-dark.min.css"),
    (JSDELIVR + "canvas-confetti@1.6.0/dist/confetti.browser.min.js", "canvas-confetti/dist/confetti.browser.js"),
    ("https://esm.sh/@dimforge/rapier3d-compat", "@dimforge/rapier3d-compat/dist/rapier.mjs"),
    # fonts
    ("https://fonts.googleapis.com/css2?family=Inter:wght@400;700&display=swap", "fonts/inter-400-700.css"),
    ("https://fonts.googleapis.com/css2?family=Lato&family=Source+Serif+4:ital,wght@0,400;1,700", "fonts/lato-400+source-serif-4-400-700i.css"),
    ("https://fonts.googleapis.com/css?family=Roboto:300,700italic|Open+Sans", "fonts/roboto-300-700i+open-sans-400.css"),
    ("https://fonts.googleapis.com/css2?family=Noto+Sans+SC:wght@400", "fonts/noto-sans-sc.css"),
    ("https://fonts.googleapis.com/icon?family=Material+Icons", "material-symbols/icons.css"),
    # not for us
    ("https://github.com/mrdoob/three.js", None),
    ("https://example.com/jquery.min.js", None),
    ("https://threejs.org/docs/", None),
    ("ftp://unpkg.com/three", None),
    ("https://[", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("address", "path"), ADDRESSES)
def test_each_style_of_address_is_answered(shelf: Shelf, address: str, path: str | None) -> None:
    assert without_version(shelf.resolve(address)) == path


def test_every_answer_can_be_read(shelf: Shelf) -> None:
    for address, _ in ADDRESSES:
        path = shelf.resolve(address)
        if path and not path.endswith("/"):
            served = shelf.read(path)
            assert served and served.body, address


@pytest.mark.parametrize(
    ("address", "version"),
    [
        (JSDELIVR + "vue@2.6.14", "2."),
        (JSDELIVR + "vue@3", "3."),
        (JSDELIVR + "bootstrap@5.3.0/dist/css/bootstrap.min.css", "5."),
        (CDNJS + "twitter-bootstrap/4.1.0/css/bootstrap.min.css", "4."),
        ("https://maxcdn.bootstrapcdn.com/bootstrap/3.3.7/css/bootstrap.min.css", "3."),
        (CDNJS + "pixi.js/6.5.2/browser/pixi.min.js", "7."),
        (UNPKG + "simplex-noise@2.4.0/simplex-noise.js", "2."),
        ("https://cdn.skypack.dev/simplex-noise@4.0.0", "4."),
        (JSDELIVR + "tsparticles@2/tsparticles.bundle.min.js", "2."),
        (JSDELIVR + "@tsparticles/slim@3/tsparticles.slim.bundle.min.js", "3."),
    ],
)
def test_a_version_chooses_the_edition(shelf: Shelf, address: str, version: str) -> None:
    path = shelf.resolve(address)
    assert path and re.findall(r"@(\d+\.)", path)[-1] == version


def test_what_the_catalogue_names_is_on_the_shelf(shelf: Shelf) -> None:
    catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    assert {entry["id"] for entry in catalogue} == {library.id for library in shelf.libraries}
    assert len(catalogue) > 90
    for library in shelf.libraries:
        assert f"{library.folder}/LICENSE.txt" in shelf.paths
        assert library.licence and library.home.startswith("https://") and library.version
        for file in (library.script, library.module, library.style):
            assert file is None or library.path(file) in shelf.paths
    for path in shelf.paths:
        assert (DIST / path).is_file(), path
    for path in shelf.imports.values():
        assert path in shelf.paths or any(one.startswith(path) for one in shelf.paths), path


def test_the_shelf_is_small_enough_to_carry(shelf: Shelf) -> None:
    assert sum(file.stat().st_size for file in DIST.rglob("*") if file.is_file()) < 120e6


def test_nothing_outside_the_shelf_is_read(shelf: Shelf, tmp_path: Path) -> None:
    for path in ("../catalogue.json", "index.json", "/etc/passwd", "three@0/../index.json", "",
                 "combine/..~catalogue.json.js", "fonts/../index.css", "placeholder/x.svg",
                 "at/example.com/a.js", "at/at/at", "fonts/nobody.css"):  # fmt: skip
        assert shelf.read(path) is None, path
    assert load_shelf(tmp_path).resolve(JSDELIVR + "three") is None


def test_files_that_are_asked_for_together_come_as_one(shelf: Shelf) -> None:
    path = shelf.resolve("https://cdn.jsdelivr.net/combine/npm/jquery@3,npm/aos@2/dist/aos.js")
    served = shelf.read(path or "")
    assert served and b"jQuery" in served.body and b"AOS" in served.body
    assert served.content_type.startswith("text/javascript")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (UNPKG + "left-pad@1.0.0/index.js", "left-pad (unpkg.com)"),
        (JSDELIVR + "@scope/thing@1", "@scope/thing (cdn.jsdelivr.net)"),
        (CDNJS + "zepto/1.2.0/zepto.min.js", "zepto (cdnjs.cloudflare.com)"),
        (UNPKG + "three/examples/js/controls/No.js", "three (unpkg.com)"),
        ("https://fonts.googleapis.com/css2?family=Nobody+Knows", "Nobody Knows (Google Fonts)"),
        ("https://code.example.org/lib/thing.js", "thing.js (code.example.org)"),
    ],
)
def test_what_is_not_there_is_named_as_a_person_would(
    shelf: Shelf, address: str, name: str
) -> None:
    done = shelf.localise(f'<script src="{address}"></script>', "html", BASE)
    assert done.missing == [name]


def test_a_font_stylesheet_leads_to_files_that_are_there(shelf: Shelf) -> None:
    path = shelf.resolve("https://fonts.googleapis.com/css2?family=Inter:wght@450;700")
    served = shelf.read(path or "")
    assert served
    urls = re.findall(r"url\('\.\./([^']+)'\)", served.body.decode())
    assert len(urls) == 4 and all(shelf.read(url) for url in urls)
    assert "font-weight:400" in served.body.decode() and "font-weight:700" in served.body.decode()


PAGE = """<!DOCTYPE html>
<html><head>
<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>
<link href="https://fonts.googleapis.com/css2?family=Inter:wght@400;700&amp;family=Lato&amp;display=swap" rel="stylesheet">
<script
  src="https://cdn.jsdelivr.net/npm/three@0.128.0/build/three.min.js"
  integrity="sha384-
abc" crossorigin="anonymous"></script>
<script type="importmap">
{ "imports": { "three": "https://unpkg.com/three@0.160.0/build/three.min.js",
  "three/addons/": "https://unpkg.com/three@0.160.0/examples/jsm/" } }
</script>
<style>@import url(https://fonts.googleapis.com/css2?family=Poppins:wght@300;600&display=swap);
.a { background: url('https://picsum.photos/800/400?random=1'), url(//placehold.co/20x10); }</style>
</head><body>
<img srcset="https://picsum.photos/seed/a/200/300 1x, https://picsum.photos/seed/a/400/600 2x" src=https://i.pravatar.cc/64>
<a href="https://github.com/a/b">See http://www.w3.org/2000/svg, https://cdn.tailwindcss.com.</a>
<script type="module">
import Matter from "https://cdn.jsdelivr.net/npm/matter-js@0.19.0/build/matter.min.js"; // a//b
const u = `https://picsum.photos/${w}/${h}`, v = "https://picsum.photos/id/" + n + "/80";
import('https://esm.sh/left-pad'); const s = "http" + "//", e = '<link'; // https:
</script></body></html>
<script src="https://unpkg.com/d3"""


def test_a_page_is_localised_without_moving_a_line(shelf: Shelf) -> None:
    done = shelf.localise(PAGE, "html", BASE)
    text = without_version(done.text) or ""
    assert done.text.count("\n") == PAGE.count("\n")
    assert "integrity" not in text and 'crossorigin="anonymous"' in text
    assert f'src="{BASE}{R128}"' in text
    assert f'"three": "{BASE}{THREE}"' in text
    assert f'"three/addons/": "{BASE}{JSM}"' in text
    assert f'from "{BASE}matter-js/matter.mjs"' in text
    assert f'href="{BASE}fonts/inter-400-700+lato-400.css"' in text
    assert f"@import url({BASE}fonts/poppins-300-600.css);" in text
    assert f"`{BASE}at/picsum.photos/${{w}}/${{h}}`" in text
    assert f'"{BASE}at/picsum.photos/id/" + n' in text
    assert 'href="https://github.com/a/b"' in text and "http://www.w3.org/2000/svg," in text
    assert re.search(r"200x300-landscape-\w+\.svg 1x, /shelf/placeholder/400x600", text)
    assert done.missing == ["left-pad (esm.sh)"]
    assert len(done.used) == len(set(done.used)) > 8


@pytest.mark.parametrize("kind", ["html", "js", "css"])
def test_the_text_is_the_same_however_it_is_cut(shelf: Shelf, kind: str) -> None:
    whole = shelf.localise(PAGE, kind, BASE)
    for at in range(len(PAGE) + 1):
        localiser = Localiser(shelf, kind, BASE)
        text = localiser.feed(PAGE[:at]) + localiser.feed(PAGE[at:]) + localiser.close()
        assert text == whole.text, at
    letters = Localiser(shelf, kind, BASE)
    assert "".join([letters.feed(letter) for letter in PAGE]) + letters.close() == whole.text
    assert (letters.used, letters.missing) == (whole.used, whole.missing)


def test_text_that_holds_no_address_is_not_held_back(shelf: Shelf) -> None:
    localiser = Localiser(shelf, "html", BASE)
    assert localiser.feed("<p>Hello") == "<p>Hello"
    assert localiser.feed(" wor") == " wor"
    assert localiser.feed("ld <b>") == "ld <b>"


def test_hostile_text_does_not_take_forever(shelf: Shelf) -> None:
    for text in ("<script " * 20_000, "http://" * 40_000, "<link a='" * 20_000, "//" * 100_000):
        assert shelf.localise(text, "html", BASE).text


def test_scripts_that_are_not_imported_lead_below_the_page(shelf: Shelf) -> None:
    text = 'import "https://esm.sh/d3"; load("https://unpkg.com/three/examples/fonts/gentilis_bold.typeface.json")'
    done = shelf.localise(text, "js", "../shelf/", page_base="shelf/").text
    assert 'import "../shelf/d3@' in done and 'load("shelf/three@' in done


def test_the_import_map_is_one_line_of_json(shelf: Shelf) -> None:
    text = shelf.import_map(BASE)
    imports = json.loads(text)["imports"]
    assert "\n" not in text
    for name in ("three", "three/addons/", "react", "react-dom/client", "react/jsx-runtime", "vue",
                 "d3", "gsap", "gsap/ScrollTrigger", "cannon-es", "matter-js", "preact/hooks",
                 "@dimforge/rapier3d-compat", "chart.js/auto", "swiper/modules"):  # fmt: skip
        assert imports[name].startswith(BASE), name
