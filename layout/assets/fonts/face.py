"""One face: its metrics, its glyphs, and how it shapes text."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from layout.assets.fonts.charset import glyph_to_cid
from layout.assets.fonts.metrics import FaceMetrics
from layout.assets.fonts.tables import table_of
from layout.assets.shaped import Shaped

# Characters that a face may draw as one with their neighbours, or put elsewhere, and so go through the shaper. Dashes
# go in pairs from the left: a longer one that a face has (⸻) could not be parted where a line may end.
_JOINED = re.compile(r"——?|…+|⋯+|‥+")
_LONG_DASH = "———"
_IDEOGRAPHIC_SPACE = "\u3000"
_FEATURES = {"kern": False, "palt": False, "halt": False, "chws": False, "liga": True, "calt": False, "clig": False}
_VERTICAL = {**_FEATURES, "vert": True, "vrt2": True}


class FaceFile(Struct, frozen=True):
    """Where a face's data are: a file, a face of it, pinned axes, and how much heavier it is drawn (em/1000).

    `whole` says that its licence forbids subsets.

    `embolden` is (across, down): HarfBuzz draws the outlines that much bolder without changing the advances.
    """

    path: Path
    index: int = 0
    axes: tuple[tuple[str, float], ...] = ()
    embolden: tuple[int, int] = (0, 0)
    whole: bool = False


class _Table(dict[str, int]):
    """What a face says about characters, asked when first wanted."""

    def __init__(self, ask: Callable[[str], int]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, character: str) -> int:
        found = self[character] = self._ask(character)
        return found


@dataclass(slots=True, eq=False)
class Face:
    """A face, opened when first used. Implements `layout.text.model.Typeface`.

    Characters it is used `without` are taken from the next face of a role, as those it has no glyph for.
    """

    key: str
    file: FaceFile
    name: str = ""
    licence: str = ""
    origin: str = ""
    without: str = ""
    _advances: _Table = field(init=False)
    _glyphs: _Table = field(init=False)
    _shaped: dict[tuple[str, bool], Shaped] = field(default_factory=dict)
    _opened: Any = None
    _cid: Callable[[int], int] | None = None
    _bold: Any = None

    def __post_init__(self) -> None:
        self._glyphs = _Table(self._glyph_of)
        self._advances = _Table(self._advance_of)

    def _glyph_of(self, character: str) -> int:
        """A character's glyph; a blank that the face does not have is that of a space."""
        if character in self.without:
            return 0
        own = self.hb_font.get_nominal_glyph(ord(character))
        if not own and character.isspace():
            own = self.hb_font.get_nominal_glyph(0x20)
        return own or 0

    def _advance_of(self, character: str) -> int:
        """A character's advance; an ideographic space is an em wide, also in a face that does not have it."""
        if character == _IDEOGRAPHIC_SPACE and not self.hb_font.get_nominal_glyph(ord(character)):
            return self.units_per_em
        return int(self.hb_font.get_glyph_h_advance(self._glyphs[character]))

    @property
    def hb_face(self) -> Any:
        """The HarfBuzz face."""
        return self._open()[0]

    @property
    def hb_font(self) -> Any:
        """The HarfBuzz font, axes pinned."""
        return self._open()[1]

    def _open(self) -> Any:
        if self._opened is None:
            import uharfbuzz as hb

            face = hb.Face(hb.Blob.from_file_path(str(self.file.path)), self.file.index)
            font = hb.Font(face)
            if self.file.axes:
                font.set_variations(dict(self.file.axes))
            self._opened = (face, font)
        return self._opened

    @property
    def units_per_em(self) -> int:
        """Font units an em."""
        return int(self.hb_face.upem)

    @property
    def is_cff(self) -> bool:
        """Whether the outlines are CFF."""
        return "CFF " in self.hb_face.table_tags

    def table(self, tag: str) -> memoryview:
        """A table's data, mapped rather than read: of a large table only a little is wanted."""
        return table_of(self.file.path, self.file.index, tag)

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.glyph(character) != 0

    def lacking(self, text: str) -> set[str]:
        """The characters of a text that the face has no glyph for, white space aside."""
        glyphs = self._glyphs
        if 0 not in map(glyphs.__getitem__, text):
            return set()
        return {c for c in set(text) if not glyphs[c] and not c.isspace()}

    def glyph(self, character: str) -> int:
        """The glyph id of a character; 0 when the face has none."""
        return self._glyphs[character]

    def shape(self, text: str, *, vertical: bool = False) -> Shaped:
        """Shape one run. Plain text takes the face's own advances; dashes and ellipses go through the shaper.

        Kerning and the half-width features stay off: the width of marks is line composition's business.
        """
        if not vertical and not _JOINED.search(text):
            return Shaped(list(map(self._glyphs.__getitem__, text)), list(map(self._advances.__getitem__, text)))
        if not vertical or _LONG_DASH in text:
            return self._joined(text, vertical)
        return self._through_shaper(text, vertical)

    def _joined(self, text: str, vertical: bool) -> Shaped:
        """Text with its dashes and ellipses shaped apart, each run of them once."""
        ids: list[int] = []
        advances: list[int] = []
        clusters: list[int] = []
        edges = {0, len(text)}.union(*(found.span() for found in _JOINED.finditer(text)))
        for start, end in pairwise(sorted(edges)):
            part = text[start:end]
            together = vertical or _JOINED.match(part)
            piece = self._through_shaper(part, vertical) if together else self.shape(part)
            ids += piece.ids
            advances += piece.advances
            clusters += [start + at for at in (piece.clusters or range(end - start))]
        return Shaped(ids, advances, () if len(ids) == len(text) else tuple(clusters))

    def _through_shaper(self, text: str, vertical: bool) -> Shaped:
        known = self._shaped.get((text, vertical))
        if known is None:
            known = self._shaped[text, vertical] = self._shape(text, vertical)
        return known

    def _shape(self, text: str, vertical: bool) -> Shaped:
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.script, buffer.language = "Hani", "zh-Hans"
        hb.shape(self.hb_font, buffer, _VERTICAL if vertical else _FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        clusters = tuple(info.cluster for info in infos)
        return Shaped(
            tuple(info.codepoint for info in infos),
            tuple(-p.y_advance if vertical else p.x_advance for p in positions),
            () if clusters == tuple(range(len(text))) else clusters,
        )

    def ink(self, character: str) -> tuple[int, int, int, int]:
        """The ink of the character's glyph in font units from its origin: left, bottom, right, top."""
        extents = self.hb_font.get_glyph_extents(self.glyph(character))
        if extents is None:
            return (0, 0, 0, 0)
        left, top = extents.x_bearing, extents.y_bearing
        return (left, top + extents.height, left + extents.width, top)

    def advance_of(self, glyph: int) -> int:
        """The advance of a glyph in font units."""
        return int(self.hb_font.get_glyph_h_advance(glyph))

    @property
    def is_rebuilt(self) -> bool:
        """Whether a PDF gets outlines drawn anew instead of the file's own."""
        return self.file.embolden != (0, 0)

    def draw(self, glyph: int, pen: Any) -> None:
        """Draw a glyph's outlines, bolder where the face is, with a fontTools pen in font units.

        In place: the pen grows on both sides, so that the advances stay those the lines were set with.
        """
        if self._bold is None:
            import uharfbuzz as hb

            across, down = self.file.embolden
            self._bold = hb.Font(self.hb_face)
            self._bold.synthetic_bold = (across / 1000, down / 1000, True)
        self._bold.draw_glyph_with_pen(glyph, pen)

    def vertical_origin(self, glyph: int) -> int:
        """How far above the baseline a glyph's cell begins in vertical text, in font units."""
        return int(self.hb_font.get_glyph_v_origin(glyph)[1])

    def code(self, glyph: int) -> int:
        """The code a glyph has in a PDF: its CID where the face is CID-keyed, else its id."""
        if self._cid is None:
            charset = glyph_to_cid(self.table("CFF "), self.hb_face.glyph_count) if self.is_cff else None
            self._cid = charset.cid if charset else int
        return self._cid(glyph)

    @property
    def postscript_name(self) -> str:
        """The PostScript name, its weight included when axes are pinned or the face is emboldened."""
        import uharfbuzz as hb

        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.key
        if self.file.axes:
            # Variable fonts are named after their default instance (…-Thin); say what is drawn.
            name = name.split("-")[0] + "-" + "".join(f"{tag}{value:g}" for tag, value in self.file.axes)
        if self.file.embolden != (0, 0):
            name = name.split("-")[0] + "-Heavy{}x{}".format(*self.file.embolden)
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_."))[:60]

    @property
    def version(self) -> str:
        """The version the face gives itself."""
        import uharfbuzz as hb

        return str(self.hb_face.get_name(hb.OTNameIdPredefined.VERSION_STRING) or "")

    def metrics(self) -> FaceMetrics:
        """What a PDF font descriptor wants, in thousandths of an em."""
        head, os2 = self.table("head"), self.table("OS/2")
        scale = 1000 / self.units_per_em
        box = struct.unpack(">4h", head[36:44])
        ascent, descent = struct.unpack(">2h", os2[68:72])
        cap_height = struct.unpack(">h", os2[88:90])[0] if len(os2) >= 90 else ascent
        weight = struct.unpack(">H", os2[4:6])[0]
        if self.file.axes:
            weight = int(dict(self.file.axes).get("wght", weight))
        return FaceMetrics(
            (round(box[0] * scale), round(box[1] * scale), round(box[2] * scale), round(box[3] * scale)),
            round(ascent * scale),
            round(descent * scale),
            round(cap_height * scale),
            50 + round((weight / 65) ** 2),
        )
