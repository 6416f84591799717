"""The entries of an outline: every page, and under it the stories that stand on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from layout.display.items import Part, Role
from layout.display.page import PageDisplay
from layout.units import POINT, Length


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its title, and how high on its page it leads, in points; 0 for the page as a whole."""

    title: str
    top: float = 0
    children: tuple[Bookmark, ...] = ()


def bookmark(page: PageDisplay, parts: Sequence[Part], margin: Length = 0) -> Bookmark:
    """A page's bookmark, and under it the stories that stand on it. `margin` lies outside the page's bleed."""
    seen: dict[int, Bookmark] = {}
    height = page.trim.height + page.bleed + page.margin + margin
    for region in page.regions:
        part = parts[region.part]
        if part.role is Role.STORY and part.id not in seen:
            seen[part.id] = Bookmark(part.title, (height - region.rect.y) / POINT)
    return Bookmark(f"{page.name} {page.section}", 0, tuple(seen.values()))
