"""Marks drawn with characters: emphasis dots, lines under names and titles, frames (GB/T 15834 4.16, 4.17; CLREQ 3.3).

They stand in the white between lines and never change a line's breaks or widths. In horizontal text all stand below; in
vertical text dots stand at the right, lines at the left (CLREQ 3.1.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from layout.compose.lines import cells_of
from layout.display.items import Box, Item, Layer, Rule, Wave
from layout.edition.model import Emphasis, Stretch
from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.text.classes import classify
from layout.text.model import Line
from layout.units import Length

# In thousandths of an em: how far from the em box a line under a name lies, its weight, its distance from another.
_UNDER, _WEIGHT, _CLEAR = 70, 45, 50
_DOT, _DOT_BELOW = 130, 30
# The em box about the baseline of horizontal text; a frame stands a little outside it at the sides of a vertical one.
_ASCENT, _DESCENT, _SIDE = 890, 120, 30


class Strip(Struct, frozen=True):
    """A line of text seen along its run: `low` is the edge of its em boxes where lines under names are drawn.

    That is the lower edge of horizontal text and the left of vertical text; `high` is the other edge.
    """

    line: Line
    em: Length
    part: int
    ink: Ink

    @property
    def vertical(self) -> bool:
        """Whether the line runs down the page."""
        return bool(self.line.stands)

    @property
    def low(self) -> Length:
        """The lower edge, or the left one."""
        return self.line.x - self.em // 2 if self.vertical else self.line.y + self.em * _DESCENT // 1000

    @property
    def high(self) -> Length:
        """The upper edge, or the right one."""
        return self.line.x + self.em // 2 if self.vertical else self.line.y - self.em * _ASCENT // 1000

    def outside(self, edge: Length, distance: Length) -> Length:
        """A place at a distance outwards from one of the two edges."""
        is_low = edge == self.low
        return edge - distance if is_low == self.vertical else edge + distance

    def point(self, along: Length, across: Length) -> Point:
        """A point of the page by its place along the line and across it."""
        return Point(across, along) if self.vertical else Point(along, across)

    def rect(self, along: tuple[Length, Length], across: tuple[Length, Length]) -> Rect:
        """A rectangle of the page by its extent along the line and across it."""
        (a, b), (c, d) = along, sorted(across)
        return Rect(c, a, d - c, b - a) if self.vertical else Rect(a, c, b - a, d - c)


def mark_items(line: Line, stretches: Iterable[Stretch], part: int, ink: Ink) -> Iterator[Item]:
    """The marks of the stretches that touch a line."""
    if not line.runs:
        return
    cells, text = cells_of(line), "".join(run.text for run in line.runs)
    strip = Strip(line, line.runs[0].size, part, ink)
    for stretch in stretches:
        first, last = max(stretch.start, line.start) - line.start, min(stretch.end, line.end) - line.start
        if first < last:
            yield from _drawn(strip, stretch.emphasis, text[first:last], cells[first:last])


def _drawn(strip: Strip, emphasis: Emphasis, text: str, cells: list[tuple[Length, Length]]) -> Iterator[Item]:
    em, part, ink = strip.em, strip.part, strip.ink
    start, end = cells[0][0], cells[-1][0] + cells[-1][1]
    clear, weight = em * _CLEAR // 1000, em * _WEIGHT // 1000
    under = strip.outside(strip.low, em * _UNDER // 1000)
    if emphasis is Emphasis.DOTS:
        yield from _dots(strip, text, cells)
    elif emphasis is Emphasis.NAME:
        begins, ends = strip.point(start + clear, under), strip.point(end - clear, under)
        yield Rule(Layer.MARKS, part, begins, ends, weight, ink)
    elif emphasis is Emphasis.TITLE:
        begins, length = strip.point(start + clear, under), end - start - 2 * clear
        yield Wave(Layer.MARKS, part, begins, length, em // 5, weight, ink, down=strip.vertical)
    elif emphasis is Emphasis.DECEASED:
        side = em * _SIDE // 1000 if strip.vertical else 0
        edges = strip.outside(strip.low, side), strip.outside(strip.high, side)
        yield Box(Layer.MARKS, part, strip.rect((start, end), edges), stroke=ink, weight=weight)


def _dots(strip: Strip, text: str, cells: list[tuple[Length, Length]]) -> Iterator[Item]:
    """A dot under every Han, at its right in vertical text; punctuation has none (GB/T 15834 4.16.3.1)."""
    em = strip.em
    size = em * _DOT // 1000
    edge = strip.high if strip.vertical else strip.low
    near, far = (strip.outside(edge, em * _DOT_BELOW // 1000 + more) for more in (0, size))
    for letter, (at, length) in zip(classify(text), cells, strict=True):
        if letter == "H":
            begins = at + min(length, em) // 2 - size // 2
            rect = strip.rect((begins, begins + size), (near, far))
            yield Box(Layer.MARKS, strip.part, rect, fill=strip.ink, radius=size // 2)
