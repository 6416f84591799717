"""Characters that no face has, drawn by the newsroom: each an SVG named after its code point, used as a glyph.

An SVG's box is the em square; its black areas are the character. Drawn characters come after all faces of every role,
and their outlines go into a PDF as those of any face do, so that they are text: found, copied and read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layout.assets.fonts.findings import BAD_GLYPH
from layout.assets.fonts.metrics import FaceMetrics
from layout.assets.shaped import Shaped
from layout.assets.vector.artwork import Artwork, open_artwork
from layout.diagnostics import Sink, Span
from layout.geometry import Point
from layout.ink import BLACK
from layout.shapes import Step
from layout.units import ASCENT

DRAWN_KEY = "newsroom-glyphs"
UNITS = 1000
_NAME = re.compile(r"U\+([0-9A-F]{4,6})")


@dataclass(slots=True, eq=False)
class DrawnFace:
    """The characters drawn for a newsroom, as a face. Implements `layout.text.model.Typeface`."""

    artworks: Mapping[str, Artwork]
    key: str = DRAWN_KEY
    name: str = "drawn characters"
    licence: str = "newsroom"
    origin: str = "newsroom"
    version: str = ""
    units_per_em: int = UNITS
    is_cff: bool = True
    is_rebuilt: bool = True
    postscript_name: str = "NewsroomGlyphs"
    _order: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._order = tuple(sorted(self.artworks))

    def covers(self, character: str) -> bool:
        """Whether the character is drawn."""
        return character in self.artworks

    def lacking(self, text: str) -> set[str]:
        """The characters of a text that are not drawn, white space aside."""
        return {character for character in text if character not in self.artworks and not character.isspace()}

    def glyph(self, character: str) -> int:
        """The glyph id of a character, from 1; 0 when it is not drawn."""
        return self._order.index(character) + 1 if character in self.artworks else 0

    def shape(self, text: str, *, vertical: bool = False) -> Shaped:
        """A glyph a character, each an em wide (and high: they stand upright in vertical text too)."""
        return Shaped(tuple(self.glyph(character) for character in text), (UNITS,) * len(text))

    def ink(self, character: str) -> tuple[int, int, int, int]:
        """The ink of a character in font units from its origin: left, bottom, right, top."""
        points = [point for _, *points in self._outline(self.artworks[character]) for point in points]
        return (
            min(point.x for point in points),
            min(point.y for point in points),
            max(point.x for point in points),
            max(point.y for point in points),
        )

    def advance_of(self, glyph: int) -> int:
        """The advance of a glyph in font units."""
        return UNITS

    def vertical_origin(self, glyph: int) -> int:
        """How far above the baseline a glyph's cell begins in vertical text, in font units."""
        return ASCENT

    def code(self, glyph: int) -> int:
        """The code a glyph has in a PDF."""
        return glyph

    def metrics(self) -> FaceMetrics:
        """Font-wide metrics in thousandths of an em."""
        return FaceMetrics((0, ASCENT - UNITS, UNITS, ASCENT), ASCENT, ASCENT - UNITS, ASCENT, 80)

    def draw(self, glyph: int, pen: Any) -> None:
        """Draw a glyph's outlines with a fontTools pen, in font units, y upwards."""
        is_open = False
        for step in self._outline(self.artworks[self._order[glyph - 1]]):
            match step:
                case ("move", point):
                    if is_open:
                        pen.closePath()
                    pen.moveTo((point.x, point.y))
                    is_open = True
                case ("line", point):
                    pen.lineTo((point.x, point.y))
                case ("curve", first, second, end):
                    pen.curveTo((first.x, first.y), (second.x, second.y), (end.x, end.y))
                case _:
                    pass
        if is_open:
            pen.closePath()

    def _outline(self, artwork: Artwork) -> list[Step]:
        """All steps of a drawing, scaled to the em, its foot below the baseline."""

        def at(point: Point) -> Point:
            return Point(point.x * UNITS // artwork.width, ASCENT - point.y * UNITS // artwork.height)

        return [step for shape in artwork.shapes for step in shape.mapped(at)]


def load_drawn(folder: Path, sink: Sink) -> DrawnFace | None:
    """The drawn characters of a folder, or None when there are none; bad files are reported."""
    if not folder.is_dir():
        return None
    artworks: dict[str, Artwork] = {}
    for file in sorted(folder.glob("*.svg")):
        span = Span(file, 1, 1, 1, 1)
        character = _character(file, span, sink)
        artwork = open_artwork(file, sink, span) if character else None
        if character and artwork and _is_glyph(artwork, span, sink):
            artworks[character] = artwork
    return DrawnFace(artworks) if artworks else None


def _character(file: Path, span: Span, sink: Sink) -> str | None:
    """The character that a file's name says."""
    found = _NAME.fullmatch(file.stem)
    code = int(found[1], 16) if found else -1
    if 0x20 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 and not chr(code).isspace():
        return chr(code)
    _refuse(file, span, sink, "文件名要像 U+20BB7.svg", "its name has to be like U+20BB7.svg")
    return None


def _is_glyph(artwork: Artwork, span: Span, sink: Sink) -> bool:
    """Whether a drawing is a square of black areas, which is all a glyph can be."""
    if abs(artwork.width - artwork.height) * 100 > artwork.width:
        _refuse(artwork.path, span, sink, "画布要是正方形，边长就是一个字", "its box has to be a square: the em")
    elif any(shape.pen for shape in artwork.shapes):
        _refuse(artwork.path, span, sink, "有描边，请转成轮廓", "it has strokes: turn them into outlines")
    elif any(shape.fill != BLACK for shape in artwork.shapes):
        _refuse(artwork.path, span, sink, "只能有黑色的填充", "it may be filled with black only")
    elif any(shape.even_odd for shape in artwork.shapes):
        _refuse(artwork.path, span, sink, "请把 fill-rule 改成 nonzero", "its fill-rule has to be nonzero")
    else:
        return True
    return False


def _refuse(file: Path, span: Span, sink: Sink, reason_zh: str, reason_en: str) -> None:
    sink.report(BAD_GLYPH, span, file=file.name, reason_zh=reason_zh, reason_en=reason_en)
