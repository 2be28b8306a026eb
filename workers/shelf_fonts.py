"""Stylesheets for the shelf's fonts, in answer to Google Fonts addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from workers.shelf_addresses import Address, families_of

_NAME = re.compile(
    r"(?P<slug>[a-z0-9]+(?:-[a-z][a-z0-9]*|-\d(?!\d\d))*)(?P<variants>(?:-\d{3,4}i?)*)"
)
# Families too large to ship: what the person's own system has of the kind.
_SYSTEM = {
    "noto-sans-sc": (
        "Noto Sans SC",
        [
            "PingFang SC",
            "Microsoft YaHei",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
        ],
    ),
    "noto-serif-sc": (
        "Noto Serif SC",
        ["Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC"],
    ),
    "noto-sans-tc": ("Noto Sans TC", ["PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC"]),
    "noto-serif-tc": ("Noto Serif TC", ["Songti TC", "PMingLiU", "Noto Serif CJK TC"]),
    "noto-sans-jp": ("Noto Sans JP", ["Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP"]),
    "noto-sans-kr": ("Noto Sans KR", ["Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"]),
    "ma-shan-zheng": ("Ma Shan Zheng", ["Kaiti SC", "KaiTi", "STKaiti"]),
    "zcool-xiaowei": ("ZCOOL XiaoWei", ["Songti SC", "SimSun", "Noto Serif CJK SC"]),
    "lxgw-wenkai": ("LXGW WenKai", ["Kaiti SC", "KaiTi", "STKaiti"]),
}
_ICONS = re.compile(r"^material (icons|symbols)", re.IGNORECASE)


class Stylesheet(NamedTuple):
    """A path for the families that are there, and the names of those that are not."""

    path: str
    missing: list[str]


def slug_of(family: str) -> str:
    """A family's name as it stands in paths: `Noto Sans SC` -> `noto-sans-sc`."""
    return re.sub(r"[^a-z0-9]+", "-", family.lower()).strip("-")


class Fonts:
    """The fonts of the index, by every name they have."""

    def __init__(self, fonts: Sequence[Mapping[str, Any]], icons: str | None) -> None:
        self._icons = icons
        self._fonts = {
            slug_of(name): font
            for font in fonts
            for name in [font["family"], *(font.get("names") or [])]
        }

    def stylesheet(self, address: Address) -> Stylesheet | None:
        """The answer to a Google Fonts address; None if it names no family."""
        families = families_of(address)
        if not families:
            return None
        if self._icons and all(_ICONS.match(name) for name, _ in families):
            return Stylesheet(self._icons, [])
        parts, missing = [], []
        for name, variants in families:
            slug = slug_of(name)
            if slug in _SYSTEM:
                parts.append(slug)
            elif slug in self._fonts:
                weights = sorted({v for v in variants if re.fullmatch(r"\d{3,4}i?", v)})
                parts.append("-".join([slug, *weights]))
            elif not (self._icons and _ICONS.match(name)):
                missing.append(f"{name} (Google Fonts)")
        return Stylesheet(f"fonts/{'+'.join(parts) or 'none'}.css", missing)

    def css(self, path: str) -> str | None:
        """The stylesheet at a path that `stylesheet` made; None for any other."""
        name = path.removeprefix("fonts/").removesuffix(".css")
        if not path.startswith("fonts/") or not path.endswith(".css") or len(name) > 2000:
            return None
        if name == "none":
            return "/* None of the fonts asked for is on the shelf. */\n"
        rules: list[str] = []
        for part in name.split("+"):
            match = _NAME.fullmatch(part)
            if match is None:
                return None
            slug, variants = match["slug"], match["variants"].split("-")[1:]
            if slug in _SYSTEM:
                rules.append(_local(*_SYSTEM[slug]))
            elif slug in self._fonts:
                rules += self._faces(slug, self._fonts[slug], variants or ["400"])
            else:
                return None
        return "\n".join(rules) + "\n"

    def _faces(self, slug: str, font: Mapping[str, Any], variants: Iterable[str]) -> list[str]:
        family = next(n for n in [font["family"], *(font.get("names") or [])] if slug_of(n) == slug)
        chosen: dict[tuple[int, str], None] = {}
        for variant in variants:
            style = "italic" if variant.endswith("i") else "normal"
            faces = [f for f in font["faces"] if f["style"] == style] or font["faces"]
            weight = int(variant.rstrip("i"))
            nearest = min(faces, key=lambda face: (abs(face["weight"] - weight), face["weight"]))
            chosen[nearest["weight"], nearest["style"]] = None
        return [
            _face(family, face, f"../{font['folder']}/{face['file']}")
            for weight, style in sorted(chosen)
            for face in font["faces"]
            if (face["weight"], face["style"]) == (weight, style)
        ]


def _face(family: str, face: Mapping[str, Any], url: str) -> str:
    span = f"unicode-range:{face['range']};" if face["range"] else ""
    return (
        f"@font-face{{font-family:'{family}';font-style:{face['style']};font-display:swap;"
        f"font-weight:{face['weight']};{span}src:url('{url}') format('woff2')}}"
    )


def _local(family: str, stand_ins: Sequence[str]) -> str:
    sources = ",".join(f"local('{name}')" for name in [family, *stand_ins])
    return f"@font-face{{font-family:'{family}';src:{sources}}}"
