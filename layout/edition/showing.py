"""How a picture is shown in its box: what of it, how it fills the box, and how text runs round it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from layout.units import Length

CaptionPlace = Literal["below", "over", "left", "right"]
Fit = Literal["cover", "contain", "width"]
Polygon = tuple[tuple[Fraction, Fraction], ...]


class Extent(Struct, frozen=True):
    """A distance across or down a picture, in per cent of its size or in pixels."""

    value: Fraction
    pixels: bool = False


class CropBox(Struct, frozen=True):
    """The part of a picture that may be shown, as distances of its edges from the picture's left and top."""

    left: Extent
    top: Extent
    right: Extent
    bottom: Extent


class RunAround(Struct, frozen=True):
    """Text runs round a picture's contour: a polygon in per cent of the picture, or its opaque part (no polygon).

    `distance` is the white between contour and text (None: the style's); `both` sets text on both sides of it.
    """

    polygon: Polygon = ()
    distance: Length | None = None
    both: bool = False


class Showing(Struct, frozen=True):
    """How one picture is shown; None leaves it to the style, or to what sort of picture it is.

    `fit`: cover fills the box and crops round `focus` (per cent), contain shows all of it, width is as wide as the
    box and as high as it comes; cut-outs and line art are shown whole when nothing is said. `across` and `down` say
    where in the box a picture stands that does not fill it.
    """

    fit: Fit | None = None
    focus: tuple[int, int] | None = None
    crop: CropBox | None = None
    across: Literal["left", "center", "right"] = "center"
    down: Literal["top", "middle", "bottom"] = "middle"
    keyline: bool | None = None
    caption: CaptionPlace | None = None
    contour: RunAround | None = None


PLAIN = Showing()
