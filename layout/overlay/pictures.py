"""Pictures on a proof: each with its file's name and how many pixels an inch it has as it is placed."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.model import Sheet
from layout.display.items import Item
from layout.geometry import Point, Rect
from layout.ink import RED
from layout.overlay.pen import BLUE, Pen
from layout.plan.model import GroupPlan
from layout.units import MILLIMETRE, pt

_SIZE = pt(6)


def picture_marks(sheet: Sheet, least: int, pen: Pen, part: int) -> Iterator[Item]:
    """A tag at the lower right of every picture; red when it has `least` ppi or fewer."""
    for name, rect, ppi in _pictures(sheet):
        text = f"{name} {ppi} ppi" if ppi else f"{name} 矢量"
        size = pen.plate(text, Point(0, 0), _SIZE)
        corner = Point(rect.right - size.width - MILLIMETRE, rect.bottom - size.height - MILLIMETRE)
        yield from pen.tag(text, corner, part, RED if 0 < ppi <= least else BLUE, _SIZE)


def _pictures(sheet: Sheet) -> Iterator[tuple[str, Rect, int]]:
    plan = sheet.plan
    for one in (*plan.illustrations, *(each for block in plan.blocks for each in block.illustrations)):
        if isinstance(one, GroupPlan):
            for picture, shot in one.shots:
                yield picture.file.name, shot.rect, shot.ppi
        elif not one.place.picture.data:
            yield one.place.picture.file.name, one.rect, one.shot.ppi
