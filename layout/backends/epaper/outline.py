"""The outline of some rectangles of a page as polygons: the zone of a story whatever the shape of its block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from layout.geometry import Rect
from layout.units import Length

Corner = tuple[Length, Length]
Polygon = tuple[Corner, ...]
_Cell = tuple[int, int]


def outlines(rects: Sequence[Rect], gutter: Length) -> tuple[Polygon, ...]:
    """The outlines of the union of rectangles, corners clockwise from the top left one of each.

    Boxes beside each other with no more than a gutter between them are one block, the gutter its own. A block with a
    hole is given as rectangles, since an area has none.
    """
    grid = _Grid([*rects, *_bridges(rects, gutter)])
    loops = [_straight(loop) for loop in grid.loops()]
    if any(_turns_back(loop) for loop in loops):
        return tuple(grid.rows())
    return tuple(sorted(loops, key=lambda loop: (loop[0][1], loop[0][0])))


def _bridges(rects: Sequence[Rect], gutter: Length) -> Iterator[Rect]:
    """What lies in the gutters between boxes that stand beside each other."""
    for left in rects:
        for right in rects:
            gap = right.x - left.right
            top, bottom = max(left.y, right.y), min(left.bottom, right.bottom)
            if 0 < gap <= gutter and top < bottom:
                yield Rect(left.right, top, gap, bottom - top)


class _Grid:
    """The cells that the edges of rectangles cut the page into, and which of them are covered."""

    def __init__(self, rects: Sequence[Rect]) -> None:
        self.xs = sorted({edge for rect in rects for edge in (rect.x, rect.right)})
        self.ys = sorted({edge for rect in rects for edge in (rect.y, rect.bottom)})
        self.covered = {
            (column, row)
            for column, x in enumerate(self.xs[:-1])
            for row, y in enumerate(self.ys[:-1])
            if any(rect.x <= x < rect.right and rect.y <= y < rect.bottom for rect in rects)
        }

    def loops(self) -> Iterator[Polygon]:
        """The closed ways along the edges, what is covered on the right."""
        after: dict[_Cell, list[_Cell]] = {}
        for start, end in self._edges():
            after.setdefault(start, []).append(end)
        while after:
            start = min(after, key=lambda cell: (cell[1], cell[0]))
            way, at = [start], _taken(after, start, None)
            while at != start:
                before = way[-1]
                way.append(at)
                at = _taken(after, at, before)
            yield tuple((self.xs[column], self.ys[row]) for column, row in way)

    def _edges(self) -> Iterator[tuple[_Cell, _Cell]]:
        for column, row in sorted(self.covered):
            corners = ((column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1))
            beside = ((column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row))
            for side, neighbour in enumerate(beside):
                if neighbour not in self.covered:
                    yield corners[side], corners[(side + 1) % 4]

    def rows(self) -> Iterator[Polygon]:
        """What is covered, a rectangle a run of cells in a row."""
        for row, (top, bottom) in enumerate(pairwise(self.ys)):
            columns = [column for column in range(len(self.xs) - 1) if (column, row) in self.covered]
            for first, last in _runs(columns):
                left, right = self.xs[first], self.xs[last + 1]
                yield (left, top), (right, top), (right, bottom), (left, bottom)


def _taken(after: dict[_Cell, list[_Cell]], at: _Cell, before: _Cell | None) -> _Cell:
    """Where an edge goes on to; where two corners touch, to the right, so that each keeps a way of its own."""
    ends = after[at]
    index = 0
    if len(ends) > 1 and before is not None:
        forward = (at[0] - before[0], at[1] - before[1])
        right = (at[0] - forward[1], at[1] + forward[0])
        index = ends.index(right) if right in ends else 0
    found = ends.pop(index)
    if not ends:
        del after[at]
    return found


def _runs(columns: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for column in columns:
        if last is not None and column == last + 1:
            last = column
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = column
    if first is not None and last is not None:
        yield first, last


def _straight(loop: Polygon) -> Polygon:
    """A way without the points where it does not turn."""
    around = zip((loop[-1], *loop[:-1]), loop, (*loop[1:], loop[0]), strict=True)
    return tuple(
        here
        for before, here, then in around
        if not (before[0] == here[0] == then[0] or before[1] == here[1] == then[1])
    )


def _turns_back(loop: Polygon) -> bool:
    """Whether a way runs round a hole: with y downwards an outer one has a positive area."""
    return sum(x * below - right * y for (x, y), (right, below) in zip(loop, (*loop[1:], loop[0]), strict=True)) < 0
