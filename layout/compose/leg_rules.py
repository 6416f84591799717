"""Rules in the gutters between the legs of a story (栏线), whole as far as the story goes on both sides."""

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
            rows = [_rows(frame, lines) for frame in (left, right)]
            if not all(rows):
                continue
            used = min(map(min, rows)), max(map(max, rows))
            for first, last in _stretches(left, right, used, grid.leading):
                top, bottom = first - grid.baseline, last - grid.baseline + grid.leading
                inset = (grid.leading - grid.em) // 2
                start, end = Point(x, top + inset), Point(x, bottom - inset)
                yield Rule(Layer.RULE, part, start, end, rules.column_weight, rules.column_ink)


def _stretches(
    left: Frame, right: Frame, used: tuple[Length, Length], leading: Length
) -> Iterator[tuple[Length, Length]]:
    """Runs of rows that both legs have, text or a subhead's white in them: the baselines of their first and last rows.

    Only what takes a row from a leg, a picture, parts a rule.
    """
    first, last = used
    rows = sorted(row for row in _slots(left) & _slots(right) if first <= row <= last)
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] - rows[at - 1] != leading:
            if at - start >= _LEAST:
                yield rows[start], rows[at - 1]
            start = at


def _slots(frame: Frame) -> set[Length]:
    return {slot.baseline for slot in frame.slots}


def _rows(frame: Frame, lines: tuple[SetLine, ...]) -> set[Length]:
    rect = frame.rect
    return {line.line.slot.baseline for line in lines if rect.x <= line.line.slot.x < rect.right} & _slots(frame)
