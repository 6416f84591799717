"""Paragraphs that take a line more, or end in a fuller one, without being seen to.

A paragraph whose last line is nearly full takes another when its lines are opened a little; the reader sees nothing of
it, as long as no Han gap grows by more than `MOST_OPENED`. None takes a line less: the marks of kaiming are set as
narrow as they can be, so that a paragraph has the fewest lines already.
"""

from __future__ import annotations

from collections.abc import Sequence

from layout.geometry import Slot
from layout.text.costs import han_opening
from layout.text.pour import Prepared, lengthened, pour, with_full_end
from layout.units import Length

# Han gaps of a paragraph may grow so far for it to take a line more (thousandths of an em; 1/8 em is told as loose).
MOST_OPENED = 100
# What such a line costs at the most: the cube of twice a twentieth of an em, and what marks cost that grow as well.
_DEAREST = 9.5


def opening(prepared: Prepared, ends: Sequence[int], width: Length) -> int | None:
    """By how much its gaps would be opened for a line more, in thousandths of an em, if all were opened alike.

    None when it cannot take one.
    """
    prose, sums = prepared.prose, prepared.sums
    if len(ends) < 2 or prose.align != "justify" or prose.setting.grid or prose.initial:
        return None
    start = ends[-2]
    gaps, marks = sums.gaps[start] - len(ends) + 1, sums.elastic[start]
    last = sums.ending[-1] - sums.natural[start] + sums.start.get(start, 0)
    # The last line is full then, and a further one has two characters.
    missing = width - last + 2 * sums.measured.em
    return int(han_opening(missing, max(gaps, 1), marks, sums.limits)[0] * 1000 / sums.measured.em)


def longer(prepared: Prepared, width: Length) -> Prepared | None:
    """A paragraph that takes a line more in slots of a width; None when gaps would be opened too far."""
    return _unseen(lengthened(prepared, width, _DEAREST), width)


def fuller(prepared: Prepared, width: Length) -> Prepared | None:
    """A paragraph whose last line fills a third of its measure and more; None when gaps would be opened too far."""
    return _unseen(with_full_end(prepared, width, width // 3 + 1, _DEAREST), width)


def filling(prepared: Prepared, ends: Sequence[int], width: Length) -> int | None:
    """By how much its gaps would be opened for a fuller last line, as `opening` says it."""
    prose, sums = prepared.prose, prepared.sums
    if len(ends) < 2 or prose.align != "justify" or prose.setting.grid or prose.initial:
        return None
    start = ends[-2]
    last = sums.ending[-1] - sums.natural[start] + sums.start.get(start, 0)
    gaps = sums.gaps[start] - len(ends) + 1
    opened = han_opening(max(width // 3 - last, 0), max(gaps, 1), sums.elastic[start], sums.limits)[0]
    return int(opened * 1000 / sums.measured.em)


def _unseen(found: Prepared | None, width: Length) -> Prepared | None:
    """A paragraph set otherwise when nothing of it is seen."""
    if found is None or found.asked is None:
        return None
    placed = pour((found,), [Slot(0, 0, width)] * len(found.asked[1])).placed
    return found if all(line.opening <= MOST_OPENED for line in placed) else None
