"""Drop capitals (首字下沉): the first character of a story, large, beside its first lines.

It is (n - 1) lines and an em high, so that its em box reaches from the top of the first line to the foot of the n-th;
it takes whole and half ems of the measure. An opening mark before it stays small: quotes are never enlarged.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layout.geometry import Slot
from layout.plan.type import TypeCase
from layout.text.classes import OPENING
from layout.text.model import Initial, Prose
from layout.text.pour import Prepared
from layout.units import Length

# White at the right of the character, in thousandths of the body's em, before its room is rounded up to half ems.
_CLEAR = 125
# An em box hangs this much below its baseline, in thousandths.
_DESCENT = 120


def with_initial(prose: Prose, lines: int, case: TypeCase) -> Prose:
    """A story's first paragraph, its first character sunk into `lines` lines; no indent."""
    at = next((at for at, character in enumerate(prose.text) if character not in OPENING), None)
    if at is None:
        return prose
    em, leading = prose.font.size, case.style.leading
    size = (lines - 1) * leading + em
    half = em // 2
    room = -(-(size + em * _CLEAR // 1000) // half) * half
    fall = (lines - 1) * leading - (size - em) * _DESCENT // 1000
    font = next((run.font for run in prose.runs if run.start <= at < run.end), prose.font)
    initial = Initial(at, replace(font, size=size), room, fall)
    runs = tuple(replace(run, start=max(run.start, at + 1)) for run in prose.runs if run.end > at + 1)
    return replace(prose, indent=0, runs=runs, initial=initial)


def beside(prepared: Prepared, slots: Sequence[Slot], lines: int) -> list[Slot]:
    """Slots with those beside the character narrowed by its room and what stands before it."""
    initial = prepared.prose.initial
    if initial is None:
        return list(slots)
    sums = prepared.sums
    room = sums.natural[initial.at + 1] + sums.start.get(0, 0)
    first, others = slots[:1], slots[1:lines]
    return [*first, *(_narrowed(slot, room) for slot in others), *slots[lines:]]


def _narrowed(slot: Slot, room: Length) -> Slot:
    return Slot(slot.x + room, slot.baseline, slot.width - room)
