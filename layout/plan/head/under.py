"""The summary of a headline on a picture: it is read under the picture, on whole lines over its story's text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layout.geometry import Point, Rect
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.head.parts import summary_group
from layout.plan.head.stack import place_stack
from layout.plan.model import HeadBlock, PicturePlan
from layout.plan.picture import shoulder


def with_summary(
    copy: HeadCopy, head: HeadBlock, pictures: Sequence[PicturePlan], inner: Rect, desk: Desk
) -> HeadBlock:
    """The head with its summary in the first box (`inner`), below the pictures that stand at its top."""
    if copy.story.summary is None or copy.place.continued or copy.headline.vertical:
        return head
    group = summary_group(replace(copy, ink=None), copy.story.summary, inner.width, desk)
    leading = desk.grid.leading
    lines = -(-(group.height + desk.white(copy.level.below)) // leading)
    rect = Rect(inner.x, inner.y, inner.width, lines * leading)
    for picture in sorted(pictures, key=lambda one: one.box.y):
        if picture.box.overlaps(rect):
            rect = Rect(rect.x, picture.box.bottom, rect.width, rect.height)
    placed = place_stack((group,), Point(rect.x, rect.y + shoulder(desk.grid)), rect.width)
    return replace(head, words=head.words + placed.words, plates=head.plates + placed.plates, taken=(*head.taken, rect))
