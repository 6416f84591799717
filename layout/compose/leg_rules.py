"""Rules in the gutters between the legs of a story (栏线), as far as text stands on both sides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from layout.compose.pouring import SetLine
from layout.display.items import Layer, Rule
from layout.geometry import Frame, Point
from layout.plan.grid import PageGrid
from layout.plan.model import Block
from layout.style.model import Rules
from layout.units import Length

# A rule shorter than this many lines is none.
_LEAST = 2


def leg_rules(block: Block, lines: tuple[SetLine, ...], grid: PageGrid, rules: Rules, part: int) -> Iterator[Rule]:
    """The rules of a block whose lines have been set; none in a gutter narrower than an em."""
    for shape in block.frames if not block.place.columns.vertical else ():
        for left, right in itertools.pairwise(sorted(shape, key=lambda frame: frame.rect.x)):
            x = (left.rect.right + right.rect.x) // 2
            if right.rect.x - left.rect.right < grid.em:
                continue
            for first, last in _stretches(left, right, lines, grid.leading):
                top, bottom = first - grid.baseline, last - grid.baseline + grid.leading
                inset = (grid.leading - grid.em) // 2
                start, end = Point(x, top + inset), Point(x, bottom - inset)
                yield Rule(Layer.RULE, part, start, end, rules.column_weight, rules.column_ink)


def _stretches(
    left: Frame, right: Frame, lines: tuple[SetLine, ...], leading: Length
) -> Iterator[tuple[Length, Length]]:
    """Runs of rows that have text in both legs: the baselines of their first and last rows."""
    rows = sorted(_rows(left, lines) & _rows(right, lines))
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] - rows[at - 1] != leading:
            if at - start >= _LEAST:
                yield rows[start], rows[at - 1]
            start = at


def _rows(frame: Frame, lines: tuple[SetLine, ...]) -> set[Length]:
    rect = frame.rect
    return {line.line.slot.baseline for line in lines if rect.x <= line.line.slot.x < rect.right}
