"""One line set: its natural state at the edges, then squeezed or opened step by step to its width, to the unit.

A step takes all its places equally, each up to its limit, before the next one starts (CLREQ 3.6.3, 3.6.4). What a
division leaves over goes to the leftmost places, one unit each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from layout.text.costs import end_leeway, han_opening, loosened
from layout.text.lines import LineSums

# A blank that can change: the character it belongs to, and how much it can change by.
Place = tuple[int, int]


class Justified(Struct):
    """A line's advances by character, the shifts of its glyphs, its width, and its widest Han gap in em/1000.

    The part of the last mark that hangs outside the measure is not in the width.
    """

    advances: list[int]
    shifts: dict[int, int]
    width: int
    opening: int


def set_line(sums: LineSums, start: int, end: int, width: int, *, justify: bool) -> Justified:
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
    return Justified(state.advances, state.shifts(), state.width - hung, state.opening)


class _Line:
    """A line being set: `left_blanks` are those of its opening marks as they stand now, `end_blank` its last mark's."""

    __slots__ = ("advances", "end", "end_blank", "last", "left_blanks", "measured", "opening", "start", "sums", "width")

    def __init__(self, sums: LineSums, start: int, end: int) -> None:
        measured = sums.measured
        self.sums, self.measured, self.start, self.end = sums, measured, start, end
        self.advances = measured.width[start:end]
        self.opening = self.end_blank = 0
        left = measured.left
        self.left_blanks = {at: left[at] for at in self._within(0)}
        self.width = sums.ending[end] - sums.natural[start] + sums.start.get(start, 0)
        self._trim_edges()

    def _within(self, kind: int) -> Sequence[int]:
        """The characters of the line that have a blank of a kind (see `LineSums.places`)."""
        places = self.sums.places[kind]
        if not places:
            return ()
        first = bisect_left(places, self.start)
        return places[first : bisect_left(places, self.end, first)]

    def _trim_edges(self) -> None:
        """Flush marks, no gap and no space at the edges (CLREQ 3.1.6.3, 3.2.2)."""
        measured, start, last = self.measured, self.start, self.end - 1
        if start in self.left_blanks:
            self._change_left(start, self.sums.start.get(start, 0))
        while last >= start and last in measured.spaces:
            self.advances[last - start] = 0
            last -= 1
        if last in measured.gap:
            self.advances[last - start] -= measured.gap[last]
            if measured.letters[last] == "g":
                last -= 1
        if last in measured.right:
            self.end_blank = measured.blank_at_end(last)
            self.advances[last - start] += self.end_blank - measured.right[last]
        self.last = last

    def _change_left(self, at: int, by: int) -> None:
        self.left_blanks[at] += by
        self.advances[at - self.start] += by

    def give_way(self, leeway: int) -> int:
        """Let the mark at the end lose its blank, or hang; gives what stands outside."""
        at = self.last - self.start
        if self.measured.setting.hang != "none" and leeway >= self.advances[at]:
            return self.advances[at]
        self.advances[at] -= self.end_blank
        self.width -= leeway
        self.end_blank = 0
        return 0

    def squeeze(self, need: int) -> None:
        """Brackets, pauses, Han–Western gaps, full stops, in this order (CLREQ 3.6.3)."""
        for step in self._squeezable():
            need = self._take(step, need, -1)
            if not need:
                return

    def _squeezable(self) -> tuple[list[Place], ...]:
        measured = self.measured
        letters, least = measured.letters, self.sums.limits.least_gap
        brackets = list(self.left_blanks.items())
        pauses: list[Place] = []
        stops: list[Place] = []
        for at in self._within(1):
            kind = {"C": brackets, "P": pauses}.get(letters[at], stops)
            kind.append((at, self.end_blank if at == self.last else measured.right[at]))
        gaps = [(at, measured.gap[at] - least) for at in self._within(2) if at < self.last]
        return brackets, pauses, gaps, stops if measured.setting.stop_shrink else []

    def open(self, need: int) -> None:
        """Word spaces, Han–Western gaps, then Han gaps (and the marks of elastic kaiming), in this order."""
        sums, start = self.sums, self.start
        if sums.stretch_ending[self.end] != sums.stretch[start]:
            measured, limits = self.measured, sums.limits
            spaces = [(at, limits.widest_space - measured.spaces[at]) for at in self._within(3) if at < self.last]
            need = self._take(spaces, need, 1)
            gaps = [(at, limits.most_gap - measured.gap[at]) for at in self._within(2) if at < self.last]
            need = self._take(gaps, need, 1)
        if need:
            self._open_han(need)

    def _open_han(self, need: int) -> None:
        sums, start = self.sums, self.start
        open_after = sums.open_after
        places = [at for at in range(start, self.last) if open_after[at]]
        growing = self._growing()
        if growing:
            _, grown = han_opening(need, len(places), len(growing), sums.limits)
            room = sums.limits.first_growth + sums.limits.second_growth
            need -= grown - self._take([(at, room) for at in growing], grown, 1)
        excess = need - len(places) * sums.limits.loose
        if excess > 0 and places:
            gaps = [(at, sums.limits.further_gap) for at in loosened(sums, start, self.end) if at < self.last]
            need -= excess - self._take(gaps, excess, 1)
        if need:
            self._spread(places or list(range(start, max(self.last, start + 1))), need)

    def _growing(self) -> list[int]:
        """The marks of the line that may grow, those at its edges not."""
        elastic, start, last = self.sums.elastic, self.start, self.last
        if elastic[self.end] == elastic[start]:
            return []
        at_start = start if start in self.left_blanks else -1
        grown = (*self.left_blanks, *self._within(1))
        return sorted(at for at in grown if elastic[at + 1] > elastic[at] and at not in {at_start, last})

    def _spread(self, places: Sequence[int], need: int) -> None:
        each, over = divmod(need, len(places))
        advances, start = self.advances, self.start
        for at in places:
            advances[at - start] += each
        for at in places[:over]:
            advances[at - start] += 1
        self.width += need
        self.opening = -(-need * 1000 // (len(places) * self.measured.em))

    def _take(self, places: Sequence[Place], need: int, sign: int) -> int:
        """Take `need` from places equally, none beyond its room; gives what is left."""
        active = [place for place in places if place[1] > 0]
        while need and active:
            each, over = divmod(need, len(active))
            left: list[Place] = []
            for number, (at, room) in enumerate(active):
                amount = min(room, each + (number < over))
                if at in self.left_blanks:
                    self._change_left(at, sign * amount)
                else:
                    self.advances[at - self.start] += sign * amount
                self.width += sign * amount
                need -= amount
                if amount < room:
                    left.append((at, room - amount))
            active = left
        return need

    def shifts(self) -> dict[int, int]:
        """What moves glyphs inside their advances: centred ones, and opening marks whose left blank is cut."""
        half, shift = self.measured.em // 2, self.measured.row.shift
        found = {at: shift[at] for at in self._within(4)}
        if not self.left_blanks:
            return found
        for at, blank in self.left_blanks.items():
            if blank != half:
                found[at] = blank - half
        return dict(sorted(found.items()))
