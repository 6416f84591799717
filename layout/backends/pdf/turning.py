"""How pictures are turned upright whose bytes go into a PDF as they are."""

from __future__ import annotations

from layout.assets.images import ImageInfo

# EXIF's orientations 2 to 8 as matrices from the unit square of the stored picture to that of the upright one.
_TURNS = {
    2: "-1 0 0 1 1 0",
    3: "-1 0 0 -1 1 1",
    4: "1 0 0 -1 0 1",
    5: "0 -1 -1 0 1 1",
    6: "0 -1 1 0 0 1",
    7: "0 1 1 0 0 0",
    8: "0 1 -1 0 1 0",
}


def turning(image: ImageInfo) -> str:
    """The operators that turn a picture upright whose bytes go into the document as they are; "" for others."""
    return f" {_TURNS[image.orientation]} cm" if image.passes_through and image.orientation in _TURNS else ""
