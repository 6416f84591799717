"""The pictures of the pages for the screen, each made small once."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from threading import Lock

from layout.assets.images import ImageInfo, ImageStore, PictureError
from layout.assets.preview import preview
from layout.assets.vector.figure import FigurePage
from layout.backends.raster import figure_preview
from layout.display.items import Photo
from layout.display.page import PageDisplay

# Pixels a side: on a screen a page is seldom shown larger than it is printed.
LARGE = 2000
SMALL = 160


class Pictures:
    """Pictures by key, as bytes with their media type. The same key is always the same picture."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], tuple[bytes, str]] = {}
        self._small: dict[str, str] = {}
        self._lock = Lock()

    def get(self, key: str, images: ImageStore, most: int = LARGE) -> tuple[bytes, str] | None:
        """A picture that was opened; None for an unknown one or one that turns out to be damaged."""
        with self._lock:
            known = self._made.get((key, most))
            if known is None:
                found = images.placed(key)
                try:
                    if isinstance(found, ImageInfo):
                        known = preview(found, most)
                    elif isinstance(found, FigurePage):
                        known = figure_preview(found.path, found.page, most), "image/png"
                except (PictureError, OSError):
                    return None
                if known:
                    self._made[key, most] = known
            return known

    def small(self, pages: Iterable[PageDisplay], images: ImageStore) -> dict[str, str]:
        """The photographs of some pages in a few pixels, as data addresses, for thumbnails."""
        for key in {item.image for page in pages for item in page.items if isinstance(item, Photo)}:
            if key not in self._small and (made := self.get(key, images, SMALL)):
                self._small[key] = f"data:{made[1]};base64,{base64.b64encode(made[0]).decode('ascii')}"
        return self._small
