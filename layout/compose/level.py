"""Legs that end level (齐栏), and the lines that stand at their edges.

All legs of the shape that a story ends in are made as shallow as they can be; what is still left over is shared, so
that no leg ends more than a line above the others. `arrange` does better where a story can be counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.pouring import Leg, Pouring, SetLine
from layout.display.items import Role
from layout.geometry import Slot
from layout.units import Length

Pour = Callable[[Sequence[Leg]], Pouring]


class Edge(Struct, frozen=True):
    """The first and the last line that stand in a leg."""

    leg: int
    first: SetLine
    last: SetLine

    @property
    def headed_by_last_line(self) -> bool:
        """Whether a paragraph's last line stands alone at the head."""
        line = self.first.line
        return self.first.role is Role.PARAGRAPH and line.last and line.start > 0

    @property
    def ends_in_first_line(self) -> bool:
        """Whether a paragraph's first line stands alone at the foot."""
        line = self.last.line
        return self.last.role is Role.PARAGRAPH and line.start == 0 and not line.last

    @property
    def alone(self) -> bool:
        """Whether a single line of a paragraph stands at the head or at the foot."""
        return self.headed_by_last_line or self.ends_in_first_line


def edges(poured: Pouring) -> Iterator[Edge]:
    """The edges of every leg that has text."""
    placed = {(block, line.line.slot): line for block, lines in enumerate(poured.lines) for line in lines}
    for index, leg in enumerate(poured.legs):
        own = [placed[leg.block, slot] for slot in leg.slots if (leg.block, slot) in placed]
        if own:
            yield Edge(index, own[0], own[-1])


def levelled(legs: Sequence[Leg], first: Pouring, pour: Pour) -> tuple[Pouring, int]:
    """The story poured into the shallowest legs that hold it, and how many rows lower its last shape could be."""
    inside = [index for index, leg in enumerate(legs) if same_shape(leg, first.last_leg)]
    rows = sorted({depth_of(legs[index], slot) for index in inside for slot in legs[index].slots})
    used = sum(1 for _, leg in first.taken if same_shape(leg, first.last_leg))
    for depth in range(_depth(rows, [legs[index] for index in inside], used), len(rows) + 1):
        trimmed = [trim(leg, rows[depth - 1]) if index in inside else leg for index, leg in enumerate(legs)]
        trial = pour(trimmed)
        if not trial.rest and same_shape(trial.last_leg, first.last_leg):
            return trial, len(rows) - depth
    return first, 0


def shared(poured: Pouring, pour: Pour) -> Pouring:
    """The slots left at the end of the last shape taken from its last legs, one from each."""
    legs = list(poured.legs)
    inside = [index for index, leg in enumerate(legs) if same_shape(leg, poured.last_leg)]
    own = [index for index in inside if legs[index].slots]
    left = sum(len(legs[index].slots) for index in own) - sum(
        1 for _, leg in poured.taken if same_shape(leg, poured.last_leg)
    )
    deepest = max(depth_of(legs[index], legs[index].slots[-1]) for index in own)
    level = [index for index in own if depth_of(legs[index], legs[index].slots[-1]) == deepest]
    if not 2 <= left < len(own) or own[-1] not in level:
        return poured
    for index in level[-left:]:
        legs[index] = trim(legs[index], deepest - 1)
    trial = pour(legs)
    return poured if trial.rest else trial


def depth_of(leg: Leg, slot: Slot) -> Length:
    """How deep a slot lies in its leg: down the page, or, in a tier of vertical text, to the left."""
    return -slot.x if leg.vertical else slot.baseline


def same_shape(one: Leg, other: Leg) -> bool:
    """Whether two legs belong to one shape of one block."""
    return (one.block, one.shape) == (other.block, other.shape)


def _depth(rows: Sequence[Length], legs: Sequence[Leg], wanted: int) -> int:
    """The fewest rows that hold `wanted` slots."""
    counts = dict.fromkeys(rows, 0)
    for leg in legs:
        for slot in leg.slots:
            counts[depth_of(leg, slot)] += 1
    held = 0
    for depth, row in enumerate(rows, 1):
        held += counts[row]
        if held >= wanted:
            return depth
    return len(rows)


def trim(leg: Leg, last_row: Length) -> Leg:
    """A leg without its slots below a row."""
    return replace(leg, slots=tuple(slot for slot in leg.slots if depth_of(leg, slot) <= last_row))
