"""Marks where a story does not fit or leaves its box empty: a frame round the leg, and how much, in 字 and 行."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from layout.compose.model import Composition
from layout.diagnostics import Diagnostic
from layout.display.items import Box, Item, Layer, Part, Role, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect
from layout.ink import RED, WHITE, Ink
from layout.plan.findings import OVERSET, UNDERFULL
from layout.plan.fold_findings import FOLD_FULL
from layout.plan.type import Faces
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words, width_of
from layout.units import Length, pt

SIZE = pt(9)
FRAME_WEIGHT = pt(1.5)
NOTICE = Ink(1000, 500, 0, 0)


def with_marks(composition: Composition, faces: Faces, type_role: str = "sans") -> Composition:
    """The composition with a mark on every page for each story that is too long or too short."""
    part = Part(len(composition.parts), None, Role.ARTIFACT, None, 0, "overlay")
    font = Font(faces.chain(type_role), SIZE)
    pages = tuple(_marked(page, composition.diagnostics, part.id, font) for page in composition.pages)
    return replace(composition, pages=pages, parts=(*composition.parts, part))


def _marked(page: PageDisplay, diagnostics: Iterable[Diagnostic], part: int, font: Font) -> PageDisplay:
    items: list[Item] = []
    for found in diagnostics:
        if found.page == page.name and found.where is not None:
            items += _mark(found, found.where, part, font)
    return replace(page, items=(*page.items, *items)) if items else page


def _mark(found: Diagnostic, where: Rect, part: int, font: Font) -> Iterable[Item]:
    values: Mapping[str, object] = dict(found.values)
    if found.kind in {OVERSET, FOLD_FULL}:
        yield from _notice(f"溢出 {values['characters']} 字 {values['lines']} 行", where, RED, part, font)
    elif found.kind is UNDERFULL:
        yield from _notice(f"空 {values['lines']} 行", where, NOTICE, part, font)


def _notice(text: str, where: Rect, ink: Ink, part: int, font: Font) -> Iterable[Item]:
    """A frame round a leg, and a plate at its foot that says how much."""
    yield Box(Layer.OVERLAY, part, where, stroke=ink, weight=FRAME_WEIGHT)
    runs = set_words(text, font, Setting(punctuation="quanshen"))
    width, height = width_of(runs) + SIZE, SIZE * 8 // 5
    plate = Rect(max(0, where.right - width), where.bottom - height, width, height)
    yield Box(Layer.OVERLAY, part, plate, fill=ink)
    x: Length = plate.x + SIZE // 2
    for run in runs:
        yield TextRun(Layer.OVERLAY, part, Point(x, plate.y + SIZE * 118 // 100), run, WHITE)
        x += run.width
