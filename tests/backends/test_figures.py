"""A placed PDF and line art in the PDF of a page: text kept, nothing in pixels, the same bytes every time."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2

from layout import api
from tests.features.editions import loaded


def _built(name: str) -> bytes:
    edition = loaded(name)
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(api.compose(edition), edition, target).values()
    return data


def test_the_type_of_a_placed_pdf_is_still_type():
    data = _built("pdf-advert")
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert "澜川茶行" in text
    assert "春山新茶" in text


def test_a_placed_pdf_is_a_form_of_its_trim_and_no_pixels():
    with pikepdf.open(io.BytesIO(_built("pdf-advert"))) as pdf:
        things = pdf.pages[0].Resources.XObject
        assert [str(thing.Subtype) for thing in things.values()] == ["/Form"]
        assert "/Metadata" not in things.P0


def test_a_placed_pdf_gives_the_same_bytes_twice():
    assert _built("pdf-advert") == _built("pdf-advert")


def test_a_placed_pdf_shows_its_colours_and_not_its_bleed():
    """The hills of the advert are green inside its trim; right of it the page is white."""
    edition = loaded("pdf-advert")
    composition = api.compose(edition)
    figure = next(item for item in composition.pages[0].items if type(item).__name__ == "Figure")
    target = api.Target(profile="proof", out=Path("unused"), files="edition")
    (data,) = api.pdfs(composition, edition, target).values()
    page = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil()
    bleed = composition.pages[0].bleed
    x, y = (figure.rect.right + bleed) // 12_700, (figure.rect.bottom + bleed) // 12_700
    red, green, blue = page.getpixel((x - 6, y - 6))
    assert green > red
    assert green > blue
    assert page.getpixel((x + 5, y - 6)) == (255, 255, 255)


def test_line_art_is_paths():
    with pikepdf.open(io.BytesIO(_built("line-art"))) as pdf:
        page = pdf.pages[0]
        assert "/XObject" not in page.Resources
        operators = [str(step.operator) for step in pikepdf.parse_content_stream(page)]
    assert operators.count("c") > 20
    assert "rg" not in operators
