"""The legs of a story's text: its boxes divided into columns, and those that continue each other joined.

A story's boxes are read in the order written. Where one stands on another and both have a column in the same place,
that column goes on from one into the other: together they make one shape (an L, a U, a T), read leg by leg from the
left, each leg to its full depth.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.edition.model import Box, Columns
from layout.geometry import Insets
from layout.plan.grid import Leg, PageGrid
from layout.units import Length

NO_INSETS = Insets()


class LegRun(Struct, frozen=True):
    """A leg with the lines it reaches over, `first` to `last`."""

    leg: Leg
    first: int
    last: int


Shape = tuple[LegRun, ...]


class Margins(Struct, frozen=True):
    """What a frame keeps free inside a box: insets of its width, and whole lines at the top and at the foot."""

    padding: Insets = NO_INSETS
    head: int = 0
    foot: int = 0


def shapes(
    boxes: Sequence[Box], columns: Columns, grid: PageGrid, margins: Margins, first: tuple[Leg, ...] | None = None
) -> tuple[Shape, ...]:
    """The shapes that a story's boxes make, in the order written, each with its legs in the order of reading.

    `first` are the columns of the first box when something beside them has taken of its width.
    """
    found: list[Shape] = []
    for index, box in enumerate(boxes):
        shape = _box_legs(box, (not index and first) or box_columns(box, columns, grid, margins.padding), margins)
        joined = [other for other in found if columns.order == "legs" and _continue_each_other(other, shape)]
        at = found.index(joined[0]) if joined else len(found)
        found = [other for other in found if other not in joined]
        found.insert(at, _joined([*joined, shape]) if joined else shape)
    return tuple(found)


def _box_legs(box: Box, legs: Sequence[Leg], margins: Margins) -> Shape:
    first, last = box.line + margins.head, box.line + box.lines - 1 - margins.foot
    return tuple(LegRun(leg, first, last) for leg in legs)


def box_columns(box: Box, columns: Columns, grid: PageGrid, padding: Insets = NO_INSETS) -> tuple[Leg, ...]:
    """The columns of a box: basic ones, or of another number, measure or gutter (破栏)."""
    plain = columns.measure is None and columns.gutter is None and box.legs in {None, box.columns}
    if plain and padding == NO_INSETS:
        return tuple(Leg(grid.column_x(box.column + i), grid.measure) for i in range(box.columns))
    inner = grid.rect(box).inset(padding)
    gutter = grid.gutter if columns.gutter is None else columns.gutter
    widths = _widths(inner.width, box, columns, gutter, grid.em)
    share = 0
    if padding.left and padding.right:
        # Inside a frame what is left goes to the sides as well as to the gutters.
        share = (inner.width - sum(widths) - (len(widths) - 1) * gutter) // (len(widths) + 1)
    return _spread(inner.x + share, inner.width - 2 * share, widths)


def _widths(width: Length, box: Box, columns: Columns, gutter: Length, em: Length) -> list[Length]:
    """The measures of the columns: whole characters, as in `(chars(k) - (m - 1) * gap) / m`."""
    if columns.measure is not None:
        measure = columns.measure * em
        return [measure] * (box.legs or max(1, (width + gutter) // (measure + gutter)))
    count = box.legs or box.columns
    if count == 1:
        return [width]
    measure = (width - (count - 1) * gutter) // count // em * em
    wider = (width - (count - 1) * gutter - count * measure) // em if columns.remainder == "columns" else 0
    return [measure] * (count - wider) + [measure + em] * wider


def _spread(x: Length, width: Length, widths: Sequence[Length]) -> tuple[Leg, ...]:
    """Columns over a width, the first and the last at its edges."""
    if len(widths) == 1:
        return (Leg(x, widths[0]),)
    room, gaps = width - sum(widths), len(widths) - 1
    return tuple(Leg(x + sum(widths[:i]) + room * i // gaps, measure) for i, measure in enumerate(widths))


def _continue_each_other(one: Shape, other: Shape) -> bool:
    return any(_touch(a, b) for a in one for b in other)


def _touch(one: LegRun, other: LegRun) -> bool:
    """Whether two legs stand in one column, one directly on the other."""
    return one.leg == other.leg and (one.last + 1 == other.first or other.last + 1 == one.first)


def _joined(shapes_met: Sequence[Shape]) -> Shape:
    legs: list[LegRun] = []
    for run in (run for shape in shapes_met for run in shape):
        met = [run, *(known for known in legs if _touch(known, run))]
        legs = [known for known in legs if known not in met]
        legs.append(LegRun(run.leg, min(part.first for part in met), max(part.last for part in met)))
    return tuple(sorted(legs, key=lambda run: (run.leg.x, run.first)))
