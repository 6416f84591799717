"""Pages as they stand on the sheets of a broadsheet: pairs of 对开, front and back, sheets nested in each other.

Sheet k of a section of N pages (k from 0) has on its front N - 2k beside 2k + 1, on its back 2k + 2 beside N - 2k - 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.moved import side_by_side

NO_SHEETS = Kind(
    "PRESS220",
    Severity.ERROR,
    zh="{section} 叠有 {count} 版，拼不成对开的大版：每张纸正反四版",
    en="section {section} has {count} pages and cannot be imposed: a sheet has four, two on each side",
    hint_zh="补成四的倍数，或不拼版（去掉 --impose）",
    hint_en="make them a multiple of four, or leave out --impose",
    why_zh="一张对开纸对折，正反各两版，套叠成一叠。",
    why_en="A sheet is folded once, with two pages on each side, and sheets are nested into a section.",
)


class Side(Struct, frozen=True):
    """One side of a sheet: its name, and the pages at its left and right."""

    name: str
    left: str
    right: str


def sides(names: Sequence[str]) -> Iterator[Side]:
    """The sides of all sheets, section by section (a section is the letter of its pages)."""
    for section, own in groupby(names, key=lambda name: name[0]):
        pages = list(own)
        count = len(pages)
        for sheet in range(count // 4):
            first = 2 * sheet
            left, right = pages[count - first - 1], pages[first]
            yield Side(f"{section}{sheet + 1}-front", left, right)
            yield Side(f"{section}{sheet + 1}-back", pages[first + 1], pages[count - first - 2])


def not_imposable(names: Sequence[str]) -> Iterator[Diagnostic]:
    """Sections that make no whole sheets."""
    for section, own in groupby(names, key=lambda name: name[0]):
        count = len(list(own))
        if count % 4:
            yield Diagnostic(NO_SHEETS, None, "", (("section", section), ("count", count)))


def imposed(composition: Composition) -> Composition:
    """The composition with the sides of sheets in place of its pages."""
    pages = {page.name: page for page in composition.pages}
    made = tuple(side_by_side(pages[side.left], pages[side.right], side.name) for side in sides(list(pages)))
    return replace(composition, pages=made, sheets=())
