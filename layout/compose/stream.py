"""A story counted, not set: how many slots each of its parts takes from any slot on, as `pouring` then sets it.

Counting is exact and costs next to nothing, since the breaks of a paragraph are kept; so an arrangement of the legs can
be searched for before a single line is set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from layout.compose.initial import beside
from layout.compose.pouring import LINES_UNDER_SUBHEAD, Leg, under_one_another
from layout.compose.subhead import Subhead
from layout.compose.tables import TablePart
from layout.geometry import Slot
from layout.plan.table import TableCopy
from layout.text.pour import Prepared, Row, line_ends
from layout.text.table import set_table
from layout.units import Length


class Board:
    """The slots of some legs one after another. `ends[i]` is where the leg of slot i ends, `leg[i]` its number.

    The legs in `short` end a row above the others.
    """

    __slots__ = ("ends", "leg", "row", "short", "slots")

    def __init__(self, legs: Sequence[Leg], short: Sequence[int] = ()) -> None:
        self.short = frozenset(short)
        self.slots: list[Slot] = []
        self.ends: list[int] = []
        self.leg: list[int] = []
        for number, leg in enumerate(legs):
            self.slots += leg.slots
            self.ends += [len(self.slots)] * len(leg.slots)
            self.leg += [number] * len(leg.slots)
        self.row = Row(self.slots)

    def heads_leg(self, at: int) -> bool:
        """Whether a slot is the first of its leg."""
        return at == 0 or self.leg[at] != self.leg[at - 1]

    def gives_row(self, at: int) -> bool:
        """Whether the leg of a slot can give up its last row: it is not the last leg, and gave none yet."""
        return self.ends[at] < len(self.slots) and self.leg[at] not in self.short

    def is_right_part(self, at: int) -> bool:
        """Whether a slot stands beside the one before it, at the right of a picture."""
        if not 0 < at < len(self.slots) or self.heads_leg(at):
            return False
        return self.slots[at].baseline == self.slots[at - 1].baseline and self.slots[at].x > self.slots[at - 1].x

    def passed_over(self, at: int, after: int) -> int:
        """How many slots a part of the story that ends before `after` left empty at the foot of a leg."""
        end = self.ends[at] if at < len(self.ends) else at
        return end - at if after > end and not self.heads_leg(at) else 0


@dataclass(slots=True)
class CountedParagraph:
    """A paragraph of the body; whether it is the first of its passage, and how far its first character is sunk."""

    index: int
    prepared: Prepared
    first: bool
    sunk: int

    def begins(self, board: Board, at: int) -> int:
        """The slot it begins in: where a picture parts the rows of a leg, it is no right part (as in `pouring`)."""
        while not self.first and board.is_right_part(at):
            at += 1
        return at

    def ends(self, board: Board, at: int) -> Sequence[int]:
        """Its line ends from a slot on."""
        if self.prepared.prose.initial is None:
            return line_ends(self.prepared, board.row, at)
        beside_it = beside(self.prepared, board.slots[at:], min(self.sunk, board.ends[at] - at))
        return line_ends(self.prepared, Row(beside_it), 0)

    def ends_without(self, board: Board, at: int, slot: int) -> Sequence[int]:
        """Its line ends from a slot on when a later one is left out."""
        rest = [*board.slots[at:slot], *board.slots[slot + 1 : board.ends[slot + 1]]]
        return line_ends(self.prepared, Row(rest), 0)

    def last_width(self, start: int) -> Length:
        """How wide its last line is when it begins at a character."""
        sums = self.prepared.sums
        return sums.ending[-1] - sums.natural[start] + sums.start.get(start, 0)


@dataclass(slots=True)
class CountedSubhead:
    """A subhead, which goes on to the next leg when it finds no room for itself and the text under it."""

    head: Subhead
    leading: Length
    vertical: bool
    _lines: dict[Length, int] = field(default_factory=dict)

    def after(self, board: Board, at: int) -> int | None:
        """The slot that follows it, None where it finds no room."""
        if at >= len(board.slots):
            return None
        lines = self._lines_in(board.slots[at].width)
        if board.ends[at] - at < lines + LINES_UNDER_SUBHEAD and board.ends[at] < len(board.slots):
            at = board.ends[at]
            lines = self._lines_in(board.slots[at].width)
        return at + lines if board.ends[at] - at >= lines and self._whole(board, at, lines) else None

    def _lines_in(self, width: Length) -> int:
        if self.vertical:
            return 2
        if width not in self._lines:
            self._lines[width] = self.head.lines(width)
        return self._lines[width]

    def _whole(self, board: Board, at: int, lines: int) -> bool:
        """Whether its lines stand directly under one another; where a picture parts them it is not counted on."""
        return self.vertical or under_one_another(board.slots[at : at + lines], self.leading)


class CountedGap:
    """The empty line before a stanza or around a table, which does not stand at the top of a leg."""

    def after(self, board: Board, at: int) -> int:
        """The slot that follows it."""
        return at + 1 if 0 < at < len(board.slots) and not board.heads_leg(at) else at


@dataclass(slots=True)
class CountedTable:
    """A table that keeps together, a line of white around it; one that is parted between legs is not counted on."""

    copy: TableCopy
    _lines: dict[Length, int] = field(default_factory=dict)

    def after(self, board: Board, at: int) -> int | None:
        """The slot that follows it, None where it would be parted."""
        at = CountedGap().after(board, at)
        if at >= len(board.slots):
            return None
        lines = self._lines_in(board.slots[at].width)
        if board.ends[at] - at < lines and board.ends[at] < len(board.slots):
            at = board.ends[at]
        whole = board.ends[at] - at >= lines and len({(s.x, s.width) for s in board.slots[at : at + lines]}) == 1
        return CountedGap().after(board, at + lines) if whole else None

    def _lines_in(self, width: Length) -> int:
        if width not in self._lines:
            setting = set_table(self.copy.cells, width)
            self._lines[width] = TablePart(self.copy, setting, 0, self.copy.table.rows).lines
        return self._lines[width]


class CountedClosing:
    """The byline at the end, on a line of its own."""

    def after(self, board: Board, at: int) -> int | None:
        """The slot that follows it."""
        return at + 1 if at < len(board.slots) else None


Counted = CountedParagraph | CountedSubhead | CountedGap | CountedTable | CountedClosing


def usual_width(legs: Sequence[Leg]) -> Length:
    """The width that most slots have."""
    found = Counter(slot.width for leg in legs for slot in leg.slots)
    return max(found, key=lambda width: (found[width], width), default=0)
