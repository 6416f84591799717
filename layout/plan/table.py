"""Tables made ready: a title and cells as prose in the style's table types, and the rules drawn round their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.display.items import Layer, Rule
from layout.edition.model import Paragraph, Table
from layout.geometry import Point
from layout.plan.art import UNOWNED
from layout.plan.type import TypeCase, styled_runs
from layout.style.model import TableStyle
from layout.text.model import Prose
from layout.text.pour import Prepared, prepare
from layout.text.table import CellAlign, Cells, SetTable
from layout.units import Length

HEAD, BODY, TITLE = "table-head", "table", "table-title"
# The least white between two columns, in ems of the table's type.
_GAP = 1


class TableCopy(Struct, frozen=True):
    """A table ready to be set: where its paragraphs are, its title, its cells."""

    table: Table
    title: Prepared | None
    cells: Cells


def table_copy(paragraphs: Sequence[Paragraph], table: Table, case: TypeCase) -> TableCopy:
    """A table's words as prose."""
    rows = tuple(
        tuple(prepare(_cell(paragraphs, table, (row, column), case)) for column in range(len(table.aligns)))
        for row in range(table.rows)
    )
    title = prepare(_title(paragraphs[table.first - 1], case)) if table.title else None
    gap = _GAP * case.style.types[BODY].size
    return TableCopy(table, title, Cells(table.aligns, rows, table.header, gap))


def type_of_row(table: Table, row: int) -> str:
    """The type that a row is set in."""
    return HEAD if table.header and row == 0 else BODY


def _cell(paragraphs: Sequence[Paragraph], table: Table, place: tuple[int, int], case: TypeCase) -> Prose:
    row, column = place
    paragraph = paragraphs[table.cell(row, column)]
    style = case.style.types[type_of_row(table, row)]
    align: CellAlign = table.aligns[column]
    as_prose = "center" if align == "decimal" and table.header and row == 0 else "left" if align == "decimal" else align
    return Prose(
        paragraph.text, case.font(style), case.body_setting, as_prose, runs=styled_runs(paragraph, case, style.size)
    )


def _title(paragraph: Paragraph, case: TypeCase) -> Prose:
    style = case.style.types[TITLE]
    align = "center" if style.align == "justify" else style.align
    return Prose(paragraph.text, case.font(style), case.headline_setting, align)


def table_rules(
    copy: TableCopy, tops: Sequence[tuple[int, Length]], foot: Length, x: tuple[Length, Length], style: TableStyle
) -> Iterator[Rule]:
    """The rules of some rows in one place: `tops` are their numbers with the top of their cells, `foot` is below them.

    Three rules stand above and below the table and under its heads; hairlines part all rows.
    """
    if style.rules == "none":
        return
    header, last = copy.table.header, copy.table.rows - 1
    for row, top in tops:
        if row == 0:
            yield _rule(x, top, style.weight, style)
        elif style.rules == "hairlines" or (header and row == 1):
            yield _rule(x, top, style.thin, style)
    if tops and tops[-1][0] == last:
        yield _rule(x, foot, style.weight, style)


def _rule(x: tuple[Length, Length], y: Length, weight: Length, style: TableStyle) -> Rule:
    return Rule(Layer.RULE, UNOWNED, Point(x[0], y), Point(x[1], y), weight, style.ink)


def too_wide(copy: TableCopy, setting: SetTable) -> int:
    """How many characters of the table's type it is too wide, 0 when it fits."""
    em = copy.cells.rows[0][0].sums.measured.em
    return -(-setting.over // em)
