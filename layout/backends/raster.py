"""Pages of a finished PDF as pictures, for those who look through an archive."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Lock

from msgspec import Struct

# Pixels an inch: a broadsheet page is then some 1,500 pixels wide, and its body type can be read.
PREVIEW = 100
# PDFium is not made for several threads.
_ONE_AT_A_TIME = Lock()


class Preview(Struct, frozen=True):
    """A page as a PNG, and its size in pixels."""

    data: bytes
    width: int
    height: int


def figure_preview(path: Path, page: int, most: int) -> bytes:
    """A page of a PDF, its trim, as a PNG of at most `most` pixels a side."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(path)
        try:
            shown = document[page - 1]
            shown.set_cropbox(*shown.get_trimbox())
            image = shown.render(scale=most / max(shown.get_size())).to_pil().convert("RGB")
        finally:
            document.close()
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


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
