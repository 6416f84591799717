"""The structure tree in the file: elements, and from every marked stretch the way back to its element.

ISO 32000-1, 14.7. Boxes of figures are in the page's own space, as the content is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from layout.backends.pdf.elements import Element, Spot
from layout.backends.pdf.numbers import number
from layout.backends.pdf.objects import Raw, array, dictionary, name, string
from layout.backends.pdf.tags import Marks, document_element
from layout.backends.pdf.threads import threads_of, write_threads
from layout.compose.model import Composition
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.units import POINT, Length


class Written(Struct, frozen=True):
    """A document being written: references to its pages, what lies round their trim beside the bleed, its language."""

    document: Any
    pages: Sequence[Any]
    around: Length
    language: str


def write_structure(composition: Composition, pages: Sequence[PageDisplay], written: Written, marks: Marks) -> None:
    """Give a document its structure tree and its article threads."""
    document = written.document
    edges = [(page.trim.height, page.bleed + written.around) for page in pages]
    document.Catalog.StructTreeRoot = Structure(written, edges).write(document_element(marks))
    document.Catalog.MarkInfo = dictionary({"Marked": Raw("true")})
    sheets = [sheet for page, sheet in zip(composition.pages, composition.sheets, strict=True) if page in pages]
    threads, beads = write_threads(threads_of(sheets), written.pages, edges, document)
    document.Catalog.Threads = threads
    for index, reference in enumerate(written.pages):
        page = document.idToObject[reference.name]
        page.StructParents, page.Tabs = index, name("S")
        if index in beads:
            page.B = array(beads[index])


class Structure:
    """The structure tree of a document being written. `edges` are the pages' heights and what lies round them."""

    def __init__(self, written: Written, edges: Sequence[tuple[Length, Length]]) -> None:
        self._document = written.document
        self._pages = written.pages
        self._language = written.language
        self._edges = edges
        self._owners: dict[Spot, Any] = {}

    def write(self, root: Element) -> Any:
        """Add the tree under its root; gives the reference to the StructTreeRoot."""
        entries: dict[str, Any] = {"Type": name("StructTreeRoot")}
        tree = dictionary(entries)
        reference = self._document.Reference(tree)
        tree["K"] = self._element(root, reference)
        numbers: list[Any] = []
        for page in range(len(self._pages)):
            owners = [self._owners[spot] for spot in sorted(self._owners, key=_place) if spot.page == page]
            numbers += [page, self._document.Reference(array(owners))]
        tree["ParentTree"] = self._document.Reference(dictionary({"Nums": array(numbers)}))
        tree["ParentTreeNextKey"] = len(self._pages)
        return reference

    def _element(self, element: Element, parent: Any) -> Any:
        own = dictionary(
            {
                "Type": name("StructElem"),
                "S": name(element.tag),
                "P": parent,
                "T": string(element.title) if element.title else None,
                "Alt": string(element.alt) if element.alt else None,
                "Lang": string(self._language) if element.tag in {"Document", "Art"} else None,
                "A": self._attributes(element),
                "Pg": self._pages[element.spots[0].page] if element.spots else None,
            }
        )
        reference = self._document.Reference(own)
        for spot in element.spots:
            self._owners[spot] = reference
        kids = [self._kid(spot, element.spots[0].page) for spot in element.spots]
        kids += [self._element(child, reference) for child in element.children]
        if kids:
            own["K"] = array(kids)
        return reference

    def _kid(self, spot: Spot, page: int) -> Any:
        if spot.page == page:
            return spot.number
        reference = {"Type": name("MCR"), "Pg": self._pages[spot.page], "MCID": spot.number}
        return dictionary(reference)

    def _attributes(self, element: Element) -> Any:
        if element.scope:
            return dictionary({"O": name("Table"), "Scope": name(element.scope)})
        if element.box is None:
            return None
        box = _box(element.box, *self._edges[element.spots[0].page])
        return dictionary({"O": name("Layout"), "Placement": name("Block"), "BBox": Raw(box)})


def _box(rect: Rect, height: Length, around: Length) -> str:
    top = height + around
    corners = (rect.x + around, top - rect.bottom, rect.right + around, top - rect.y)
    return f"[{' '.join(number(corner / POINT) for corner in corners)}]"


def _place(spot: Spot) -> tuple[int, int]:
    return spot.page, spot.number
