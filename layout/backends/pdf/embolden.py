"""Font programs made of outlines drawn anew, written by fontTools as CFF.

For a heavier face out of a lighter one, where no real one is at hand, and for the characters a newsroom drew itself.
fontTools is imported here only, since an ordinary build with real faces does without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from layout.assets.fonts import AnyFace


def rebuilt_cff(face: AnyFace, glyphs: Sequence[int]) -> bytes:
    """A CID-keyed CFF program of these glyphs, their CIDs those that pages name them by; CID 0 is empty."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    cids = {f"cid{face.code(glyph):05d}": glyph for glyph in glyphs}
    strings = {".notdef": T2CharStringPen(face.units_per_em, None).getCharString()}
    for cid, glyph in cids.items():
        pen = T2CharStringPen(face.advance_of(glyph), None)
        face.draw(glyph, pen)
        strings[cid] = pen.getCharString()
    builder = FontBuilder(face.units_per_em, isTTF=False)
    builder.setupGlyphOrder([".notdef", *cids])
    builder.setupCFF(face.postscript_name, {}, strings, {})
    table = builder.font["CFF "]
    _key_by_cid(table.cff.topDictIndex[0], len(strings))
    return bytes(table.compile(builder.font))


def _key_by_cid(top: Any, glyphs: int) -> None:
    """Turn a name-keyed font into a CID-keyed one with a single Private DICT (Adobe Technical Note 5176, 18 and 19)."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict

    own = FontDict()
    own.Private = top.Private
    array = FDArrayIndex()
    array.append(own)
    select = FDSelect()
    select.format, select.gidArray = 3, [0] * glyphs
    del top.Private
    top.ROS = ("Adobe", "Identity", 0)
    top.FDArray, top.FDSelect = array, select
    top.CharStrings.fdArray, top.CharStrings.fdSelect = array, select
    top.CIDCount = 65_536
