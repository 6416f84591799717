"""The boxes of a page: trim in bleed in media, and the crop box the media box (ISO 15930-7, 6.12; GWG 2022, R0003)."""

from __future__ import annotations

from msgspec import Struct

from layout.backends.pdf.numbers import number
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.units import POINT, Length


class Boxes(Struct, frozen=True):
    """The arrays as they are written."""

    media: str
    bleed: str
    trim: str


def page_boxes(page: PageDisplay, margin: Length = 0) -> Boxes:
    """A page's boxes; `margin` is what lies outside the bleed, for marks."""
    bleed, around = page.bleed, page.bleed + margin
    width, height = page.trim.width, page.trim.height
    return Boxes(
        _array(Rect(0, 0, width + 2 * around, height + 2 * around)),
        _array(Rect(margin, margin, width + 2 * bleed, height + 2 * bleed)),
        _array(Rect(around, around, width, height)),
    )


def _array(rect: Rect) -> str:
    corners = (rect.x, rect.y, rect.right, rect.bottom)
    return f"[{' '.join(number(corner / POINT) for corner in corners)}]"
