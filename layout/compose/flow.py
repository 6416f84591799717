"""A story's text poured through its blocks: over pages, round pictures, past subheads, and levelled at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.arrange import arranged
from layout.compose.copy import Passage, with_longer
from layout.compose.level import Edge, edges, levelled, shared
from layout.compose.pouring import Leg, Pouring, SetLine
from layout.compose.stream import Counted, CountedClosing, CountedGap, CountedParagraph, CountedSubhead, CountedTable
from layout.compose.subhead import subhead
from layout.display.items import Role, Rule
from layout.edition.model import Story
from layout.plan.model import Block
from layout.plan.type import TypeCase
from layout.style.model import SubheadStyle
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
    """Pour a story through its blocks in order, level the legs it ends in, and divide it so that no line is alone."""
    legs = _legs(copy.blocks)

    def pour(into: Sequence[Leg]) -> Pouring:
        return _pour(copy, into, copy.passages)

    first = pour(legs)
    if first.rest or not copy.blocks[-1].place.balance:
        return _result(first, first, 0)
    level, empty_rows = levelled(legs, first, pour) if first.empty else (first, 0)
    return _result(_divided(copy, legs, level), first, empty_rows)


def _divided(copy: Copy, full: Sequence[Leg], level: Pouring) -> Pouring:
    """The story in the cheapest arrangement of its legs, looked for only when there is something amiss."""
    if not level.empty and not any(edge.alone for edge in edges(level)) and not level.passed_over:
        return level
    found = arranged(full, level.legs, level.last_leg, _counted(copy, vertical=level.vertical))
    if found is None:
        return shared(level, lambda into: _pour(copy, into, copy.passages))
    trial = _pour(copy, found.legs, with_longer(copy.passages, found.longer))
    return level if trial.rest else trial


def _counted(copy: Copy, *, vertical: bool) -> Sequence[Counted]:
    """The story's parts in order, to be counted; what `_pour` sets is the same."""
    look, leading, sunk = _subheads(copy), copy.case.style.leading, copy.blocks[0].place.drop_capital
    found: list[Counted] = []
    for passage in copy.passages:
        if passage.table:
            found.append(CountedTable(passage.table))
        if passage.subhead is not None:
            head = subhead(copy.story.body[passage.subhead].text, look, copy.case)
            found.append(CountedSubhead(head, leading, vertical))
        if passage.spaced:
            found.append(CountedGap())
        paragraphs = [(index, one) for index, one in passage.paragraphs if one.prose.text]
        found += [CountedParagraph(*one, number == 0, sunk) for number, one in enumerate(paragraphs)]
    if _closing(copy):
        found.append(CountedClosing())
    return found


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


def _pour(copy: Copy, legs: Sequence[Leg], passages: Sequence[Passage]) -> Pouring:
    pouring = Pouring(legs, copy.case, len(copy.blocks), _subheads(copy), copy.blocks[0].place.drop_capital)
    for passage in passages:
        pouring.passage(passage, copy.story)
    if closing := _closing(copy):
        pouring.closing(closing, copy.case.style.types["byline-end"])
    return pouring


def _subheads(copy: Copy) -> SubheadStyle:
    """How the story's subheads look."""
    head = copy.blocks[0].place.headline
    return copy.case.style.subhead_of(head.level if head else "")


def _closing(copy: Copy) -> str:
    """The byline that ends the story, where its level has it there."""
    head, byline = copy.blocks[0].place.headline, copy.story.byline
    level = copy.case.style.levels[head.level] if head else None
    return f"（{'　'.join(byline.lines)}）" if byline and (level is None or level.byline == "end") else ""


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
