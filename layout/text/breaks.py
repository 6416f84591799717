"""Total fit: the set of breaks of a paragraph whose lines, in their real slots, are together the most even.

A line that cannot be set within its limits is taken only when there is no other, and is reported. The states kept after
each line are few, so that the time is linear in the length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from layout.text.costs import BEYOND, LineCosts
from layout.text.lines import LineSums

_FORCED = 100_000.0
# After each line this many of the cheapest states go on, if they cost at most this much more than the best.
_KEPT, _MARGIN = 3, 8.0
# When what they lead to has a line that can hardly be borne, or a short last line, more of them go on.
_WIDELY_KEPT = 48
_UNBEARABLE = 100.0

# So many lines running would be seen that cost what gaps opened by 1/20 em and marks that begin to grow do.
_RUNNING, _LOOSE = 4, 1.1

Measure = Callable[[int], int]


# A way to a break: its cost, the break, and the way before (a plain tuple, since thousands are made).
_Way: TypeAlias = "tuple[float, int, _Way | None]"


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph. `measure(n)` is the width of its n-th line, the indent taken off.

    `strained` says after `best` that a line cannot be set within its limits.
    """

    sums: LineSums
    measure: Measure
    costs: LineCosts = field(init=False)
    strained: bool = False

    def __post_init__(self) -> None:
        self.costs = LineCosts(self.sums)

    def best(self) -> list[int]:
        """The ends of the lines, the last one the paragraph's end."""
        found = self._search(_KEPT, _MARGIN)
        if found[0] >= _UNBEARABLE and _dearest(found) >= _UNBEARABLE:
            self.costs.widely = True
            found = min(found, self._search(_WIDELY_KEPT, _FORCED), key=lambda way: way[0])
        self.strained = _dearest(found) >= BEYOND
        return _path(found)

    def longer(self, ends: list[int], most: float) -> list[int] | None:
        """The cheapest ends of one line more than `ends`, no line but the last dearer than `most`; None without any.

        The fewest lines a paragraph can have are as full as they can be; so after each line it is at most where they
        are, and at least where they were a line before.
        """
        return self._between([*pairwise([0, *ends, ends[-1]])], most)

    def fuller(self, ends: list[int], most: float, latest: int) -> list[int] | None:
        """The cheapest of as many lines as `ends` whose last begins at `latest` at the most; None without any.

        No line may be dearer than `most`. Every line ends where it did, or before.
        """
        self.costs.widely = True
        return self._between([(0, end) for end in (*ends[:-2], latest, ends[-1])], most)

    def _between(self, bounds: list[tuple[int, int]], most: float) -> list[int] | None:
        """The cheapest lines that end within bounds, and of which not `_RUNNING` that are loose follow one another."""
        ways: dict[tuple[int, int], _Way] = {(0, 0): (0.0, 0, None)}
        size = bounds[-1][1]
        for number, (least, furthest) in enumerate(bounds):
            width, reached = self.measure(number), dict[tuple[int, int], _Way]()
            ending = number == len(bounds) - 1
            for (at, running), way in ways.items():
                for cost, end in self.costs.lines_from(at, width):
                    loose = running + 1 if cost > _LOOSE else 0
                    if cost > most or not least <= end <= furthest or loose == _RUNNING or (end == size) != ending:
                        continue
                    known = reached.get((end, loose))
                    if known is None or way[0] + cost < known[0]:
                        reached[end, loose] = (way[0] + cost, end, way)
            ways = reached
        return _path(min(ways.values(), key=lambda way: way[0])) if ways else None

    def _search(self, kept: int, margin: float) -> _Way:
        """The cheapest way to the paragraph's end that a number of ways after each line can find."""
        size = len(self.sums.measured.text)
        ways: list[_Way] = [(0.0, 0, None)]
        finished: _Way | None = None
        number = 0
        while ways:
            width = self.measure(number)
            reached: dict[int, _Way] = {}
            for way in ways:
                if finished is None or way[0] < finished[0]:
                    self._go_on(way, width, reached)
            last = reached.pop(size, None)
            if last and (finished is None or last[0] < finished[0]):
                finished = last
            ways = _cheapest(reached, finished, kept, margin)
            number += 1
        assert finished is not None
        return finished

    def _go_on(self, way: _Way, width: int, reached: dict[int, _Way]) -> None:
        """Every line that may follow a way, the cheapest way to each end kept."""
        before, at, _ = way
        lines = self.costs.lines_from(at, width) or [(_FORCED, self._forced_end(at, width))]
        for cost, end in lines:
            known = reached.get(end)
            if known is None or before + cost < known[0]:
                reached[end] = (before + cost, end, way)

    def _forced_end(self, start: int, width: int) -> int:
        """Where a word too long for the line is cut: as far as it goes, at one character at the least."""
        sums = self.sums
        base = sums.natural[start] - sums.start.get(start, 0)
        end = bisect_right(sums.natural, base + width) - 1
        end = max(end, start + 1)
        while sums.measured.row.ids[end : end + 1] == [-1]:
            end += 1
        return min(end, len(sums.measured.text))


def _cheapest(reached: dict[int, _Way], finished: _Way | None, kept: int, margin: float) -> list[_Way]:
    if not reached:
        return []
    ways = sorted(reached.values())
    limit = ways[0][0] + margin
    if finished:
        limit = min(limit, finished[0])
    return [way for way in ways[:kept] if way[0] <= limit]


def _dearest(way: _Way) -> float:
    """The cost of the dearest line of a way."""
    dearest, found = 0.0, way
    while found[2]:
        dearest = max(dearest, found[0] - found[2][0])
        found = found[2]
    return dearest


def _path(way: _Way) -> list[int]:
    ends: list[int] = []
    found: _Way | None = way
    while found and found[2]:
        ends.append(found[1])
        found = found[2]
    return ends[::-1]
