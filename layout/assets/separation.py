"""Pictures as inks: grey ones on black alone, coloured ones through the press's profile, never more ink than it takes.

Littlecms converts, relative or perceptual, with black-point compensation. A picture without a profile is taken for
sRGB, or, in inks, for the press's own. Everything here works on whole pictures in C; nothing loops over pixels.
"""

from __future__ import annotations

import io
from typing import Any, Literal

from msgspec import Struct

from layout.assets.greys import grey_table
from layout.assets.inklimit import limited
from layout.assets.pixels import Pixels
from layout.assets.profiles import Profile

# JPEG brings back a few points of ink on single pixels (measured: up to seven), so the limit is kept by so much.
SLACK = 5
QUALITY = 92
# A picture of at most so many colours is drawn, not photographed: JPEG would blur it.
_FEW_COLOURS = 256
# Channels that never differ by more than this make a grey picture.
_GREY_NOISE = 3

Space = Literal["DeviceCMYK", "DeviceGray"]


class Inks(Struct, frozen=True):
    """How pictures become inks on a press: its profile, the rendering intent, the inks in all in per cent."""

    profile: Profile
    intent: Literal["relative", "perceptual"] = "relative"
    total: int = 240


class Separated(Struct, frozen=True):
    """A picture ready for a PDF: `data` as the filter has it, and the deflated samples of its alpha.

    `inverted` says that full ink is stored as 0 (Adobe's way with CMYK JPEGs); `broken` that the picture's own profile
    could not be used.
    """

    width: int
    height: int
    space: Space
    bits: int
    filter: Literal["DCTDecode", "FlateDecode"]
    data: bytes
    inverted: bool = False
    alpha: bytes | None = None
    broken: bool = False


def separate(pixels: Pixels, inks: Inks, *, grey: bool = False) -> Separated:
    """A decoded picture in the inks of a press; with `grey` on black alone, whatever it is."""
    from PIL import Image

    picture = Image.frombytes(pixels.mode, (pixels.width, pixels.height), pixels.data)
    if pixels.mode == "1":
        return _packed(picture, pixels, 1, broken=False)
    drawn = picture.getcolors(_FEW_COLOURS) is not None
    source, broken = _source(pixels, inks)
    if grey or _is_grey(picture):
        held = _on_black(picture, source, inks)
    else:
        held = limited(_in_inks(picture, source, inks), inks.total - SLACK)
    if drawn or pixels.alpha is not None:
        return _packed(held, pixels, 8, broken=broken)
    return _compressed(held, broken=broken)


def _source(pixels: Pixels, inks: Inks) -> tuple[Any, bool]:
    """The picture's own profile, opened (None for none, or the press's), and whether there is one of no use."""
    from PIL import ImageCms

    if not pixels.profile or (pixels.mode == "CMYK" and pixels.profile == inks.profile.data):
        return None, False
    wanted = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}[pixels.mode]
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(pixels.profile))
    except (OSError, ValueError, TypeError):
        return None, True
    return (opened, False) if opened.profile.xcolor_space.strip() == wanted else (None, True)


def _is_grey(picture: Any) -> bool:
    """Whether a picture has no colour, in whatever mode it is stored."""
    from PIL import ImageChops

    if picture.mode == "L":
        return True
    bands = picture.split()
    if picture.mode == "CMYK":
        return all(band.getextrema()[1] == 0 for band in bands[:3])
    differences: list[Any] = [ImageChops.difference(bands[0], band) for band in bands[1:]]
    return all(difference.getextrema()[1] <= _GREY_NOISE for difference in differences)


def _on_black(picture: Any, source: Any, inks: Inks) -> Any:
    """A picture as lightness of the black ink (255 is paper), so that it looks on this press as it does by itself."""
    if picture.mode == "CMYK":
        bands = picture.split()
        if all(band.getextrema()[1] == 0 for band in bands[:3]):
            return bands[3].point([255 - value for value in range(256)])
        picture, source = _seen(picture, source, inks), None
    if picture.mode == "RGB":
        picture, source = picture.convert("L"), None
    return picture.point(grey_table(inks.profile.data, source))


def _seen(picture: Any, source: Any, inks: Inks) -> Any:
    """A picture in inks as it is seen, in sRGB."""
    from PIL import ImageCms

    held = source or ImageCms.ImageCmsProfile(io.BytesIO(inks.profile.data))
    transform = ImageCms.buildTransform(held, ImageCms.createProfile("sRGB"), "CMYK", "RGB", *_how(inks))
    return ImageCms.applyTransform(picture, transform)


def _in_inks(picture: Any, source: Any, inks: Inks) -> Any:
    from PIL import ImageCms

    if picture.mode == "CMYK" and source is None:
        return picture
    press = ImageCms.ImageCmsProfile(io.BytesIO(inks.profile.data))
    held = source or ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(held, press, picture.mode, "CMYK", *_how(inks))
    return ImageCms.applyTransform(picture, transform)


def _how(inks: Inks) -> tuple[Any, Any]:
    """The rendering intent, and black-point compensation."""
    from PIL import ImageCms

    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC if inks.intent == "relative" else ImageCms.Intent.PERCEPTUAL
    return intent, ImageCms.Flags.BLACKPOINTCOMPENSATION


def _packed(picture: Any, pixels: Pixels, bits: int, *, broken: bool) -> Separated:
    """Deflated samples, for what JPEG would blur."""
    import zlib

    alpha = zlib.compress(pixels.alpha, 6) if pixels.alpha is not None else None
    data = zlib.compress(picture.tobytes(), 6)
    width, height = picture.size
    return Separated(width, height, _space(picture), bits, "FlateDecode", data, alpha=alpha, broken=broken)


def _compressed(picture: Any, *, broken: bool) -> Separated:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=QUALITY, subsampling=0)
    width, height = picture.size
    inverted = picture.mode == "CMYK"
    return Separated(width, height, _space(picture), 8, "DCTDecode", held.getvalue(), inverted, None, broken)


def _space(picture: Any) -> Space:
    return "DeviceCMYK" if picture.mode == "CMYK" else "DeviceGray"
