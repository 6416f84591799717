"""What a line costs, from a start to every end it may have: sums read off, squeezing a third as dear as opening."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from layout.text.lines import Limits, LineSums

_ORPHAN = 900.0
BEYOND = 1000.0
# The cost of opening Han gaps is the cube of this many times the opening in ems: 1 at 1/20 em, 16 at 1/8 em.
_STEEP = 20
# What growing marks to their full em costs beside the opening of Han gaps.
_GROWN = 0.5
# Below the natural end, ends are looked for until one costs this much and there is a better one.
_ENOUGH = 8.0


@dataclass(slots=True)
class LineCosts:
    """The costs of the lines of one paragraph; `widely` has every end looked at, however dear."""

    sums: LineSums
    widely: bool = False
    _size: int = field(init=False)
    _gives_way: bool = field(init=False)

    def __post_init__(self) -> None:
        setting = self.sums.measured.setting
        self._size = len(self.sums.measured.text)
        self._gives_way = setting.line_end != "half" or setting.hang != "none"

    def lines_from(self, start: int, width: int) -> list[tuple[int, float]]:
        """Legal ends of a line from `start` with their costs; one beyond the limits when there is none within them.

        Costs from `BEYOND` up mean that a Han gap would be opened beyond its limit. Empty when nothing fits.
        """
        sums = self.sums
        target = width + sums.natural[start] - sums.start.get(start, 0)
        middle = bisect_right(sums.natural, target, start + 1)
        found = self._longer(start, middle, target)
        found += self._shorter(start, middle - 1, target, min((cost for _, cost in found), default=2 * BEYOND))
        within = [line for line in found if line[1] < BEYOND]
        return within or ([min(found, key=lambda line: line[1])] if found else [])

    def _longer(self, start: int, first: int, target: int) -> list[tuple[int, float]]:
        """Ends beyond the natural one, as long as trimming the edge and squeezing reach them."""
        sums, em, size = self.sums, self.sums.measured.em, self._size
        legal, ending, natural, shrink = sums.legal, sums.ending, sums.natural, sums.shrink_ending
        given = sums.shrink[start] + sums.shrink_start.get(start, 0)
        found = []
        for end in range(first, size + 1):
            if not legal[end]:
                if natural[end] - target > sums.shrink[end] - given + 2 * em:
                    break
                continue
            spare = target - ending[end]
            if self._gives_way:
                spare += end_leeway(sums, end, spare)
            if spare >= 0:
                found.append((end, self._opened(start, end, spare)))
                continue
            leeway = shrink[end] - given
            if -spare <= leeway:
                ratio = -spare / leeway
                found.append((end, ratio * ratio * ratio / 3 + self._end_cost(start, end)))
            elif -spare > leeway + em:
                break
        return found

    def _shorter(self, start: int, last: int, target: int, best: float) -> list[tuple[int, float]]:
        """Ends from the natural one downwards, until they are dear and there is a better one."""
        legal, ending = self.sums.legal, self.sums.ending
        found = []
        for end in range(last, start, -1):
            if legal[end]:
                cost = self._opened(start, end, target - ending[end])
                found.append((end, cost))
                if cost < best:
                    best = cost
                elif cost > _ENOUGH and not self.widely:
                    break
        return found

    def _opened(self, start: int, end: int, spare: int) -> float:
        """The cost of a line that has `spare` to be opened by."""
        if end == self._size:
            return self._end_cost(start, end)
        sums = self.sums
        edge = sums.edge.get(end, 0.0) if sums.edge else 0.0
        if not spare:
            return edge
        room = sums.stretch_ending[end] - sums.stretch[start]
        if spare <= room:
            return edge + 0.02 * spare / room
        marks = sums.elastic_ending[end] - sums.elastic[start] - sums.elastic_start.get(start, 0)
        opening, grown = han_opening(spare - room, sums.gaps[end - 1] - sums.gaps[start], marks, sums.limits)
        ratio = opening * _STEEP / sums.measured.em
        cost = edge + ratio * ratio * ratio + (_GROWN * grown / (marks * sums.measured.em) if grown else 0.0)
        return cost if opening <= sums.limits.faulty else BEYOND + cost

    def _end_cost(self, start: int, end: int) -> float:
        """What ending there costs whatever the line: a short last line, a number parted from its unit."""
        sums = self.sums
        if end == self._size:
            return _ORPHAN if sums.is_short_last(start) else 0.0
        return sums.edge.get(end, 0.0)


def han_opening(spare: int, gaps: int, marks: int, limits: Limits) -> tuple[float, int]:
    """By how much each Han gap is opened, and by how much `marks` growing marks grow together, to take up `spare`.

    The steps are those of `Limits`; without Han gaps, what marks cannot take is past all limits.
    """
    if not gaps:
        room = marks * (limits.first_growth + limits.second_growth)
        return (0.0, spare) if spare <= room else (1e9, room)
    if not marks:
        return spare / gaps, 0
    grown = 0
    for most, growth in ((limits.first_opening, limits.first_growth), (limits.second_opening, limits.second_growth)):
        if not growth:
            continue
        if spare - grown <= gaps * most:
            return (spare - grown) / gaps, grown
        room = grown + marks * growth
        if spare - room <= gaps * most:
            return float(most), spare - gaps * most
        grown = room
    return (spare - grown) / gaps, grown


def end_leeway(sums: LineSums, end: int, spare: int) -> int:
    """What the mark at a line's end gives when it may keep its blank (`fit`) or hang (CLREQ 3.1.7)."""
    measured, at = sums.measured, end - 1
    setting = measured.setting
    letter = measured.letters[at]
    if letter not in "CPSX" or at in measured.fixed or spare >= 0:
        return 0
    blank = measured.blank_at_end(at)
    alone = at == 0 or measured.letters[at - 1] not in "OCPSX"
    if setting.hang == "pause_stop" and letter in "PSX" and alone:
        whole = measured.width[at] + sums.ending[end] - sums.natural[end]
        if spare + whole >= 0:
            return whole
    return blank if setting.line_end == "fit" else 0
