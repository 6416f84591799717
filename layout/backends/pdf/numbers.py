"""Numbers and streams as a PDF has them, without its objects."""

from __future__ import annotations

import zlib


def number(value: float) -> str:
    """A number with at most three decimals, as short as it can be."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def factor(value: float) -> str:
    """A factor of a matrix: six decimals, since it is multiplied by coordinates."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def deflated(data: bytes, level: int = 6) -> bytes:
    """Data as FlateDecode takes it."""
    return zlib.compress(data, level)
