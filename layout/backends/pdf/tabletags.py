"""Tables as tags: rows of cells, those that head a column marked, a cell without text still a cell.

ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from layout.backends.pdf.elements import Element
from layout.display.items import CellPlace


def table_element(title: Element | None, cells: Sequence[tuple[CellPlace, Element]]) -> Element:
    """A table with its title as caption; `cells` are those that have text, in the order of reading."""
    found = {(place.row, place.column): (place, element) for place, element in cells}
    width = max((column for _, column in found), default=-1) + 1
    rows = sorted({row for row, _ in found})
    heading = {place.row for place, _ in cells if place.heads}
    made = [
        Element("TR", children=tuple(_cell(found.get((row, column)), row in heading) for column in range(width)))
        for row in rows
    ]
    caption = [replace(title, tag="Caption")] if title else []
    return Element("Table", children=(*caption, *made))


def _cell(found: tuple[CellPlace, Element] | None, heads: bool) -> Element:
    element = found[1] if found else Element("TD")
    return replace(element, tag="TH", scope="Column") if heads else replace(element, tag="TD")
