"""A page's layout as data: every run of type with the place of each character, and the blocks. Written by builds.

Lengths are hundredths of a point from the trim's top left corner, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from layout.api.stages import digests
from layout.compose.model import Composition
from layout.display.items import Figure, Glyphs, Layer, Part, Photo, Role, TextRun
from layout.display.page import PageDisplay
from layout.edition.model import Edition
from layout.geometry import Rect
from layout.units import POINT, Length

FILE = "layout.json"
FORMAT = 1
_UNIT = POINT // 100
_SHOWN = {Layer.MARKS, Layer.OVERLAY}
Box = tuple[int, int, int, int]


class Run(Struct, frozen=True, array_like=True):
    """Characters in one line: whose they are, from where (on the baseline, or the top of a vertical line), how large.

    `part` numbers the parts of its page. `way` is `right`, `down`, or `turned` (right, turned clockwise). `steps` are
    the widths of the characters, one when all have the same.
    """

    story: str
    role: str
    part: int
    x: int
    y: int
    size: int
    way: str
    text: str
    steps: tuple[int, ...]

    def boxes(self) -> Iterator[Box]:
        """The em boxes of the characters."""
        at = 0
        rise = self.size * 88 // 100
        for step in self.steps * len(self.text) if len(self.steps) == 1 else self.steps:
            if self.way == "down":
                yield self.x - self.size // 2, self.y + at, self.size, step
            elif self.way == "turned":
                yield self.x - self.size + rise, self.y + at, self.size, step
            else:
                yield self.x + at, self.y - rise, step, self.size
            at += step


class Block(Struct, frozen=True):
    """A story's place, a picture or an advert: its name, its rectangles, and a hash of the picture where it is one."""

    sort: str
    name: str
    boxes: tuple[Box, ...]
    content: str = ""


class PageLayout(Struct, frozen=True):
    """A page: its size, its hash, and everything on it."""

    name: str
    section: str
    width: int
    height: int
    digest: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]


class Layout(Struct, frozen=True):
    """The pages of a build or of the working files, in their order."""

    format: int
    paper: str
    edition: str
    date: str
    version: int
    pages: tuple[PageLayout, ...]


def layout_of(composition: Composition) -> Layout:
    """The layout of a composition."""
    return _layout(composition.edition, tuple(page_layouts(composition)))


def page_layouts(composition: Composition) -> Iterator[PageLayout]:
    """The layouts of the pages of a composition."""
    hashes = digests(composition)
    return (_page(page, composition.parts, hashes) for page in composition.pages)


def encoded(page: PageLayout) -> bytes:
    """A page's layout as it stands in a file."""
    return msgspec.json.encode(page)


def joined_layout(edition: Edition, pages: Iterable[bytes]) -> bytes:
    """The layout of an edition as a file, its pages encoded before."""
    empty = layout_bytes(_layout(edition, ())).rstrip()
    return empty.removesuffix(b"]}") + b",".join(pages) + b"]}\n"


def _layout(edition: Edition, pages: tuple[PageLayout, ...]) -> Layout:
    return Layout(FORMAT, edition.paper, edition.name, edition.date.isoformat(), edition.version, pages)


def layout_bytes(layout: Layout) -> bytes:
    """A layout as a file."""
    return msgspec.json.encode(layout) + b"\n"


def read_layout(path: Path) -> Layout:
    """The layout in a file; raises ValueError when it is none, OSError when it cannot be read."""
    layout = msgspec.json.decode(path.read_bytes(), type=Layout)
    if layout.format != FORMAT:
        raise ValueError(f"format {layout.format}")
    return layout


def _page(page: PageDisplay, parts: tuple[Part, ...], hashes: Mapping[str, str]) -> PageLayout:
    numbers: dict[int, int] = {}
    runs = []
    for item in page.items:
        if isinstance(item, TextRun) and item.layer not in _SHOWN and item.glyphs.text:
            part = parts[item.part]
            way = "down" if item.vertical else "turned" if item.turned else "right"
            x, y, size = (_units(length) for length in (item.origin.x, item.origin.y, item.glyphs.size))
            number = numbers.setdefault(item.part, len(numbers))
            text, steps = item.glyphs.text, _steps(item.glyphs)
            runs.append(Run(part.story or "", part.role.value, number, x, y, size, way, text, steps))
    size_of = (_units(page.trim.width), _units(page.trim.height))
    return PageLayout(page.name, page.section, *size_of, hashes[page.name], tuple(_blocks(page, parts)), tuple(runs))


def _steps(glyphs: Glyphs) -> tuple[int, ...]:
    """The width of each character; of some drawn as one the first has all."""
    if not glyphs.clusters:
        found = [_units(advance) for advance in glyphs.advances]
    else:
        found = [0] * len(glyphs.text)
        for at, advance in zip(glyphs.clusters, glyphs.advances, strict=True):
            found[at] += _units(advance)
    return (found[0],) if len(set(found)) == 1 else tuple(found)


def _blocks(page: PageDisplay, parts: tuple[Part, ...]) -> Iterator[Block]:
    """Stories with their boxes, pictures and adverts with what is in them; those of one name in one block."""
    regions: dict[tuple[str, str], list[Rect]] = {}
    for region in page.regions:
        part = parts[region.part]
        if part.role is Role.STORY:
            regions.setdefault(("story", part.story or ""), []).append(region.rect)
    for (sort, name), rects in regions.items():
        yield Block(sort, name, tuple(map(_box, rects)))
    seen: dict[tuple[str, str], int] = {}
    for item in page.items:
        art = _art(item)
        if art is not None:
            part = parts[item.part]
            name = part.title or part.story or ""
            number = seen[part.role.value, name] = seen.get((part.role.value, name), 0) + 1
            sort = "advert" if part.role is Role.ADVERT else "picture"
            yield Block(sort, f"{name} {number}" if number > 1 else name, (_box(art[0]),), art[1])


def _art(item: object) -> tuple[Rect, str] | None:
    """Where a picture stands and what it is, its crop included; None for anything else."""
    match item:
        case Photo():
            return item.rect, f"{item.image} {item.crop}"
        case Figure():
            return item.rect, f"{item.figure} {item.crop}"
    return None


def _box(rect: Rect) -> Box:
    return _units(rect.x), _units(rect.y), _units(rect.width), _units(rect.height)


def _units(length: Length) -> int:
    return (length + _UNIT // 2) // _UNIT


def rects(boxes: Iterable[Box]) -> tuple[Rect, ...]:
    """Boxes in the lengths of the page."""
    return tuple(Rect(x * _UNIT, y * _UNIT, width * _UNIT, height * _UNIT) for x, y, width, height in boxes)
