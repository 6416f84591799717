"""A heavier face out of a lighter one: HarfBuzz draws the outlines bolder, fontTools writes them as a CFF program.

Used for the heavy headline Song where no real one is at hand. fontTools is imported here only, since an ordinary
build with real faces does without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from layout.assets.fonts.face import Face


def rebuilt_cff(face: Face, glyphs: Sequence[int]) -> bytes:
    """A CFF program whose glyph n + 1 is `glyphs[n]` of the face, drawn bolder; glyph 0 is empty."""
    import uharfbuzz as hb
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    font = hb.Font(face.hb_face)
    across, down = face.file.embolden
    # In place: the pen grows on both sides, so that the advances stay those the lines were set with.
    font.synthetic_bold = (across / 1000, down / 1000, True)
    names = [".notdef", *(f"g{glyph:05d}" for glyph in glyphs)]
    strings = {".notdef": T2CharStringPen(face.units_per_em, None).getCharString()}
    for glyph_name, glyph in zip(names[1:], glyphs, strict=True):
        pen = T2CharStringPen(face.units_per_em, None)
        font.draw_glyph_with_pen(glyph, pen)
        strings[glyph_name] = pen.getCharString()
    builder = FontBuilder(face.units_per_em, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCFF(face.postscript_name, {}, strings, {})
    table = builder.font["CFF "]
    return bytes(table.compile(builder.font))
