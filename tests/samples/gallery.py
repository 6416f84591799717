"""Pictures of the sample pages for the READMEs: `python -m tests.samples.gallery`; each no larger than 200 kB."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from layout import api
from layout.geometry import Rect
from layout.plan.model import PagePlan
from layout.units import POINT

ISSUES = Path(__file__).resolve().parents[2] / "issues"
GALLERY = ISSUES / "gallery"
EDITIONS = ("2026-03-20", "2026-03-21-evening")
FRONT = ISSUES / "sample-front.png"
WIDTHS, COLOURS, LIMIT = (840, 780, 720, 660, 620), (160, 112), 200_000
GREYS = 16  # of the colours: for type
VIVID = 20  # how far the channels of a pixel that is no grey lie apart
MARGIN = 12  # points of paper left round the type area


def main() -> None:
    """Build the editions and draw every page."""
    GALLERY.mkdir(exist_ok=True)
    for name in EDITIONS:
        loaded = api.load(ISSUES / name / "issue.yaml")
        composition = api.compose(loaded)
        target = api.Target(profile="proof", out=Path("unused"), files="edition")
        (data,) = api.pdfs(composition, loaded, target).values()
        for sheet, drawn in zip(composition.sheets, pypdfium2.PdfDocument(data), strict=True):
            (GALLERY / f"{name}_{sheet.plan.page.name}.png").write_bytes(small(printed(drawn, shown(sheet.plan))))
    FRONT.write_bytes((GALLERY / f"{EDITIONS[0]}_A01.png").read_bytes())


def shown(plan: PagePlan) -> Rect:
    """What of a page the picture shows: the type area, and the strip at the fold where it has one."""
    area = plan.grid.type_area
    if plan.fold is None:
        return area
    left, right = min(area.x, plan.fold.rect.x), max(area.right, plan.fold.rect.right)
    return Rect(left, area.y, right - left, area.height)


def printed(page: pypdfium2.PdfPage, area: Rect) -> Image.Image:
    """A page drawn at 144 dpi, without most of its white margins."""
    image = page.render(scale=2).to_pil().convert("RGB")
    edges = (
        area.x // POINT - MARGIN,
        area.y // POINT - MARGIN,
        area.right // POINT + MARGIN,
        area.bottom // POINT + MARGIN,
    )
    return image.crop(tuple(max(2 * edge, 0) for edge in edges))


def small(image: Image.Image) -> bytes:
    """A page as a PNG: as wide and in as many colours as the limit allows."""
    data = b""
    for width in WIDTHS:
        reduced = image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)
        for colours in COLOURS:
            data = _png(reduced.quantize(palette=_palette(reduced, colours), dither=Image.Dither.NONE))
            if len(data) <= LIMIT:
                return data
    return data


def _palette(image: Image.Image, colours: int) -> Image.Image:
    """Some greys for the type, and the colours of what is coloured: counted with all pixels the type would win."""
    pixels = np.asarray(image).reshape(-1, 3)
    vivid = pixels[np.ptp(pixels.astype(np.int16), axis=1) > VIVID]
    sample = Image.fromarray(vivid[None]) if len(vivid) > colours else image
    hues = (sample.quantize(colours - GREYS, Image.Quantize.MEDIANCUT, kmeans=2).getpalette() or [])[
        : 3 * (colours - GREYS)
    ]
    greys = [round(255 * step / (GREYS - 1)) for step in range(GREYS) for _ in range(3)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*hues, *greys])
    return palette


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
