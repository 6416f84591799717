"""How large the pages of other PDFs are as form XObjects."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from layout.assets.vector.figure import FigurePage


class FormBox(Struct, frozen=True):
    """The box of a form XObject in points, after its own matrix."""

    left: float
    bottom: float
    width: float
    height: float


def form_box(figure: FigurePage) -> FormBox:
    """The box of a page as a form."""
    with figure.form() as form:
        left, bottom, right, top = _seen(form)
        return FormBox(left, bottom, right - left, top - bottom)


def _seen(form: Any) -> tuple[float, float, float, float]:
    """The form's box as its matrix turns it (ISO 32000-1, 8.10.1)."""
    x, y, other_x, other_y = (float(value) for value in form.BBox)
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(a * u + c * v + e, b * u + d * v + f) for u in (x, other_x) for v in (y, other_y)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
