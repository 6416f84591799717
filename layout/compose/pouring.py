"""One pass of a story's text through its legs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from layout.compose.copy import Passage
from layout.display.items import Role
from layout.edition.model import Story
from layout.geometry import Slot
from layout.plan.type import TypeCase
from layout.style.model import TypeStyle
from layout.text.model import Line, Poured, Prose, Trouble
from layout.text.pour import pour

# A subhead wants this many lines of text under it in the same column (背题, the printers' rule).
LINES_UNDER_SUBHEAD = 2


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line in place: what it is, and for body text and subheads the index of its paragraph."""

    role: Role
    paragraph: int
    line: Line
    style: TypeStyle


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg's slots, and the block and the shape of the block that it belongs to."""

    block: int
    shape: int
    slots: tuple[Slot, ...]


@dataclass(slots=True)
class Pouring:
    """Where in the legs we are, and what stands so far: the lines of each block, and those that found no slot."""

    legs: Sequence[Leg]
    case: TypeCase
    blocks: int
    lines: list[list[SetLine]] = field(init=False)
    rest: list[SetLine] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    _places: list[tuple[Slot, Leg]] = field(init=False)
    _cursor: int = 0

    def __post_init__(self) -> None:
        self.lines = [[] for _ in range(self.blocks)]
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
        if passage.subhead is not None:
            self._subhead(passage.subhead, story)
        if passage.spaced:
            self._skip_line()
        if passage.paragraphs:
            poured = pour([prepared for _, prepared in passage.paragraphs], self._free())
            self._keep(poured, Role.PARAGRAPH, [index for index, _ in passage.paragraphs], "body")

    def closing(self, text: str, style: TypeStyle) -> None:
        """Set a byline at the end of the story, on a line of its own."""
        prose = Prose(text, self.case.font(style), self.case.body_setting, style.align)
        self._keep(pour((prose,), self._free()), Role.BYLINE, [0], "byline-end")

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
        """A subhead stands in the middle of one line more than it has, with text under it in the same column."""
        style = self.case.style.types["subhead"]
        prose = Prose(story.body[index].text, self.case.font(style), self.case.headline_setting, style.align)
        rows = self._rows_of(prose)
        self._skip_short_leg(rows + 1 + LINES_UNDER_SUBHEAD)
        slots = self._free()[: rows + 1]
        if len(slots) < rows + 1:
            self._keep(pour((prose,), ()), Role.SUBHEAD, [index], "subhead")
            return
        half = (slots[1].baseline - slots[0].baseline) // 2
        raised = [Slot(slot.x, slot.baseline + half, slot.width) for slot in slots[:rows]]
        block = self._places[self._cursor][1].block
        self.lines[block] += [SetLine(Role.SUBHEAD, index, line, style) for line in pour((prose,), raised).placed]
        self._cursor += rows + 1

    def _rows_of(self, prose: Prose) -> int:
        if not self.empty:
            return 1
        measure = self._places[self._cursor][0].width
        return len(pour((prose,), [Slot(0, 0, measure)] * 4).placed)

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
