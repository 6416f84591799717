"""The photographs of pages made ready for a press: every one as it is placed becomes a picture of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from layout.assets.images import ImageInfo, ImageStore
from layout.assets.separation import Separated
from layout.assets.separator import Separator, Shot
from layout.display.inks import changed
from layout.display.items import Photo
from layout.display.page import PageDisplay
from layout.ink import Ink
from layout.style.press import Press, Standard
from layout.units import INCH


class Separations(Struct, frozen=True):
    """Pages whose photographs name separated pictures, and these pictures by their names."""

    pages: tuple[PageDisplay, ...]
    pictures: dict[str, Separated]


def separations(
    pages: Iterable[PageDisplay], images: ImageStore, press: Press, standard: Standard, separator: Separator
) -> Separations:
    """Pages with their photographs in the inks of a press; on pages printed in black (and red) in black alone."""
    pictures: dict[str, Separated] = {}
    made = []
    for page in pages:
        converted = page.ink != "colour" and press.black_pages == "convert"
        items = [changed(item, partial(_printed, page.ink)) for item in page.items] if converted else list(page.items)
        for number, item in enumerate(items):
            if isinstance(item, Photo):
                shot = shot_of(item, images.image(item.image), press, grey=page.ink != "colour", standard=standard)
                if shot.name not in pictures:
                    pictures[shot.name] = separator.separated(shot)
                items[number] = replace(item, image=shot.name, crop=shot.within)
        made.append(replace(page, items=tuple(items)))
    return Separations(tuple(made), pictures)


def _printed(page: str, ink: Ink) -> Ink:
    """An ink on a page in black, or in black and red: what has another colour turns to black."""
    is_red = page == "red" and not ink.cyan and ink.magenta == ink.yellow
    return ink if is_red or ink.total == ink.black else ink.as_black


def shot_of(photo: Photo, image: ImageInfo, press: Press, *, grey: bool, standard: Standard) -> Shot:
    """What is to be made of a placed photograph; one far too fine is reduced, but never line art of one bit."""
    most = None
    if image.mode != "1" and placed_ppi(photo, image) > press.picture_ppi_most:
        most = _pixels_at(photo, press.picture_ppi)
    return Shot(image, photo.crop, most, grey=grey and image.coloured, opaque=standard == "x1a")


def placed_ppi(photo: Photo, image: ImageInfo) -> int:
    """The resolution of a photograph as it is placed, the coarser of its two directions."""
    left, top, right, bottom = photo.crop
    across = image.width * (right - left) * INCH // (1_000_000 * max(photo.rect.width, 1))
    down = image.height * (bottom - top) * INCH // (1_000_000 * max(photo.rect.height, 1))
    return min(across, down)


def _pixels_at(photo: Photo, ppi: int) -> tuple[int, int]:
    """How many pixels a photograph has at a resolution, and a few for the rounding of its crop."""
    return (-(-photo.rect.width * ppi // INCH) + 2, -(-photo.rect.height * ppi // INCH) + 2)
