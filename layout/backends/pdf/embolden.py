"""Font programs made of outlines drawn anew, written by fontTools as CFF.

For a heavier face out of a lighter one, where no real one is at hand, and for the characters a newsroom drew itself.
fontTools is imported here only, since an ordinary build with real faces does without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from layout.assets.fonts import AnyFace


def rebuilt_cff(face: AnyFace, glyphs: Sequence[int]) -> bytes:
    """A CFF program whose glyph n + 1 is `glyphs[n]` of the face; glyph 0 is empty."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    names = [".notdef", *(f"g{glyph:05d}" for glyph in glyphs)]
    strings = {".notdef": T2CharStringPen(face.units_per_em, None).getCharString()}
    for glyph_name, glyph in zip(names[1:], glyphs, strict=True):
        pen = T2CharStringPen(face.advance_of(glyph), None)
        face.draw(glyph, pen)
        strings[glyph_name] = pen.getCharString()
    builder = FontBuilder(face.units_per_em, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCFF(face.postscript_name, {}, strings, {})
    table = builder.font["CFF "]
    return bytes(table.compile(builder.font))
