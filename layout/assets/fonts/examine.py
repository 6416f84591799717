"""Whether a font file can be used at all: its build is sound, and its licence bits allow embedding."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

from layout.assets.fonts.composites import bad_outlines
from layout.assets.fonts.tables import table_of

# OpenType (ISO/IEC 14496-22, 4.3): TrueType outlines, CFF outlines, Apple's, a collection.
_SIGNATURES = {b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf"}
_NEEDED = {"head": 54, "hhea": 36, "maxp": 6, "OS/2": 78, "cmap": 4}
_OUTLINES = ("CFF ", "glyf", "CFF2")
_MAGIC = 0x5F0F3CF5
# OS/2 fsType (ISO/IEC 14496-22, 5.2.8): restricted, which preview or editable lifts; no subsetting; bitmaps only.
_RESTRICTED, _PREVIEW_OR_EDITABLE, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x000C, 0x0100, 0x0200


def broken(path: Path, index: int) -> str:
    """What is wrong with the file, in a few words; empty when nothing is found."""
    try:
        return _fault(path, index)
    except (struct.error, ValueError, OSError) as error:
        return str(error) or "cannot be read"


def _fault(path: Path, index: int) -> str:
    with path.open("rb") as file:
        if file.read(4) not in _SIGNATURES:
            return "not an OpenType font"
    for tag, least in _NEEDED.items():
        if len(table_of(path, index, tag)) < least:
            return f"table {tag} is missing or cut off"
    if not any(len(table_of(path, index, tag)) for tag in _OUTLINES):
        return "no outlines"
    head = table_of(path, index, "head")
    if struct.unpack_from(">I", head, 12)[0] != _MAGIC:
        return "table head is damaged"
    if not 16 <= struct.unpack_from(">H", head, 18)[0] <= 16_384:
        return f"unitsPerEm is {struct.unpack_from('>H', head, 18)[0]}"
    return bad_outlines(path, index) if len(table_of(path, index, "glyf")) else ""


def may_embed(path: Path, index: int) -> bool:
    """Whether the face's flags allow its outlines to be embedded."""
    flags = struct.unpack_from(">H", table_of(path, index, "OS/2"), 8)[0]
    restricted = flags & _RESTRICTED and not flags & _PREVIEW_OR_EDITABLE
    return not (restricted or flags & _BITMAP_ONLY)


def must_be_whole(path: Path, index: int) -> bool:
    """Whether the face's flags forbid to embed a subset."""
    return bool(struct.unpack_from(">H", table_of(path, index, "OS/2"), 8)[0] & _NO_SUBSET)


def is_collection(path: Path) -> bool:
    """Whether the file holds several faces."""
    with path.open("rb") as file:
        return file.read(4) == b"ttcf"


def digest(path: Path) -> str:
    """SHA-256 of the file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
