"""Pictures as image objects: a JPEG goes in as it is, anything else is decoded and deflated."""

from __future__ import annotations

from typing import Any

from layout.assets.images import ImageInfo
from layout.assets.separation import Separated
from layout.backends.pdf.objects import Raw, name, stream

_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray", "CMYK": "DeviceCMYK", "1": "DeviceGray"}


def image_object(image: ImageInfo, document: Any) -> Any:
    """The reference to a picture's XObject."""
    if image.passes_through:
        return document.Reference(_jpeg(image))
    pixels = image.decoded()
    entries = _entries(pixels.width, pixels.height, pixels.mode)
    if pixels.alpha is not None:
        mask = stream(pixels.alpha, _entries(pixels.width, pixels.height, "L"))
        entries["SMask"] = document.Reference(mask)
    return document.Reference(stream(pixels.data, entries))


def separated_object(picture: Separated, document: Any) -> Any:
    """The reference to the XObject of a picture made ready for a press."""
    entries = {**_head(picture.width, picture.height, picture.space, picture.bits), "Filter": name(picture.filter)}
    if picture.inverted:
        entries["Decode"] = Raw("[1 0 1 0 1 0 1 0]")
    if picture.alpha is not None:
        mask = {**_head(picture.width, picture.height, "DeviceGray", 8), "Filter": name("FlateDecode")}
        entries["SMask"] = document.Reference(stream(picture.alpha, mask, compress=False))
    return document.Reference(stream(picture.data, entries, compress=False))


def _jpeg(image: ImageInfo) -> Any:
    entries = {**_entries(*image.stored, image.mode), "Filter": name("DCTDecode")}
    if image.inverted:
        # Adobe writes CMYK JPEGs with the inks inverted.
        entries["Decode"] = Raw("[1 0 1 0 1 0 1 0]")
    return stream(image.data(), entries, compress=False)


def _entries(width: int, height: int, mode: str) -> dict[str, Any]:
    return _head(width, height, _SPACES[mode], 1 if mode == "1" else 8)


def _head(width: int, height: int, space: str, bits: int) -> dict[str, Any]:
    return {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": name(space),
        "BitsPerComponent": bits,
    }
