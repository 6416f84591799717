"""Tables of an OpenType file, found through its directory (ISO/IEC 14496-22, 4.3, 4.6) and mapped into memory."""

from __future__ import annotations

import mmap
import struct
from functools import lru_cache
from pathlib import Path

_COLLECTION = b"ttcf"


def table_of(path: Path, index: int, tag: str) -> memoryview:
    """The data of one table of the face `index`; empty when the face has none.

    Raises ValueError or struct.error when the file is cut off.
    """
    start, length = _directory(path, index).get(tag, (0, 0))
    data = _mapped(path)
    if start + length > len(data):
        raise ValueError(f"table {tag.strip()} ends beyond the file")
    return data[start : start + length]


@lru_cache(maxsize=64)
def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@lru_cache(maxsize=64)
def _directory(path: Path, index: int) -> dict[str, tuple[int, int]]:
    """Offset and length by tag."""
    data = _mapped(path)
    at = 0
    if data[:4] == _COLLECTION:
        faces = struct.unpack_from(">I", data, 8)[0]
        if index >= faces:
            raise ValueError(f"the collection has {faces} faces")
        at = struct.unpack_from(">I", data, 12 + 4 * index)[0]
    count = struct.unpack_from(">H", data, at + 4)[0]
    records = (struct.unpack_from(">4s4xII", data, at + 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): (start, length) for tag, start, length in records}
