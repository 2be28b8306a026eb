"""Judging pictures: one colour, what moved, what else changed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

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


@dataclass
class Motion:
    """Which pixels change by themselves, so that what input does can be told from them."""

    mask: Image.Image

    @classmethod
    def of(cls, pictures: list[Image.Image]) -> Motion:
        """From pictures taken apart in time while nobody touched the page."""
        mask = Image.new("L", pictures[0].size, 0)
        for one, other in pairwise(pictures):
            mask = ImageChops.lighter(mask, difference(one, other))
        return cls(mask)

    def join(self, one: Image.Image, other: Image.Image) -> None:
        """Learn from another pair."""
        self.mask = ImageChops.lighter(self.mask, difference(one, other))

    @property
    def moves(self) -> bool:
        """Anything changed."""
        return count(self.mask) >= SMALLEST

    @property
    def share(self) -> float:
        """How much of the picture changes by itself, from 0 to 1."""
        return count(self._wide()) / (self.mask.size[0] * self.mask.size[1])

    def beyond(self, one: Image.Image, other: Image.Image) -> int:
        """Pixels that differ, away from those that change by themselves."""
        apart = ImageChops.subtract(difference(one, other), self._wide())
        return count(apart)

    def _wide(self) -> Image.Image:
        return self.mask.filter(ImageFilter.MaxFilter(9))
