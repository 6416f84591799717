"""The items of a drawn page, and the tree of logical parts they belong to.

Every item names its Part, so that PDF tags, METS, ALTO reading order and the zones of the e-paper print one tree.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from layout.geometry import Point, Rect
from layout.ink import Ink
from layout.shapes import Shape
from layout.units import Length

# A picture's whole width or height, in the unit its crop is given in.
WHOLE_PICTURE = 1_000_000


class Role(Enum):
    """What a part is in the paper, not how it looks."""

    # By identity, as members are: Enum's own hash is a Python call at every look-up.
    __hash__ = object.__hash__

    PAGE = "page"
    STORY = "story"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    SUMMARY = "summary"
    LABEL = "label"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    TABLE = "table"
    TABLE_TITLE = "table_title"
    CELL = "cell"
    READING = "reading"
    JUMP = "jump"
    PICTURE = "picture"
    GROUP = "group"
    CAPTION = "caption"
    CREDIT = "credit"
    NAMEPLATE = "nameplate"
    EAR = "ear"
    CONTENTS = "contents"
    WEATHER = "weather"
    FOLIO = "folio"
    ADVERT = "advert"
    ARTIFACT = "artifact"


class CellPlace(Struct, frozen=True):
    """Where in its table a cell is (row and column from 0), and whether it heads its column."""

    row: int
    column: int
    heads: bool


class Part(Struct, frozen=True):
    """One logical part of the edition. `order` is its place among its siblings in reading order.

    A cell of a table has its place there.
    """

    id: int
    parent: int | None
    role: Role
    story: str | None
    order: int
    title: str = ""
    cell: CellPlace | None = None


class Glyphs(Struct, frozen=True):
    """Glyphs of one face at one size, placed one after another.

    `advances[i]` is the distance from the pen of glyph i to the pen of glyph i + 1, justification included; `shifts`
    moves single glyphs off the line without moving the pen ((index, dx, dy), y down). `clusters[i]` is the index in
    `text` where glyph i's characters start; an empty tuple means one glyph a character. `stretch` is a horizontal
    scale in per mille; advances have it already.
    """

    text: str
    face: str
    size: Length
    ids: tuple[int, ...]
    advances: tuple[Length, ...]
    shifts: tuple[tuple[int, Length, Length], ...] = ()
    clusters: tuple[int, ...] = ()
    stretch: int = 1000

    @property
    def width(self) -> Length:
        """The sum of the advances."""
        return sum(self.advances)


class Layer(IntEnum):
    """The order of drawing."""

    TINT = 0
    ART = 1
    RULE = 2
    TEXT = 3
    MARKS = 4
    OVERLAY = 5


class TextRun(Struct, frozen=True):
    """Glyphs drawn from `origin`: the start on the baseline, or, when vertical, the top centre of the line.

    In a vertical run the advances go downwards. A turned run is a horizontal one turned clockwise about its origin.
    """

    layer: Layer
    part: int
    origin: Point
    glyphs: Glyphs
    ink: Ink
    vertical: bool = False
    turned: bool = False

    def in_ink(self, ink: Ink) -> TextRun:
        """The same run in another ink."""
        return replace(self, ink=ink)


class Rule(Struct, frozen=True):
    """A straight line of a given weight; `dash` is (on, off), empty for a solid one."""

    layer: Layer
    part: int
    start: Point
    end: Point
    weight: Length
    ink: Ink
    dash: tuple[Length, Length] | tuple[()] = ()


class Box(Struct, frozen=True):
    """A rectangle, filled, framed or both; `radius` rounds its corners."""

    layer: Layer
    part: int
    rect: Rect
    fill: Ink | None = None
    stroke: Ink | None = None
    weight: Length = 0
    radius: Length = 0


class Wave(Struct, frozen=True):
    """A wavy line from `start` to the right, or `down`, `width` long; a wave is `period` long and half as high."""

    layer: Layer
    part: int
    start: Point
    width: Length
    period: Length
    weight: Length
    ink: Ink
    down: bool = False


class Photo(Struct, frozen=True):
    """A picture (by its key in the image store) filling `rect`.

    `crop` is the part of the picture shown, in millionths of its width and height: (left, top, right, bottom).
    `clip` are polygons outside of which nothing of it is seen (a cut-out); none when all of `rect` is. `ppi` is its
    resolution as placed, 0 when that is not known.
    """

    layer: Layer
    part: int
    rect: Rect
    image: str
    crop: tuple[int, int, int, int] = (0, 0, WHOLE_PICTURE, WHOLE_PICTURE)
    clip: tuple[tuple[Point, ...], ...] = ()
    ppi: int = 0


class Drawn(Struct, frozen=True):
    """A shape of line art or of a chart, in page coordinates; `clip` cuts it off outside a rectangle."""

    layer: Layer
    part: int
    shape: Shape
    clip: Rect | None = None


class Figure(Struct, frozen=True):
    """A page of a PDF (by its key in the image store) filling `rect`, placed as it is, never turned into pixels.

    `crop` is as a photo's.
    """

    layer: Layer
    part: int
    rect: Rect
    figure: str
    crop: tuple[int, int, int, int] = (0, 0, WHOLE_PICTURE, WHOLE_PICTURE)


Item: TypeAlias = TextRun | Rule | Box | Wave | Photo | Drawn | Figure
