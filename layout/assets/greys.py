"""Grey as black ink: how much of it gives on this press the lightness a grey has by itself."""

from __future__ import annotations

import io
from bisect import bisect_left
from functools import lru_cache
from typing import Any

_STEPS = 256
# L* from relative luminance and back (CIE 15:2004, 8.2.1).
_KNEE = 216 / 24389
_SLOPE = 24389 / 27


def grey_table(press: bytes, source: Any = None) -> list[int]:
    """For each of 256 greys how light the black ink is to be (255 is paper).

    `source` is the grey picture's own profile (opened by littlecms), sRGB's tone curve when None. Lightness is
    compressed as black-point compensation does it: linearly in luminance, from paper to solid black.
    """
    ink = _black_luminances(press)
    black = ink[-1]
    greys = _grey_luminances(source)
    rising = ink[::-1]
    return [min(bisect_left(rising, black + (1 - black) * grey), _STEPS - 1) for grey in greys]


@lru_cache(maxsize=4)
def _black_luminances(press: bytes) -> tuple[float, ...]:
    """The luminance of 256 steps of black ink against that of the paper, from paper to solid, never rising."""
    from PIL import Image, ImageCms

    steps = Image.frombytes("CMYK", (_STEPS, 1), b"".join(bytes((0, 0, 0, step)) for step in range(_STEPS)))
    found = _lightness(ImageCms.ImageCmsProfile(io.BytesIO(press)), steps)
    return tuple(min(found[: step + 1]) for step in range(_STEPS))


def _grey_luminances(source: Any) -> list[float]:
    from PIL import Image

    if source is None:
        return [_decoded(step / 255) for step in range(_STEPS)]
    found = _lightness(source, Image.frombytes("L", (_STEPS, 1), bytes(range(_STEPS))))
    low, high = min(found), max(found)
    return [(value - low) / (high - low) if high > low else 1.0 for value in found]


def _lightness(profile: Any, steps: Any) -> list[float]:
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("LAB"), steps.mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    seen: Any = ImageCms.applyTransform(steps, transform)
    return [_luminance(value / 255 * 100) for value in seen.getchannel(0).tobytes()]


def _luminance(lightness: float) -> float:
    held = (lightness + 16) / 116
    return float(held**3 if held**3 > _KNEE else lightness / _SLOPE)


def _decoded(value: float) -> float:
    """The luminance of an sRGB grey (IEC 61966-2-1, 5.2)."""
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
