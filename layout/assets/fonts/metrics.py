"""Font-wide metrics as a PDF wants them."""

from __future__ import annotations

from msgspec import Struct


class FaceMetrics(Struct, frozen=True):
    """Font-wide metrics in thousandths of an em: bounding box, ascent, descent, cap height, stem width."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int
