"""What stands on a page as a press sees it: faces, inks, the smallest type and rule, pictures and their ppi."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from layout.assets.images import ImageStore
from layout.backends.pdf.separations import placed_ppi
from layout.display.inks import inks_of
from layout.display.items import Box, Drawn, Figure, Item, Layer, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.ink import Ink
from layout.units import Length

# A filled box thinner than this (2 pt) is a rule.
_RULE = 25_400


class PlacedPicture(Struct, frozen=True):
    """A picture as it stands on a page; `ppi` None where it is a PDF and has none."""

    name: str
    mode: str
    ppi: int | None
    rect: Rect


class PageFacts(Struct, frozen=True):
    """The facts of one page. Inks are named as they are written (C M Y K in per cent)."""

    page: str
    printed: str
    faces: tuple[str, ...]
    inks: tuple[str, ...]
    smallest_type: Length | None
    thinnest_rule: Length | None
    pictures: tuple[PlacedPicture, ...]


def page_facts(page: PageDisplay, images: ImageStore) -> PageFacts:
    """The facts of a page."""
    items = [item for item in page.items if item.layer is not Layer.OVERLAY]
    texts = [item for item in items if isinstance(item, TextRun) and item.glyphs.ids]
    weights = [weight for item in items for weight, _ in weights_of(item)]
    inks = {ink for item in items for ink in inks_of(item)}
    return PageFacts(
        page.name,
        page.ink,
        tuple(sorted({text.glyphs.face for text in texts})),
        tuple(sorted(map(written, inks))),
        min((text.glyphs.size for text in texts), default=None),
        min(weights, default=None),
        tuple(_pictures(items, images)),
    )


def written(ink: Ink) -> str:
    """An ink as it is read aloud: C M Y K, or a spot ink's name and tint, in per cent."""
    if ink.spot:
        return f"{ink.spot} {ink.tone / 10:g}"
    return "C{:g} M{:g} Y{:g} K{:g}".format(*(part / 10 for part in parts_of(ink)))


def parts_of(ink: Ink) -> tuple[int, ...]:
    """An ink's four parts in per mille; a spot ink has one."""
    return (ink.tone,) if ink.spot else (ink.cyan, ink.magenta, ink.yellow, ink.black)


def weights_of(item: Item) -> Iterator[tuple[Length, Rect]]:
    """The weights of an item's lines, and where they are; a thin filled box is a line (GWG, I00004)."""
    match item:
        case Rule():
            left, top = min(item.start.x, item.end.x), min(item.start.y, item.end.y)
            width, height = abs(item.end.x - item.start.x), abs(item.end.y - item.start.y)
            yield item.weight, Rect(left, top, max(width, item.weight), max(height, item.weight))
        case Wave():
            yield item.weight, Rect(item.start.x, item.start.y, item.width, item.period)
        case Box():
            if item.stroke is not None:
                yield item.weight, item.rect
            thin = min(item.rect.width, item.rect.height)
            if item.fill is not None and thin < _RULE:
                yield thin, item.rect
        case Drawn():
            if item.shape.pen:
                yield item.shape.pen.weight, item.shape.extent
        case _:
            return


def _pictures(items: list[Item], images: ImageStore) -> Iterator[PlacedPicture]:
    for item in items:
        if isinstance(item, Photo):
            image = images.image(item.image)
            yield PlacedPicture(image.path.name, image.mode, placed_ppi(item, image), item.rect)
        elif isinstance(item, Figure):
            yield PlacedPicture(images.figure(item.figure).path.name, "PDF", None, item.rect)
