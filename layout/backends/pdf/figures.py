"""Pages of other PDFs as form XObjects: their objects are copied, none is rewritten.

What belongs to the file they came from and not to what is drawn (metadata, editing data, structure) stays behind.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from reportlab.pdfbase import pdfdoc

from layout.assets.vector.figure import FigurePage
from layout.backends.pdf.objects import Raw, array, dictionary, stream

_LEFT_BEHIND = {
    "/Interpolate",
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/StructParent",
    "/StructParents",
    "/Length",
    "/DL",
}
# LZW is no filter of PDF/X (ISO 15930-7, 6.8).
_REFUSED_FILTER = "/LZWDecode"


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


def form_object(figure: FigurePage, document: Any) -> Any:
    """The reference to the page as a form XObject in the document."""
    with figure.form() as form:
        return _Copier(document).copy(form)


def _seen(form: Any) -> tuple[float, float, float, float]:
    """The form's box as its matrix turns it (ISO 32000-1, 8.10.1)."""
    x, y, other_x, other_y = (float(value) for value in form.BBox)
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(a * u + c * v + e, b * u + d * v + f) for u in (x, other_x) for v in (y, other_y)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


class _Copied(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An indirect object whose content comes when it has been copied: objects may name each other in circles."""

    def __init__(self) -> None:
        self.content: Any = None

    def format(self, document: Any) -> bytes:
        """The content's bytes."""
        return bytes(pdfdoc.format(self.content, document, toplevel=1))


class _Copier(Struct):
    document: Any
    known: dict[tuple[int, int], Any] = field(default_factory=dict)

    def copy(self, thing: Any) -> Any:
        """An object of the other file as one of the document; an indirect one is copied once."""
        import pikepdf

        if not isinstance(thing, pikepdf.Object) or not thing.is_indirect:
            return self._direct(thing)
        if thing.objgen not in self.known:
            held = _Copied()
            self.known[thing.objgen] = self.document.Reference(held)
            held.content = self._direct(thing)
        return self.known[thing.objgen]

    def _direct(self, thing: Any) -> Any:
        import pikepdf

        if isinstance(thing, pikepdf.Stream):
            return self._stream(thing)
        if isinstance(thing, pikepdf.Dictionary):
            return dictionary(self._entries(thing))
        if isinstance(thing, pikepdf.Array):
            return array([self.copy(item) for item in thing.as_list()])
        return Raw(_token(thing))

    def _entries(self, thing: Any) -> dict[str, Any]:
        return {key[1:]: self.copy(thing[key]) for key in sorted(thing.keys()) if key not in _LEFT_BEHIND}

    def _stream(self, thing: Any) -> Any:
        entries = self._entries(thing)
        if "/Filter" in thing and _REFUSED_FILTER not in str(thing.Filter):
            return stream(thing.read_raw_bytes(), entries, compress=False)
        entries.pop("Filter", None)
        entries.pop("DecodeParms", None)
        return stream(thing.read_bytes(), entries)


def _token(thing: Any) -> str:
    """A number, a name, a string … as it is written; pikepdf gives the simplest as Python's own."""
    if thing is None:
        return "null"
    if isinstance(thing, bool):
        return "true" if thing else "false"
    if isinstance(thing, int | Decimal):
        return f"{thing:f}" if isinstance(thing, Decimal) else str(thing)
    return str(thing.unparse().decode("latin-1"))
