"""Where a vertical headline stands in its box: in columns of its own, or in a strip that the text's columns share."""

from __future__ import annotations

from msgspec import Struct

from layout.geometry import Rect
from layout.plan.grid import Leg
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.head.down import DownHead, place_down, set_down
from layout.plan.model import HeadBlock
from layout.plan.slots import MINIMUM_EMS
from layout.units import Length


class SideHead(Struct, frozen=True):
    """A vertical head in its place, and the columns its box's text has beside it (None: those of the box)."""

    block: HeadBlock
    legs: tuple[Leg, ...] | None = None


def plan_side_head(copy: HeadCopy, inner: Rect, columns: Rect, desk: Desk) -> SideHead:
    """A vertical head in `inner`, its box without padding; `columns` is the place of a head that has columns.

    A head at a side that goes all the way down makes the box's columns narrower; text runs round a shorter one.
    """
    headline, grid = copy.headline, desk.grid
    if headline.side is None:
        head = set_down(copy, columns.height, columns.width, desk)
        return SideHead(place_down(copy, head, columns, desk))
    height = min((headline.lines or inner.height // grid.leading) * grid.leading, inner.height)
    given = headline.width * grid.em if headline.width else None
    head = set_down(copy, height, given, desk)
    least = min(given or -(-head.width // grid.em) * grid.em, inner.width)
    if height < inner.height or copy.place.columns.vertical:
        rect = Rect(_corner(inner, least, headline.side), inner.y, least, height)
        return SideHead(place_down(copy, head, rect, desk))
    return _beside_legs(copy, inner, (head, least), desk)


def _corner(inner: Rect, width: Length, side: str) -> Length:
    room = inner.width - width
    if side == "middle":
        return inner.x + room // 2
    return inner.x if side == "left" else inner.x + room


def _beside_legs(copy: HeadCopy, inner: Rect, asked: tuple[DownHead, Length], desk: Desk) -> SideHead:
    """The box's width shared by the head and its columns, a gutter between each two; the head takes what is over.

    A head that leaves no width for text takes the whole box.
    """
    grid, box = desk.grid, copy.place.boxes[0]
    gutter = grid.gutter if copy.place.columns.gutter is None else copy.place.columns.gutter
    head, least = asked
    covered = -(-least // (grid.measure + grid.gutter))
    count = box.legs or max(box.columns - covered, 1)
    measure = (inner.width - least - count * gutter) // count // grid.em * grid.em
    if measure < MINIMUM_EMS * grid.em:
        return SideHead(place_down(copy, head, inner, desk))
    strip = inner.width - count * (measure + gutter)
    before = {"left": 0, "middle": count // 2, "right": count}[copy.headline.side or "left"]
    x = inner.x + before * (measure + gutter)
    rect = Rect(x, inner.y, strip, inner.height)
    starts = [inner.x + at * (measure + gutter) for at in range(count)]
    legs = tuple(Leg(start if at < before else start + strip + gutter, measure) for at, start in enumerate(starts))
    return SideHead(place_down(copy, head, rect, desk), legs)
