"""Tables set by the line engine: columns as wide as their words ask, rows of whole lines.

Every column gets what its widest cell needs when the measure allows it, and what is left over is shared as white.
When it does not, the widest columns give way and their cells take several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from layout.geometry import Slot
from layout.text.model import Line, Trouble
from layout.text.pour import Prepared, pour
from layout.units import Length

CellAlign = Literal["left", "center", "right", "decimal"]
_WHOLE_PART = re.compile(r"[^.．]*")
# The most lines a cell may take; more is a text, not a cell.
_MOST_LINES = 40


class Cells(Struct, frozen=True):
    """A table to be set: its columns' alignment and its rows of cells; `gap` is the least white between columns."""

    aligns: tuple[CellAlign, ...]
    rows: tuple[tuple[Prepared, ...], ...]
    header: bool
    gap: Length
    _set: dict[Length, SetTable] = field(default_factory=dict)


class SetRow(Struct, frozen=True):
    """One row: how many lines it takes, and each cell's lines, their x from the table's left edge, baselines 0."""

    lines: int
    cells: tuple[tuple[Line, ...], ...]


class SetTable(Struct, frozen=True):
    """A table set in a width; `over` is how much too wide it is, `troubles` are by cell, counted row by row."""

    rows: tuple[SetRow, ...]
    over: Length
    troubles: tuple[Trouble, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines the table takes."""
        return sum(row.lines for row in self.rows)


class _Column(Struct, frozen=True):
    """A column in place; `before` is the widest whole part of its numbers, `number` that with the widest decimals."""

    x: Length
    width: Length
    before: Length = 0
    number: Length = 0


def set_table(table: Cells, width: Length) -> SetTable:
    """A table in a width; the same width gives the same setting again."""
    if width not in table._set:
        table._set[width] = _set(table, width)
    return table._set[width]


def _set(table: Cells, width: Length) -> SetTable:
    columns, over = _columns(table, width)
    rows: list[SetRow] = []
    troubles: list[Trouble] = []
    for number, row in enumerate(table.rows):
        heads = table.header and number == 0
        cells = []
        for at, (cell, column, align) in enumerate(zip(row, columns, table.aligns, strict=True)):
            poured = pour((cell,), (_slot(cell, column, align, heads),) * _MOST_LINES)
            cells.append(poured.placed)
            index = number * len(columns) + at
            troubles += [Trouble(t.what, index, t.start, t.end, t.amount) for t in poured.troubles if t.what == "cut"]
        rows.append(SetRow(max(1, *(len(lines) for lines in cells)), tuple(cells)))
    return SetTable(tuple(rows), over, tuple(troubles))


def _slot(cell: Prepared, column: _Column, align: CellAlign, heads: bool) -> Slot:
    """Where a cell's lines stand: all of its column, or for a number the place that puts its point under the others."""
    if align != "decimal" or heads or _width(cell) > column.width:
        return Slot(column.x, 0, column.width)
    left = column.x + (column.width - column.number) // 2 + column.before - _whole_part(cell)
    return Slot(left, 0, _width(cell))


def _columns(table: Cells, width: Length) -> tuple[list[_Column], Length]:
    by_column = list(zip(*table.rows, strict=True))
    wanted = [max(_width(cell) for cell in column) for column in by_column]
    least = [max(_least(cell) for cell in column) for column in by_column]
    room = width - table.gap * (len(wanted) - 1)
    widths = _shared(wanted, least, room)
    over = max(0, sum(widths) - room)
    # What is left over is white between the columns; a table of one column takes all of it.
    spare, gaps = max(0, room - sum(widths)), max(1, len(widths) - 1)
    columns, x = [], 0
    for number, (own, cells, align) in enumerate(zip(widths, by_column, table.aligns, strict=True)):
        numbers = cells[table.header :] if align == "decimal" else ()
        before = max((_whole_part(cell) for cell in numbers), default=0)
        after = max((_width(cell) - _whole_part(cell) for cell in numbers), default=0)
        columns.append(_Column(x, own, before, before + after))
        x += own + table.gap + spare * (number + 1) // gaps - spare * number // gaps
    return columns, over


def _shared(wanted: Sequence[Length], least: Sequence[Length], room: Length) -> list[Length]:
    """What each column wants, or, where that is too much, a common limit that fills the room; never under its least."""
    if sum(wanted) <= room:
        return list(wanted)
    low, high = 0, max(wanted)
    while low < high:
        limit = (low + high + 1) // 2
        if sum(_limited(wanted, least, limit)) <= room:
            low = limit
        else:
            high = limit - 1
    return _limited(wanted, least, low)


def _limited(wanted: Sequence[Length], least: Sequence[Length], limit: Length) -> list[Length]:
    return [min(own, max(limit, smallest)) for own, smallest in zip(wanted, least, strict=True)]


def _width(cell: Prepared) -> Length:
    return cell.sums.natural[-1]


def _least(cell: Prepared) -> Length:
    """The widest piece of a cell that no line may end in."""
    natural, size = cell.sums.natural, len(cell.prose.text)
    ends = [0, *(at for at in range(1, size + 1) if cell.sums.legal[at])]
    return max((natural[b] - natural[a] for a, b in pairwise(ends)), default=0)


def _whole_part(cell: Prepared) -> Length:
    """The width of a number up to its point."""
    found = _WHOLE_PART.match(cell.prose.text)
    return cell.sums.natural[found.end() if found else 0]
