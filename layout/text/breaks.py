"""Total fit: the set of breaks of a paragraph whose lines, in their real slots, are together the most even.

Squeezing costs a third of opening; a line that cannot be set within its limits is taken only when there is no other,
and is reported. The states kept after each line are few, so that the time is linear in the length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from layout.text.lines import LineSums

_ORPHAN = 10.0
_ELLIPSIS_START = 0.3
_UNIT_SPLIT = 0.5
_BEYOND = 1000.0
_FORCED = 100_000.0
# After each line this many of the cheapest states go on, if they cost at most this much more than the best.
_KEPT, _MARGIN = 10, 12.0
# How far past the natural end legal breaks are looked for, in ems of squeeze; and how many below it.
_BELOW = 4

Measure = Callable[[int], int]


@dataclass(slots=True)
class _State:
    """A way to the break at `at`: its cost, and the state before."""

    at: int
    cost: float
    before: _State | None


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph. `measure(n)` is the width of its n-th line, the indent taken off."""

    sums: LineSums
    measure: Measure
    _break_widths: list[int] = field(init=False)

    def __post_init__(self) -> None:
        natural = self.sums.natural
        self._break_widths = [natural[at] for at in self.sums.breaks]

    def best(self) -> list[int]:
        """The ends of the lines, the last one the paragraph's end."""
        size = len(self.sums.measured.text)
        states = [_State(0, 0.0, None)]
        finished: _State | None = None
        number = 0
        while states:
            width = self.measure(number)
            reached: dict[int, _State] = {}
            for state in states:
                if finished and state.cost >= finished.cost:
                    continue
                self._go_on(state, width, reached)
            last = reached.pop(size, None)
            if last and (finished is None or last.cost < finished.cost):
                finished = last
            states = _cheapest(reached, finished)
            number += 1
        assert finished is not None
        return _path(finished)

    def _go_on(self, state: _State, width: int, reached: dict[int, _State]) -> None:
        """Every line that may follow a state, the cheapest way to each end kept."""
        found = False
        for end, cost in self._lines_from(state.at, width):
            found = True
            total = state.cost + cost
            known = reached.get(end)
            if known is None or total < known.cost:
                reached[end] = _State(end, total, state)
        if not found:
            end = self._forced_end(state.at, width)
            known = reached.get(end)
            total = state.cost + _FORCED
            if known is None or total < known.cost:
                reached[end] = _State(end, total, state)

    def _lines_from(self, start: int, width: int) -> list[tuple[int, float]]:
        """Legal ends of a line from `start`, with their costs; those within limits, or else the best beyond them."""
        sums = self.sums
        base = sums.natural[start] - sums.start.get(start, 0)
        first = bisect_right(sums.breaks, start)
        middle = bisect_right(self._break_widths, base + width, first)
        candidates: list[tuple[int, float]] = []
        beyond: tuple[int, float] | None = None
        index = middle
        while index < len(sums.breaks):
            end = sums.breaks[index]
            cost = line_cost(sums, start, end, width)
            if cost is None and self._break_widths[index] > base + width + sums.measured.em * 3:
                break
            if cost is not None:
                candidates.append((end, cost))
            index += 1
        below = 0
        for index in range(middle - 1, first - 1, -1):
            end = sums.breaks[index]
            cost = line_cost(sums, start, end, width)
            below += 1
            if cost is None:
                continue
            if cost < _BEYOND:
                candidates.append((end, cost))
            elif beyond is None or cost < beyond[1]:
                beyond = (end, cost)
            if below >= _BELOW and (candidates or beyond):
                break
        if not candidates and beyond:
            return [beyond]
        return candidates

    def _forced_end(self, start: int, width: int) -> int:
        """Where a word too long for the line is cut: as far as it goes, at one character at the least."""
        sums = self.sums
        base = sums.natural[start] - sums.start.get(start, 0)
        end = bisect_right(sums.natural, base + width) - 1
        end = max(end, start + 1)
        preferred = _after_separator(sums.measured.text, start, end)
        while sums.measured.row.ids[preferred : preferred + 1] == [-1]:
            preferred += 1
        return min(preferred, len(sums.measured.text))


def _after_separator(text: str, start: int, end: int) -> int:
    """An address is cut after one of its separators when one is near, else where the line is full."""
    for at in range(end, max(start + 1, end - 12), -1):
        if text[at - 1] in "/.-_?&=:,@%+" and at - start > 2:
            return at
    return end


def line_cost(sums: LineSums, start: int, end: int, width: int) -> float | None:
    """The cost of a line, or None when it cannot be squeezed into its width.

    Costs from `_BEYOND` up mean that a Han gap would be opened beyond its limit.
    """
    measured = sums.measured
    setting = measured.setting
    last = end == len(measured.text)
    natural = sums.natural[end] - sums.natural[start] + sums.start.get(start, 0) + sums.end.get(end, 0)
    spare = width - natural
    extra = _edge_cost(sums, start, end)
    if setting.line_end != "half" or setting.hang != "none":
        spare += end_leeway(sums, end, spare)
    if spare < 0:
        leeway = sums.shrink[end] - sums.shrink[start] - sums.shrink_start.get(start, 0) - sums.shrink_end.get(end, 0)
        if -spare > leeway:
            return None
        return extra + (-spare / leeway) ** 3 / 3
    if last:
        return extra
    return extra + _opening_cost(sums, start, end, spare)


def _opening_cost(sums: LineSums, start: int, end: int, spare: int) -> float:
    if not spare:
        return 0.0
    room = sums.stretch[end] - sums.stretch[start] - sums.stretch_end.get(end, 0)
    if spare <= room:
        return 0.02 * spare / room
    elastic = sums.elastic[end] - sums.elastic[start] - sums.elastic_start.get(start, 0) - sums.elastic_end.get(end, 0)
    opening = han_opening(spare - room, sums.gaps[end - 1] - sums.gaps[start], elastic, sums.first_opening)
    cost = (opening / sums.measured.em * 8) ** 3
    return cost if opening <= sums.faulty else _BEYOND + cost


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


def _edge_cost(sums: LineSums, start: int, end: int) -> float:
    measured = sums.measured
    letters = measured.letters
    cost = 0.0
    if start and letters[start] == "E":
        cost += _ELLIPSIS_START
    if end < len(letters):
        if letters[end - 1] == "W" and letters[end] == "H" and measured.text[end - 1].isdigit():
            cost += _UNIT_SPLIT if measured.text[end] in _SOFT_UNITS else 0.0
    elif start and sums.count[end] - sums.count[start] < measured.setting.minimum_last:
        cost += _ORPHAN
    return cost


_SOFT_UNITS = frozenset("年月日时分秒元角万亿吨米里度个人号层版期岁")


def _cheapest(reached: dict[int, _State], finished: _State | None) -> list[_State]:
    if not reached:
        return []
    states = sorted(reached.values(), key=lambda state: state.cost)
    limit = states[0].cost + _MARGIN
    if finished:
        limit = min(limit, finished.cost)
    return [state for state in states[:_KEPT] if state.cost <= limit]


def _path(state: _State) -> list[int]:
    ends: list[int] = []
    found: _State | None = state
    while found and found.before:
        ends.append(found.at)
        found = found.before
    return ends[::-1]
