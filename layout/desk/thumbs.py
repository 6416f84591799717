"""Pages made small: large type as it is, body text as bars, pictures in a few pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.backends.svg import Screen
from layout.backends.svg.colour import colour
from layout.backends.svg.numbers import points
from layout.backends.svg.shapes import picture, rectangle, rule
from layout.display.items import Box, Figure, Item, Photo, Rule, TextRun
from layout.display.page import PageDisplay
from layout.units import POINT, pt

# Type of this size and more can be made out in a thumbnail.
_LEGIBLE = pt(17)


def thumbnail(page: PageDisplay, screen: Screen, small: Mapping[str, str]) -> str:
    """A page as a small SVG document that needs nothing else; `small` has its pictures as data addresses."""
    width, height = points(page.trim.width), points(page.trim.height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    items = sorted(page.items, key=lambda item: item.layer)
    drawn = "".join(piece for item in items for piece in _pieces(item, screen, small))
    return f'{head}<path fill="#fff" d="M0 0H{width}V{height}H0z"/>{drawn}</svg>'


def _pieces(item: Item, screen: Screen, small: Mapping[str, str]) -> Iterator[str]:
    match item:
        case TextRun() if item.glyphs.size >= _LEGIBLE and not item.vertical and not item.turned:
            yield _letters(item, screen)
        case TextRun():
            yield _bar(item)
        case Rule():
            yield rule(item)
        case Box():
            yield rectangle(item)
        case Photo():
            key = item.image
            yield picture(item, lambda _: small.get(key, ""), "") if key in small else _grey(item)
        case Figure():
            yield _grey(item)
        case _:
            pass


def _letters(run: TextRun, screen: Screen) -> str:
    """A run of large type as outlines."""
    glyphs = run.glyphs
    scale = glyphs.size / POINT / screen.outlines.units(glyphs.face)
    across, x, paths = scale * glyphs.stretch / 1000, 0, []
    for glyph, advance in zip(glyphs.ids, glyphs.advances, strict=True):
        at = f"matrix({across:.5g} 0 0 {-scale:.5g} {points(run.origin.x + x)} {points(run.origin.y)})"
        path = screen.outlines.path(glyphs.face, glyph)
        if path:
            paths.append(f'<path transform="{at}" d="{path}"/>')
        x += advance
    return f'<g fill="{colour(run.ink)}">{"".join(paths)}</g>'


def _bar(run: TextRun) -> str:
    """A run of small type as a bar as long as it is."""
    size, length = run.glyphs.size, run.glyphs.width
    thick = size * 55 // 100
    if run.vertical or run.turned:
        x, y, width, height = run.origin.x - thick // 2, run.origin.y, thick, length
    else:
        x, y, width, height = run.origin.x, run.origin.y - size * 7 // 10, length, thick
    box = f'x="{points(x)}" y="{points(y)}" width="{points(width)}" height="{points(height)}"'
    return f'<rect {box} fill="{colour(run.ink)}" fill-opacity=".45"/>'


def _grey(item: Photo | Figure) -> str:
    rect = item.rect
    box = f'x="{points(rect.x)}" y="{points(rect.y)}" width="{points(rect.width)}" height="{points(rect.height)}"'
    return f'<rect {box} fill="#b8bcc0"/>'
