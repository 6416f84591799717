"""Pictures in the PDF: turned upright without decoding, soft masks kept, cut along a polygon."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from layout import api
from tests.assets.test_images import STORED
from tests.features.editions import loaded
from tests.newsrooms import MANIFEST, newsroom

ENTRY = """    pictures:
      - {picture: pictures/a.jpg, fit: contain, column: 3, columns: 2, line: 20, lines: 40, caption: 灯, alt: 灯}
"""


def made(edition: api.Loaded) -> tuple[bytes, object]:
    composition = api.compose(edition)
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(composition, edition, target).values()
    return data, composition


def drawn(document: pikepdf.Pdf) -> list[pikepdf.Stream]:
    """The images that the pages draw."""
    objects = [entry for page in document.pages for entry in page.Resources.get("/XObject", {}).values()]
    return [entry for entry in objects if entry.Subtype == "/Image"]


@pytest.mark.parametrize("orientation", STORED)
def test_a_turned_jpeg_goes_in_untouched_and_is_seen_upright(tmp_path, orientation):
    manifest = newsroom(tmp_path, manifest=MANIFEST + ENTRY)
    (manifest.parent / "pictures").mkdir()
    scene = Image.new("RGB", (400, 600), "white")
    scene.paste((255, 0, 0), (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = scene if STORED[orientation] is None else scene.transpose(STORED[orientation])
    stored.save(manifest.parent / "pictures" / "a.jpg", exif=exif.tobytes())
    data, composition = made(api.load(manifest))
    with pikepdf.open(io.BytesIO(data)) as document:
        (image,) = drawn(document)
        assert image.read_raw_bytes() == (manifest.parent / "pictures" / "a.jpg").read_bytes()
    (photo,) = [item for item in composition.pages[0].items if type(item).__name__ == "Photo"]
    seen = pypdfium2.PdfDocument(data)[0].render(scale=0.5).to_pil().convert("RGB")
    bleed = composition.pages[0].bleed

    def at(across: float, down: float) -> tuple[int, ...]:
        x, y = photo.rect.x + across * photo.rect.width + bleed, photo.rect.y + down * photo.rect.height + bleed
        return seen.getpixel((int(x / 12_700 * 0.5), int(y / 12_700 * 0.5)))

    assert at(0.25, 0.15)[1] < 60
    assert min(at(0.75, 0.15)[1], at(0.25, 0.75)[1], at(0.75, 0.75)[1]) > 200


def test_alpha_is_kept_as_a_soft_mask():
    data, _ = made(loaded("cut-out"))
    with pikepdf.open(io.BytesIO(data)) as document:
        (image,) = drawn(document)
        assert image.SMask.ColorSpace == "/DeviceGray"
        mask = np.frombuffer(image.SMask.read_bytes(), np.uint8)
        assert (mask.min(), mask.max()) == (0, 255)
        assert len(mask) == int(image.Width) * int(image.Height)


def test_a_cut_out_flattened_is_the_same_on_white():
    edition = loaded("cut-out")
    _, composition = made(edition)
    (photo,) = [item for item in composition.pages[0].items if type(item).__name__ == "Photo"]
    pixels = edition.images.image(photo.image).decoded()
    flat = pixels.flattened()
    assert flat.alpha is None
    alpha = np.frombuffer(pixels.alpha, np.uint8)
    shown = np.frombuffer(flat.data, np.uint8).reshape(-1, 3)
    assert (shown[alpha == 0] == 255).all()
    assert (shown[alpha == 255] == np.frombuffer(pixels.data, np.uint8).reshape(-1, 3)[alpha == 255]).all()


def test_nothing_is_seen_outside_a_polygon():
    data, composition = made(loaded("cut-out-polygon"))
    (photo,) = [item for item in composition.pages[0].items if type(item).__name__ == "Photo"]
    assert len(photo.clip) == 1
    bleed = composition.pages[0].bleed
    seen = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")

    def at(across: float, down: float) -> int:
        x, y = photo.rect.x + across * photo.rect.width + bleed, photo.rect.y + down * photo.rect.height + bleed
        return seen.getpixel((int(x / 12_700), int(y / 12_700)))

    # The pot, and under it the paper it was photographed on, which lies outside the polygon.
    assert at(0.5, 0.6) < 120
    # Lower still stand the picture's words.
    assert at(0.5, 0.94) == 255
