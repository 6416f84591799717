"""One drawn page, and the regions of it that belong to a story."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layout.display.items import Item
from layout.geometry import Rect, Size
from layout.units import Length


class Region(Struct, frozen=True):
    """A rectangle of the page that one part owns: a story's block, a picture, an advert."""

    part: int
    rect: Rect


class Link(Struct, frozen=True):
    """A rectangle that leads to a page of the same edition when it is clicked, down to `top` on it."""

    rect: Rect
    page: str
    top: Length = 0


class PageDisplay(Struct, frozen=True):
    """A page ready to be drawn. Coordinates count from the top left of the trim; items stand in reading order.

    `ink` is what it is printed in: full colour, black, or black and red. A proof has a `margin` of paper outside the
    bleed, and `links`; a page for the press or the archive has neither.
    """

    name: str
    section: str
    part: int
    trim: Size
    bleed: Length
    type_area: Rect
    regions: tuple[Region, ...]
    items: tuple[Item, ...]
    ink: Literal["colour", "black", "red"] = "colour"
    margin: Length = 0
    links: tuple[Link, ...] = ()
