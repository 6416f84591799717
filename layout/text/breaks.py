"""Total fit: the set of breaks of a paragraph whose lines, in their real slots, are together the most even.

A line that cannot be set within its limits is taken only when there is no other, and is reported. The states kept after
each line are few, so that the time is linear in the length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from layout.text.costs import LineCosts
from layout.text.lines import LineSums

_FORCED = 100_000.0
# After each line this many of the cheapest states go on, if they cost at most this much more than the best.
_KEPT, _MARGIN = 4, 20.0
# When what they lead to has a line that can hardly be borne, or a short last line, more of them go on.
_WIDELY_KEPT = 48
_UNBEARABLE = 300.0

Measure = Callable[[int], int]


class _State(NamedTuple):
    """A way to the break at `at`: its cost, and the state before."""

    cost: float
    at: int
    before: _State | None

    @property
    def dearest(self) -> float:
        """The cost of the dearest line of the way."""
        dearest, found = 0.0, self
        while found.before:
            dearest = max(dearest, found.cost - found.before.cost)
            found = found.before
        return dearest


@dataclass(slots=True)
class Breaker:
    """Breaks one paragraph. `measure(n)` is the width of its n-th line, the indent taken off."""

    sums: LineSums
    measure: Measure
    costs: LineCosts = field(init=False)

    def __post_init__(self) -> None:
        self.costs = LineCosts(self.sums)

    def best(self) -> list[int]:
        """The ends of the lines, the last one the paragraph's end."""
        found = self._search(_KEPT, _MARGIN)
        if found.cost >= _UNBEARABLE and found.dearest >= _UNBEARABLE:
            self.costs.widely = True
            found = min(found, self._search(_WIDELY_KEPT, _FORCED), key=lambda state: state.cost)
        return _path(found)

    def _search(self, kept: int, margin: float) -> _State:
        """The cheapest way to the paragraph's end that a number of states after each line can find."""
        size = len(self.sums.measured.text)
        states = [_State(0.0, 0, None)]
        finished: _State | None = None
        number = 0
        while states:
            width = self.measure(number)
            reached: dict[int, _State] = {}
            for state in states:
                if finished is None or state.cost < finished.cost:
                    self._go_on(state, width, reached)
            last = reached.pop(size, None)
            if last and (finished is None or last.cost < finished.cost):
                finished = last
            states = _cheapest(reached, finished, kept, margin)
            number += 1
        assert finished is not None
        return finished

    def _go_on(self, state: _State, width: int, reached: dict[int, _State]) -> None:
        """Every line that may follow a state, the cheapest way to each end kept."""
        before, at = state.cost, state.at
        lines = self.costs.lines_from(at, width) or [(self._forced_end(at, width), _FORCED)]
        for end, cost in lines:
            known = reached.get(end)
            if known is None or before + cost < known.cost:
                reached[end] = _State(before + cost, end, state)

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


def _cheapest(reached: dict[int, _State], finished: _State | None, kept: int, margin: float) -> list[_State]:
    if not reached:
        return []
    states = sorted(reached.values())
    limit = states[0].cost + margin
    if finished:
        limit = min(limit, finished.cost)
    return [state for state in states[:kept] if state.cost <= limit]


def _path(state: _State) -> list[int]:
    ends: list[int] = []
    found: _State | None = state
    while found and found.before:
        ends.append(found.at)
        found = found.before
    return ends[::-1]
