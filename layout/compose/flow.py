"""A story's text poured through its blocks: over pages, round pictures, past subheads, and levelled at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from layout.compose.copy import Passage
from layout.compose.pouring import Leg, Pouring, SetLine
from layout.display.items import Role
from layout.edition.model import Story
from layout.plan.model import Block
from layout.plan.type import TypeCase
from layout.text.model import Trouble
from layout.units import Length


@dataclass(frozen=True, slots=True)
class Flow:
    """A story poured: the lines of each block, and what is left over.

    `rest` holds the lines that found no slot. `empty` is the number of slots left over, `empty_rows` how many rows
    the box it ends in could be lower, `ends_in` the index of the last block that got text.
    """

    lines: tuple[tuple[SetLine, ...], ...]
    rest: tuple[SetLine, ...]
    empty: int
    empty_rows: int
    ends_in: int
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A story ready to be poured."""

    story: Story
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    case: TypeCase


def flow(copy: Copy) -> Flow:
    """Pour a story through its blocks in order and level the legs it ends in."""
    legs = _legs(copy.blocks)
    first = _pour(copy, legs)
    if first.rest or not first.empty or not copy.blocks[-1].place.balance:
        return _result(first, first, 0)
    return _levelled(copy, legs, first)


def _legs(blocks: Sequence[Block]) -> list[Leg]:
    """All legs in order; the slots that jump lines take are left out."""
    legs: list[Leg] = []
    for index, block in enumerate(blocks):
        own = [Leg(index, box, frame.slots) for box, frames in enumerate(block.frames) for frame in frames]
        if block.jump_from:
            _take_slot(own, range(len(own)), 0)
        if block.jump_to:
            _take_slot(own, range(len(own) - 1, -1, -1), -1)
        legs += own
    return legs


def _take_slot(legs: list[Leg], order: range, at: int) -> None:
    for position in order:
        leg = legs[position]
        if leg.slots:
            kept = leg.slots[1:] if at == 0 else leg.slots[:-1]
            legs[position] = Leg(leg.block, leg.box, kept)
            return


def _pour(copy: Copy, legs: Sequence[Leg]) -> Pouring:
    pouring = Pouring(legs, copy.case, len(copy.blocks))
    for passage in copy.passages:
        pouring.passage(passage, copy.story)
    head = copy.blocks[0].place.headline
    if copy.story.byline and (head is None or copy.case.style.levels[head.level].byline == "end"):
        pouring.closing(f"（{copy.story.byline.text}）", copy.case.style.types["byline-end"])
    return pouring


def _levelled(copy: Copy, legs: Sequence[Leg], first: Pouring) -> Flow:
    """Make the box the story ends in as shallow as it can be, so that its legs end level."""
    last = first.last_leg
    inside = [leg for leg in legs if (leg.block, leg.box) == (last.block, last.box)]
    rows = sorted({slot.baseline for leg in inside for slot in leg.slots})
    used = sum(1 for slot, leg in first.taken if (leg.block, leg.box) == (last.block, last.box))
    for depth in range(_depth(rows, inside, used), len(rows)):
        trimmed = [_trim(leg, rows[depth - 1]) if leg in inside else leg for leg in legs]
        trial = _pour(copy, trimmed)
        if not trial.rest and (trial.last_leg.block, trial.last_leg.box) == (last.block, last.box):
            return _result(trial, first, len(rows) - depth)
    return _result(first, first, 0)


def _depth(rows: Sequence[Length], legs: Sequence[Leg], wanted: int) -> int:
    """The fewest rows that hold `wanted` slots."""
    counts = dict.fromkeys(rows, 0)
    for leg in legs:
        for slot in leg.slots:
            counts[slot.baseline] += 1
    held = 0
    for depth, row in enumerate(rows, 1):
        held += counts[row]
        if held >= wanted:
            return depth
    return len(rows)


def _trim(leg: Leg, last_row: Length) -> Leg:
    return Leg(leg.block, leg.box, tuple(slot for slot in leg.slots if slot.baseline <= last_row))


def _result(pouring: Pouring, first: Pouring, empty_rows: int) -> Flow:
    """The flow that `pouring` gives; what stays empty is counted in the `first` pass, over the whole boxes."""
    with_text = [i for i, lines in enumerate(pouring.lines) if any(line.role is not Role.JUMP for line in lines)]
    return Flow(
        tuple(tuple(lines) for lines in pouring.lines),
        tuple(pouring.rest),
        first.empty,
        empty_rows,
        with_text[-1] if with_text else 0,
        tuple(pouring.troubles),
    )
