"""The inks that items ask for, and items in other inks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from msgspec.structs import replace

from layout.display.items import Box, Drawn, Figure, Item, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay
from layout.ink import Ink

Change = Callable[[Ink], Ink]


def inks_of(item: Item) -> Iterator[Ink]:
    """Every ink of an item; pictures have none of their own."""
    match item:
        case TextRun() | Rule() | Wave():
            yield item.ink
        case Box():
            yield from (ink for ink in (item.fill, item.stroke) if ink)
        case Drawn():
            yield from (ink for ink in (item.shape.fill, item.shape.pen.ink if item.shape.pen else None) if ink)
        case Figure() | Photo():
            return
        case _:
            assert_never(item)


def in_spot(page: PageDisplay, spot: str) -> PageDisplay:
    """A page whose process red and its tints are a spot ink (套红 printed with an ink of its own)."""

    def change(ink: Ink) -> Ink:
        is_red = 0 < ink.magenta == ink.yellow and not (ink.cyan or ink.black or ink.spot)
        return replace(ink, spot=spot) if is_red else ink

    return replace(page, items=tuple(changed(item, change) for item in page.items))


def changed(item: Item, change: Change) -> Item:
    """An item with every ink of it changed."""
    match item:
        case TextRun() | Rule() | Wave():
            return replace(item, ink=change(item.ink))
        case Box():
            fill, stroke = (change(ink) if ink else None for ink in (item.fill, item.stroke))
            return replace(item, fill=fill, stroke=stroke)
        case Drawn():
            fill, pen = item.shape.fill, item.shape.pen
            pen = replace(pen, ink=change(pen.ink)) if pen else None
            return replace(item, shape=replace(item.shape, fill=change(fill) if fill else None, pen=pen))
        case Figure() | Photo():
            return item
        case _:
            assert_never(item)
