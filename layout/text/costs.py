"""What a line costs, from a start to every end it may have: sums read off, squeezing a third as dear as opening."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from layout.text.lines import LineSums

_ORPHAN = 900.0
_ELLIPSIS_START = 3.0
_UNIT_SPLIT = 2.0
BEYOND = 1000.0
# The cost of opening Han gaps is the cube of this many times the opening in ems: 1 at 1/20 em, 16 at 1/8 em.
_STEEP = 20
# Below the natural end, ends are looked for until one costs this much and there is a better one.
_ENOUGH = 8.0
_ELLIPSIS = re.compile("E")
_NUMBER_UNIT = re.compile(r"\d(?=[年月日时分秒元角万亿吨米里度个人号层版期岁])")


@dataclass(slots=True)
class LineCosts:
    """Sums of a paragraph at its legal line ends, edges taken into account; lists run along `ends`.

    `plain` is the natural width before each end, `natural` the same when a line ends there; `shrink`, `stretch` and
    `elastic` what can be squeezed, opened and grown up to there; `gaps` the Han gaps; `edge` what ending there costs.
    `widely` has every end looked at, however dear.
    """

    sums: LineSums
    ends: list[int] = field(init=False)
    plain: list[int] = field(init=False)
    natural: list[int] = field(init=False)
    shrink: list[int] = field(init=False)
    stretch: list[int] = field(init=False)
    elastic: list[int] = field(init=False)
    gaps: list[int] = field(init=False)
    edge: list[float] = field(init=False)
    widely: bool = False
    _gives_way: bool = field(init=False)

    def __post_init__(self) -> None:
        sums = self.sums
        self.ends = sums.breaks
        self.plain = [sums.natural[end] for end in self.ends]
        self.natural = _corrected(sums.natural, sums.end, self.ends, 1)
        self.shrink = _corrected(sums.shrink, sums.shrink_end, self.ends, -1)
        self.stretch = _corrected(sums.stretch, sums.stretch_end, self.ends, -1)
        self.elastic = _corrected(sums.elastic, sums.elastic_end, self.ends, -1)
        self.gaps = [sums.gaps[end - 1] for end in self.ends]
        self.edge = _edges(sums)
        setting = sums.measured.setting
        self._gives_way = setting.line_end != "half" or setting.hang != "none"

    def lines_from(self, start: int, width: int) -> list[tuple[int, float]]:
        """Legal ends of a line from `start` with their costs; one beyond the limits when there is none within them.

        Costs from `BEYOND` up mean that a Han gap would be opened beyond its limit. Empty when nothing fits.
        """
        sums = self.sums
        target = width + sums.natural[start] - sums.start.get(start, 0)
        first = bisect_right(self.ends, start)
        middle = bisect_right(self.plain, target, first)
        found: list[tuple[int, float]] = []
        beyond: tuple[int, float] | None = None
        best = 2 * BEYOND
        for end, cost in self._costs(start, target, (first, middle)):
            if cost < BEYOND:
                found.append((end, cost))
            elif beyond is None or cost < beyond[1]:
                beyond = (end, cost)
            if cost < best:
                best = cost
            elif cost > _ENOUGH and not self.widely and end <= self.ends[middle - 1]:
                break
        return found or ([beyond] if beyond else [])

    def _costs(self, start: int, target: int, indexes: tuple[int, int]) -> Iterator[tuple[int, float]]:
        """The ends from the natural one upwards as long as squeezing reaches them, then those below, longest first."""
        sums, em = self.sums, self.sums.measured.em
        ends, natural, shrink, stretch, edge = self.ends, self.natural, self.shrink, self.stretch, self.edge
        first, middle = indexes
        last, limits, gives_way = len(ends) - 1, sums.limits, self._gives_way
        before_shrink = sums.shrink[start] + sums.shrink_start.get(start, 0)
        before_stretch, before_gaps = sums.stretch[start], sums.gaps[start]
        before_elastic = sums.elastic[start] + sums.elastic_start.get(start, 0)
        index, step = middle, 1
        while index >= first:
            if index > last:
                index, step = middle - 1, -1
                continue
            spare = target - natural[index]
            if gives_way and step > 0:
                spare += end_leeway(sums, ends[index], spare)
            if spare < 0:
                leeway = shrink[index] - before_shrink
                if -spare <= leeway:
                    ratio = spare / leeway
                    yield ends[index], -ratio * ratio * ratio / 3 + self._end_cost(start, index)
                elif step > 0 and -spare > leeway + em:
                    index, step = middle - 1, -1
                    continue
            elif index == last:
                yield ends[index], self._end_cost(start, index)
            else:
                room = stretch[index] - before_stretch
                if spare <= room:
                    yield ends[index], edge[index] + (0.02 * spare / room if room else 0.0)
                else:
                    elastic = self.elastic[index] - before_elastic
                    gaps = self.gaps[index] - before_gaps
                    opening = han_opening(spare - room, gaps, elastic, limits.first_opening)
                    ratio = opening * _STEEP / em
                    cost = edge[index] + ratio * ratio * ratio
                    yield ends[index], cost if opening <= limits.faulty else BEYOND + cost
            index += step

    def _end_cost(self, start: int, index: int) -> float:
        """What ending there costs whatever the line: a short last line, a number parted from its unit."""
        end, sums = self.ends[index], self.sums
        if end == len(sums.measured.text):
            return _ORPHAN if sums.is_short_last(start) else 0.0
        return self.edge[index]


def _corrected(sums: list[int], corrections: dict[int, int], ends: list[int], sign: int) -> list[int]:
    found = [sums[end] for end in ends]
    for end, by in corrections.items():
        index = bisect_left(ends, end)
        if index < len(ends) and ends[index] == end:
            found[index] += sign * by
    return found


def _edges(sums: LineSums) -> list[float]:
    """The cost of each end: a number parted from its unit, an ellipsis that would start the next line."""
    text, letters, ends = sums.measured.text, sums.measured.letters, sums.breaks
    edges = [0.0] * len(ends)
    costly = {found.start(): _ELLIPSIS_START for found in _ELLIPSIS.finditer(letters)}
    costly |= {found.end(): _UNIT_SPLIT for found in _NUMBER_UNIT.finditer(text) if letters[found.start()] == "W"}
    for end, cost in costly.items():
        index = bisect_left(ends, end)
        if index < len(ends) - 1 and ends[index] == end:
            edges[index] = cost
    return edges


def han_opening(spare: int, gaps: int, elastic: int, first: int) -> float:
    """By how much each Han gap is opened when marks take up to `elastic` after the gaps have been opened by `first`."""
    if not gaps:
        return 1e9 if spare > elastic else 0.0
    if not elastic or spare <= gaps * first:
        return spare / gaps
    return max(float(first), (spare - elastic) / gaps)


def end_leeway(sums: LineSums, end: int, spare: int) -> int:
    """What the mark at a line's end gives when it may keep its blank (`fit`) or hang (CLREQ 3.1.7)."""
    measured, at = sums.measured, end - 1
    setting = measured.setting
    letter = measured.letters[at]
    if letter not in "CPSX" or at in measured.fixed or spare >= 0:
        return 0
    blank = measured.right.get(at, 0) + measured.shared.get(at, 0)
    alone = at == 0 or measured.letters[at - 1] not in "OCPSX"
    if setting.hang == "pause_stop" and letter in "PSX" and alone:
        whole = measured.width[at] + (sums.end.get(end, 0))
        if spare + whole >= 0:
            return whole
    return blank if setting.line_end == "fit" else 0
