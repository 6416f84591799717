"""Rows of a headline stacked in groups, and put where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.display.items import Glyphs, Role
from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.plan.model import Emblem, PlacedWords, Plate
from layout.style.model import Align
from layout.units import Length, ascent


class Row(Struct, frozen=True):
    """One line of the stack: its words, and how high it is from the top of its em box to the top of the next row."""

    role: Role
    runs: tuple[Glyphs, ...]
    width: Length
    size: Length
    pitch: Length
    align: Align
    ink: Ink


class Group(Struct, frozen=True):
    """Rows that belong together, `above` what stands before them; plates and emblem count from the group's corner.

    `indent` is kept free at both sides, `padding` above the first row and below the last; the words stand `raised`
    above their place. `below` is white that the head's last group adds to that under the head.
    """

    rows: tuple[Row, ...]
    above: Length
    plates: tuple[Plate, ...] = ()
    emblems: tuple[Emblem, ...] = ()
    indent: Length = 0
    padding: Length = 0
    raised: Length = 0
    below: Length = 0

    @property
    def rises(self) -> Length:
        """How far its plates reach above the top of its first em box."""
        return max((-plate.rect.y for plate in self.plates), default=0)

    @property
    def height(self) -> Length:
        """From the top of the first em box to the foot of the last, padding included."""
        rows = sum(row.pitch for row in self.rows[:-1]) + self.rows[-1].size if self.rows else 0
        return rows + 2 * self.padding


class Placed(Struct, frozen=True):
    """Words, plates and emblems on the page."""

    words: tuple[PlacedWords, ...] = ()
    plates: tuple[Plate, ...] = ()
    emblems: tuple[Emblem, ...] = ()

    def __add__(self, other: Placed) -> Placed:
        return Placed(self.words + other.words, self.plates + other.plates, self.emblems + other.emblems)


def stack_height(groups: Sequence[Group]) -> Length:
    """The height of groups under one another; what stands above the first one is not counted."""
    below = groups[-1].below if groups else 0
    return sum(group.height for group in groups) + sum(group.above for group in groups[1:]) + below


def place_stack(groups: Sequence[Group], corner: Point, width: Length) -> Placed:
    """The groups under one another from `corner` on."""
    placed = Placed()
    y = corner.y
    for index, group in enumerate(groups):
        y += group.above if index else 0
        placed += _placed(group, Point(corner.x, y), width)
        y += group.height
    return placed


def _placed(group: Group, corner: Point, width: Length) -> Placed:
    words = []
    y = corner.y + group.padding - group.raised
    for row in group.rows:
        x = corner.x + group.indent + _offset(row.align, width - 2 * group.indent - row.width)
        words.append(PlacedWords(row.role, row.runs, Point(x, y + ascent(row.size)), row.ink))
        y += row.pitch
    plates = tuple(Plate(_moved(plate.rect, corner), plate.ink) for plate in group.plates)
    emblems = tuple(Emblem(_moved(emblem.rect, corner), emblem.image) for emblem in group.emblems)
    return Placed(tuple(words), plates, emblems)


def _moved(rect: Rect, corner: Point) -> Rect:
    return Rect(corner.x + rect.x, corner.y + rect.y, rect.width, rect.height)


def _offset(align: Align, room: Length) -> Length:
    if align == "center":
        return room // 2
    return room if align == "right" else 0
