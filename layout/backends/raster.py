"""Pages of a finished PDF as pictures, for those who look through an archive."""

from __future__ import annotations

import io

from msgspec import Struct

# Pixels an inch: a broadsheet page is then some 1,500 pixels wide, and its body type can be read.
PREVIEW = 100


class Preview(Struct, frozen=True):
    """A page as a PNG, and its size in pixels."""

    data: bytes
    width: int
    height: int


def previews(pdf: bytes, resolution: int = PREVIEW) -> list[Preview]:
    """The trimmed pages of a PDF."""
    import pypdfium2

    made = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        page.set_cropbox(*page.get_trimbox())
        image = page.render(scale=resolution / 72).to_pil().convert("RGB")
        file = io.BytesIO()
        image.save(file, "PNG", dpi=(resolution, resolution))
        made.append(Preview(file.getvalue(), image.width, image.height))
    return made
