"""Length: an int in EMU (1/914 400 inch), so that points, millimetres and every 字号 are whole numbers.

1 pt = 12 700 EMU, 1 mm = 36 000 EMU. Rounding happens only in `scaled` and `from_points`, and at the edge of a backend.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

Length: TypeAlias = int

POINT: Length = 12_700
MILLIMETRE: Length = 36_000
INCH: Length = 914_400
# So much of the em box of a Han face stands above the baseline, in thousandths (the ideographic em box); the origin of
# a vertical glyph lies as far below the box's top.
ASCENT = 880

# 字号 in points: the present values (GB/T 40070-2021), not those of metal type.
SIZE_NAMES: dict[str, Fraction] = {
    "初号": Fraction(42),
    "小初": Fraction(36),
    "一号": Fraction(26),
    "小一": Fraction(24),
    "二号": Fraction(22),
    "小二": Fraction(18),
    "三号": Fraction(16),
    "小三": Fraction(15),
    "四号": Fraction(14),
    "小四": Fraction(12),
    "五号": Fraction(21, 2),
    "小五": Fraction(9),
    "六号": Fraction(15, 2),
    "小六": Fraction(13, 2),
    "七号": Fraction(11, 2),
    "八号": Fraction(5),
}

_WRITTEN = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)")
_UNITS: dict[str, Length] = {"pt": POINT, "mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": INCH}


def pt(points: float | Fraction) -> Length:
    """Points as a Length, rounded to the nearest EMU."""
    return round(points * POINT)


def mm(millimetres: float | Fraction) -> Length:
    """Millimetres as a Length, rounded to the nearest EMU."""
    return round(millimetres * MILLIMETRE)


def ascent(size: Length) -> Length:
    """How far above the baseline the em box of Han characters of a size begins."""
    return size * ASCENT // 1000


def to_points(length: Length) -> float:
    """A Length in points."""
    return length / POINT


def to_millimetres(length: Length) -> float:
    """A Length in millimetres."""
    return length / MILLIMETRE


@lru_cache(maxsize=1024)
def parse_length(text: str) -> Length:
    """A length as people write it: `9pt`, `3.5mm`, `2 cm`, `小五`.

    Raises ValueError when `text` is none of these.
    """
    stripped = text.strip()
    if stripped in SIZE_NAMES:
        return pt(SIZE_NAMES[stripped])
    found = _WRITTEN.fullmatch(stripped)
    if found is None:
        raise ValueError(text)
    return round(Fraction(found[1]) * _UNITS[found[2]])
