"""Marks where a story does not fit or leaves its box empty: a frame round the leg, and how much, in 字 and 行."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from layout.diagnostics import Diagnostic
from layout.display.items import Item
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect
from layout.ink import RED, Ink
from layout.overlay.pen import Pen, outline
from layout.plan.findings import OVERSET, UNDERFULL
from layout.plan.fold_findings import FOLD_FULL
from layout.units import pt

SIZE = pt(9)
FRAME_WEIGHT = pt(1.5)
NOTICE = Ink(1000, 500, 0, 0)


def fit_marks(page: PageDisplay, diagnostics: Iterable[Diagnostic], pen: Pen, part: int) -> Iterator[Item]:
    """A mark for each story of a page that is too long or too short."""
    for found in diagnostics:
        if found.page == page.name and found.where is not None:
            yield from _mark(found, found.where, pen, part)


def _mark(found: Diagnostic, where: Rect, pen: Pen, part: int) -> Iterator[Item]:
    values: Mapping[str, object] = dict(found.values)
    if found.kind in {OVERSET, FOLD_FULL}:
        yield from _notice(f"溢出 {values['characters']} 字 {values['lines']} 行", where, RED, pen, part)
    elif found.kind is UNDERFULL:
        yield from _notice(f"空 {values['lines']} 行", where, NOTICE, pen, part)


def _notice(text: str, where: Rect, ink: Ink, pen: Pen, part: int) -> Iterator[Item]:
    """A frame round a leg, and a plate at its foot that says how much."""
    yield outline(where, part, ink, FRAME_WEIGHT)
    size = pen.plate(text, Point(0, 0), SIZE)
    corner = Point(max(0, where.right - size.width), where.bottom - size.height)
    yield from pen.tag(text, corner, part, ink, SIZE)
