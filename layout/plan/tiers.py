"""Vertical text in a box (竖排): lines from right to left, in one or more tiers (横栏) one under another.

The lines have a grid of their own: as many as go into the box at the page's leading, the first and the last flush with
its sides. A tier is a whole number of ems long, the first flush with the head of the box, the last with its foot.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.edition.model import Box, Columns
from layout.geometry import Frame, Rect, Slot
from layout.plan.grid import PageGrid
from layout.plan.legs import Margins
from layout.plan.slots import MINIMUM_EMS, Obstacle, bounds_of
from layout.units import Length


class _Tier(Struct, frozen=True):
    """A tier: the place of its lines, and what stands in their way."""

    rect: Rect
    grid: PageGrid
    obstacles: Sequence[Rect]

    def frame(self) -> Frame:
        slots = tuple(slot for x in self._lines() for slot in self._slots(x))
        return Frame(self.rect, slots, vertical=True)

    def _lines(self) -> list[Length]:
        """The middles of the lines, from right to left."""
        em, room = self.grid.em, self.rect.width - self.grid.em
        gaps = max(room // self.grid.leading, 0)
        first = self.rect.right - em // 2
        return [first] + [first - room * at // gaps for at in range(1, gaps + 1)]

    def _slots(self, x: Length) -> list[Slot]:
        """The free stretches of a line: whole ems, long enough to set text in."""
        em, half = self.grid.em, self.grid.leading - self.grid.em // 2
        near = [rect for rect in self.obstacles if rect.x < x + half and x - half < rect.right]
        start, end = self.rect.y, self.rect.bottom
        stretches: list[tuple[Length, Length]] = []
        for rect in sorted(near, key=lambda rect: rect.y):
            if rect.y > start:
                stretches.append((start, (min(rect.y - em // 2, end) - start) // em * em))
            start = max(start, rect.bottom + em // 2 if rect.bottom < end else end)
        if start < end:
            length = (end - start) // em * em
            stretches.append((end - length if start > self.rect.y else start, length))
        return [Slot(x, top, length) for top, length in stretches if length >= MINIMUM_EMS * em]


def tier_frames(
    boxes: Sequence[Box], columns: Columns, grid: PageGrid, margins: Margins, obstacles: Sequence[Obstacle]
) -> tuple[tuple[Frame, ...], ...]:
    """The tiers of every box of a vertical story, from top to bottom."""
    rects = [bounds_of(obstacle) for obstacle in obstacles]
    return tuple(
        tuple(_Tier(rect, grid, rects).frame() for rect in _tiers(box, columns, grid, margins, rects)) for box in boxes
    )


def _tiers(box: Box, columns: Columns, grid: PageGrid, margins: Margins, obstacles: Sequence[Rect]) -> list[Rect]:
    """The places of the tiers, under a headline that lies over the whole box."""
    inner = grid.rect(box).inset(margins.padding)
    white = (grid.leading - grid.em) // 2
    top = grid.line_top(box.line + margins.head)
    bottom = grid.line_top(box.line + box.lines - margins.foot) - white
    over = [rect.bottom for rect in obstacles if rect.y <= top < rect.bottom and _covers(rect, inner)]
    top = max([top, *over]) + white
    count = columns.tiers
    length = max((bottom - top - (count - 1) * grid.gutter) // count // grid.em * grid.em, 0)
    room = bottom - top - count * length
    gaps = max(count - 1, 1)
    return [Rect(inner.x, top + at * length + room * at // gaps, inner.width, length) for at in range(count)]


def _covers(rect: Rect, inner: Rect) -> bool:
    return rect.x <= inner.x and inner.right <= rect.right
