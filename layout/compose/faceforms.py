"""Faces whose marks do not stand where mainland marks do: told, since such marks keep their width (CLREQ 3.1.6.1)."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.plan.findings import MARK_FORMS
from layout.plan.type import TypeCases
from layout.text.faces import untrimmable_marks


def report_mark_forms(cases: TypeCases, sink: Sink) -> None:
    """Report every face in use that draws everyday marks centred or narrow, once a face."""
    faces = {font.faces[0].key: font.faces[0] for font in cases.fonts()}
    for key, face in sorted(faces.items()):
        marks = untrimmable_marks(face)
        if marks:
            sink.report(MARK_FORMS, face=key, marks=marks)
