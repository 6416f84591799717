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
        seen = bounds(self.outlines)
        assert seen is not None
        return seen.grown(self.distance)

    def extent(self, top: Length, bottom: Length) -> tuple[Length, Length] | None:
        """From where to where the outlines and their white reach between two heights; None where they do not."""
        band = (top - self.distance, bottom + self.distance)
        reached = [x for outline in self.outlines for x in _reached(outline, *band)]
        return (min(reached) - self.distance, max(reached) + self.distance) if reached else None


def bounds(outlines: Iterable[Outline]) -> Rect | None:
    """The rectangle round some outlines; None when there are none."""
    points = [point for outline in outlines for point in outline]
    if not points:
        return None
    left, top = min(point.x for point in points), min(point.y for point in points)
    return Rect(left, top, max(point.x for point in points) - left, max(point.y for point in points) - top)


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
