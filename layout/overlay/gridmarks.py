"""The grid of a proof, as on a planning sheet (版样): ticks every five lines, columns by their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from layout.display.items import Item
from layout.geometry import Point
from layout.overlay.pen import PALE_BLUE, Pen, line
from layout.plan.grid import PageGrid
from layout.units import MILLIMETRE, pt

EVERY = 5
_TICK, _SHORT = 3 * MILLIMETRE, 3 * MILLIMETRE // 2
_OFF = MILLIMETRE
# The numbers stand over their ticks, a little outside of where those begin.
_MILD = MILLIMETRE // 2
_SIZE = pt(6)


def grid_marks(grid: PageGrid, pen: Pen, part: int) -> Iterator[Item]:
    """Ticks at both edges of the type area and their lines' numbers, and the columns' numbers above and below it."""
    area = grid.type_area
    left, right = area.x - _OFF, area.right + _OFF
    for number in range(1, grid.lines + 1):
        if number != 1 and number % EVERY:
            continue
        y = grid.line_top(number) + grid.leading
        base = grid.baseline_of(number)
        for edge, out in ((left, -1), (right, 1)):
            yield line(Point(edge, y), Point(edge + out * _TICK, y), part, PALE_BLUE)
        text = str(number)
        yield from pen.write_ending(text, Point(left - _MILD, base), part, _SIZE, PALE_BLUE)
        yield from pen.write(text, Point(right + _MILD, base), part, _SIZE, PALE_BLUE)
    for column in range(1, grid.columns + 1):
        x = grid.column_x(column)
        for y, out in ((area.y - _OFF, -1), (area.bottom + _OFF, 1)):
            for edge in (x, x + grid.measure):
                yield line(Point(edge, y), Point(edge, y + out * _SHORT), part, PALE_BLUE)
            middle = x + (grid.measure - pen.width(str(column), _SIZE)) // 2
            yield from pen.write(str(column), Point(middle, y + (_SIZE if out > 0 else 0)), part, _SIZE, PALE_BLUE)
