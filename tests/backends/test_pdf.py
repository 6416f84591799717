"""The PDFs re-read by other libraries: boxes, metadata, outline, fonts, and ink where the plan has it."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pypdfium2
import pytest

from layout.units import POINT
from tests.editions.samples import SAMPLES, composition, loaded, pdfs


@pytest.fixture(scope="module", params=SAMPLES)
def whole(request):
    made = pdfs(request.param)
    return request.param, made[max(made, key=lambda name: len(made[name]))]


def test_boxes_labels_language_and_title(whole):
    name, data = whole
    style = loaded(name).style
    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.Root.Lang == "zh-CN"
        assert str(document.docinfo["/Title"]).startswith(style.identity.name)
        labels = [str(entry["/P"]) for entry in document.Root.PageLabels.Nums if isinstance(entry, pikepdf.Dictionary)]
        assert labels[0].startswith("A")
        for page in document.pages:
            trim = [float(value) for value in page.TrimBox]
            bleed = [float(value) for value in page.BleedBox]
            assert trim[2] - trim[0] == pytest.approx(style.trim.width / POINT, abs=0.01)
            assert bleed[0] == pytest.approx(trim[0] - style.bleed / POINT, abs=0.01)


def test_every_page_and_story_is_in_the_outline(whole):
    name, data = whole
    with pikepdf.open(io.BytesIO(data)) as document, document.open_outline() as outline:
        titles = [item.title for page in outline.root for item in (page, *page.children)]
    for page in composition(name).pages:
        assert any(page.name in title for title in titles)
    for story in loaded(name).edition.stories.values():
        assert any(story.headline.text in title.replace(" ", "") for title in titles), story.id


def test_fonts_are_embedded_subset_and_mapped_to_text(whole):
    _, data = whole
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = {str(font.BaseFont): font for page in document.pages for font in page.Resources.Font.values()}
        assert fonts
        for name, font in fonts.items():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert name[1:].split("+")[0].isupper(), name
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
            assert "/ToUnicode" in font


def test_black_text_is_k_only(whole):
    _, data = whole
    with pikepdf.open(io.BytesIO(data)) as document:
        colours = {
            (str(operator), tuple(float(value) for value in operands))
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in {"rg", "g", "k", "RG", "G", "K", "sc", "scn"}
        }
    assert colours
    assert {operator for operator, _ in colours} <= {"k", "K"}
    assert ("k", (0.0, 0.0, 0.0, 1.0)) in colours


def test_ink_stands_where_the_type_area_is_and_the_margins_are_white(whole):
    name, data = whole
    style = loaded(name).style
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    image = np.asarray(page.render(scale=0.5).to_pil().convert("L"))
    ink = image < 128
    assert 0.02 < ink.mean() < 0.5
    scale = image.shape[1] / (float(page.get_width()) * POINT)
    area = composition(name).pages[0].type_area
    left = int((style.bleed + area.x) * scale) - 2
    assert not ink[:, 4 : left - 2].any()
