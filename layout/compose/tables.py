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
    """Some rows of a table that stand together, `first` to `last` (exclusive), the title before the first row.

    A part that does not begin the table has its header row once more, above its own rows.
    """

    copy: TableCopy
    setting: SetTable
    first: int
    last: int

    @property
    def title_lines(self) -> int:
        """How many lines its title takes."""
        return 1 if self.copy.title and self.first == 0 else 0

    @property
    def head_lines(self) -> int:
        """How many lines the header row takes when it is repeated."""
        return self.setting.rows[0].lines if self.copy.table.header and self.first else 0

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self.title_lines + self.head_lines + sum(row.lines for row in self.rows)

    @property
    def rows(self) -> Sequence[SetRow]:
        """The rows."""
        return self.setting.rows[self.first : self.last]

    def fitting(self, lines: int) -> TablePart:
        """As many of the rows as stand in some lines; a header row never stands alone."""
        last, left = self.first, lines - self.title_lines - self.head_lines
        while last < self.last and self.setting.rows[last].lines <= left:
            left -= self.setting.rows[last].lines
            last += 1
        alone = self.copy.table.header and last == 1 < self.last
        return replace(self, last=self.first if alone else last)

    def set_lines(self, slots: Sequence[Slot], case: TypeCase) -> Iterator[CellLine]:
        """Every line in the slots that the part takes, in the order of reading."""
        table, types = self.copy.table, case.style.types
        if self.copy.title and self.title_lines:
            for line in pour((self.copy.title,), slots[:1]).placed:
                yield CellLine(Role.TABLE_TITLE, table.first - 1, line, types[TITLE])
        at = self.title_lines + self.head_lines
        yield from self._repeated_head(slots, types[type_of_row(table, 0)])
        for number, row in enumerate(self.rows, self.first):
            style = types[type_of_row(table, number)]
            for column, lines in enumerate(row.cells):
                for line, slot in zip(lines, slots[at:], strict=False):
                    yield CellLine(Role.CELL, table.cell(number, column), _placed(line, slot), style)
            at += row.lines

    def _repeated_head(self, slots: Sequence[Slot], style: TypeStyle) -> Iterator[CellLine]:
        """The header row once more: what is repeated is read once, so it belongs to no cell."""
        for lines in self.setting.rows[0].cells if self.head_lines else ():
            for line, slot in zip(lines, slots, strict=False):
                yield CellLine(Role.JUMP, 0, _placed(line, slot), style)

    def rules(self, slots: Sequence[Slot], case: TypeCase) -> list[Rule]:
        """The rules above, between and below the rows."""
        style = case.style
        tops, at = [], self.title_lines + self.head_lines
        for number, row in enumerate(self.rows, self.first):
            tops.append((number, slots[at].baseline - style.baseline))
            at += row.lines
        foot = slots[at - 1].baseline - style.baseline + style.leading
        edges = (slots[0].x, slots[0].x + slots[0].width)
        rules = list(table_rules(self.copy, tops, foot, edges, style.tables))
        if self.head_lines:
            head = [(0, slots[0].baseline - style.baseline), (1, tops[0][1])]
            rules = [*table_rules(self.copy, head, head[1][1], edges, style.tables), *rules]
        return list(dict.fromkeys(rules))


def _placed(line: Line, slot: Slot) -> Line:
    """A cell's line moved to a line of the page."""
    own = Slot(slot.x + line.slot.x, slot.baseline, line.slot.width)
    return replace(line, slot=own, x=slot.x + line.x, y=slot.baseline + line.y)
