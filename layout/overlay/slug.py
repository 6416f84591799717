"""Round a proof: the slug above the page, and the boxes to sign in below it; both outside the trim and its bleed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from layout.display.items import Item
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect
from layout.ink import BLACK, RED
from layout.overlay.pen import Pen, outline
from layout.units import MILLIMETRE, pt

# So much paper lies outside the bleed of a proof that has a slug or faults.
MARGIN = 16 * MILLIMETRE
_OFF = 2 * MILLIMETRE
_SIZE, _STAGE, _SIGNED = pt(8), pt(12), pt(11)
_BOX = 11 * MILLIMETRE


class PageSlug(Struct, frozen=True):
    """What is said of one page: its stage (大样 2 …), its hash, and by each role who has signed it (empty: nobody)."""

    stage: str
    digest: str
    signatures: tuple[tuple[str, str], ...]


class Slug(Struct, frozen=True):
    """What is said of an edition on its proofs; `pages` by name."""

    paper: str
    date: str
    number: int
    version: int
    time: str
    software: str
    pages: Mapping[str, PageSlug]


def slug_marks(page: PageDisplay, slug: Slug, pen: Pen, part: int) -> Iterator[Item]:
    """The stage on a plate, what page this is, and a box to sign in for every role."""
    own = slug.pages[page.name]
    x, top = 0, -page.bleed - _OFF - _STAGE * 6 // 5
    yield from pen.tag(own.stage, Point(x, top), part, BLACK, _STAGE)
    x += pen.plate(own.stage, Point(0, 0), _STAGE).width + _SIZE
    told = (
        f"{slug.paper}　{slug.date}　第{slug.number}期　{page.name} {page.section}　"
        f"v{slug.version:02d}　{slug.time}　{own.digest}　{slug.software}"
    )
    yield from pen.write(told, Point(x, -page.bleed - _OFF - MILLIMETRE // 2), part, _SIZE, BLACK)
    yield from _boxes(page, own, pen, part)


def _boxes(page: PageDisplay, own: PageSlug, pen: Pen, part: int) -> Iterator[Item]:
    count = len(own.signatures)
    width = page.trim.width // max(count, 1)
    top = page.trim.height + page.bleed + _OFF
    for index, (role, name) in enumerate(own.signatures):
        box = Rect(index * width, top, width, _BOX)
        yield outline(box, part, BLACK, pt(0.5))
        yield from pen.write(role, Point(box.x + MILLIMETRE, top + pt(8)), part, pt(7), BLACK)
        if name:
            yield from pen.write(name, Point(box.x + 2 * MILLIMETRE, box.bottom - 2 * MILLIMETRE), part, _SIGNED, RED)
