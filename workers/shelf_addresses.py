"""What an address on a content delivery network asks for: a library, a version, a file of it.

Only hosts that are known are read; nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit


class Wanted(NamedTuple):
    """A file of a library. `path` is empty for the file that the network would choose itself;
    `module` says that it must be a module."""

    name: str
    version: str = ""
    path: str = ""
    module: bool = False


class Address(NamedTuple):
    """An address, taken apart. `path` starts with no slash."""

    host: str
    path: str
    query: str


_NAME = r"(?P<name>@[\w.-]+/[\w.-]+|[\w.-]+)(?:@(?P<version>[^/]*))?(?:/(?P<path>.*))?"
_PACKAGE = re.compile(_NAME)
_REPOSITORY = re.compile(
    r"(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:@(?P<version>[^/]*))?(?:/(?P<path>.*))?"
)
_LIBRARY = re.compile(r"(?P<name>[\w.@-]+)/(?P<version>[vr]?\d[^/]*|latest)/(?P<path>.*)")
_BABYLON = {"loaders": "babylonjs-loaders", "gui": "babylonjs-gui"}


def split_address(url: str) -> Address | None:
    """`url` (http, https or without a scheme) taken apart; None if it is no such address."""
    try:
        parts = urlsplit(url if "://" in url[:8] else f"https:{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return Address(host, unquote(parts.path).lstrip("/"), parts.query)


def _package(path: str, module: bool = False) -> Wanted | None:
    match = _PACKAGE.fullmatch(path)
    if match is None:
        return None
    file = match["path"] or ""
    if file == "+esm" or file.endswith("/+esm"):
        file, module = file.removesuffix("+esm").rstrip("/"), True
    return Wanted(match["name"], match["version"] or "", file, module)


def _jsdelivr(address: Address) -> Wanted | None:
    kind, _, rest = address.path.partition("/")
    if kind in ("npm", "esm"):
        return _package(rest)
    if kind == "gh" and (match := _REPOSITORY.fullmatch(rest)):
        return Wanted(match["name"], match["version"] or "", match["path"] or "")
    if kind in ("ajax", "libs"):
        return _library(address)
    return None


def _unpkg(address: Address) -> Wanted | None:
    return _package(address.path, module="module" in parse_qs(address.query, True))


def _esm(address: Address) -> Wanted | None:
    """esm.sh, Skypack, esm.run, JSPM: always modules, some with a build's name before."""
    path = re.sub(r"^(?:(?:v\d+|stable|pin|-|new)/)+", "", address.path)
    path = path.removeprefix("npm:").removeprefix("*")
    if path.startswith("gh/"):
        match = _REPOSITORY.fullmatch(path[3:])
        return (
            Wanted(match["name"], match["version"] or "", match["path"] or "", True)
            if match
            else None
        )
    return _package(path.removeprefix("npm/"), module=True)


def _library(address: Address) -> Wanted | None:
    """`/ajax/libs/<name>/<version>/<file>`, as on cdnjs and its mirrors."""
    path = re.sub(r"^ajax/libs/", "", address.path)
    match = _LIBRARY.fullmatch(path)
    if match:
        return Wanted(match["name"], match["version"], match["path"])
    name, _, file = path.partition("/")
    return Wanted(name, "", file) if file else None


def _jquery(address: Address) -> Wanted | None:
    file = address.path.rpartition("/")[2]
    if address.path.startswith("ui/"):
        return Wanted("jquery-ui", "", file)
    version = re.search(r"\d[\d.]*\d", file)
    slim = ".slim" if ".slim" in file else ""
    found = file.startswith("jquery-") and "ui" not in file and "migrate" not in file
    return (
        Wanted("jquery", version[0] if version else "", f"jquery{slim}.min.js") if found else None
    )


def _font_awesome(address: Address) -> Wanted | None:
    if address.host.startswith("kit."):
        return Wanted("font-awesome", "6", "js/all.min.js")
    path = re.sub(r"^releases/v?[\d.]+/", "", address.path)
    return Wanted("font-awesome", "6", path)


def _file_of(name: str) -> Callable[[Address], Wanted | None]:
    """A library's own site, with its files below any path."""

    def read(address: Address) -> Wanted | None:
        version = re.search(r"\d[\d.]*", address.path)
        path = re.sub(r"^(?:v?\d[\d.]*|release|latest|dev)/", "", address.path)
        return Wanted(name, version[0] if version else "", path)

    return read


def _plotly(address: Address) -> Wanted | None:
    return Wanted("plotly") if address.path.startswith("plotly") else None


def _d3(address: Address) -> Wanted | None:
    match = re.fullmatch(r"(d3|topojson)\.v(\d+)(\.min)?\.js", address.path)
    return Wanted(match[1], match[2]) if match else None


def _babylon(address: Address) -> Wanted | None:
    folder, _, file = address.path.rpartition("/")
    if folder.split("/")[-1] in _BABYLON:
        return Wanted(_BABYLON[folder.split("/")[-1]], "", file)
    if re.fullmatch(r"babylon(\.max)?\.js", file):
        return Wanted("babylonjs")
    return Wanted(f"Babylon.js {file.split('.')[0]}") if file else None


def _three(address: Address) -> Wanted | None:
    found = address.path.startswith(("build/", "examples/js", "examples/fonts/"))
    return Wanted("three", "", address.path) if found else None


def _tailwind(address: Address) -> Wanted | None:
    plugins = "plugins" in parse_qs(address.query)
    return Wanted("tailwindcss", "3", "tailwindcss-with-all-plugins.js" if plugins else "")


def _repository(address: Address) -> Wanted | None:
    """A file of a repository: raw.githubusercontent.com/<owner>/<name>/<branch>/<path>."""
    parts = address.path.removeprefix("gh/").split("/")
    return Wanted(parts[1], parts[2], "/".join(parts[3:])) if len(parts) > 3 else None


def _pages(address: Address) -> Wanted | None:
    name, _, path = address.path.partition("/")
    return Wanted(name, "", path) if path else None


def _draco(address: Address) -> Wanted | None:
    match = re.match(r"draco/(?:versioned/decoders|v\d+)[^/]*/(?:[\d.]+/)?(.*)", address.path)
    return Wanted("three", "", f"examples/jsm/libs/draco/gltf/{match[1]}") if match else None


def _nothing(address: Address) -> Wanted | None:
    return None


# Hosts that hold libraries only: what the shelf lacks of them is missing.
NETWORKS: dict[str, Callable[[Address], Wanted | None]] = {
    "cdn.jsdelivr.net": _jsdelivr,
    "fastly.jsdelivr.net": _jsdelivr,
    "gcore.jsdelivr.net": _jsdelivr,
    "testingcf.jsdelivr.net": _jsdelivr,
    "unpkg.com": _unpkg,
    "www.unpkg.com": _unpkg,
    "unpkg.zhimg.com": _unpkg,
    "npm.elemecdn.com": _unpkg,
    "registry.npmmirror.com": _nothing,
    "cdnjs.cloudflare.com": _library,
    "cdnjs.com": _library,
    "cdn.bootcdn.net": _library,
    "cdn.bootcss.com": _library,
    "lib.baomitu.com": _library,
    "cdn.staticfile.org": _library,
    "cdn.staticfile.net": _library,
    "ajax.googleapis.com": _library,
    "ajax.aspnetcdn.com": _jquery,
    "ajax.microsoft.com": _jquery,
    "esm.sh": _esm,
    "cdn.esm.sh": _esm,
    "esm.run": _esm,
    "cdn.skypack.dev": _esm,
    "ga.jspm.io": _esm,
    "jspm.dev": _esm,
    "cdn.tailwindcss.com": _tailwind,
    "code.jquery.com": _jquery,
    "stackpath.bootstrapcdn.com": _library,
    "maxcdn.bootstrapcdn.com": _library,
    "netdna.bootstrapcdn.com": _library,
    "use.fontawesome.com": _font_awesome,
    "kit.fontawesome.com": _font_awesome,
    "pro.fontawesome.com": _font_awesome,
    "cdn.plot.ly": _plotly,
    "cdn.babylonjs.com": _babylon,
    "preview.babylonjs.com": _babylon,
    "pixijs.download": _file_of("pixi.js"),
    "unpkg.alpinejs.dev": _file_of("alpinejs"),
    "polyfill.io": _nothing,
    "cdn.polyfill.io": _nothing,
    "aframe.io": _nothing,
    "cdn.socket.io": _nothing,
    "cdn.rawgit.com": _repository,
    "rawgit.com": _repository,
    "rawcdn.githack.com": _repository,
    "raw.githack.com": _repository,
}
# Sites that hold libraries beside much else: only their scripts and styles can be missing.
SITES: dict[str, Callable[[Address], Wanted | None]] = {
    "d3js.org": _d3,
    "threejs.org": _three,
    "www.threejs.org": _three,
    "mrdoob.github.io": _pages,
    "raw.githubusercontent.com": _repository,
    "www.gstatic.com": _draco,
}
FONT_HOSTS = {"fonts.googleapis.com", "fonts.loli.net", "fonts.googleapis.cn", "fonts.bunny.net"}
FONT_FILE_HOSTS = {"fonts.gstatic.com", "gstatic.loli.net"}
_CODE = (".js", ".mjs", ".css")


def wanted_by(address: Address) -> Wanted | None:
    """The file that the address asks for; None if its host is not known or holds none there."""
    read = NETWORKS.get(address.host) or SITES.get(address.host)
    return read(address) if read and (address.path or read is _tailwind) else None


def is_known_host(host: str) -> bool:
    """Whether libraries or fonts are loaded from there by habit."""
    return host in NETWORKS or host in SITES or host in FONT_HOSTS or host in FONT_FILE_HOSTS


def missing_name(address: Address, loads: bool = False) -> str | None:
    """What a person would call the library of an address that the shelf cannot answer; None for
    an address that no page loads code or fonts from. `loads`: a page certainly loads from it."""
    if address.host in NETWORKS:
        if not address.path:
            return None
        wanted = wanted_by(address)
        name = wanted.name if wanted else address.path.split("/")[-1].split("?")[0]
    elif address.host in FONT_FILE_HOSTS and address.path:
        name = "a font file"
    elif (loads or address.host in SITES) and address.path.lower().endswith(_CODE):
        wanted = wanted_by(address)
        name = wanted.name if wanted else address.path.split("/")[-1]
    else:
        return None
    return f"{name or 'a library'} ({address.host})"


def families_of(address: Address) -> list[tuple[str, list[str]]]:
    """The families of a Google Fonts address with their variants, `700` or `400i`."""
    query = parse_qs(address.query.replace(";", "%3B"))
    found: list[tuple[str, list[str]]] = []
    for value in query.get("family", []):
        for one in value.split("|"):
            name, _, axes = one.partition(":")
            found.append((name.strip(), _variants(axes)))
    return [(name, variants) for name, variants in found if name]


def _variants(axes: str) -> list[str]:
    """`ital,wght@0,400;1,700`, `wght@200..800` or `400,700italic` as variants."""
    tags, _, values = axes.partition("@")
    if not values:
        old = re.findall(r"(\d{3}|\bregular|\bbold)?(i(?:talic)?)?(?:,|$)", axes)
        words = {"": "400", "regular": "400", "bold": "700"}
        return [words.get(w, w) + ("i" if i else "") for w, i in old if w or i] or ["400"]
    names = tags.split(",")
    found = []
    for tuple_ in values.split(";"):
        numbers = dict(zip(names, tuple_.split(","), strict=False))
        italic = "i" if numbers.get("ital") == "1" else ""
        low, _, high = numbers.get("wght", "400").partition("..")
        weights = (
            range(int(low), int(high) + 1, 100)
            if high and low.isdigit() and high.isdigit()
            else [low]
        )
        found += [f"{weight}{italic}" for weight in weights]
    return found
