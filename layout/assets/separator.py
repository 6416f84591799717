"""Placed pictures made ready for a press: cut to what is seen, no finer than is of use, in its inks, and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

from layout.assets.images import ImageInfo
from layout.assets.picturecache import PictureCache
from layout.assets.pixels import WHOLE, Crop, pixels_of
from layout.assets.separation import Inks, Separated, separate

# What is made here changes with this number: entries of an older one are not used.
_FORMAT = 1


class Shot(Struct, frozen=True):
    """A picture as it is placed: which, the part of it that is seen, and how many pixels of that are of use.

    `most` None keeps them all. `grey` asks for black alone, `opaque` for no transparency.
    """

    image: ImageInfo
    crop: Crop
    most: tuple[int, int] | None = None
    grey: bool = False
    opaque: bool = False

    @property
    def name(self) -> str:
        """A name that differs where the result would."""
        told = f"{self.image.key} {self.crop} {self.most} {self.grey} {self.opaque}"
        return hashlib.sha256(told.encode()).hexdigest()[:24]

    @property
    def pixels(self) -> Crop:
        """The smallest crop of whole pixels that holds what is seen, in pixels."""
        return pixels_of(self.crop, (self.image.width, self.image.height))

    @property
    def within(self) -> Crop:
        """The part that is seen, in millionths of the whole pixels round it."""
        left, top, right, bottom = self.pixels
        width, height = self.image.width, self.image.height
        across, down = (right - left) * WHOLE, (bottom - top) * WHOLE
        return (
            (self.crop[0] * width - left * WHOLE) * WHOLE // across,
            (self.crop[1] * height - top * WHOLE) * WHOLE // down,
            (self.crop[2] * width - left * WHOLE) * WHOLE // across,
            (self.crop[3] * height - top * WHOLE) * WHOLE // down,
        )


@dataclass
class Separator:
    """Makes pictures ready, and remembers those whose own profile was broken."""

    inks: Inks
    cache: PictureCache | None = None
    broken: dict[str, ImageInfo] = field(default_factory=dict)

    def separated(self, shot: Shot) -> Separated:
        """A placed picture in the inks of the press."""
        key = self._key(shot)
        found = self.cache.find(key) if self.cache else None
        if found is None:
            found = _made(shot, self.inks)
            if self.cache:
                self.cache.keep(key, found)
        if found.broken:
            self.broken[shot.image.key] = shot.image
        return found

    def finish(self) -> None:
        """Bring the cache back within its bound."""
        if self.cache:
            self.cache.trim()

    def _key(self, shot: Shot) -> str:
        inks = self.inks
        parts: Iterable[object] = (_FORMAT, shot.name, inks.profile.key, inks.intent, inks.total, self._libraries)
        return hashlib.sha256(repr(tuple(parts)).encode()).hexdigest()

    @cached_property
    def _libraries(self) -> tuple[str, ...]:
        """What made the entry: another version may round otherwise, and the same input is to give the same bytes."""
        import PIL
        from PIL import features

        return (PIL.__version__, *(str(features.version(name)) for name in ("littlecms2", "jpg", "zlib")))


def _made(shot: Shot, inks: Inks) -> Separated:
    pixels = shot.image.decoded(shot.crop, shot.most)
    if shot.opaque:
        pixels = pixels.flattened()
    return separate(pixels, inks, grey=shot.grey)
