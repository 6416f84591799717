"""The legs of a story divided (齐栏, 孤行): the cheapest of all arrangements, by costs that are stated here.

What may be done: a paragraph takes a line more or ends in a fuller one, the last legs end a line above the others,
and, as the last resort, an inner leg does. What is to be avoided: a paragraph's last line alone at the head of a leg,
the shorter the worse, its first line alone at the foot, white at the foot. All of it is counted before anything is set
(`stream`), slot by slot from the story's start, so that of the ways that lead to a slot the cheapest alone goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.feather import MOST_OPENED, filling, fuller, longer, opening
from layout.compose.level import depth_of, same_shape, trim
from layout.compose.pouring import Leg
from layout.compose.stream import Board, Counted, CountedParagraph, usual_width
from layout.text.pour import Prepared
from layout.units import Length

# A last line alone at a leg's head: of less than a third of the measure, of less than the measure, full (CLREQ 3.5.4).
SHORT_WIDOW, WIDOW, FULL_WIDOW = 400.0, 80.0, 25.0
# A first line alone at a foot.
ORPHAN = 40.0
# A row of white at the foot of an inner leg, of one of the last legs, and more than one row at the foot of the last.
UNEVEN, SHORT_LAST, HOLE = 140.0, 6.0, 150.0
# A paragraph that takes a line more: the least, and what its gaps opened as far as they may cost besides.
LONGER, OPENED = 1.0, 2.0
# A last line is as good as full from so many thousandths of the measure on.
_FULL = 950
# How often the search begins anew without a paragraph that proved not to take a line.
_MOST_ANEW = 6
# Paragraphs from this number on are those that end in a fuller line.
_FULLER = 1_000_000

# A way to a slot: its cost, what was done last, and the way before. Done is a paragraph that takes a line more (its
# index), one that ends in a fuller line (that and `_FULLER`), or a leg that gives its last slot up (-1 - its number).
_Way: TypeAlias = "tuple[float, int | None, _Way | None]"
# Legs to try, what they cost by themselves, and their slots.
_Candidate: TypeAlias = tuple[float, list[Leg], Board]


class Arrangement(Struct, frozen=True):
    """Legs to pour a story into, and the paragraphs that take a line more, by index."""

    legs: tuple[Leg, ...]
    longer: dict[int, Prepared]
    cost: float


def arranged(full: Sequence[Leg], level: Sequence[Leg], last: Leg, counted: Sequence[Counted]) -> Arrangement | None:
    """The cheapest arrangement of a story; None when it cannot be counted after all.

    `full` are its legs as they are, `level` the same cut to the rows that hold the story, `last` is one of the shape
    that it ends in.
    """
    search = _Search(counted, usual_width(full))
    candidates = list(_candidates(full, level, last))
    for turn in range(_MOST_ANEW + 1):
        search.given_up = turn == _MOST_ANEW
        found = search.best(candidates)
        if found is None or search.proved(found[1]):
            return _arrangement(search, found) if found else None
    return None


def _arrangement(search: _Search, found: tuple[list[Leg], _Way]) -> Arrangement:
    legs, way = list(found[0]), found[1]
    lengthened: dict[int, Prepared] = {}
    for done in _done(way):
        if done < 0:
            legs[-1 - done] = replace(legs[-1 - done], slots=legs[-1 - done].slots[:-1])
        else:
            lengthened[done % _FULLER] = search.proofs[done]
    return Arrangement(tuple(legs), lengthened, way[0])


def _done(way: _Way | None) -> Iterator[int]:
    while way:
        if way[1] is not None:
            yield way[1]
        way = way[2]


def _candidates(full: Sequence[Leg], level: Sequence[Leg], last: Leg) -> Iterator[_Candidate]:
    """Legs of the last shape cut at one row or the next, some of the last a row higher, and what that costs."""
    inside = [number for number, leg in enumerate(level) if same_shape(leg, last) and leg.slots]
    rows = sorted({depth_of(full[number], slot) for number in inside for slot in full[number].slots})
    foot = rows.index(max(depth_of(level[number], level[number].slots[-1]) for number in inside))
    for row in rows[foot : foot + 2]:
        cut = [trim(leg, row) if same_shape(leg, last) else leg for leg in full[: inside[-1] + 1]]
        cut += [replace(leg, slots=()) for leg in full[inside[-1] + 1 :]]
        deep = [number for number in inside if depth_of(cut[number], cut[number].slots[-1]) == row]
        # The short legs are the last ones; a last leg that a picture shortens gives no row.
        several = len(deep) if deep and deep[-1] == inside[-1] else 1
        for short in range(several):
            legs = list(cut)
            ending_short = deep[len(deep) - short :]
            for number in ending_short:
                legs[number] = trim(cut[number], row - 1)
            yield short * SHORT_LAST, legs, Board(legs, ending_short)


class _Search:
    """The search over arrangements, and what is known of the paragraphs that might take a line more.

    They take it in slots of the story's `usual` width. A search that is `given_up` lets those alone that are proved to.
    """

    def __init__(self, counted: Sequence[Counted], usual: Length) -> None:
        self.counted, self.usual = counted, usual
        self.proofs: dict[int, Prepared] = {}
        self.given_up = False
        self._paragraphs = {one.index: one for one in counted if isinstance(one, CountedParagraph)}
        self._costs: dict[int, float | None] = {}

    def best(self, candidates: Sequence[_Candidate]) -> tuple[list[Leg], _Way] | None:
        """The cheapest way through any of the legs given, each with what it costs by itself."""
        found: tuple[list[Leg], _Way] | None = None
        for cost, legs, board in candidates:
            most = found[1][0] if found else float("inf")
            way = self._through(board, cost, most) if cost < most else None
            if way:
                found = legs, way
        return found

    def proved(self, way: _Way) -> bool:
        """Whether every paragraph of a way does take a line more; those that don't are struck off."""
        sound = True
        for index in _done(way):
            if index >= 0 and index not in self.proofs:
                prepared = self._paragraphs[index % _FULLER].prepared
                proof = fuller(prepared, self.usual) if index >= _FULLER else longer(prepared, self.usual)
                if proof is None:
                    self._costs[index] = None
                    sound = False
                else:
                    self.proofs[index] = proof
        return sound

    def _through(self, board: Board, cost: float, most: float) -> _Way | None:
        """The cheapest way through a board that costs less than `most`."""
        ways: dict[int, _Way] = {0: (cost, None, None)}
        for one in self.counted:
            reached: dict[int, _Way] = {}
            for at, way in ways.items():
                for end, further in self._go_on(board, one, at, way):
                    known = reached.get(end)
                    if further[0] < (known[0] if known else most):
                        reached[end] = further
            ways = reached
        ended = [(way[0] + HOLE * (len(board.slots) - at), None, way) for at, way in ways.items()]
        best = min(ended, key=lambda way: way[0], default=None)
        return best if best and best[0] < most else None

    def _go_on(self, board: Board, one: Counted, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        """The slots that may follow a part of the story, and the ways there."""
        if not isinstance(one, CountedParagraph):
            after = one.after(board, at)
            if after is not None:
                yield after, (way[0] + UNEVEN * board.passed_over(at, after), None, way)
            return
        at = one.begins(board, at)
        if at >= len(board.slots):
            return
        yield from self._paragraph(board, one, at, way)
        end = board.ends[at]
        if end - at == 1 and board.gives_row(at) and not board.heads_leg(at):
            yield from self._paragraph(board, one, end, (way[0] + UNEVEN, -1 - board.leg[at], way))

    def _paragraph(self, board: Board, one: CountedParagraph, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        """A paragraph that begins in a slot, with as many lines as it has, and with one more."""
        ends = one.ends(board, at)
        last = one.last_width(ends[-2]) if len(ends) > 1 else 0
        yield from _laid(board, at, len(ends), way, last)
        yield from _given_up(board, one, at, len(ends), way)
        yield from self._filled(board, one, at, way)
        further = self._cost(one, ends) if board.slots[at].width == self.usual else None
        if further is not None and board.row.uniform(at, len(ends) + 1):
            yield from _laid(board, at, len(ends) + 1, (way[0] + further, one.index, way), 0)

    def _filled(self, board: Board, one: CountedParagraph, at: int, way: _Way) -> Iterator[tuple[int, _Way]]:
        """A paragraph whose last line, alone at the head of a leg, is fuller than it would be."""
        ends = one.ends(board, at)
        end = at + len(ends) - 1
        if end >= len(board.slots) or end == at or not board.heads_leg(end) or board.slots[at].width != self.usual:
            return
        if one.last_width(ends[-2]) * 3 >= self.usual or not board.row.uniform(at, len(ends)):
            return
        done = one.index + _FULLER
        further = self._priced(done, filling(one.prepared, ends, self.usual))
        if further is not None:
            yield from _laid(board, at, len(ends), (way[0] + further, done, way), self.usual // 3 + 1)

    def _cost(self, one: CountedParagraph, ends: Sequence[int]) -> float | None:
        """What it costs that a paragraph takes a line more; None when it cannot."""
        if one.index not in self._costs:
            return self._priced(one.index, opening(one.prepared, ends, self.usual))
        return self._priced(one.index, None)

    def _priced(self, done: int, opened: int | None) -> float | None:
        """The price of gaps opened so far; None when that is too far, or was found not to do."""
        if done not in self._costs:
            share = None if opened is None or opened > MOST_OPENED else opened / MOST_OPENED
            self._costs[done] = None if share is None else LONGER + OPENED * share**2
        return self._costs[done] if not self.given_up or done in self.proofs else None


def _laid(board: Board, at: int, lines: int, way: _Way, last: Length) -> Iterator[tuple[int, _Way]]:
    """The slot after a paragraph of some lines, its last one so wide; what stands alone at a leg's edge is priced."""
    end = at + lines
    if end > len(board.slots):
        return
    cost = way[0]
    if lines > 1:
        cost += ORPHAN if board.ends[at] - at == 1 else 0
        cost += _widow(last, board.slots[end - 1].width) if board.heads_leg(end - 1) else 0
    yield end, (cost, None, way)


def _given_up(board: Board, one: CountedParagraph, at: int, lines: int, way: _Way) -> Iterator[tuple[int, _Way]]:
    """The slot after a paragraph whose last line would head a leg, when the leg before gives its last row up for it."""
    last = at + lines - 1
    if lines < 3 or last >= len(board.slots) or not board.heads_leg(last) or not board.gives_row(last - 1):
        return
    before, left = board.leg[last - 1], board.ends[at] - at
    # How many of its lines stand at the foot where it begins, once the row is given.
    kept = left - (board.leg[at] == before)
    end = last + 1 + len(one.ends_without(board, at, last - 1)) - lines + 1
    if last + 1 < end <= board.ends[last] and kept:
        yield end, (way[0] + UNEVEN + (ORPHAN if kept == 1 else 0), -1 - before, way)


def _widow(width: Length, measure: Length) -> float:
    """What a last line alone at the head of a leg costs by how much of the measure it fills."""
    if width * 1000 >= measure * _FULL:
        return FULL_WIDOW
    return SHORT_WIDOW if width * 3 < measure else WIDOW
