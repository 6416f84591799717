"""One pass of a story's text through its legs."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.copy import Passage
from layout.compose.initial import beside
from layout.compose.subhead import Subhead, cell_of, subhead
from layout.compose.tables import CellLine, TablePart
from layout.display.items import Role, Rule
from layout.edition.model import Story
from layout.geometry import Slot
from layout.plan.model import Plate
from layout.plan.table import TableCopy, too_wide
from layout.plan.type import TypeCase
from layout.style.model import SubheadStyle, TypeStyle
from layout.text.model import Line, Poured, Prose, Trouble
from layout.text.pour import DEFAULT_EMS, Prepared, pour, prepare
from layout.text.table import SetTable, set_table
from layout.units import Length

# A subhead wants this many lines of text under it in the same column (背题, the printers' rule).
LINES_UNDER_SUBHEAD = 2


class SetLine(Struct, frozen=True):
    """A line in place: what it is, for body text and subheads the index of its paragraph, and what it stands on."""

    role: Role
    paragraph: int
    line: Line
    style: TypeStyle
    plate: Plate | None = None


class Leg(Struct, frozen=True):
    """A leg's slots, and the block and the shape of the block that it belongs to; a tier of vertical text is one."""

    block: int
    shape: int
    slots: tuple[Slot, ...]
    vertical: bool = False


@dataclass(slots=True)
class Pouring:
    """Where in the legs we are, and what stands so far: the lines of each block, and those that found no slot.

    `look` is how subheads look. `passed_over` counts the slots that one of them, or a table, left empty at a foot.
    """

    legs: Sequence[Leg]
    case: TypeCase
    blocks: int
    look: SubheadStyle
    drop_capital: int = 0
    lines: list[list[SetLine]] = field(init=False)
    rest: list[SetLine] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    rules: list[list[Rule]] = field(init=False)
    _places: list[tuple[Slot, Leg]] = field(init=False)
    passed_over: int = 0
    _cursor: int = 0

    def __post_init__(self) -> None:
        self.lines = [[] for _ in range(self.blocks)]
        self.rules = [[] for _ in range(self.blocks)]
        self._places = [(slot, leg) for leg in self.legs for slot in leg.slots]

    @property
    def taken(self) -> Sequence[tuple[Slot, Leg]]:
        """The slots used or passed over, with their legs."""
        return self._places[: self._cursor]

    @property
    def empty(self) -> int:
        """How many slots are left."""
        return len(self._places) - self._cursor

    @property
    def last_leg(self) -> Leg:
        """The leg of the last slot taken (the first leg when none was)."""
        return self.taken[-1][1] if self._cursor else self.legs[0]

    def passage(self, passage: Passage, story: Story) -> None:
        """Set a subhead, if there is one, and the paragraphs under it."""
        if passage.table:
            self._table(passage.table)
        if passage.subhead is not None:
            self._subhead(passage.subhead, story)
        if passage.spaced:
            self._skip_line()
        if passage.paragraphs:
            self._paragraphs(passage.paragraphs, self._beside_initial(passage))

    def _paragraphs(self, paragraphs: Sequence[tuple[int, Prepared]], slots: list[Slot]) -> None:
        """Set paragraphs one after another; where rows are parted by a picture none begins in the right part of one."""
        if not parted(slots):
            poured = pour([prepared for _, prepared in paragraphs], slots)
            self._keep(poured, Role.PARAGRAPH, [index for index, _ in paragraphs], "body")
            return
        for number, (index, prepared) in enumerate(paragraphs):
            if number:
                self._skip_right_part()
                slots = self._free()
            self._keep(pour([prepared], slots), Role.PARAGRAPH, [index], "body")

    def _skip_right_part(self) -> None:
        """Go on to the next row when the next slot is not the first of its row."""
        while 0 < self._cursor < len(self._places):
            (before, one), (after, other) = self._places[self._cursor - 1 : self._cursor + 1]
            if one is not other or self.vertical or before.baseline != after.baseline:
                return
            self._cursor += 1

    def _beside_initial(self, passage: Passage) -> list[Slot]:
        """The free slots; beside a drop capital, which stays in its leg, they are narrower."""
        index, first = passage.paragraphs[0]
        slots = self._free()
        if first.prose.initial is None or not slots:
            return slots
        leg = self._places[self._cursor][1]
        lines = sum(1 for _, other in self._places[self._cursor :][: self.drop_capital] if other is leg)
        if lines < self.drop_capital:
            self.troubles.append(Trouble("initial", index, 0, first.prose.initial.at + 1))
        return beside(first, slots, lines)

    def closing(self, text: str, style: TypeStyle) -> None:
        """Set a byline at the end of the story, on a line of its own."""
        prose = Prose(text, self.case.font(style), self.case.body_setting, style.align)
        self._keep(pour((prepare(prose, vertical=self.vertical),), self._free()), Role.BYLINE, [0], "byline-end")

    def _free(self) -> list[Slot]:
        return [slot for slot, _ in self._places[self._cursor :]]

    def _keep(self, poured: Poured, role: Role, indexes: Sequence[int], type_name: str) -> None:
        style = self.case.style.types[type_name]
        for line, (_, leg) in zip(poured.placed, self._places[self._cursor :], strict=False):
            self.lines[leg.block].append(SetLine(role, indexes[line.paragraph], line, style))
        self._cursor += len(poured.placed)
        if poured.rest:
            self.rest += [SetLine(role, indexes[line.paragraph], line, style) for line in poured.rest]
            self._cursor = len(self._places)
        self.troubles += [Trouble(t.what, indexes[t.paragraph], t.start, t.end, t.amount) for t in poured.troubles]

    def _subhead(self, index: int, story: Story) -> None:
        """A subhead stands on whole lines of its own, with text under it in the same column."""
        head = subhead(story.body[index].text, self.look, self.case)
        if self.vertical:
            self._subhead_down(index, head)
            return
        self._skip_to_room(head)
        lines = head.lines(self._measure)
        slots = self._free()[:lines]
        if len(slots) < lines:
            self._keep(pour((head.prose,), ()), Role.SUBHEAD, [index], self.look.type)
            return
        rows = head.placed(slots, self.case.style)
        plate = head.plate(slots, rows, cell_of(slots, self.case.style))
        block = self._places[self._cursor][1].block
        for number, row in enumerate(rows):
            self.lines[block].append(SetLine(Role.SUBHEAD, index, row, head.style, None if number else plate))
        self._cursor += lines

    def _subhead_down(self, index: int, head: Subhead) -> None:
        """A subhead in vertical text: one line in the middle of two, with text after it in the same tier."""
        self._skip_short_leg(2 + LINES_UNDER_SUBHEAD)
        prepared = prepare(head.prose, vertical=True)
        slots = self._free()[:2]
        if len(slots) < 2:
            self._keep(pour((prepared,), ()), Role.SUBHEAD, [index], self.look.type)
            return
        one, other = slots
        between = Slot((one.x + other.x) // 2, one.baseline, one.width)
        block = self._places[self._cursor][1].block
        rows = pour((prepared,), (between,))
        self.lines[block] += [SetLine(Role.SUBHEAD, index, row, head.style) for row in rows.placed]
        self.rest += [SetLine(Role.SUBHEAD, index, row, head.style) for row in rows.rest]
        self._cursor += 2

    @property
    def vertical(self) -> bool:
        """Whether the text runs down."""
        return bool(self.legs) and self.legs[0].vertical

    def _table(self, copy: TableCopy) -> None:
        """A table keeps together where a leg can hold it; else it is parted between rows."""
        self._skip_line()
        if not self.empty or self.vertical:
            self._rest_of_table(TablePart(copy, set_table(copy.cells, self._last_width()), 0, copy.table.rows))
            if self.vertical:
                self.troubles.append(Trouble("down", copy.table.first, 0, 0))
            return
        setting = set_table(copy.cells, self._places[self._cursor][0].width)
        self._note_table(copy, setting)
        part = TablePart(copy, setting, 0, copy.table.rows)
        if any(len(leg.slots) >= part.lines for leg in self.legs):
            self._skip_short_leg(part.lines)
        while part.first < part.last:
            fitting = part.fitting(self._left_in_leg())
            if fitting.last == fitting.first:
                if not self._next_leg():
                    self._rest_of_table(part)
                    return
                continue
            self._place_table(fitting)
            part = replace(part, first=fitting.last)
        self._skip_line()

    def _place_table(self, part: TablePart) -> None:
        slots = self._free()[: part.lines]
        block = self._places[self._cursor][1].block
        self.lines[block] += [SetLine(cell.role, cell.paragraph, cell.line, cell.style) for cell in self._cells(part)]
        self.rules[block] += part.rules(slots, self.case)
        self._cursor += part.lines

    def _cells(self, part: TablePart) -> Iterable[CellLine]:
        return part.set_lines(self._free()[: part.lines], self.case)

    def _rest_of_table(self, part: TablePart) -> None:
        """Rows that found no slot."""
        leading = self.case.style.leading
        slots = [Slot(0, row * leading, self._last_width()) for row in range(part.lines)]
        for cell in part.set_lines(slots, self.case):
            if cell.role is Role.JUMP:
                continue
            self.rest.append(SetLine(cell.role, cell.paragraph, cell.line, cell.style))
        self._cursor = len(self._places)

    def _note_table(self, copy: TableCopy, setting: SetTable) -> None:
        if over := too_wide(copy, setting):
            self.troubles.append(Trouble("wide", copy.table.first, 0, 0, over))
        self.troubles += [replace(t, paragraph=copy.table.first + t.paragraph) for t in setting.troubles]

    def _last_width(self) -> Length:
        return self._places[-1][0].width if self._places else self.case.style.body_size * DEFAULT_EMS

    def _left_in_leg(self) -> int:
        """How many slots of the same width and place follow in this leg."""
        if not self.empty:
            return 0
        first, leg = self._places[self._cursor]
        alike = takewhile(
            lambda place: place[1] is leg and (place[0].x, place[0].width) == (first.x, first.width),
            self._places[self._cursor :],
        )
        return sum(1 for _ in alike)

    def _next_leg(self) -> bool:
        """Go on after the slots that are alike; false when there are none."""
        self._cursor += self._left_in_leg()
        return self.empty > 0

    @property
    def _measure(self) -> Length:
        """The width of the next slot."""
        return self._places[min(self._cursor, len(self._places) - 1)][0].width if self._places else 0

    def _skip_to_room(self, head: Subhead) -> None:
        """Go on to where a subhead has its lines directly under one another, and text under them in the same column.

        In the last column it takes what there is.
        """
        start = self._cursor
        while self.empty:
            lines = head.lines(self._measure)
            self._skip_short_leg(lines + LINES_UNDER_SUBHEAD)
            slots = self._free()[:lines]
            if len(slots) < lines or under_one_another(slots, self.case.style.leading):
                return
            self._cursor += 1
        self._cursor = start

    def _skip_line(self) -> None:
        """Leave a line empty between stanzas, except at the top of a leg."""
        if self._cursor and self.empty and self._places[self._cursor][1] is self._places[self._cursor - 1][1]:
            self._cursor += 1

    def _skip_short_leg(self, wanted: int) -> None:
        """Go on to the next leg when this one has room for fewer than `wanted` lines."""
        if not self.empty:
            return
        leg = self._places[self._cursor][1]
        left = sum(1 for _, other in self._places[self._cursor :] if other is leg)
        if left < wanted and leg is not self._places[-1][1]:
            self._cursor += left
            self.passed_over += left


def parted(slots: Sequence[Slot]) -> bool:
    """Whether some row has two slots, at the left and at the right of a picture."""
    return any(one.baseline == other.baseline and one.x < other.x for one, other in itertools.pairwise(slots))


def under_one_another(slots: Sequence[Slot], leading: Length) -> bool:
    """Whether slots of one width stand on neighbouring lines, one under another."""
    return all(
        (one.x, one.width, one.baseline + leading) == (other.x, other.width, other.baseline)
        for one, other in itertools.pairwise(slots)
    )
