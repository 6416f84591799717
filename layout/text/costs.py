"""What a line costs, from a start to every end it may have: sums read off, squeezing a third as dear as opening."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from layout.text.lines import LineSums

_ORPHAN = 100.0
_ELLIPSIS_START = 0.3
_UNIT_SPLIT = 0.5
BEYOND = 1000.0
# The cost of opening Han gaps is the cube of this many times the opening in ems: 1 at 1/20 em, 16 at 1/8 em.
_STEEP = 20
# Below the natural end, ends are looked for until one costs this much and there is a better one.
_ENOUGH = 8.0
_SOFT_UNITS = frozenset("年月日时分秒元角万亿吨米里度个人号层版期岁")


@dataclass(slots=True)
class LineCosts:
    """Sums of a paragraph at its legal line ends, edges taken into account; lists run along `ends`.

    `plain` is the natural width before each end, `natural` the same when a line ends there; `shrink`, `stretch` and
    `elastic` what can be squeezed, opened and grown up to there; `gaps` the Han gaps; `edge` what ending there costs.
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
        found = self._squeezed(start, target, middle)
        self._opened(start, target, range(middle - 1, first - 1, -1), found)
        within = [line for line in found if line[1] < BEYOND]
        return within or ([min(found, key=lambda line: line[1])] if found else [])

    def _squeezed(self, start: int, target: int, middle: int) -> list[tuple[int, float]]:
        """Lines whose natural width, edges left alone, is more than the measure."""
        sums, em = self.sums, self.sums.measured.em
        before = sums.shrink[start] + sums.shrink_start.get(start, 0)
        found: list[tuple[int, float]] = []
        for index in range(middle, len(self.ends)):
            spare = target - self.natural[index]
            if self._gives_way:
                spare += end_leeway(sums, self.ends[index], spare)
            if spare >= 0:
                found.append((self.ends[index], self._cost_from(start)(index, spare)))
                continue
            leeway = self.shrink[index] - before
            if -spare <= leeway:
                ratio = -spare / leeway
                found.append((self.ends[index], ratio * ratio * ratio / 3 + self._end_cost(start, index)))
            elif -spare > leeway + em:
                break
        return found

    def _opened(self, start: int, target: int, indexes: range, found: list[tuple[int, float]]) -> None:
        """Lines that fall short, longest first."""
        best = min((cost for _, cost in found), default=2 * BEYOND)
        natural, ends = self.natural, self.ends
        cost_of = self._cost_from(start)
        for index in indexes:
            spare = target - natural[index]
            if spare >= 0:
                cost = cost_of(index, spare)
            else:
                leeway = self.shrink[index] - self.sums.shrink[start] - self.sums.shrink_start.get(start, 0)
                if -spare > leeway:
                    continue
                cost = (-spare / leeway) ** 3 / 3 + self._end_cost(start, index)
            found.append((ends[index], cost))
            if cost > _ENOUGH and best < cost:
                break
            best = min(best, cost)

    def _cost_from(self, start: int) -> Callable[[int, int], float]:
        """What lines from `start` cost that are opened by some width; a paragraph's last line is not opened."""
        sums = self.sums
        stretch, gaps, elastic, edge = self.stretch, self.gaps, self.elastic, self.edge
        before_stretch, before_gaps = sums.stretch[start], sums.gaps[start]
        before_elastic = sums.elastic[start] + sums.elastic_start.get(start, 0)
        last, first, faulty = len(self.ends) - 1, sums.limits.first_opening, sums.limits.faulty
        scale = _STEEP / sums.measured.em

        def cost(index: int, spare: int) -> float:
            if index == last:
                return self._end_cost(start, index)
            if not spare:
                return edge[index]
            room = stretch[index] - before_stretch
            if spare <= room:
                return edge[index] + 0.02 * spare / room
            opening = han_opening(spare - room, gaps[index] - before_gaps, elastic[index] - before_elastic, first)
            ratio = opening * scale
            total = edge[index] + ratio * ratio * ratio
            return total if opening <= faulty else BEYOND + total

        return cost

    def _end_cost(self, start: int, index: int) -> float:
        """What ending there costs whatever the line: a short last line, a number parted from its unit."""
        end, sums = self.ends[index], self.sums
        if end == len(sums.measured.text):
            short = sums.count[end] - sums.count[start] < sums.measured.setting.minimum_last
            return _ORPHAN if start and short else 0.0
        return self.edge[index]


def _corrected(sums: list[int], corrections: dict[int, int], ends: list[int], sign: int) -> list[int]:
    get = corrections.get
    return [sums[end] + sign * get(end, 0) for end in ends]


def _edges(sums: LineSums) -> list[float]:
    """The cost of each end: a number parted from its unit, an ellipsis that would start the next line."""
    text, letters = sums.measured.text, sums.measured.letters
    edges = [0.0] * len(sums.breaks)
    if "W" not in letters and "E" not in letters:
        return edges
    for index, end in enumerate(sums.breaks[:-1]):
        if letters[end] == "E":
            edges[index] = _ELLIPSIS_START
        elif text[end] in _SOFT_UNITS and text[end - 1].isdigit() and letters[end - 1] == "W":
            edges[index] = _UNIT_SPLIT
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
    blank = measured.right.get(at, 0)
    alone = at == 0 or measured.letters[at - 1] not in "OCPSX"
    if setting.hang == "pause_stop" and letter in "PSX" and alone:
        whole = measured.width[at] + (sums.end.get(end, 0))
        if spare + whole >= 0:
            return whole
    return blank if setting.line_end == "fit" else 0
