"""Horizontal headline blocks: label, kicker, main head, deck, byline and summary stacked, rounded up to whole lines."""

from __future__ import annotations

from collections.abc import Sequence

from layout.display.items import Role
from layout.geometry import Point, Rect
from layout.plan.findings import HEAD_TOO_TALL
from layout.plan.head.backing import Backing, backed, backing_of
from layout.plan.head.byline import byline_group
from layout.plan.head.desk import Desk, HeadCopy, with_small_sizes
from layout.plan.head.label import beside_width, label_group, place_beside
from layout.plan.head.parts import main_group, minor_group, summary_group
from layout.plan.head.stack import Group, place_stack, stack_height
from layout.plan.model import HeadBlock, PlacedWords
from layout.units import Length

# How much of what is left of a head's whole lines stands above it, in tenths; of one that its text follows at once.
_SLACK_ABOVE, _SLACK_ABOVE_BARE = 7, 2


def plan_head(copy: HeadCopy, rect: Rect, desk: Desk) -> HeadBlock:
    """The headline block of a story at the top of `rect` (its width is the headline's measure; its height is not used).

    Reports HEAD_TOO_WIDE for a part that fits at no size of its level, HEAD_TOO_TALL for a head that does not fit in
    the lines it was given.
    """
    copy = backed(copy)
    backing = backing_of(copy, desk)
    aside = beside_width(copy, desk)
    width = rect.width - 2 * backing.side - aside
    groups = _fitted(copy, width, backing, desk)
    above = _above(groups, backing)
    needed = stack_height(groups) + above + backing.below
    lines = copy.headline.lines or -(-needed // desk.grid.leading)
    slack = max(0, lines * desk.grid.leading - needed)
    corner = Point(rect.x + backing.side + aside, rect.y + above + _slack_above(groups, slack))
    placed = place_stack(groups, corner, width)
    if aside:
        top, foot = _main_span(placed.words)
        placed += place_beside(copy, Point(rect.x + backing.side, top), foot - top, desk)
    block = Rect(rect.x, rect.y, rect.width, lines * desk.grid.leading)
    plates = backing.plates(block) + placed.plates
    return HeadBlock(block, lines, placed.words, plates, placed.emblems, line=desk.line_at(block.y))


def _slack_above(groups: Sequence[Group], slack: Length) -> Length:
    """What stands over the head of what whole lines leave.

    It is more than stands under it, between the head and what it is parted from; but a main head that no byline parts
    from its text, in type so much larger, wants white under it.
    """
    bare = bool(groups) and groups[-1].rows[-1].role is Role.HEADLINE
    return slack * (_SLACK_ABOVE_BARE if bare else _SLACK_ABOVE) // 10


def _main_span(words: Sequence[PlacedWords]) -> tuple[Length, Length]:
    """The top and the foot of the main head's rows; of all rows when there is none."""
    rows = [one for one in words if one.role is Role.HEADLINE] or words
    top = min((row.top for row in rows), default=0)
    return top, max((row.top + row.size for row in rows), default=0)


def _above(groups: Sequence[Group], backing: Backing) -> Length:
    """The white above the words: at least what the plate of a label needs to stay inside the block."""
    return max(backing.above, groups[0].rises if groups else 0)


def _fitted(copy: HeadCopy, width: Length, backing: Backing, desk: Desk) -> list[Group]:
    """The parts with the main head in the largest size at which all of them fit into the lines given, if any are."""
    sizes = copy.level.sizes
    groups = _groups(copy, width, desk, sizes)
    lines = copy.headline.lines
    if lines is None:
        return groups
    room = lines * desk.grid.leading - _above(groups, backing) - backing.below
    for first in range(1, len(sizes)):
        if stack_height(groups) <= room:
            return groups
        groups = _groups(copy, width, desk, sizes[first:])
    if stack_height(groups) > room:
        needed = -(-(stack_height(groups) + _above(groups, backing) + backing.below) // desk.grid.leading)
        desk.sink.report(HEAD_TOO_TALL, copy.headline.span, "lines", story=copy.story.id, lines=lines, needed=needed)
    return groups


def _groups(copy: HeadCopy, width: Length, desk: Desk, sizes: Sequence[Length]) -> list[Group]:
    """The parts of the head from the top down."""
    story, main = copy.story, copy.main
    head = main_group(copy, main, width, desk, sizes) if main else None
    if copy.place.continued:
        return [head] if head else []
    if head:
        copy = with_small_sizes(copy, head.rows[0].size, desk)
    level = copy.level
    groups = [label_group(copy, story.label, width, desk)] if story.label and copy.label.place == "above" else []
    if story.kicker:
        groups.append(minor_group(Role.KICKER, copy, story.kicker, level.kicker, width, desk))
    if head:
        groups.append(head)
    if story.deck:
        groups.append(minor_group(Role.DECK, copy, story.deck, level.deck, width, desk))
    if story.summary and copy.headline.on != "picture":
        groups.append(summary_group(copy, story.summary, width, desk))
    if story.byline and level.byline == "head":
        groups.append(byline_group(copy, story.byline, width, desk))
    return groups
