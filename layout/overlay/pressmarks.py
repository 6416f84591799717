"""Marks for the press round a page, outside its trim and bleed: crop, registration and fold marks, colour bar, slug."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.model import Composition
from layout.display.digest import DIGITS, page_digest
from layout.display.items import Box, Drawn, Item, Layer, Part, Role, Rule, TextRun
from layout.display.page import PageDisplay
from layout.geometry import Point, Rect
from layout.ink import BLACK, FULL, REGISTRATION, Ink
from layout.plan.type import Faces
from layout.shapes import Pen, Shape, Step
from layout.style.model import Setting
from layout.style.press import Mark
from layout.text.model import Font
from layout.text.words import set_words
from layout.units import MILLIMETRE, Length, pt

# So much paper lies outside the bleed when there are marks.
MARGIN: Length = 14 * MILLIMETRE
# Marks stand this far outside the bleed, and crop marks are so long.
_OFF, _LONG = 2 * MILLIMETRE, 7 * MILLIMETRE
_WEIGHT = pt(0.25)
_PATCH = 5 * MILLIMETRE
_SLUG_SIZE = pt(7)
_CYAN, _MAGENTA, _YELLOW = Ink(FULL, 0, 0, 0), Ink(0, FULL, 0, 0), Ink(0, 0, FULL, 0)
_SOLIDS = (_CYAN, _MAGENTA, _YELLOW, BLACK, Ink(0, FULL, FULL, 0), Ink(FULL, 0, FULL, 0), Ink(FULL, FULL, 0, 0))
_BAR = (*_SOLIDS, *(ink.tint(500) for ink in (_CYAN, _MAGENTA, _YELLOW, BLACK)))
# Three inks that make a grey on newsprint, next to the black that is as dark (ISO 12647-3).
_GREYS = (Ink(300, 220, 220, 0), BLACK.tint(300), Ink(500, 400, 400, 0), BLACK.tint(500))
_PLATES = (("C", _CYAN), ("M", _MAGENTA), ("Y", _YELLOW), ("K", BLACK))
# A quarter of a circle as a Bézier curve, in ten thousandths of its radius.
_BEND = 5523


class Slug(Struct, frozen=True):
    """What the slug says of an edition beside the page and the plates; `digests` are the pages' by name.

    Of the `unsigned` ones it says that nobody has signed them.
    """

    paper: str
    date: str
    number: int
    version: int
    time: str
    digests: Mapping[str, str]
    unsigned: Sequence[str] = ()


def digests(composition: Composition) -> dict[str, str]:
    """The beginnings of the pages' hashes, as proofs and signatures have them."""
    return {page.name: page_digest(page, composition.parts)[:DIGITS] for page in composition.pages}


def with_press_marks(
    composition: Composition, marks: Sequence[Mark], slug: Slug, faces: Faces, *, spine: bool = False
) -> Composition:
    """The composition with marks round every page; the same one when there are none to make.

    With `spine` its pages are sides of sheets, which are folded down their middle as well.
    """
    if not marks:
        return composition
    part = Part(len(composition.parts), None, Role.ARTIFACT, None, 0, "marks")
    parts = (*composition.parts, part)
    font = Font(faces.chain("sans"), _SLUG_SIZE)
    pages = []
    for page in composition.pages:
        drawn = _Marks(page, part.id, font, spine)
        items = [item for mark in marks for item in drawn.of(mark, slug)]
        pages.append(replace(page, items=(*page.items, *items)))
    return replace(composition, pages=tuple(pages), parts=parts)


class _Marks(Struct, frozen=True):
    page: PageDisplay
    part: int
    font: Font
    spine: bool

    @property
    def _near(self) -> Length:
        """Where marks begin, counted from the trim outwards."""
        return self.page.bleed + _OFF

    def of(self, mark: Mark, slug: Slug) -> Iterator[Item]:
        """The items of one sort of mark."""
        match mark:
            case "crop":
                return self._crop()
            case "registration":
                return self._registration()
            case "fold":
                return self._fold()
            case "bar":
                return self._patches(_BAR, 60 * MILLIMETRE)
            case "grey":
                return self._patches(_GREYS, 60 * MILLIMETRE + (len(_BAR) + 1) * _PATCH)
            case "slug":
                return self._slug(slug)

    def _line(self, start: Point, end: Point, ink: Ink = REGISTRATION) -> Rule:
        return Rule(Layer.MARKS, self.part, start, end, _WEIGHT, ink)

    def _crop(self) -> Iterator[Item]:
        """Two lines at each corner, on the edges of the trim drawn on."""
        width, height, near = self.page.trim.width, self.page.trim.height, self._near
        for x, out in ((0, -1), (width, 1)):
            for y in (0, height):
                yield self._line(Point(x + out * near, y), Point(x + out * (near + _LONG), y))
        for y, out in ((0, -1), (height, 1)):
            for x in (0, width):
                yield self._line(Point(x, y + out * near), Point(x, y + out * (near + _LONG)))

    def _registration(self) -> Iterator[Item]:
        """A cross in a circle at a quarter of each side, where no fold mark stands."""
        width, height, far = self.page.trim.width, self.page.trim.height, self._near + _LONG // 2
        for centre in (
            Point(width // 4, -far),
            Point(width // 4, height + far),
            Point(-far, height // 4),
            Point(width + far, height // 4),
        ):
            reach, radius = _LONG // 2, _LONG // 4
            yield self._line(Point(centre.x - reach, centre.y), Point(centre.x + reach, centre.y))
            yield self._line(Point(centre.x, centre.y - reach), Point(centre.x, centre.y + reach))
            yield Drawn(Layer.MARKS, self.part, Shape(_circle(centre, radius), pen=Pen(REGISTRATION, _WEIGHT)))

    def _fold(self) -> Iterator[Item]:
        """Dashes at both ends of the fold across the page, half way down, and of the spine of a sheet."""
        middle, near, width = self.page.trim.height // 2, self._near, self.page.trim.width
        for x, out in ((0, -1), (width, 1)):
            start, end = Point(x + out * near, middle), Point(x + out * (near + _LONG), middle)
            yield replace(self._line(start, end, BLACK), dash=(MILLIMETRE, MILLIMETRE))
        for y, out in ((0, -1), (self.page.trim.height, 1)) if self.spine else ():
            start, end = Point(width // 2, y + out * near), Point(width // 2, y + out * (near + _LONG))
            yield replace(self._line(start, end, BLACK), dash=(MILLIMETRE, MILLIMETRE))

    def _patches(self, inks: Sequence[Ink], x: Length) -> Iterator[Item]:
        """A row of patches below the page."""
        y = self.page.trim.height + self._near
        if x + len(inks) * _PATCH <= self.page.trim.width:
            for number, ink in enumerate(inks):
                rect = Rect(x + number * _PATCH, y, _PATCH, _PATCH)
                yield Box(Layer.MARKS, self.part, rect, fill=ink)

    def _slug(self, slug: Slug) -> Iterator[Item]:
        """A line above the page; each plate shows the letter of its own ink alone."""
        x = self.page.trim.width // 4 + 2 * _LONG
        page = self.page.name
        about = f"{slug.paper} {slug.date} 第{slug.number}期 {page} 第{slug.version}次 {slug.time} {slug.digests[page]}"
        if page in slug.unsigned:
            about += " 未签样 UNSIGNED"
        for text, ink in ((about, BLACK), *_PLATES):
            for run in set_words(text, self.font, Setting(punctuation="quanshen")):
                yield TextRun(Layer.MARKS, self.part, Point(x, -self._near - MILLIMETRE), run, ink)
                x += run.width
            x += _SLUG_SIZE


def _circle(centre: Point, radius: Length) -> tuple[Step, ...]:
    """Four curves round a centre."""
    bend = radius * _BEND // 10_000

    def at(x: Length, y: Length) -> Point:
        return Point(centre.x + x, centre.y + y)

    return (
        ("move", at(radius, 0)),
        ("curve", at(radius, bend), at(bend, radius), at(0, radius)),
        ("curve", at(-bend, radius), at(-radius, bend), at(-radius, 0)),
        ("curve", at(-radius, -bend), at(-bend, -radius), at(0, -radius)),
        ("curve", at(bend, -radius), at(radius, -bend), at(radius, 0)),
        ("close",),
    )
