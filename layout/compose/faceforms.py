"""Faces whose marks do not stand where mainland marks do: told, since such marks keep their width (CLREQ 3.1.6.1).

And faces that have no forms of marks for vertical text (CLREQ 3.1.3).
"""

from __future__ import annotations

from collections.abc import Iterable

from layout.diagnostics import Sink
from layout.display.items import TextRun
from layout.display.page import PageDisplay
from layout.edition.model import Page, StoryPlace
from layout.plan.findings import MARK_FORMS, VERTICAL_FORMS
from layout.plan.type import Faces, TypeCase
from layout.text.faces import untrimmable_marks
from layout.text.model import Typeface


def report_mark_forms(pages: Iterable[PageDisplay], faces: Faces, sink: Sink) -> None:
    """Report every face that draws everyday marks of these pages centred or narrow, once a face."""
    texts: dict[str, list[str]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextRun):
                texts.setdefault(item.glyphs.face, []).append(item.glyphs.text)
    for key, drawn in sorted(texts.items()):
        marks = untrimmable_marks(faces.face(key))
        if marks and any(mark in text for text in drawn for mark in marks):
            sink.report(MARK_FORMS, face=key, marks=marks)


# Marks that are drawn otherwise in vertical text.
_TURNED = "，。、：；“”‘’（）《》—…"


def report_vertical_forms(pages: Iterable[Page], case: TypeCase, sink: Sink) -> None:
    """Report every face that pages set vertical text in and that lacks the vertical forms of all its marks."""
    told: set[str] = set()
    for place in (place for page in pages for place in page.stories):
        for role in _vertical_roles(place, case):
            face = case.faces.chain(role)[0]
            marks = "".join(mark for mark in _TURNED if face.covers(mark))
            if marks and face.key not in told and not any(_has_vertical(face, mark) for mark in marks):
                told.add(face.key)
                sink.report(VERTICAL_FORMS, place.span, "direction", face=face.key, marks=marks)


def _vertical_roles(place: StoryPlace, case: TypeCase) -> list[str]:
    roles = [case.style.types["body"].face] if place.columns.vertical else []
    if place.headline and place.headline.vertical:
        roles.append(case.style.levels[place.headline.level].main.face)
    return roles


def _has_vertical(face: Typeface, mark: str) -> bool:
    return tuple(face.shape(mark, vertical=True).ids) != tuple(face.shape(mark).ids)
