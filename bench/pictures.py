"""Screenshots compared: how much changed, and where."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageChops, ImageDraw, ImageStat

WIDTH = 500  # pixels to which screenshots are made smaller before they are compared
NOTICED = 24  # of 255: a smaller difference of a pixel is JPEG's or an edge's
Box = tuple[float, float, float, float]  # left, top, width, height in the page's pixels


@dataclass(frozen=True)
class Change:
    """`share` of the pixels changed, from 0 to 1; `x`, `y`: their centre, from 0 to 1."""

    share: float
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True)
class Picture:
    """A screenshot, made smaller; `scale` from the page's pixels to its own."""

    image: Image.Image
    scale: float

    @classmethod
    def of(cls, data: bytes) -> Picture:
        """From an image file's bytes."""
        image = Image.open(io.BytesIO(data)).convert("RGB")
        scale = min(WIDTH / image.width, 1.0)
        size = (max(round(image.width * scale), 1), max(round(image.height * scale), 1))
        return cls(image.resize(size, Image.Resampling.BOX), scale)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top, width, height = (round(side * self.scale) for side in box)
        return left, top, left + max(width, 1), top + max(height, 1)

    def within(self, box: Box) -> Picture:
        """The part of it inside `box`."""
        return Picture(self.image.crop(self._pixels(box)), self.scale)

    def without(self, boxes: Sequence[Box]) -> Picture:
        """A copy with `boxes` painted over."""
        image = self.image.copy()
        for box in boxes:
            ImageDraw.Draw(image).rectangle(self._pixels(box), fill="black")
        return Picture(image, self.scale)

    def changed(self, later: Picture) -> Change:
        """What differs between this picture and a later one."""
        if self.image.size != later.image.size:
            return Change(1.0)
        bands = ImageChops.difference(self.image, later.image).split()
        most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
        mask = most.point(lambda value: 255 if value > NOTICED else 0)
        share = ImageStat.Stat(mask).mean[0] / 255
        if not share:
            return Change(0.0)
        cells = mask.convert("F").resize((50, 40), Image.Resampling.BOX)
        weights = [cast(float, cells.getpixel((n % 50, n // 50))) for n in range(2_000)]
        total = sum(weights)
        x = sum(weight * (n % 50 + 0.5) for n, weight in enumerate(weights)) / total / 50
        y = sum(weight * (n // 50 + 0.5) for n, weight in enumerate(weights)) / total / 40
        return Change(share, x, y)

    @property
    def brightness(self) -> float:
        """Mean luminance, from 0 to 255."""
        return float(ImageStat.Stat(self.image.convert("L")).mean[0])

    @property
    def spread(self) -> float:
        """How far its pixels differ from one another: the largest standard deviation of a band."""
        return float(max(ImageStat.Stat(self.image).stddev))
