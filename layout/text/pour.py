"""Paragraphs poured into slots: shaped and measured once, broken over the real slots, set line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from layout.geometry import Slot
from layout.text.breaks import Breaker
from layout.text.glyphs import line_glyphs, line_stands
from layout.text.justify import set_line
from layout.text.lines import LineSums, line_sums
from layout.text.measure import measure
from layout.text.model import Line, Poured, Prose, Trouble
from layout.units import Length

# What a paragraph is set in when there is no slot at all.
DEFAULT_EMS = 13


@dataclass(slots=True)
class Prepared:
    """A paragraph shaped and measured; its breaks in a run of equal measures are kept."""

    prose: Prose
    sums: LineSums
    vertical: bool = False
    _uniform: dict[Length, list[int]] = field(default_factory=dict)

    def uniform_breaks(self, width: Length) -> list[int]:
        """The line ends when every slot is equally wide."""
        if width not in self._uniform:
            self._uniform[width] = _breaks(self, lambda _: width)
        return self._uniform[width]


def prepare(prose: Prose, *, vertical: bool = False) -> Prepared:
    """Shape and measure a paragraph."""
    return Prepared(prose, line_sums(measure(prose, vertical=vertical)), vertical)


def pour(paragraphs: Sequence[Prose | Prepared], slots: Sequence[Slot]) -> Poured:
    """Set paragraphs one after another in slots; what remains when they end is set in more like the last one."""
    placed: list[Line] = []
    rest: list[Line] = []
    troubles: list[Trouble] = []
    cursor = 0
    for index, given in enumerate(paragraphs):
        prepared = given if isinstance(given, Prepared) else prepare(given)
        if not prepared.prose.text:
            continue
        own = _Slots(slots, cursor, prepared)
        ends = _ends(prepared, own)
        for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
            line = _line(prepared, own, number, (start, end), index)
            (placed if cursor < len(slots) else rest).append(line)
            cursor += 1
            _note_troubles(prepared, line, troubles)
    return Poured(tuple(placed), tuple(rest), max(0, len(slots) - cursor), tuple(troubles))


@dataclass(frozen=True, slots=True)
class _Slots:
    """The slots from a paragraph's first line on; after the last one, more like it."""

    slots: Sequence[Slot]
    first: int
    prepared: Prepared

    def slot(self, number: int) -> Slot:
        if not self.slots:
            return Slot(0, 0, DEFAULT_EMS * self.prepared.prose.font.size)
        return self.slots[min(self.first + number, len(self.slots) - 1)]

    def measure(self, number: int) -> Length:
        return self.slot(number).width - (self.prepared.prose.indent if number == 0 else 0)

    def uniform(self, lines: int) -> Length | None:
        """The one width of the next `lines` slots, if they have one."""
        width = self.slot(0).width
        return width if all(self.slot(number).width == width for number in range(1, lines)) else None


def _ends(prepared: Prepared, own: _Slots) -> list[int]:
    """The line ends; a run of equal slots shares one result however often the paragraph is poured."""
    width = own.slot(0).width
    least = len(prepared.prose.text) * prepared.sums.measured.em // max(width, 1) + 3
    uniform = own.uniform(least)
    if uniform is not None:
        ends = prepared.uniform_breaks(uniform)
        if len(ends) <= least or own.uniform(len(ends)) is not None:
            return ends
    return _breaks(prepared, lambda number: own.slot(number).width)


def _breaks(prepared: Prepared, width_of_slot: Callable[[int], Length]) -> list[int]:
    indent = prepared.prose.indent
    return Breaker(prepared.sums, lambda number: width_of_slot(number) - (indent if number == 0 else 0)).best()


def _line(prepared: Prepared, own: _Slots, number: int, span: tuple[int, int], paragraph: int) -> Line:
    prose, sums = prepared.prose, prepared.sums
    slot, width = own.slot(number), own.measure(number)
    last = span[1] == len(prose.text)
    set_ = set_line(sums, *span, width, justify=prose.align == "justify" and not last)
    runs, styles = line_glyphs(sums.measured.row, prose.text, span, set_.advances, set_.shifts)
    into = slot.width - width
    if prose.align == "center":
        into += (width - set_.width) // 2
    elif prose.align == "right":
        into += width - set_.width
    line = Line(slot, slot.x + into, runs, styles, paragraph, *span, set_.width, set_.opening, last, slot.baseline)
    if prepared.vertical:
        stands = line_stands(sums.measured.row, span, set_.advances)
        return replace(line, x=slot.x, y=slot.baseline + into, stands=stands)
    return line


def _note_troubles(prepared: Prepared, line: Line, troubles: list[Trouble]) -> None:
    """Report what could not be set within its limits."""
    sums = prepared.sums
    where = (line.paragraph, line.start, line.end)
    width = line.slot.width - (prepared.prose.indent if line.start == 0 else 0)
    if line.opening > sums.limits.faulty_per_mille:
        troubles.append(Trouble("faulty", *where, line.opening))
    elif line.opening > sums.limits.loose_per_mille:
        troubles.append(Trouble("loose", *where, line.opening))
    if not sums.legal[line.end]:
        troubles.append(Trouble("cut", *where))
    if line.width > width:
        troubles.append(Trouble("overfull", *where, line.width - width))
    if line.last and sums.is_short_last(line.start):
        troubles.append(Trouble("orphan", *where))
