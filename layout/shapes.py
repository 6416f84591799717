"""Drawn shapes: outlines with inks, which line art, charts and drawn characters are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.units import Length

# A step of an outline: to a point without drawing, in a straight line, along a cubic curve (two controls, the end),
# or back to where the contour began.
Step: TypeAlias = (
    tuple[Literal["move"], Point]
    | tuple[Literal["line"], Point]
    | tuple[Literal["curve"], Point, Point, Point]
    | tuple[Literal["close"]]
)
Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


class Pen(Struct, frozen=True):
    """How an outline is drawn: ink and weight, its ends and corners, and the lengths of dashes and gaps in turn."""

    ink: Ink
    weight: Length
    cap: Cap = "butt"
    join: Join = "miter"
    dash: tuple[Length, ...] = ()


class Shape(Struct, frozen=True):
    """An outline, filled, drawn or both. `even_odd` fills by the even-odd rule instead of the non-zero one."""

    steps: tuple[Step, ...]
    fill: Ink | None = None
    pen: Pen | None = None
    even_odd: bool = False

    def placed(self, origin: Point, scale: Fraction) -> Shape:
        """The shape scaled about (0, 0), which then comes to stand at `origin`."""
        up, down = scale.numerator, scale.denominator

        def at(point: Point) -> Point:
            return Point(origin.x + point.x * up // down, origin.y + point.y * up // down)

        pen = self.pen
        if pen:
            dash = tuple(length * up // down for length in pen.dash)
            pen = replace(pen, weight=pen.weight * up // down, dash=dash)
        return replace(self, steps=self.mapped(at), pen=pen)

    def mapped(self, at: Callable[[Point], Point]) -> tuple[Step, ...]:
        """The steps with every point moved by a function."""
        return tuple(_moved(step, at) for step in self.steps)

    @property
    def extent(self) -> Rect:
        """The smallest rectangle round the points and controls."""
        points = [point for step in self.steps for point in step[1:]]
        left, top = min(point.x for point in points), min(point.y for point in points)
        return Rect(left, top, max(point.x for point in points) - left, max(point.y for point in points) - top)


def _moved(step: Step, at: Callable[[Point], Point]) -> Step:
    match step:
        case ("curve", first, second, end):
            return ("curve", at(first), at(second), at(end))
        case ("move", point):
            return ("move", at(point))
        case ("line", point):
            return ("line", at(point))
        case _:
            return step


def polyline(points: Sequence[Point], *, closed: bool = False) -> tuple[Step, ...]:
    """The steps of straight lines through some points."""
    steps: list[Step] = [("move", points[0]), *(("line", point) for point in points[1:])]
    return (*steps, ("close",)) if closed else tuple(steps)
