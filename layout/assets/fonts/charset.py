"""The charset of a CID-keyed CFF table: glyph id to CID (Adobe technical note 5176, sections 9, 13 and 18).

Region subsets of pan-CJK faces number their glyphs anew but keep their CIDs. PDF codes select CIDs: with glyph ids as
codes every tool is content and every Han glyph is missing.
"""

from __future__ import annotations

import itertools
import struct
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

_ROS, _CHARSET = (12, 30), 15


class Charset(Struct, frozen=True):
    """Runs of glyphs whose CIDs follow one another: the first glyph of each, and its CID."""

    starts: Sequence[int]
    cids: Sequence[int]

    def cid(self, glyph: int) -> int:
        """The CID of a glyph id below the face's number of glyphs."""
        at = bisect_right(self.starts, glyph) - 1
        return self.cids[at] + glyph - self.starts[at]


def glyph_to_cid(cff: memoryview, glyphs: int) -> Charset | None:
    """The charset of a CFF table; None when CID and glyph id are the same, or the table is not CID-keyed."""
    top = _top_dict(cff)
    if _ROS not in top:
        return None
    offset = top.get(_CHARSET, [0])[0]
    if offset <= 2:
        return None
    found = _charset(cff, offset, glyphs)
    return None if found.starts == found.cids else found


def _charset(cff: memoryview, offset: int, glyphs: int) -> Charset:
    kind, at = cff[offset], offset + 1
    if kind == 0:
        return Charset(list(range(glyphs)), [0, *struct.unpack_from(f">{glyphs - 1}H", cff, at)])
    entry = struct.Struct(">HB" if kind == 1 else ">HH")
    starts, cids, glyph = [0], [0], 1
    while glyph < glyphs:
        first, left = entry.unpack_from(cff, at)
        at += entry.size
        starts.append(glyph)
        cids.append(first)
        glyph += left + 1
    return Charset(starts, cids)


def _index_end(data: memoryview, at: int) -> tuple[list[tuple[int, int]], int]:
    """The (start, end) of an INDEX's objects, and where the INDEX ends."""
    count = struct.unpack_from(">H", data, at)[0]
    if count == 0:
        return [], at + 2
    size, table = data[at + 2], at + 3
    offsets = [int.from_bytes(data[table + i * size : table + (i + 1) * size], "big") for i in range(count + 1)]
    base = table + (count + 1) * size - 1
    return [(base + a, base + b) for a, b in itertools.pairwise(offsets)], base + offsets[-1]


def _top_dict(cff: memoryview) -> dict[int | tuple[int, int], list[int]]:
    _, after_names = _index_end(cff, cff[2])
    [(start, end), *_], _ = _index_end(cff, after_names)
    return _dict(cff[start:end])


def _dict(data: memoryview) -> dict[int | tuple[int, int], list[int]]:
    """A DICT's operators with their integer operands (real numbers count as 0: none is needed here)."""
    found: dict[int | tuple[int, int], list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            operator: int | tuple[int, int] = first
            if first == 12:
                at += 1
                operator = (12, data[at])
            found[operator], operands = operands, []
            at += 1
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return found


def _operand(data: memoryview, at: int) -> tuple[int, int]:
    first = data[at]
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 29:
        return struct.unpack_from(">i", data, at + 1)[0], at + 5
    if first == 30:
        at += 1
        while data[at] & 15 != 15 and data[at] >> 4 != 15:
            at += 1
        return 0, at + 1
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2
