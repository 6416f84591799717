"""Pixels of a picture: decoded, turned upright, in a mode that can be printed; and the outline of its opaque part."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

# The whole of a picture's width or height, in the unit that crops and outlines are given in (millionths).
WHOLE = 1_000_000
UPRIGHT = 1
# Grey, colour and ink modes of 8 bits and line art of 1 bit are printed as they are; these are reduced to one of them.
_TO_GREY = {"I;16", "I;16B", "I;16L", "I;16N", "I"}
_TO_COLOUR = {"P", "YCbCr", "RGBX", "HSV"}
PRINTED = {"1", "L", "RGB", "CMYK"}
WITH_ALPHA = {"RGBA": "RGB", "LA": "L", "PA": "RGB", "La": "L", "RGBa": "RGB"}
_LAB = "LAB"
READABLE = PRINTED | _TO_GREY | _TO_COLOUR | set(WITH_ALPHA) | {_LAB}
_WHITE: dict[str, int | tuple[int, ...]] = {"L": 255, "RGB": (255, 255, 255), "CMYK": (0, 0, 0, 0)}
# What is less opaque than this does not belong to the outline (of 255).
_OPAQUE = 64
# An outline has at most this many steps down its height.
_OUTLINE_STEPS = 240
# An ICC profile has a header of 128 bytes and the number of its tags.
_PROFILE_HEADER = 132

Crop = tuple[int, int, int, int]
Outline = tuple[tuple[int, int], ...]


class Pixels(Struct, frozen=True):
    """A decoded picture: 8-bit samples of `mode` (1-bit ones of mode "1"), its alpha and its ICC profile, if any."""

    width: int
    height: int
    mode: str
    data: bytes
    alpha: bytes | None = None
    profile: bytes | None = None

    def flattened(self) -> Pixels:
        """The same on white paper, without alpha: for print profiles that allow no transparency."""
        from PIL import Image

        if self.alpha is None:
            return self
        size = (self.width, self.height)
        white = Image.new(self.mode, size, _WHITE[self.mode])
        picture = Image.frombytes(self.mode, size, self.data)
        white.paste(picture, (0, 0), Image.frombytes("L", size, self.alpha))
        return Pixels(self.width, self.height, self.mode, white.tobytes(), None, self.profile)


def decode(opened: Any, crop: Crop | None = None, most: tuple[int, int] | None = None) -> Pixels:
    """The pixels of an opened image, upright; only `crop` of them (millionths), reduced to at most `most` pixels."""
    from PIL import Image, ImageOps

    # A picture in Lab becomes one in sRGB, which needs no profile.
    profile = None if opened.mode == _LAB else opened.info.get("icc_profile")
    turned = _true(ImageOps.exif_transpose(opened) or opened, opened)
    if crop:
        turned = turned.crop(pixels_of(crop, turned.size))
    if most and (turned.width > most[0] or turned.height > most[1]):
        turned = _smooth(turned).resize(_within(turned.size, most), Image.Resampling.LANCZOS)
    if turned.mode in WITH_ALPHA:
        alpha = turned.getchannel("A").tobytes()
        turned = turned.convert(WITH_ALPHA[turned.mode])
        return Pixels(turned.width, turned.height, turned.mode, turned.tobytes(), alpha, profile)
    return Pixels(turned.width, turned.height, turned.mode, turned.tobytes(), None, profile)


def sound_profile(opened: Any) -> bytes | None:
    """The ICC profile of an opened image when it is one: whole, signed, with a table of tags (ICC.1, 7.2)."""
    profile = opened.info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) < _PROFILE_HEADER or profile[36:40] != b"acsp":
        return None
    length = int.from_bytes(profile[:4], "big")
    tags = int.from_bytes(profile[128:132], "big")
    return profile if _PROFILE_HEADER + 12 * tags <= length <= len(profile) else None


def _true(image: Any, opened: Any) -> Any:
    """The image in a mode that can be printed, with RGBA or LA where it has transparency."""
    from PIL import ImageChops

    if "transparency" in image.info and image.mode not in WITH_ALPHA:
        return image.convert("RGBA")
    if image.mode == "PA":
        return image.convert("RGBA")
    if image.mode in _TO_GREY:
        # Samples of 16 bits: the nearest of 256 steps.
        return image.convert("I").point(lambda sample: sample * (1 / 257) + 0.5).convert("L")
    if image.mode in _TO_COLOUR or image.mode == _LAB:
        return image.convert("RGB") if image.mode in _TO_COLOUR else _from_lab(image)
    if image.mode == "CMYK" and opened.format == "JPEG" and "adobe" not in opened.info:
        # Pillow takes every CMYK JPEG for one of Adobe's, whose inks are inverted.
        return ImageChops.invert(image)
    return image


def _from_lab(image: Any) -> Any:
    """A picture in Lab as one in sRGB, with black-point compensation."""
    from PIL import ImageCms

    spaces = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    how = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.applyTransform(image, ImageCms.buildTransform(*spaces, _LAB, "RGB", *how))


def _smooth(image: Any) -> Any:
    """Line art becomes grey before it is reduced; so that its steps stay smooth."""
    return image.convert("L") if image.mode == "1" else image


def pixels_of(crop: Crop, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The smallest rectangle of whole pixels that holds a crop."""
    left, top, right, bottom = crop
    width, height = size
    return (left * width // WHOLE, top * height // WHOLE, -(-right * width // WHOLE), -(-bottom * height // WHOLE))


def _within(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    if width * most[1] > height * most[0]:
        return most[0], max(height * most[0] // width, 1)
    return max(width * most[1] // height, 1), most[1]


def opaque_outlines(opened: Any) -> tuple[Outline, ...]:
    """Polygons (in millionths of the upright picture) round its opaque part, row by row; none when it has no alpha.

    Parts that stand one above another with clear rows between them have an outline each; within a row everything
    from the first opaque pixel to the last counts as inside, since text never runs through a picture.
    """
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(opened) or opened
    if turned.mode not in WITH_ALPHA and "transparency" not in turned.info:
        return ()
    alpha = turned.convert("RGBA").getchannel("A")
    seen = alpha.point([255 * (value >= _OPAQUE) for value in range(256)])
    if seen.histogram()[0] == 0:
        return ()
    steps = min(_OUTLINE_STEPS, seen.height)
    found: list[Outline] = []
    rows: list[tuple[int, int, int, int]] = []
    for step in range(steps):
        top, bottom = step * seen.height // steps, (step + 1) * seen.height // steps
        inside = seen.crop((0, top, seen.width, bottom)).getbbox()
        if inside:
            rows.append((inside[0], inside[2], top, bottom))
        elif rows:
            found.append(_polygon(rows, seen.size))
            rows = []
    return (*found, _polygon(rows, seen.size)) if rows else tuple(found)


def _polygon(rows: list[tuple[int, int, int, int]], size: tuple[int, int]) -> Outline:
    """Down the right edge of some rows and up their left one."""
    width, height = size
    right = [(edge, y) for _, edge, top, bottom in rows for y in (top, bottom)]
    left = [(edge, y) for edge, _, top, bottom in reversed(rows) for y in (bottom, top)]
    return tuple((x * WHOLE // width, y * WHOLE // height) for x, y in [*right, *left])
