"""One line set: its natural state at the edges, then squeezed or opened step by step to its width, to the unit.

A step takes all its places equally, each up to its limit, before the next one starts (CLREQ 3.6.3, 3.6.4). What a
division leaves over goes to the leftmost places, one unit each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from layout.text.costs import end_leeway, han_opening
from layout.text.lines import LineSums

# A blank that can change: where it is kept, the character it belongs to, and how much it can change by.
Place = tuple[dict[int, int], int, int]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line's advances by character, the shifts of its glyphs, its width, and its widest Han gap in em/1000.

    `hung` is the part of the last mark that stands outside the measure.
    """

    advances: list[int]
    shifts: dict[int, int]
    width: int
    opening: int
    hung: int = 0


def set_line(sums: LineSums, start: int, end: int, width: int, *, justify: bool) -> SetLine:
    """Set the characters `start` to `end` in `width`; without `justify` the line is only squeezed if it must be."""
    state = _Line(sums, start, end)
    spare = width - state.width
    hung = 0
    if spare < 0:
        leeway = end_leeway(sums, end, spare)
        if leeway:
            hung = state.give_way(leeway)
            spare = width + hung - state.width
    if spare < 0:
        state.squeeze(-spare)
    elif spare and justify:
        state.open(spare)
    return SetLine(state.advances, state.shifts, state.width - hung, state.opening, hung)


def _inside(blanks: dict[int, int], places: list[int], start: int, end: int) -> dict[int, int]:
    """The blanks of the characters `start` to `end`; `places` are where there are any."""
    if not places:
        return {}
    first = bisect_left(places, start)
    return {at: blanks[at] for at in places[first : bisect_left(places, end, first)]}


class _Line:
    """A line being set."""

    def __init__(self, sums: LineSums, start: int, end: int) -> None:
        measured = sums.measured
        self.sums, self.measured, self.start, self.end = sums, measured, start, end
        self.advances = measured.width[start:end]
        self.opening = 0
        left, right, gap, spaces = sums.places
        self.left = _inside(measured.left, left, start, end)
        self.right = _inside(measured.right, right, start, end)
        self.gap = _inside(measured.gap, gap, start, end)
        self.spaces = _inside(measured.spaces, spaces, start, end)
        self._trim_edges()
        self.width = sum(self.advances)

    def _trim_edges(self) -> None:
        """Flush marks, no gap and no space at the edges (CLREQ 3.1.6.3, 3.2.2)."""
        sums, start, last = self.sums, self.start, self.end - 1
        if start in self.left:
            self._change(self.left, start, sums.start.get(start, 0))
        while last > start and last in self.spaces:
            self._change(self.spaces, last, -self.spaces[last])
            del self.spaces[last]
            last -= 1
        if last in self.gap:
            self._change(self.gap, last, -self.gap[last])
            del self.gap[last]
            if self.measured.letters[last] == "g":
                last -= 1
        if last in self.right:
            half = self.measured.setting.line_end == "half"
            self._change(self.right, last, -self.right[last] if half else self.measured.shared.get(last, 0))
        self.last = last

    def _change(self, blanks: dict[int, int], at: int, by: int) -> None:
        blanks[at] += by
        self.advances[at - self.start] += by

    def give_way(self, leeway: int) -> int:
        """Let the mark at the end lose its blank, or hang; gives what stands outside."""
        if self.measured.setting.hang != "none" and leeway >= self.advances[self.last - self.start]:
            return self.advances[self.last - self.start]
        self._change(self.right, self.last, -self.right[self.last])
        self.width -= leeway
        return 0

    def squeeze(self, need: int) -> None:
        """Brackets, pauses, Han–Western gaps, full stops, in this order (CLREQ 3.6.3)."""
        letters, setting = self.measured.letters, self.measured.setting
        least = self.sums.limits.least_gap
        steps: list[list[Place]] = [
            [(self.left, at, b) for at, b in self.left.items()]
            + [(self.right, at, b) for at, b in self.right.items() if letters[at] == "C"],
            [(self.right, at, b) for at, b in self.right.items() if letters[at] == "P"],
            [(self.gap, at, max(0, width - least)) for at, width in self.gap.items()],
            [(self.right, at, b) for at, b in self.right.items() if letters[at] in "SX" and setting.stop_shrink],
        ]
        for step in steps:
            need = self._take(step, need, -1)
            if not need:
                return

    def open(self, need: int) -> None:
        """Word spaces, Han–Western gaps, then Han gaps (and the marks of elastic kaiming), in this order."""
        widest, most = self.sums.limits.widest_space, self.sums.limits.most_gap
        need = self._take([(self.spaces, at, max(0, widest - w)) for at, w in self.spaces.items()], need, 1)
        need = self._take([(self.gap, at, max(0, most - w)) for at, w in self.gap.items()], need, 1)
        if need:
            self._open_han(need)

    def _open_han(self, need: int) -> None:
        start = self.start
        places = [at for at in range(start, self.last) if self.sums.open_after[at]]
        growing = self._growing()
        if not places:
            places = list(range(start, self.last)) if not growing else []
        first = self.sums.limits.first_opening
        elastic = sum(room for _, _, room in growing)
        opening = han_opening(need, len(places), elastic, first) if places else 0
        han = min(need, int(opening * len(places)) if growing else need)
        if growing and need > len(places) * first:
            grown = min(elastic, need - len(places) * first)
            need = need - grown + self._take(growing, grown, 1)
            han = need
        if places:
            self._spread(places, han)
        elif need:
            self._spread(list(range(start, max(self.last, start + 1))), need)

    def _growing(self) -> list[Place]:
        sums, start = self.sums, self.start
        if sums.elastic[self.end] == sums.elastic[start]:
            return []
        found = []
        for blanks in (self.left, self.right):
            for at in blanks:
                room = sums.elastic[at + 1] - sums.elastic[at]
                if room and at not in {start if blanks is self.left else -1, self.last}:
                    found.append((blanks, at, room))
        return sorted(found, key=lambda place: place[1])

    def _spread(self, places: list[int], need: int) -> None:
        each, over = divmod(need, len(places))
        for number, at in enumerate(places):
            self.advances[at - self.start] += each + (number < over)
        self.width += need
        self.opening = -(-need * 1000 // (len(places) * self.measured.em))

    def _take(self, places: Iterable[Place], need: int, sign: int) -> int:
        """Take `need` from places equally, none beyond its room; gives what is left."""
        active = [(blanks, at, room) for blanks, at, room in places if room > 0]
        while need and active:
            each, over = divmod(need, len(active))
            left: list[Place] = []
            for number, (blanks, at, room) in enumerate(active):
                amount = min(room, each + (number < over))
                self._change(blanks, at, sign * amount)
                self.width += sign * amount
                need -= amount
                if amount < room:
                    left.append((blanks, at, room - amount))
            active = left
        return need

    @property
    def shifts(self) -> dict[int, int]:
        """What moves glyphs inside their advances: centred ones, and opening marks whose left blank is cut."""
        half = self.measured.em // 2
        found = {at: dx for at, dx in self.measured.row.shift.items() if self.start <= at < self.end}
        for at, blank in self.left.items():
            if blank != half:
                found[at] = blank - half
        return dict(sorted(found.items()))
