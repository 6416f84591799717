"""Pictures for screens: in sRGB, in several widths, as WebP and as one JPEG for whoever reads nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from layout.assets.pixels import Pixels

_QUALITY = {"WEBP": 82, "JPEG": 85}
# Pillow's spaces by the mode of a picture, as its profile has to name them.
_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


class ScreenSize(Struct, frozen=True):
    """One size of a picture: pixels across and down, and the file's bytes."""

    width: int
    height: int
    data: bytes


class ScreenPicture(Struct, frozen=True):
    """A picture's sizes as WebP, the narrowest first, and one of them as JPEG."""

    sizes: tuple[ScreenSize, ...]
    jpeg: ScreenSize


def screen_picture(pixels: Pixels, widths: Sequence[int], *, drawn: bool = False) -> ScreenPicture:
    """A decoded picture on white in the widths asked for, none wider than it is.

    What is `drawn` (type, line art) is kept without loss. The JPEG has the middle width.
    """
    picture = _in_srgb(pixels.flattened())
    wanted = sorted({min(width, picture.width) for width in widths})
    sizes = [_resized(picture, width) for width in wanted]
    webp = tuple(_written(size, "WEBP", lossless=drawn) for size in sizes)
    return ScreenPicture(webp, _written(sizes[len(sizes) // 2], "JPEG"))


def _in_srgb(pixels: Pixels) -> Any:
    """The picture in sRGB; one with a profile of no use, or with none, is taken for what its mode is by itself."""
    from PIL import Image, ImageCms

    picture = Image.frombytes(pixels.mode, (pixels.width, pixels.height), pixels.data)
    if picture.mode == "1":
        return picture.convert("L").convert("RGB")
    if pixels.profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(pixels.profile))
            if own.profile.xcolor_space.strip() == _SPACES[picture.mode]:
                how = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
                srgb = ImageCms.createProfile("sRGB")
                return ImageCms.applyTransform(picture, ImageCms.buildTransform(own, srgb, picture.mode, "RGB", *how))
        except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
            pass  # a profile of no use is told of where the picture is opened
    return picture.convert("RGB")


def _resized(picture: Any, width: int) -> Any:
    from PIL import Image

    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _written(picture: Any, kind: str, *, lossless: bool = False) -> ScreenSize:
    held = io.BytesIO()
    options: dict[str, Any] = {"quality": _QUALITY[kind]}
    if kind == "WEBP":
        options |= {"lossless": lossless, "method": 4}
    picture.save(held, kind, **options)
    return ScreenSize(picture.width, picture.height, held.getvalue())
