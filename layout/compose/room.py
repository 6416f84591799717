"""A small box of a page opened: its frame and title drawn, and the lines left in it for what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.frames import frame_items
from layout.compose.workshop import Workshop
from layout.diagnostics import Span
from layout.display.items import Item, Layer, TextRun
from layout.edition.model import Box
from layout.geometry import Point, Slot
from layout.plan.findings import BOX_FULL
from layout.plan.grid import PageGrid
from layout.style.borders import NO_FRAME, FrameStyle
from layout.text.model import Line, Prose
from layout.text.pour import pour
from layout.text.words import set_words, width_of
from layout.units import Length


class Room(Struct, frozen=True):
    """The place in a box under its title: left edge, width, and the baselines of its lines on the page's grid."""

    x: Length
    width: Length
    rows: tuple[Length, ...]
    leading: Length

    def slots(self, first: int = 0, left: Length = 0, right: Length = 0) -> tuple[Slot, ...]:
        """Slots from a row on, held off the edges by `left` and `right`."""
        return tuple(Slot(self.x + left, row, self.width - left - right) for row in self.rows[first:])

    def spread(self, groups: Sequence[int], most: Length, *, titled: bool = False) -> tuple[Length, ...]:
        """Baselines of groups of lines from the top down, spare height shared out between them, `most` at most each.

        Under a title the first group has its share of white above it, too.
        """
        spare = (len(self.rows) - sum(groups)) * self.leading
        white = max(0, min(most, spare // max(1, len(groups) - 1 + titled)))
        lines = [index + titled for index, count in enumerate(groups) for _ in range(count)]
        return tuple(row + group * white for row, group in zip(self.rows, lines, strict=False))

    def part(self, index: int, count: int, gap: Length) -> Room:
        """One of `count` equal parts side by side."""
        width = (self.width - (count - 1) * gap) // count
        return Room(self.x + index * (width + gap), width, self.rows, self.leading)


class BoxSetter(Struct, frozen=True):
    """What a small box is drawn with: the part it belongs to, the page's grid and the workshop."""

    part: int
    grid: PageGrid
    workshop: Workshop

    def open(self, box: Box, frame: str, title: str, title_type: str, most_white: int = 1) -> tuple[list[Item], Room]:
        """The frame and the title of a box, and the room under them; `most_white` lines stay free under the title."""
        style = self.workshop.case.style.frames.get(frame, NO_FRAME)
        items = list(frame_items(self.grid.rect(box), style, self.part))
        room = self._room(box, style)
        if not title or not room.rows:
            return items, room
        taken = self._title_rows(title_type)
        baseline = room.rows[min(taken, len(room.rows)) - 1]
        items += self.words(title, title_type, Slot(room.x, baseline, room.width))
        white = most_white if len(room.rows) > taken + 3 else 0
        return items, replace(room, rows=room.rows[taken + white :])

    def _room(self, box: Box, frame: FrameStyle) -> Room:
        """The inside of a box, less what its frame keeps free."""
        inner = self.grid.rect(box).inset(frame.insets)
        numbers = range(box.line + frame.head_lines, box.line + box.lines - frame.foot_lines)
        return Room(inner.x, inner.width, tuple(self.grid.baseline_of(number) for number in numbers), self.grid.leading)

    def _title_rows(self, title_type: str) -> int:
        """How many lines a title of a type takes."""
        return max(1, -(-self.workshop.case.style.types[title_type].size // self.grid.leading))

    def words(self, text: str, type_name: str, slot: Slot, align: str = "") -> Iterable[TextRun]:
        """One unbroken line in a slot, aligned as its type says or as given."""
        case = self.workshop.case
        style = case.style.types[type_name]
        runs = set_words(text, case.font(style), case.headline_setting)
        spare = slot.width - width_of(runs)
        x = slot.x + {"center": spare // 2, "right": spare}.get(align or style.align, 0)
        for run in runs:
            yield TextRun(Layer.TEXT, self.part, Point(x, slot.baseline), run, style.ink)
            x += run.width

    def width(self, text: str, type_name: str) -> Length:
        """How wide one unbroken line is."""
        case = self.workshop.case
        return width_of(set_words(text, case.named(type_name), case.headline_setting))

    def lines(self, texts: Sequence[str], type_name: str, slots: Sequence[Slot]) -> tuple[Line, ...]:
        """Short paragraphs set in slots; the caller counts those that have none."""
        case = self.workshop.case
        style = case.style.types[type_name]
        align = "left" if style.align == "justify" else style.align
        prose = [Prose(text, case.font(style), case.body_setting, align) for text in texts]
        poured = pour(prose, slots)
        return (*poured.placed, *poured.rest)

    def drawn(self, lines: Iterable[Line], type_name: str, rows: Sequence[Length]) -> Iterable[TextRun]:
        """Lines moved to baselines of their own, one a row."""
        ink = self.workshop.case.style.types[type_name].ink
        for line, row in zip(lines, rows, strict=False):
            x = line.x
            for run in line.runs:
                yield TextRun(Layer.TEXT, self.part, Point(x, row), run, ink)
                x += run.width

    def report_full(self, title: str, span: Span, over: int) -> None:
        """Report lines that found no room."""
        self.workshop.sink.report(BOX_FULL, span, "lines", title=title, lines=over)
