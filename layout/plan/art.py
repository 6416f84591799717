"""What stands in a picture's rectangle: pixels, shapes or a page of a PDF, as items without a part as yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from msgspec.structs import replace

from layout.assets.vector.artwork import Artwork
from layout.assets.vector.figure import FigurePage
from layout.display.items import WHOLE_PICTURE, Drawn, Figure, Item, Layer, Photo
from layout.geometry import Point, Rect
from layout.plan.contour import Outline
from layout.plan.crop import WHOLE, Window, resolution
from layout.plan.model import Image

# The part of an item that is not yet in the tree of parts.
UNOWNED = -1

_Item = TypeVar("_Item", bound=Item)


def art_items(image: Image, rect: Rect, crop: Window = WHOLE, clip: tuple[Outline, ...] = ()) -> tuple[Item, ...]:
    """The items of an image whose `crop` fills `rect`; of pixels nothing is seen outside the polygons of `clip`."""
    if isinstance(image, Artwork):
        return tuple(_shapes(image, rect, crop))
    if isinstance(image, FigurePage):
        return (Figure(Layer.ART, UNOWNED, rect, image.key, crop),)
    return (Photo(Layer.ART, UNOWNED, rect, image.key, crop, clip, resolution(image, crop, rect)),)


def _shapes(artwork: Artwork, rect: Rect, crop: Window) -> Iterator[Drawn]:
    scale = Fraction(rect.width * WHOLE_PICTURE, artwork.width * (crop[2] - crop[0]))
    origin = Point(
        rect.x - round(artwork.width * scale * crop[0] / WHOLE_PICTURE),
        rect.y - round(artwork.height * scale * crop[1] / WHOLE_PICTURE),
    )
    for shape in artwork.shapes:
        yield Drawn(Layer.ART, UNOWNED, shape.placed(origin, scale), rect)


def owned(items: Iterable[_Item], part: int) -> list[_Item]:
    """Items given to a part."""
    return [replace(item, part=part) for item in items]
