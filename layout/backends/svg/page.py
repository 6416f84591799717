"""A page as SVG, in groups: what belongs to one story on one layer stays together, so that a change is a few groups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import assert_never

from msgspec import Struct

from layout.backends.svg.letters import Letters
from layout.backends.svg.outlines import Outlines
from layout.backends.svg.shapes import Address, clip_path, clip_rect, drawn, picture, rectangle, rule, wave
from layout.display.items import Box, Drawn, Figure, Item, Part, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay
from layout.units import POINT


class Screen(Struct, frozen=True):
    """What pages are drawn with: the glyphs' outlines, and where pictures are fetched from."""

    outlines: Outlines
    address: Address


class Group(Struct, frozen=True):
    """A part of a page's drawing that stays or changes as a whole: its id, a digest of its markup, the markup."""

    name: str
    digest: str
    markup: str


class Drawing(Struct, frozen=True):
    """A drawn page: its name, its trim in points, its groups in the order of drawing, and the glyphs they use."""

    page: str
    width: float
    height: float
    groups: tuple[Group, ...]
    glyphs: Mapping[str, str]

    @property
    def digest(self) -> str:
        """What tells it from another state of the page."""
        told = "".join(f"{group.name}:{group.digest};" for group in self.groups)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def draw_page(page: PageDisplay, parts: Sequence[Part], screen: Screen) -> Drawing:
    """The page's trim drawn layer by layer; every item stands in a group of its part (`data-part`)."""
    letters = Letters(screen.outlines)
    names = _names(parts)
    groups, seen = [], dict[str, int]()
    for (layer, owner), items in groupby(
        sorted(page.items, key=lambda item: item.layer), lambda item: (item.layer, _owner(parts, item.part))
    ):
        name = f"{page.name}-{layer.name.lower()}-{identifier(owner)}"
        seen[name] = seen.get(name, 0) + 1
        name = f"{name}-{seen[name]}"
        markup = "".join(_parts(items, names, name, letters, screen.address))
        groups.append(Group(name, hashlib.sha256(markup.encode()).hexdigest()[:16], markup))
    glyphs = {name: screen.outlines.path(face, glyph) for name, (face, glyph) in sorted(letters.used.items())}
    return Drawing(page.name, page.trim.width / POINT, page.trim.height / POINT, tuple(groups), glyphs)


def document(drawing: Drawing) -> str:
    """A drawing as a document of its own."""
    width, height = f"{drawing.width:g}", f"{drawing.height:g}"
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{definitions(drawing.glyphs)}{body(drawing.groups)}</svg>'


def definitions(glyphs: Mapping[str, str]) -> str:
    """The outlines that groups use."""
    paths = [f'<path id="{name}" d="{path}"/>' for name, path in glyphs.items()]
    return f"<defs>{''.join(paths)}</defs>"


def body(groups: Iterable[Group]) -> str:
    """Groups one after another."""
    return "".join(f'<g id="{g.name}" data-digest="{g.digest}">{g.markup}</g>' for g in groups)


def identifier(name: str) -> str:
    """A name as a part of an id: what is no letter, digit or hyphen is written as its code."""
    return "".join(c if c.isalnum() or c == "-" else f"_{ord(c):x}" for c in name)


def _names(parts: Sequence[Part]) -> list[str]:
    """A name for every part that stays when other stories change: role and rank among those of its story.

    What belongs to no story is ranked among its siblings.
    """
    counts: dict[tuple[str | int | None, str], int] = {}
    names = []
    for part in parts:
        key = (part.story or part.parent, part.role.value)
        counts[key] = counts.get(key, -1) + 1
        names.append(f"{escape(part.story or '')}/{part.role.value}-{counts[key]}")
    return names


def _owner(parts: Sequence[Part], part: int) -> str:
    """The story that a part belongs to; the page's own matter has none."""
    at = parts[part]
    while at.parent is not None:
        at = parts[at.parent]
    return at.story or "page"


def _parts(items: Iterable[Item], names: Sequence[str], name: str, letters: Letters, address: Address) -> Iterator[str]:
    """Items in groups of their parts."""
    number = 0
    for part, own in groupby(items, lambda item: item.part):
        yield f'<g data-part="{names[part]}">'
        for item in own:
            yield _item(item, f"{name}-c{number}", letters, address)
            number += 1
        yield "</g>"


def _item(item: Item, name: str, letters: Letters, address: Address) -> str:
    """One item; `name` is there for what it is clipped to."""
    match item:
        case TextRun():
            return letters.run(item)
        case Rule():
            return rule(item)
        case Box():
            return rectangle(item)
        case Wave():
            return wave(item)
        case Photo() | Figure():
            clip = clip_path(name, item.clip) if isinstance(item, Photo) and item.clip else ""
            return clip + picture(item, address, name if clip else "")
        case Drawn():
            clip = clip_rect(name, item.clip) if item.clip else ""
            return clip + drawn(item, name if clip else "")
        case _:
            assert_never(item)
