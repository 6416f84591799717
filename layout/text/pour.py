"""Paragraphs poured into slots: shaped and measured once, broken over the real slots, set line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from layout.display.items import Glyphs
from layout.geometry import Slot
from layout.text.breaks import Breaker
from layout.text.glyphs import line_glyphs, line_stands
from layout.text.grid import grid_breaks, grid_line
from layout.text.hyphens import hyphen_at, last_resort
from layout.text.justify import set_line
from layout.text.lines import LineSums, line_sums
from layout.text.measure import measure
from layout.text.model import Line, Poured, Prose, Stand, Trouble
from layout.units import Length

# What a paragraph is set in when there is no slot at all.
DEFAULT_EMS = 13

# A line wherever it may stand: how far it is set in, its runs and their styles, width, opening and stands.
_Kept: TypeAlias = "tuple[Length, tuple[Glyphs, ...], tuple[int, ...], Length, int, tuple[Stand, ...]]"


class Prepared(Struct):
    """A paragraph shaped and measured; its breaks in a run of equal measures are kept, and its lines once set.

    `asked` are breaks that it is set with wherever all its slots are so wide (`lengthened`, `with_full_end`).
    """

    prose: Prose
    sums: LineSums
    vertical: bool = False
    asked: tuple[Length, tuple[int, ...]] | None = None
    _further: LineSums | None = None
    _uniform: dict[Length, list[int]] = field(default_factory=dict)
    _set: dict[tuple[int, int, Length], _Kept] = field(default_factory=dict)

    @property
    def further(self) -> LineSums | None:
        """The paragraph with its breaks of the last resort; None when it has none."""
        if self._further is None:
            self._further = last_resort(self.sums)
        return self._further

    def sums_for(self, end: int) -> LineSums:
        """The sums by which a line that ends there is set."""
        return self.sums if self.sums.legal[end] or not self.further else self.further

    def uniform_breaks(self, width: Length) -> list[int]:
        """The line ends when every slot is equally wide."""
        if width not in self._uniform:
            self._uniform[width] = _breaks(self, lambda _: width)
        return self._uniform[width]

    def line(self, start: int, end: int, width: Length) -> _Kept:
        """The line of some characters in a slot so wide: set once, wherever a story poured again puts it."""
        found = self._set.get((start, end, width))
        if found is None:
            found = self._set[start, end, width] = _set_line(self, start, end, width)
        return found


def prepare(prose: Prose, *, vertical: bool = False) -> Prepared:
    """Shape and measure a paragraph."""
    return Prepared(prose, line_sums(measure(prose, vertical=vertical)), vertical)


def lengthened(prepared: Prepared, width: Length, dearest: float) -> Prepared | None:
    """The paragraph with a line more in slots of a width, no line dearer than `dearest`; None when it has none such."""
    if prepared.prose.setting.grid or prepared.prose.align != "justify":
        return None
    return _asked(prepared, width, _breaker(prepared, width).longer(prepared.uniform_breaks(width), dearest))


def with_full_end(prepared: Prepared, width: Length, least: Length, dearest: float) -> Prepared | None:
    """The paragraph with as many lines as ever, its last one `least` wide; None when it has none such."""
    ends, sums = prepared.uniform_breaks(width), prepared.sums
    if prepared.prose.setting.grid or prepared.prose.align != "justify" or len(ends) < 2:
        return None
    latest = bisect_right(sums.natural, sums.ending[-1] - least) - 1
    return _asked(prepared, width, _breaker(prepared, width).fuller(ends, dearest, latest))


def _breaker(prepared: Prepared, width: Length) -> Breaker:
    first = width - prepared.prose.indent
    return Breaker(prepared.sums, lambda number: width if number else first)


def _asked(prepared: Prepared, width: Length, found: list[int] | None) -> Prepared | None:
    if found is None or prepared.sums.is_short_last(found[-2]):
        return None
    return Prepared(prepared.prose, prepared.sums, prepared.vertical, (width, tuple(found)))


def pour(paragraphs: Sequence[Prose | Prepared], slots: Sequence[Slot]) -> Poured:
    """Set paragraphs one after another in slots; what remains when they end is set in more like the last one."""
    lines: list[Line] = []
    troubles: list[Trouble] = []
    row = Row(slots)
    for index, given in enumerate(paragraphs):
        prepared = given if isinstance(given, Prepared) else prepare(given)
        if not prepared.prose.text:
            continue
        start, first = 0, len(lines)
        for end in line_ends(prepared, row, first):
            line = _line(prepared, row.slot(len(lines), prepared), (start, end), index)
            lines.append(line)
            _note_troubles(prepared, line, troubles)
            start = end
    cut = len(slots)
    return Poured(tuple(lines[:cut]), tuple(lines[cut:]), tuple(troubles))


class Row:
    """Slots in a row; after the last one, more like it. `alike[i]` is how far the slots from i on are equally wide."""

    __slots__ = ("alike", "slots")

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = slots
        self.alike = [len(slots)] * len(slots)
        for at in range(len(slots) - 2, -1, -1):
            self.alike[at] = self.alike[at + 1] if slots[at].width == slots[at + 1].width else at + 1

    def slot(self, number: int, prepared: Prepared) -> Slot:
        """The slot of a number; what is set in when there is none at all hangs on the paragraph's size."""
        if number < len(self.slots):
            return self.slots[number]
        return self.slots[-1] if self.slots else Slot(0, 0, DEFAULT_EMS * prepared.prose.font.size)

    def uniform(self, first: int, lines: int) -> bool:
        """Whether the `lines` slots from `first` on are equally wide."""
        end = len(self.slots)
        return first >= end or self.alike[first] == end or self.alike[first] - first >= lines


def line_ends(prepared: Prepared, row: Row, first: int) -> Sequence[int]:
    """The line ends; a run of equal slots shares one result however often the paragraph is poured."""
    width = row.slot(first, prepared).width
    if prepared.asked and prepared.asked[0] == width and row.uniform(first, len(prepared.asked[1])):
        return prepared.asked[1]
    least = len(prepared.prose.text) * prepared.sums.measured.em // max(width, 1) + 3
    if row.uniform(first, least):
        ends = prepared.uniform_breaks(width)
        if len(ends) <= least or row.uniform(first, len(ends)):
            return ends
    return _breaks(prepared, lambda number: row.slot(first + number, prepared).width)


def _breaks(prepared: Prepared, width_of_slot: Callable[[int], Length]) -> list[int]:
    first = width_of_slot(0) - prepared.prose.indent

    def measure_of(number: int) -> Length:
        return width_of_slot(number) if number else first

    if prepared.prose.setting.grid:
        return grid_breaks(prepared.sums.measured, measure_of)
    breaker = Breaker(prepared.sums, measure_of)
    ends = breaker.best()
    if breaker.strained and prepared.further:
        return Breaker(prepared.further, measure_of).best()
    return ends


def _line(prepared: Prepared, slot: Slot, span: tuple[int, int], paragraph: int) -> Line:
    start, end = span
    into, runs, styles, width, opening, stands = prepared.line(start, end, slot.width)
    x, y = (slot.x, slot.baseline + into) if prepared.vertical else (slot.x + into, slot.baseline)
    last = end == len(prepared.prose.text)
    return Line(slot, x, runs, styles, paragraph, start, end, width, opening, last, y, stands)


def _set_line(prepared: Prepared, start: int, end: int, measure: Length) -> _Kept:
    prose, sums = prepared.prose, prepared.sums_for(end)
    last = end == len(prose.text)
    into = 0 if start else prose.indent
    width = measure - into
    if prose.setting.grid:
        set_ = grid_line(sums.measured, start, end, width)
    else:
        set_ = set_line(sums, start, end, width, justify=prose.align == "justify" and not last)
    runs, styles = line_glyphs(sums.measured.row, prose.text, (start, end), set_.advances, set_.shifts)
    stands = line_stands(sums.measured.row, (start, end), set_.advances) if prepared.vertical else ()
    if end in sums.hyphens:
        hyphen = hyphen_at(sums.measured.row, end)
        runs, styles = (*runs, hyphen), (*styles, -1)
        stands = (*stands, Stand("turned", hyphen.width)) if stands else ()
    if prose.align == "center":
        into += (width - set_.width) // 2
    elif prose.align == "right":
        into += width - set_.width
    return into, runs, styles, set_.width, set_.opening, stands


def _parted(prepared: Prepared, end: int) -> str:
    """How what should stand together is parted at a line's end."""
    further = prepared.further
    if further is None or not further.legal[end]:
        return "cut"
    return "hyphenated" if end in further.hyphens else "parted"


def _note_troubles(prepared: Prepared, line: Line, troubles: list[Trouble]) -> None:
    """Report what could not be set within its limits."""
    sums, width = prepared.sums, line.slot.width - (prepared.prose.indent if line.start == 0 else 0)
    if line.opening <= sums.limits.loose_per_mille and line.width <= width and sums.legal[line.end] and not line.last:
        return
    where = (line.paragraph, line.start, line.end)
    if line.opening > sums.limits.faulty_per_mille:
        troubles.append(Trouble("faulty", *where, line.opening))
    elif line.opening > sums.limits.loose_per_mille:
        troubles.append(Trouble("loose", *where, line.opening))
    if not sums.legal[line.end] and not prepared.prose.setting.grid:
        troubles.append(Trouble(_parted(prepared, line.end), *where))
    if line.width > width:
        troubles.append(Trouble("overfull", *where, line.width - width))
    if line.last and sums.is_short_last(line.start):
        troubles.append(Trouble("orphan", *where))
