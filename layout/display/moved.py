"""Items moved on the page, and pages put side by side."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from layout.display.items import Box, Drawn, Figure, Item, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay, Region
from layout.geometry import Point, Rect, Size
from layout.units import Length


def moved(item: Item, x: Length, y: Length = 0) -> Item:
    """An item moved to the right and down."""

    def at(point: Point) -> Point:
        return Point(point.x + x, point.y + y)

    match item:
        case TextRun():
            return replace(item, origin=at(item.origin))
        case Rule():
            return replace(item, start=at(item.start), end=at(item.end))
        case Wave():
            return replace(item, start=at(item.start))
        case Box() | Figure():
            return replace(item, rect=moved_rect(item.rect, x, y))
        case Photo():
            clip = tuple(tuple(map(at, polygon)) for polygon in item.clip)
            return replace(item, rect=moved_rect(item.rect, x, y), clip=clip)
        case Drawn():
            clip_rect = moved_rect(item.clip, x, y) if item.clip else None
            return replace(item, shape=replace(item.shape, steps=item.shape.mapped(at)), clip=clip_rect)
        case _:
            assert_never(item)


def moved_rect(rect: Rect, x: Length, y: Length = 0) -> Rect:
    """A rectangle moved to the right and down."""
    return Rect(rect.x + x, rect.y + y, rect.width, rect.height)


def side_by_side(left: PageDisplay, right: PageDisplay, name: str) -> PageDisplay:
    """Two pages on one, the right one's items after the left one's."""
    width = left.trim.width
    regions = tuple(Region(region.part, moved_rect(region.rect, width)) for region in right.regions)
    return replace(
        left,
        name=name,
        section=" ".join(dict.fromkeys(page.section for page in (left, right) if page.section)),
        trim=Size(width + right.trim.width, max(left.trim.height, right.trim.height)),
        type_area=left.type_area.union(moved_rect(right.type_area, width)),
        regions=(*left.regions, *regions),
        items=(*left.items, *(moved(item, width) for item in right.items)),
        ink=left.ink if left.ink == right.ink else "colour",
    )
