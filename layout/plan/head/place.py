"""Where a headline stands: on top of its story's first box, in a place of its own, beside the text, on a picture."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.edition.model import Box
from layout.geometry import Rect
from layout.plan.findings import HEAD_NO_PICTURE, HEAD_OVER_OTHER, HEAD_TOO_TALL
from layout.plan.grid import Leg
from layout.plan.head.across import plan_head
from layout.plan.head.backing import over_picture
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.head.label import place_in_column
from layout.plan.head.strip import SideHead, plan_side_head
from layout.plan.model import Block, HeadBlock, PicturePlan


class PlannedHead(Struct, frozen=True):
    """A headline in its place, and the columns its first box has because of it (None: those of the box)."""

    block: HeadBlock | None = None
    legs: tuple[Leg, ...] | None = None


def plan_headline(copy: HeadCopy, inner: Rect, desk: Desk) -> PlannedHead:
    """The headline of a story whose first box is `inner`, frame and padding left out."""
    rect = _rect(copy, inner, desk)
    if copy.headline.vertical:
        side: SideHead = plan_side_head(copy, inner, rect, desk)
        planned = PlannedHead(side.block, side.legs)
    else:
        planned = PlannedHead(plan_head(copy, rect, desk))
    if planned.block and copy.headline.on == "picture":
        return PlannedHead(replace(planned.block, floating=True))
    return planned


def _rect(copy: HeadCopy, inner: Rect, desk: Desk) -> Rect:
    """The place of a headline: its own, that of the picture it stands on, or some columns of the first box."""
    headline, grid, first = copy.headline, desk.grid, copy.place.boxes[0]
    base = first
    if headline.on == "picture" and headline.line is None and copy.place.pictures:
        base = copy.place.pictures[0].box
    column = headline.column or base.column
    columns = headline.columns or (1 if headline.vertical else base.columns)
    line = headline.line or base.line
    rect = grid.rect(Box(column, columns, line, headline.lines or base.lines, first.span))
    if base is not first or headline.line is not None:
        return rect
    # Inside a frame the padding is the story's.
    left, right = max(rect.x, inner.x), min(rect.right, inner.right)
    if column == first.column:
        left = inner.x
    if column + columns == first.column + first.columns:
        right = inner.right
    height = headline.lines * grid.leading if headline.lines else inner.height
    return _beside_ornaments(copy, Rect(left, inner.y, right - left, height), desk)


def _beside_ornaments(copy: HeadCopy, rect: Rect, desk: Desk) -> Rect:
    """What its story's ornaments (题花) leave of a headline's place: beside those at an edge, under all others."""
    for ornament in copy.place.ornaments:
        own = desk.grid.rect(ornament.box)
        if not own.overlaps(Rect(rect.x, rect.y, rect.width, desk.grid.leading)):
            continue
        at_left, at_right = own.x <= rect.x, own.right >= rect.right
        if at_left and not at_right:
            left = own.right + desk.grid.gutter
            rect = Rect(left, rect.y, rect.right - left, rect.height)
        elif at_right and not at_left:
            rect = Rect(rect.x, rect.y, own.x - desk.grid.gutter - rect.x, rect.height)
        else:
            rect = Rect(rect.x, own.bottom, rect.width, rect.height)
    return rect


def with_column_label(copy: HeadCopy, planned: PlannedHead, leg: Leg, inner: Rect, desk: Desk) -> PlannedHead:
    """The headline with its label at the top of the story's first column, where the style wants it there."""
    block = planned.block
    if copy.label.place != "column" or copy.story.label is None or copy.place.continued or block is None:
        return planned
    top = inner.y
    if planned.legs is None and not block.floating and block.rect.x < leg.x + leg.width and leg.x < block.rect.right:
        top = max(top, block.rect.bottom)
    placed, taken = place_in_column(copy, leg, desk.line_at(top), desk)
    labelled = replace(
        block,
        words=placed.words + block.words,
        plates=block.plates + placed.plates,
        emblems=block.emblems + placed.emblems,
        taken=(*block.taken, taken),
    )
    return replace(planned, block=labelled)


def on_picture(copy: HeadCopy, head: HeadBlock, pictures: Sequence[PicturePlan], desk: Desk) -> HeadBlock:
    """A headline on the picture it lies over; reports that there is none."""
    picture = next((picture for picture in pictures if picture.rect.overlaps(head.rect)), None)
    if picture is None:
        desk.sink.report(HEAD_NO_PICTURE, copy.headline.span, "on", story=copy.story.id)
        return head
    return over_picture(copy, head, picture, desk)


def report_heads_over_others(blocks: Sequence[Block], desk: Desk) -> None:
    """Report headlines with a place of their own that cover another story, or leave the type area."""
    for block in blocks:
        headline = block.place.headline
        if block.head is None or headline is None or headline.line is None:
            continue
        last = block.head.line + block.head.lines - 1
        if last > desk.grid.lines:
            free = desk.grid.lines - block.head.line + 1
            desk.sink.report(
                HEAD_TOO_TALL, headline.span, "at", story=block.story.id, lines=free, needed=block.head.lines
            )
        for other in blocks:
            if other is not block and any(desk.grid.rect(box).overlaps(block.head.rect) for box in other.place.boxes):
                desk.sink.report(
                    HEAD_OVER_OTHER, headline.span, "at", story=block.story.id, other=other.story.id, last=last
                )
