"""Feet made equal (齐栏): paragraphs that take a line more without being seen to, so that no leg ends short.

A leg is short when the lines of the text do not divide by the legs, or when a subhead that found no room at its foot
went on to the next one. A paragraph whose last line is nearly full takes another when its lines are opened a little;
the reader sees nothing of it, as long as no Han gap grows by more than `MOST_OPENED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.copy import Passage
from layout.compose.level import depth_of, edges, same_shape, trim
from layout.compose.pouring import Leg, Pouring, SetLine
from layout.display.items import Role
from layout.text.pour import Prepared, loosened, pour
from layout.units import Length

# Han gaps of a paragraph may grow so far for it to take a line more (thousandths of an em; 1/8 em is told as loose).
MOST_OPENED = 100
# An estimate, before the marks that grow as well, lets a paragraph be tried up to this.
_WORTH_TRYING = 240
# How many lines a story may be lengthened by, and how many paragraphs are tried for each.
_MOST_LINES, _MOST_TRIED = 8, 8
# By how much more than what is missing, shared out over its lines, a paragraph's measure is narrowed (per cent).
_SHARES = (105, 130, 170, 220)

Repour = Callable[[Sequence[Leg], Sequence[Passage]], Pouring]


class _Paragraph(Struct, frozen=True):
    """A paragraph as it stands: the leg it ends in, its lines and what a further line needs of them together."""

    index: int
    leg: int
    lines: tuple[SetLine, ...]
    missing: Length

    @property
    def opening(self) -> int:
        """By how much its gaps would be opened, in thousandths of an em of the body, if marks did not grow as well."""
        gaps = sum(line.line.end - line.line.start - 1 for line in self.lines[:-1])
        return self.missing * 1000 // max(gaps * self.lines[0].style.size, 1)


def feathered(
    full: Sequence[Leg], poured: Pouring, passages: Sequence[Passage], repour: Repour
) -> tuple[Pouring, tuple[Passage, ...]]:
    """The story with feet as level as its paragraphs allow, and its passages as they are then broken.

    `full` are the legs before they were levelled.
    """
    best, kept = poured, tuple(passages)
    legs = _to_the_foot(full, poured)
    gaps = _short(legs, best)
    for _ in range(_MOST_LINES):
        if not any(gaps):
            break
        found = _lengthened(legs, best, kept, repour)
        if found is None:
            break
        best, kept = found
        gaps = _short(legs, best)
    return best, kept


def _lengthened(
    legs: Sequence[Leg], poured: Pouring, passages: Sequence[Passage], repour: Repour
) -> tuple[Pouring, tuple[Passage, ...]] | None:
    """The story with one paragraph a line longer and less white at the feet, None when none can be."""
    gaps = _short(legs, poured)
    first = next(at for at, gap in enumerate(gaps) if gap)
    before = [one for one in _candidates(legs, poured, passages) if one.leg <= first]
    for candidate in sorted(before, key=lambda one: one.opening)[:_MOST_TRIED]:
        longer = _longer(candidate, passages)
        if longer is None:
            continue
        trial_passages = _with(passages, candidate.index, longer)
        trial = repour(legs, trial_passages)
        fewer = sum(_short(legs, trial)) < sum(gaps)
        if fewer and not trial.rest and _widows(trial) <= _widows(poured):
            return trial, trial_passages
    return None


def _longer(one: _Paragraph, passages: Sequence[Passage]) -> Prepared | None:
    """A paragraph that takes a line more with no gap opened further than is right."""
    prepared = next(own for passage in passages for index, own in passage.paragraphs if index == one.index)
    slots = [line.line.slot for line in one.lines]
    for share in _SHARES:
        trial = loosened(prepared, one.missing * share // (100 * max(len(slots) - 1, 1)))
        lines = pour((trial,), [*slots, slots[-1]]).placed
        if len(lines) == len(slots) + 1 and lines[-1].last:
            return trial if all(line.opening <= MOST_OPENED for line in lines) else None
    return None


def _to_the_foot(full: Sequence[Leg], poured: Pouring) -> list[Leg]:
    """The legs with those of the last shape cut at the lowest line that stands in it."""
    last = poured.last_leg
    used = [depth_of(leg, slot) for slot, leg in poured.taken if same_shape(leg, last)]
    foot = max(used, default=0)
    return [trim(leg, foot) if same_shape(leg, last) else leg for leg in full]


def _short(legs: Sequence[Leg], poured: Pouring) -> list[int]:
    """How many lines each leg ends above its foot; those after the shape that the text ends in do not count."""
    last = max((at for at, leg in enumerate(legs) if same_shape(leg, poured.last_leg)), default=-1)
    return [_white(leg, poured) if at <= last else 0 for at, leg in enumerate(legs)]


def _white(leg: Leg, poured: Pouring) -> int:
    """How many rows of a leg are empty below its last line."""
    if not leg.slots or leg.vertical:
        return 0
    left, right = min(slot.x for slot in leg.slots), max(slot.x + slot.width for slot in leg.slots)
    used = [
        line.line.slot.baseline
        for line in poured.lines[leg.block]
        if left <= line.line.slot.x < right and line.line.slot.baseline <= leg.slots[-1].baseline
    ]
    end = max((baseline for baseline in used if baseline >= leg.slots[0].baseline), default=0)
    return len({slot.baseline for slot in leg.slots if slot.baseline > end})


def _candidates(legs: Sequence[Leg], poured: Pouring, passages: Sequence[Passage]) -> Iterator[_Paragraph]:
    """Paragraphs that could take a line more, with the leg they end in."""
    free = {
        index
        for passage in passages
        for index, prepared in passage.paragraphs
        if prepared.prose.align == "justify" and prepared.prose.initial is None and not prepared.narrowed
    }
    at = {(leg.block, slot): number for number, leg in enumerate(legs) for slot in leg.slots}
    for index, lines in _paragraphs(poured).items():
        if index not in free or len(lines) < 2:
            continue
        block, last = lines[-1]
        missing = last.line.slot.width - last.line.width + 2 * last.style.size
        if (block, last.line.slot) in at:
            found = _Paragraph(index, at[block, last.line.slot], tuple(line for _, line in lines), missing)
            if found.opening <= _WORTH_TRYING:
                yield found


def _paragraphs(poured: Pouring) -> Mapping[int, list[tuple[int, SetLine]]]:
    found: dict[int, list[tuple[int, SetLine]]] = {}
    for block, lines in enumerate(poured.lines):
        for line in lines:
            if line.role is Role.PARAGRAPH:
                found.setdefault(line.paragraph, []).append((block, line))
    return found


def _widows(poured: Pouring) -> int:
    return sum(edge.headed_by_short_line for edge in edges(poured))


def _with(passages: Sequence[Passage], index: int, longer: Prepared) -> tuple[Passage, ...]:
    """The passages with another setting of one paragraph."""
    return tuple(
        replace(passage, paragraphs=tuple((at, longer if at == index else one) for at, one in passage.paragraphs))
        for passage in passages
    )
