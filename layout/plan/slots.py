"""Legs of text minus what stands in their way, line by line: the slots."""

from __future__ import annotations

from collections.abc import Sequence

from layout.geometry import Frame, Rect, Slot
from layout.plan.contour import Contour
from layout.plan.grid import Leg, PageGrid
from layout.units import Length

# A strip beside a picture narrower than this many ems is left white: nothing can be set well in it.
MINIMUM_EMS = 5

# What text runs round: a rectangle, at a gutter's distance, or a contour with white of its own.
Obstacle = Rect | Contour
Stretch = tuple[Length, Length]


def leg_frame(grid: PageGrid, leg: Leg, first: int, last: int, obstacles: Sequence[Obstacle]) -> Frame:
    """The frame of one leg over lines `first` to `last` (inclusive), with a slot for every free stretch of a line."""
    near = [obstacle for obstacle in obstacles if _beside(bounds_of(obstacle), leg)]
    slots = [slot for line in range(first, last + 1) for slot in _line_slots(grid, leg, line, near)]
    height = max(0, last - first + 1) * grid.leading
    return Frame(Rect(leg.x, grid.line_top(first), leg.width, height), tuple(slots))


def bounds_of(obstacle: Obstacle) -> Rect:
    """The rectangle that an obstacle keeps free, at the most."""
    return obstacle if isinstance(obstacle, Rect) else obstacle.bounds


def _beside(rect: Rect, leg: Leg) -> bool:
    return rect.x < leg.x + leg.width and leg.x < rect.right


def narrow_strips(grid: PageGrid, leg: Leg, obstacles: Sequence[Obstacle]) -> list[Length]:
    """Strips beside contours that text runs round on both sides, too narrow for any: they stay white."""
    found: list[Length] = []
    for obstacle in obstacles:
        bounds = bounds_of(obstacle)
        if isinstance(obstacle, Contour) and obstacle.both and _beside(bounds, leg):
            strips = (bounds.x - leg.x, leg.x + leg.width - bounds.right)
            found += [strip for strip in strips if 0 < strip < MINIMUM_EMS * grid.em]
    return found


def _line_slots(grid: PageGrid, leg: Leg, line: int, obstacles: Sequence[Obstacle]) -> list[Slot]:
    top = grid.line_top(line)
    found = (_blocked(obstacle, leg, top, grid) for obstacle in obstacles)
    blocked = [stretch for stretch in found if stretch]
    if not blocked:
        return [Slot(leg.x, grid.baseline_of(line), leg.width)]
    free = _free_stretches(leg, blocked, grid)
    return [Slot(x, grid.baseline_of(line), width) for x, width in free]


def _blocked(obstacle: Obstacle, leg: Leg, top: Length, grid: PageGrid) -> Stretch | None:
    """From where to where an obstacle takes the line whose cell starts at `top`."""
    bottom = top + grid.leading
    if isinstance(obstacle, Rect):
        meets = obstacle.y < bottom and top < obstacle.bottom
        return (obstacle.x - grid.gutter, obstacle.right + grid.gutter) if meets else None
    stretch = obstacle.extent(top, bottom)
    if stretch is None or obstacle.both:
        return stretch
    return _one_sided(stretch, obstacle.bounds, leg)


def _one_sided(stretch: Stretch, bounds: Rect, leg: Leg) -> Stretch:
    """A stretch that reaches the edge of the leg on the narrower side of the whole contour."""
    if bounds.x - leg.x > leg.x + leg.width - bounds.right:
        return stretch[0], max(stretch[1], leg.x + leg.width)
    return min(stretch[0], leg.x), stretch[1]


def _free_stretches(leg: Leg, blocked: Sequence[Stretch], grid: PageGrid) -> list[Stretch]:
    """What the obstacles leave of a leg's width as (x, width): whole numbers of ems, wide enough to set text in."""
    stretches: list[Stretch] = []
    start, end = leg.x, leg.x + leg.width
    for left, right in sorted(blocked):
        if left > start:
            stretches.append((start, (min(left, end) - start) // grid.em * grid.em))
        start = max(start, right)
    if start < end:
        width = (end - start) // grid.em * grid.em
        stretches.append((end - width, width))
    return [(x, width) for x, width in stretches if width >= MINIMUM_EMS * grid.em]
