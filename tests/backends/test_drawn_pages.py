"""Pages drawn apart become one document: what a glyph stands for is agreed on, and each page keeps its own text."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from layout import api
from layout.backends.pdf import Resources, agreed, document_of, draw_page
from layout.backends.pdf.codes import PackedTexts
from layout.display.items import TextRun
from tests.newsrooms import STORY, newsroom


@pytest.fixture(scope="module")
def composed(tmp_path_factory):
    edition = api.load(newsroom(tmp_path_factory.mktemp("drawn"), stories={"one": STORY}))
    return edition, api.compose(edition)


def retold(page, old, new):
    """The page with a character that says another one; its glyph stays."""
    items = tuple(
        replace(item, glyphs=replace(item.glyphs, text=item.glyphs.text.replace(old, new)))
        if isinstance(item, TextRun)
        else item
        for item in page.items
    )
    return replace(page, name="A02", items=items)


def test_a_glyph_that_stands_for_two_texts_says_on_each_page_which(composed):
    edition, composition = composed
    resources = Resources.of(edition.faces, edition.images)
    (first,) = composition.pages
    pages = {"A01": first, "A02": retold(first, "江", "河")}
    redrawn = []

    def draw(name, fixed):
        redrawn.append((name, sorted({text for texts in fixed.values() for text in texts.values()})))
        return draw_page(pages[name], composition.parts, resources, fixed=fixed)

    drawn = agreed([draw(name, {}) for name in pages], draw)
    assert redrawn == [("A01", []), ("A02", []), ("A02", ["江"])]
    info = api.document_info(composition.edition, edition, api.Target("proof", Path("unused")), list(pages))
    document = pypdfium2.PdfDocument(document_of(drawn, resources, info))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert "江" in texts[0]
    assert "河" not in texts[0]
    assert "河" in texts[1]
    assert "江" not in texts[1]


def test_pages_that_agree_are_not_drawn_again(composed):
    edition, composition = composed
    resources = Resources.of(edition.faces, edition.images)
    (page,) = composition.pages
    drawn = [draw_page(one, composition.parts, resources) for one in (page, replace(page, name="A02"))]
    assert agreed(drawn, lambda name, fixed: pytest.fail(name)) == drawn


@pytest.mark.parametrize("texts", [{}, {5: "字"}, {70_000: "ffi", 1: "\U00020bb7", 9: ""}])
def test_packed_texts_come_back(texts):
    assert PackedTexts.of(texts).mapping() == texts
