"""Pages of a finished PDF as pictures, for those who look through an archive or read the paper on a screen."""

from __future__ import annotations

import io
from typing import Any

from msgspec import Struct

from layout.assets.pixels import Pixels
from layout.geometry import Rect
from layout.units import INCH, POINT

# Pixels an inch: a broadsheet page is then some 1,500 pixels wide, and its body type can be read.
PREVIEW = 100


class Preview(Struct, frozen=True):
    """A page as a PNG, and its size in pixels."""

    data: bytes
    width: int
    height: int


def previews(pdf: bytes, resolution: int = PREVIEW, *, trimmed: bool = True) -> list[Preview]:
    """The pages of a PDF, trimmed or with all the paper that lies round them."""
    import pypdfium2

    made = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        if trimmed:
            page.set_cropbox(*page.get_trimbox())
        image = page.render(scale=resolution / 72).to_pil().convert("RGB")
        file = io.BytesIO()
        image.save(file, "PNG", dpi=(resolution, resolution))
        made.append(Preview(file.getvalue(), image.width, image.height))
    return made


class Raster:
    """The trimmed page of a PDF of one page, drawn as often as it is asked for."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._page = pypdfium2.PdfDocument(pdf)[0]
        self._page.set_cropbox(*self._page.get_trimbox())

    def whole(self, width: int) -> Pixels:
        """The page, so many pixels wide."""
        return _pixels(self._page.render(scale=width / self._page.get_width()))

    def part(self, rect: Rect, resolution: int) -> Pixels:
        """A rectangle of the page (from the top left of the trim), at so many pixels an inch."""
        width, height = self._page.get_size()
        edges = (rect.x, height * POINT - rect.bottom, width * POINT - rect.right, rect.y)
        crop = tuple(max(0.0, edge / POINT) for edge in edges)
        return _pixels(self._page.render(scale=resolution * POINT / INCH, crop=crop))


def _pixels(bitmap: Any) -> Pixels:
    image = bitmap.to_pil().convert("RGB")
    return Pixels(image.width, image.height, "RGB", image.tobytes())
