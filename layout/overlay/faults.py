"""Findings on a proof: the place of each in a frame, its code in the margin, and a leader from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from layout.diagnostics import Diagnostic, Severity
from layout.display.items import Item
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect
from layout.ink import RED, Ink
from layout.overlay.pen import ORANGE, Pen, line, outline
from layout.units import MILLIMETRE, Length, pt

_SIZE, _PITCH = pt(7), pt(10)
_OFF, _FRAME = MILLIMETRE, pt(0.8)


class _Flag(Struct):
    """A finding with its place, the ink it is shown in, and where its code stands."""

    code: str
    where: Rect
    ink: Ink
    top: Length


def fault_marks(page: PageDisplay, found: Sequence[Diagnostic], pen: Pen, part: int) -> Iterator[Item]:
    """The errors and warnings that have a place on the page; notes are left to the list of findings."""
    flags = [_flag(one) for one in found if one.page == page.name and one.where and _matters(one)]
    middle = page.trim.width // 2
    for on_left in (True, False):
        own = [flag for flag in flags if (flag.where.x + flag.where.width // 2 < middle) == on_left]
        for flag in _spread(own, page.trim.height):
            yield from _drawn(flag, page, pen, part, on_left=on_left)


def _matters(found: Diagnostic) -> bool:
    return found.severity is not Severity.NOTE


def _flag(found: Diagnostic) -> _Flag:
    assert found.where is not None
    ink = RED if found.severity is Severity.ERROR else ORANGE
    return _Flag(found.code, found.where, ink, found.where.y)


def _spread(flags: list[_Flag], height: Length) -> list[_Flag]:
    """The codes from the top down, none on another, the last above the foot of the page."""
    ordered = sorted(flags, key=lambda flag: (flag.where.y, flag.where.x, flag.code))
    least = 0
    for flag in ordered:
        flag.top = max(flag.top, least)
        least = flag.top + _PITCH
    most = height - _PITCH
    for flag in reversed(ordered):
        flag.top = min(flag.top, most)
        most = flag.top - _PITCH
    return ordered


def _drawn(flag: _Flag, page: PageDisplay, pen: Pen, part: int, *, on_left: bool) -> Iterator[Item]:
    """The place, the leader along the top of the place, and the code outside the page."""
    where, middle = flag.where, flag.top + _SIZE * 3 // 5
    yield outline(where, part, flag.ink, _FRAME)
    width = pen.plate(flag.code, Point(0, 0), _SIZE).width
    if on_left:
        corner, near, edge, bend = -_OFF - width, -_OFF, where.x, page.type_area.x - 2 * MILLIMETRE
    else:
        corner = near = page.trim.width + _OFF
        edge, bend = where.right, page.type_area.right + 2 * MILLIMETRE
    bent = Point(min(bend, edge) if on_left else max(bend, edge), where.y)
    yield line(Point(near, middle), bent, part, flag.ink)
    yield line(bent, Point(edge, where.y), part, flag.ink)
    yield from pen.tag(flag.code, Point(corner, flag.top), part, flag.ink, _SIZE)
