"""Which part of an image is shown, and in which rectangle of the room it was given."""

from __future__ import annotations

from typing import Protocol

from layout.display.items import WHOLE_PICTURE
from layout.edition.showing import Extent, Fit, Showing
from layout.geometry import Rect
from layout.units import INCH, Length

# Left, top, right, bottom in millionths of an image's width and height.
Window = tuple[int, int, int, int]
MIDDLE = (50, 50)
WHOLE: Window = (0, 0, WHOLE_PICTURE, WHOLE_PICTURE)


class Sized(Protocol):
    """What cropping needs to know of an image: pixels across and down, turned upright."""

    @property
    def width(self) -> int:
        """Pixels across."""

    @property
    def height(self) -> int:
        """Pixels down."""

    @property
    def scalable(self) -> bool:
        """Whether it is line art."""


def chosen(showing: Showing, image: Sized) -> Window | None:
    """The part of the image that may be shown; None when the crop leaves nothing of it."""
    if showing.crop is None:
        return WHOLE
    crop = showing.crop
    left, right = _millionths(crop.left, image.width), _millionths(crop.right, image.width)
    top, bottom = _millionths(crop.top, image.height), _millionths(crop.bottom, image.height)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _millionths(extent: Extent, pixels: int) -> int:
    share = extent.value / pixels if extent.pixels else extent.value / 100
    return min(round(share * WHOLE_PICTURE), WHOLE_PICTURE)


def fitted(showing: Showing, image: Sized, window: Window, room: Rect) -> tuple[Rect, Window]:
    """The rectangle in `room` where the image stands, and the part of `window` seen there, without distortion."""
    fit = showing.fit or _natural_fit(showing, image)
    if fit == "contain":
        rect = contained(image, window, room)
    elif fit == "width":
        rect = Rect(room.x, room.y, room.width, min(_height(image, window, room.width), room.height))
    else:
        rect = room
    spare_x, spare_y = room.width - rect.width, room.height - rect.height
    x = room.x + {"left": 0, "center": spare_x // 2, "right": spare_x}[showing.across]
    y = room.y + {"top": 0, "middle": spare_y // 2, "bottom": spare_y}[showing.down]
    rect = Rect(x, y, rect.width, rect.height)
    return rect, covering(image, window, rect, showing.focus or MIDDLE)


def _natural_fit(showing: Showing, image: Sized) -> Fit:
    """How a picture of which nothing is said fills its box.

    What is cut out is shown whole; so is line art, since a map cut at its edges would say something else.
    """
    whole = showing.contour or (image.scalable and not showing.focus and not showing.crop)
    return "contain" if whole else "cover"


def contained(image: Sized, window: Window, room: Rect) -> Rect:
    """The largest rectangle of the window's proportion at the top left of `room`."""
    height = _height(image, window, room.width)
    if height <= room.height:
        return Rect(room.x, room.y, room.width, height)
    width = room.height * image.width * (window[2] - window[0]) // (image.height * (window[3] - window[1]))
    return Rect(room.x, room.y, min(max(width, 1), room.width), room.height)


def _height(image: Sized, window: Window, width: Length) -> Length:
    """How high the window is at a width; even a line of pixels is something."""
    height = width * image.height * (window[3] - window[1]) // (image.width * (window[2] - window[0]))
    return max(height, 1)


def covering(image: Sized, window: Window, rect: Rect, focus: tuple[int, int]) -> Window:
    """The part of `window` that fills `rect` without distortion, as near to `focus` (per cent) as it can be."""
    left, top, right, bottom = window
    across, down = image.width * (right - left), image.height * (bottom - top)
    if across * rect.height > down * rect.width:
        shown = max(down * rect.width // (image.width * rect.height), 1)
        left = min(max(focus[0] * WHOLE_PICTURE // 100 - shown // 2, left), right - shown)
        return (left, top, left + shown, bottom)
    shown = max(across * rect.height // (image.height * rect.width), 1)
    top = min(max(focus[1] * WHOLE_PICTURE // 100 - shown // 2, top), bottom - shown)
    return (left, top, right, top + shown)


def resolution(image: Sized, window: Window, rect: Rect) -> int:
    """Pixels an inch of an image as it is placed; 1 when there are fewer."""
    return max(image.width * (window[2] - window[0]) * INCH // (WHOLE_PICTURE * max(rect.width, 1)), 1)
