"""Links of a page to other pages of the same document (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from layout.backends.pdf.objects import Raw, array, dictionary, name, number
from layout.display.page import Link
from layout.geometry import Rect
from layout.units import POINT, Length


class Edge(Struct, frozen=True):
    """How high a page's trim is and what lies round it: what turns lengths of the page into those of the file."""

    height: Length
    around: Length

    def rect(self, rect: Rect) -> Any:
        """A rectangle of the page in the file's coordinates."""
        foot = self.height + self.around
        corners = (rect.x + self.around, foot - rect.bottom, rect.right + self.around, foot - rect.y)
        return Raw(f"[{' '.join(number(corner / POINT) for corner in corners)}]")


class Sheet(Struct, frozen=True):
    """A page in the file, the reference to it, and its edge."""

    page: Any
    reference: Any
    edge: Edge

    def place(self, top: Length) -> Any:
        """Where a link to the page leads: that place of it at the top of the window."""
        height = number((self.edge.height + self.edge.around - top) / POINT)
        return array([self.reference, name("XYZ"), Raw("null"), Raw(height), Raw("null")])


def link_annotations(links: tuple[Link, ...], own: Edge, sheets: Mapping[str, Sheet]) -> Any:
    """The annotations of a page's links to pages that are in the document; None when there are none."""
    made = [
        dictionary(
            {
                "Type": name("Annot"),
                "Subtype": name("Link"),
                "Rect": own.rect(link.rect),
                "Border": Raw("[0 0 0]"),
                "F": Raw("4"),
                "Dest": sheets[link.page].place(link.top),
            }
        )
        for link in links
        if link.page in sheets
    ]
    return array(made) if made else None
