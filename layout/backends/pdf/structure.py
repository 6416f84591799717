"""The structure tree in the file: elements, and from every marked stretch the way back to its element.

ISO 32000-1, 14.7. Boxes of figures are in the page's own space, as the content is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layout.backends.pdf.objects import Raw, array, dictionary, name, number, string
from layout.backends.pdf.tags import Element, Spot
from layout.geometry import Rect
from layout.units import POINT, Length


class Structure:
    """The structure tree of a document being written. `pages` are references to its pages, `around` lies round them."""

    def __init__(self, document: Any, pages: Sequence[Any], heights: Sequence[Length], around: Length) -> None:
        self._document = document
        self._pages = pages
        self._heights = heights
        self._around = around
        self._owners: dict[Spot, Any] = {}

    def write(self, root: Element, language: str) -> Any:
        """Add the tree under its root; gives the reference to the StructTreeRoot."""
        entries: dict[str, Any] = {"Type": name("StructTreeRoot")}
        tree = dictionary(entries)
        reference = self._document.Reference(tree)
        tree["K"] = self._element(root, reference, language)
        numbers: list[Any] = []
        for page in range(len(self._pages)):
            owners = [self._owners[spot] for spot in sorted(self._owners, key=_place) if spot.page == page]
            numbers += [page, self._document.Reference(array(owners))]
        tree["ParentTree"] = self._document.Reference(dictionary({"Nums": array(numbers)}))
        tree["ParentTreeNextKey"] = len(self._pages)
        return reference

    def _element(self, element: Element, parent: Any, language: str = "") -> Any:
        own = dictionary(
            {
                "Type": name("StructElem"),
                "S": name(element.tag),
                "P": parent,
                "T": string(element.title) if element.title else None,
                "Alt": string(element.alt) if element.alt else None,
                "Lang": string(language or "zh-CN") if language or element.tag == "Art" else None,
                "A": self._attributes(element),
                "Pg": self._pages[element.spots[0].page] if element.spots else None,
            }
        )
        reference = self._document.Reference(own)
        for spot in element.spots:
            self._owners[spot] = reference
        kids = [self._kid(spot, element.spots[0].page) for spot in element.spots]
        kids += [self._element(child, reference) for child in element.children]
        own["K"] = array(kids)
        return reference

    def _kid(self, spot: Spot, page: int) -> Any:
        if spot.page == page:
            return spot.number
        reference = {"Type": name("MCR"), "Pg": self._pages[spot.page], "MCID": spot.number}
        return dictionary(reference)

    def _attributes(self, element: Element) -> Any:
        if element.box is None:
            return None
        box = self._box(element.box, self._heights[element.spots[0].page])
        return dictionary({"O": name("Layout"), "Placement": name("Block"), "BBox": Raw(box)})

    def _box(self, rect: Rect, height: Length) -> str:
        around = self._around
        left, right = rect.x + around, rect.right + around
        corners = (left, height + around - rect.bottom, right, height + around - rect.y)
        return f"[{' '.join(number(corner / POINT) for corner in corners)}]"


def _place(spot: Spot) -> tuple[int, int]:
    return spot.page, spot.number
