"""What the marks of a proof are drawn with: small words, tags on white plates, thin lines."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.writer import Writer
from layout.display.items import Box, Layer, Rule, TextRun
from layout.geometry import Point, Rect
from layout.ink import WHITE, Ink
from layout.units import ASCENT, Length, pt

# Blue says where things are, red what is wrong, orange what to look at.
BLUE = Ink(900, 400, 0, 0)
PALE_BLUE = BLUE.tint(450)
ORANGE = Ink(0, 550, 1000, 0)
HAIR = pt(0.35)


class Pen(Writer):
    """Writes words over a page, plain or on plates."""

    def tag(self, text: str, corner: Point, part: int, ink: Ink, size: Length) -> Iterator[Box | TextRun]:
        """Words in white on a plate whose top left corner is given."""
        yield Box(Layer.OVERLAY, part, self.plate(text, corner, size), fill=ink)
        yield from self.write(text, Point(corner.x + size // 3, corner.y + size * ASCENT // 900), part, size, WHITE)

    def plate(self, text: str, corner: Point, size: Length) -> Rect:
        """What a tag takes."""
        return Rect(corner.x, corner.y, self.width(text, size) + size * 2 // 3, size * 6 // 5)


def line(start: Point, end: Point, part: int, ink: Ink, weight: Length = HAIR) -> Rule:
    """A thin line."""
    return Rule(Layer.OVERLAY, part, start, end, weight, ink)


def outline(rect: Rect, part: int, ink: Ink, weight: Length) -> Box:
    """A frame."""
    return Box(Layer.OVERLAY, part, rect, stroke=ink, weight=weight)
