"""Lengths as the numbers of an SVG: points, with as few decimals as a screen can show."""

from __future__ import annotations

from layout.geometry import Point, Rect
from layout.units import POINT, Length


def short(value: float, decimals: int = 2) -> str:
    """A number as short as it can be."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def points(length: Length) -> str:
    """A length in points."""
    return short(length / POINT)


def place(point: Point) -> str:
    """A point as a path has it."""
    return f"{points(point.x)} {points(point.y)}"


def box(rect: Rect) -> str:
    """A rectangle as attributes."""
    return f'x="{points(rect.x)}" y="{points(rect.y)}" width="{points(rect.width)}" height="{points(rect.height)}"'
