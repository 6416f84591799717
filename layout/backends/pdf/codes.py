"""Faces as content streams write them: code and width of every glyph, and what the glyphs of a page stand for."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from operator import eq

from msgspec import Struct, field

from layout.assets.fonts import AnyFace, FaceBook
from layout.display.items import Glyphs

# No glyph of a page stands for it.
_BETWEEN = "\0"


class _Codes(dict[int, str]):
    """The hexadecimal codes of a face's glyphs, looked up once."""

    def __init__(self, face: AnyFace) -> None:
        self._face = face

    def __missing__(self, glyph: int) -> str:
        found = self[glyph] = f"{self._face.code(glyph):04X}"
        return found


class _Widths(dict[int, int]):
    """The widths of a face's glyphs in thousandths of an em, looked up once."""

    def __init__(self, face: AnyFace) -> None:
        self._face = face

    def __missing__(self, glyph: int) -> int:
        found = self[glyph] = round(self._face.advance_of(glyph) * 1000 / self._face.units_per_em)
        return found


class CodedFace:
    """A face with the codes (`hexes`) and the widths of its glyphs; the same in every document."""

    def __init__(self, face: AnyFace) -> None:
        self.face = face
        self.hexes = _Codes(face)
        self.widths = _Widths(face)


class CodedFaces(Struct, frozen=True):
    """The faces that pages are drawn with, by their keys."""

    faces: FaceBook
    _known: dict[str, CodedFace] = field(default_factory=dict)

    def __getitem__(self, key: str) -> CodedFace:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = CodedFace(self.faces.face(key))
        return known


class PackedTexts(Struct, frozen=True):
    """What glyphs stand for, in little room: a page has thousands, and an edition's pages are kept until all are drawn.

    `glyphs` are their numbers in four bytes each, `texts` what they stand for, a NUL between two.
    """

    glyphs: bytes
    texts: str

    @classmethod
    def of(cls, texts: Mapping[int, str]) -> PackedTexts:
        """The texts packed."""
        return cls(array("I", texts).tobytes(), _BETWEEN.join(texts.values()))

    def mapping(self) -> dict[int, str]:
        """The texts by their glyphs."""
        return dict(zip(array("I", self.glyphs), self.texts.split(_BETWEEN), strict=True)) if self.glyphs else {}


class PageFont(Struct):
    """A face on one page: its resource name, and what each glyph used stands for."""

    coded: CodedFace
    resource: str
    used: dict[int, str]

    def take(self, glyphs: Glyphs) -> bool:
        """Take a run's glyphs into the page's; whether every code stands for its own text.

        A code stands for what its glyph was first used for; a run with another text has to say so (ActualText).
        """
        texts: Sequence[str] = glyphs.text
        if glyphs.clusters:
            ends = (*glyphs.clusters[1:], len(glyphs.text))
            texts = [glyphs.text[start:end] for start, end in zip(glyphs.clusters, ends, strict=True)]
        # Every glyph is taken, also after one whose code stands for something else.
        stand_for = list(map(self.used.setdefault, glyphs.ids, texts))
        return all(map(eq, stand_for, texts))


class PageFonts(Struct):
    """The faces of a page in the order they come. `fixed` are texts of glyphs that the document has decided before."""

    faces: CodedFaces
    fixed: Mapping[str, Mapping[int, str]]
    used: dict[str, PageFont] = field(default_factory=dict)

    def __getitem__(self, key: str) -> PageFont:
        known = self.used.get(key)
        if known is None:
            texts = dict(self.fixed.get(key, ()))
            known = self.used[key] = PageFont(self.faces[key], f"F{len(self.used)}", texts)
        return known
