"""Pictures of the sample pages for the READMEs: `python -m tests.samples.gallery`; each no larger than 200 kB."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image

from layout import api

ISSUES = Path(__file__).resolve().parents[2] / "issues"
GALLERY = ISSUES / "gallery"
EDITIONS = ("2026-03-20", "2026-03-21-evening")
# Rather fewer colours than fewer pixels: words stay to be read.
WIDTHS, COLOURS, LIMIT = (1000, 920, 840, 760), (96, 64, 48, 32, 24), 200_000


def main() -> None:
    """Build the editions and draw every page."""
    GALLERY.mkdir(exist_ok=True)
    for name in EDITIONS:
        loaded = api.load(ISSUES / name / "issue.yaml")
        composition = api.compose(loaded)
        target = api.Target(profile="proof", out=Path("unused"), files="edition")
        (data,) = api.pdfs(composition, loaded, target).values()
        for page, drawn in zip(composition.pages, pypdfium2.PdfDocument(data), strict=True):
            (GALLERY / f"{name}_{page.name}.png").write_bytes(small(drawn))


def small(page: pypdfium2.PdfPage) -> bytes:
    """A page as a PNG: as wide and in as many colours as the limit allows."""
    for width in WIDTHS:
        image = page.render(scale=2 * width / page.get_width()).to_pil().convert("RGB")
        image = image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)
        for colours in COLOURS:
            data = _png(image.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE))
            if len(data) <= LIMIT:
                return data
    return data


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
