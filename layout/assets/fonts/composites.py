"""Glyphs made of other glyphs (ISO/IEC 14496-22, 5.3.3): every part is there, and none holds itself."""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path

from layout.assets.fonts.tables import table_of

# Flags of a part: words for its place, one scale, two, a matrix, another part follows.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
# A part of a part of a part …: no sound face goes so deep.
DEEPEST = 16


def bad_outlines(path: Path, index: int) -> str:
    """What is wrong with where a face's glyf outlines lie or with what its composites are made of; empty when nothing.

    Raises struct.error when a table is cut off.
    """
    glyf, loca = table_of(path, index, "glyf"), table_of(path, index, "loca")
    glyphs = struct.unpack_from(">H", table_of(path, index, "maxp"), 4)[0]
    is_long = struct.unpack_from(">h", table_of(path, index, "head"), 50)[0]
    offsets = struct.unpack_from(f">{glyphs + 1}{'I' if is_long else 'H'}", loca)
    places = offsets if is_long else tuple(2 * offset for offset in offsets)
    if max(places) > len(glyf) or any(start > end for start, end in pairwise(places)):
        return "table loca points outside glyf"
    data = bytes(glyf)
    # A composite begins with a negative number of outlines.
    composites = [n for n in range(glyphs) if places[n + 1] - places[n] >= 10 and data[places[n]] & 0x80]
    parts = {n: _parts(data, places[n]) for n in composites}
    return _fault(parts, glyphs)


def _parts(data: bytes, at: int) -> tuple[int, ...]:
    """The glyphs that a composite at an offset is made of."""
    found = []
    at += 10
    flags = _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", data, at)
        found.append(glyph)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return tuple(found)


def _fault(parts: dict[int, tuple[int, ...]], glyphs: int) -> str:
    known: set[int] = set()
    for first in parts:
        level, depth = {first} - known, 0
        while level:
            level = {part for glyph in level for part in parts.get(glyph, ()) if part not in known}
            if first in level or depth > DEEPEST:
                return f"glyph {first} is made of itself (a circle of composites)"
            if any(part >= glyphs for part in level):
                return f"glyph {first} is made of a glyph that is not there"
            depth += 1
        known.add(first)
    return ""
