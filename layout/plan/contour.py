"""Contours that text runs round: polygons on the page, and how far they reach across a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from layout.display.items import WHOLE_PICTURE
from layout.geometry import Point, Rect
from layout.plan.crop import Window
from layout.units import Length

Outline = tuple[Point, ...]


class Contour(Struct, frozen=True):
    """Outlines with white of `distance` round them. `both` lets text stand on both sides of them in one leg."""

    outlines: tuple[Outline, ...]
    distance: Length
    both: bool = False

    @property
    def bounds(self) -> Rect:
        """The rectangle round the outlines and their white."""
        points = [point for outline in self.outlines for point in outline]
        left, top = min(p.x for p in points), min(p.y for p in points)
        width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
        return Rect(left, top, width, height).grown(self.distance)

    def extent(self, top: Length, bottom: Length) -> tuple[Length, Length] | None:
        """From where to where the outlines and their white reach between two heights; None where they do not."""
        band = (top - self.distance, bottom + self.distance)
        reached = [x for outline in self.outlines for x in _reached(outline, *band)]
        return (min(reached) - self.distance, max(reached) + self.distance) if reached else None


def _reached(outline: Outline, top: Length, bottom: Length) -> Iterable[Length]:
    """The x of every end of an outline's edges, cut to a band."""
    for start, end in zip(outline, (*outline[1:], outline[0]), strict=True):
        upper, lower = (start, end) if start.y <= end.y else (end, start)
        if lower.y <= top or upper.y >= bottom:
            continue
        if upper.y == lower.y:
            yield from (upper.x, lower.x)
            continue
        slope = Fraction(lower.x - upper.x, lower.y - upper.y)
        for y in (max(upper.y, top), min(lower.y, bottom)):
            yield upper.x + round(slope * (y - upper.y))


def on_page(outlines: Iterable[Sequence[tuple[int, int]]], window: Window, rect: Rect) -> tuple[Outline, ...]:
    """Outlines given in millionths of an image, where they stand on the page when `rect` shows its `window`.

    What a crop cuts off lies at its edge.
    """
    left, top, right, bottom = window

    def placed(x: int, y: int) -> Point:
        across = min(max(x, left), right) - left
        down = min(max(y, top), bottom) - top
        return Point(rect.x + rect.width * across // (right - left), rect.y + rect.height * down // (bottom - top))

    return tuple(tuple(placed(x, y) for x, y in outline) for outline in outlines)


def millionths(polygon: Iterable[tuple[Fraction, Fraction]]) -> tuple[tuple[int, int], ...]:
    """A polygon given in per cent."""
    return tuple((round(x * WHOLE_PICTURE / 100), round(y * WHOLE_PICTURE / 100)) for x, y in polygon)
