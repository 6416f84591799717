"""A page by its hash: the same as long as nothing drawn on it is another or stands elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import assert_never

from layout.display.items import Box, Drawn, Figure, Item, Part, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay

# So many digits are printed and written down: people compare them.
DIGITS = 12


def page_digest(page: PageDisplay, parts: Sequence[Part]) -> str:
    """The SHA-256 of a composed page, in hexadecimal: every item with its place, ink and type, pictures by content.

    Glyph numbers and the numbers of parts are left out: they may differ where the page does not.
    """
    told = hashlib.sha256(f"{page.trim} {page.bleed} {page.ink}".encode())
    for item in page.items:
        owner = parts[item.part]
        words = (type(item).__name__, int(item.layer), owner.role.value, owner.story, *_words(item))
        told.update(repr(words).encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _words(item: Item) -> Iterator[object]:
    match item:
        case TextRun():
            glyphs = item.glyphs
            yield item.origin, item.ink, item.vertical, item.turned
            yield glyphs.text, glyphs.face, glyphs.size, glyphs.stretch, glyphs.advances, glyphs.shifts, glyphs.clusters
        case Rule():
            yield item.start, item.end, item.weight, item.ink, item.dash
        case Box():
            yield item.rect, item.fill, item.stroke, item.weight, item.radius
        case Wave():
            yield item.start, item.width, item.period, item.weight, item.ink, item.down
        case Photo():
            yield item.rect, item.image, item.crop, item.clip
        case Figure():
            yield item.rect, item.figure, item.crop
        case Drawn():
            yield item.shape, item.clip
        case _:
            assert_never(item)
