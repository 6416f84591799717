"""What stands in colour on a page that is printed in black, or in black and red (套红)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.compose.workshop import Workshop
from layout.display.inks import inks_of
from layout.display.items import Item, Photo, TextRun
from layout.ink import Ink
from layout.plan.findings import COLOUR_LOST

_PRINTED = {"black": "黑白", "red": "套红"}


def report_colour(items: Sequence[Item], workshop: Workshop) -> None:
    """Report what will lose its colour, all of a page at once; nothing on a page printed in full colour."""
    page = workshop.page
    if page.ink == "colour":
        return
    lost = [name for item in items for name in _lost(item, workshop)]
    if lost:
        workshop.sink.report(
            COLOUR_LOST,
            page.span,
            "ink",
            page=page.name,
            ink=page.ink,
            ink_zh=_PRINTED[page.ink],
            count=len(lost),
            what="、".join(dict.fromkeys(lost)),
        )


def _lost(item: Item, workshop: Workshop) -> Iterator[str]:
    """A name for each thing of an item that loses its colour: a picture's file, a text, or the sort of item."""
    if isinstance(item, Photo):
        image = workshop.images.image(item.image)
        if image.coloured:
            yield image.path.name
        return
    name = item.glyphs.text if isinstance(item, TextRun) else type(item).__name__.lower()
    yield from (name for ink in inks_of(item) if is_lost(ink, workshop.page.ink))


def is_lost(ink: Ink, printed: str) -> bool:
    """Whether an ink asks for more than black, or, on a red page, for more than black and the red of both inks."""
    if printed == "red":
        return bool(ink.cyan) or ink.magenta != ink.yellow
    return bool(ink.cyan or ink.magenta or ink.yellow)
