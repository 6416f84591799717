"""The pictures of the site: every page's, and those of the articles, as files in the widths that screens ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from layout.assets.images import ImageStore
from layout.assets.pixels import Pixels
from layout.assets.screen import ScreenPicture, screen_picture
from layout.backends.epaper.articles import Shown
from layout.geometry import Rect, Size
from layout.units import Length

# A page's zones are counted in pixels of its middle picture; the widest shows body type readable.
PAGE_WIDTHS = (720, 1440, 2160)
PAGE_WIDTH = 1440
THUMBNAIL = 240
_PHOTO_WIDTHS = (480, 960, 1600)
# What is drawn is taken from the page at so many pixels an inch.
_DRAWN = 240
# An article's column, in pixels.
_COLUMN = 672


class Raster(Protocol):
    """A finished page that can be drawn; `layout.backends.raster.Raster` is one."""

    def whole(self, width: int) -> Pixels:
        """The page, so many pixels wide."""

    def part(self, rect: Rect, resolution: int) -> Pixels:
        """A rectangle of the page, at so many pixels an inch."""


class PictureFile(Struct, frozen=True):
    """A picture for a page of the web: its size, the widths there are with their files, and the JPEG's file."""

    width: int
    height: int
    sizes: tuple[tuple[int, str], ...]
    jpeg: str
    drawn: bool = False

    @property
    def shown(self) -> int:
        """How wide it is shown at most, in pixels of the page; what is drawn is finer than the screen."""
        return min(_COLUMN, self.width * 2 // 3 if self.drawn else self.width)

    def srcset(self, root: str) -> str:
        """Its files as `srcset` has them."""
        return ", ".join(f"{root}{file} {width}w" for width, file in self.sizes)


class Gallery:
    """Makes pictures and keeps their files under the names that the pages link to."""

    def __init__(self, folder: str, images: ImageStore, rasters: Mapping[str, Raster]) -> None:
        self.files: dict[str, bytes] = {}
        self._folder = folder
        self._images = images
        self._rasters = rasters
        self._made: dict[str, PictureFile] = {}

    def page(self, name: str, stem: str) -> tuple[PictureFile, str]:
        """The picture of a page, and the file of its thumbnail."""
        pixels = self._rasters[name].whole(PAGE_WIDTHS[-1])
        made = screen_picture(pixels, (THUMBNAIL, *PAGE_WIDTHS))
        kept = self._keep(stem, made)
        whole = PictureFile(kept.width, kept.height, kept.sizes[1:], kept.jpeg)
        return whole, kept.sizes[0][1]

    def shown(self, shown: Shown) -> PictureFile:
        """A picture of an article."""
        if shown.photo:
            image, crop = shown.photo
            name = f"{image}_{_short(str(crop))}"
        else:
            name = f"{shown.page.lower()}_{_short(str((shown.rect.x, shown.rect.y)))}"
        if name not in self._made:
            self._made[name] = self._keep(name, self._picture(shown), drawn=shown.photo is None)
        return self._made[name]

    def _picture(self, shown: Shown) -> ScreenPicture:
        if shown.photo is None:
            return screen_picture(self._rasters[shown.page].part(shown.rect, _DRAWN), _PHOTO_WIDTHS, drawn=True)
        image, crop = shown.photo
        widest = _PHOTO_WIDTHS[-1]
        return screen_picture(self._images.image(image).decoded(crop, (widest, 4 * widest)), _PHOTO_WIDTHS)

    def _keep(self, stem: str, made: ScreenPicture, *, drawn: bool = False) -> PictureFile:
        sizes: list[tuple[int, str]] = []
        for size in made.sizes:
            self.files[f"{stem}_{size.width}.webp"] = size.data
            sizes.append((size.width, f"{self._folder}/{stem}_{size.width}.webp"))
        self.files[f"{stem}.jpg"] = made.jpeg.data
        widest = made.sizes[-1]
        return PictureFile(widest.width, widest.height, tuple(sizes), f"{self._folder}/{stem}.jpg", drawn)


def scaled(polygons: Sequence[Sequence[tuple[int, int]]], trim: Size) -> list[tuple[tuple[int, int], ...]]:
    """Polygons of a page in pixels of its picture. Edges that are one on the page are one in pixels."""
    return [
        tuple((_pixel(x, trim.width, trim.width), _pixel(y, trim.height, trim.width)) for x, y in polygon)
        for polygon in polygons
    ]


def page_height(trim: Size) -> int:
    """How high the picture of a page is, in the pixels of its zones."""
    return _pixel(trim.height, trim.height, trim.width)


def _pixel(length: Length, most: Length, trim_width: Length) -> int:
    """A length in pixels, nothing outside the page."""
    return (2 * min(max(length, 0), most) * PAGE_WIDTH + trim_width) // (2 * trim_width)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
