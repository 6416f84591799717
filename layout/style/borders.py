"""Frames round stories: which lines, how heavy, on which sides, and what stays free inside."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layout.edition.model import Parting
from layout.geometry import Insets
from layout.ink import BLACK, Ink
from layout.units import Length

FrameLine = Literal[
    "none", "single", "double", "thick-thin", "thin-thick", "dashed", "dotted", "wave", "beads", "lozenges", "florets"
]
Side = Literal["top", "right", "bottom", "left"]
ALL_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")

# Lines made of two strokes, and lines made of a row of small ornaments (花线).
TWOFOLD = {"double", "thick-thin", "thin-thick"}
ORNAMENTS = {"wave", "beads", "lozenges", "florets"}
# An ornament is this many times as high as its strokes are heavy.
ORNAMENT_SIZE = 8


class FrameStyle(Struct, frozen=True):
    """A frame by its looks. It stands inside the story's box, its outer edge on the edge of the box.

    `weight` is that of a thin line, `heavy` that of the thick one of 文武线, `gap` the white between two lines.
    `padding` keeps text off the sides that are drawn, `lines` whole body lines off the top and the foot that are.
    """

    line: FrameLine = "single"
    weight: Length = 0
    heavy: Length = 0
    gap: Length = 0
    ink: Ink = BLACK
    sides: tuple[Side, ...] = ALL_SIDES
    radius: Length = 0
    tint: Ink | None = None
    padding: Length = 0
    lines: int = 1

    @property
    def drawn(self) -> bool:
        """Whether it has lines at all."""
        return self.line != "none" and bool(self.sides)

    @property
    def strokes(self) -> tuple[Length, ...]:
        """The weights of its lines from outside to inside."""
        return {
            "none": (),
            "double": (self.weight, self.weight),
            "thick-thin": (self.heavy, self.weight),
            "thin-thick": (self.weight, self.heavy),
        }.get(self.line, (self.weight,))

    @property
    def thickness(self) -> Length:
        """From its outer edge to its inner edge."""
        if self.line in ORNAMENTS:
            return ORNAMENT_SIZE * self.weight
        return sum(self.strokes) + (self.gap if self.line in TWOFOLD else 0)

    def bounds(self, side: Side) -> bool:
        """Whether text stays off this side: a line is drawn there, or a tint ends there."""
        return self.tint is not None or (self.drawn and side in self.sides)

    @property
    def insets(self) -> Insets:
        """What it keeps free at the left and the right of the text."""
        return Insets(0, self.padding if self.bounds("right") else 0, 0, self.padding if self.bounds("left") else 0)

    @property
    def head_lines(self) -> int:
        """How many lines it keeps free at the top."""
        return self.lines if self.bounds("top") else 0

    @property
    def foot_lines(self) -> int:
        """How many lines it keeps free at the foot."""
        return self.lines if self.bounds("bottom") else 0


class Separators(Struct, frozen=True):
    """What parts stories standing one on the other, and side by side; whether rules stand between a story's legs.

    `adverts` says what parts a story from an advert over or under it, where a line between them is free; `white` is
    how many lines stay free between stories standing one on the other.
    """

    stacked: Parting = "none"
    beside: Parting = "none"
    legs: Parting = "none"
    adverts: Parting = "none"
    white: int = 1


NO_FRAME = FrameStyle("none", sides=())
