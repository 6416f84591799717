"""A table of a story in the legs it runs through: whole rows on the page's lines, a line of white around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Role, Rule
from layout.geometry import Slot
from layout.plan.table import TITLE, TableCopy, table_rules, type_of_row
from layout.plan.type import TypeCase
from layout.style.model import TypeStyle
from layout.text.model import Line
from layout.text.pour import pour
from layout.text.table import SetRow, SetTable


class CellLine(Struct, frozen=True):
    """A line of a cell or of the title in place, with the index of its paragraph and its type."""

    role: Role
    paragraph: int
    line: Line
    style: TypeStyle


class TablePart(Struct, frozen=True):
    """Some rows of a table that stand together, `first` to `last` (exclusive), the title before the first row."""

    copy: TableCopy
    setting: SetTable
    first: int
    last: int

    @property
    def title_lines(self) -> int:
        """How many lines its title takes."""
        return 1 if self.copy.title and self.first == 0 else 0

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self.title_lines + sum(row.lines for row in self.rows)

    @property
    def rows(self) -> Sequence[SetRow]:
        """The rows."""
        return self.setting.rows[self.first : self.last]

    def fitting(self, lines: int) -> TablePart:
        """As many of the rows as stand in some lines."""
        last, left = self.first, lines - self.title_lines
        while last < self.last and self.setting.rows[last].lines <= left:
            left -= self.setting.rows[last].lines
            last += 1
        return replace(self, last=last)

    def set_lines(self, slots: Sequence[Slot], case: TypeCase) -> Iterator[CellLine]:
        """Every line in the slots that the part takes, in the order of reading."""
        table, types = self.copy.table, case.style.types
        if self.copy.title and self.title_lines:
            for line in pour((self.copy.title,), slots[:1]).placed:
                yield CellLine(Role.TABLE_TITLE, table.first - 1, line, types[TITLE])
        at = self.title_lines
        for number, row in enumerate(self.rows, self.first):
            style = types[type_of_row(table, number)]
            for column, lines in enumerate(row.cells):
                for line, slot in zip(lines, slots[at:], strict=False):
                    yield CellLine(Role.CELL, table.cell(number, column), _placed(line, slot), style)
            at += row.lines

    def rules(self, slots: Sequence[Slot], case: TypeCase) -> list[Rule]:
        """The rules above, between and below the rows."""
        style = case.style
        tops, at = [], self.title_lines
        for number, row in enumerate(self.rows, self.first):
            tops.append((number, slots[at].baseline - style.baseline))
            at += row.lines
        foot = slots[at - 1].baseline - style.baseline + style.leading
        edges = (slots[0].x, slots[0].x + slots[0].width)
        return list(table_rules(self.copy, tops, foot, edges, style.tables))


def _placed(line: Line, slot: Slot) -> Line:
    """A cell's line moved to a line of the page."""
    own = Slot(slot.x + line.slot.x, slot.baseline, line.slot.width)
    return replace(line, slot=own, x=slot.x + line.x, y=slot.baseline + line.y)
