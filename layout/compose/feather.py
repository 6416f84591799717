"""Paragraphs that take a line more without being seen to.

A paragraph whose last line is nearly full takes another when its lines are opened a little; the reader sees nothing of
it, as long as no Han gap grows by more than `MOST_OPENED`. None takes a line less: the marks of kaiming are set as
narrow as they can be, so that a paragraph has the fewest lines already.
"""

from __future__ import annotations

from collections.abc import Sequence

from layout.geometry import Slot
from layout.text.costs import han_opening
from layout.text.model import Line
from layout.text.pour import Prepared, lengthened, pour
from layout.units import Length

# Han gaps of a paragraph may grow so far for it to take a line more (thousandths of an em; 1/8 em is told as loose).
MOST_OPENED = 100
# So many lines running that are opened by half of what is told as loose (1/8 em) would be seen.
_RUNNING, _LOOSE_SHARE = 4, 2
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
    found = lengthened(prepared, width, _DEAREST)
    if found is None or found.asked is None:
        return None
    placed = pour((found,), [Slot(0, 0, width)] * len(found.asked[1])).placed
    return None if max(line.opening for line in placed) > MOST_OPENED or _streaked(found, placed) else found


def _streaked(prepared: Prepared, lines: Sequence[Line]) -> bool:
    """Whether lines that are all loose follow one another."""
    loose = prepared.sums.limits.loose_per_mille
    flags = "".join("L" if line.opening * _LOOSE_SHARE > loose else " " for line in lines)
    return "L" * _RUNNING in flags
