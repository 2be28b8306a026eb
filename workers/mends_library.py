"""Mends of libraries: used and not loaded, loaded from a wrong address, or too late.

The addresses are those that models write by habit; the shelf answers them without a network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from workers.judge import Mended
from workers.mends_source import (
    Edit,
    Files,
    Script,
    Tag,
    declared,
    local,
    page_of,
    scripts_of,
    tags,
    unchanged,
    used,
    walk,
    with_edits,
    words,
)

NPM = "https://cdn.jsdelivr.net/npm/"
THREE_JS = f"{NPM}three@0.128.0/build/three.min.js"
THREE_ADDONS = f"{NPM}three@0.128.0/examples/js/"
THREE_MODULE = f"{NPM}three@0.160.0/build/three.module.js"
CLASSIC_THREE = 159  # the last release with a classic build


class Library(NamedTuple):
    """What loads a global: its address, the words by which an address is known to load it."""

    address: str
    words: tuple[str, ...]
    style: str = ""


LIBRARIES = {
    "THREE": Library(THREE_JS, ("three",)),
    "Matter": Library(f"{NPM}matter-js@0.20.0/build/matter.min.js", ("matter",)),
    "p5": Library(f"{NPM}p5@1.9.4/lib/p5.min.js", ("p5",)),
    "Tone": Library(f"{NPM}tone@14.8.49/build/Tone.js", ("tone",)),
    "gsap": Library(f"{NPM}gsap@3.12.5/dist/gsap.min.js", ("gsap", "tweenmax")),
    "Chart": Library(f"{NPM}chart.js@4.4.1/dist/chart.umd.js", ("chart",)),
    "d3": Library(f"{NPM}d3@7.9.0/dist/d3.min.js", ("d3",)),
    "Phaser": Library(f"{NPM}phaser@3.80.1/dist/phaser.min.js", ("phaser",)),
    "PIXI": Library(f"{NPM}pixi.js@7.4.2/dist/pixi.min.js", ("pixi",)),
    "BABYLON": Library(f"{NPM}babylonjs@7.34.0/babylon.js", ("babylon",)),
    "CANNON": Library(f"{NPM}cannon@0.6.2/build/cannon.min.js", ("cannon",)),
    "anime": Library(f"{NPM}animejs@3.2.2/lib/anime.min.js", ("anime",)),
    "L": Library(
        f"{NPM}leaflet@1.9.4/dist/leaflet.js", ("leaflet",), f"{NPM}leaflet@1.9.4/dist/leaflet.css"
    ),
    "$": Library(f"{NPM}jquery@3.7.1/dist/jquery.min.js", ("jquery", "zepto", "cash")),
    "jQuery": Library(f"{NPM}jquery@3.7.1/dist/jquery.min.js", ("jquery",)),
    "React": Library(
        f"{NPM}react@18.3.1/umd/react.production.min.js", ("react@", "react/", "react.")
    ),
    "ReactDOM": Library(f"{NPM}react-dom@18.3.1/umd/react-dom.production.min.js", ("react-dom",)),
    "Vue": Library(f"{NPM}vue@3.4.38/dist/vue.global.prod.js", ("vue",)),
    "Howl": Library(f"{NPM}howler@2.2.4/dist/howler.min.js", ("howler",)),
    "Howler": Library(f"{NPM}howler@2.2.4/dist/howler.min.js", ("howler",)),
    "confetti": Library(f"{NPM}canvas-confetti@1.9.3/dist/confetti.browser.min.js", ("confetti",)),
    "marked": Library(f"{NPM}marked@12.0.2/marked.min.js", ("marked",)),
    "_": Library(f"{NPM}lodash@4.17.21/lodash.min.js", ("lodash", "underscore")),
    "dayjs": Library(f"{NPM}dayjs@1.11.13/dayjs.min.js", ("dayjs",)),
    "moment": Library(f"{NPM}moment@2.30.1/min/moment.min.js", ("moment",)),
    "axios": Library(f"{NPM}axios@1.7.7/dist/axios.min.js", ("axios",)),
    "echarts": Library(f"{NPM}echarts@5.5.1/dist/echarts.min.js", ("echarts",)),
    "Swiper": Library(
        f"{NPM}swiper@11.1.14/swiper-bundle.min.js",
        ("swiper",),
        f"{NPM}swiper@11.1.14/swiper-bundle.min.css",
    ),
    "Typed": Library(f"{NPM}typed.js@2.1.0/dist/typed.umd.js", ("typed",)),
    "Sortable": Library(f"{NPM}sortablejs@1.15.3/Sortable.min.js", ("sortable",)),
}
_FOLDERS = {
    "controls/": "OrbitControls TrackballControls FlyControls FirstPersonControls "
    "PointerLockControls TransformControls DragControls",
    "loaders/": "GLTFLoader OBJLoader MTLLoader FBXLoader STLLoader DRACOLoader RGBELoader",
    "postprocessing/": "EffectComposer ShaderPass RenderPass UnrealBloomPass BloomPass GlitchPass "
    "FilmPass",
    "shaders/": "CopyShader LuminosityHighPassShader DigitalGlitch FilmShader ConvolutionShader",
    "objects/": "Water Sky Reflector",
}
ADDONS = {name: folder for folder, names in _FOLDERS.items() for name in names.split()}
NEEDS = {
    "EffectComposer": ("CopyShader", "ShaderPass"),
    "RenderPass": ("EffectComposer",),
    "ShaderPass": (),
    "UnrealBloomPass": ("EffectComposer", "LuminosityHighPassShader"),
    "BloomPass": ("EffectComposer", "ConvolutionShader"),
    "GlitchPass": ("EffectComposer", "DigitalGlitch"),
    "FilmPass": ("EffectComposer", "FilmShader"),
}
_STEM = re.compile(r"([A-Za-z0-9]+)(?:\.min)?\.js$")
_THREE_RELEASE = re.compile(r"three@0?\.?(\d+)|/r(\d+)/")
_ESM = ("skypack.dev", "esm.sh", "+esm", "?module", "esm.run", ".esm.", ".mjs", ".module.")


def mend_library_address(files: Files) -> Mended:
    """A library's address that cannot work the way it is loaded: a module's in a classic script,
    an addon's wrong folder, a classic build as a module, `defer` before a script that needs it."""
    page = page_of(files)
    if not page:
        return unchanged(files)
    found = [t for t in tags(files[page]) if t.name == "script"]
    inline = any(
        "src" not in t.attributes and t.get("type") in ("", "text/javascript") for t in found
    )
    edits = [edit for tag in found if tag.get("src") for edit in _addressed(tag, inline)]
    return with_edits(files, {page: edits}, ["Corrected how a library is loaded."])


def _addressed(tag: Tag, inline: bool) -> list[Edit]:
    source = tag.attributes["src"]
    if local(source.value, "index.html") is not None:
        return []
    edits = []
    better = _better(source.value, tag.get("type") == "module")
    if better:
        edits.append(Edit(source.start, source.end, f'src="{better}"'))
    if name_of(better or source.value) and not any(
        part in (better or source.value) for part in _ESM
    ):
        late = ["type"] if tag.get("type") == "module" else []
        late += [name for name in ("defer", "async") if name in tag.attributes and inline]
        edits += [Edit(tag.attributes[n].start, tag.attributes[n].end, "") for n in late]
    return edits


def _better(address: str, module: bool) -> str:
    """The address that a classic script needs instead, "" where the one it has will do."""
    stem = _STEM.search(address.split("?")[0])
    if stem and stem[1] in ADDONS and "three" in address.lower():
        right = addon_address(stem[1])
        if module and "/jsm/" in address:
            return ""
        wrong = "/examples/js/" not in address or not address.endswith(right[len(THREE_ADDONS) :])
        return right if wrong or _release(address) >= 148 else ""
    if module:
        return ""
    name = name_of(address)
    if name == "THREE" and (
        _release(address) > CLASSIC_THREE or re.search(r"three\.module|three\.core", address)
    ):
        return THREE_JS
    return LIBRARIES[name].address if name and any(part in address for part in _ESM) else ""


def _release(address: str) -> int:
    match = _THREE_RELEASE.search(address)
    return int(match[1] or match[2]) if match else 0


def name_of(address: str) -> str:
    """The global that an address loads, "" for one that is not known."""
    path = address.split("://")[-1].split("/", 1)[-1].lower()
    if "three" in path and _STEM.search(address.split("?")[0]):
        stem = _STEM.search(address.split("?")[0])
        if stem and stem[1] in ADDONS:
            return ""
    if "react-dom" in path:
        return "ReactDOM"
    for name, library in LIBRARIES.items():
        package = library.address[len(NPM) :].split("@")[0].lower()
        if re.search(
            rf"(?:^|/){re.escape(package)}(?:\.js)?(?:@|/|\.min\.js|\.js|\.module|$)", path
        ):
            return name
    return "THREE" if re.search(r"(?:^|/)three(?:\.min|\.module)*\.js", path) else ""


def mend_missing_library(files: Files) -> Mended:
    """A library that a script uses and no script loads."""
    scripts = scripts_of(files)
    names = (
        frozenset().union(*(used(script.root) for script in scripts)) if scripts else frozenset()
    )
    own = (
        frozenset().union(*(declared(script.root) for script in scripts))
        if scripts
        else frozenset()
    )
    wanted = [name for name in LIBRARIES if name in names - own]
    if {"setup", "createCanvas"} <= names and "createCanvas" not in own and "draw" in names:
        wanted.append("p5")
    wanted = [name for name in wanted if not (name == "jQuery" and "$" in wanted)]
    return load(files, wanted, addons_used(scripts))


def addons_used(scripts: Iterable[Script]) -> list[str]:
    """The parts of three.js that are files of their own and that a script uses as `THREE.X`."""
    found: list[str] = []
    own: set[str] = set()
    for script in scripts:
        for node in walk(script.root):
            if (
                node.type != "member_expression"
                or words(node.child_by_field_name("object")) != "THREE"
            ):
                continue
            name = words(node.child_by_field_name("property"))
            parent = node.parent
            if (
                parent
                and parent.type == "assignment_expression"
                and parent.child_by_field_name("left") == node
            ):
                own.add(name)
            elif name in ADDONS:
                found.append(name)
    return [name for name in dict.fromkeys(found) if name not in own]


def load(files: Files, names: Iterable[str], addons: Iterable[str] = ()) -> Mended:
    """The entry page with script tags for the libraries and addons that it does not load yet."""
    page = page_of(files)
    if not page:
        return unchanged(files)
    sources = [tag.get("src").lower() for tag in tags(files[page]) if tag.name == "script"]
    # A file of the project may be the library itself; so may a bundle that nobody knows.
    loaded = " ".join([*sources, *(path.lower() for path in files)])
    missing = [n for n in names if not any(_speaks_of(word, loaded) for word in LIBRARIES[n].words)]
    parts = [n for n in _with_needs(addons) if f"{n.lower()}.js" not in loaded]
    if not missing and not parts:
        return unchanged(files)
    lines = dict.fromkeys(_tag_lines(missing))
    first, behind = _places(files[page])
    addon_lines = "".join(f'<script src="{addon_address(name)}"></script>\n' for name in parts)
    edits = [Edit(first, first, "".join(lines) + (addon_lines if "THREE" in missing else ""))]
    if addon_lines and "THREE" not in missing:
        edits.append(
            Edit(
                behind or first,
                behind or first,
                f"\n{addon_lines.rstrip()}" if behind else addon_lines,
            )
        )
    told = ", ".join([*missing, *(f"THREE.{name}" for name in parts)])
    return with_edits(files, {page: edits}, [f"Loaded what the script uses: {told}."])


def _speaks_of(word: str, addresses: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(word)}", addresses) is not None


def _tag_lines(names: Iterable[str]) -> list[str]:
    lines = []
    for name in names:
        library = LIBRARIES[name]
        if library.style:
            lines.append(f'<link rel="stylesheet" href="{library.style}">\n')
        lines.append(f'<script src="{library.address}"></script>\n')
    return lines


def _places(page: str) -> tuple[int, int]:
    """Where a library goes: before the first script of the project's own; and where an addon of
    three goes: behind three's own tag (0: there is none)."""
    found = [tag for tag in tags(page) if tag.name == "script"]
    behind = next((t.closed or 0 for t in found if name_of(t.get("src")) == "THREE"), 0)
    for tag in found:
        src = tag.get("src")
        if not src or local(src, "index.html") is not None or (behind and tag.start > behind):
            return tag.start, behind
    end = page.lower().rfind("</body")
    return len(page[: end if end >= 0 else len(page)].encode()), behind


def _with_needs(addons: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in addons:
        needed = [*_with_needs(NEEDS[name])] if NEEDS.get(name) else []
        found += [*needed, name]
    return list(dict.fromkeys(found))


def addon_address(name: str) -> str:
    """The address of a part of three.js as a classic script."""
    return f"{THREE_ADDONS}{ADDONS[name]}{name}.js"


def mend_import_address(files: Files) -> Mended:
    """An import of three.js or an addon by the address of its classic build."""
    edits: dict[str, list[Edit]] = {}
    for script in scripts_of(files):
        for node in script.root.children:
            source = node.child_by_field_name("source") if node.type == "import_statement" else None
            address = words(source)[1:-1]
            if source is None or not address.startswith("http") or "three" not in address:
                continue
            if re.search(r"/three(\.min)?\.js$", address):
                edits.setdefault(script.path, []).append(script.edit(source, f'"{THREE_MODULE}"'))
            elif "/examples/js/" in address:
                better = address.replace("/examples/js/", "/examples/jsm/")
                edits.setdefault(script.path, []).append(script.edit(source, f'"{better}"'))
    return with_edits(files, edits, ["Imported three.js from its module."])


def mend_library_order(files: Files) -> Mended:
    """A library that is loaded behind the script that uses it."""
    page = page_of(files)
    scripts = [s for s in scripts_of(files) if s.path == page and s.tag and not s.module]
    if not page or not scripts:
        return unchanged(files)
    source = files[page].encode()
    edits: list[Edit] = []
    for tag in tags(files[page]):
        name = name_of(tag.get("src")) if tag.name == "script" else ""
        if not name or tag.closed is None or {"defer", "async", "type"} & tag.attributes.keys():
            continue
        early = [
            s.tag.start
            for s in scripts
            if s.tag and s.tag.start < tag.start and _needs_at_once(s, name)
        ]
        if early:
            element = source[tag.start : tag.closed].decode()
            edits += [Edit(min(early), min(early), f"{element}\n"), Edit(tag.start, tag.closed, "")]
    return with_edits(files, {page: edits}, ["Loaded a library before the script that uses it."])


def _needs_at_once(script: Script, name: str) -> bool:
    return (
        name in used(script.root)
        and "DOMContentLoaded" not in script.code
        and "onload" not in script.code
    )
