"""The hash of a page: another one with any change of what is drawn, the same wherever the page is composed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from layout.display.digest import page_digest
from layout.display.items import Box, Drawn, Photo, Rule, TextRun
from layout.display.moved import moved
from layout.units import Length
from tests.editions.samples import SAMPLES, composition

NUDGE: Length = 1


def digest(page, items=None) -> str:
    return page_digest(replace(page, items=tuple(items or page.items)), composition(SAMPLES[0]).parts)


@pytest.mark.parametrize("kind", [TextRun, Rule, Box, Photo, Drawn])
def test_an_item_that_moved_or_went_makes_another(kind):
    page = next(page for page in composition(SAMPLES[0]).pages if any(isinstance(item, kind) for item in page.items))
    at = next(index for index, item in enumerate(page.items) if isinstance(item, kind))
    items = list(page.items)
    assert digest(page, [*items[:at], moved(items[at], NUDGE), *items[at + 1 :]]) != digest(page)
    assert digest(page, [*items[:at], *items[at + 1 :]]) != digest(page)


def test_a_character_another_picture_and_another_crop_make_another():
    page = composition(SAMPLES[0]).pages[0]
    run = next(index for index, item in enumerate(page.items) if isinstance(item, TextRun))
    photo = next(index for index, item in enumerate(page.items) if isinstance(item, Photo))
    others = (
        (run, replace(page.items[run], glyphs=replace(page.items[run].glyphs, text="津"))),
        (photo, replace(page.items[photo], image="0" * 16)),
        (photo, replace(page.items[photo], crop=(0, 0, 500_000, 500_000))),
    )
    made = {digest(page, [*page.items[:at], item, *page.items[at + 1 :]]) for at, item in others}
    assert len(made | {digest(page)}) == 4


def test_what_does_not_show_makes_no_other():
    page = composition(SAMPLES[0]).pages[0]
    run = next(index for index, item in enumerate(page.items) if isinstance(item, TextRun))
    glyphs = page.items[run].glyphs
    other = replace(page.items[run], glyphs=replace(glyphs, ids=tuple(number + 1 for number in glyphs.ids)))
    assert digest(page, [*page.items[:run], other, *page.items[run + 1 :]]) == digest(page)
