"""One ink of a picture: what of it comes on one plate."""

from __future__ import annotations

import io
from typing import Any

from msgspec import Struct

# No plate is looked at closer than this many pixels of a picture.
_MOST = 600


class Samples(Struct, frozen=True):
    """A picture as a PDF holds it: JPEG data or plain samples of CMYK, grey or bits; `inverted` by its Decode."""

    width: int
    height: int
    mode: str
    data: bytes
    jpeg: bool = False
    inverted: bool = False


class Band(Struct, frozen=True):
    """The tone of one ink as grey samples, 255 for none of it."""

    width: int
    height: int
    data: bytes


def bands(samples: Samples) -> tuple[Band, Band, Band, Band]:
    """Cyan, magenta, yellow and black of a picture, reduced where it is large; a grey one is on black alone."""
    from PIL import Image, ImageChops

    size = (samples.width, samples.height)
    if samples.jpeg:
        picture: Any = Image.open(io.BytesIO(samples.data))
        picture.draft(None, (_MOST, _MOST))
        picture.load()
        size = picture.size
    else:
        picture = Image.frombytes(samples.mode, size, samples.data)
    picture = picture.convert("L") if picture.mode == "1" else picture
    scale = max(size) / _MOST
    if scale > 1:
        picture = picture.resize((max(round(size[0] / scale), 1), max(round(size[1] / scale), 1)), Image.Resampling.BOX)
    if picture.mode != "CMYK":
        empty = Image.new("L", picture.size, 255)
        return _band(empty), _band(empty), _band(empty), _band(picture)
    # Pillow turns an Adobe JPEG's inverted inks round by itself, as the Decode array asks.
    if samples.inverted and not samples.jpeg:
        picture = ImageChops.invert(picture)
    cyan, magenta, yellow, black = (_band(ImageChops.invert(band)) for band in picture.split())
    return cyan, magenta, yellow, black


def _band(picture: Any) -> Band:
    return Band(picture.width, picture.height, picture.tobytes())
