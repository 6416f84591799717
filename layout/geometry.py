"""Points, rectangles and the places where lines stand.

The origin is the top left corner of the trimmed page and y grows downwards, everywhere; only
`backends/pdf/surface.py` turns it over.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from msgspec import Struct

from layout.units import Length


class Point(Struct, frozen=True):
    """A place on the page."""

    x: Length
    y: Length


class Size(Struct, frozen=True):
    """A width and a height."""

    width: Length
    height: Length


class Insets(Struct, frozen=True):
    """Distances inwards from the four edges of a rectangle."""

    top: Length = 0
    right: Length = 0
    bottom: Length = 0
    left: Length = 0


class Rect(Struct, frozen=True):
    """A rectangle by its top left corner and its size."""

    x: Length
    y: Length
    width: Length
    height: Length

    @property
    def right(self) -> Length:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Length:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, insets: Insets) -> Rect:
        """This rectangle made smaller by `insets`."""
        return Rect(
            self.x + insets.left,
            self.y + insets.top,
            self.width - insets.left - insets.right,
            self.height - insets.top - insets.bottom,
        )

    def grown(self, by: Length) -> Rect:
        """This rectangle made larger by `by` on every side."""
        return self.inset(Insets(-by, -by, -by, -by))

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share an area (touching edges do not count)."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: Rect) -> bool:
        """Whether nothing of the other lies outside this one."""
        inside = self.x <= other.x and other.right <= self.right
        return inside and self.y <= other.y and other.bottom <= self.bottom

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def hull(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all of some; there has to be one."""
    return reduce(Rect.union, rects)


class Slot(Struct, frozen=True):
    """Where one line may stand: its start on the baseline, and the measure.

    A horizontal slot starts at its left end and runs to the right. A vertical one (`Frame.vertical`) starts at its
    top: `x` is the centre of the line, `baseline` the top, `width` the length downwards.
    """

    x: Length
    baseline: Length
    width: Length


class Frame(Struct, frozen=True):
    """One leg of a story: a rectangle and the slots left in it, in the order of reading."""

    rect: Rect
    slots: tuple[Slot, ...]
    vertical: bool = False
