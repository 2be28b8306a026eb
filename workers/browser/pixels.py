"""Judging pictures: one colour, what moved, what else changed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops

FLAT = 6  # of 255: a picture whose every channel stays within this is one colour
CHANGED = 12  # of 255: less is noise of a codec or of antialiasing
SMALLEST = 4  # pixels (of a small picture) that make a change


def read(data: bytes) -> Image.Image:
    """A picture in RGB."""
    return Image.open(io.BytesIO(data)).convert("RGB")


def is_flat(picture: Image.Image) -> bool:
    """Whether it is of one colour, as far as an eye can tell."""
    extremes = picture.getextrema()
    return all(isinstance(pair, tuple) and pair[1] - pair[0] <= FLAT for pair in extremes)


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """A black picture, white where the two differ."""
    if one.size != other.size:
        return Image.new("L", one.size, 255)
    greatest = ImageChops.difference(one, other).split()
    merged = ImageChops.lighter(ImageChops.lighter(greatest[0], greatest[1]), greatest[2])
    return merged.point(lambda value: 255 if value > CHANGED else 0)


def count(mask: Image.Image) -> int:
    """How many pixels of a mask are white."""
    return int(mask.histogram()[255])


def moved(pictures: Sequence[Image.Image]) -> bool:
    """Whether any of them differs from the one before."""
    return any(count(difference(one, other)) >= SMALLEST for one, other in pairwise(pictures))
