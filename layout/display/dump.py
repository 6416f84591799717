"""A page as text, one item a line: the golden of the tests, and what `paiban dump` prints.

Lengths are points with three decimals; glyph ids are left out, so that a dump does not change with the face's build.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import assert_never

from layout.display.items import Box, Drawn, Figure, Item, Part, Photo, Rule, TextRun, Wave
from layout.display.page import PageDisplay
from layout.geometry import Rect
from layout.ink import Ink
from layout.units import Length, to_points


def dump_page(page: PageDisplay, parts: Sequence[Part]) -> str:
    """The page as lines of text, ended by a newline."""
    head = f"page {page.name} {page.section} trim {_points(page.trim.width)} x {_points(page.trim.height)}"
    return "\n".join([head, *(_line(item, parts) for item in page.items)]) + "\n"


def _line(item: Item, parts: Sequence[Part]) -> str:
    return " ".join([*_words(item), _owner(parts[item.part])])


def _words(item: Item) -> Iterable[str]:
    match item:
        case TextRun():
            glyphs = item.glyphs
            yield "vertical" if item.vertical else "turned" if item.turned else "text"
            yield f"{_points(item.origin.x)},{_points(item.origin.y)}"
            yield f"{glyphs.face} {_points(glyphs.size)} w{_points(glyphs.width)}"
            if glyphs.stretch != 1000:
                yield f"stretch {glyphs.stretch}"
            yield f"{_ink(item.ink)} “{glyphs.text}”"
        case Rule():
            yield f"rule {_points(item.start.x)},{_points(item.start.y)} {_points(item.end.x)},{_points(item.end.y)}"
            yield f"{_points(item.weight)} {_ink(item.ink)}"
        case Box():
            yield f"box {_rect(item.rect)}"
            yield f"fill {_ink(item.fill)}" if item.fill else "no fill"
            yield f"stroke {_points(item.weight)} {_ink(item.stroke)}" if item.stroke else "no stroke"
        case Wave():
            yield f"wave {_points(item.start.x)},{_points(item.start.y)} w{_points(item.width)}"
            if item.down:
                yield "down"
            yield f"{_points(item.weight)} {_ink(item.ink)}"
        case Photo():
            yield from _photo_words(item)
        case Figure():
            yield f"figure {_rect(item.rect)} {item.figure} {','.join(map(str, item.crop))}"
        case Drawn():
            yield from _shape_words(item)
        case _:
            assert_never(item)


def _shape_words(item: Drawn) -> Iterable[str]:
    """A shape by its extent and inks; a check sum stands for its points."""
    shape = item.shape
    steps = zlib.crc32(repr([(step[0], [(p.x, p.y) for p in step[1:]]) for step in shape.steps]).encode())
    yield f"shape {_rect(shape.extent)} {len(shape.steps)} steps {steps:08x}"
    yield f"fill {_ink(shape.fill)}{' even-odd' if shape.even_odd else ''}" if shape.fill else "no fill"
    if shape.pen:
        pen = shape.pen
        dash = f" dash {','.join(map(_points, pen.dash))}" if pen.dash else ""
        yield f"stroke {_points(pen.weight)} {_ink(pen.ink)} {pen.cap} {pen.join}{dash}"
    else:
        yield "no stroke"


def _photo_words(photo: Photo) -> Iterable[str]:
    yield f"photo {_rect(photo.rect)} {photo.image} {','.join(map(str, photo.crop))}"
    if photo.ppi:
        yield f"{photo.ppi} ppi"
    for polygon in photo.clip:
        yield "clip " + " ".join(f"{_points(point.x)},{_points(point.y)}" for point in polygon)


def _owner(part: Part) -> str:
    return f"[{part.role.value}{' ' + part.story if part.story else ''}]"


def _rect(rect: Rect) -> str:
    return f"{_points(rect.x)},{_points(rect.y)} {_points(rect.width)}x{_points(rect.height)}"


def _ink(ink: Ink) -> str:
    return f"c{ink.cyan}m{ink.magenta}y{ink.yellow}k{ink.black}{f' {ink.spot}' if ink.spot else ''}"


def _points(length: Length) -> str:
    return f"{to_points(length):.3f}".rstrip("0").rstrip(".")
