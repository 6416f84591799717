"""Press marks: outside the trim and its bleed only, inside the paper, one slug a page."""

from __future__ import annotations

import pytest

from layout.check.scene import run_rect
from layout.display.items import Box, Drawn, Item, Layer, Rule, TextRun
from layout.geometry import Rect
from layout.overlay.pressmarks import MARGIN, Slug, digests, with_press_marks
from tests.editions.samples import composition, loaded

NAME = "2026-03-20"
EVERY = ("crop", "registration", "bar", "grey", "fold", "slug")


def extent(item: Item) -> Rect:
    match item:
        case Rule():
            left, top = min(item.start.x, item.end.x), min(item.start.y, item.end.y)
            return Rect(left, top, abs(item.end.x - item.start.x), abs(item.end.y - item.start.y))
        case Box():
            return item.rect
        case Drawn():
            return item.shape.extent
        case TextRun():
            return run_rect(item)
        case _:
            raise AssertionError(item)


def slug() -> Slug:
    return Slug("澜川日报", "2026-03-20", 1, 1, "2026-03-20 00:00", digests(composition(NAME)))


def marks(*wanted: str, spine: bool = False) -> list[list[Item]]:
    made = with_press_marks(composition(NAME), wanted, slug(), loaded(NAME).faces, spine=spine)
    return [[item for item in page.items if item.layer is Layer.MARKS] for page in made.pages]


@pytest.mark.parametrize("mark", EVERY)
def test_a_mark_stands_outside_the_bleed_and_on_the_paper(mark):
    page = composition(NAME).pages[0]
    bleed, width, height = page.bleed, page.trim.width, page.trim.height
    (first, *_) = marks(mark)
    assert first
    for item in first:
        rect = extent(item)
        outside = rect.right <= -bleed or rect.x >= width + bleed or rect.bottom <= -bleed or rect.y >= height + bleed
        assert outside, item
        assert rect.x >= -bleed - MARGIN
        assert rect.y >= -bleed - MARGIN
        assert rect.right <= width + bleed + MARGIN
        assert rect.bottom <= height + bleed + MARGIN


def test_no_marks_change_nothing():
    assert with_press_marks(composition(NAME), (), slug(), loaded(NAME).faces) is composition(NAME)


def test_a_sheet_is_folded_down_its_spine_as_well():
    assert len(marks("fold", spine=True)[0]) == len(marks("fold")[0]) + 2


def test_the_slug_names_page_and_hash_and_each_plate_in_its_own_ink():
    texts = [[item for item in page if isinstance(item, TextRun)] for page in marks("slug")]
    told = ["".join(run.glyphs.text for run in page) for page in texts]
    hashes = digests(composition(NAME))
    for page, text in zip(composition(NAME).pages, told, strict=True):
        assert page.name in text
        assert hashes[page.name] in text
    assert len(set(hashes.values())) == len(hashes)
    inks = {run.glyphs.text: run.ink for run in texts[0] if run.glyphs.text in "CMYK"}
    assert [inks[letter].total for letter in "CMYK"] == [1000] * 4
    assert len(set(inks.values())) == 4
