"""A story's text poured through its blocks: over pages, round pictures, past subheads, and levelled at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.copy import Passage
from layout.compose.level import Edge, edges, levelled, mended
from layout.compose.pouring import Leg, Pouring, SetLine
from layout.display.items import Role, Rule
from layout.edition.model import Story
from layout.plan.model import Block
from layout.plan.type import TypeCase
from layout.text.model import Trouble


class Flow(Struct, frozen=True):
    """A story poured: the lines of each block, and what is left over.

    `rest` holds the lines that found no slot. `empty` is the number of slots left over, `empty_rows` how many rows
    the shape it ends in could be lower, `ends_in` the index of the last block that got text. `rules` are those
    of tables, by block.
    """

    lines: tuple[tuple[SetLine, ...], ...]
    rest: tuple[SetLine, ...]
    empty: int
    empty_rows: int
    ends_in: int
    troubles: tuple[Trouble, ...]
    edges: tuple[Edge, ...] = ()
    rules: tuple[tuple[Rule, ...], ...] = ()


class Copy(Struct, frozen=True):
    """A story ready to be poured."""

    story: Story
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    case: TypeCase


def flow(copy: Copy) -> Flow:
    """Pour a story through its blocks in order and level the legs it ends in."""
    legs = _legs(copy.blocks)

    def pour(into: Sequence[Leg]) -> Pouring:
        return _pour(copy, into)

    first = pour(legs)
    if first.rest or not first.empty:
        return _result(first, first, 0)
    level, empty_rows = levelled(legs, first, pour) if copy.blocks[-1].place.balance else (first, 0)
    return _result(mended(legs, level, pour), first, empty_rows)


def _legs(blocks: Sequence[Block]) -> list[Leg]:
    """All legs in order; the slots that jump lines take are left out."""
    legs: list[Leg] = []
    for index, block in enumerate(blocks):
        own = [
            Leg(index, shape, frame.slots, frame.vertical)
            for shape, frames in enumerate(block.frames)
            for frame in frames
        ]
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
            legs[position] = replace(leg, slots=kept)
            return


def _pour(copy: Copy, legs: Sequence[Leg]) -> Pouring:
    styles, head = copy.case.style, copy.blocks[0].place.headline
    level = styles.levels[head.level] if head else None
    look = styles.subhead_of(head.level if head else "")
    pouring = Pouring(legs, copy.case, len(copy.blocks), look, copy.blocks[0].place.drop_capital)
    for passage in copy.passages:
        pouring.passage(passage, copy.story)
    byline = copy.story.byline
    if byline and (level is None or level.byline == "end"):
        pouring.closing(f"（{'　'.join(byline.lines)}）", styles.types["byline-end"])
    return pouring


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
        tuple(edges(pouring)),
        tuple(tuple(rules) for rules in pouring.rules),
    )
