"""Pictures made small for screens."""

from __future__ import annotations

import io
from typing import Any

from layout.assets.images import ImageInfo


def preview(image: ImageInfo, most: int) -> tuple[bytes, str]:
    """A picture of at most `most` pixels a side, upright, in sRGB as near as its own numbers are; and its media type.

    Raises PictureError for a picture that turns out to be damaged.
    """
    from PIL import Image

    pixels = image.decoded(most=(most, most))
    size = (pixels.width, pixels.height)
    made: Any = Image.frombytes(pixels.mode, size, pixels.data).convert("RGB")
    file = io.BytesIO()
    if pixels.alpha is not None:
        made.putalpha(Image.frombytes("L", size, pixels.alpha))
        made.save(file, "PNG")
        return file.getvalue(), "image/png"
    made.save(file, "JPEG", quality=85)
    return file.getvalue(), "image/jpeg"
