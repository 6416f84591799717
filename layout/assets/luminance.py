"""How dark and how light a part of a picture is, for words that are to stand on it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from layout.assets.pixels import WHOLE

# Left, top, right, bottom in millionths of the picture as it is to be seen.
Part: TypeAlias = tuple[int, int, int, int]
# A picture is looked at no larger than this, and its part at so many points a side.
_SEEN, _POINTS = 1200, 64


def luminance(path: Path, part: Part) -> tuple[float, float]:
    """The relative luminance (WCAG 2) below which a tenth of a part's points lie, and above which a tenth lie."""
    from PIL import Image, ImageOps

    with Image.open(path) as opened:
        opened.draft("RGB", (_SEEN, _SEEN))
        seen = ImageOps.exif_transpose(opened) or opened
        sides = (seen.width, seen.height) * 2
        left, top, right, bottom = (at * side // WHOLE for at, side in zip(part, sides, strict=True))
        cut = seen.convert("RGB").crop((left, top, max(right, left + 1), max(bottom, top + 1)))
        cut.thumbnail((_POINTS, _POINTS))
        points = cut.tobytes()
    found = sorted(_of_colour(points[at : at + 3]) for at in range(0, len(points), 3))
    return found[len(found) // 10], found[-1 - len(found) // 10]


def _of_colour(colour: bytes) -> float:
    """The relative luminance of an sRGB colour."""
    red, green, blue = (part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
