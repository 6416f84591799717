"""Where a JPEG's data end: a file may break off early, or carry other things after the picture."""

from __future__ import annotations

import re

# Markers that stand alone, without a length (ITU-T T.81, table B.1): TEM, RST0–7, SOI.
_ALONE = {0x01, *range(0xD0, 0xD9)}
_END, _SCAN = 0xD9, 0xDA
# In entropy-coded data FF is followed by 00 (a stuffed byte) or by a restart marker; anything else is the next marker.
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


def jpeg_end(data: bytes) -> int | None:
    """The index after the end-of-image marker of the first picture in `data`; None when it is not reached."""
    at = 2
    while at + 1 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == _END:
            return at + 2
        if marker in _ALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            found = _MARKER.search(data, at)
            if found is None:
                return None
            at = found.end() - 2
    return None
