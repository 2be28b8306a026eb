"""The pictures themselves: calm, abstract, a pure function of a seed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from xml.sax.saxutils import escape

# Sky above, sky below, sun, and three ranges of hills from far to near.
_SCENES = [
    ("#1b2a49", "#f2a365", "#ffe8c2", "#6b5876", "#463f5e", "#252a43"),
    ("#8ec5e8", "#f6efe0", "#fffaf0", "#8fb3a8", "#5f8d83", "#2f5d5a"),
    ("#2b1e4d", "#e0648c", "#ffd6a5", "#7a3f78", "#4d2a5f", "#2a1842"),
    ("#b8d8d8", "#fdf3e3", "#fff8e8", "#9ab8a0", "#6f9178", "#43614f"),
    ("#0f2b46", "#4f9da6", "#f5f0e1", "#2e6f7e", "#1c4f63", "#10334a"),
    ("#f7c59f", "#fdf0d5", "#fffdf5", "#d98c6a", "#a85f52", "#693f45"),
    ("#324b7a", "#c9d6ee", "#ffffff", "#7388b0", "#4d628e", "#2b3c63"),
    ("#f3b5a5", "#ffe9d6", "#fff6ea", "#c98b86", "#94606f", "#57405a"),
]
_SKIN = ["#f3d2b8", "#e8b894", "#c98e66", "#a56b46", "#7d4c30", "#5a3625"]
_HAIR = ["#2a211d", "#4a3226", "#7a5230", "#b98a4e", "#8a8580", "#6b2f2a"]
_CLOTH = ["#3d5a80", "#81624f", "#5f7a61", "#8a4f63", "#4b4a78", "#b5764a", "#2f5d5a"]
_PAPER = ["#dfe7f2", "#f2e6da", "#e2ecdf", "#f0dfe2", "#e6e1f0", "#dcebea"]


def draw(
    kind: str, width: int, height: int, seed: int, fill: str | None, ink: str | None, words: str
) -> str:
    """An SVG of `width` x `height` pixels. `kind` is landscape, portrait or label; `fill` and
    `ink` are colours of a label in hex digits; `words` stand across it."""
    chance = Random(seed)
    makers = {"portrait": _portrait, "label": _label, "landscape": _landscape}
    body = "".join(makers[kind](width, height, chance, fill))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}{_words(kind, width, height, fill, ink, words)}</svg>'
    )


def _gradient(name: str, first: str, last: str, x: float = 0, y: float = 1) -> str:
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="{x:.2f}" y2="{y:.2f}"><stop stop-color="{first}"/>'
        f'<stop offset="1" stop-color="{last}"/></linearGradient>'
    )


def _ridge(width: int, height: int, chance: Random, base: float, rise: float) -> str:
    """The outline of hills: three waves added up, closed along the bottom."""
    waves = [(chance.uniform(0.6, 1.6) * n, chance.uniform(0, math.tau), 1 / n) for n in (1, 2, 4)]
    points = []
    for step in range(33):
        at = step / 32
        lift = sum(size * math.sin(at * math.tau * turns + phase) for turns, phase, size in waves)
        points.append(f"{at * width:.1f} {(base - rise * lift / 1.75) * height:.1f}")
    return f"M0 {height}L{'L'.join(points)}L{width} {height}Z"


def _landscape(width: int, height: int, chance: Random, _fill: str | None) -> Iterator[str]:
    top, low, sun, *hills = chance.choice(_SCENES)
    x, y = chance.uniform(0.2, 0.8) * width, chance.uniform(0.24, 0.46) * height
    radius = min(width, height) * chance.uniform(0.07, 0.13)
    yield f"<defs>{_gradient('s', top, low)}"
    yield f'<radialGradient id="g"><stop stop-color="{sun}" stop-opacity=".75"/>'
    yield f'<stop offset="1" stop-color="{sun}" stop-opacity="0"/></radialGradient>'
    yield "".join(
        _gradient(f"h{i}", colour, low if i == 0 else colour) for i, colour in enumerate(hills)
    )
    yield f'</defs><rect width="{width}" height="{height}" fill="url(#s)"/>'
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius * 4:.1f}" fill="url(#g)"/>'
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{sun}"/>'
    for index in range(3):
        outline = _ridge(width, height, chance, 0.6 + index * 0.14, 0.13 - index * 0.03)
        opacity = 0.9 if index == 0 else 1
        yield f'<path d="{outline}" fill="url(#h{index})" opacity="{opacity}"/>'


def _portrait(width: int, height: int, chance: Random, _fill: str | None) -> Iterator[str]:
    paper, skin, hair, cloth = (chance.choice(c) for c in (_PAPER, _SKIN, _HAIR, _CLOTH))
    # Drawn in a square of 100, which covers the picture.
    scale = max(width, height) / 100
    left, top = (width - 100 * scale) / 2, (height - 100 * scale) / 2
    yield f"<defs>{_gradient('p', '#ffffff', paper, 0.4)}{_gradient('c', cloth, cloth)}</defs>"
    yield f'<rect width="{width}" height="{height}" fill="{paper}"/>'
    yield f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})">'
    yield f'<circle cx="{chance.uniform(25, 75):.0f}" cy="{chance.uniform(20, 45):.0f}" r="44" fill="url(#p)" opacity=".8"/>'
    long = chance.random() < 0.5
    if long:
        length = chance.uniform(62, 84)
        yield f'<path d="M28 44C26 18 74 18 72 44V{length:.0f}Q50 {length + 6:.0f} 28 {length:.0f}Z" fill="{hair}"/>'
    yield f'<path d="M14 104C14 80 32 74 50 74S86 80 86 104Z" fill="{cloth}"/>'
    yield f'<path d="M43 60h14v14q-7 8-14 0Z" fill="{skin}"/><path d="M43 64q7 6 14 0v4q-7 6-14 0Z" opacity=".14"/>'
    yield f'<ellipse cx="50" cy="47" rx="16.5" ry="19" fill="{skin}"/>'
    part = chance.uniform(40, 60)
    yield f'<path d="M32 47C30 24 70 24 68 47C66 38 {part + 8:.0f} 38 {part:.0f} 34C44 41 35 38 32 47Z" fill="{hair}"/>'
    yield "</g>"


def _label(width: int, height: int, chance: Random, fill: str | None) -> Iterator[str]:
    if fill:
        yield f'<rect width="{width}" height="{height}" fill="#{fill}"/>'
        return
    top, low, sun, *_ = chance.choice(_SCENES)
    yield f'<defs>{_gradient("s", top, low, 1)}<radialGradient id="g"><stop stop-color="{sun}" '
    yield f'stop-opacity=".6"/><stop offset="1" stop-color="{sun}" stop-opacity="0"/></radialGradient></defs>'
    yield f'<rect width="{width}" height="{height}" fill="url(#s)"/>'
    for _ in range(3):
        x, y, size = chance.random() * width, chance.random() * height, chance.uniform(0.35, 0.8)
        yield f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size * max(width, height) / 2:.0f}" fill="url(#g)"/>'


def _words(
    kind: str, width: int, height: int, fill: str | None, ink: str | None, words: str
) -> str:
    if not words:
        return ""
    wide = sum(1.05 if ord(letter) > 0x2E80 else 0.6 for letter in words)
    size = max(4.0, min(height * 0.34, width * 0.86 / max(1.0, wide)))
    colour = f"#{ink}" if ink else _ink_on(fill)
    edge = "" if fill else ' paint-order="stroke" stroke="#00000033" stroke-width=".06em"'
    return (
        f'<text x="50%" y="50%" dy=".35em" text-anchor="middle" fill="{colour}"{edge} '
        f'font-family="system-ui,sans-serif" font-weight="600" font-size="{size:.1f}">{escape(words)}</text>'
    )


def _ink_on(fill: str | None) -> str:
    """Dark letters on a light colour, else light ones."""
    if not fill or len(fill) not in (3, 6):
        return "#ffffff"
    digits = fill if len(fill) == 6 else "".join(digit * 2 for digit in fill)
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    return "#1f2937" if 0.299 * red + 0.587 * green + 0.114 * blue > 150 else "#ffffff"
