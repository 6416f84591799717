"""Legs of text minus what stands in their way, line by line: the slots."""

from __future__ import annotations

from collections.abc import Sequence

from layout.geometry import Frame, Rect, Slot
from layout.plan.grid import Leg, PageGrid
from layout.units import Length

# A strip beside a picture narrower than this many ems is left white: nothing can be set well in it.
MINIMUM_EMS = 5


def leg_frame(grid: PageGrid, leg: Leg, first: int, last: int, obstacles: Sequence[Rect]) -> Frame:
    """The frame of one leg over lines `first` to `last` (inclusive), with a slot for every free stretch of a line."""
    near = [obstacle for obstacle in obstacles if obstacle.x < leg.x + leg.width and leg.x < obstacle.right]
    slots = [slot for line in range(first, last + 1) for slot in _line_slots(grid, leg, line, near)]
    height = max(0, last - first + 1) * grid.leading
    return Frame(Rect(leg.x, grid.line_top(first), leg.width, height), tuple(slots))


def _line_slots(grid: PageGrid, leg: Leg, line: int, obstacles: Sequence[Rect]) -> list[Slot]:
    top = grid.line_top(line)
    blocking = [o for o in obstacles if o.y < top + grid.leading and top < o.bottom]
    if not blocking:
        return [Slot(leg.x, grid.baseline_of(line), leg.width)]
    free = _free_stretches(leg, blocking, grid)
    return [Slot(x, grid.baseline_of(line), width) for x, width in free]


def _free_stretches(leg: Leg, blocking: Sequence[Rect], grid: PageGrid) -> list[tuple[Length, Length]]:
    """What the obstacles leave of a leg's width, each stretch a whole number of ems and wide enough to set text in."""
    stretches: list[tuple[Length, Length]] = []
    start = leg.x
    for obstacle in sorted(blocking, key=lambda rect: rect.x):
        if obstacle.x - grid.gutter > start:
            stretches.append((start, (obstacle.x - grid.gutter - start) // grid.em * grid.em))
        start = max(start, obstacle.right + grid.gutter)
    end = leg.x + leg.width
    if start < end:
        width = (end - start) // grid.em * grid.em
        stretches.append((end - width, width))
    return [(x, width) for x, width in stretches if width >= MINIMUM_EMS * grid.em]
